"""``raadwerk bouw`` again and again: what is made anew, what stays, what is set aside, and what never goes out."""

import json
import os
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import yaml
from conftest import WORTEL, archiefbestanden, kopieer_dalfsen, lees_map, run_in, stukken_van_dalfsen, write_bestanden
from voorbeelden import BESTANDEN, bestanden

from generator import keten, uitvoer
from generator.cli import voer_uit
from generator.inhoud import load_dossier
from generator.keten.zetterij import Zetterij
from generator.uitvoer import mappen

LANG = "een_nota_met_een_naam_waar_in_geen_enkele_tabel_plaats_voor_is"
SOORTEN = ("docx", "html", "md", "pdf")
KLEIN = sorted(["manifest.json", *(f"nota.{soort}" for soort in SOORTEN), *archiefbestanden("nota", *SOORTEN)])


def zet(bestand, oud, nieuw):
    tekst = bestand.read_text(encoding="utf-8")
    assert oud in tekst
    bestand.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


def tel_opnieuw(bestand, oud, nieuw):
    """Another count, in the fact and in the words it was read from."""
    zet(bestand, f"waarde: {oud}", f"waarde: {nieuw}")
    tekst = bestand.read_text(encoding="utf-8")
    bestand.write_text(re.sub(rf"(citaat: .*)\b{oud}\b", rf"\g<1>{nieuw}", tekst), encoding="utf-8")


@pytest.fixture(scope="module")
def gebouwd(tmp_path_factory):
    """A werkmap with the dossier of Dalfsen and its papers."""
    return run_in(kopieer_dalfsen(tmp_path_factory.mktemp("gebouwd")), "bouw")


@pytest.fixture
def werkmap(gebouwd, sta_in_kopie):
    """A copy of it to do things to, and we stand in it."""
    return sta_in_kopie(gebouwd)


@pytest.fixture(scope="module")
def klein_gebouwd(tmp_path_factory):
    """A werkmap with the little dossier, of one paper, and that paper: enough where it does not matter which."""
    plek = tmp_path_factory.mktemp("klein")
    nota = BESTANDEN["sjablonen/proefnota.md.j2"] + "{{ cijfers.noord }} wonen in het noorden.\n"
    write_bestanden(plek, bestanden(BESTANDEN | {"sjablonen/proefnota.md.j2": nota}))
    return run_in(plek, "bouw")


@pytest.fixture
def klein(klein_gebouwd, sta_in_kopie):
    """A copy of it to do things to, and we stand in it."""
    return sta_in_kopie(klein_gebouwd)


@pytest.fixture
def bouw(raadwerk):
    """Run ``raadwerk bouw`` and give what it says, on one line each."""
    return lambda *opties, code=0: re.sub(r" +", " ", raadwerk("bouw", *opties, code=code))


# --- what is made anew -------------------------------------------------------------------------------------


def test_one_changed_figure_makes_every_format_again_and_a_comment_none(klein, bouw):
    cijfers = klein / "inhoud/proef/cijfers.yaml"
    cijfers.write_text(f"# een opmerking\n{cijfers.read_text(encoding='utf-8')}", encoding="utf-8")
    assert "nota concept" in (uitleg := bouw())
    assert " niets\n" in uitleg

    tel_opnieuw(cijfers, 105, 106)
    assert " docx html md pdf\n" in bouw()


def test_the_table_at_the_end_tells_the_pages_and_the_open_facts_of_each_paper(werkmap, bouw):
    (werkmap / "uitvoer/dalfsen/raadsnota.md").unlink()
    tabel = re.findall(r"^ (\S+) (?:concept|definitief) (\d+) (\d+) ", bouw(), re.MULTILINE)
    stukken = stukken_van_dalfsen()

    assert [stuk.rpartition("/")[2] for stuk in stukken] == [naam for naam, *_ in tabel]
    for stuk, (_, aantal, open_) in zip(stukken, tabel, strict=True):
        with pypdfium2.PdfDocument(werkmap / f"uitvoer/dalfsen/{stuk}.pdf") as pdf:
            assert len(pdf) == int(aantal)
        pagina = (werkmap / f"uitvoer/dalfsen/{stuk}.html").read_text(encoding="utf-8")
        geteld = re.search(r"is gemarkeerd: (\d+) feit", pagina)
        assert int(open_) == (int(geteld[1]) if geteld else 0)


