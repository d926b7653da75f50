"""Numbers of the agreement: places and residents apart, what the Faciliteitenbesluit counts with, amounts."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.document.walk import cijfers
from generator.feiten.waarden import Aantal, Bedrag
from generator.opmaak import join_woorden, print_getal
from generator.regels.overeenkomst.melden import SOORT, luidt, meld
from generator.regels.register import Neemt, Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.feit import Feit

# Fixed by the text of the Faciliteitenbesluit: ninety per cent counts as permanently occupied (2 lid 3), five places
# as one dwelling (4 lid 1).
_PERMANENT = Decimal("0.9")
_PER_WOONEENHEID = 5


@regel("OV-LOCATIE")
def overeenkomst_zonder_locatie(zaak: Zaak) -> Iterator[Bevinding]:
    """An agreement about no place."""
    if (overeenkomst := zaak.dossier.overeenkomst) and not overeenkomst.locaties:
        yield Bevinding("OV-LOCATIE", Ernst.FOUT, (overeenkomst.plaats,))


@regel("OV-BEWONERS")
def meer_bewoners_dan_plaatsen(zaak: Zaak) -> Iterator[Bevinding]:
    """More residents than places to put them."""
    for locatie in zaak.dossier.overeenkomst.locaties.values() if zaak.dossier.overeenkomst else ():
        bewoners, plaatsen = locatie.bewoners, locatie.plaatsen
        if not bewoners.is_open and not plaatsen.is_open and bewoners.getal > plaatsen.getal:
            yield meld(
                "OV-BEWONERS", Ernst.WAARSCHUWING, bewoners, plaatsen,
                bewoners=print_getal(bewoners.getal), plaatsen=print_getal(plaatsen.getal),
            )  # fmt: skip


@regel("OV-NEGATIEF")
def minder_dan_geen(zaak: Zaak) -> Iterator[Bevinding]:
    """A count of the agreement below nought, typed or computed: parties cannot promise fewer than none."""
    onder = [
        feit for pad, feit in zaak.dossier.feiten.items()
        if pad.startswith("overeenkomst.") and isinstance(feit.waarde, Aantal) and feit.getal < 0
    ]  # fmt: skip
    if onder:
        aantallen = join_woorden([f"‘{feit.pad}’ is {print_getal(feit.getal)}" for feit in onder])
        yield meld("OV-NEGATIEF", Ernst.FOUT, *onder, aantallen=aantallen)


@regel("OV-HEEL")
def halve_plaats(zaak: Zaak) -> Iterator[Bevinding]:
    """A number of places or people that is no whole number."""
    for locatie in zaak.dossier.overeenkomst.locaties.values() if zaak.dossier.overeenkomst else ():
        for feit in (locatie.plaatsen, locatie.bewoners, locatie.amv):
            if not feit.is_open and feit.getal % 1:
                yield meld("OV-HEEL", Ernst.FOUT, feit, aantal=print_getal(feit.getal), feit=feit.pad)


@regel("OV-REGULIER")
def plaatsen_zijn_regulier_plus_amv(zaak: Zaak) -> Iterator[Bevinding]:
    """The places for amv are among those of the agreement: without them the regular ones of the dossier are left."""
    overeenkomst, uitgangspunt = zaak.dossier.overeenkomst, zaak.dossier.cijfers
    if not overeenkomst or not overeenkomst.locaties:
        return
    if not {"capaciteit_regulier", "capaciteit_amv"} <= uitgangspunt.keys():
        return
    plaatsen = [locatie.plaatsen for locatie in overeenkomst.locaties.values()]
    amv = [locatie.amv for locatie in overeenkomst.locaties.values()]
    richting = uitgangspunt["capaciteit_regulier"], uitgangspunt["capaciteit_amv"]
    if any(feit.is_open for feit in (*plaatsen, *amv, *richting)):
        return
    samen, voor_amv = _som(plaatsen), _som(amv)
    if (samen - voor_amv, voor_amv) != tuple(feit.getal for feit in richting):
        yield meld(
            "OV-REGULIER", Ernst.FOUT, *plaatsen, *amv, *richting,
            plaatsen=print_getal(samen), amv=print_getal(voor_amv), over=print_getal(samen - voor_amv),
            regulier=print_getal(richting[0].getal), richting_amv=print_getal(richting[1].getal),
        )  # fmt: skip


@regel("OV-LOCATIECIJFER")
def ander_cijfer_dan_dat_van_de_locatie(zaak: Zaak) -> Iterator[Bevinding]:
    """A figure that is called after a location is another than the agreement's own for it: ``havenkade_amv``."""
    bekende_cijfers = zaak.dossier.cijfers
    for naam, locatie in zaak.dossier.overeenkomst.locaties.items() if zaak.dossier.overeenkomst else ():
        for veld, eenheid, feit, sleutels in (
            ("plaatsen", "plaats", locatie.plaatsen, (naam, f"{naam}_plaatsen")),
            ("amv", "amv-plaats", locatie.amv, (f"{naam}_amv",)),
            ("bewoners", "bewoner", locatie.bewoners, (f"{naam}_bewoners",)),
        ):
            for cijfer in (bekende_cijfers[sleutel] for sleutel in sleutels if sleutel in bekende_cijfers):
                telt = isinstance(cijfer.waarde, Aantal) and cijfer.eenheid.partition("/")[0].endswith(eenheid)
                if telt and not feit.is_open and feit.getal != cijfer.getal:
                    yield meld(
                        "OV-LOCATIECIJFER", Ernst.FOUT, feit, cijfer, locatie=naam, veld=veld,
                        hier=print_getal(feit.getal), feit=cijfer.pad, daar=print_getal(cijfer.getal),
                    )  # fmt: skip


