"""The PDF: tags that read aloud well, nothing lost at the edge of a page, a typesetter locked in."""

import io
import struct
import tempfile
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from voorbeelddocument import KOP, alinea, voorbeeldbrief, voorbeelddocument, voorbeeldhuisstijl

from generator.document.nodes import (
    Aanvinkpunt,
    Antwoord,
    Artikel,
    BulletList,
    Cell,
    Cijfer,
    Document,
    Footnote,
    FootnoteRef,
    Heading,
    Herkomst,
    Kader,
    Lid,
    LineBreak,
    ListItem,
    NumberedList,
    Ondertekenaar,
    Ondertekening,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
    Toetslijst,
    Vraagpunt,
)
from generator.document.walk import cijfers, plain_text
from generator.errors import SchrijfError
from generator.schrijvers import pdf, zetwerk
from generator.schrijvers.rijkoppen import mark_rijkoppen

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 40"><text x="9" y="20">{}</text></svg>'
BEELDEN = {"tijdlijn": SVG.format("tijd").encode(), "grafiek": SVG.format("aantal").encode()}
TITEL = '#set document(title: "x", date: datetime(year: 2025, month: 1, day: 6))\n'
ZIN = "Het college heeft met de provincie en de omwonenden gesproken over een duurzame locatie. "


@pytest.fixture(scope="module")
def stijl():
    return voorbeeldhuisstijl()


@pytest.fixture(scope="module")
def voorbeeld(stijl):
    return pdf.write(voorbeelddocument(), stijl, BEELDEN)


def stuk(*blokken, noten=()) -> Document:
    """A paper of a head and `blokken`."""
    return replace(voorbeelddocument(), blocks=(KOP, *blokken), footnotes=noten)


def tabel(*rijen, breedtes=(30, 70), kop=("Wat", "Hoeveel")) -> Table:
    """A table of texts; an item in a list is the header of its row."""
    return Table(
        header=Row(tuple(Cell((Text(naam),)) for naam in kop)),
        rows=tuple(Row(tuple(_cel(wat) for wat in rij)) for rij in rijen),
        caption=(Text("Een tabel"),), number=1, label="tabel", widths=breedtes,
    )  # fmt: skip


def _cel(wat) -> Cell:
    tekst = wat[0] if isinstance(wat, list) else wat
    return Cell((Text(tekst),) if tekst else (), header=isinstance(wat, list))


def paginas(bestand: bytes) -> list[str]:
    """The text of each page, on one line."""
    lezer = pypdfium2.PdfDocument(bestand)
    return [_kaal(pagina.get_textpage().get_text_bounded()) for pagina in lezer]


def _kaal(tekst: str) -> str:
    return " ".join(tekst.split())


def elementen(bestand: bytes) -> list[tuple[str, dict]]:
    """Every element of the structure tree in reading order: its kind and its attributes."""
    uit = []

    def loop(node):
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for deel in node:
                loop(deel)
        elif isinstance(node, dict):
            if "/S" in node:
                eigen = {sleutel: wat for deel in node.get("/A", []) for sleutel, wat in deel.items()}
                uit.append((node["/S"][1:], eigen | {"/Alt": node.get("/Alt")}))
            loop(node.get("/K", []))

    loop(PdfReader(io.BytesIO(bestand)).trailer["/Root"]["/StructTreeRoot"])
    return uit


def scopes(bestand: bytes) -> list[str]:
    """Of each cell in reading order: "Column", "Row" or, for a plain cell, "-"."""
    return [
        eigen.get("/Scope", "/-")[1:] if soort == "TH" else "-"
        for soort, eigen in elementen(bestand)
        if soort in {"TH", "TD"}
    ]


# --- tags ---------------------------------------------------------------------------------------------


def test_a_second_reader_finds_every_fact_too(voorbeeld):
    tekst = _kaal(" ".join(pagina.extract_text() for pagina in PdfReader(io.BytesIO(voorbeeld)).pages))

    gedrukt = replace(voorbeelddocument(), blocks=tuple(b for b in voorbeelddocument().blocks if not hasattr(b, "alt")))
    assert [] == [
        cijfer.text for cijfer in cijfers((gedrukt.blocks, gedrukt.footnotes)) if _kaal(cijfer.text) not in tekst
    ]


