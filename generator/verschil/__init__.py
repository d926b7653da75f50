"""What follows when a figure changes: two states of a dossier → facts, deadlines, findings and sentences that differ.

Every difference is data; the sentences are made by ``verslagen``. Papers that stay the same are named too: what does
not change is as important to who has to send it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from generator import opmaak
from generator.feiten.persoonsgegevens import openbare_bron
from generator.feiten.waarden import Verwijzing
from generator.herkomst import beschrijf_bron
from generator.verschil.feitnamen import naam_van
from generator.verschil.wijzigingen import Veranderd, Wijziging, wijzigingen
from generator.verschil.woorden import OPEN, Benaming, benamingen, gewijzigde_bestanden

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set as AbstractSet

    from generator.bevindingen import Bevinding
    from generator.document.nodes import Document
    from generator.feiten.dossier import Dossier
    from generator.feiten.feit import Bron, Feit


_PAD = re.compile(r"[a-z_]\w*(?:\.\w+)+")


class Feitverschil(Struct, frozen=True):
    """One fact with its old and its new value as printed; empty where it did not exist.

    Attributes:
        pad: the path of the fact.
        oud: the old value.
        nieuw: the new value.
        bron_oud: its old source, or formula, in words.
        bron_nieuw: its new source likewise.
        berekend: whether it follows from other facts.
        uit: the paths it follows from.
        naam: what it is called in words.
        vindplaats: title and page of its new source, or the message it came from; no quotation, no remark. Of a fact
            that is there no longer that of its old one.
        formule: the old and the new formula, when a value is computed in another way than it was.
        rekenwijze: the same with facts called by their names, for readers who know no paths.
        heet: of a fact that points to another one, what its old and its new one are called; empty for other facts.
    """

    pad: str
    oud: str
    nieuw: str
    bron_oud: str = ""
    bron_nieuw: str = ""
    berekend: bool = False
    uit: tuple[str, ...] = ()
    naam: str = ""
    vindplaats: str = ""
    formule: tuple[str, ...] = ()
    rekenwijze: tuple[str, ...] = ()
    heet: tuple[str, ...] = ()

    @property
    def is_verschoven(self) -> bool:
        """Whether it had another value than it has, both known."""
        waarden = self.oud, self.nieuw
        return self.oud != self.nieuw and all(waarden) and not any(waarde.startswith(OPEN) for waarde in waarden)

    @property
    def rekent_met(self) -> frozenset[str]:
        """The paths of the facts in the old and the new formula."""
        return frozenset(pad for formule in self.formule for pad in _PAD.findall(formule))


class Stukverschil(Struct, frozen=True):
    """What differs in one paper; nothing when `wijzigingen` is empty.

    Attributes:
        naam: the paper.
        wijzigingen: the passages that changed, with the facts that caused it.
        nieuw: the paper did not exist before.
        vervallen: the paper does not exist any more.
    """

    naam: str
    wijzigingen: tuple[Wijziging, ...] = ()
    nieuw: bool = False
    vervallen: bool = False

    @property
    def is_gelijk(self) -> bool:
        """Whether the paper reads as it did."""
        return not (self.wijzigingen or self.nieuw or self.vervallen)


class Toestand(Struct, frozen=True):
    """One state of a dossier: its facts, computed periods, findings and papers.

    `teksten` are its texts and templates, by the name that their blocks bear; `paden` says where they lie.
    """

    dossier: Dossier
    termijnen: Mapping[str, Mapping[str, Feit]]
    bevindingen: tuple[Bevinding, ...]
    stukken: Mapping[str, Document]
    teksten: Mapping[str, bytes] = field(default_factory=dict)
    paden: Mapping[str, str] = field(default_factory=dict)


class Verschil(Struct, frozen=True):
    """All that differs between two states, in the order in which a reader asks for it."""

    feiten: tuple[Feitverschil, ...]
    berekend: tuple[Feitverschil, ...]
    verdwenen: tuple[Bevinding, ...]
    verschenen: tuple[Bevinding, ...]
    termijnen: tuple[Feitverschil, ...]
    stukken: tuple[Stukverschil, ...]
    benamingen: tuple[Benaming, ...] = ()
    teksten: Mapping[str, str] = field(default_factory=dict)  # where each text or template that changed lies
    niet_vergeleken: tuple[str, ...] = ()  # the papers of both of which one state does not hold how they read
    toetslijsten: tuple[Stukverschil, ...] = ()  # of objections: internal, so apart from the papers

    @property
    def is_leeg(self) -> bool:
        """Whether the two states are the same to a reader."""
        andere = self.feiten or self.berekend or self.verdwenen or self.verschenen or self.termijnen
        return not andere and all(stuk.is_gelijk for stuk in (*self.stukken, *self.toetslijsten))


def vergelijk(oud: Toestand, nieuw: Toestand) -> Verschil:
    """All that differs from `oud` to `nieuw`."""
    feiten = list(_feiten(oud, nieuw, oud.dossier.feiten, nieuw.dossier.feiten))
    termijnen = list(_feiten(oud, nieuw, _dagen(oud), _dagen(nieuw)))
    paden = {verschil.pad for verschil in (*feiten, *termijnen)}
    veranderd = _gevolgen({*paden, *_groepen(paden, oud, nieuw)}, nieuw)
    woorden = tuple(benamingen(oud.dossier.feiten, nieuw.dossier.feiten, paden))
    teksten = gewijzigde_bestanden(oud.teksten, nieuw.teksten)
    anders = Veranderd(veranderd, teksten, frozenset(een.pad for een in woorden))
    namen = dict.fromkeys((*nieuw.dossier.stukken, *oud.dossier.stukken))
    stukken = {naam: stuk for naam in namen if (stuk := _stuk(naam, oud, nieuw, anders))}
    return Verschil(
        tuple(verschil for verschil in feiten if not verschil.berekend),
        tuple(verschil for verschil in feiten if verschil.berekend),
        tuple(_alleen_in(oud.bevindingen, nieuw.bevindingen)),
        tuple(_alleen_in(nieuw.bevindingen, oud.bevindingen)),
        tuple(termijnen),
        tuple(stukken.values()),
        woorden,
        {bestand: nieuw.paden.get(bestand, oud.paden.get(bestand, bestand)) for bestand in sorted(teksten)},
        tuple(naam for naam in namen if naam not in stukken),
    )


def _feiten(
    oud: Toestand, nieuw: Toestand, eerst: Mapping[str, Feit], daarna: Mapping[str, Feit]
) -> Iterator[Feitverschil]:
    for pad in dict.fromkeys((*daarna, *eerst)):
        was, wordt = eerst.get(pad), daarna.get(pad)
        bronnen = _bron(oud.dossier, was), _bron(nieuw.dossier, wordt)
        if was and wordt and _is_gelijk(was, wordt) and bronnen[0] == bronnen[1]:
            continue
        geldt = wordt or was
        assert geldt is not None  # noqa: S101 - one of the two has this path
        yield Feitverschil(
            pad,
            _druk(was),
            _druk(wordt),
            _bron(oud.dossier, was),
            _bron(nieuw.dossier, wordt),
            bool(geldt.formule),
            geldt.uit,
            _noem(geldt, nieuw if wordt else oud),
            "; ".join(_vindplaats((nieuw if wordt else oud).dossier, bron) for bron in geldt.bronnen),
            *_rekenwijzen((was, oud), (wordt, nieuw)),
            _heten((was, oud), (wordt, nieuw)),
        )


def _rekenwijzen(*standen: tuple[Feit | None, Toestand]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The old and new formula, and the same in words; nothing when they are equal, or the value was or is read."""
    formules = tuple(feit.formule if feit else "" for feit, _ in standen)
    if not all(formules) or len(set(formules)) == 1:
        return (), ()
    return formules, tuple(_in_woorden(feit.formule, toestand) for feit, toestand in standen if feit)


