"""Every figure in a Word file is a control bound to a value with its words, and nothing a value holds is markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from voorbeelddocument import (
    alinea,
    voorbeeldbeelden,
    voorbeelddocument,
    voorbeeldhuisstijl,
)
from woordbestand import NS, W, alineas, deel, fouten, schrijf, woorden

from generator.document.nodes import (
    Cijfer,
    Herkomst,
    Link,
    Paragraph,
)
from generator.document.walk import cijfers, walk
from generator.errors import SchrijfError
from generator.schrijvers.docx import write

if TYPE_CHECKING:
    from lxml import etree


@pytest.fixture(scope="module")
def bestand() -> bytes:
    return write(voorbeelddocument(), voorbeeldhuisstijl(), voorbeeldbeelden())


def besturing(bestand: bytes, pad: str) -> list[etree._Element]:
    body = deel(bestand, "word/document.xml")
    return body.xpath(f"//w:sdt[w:sdtPr/w:alias/@w:val='{pad}']", namespaces=NS)


def test_every_figure_in_running_text_is_a_control_bound_to_an_element_with_its_text(bestand):
    waarden = deel(bestand, "customXml/item1.xml")
    gevonden = [
        (sdt.xpath("string(w:sdtPr/w:alias/@w:val)", namespaces=NS), woorden(sdt), binding)
        for naam in ("word/document.xml", "word/footnotes.xml")
        for sdt in deel(bestand, naam).iter(f"{W}sdt")
        for binding in sdt.xpath("w:sdtPr/w:dataBinding/@w:xpath", namespaces=NS)
    ]
    in_link_of_beeld = [
        cijfer
        for node in walk(voorbeelddocument())
        if isinstance(node, Link) or hasattr(node, "alt")
        for cijfer in cijfers(node)
    ]
    verwacht = list(cijfers(voorbeelddocument()))
    for cijfer in in_link_of_beeld:
        verwacht.remove(cijfer)
    assert sorted((cijfer.pad, cijfer.text) for cijfer in verwacht) == sorted(
        (pad, tekst) for pad, tekst, _ in gevonden
    )
    assert [tekst for _, tekst, _ in gevonden] == [
        waarden.xpath(f"string({pad})", namespaces=NS) for _, _, pad in gevonden
    ]


def test_the_bound_part_is_the_one_with_the_id_that_the_controls_name(bestand):
    eigen = deel(bestand, "customXml/itemProps1.xml").values()
    genoemd = set(deel(bestand, "word/document.xml").xpath("//w:dataBinding/@w:storeItemID", namespaces=NS))
    assert set(eigen) == genoemd


def test_a_fact_in_two_forms_has_two_elements_and_the_tag_follows_path_and_form(bestand):
    getal, in_woorden = (besturing(bestand, "taak.totaal")[nummer] for nummer in (0, 1))
    tags = [sdt.xpath("string(w:sdtPr/w:tag/@w:val)", namespaces=NS) for sdt in (getal, in_woorden)]
    assert len(set(tags)) == 2
    assert tags[0] in [
        sdt.xpath("string(w:sdtPr/w:tag/@w:val)", namespaces=NS)
        for sdt in besturing(schrijf(alinea(Cijfer("170", "taak.totaal", "getal"))), "taak.totaal")
    ]


def test_one_form_printed_in_two_ways_keeps_both():
    bestand = schrijf(alinea(Cijfer("Zes", "duur", "woorden"), " of ", Cijfer("zes", "duur", "woorden")))
    paden = {woorden(sdt): sdt.xpath("string(w:sdtPr/w:dataBinding/@w:xpath)", namespaces=NS)
             for sdt in besturing(bestand, "duur")}  # fmt: skip
    waarden = deel(bestand, "customXml/item1.xml")
    assert {tekst: waarden.xpath(f"string({pad})", namespaces=NS) for tekst, pad in paden.items()} == {
        "Zes": "Zes",
        "zes": "zes",
    }


def test_computed_figures_and_figures_in_a_quotation_are_locked_and_others_are_not(bestand):
    def sloten(pad: str) -> set[str]:
        return {sdt.xpath("string(w:sdtPr/w:lock/@w:val)", namespaces=NS) for sdt in besturing(bestand, pad)}

    assert sloten("taak.totaal") == {"sdtContentLocked"}
    assert sloten("verdeelbesluit.datum") == {""}


def test_an_open_fact_is_marked(bestand):
    (sdt,) = besturing(bestand, "stuk.zaaknummer")
    assert sdt.xpath("w:sdtContent/w:r/w:rPr/w:rStyle/@w:val", namespaces=NS) == ["OpenPlek"]


def test_a_figure_of_several_lines_keeps_its_lines():
    (sdt,) = besturing(schrijf(alinea(Cijfer("Dorp 1\nDalfsen", "gemeente.adres", "tekst"))), "gemeente.adres")
    assert len(list(sdt.iter(f"{W}br"))) == 1
    assert sdt.xpath("w:sdtPr/w:text/@w:multiLine", namespaces=NS) == ["1"]


def test_the_bound_part_holds_no_more_than_the_paper_shows(bestand):
    getoond = {cijfer.text for cijfer in cijfers(voorbeelddocument())}
    assert {element.text for element in deel(bestand, "customXml/item1.xml")} <= getoond


@pytest.mark.parametrize(
    "waarde",
    [
        "**vet**",
        "<script>alert(1)</script>",
        "a & b",
        "]]>",
        "{{ geheim }}",
        "#set x",
        "\u200fomgekeerd",
        "| a | b |",
        "  ruim  ",
    ],
)
def test_a_value_that_looks_like_markup_comes_out_literally(waarde, tmp_path):
    bestand = schrijf(alinea("Zo: ", Cijfer(waarde, "proef", "tekst"), "."))
    assert f"Zo: {waarde}." in alineas(bestand, "Normal")
    assert fouten(bestand, tmp_path) == []


@pytest.mark.parametrize("teken", ["\x00", "\x1b", "\ufffe", "\ud800"])
def test_a_character_that_xml_cannot_hold_is_refused_by_the_name_of_its_fact(teken):
    blok = Paragraph((Cijfer(f"a{teken}", "locatie.naam", "tekst"),), herkomst=Herkomst("teksten/a.md", 3))
    with pytest.raises(SchrijfError, match=r"teksten/a\.md:3: het feit ‘locatie\.naam’ bevat een stuurteken"):
        schrijf(blok)


def test_a_control_character_in_the_text_of_a_template_is_refused_too():
    with pytest.raises(SchrijfError, match="de tekst bevat een stuurteken"):
        schrijf(alinea("a\x07"))