def test_the_first_cell_of_a_row_is_tagged_as_its_header_where_the_tree_says_so(stijl):
    bestand = pdf.write(stuk(tabel([["Zwolle"], "648"], ["zonder", "1"])), stijl, {})

    assert ["Column", "Column", "Row", "-", "-", "-"] == scopes(bestand)
    assert not any("/Headers" in eigen for soort, eigen in elementen(bestand) if soort == "TD")


def test_a_table_without_row_headers_leaves_its_cells_to_the_column_headers(stijl):
    bestand = pdf.write(stuk(tabel(["a", "1"])), stijl, {})

    assert ["Column", "Column", "-", "-"] == scopes(bestand)
    assert all("/Headers" in eigen for soort, eigen in elementen(bestand) if soort == "TD")


def test_each_table_gets_its_own_row_headers_in_reading_order(stijl):
    vraag = Vraagpunt("1", "vraag-1", (Text("Goed?"),), (Antwoord("Ja", (Text("Dan wel."),)),))
    kader = Kader((Text("Kort"),), 2, "kort", (tabel([["b"], "2"]),))
    bestand = pdf.write(stuk(tabel(["a", "1"]), vraag, kader), stijl, {})

    assert ["Column", "Column", "-", "-", "Column", "Column", "Row", "-"] == scopes(bestand)


def test_row_headers_of_a_table_over_two_pages_are_tagged_once(stijl):
    bestand = pdf.write(stuk(tabel(*([[f"gemeente {i}"], str(i)] for i in range(70)))), stijl, {})

    assert ["Column", "Column", *["Row", "-"] * 70] == scopes(bestand)


def test_a_pdf_with_other_tables_than_the_tree_is_left_as_it_is(voorbeeld):
    assert voorbeeld is mark_rijkoppen(voorbeeld, [[True]])


def test_quotation_notes_and_particulars_are_tagged_as_what_they_are(voorbeeld):
    soorten = [soort for soort, _ in elementen(voorbeeld)]

    assert (1, 2) == (soorten.count("BlockQuote"), soorten.count("Note"))
    assert [len(KOP.kenmerken)] == [soorten[: soorten.index("H2")].count("Lbl")]


def test_the_logo_of_a_municipality_says_what_it_shows(stijl):
    met_logo = replace(stijl, logo=SVG.format("D").encode(), logo_alt="Gemeente Dalfsen")

    assert "Gemeente Dalfsen" in [eigen["/Alt"] for _, eigen in elementen(pdf.write(stuk(), met_logo, {}))]


def test_bookmarks_are_the_headings_with_their_numbers(stijl):
    bestand = pdf.write(stuk(Heading(2, (Text("Kader en opgave"),), "kader", "3.2")), stijl, {})

    kop, onder = PdfReader(io.BytesIO(bestand)).outline
    assert (plain_text(KOP.onderwerp), "3.2 Kader en opgave") == (kop["/Title"], onder[0]["/Title"])


# --- pages --------------------------------------------------------------------------------------------


def test_every_page_says_which_it_is(voorbeeld):
    teksten = paginas(voorbeeld)

    assert [] == [i for i, tekst in enumerate(teksten, 1) if f"pagina {i} van {len(teksten)}" not in tekst]


def test_an_internal_copy_says_so_at_the_foot(stijl):
    document = stuk()
    intern = replace(document, meta=replace(document.meta, openbaarheid="intern"))

    assert "Intern · Dalfsen" in paginas(pdf.write(intern, stijl, {}))[0]
    assert "Intern" not in paginas(pdf.write(document, stijl, {}))[0]


def test_the_header_row_is_repeated_on_each_page_of_a_long_table(stijl):
    teksten = paginas(pdf.write(stuk(tabel(*([[f"gemeente {i}"], str(i)] for i in range(90)))), stijl, {}))

    assert (3, 3) == (len(teksten), sum("Wat Hoeveel" in tekst for tekst in teksten))


def test_a_small_table_stays_whole_with_its_caption(stijl):
    for regels in range(28, 44):
        vulling = [alinea("Een regel.") for _ in range(regels)]
        teksten = paginas(pdf.write(stuk(*vulling, tabel(*([f"rij {i}", str(i)] for i in range(6)))), stijl, {}))
        assert 1 == sum(any(wat in tekst for wat in ("Tabel 1.", "rij 0", "rij 5")) for tekst in teksten)