def test_the_table_counts_for_each_paper_the_findings_that_name_it(klein, bouw):
    (klein / "uitvoer/proef/nota.html").unlink()
    (geteld,) = re.findall(r"^ nota concept \S+ \d+ (\d+) ", bouw(), re.MULTILINE)
    manifest = json.loads((klein / "uitvoer/proef/manifest.json").read_text(encoding="utf-8"))
    noemen = [
        een["code"] for een in manifest["bevindingen"]
        if "nota" in (een["gegevens"].get("stuk"), *een["gegevens"].get("stukken", "").split())
    ]  # fmt: skip

    assert "MD-WAARDERING" in noemen  # a setting of the municipality, that this paper hangs on
    assert int(geteld) == len([code for code in noemen if code != "FT-OPEN"])


def test_a_missing_file_is_the_only_one_made_again(klein, bouw):
    oud = lees_map(klein / "uitvoer/proef")
    (klein / "uitvoer/proef/nota.html").unlink()

    assert " html\n" in bouw()
    assert oud == lees_map(klein / "uitvoer/proef")


def test_other_code_makes_the_papers_again(klein, bouw, monkeypatch):
    assert "niets gewijzigd" in bouw()
    monkeypatch.setattr("generator.cli.bouw.dossier.read_code", lambda: {"schrijvers/pdf.py": b"anders"})

    assert " docx html md pdf\n" not in (uitleg := bouw())
    assert "niets gewijzigd" not in uitleg
    assert uitvoer.read_manifest(klein / "uitvoer/proef")["invoer"]["raadwerk/code"]


def test_of_the_papers_not_asked_for_only_those_that_no_longer_hold_go(werkmap, bouw):
    """One folder never holds papers of two states; what still follows from the facts stays, byte for byte."""
    oud = lees_map(werkmap / "uitvoer/dalfsen")
    assert "weggehaald" not in bouw("--alleen", "oplegger")
    assert {naam: wat for naam, wat in oud.items() if naam != "manifest.json"}.items() <= lees_map(
        werkmap / "uitvoer/dalfsen"
    ).items()
    assert "bestanden zijn byte voor byte gelijk" in bouw("--alleen", "oplegger", "--controleer")
    tel_opnieuw(werkmap / "inhoud/dalfsen/cijfers.yaml", 190, 180)

    gezegd = bouw("--alleen", "raadsnota")

    nu = lees_map(werkmap / "uitvoer/dalfsen")
    assert "niet gevraagd of verouderd, en daarom weggehaald: bestuursovereenkomst.docx, " in gezegd
    assert oud["raadsinformatiebrief.pdf"] == nu["raadsinformatiebrief.pdf"]
    assert oud["raadsnota.pdf"] != nu["raadsnota.pdf"]
    assert not any(naam.startswith(("bestuursovereenkomst", "raadsvoorstel")) for naam in nu)
    assert set(json.loads(nu["manifest.json"])["stukken"]) == {naam.partition(".")[0] for naam in nu} - {"manifest"}
    bouw()
    assert set(oud) == set(lees_map(werkmap / "uitvoer/dalfsen"))


def test_what_lies_there_in_a_format_not_asked_for_stays_as_long_as_it_holds(klein, bouw):
    oud = lees_map(klein / "uitvoer/proef")

    assert "weggehaald" not in (uitleg := bouw("--formaat", "md"))
    assert " niets\n" in uitleg
    nu = lees_map(klein / "uitvoer/proef")
    assert {naam: wat for naam, wat in oud.items() if naam != "manifest.json"}.items() <= nu.items()
    assert set(json.loads(nu["manifest.json"])["uitvoer"]) == set(nu) - {"manifest.json"}
    assert "niets gewijzigd" in bouw("--formaat", "md")
    assert f"alle {len(KLEIN)} bestanden zijn byte voor byte gelijk" in bouw("--formaat", "md", "--controleer")
    bouw()
    assert oud == lees_map(klein / "uitvoer/proef")


def test_a_format_not_asked_for_goes_and_is_named_when_the_facts_say_something_else(klein, bouw):
    tel_opnieuw(klein / "inhoud/proef/cijfers.yaml", 105, 106)

    assert "weggehaald: nota.docx, nota.html, nota.pdf (zie" in bouw("--formaat", "md")
    assert ["manifest.json", "nota.md"] == list(lees_map(klein / "uitvoer/proef"))
    bouw("--formaat", "html")
    samen = {"manifest.json", "nota.html", "nota.md", *archiefbestanden("nota", "html")}
    assert samen == set(lees_map(klein / "uitvoer/proef"))
    bouw()
    assert KLEIN == list(lees_map(klein / "uitvoer/proef"))


