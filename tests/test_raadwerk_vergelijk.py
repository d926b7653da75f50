"""The version for signing against the version the council saw: every word counts, and layout does not."""

import io
import json
import struct
import zipfile
import zlib
from functools import partial

import pytest
import yaml
from conftest import lees_map
from docx import Document as Word
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor
from hypothesis import given, settings, strategies as st
from msgspec.structs import replace
from pypdf import PdfReader, PdfWriter
from voorbeelden import boom

from generator import keten
from generator.bladzijden import Papier, Regel
from generator.lezers import docx
from generator.meegeleverd import read_meegeleverd
from generator.vergelijking import vergelijk_woorden
from generator.vergelijking.ankers import opcodes

RELATIE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TEKST = """\
## Duur

De overeenkomst geldt zeven jaar en eindigt niet stilzwijgend.[^1] De gemeente betaalt ten hoogste 250 euro.

1. Het COA beheert de locatie – dag en nacht.
2. Het college meldt “ieder incident” aan de raad.

[^1]: Zie de wet.
"""


@pytest.fixture(scope="module")
def stukken():
    """One agreement of our own as Word and PDF, and the same with another word."""
    stijl = keten.lees_huisstijl(keten.verzamel_sjablonen({}, read_meegeleverd(keten.SJABLONEN), ""))
    alles = {}
    for naam, tekst in (("raad", TEKST), ("teken", TEKST.replace("eindigt niet", "eindigt"))):
        document = boom(tekst)
        document = replace(document, meta=replace(document.meta, concept=False))
        alles |= {
            f"{naam}.{soort}": inhoud for soort, inhoud in keten.schrijf(document, stijl, ["docx", "pdf"]).items()
        }
    alles["cijfer.docx"] = keten.schrijf(boom("In Zuid wonen {{ cijfers.zuid.eenheid }}."), stijl, ["docx"])["docx"]
    return alles


@pytest.fixture
def map_(stukken, tmp_path, monkeypatch):
    for naam, inhoud in stukken.items():
        (tmp_path / naam).write_bytes(inhoud)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def vergelijk(raadwerk):
    return partial(raadwerk, "vergelijk")


def papier(*regels, bladzijde=0):
    """A paper of these lines: pages of a PDF when they have a number, else Word."""
    return Papier(tuple(Regel(tekst, nummer, bladzijde) for nummer, tekst in enumerate(regels, 1)))


def word(*alineas):
    """A Word file that Raadwerk did not make."""
    document, uit = Word(), io.BytesIO()
    for alinea in alineas:
        document.add_paragraph(alinea)
    document.save(uit)
    return uit.getvalue()


def verschillen(oud, nieuw):
    return [(v.soort.value, v.oud.tekst, v.nieuw.tekst) for v in vergelijk_woorden(oud, nieuw).verschillen]


# --- what counts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("ten hoogste 250 euro", "ten hoogste 260 euro", ("getal", "250", "260")),
        ("binnen zeven jaar", "binnen tien jaar", ("getal", "zeven", "tien")),
        ("de gemeente betaalt niet mee", "de gemeente betaalt mee", ("ontkenning", "niet", "")),
        ("het COA betaalt", "het COA betaalt, tenzij de raad", ("ontkenning", "", ", tenzij de raad")),
        ("de zorg is verantwoordelijk", "de zorg is primair verantwoordelijk", ("woord", "", "primair")),
        ("de Gemeente betaalt", "de gemeente betaalt", ("woord", "Gemeente", "gemeente")),
        ("een heropening volgt", "een her-opening volgt", ("woord", "heropening", "her-opening")),
        ("eten, drinken en slapen", "eten drinken en slapen", ("leesteken", ",", "")),
    ],
)
def test_a_word_that_differs_is_told_by_its_kind(oud, nieuw, verwacht):
    assert [verwacht] == verschillen(papier(oud), papier(nieuw))


