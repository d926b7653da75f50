"""What lies there is read again: the words of Word files and PDFs, and every fact found where the tree says it is."""

import json
import shutil
import zipfile
from io import BytesIO

import docx
import pypdf
import pytest
import yaml
from conftest import WORTEL, kopieer_dalfsen, run_in
from docx.oxml.ns import qn
from msgspec import structs
from voorbeelden import BESTANDEN, NAAM, bestanden

from generator import keten
from generator.bladzijden import Invulveld, Papier, Regel
from generator.cli import voer_uit
from generator.cli.teruglezen import lees_terug as lees_papieren
from generator.document.leesregels import leesregels
from generator.document.walk import cijfers
from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.schijf import read_bestanden
from generator.lezers import docx as word, pdf
from generator.meegeleverd import read_meegeleverd
from generator.regels.register import REGELS, Neemt, Zaak, pas_toe
from generator.verslagen import bevindingen as verslag

OUD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how a .doc begins, and a .docx with a password


def bewaar(bestand):
    uit = BytesIO()
    bestand.save(uit)
    return uit.getvalue()


def vervang(bestand, oud, nieuw, deel="word/document.xml"):
    """A Word file with other XML in one of its parts."""
    uit = BytesIO()
    with zipfile.ZipFile(BytesIO(bestand)) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            inhoud = bron.read(naam).decode() if naam == deel else bron.read(naam)
            if naam == deel:
                assert oud in inhoud
                inhoud = inhoud.replace(oud, nieuw, 1)
            doel.writestr(naam, inhoud)
    return uit.getvalue()


@pytest.fixture(scope="module")
def brief():
    """A letter that somebody else wrote in Word."""
    bestand = docx.Document()
    bestand.add_heading("Ons antwoord", level=1)
    bestand.add_paragraph("Er komen 168 plaatsen.")
    tabel = bestand.add_table(rows=1, cols=2)
    tabel.rows[0].cells[0].text, tabel.rows[0].cells[1].text = "regulier", "142"
    bestand.add_paragraph("Hoogachtend,")
    bestand.sections[0].header.paragraphs[0].text = "Gemeente Voorbeeld"
    return bewaar(bestand)


def test_a_word_file_of_others_is_read_in_the_order_of_its_reader(brief):
    assert [
        ("kop", "Ons antwoord", "alinea 1"),
        ("tekst", "Er komen 168 plaatsen.", "alinea 2"),
        ("tabel", "regulier", "alinea 3"),
        ("tabel", "142", "alinea 4"),
        ("tekst", "Hoogachtend,", "alinea 5"),
        ("koptekst", "Gemeente Voorbeeld", "koptekst, alinea 6"),
    ] == [(regel.deel, regel.tekst, regel.plek) for regel in word.read_papier(brief).regels]


def test_changes_that_word_kept_track_of_are_read_as_accepted_and_said(brief):
    oud = "<w:t>Er komen 168 plaatsen.</w:t></w:r>"
    nieuw = (
        '<w:t xml:space="preserve">Er komen </w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText>168</w:delText>'
        '</w:r></w:del><w:ins w:id="2" w:author="A"><w:r><w:t>170</w:t></w:r></w:ins><w:r><w:t> plaatsen.</w:t></w:r>'
    )
    papier = word.read_papier(vervang(brief, oud, nieuw))

    assert "Er komen 170plaatsen." == papier.regels[1].tekst.replace(" plaatsen", "plaatsen")
    assert papier.bijgehouden
    assert not word.read_papier(brief).bijgehouden


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "het bestand is leeg"),
        (b"platte tekst", "dit is geen leesbaar Word-bestand"),
        (OUD, "dit bestand is met een wachtwoord beveiligd, of het is een oud Word-bestand (.doc)"),
    ],
)
def test_what_is_no_word_file_is_a_sentence(inhoud, zin):
    with pytest.raises(InvoerError) as fout:
        word.read_papier(inhoud, "nota.docx")
    assert ("nota.docx", zin) == (fout.value.fouten[0].plaats.bestand, fout.value.fouten[0].gevonden)