def test_letters_go_on_after_z_as_in_a_statute(stijl):
    lijst = NumberedList(tuple(ListItem((alinea("iets"),)) for _ in range(28)), letters=True)
    (tekst,) = paginas(pdf.write(stuk(lijst), stijl, {}))
    assert all(f" {teken}. iets" in tekst for teken in ("a", "z", "aa", "bb"))


def test_a_long_address_keeps_all_its_lines(stijl):
    brief = voorbeeldbrief()
    regels = [f"regel {nummer}" for nummer in range(12)]
    adres = tuple(deel for regel in regels for deel in (Text(regel), LineBreak()))[:-1]
    lang = replace(brief, blocks=(replace(brief.blocks[0], geadresseerde=adres), *brief.blocks[1:]))
    with pypdfium2.PdfDocument(pdf.write(lang, stijl, {})) as document:
        tekst = document[0].get_textpage()
        onder = [tekst.search(woord).get_next() for woord in ("regel 11", "Ons kenmerk")]
        laatste, kenmerk = (tekst.get_charbox(plek[0]) for plek in onder)
    assert laatste[1] > kenmerk[3]  # above it, not through it


def test_a_signature_never_stands_alone_on_a_page(stijl):
    tekenen = Ondertekening((Text("Namens,"),), (Ondertekenaar("de griffier", (Text("naam"),)),))
    for regels in range(30, 42):
        vulling = [alinea("Een regel.") for _ in range(regels)]
        teksten = paginas(pdf.write(stuk(*vulling, alinea("Bijna."), alinea("Hoogachtend,"), tekenen), stijl, {}))
        (laatste,) = [tekst for tekst in teksten if "Namens," in tekst]
        assert "Bijna." in laatste
        assert "Hoogachtend," in laatste


def _lid(nummer, *blokken):
    return Lid(nummer, "", blokken)


def test_the_signatures_of_an_agreement_stand_with_its_last_article(stijl):
    artikel = Artikel(9, 2, "slot", (Text("Slot"),), (_lid(1, alinea("Eén.")), _lid(2, alinea("Twee."))))
    tekenen = Ondertekening((Text("Namens,"),), (Ondertekenaar("de griffier", (Text("naam"),)),))
    bijlagen = (
        Heading(2, (Text("Bijlagen"),), "bijlagen"),
        tabel(["1", "kaart"]),
        Heading(2, (Text("Teken"),), "teken"),
    )
    for regels in range(26, 40, 2):
        vulling = [alinea("Een regel.") for _ in range(regels)]
        teksten = paginas(pdf.write(stuk(*vulling, artikel, *bijlagen, tekenen), stijl, {}))
        (laatste,) = [tekst for tekst in teksten if "Namens," in tekst]
        assert "Artikel 9. Slot" in laatste


def test_of_a_short_list_no_item_stands_alone_on_a_page_and_a_lead_in_stays_with_its_list(stijl):
    lijst = NumberedList(tuple(ListItem((alinea(f"Stap {nummer}."),)) for nummer in range(4)))
    letters = NumberedList(tuple(ListItem((alinea(f"begrip {nummer};"),)) for nummer in range(12)), letters=True)
    eisen = BulletList(tuple(ListItem((alinea(f"eis {nummer};"),)) for nummer in range(8)))
    begrippen = Artikel(1, 2, "begrippen", (Text("Begrippen"),), (_lid(0, alinea("Hier betekent:"), letters),))
    for regels in range(26, 40, 2):
        vulling = [alinea("Een regel.") for _ in range(regels)]
        teksten = paginas(pdf.write(stuk(*vulling, lijst, alinea("Verder.")), stijl, {}))
        assert [4] == [tekst.count("Stap") for tekst in teksten if "Stap" in tekst]
        teksten = paginas(pdf.write(stuk(*vulling, begrippen, alinea("Verder.")), stijl, {}))
        (bladzijde,) = [tekst for tekst in teksten if "Hier betekent:" in tekst]
        assert "begrip 0" in bladzijde
        teksten = paginas(pdf.write(stuk(*vulling, alinea("Nodig is:"), eisen, alinea("Verder.")), stijl, {}))
        (bladzijde,) = [tekst for tekst in teksten if "Nodig is:" in tekst]
        assert "eis 0" in bladzijde