def test_a_format_not_asked_for_that_somebody_edited_is_set_aside(klein, bouw):
    with (klein / "uitvoer/proef/nota.html").open("a", encoding="utf-8") as nota:
        nota.write("bijgeschreven")

    uitleg = bouw("--formaat", "md")

    assert "bewerkt/nota.html: dit bestand was met de hand gewijzigd" in uitleg
    assert "weggehaald: nota.html (zie" in uitleg
    assert "nota.pdf" in lees_map(klein / "uitvoer/proef")


def test_the_order_of_the_formats_asked_for_does_not_matter(klein, bouw):
    bouw("--formaat", "md", "--formaat", "html")

    assert "niets gewijzigd" in bouw("--formaat", "html", "--formaat", "md")


@pytest.mark.parametrize("manifest", ["{", '{"stukken": {"nota": 3}}', '{"stukken": [], "bevindingen": [1]}'])
def test_a_damaged_manifest_costs_nobody_a_file(klein, bouw, manifest):
    oud = lees_map(klein / "uitvoer/proef")
    (klein / "uitvoer/proef/manifest.json").write_text(manifest)

    bouw()

    nieuw = lees_map(klein / "uitvoer/proef")
    assert nieuw.pop("bewerkt/manifest.json").decode() == manifest
    assert oud == nieuw


# --- comparing ---------------------------------------------------------------------------------------------


def test_comparing_names_the_file_that_differs_and_changes_nothing(klein, bouw):
    assert f"proef: alle {len(KLEIN)} bestanden zijn byte voor byte gelijk\n" == bouw("--controleer")
    with (klein / "uitvoer/proef/nota.md").open("a") as nota:
        nota.write("bijgeschreven")
    oud = lees_map(klein)

    assert "proef: nota.md is anders dan wat er ligt\n" == bouw("--controleer", code=1)
    assert oud == lees_map(klein)


# --- when it goes wrong ------------------------------------------------------------------------------------


def test_broken_off_halfway_the_old_papers_lie_there_whole(klein, monkeypatch, capsys):
    oud = lees_map(klein / "uitvoer/proef")
    tel_opnieuw(klein / "inhoud/proef/cijfers.yaml", 105, 106)

    def ctrl_c(*_, **__):
        raise KeyboardInterrupt

    for doelwit in ((keten, "iter_bomen"), (Zetterij, "begin"), (Zetterij, "maak"), (mappen, "wissel")):
        with monkeypatch.context() as nu:
            nu.setattr(*doelwit, ctrl_c)
            assert voer_uit(["bouw"]) == 130
        assert "Afgebroken; er is niets half geschreven." in capsys.readouterr().err
        assert oud == lees_map(klein / "uitvoer/proef")


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        (PermissionError(13, "x"), "deze map mag u niet beschrijven; de oude stukken liggen er nog"),
        (OSError(30, "x"), "deze map is alleen te lezen; de oude stukken liggen er nog"),
        (OSError(28, "x"), "de schijf is vol; de oude stukken liggen er nog"),
    ],
)
def test_a_folder_we_may_not_write_in_is_a_sentence(klein, bouw, monkeypatch, fout, zin):
    oud = lees_map(klein / "uitvoer/proef")
    tel_opnieuw(klein / "inhoud/proef/cijfers.yaml", 105, 106)

    def weiger(self, *_, **__):
        raise type(fout)(*fout.args, str(self))

    monkeypatch.setattr("pathlib.Path.mkdir", weiger)
    assert zin in bouw(code=2)
    assert oud == lees_map(klein / "uitvoer/proef")


@pytest.mark.parametrize(
    ("mag", "raad"),
    [
        (lambda _pad, _wat: True, "sluit het stuk in Word, of kies een andere map (voor raadwerk bouw met --uitvoer)"),
        (
            lambda pad, _wat: Path(pad).name != "uitvoer",
            "vraag de beheerder om schrijfrecht, of kies een andere map (voor raadwerk bouw met --uitvoer)",
        ),
    ],
    ids=["open in Word", "geen schrijfrecht"],
)
def test_a_right_that_is_lacking_is_told_from_a_paper_that_is_open_elsewhere(klein, bouw, monkeypatch, mag, raad):
    tel_opnieuw(klein / "inhoud/proef/cijfers.yaml", 105, 106)

    def weiger(self, *_, **__):
        raise PermissionError(13, "x", str(self))

    monkeypatch.setattr("pathlib.Path.mkdir", weiger)
    monkeypatch.setattr("os.access", mag)
    assert f"raad: {raad}\n" in bouw(code=2)