def _heten(*standen: tuple[Feit | None, Toestand]) -> tuple[str, ...]:
    """What the facts are called that the old and the new value point to; nothing unless both do."""
    namen = tuple(
        _noem(doel, toestand)
        for feit, toestand in standen
        if feit and isinstance(feit.waarde, Verwijzing) and (doel := toestand.dossier.feiten.get(feit.waarde.pad))
    )
    return namen if len(namen) == len(standen) else ()


def _in_woorden(formule: str, toestand: Toestand) -> str:
    """`formule` with each fact and period called by its name; a minus sign as our papers print it."""
    dagen = _dagen(toestand)

    def noem(pad: re.Match[str]) -> str:
        feit = toestand.dossier.feiten.get(pad[0]) or dagen.get(pad[0])
        return f"‘{_noem(feit, toestand)}’" if feit else pad[0]

    return _PAD.sub(noem, formule).replace(" - ", " \N{MINUS SIGN} ")


def _is_gelijk(was: Feit, wordt: Feit) -> bool:
    """Whether a reader would see the same; what stays open is the same whatever the question."""
    return (was.waarde, was.circa, was.eenheid) == (wordt.waarde, wordt.circa, wordt.eenheid)


def _druk(feit: Feit | None) -> str:
    if feit is None:
        return ""
    if isinstance(feit.waarde, Verwijzing):
        return feit.waarde.pad
    return opmaak.print_feit(feit, "eenheid" if feit.eenheid and not feit.is_open else "")


