"""Every open fact of Dalfsen, filled in at once: no sentence that prints it still says that nobody knows it."""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Annotated, get_args, get_origin

import pytest
from conftest import WORTEL

from generator import keten
from generator.document.passages import passages
from generator.document.walk import cijfers
from generator.feiten.dossier import Dossier
from generator.feiten.keuzes import Keuze
from generator.feiten.waarden import Aantal, Bedrag, Datum, Datums, Duur, JaNee, Tekst
from generator.inhoud.bestandsvormen import hints_van
from generator.inhoud.schijf import read_bestanden
from generator.meegeleverd import read_meegeleverd

# What a paper says of a fact that is open; with a colon where the same word also says something else.
MIST = re.compile(
    r"ontbre(?:ekt|ken):|\bonbekend\b|niet bekend|niet vast\b|kennen wij niet|moet hier nog|noemt geen"
    r"|toont alleen|nog niet geraamd|spreken elkaar tegen|op uw antwoorden aangepast|nog in te vullen"
)
# By the kind of a fact two values that are plausible: one on either side of the toetsdatum, one and more, no and yes.
WAARDEN = {
    Tekst: ("een antwoord", "een ander antwoord"),
    Datum: ("2025-01-07", "2025-03-24"),
    Datums: ("2025-01-07", "2025-01-07, 2025-01-08"),
    Aantal: ("1", "45"),
    Bedrag: ("€ 1.000", "€ 45.000"),
    Duur: ("1 maand", "6 maanden"),
    JaNee: ("nee", "ja"),
}


@pytest.fixture(scope="module")
def dalfsen():
    return read_bestanden(WORTEL, "dalfsen"), read_meegeleverd("")


@pytest.fixture(scope="module")
def leeg(dalfsen):
    """Dalfsen as it lies there: what was read, and the papers."""
    gelezen = keten.lees(*dalfsen, "dalfsen")
    return gelezen, keten.maak_bomen(gelezen)


def soort_van(pad):
    """The kind of value that the fact at `pad` has; of more kinds the first."""
    soort = Dossier
    for deel in pad.split("."):
        soort = get_args(soort)[1] if get_origin(soort) is Mapping else hints_van(soort)[deel]
    assert get_origin(soort) is Annotated, pad
    return get_args(soort)[1]


def plausibel(pad, welke):
    soort = soort_van(pad)
    return list(soort.KEUZES)[-welke] if issubclass(soort, Keuze) else WAARDEN[soort][welke]


def in_te_vullen(dossier):
    """Paths of the facts that somebody has to fill in; what follows from them by a formula follows."""
    return [pad for pad, feit in dossier.feiten.items() if feit.is_open and not feit.formule]


def gedrukt(bomen):
    return {cijfer.pad for boom in bomen.values() for cijfer in cijfers(boom) if cijfer.open}


def zegt_dat_het_mist(zin, buur, gevuld):
    """Whether `zin`, which prints one of `gevuld` or stands beside `buur` that does, says that something is missing."""
    bij = {*zin.feiten, *(buur.feiten if buur.waar == zin.waar else ())}
    return bool(gevuld & bij and MIST.search(zin.vast))


@pytest.mark.parametrize("welke", [0, 1])
@pytest.mark.parametrize("alles", [False, True], ids=["what the papers ask", "and what may yet happen"])
def test_no_sentence_says_that_a_fact_is_missing_which_it_prints(alles, welke, dalfsen, leeg):
    gelezen, bomen = leeg
    vragen = [pad for pad in in_te_vullen(gelezen.dossier) if alles or pad in gedrukt(bomen)]
    gevuld = keten.lees(*dalfsen, "dalfsen", stel={pad: plausibel(pad, welke) for pad in vragen})
    feiten = gevuld.dossier.feiten
    is_gevuld = {pad for pad, feit in feiten.items() if {pad, *feit.uit} & {*vragen}}

    mis = [
        (naam, ervoor.tekst, erna.tekst)
        for naam, boom in keten.maak_bomen(gevuld).items()
        for ervoor, erna in pairwise(passages(boom))
        if zegt_dat_het_mist(ervoor, erna, is_gevuld) or zegt_dat_het_mist(erna, ervoor, is_gevuld)
    ]

    assert len(vragen) > 60
    assert [] == mis


def test_what_is_filled_in_stands_open_nowhere(dalfsen, leeg):
    gelezen, _ = leeg
    vragen = in_te_vullen(gelezen.dossier)

    bomen = keten.maak_bomen(keten.lees(*dalfsen, "dalfsen", stel={pad: plausibel(pad, 1) for pad in vragen}))

    assert set() == gedrukt(bomen)