@pytest.mark.parametrize("deel", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
@pytest.mark.parametrize("inhoud", [b"", b"<x/>", b"<kapot"])
def test_a_damaged_word_file_is_a_sentence(brief, deel, inhoud):
    uit = BytesIO()
    with zipfile.ZipFile(BytesIO(brief)) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            doel.writestr(naam, inhoud if naam == deel else bron.read(naam))
    with pytest.raises(InvoerError, match="geen leesbaar Word-bestand"):
        word.read_papier(uit.getvalue())


def test_half_a_word_file_is_a_sentence(brief):
    for lengte in range(0, len(brief), len(brief) // 20):
        with pytest.raises(InvoerError):
            word.read_papier(brief[:lengte])


def test_a_word_file_whose_parts_refer_to_nothing_is_a_sentence(brief):
    deel = "word/_rels/document.xml.rels"
    with pytest.raises(InvoerError, match="geen leesbaar Word-bestand"):
        word.read_papier(vervang(brief, 'Target="styles.xml"', "", deel))


def test_a_pdf_with_a_damaged_page_is_a_sentence():
    schrijver = pypdf.PdfWriter()
    schrijver.add_blank_page(100, 100)
    uit = BytesIO()
    schrijver.write(uit)
    with pytest.raises(InvoerError, match="een bladzijde van deze pdf is beschadigd"):
        pdf.read_papier(uit.getvalue().replace(b"/Type /Page\n", b"/Type /Pagx\n"))


def test_a_pdf_with_a_password_is_a_sentence():
    schrijver = pypdf.PdfWriter()
    schrijver.add_blank_page(100, 100)
    schrijver.encrypt("geheim", algorithm="RC4-128")
    uit = BytesIO()
    schrijver.write(uit)
    with pytest.raises(InvoerError, match="met een wachtwoord beveiligd"):
        pdf.read_papier(uit.getvalue())


# --- against the tree ------------------------------------------------------------------------------------------

GEVALLEN = yaml.load((WORTEL / "tests/gevallen/teruglezing.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
ZIN = "In Zuid wonen {{ cijfers.zuid.eenheid }}. Dit is geen besluit.\n"
BESLUIT = """
De stukken zijn gelezen (Gemeentewet, artikel 169). Elders wonen circa 30 mensen.
Zo zegt artikel 171, eerste lid, onder b, het voor de tweede keer.

## Besluit

::: beslispunt {#brug}
de brug in Zuid te bouwen en het college op te dragen haar te openen.
:::

::: beslispunt {#weg}
een weg aan te leggen.
:::
"""
BESTAND = "uitvoer/proef/nota.docx"


def toets(papieren):
    """The findings on what was read back of the little dossier, and how they read."""
    sjabloon = BESTANDEN["sjablonen/proefnota.md.j2"] + ZIN + BESLUIT
    gelezen = keten.lees(bestanden(**{"sjablonen/proefnota.md.j2": sjabloon}), read_meegeleverd(""), NAAM)
    bomen = keten.maak_bomen(gelezen)
    bevindingen = [
        b for b in keten.controleer(gelezen, bomen, papieren(bomen["nota"])).bevindingen if b.code.startswith("TG-")
    ]
    return bevindingen, " ".join(verslag.als_tekst({NAAM: bevindingen}, gelezen.recht.meldingen).split())


def teruggelezen(geval):
    """What lies there of the little dossier, changed as `geval` says."""

    def papieren(boom):
        if geval.get("ligt_er") == "nee":
            return {BESTAND: Fout(Plaats(BESTAND), "dit bestand ligt er niet")}
        oud, nieuw = geval.get("vervang", ("", ""))
        regels = []
        for nummer, regel in enumerate(leesregels(boom), 1):
            tekst = regel.tekst.replace("\u00a0", " ")
            velden = ()
            if "veld" in geval and (begin := tekst.find(geval["veld"][0])) >= 0:
                velden = (Invulveld("f1", begin, begin + len(geval["veld"][0]), "f1", geval["veld"][1]),)
            regels.append(Regel(tekst.replace(oud, nieuw) if oud else tekst, nummer, velden=velden))
        if rand := geval.get("voettekst"):
            regels.append(Regel(rand, len(regels) + 1, deel="voettekst"))
        assert not oud or any(nieuw in regel.tekst for regel in regels)
        return {BESTAND: Papier(tuple(regels), bijgehouden=geval.get("bijgehouden") == "ja")}

    return papieren


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: f"{geval['code']}: {geval['spreekt']['naam']}")
def test_a_rule_on_what_was_read_back_speaks(geval):
    bevindingen, tekst = toets(teruggelezen(geval["spreekt"]))

    assert geval["spreekt"]["ernst"] == next(b.ernst for b in bevindingen if b.code == geval["code"])
    for deel in geval["spreekt"]["melding"]:
        assert deel in tekst


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: f"{geval['code']}: {geval['zwijgt']['naam']}")
def test_a_rule_on_what_was_read_back_is_silent(geval):
    assert [] == toets(teruggelezen(geval["zwijgt"]))[0]


def test_every_rule_on_what_was_read_back_has_its_cases():
    assert {code for code, regel in REGELS.items() if regel.neemt is Neemt.PAPIER} == {g["code"] for g in GEVALLEN}


# --- the papers of Dalfsen -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def gebouwd(tmp_path_factory):
    """A werkmap with the papers of Dalfsen that were just made."""
    plek = kopieer_dalfsen(tmp_path_factory.mktemp("gebouwd"))
    shutil.rmtree(plek / "inhoud/dalfsen/bezwaren")
    return run_in(plek, "bouw", "--formaat", "docx", "--formaat", "pdf")


@pytest.fixture(scope="module")
def bomen(gebouwd):
    """The dossier of Dalfsen, and its papers as trees."""
    gelezen = keten.lees(read_bestanden(gebouwd, "dalfsen"), read_meegeleverd(""), "dalfsen")
    return gelezen, keten.maak_bomen(gelezen)


@pytest.fixture
def lees_terug(gebouwd, monkeypatch, capsys):
    """Run ``raadwerk controleer --teruglezen`` and give its exit code and what was found on paper."""

    def run():
        monkeypatch.chdir(gebouwd)
        code = voer_uit(["controleer", "--teruglezen", "--json"])
        gevonden = json.loads(capsys.readouterr().out)["dalfsen"]
        return code, [(b["code"], b["titel"]) for b in gevonden if b["code"].startswith("TG-")]

    return run


def test_in_the_papers_that_were_just_made_every_fact_is_found_and_no_other_figure(gebouwd, bomen):
    gelezen, stukken = bomen
    papieren = lees_papieren(gebouwd, gebouwd / "uitvoer/dalfsen", stukken, "dalfsen")
    zaak = Zaak(
        gelezen.dossier, gelezen.recht, gelezen.toetsdatum, gelezen.termijnen, stukken, papieren=papieren
    )  # fmt: skip

    assert 2 * len(stukken) == len(papieren)
    assert [] == list(pas_toe(zaak, Neemt.PAPIER))


@pytest.mark.parametrize("formaat", ["docx", "pdf"])
@pytest.mark.parametrize(
    ("stuk", "oud", "nieuw", "gevonden"),
    [
        ("raadsvoorstel", "artikel 160", "artikel 999", "TG-VERWIJZING"),
        ("bestuursovereenkomst", "artikel 4, tweede lid", "artikel 4, derde lid", "TG-VERWIJZING"),
        ("bestuursovereenkomst", "artikel 9, eerste lid", "artikel 9, vijfde lid", "TG-VERWIJZING"),
        ("raadsvoorstel", "artikel 2, derde lid", "artikel 2, vijfde lid", "TG-VERWIJZING"),
        ("raadsinformatiebrief", "tweede lid", "vierde lid", "TG-VERWIJZING"),  # in the PDF its article ends a line
        ("oplegger", "Het college", "Het college (zie bijlage 99)", "TG-VERWIJZING"),
        ("raadsinformatiebrief", "Gemeentewet", "Provinciewet", "TG-WET"),
        ("raadsvoorstel", "Spreidingswet", "Wabo", "TG-WET"),
        ("raadsvoorstel", "(Spreidingswet, artikelen", "(Wabo, artikelen", "TG-WET"),
        ("raadsbesluit", "ter kennis", "niet ter kennis", "TG-DICTUM"),
        ("raadsvoorstel", "wensen en bedenkingen ter", "wensen en bedenkingen met instemming ter", "TG-DICTUM"),
        ("raadsinformatiebrief", "142 ", "circa 142 ", "TG-CIRCA"),
    ],
)  # fmt: skip
def test_an_edit_that_touches_no_figure_is_seen_too(gebouwd, bomen, formaat, stuk, oud, nieuw, gevonden):
    gelezen, stukken = bomen
    bestand = f"uitvoer/dalfsen/{stuk}.{formaat}"
    papier = lees_papieren(gebouwd, gebouwd / "uitvoer/dalfsen", [stuk], "dalfsen")[bestand]
    regels = [structs.replace(regel, tekst=regel.tekst.replace("\u00a0", " ")) for regel in papier.regels]
    waar = next(plek for plek, regel in enumerate(regels) if oud in regel.tekst)
    regels[waar] = structs.replace(regels[waar], tekst=regels[waar].tekst.replace(oud, nieuw, 1))
    zaak = Zaak(
        gelezen.dossier, gelezen.recht, gelezen.toetsdatum, gelezen.termijnen, stukken,
        papieren={bestand: structs.replace(papier, regels=tuple(regels))},
    )  # fmt: skip

    (bevinding,) = [b for b in pas_toe(zaak, Neemt.PAPIER) if b.code != "TG-VELD"]
    assert (gevonden, papier.regels[waar].plek) == (bevinding.code, bevinding.gegevens["plek"])


def test_an_edited_point_names_the_text_with_its_words_and_the_template_around_them(gebouwd, bomen):
    gelezen, stukken = bomen
    bestand = "uitvoer/dalfsen/raadsbesluit.docx"
    papier = lees_papieren(gebouwd, gebouwd / "uitvoer/dalfsen", ["raadsbesluit"], "dalfsen")[bestand]
    regels = [structs.replace(regel, tekst=regel.tekst.replace("voornemen", "voorstel")) for regel in papier.regels]
    zaak = Zaak(
        gelezen.dossier, gelezen.recht, gelezen.toetsdatum, gelezen.termijnen, stukken,
        papieren={bestand: structs.replace(papier, regels=tuple(regels))},
    )  # fmt: skip

    (bevinding,) = [b for b in pas_toe(zaak, Neemt.PAPIER) if b.code != "TG-VELD"]
    assert [bestand, "teksten/beslispunten-overeenkomst.md:1", "onderdelen/beslispunt.md.j2:3"] == [
        str(plaats) for plaats in bevinding.plaatsen
    ]


def test_a_part_of_an_article_is_read_across_the_end_of_a_line(gebouwd, bomen):
    gelezen, stukken = bomen
    bestand = "uitvoer/dalfsen/raadsvoorstel.pdf"
    papier = lees_papieren(gebouwd, gebouwd / "uitvoer/dalfsen", ["raadsvoorstel"], "dalfsen")[bestand]
    regels = []
    for regel in papier.regels:
        begin, midden, eind = regel.tekst.partition("derde lid")
        delen = [f"{begin}vijfde", f"lid{eind}"] if midden else [regel.tekst]
        regels += [structs.replace(regel, tekst=deel) for deel in delen]
    zaak = Zaak(
        gelezen.dossier, gelezen.recht, gelezen.toetsdatum, gelezen.termijnen, stukken,
        papieren={bestand: structs.replace(papier, regels=tuple(regels))},
    )  # fmt: skip

    assert ["‘artikel 2, vijfde lid’ staat hier niet in het stuk"] == [
        bevinding.gegevens["wat"].replace("\u00a0", " ") for bevinding in pas_toe(zaak, Neemt.PAPIER)
    ]


def test_papers_that_were_never_made_here_are_told_once_and_how_to_make_them(gebouwd, bomen, tmp_path):
    (tmp_path / "uitvoer/dalfsen").mkdir(parents=True)
    shutil.copy2(gebouwd / "uitvoer/dalfsen/manifest.json", tmp_path / "uitvoer/dalfsen")

    (fout,) = lees_papieren(tmp_path, tmp_path / "uitvoer/dalfsen", bomen[1], "dalfsen").values()

    assert str(fout).splitlines() == [
        "uitvoer/dalfsen: de Word-bestanden en pdf’s zijn hier nog niet gemaakt",
        "  raad: maak ze eerst met ‘raadwerk bouw dalfsen’",
    ]


def test_another_reader_of_pdfs_finds_every_fact_too(gebouwd, bomen):
    for naam in ("raadsbesluit", "oplegger", "raadsinformatiebrief"):
        boom = bomen[1][naam]
        lezer = pypdf.PdfReader(gebouwd / f"uitvoer/dalfsen/{naam}.pdf")
        tekst = "".join("".join(pagina.extract_text().split()) for pagina in lezer.pages)
        gedrukt = {"".join(cijfer.text.split()) for cijfer in cijfers((boom.blocks, boom.footnotes))}
        assert gedrukt
        assert not {cijfer for cijfer in gedrukt if cijfer not in tekst}, naam


def test_a_paper_edited_by_hand_and_one_with_an_old_figure_tell_where_and_the_other_files_go_on(lees_terug, gebouwd):
    map_, bron = gebouwd / "uitvoer/dalfsen", gebouwd / "inhoud/dalfsen/cijfers.yaml"
    waren = {pad: pad.read_bytes() for pad in map_.glob("raads*")}
    nota = docx.Document(str(map_ / "raadsnota.docx"))
    getal = next(t for t in nota.element.iter(qn("w:t")) if t.text == "142")
    getal.text = "124"
    alinea = next(p for p in nota.paragraphs if p.text.startswith("Vervolg."))
    alinea.add_run(" Het kost € 12.000.")
    nota.save(str(map_ / "raadsnota.docx"))
    (map_ / "raadsbesluit.pdf").unlink()
    (map_ / "raadsvoorstel.pdf").write_bytes(b"geen pdf")
    (map_ / "raadsvoorstel.docx").write_bytes(OUD)
    waren[bron] = bron.read_bytes()
    bron.write_bytes(waren[bron].replace(b"waarde: 190", b"waarde: 185", 1))
    try:
        code, gevonden = lees_terug()
    finally:
        for pad, was in waren.items():
            pad.write_bytes(was)

    assert code == 1
    oud = [titel for _, titel in gevonden if titel.endswith("voor ‘185’ staat er ‘190’")]
    assert any(titel.startswith("raadsnota.docx, alinea ") for titel in oud)
    assert any(titel.startswith("raadsnota.pdf, bladzijde 1, regel ") for titel in oud)
    assert [
        ("TG-BESTAND", "raadsbesluit.pdf: dit bestand ligt er niet"),
        (
            "TG-BESTAND",
            "raadsvoorstel.docx: dit bestand is met een wachtwoord beveiligd, of het is een oud Word-bestand (.doc)",
        ),
        ("TG-BESTAND", "raadsvoorstel.pdf: dit is geen leesbare pdf"),
        ("TG-FEIT", "raadsnota.docx, alinea 25: voor ‘142’ staat er ‘124’"),
        ("TG-GETAL", "raadsnota.docx, alinea 23: ‘€ 12.000’ komt uit geen feit"),
        ("TG-VELD", "raadsnota.docx, alinea 25: het veld toont ‘124’, maar de waarde eronder is ‘142’"),
    ] == sorted(een for een in gevonden if een[0] != "TG-FEIT" or "‘142’" in een[1])
