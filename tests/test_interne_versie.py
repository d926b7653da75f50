"""``raadwerk bouw --intern``: who wrote a paper stands in the internal copy, and nowhere else."""

import io
import re
import shutil
import zipfile
from functools import partial

import pypdfium2
import pytest
from conftest import lees_map, run_in, write_bestanden
from voorbeelden import BESTANDEN, bestanden

from generator.cli import voer_uit
from generator.inhoud.schijf import peil_bestanden

NAAM, TELEFOON, MAIL = "A. Klerk", "14 0999", "a.klerk@gemeente.example"
STELLERS = f"nota: {{naam: {NAAM}, functie: beleidsmedewerker, telefoon: {TELEFOON}, mail: {MAIL}}}\n"
MERK = "Intern – niet openbaar maken"


@pytest.fixture(scope="module")
def gebouwd(tmp_path_factory):
    """A werkmap with the little dossier and its public papers, made while nobody was named."""
    plek = tmp_path_factory.mktemp("intern")
    write_bestanden(plek, bestanden(BESTANDEN))
    return run_in(plek, "bouw")


@pytest.fixture
def werkmap(gebouwd, tmp_path, monkeypatch):
    """A copy of it, in which a clerk is named; we stand in it."""
    plek = shutil.copytree(gebouwd, tmp_path / "werkmap")
    (plek / "inhoud/proef/intern").mkdir()
    (plek / "inhoud/proef/intern/stellers.yaml").write_text(STELLERS, encoding="utf-8")
    monkeypatch.chdir(plek)
    return plek


@pytest.fixture
def bouw(raadwerk):
    return partial(raadwerk, "bouw")


def teksten(map_):
    """What a reader sees of the paper in each format, on one line."""
    with zipfile.ZipFile(io.BytesIO((map_ / "nota.docx").read_bytes())) as docx:
        word = [re.sub(r"<[^>]+>", "", docx.read(n).decode()) for n in docx.namelist() if n.startswith("word/")]
    with pypdfium2.PdfDocument(map_ / "nota.pdf") as pdf:
        bladen = [blad.get_textpage().get_text_bounded() for blad in pdf]
    uit = {"docx": " ".join(word), "pdf": " ".join(bladen), "md": (map_ / "nota.md").read_text("utf-8")}
    uit["html"] = re.sub(r"<[^>]+>", "", (map_ / "nota.html").read_text("utf-8"))
    return {soort: " ".join(tekst.replace("\u00a0", " ").split()) for soort, tekst in uit.items()}, bladen


def alle_bytes(map_):
    """Every byte of every file, and of every part of what is packed."""
    for naam, inhoud in lees_map(map_).items():
        yield naam, inhoud
        if naam.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(inhoud)) as docx:
                yield from ((f"{naam}/{deel}", docx.read(deel)) for deel in docx.namelist())


# --- the internal copy -----------------------------------------------------------------------------------------


def test_the_internal_copy_says_who_wrote_it_and_how_to_reach_them_in_every_format(werkmap, bouw):
    bouw("--intern")

    for soort, tekst in teksten(werkmap / "uitvoer/proef-intern")[0].items():
        zin = f"Steller: {NAAM}, beleidsmedewerker, telefoon {TELEFOON}, e-mail {MAIL}."
        assert zin in tekst.replace("\\", ""), soort


def test_the_internal_copy_is_marked_in_every_format_and_on_every_page_of_the_pdf(werkmap, bouw):
    bouw("--intern")

    gelezen, bladen = teksten(werkmap / "uitvoer/proef-intern")
    for soort, tekst in gelezen.items():
        assert MERK in tekst.replace("\\", ""), soort
    assert all(MERK.lower() in " ".join(blad.split()) for blad in bladen)


def test_the_head_of_the_internal_copy_does_not_call_it_public(werkmap, bouw):
    sjabloon = werkmap / "inhoud/proef/sjablonen/proefnota.md.j2"
    regel = "- **Zaaknummer**: {{ stuk.zaaknummer }}\n"
    tekst = sjabloon.read_text("utf-8").replace(regel, regel + "- **Openbaarheid**: {{ stuk.openbaarheid }}\n")
    sjabloon.write_text(tekst, encoding="utf-8")
    bouw("--formaat", "md")
    bouw("--intern", "--formaat", "md")

    openbaar, intern = ((werkmap / f"uitvoer/{map_}/nota.md").read_text("utf-8") for map_ in ("proef", "proef-intern"))
    assert "**Openbaarheid**: openbaar\n" in openbaar
    assert "**Openbaarheid**: intern (van dit stuk is er ook een openbare versie)\n" in intern


def test_it_says_no_more_than_is_known(werkmap, bouw):
    pad = werkmap / "inhoud/proef/intern/stellers.yaml"
    pad.write_text(f"alle: {{naam: {NAAM}}}\n", encoding="utf-8")
    bouw("--intern", "--formaat", "md")
    assert f"Steller: {NAAM}.\n" in (werkmap / "uitvoer/proef-intern/nota.md").read_text("utf-8")

    pad.unlink()
    bouw("--intern", "--formaat", "md")
    tekst = (werkmap / "uitvoer/proef-intern/nota.md").read_text("utf-8")
    assert MERK in tekst
    assert "Steller" not in tekst


