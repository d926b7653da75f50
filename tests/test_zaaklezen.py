"""The fast way of reading a case gives what reading it by its nodes gives, or leaves it to that."""

from pathlib import Path

import pytest
import yaml
from bezwaarzaken import BASIS, _zet

from generator.inhoud.yaml_lezen import read_yaml
from generator.inhoud.zaaklezen import read_plain
from generator.inhoud.zaken import build_zaak, zaakpaden

GEVALLEN = [
    geval
    for bestand in sorted((Path(__file__).parent / "gevallen" / "bezwaar").glob("*.yaml"))
    for geval in yaml.load(bestand.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - builds text only
]
KOP = "zaaknummer: Z-1\nrol: ontvanger\n"
NIET_GEWOON = {
    "a field that does not exist": "besluit: {omschrijvin: x}",
    "a day that does not exist": "besluit: {datum: 2026-04-31}",
    "the same field twice": "besluit: {kenmerk: a}\nbesluit: {kenmerk: b}",
    "an anchor": "besluit: &a {kenmerk: x}",
    "an alias": "besluit: {kenmerk: &a x, omschrijving: *a}",
    "a tag": "besluit: {kenmerk: !!str x}",
    "a tag on a name": "!!str besluit: {kenmerk: x}",
    "a refused character": 'besluit: {kenmerk: "a\\u0007"}',
    "an empty list": "derden: []",
    "none in a list": "bezwaarschrift: {gronden: [geen]}",
    "no text": "besluit: {kenmerk: }",
    "a group where words belong": "besluit: {kenmerk: {a: b}}",
    "words where a group belongs": "besluit: vergunning",
    "a name that is a list": "? [a]\n: b",
    "a second document": "--- \nzaaknummer: Z-2",
    "an end that is missing": "besluit: {kenmerk: x",
    "a body by another name": "besluit: {bestuursorgaan: {anders: waterschap}}",
}


# The same case, as people and other systems write it.
ANDERS = [
    lambda tekst: tekst,
    lambda tekst: tekst.replace("\n", "\r\n"),
    lambda tekst: f"# een zaak\n\n{tekst}".replace("\nrol:", "\n\n  # wie: schrijft\nrol:"),
    lambda tekst: tekst.replace("ontvanger\n", "ontvanger  # ontvanger | indiener\n").replace("\n", "  \n"),
    lambda tekst: tekst.replace("'", '"'),
]
KORT = """\
zaaknummer: Z-1
rol: ontvanger
bezwaarschrift:
  indieners:
  - naam: J. Voorbeeld, buur
    adres: {straat: Dijk 7, plaats: Dalfsen}
  gronden: [licht, lucht]
  taal: nl
"""
PADEN = [f"bezwaarschrift.{naam}" for naam in ("indieners.0.naam", "indieners.0.adres.plaats", "gronden.1", "taal")]


def langs_knopen(tekst):
    knoop, fouten = read_yaml(tekst.encode(), "zaak.yaml", "")
    return build_zaak(knoop, fouten), fouten


def test_a_case_is_read_the_same_in_both_ways():
    gewoon = 0
    for nummer, geval in enumerate(GEVALLEN):
        inhoud = yaml.load(BASIS, yaml.CBaseLoader)  # noqa: S506 - builds text only
        for pad, waarde in geval.get("feiten", {}).items():
            _zet(inhoud, pad.split("."), waarde)
        tekst = yaml.dump(
            inhoud, allow_unicode=True, default_flow_style=None if nummer % 2 else False, width=200,
            Dumper=yaml.CSafeDumper,
        )  # fmt: skip
        tekst = ANDERS[nummer % len(ANDERS)](tekst)
        zaak, fouten = langs_knopen(tekst)
        gelezen = read_plain(tekst, "zaak.yaml")
        if gelezen is None:
            continue
        gewoon += 1
        assert ([], zaak) == (fouten, gelezen), tekst
        assert (zaak.geen, zaak.lijkt_bsn) == (gelezen.geen, gelezen.lijkt_bsn), tekst
        for pad in (*zaakpaden()[nummer % 9 :: 9], "bezwaarschrift.indieners.1.naam", *zaak.geen, ""):
            assert zaak.plaats_van(pad) == gelezen.plaats_van(pad), (pad, tekst)

    assert gewoon > 0.95 * len(GEVALLEN)


@pytest.mark.parametrize("rest", NIET_GEWOON.values(), ids=NIET_GEWOON.keys())
def test_what_is_not_plain_is_left_to_reading_by_nodes(rest):
    assert read_plain(KOP, "zaak.yaml")
    assert read_plain(f"{KOP}{rest}\n", "zaak.yaml") is None


@pytest.mark.parametrize("teken", [*"{}[]#&*!|>%@`\"',:?- \\~é\t\n\r\x85\u2028", ": ", " #", ", ", "\n  ", "\n- "])
def test_a_stray_character_makes_no_case_that_yaml_does_not_read_so(teken):
    for plek in range(len(KORT)):
        tekst = KORT[:plek] + teken + KORT[plek:]
        gelezen = read_plain(tekst, "zaak.yaml")
        if gelezen is not None:
            zaak, fouten = langs_knopen(tekst)
            assert ([], zaak) == (fouten, gelezen), tekst
            assert [zaak.plaats_van(pad) for pad in PADEN] == [gelezen.plaats_van(pad) for pad in PADEN], tekst


@pytest.mark.parametrize("leeg", ["", "[]", "x", "zaaknummer: Z-1", "zaaknummer: onbekend\nrol: ontvanger"])
def test_what_is_no_case_is_left_to_reading_by_nodes(leeg):
    assert read_plain(leeg, "zaak.yaml") is None


@pytest.mark.parametrize("postbus", ["35", "Postbus 35", "postbus  35"])
def test_the_word_before_the_number_of_a_postbus_is_taken_off_both_ways(postbus):
    tekst = KORT.replace("straat: Dijk 7", f"postbus: {postbus}")
    zaak, fouten = langs_knopen(tekst)

    assert ([], zaak) == (fouten, read_plain(tekst, "zaak.yaml"))
    assert zaak.bezwaarschrift.indieners[0].adres.postbus == "35"