@pytest.mark.parametrize("dicht", ["proef", "bewerkt"])
def test_papers_that_were_made_read_only_stay_and_the_next_run_goes_on(klein, bouw, monkeypatch, dicht):
    (klein / "uitvoer/proef/bewerkt").mkdir()
    oud, mag = lees_map(klein / "uitvoer"), os.access
    tel_opnieuw(klein / "inhoud/proef/cijfers.yaml", 105, 106)

    with monkeypatch.context() as nu:
        nu.setattr("os.access", lambda pad, wat: Path(pad).name != dicht and mag(pad, wat))
        for _ in range(2):
            antwoord = bouw(code=2)
            assert "deze map mag u niet beschrijven; de oude stukken liggen er nog" in antwoord
            assert (
                "raad: vraag de beheerder om schrijfrecht, of kies een andere map (voor raadwerk bouw met --uitvoer)"
                in antwoord
            )
            assert oud == lees_map(klein / "uitvoer")
    bouw()
    assert oud != lees_map(klein / "uitvoer")


def test_what_an_earlier_run_could_not_take_away_beside_the_papers_goes(klein, bouw):
    rest = klein / "uitvoer/.proef.nieuw"
    (rest / "bewerkt").mkdir(parents=True)
    (rest / "bewerkt/nota.md").write_text("x")
    for plek in (rest / "bewerkt/nota.md", rest / "bewerkt", rest):
        plek.chmod(0o500)
    tel_opnieuw(klein / "inhoud/proef/cijfers.yaml", 105, 106)

    bouw()
    assert not rest.exists()


def test_where_no_papers_lie_yet_a_refusal_does_not_speak_of_old_ones(klein, bouw, monkeypatch):
    def weiger(self, *_, **__):
        raise PermissionError(13, "x", str(self))

    monkeypatch.setattr("pathlib.Path.mkdir", weiger)
    antwoord = bouw("--uitvoer", "elders", code=2)

    assert "elders: deze map mag u niet beschrijven; er is niets geschreven" in antwoord
    assert "oude stukken" not in antwoord


def test_a_disk_that_fills_up_halfway_leaves_nothing_of_the_new_set(klein, bouw, monkeypatch):
    oud, schrijf = lees_map(klein), Path.write_bytes

    def vol(self, inhoud):
        if self.name == "nota.md":
            schrijf(self, inhoud[:10])
            raise OSError(28, "No space left on device", str(self))
        return schrijf(self, inhoud)

    with monkeypatch.context() as volle_schijf:
        volle_schijf.setattr(Path, "write_bytes", vol)
        assert "de schijf is vol" in bouw("--formaat", "md", code=2)

    assert oud == lees_map(klein)
    assert not (klein / "uitvoer/.proef.nieuw").exists()


def test_what_a_run_that_was_killed_left_behind_goes_with_the_next_one(klein, bouw):
    (klein / "uitvoer/.proef.nieuw").mkdir()
    (klein / "uitvoer/.proef.nieuw/nota.md").write_text("half")

    bouw("--formaat", "md")

    assert not (klein / "uitvoer/.proef.nieuw").exists()


@pytest.mark.parametrize("opties", [(), ("--alle",)])
def test_papers_do_not_go_among_those_of_another_dossier(klein, bouw, opties):
    (klein / "uitvoer/proef").rename(klein / "uitvoer/buren")
    manifest = klein / "uitvoer/buren/manifest.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_bytes()) | {"dossier": "buren"}))
    oud = lees_map(klein)

    zin = "liggen de stukken van het dossier buren: kies bij --uitvoer een andere map"
    assert f"in uitvoer/buren {zin}" in " ".join(bouw("--uitvoer", "uitvoer/buren", *opties, code=2).split())
    assert oud == lees_map(klein)


def test_a_file_where_the_folder_should_be_is_a_sentence(klein, bouw):
    (klein / "proef").write_text("ik ben een bestand")

    assert "‘proef’ is een bestand, geen map." in bouw("--uitvoer", "proef", code=2)
    assert "hier ligt een bestand waar een map hoort" in bouw("--uitvoer", "proef/dieper", code=2)