OPEN = "op [nog in te vullen: dag van het besluit] te Dalfsen"


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        (OPEN, "op 11 maart 2025 te Dalfsen", ["ingevuld"]),
        (OPEN, "op de dag van het besluit te Dalfsen", ["ingevuld"]),
        (OPEN, f"op {'…' * 12} te Dalfsen", ["ingevuld"]),
        (f"op {'…' * 12} te {'…' * 12}.", "op 11 maart 2025 te Dalfsen.", ["ingevuld", "ingevuld"]),
        (OPEN, "na 11 maart 2025 te Dalfsen", ["getal"]),
        (OPEN, "op 11 maart 2025 niet te Zwolle", ["woord", "ingevuld"]),
        (OPEN, "op te Dalfsen", ["woord"]),
        (OPEN, OPEN, []),
        (OPEN, OPEN.replace("besluit", "college"), ["ingevuld"]),
        ("zo …, en verder", "zo niet, en verder", ["ontkenning"]),
        ("op [nog in te vullen: dag", "op 11 maart 2025", ["getal"]),
    ],
)
def test_what_stood_open_and_was_filled_in_is_told_apart(oud, nieuw, verwacht):
    assert verwacht == [soort for soort, _, _ in verschillen(papier(oud), papier(nieuw))]


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("Status: concept, versie 1.0", "Status: college akkoord, versie 1.1", {"kopregel"}),
        ("Status concept, versie 1.0, stand op 28 januari 2025", "Status ondertekend, versie 1.1", {"kopregel"}),
        ("Status concept, versie 1.0", "Status concept, versie 1.0 onder voorbehoud", {"woord"}),
        ("De status is niet concept, versie 1.0", "De status is concept, versie 1.0", {"ontkenning"}),
    ],
)
def test_what_the_head_tells_of_status_version_and_day_is_told_apart(oud, nieuw, verwacht):
    assert verwacht == {soort for soort, _, _ in verschillen(papier(oud, "De tekst."), papier(nieuw, "De tekst."))}


def test_the_block_for_the_facts_counts_what_was_filled_in(tmp_path, monkeypatch, raadwerk):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raad.docx").write_bytes(word("Status: concept, versie 1.0", OPEN, "De gemeente betaalt."))
    (tmp_path / "teken.docx").write_bytes(
        word("Status: ondertekend, versie 1.1", "op 11 maart 2025 te Dalfsen", "De provincie betaalt.")
    )

    gezegd = raadwerk("vergelijk", "raad.docx", "teken.docx", code=1)

    assert "1 ingevulde open plek, 2 keer status, versie of dag in de kop" in gezegd
    assert "  verschillen: 4\n  ingevuld: 3\n" in gezegd


def test_numbers_and_negations_come_before_other_words():
    oud, nieuw = (
        papier("wij gaan nu akkoord, niet later, met 5 plaatsen"),
        papier("wij zijn nu akkoord, later, met 6 plaatsen"),
    )

    assert ["getal", "ontkenning", "woord"] == [soort for soort, *_ in verschillen(oud, nieuw)]


def test_a_clause_that_moved_is_one_difference():
    delen = ["Artikel een gaat over de duur.", "Het tweede lid regelt de vergoeding.", "Tot slot de rechter."]

    assert ["verplaatst"] == [s for s, *_ in verschillen(papier(*delen), papier(delen[0], delen[2], delen[1]))]


def test_each_side_of_a_difference_has_its_place_and_the_words_around_it():
    gevonden = vergelijk_woorden(
        papier("de raad", "stemt met 12 leden in"), papier("de raad stemt met 13 leden in", bladzijde=4)
    )

    verschil = gevonden.verschillen[0]
    assert ("alinea 2", "bladzijde 4, regel 1") == (verschil.oud.waar, verschil.nieuw.waar)
    assert ("de raad stemt met", "leden in") == (verschil.oud.ervoor, verschil.nieuw.erna)


def met_kop(tekst):
    def maak(document):
        document.sections[0].header.paragraphs[0].text = tekst

    return maak


