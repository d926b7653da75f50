"""What every writer owes the tree: each fact on the page, values literal, the same bytes, and access for all."""

import io
import os
import re
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from keuring import keur_pdf
from markdown_it import MarkdownIt
from msgspec.structs import replace
from pypdf import PdfReader
from pypdf.generic import IndirectObject
from voorbeelddocument import alinea, voorbeeldbrief, voorbeelddocument, voorbeeldhuisstijl

from generator import keten
from generator.document.nodes import Cijfer, Grafiek, Tijdlijn
from generator.document.walk import cijfers, plain_text, walk_blocks
from generator.errors import SchrijfError
from generator.schrijvers import beeld, html, markdown, pdf, zetwerk

BOOSAARDIG = [
    "**vet** _x_",
    "# kop",
    "<script>alert(1)</script>",
    "a & b < c",
    "{{ 7 * 7 }}",
    "#set text(red)",
    "$x^2$ @ref <label>",
    "| cel |",
    "`code` \\ ]]>",
    "\u202eabc",
]


@pytest.fixture(scope="module")
def stijl():
    return voorbeeldhuisstijl()


@pytest.fixture(scope="module")
def document():
    return voorbeelddocument()


@pytest.fixture(scope="module")
def beelden(document, stijl):
    return beeld.render_beelden(document, stijl)


@pytest.fixture(scope="module")
def als_pdf(document, stijl, beelden):
    return pdf.write(document, stijl, beelden)


@pytest.fixture(scope="module")
def als_html(document, stijl, beelden):
    return html.write(document, stijl, beelden).decode()


def _kaal(tekst):
    return re.sub(r"\s+", " ", tekst.replace("\u00a0", " "))


def _pdf_tekst(bestand):
    lezer = pypdfium2.PdfDocument(bestand)
    return _kaal(" ".join(pagina.get_textpage().get_text_range() for pagina in lezer))


def _met_waarde(document, waarde):
    """The sample with one paragraph that prints `waarde`."""
    return replace(
        document,
        blocks=(document.blocks[0], alinea("Waarde: ", Cijfer(waarde, "standpunten.x", ""), ".")),
        footnotes=(),
    )


class _Pagina(HTMLParser):
    """The tags, ids, addresses and text of a page."""

    def __init__(self, pagina):
        super().__init__()
        self.tags, self.ids, self.hrefs, self.bronnen, self.tekst = [], [], [], [], ""
        self._stijl = False
        self.feed(pagina)

    def handle_starttag(self, tag, attrs):
        eigen = dict(attrs)
        self.tags.append((tag, eigen))
        self._stijl = tag in {"style", "title", "desc"}
        if "id" in eigen:
            self.ids.append(eigen["id"])
        if "href" in eigen:
            self.hrefs.append(eigen["href"])
        self.bronnen += [eigen[naam] for naam in ("src", "srcset", "data") if naam in eigen]

    def handle_endtag(self, tag):
        self._stijl = False if tag in {"style", "title", "desc"} else self._stijl

    def handle_data(self, data):
        if not self._stijl:
            self.tekst += data


# --- each fact on the page ----------------------------------------------------------------------------


def test_every_fact_of_the_tree_stands_in_the_pdf(document, als_pdf):
    tekst = _pdf_tekst(als_pdf)

    assert [] == [cijfer.text for cijfer in cijfers(document.blocks) if _kaal(cijfer.text) not in tekst]


def test_every_fact_of_the_tree_stands_on_the_page(document, als_html):
    tekst = _kaal(_Pagina(als_html).tekst)

    assert [] == [
        cijfer.text for cijfer in cijfers(document.blocks) if _kaal(cijfer.text) not in _kaal(als_html) + tekst
    ]


def test_every_fact_of_the_tree_stands_in_the_markdown(document):
    tekst = _kaal(MarkdownIt("commonmark").enable("table").render(markdown.write(document).decode()))

    for cijfer in cijfers(document.blocks):
        assert _kaal(cijfer.text).replace("&", "&amp;") in tekst or cijfer in [
            deel for blok in walk_blocks(document) if isinstance(blok, Grafiek | Tijdlijn) for deel in cijfers(blok)
        ]


@pytest.mark.parametrize("waarde", BOOSAARDIG)
def test_a_hostile_value_is_literal_in_every_format(document, stijl, waarde):
    stuk = _met_waarde(document, waarde)

    assert f"Waarde: {waarde}." in _Pagina(html.write(stuk, stijl, {}).decode()).tekst
    assert "<script>" not in html.write(stuk, stijl, {}).decode()
    terug = MarkdownIt("commonmark").parse(markdown.write(stuk).decode())
    platte = "".join(
        kind.content for token in terug for kind in (token.children or []) if kind.type in {"text", "text_special"}
    )
    assert f"Waarde: {waarde}." in platte
    verwacht = waarde.replace("\u202e", "")
    assert _kaal(verwacht) in _pdf_tekst(pdf.write(stuk, stijl, {})) or _kaal(verwacht)[::-1] in _pdf_tekst(
        pdf.write(stuk, stijl, {})
    )