@pytest.mark.parametrize(
    "lang",
    [
        tabel([["reus"], ZIN * 120 + "Einde."], breedtes=(20, 80)),
        Kader((Text("Lang"),), 2, "lang", (alinea(ZIN * 80), alinea("Einde."))),
        Vraagpunt("1", "vraag-1", (Text("Goed?"),), (Antwoord("Ja", (Text(ZIN * 100 + "Einde."),)),)),
        Toetslijst(
            (Text("Lijst"),),
            2,
            "lijst",
            (Aanvinkpunt("punt", (Text("Goed?"),), (), (Text(ZIN * 100 + "Einde."),), "ja"),),
        ),
    ],
    ids=["cel", "kader", "vraag", "toetslijst"],
)
def test_what_is_longer_than_a_page_runs_on_and_loses_nothing(stijl, lang):
    teksten = paginas(pdf.write(stuk(lang), stijl, {}))

    # One word: two may stand on either side of the end of a page.
    assert plain_text(lang).count("duurzame") == sum(tekst.count("duurzame") for tekst in teksten)
    assert "Einde." in teksten[-1]


def test_a_note_referred_to_twice_is_printed_once(stijl):
    noten = (Footnote(1, (alinea("De noot."), BulletList((ListItem((alinea("een punt"),)),)))),)
    (tekst,) = paginas(pdf.write(stuk(alinea("Eerst", FootnoteRef(1), " dan", FootnoteRef(1)), noten=noten), stijl, {}))

    assert (1, 1) == (tekst.count("De noot."), tekst.count("een punt"))
    assert "Eerst1 dan1" in tekst.replace("Eerst 1", "Eerst1").replace("dan 1", "dan1")


def test_the_number_of_a_note_is_that_of_the_tree(stijl):
    noten = (Footnote(7, (alinea("De zevende."),)),)
    (tekst,) = paginas(pdf.write(stuk(alinea("Zie", FootnoteRef(7), "."), noten=noten), stijl, {}))

    assert "7 De zevende." in tekst


def test_an_empty_cell_and_an_empty_paragraph_are_no_problem(stijl):
    assert "Leeg" in paginas(pdf.write(stuk(tabel(["Leeg", ""]), Paragraph(())), stijl, {}))[0]


# --- values -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "waarde",
    ["#set page(width: 1mm)", "$x^2$", "*vet* _schuin_ `code`", "<label> @ref", "a \\ b \\u{41}", "// weg /* ook */",
     "= kop", "- lijst", "~ -- --- ...", '"aanhaling"', "'enkel'", '#eval("1")', "[inhoud](x)", "https://a.nl/b"],
)  # fmt: skip
@pytest.mark.parametrize("plek", ["alinea", "cel", "kop", "vet"])
def test_a_value_is_printed_as_it_is_wherever_it_stands(stijl, waarde, plek):
    cijfer = Cijfer(waarde, "cijfers.x", "")
    blok = {
        "alinea": alinea("Zie ", cijfer, "."),
        "cel": replace(tabel(), rows=(Row((Cell((cijfer,)), Cell(()))),), widths=(70, 30)),
        "kop": Heading(2, (cijfer,), "kop"),
        "vet": Paragraph((Strong((cijfer,)),)),
    }[plek]

    assert waarde in paginas(pdf.write(stuk(blok), stijl, {}))[0]


def test_every_letter_the_font_lacks_is_named_with_its_line_or_its_fact(stijl):
    met_regel = Paragraph((Cijfer("漢☃", "cijfers.x", ""),), herkomst=Herkomst("sjablonen/nota.md.j2", 12))

    with pytest.raises(SchrijfError) as fout:
        pdf.write(stuk(met_regel, alinea("los ☃")), stijl, {})

    assert [
        "Opiniërende nota: het teken ‘☃’ (U+2603) zit niet in Carlito; het staat in ‘los ☃’",
        "sjablonen/nota.md.j2:12: het teken ‘漢’ (U+6F22) zit niet in Carlito; het staat in feit cijfers.x",
        "sjablonen/nota.md.j2:12: het teken ‘☃’ (U+2603) zit niet in Carlito; het staat in feit cijfers.x",
    ] == [str(een).splitlines()[0] for een in fout.value.fouten]


