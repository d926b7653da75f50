"""What is typed against a figure and makes another of it: ``{{ feit }}%``, ``−{{ feit }}``, ``{{ feit }}{{ feit }}``.

A figure typed beside a fact is found as a figure without one (TL-GETAL); here it is a sign or word, which prints too.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.datumtekst import MEERVOUD
from generator.document.nodes import Cijfer, Grafiek
from generator.document.walk import walk_runs
from generator.feiten.eenheden import geteld
from generator.feiten.waarden import Aantal, Bedrag, Duur, Grens, Percentage
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import feiten_in, plaats

if TYPE_CHECKING:
    from collections.abc import Iterator


_MATEN = {vorm: meervoud for enkelvoud, meervoud in MEERVOUD.items() for vorm in (enkelvoud, meervoud)}
_MATEN |= {"jaren": "jaar", "uren": "uur"}
_TIJD = "|".join(sorted(_MATEN, key=len, reverse=True))
_PROCENT, _EURO = "procent", "euro"
# Right behind a figure, each by what it says of it. Day and night (*dag en nacht*) are no unit.
_ERNA = re.compile(
    r"(?P<procent>\s?[%‰]|\s+pro(?:cent|mille)\b)|(?P<macht>\s?(?:mln|mld|dzd)\b|[kK]\b|[⁰¹²³⁴-⁹])|(?P<ton>\s+ton\b)"
    rf"|(?P<euro>\s?€(?!\s?\d)|\s+(?:euro|EUR)\b)|(?P<tijd>\s+(?:{_TIJD})\b(?! en nacht))|(?P<maat>\s+[^\W\d_]{{3,}}\b)"
)
# Right before it. Between two amounts *min* subtracts ("het krediet min …"); behind these words it is a sign.
_ERVOOR = re.compile(
    r"(?:(?:^|(?<=[\s(]))(?P<streep>[−–-])"
    r"|(?:^|[.,:;(]\s*|\b(?:is|was|wordt|werd|bedraagt|bedroeg|blijft|op|van|naar|met|tot|uit|voor|dus|ruim|circa)\s+)"
    r"(?P<min>min(?:us)?\s+)|(?P<euro>€\s?|\b(?:EUR|euro)\s+))$",
    re.IGNORECASE,
)
_VLAK_ERVOOR = 30  # characters; what `_ERVOOR` finds is never longer
_GETAL = re.compile(r"(?:[^\W\d_]+\s)*(?:€\s)?[−+]?\d[\d.]*(?:,\d+)?%?(?:\s[^\W\d_]+)?")


@regel("TL-AANEEN", neemt=Neemt.STUKKEN)
def teken_tegen_getal(zaak: Zaak) -> Iterator[Bevinding]:
    """A sign, a unit or another figure against a figure that has none of it: together they are one without a source."""
    for naam, stuk in zaak.stukken.items():
        for blok, rij in walk_runs(stuk):
            # What a chart draws stands in a row of its own, and on paper apart.
            is_reeks = isinstance(blok, Grafiek) and all(isinstance(deel, Cijfer) for deel in rij)
            for cijfer, teken, samen in () if is_reeks else _aangetypt(zaak, rij):
                yield Bevinding(
                    "TL-AANEEN", Ernst.FOUT, (plaats(blok),),
                    {"samen": samen, "teken": teken, "pad": cijfer.pad, "getal": cijfer.text, "stuk": naam},
                    feiten=cijfer.uit or (cijfer.pad,),
                )  # fmt: skip


def _aangetypt(zaak: Zaak, rij: tuple[object, ...]) -> Iterator[tuple[Cijfer, str, str]]:
    """Each figure of a run with what stands against it and makes another of it, and the two together."""
    delen = list(feiten_in(rij))
    for cijfer, ervoor, erna in delen:
        telt, tekst = _telt(zaak, cijfer), _plat(cijfer.text)
        if telt is None:
            continue
        if (match := _ERVOOR.search(ervoor, max(0, len(ervoor) - _VLAK_ERVOOR))) and _anders_ervoor(telt, tekst, match):
            teken = match[match.lastgroup or 0]
            yield cijfer, teken.strip(), f"{teken}{tekst}"
        if (match := _ERNA.match(erna)) and _anders_erna(telt, tekst, match):
            yield cijfer, match[0].strip(), f"{tekst}{match[0]}"
    for (een, voor_een, _), (ander, voor_ander, _) in pairwise(delen):
        tussen = voor_ander[len(voor_een) + len(een.text) :]
        if _groeit_aan(_plat(een.text), tussen, _plat(ander.text)) and {_telt(zaak, een), _telt(zaak, ander)} != {None}:
            yield een, _plat(ander.text), f"{_plat(een.text)}{tussen}{_plat(ander.text)}"


def _telt(zaak: Zaak, cijfer: Cijfer) -> str | None:
    """What a figure counts (``euro``, ``procent``, ``weken``, ``meter``), empty if nothing; None for what is no number.

    Of what a template computed the printed text says it.
    """
    feit = zaak.dossier.feiten.get(cijfer.pad)
    match feit.waarde if feit else None:
        case Duur(_, eenheid):
            return MEERVOUD[eenheid]
        case Aantal() | Bedrag() | Percentage() | Grens():
            return geteld(feit) if feit else ""
        case None if not cijfer.open and _GETAL.fullmatch(_plat(cijfer.text)):
            return _EURO if "€" in cijfer.text else _PROCENT if "%" in cijfer.text else ""
        case _:
            return None


def _anders_ervoor(telt: str, tekst: str, match: re.Match[str]) -> bool:
    """Whether what stands before a figure is not what it counts, or stands there twice."""
    return match["euro"] is None or _EURO not in telt or _noemt_euro(tekst)


def _anders_erna(telt: str, tekst: str, match: re.Match[str]) -> bool:
    """The same of what stands behind it."""
    teken, laatste = match[0].strip(), tekst.rpartition(" ")[2]
    match match.lastgroup:
        case "procent":
            return telt != _PROCENT or "%" in tekst or _PROCENT in tekst
        case "macht":
            return teken not in telt
        case "ton":
            return telt == _EURO
        case "euro":
            return _EURO not in telt or _noemt_euro(tekst)
        case "tijd":
            maat = _MATEN[teken]
            return laatste in _MATEN or (telt in _MATEN and _MATEN[telt] != maat)
        case _:
            return teken == laatste and tekst != laatste


def _noemt_euro(tekst: str) -> bool:
    return "€" in tekst or _EURO in tekst


def _groeit_aan(een: str, tussen: str, ander: str) -> bool:
    """Whether two printed facts read as one figure."""
    if tussen in {".", ","}:
        return een[-1:].isdigit() and ander[:1].isdigit()
    return not tussen and (een[-1:].isalnum() or een.endswith("%")) and (ander[:1].isalnum() or ander[:1] in "€−+")


def _plat(tekst: str) -> str:
    """`tekst` with plain spaces, as the words around it have."""
    return tekst.replace("\u00a0", " ")
