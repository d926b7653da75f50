"""The Markdown that a reviewer reads in ``git diff``."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin
from msgspec.structs import replace
from voorbeelddocument import GRAFIEK, KOP, TABEL, TIJDLIJN, alinea, voorbeelddocument

from generator.document.nodes import (
    Blok,
    BulletList,
    Cell,
    Cijfer,
    Citaat,
    Emphasis,
    Footnote,
    FootnoteRef,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListItem,
    NumberedList,
    Row,
    Strong,
    Text,
)
from generator.document.walk import plain_text
from generator.schrijvers import markdown

VIJANDIG = [
    "<script>alert(1)</script>", "<http://a.nl>", "{{ 7 * 7 }}", "a & b &amp; c", "&#42;", 'zeg "ja"', "a | b | c",
    "**vet** en *cursief*", "__vet__ a_b_c", "~~door~~", "[tekst](http://a.nl)", "![alt](b.png)", "![", "***", "\\*",
    "# kop", "- punt", "+ punt", "+", "> citaat", "1. punt", "12) punt", "1.", "---", "===", "```", "~~~", ":::",
    "#set", "[^1]", "[^1]: noot", "einde\\", "`code`", "$x^2$", "\u202eomgekeerd\u202c",
]  # fmt: skip


def schrijf(*blokken: Blok, noten: tuple[Footnote, ...] = ()) -> str:
    kaal = voorbeelddocument()
    meta = replace(kaal.meta, concept=False)
    return markdown.write(replace(kaal, meta=meta, blocks=blokken, footnotes=noten)).decode()


def lees(tekst: str) -> SyntaxTreeNode:
    lezer = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    return SyntaxTreeNode(lezer.use(footnote_plugin, inline=False).parse(tekst))


def woorden(node: SyntaxTreeNode) -> str:
    """What a reader of the rendered Markdown sees."""
    if node.type in {"text", "text_special", "code_inline"}:
        return node.content
    if node.type in {"softbreak", "hardbreak"}:
        return " "
    return "".join(woorden(kind) for kind in node.children)


def soorten(tekst: str) -> list[str]:
    return [kind.type for kind in lees(tekst).children]


def cijfer(tekst: str) -> Cijfer:
    return Cijfer(tekst, "cijfers.proef", "tekst")


def cel(*inhoud: Inline) -> Cell:
    return Cell(inhoud)


# --- values are literal ---------------------------------------------------------------------------------


@pytest.mark.parametrize("waarde", VIJANDIG)
@pytest.mark.parametrize("soort", [Text, cijfer], ids=["tekst", "feit"])
def test_a_paragraph_reads_back_as_it_was(waarde: str, soort):
    boom = lees(schrijf(alinea(soort(waarde), Text(" en meer."))))
    assert [kind.type for kind in boom.children] == ["paragraph"]
    assert woorden(boom) == f"{waarde} en meer."


@pytest.mark.parametrize("waarde", VIJANDIG)
def test_a_value_alone_reads_back_as_it_was_in_every_place(waarde: str):
    tekst = schrijf(
        Heading(2, (cijfer(waarde),), "kop"),
        BulletList((ListItem((alinea(cijfer(waarde)),)),)),
        Citaat((alinea(Strong((cijfer(waarde),))),), (cijfer(waarde),)),
        alinea(Link((cijfer(waarde),), "https://voorbeeld.nl/a")),
    )
    kop, lijst, citaat, link = lees(tekst).children
    assert (kop.type, woorden(kop)) == ("heading", waarde)
    assert (lijst.type, woorden(lijst)) == ("bullet_list", waarde)
    assert (citaat.type, woorden(citaat)) == ("blockquote", f"{waarde}— {waarde}")
    assert (link.type, woorden(link)) == ("paragraph", waarde)
    assert [kind.type for kind in link.children[0].children] == ["link"]


@pytest.mark.parametrize("waarde", VIJANDIG)
def test_a_cell_reads_back_as_it_was(waarde: str):
    rij = Row((cel(cijfer(waarde)), cel(Text(waarde)), cel(Strong((Text(waarde),)))))
    _, tabel, _ = lees(schrijf(replace(TABEL, rows=(rij,)))).children
    _, romp = tabel.children
    assert [woorden(deel) for deel in romp.children[0].children] == [waarde] * 3


@pytest.mark.parametrize("waarde", VIJANDIG)
def test_a_head_and_a_chart_read_back_as_they_were(waarde: str):
    kop = replace(KOP, documentsoort=waarde, onderwerp=(cijfer(waarde),))
    staaf = replace(GRAFIEK.staven[0], naam=waarde)
    tekst = schrijf(kop, replace(GRAFIEK, staven=(staaf,)))
    soort, onderwerp, _, _, tabel, _ = lees(tekst).children
    assert (woorden(soort), woorden(onderwerp)) == (waarde, waarde)
    assert woorden(tabel.children[1].children[0].children[0]) == waarde


def test_lines_within_a_value_become_one_line():
    assert schrijf(alinea(cijfer("een\ntwee\n\n- drie"))) == "een twee - drie\n"


def test_an_address_with_brackets_and_spaces_reads_back():
    adres = "https://voorbeeld.nl/a_(b)?c=<d>&copy=1 e"
    link = lees(schrijf(alinea(Link((Text("het besluit"),), adres)))).children[0].children[0].children[0]
    assert link.type == "link"
    assert link.attrs["href"] == "https://voorbeeld.nl/a_(b)?c=%3Cd%3E&copy=1%20e"


# --- for the eye of a reviewer --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zinnen", "regels"),
    [
        ("Een zin. Nog een zin? Ja! De laatste.", ["Een zin.", "Nog een zin?", "Ja!", "De laatste."]),
        ("Het besluit van 20 december 2024. Daarna niets.", ["Het besluit van 20 december 2024.", "Daarna niets."]),
        (
            "Zie art. 6 en nr. Vier van mr. Jansen, E. Van Lente.",
            ["Zie art. 6 en nr. Vier van mr. Jansen, E. Van Lente."],
        ),
        ("Volgens het college (zie o.a. De Nota) kan het.", ["Volgens het college (zie o.a. De Nota) kan het."]),
        ("De raad vroeg: ‘Kan dat?’ Het college zei ja.", ["De raad vroeg: ‘Kan dat?’", "Het college zei ja."]),
        ("Er zijn 5.787 plaatsen. Één ervan is vrij.", ["Er zijn 5.787 plaatsen.", "Één ervan is vrij."]),
        ("Er is geen zin", ["Er is geen zin"]),
    ],
)
def test_each_sentence_has_its_own_line(zinnen: str, regels: list[str]):
    assert schrijf(alinea(zinnen)).splitlines() == regels


def test_a_sentence_ends_behind_its_footnote_and_its_bold_words():
    inhoud = alinea("Een ", Strong((Text("zin."),)), FootnoteRef(1), " Nog een.")
    assert schrijf(inhoud, noten=(Footnote(1, (alinea("Noot."),)),)).splitlines()[:2] == [
        "Een **zin.**[^1]",
        "Nog een.",
    ]


def test_a_fact_is_never_broken_over_lines():
    tekst = schrijf(alinea(cijfer("Een feit. Met twee zinnen."), " Klaar."))
    assert tekst.splitlines() == ["Een feit. Met twee zinnen.", "Klaar."]


def test_one_changed_word_changes_one_line():
    oud, nieuw = (schrijf(alinea(f"De eerste zin. De {woord} zin. De laatste zin.")) for woord in ("tweede", "andere"))
    verschil = [a for a, b in zip(oud.splitlines(), nieuw.splitlines(), strict=True) if a != b]
    assert verschil == ["De tweede zin."]


def test_bold_words_keep_their_spaces_outside_the_marks():
    assert schrijf(alinea("a", Strong((Text(" b "),)), "c", Emphasis((Text(" "),)), "d")) == "a **b** c d\n"


def test_a_line_break_stays_one():
    assert woorden(lees(schrijf(alinea("Straat", LineBreak(), "- Plaats")))) == "Straat - Plaats"
    assert "hardbreak" in [kind.type for kind in lees(schrijf(alinea("a", LineBreak(), "b"))).walk()]


def test_two_lists_stay_two():
    punten = tuple(ListItem((alinea(tekst),)) for tekst in ("een", "twee"))
    tekst = schrijf(BulletList(punten), BulletList(punten), NumberedList(punten), NumberedList(punten, start=7))
    assert soorten(tekst) == ["bullet_list", "bullet_list", "ordered_list", "ordered_list"]
    assert lees(tekst).children[3].attrs == {"start": 7}


def test_a_list_within_an_item_stays_within_it():
    binnen = BulletList((ListItem((alinea("binnen"),)),))
    tekst = schrijf(NumberedList((ListItem((alinea("buiten"), binnen, alinea("en verder"))),), start=10))
    (lijst,) = lees(tekst).children
    assert [kind.type for kind in lijst.children[0].children] == ["paragraph", "bullet_list", "paragraph"]


def test_a_table_is_aligned_and_reads_back():
    tekst = schrijf(TABEL)
    rijen = [regel for regel in tekst.splitlines() if regel.startswith("|")]
    assert len({len(rij) for rij in rijen}) == 1
    _, tabel, noot = lees(tekst).children
    hoofd, romp = tabel.children
    assert [woorden(deel) for deel in hoofd.children[0].children] == ["Soort opvang", "Taak", "Indicatief"]
    assert [kind.attrs.get("style") for kind in romp.children[0].children] == [
        None,
        "text-align:right",
        "text-align:right",
    ]
    assert woorden(noot) == plain_text(TABEL.note)


def test_a_footnote_of_two_paragraphs_reads_back():
    noot = Footnote(1, (alinea("Eerste."), alinea("Tweede.")))
    boom = lees(schrijf(alinea("Tekst.", FootnoteRef(1)), noten=(noot,)))
    (blok,) = [kind for kind in boom.children if kind.type == "footnote_block"]
    assert woorden(blok) == "Eerste.Tweede."


def test_pictures_show_their_facts_and_their_alternative():
    tekst = schrijf(TIJDLIJN, GRAFIEK)
    assert "- 31 januari 2025: Einde bezwaartermijn (berekende datum)" in tekst
    assert plain_text(TIJDLIJN.alt) in tekst
    assert plain_text(GRAFIEK.alt) in tekst
    assert "| Vechtstate |       90 |   – |" in tekst


def test_a_concept_says_so_and_a_definitive_paper_does_not():
    document = voorbeelddocument()
    definitief = replace(document, meta=replace(document.meta, concept=False))
    assert markdown.write(document).startswith(b"**Concept**")
    assert b"niet definitief" not in markdown.write(definitief)


def test_the_whole_paper_has_one_h1_no_html_and_one_last_newline():
    tekst = markdown.write(voorbeelddocument()).decode()
    boom = lees(tekst)
    assert [kind.tag for kind in boom.children if kind.type == "heading"].count("h1") == 1
    assert not [kind for kind in boom.walk() if kind.type in {"html_block", "html_inline", "code_block", "fence"}]
    assert tekst.endswith("\n")
    assert not tekst.endswith("\n\n")
    assert not [regel for regel in tekst.splitlines() if regel != regel.rstrip()]


def test_every_word_of_the_paper_is_there():
    document = voorbeelddocument()
    gelezen = "".join(woorden(lees(markdown.write(document).decode())).split())
    for blok in document.blocks:
        if type(blok).__name__ in {"Paragraph", "Heading", "BulletList", "NumberedList"}:
            assert "".join(plain_text(blok).split()) in gelezen


def test_the_same_paper_gives_the_same_bytes():
    assert markdown.write(voorbeelddocument()) == markdown.write(voorbeelddocument())