def test_another_clerk_makes_the_internal_copy_again(werkmap, bouw):
    bouw("--intern", "--formaat", "md")
    assert "niets gewijzigd" in bouw("--intern", "--formaat", "md")
    voor = peil_bestanden(werkmap, "proef")
    (werkmap / "inhoud/proef/intern/stellers.yaml").write_text("alle: {naam: Een andere klerk}\n", encoding="utf-8")

    assert voor != peil_bestanden(werkmap, "proef")  # what --volg looks at
    assert "niets gewijzigd" not in bouw("--intern", "--formaat", "md")
    assert "Een andere klerk" in (werkmap / "uitvoer/proef-intern/nota.md").read_text("utf-8")
    assert "byte voor byte gelijk" in bouw("--intern", "--formaat", "md", "--controleer")


def test_what_is_changed_in_an_internal_copy_can_be_taken_over_as_from_a_public_one(werkmap, bouw, capsys):
    bouw("--intern", "--formaat", "docx")

    assert voer_uit(["inlezen", "uitvoer/proef-intern/nota.docx"]) == 0
    assert "Er is niets gewijzigd." in capsys.readouterr().out


# --- what goes public ------------------------------------------------------------------------------------------


def test_naming_a_clerk_changes_no_public_byte_and_makes_no_run_of_it(gebouwd, werkmap, bouw):
    """Word with its custom XML, PDF, HTML, Markdown, the receipt and MDTO: made again, with the clerk named."""
    assert "niets gewijzigd" in bouw()
    shutil.rmtree(werkmap / "uitvoer")
    bouw("--intern")
    bouw()

    openbaar = lees_map(werkmap / "uitvoer/proef")
    assert {"nota.docx", "nota.html", "nota.md", "nota.pdf", "manifest.json", "nota.mdto.xml"} <= set(openbaar)
    assert lees_map(gebouwd / "uitvoer/proef") == openbaar


def test_no_byte_of_what_is_public_or_kept_beside_it_names_the_clerk(werkmap, bouw):
    shutil.rmtree(werkmap / "uitvoer")
    bouw()

    for naam, inhoud in alle_bytes(werkmap / "uitvoer"):
        for geheim in (NAAM, TELEFOON, MAIL, "stellers"):
            assert geheim.encode() not in inhoud, naam


@pytest.mark.parametrize(
    "opdracht", [["controleer", "--teruglezen"], ["herkomst"], ["verschil", "--sinds-bouw"], ["metadata"]]
)
def test_no_other_command_reads_of_the_clerk(werkmap, capsys, opdracht):
    (werkmap / "inhoud/proef/intern/stellers.yaml").write_text("kapot: [\n", encoding="utf-8")
    assert voer_uit(opdracht) in {0, 1}
    uit, fout = capsys.readouterr()
    assert "stellers" not in uit + fout


# --- when it goes wrong ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("notta: {naam: A. Klerk}\n", "het stuk ‘notta’ staat niet in dit dossier"),
        ("nota: {telefoon: 14 0999}\n", "verplicht veld ‘naam’ ontbreekt"),
        ("nota: {naam: A. Klerk, telefon: 14 0999}\n", "bedoelde u ‘telefoon’?"),
        ("nota: A. Klerk\n", "hier horen namen met waarden te staan"),
        ("nota: [\n", "stellers.yaml:"),
    ],
)
def test_a_mistake_in_who_wrote_it_is_a_sentence_with_its_place_and_nothing_is_written(werkmap, bouw, tekst, zin):
    (werkmap / "inhoud/proef/intern/stellers.yaml").write_text(tekst, encoding="utf-8")

    gezegd = bouw("--intern", code=2)

    assert "inhoud/proef/intern/stellers.yaml:" in gezegd
    assert zin in gezegd
    assert not (werkmap / "uitvoer/proef-intern").exists()


def test_the_clerk_among_the_facts_is_told_where_it_belongs(werkmap, bouw):
    dossier = werkmap / "inhoud/proef/dossier.yaml"
    dossier.write_text(
        dossier.read_text("utf-8").replace("    soort: ", "    steller: A. Klerk\n    soort: ", 1), "utf-8"
    )

    assert "zet hem in intern/stellers.yaml" in bouw(code=2)


@pytest.mark.parametrize("ander", ["proef-intern", "Proef-Intern"])
def test_a_dossier_named_as_the_internal_folder_is_never_written_over(werkmap, bouw, ander):
    shutil.copytree(werkmap / "inhoud/proef", werkmap / "inhoud" / ander)

    assert "en zo heet ook een ander dossier" in bouw("proef", "--intern", code=2)
    assert not (werkmap / "uitvoer/proef-intern").exists()
    bouw(ander, "--formaat", "md")


@pytest.mark.parametrize("variant", ["intern", "geheim", "ruim-intern"])
def test_a_variant_cannot_have_the_folder_of_what_is_not_public(werkmap, bouw, variant):
    assert "in die map komt wat niet openbaar is" in bouw("--variant", variant, code=2)