def tabel(*cellen):
    def maak(document):
        rij = document.add_table(1, len(cellen)).rows[0]
        for cel, tekst in zip(rij.cells, cellen, strict=True):
            cel.text = tekst

    return maak


def alinea(*runs, **vorm):
    """A paragraph of these runs; `vorm` is the look of the second."""

    def maak(document):
        delen = [document.add_paragraph().add_run(runs[0])]
        delen += [document.paragraphs[-1].add_run(run) for run in runs[1:]]
        for naam, waarde in vorm.items():
            setattr(delen[1].font, naam, waarde)

    return maak


def wit(maak):
    """The same with its second run in white."""

    def wit_maken(document):
        maak(document)
        document.paragraphs[-1].runs[1].font.color.rgb = RGBColor(255, 255, 255)

    return wit_maken


def xml(inhoud):
    def maak(document):
        document.add_paragraph("Met")
        document.element.body[1].append(parse_xml(inhoud))

    return maak


def word_met(maak):
    document, uit = Word(), io.BytesIO()
    document.add_paragraph("De gemeente verkoopt.")
    maak(document)
    document.save(uit)
    return uit.getvalue()


FORMULE = f"<m:oMath {nsdecls('m')}><m:r><m:t>x = {{}}</m:t></m:r></m:oMath>"
TEKEN = f'<w:r {nsdecls("w")}><w:sym w:font="Wingdings" w:char="{{}}"/></w:r>'


@pytest.mark.parametrize(
    ("oud", "nieuw", "soort"),
    [
        (alinea("Slot."), met_kop("In afwijking van artikel 1 geldt 300."), "getal"),
        (met_kop("De gemeente betaalt."), met_kop("De gemeente betaalt niet."), "ontkenning"),
        (tabel("19", "5"), tabel("1", "95"), "getal"),
        (tabel("19", "5"), tabel("195", ""), "getal"),
        (alinea("artikel 1 5"), alinea("artikel 15"), "getal"),
        (alinea("te veel"), alinea("teveel"), "woord"),
        (alinea("zij betaalt ", "niet", " mee"), alinea("zij betaalt ", "niet", " mee", strike=True), "woord"),
        (alinea("zij betaalt ", "niet ", "mee"), alinea("zij betaalt ", "niet ", "mee", hidden=True), "ontkenning"),
        (alinea("zij betaalt ", "niet ", "mee"), wit(alinea("zij betaalt ", "niet ", "mee")), "ontkenning"),
        (alinea("zij ", "niet ", "mee"), alinea("zij ", "niet ", "mee", size=Pt(1)), "ontkenning"),
        (alinea("☐ de gemeente"), alinea("☑ de gemeente"), "leesteken"),
        (alinea("- 5 plaatsen"), alinea("5 plaatsen"), "leesteken"),
        (xml(FORMULE.format(3)), xml(FORMULE.format(30)), "getal"),
        (xml(TEKEN.format("F0FE")), xml(TEKEN.format("F0A8")), "leesteken"),
    ],
    ids=["koptekst erbij", "koptekst anders", "cellen verschoven", "cellen samen", "cijfers aaneen", "woorden aaneen",
         "doorgehaald", "verborgen", "wit op wit", "te klein", "aangekruist", "min", "formule", "symbool"],
)  # fmt: skip
def test_what_a_reader_of_word_sees_differ_is_never_called_layout(oud, nieuw, soort):
    een, ander = (docx.read_papier(word_met(maak), doorhaling=True) for maak in (oud, nieuw))

    assert soort == next(iter(verschillen(een, ander)))[0]
    assert [] == verschillen(een, een) == verschillen(ander, ander)


