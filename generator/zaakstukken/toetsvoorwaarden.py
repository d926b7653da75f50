"""When a point of the checklist is put at all (*voorwaarden*): what the case says of what the question is about.

A name in ``inhoud/recht/toetslijst.yaml`` stands for one of these questions to the facts: yes, no, or unknown. Only a
no makes the point ``n.v.t.``; what is unknown stays a question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Stand
from generator.feiten.bezwaarkeuzes import Indienersoort, Kanaal
from generator.feiten.bezwaarschrift import Bezwaarschrift
from generator.zaakstukken.verzuim import MISSCHIEN_TE_LAAT, VERZUIMEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.zaakstukken.gegevens import Zaakgegevens

_GEEN_SCHRIFT = Bezwaarschrift()
_PER_POST = frozenset({Kanaal.POST, Kanaal.KOERIER})
_MENSEN = frozenset({Indienersoort.NATUURLIJK})


def _te_laat(gegevens: Zaakgegevens) -> bool | None:
    """Whether the objection may have come after the period; unknown as long as it was not filed."""
    if gegevens.zaak.is_nog_niet_ingediend:
        return None
    return any(stand.indiening in MISSCHIEN_TE_LAAT for stand in gegevens.uitslag.indieningen)


def _na_afloop_per_post(gegevens: Zaakgegevens) -> bool | None:
    """Whether it came by post after the last day, so that the day of posting counts (Awb 6:9 lid 2)."""
    ontvangen = (gegevens.zaak.bezwaarschrift or _GEEN_SCHRIFT).ontvangen
    if ontvangen is None or ontvangen.datum is None or ontvangen.wijze is None:
        return None
    if ontvangen.wijze not in _PER_POST:
        return False
    laatste = [stand.laatste_dag for stand in gegevens.uitslag.indieningen]
    return any(dag is None or ontvangen.datum > (dag.andere_lezing or dag.datum) for dag in laatste)


def _rechtspersoon(gegevens: Zaakgegevens) -> bool | None:
    """Whether one of the objectors is no natural person; unknown when nobody says of all."""
    soorten = {indiener.soort for indiener in (gegevens.zaak.bezwaarschrift or _GEEN_SCHRIFT).indieners or ()}
    if soorten - _MENSEN - {None}:
        return True
    return False if soorten == _MENSEN else None


def _meer_indieners(gegevens: Zaakgegevens) -> bool | None:
    indieners = (gegevens.zaak.bezwaarschrift or _GEEN_SCHRIFT).indieners
    return len(indieners) > 1 if indieners else None


def _verzuim(gegevens: Zaakgegevens) -> bool | None:
    """Whether something was missing; no when every rule on what may be missing is met and nobody asked for anything."""
    if gegevens.zaak.procedure and gegevens.zaak.procedure.verzuimbrief:
        return True
    standen = {b.stand for b in gegevens.uitslag.bevindingen if b.code in VERZUIMEN}
    if Stand.NEE in standen:
        return True
    return None if standen - {Stand.JA, Stand.NVT} or not standen else False


def _gemachtigde(gegevens: Zaakgegevens) -> bool | None:
    if (gegevens.zaak.bezwaarschrift or _GEEN_SCHRIFT).gemachtigde:
        return True
    return False if gegevens.zaak.is_geen("bezwaarschrift.gemachtigde") else None


def _gebeurd(naam: str, aantal: int = 1) -> Callable[[Zaakgegevens], bool | None]:
    """Whether an event of the procedure happened, at least `aantal` times."""

    def is_gebeurd(gegevens: Zaakgegevens) -> bool | None:
        gebeurd = getattr(gegevens.zaak.procedure, naam, None)
        return None if gebeurd is None else len(gebeurd) >= aantal

    return is_gebeurd


VOORWAARDEN: Mapping[str, Callable[[Zaakgegevens], bool | None]] = {
    "te_laat": _te_laat,
    "na_afloop_per_post": _na_afloop_per_post,
    "rechtspersoon": _rechtspersoon,
    "meer_indieners": _meer_indieners,
    "verzuim": _verzuim,
    "gemachtigde": _gemachtigde,
    "storing": _gebeurd("storing"),
    "intrekking": _gebeurd("intrekking"),
    "opschorting": _gebeurd("opschorting"),
    "verdaging": _gebeurd("verdaging"),
    "verder_uitstel": _gebeurd("verdaging", 2),
    "ingebrekestelling": _gebeurd("ingebrekestelling"),
    "afzien_van_horen": _gebeurd("afzien_van_horen"),
    "nieuw_feit": _gebeurd("nieuw_feit"),
}
