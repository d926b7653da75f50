"""What the council was given and what stands there now: does it have to be asked again (Gemeentewet 169 lid 4)?

The law says that the college does not decide before the council could give its wishes and concerns. Which change makes
another intention of it, the law does not say: that is a judgement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.feiten.dossier import doel_van
from generator.feiten.oordelen import OPEN, is_stand
from generator.opmaak import join_woorden, print_feit
from generator.regels.overeenkomst.melden import LATER, SOORT, is_nee
from generator.regels.register import Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.errors import Plaats
    from generator.feiten.bevroren import Bevroren
    from generator.feiten.feit import Feit
    from generator.feiten.overeenkomst import Overeenkomst

_WORTEL = "overeenkomst."


@regel("OV-OPNIEUW", "Gemeentewet 169")
def anders_dan_voorgelegd(zaak: Zaak) -> Iterator[Bevinding]:
    """What is to be agreed is another thing than what the council could speak on.

    That is what the frozen version holds that went to the council; as long as there is none, what the facts say of it
    under ``voorgelegd``. An open place that was filled in is no change.
    """
    overeenkomst = zaak.dossier.overeenkomst
    if overeenkomst is None or is_nee(overeenkomst.besluitvorming.wensen_en_bedenkingen):
        return
    naam = next((naam for naam, stuk in zaak.dossier.stukken.items() if stuk.soort.woorden == SOORT), "")
    plaatsen: list[Plaats] = []
    if raadsversie := _raadsversie(zaak, overeenkomst, naam):
        anders = {**_gewijzigd(raadsversie, zaak.dossier.feiten), **_erbij(raadsversie, overeenkomst)}
        plaatsen.append(raadsversie.plaats)
    else:
        anders = dict(_anders_dan_opgegeven(zaak, overeenkomst))
        plaatsen += [
            punt.plaats for punt in overeenkomst.besluitvorming.voorgelegd.values() if doel_van(punt.nu) in anders
        ]
    if anders:
        feiten = [zaak.dossier.feiten[pad] for pad in anders if pad in zaak.dossier.feiten]
        yield Bevinding(
            "OV-OPNIEUW", Ernst.OORDEEL, tuple(dict.fromkeys([*(feit.plaats for feit in feiten), *plaatsen])),
            {"wat": join_woorden(list(anders.values())), **({"stuk": naam} if naam else {})},
            ("Gemeentewet 169",), tuple(feit.pad for feit in feiten), "het college",
        )  # fmt: skip


def _raadsversie(zaak: Zaak, overeenkomst: Overeenkomst, naam: str) -> Bevroren | None:
    """The frozen agreement that the council saw; the last one as long as nobody says which that was."""
    gezien = overeenkomst.besluitvorming.raadsversie
    versies = [record for record in zaak.bevroren if record.stuk == naam and record.feiten]
    if not gezien.is_open:
        versies = [record for record in versies if record.versie == gezien.woorden]
    return versies[-1] if versies else None


def _gewijzigd(toen: Bevroren, feiten: Mapping[str, Feit]) -> dict[str, str]:
    """What the agreement had and has otherwise now, by path, each as Dutch words."""
    return {
        pad: _pijl(pad, feiten.get(pad), _toen(waarde, feiten.get(pad)))
        for pad, waarde in toen.feiten.items()
        if pad.startswith(_WORTEL) and not pad.startswith(LATER) and waarde != OPEN
        and not is_stand(waarde, feiten.get(pad))
    }  # fmt: skip


def _erbij(toen: Bevroren, overeenkomst: Overeenkomst) -> dict[str, str]:
    """The places that were added, each by the path of its figure."""
    return {
        locatie.plaatsen.pad: _pijl(locatie.plaatsen.pad, locatie.plaatsen, "niets")
        for locatie in overeenkomst.locaties.values()
        if not any(pad.startswith(f"{locatie.pad}.") for pad in toen.feiten)
    }


def _anders_dan_opgegeven(zaak: Zaak, overeenkomst: Overeenkomst) -> Iterator[tuple[str, str]]:
    """What the facts say was put to the council and is another thing now, by path, each as Dutch words."""
    for punt in overeenkomst.besluitvorming.voorgelegd.values():
        was, nu = (zaak.dossier.feiten.get(doel_van(kant)) for kant in (punt.was, punt.nu))
        if was and nu and not was.is_open and was.waarde != nu.waarde:
            yield nu.pad, _pijl(nu.pad, nu, print_feit(was))


def _toen(waarde: str, feit: Feit | None) -> str:
    """A value as it was frozen, printed as that of today is."""
    if feit is None or feit.waarde is None:
        return waarde
    try:
        return print_feit(feit.met(waarde=type(feit.waarde).lees(waarde)))
    except ValueError:
        return waarde


def _pijl(pad: str, feit: Feit | None, was: str) -> str:
    return f"{(feit.naam if feit else '') or pad} (was {was}, is {print_feit(feit) if feit else 'vervallen'})"
