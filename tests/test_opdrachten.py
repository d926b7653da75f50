"""``raadwerk`` as its users meet it: what they type, what they read, what lies in the folder afterwards."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from conftest import WORTEL, kopieer_dalfsen, uitvoer_van_dalfsen
from warm import roep

from generator.cli import OPDRACHTEN
from generator.cli.nederlands import ZINNEN


def start(werkmap: Path, *argumenten: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    """Run ``raadwerk`` in `werkmap` as ``python -m`` starts it."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *argumenten],
        cwd=werkmap,
        env={**os.environ, "PYTHONPATH": str(WORTEL), **omgeving},
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def inhoud_van(map_: Path) -> dict[str, bytes]:
    """Every file in `map_` by name."""
    bestanden = (pad for pad in sorted(map_.rglob("*")) if pad.is_file())
    return {str(pad.relative_to(map_)): pad.read_bytes() for pad in bestanden}


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    return kopieer_dalfsen(tmp_path / "werkmap")


@pytest.fixture(scope="module")
def gebouwd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A werkmap in which ``raadwerk bouw`` has run. Tests look at it; they do not change it."""
    plek = kopieer_dalfsen(tmp_path_factory.mktemp("gebouwd"))
    gelopen = start(plek, "bouw")
    assert gelopen.returncode == 0, gelopen.stderr
    return plek


@pytest.fixture
def eigen(gebouwd: Path, tmp_path: Path) -> Path:
    """A copy of the built werkmap to do things to."""
    return Path(shutil.copytree(gebouwd, tmp_path / "eigen"))


# --- words -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("opdracht", ["", *OPDRACHTEN])
def test_the_help_of_every_command_is_dutch(opdracht, tmp_path):
    uitleg = roep(tmp_path, *filter(None, [opdracht]), "--help")
    assert uitleg.returncode == 0
    for engels in ("Usage", "OPTIONS", "ARGS", "COMMAND", "Options", "Show", "exit", "default"):
        assert engels not in uitleg.stdout


@pytest.mark.parametrize(
    ("getypt", "antwoord"),
    [
        (["bouwe"], "De opdracht ‘bouwe’ bestaat niet."),
        (["bouw", "--forma", "pdf"], "De optie --forma bestaat niet. Bedoelde u ‘--formaat’?"),
        (["bouw", "--formaat", "doc"], "‘doc’ hoort niet bij: ‘docx’, ‘pdf’, ‘html’, ‘md’. Bedoelde u ‘docx’?"),
        (["bouw", "--op", "gisteren"], "--op klopt niet: ‘gisteren’ hangt af van de dag waarop u dit leest"),
        (["bouw", "--stel", "cijfers.plaatsen=3"], "voeg toe --uitvoer MAP"),
        (["bouw", "--alleen", "notaa"], "het stuk ‘notaa’ staat niet in dit dossier"),
        (["bouw", "dalfse"], "dit dossier bestaat niet\n  raad: kies uit: dalfsen"),
        (["controleer", "dalfse"], "dit dossier bestaat niet"),
        (["nieuw"], "MAP"),
        (["regels", "alles"], "Dit argument is te veel: alles"),
        (["herkomst", "qqqq"], "geen feit heet of luidt ‘qqqq’"),
    ],
)
def test_what_is_typed_wrong_gets_a_dutch_sentence_and_exit_code_two(werkmap, getypt, antwoord):
    gelopen = roep(werkmap, *getypt)
    assert gelopen.returncode == 2
    assert antwoord in gelopen.stderr
    assert gelopen.stdout == ""
    assert "Traceback" not in gelopen.stderr
    assert not (werkmap / "uitvoer").exists()


def test_every_sentence_of_click_that_we_translate_is_still_one_of_click():
    bron = "\n".join(pad.read_text(encoding="utf-8") for pad in Path(click.__file__).parent.glob("*.py"))
    onbekend = [zin for zin in ZINNEN if zin.replace("\n", "\\n").replace("\t", "\\t") not in bron]
    assert onbekend == []


def test_outside_a_werkmap_every_command_says_where_to_go(tmp_path):
    for opdracht in ("bouw", "controleer", "herkomst"):
        gelopen = roep(tmp_path, opdracht)
        assert gelopen.returncode == 2
        assert "hier is geen werkmap" in gelopen.stderr


def test_in_the_folder_of_a_dossier_that_dossier_is_meant(gebouwd):
    gelopen = roep(gebouwd / "inhoud/dalfsen", "bouw")
    assert gelopen.stdout.startswith("dalfsen: niets gewijzigd")


# --- making papers -----------------------------------------------------------------------------------------


def test_a_first_run_makes_the_paper_in_every_format_and_says_so(gebouwd):
    namen = sorted(inhoud_van(gebouwd / "uitvoer/dalfsen"))
    assert namen == uitvoer_van_dalfsen("docx", "html", "md", "pdf")


def test_a_second_run_writes_nothing(eigen):
    uitvoer = eigen / "uitvoer/dalfsen"
    voor = {pad.name: pad.stat().st_mtime_ns for pad in uitvoer.iterdir()}
    assert "niets gewijzigd" in roep(eigen, "bouw").stdout
    assert {pad.name: pad.stat().st_mtime_ns for pad in uitvoer.iterdir()} == voor


def test_another_folder_time_zone_language_and_hash_seed_give_the_same_bytes(gebouwd, werkmap):
    gelopen = start(werkmap, "bouw", TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="7", PYTHONUTF8="0")
    assert gelopen.returncode == 0, gelopen.stderr
    assert inhoud_van(werkmap / "uitvoer") == inhoud_van(gebouwd / "uitvoer")


def test_made_again_and_compared_every_byte_is_the_same(eigen):
    assert roep(eigen, "bouw", "--controleer").returncode == 0


def test_a_broken_file_leaves_the_papers_as_they_were(eigen):
    voor = inhoud_van(eigen / "uitvoer")
    (eigen / "inhoud/dalfsen/cijfers.yaml").write_text("plaatsen: [1, 2\n", encoding="utf-8")
    gelopen = roep(eigen, "bouw")
    assert gelopen.returncode == 2
    assert "inhoud/dalfsen/cijfers.yaml" in gelopen.stderr
    assert "er is niets geschreven" in gelopen.stderr
    assert inhoud_van(eigen / "uitvoer") == voor


def test_a_kind_of_paper_without_template_is_named_where_it_was_typed(werkmap):
    dossier = werkmap / "inhoud/dalfsen/dossier.yaml"
    dossier.write_text(dossier.read_text(encoding="utf-8").replace("soort: raadsnota", "soort: raadsnotta"), "utf-8")
    regel = next(nr for nr, tekst in enumerate(dossier.read_text("utf-8").splitlines(), 1) if "raadsnotta" in tekst)
    gelopen = roep(werkmap, "bouw")
    assert gelopen.returncode == 2
    assert f"inhoud/dalfsen/dossier.yaml:{regel}:" in gelopen.stderr
    assert "er is geen sjabloon voor het stuk ‘raadsnotta’" in gelopen.stderr
    assert "raadsnota" in gelopen.stderr.split("kies uit: ")[1]


def test_a_word_file_that_somebody_edited_is_kept_and_named(eigen):
    nota = eigen / "uitvoer/dalfsen/raadsnota.docx"
    nota.write_bytes(nota.read_bytes() + b" ")
    bewerkt = nota.read_bytes()
    gelopen = roep(eigen, "bouw")
    assert "bewerkt/" in gelopen.stdout + gelopen.stderr
    bewaard = [pad for pad in (eigen / "uitvoer/dalfsen/bewerkt").rglob("*") if pad.is_file()]
    assert [pad.read_bytes() for pad in bewaard] == [bewerkt]


def test_a_trial_goes_to_its_own_folder_and_shows_the_other_figure(eigen):
    voor = inhoud_van(eigen / "uitvoer")
    opties = ("--alleen", "raadsnota", "--formaat", "md", "--stel", "cijfers.capaciteit_regulier=183")
    gelopen = roep(eigen, "bouw", *opties, "--uitvoer", "proef")
    assert gelopen.returncode in {0, 1}, gelopen.stderr
    [proef] = [inhoud.decode() for naam, inhoud in inhoud_van(eigen / "proef").items() if naam.endswith(".md")]
    assert "183" in proef
    assert b"183" not in voor["dalfsen/raadsnota.md"]
    assert inhoud_van(eigen / "uitvoer") == voor


# --- asking ----------------------------------------------------------------------------------------------


def test_findings_are_valid_json_and_sarif_on_standard_output(gebouwd):
    als_json = json.loads(roep(gebouwd, "controleer", "--json").stdout)
    assert {"code", "ernst", "titel", "actie"} <= set(als_json["dalfsen"][0])
    sarif = json.loads(roep(gebouwd, "controleer", "--sarif").stdout)
    assert sarif["version"] == "2.1.0"
    assert not [uitslag for uitslag in sarif["runs"][0]["results"] if "?." in uitslag["message"]["text"]]
    regels = sarif["runs"][0]["tool"]["driver"]["rules"]
    assert [] == [regel for regel in regels if "{" in regel["shortDescription"]["text"]]
    gekend = {regel["id"] for regel in regels}
    assert {uitslag["ruleId"] for uitslag in sarif["runs"][0]["results"]} <= gekend


def test_a_figure_as_printed_leads_to_its_fact_its_source_and_its_sentences(gebouwd):
    gelopen = roep(gebouwd, "herkomst", "168")
    assert gelopen.returncode == 0
    assert "168" in gelopen.stdout
    assert "bron" in gelopen.stdout
    assert "raadsnota" in gelopen.stdout


def test_a_reader_that_stops_early_sees_no_traceback(gebouwd):
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "herkomst"],
        cwd=gebouwd, env={**os.environ, "PYTHONPATH": str(WORTEL)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as proces:  # fmt: skip
        proces.stdout.readline()
        proces.stdout.close()
        assert proces.stderr.read() == b""


# --- beginning --------------------------------------------------------------------------------------------


def test_a_new_werkmap_makes_its_papers_without_a_fault(tmp_path):
    assert roep(tmp_path, "nieuw", "mijn-gemeente").returncode == 0
    gelopen = start(tmp_path / "mijn-gemeente", "bouw")
    assert gelopen.returncode == 0, gelopen.stderr
    gemaakt = [Path(naam).suffix for naam in inhoud_van(tmp_path / "mijn-gemeente/uitvoer/fietsbrug")]
    assert sorted(gemaakt) == [".docx", ".html", ".json", ".md", ".pdf", *[".xml"] * 4]


def test_what_a_run_keeps_for_itself_stays_out_of_git_in_a_new_werkmap(tmp_path):
    werkmap = tmp_path / "mijn-gemeente"
    roep(tmp_path, "nieuw", "mijn-gemeente")
    roep(werkmap, "bouw", "--formaat", "md")
    git = str(shutil.which("git"))
    for woorden in (["init", "-q"], ["add", "-A"]):
        subprocess.run([git, *woorden], cwd=werkmap, check=True)
    gezien = subprocess.run([git, "ls-files"], cwd=werkmap, check=True, capture_output=True, text=True).stdout

    assert list(werkmap.glob("uitvoer/.*.stand"))
    assert ".stand" not in gezien
    assert {".gitignore", "uitvoer/fietsbrug/raadsinformatiebrief.md"} < set(gezien.split())


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol/brief.docx").write_bytes(b"van mij")
    gelopen = roep(tmp_path, "nieuw", "vol")
    assert gelopen.returncode == 2
    assert "vol" in gelopen.stderr
    assert inhoud_van(tmp_path / "vol") == {"brief.docx": b"van mij"}