def op_een_vlak(document):
    """White words that are seen: in the dark head of a table, on a coloured paragraph, and marked."""
    cel = document.add_table(1, 1).rows[0].cells[0].paragraphs[0].add_run("Kop van de tabel")
    vlak, los = (document.add_paragraph().add_run(tekst) for tekst in ("Op een vlak", "Gemarkeerd"))
    for run in (cel, vlak, los):
        run.font.color.rgb = RGBColor(255, 255, 255)
    kleur = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="1F4E5F"/>'
    document.element.body.p_lst[-2].get_or_add_pPr().append(parse_xml(kleur))
    document.element.body.p_lst[-1].r_lst[0].get_or_add_rPr().append(parse_xml(kleur))


def test_white_words_on_a_colour_are_read():
    tekst = "\n".join(regel.tekst for regel in docx.read_papier(word_met(op_een_vlak)).regels)

    for woorden in ("Kop van de tabel", "Op een vlak", "Gemarkeerd"):
        assert woorden in tekst


def test_a_figure_that_word_shows_otherwise_when_it_opens_is_never_called_equal(map_, vergelijk):
    """Word and LibreOffice go by the value under a figure; who only reads the text of the file would miss it."""
    inhoud = io.BytesIO()
    with zipfile.ZipFile(map_ / "cijfer.docx") as bron, zipfile.ZipFile(inhoud, "w") as doel:
        for naam in bron.namelist():
            deel = bron.read(naam)
            doel.writestr(naam, deel.replace(b">45", b">54") if "customXml" in naam else deel)
    (map_ / "anders.docx").write_bytes(inhoud.getvalue())

    gezegd = " ".join(vergelijk("cijfer.docx", "anders.docx", code=1).split())

    assert "een invulveld waar ‘45 bewoners’ staat en dat bij het openen ‘54 bewoners’ kan tonen" in gezegd
    assert "niet alles kon worden vergeleken" in gezegd


def met_beeld(kleur):
    def maak(document):
        document.add_picture(io.BytesIO(beeld(kleur)))

    return maak