def test_one_broken_dossier_does_not_keep_another_from_its_papers(tmp_path, bouw, monkeypatch):
    for naam in ("een", "twee"):
        for bestand, tekst in BESTANDEN.items():
            doel = tmp_path / (bestand if bestand == "gemeente.yaml" else f"inhoud/{naam}/{bestand}")
            doel.parent.mkdir(parents=True, exist_ok=True)
            doel.write_text(tekst, encoding="utf-8")
    (tmp_path / "inhoud/een/cijfers.yaml").write_text("noord: [1\n")
    monkeypatch.chdir(tmp_path)

    uitleg = bouw(code=2)

    assert "inhoud/een/cijfers.yaml" in uitleg
    assert "een: hiervan is niets geschreven" in uitleg


def test_the_faults_of_all_papers_are_told_at_once(werkmap, bouw):
    teksten = werkmap / "inhoud/dalfsen/teksten"
    for naam, veld in (("doel", "nergens"), ("raadsvoorstel/recht", "ook_niet"), ("oplegger/wie-beslist", "weg")):
        pad = teksten / f"{naam}.md"
        pad.write_text(pad.read_text("utf-8") + f"\n{{{{ cijfers.{veld} }}}}\n", "utf-8")

    gezegd = bouw(code=2)

    for veld in ("nergens", "ook_niet", "weg"):
        assert f"‘cijfers’ kent geen ‘{veld}’" in gezegd
    assert "3 fouten; er is niets geschreven." in gezegd


# --- what goes out -------------------------------------------------------------------------------------------


def _openbare_teksten(map_):
    """Everything that can be read in a public file, its hidden parts too, without white space."""
    with zipfile.ZipFile(BytesIO((map_ / "raadsnota.docx").read_bytes())) as docx:
        delen = [re.sub(r"<[^>]+>", "", docx.read(naam).decode("utf-8", "ignore")) for naam in docx.namelist()]
    with pypdfium2.PdfDocument(map_ / "raadsnota.pdf") as pdf:
        paginas = [bladzijde.get_textpage().get_text_bounded() for bladzijde in pdf]
        assert pdf.count_attachments() == 0
    teksten = {"docx": " ".join(delen), "pdf": " ".join(paginas)}
    teksten |= {soort: (map_ / f"raadsnota.{soort}").read_text(encoding="utf-8") for soort in ("html", "md")}
    return {soort: _kaal(tekst) for soort, tekst in teksten.items()}


def _kaal(tekst):
    return re.sub(r"[\s\u00ad\u200b-]+", "", tekst).casefold()


def test_no_public_file_holds_a_reason_a_question_a_note_or_a_finding(werkmap):
    bestanden = {pad.relative_to(werkmap).as_posix(): pad.read_bytes() for pad in werkmap.rglob("*.yaml")}
    bestanden |= {pad.relative_to(werkmap).as_posix(): pad.read_bytes() for pad in werkmap.rglob("teksten/*.md")}
    feiten = load_dossier(bestanden, "dalfsen").feiten.values()
    intern = {feit.reden for feit in feiten} | {feit.toelichting for feit in feiten}
    intern |= {feit.vraag for feit in feiten if not feit.is_open}
    intern -= {""}

    gelekt = [
        (soort, zin) for soort, tekst in _openbare_teksten(werkmap / "uitvoer/dalfsen").items()
        for zin in sorted(intern) if _kaal(zin) in tekst
    ]  # fmt: skip

    assert len(intern) > 20
    assert gelekt == []


def test_no_public_file_names_a_quote_of_a_mention_that_was_not_chosen(werkmap):
    citaten = [
        vermelding["bron"].get("citaat", "")
        for pad in sorted((werkmap / "inhoud/dalfsen").glob("*.yaml"))
        for record in _records(yaml.safe_load(pad.read_text(encoding="utf-8"))) if "keuze" in record
        for vermelding in record["vermeldingen"] if vermelding["waarde"] != record["keuze"]
    ]  # fmt: skip
    verworpen = [citaat for citaat in citaten if len(citaat) > 20]

    gelekt = [
        (soort, citaat) for soort, tekst in _openbare_teksten(werkmap / "uitvoer/dalfsen").items()
        for citaat in verworpen if _kaal(citaat) in tekst
    ]  # fmt: skip

    assert verworpen
    assert gelekt == []