def _bron(dossier: Dossier, feit: Feit | None) -> str:
    if feit is None:
        return ""
    return feit.formule or "; ".join(beschrijf_bron(dossier, bron) for bron in feit.bronnen)


def _noem(feit: Feit, toestand: Toestand) -> str:
    return naam_van(feit, toestand.dossier.feiten, toestand.termijnen)


def _vindplaats(dossier: Dossier, bron: Bron) -> str:
    zonder = replace(bron, citaat="", toelichting="" if bron.stuk else openbare_bron(bron.toelichting))
    return beschrijf_bron(dossier, zonder)


def _dagen(toestand: Toestand) -> dict[str, Feit]:
    """The last day of each computed period, by its path."""
    return {
        feit.pad: feit
        for termijn in toestand.termijnen.values()
        for naam, feit in termijn.items()
        if naam in {"laatste_dag", "andere_lezing"}
    }


def _groepen(paden: AbstractSet[str], oud: Toestand, nieuw: Toestand) -> Iterator[str]:
    """The records and mappings that a fact came to or went from: a sentence can hang on how many there are."""
    for pad in paden:
        if (pad in oud.dossier.feiten) is not (pad in nieuw.dossier.feiten):
            while pad := pad.rpartition(".")[0]:
                yield pad


def _gevolgen(paden: AbstractSet[str], nieuw: Toestand) -> frozenset[str]:
    """`paden` with every computed value that rests on one of them."""
    alle = {**nieuw.dossier.feiten, **_dagen(nieuw)}
    geraakt, groter = set(paden), True
    while groter:
        erbij = {pad for pad, feit in alle.items() if pad not in geraakt and geraakt.intersection(feit.uit)}
        geraakt |= erbij
        groter = bool(erbij)
    return frozenset(geraakt)


def _stuk(naam: str, oud: Toestand, nieuw: Toestand, veranderd: Veranderd) -> Stukverschil | None:
    """What differs in the paper `naam`; None when both dossiers have it, and how it reads is known of one at most."""
    was, wordt = naam in oud.dossier.stukken, naam in nieuw.dossier.stukken
    if not (was and wordt):
        return Stukverschil(naam, nieuw=wordt, vervallen=was)
    if naam not in oud.stukken or naam not in nieuw.stukken:
        return None
    return Stukverschil(naam, tuple(wijzigingen(oud.stukken[naam], nieuw.stukken[naam], veranderd)))


def vergelijk_toetslijst(  # noqa: PLR0913, PLR0917 - both versions, and what can have changed them
    naam: str, oud: Document | None, nieuw: Document | None, feiten: Iterable[str], zaak: str, teksten: Iterable[str]
) -> Stukverschil:
    """What differs in the checklist of an objection, and by which of the changed `feiten`, `zaak` (file) and `teksten`.

    It prints the facts of its case, which are no facts of the dossier: the file of the case is what can be named.
    """
    if oud is None or nieuw is None:
        return Stukverschil(naam, nieuw=oud is None, vervallen=nieuw is None)
    gevonden = wijzigingen(oud, nieuw, Veranderd(frozenset(), frozenset(teksten)))
    anders = (zaak,) if zaak else None
    return Stukverschil(
        naam,
        tuple(replace(een, oorzaken=tuple(feiten), voorwaarden=(), teksten=anders or een.teksten) for een in gevonden),
    )


def _alleen_in(deze: Iterable[Bevinding], andere: Iterable[Bevinding]) -> Iterator[Bevinding]:
    """The findings of `deze` that `andere` does not have; one that only names another figure is the same finding.

    So is one of the same rule on the same place that counts other facts: what is incomplete is incomplete still.
    """
    over = list(deze)
    tegen = list(andere)
    for kenmerk in (lambda b: (b.code, b.ernst, b.feiten), lambda b: (b.code, b.ernst, b.plaatsen)):
        over, tegen = _zonder(over, tegen, kenmerk), _zonder(tegen, over, kenmerk)
    yield from over


def _zonder(
    deze: Sequence[Bevinding], andere: Iterable[Bevinding], kenmerk: Callable[[Bevinding], object]
) -> list[Bevinding]:
    """`deze` without as many as `andere` has of the same `kenmerk`."""
    telling = Counter(map(kenmerk, andere))
    uit = []
    for bevinding in deze:
        if telling[kenmerk(bevinding)] > 0:
            telling[kenmerk(bevinding)] -= 1
        else:
            uit.append(bevinding)
    return uit
