"""How the checklists of objections differ between two states: they are internal, so told on the screen alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.errors import RaadwerkError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.document.nodes import Document
    from generator.keten import Gecontroleerd, Gelezen
    from generator.verschil import Stukverschil, Verschil

_VAN_GEMEENTE = ("toetsdatum", "gemeente.")  # the facts of a dossier that a checklist rests on too


def met_toetslijsten(
    uitslag: Verschil, oud: Gecontroleerd, nieuw: Gecontroleerd, toen: Mapping[str, bytes] | None
) -> Verschil:
    """`uitslag` with what differs in each checklist, or with its name when that cannot be told.

    `toen` are the files that were kept of `oud`; None when all were. Of a build, and of a frozen version, no objection
    is kept: what it said then is not known.
    """
    if not (oud.gelezen.zaakbestanden or nieuw.gelezen.zaakbestanden):
        return uitslag
    from generator.keten.zaken import noem_toetslijsten

    namen = dict.fromkeys(
        naam for stand in (nieuw, oud) for naam in noem_toetslijsten(stand.gelezen.zaakbestanden, stand.gelezen)
    )
    is_bewaard = toen is None or oud.gelezen.zaakbestanden.keys() <= toen.keys()
    try:
        lijsten = tuple(_vergelijk(uitslag, oud.gelezen, nieuw.gelezen, namen)) if is_bewaard else ()
    except RaadwerkError:  # a case with a fault, which ‘bouw’ tells
        lijsten = ()
    niet = () if lijsten else tuple(map(_naam, namen))
    return replace(uitslag, toetslijsten=lijsten, niet_vergeleken=(*uitslag.niet_vergeleken, *niet))


def _vergelijk(uitslag: Verschil, oud: Gelezen, nieuw: Gelezen, namen: Mapping[str, None]) -> Iterator[Stukverschil]:
    from generator.verschil import Stukverschil, vergelijk_toetslijst

    if _invoer(oud) == _invoer(nieuw):  # to make them would cost more than all that was asked
        yield from (Stukverschil(_naam(naam)) for naam in namen)
        return
    was, wordt = _maak(oud), _maak(nieuw)
    feiten = [feit.pad for feit in uitslag.feiten if feit.pad.startswith(_VAN_GEMEENTE)]
    for naam in namen:
        pad = _bestand(naam, nieuw)
        zaak = pad if oud.zaakbestanden.get(pad) != nieuw.zaakbestanden.get(pad) else ""
        yield vergelijk_toetslijst(_naam(naam), was.get(naam), wordt.get(naam), feiten, zaak, uitslag.teksten)


def _invoer(gelezen: Gelezen) -> tuple[object, ...]:
    """All that the checklists are made from, but for the law, which is the same for both states."""
    return gelezen.zaakbestanden, gelezen.toetsdatum, gelezen.dossier.gemeente, gelezen.sjablonen


def _maak(gelezen: Gelezen) -> dict[str, Document]:
    from generator.keten.zaken import maak_toetslijsten
    from generator.verslagen.bevindingen import uitleg

    return maak_toetslijsten(gelezen.zaakbestanden, gelezen, lambda een: uitleg(een, gelezen.recht.meldingen))


def _naam(naam: str) -> str:
    """As the folder of objections calls it."""
    return f"bezwaren/{naam}"


def _bestand(naam: str, gelezen: Gelezen) -> str:
    zaak = naam.rpartition("/")[0]
    return next((pad for pad in gelezen.zaakbestanden if pad.rpartition(".")[0].endswith(f"/{zaak}")), "")