@regel("OV-TELWIJZE")
def alleen_bezette_bedden(zaak: Zaak) -> Iterator[Bevinding]:
    """Only beds that are slept in count: too narrow a reading of reception (ECLI:NL:RBNNE:2024:4250)."""
    if (overeenkomst := zaak.dossier.overeenkomst) and luidt(overeenkomst.opvang.telwijze, "overnachtende bewoners"):
        yield meld("OV-TELWIJZE", Ernst.WAARSCHUWING, overeenkomst.opvang.telwijze)


@regel("OV-BEKOSTIGING", "Faciliteitenbesluit 2", "Faciliteitenbesluit 4")
def bekostiging_nagerekend(zaak: Zaak) -> Iterator[Bevinding]:
    """Ninety per cent or a fifth of the places is another number than the facts say."""
    if not (overeenkomst := zaak.dossier.overeenkomst):
        return
    plaatsen = [locatie.plaatsen for locatie in overeenkomst.locaties.values()]
    if any(feit.is_open for feit in plaatsen):
        return
    som = _som(plaatsen)
    vergoedingen = overeenkomst.vergoedingen
    for wat, feit, verwacht, artikel in (
        ("negentig procent", vergoedingen.permanent_bezet, som * _PERMANENT, "Faciliteitenbesluit 2"),
        ("een vijfde", vergoedingen.wooneenheden, som / _PER_WOONEENHEID, "Faciliteitenbesluit 4"),
    ):
        if not feit.is_open and feit.getal != verwacht:
            yield meld(
                "OV-BEKOSTIGING", Ernst.FOUT, feit, *plaatsen, grondslag=(artikel,), wat=wat,
                plaatsen=print_getal(som), staat=print_getal(feit.getal), verwacht=print_getal(verwacht),
            )  # fmt: skip


@regel("OV-BEDRAG", neemt=Neemt.STUKKEN)
def bedrag_zonder_peildatum(zaak: Zaak) -> Iterator[Bevinding]:
    """An amount of the agreement, or in its text, without the day on which it was set: it will be another next year."""
    if (overeenkomst := zaak.dossier.overeenkomst) is None:
        return
    bedragen = {een.bedrag.pad: een.bedrag for een in overeenkomst.vergoedingen.bedragen.values()}
    for naam, boom in zaak.stukken.items():
        for cijfer in cijfers(boom) if zaak.dossier.stukken[naam].soort.woorden == SOORT else ():
            if feit := zaak.dossier.feiten.get(cijfer.pad):
                bedragen.setdefault(feit.pad, feit)
    for bedrag in bedragen.values():
        if isinstance(bedrag.waarde, Bedrag) and bedrag.peildatum is None:
            yield meld("OV-BEDRAG", Ernst.WAARSCHUWING, bedrag, bedrag=print_getal(bedrag.getal))


def _som(feiten: list[Feit]) -> Decimal:
    return sum((feit.getal for feit in feiten), Decimal(0))