def beeld(kleur):
    """A picture of one pixel."""
    delen = [(b"IHDR", struct.pack(">2I5B", 1, 1, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(b"\0" + bytes(kleur)))]
    vast = [struct.pack(">I", len(wat)) + soort + wat + struct.pack(">I", zlib.crc32(soort + wat))
            for soort, wat in (*delen, (b"IEND", b""))]  # fmt: skip
    return b"\x89PNG\r\n\x1a\n" + b"".join(vast)


def test_another_picture_is_never_called_equal(map_, vergelijk):
    for naam, maak in (("een", met_beeld((0, 0, 0))), ("twee", met_beeld((255, 0, 0))), ("geen", alinea("Slot."))):
        (map_ / f"{naam}.docx").write_bytes(word_met(maak))

    assert "gelijk" in vergelijk("een.docx", "een.docx")
    assert "een ander beeld dan de raadsversie (van boven geteld nummer 1)" in vergelijk(
        "een.docx", "twee.docx", code=1
    )
    assert "een ander beeld dan de raadsversie" in vergelijk("een.docx", "geen.docx", code=1)


def test_words_that_nobody_sees_are_named(map_, vergelijk):
    (map_ / "een.docx").write_bytes(word_met(alinea("zij betaalt mee")))
    (map_ / "twee.docx").write_bytes(word_met(alinea("zij betaalt ", "niet ", "mee", hidden=True)))

    assert "twee.docx bevat woorden die niemand ziet: ‘niet’" in vergelijk("een.docx", "twee.docx", code=1)


NIVEAU = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'


def lijst(*niveaus, alineas=((0, "het COA"), (0, "de gemeente"))):
    """Paragraphs in a list with these levels: where it begins, the form and the text of each number."""

    def maak(document):
        wortel = document.part.numbering_part.element
        soort = "".join(NIVEAU.format(diepte, *niveau) for diepte, niveau in enumerate(niveaus))
        soort = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{soort}</w:abstractNum>'
        wortel.insert(0, parse_xml(soort))
        wortel.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/></w:num>'))
        for diepte, tekst in alineas:
            document.add_paragraph(tekst)
            vorm = document.element.body.p_lst[-1].get_or_add_pPr().get_or_add_numPr()
            vorm.get_or_add_ilvl().val, vorm.get_or_add_numId().val = diepte, 91

    return maak


@pytest.mark.parametrize(
    ("maak", "verwacht"),
    [
        (lijst((1, "decimal", "%1.")), ["1.", "2."]),
        (lijst((3, "decimal", "Artikel %1")), ["Artikel 3", "Artikel 4"]),
        (lijst((26, "lowerLetter", "%1)")), ["z)", "aa)"]),
        (lijst((4, "upperRoman", "%1.")), ["IV.", "V."]),
        (lijst((1, "bullet", "•")), ["", ""]),
        (
            lijst(
                (1, "decimal", "%1."), (1, "lowerLetter", "%1.%2"),
                alineas=((0, "a"), (1, "b"), (1, "c"), (0, "d"), (1, "e")),
            ),
            ["1.", "1.a", "1.b", "2.", "2.a"],
        ),
        (lambda document: [document.add_paragraph(tekst, "List Number") for tekst in "ab"], ["1.", "2."]),
    ],
    ids=["cijfers", "artikelen", "na de z", "romeins", "streepjes", "twee diep", "door de stijl"],
)  # fmt: skip
def test_the_numbers_that_word_sets_are_read_as_word_shows_them(maak, verwacht):
    assert [regel.nummering for regel in docx.read_papier(word_met(maak)).regels[1:]] == verwacht


@pytest.mark.parametrize(
    ("oud", "nieuw", "eerste"),
    [
        (lijst((1, "decimal", "%1.")), lijst((1, "lowerLetter", "%1.")), ("getal", "1.", "a.")),
        (lijst((1, "decimal", "%1.")), lijst((2, "decimal", "%1.")), ("getal", "1.", "2.")),
        (lijst((1, "decimal", "%1.")), lijst((1, "bullet", "-")), ("getal", "1.", "")),
    ],
    ids=["letters", "begint later", "geen nummers meer"],
)
def test_a_lid_with_another_number_in_word_is_a_difference(oud, nieuw, eerste):
    een, ander = (docx.read_papier(word_met(maak)) for maak in (oud, nieuw))

    assert verschillen(een, ander)[0] == eerste
    assert len(verschillen(een, ander)) == 2


def test_an_endnote_is_read_like_a_footnote(map_, vergelijk):
    noot = '<w:endnote w:id="2"><w:p><w:r><w:t>Zie {}.</w:t></w:r></w:p></w:endnote>'
    noten = f"<w:endnotes {nsdecls('w')}>{noot}</w:endnotes>"

    def maak(getal):
        def met_eindnoot(document):
            deel = Part(
                PackURI("/word/endnotes.xml"), "application/xml", noten.format(getal).encode(), document.part.package
            )
            document.part.relate_to(deel, f"{RELATIE}/endnotes")

        return word_met(met_eindnoot)

    (map_ / "een.docx").write_bytes(maak("artikel 3"))
    (map_ / "ander.docx").write_bytes(maak("artikel 4"))

    assert "1 verschil: 1 getal." in vergelijk("een.docx", "ander.docx", code=1)


def test_a_file_within_the_file_is_never_called_equal(map_, vergelijk):
    def met_bestand(document):
        document.element.body.insert(0, parse_xml(f"<w:altChunk {nsdecls('w')}/>"))

    (map_ / "in.docx").write_bytes(word_met(met_bestand))

    uitleg = vergelijk("in.docx", "in.docx", code=1)

    assert "in.docx bevat een ingevoegd bestand; dat is niet vergeleken." in uitleg
    assert "niet alles kon worden vergeleken" in uitleg
    assert "verschillen: 2" in uitleg


@settings(max_examples=20)
@given(st.lists(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=600, max_size=800), st.data())
def test_a_long_paper_is_laid_beside_another_piece_by_piece_and_every_word_is_accounted_for(eerst, data):
    later = list(eerst)
    for _ in range(data.draw(st.integers(0, 12))):
        plek = data.draw(st.integers(0, len(later) - 1))
        later[plek : plek + data.draw(st.integers(0, 40))] = data.draw(st.lists(st.sampled_from("abxyz"), max_size=5))
        later = later or ["x"]
    gelegd = list(opcodes(eerst, later))

    assert eerst == [woord for _, van, tot, _, _ in gelegd for woord in eerst[van:tot]]
    assert later == [woord for _, _, _, van, tot in gelegd for woord in later[van:tot]]
    assert all(eerst[a:b] == later[c:d] for soort, a, b, c, d in gelegd if soort == "equal")
    assert all(eerst[a:b] != later[c:d] for soort, a, b, c, d in gelegd if soort != "equal")


def test_one_word_in_thirty_pages_is_one_difference():
    woorden = [f"woord{nummer}" for nummer in range(12_000)]
    anders = [*woorden[:8_000], "niet", *woorden[8_000:]]

    assert [("ontkenning", "", "niet")] == verschillen(papier(" ".join(woorden)), papier(" ".join(anders)))


# --- what does not -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        (papier("een akkoord over asiel-opvang"), papier("een ak-", "koord over asiel-", "opvang", bladzijde=1)),
        (papier("“ieder” – ’s nachts … of"), papier("\"ieder\" - 's nachts ... of")),
        (papier("een oﬃcieel ﬁguur"), papier("een officieel figuur")),
        (papier("de raad\u00a0 stemt"), papier("de raad stemt")),
        (papier("wij vragen:", "geld"), papier("wij vragen:", "• geld", bladzijde=1)),
        (papier("Het COA beheert.", "De raad hoort."), papier("1. Het COA beheert.", "2. De raad hoort.", bladzijde=1)),
        (papier("de opvang"), papier("CONCEPT", "de opvang", bladzijde=1)),
    ],
    ids=["woordafbreking", "aanhalingstekens", "ligaturen", "witruimte", "opsomming", "nummers van Word", "watermerk"],
)  # fmt: skip
def test_layout_is_no_difference_and_is_named(oud, nieuw):
    heen, terug = vergelijk_woorden(oud, nieuw), vergelijk_woorden(nieuw, oud)

    assert () == heen.verschillen == terug.verschillen
    assert heen.opzij or "raad\u00a0" in oud.regels[0].tekst