def _records(boom):
    if isinstance(boom, dict):
        yield boom
        for deel in boom.values():
            yield from _records(deel)


def _bijlage(pad):
    """What goes with an internal copy."""
    with pypdfium2.PdfDocument(pad) as pdf:
        assert pdf.count_attachments() == 1
        return json.loads(bytes(pdf.get_attachment(0).get_data()))


def test_the_internal_copy_has_all_its_provenance_in_the_pdf_and_the_public_one_has_none(werkmap, bouw):
    bouw("--intern", "--formaat", "pdf")

    herkomst = _bijlage(werkmap / "uitvoer/dalfsen-intern/raadsnota.pdf")
    assert herkomst["verdeelbesluit.taak_totaal"]["waarde"] == "168\u00a0opvangplaatsen"
    assert "pagina 3" in herkomst["cijfers.opvang_ambachtsweg"]["bronnen"][0]["woorden"]
    assert "termijnen.bezwaar_vroegste_lezing.laatste_dag" in herkomst


@pytest.mark.parametrize(
    "geteld", ["verdeelbesluit.taak_totaal", "termijnen.bezwaar_vroegste_lezing.laatste_dag", "dag"]
)
def test_the_provenance_in_the_internal_copy_is_what_raadwerk_herkomst_tells(werkmap, bouw, capsys, geteld):
    bouw("--intern", "--formaat", "pdf")
    bijlage = _bijlage(werkmap / "uitvoer/dalfsen-intern/raadsnota.pdf")
    capsys.readouterr()
    # A day that the planning counts itself goes by its formula.
    pad = next(pad for pad in bijlage if pad.startswith("termijn(")) if geteld == "dag" else geteld
    voer_uit(["herkomst", pad, "--json"])
    verteld = json.loads(capsys.readouterr().out)["dalfsen"][pad]

    verteld["gebruik"] = [plek for plek in verteld["gebruik"] if plek["stuk"] == "raadsnota"]
    assert bijlage[pad] == verteld
    assert bijlage[pad]["invoer"] or bijlage[pad]["bronnen"]
    assert bijlage[pad]["stappen"] or geteld == "verdeelbesluit.taak_totaal"


def test_another_source_makes_the_provenance_anew_though_the_paper_reads_the_same(werkmap, bouw):
    pdf = werkmap / "uitvoer/dalfsen-intern/raadsnota.pdf"
    bouw("--intern", "--formaat", "pdf")
    (was,) = _bijlage(pdf)["cijfers.opvang_ambachtsweg"]["bronnen"]
    cijfers = werkmap / "inhoud/dalfsen/cijfers.yaml"
    cijfers.write_text(cijfers.read_text("utf-8").replace(was["citaat"], "Circa 105 asielzoekers"), encoding="utf-8")
    bouw("--intern", "--formaat", "pdf")

    assert _bijlage(pdf)["cijfers.opvang_ambachtsweg"]["bronnen"][0]["citaat"] == "Circa 105 asielzoekers"


# --- speed ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("getypt", [["bouw"], ["--help"], ["--version"]])
def test_a_run_without_news_loads_nothing_dear(werkmap, getypt):
    programma = f"""
import sys
from generator.cli import voer_uit
assert voer_uit({getypt!r}) == 0
print(sorted({{"babel", "jinja2", "lxml", "markdown_it", "pypdf", "typst", "yaml"}} & set(sys.modules)))
"""
    omgeving = os.environ | {"PYTHONPATH": str(WORTEL), "PYTHONUTF8": "1"}
    run = subprocess.run(
        [sys.executable, "-c", programma], cwd=werkmap, env=omgeving, capture_output=True, text=True, check=True
    )

    assert run.stdout.splitlines()[-1] == "[]"


# --- what is said ------------------------------------------------------------------------------------------


def test_who_stands_in_the_folder_that_would_be_replaced_is_sent_out_of_it_first(klein, bouw, monkeypatch):
    zet(klein / "inhoud/proef/cijfers.yaml", "waarde:", "waarde: ")
    monkeypatch.chdir(klein / "uitvoer/proef")
    vooraf = lees_map(klein / "uitvoer")

    gezegd = bouw("--formaat", "md", code=2)

    assert "u staat zelf in de map die wordt vervangen" in gezegd
    assert f"cd {klein / 'uitvoer'}" in gezegd
    assert vooraf == lees_map(klein / "uitvoer")


