"""The parts that only some papers have, from their Markdown to the page: points, articles, checklists, letters."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader
from voorbeelddocument import voorbeeldbrief, voorbeelddocument, voorbeeldhuisstijl
from voorbeelden import boom

from generator import keten
from generator.document.nodes import (
    Aanvinkpunt,
    Argument,
    Artikel,
    Beslispunten,
    Briefhoofd,
    Document,
    LineBreak,
    NumberedList,
)
from generator.document.walk import plain_text, walk
from generator.errors import DocumentError

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

PUNTEN = """
::: beslispunt {#aantal}
{{ cijfers.zuid }} plaatsen mogelijk te maken;
:::

::: beslispunt
de looptijd vast te leggen.
:::
"""
ARTIKELEN = """
## Overeenkomst

::: artikel {#begrippen}
### Begrippen

In deze overeenkomst wordt verstaan onder:

1. gemeente: de gemeente Proefstad;
2. COA: het Centraal Orgaan. {#coa}
:::

::: artikel
### Looptijd

1. De overeenkomst gaat in op {{ datums.besluit }}. {#ingang}
2. Partijen spreken af:
   1. dat zij overleggen;
   2. dat zij dat vastleggen. {#slot}
:::
"""
LIJST = """
::: toetslijst
## Termijn

| Vraag | Grond | Feiten | Uitkomst | Door |
|:--|:--|:--|:--|:--|
| Is het op tijd? {#op-tijd} | [Awb 6:7](https://wetten.overheid.nl) | {{ datums.besluit }} | ja | de feiten |
| Is er belang? | | | nog te beoordelen | de jurist |
:::
"""
BRIEF = """\
::: briefhoofd
Brief

# Uw bezwaar

- **Van**: Het college
- **Aan**: J. Voorbeeld\\
  {{ stuk.onderwerp }}
- **Ons kenmerk**: {{ stuk.zaaknummer }}
:::

Geachte heer Voorbeeld,
"""


def alle(document: Document, soort):
    return [node for node in walk(document.blocks) if isinstance(node, soort)]


# --- numbers and references ---------------------------------------------------------------------------


def test_points_one_after_the_other_are_one_list_that_numbers_itself():
    (punten,) = alle(boom(PUNTEN), Beslispunten)

    assert [(1, "45 plaatsen mogelijk te maken;"), (2, "de looptijd vast te leggen.")] == [
        (punt.nummer, plain_text(punt)) for punt in punten.punten
    ]


def test_points_count_on_after_what_stands_between_them():
    eerste, tweede = alle(boom(PUNTEN + "\nEn ook:\n\n::: beslispunt\nte wachten.\n:::\n"), Beslispunten)

    assert [1, 2] == [punt.nummer for punt in eerste.punten]
    assert [3] == [punt.nummer for punt in tweede.punten]


def test_an_argument_and_a_kanttekening_count_for_themselves_with_their_point():
    delen = [("argument", "aantal"), ("argument", "beslispunt"), ("argument", "aantal"), ("kanttekening", "aantal")]
    tekst = "".join(f"\n::: {soort} {{bij={bij}}}\n## Bewering {n}\n\nOmdat.\n:::\n"
                    for n, (soort, bij) in enumerate(delen))  # fmt: skip

    assert [("argument", "1.1"), ("argument", "2.1"), ("argument", "1.2"), ("kanttekening", "1.1")] == [
        (deel.soort, deel.nummer) for deel in alle(boom(PUNTEN + tekst), Argument)
    ]


def test_articles_number_themselves_and_their_leden_and_a_lone_lid_has_no_number():
    begrippen, looptijd = alle(boom(ARTIKELEN), Artikel)

    assert [(1, [0]), (2, [1, 2])] == [
        (artikel.nummer, [lid.nummer for lid in artikel.leden]) for artikel in (begrippen, looptijd)
    ]
    assert "De overeenkomst gaat in op 20\u00a0december\u00a02024." == plain_text(looptijd.leden[0])


def test_a_list_of_one_is_an_article_without_leden():
    (artikel,) = alle(boom("## A\n\n::: artikel\n### Titel\n\n1. Eén zin.\n:::\n"), Artikel)

    assert [0] == [lid.nummer for lid in artikel.leden]


def test_onderdelen_have_letters_and_an_ordinary_list_has_numbers():
    lijsten = alle(boom(ARTIKELEN + "\n1. een\n2. twee\n"), NumberedList)

    assert [True, True, False] == [lijst.letters for lijst in lijsten]


def test_letters_go_on_after_z():
    lijst = NumberedList((), start=26, letters=True)

    assert ["z", "aa", "bb"] == [lijst.mark(plek) for plek in range(3)]


@pytest.mark.parametrize(
    ("label", "naam"),
    [
        ("aantal", "beslispunt 1"),
        ("waarom", "argument 1.1"),
        ("begrippen", "artikel 1"),
        ("looptijd", "artikel 2"),
        ("ingang", "artikel 2, eerste lid"),
        ("slot", "artikel 2, tweede lid, onder b"),
        ("coa", "artikel 1, onder b"),
        ("termijn", "‘Termijn’"),
    ],
)
def test_a_reference_says_what_it_refers_to(label: str, naam: str):
    waarom = "\n::: argument {bij=aantal #waarom}\n## Bewering\n\nOmdat.\n:::\n"
    document = boom(PUNTEN + waarom + ARTIKELEN + LIJST + f"\nZie [](#{label}).\n")

    assert f"Zie {naam}." == plain_text(document.blocks[-1])


def test_a_fact_can_name_a_part_and_a_reference_to_it():
    tekst = "::: beslispunt {#punt-{{ cijfers.zuid }}}\nte wachten.\n:::\n\nZie [](#punt-{{ cijfers.zuid }}).\n"

    assert "Zie beslispunt 1." == plain_text(boom(tekst).blocks[-1])


def test_a_fact_in_a_label_never_becomes_a_property():
    lijst = LIJST.replace("#op-tijd", "#{{ stuk.onderwerp }}")

    assert ["Een-proef", "termijn-2"] == [punt.label for punt in alle(boom(lijst), Aanvinkpunt)]


def test_an_item_of_a_checklist_holds_what_its_row_says():
    punt, ander = alle(boom(LIJST), Aanvinkpunt)

    assert ("op-tijd", "ja", "de feiten") == (punt.label, punt.uitkomst, plain_text(punt.door))
    assert ("Is het op tijd?", "Awb 6:7", "20\u00a0december\u00a02024") == tuple(
        plain_text(deel) for deel in (punt.vraag, punt.grond, punt.feiten)
    )
    assert ("nog te beoordelen", "de jurist") == (ander.uitkomst, plain_text(ander.door))


def test_a_letter_begins_with_who_writes_to_whom():
    document = boom(BRIEF, hoofd="")
    hoofd = document.blocks[0]

    assert isinstance(hoofd, Briefhoofd)
    assert ("Het college", "J. Voorbeeld Een proef") == (plain_text(hoofd.afzender), plain_text(hoofd.geadresseerde))
    assert LineBreak() in hoofd.geadresseerde
    assert [("Ons kenmerk", "Z-2025-1")] == [(k.naam, plain_text(k.waarde)) for k in hoofd.kenmerken]
    assert "Brief: Uw bezwaar" == document.meta.titel


# --- what is wrong has a sentence ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markdown", "melding"),
    [
        ("::: beslispunt\n:::", "een beslispunt zonder tekst"),
        ("::: argument {bij=x}\n## Bewering\n:::", "een argument bij ‘x’, een beslispunt dat er niet is"),
        ("::: argument\n## Bewering\n:::", "een argument zonder bewering of zonder beslispunt"),
        ("::: kanttekening {bij=aantal}\nGeen kop.\n:::", "een kanttekening zonder bewering of zonder beslispunt"),
        ("::: artikel\nGeen kop.\n:::", "een artikel zonder titel"),
        ("::: artikel\n## Titel\n:::", "een artikel of lid zonder tekst"),
        ("::: artikel\n## Titel\n\n1. Een.\n2.\n:::", "een artikel of lid zonder tekst"),
        ("::: artikel\n## Titel\n\n1. Een.\n2. Twee.\n\nLos.\n:::", "na de leden van een artikel staat nog iets"),
        ("::: artikel\n#### Titel\n\nTekst.\n:::", "van kopniveau 1 naar 4 is een sprong"),
        ("::: artikel {#aantal}\n## Titel\n\nTekst.\n:::", "het label ‘aantal’ staat er tweemaal"),
        (ARTIKELEN.replace("#slot", "#ingang"), "het label ‘ingang’ staat er tweemaal"),
        ("Zie [](#lid-acht).", "een verwijzing naar ‘lid-acht’, dat er niet is"),
        (LIJST.replace("| ja |", "| misschien |"), "de uitkomst ‘misschien’ bestaat niet"),
        (LIJST.replace("de jurist", ""), "wie beoordeelt ‘Is er belang?’?"),
        (LIJST.replace("| Grond |", "| Artikel |"), "een toetslijst zonder titel, of met andere kolommen"),
        (LIJST.replace("## Termijn", ""), "een toetslijst zonder titel, of met andere kolommen"),
        (LIJST.split("| Is het", maxsplit=1)[0] + ":::", "een toetslijst zonder vragen"),
        (BRIEF, "precies één kop"),
    ],
)
def test_what_is_wrong_with_a_part_is_a_sentence_with_a_way_out(markdown: str, melding: str):
    with pytest.raises(DocumentError) as fout:
        boom(f"{PUNTEN}\n{markdown}\n")

    assert melding in str(fout.value)
    assert all(een.raad for een in fout.value.fouten)


@pytest.mark.parametrize("weg", ["Brief\n", "# Uw bezwaar", "- **Van**: Het college\n"])
def test_a_head_of_a_letter_that_lacks_something_is_refused(weg: str):
    with pytest.raises(DocumentError, match="het briefhoofd is niet compleet"):
        boom(BRIEF.replace(weg, "", 1), hoofd="")


# --- on the page --------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=[voorbeelddocument, voorbeeldbrief], ids=["stuk", "brief"])
def stuk(request) -> Document:
    return request.param()


@pytest.fixture(scope="module")
def geschreven(stuk) -> dict[str, bytes]:
    return keten.schrijf(stuk, voorbeeldhuisstijl(), keten.FORMATEN)


def _kaal(tekst: str) -> str:
    return re.sub(r"\s+", " ", tekst.replace("\u00a0", " "))


def test_every_word_of_a_part_stands_on_each_page(stuk, geschreven):
    pdf = _kaal(" ".join(pagina.extract_text() for pagina in PdfReader(io.BytesIO(geschreven["pdf"])).pages))
    html = _kaal(re.sub("<[^>]+>", "", geschreven["html"].decode()))
    md = _kaal(geschreven["md"].decode())

    soorten = Beslispunten | Argument | Artikel | Briefhoofd
    for deel in (blok for blok in stuk.blocks if isinstance(blok, soorten)):
        for node in walk(deel):
            if hasattr(node, "text"):
                woorden = _kaal(node.text).strip()
                assert all(woorden in tekst for tekst in (pdf, html, md)), woorden


def test_the_word_file_of_a_part_has_no_errors(geschreven, tmp_path):
    pad = tmp_path / "stuk.docx"
    pad.write_bytes(geschreven["docx"])

    assert [] == [str(fout) for fout in OpenXmlValidator().validate(pad).errors]


def _vakjes(document: Document) -> list[tuple[str, str, str]]:
    docx = keten.schrijf(document, voorbeeldhuisstijl(), ["docx"])["docx"]
    with zipfile.ZipFile(io.BytesIO(docx)) as archief:
        wortel = etree.fromstring(archief.read("word/document.xml"))
    return [
        (
            vakje.find(f"{W}sdtPr/{W}alias").get(f"{W}val"),
            vakje.find(f".//{W14}checked").get(f"{W14}val"),
            "".join(vakje.itertext(f"{W}t")),
        )
        for vakje in wortel.iter(f"{W}sdt")
        if vakje.find(f"{W}sdtPr/{W14}checkbox") is not None
    ]


def test_word_has_a_box_to_tick_per_answer_ticked_where_the_facts_decide():
    assert [
        ("op-tijd.ja", "1", "☒"), ("op-tijd.nee", "0", "☐"), ("op-tijd.n.v.t.", "0", "☐"),
        ("termijn-2.ja", "0", "☐"), ("termijn-2.nee", "0", "☐"), ("termijn-2.n.v.t.", "0", "☐"),
    ] == _vakjes(boom(LIJST))  # fmt: skip


def test_html_has_a_box_to_tick_per_answer_with_its_words():
    pagina = keten.schrijf(boom(LIJST), voorbeeldhuisstijl(), ["html"])["html"].decode()

    assert [(" checked", "ja"), ("", "nee"), ("", "n.v.t."), ("", "ja"), ("", "nee"), ("", "n.v.t.")] == re.findall(
        r'<label><input type="checkbox"( checked)?> ([^<]+)</label>', pagina
    )


def test_a_screen_reader_hears_in_the_pdf_which_box_is_ticked():
    pdf = PdfReader(io.BytesIO(keten.schrijf(boom(LIJST), voorbeeldhuisstijl(), ["pdf"])["pdf"]))
    hoort: list[str] = []

    def loop(node) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for kind in node:
                loop(kind)
        elif isinstance(node, dict):
            hoort.extend([str(node["/Alt"])] if "/Alt" in node else [])
            if "/K" in node:
                loop(node["/K"])

    loop(pdf.trailer["/Root"]["/StructTreeRoot"])
    assert ["aangekruist:", *["niet aangekruist:"] * 5] == hoort


def test_the_markdown_of_a_checklist_shows_the_boxes():
    md = keten.schrijf(boom(LIJST), voorbeeldhuisstijl(), ["md"])["md"].decode()

    assert "[x] ja [ ] nee [ ] n.v.t. – de feiten" in md
    assert "[ ] ja [ ] nee [ ] n.v.t. – nog te beoordelen door de jurist" in md


def test_word_numbers_leden_and_letters_onderdelen():
    docx = keten.schrijf(boom(ARTIKELEN), voorbeeldhuisstijl(), ["docx"])["docx"]
    with zipfile.ZipFile(io.BytesIO(docx)) as archief:
        stuk, nummers = (etree.fromstring(archief.read(f"word/{deel}.xml")) for deel in ("document", "numbering"))
    vormen = {
        nummer.get(f"{W}numId"): nummers.xpath(
            f"string(//w:abstractNum[@w:abstractNumId='{nummer[0].get(f'{W}val')}']/w:lvl[1]/w:numFmt/@w:val)",
            namespaces={"w": W[1:-1]},
        )
        for nummer in nummers.iter(f"{W}num")
    }

    assert ["lowerLetter"] * 2 + ["decimal"] * 2 + ["lowerLetter"] * 2 == [
        vormen[nummer.get(f"{W}val")] for nummer in stuk.iter(f"{W}numId") if nummer.get(f"{W}val") != "0"
    ]