def test_a_footer_with_its_version_in_the_middle_is_equal_to_itself():
    voet = Regel("Proefnota · versie 0.1 · intern", 2, 0, "voettekst")
    een = Papier((Regel("De gemeente betaalt.", 1), voet))

    assert [] == verschillen(een, een)


def test_a_printed_number_that_differs_between_two_pdfs_is_a_difference():
    assert [("getal", "2.", "")] == verschillen(
        papier("Partijen", "2. De raad", bladzijde=1), papier("Partijen", "De raad", bladzijde=1)
    )


@pytest.mark.parametrize("oud", ["raad.docx", "raad.pdf"])
@pytest.mark.parametrize("nieuw", ["raad.docx", "raad.pdf"])
def test_one_paper_in_two_forms_is_equal_notes_and_numbers_included(map_, vergelijk, oud, nieuw):
    assert "De teksten zijn woord voor woord gelijk" in vergelijk(oud, nieuw)


@pytest.mark.parametrize("oud", ["raad.docx", "raad.pdf"])
@pytest.mark.parametrize("nieuw", ["teken.docx", "teken.pdf"])
def test_a_negation_that_went_is_found_in_every_pairing(map_, vergelijk, oud, nieuw):
    gevonden = json.loads(vergelijk(oud, nieuw, "--json", code=1))["verschillen"]

    assert [("ontkenning", "niet", "")] == [(v["soort"], v["oud"]["tekst"], v["nieuw"]["tekst"]) for v in gevonden]


