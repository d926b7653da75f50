"""``raadwerk bezwaar brief`` and ``lijst`` as people use them: where papers go, what stays, what is said when not."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from bezwaarzaken import BASIS
from conftest import WORTEL, kopieer_dalfsen
from keuring import keur_pdf
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from generator.cli import voer_uit

ZAAK = f"{BASIS}behandelaar: {{naam: A. de Vries, functie: jurist, telefoon: 14 0529}}\n"
DALFSEN = "verdeelbesluit-overijssel-2024"


@pytest.fixture
def typ(capsys):
    """Runs ``raadwerk bezwaar`` with these words; gives the exit code and what it printed."""

    def voer(*woorden: object) -> tuple[int, str, str]:
        code = voer_uit(["bezwaar", *map(str, woorden)])
        uit, fout = capsys.readouterr()
        return code, uit, fout

    return voer


@pytest.fixture
def losse_zaak(tmp_path, monkeypatch) -> Path:
    """A case outside every werkmap, and we stand beside it."""
    monkeypatch.chdir(tmp_path)
    pad = tmp_path / "zaak.yaml"
    pad.write_text(ZAAK, encoding="utf-8")
    return pad


@pytest.fixture
def werkmap(tmp_path, monkeypatch) -> Path:
    """The dossier of Dalfsen with a received objection besides its own; we stand in it."""
    kopieer_dalfsen(tmp_path)
    (tmp_path / "inhoud/dalfsen/bezwaren/Z-2026-0412.yaml").write_text(ZAAK, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def namen(map_: Path) -> list[str]:
    return sorted(pad.name for pad in map_.iterdir())


# --- which letters ----------------------------------------------------------------------------------------


def test_without_a_kind_it_tells_which_there_are(typ):
    code, uit, _ = typ("brief")

    assert code == 0
    assert re.search(r"^verdaging +meldt dat de beslissing later komt \(Awb 7:10\)$", uit, re.MULTILINE)


def test_a_kind_may_be_written_as_people_say_it(typ, losse_zaak):
    code, uit, _ = typ("brief", "Beslissing op bezwaar", losse_zaak, "--uitvoer", "uit", "--formaat", "md")

    assert code == 0
    assert uit.startswith("beslissing-op-bezwaar  concept")


def test_an_unknown_kind_tells_which_was_probably_meant(typ, losse_zaak):
    code, _, fout = typ("brief", "ontvangst-bevestiging", losse_zaak, "--uitvoer", "uit")

    assert code == 2
    assert "bedoelde u ‘ontvangstbevestiging’?" in fout


def test_a_misspelled_kind_is_said_before_the_case_is_looked_for(typ):
    code, _, fout = typ("brief", "verdagin", "GEEN-ZAAK")
    assert (2, True) == (code, "bedoelde u ‘verdaging’?" in fout)

    _, _, fout = typ("brief", "verdaging", "GEEN-ZAAK")
    assert "GEEN-ZAAK: er is geen zaak of bestand met deze naam" in fout


def test_a_letter_without_a_case_is_a_usage_error(typ):
    code, _, fout = typ("brief", "verdaging")

    assert code == 2
    assert "Noem een zaak" in fout


# --- where they go ----------------------------------------------------------------------------------------


def test_a_loose_case_asks_where_to_write(typ, losse_zaak):
    code, _, fout = typ("brief", "ontvangstbevestiging", losse_zaak)

    assert code == 2
    assert "hoort bij geen dossier" in fout
    assert "--uitvoer" in fout


def test_a_letter_comes_in_every_format_beside_those_made_before(typ, losse_zaak):
    assert 0 == typ("brief", "ontvangstbevestiging", losse_zaak, "--uitvoer", "uit")[0]
    assert 0 == typ("lijst", losse_zaak, "--uitvoer", "uit", "--formaat", "html")[0]

    assert [
        "manifest.json", "ontvangstbevestiging.docx", "ontvangstbevestiging.html", "ontvangstbevestiging.md",
        "ontvangstbevestiging.pdf", "toetslijst.html",
    ] == namen(Path("uit"))  # fmt: skip
    manifest = json.loads(Path("uit/manifest.json").read_text(encoding="utf-8"))
    assert ["ontvangstbevestiging", "toetslijst"] == sorted(manifest["stukken"])
    assert "zaak.besluit.datum" in manifest["stukken"]["ontvangstbevestiging"]["feiten"]


def test_the_papers_of_another_case_are_not_overwritten(typ, losse_zaak):
    assert 0 == typ("brief", "ontvangstbevestiging", losse_zaak, "--uitvoer", "uit", "--formaat", "md")[0]
    eerst = Path("uit/ontvangstbevestiging.md").read_bytes()
    Path("ander.yaml").write_text(ZAAK.replace("Z-2026-0412", "Z-2026-0500"), encoding="utf-8")

    code, _, fout = typ("brief", "ontvangstbevestiging", "ander.yaml", "--uitvoer", "uit", "--formaat", "md")

    assert (2, True) == (code, "in deze map liggen de stukken van zaak Z-2026-0412" in fout)
    assert eerst == Path("uit/ontvangstbevestiging.md").read_bytes()


def test_the_kind_may_also_be_given_as_an_option(typ, losse_zaak):
    code, uit, _ = typ("brief", "--soort", "ontvangstbevestiging", losse_zaak, "--uitvoer", "uit", "--formaat", "md")

    assert (0, True) == (code, uit.startswith("ontvangstbevestiging"))


def test_a_letter_edited_by_hand_is_set_aside_when_it_is_made_again(typ, losse_zaak):
    vraag = ("brief", "ontvangstbevestiging", losse_zaak, "--uitvoer", "uit", "--formaat", "md")
    typ(*vraag)
    Path("uit/ontvangstbevestiging.md").write_text("met de hand", encoding="utf-8")

    assert "met de hand gewijzigd" in typ(*vraag)[1]
    assert "met de hand" == Path("uit/bewerkt/ontvangstbevestiging.md").read_text(encoding="utf-8")


def test_the_same_case_gives_the_same_bytes(typ, losse_zaak):
    for map_ in ("een", "twee"):
        typ("brief", "ontvangstbevestiging", losse_zaak, "--uitvoer", map_)

    assert {pad.name: pad.read_bytes() for pad in Path("een").iterdir()} == {
        pad.name: pad.read_bytes() for pad in Path("twee").iterdir()
    }


def test_the_papers_of_a_case_in_a_dossier_lie_under_its_number_in_the_name_of_the_municipality(typ, werkmap):
    code, uit, _ = typ("brief", "ontvangstbevestiging", "Z-2026-0412", "--formaat", "md")

    assert code == 0
    assert "uitvoer/bezwaren/dalfsen/Z-2026-0412/" in uit
    tekst = (werkmap / "uitvoer/bezwaren/dalfsen/Z-2026-0412/ontvangstbevestiging.md").read_text(encoding="utf-8")
    assert "Het college van burgemeester en wethouders van Dalfsen" in tekst
    assert "nog in te vullen: de datum van de brief" in tekst  # the toetsdatum of the dossier is no day of a letter


def test_the_day_of_a_letter_can_be_given(typ, losse_zaak):
    typ("brief", "ontvangstbevestiging", losse_zaak, "--uitvoer", "uit", "--formaat", "md", "--op", "2026-04-16")

    assert "16\u00a0april\u00a02026" in Path("uit/ontvangstbevestiging.md").read_text(encoding="utf-8")


def test_a_case_beside_a_gemeente_yaml_takes_the_name_from_it(typ, werkmap):
    (werkmap / "los.yaml").write_text(ZAAK, encoding="utf-8")

    typ("brief", "ontvangstbevestiging", "los.yaml", "--uitvoer", "uit", "--formaat", "md")

    assert "van Dalfsen" in (werkmap / "uit/ontvangstbevestiging.md").read_text(encoding="utf-8")


def test_the_templates_of_the_werkmap_go_before_ours(typ, werkmap):
    eigen = werkmap / "sjablonen/bezwaar/onderdelen/slot.md.j2"
    eigen.parent.mkdir(parents=True)
    eigen.write_text("Met hartelijke groet,\n", encoding="utf-8")

    typ("brief", "ontvangstbevestiging", "Z-2026-0412", "--formaat", "md", "--uitvoer", "uit")

    assert "Met hartelijke groet" in (werkmap / "uit/ontvangstbevestiging.md").read_text(encoding="utf-8")


def test_a_kind_of_letter_of_their_own_is_a_row_and_a_template(typ, werkmap):
    eigen = werkmap / "sjablonen/bezwaar"
    eigen.mkdir(parents=True)
    soorten = (WORTEL / "sjablonen/bezwaar/soorten.yaml").read_text(encoding="utf-8")
    rij = "brieven:\n  groet:\n    naam: Een groet\n    uitleg: groet de indiener\n    grond: [Awb 2:1]\n"
    (eigen / "soorten.yaml").write_text(soorten.replace("brieven:\n", rij, 1), encoding="utf-8")
    brief = '{% set onderwerp = "Een groet" %}\n{% include "bezwaar/onderdelen/briefhoofd.md.j2" %}\n\nWij groeten u.\n'
    (eigen / "groet.md.j2").write_text(brief, encoding="utf-8")

    assert "groet de indiener (Awb 2:1)" in typ("brief")[1]
    assert 0 == typ("brief", "groet", "Z-2026-0412", "--formaat", "md", "--uitvoer", "uit")[0]
    assert "Wij groeten u." in (werkmap / "uit/groet.md").read_text(encoding="utf-8")


# --- what goes wrong --------------------------------------------------------------------------------------


def test_a_refused_letter_leaves_nothing_behind(typ, losse_zaak):
    code, _, fout = typ("brief", "bevestiging-intrekking", losse_zaak, "--uitvoer", "uit")

    assert code == 2
    assert "niet ingetrokken" in fout
    assert not Path("uit").exists()


@pytest.mark.parametrize("inhoud", ["", "{", "zaaknummer: x\n", ZAAK.replace("wijze: post", "wijze: pots")])
def test_a_case_that_cannot_be_read_is_a_sentence(typ, losse_zaak, inhoud):
    losse_zaak.write_text(inhoud, encoding="utf-8")
    for opdracht in (("brief", "ontvangstbevestiging"), ("lijst",)):
        code, _, fout = typ(*opdracht, losse_zaak, "--uitvoer", "uit")
        assert code == 2
        assert "zaak.yaml" in fout
        assert "Traceback" not in fout


def test_a_broken_template_is_a_sentence_with_its_line(typ, werkmap):
    eigen = werkmap / "sjablonen/bezwaar/onderdelen/slot.md.j2"
    eigen.parent.mkdir(parents=True)
    eigen.write_text("Groet,\n{{ zaak.besluit.bestaatniet }}\n", encoding="utf-8")

    code, _, fout = typ("brief", "ontvangstbevestiging", "Z-2026-0412", "--uitvoer", "uit")

    assert code == 2
    assert "slot.md.j2:2" in fout


# --- what comes out is sound ------------------------------------------------------------------------------


def test_the_word_file_passes_the_audit_and_the_pdf_the_reference_validator(typ, losse_zaak):
    typ("brief", "ontvangstbevestiging", losse_zaak, "--uitvoer", "uit")
    typ("lijst", losse_zaak, "--uitvoer", "uit")
    pdfs = ["uit/ontvangstbevestiging.pdf", "uit/toetslijst.pdf"]

    for bestand in pdfs:
        assert OpenXmlValidator().validate(bestand.replace(".pdf", ".docx")).is_valid
        pdf = PdfReader(io.BytesIO(Path(bestand).read_bytes()))
        assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    keur_pdf("ua1,2a", *pdfs)


def test_the_checklist_has_tick_boxes_in_word(typ, losse_zaak):
    typ("lijst", losse_zaak, "--uitvoer", "uit", "--formaat", "docx")
    with zipfile.ZipFile("uit/toetslijst.docx") as docx:
        xml = docx.read("word/document.xml").decode()

    assert xml.count("<w14:checkbox>") > 100


# --- the own objection of Dalfsen -------------------------------------------------------------------------


def test_the_letter_says_on_whose_behalf_and_never_mixes_the_two_readings(typ, werkmap):
    code, uit, _ = typ("brief", "bezwaarschrift", DALFSEN, "--formaat", "md")
    map_ = werkmap / f"uitvoer/bezwaren/dalfsen/{DALFSEN}"
    college, gemeente = (
        (map_ / f"bezwaarschrift-{wie}.md").read_text(encoding="utf-8") for wie in ("college", "gemeente")
    )

    assert code == 0
    assert "concept" in uit
    assert "de secretaris" in college
    assert "artikel 59a" in college
    assert "artikel 171" not in college
    assert "de gemeente Dalfsen" in gemeente
    assert "artikel 171" in gemeente
    assert "artikel 59a" not in gemeente
    assert "de secretaris" not in gemeente


def test_who_chose_gets_one_letter(typ, werkmap):
    pad = werkmap / f"inhoud/dalfsen/bezwaren/{DALFSEN}.yaml"
    pad.write_text(pad.read_text(encoding="utf-8").replace("namens: onbekend", "namens: college"), encoding="utf-8")

    typ("brief", "bezwaarschrift", DALFSEN, "--formaat", "md")

    assert ["bezwaarschrift.md", "manifest.json"] == namen(werkmap / f"uitvoer/bezwaren/dalfsen/{DALFSEN}")


def test_building_makes_the_checklist_of_the_own_objection_and_of_no_other(werkmap):
    assert voer_uit(["bouw", "--formaat", "md"]) == 0
    map_ = werkmap / "uitvoer/bezwaren/dalfsen"

    assert ["manifest.json", DALFSEN] == namen(map_)
    assert ["toetslijst.md"] == namen(map_ / DALFSEN)
    assert voer_uit(["bouw", "--formaat", "md", "--controleer"]) == 0


def test_the_raadsnota_and_the_checklist_say_the_same_of_the_objection(werkmap):
    voer_uit(["bouw", "--formaat", "md"])
    uit = werkmap / "uitvoer/dalfsen"
    nota = (uit / "raadsnota.md").read_text(encoding="utf-8").replace("\u00a0", " ")
    lijst = (
        (werkmap / f"uitvoer/bezwaren/dalfsen/{DALFSEN}/toetslijst.md")
        .read_text(encoding="utf-8")
        .replace("\u00a0", " ")
    )
    paragraaf = nota.partition("Bezwaar tegen het verdeelbesluit\n")[2].partition("\n## ")[0]

    assert paragraaf
    for dag in ("20 december 2024", "23 december 2024", "vrijdag 31 januari 2025", "maandag 3 februari 2025"):
        assert dag in paragraaf
        assert dag in lijst
    dagen = re.compile(r"\d+ (?:januari|februari|december) 202\d")
    assert set(dagen.findall(paragraaf)) <= set(dagen.findall(lijst))
    for artikel in ("160", "169"):
        assert artikel in paragraaf
        assert artikel in lijst


def test_a_broken_case_is_told_with_its_place_every_time_and_keeps_no_council_from_its_papers(werkmap, capsys):
    (werkmap / "inhoud/dalfsen/bezwaren/kapot.yaml").write_text("zaaknummer: x\nrol: wie\n", encoding="utf-8")

    for _ in range(2):
        assert voer_uit(["bouw", "--formaat", "md"]) == 2
        fout = capsys.readouterr().err
        assert "inhoud/dalfsen/bezwaren/kapot.yaml:2" in fout
        assert "de toetslijsten van de bezwaren zijn niet gemaakt; de stukken van de raad wel" in fout
    assert (werkmap / "uitvoer/dalfsen/raadsnota.md").is_file()
    assert voer_uit(["bouw", "--alle", "--formaat", "md"]) == 2
    uit, fout = capsys.readouterr()
    assert "kapot.yaml:2" in fout
    assert "niet gemaakt" not in uit


def test_a_broken_case_leaves_the_checklists_of_before_as_they_are(werkmap, capsys):
    assert voer_uit(["bouw", "--formaat", "md"]) < 2
    lijst = next(werkmap.glob("uitvoer/**/toetslijst.md"))
    tekst = lijst.read_bytes()
    kapot = werkmap / "inhoud/dalfsen/bezwaren/kapot.yaml"
    kapot.write_text("zaaknummer: x\nrol: wie\n", encoding="utf-8")
    assert voer_uit(["bouw", "--formaat", "md"]) == 2
    kapot.unlink()

    assert lijst.read_bytes() == tekst
    assert voer_uit(["bouw", "--formaat", "md"]) < 2


def test_the_council_gets_its_papers_beside_an_objection_of_a_citizen(werkmap):
    zaak = werkmap / "inhoud/dalfsen/bezwaren/burger.yaml"
    zaak.write_text(
        "zaaknummer: Z-B\nrol: indiener\nbesluit: {datum: 2026-03-12, bekendmaking: {datum: 2026-03-12}}\n"
        "bezwaarschrift: {indieners: [{naam: J. Voorbeeld, soort: natuurlijk persoon}]}\n",
        encoding="utf-8",
    )

    assert voer_uit(["bouw", "--formaat", "md"]) < 2
    assert next(werkmap.glob("uitvoer/**/burger/toetslijst.md"))


def test_the_day_of_the_dossier_is_not_taken_for_today_in_a_received_objection(typ, werkmap):
    assert 0 == typ("lijst", "Z-2026-0412", "--formaat", "md")[0]
    lijst = next(werkmap.glob("uitvoer/**/toetslijst.md")).read_text(encoding="utf-8")

    assert "bekeken op" not in lijst
    assert "Getoetst naar" not in lijst


def test_a_checklist_as_of_a_day_before_the_receipt_is_refused(typ, werkmap):
    code, _, fout = typ("lijst", "Z-2026-0412", "--op", "2026-03-02")

    assert code == 2
    assert "de dag bij --op is maandag 2 maart 2026" in fout


def test_the_checklist_of_dalfsen_names_what_the_clause_demands(typ, werkmap):
    assert 0 == typ("lijst", DALFSEN, "--formaat", "md")[0]
    tekst = (werkmap / f"uitvoer/bezwaren/dalfsen/{DALFSEN}/toetslijst.md").read_text(encoding="utf-8")

    assert "- naam en adres van de indiener" in tekst


def test_only_the_letter_of_the_municipality_speaks_of_a_power_of_attorney(typ, werkmap):
    assert 0 == typ("brief", "bezwaarschrift", DALFSEN, "--formaat", "md")[0]
    map_ = werkmap / f"uitvoer/bezwaren/dalfsen/{DALFSEN}"

    assert "volmacht" in (map_ / "bezwaarschrift-gemeente.md").read_text(encoding="utf-8")
    assert "volmacht" not in (map_ / "bezwaarschrift-college.md").read_text(encoding="utf-8")