@pytest.mark.parametrize("teken", ["\0", "\x07", "\ufffe"])
def test_a_control_character_is_refused(stijl, teken):
    with pytest.raises(SchrijfError, match=r"cijfers\.x"):
        pdf.write(stuk(alinea(Cijfer(f"a{teken}b", "cijfers.x", ""))), stijl, {})


def test_a_letter_that_a_picture_cannot_show_is_refused(stijl):
    beelden = BEELDEN | {"grafiek": SVG.format("sneeuw ☃").encode()}

    with pytest.raises(SchrijfError, match="de tekst ‘☃’ is niet te zetten"):
        pdf.write(voorbeelddocument(), stijl, beelden)


# --- pictures for Word --------------------------------------------------------------------------------


def test_a_picture_becomes_a_png_of_the_asked_size(stijl):
    png = zetwerk.render_png(SVG.format("aantal").encode(), stijl, breedte_mm=160, ppi=200)

    assert (b"\x89PNG", (1260, 315)) == (png[:4], struct.unpack(">II", png[16:24]))


def test_a_png_does_not_drop_a_letter_in_silence(stijl):
    with pytest.raises(SchrijfError, match="de tekst ‘☃’ is niet te zetten"):
        zetwerk.render_png(SVG.format("sneeuw ☃").encode(), stijl)


def test_a_picture_that_is_none_is_a_sentence(stijl):
    with pytest.raises(SchrijfError, match=r"beeld\.svg.*het beeld is niet te zetten"):
        zetwerk.render_png(b"<svg", stijl)


# --- the typesetter -----------------------------------------------------------------------------------


def test_the_same_paper_is_the_same_bytes(stijl, voorbeeld):
    assert voorbeeld == pdf.write(voorbeelddocument(), stijl, BEELDEN)


@pytest.mark.parametrize(
    ("typst", "melding"),
    [
        ("#let x = ", r"document\.typ:1:\d+: de PDF is niet te zetten"),
        ("\n#onbekend", r"document\.typ:2:2: de PDF is niet te zetten"),
        ('#read("pyproject.toml")', "de PDF is niet te zetten: file not found"),
        ('#read("/etc/hostname")', "de PDF is niet te zetten: file not found"),
        ('#import "@preview/cetz:0.3.0"', "haalt een Typst-pakket van internet"),
        (TITEL + '#set text(font: "Nergens")\ntekst', "de PDF is niet te zetten: unknown font family"),
        ("zonder titel", "de PDF is niet te zetten"),
    ],
)
def test_a_typst_file_that_is_wrong_or_reaches_outside_is_a_sentence(stijl, typst, melding):
    with pytest.raises(SchrijfError, match=melding):
        pdf.write(stuk(), replace(stijl, typst=typst), {})


def test_a_family_that_the_files_do_not_hold_is_a_sentence(stijl):
    ander = replace(stijl, lettertype=replace(stijl.lettertype, naam="Arial"))

    with pytest.raises(SchrijfError, match="lettertype ‘Arial’ zit niet in de lettertypebestanden"):
        pdf.write(stuk(), ander, {})


def test_a_folder_where_nothing_can_be_written_is_a_sentence(stijl, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "bestaat niet"))

    with pytest.raises(SchrijfError, match="zet TMPDIR op een map waarin u mag schrijven"):
        pdf.write(stuk(), _nieuwe_letters(stijl), {})


def test_nothing_is_left_on_the_disk(stijl, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    pdf.write(stuk(), _nieuwe_letters(stijl), {})

    assert [] == list(Path(tmp_path).iterdir())


def _nieuwe_letters(stijl):
    """The house style with its font files in another order: the typesetter has not seen these."""
    bestanden = dict(reversed(stijl.lettertype.bestanden.items()))
    zetwerk._compiler.cache_clear()  # noqa: SLF001 - what was kept would hide the first use
    return replace(stijl, lettertype=replace(stijl.lettertype, bestanden=bestanden))
