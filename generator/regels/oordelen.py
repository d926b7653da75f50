"""Answers of people (oordelen.yaml): which finding each one settles, and which no longer hold.

An answer settles a finding when its code and its fact or file fit, when every fact the finding is about stands in
`rust_op` with the value it has today, and when it says who decided, when and why; that day is not after the toetsdatum.
Anything less settles nothing, and is said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.bevindingen import Antwoord, Bevinding, Ernst
from generator.bladzijden import Papier
from generator.datumtekst import datum_voluit
from generator.feiten.oordelen import is_stand, stand
from generator.opmaak import join_woorden
from generator.regels.register import REGELS, Neemt, Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.errors import Plaats
    from generator.feiten.feit import Feit
    from generator.feiten.oordelen import Oordeel, Steunfeit

_TIJD = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def beantwoord(zaak: Zaak) -> tuple[Bevinding, ...]:
    """`zaak.bevindingen`, each with the first answer that settles it."""
    oordelen = zaak.dossier.oordelen
    if not oordelen:
        return zaak.bevindingen
    uit = []
    for bevinding in zaak.bevindingen:
        oordeel = next((oordeel for oordeel in oordelen.values() if _beslist(zaak, oordeel, bevinding)), None)
        uit.append(replace(bevinding, antwoord=_antwoord(oordeel)) if oordeel else bevinding)
    return tuple(uit)


@regel("OD-VERVALLEN", neemt=Neemt.BEVINDINGEN)
def antwoord_zonder_bevinding(zaak: Zaak) -> Iterator[Bevinding]:
    """An answer to a finding that is not there: settled by a change, or a slip of the pen."""
    for oordeel in zaak.dossier.oordelen.values():
        if not _treft(zaak, oordeel) and _is_getoetst(zaak, oordeel):
            yield Bevinding(
                "OD-VERVALLEN", Ernst.WAARSCHUWING, (oordeel.plaats,),
                {"sleutel": _sleutel(oordeel), "code": _woorden(oordeel.code), "waarover": _waarover(oordeel)},
            )  # fmt: skip


@regel("OD-GEWIJZIGD", neemt=Neemt.BEVINDINGEN)
def antwoord_rust_op_andere_waarde(zaak: Zaak) -> Iterator[Bevinding]:
    """A value an answer rests on is another one today: the answer lapses."""
    for oordeel in zaak.dossier.oordelen.values():
        for steun in oordeel.rust_op.values():
            pad, feit = _woorden(steun.feit), zaak.dossier.feiten.get(_woorden(steun.feit))
            if not _houdt_stand(steun, feit):
                plaatsen: tuple[Plaats, ...] = (steun.waarde.plaats, *((feit.plaats,) if feit else ()))
                yield Bevinding(
                    "OD-GEWIJZIGD", Ernst.WAARSCHUWING, plaatsen,
                    {"sleutel": _sleutel(oordeel), "code": _woorden(oordeel.code), "feit": pad,
                     "toen": _woorden(steun.waarde), "nu": _stand(feit)},
                    feiten=(pad,) if feit else (),
                )  # fmt: skip


@regel("OD-ONVOLLEDIG", neemt=Neemt.BEVINDINGEN)
def antwoord_onvolledig(zaak: Zaak) -> Iterator[Bevinding]:
    """An answer that leaves out what makes it one: a fact it must rest on, who decided, or who releases."""
    for oordeel in zaak.dossier.oordelen.values():
        mist = dict.fromkeys(deel for bevinding in _treft(zaak, oordeel) for deel in _mist(zaak, oordeel, bevinding))
        if mist and not any(_beslist(zaak, oordeel, bevinding) for bevinding in zaak.bevindingen):
            yield Bevinding(
                "OD-ONVOLLEDIG", Ernst.WAARSCHUWING, (oordeel.plaats,),
                {"sleutel": _sleutel(oordeel), "code": _woorden(oordeel.code), "mist": join_woorden(list(mist))},
            )  # fmt: skip


# --- what an answer settles -------------------------------------------------------------------------------------


def _treft(zaak: Zaak, oordeel: Oordeel) -> list[Bevinding]:
    """The findings the answer is about, whether it settles them or not."""
    return [bevinding for bevinding in zaak.bevindingen if _gaat_over(oordeel, bevinding)]


def _gaat_over(oordeel: Oordeel, bevinding: Bevinding) -> bool:
    feit, bestand = _woorden(oordeel.feit), _woorden(oordeel.bestand)
    return (
        bevinding.code == _woorden(oordeel.code)
        and bool(feit or bestand)
        and (not feit or feit in bevinding.feiten)
        and (not bestand or any(_is_plek(bestand, plaats) for plaats in bevinding.plaatsen))
    )


def _is_plek(bestand: str, plaats: Plaats) -> bool:
    """Whether the words name the file of `plaats`, with or without folders, or its line, or its place to the column."""
    genoemd = (plaats.bestand, f"{plaats.bestand}:{plaats.regel}", str(plaats))
    return any(plek == bestand or plek.endswith(f"/{bestand}") for plek in genoemd)


def _beslist(zaak: Zaak, oordeel: Oordeel, bevinding: Bevinding) -> bool:
    return (
        _gaat_over(oordeel, bevinding)
        and all(
            _houdt_stand(steun, zaak.dossier.feiten.get(_woorden(steun.feit))) for steun in oordeel.rust_op.values()
        )
        and not any(_mist(zaak, oordeel, bevinding))
    )


def _mist(zaak: Zaak, oordeel: Oordeel, bevinding: Bevinding) -> Iterator[str]:
    """What the answer leaves out for this finding, as Dutch words."""
    genoemd = {_woorden(steun.feit) for steun in oordeel.rust_op.values()}
    for pad in bevinding.feiten:
        if pad not in genoemd:
            yield f"bij ‘rust_op’ het feit {pad} met waarde {_stand(zaak.dossier.feiten.get(pad))}"
    for naam in ("reden", "rol"):
        if not _woorden(getattr(oordeel, naam)):
            yield f"‘{naam}’"
    if not _is_dag(oordeel.datum):
        yield "‘datum’ (een dag)"
    elif oordeel.datum.dag > zaak.toetsdatum:  # on the day of the papers nobody had answered yet
        yield f"‘datum’ (een dag die niet na de toetsdatum ligt: {datum_voluit(zaak.toetsdatum)})"
    if bevinding.ernst is Ernst.OORDEEL and not _woorden(oordeel.antwoord):
        yield "‘antwoord’"
    if bevinding.ernst is Ernst.FOUT:
        yield from _mist_vrijgave(zaak, oordeel)


def _mist_vrijgave(zaak: Zaak, oordeel: Oordeel) -> Iterator[str]:
    """What is needed besides to release a fault: the official named in the facts, and the time."""
    vrijgever = _woorden(zaak.dossier.gemeente.vrijgever)
    if not vrijgever:
        yield "in gemeente.yaml ‘vrijgever’: wie een fout mag vrijgeven"
    elif _woorden(oordeel.naam) != vrijgever:
        yield f"‘naam’ van wie een fout mag vrijgeven ({vrijgever})"
    if not _TIJD.fullmatch(_woorden(oordeel.tijd)):
        yield "‘tijd’ als uu:mm"


def _is_getoetst(zaak: Zaak, oordeel: Oordeel) -> bool:
    """Whether every paper was made, so that a finding on papers cannot be missing for another reason.

    A finding on what lies there can only be missed when it was read back.
    """
    bekend = REGELS.get(_woorden(oordeel.code))
    if bekend is not None and bekend.neemt is Neemt.PAPIER and not zaak.papieren:
        return False
    if bekend is not None and bekend.neemt is Neemt.OMVANG:
        return any(isinstance(papier, Papier) and papier.omvang for papier in zaak.papieren.values())
    return bekend is None or bekend.neemt is Neemt.DOSSIER or set(zaak.stukken) == set(zaak.dossier.stukken)


# --- values -----------------------------------------------------------------------------------------------------


def _houdt_stand(steun: Steunfeit, feit: Feit | None) -> bool:
    """Whether the fact has the value the answer rests on."""
    return is_stand(_woorden(steun.waarde), feit)


def _stand(feit: Feit | None) -> str:
    return "vervallen" if feit is None else stand(feit)


def _is_dag(feit: Feit) -> bool:
    return getattr(feit.waarde, "nauwkeurigheid", "") == "dag"


def _woorden(feit: Feit | None) -> str:
    """The words of a fact that may be left out or open."""
    return "" if feit is None or feit.is_open else feit.woorden


def _sleutel(oordeel: Oordeel) -> str:
    return oordeel.pad.removeprefix("oordelen.")


def _waarover(oordeel: Oordeel) -> str:
    delen = [_woorden(oordeel.feit), _woorden(oordeel.bestand)]
    return " in ".join(deel for deel in delen if deel) or "geen feit en geen bestand"


def _antwoord(oordeel: Oordeel) -> Antwoord:
    wie = " ".join(filter(None, (_woorden(oordeel.rol), f"({naam})" if (naam := _woorden(oordeel.naam)) else "")))
    moment = " ".join(filter(None, (oordeel.datum.dag.isoformat(), _woorden(oordeel.tijd))))
    return Antwoord(_sleutel(oordeel), _woorden(oordeel.antwoord), _woorden(oordeel.reden), wie, moment, oordeel.plaats)