# --- the report --------------------------------------------------------------------------------------------


def test_the_report_names_both_files_their_checksums_and_what_goes_into_the_facts(map_, stukken, vergelijk):
    from generator.uitvoer import hash_van

    gezegd = vergelijk("raad.docx", "teken.pdf", code=1)

    hashes = hash_van(stukken["raad.docx"]), hash_van(stukken["teken.pdf"])
    assert f"raadsversie  raad.docx  SHA-256 {hashes[0]}" in gezegd
    assert "1 verschil: 1 ontkenning." in gezegd
    assert f"tekenversie:\n  bestand: teken.pdf\n  sha256: {hashes[1]}\n  raadsversie: {hashes[0]}\n" in gezegd
    assert "  verschillen: 1\n" in gezegd


def test_the_day_that_was_said_goes_into_the_facts(map_, vergelijk):
    met, zonder = (vergelijk("raad.docx", "raad.docx", *dag) for dag in (["--op", "3 maart 2025"], []))

    assert "  vergeleken_op: 2025-03-03\n" in met
    assert "  vergeleken_op: {open: dag van de vergelijking}\n" in zonder


@pytest.mark.parametrize(
    ("naam", "genoemd"),
    [("getekend/teken.pdf", "getekend/teken.pdf"), ("getekend/a: b #1.pdf", '"getekend/a: b #1.pdf"')],
)
def test_in_a_werkmap_what_goes_into_the_facts_is_the_path_from_there(
    map_, stukken, vergelijk, monkeypatch, naam, genoemd
):
    (map_ / "gemeente.yaml").write_text("naam: Proefstad\n")
    for deel in ("inhoud", "getekend"):
        (map_ / deel).mkdir()
    (map_ / naam).write_bytes(stukken["raad.pdf"])
    monkeypatch.chdir(map_ / "inhoud")

    gezegd = vergelijk("../raad.docx", f"../{naam}")

    assert f"tekenversie:\n  bestand: {genoemd}\n" in gezegd
    assert naam == yaml.safe_load(gezegd.partition("tekenversie:\n")[2].partition("  sha256")[0])["bestand"]


def test_the_report_to_file_holds_the_same_and_is_made_twice_the_same(map_, vergelijk):
    for naam in ("een.docx", "twee.docx"):
        vergelijk("raad.docx", "teken.docx", "--verslag", naam, "--op", "2025-03-03", code=1)

    een = (map_ / "een.docx").read_bytes()
    assert een == (map_ / "twee.docx").read_bytes()
    tekst = "\n".join(regel.tekst for regel in docx.read_papier(een).regels)
    for deel in ("Verslag van vergelijking", "teken.docx", "1 verschil: 1 ontkenning.", "[niet]", "[staat hier niet]"):
        assert deel in tekst
    assert "Raadwerk" in tekst


@pytest.mark.parametrize(
    "naam", ["teken.docx", "inhoud/proef/bevroren/brief/1.0/verslag.docx", "inhoud/proef/teksten/verslag.md"]
)
def test_a_report_never_overwrites_a_file_and_never_comes_among_the_facts(map_, vergelijk, naam):
    (map_ / naam).parent.mkdir(parents=True, exist_ok=True)
    (map_ / "inhoud/proef").mkdir(parents=True, exist_ok=True)
    (map_ / "inhoud/proef/dossier.yaml").touch()
    voor = lees_map(map_)

    gezegd = vergelijk("raad.docx", "teken.docx", "--verslag", naam, "--op", "2025-03-03", code=2)

    assert naam in gezegd
    assert "raad: noem een andere" in gezegd
    assert lees_map(map_) == voor


@pytest.mark.parametrize("opties", [["--verslag", "v.docx"], ["--verslag", "v.txt", "--op", "2025-03-03"]])
def test_a_report_needs_a_day_and_a_kind(map_, vergelijk, opties):
    assert "noem bij --verslag een bestand" in vergelijk("raad.docx", "raad.docx", *opties, code=2)