def test_a_folder_that_went_while_one_stood_in_it_is_a_sentence(tmp_path, bouw, monkeypatch):
    weg = tmp_path / "weg"
    weg.mkdir()
    monkeypatch.chdir(weg)
    weg.rmdir()

    assert "de map waarin u staat is er niet meer" in bouw(code=2)


@pytest.fixture
def kleine_werkmap(tmp_path, monkeypatch, capsys):
    """The little dossier, with two papers of which one has a very long name; run ``raadwerk bouw`` there."""
    lang = BESTANDEN["dossier.yaml"].partition("  nota:\n")[2]
    inhoud = bestanden(dossier=BESTANDEN["dossier.yaml"] + f"  {LANG}:\n{lang}")
    write_bestanden(tmp_path, inhoud)
    monkeypatch.chdir(tmp_path)

    def run():
        assert voer_uit(["bouw", "--formaat", "html"]) == 0
        return capsys.readouterr()

    return run


def test_a_terminal_sees_which_paper_it_is_at_and_then_no_more_of_it(kleine_werkmap, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    gezegd = kleine_werkmap()
    regels = gezegd.err.split("\r")[1:]

    assert "proef: schrijven, 1 van 2: nota …" in [regel.rstrip() for regel in regels]
    assert all(len(regel) < 60 for regel in regels)
    assert "" == regels[-1]
    assert "" == regels[-2].strip()
    assert "schrijven" not in gezegd.out


def test_a_pipe_sees_the_table_alone_and_it_fits(kleine_werkmap):
    gezegd = kleine_werkmap()

    assert "" == gezegd.err
    assert "\r" not in gezegd.out
    assert all(len(regel) <= 100 for regel in gezegd.out.splitlines() if "de stukken staan in" not in regel)
    assert " een_nota_met_een_naa…" in gezegd.out


# --- values that could break a line -----------------------------------------------------------------------

_MEER_REGELS = """\
a:
  waarde: |
    Jan Jansen

    \tPiet | Pieters
  bron: {stuk: nota}
b: {waarde: "Klaas\\u2028en\\N\\tKees", bron: {stuk: nota}}
c: {open: "wie\\n\\ner tekent", bron: {stuk: nota}}
"""
_OP_ALLE_PLEKKEN = """\
## Van {{ standpunten.a }}

Door {{ standpunten.a }}; {{ standpunten.b }}; {{ standpunten.c }}.

- Ook {{ standpunten.a }}

::: tabel {#wie}
Wie

| Naam | Rol |
|:--|:--|
| {{ standpunten.a }} | {{ standpunten.b }} |
:::
"""


def woorden_in(bestand):
    """The words of a file of any format, as a reader sees them."""
    match bestand.suffix:
        case ".docx":
            with zipfile.ZipFile(bestand) as docx:
                tekst = re.sub(r"<w:(?:br|tab)\b[^>]*>|</w:p>", " BREEKT ", docx.read("word/document.xml").decode())
            tekst = re.sub(r"<[^>]+>", "", tekst)
        case ".pdf":
            with pypdfium2.PdfDocument(bestand) as pdf:
                tekst = " ".join(bladzijde.get_textpage().get_text_range() for bladzijde in pdf)
        case ".html":
            tekst = re.sub(r"<(?:br|p|td|th|li|h2)\b[^>]*>", " BREEKT ", bestand.read_text(encoding="utf-8"))
            tekst = re.sub(r"<[^>]+>", "", tekst)
        case _:
            tekst = bestand.read_text(encoding="utf-8").replace("\n\n", " BREEKT ").replace("\\", "")
    return " ".join(tekst.split())


@pytest.mark.parametrize("soort", SOORTEN)
def test_a_value_of_more_lines_is_the_same_words_on_one_line_in_every_format(tmp_path, soort):
    nota = BESTANDEN["sjablonen/proefnota.md.j2"] + _OP_ALLE_PLEKKEN
    anders = {"sjablonen/proefnota.md.j2": nota, "standpunten.yaml": _MEER_REGELS}
    write_bestanden(tmp_path / "regels", bestanden(BESTANDEN | anders))
    run_in(tmp_path / "regels", "bouw", "--formaat", soort)

    tekst = woorden_in(tmp_path / f"regels/uitvoer/proef/nota.{soort}")

    assert tekst.count("Jan Jansen Piet | Pieters") == 4
    assert "Klaas en Kees; [nog in te vullen: wie er tekent]." in tekst