# --- the same bytes -----------------------------------------------------------------------------------

_MAAK = """
import hashlib, sys
sys.path.insert(0, {tests!r})
from voorbeelddocument import voorbeelddocument, voorbeeldhuisstijl
from generator.schrijvers import beeld, html, markdown, pdf
d, s = voorbeelddocument(), voorbeeldhuisstijl()
b = beeld.render_beelden(d, s)
for uit in (pdf.write(d, s, b), html.write(d, s, b), markdown.write(d)):
    print(hashlib.sha256(uit).hexdigest())
"""


def test_the_same_tree_is_the_same_bytes_under_another_zone_language_folder_and_hash_seed(tmp_path):
    uitslagen = {
        subprocess.run(
            [sys.executable, "-c", _MAAK.format(tests=str(Path(__file__).parent))],
            cwd=tmp_path, check=True, capture_output=True, text=True,
            env={**os.environ, "TZ": zone, "LANG": taal, "LC_ALL": taal, "PYTHONHASHSEED": zaad},
        ).stdout
        for zone, taal, zaad in (("UTC", "C", "0"), ("Pacific/Auckland", "nl_NL.UTF-8", "42"))
    }  # fmt: skip

    assert 1 == len(uitslagen)


# --- PDF ----------------------------------------------------------------------------------------------


def test_the_pdf_says_what_it_is_and_names_no_author(document, als_pdf):
    lezer = PdfReader(__import__("io").BytesIO(als_pdf))

    assert document.meta.titel == lezer.metadata.title
    assert not lezer.metadata.author
    assert "nl-NL" == lezer.trailer["/Root"]["/Lang"]
    assert lezer.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert len(lezer.outline) > 1


def test_the_pdf_has_real_headings_lists_tables_and_pictures_with_an_alternative(document, als_pdf):
    soorten, alternatieven = set(), set()

    def loop(node):
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, list):
            for kind in node:
                loop(kind)
        elif isinstance(node, dict):
            soorten.add(str(node.get("/S", "")))
            if "/Alt" in node:
                alternatieven.add(_kaal(str(node["/Alt"])))
            if "/K" in node:
                loop(node["/K"])

    loop(PdfReader(__import__("io").BytesIO(als_pdf)).trailer["/Root"]["/StructTreeRoot"])

    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Figure"} <= soorten
    assert {
        _kaal(plain_text(blok.alt)) for blok in walk_blocks(document) if isinstance(blok, Grafiek | Tijdlijn)
    } <= alternatieven


def test_the_internal_copy_carries_its_provenance_and_the_public_one_nothing(document, stijl, beelden, als_pdf):
    intern = PdfReader(__import__("io").BytesIO(pdf.write(document, stijl, beelden, herkomst=b'{"a": 1}\n')))

    assert [b'{"a": 1}\n'] == intern.attachments["herkomst.json"]
    assert {} == dict(PdfReader(__import__("io").BytesIO(als_pdf)).attachments)


@pytest.mark.parametrize(
    ("stukken", "herkomst", "profielen"),
    [
        ((voorbeelddocument, voorbeeldbrief), None, "ua1,2a"),
        ((voorbeelddocument,), b"{}\n", "ua1,3a"),
    ],
    ids=["openbaar", "intern"],
)
def test_verapdf_finds_nothing_wrong(stukken, stijl, beelden, tmp_path, herkomst, profielen):
    bestanden = [tmp_path / f"{nummer}.pdf" for nummer, _ in enumerate(stukken)]
    for bestand, maak in zip(bestanden, stukken, strict=True):
        bestand.write_bytes(pdf.write(maak(), stijl, beelden, herkomst=herkomst))

    keur_pdf(profielen, *bestanden)


def test_a_letter_that_the_font_lacks_is_refused_with_its_fact(document, stijl):
    with pytest.raises(SchrijfError, match=r"standpunten.x: het teken ‘漢’ \(U\+6F22\) zit niet in Carlito"):
        pdf.write(_met_waarde(document, "漢"), stijl, {})


def test_a_broken_typst_file_of_a_municipality_is_a_sentence(document, stijl, beelden):
    with pytest.raises(SchrijfError, match="de PDF is niet te zetten"):
        pdf.write(document, replace(stijl, typst="#onzin("), beelden)


def test_a_definitive_paper_has_no_watermark(document, stijl, beelden, als_pdf):
    definitief = pdf.write(replace(document, meta=replace(document.meta, concept=False)), stijl, beelden)

    assert "CONCEPT" in _pdf_tekst(als_pdf)
    assert "CONCEPT" not in _pdf_tekst(definitief)


