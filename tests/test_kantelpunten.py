"""Sentences that turn when a fact crosses a line: the papers say what is so then (tests/gevallen/kantelpunten.yaml)."""

import re
from pathlib import Path

import pytest
import yaml
from conftest import WORTEL
from voorbeelden import NAAM, bestanden

from generator import keten
from generator.document.passages import passages
from generator.errors import InvoerError
from generator.inhoud import load_dossier
from generator.inhoud.schijf import read_bestanden
from generator.meegeleverd import read_meegeleverd

GEVALLEN = yaml.load((Path(__file__).parent / "gevallen/kantelpunten.yaml").read_bytes(), yaml.CSafeLoader)
# Counts of the papers that may become one or none.
AANTALLEN = (
    "cijfers.tijdelijke_locaties", "cijfers.slotbijeenkomst_locaties", "cijfers.slotbijeenkomst_aandragers",
    "cijfers.enquete_reacties", "cijfers.enquete_volledig", "cijfers.capaciteit_amv", "verdeelbesluit.taak_amv",
    "verdeelbesluit.taak_regulier", "cijfers.opvang_ambachtsweg",
)  # fmt: skip
# “één locaties”, “0 plaatsen”, “zijn er 1”, “blijven 1”.
KROM = re.compile(
    r"(?<![\d.,])\b(?:0|1|één|nul)\s(?:\w+ )?(?:opvang|amv-|capaciteits)?"
    r"(?:plaatsen|locaties|asielzoekers|reacties|inwoners|plekken|dagen|scenario’s)\b"
    r"|\b(?:zijn|blijven|wonen|liggen)(?: het)?(?: er| hier)? (?:nu )?(?:nog )?(?:1|één)\b"
)
VELDEN = {"naam", "variant", "stel", "open", "erbij"}
FIETSBRUG = {
    pad.relative_to(WORTEL / "sjablonen/nieuw").as_posix(): pad.read_bytes()
    for pad in (WORTEL / "sjablonen/nieuw").rglob("*")
    if pad.is_file()
}


@pytest.fixture(scope="module")
def dalfsen():
    return read_bestanden(WORTEL, "dalfsen"), read_meegeleverd("")


def met_open(bronnen, open_):
    """The files with a variant that leaves facts open: path → what has to be filled in."""
    feiten = {pad: {"open": vraag} for pad, vraag in open_.items()}
    variant = yaml.safe_dump({"titel": "open gelaten", "feiten": feiten}, allow_unicode=True)
    return {**bronnen, "inhoud/dalfsen/varianten/open.yaml": variant.encode()}


def woorden(boom):
    return "\n".join(" ".join(passage.tekst.split()) for passage in passages(boom))


def lopend(boom):
    """All sentences on one line, for what goes on in the next sentence."""
    return " ".join(woorden(boom).split())


@pytest.mark.parametrize("geval", GEVALLEN, ids=[geval["naam"] for geval in GEVALLEN])
def test_every_paper_follows_the_fact(geval, dalfsen):
    bronnen, meegeleverd = dalfsen
    stel, open_ = ({pad: str(waarde) for pad, waarde in geval.get(veld, {}).items()} for veld in ("stel", "open"))
    bronnen = met_open(bronnen, open_) if open_ else bronnen
    variant = geval.get("variant", "open" if open_ else "")
    gelezen = keten.lees(bronnen, meegeleverd, "dalfsen", stel=stel, variant=variant)
    namen = [naam for naam in geval if naam not in VELDEN]
    bomen = keten.maak_bomen(gelezen, namen)

    for naam in namen:
        tekst = lopend(bomen[naam])
        assert [] == [zin for zin in geval[naam].get("wel", ()) if zin not in tekst], naam
        assert [] == [zin for zin in geval[naam].get("niet", ()) if zin in tekst], naam
    codes = {bevinding.code for bevinding in keten.controleer(gelezen, bomen).bevindingen}
    assert set(geval.get("erbij", ())) <= codes
    assert "TL-TEKEN" not in codes
    assert not codes & {"SH-AFSPRAAK", "SH-OVEREENKOMST", "OV-REGULIER"}