def test_tracked_changes_are_read_as_accepted_and_named(map_, vergelijk):
    gewoon = word("De raad stemt in.")
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(gewoon)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for deel in oud.namelist():
            inhoud = oud.read(deel)
            if deel == "word/document.xml":
                inhoud = inhoud.replace(
                    b"<w:r><w:t>De raad stemt in.</w:t></w:r>",
                    b'<w:r><w:t xml:space="preserve">De raad stemt </w:t></w:r><w:ins w:id="1" w:author="a"><w:r>'
                    b'<w:t xml:space="preserve">niet </w:t></w:r></w:ins><w:r><w:t>in.</w:t></w:r>',
                )
            nieuw.writestr(deel, inhoud)
    (map_ / "een.docx").write_bytes(gewoon)
    (map_ / "spoor.docx").write_bytes(uit.getvalue())

    gezegd = vergelijk("een.docx", "spoor.docx", code=1)

    assert "spoor.docx bevat bijgehouden wijzigingen; het is gelezen alsof die zijn aanvaard." in gezegd
    assert "1 verschil: 1 ontkenning." in gezegd


def test_a_page_that_is_a_picture_is_never_called_equal(map_, stukken, vergelijk):
    schrijver = PdfWriter()
    for bladzijde in PdfReader(io.BytesIO(stukken["raad.pdf"])).pages:
        schrijver.add_page(bladzijde)
    schrijver.add_blank_page()
    schrijver.write(map_ / "deels.pdf")

    gezegd = vergelijk("raad.docx", "deels.pdf", code=1)

    assert "deels.pdf: op bladzijde 2 staat geen tekst maar beeld; dat is niet vergeleken." in gezegd
    assert "niet alles kon worden vergeleken" in gezegd
    assert "  verschillen: 1\n" in gezegd


def _scan():
    schrijver, uit = PdfWriter(), io.BytesIO()
    schrijver.add_blank_page(595, 842)
    schrijver.write(uit)
    return uit.getvalue()


def _op_slot(stukken):
    schrijver, uit = PdfWriter(io.BytesIO(stukken["raad.pdf"])), io.BytesIO()
    schrijver.encrypt("geheim", algorithm="RC4-128")
    schrijver.write(uit)
    return uit.getvalue()


@pytest.mark.parametrize(
    ("maak", "zin"),
    [
        (lambda _: b"", "het bestand is leeg"),
        (lambda _: b"gewone tekst", "dit is geen Word-bestand en geen pdf"),
        (lambda stukken: stukken["raad.docx"][:900], "dit is geen leesbaar Word-bestand"),
        (lambda stukken: stukken["raad.pdf"][:300], "dit is geen leesbare pdf"),
        (lambda _: _scan(), "staat geen tekst, alleen beeld"),
        (_op_slot, "de pdf is met een wachtwoord beveiligd"),
    ],
    ids=["leeg", "tekst", "afgebroken docx", "afgebroken pdf", "scan", "wachtwoord"],
)
def test_what_cannot_be_read_is_a_sentence(map_, stukken, vergelijk, maak, zin):
    (map_ / "stuk").write_bytes(maak(stukken))

    gezegd = vergelijk("raad.docx", "stuk", code=2)
    assert zin in gezegd
    assert ".txt" not in gezegd  # which is no file to compare


def test_a_file_that_is_not_there_is_a_sentence(map_, vergelijk):
    assert "raad.doc" in vergelijk("raad.doc", "raad.docx", code=2)


def test_a_paper_of_others_is_compared_too(map_, vergelijk):
    (map_ / "a.docx").write_bytes(word("De huur is 100 euro.", "De gemeente tekent."))
    (map_ / "b.docx").write_bytes(word("De huur is 120 euro.", "De gemeente tekent."))

    assert "1 verschil: 1 getal." in vergelijk("a.docx", "b.docx", code=1)
