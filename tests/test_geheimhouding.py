"""Secrecy through the front door: what is secret bears it on every page, and public output knows nothing of it."""

import io
import json
import zipfile

import docx
import pytest
from conftest import archiefbestanden, write_bestanden
from pypdf import PdfReader
from voorbeelden import BESTANDEN, NAAM, bestanden

from generator.cli import voer_uit

GEHEIMHOUDING = (
    "{opgelegd_door: het college, datum: 2025-01-07, belang: 'Woo, artikel 5.1, tweede lid, onder b', "
    "verstrekt_aan: de raad, opheffing_door: de raad%s}"
)
DOSSIER = (
    BESTANDEN["dossier.yaml"]
    + """\
    bijlagen: {taxatie: bijlagen.taxatie}
  grondprijs:
    soort: geheimnota
    onderwerp: De grondprijs aan de Brink
    status: concept
    versie: "0.1"
    zaaknummer: Z-2025-9
    portefeuillehouder: wethouder A
    datum_college: 2025-01-07
    openbaarheid: geheim
    rol_raad: informerend
    geheimhouding: %s
"""
)
SJABLOON = """\
{% set documentsoort = "Nota" %}
{% include "onderdelen/kop.md.j2" %}

De prijs is {{ cijfers.prijs }}.

::: paginaeinde
:::

Meer over {{ cijfers.prijs }}.
"""
BIJLAGE = "taxatie: {titel: Taxatie van de Brink, openbaar: nee, aanwezig: ja, geheimhouding: %s}\n"
NOTA = (
    BESTANDEN["sjablonen/proefnota.md.j2"]
    + """\
De tip: {{ cijfers.tip }}.

{% for bron in cijfers.tip.bronnen %}
Bron: {{ bron.titel }}.

{% endfor %}
"""
    + '{% include "onderdelen/bijlagen.md.j2" %}\n'
)
CIJFERS = (
    BESTANDEN["cijfers.yaml"]
    + """\
prijs: {waarde: € 123.456, vraag: is dit met btw?, bron: {stuk: nota}}
tip:
  vermeldingen:
    - {waarde: 3, bron: {toelichting: "e-mail T. van Testen, 06-12345678, t.testen@example.nl, 9 januari 2025"}}
    - {waarde: 4, bron: {toelichting: "telefoongesprek met mevrouw Proef"}}
  keuze: 3
  reden: De e-mail is van later.
"""
)


@pytest.fixture
def bouw(tmp_path, monkeypatch, capsys):
    """A werkmap with a public and a secret paper, and a way to run ``raadwerk bouw`` there."""

    def maak(opgeheven="", openbaarheid="geheim"):
        geheim = GEHEIMHOUDING % opgeheven
        inhoud = {
            "dossier": (DOSSIER % geheim).replace("openbaarheid: geheim", f"openbaarheid: {openbaarheid}"),
            "cijfers": CIJFERS,
            "bijlagen": BIJLAGE % geheim,
            "sjablonen/geheimnota.md.j2": SJABLOON,
            "sjablonen/proefnota.md.j2": NOTA,
        }
        write_bestanden(tmp_path, bestanden(**inhoud))

    def run(*opties):
        assert voer_uit(["bouw", *opties]) in {0, 1}
        return capsys.readouterr().out

    monkeypatch.chdir(tmp_path)
    maak()
    run.maak, run.uitvoer = maak, tmp_path / "uitvoer"
    return run


def tekst_van(docx):
    with zipfile.ZipFile(io.BytesIO(docx)) as pakket:
        return "".join(pakket.read(naam).decode() for naam in pakket.namelist() if naam.endswith(".xml"))


def alles_van(gemaakt):
    """Everything that can be read in these files: the parts of a Word file and the words of a PDF too."""
    delen = [wat.decode() for naam, wat in gemaakt.items() if naam.endswith((".json", ".html", ".md", ".xml"))]
    delen += [tekst_van(wat) for naam, wat in gemaakt.items() if naam.endswith(".docx")]
    paginas = [
        pagina for naam, wat in gemaakt.items() if naam.endswith(".pdf") for pagina in PdfReader(io.BytesIO(wat)).pages
    ]
    return "\n".join([*delen, *(pagina.extract_text() for pagina in paginas)])


def test_the_public_set_knows_nothing_of_the_secret_paper_and_says_that_it_is_elsewhere(bouw):
    gezegd = bouw()
    gemaakt = {pad.name: pad.read_bytes() for pad in (bouw.uitvoer / NAAM).iterdir()}

    assert "niet openbaar en daarom niet hierbij: grondprijs (zie raadwerk bouw --geheim)" in gezegd
    formaten = ("docx", "html", "md", "pdf")
    verwacht = ["manifest.json", *(f"nota.{soort}" for soort in formaten), *archiefbestanden("nota", *formaten)]
    assert sorted(verwacht) == sorted(gemaakt)
    alles = alles_van(gemaakt)
    for woorden in ("De grondprijs", "123.456", "123456", "axatie", "Z-2025-9", "cijfers.prijs", "met btw"):
        assert woorden not in alles
    assert {"notitie": 2, "waarschuwing": 2} == json.loads(gemaakt["manifest.json"])["verzwegen"]