@pytest.mark.parametrize("aantal", ["0", "1"])
@pytest.mark.parametrize("feit", AANTALLEN)
def test_no_sentence_counts_one_or_none_as_more(feit, aantal, dalfsen):
    bronnen, meegeleverd = dalfsen
    bomen = keten.maak_bomen(keten.lees(bronnen, meegeleverd, "dalfsen", stel={feit: aantal}))
    zinnen = [zin for boom in bomen.values() for zin in woorden(boom).split("\n") if " · " not in zin]  # a row is none

    assert [] == [zin for zin in zinnen if KROM.search(zin)]


@pytest.mark.parametrize(
    ("bedrag", "wel", "niet"),
    [
        ("€ 812.500", ["In het krediet blijft € 37.500 over", "De kosten blijven binnen het krediet."], ["verhogen"]),
        ("€ 850.000", ["Daarmee is het krediet op", "De kosten blijven binnen het krediet."], ["verhogen"]),
        ("€ 900.000", ["meer dan het krediet van € 850.000", "De kosten passen niet binnen"], ["blijft €", "blijven"]),
    ],
)
def test_the_example_dossier_says_what_a_higher_price_means(bedrag, wel, niet):
    gelezen = keten.lees(FIETSBRUG, read_meegeleverd(""), "fietsbrug", stel={"cijfers.aanneemsom": bedrag})
    bomen = keten.maak_bomen(gelezen)
    tekst = " ".join(map(lopend, bomen.values()))
    codes = {bevinding.code for bevinding in keten.controleer(gelezen, bomen).bevindingen}

    assert [] == [zin for zin in wel if zin not in tekst]
    assert [] == [zin for zin in niet if zin in tekst]
    assert ("FT-TEKORT" in codes) is (bedrag == "€ 900.000")


@pytest.mark.parametrize(
    ("start", "wel", "niet"),
    [
        ("2026-01-05", ["gaat op 25 mei 2026 open", "Daarom gaat de brug eerder open."], ["schuift", "later"]),
        ("2026-02-16", ["gaat op 6 juli 2026 open"], ["Daarom", "later", "eerder open"]),
        ("2026-04-13", ["gaat op 31 augustus 2026 open", "Daarom schuift de opening op."], ["eerder open"]),
    ],
)
def test_the_example_dossier_says_what_another_start_means(start, wel, niet):
    gelezen = keten.lees(FIETSBRUG, read_meegeleverd(""), "fietsbrug", stel={"datums.start_bouw": start})
    tekst = " ".join(map(lopend, keten.maak_bomen(gelezen).values()))

    assert [] == [zin for zin in wel if zin not in tekst]
    assert [] == [zin for zin in niet if zin in tekst]


def test_a_computed_fact_is_not_tried_as_a_value_of_its_own():
    with pytest.raises(InvoerError) as mis:
        load_dossier(bestanden(), NAAM, stel={"cijfers.samen": "3"})

    assert "‘cijfers.samen’ wordt berekend (cijfers.noord + cijfers.zuid)" in str(mis.value)
    assert "het volgt: cijfers.noord, cijfers.zuid" in str(mis.value)


def test_of_is_no_fact_that_another_follows_from(dalfsen):
    with pytest.raises(InvoerError, match=r"het volgt: datums\.raadsdag, datums\.voorbeeld_raadsbesluit"):
        load_dossier(dalfsen[0], "dalfsen", stel={"datums.rekendatum_raadsbesluit": "2025-03-10"})


def test_a_variant_gives_a_computed_fact_another_formula_and_no_value():
    def lees(feit):
        variant = f"titel: proef\nfeiten: {{cijfers.samen: {feit}}}\n"
        return load_dossier(bestanden(**{"varianten/proef": variant}), NAAM, variant="proef").feiten["cijfers.samen"]

    assert 60 == lees("{formule: cijfers.noord - cijfers.zuid}").getal
    with pytest.raises(InvoerError, match="wordt berekend"):
        lees("3")
