"""The house style is one checked value; what is missing, wrong or too faint is a sentence with a place."""

import re
from pathlib import Path

import pytest

from generator.errors import InvoerError
from generator.inhoud import load_huisstijl
from generator.inhoud.huisstijl import contrast

MAP = Path(__file__).parents[1] / "sjablonen" / "huisstijl"


def _bestanden(**anders):
    """Our own house style with lines of huisstijl.yaml replaced: ``accent='"#777777"'``; None takes one out."""
    tekst = (MAP / "huisstijl.yaml").read_text(encoding="utf-8")
    for sleutel, waarde in anders.items():
        regel = rf"^(\s*){sleutel}:.*$"
        tekst = re.sub(regel, "" if waarde is None else rf"\1{sleutel}: {waarde}", tekst, flags=re.MULTILINE)
    letters = {f"lettertypen/{pad.name}": pad.read_bytes() for pad in (MAP / "lettertypen").glob("*.ttf")}
    vast = {"document.typ": b"#let a = 1\n", "document.html.j2": b"<html lang=nl>\n", "logo.svg": b"<svg/>"}
    return {"huisstijl.yaml": tekst.encode(), **vast, **letters}


def _fouten(bestanden):
    with pytest.raises(InvoerError) as melding:
        load_huisstijl(bestanden)
    return str(melding.value)


def test_our_own_house_style_is_read():
    stijl = load_huisstijl(_bestanden())

    assert ("Carlito", "Calibri", "#1f4e5f") == (
        stijl.lettertype.naam,
        stijl.lettertype.word,
        stijl.kleuren["accent"],
    )
    assert {"tekst", "klein", "titel", "kop1", "kop2", "kop3"} == set(stijl.corps)
    assert ["bold", "bolditalic", "italic", "regular"] == sorted(stijl.lettertype.bestanden)
    assert (3, None, "#let a = 1\n") == (len(stijl.reeksen), stijl.logo, stijl.typst)


def test_contrast_is_that_of_wcag():
    assert 21 == pytest.approx(contrast("#000000", "#ffffff"))
    assert 4.54 == pytest.approx(contrast("#ffffff", "#767676"), abs=0.01)


@pytest.mark.parametrize(
    ("sleutel", "waarde", "verwacht"),
    [
        ("accent", '"#9fb3ba"', ["huisstijl.yaml:13:11", "de kleur ‘accent’ is te vaag op wit: contrast 2,2"]),
        ("vlak", '"#333333"', ["de kleur ‘tekst’ is te vaag op vlak", "ten minste 4,5"]),
        ("zacht", "groen", ["huisstijl.yaml:16:10", "‘groen’ kan geen kleur zijn", "#1f4e5f"]),
        ("reeksen", '["#1f4e5f"]', ["‘reeksen’ telt er 1", "ten minste 3"]),
        ("regelafstand", "1,25", ["‘1,25’ kan niet bij ‘regelafstand’", "schrijf een punt"]),
        ("regelafstand", "9", ["‘9’ kan niet bij ‘regelafstand’", "een getal van 1 tot en met 2"]),
        ("regelafstand", None, ["verplicht veld ‘regelafstand’ ontbreekt"]),
        ("regelafstand", "1.25\nkleur: rood", ["‘kleur’ bestaat hier niet", "bedoelde u ‘kleuren’?"]),
        ("bold", "lettertypen/Weg.ttf", ["huisstijl.yaml:8:11", "‘lettertypen/Weg.ttf’ ontbreekt", "TrueType"]),
        ("bold", "document.typ", ["‘document.typ’ is iets anders", "TrueType"]),
        ("regelafstand", "1.25\nlogo: logo.svg", ["het logo heeft geen alternatieve tekst"]),
        ("regelafstand", "1.25\nword: document.typ", ["‘document.typ’ is iets anders", ".docx"]),
        ("corps", "klein", ["hier horen namen met waarden te staan"]),
    ],
)
def test_what_is_wrong_with_a_house_style_is_a_sentence(sleutel, waarde, verwacht):
    melding = _fouten(_bestanden(**{sleutel: waarde}))

    for deel in verwacht:
        assert deel in melding


@pytest.mark.parametrize("naam", ["huisstijl.yaml", "document.typ", "document.html.j2", "lettertypen/Carlito-Bold.ttf"])
def test_a_missing_file_is_named(naam):
    bestanden = _bestanden()
    del bestanden[naam]

    assert f"‘{naam}’ ontbreekt" in _fouten(bestanden)


def test_a_template_that_is_no_utf8_is_a_sentence():
    assert "document.typ:1:3: dit bestand is geen UTF-8" in _fouten({**_bestanden(), "document.typ": b"//\xff"})


def test_a_logo_is_read_with_its_alternative_text():
    stijl = load_huisstijl(_bestanden(regelafstand="1.25\nlogo: logo.svg\nlogo_alt: wapen van Dalfsen"))

    assert (b"<svg/>", "wapen van Dalfsen") == (stijl.logo, stijl.logo_alt)