def test_what_goes_public_names_nobody_who_told_a_figure(bouw):
    bouw()
    gemaakt = {pad.name: pad.read_bytes() for pad in (bouw.uitvoer / NAAM).iterdir()}

    alles = alles_van(gemaakt)
    for woorden in ("Testen", "06-12345678", "example.nl", "Proef,", "mevrouw"):
        assert woorden not in alles
    nota = gemaakt["nota.md"].decode().replace("\u00a0", " ")
    assert "Bron: e-mail, 9 januari 2025." in nota
    assert "PG-BRON" in {bevinding["code"] for bevinding in json.loads(gemaakt["manifest.json"])["bevindingen"]}


def test_the_public_list_names_a_secret_attachment_by_its_article_alone(bouw):
    bouw("--formaat", "md")

    assert "| 1   | geheim (Gemeentewet, artikel 87) | nee" in (bouw.uitvoer / NAAM / "nota.md").read_text("utf-8")


@pytest.mark.parametrize("openbaar", ["nee", "ja"])
def test_an_attachment_that_is_a_secret_paper_has_no_title_in_the_public_list(bouw, openbaar):
    bijlagen = bouw.uitvoer.parent / f"inhoud/{NAAM}/bijlagen.yaml"
    bijlage = (
        f"taxatie: {{titel: Grond aan de Brink, papier: stukken.grondprijs, openbaar: {openbaar}, aanwezig: ja}}\n"
    )
    bijlagen.write_text(bijlage, encoding="utf-8")

    bouw()

    gemaakt = {pad.name: pad.read_bytes() for pad in (bouw.uitvoer / NAAM).iterdir()}
    assert "| 1   | geheim (Gemeentewet, artikel 87) | nee" in gemaakt["nota.md"].decode()
    alles = alles_van(gemaakt)
    for woorden in ("Grond aan", "bijlagen.taxatie", "grondprijs"):
        assert woorden not in alles
    assert "bijlagen.geheim-1.aanwezig" in alles


def test_a_title_that_a_public_paper_gives_away_is_a_fault_that_the_receipt_does_not_repeat(bouw, capsys):
    sjabloon = bouw.uitvoer.parent / f"inhoud/{NAAM}/sjablonen/proefnota.md.j2"
    sjabloon.write_text(f"{NOTA}\nZie de taxatie van de Brink.\n", encoding="utf-8")

    assert 1 == voer_uit(["bouw", "--formaat", "md"])
    capsys.readouterr()
    assert 1 == voer_uit(["controleer"])

    assert "nota noemt de bijlage taxatie bij de titel" in " ".join(capsys.readouterr().out.split())
    manifest = (bouw.uitvoer / NAAM / "manifest.json").read_text("utf-8")
    assert "GH-TITEL" not in manifest
    assert 1 == json.loads(manifest)["verzwegen"]["fout"]


def test_a_secret_paper_says_so_in_its_head_and_on_every_page(bouw):
    bouw("--geheim")
    map_ = bouw.uitvoer / f"{NAAM}-geheim"

    formaten = ("docx", "html", "md", "pdf")
    verwacht = {"manifest.json", *(f"grondprijs.{soort}" for soort in formaten)}
    assert verwacht | set(archiefbestanden("grondprijs", *formaten)) == {pad.name for pad in map_.iterdir()}
    paginas = PdfReader(map_ / "grondprijs.pdf").pages
    assert 2 == len(paginas)
    for pagina in paginas:
        assert "GEHEIM (Gemeentewet, artikel 87)" in pagina.extract_text().replace("\u00a0", " ")
    assert "GEHEIM (Gemeentewet, artikel 87)" in tekst_van((map_ / "grondprijs.docx").read_bytes())
    kop = (map_ / "grondprijs.md").read_text("utf-8").replace("\u00a0", " ")
    assert "geheim (Gemeentewet, artikel 87); opgelegd door het college op 7 januari 2025; belang: Woo," in kop


def test_what_was_lifted_is_public_again(bouw):
    bouw()
    bouw.maak(", opgeheven_op: 2025-01-13", "openbaar")
    bouw()
    namen = {pad.name for pad in (bouw.uitvoer / NAAM).iterdir()}

    assert "grondprijs.pdf" in namen
    assert "Taxatie van de Brink" in (bouw.uitvoer / NAAM / "nota.md").read_text("utf-8")
    assert "er zijn geen stukken die niet openbaar zijn; er is niets geschreven" in bouw("--geheim")