# --- HTML ---------------------------------------------------------------------------------------------


def test_the_page_has_one_title_and_skips_no_level(als_html):
    niveaus = [int(tag[1]) for tag, _ in _Pagina(als_html).tags if re.fullmatch(r"h[1-6]", tag)]

    assert 1 == niveaus.count(1)
    assert all(later <= eerder + 1 for eerder, later in pairwise(niveaus))


def test_the_page_is_dutch_and_stands_alone(als_html):
    pagina = _Pagina(als_html)

    assert {"lang": "nl"} == dict(pagina.tags)["html"]
    assert not any(tag in {"script", "link", "iframe", "object"} for tag, _ in pagina.tags)
    assert all(bron.startswith("data:") for bron in pagina.bronnen)
    assert [] == re.findall(r"url\((?!\"?data:|#)", als_html)


def test_every_id_is_there_once_and_every_reference_has_one(als_html):
    pagina = _Pagina(als_html)

    assert len(pagina.ids) == len(set(pagina.ids))
    assert set() == {href[1:] for href in pagina.hrefs if href.startswith("#")} - set(pagina.ids)
    genoemd = {deel for _, eigen in pagina.tags for deel in (eigen.get("aria-labelledby") or "").split()}
    assert set() == genoemd - set(pagina.ids)


def test_table_headers_say_what_they_head_and_pictures_have_an_alternative(document, als_html):
    pagina = _Pagina(als_html)
    koppen = [eigen for tag, eigen in pagina.tags if tag == "th"]

    assert koppen
    assert all(eigen.get("scope") in {"col", "row"} for eigen in koppen)
    assert sum(isinstance(blok, Grafiek | Tijdlijn) for blok in walk_blocks(document)) == sum(
        tag == "svg" and eigen.get("role") == "img" for tag, eigen in pagina.tags
    )


def test_an_open_fact_is_marked_on_the_page(document, als_html):
    assert any(cijfer.open for cijfer in cijfers(document.blocks))
    assert als_html.count("<mark>") == sum(cijfer.open for cijfer in cijfers((document.blocks, document.footnotes)))


def test_a_broken_template_of_a_municipality_is_a_sentence(document, stijl, beelden):
    with pytest.raises(SchrijfError, match="de HTML-pagina is niet te maken"):
        html.write(document, replace(stijl, html="{{ onzin.weg }}"), beelden)


# --- pictures -----------------------------------------------------------------------------------------


def test_a_picture_is_well_formed_says_what_it_shows_and_prints_each_fact(document, beelden):
    for blok in walk_blocks(document):
        if isinstance(blok, Grafiek | Tijdlijn):
            svg = ET.fromstring(beelden[blok.label])  # noqa: S314 - our own
            woorden = " ".join(svg.itertext())
            assert plain_text(blok.alt) == svg.findtext("{http://www.w3.org/2000/svg}desc")
            delen = blok.staven if isinstance(blok, Grafiek) else blok.momenten
            assert [] == [cijfer.text for cijfer in cijfers(delen) if cijfer.text not in woorden]


def test_moments_stand_in_order_and_never_on_top_of_each_other(document, beelden):
    (lijn,) = [blok for blok in walk_blocks(document) if isinstance(blok, Tijdlijn)]
    hoogten = [
        float(hoogte)
        for hoogte in re.findall(r'text-anchor="end"', beelden[lijn.label].decode())
        and re.findall(r'y="([\d.]+)"[^>]*text-anchor="end"', beelden[lijn.label].decode())
    ]

    assert len(lijn.momenten) == len(hoogten)
    assert all(later - eerder >= 16 for eerder, later in pairwise(hoogten))


def test_a_picture_becomes_a_png_for_word(beelden, stijl):
    for svg in beelden.values():
        assert zetwerk.render_png(svg, stijl).startswith(b"\x89PNG")


def test_the_logo_of_the_house_style_is_a_png_in_word(document, stijl):
    logo = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="40" height="10"/></svg>'
    met = keten.schrijf(document, replace(stijl, logo=logo, logo_alt="wapen"), ["docx"])["docx"]

    with zipfile.ZipFile(io.BytesIO(met)) as archief:
        beelden = [archief.read(naam)[:4] for naam in archief.namelist() if naam.startswith("word/media/")]
    assert [b"\x89PNG"] * 3 == beelden


# --- Markdown -----------------------------------------------------------------------------------------


def test_the_markdown_has_one_sentence_a_line_and_ends_in_one_newline(document, stijl):
    stuk = replace(
        document,
        blocks=(document.blocks[0], alinea("Eerste zin. Tweede zin van 20 december 2024. Derde.")),
        footnotes=(),
    )

    assert markdown.write(stuk).decode().endswith("Eerste zin.\nTweede zin van 20 december 2024.\nDerde.\n")
    assert not markdown.write(document).endswith(b"\n\n")