@pytest.mark.parametrize(
    ("opgeheven", "openbaarheid"),
    [
        (", opgeheven_op: 2025-01-12", "geheim"),  # only called so
        (", opgeheven_op: 2025-01-12", "intern"),
        (", opgeheven_op: 2025-01-14", "openbaar"),  # the toetsdatum is the day before
        (", opgeheven_op: 2025-01", "openbaar"),
        (", opgeheven_op: {open: wanneer}", "openbaar"),
    ],
)
def test_only_what_is_public_on_the_day_of_the_run_is_in_the_public_set(bouw, opgeheven, openbaarheid):
    bouw.maak(opgeheven, openbaarheid)
    bouw("--formaat", "md")
    bouw("--formaat", "md", "--geheim")

    assert ["manifest.json", "nota.md"] == sorted(pad.name for pad in (bouw.uitvoer / NAAM).iterdir())
    assert "grondprijs.md" in {pad.name for pad in (bouw.uitvoer / f"{NAAM}-geheim").iterdir()}


@pytest.mark.parametrize("woord", ["Geheim", "vertrouwelijk", "niet openbaar", "besloten"])
def test_a_word_for_secret_that_is_not_in_the_list_is_refused(bouw, woord, capsys):
    bouw.maak("", woord)

    assert 2 == voer_uit(["bouw"])
    fout = capsys.readouterr().err
    assert f"‘{woord}’ is geen keuze die hier kan" in fout
    assert "een van ‘openbaar’, ‘intern’, ‘geheim’" in fout
    assert not bouw.uitvoer.exists()


def test_a_lifting_in_the_future_keeps_the_title_of_an_attachment_secret_until_that_day(bouw):
    bouw.maak(", opgeheven_op: 2030-01-01", "geheim")
    bouw("--formaat", "md")
    nu = (bouw.uitvoer / NAAM / "nota.md").read_text("utf-8")
    bouw("--formaat", "md", "--op", "2030-01-01")

    assert "Taxatie" not in nu
    assert "Taxatie van de Brink" in (bouw.uitvoer / NAAM / "nota.md").read_text("utf-8")


def test_the_receipt_of_the_public_set_holds_no_finding_on_a_secret_paper(bouw):
    bouw("--formaat", "md")
    manifest = json.loads((bouw.uitvoer / NAAM / "manifest.json").read_text("utf-8"))

    assert {"nota"} == set(manifest["stukken"])
    assert "grondprijs" not in {b["gegevens"].get("stuk") for b in manifest["bevindingen"]}


def test_no_papers_are_made_among_the_facts(bouw, capsys):
    assert 2 == voer_uit(["bouw", "--uitvoer", "inhoud"])
    assert "in de map inhoud staan de feiten" in capsys.readouterr().err
    assert not list(bouw.uitvoer.parent.glob("inhoud/**/manifest.json"))


def test_the_only_public_paper_leaves_the_public_folder_when_it_becomes_internal(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    voer_uit(["nieuw", "werkmap"])
    monkeypatch.chdir(tmp_path / "werkmap")
    voer_uit(["bouw", "--formaat", "md"])
    dossier = tmp_path / "werkmap/inhoud/fietsbrug/dossier.yaml"
    tekst = dossier.read_text(encoding="utf-8")
    dossier.write_text(tekst.replace("openbaarheid: openbaar", "openbaarheid: intern"), encoding="utf-8")
    capsys.readouterr()

    assert 0 == voer_uit(["bouw", "--formaat", "md"])
    assert "is weggehaald" in capsys.readouterr().out
    assert ["manifest.json"] == [pad.name for pad in (tmp_path / "werkmap/uitvoer/fietsbrug").iterdir()]


def test_a_secret_paper_that_was_edited_in_word_is_told_on_the_screen_and_nowhere_else(bouw, capsys):
    bouw("--formaat", "docx")
    bouw("--formaat", "docx", "--geheim")
    pad = bouw.uitvoer / f"{NAAM}-geheim/grondprijs.docx"
    stuk = docx.Document(str(pad))
    stuk.add_paragraph("Het wordt 987 euro.")
    stuk.save(str(pad))
    openbaar = {bestand: bestand.read_bytes() for bestand in (bouw.uitvoer / NAAM).iterdir()}

    assert 1 == voer_uit(["controleer", "--teruglezen"])

    gezegd = capsys.readouterr().out
    assert "TG-GETAL  grondprijs.docx" in gezegd
    assert f"uitvoer/{NAAM}-geheim/grondprijs.docx" in gezegd
    assert openbaar == {bestand: bestand.read_bytes() for bestand in (bouw.uitvoer / NAAM).iterdir()}


def test_a_folder_of_secret_papers_that_nobody_made_is_no_fault_and_an_empty_one_says_how_to_fill_it(bouw, capsys):
    bouw("--formaat", "docx")
    voer_uit(["controleer", "--teruglezen"])
    assert "TG-" not in capsys.readouterr().out

    (bouw.uitvoer / f"{NAAM}-geheim").mkdir()
    voer_uit(["controleer", "--teruglezen"])
    assert f"maak ze eerst met ‘raadwerk bouw {NAAM} --geheim’" in " ".join(capsys.readouterr().out.split())
