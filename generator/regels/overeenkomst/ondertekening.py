"""What is signed: all that is part of it is there, and it is the version that the council saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.document.variantmerk import zonder_variant
from generator.feiten.keuzes import ONDERTEKEND
from generator.regels.bevroren import is_zelfde_kern, print_ingevuld
from generator.regels.overeenkomst.melden import LATER, SOORT, luidt, meld
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.stukken import titel

if TYPE_CHECKING:
    from collections.abc import Iterator


@regel("OV-VERSIE", "Gemeentewet 169", neemt=Neemt.STUKKEN)
def andere_versie_dan_de_raad_zag(zaak: Zaak) -> Iterator[Bevinding]:
    """The version of the paper is not the one the council saw, and what is known of how they differ.

    A notitie when nothing differs but what is only known after the council: who signs, and the steps before that.
    """
    if not (overeenkomst := zaak.dossier.overeenkomst):
        return
    gezien = overeenkomst.besluitvorming.raadsversie
    for naam, stuk in zaak.dossier.stukken.items():
        bekend = stuk.soort.woorden == SOORT and not gezien.is_open and not stuk.versie.is_open
        if not bekend or stuk.versie.woorden == gezien.woorden:
            continue
        record = next((een for een in zaak.bevroren if (een.stuk, een.versie) == (naam, gezien.woorden)), None)
        boom = zaak.stukken.get(naam)
        feiten, ernst = [gezien, stuk.versie], Ernst.OORDEEL
        if record is None:
            wat = "Van wat de raad zag is geen versie bevroren: Raadwerk weet dus niet wat er anders is."
        elif boom is None or not is_zelfde_kern(zonder_variant(boom, zaak.dossier.variant), record):
            wat = f"Wat er anders is, toont raadwerk verschil --sinds-versie {gezien.woorden} --alleen {naam}."
        else:
            ingevuld = [
                feit for pad in record.ontbrekend if (feit := zaak.dossier.feiten.get(pad)) and not feit.is_open
            ]
            wat = _print_invulling(print_ingevuld(record, zaak.dossier.feiten))
            ernst = Ernst.NOTITIE if all(feit.pad.startswith(LATER) for feit in ingevuld) else Ernst.OORDEEL
            feiten += ingevuld
        yield meld(
            "OV-VERSIE", ernst, *feiten, grondslag=("Gemeentewet 169",),
            door="het college" if ernst is Ernst.OORDEEL else "",
            stuk=naam, gezien=gezien.woorden, versie=stuk.versie.woorden, wat=wat,
        )  # fmt: skip


def _print_invulling(ingevuld: tuple[str, ...]) -> str:
    wat = "Woord voor woord is het dezelfde tekst, op de kop en de ondertekening na"
    return f"{wat}, en wat toen openstond en nu is ingevuld: {'; '.join(ingevuld)}." if ingevuld else f"{wat}."


@regel("OV-BIJLAGE")
def getekend_zonder_bijlage(zaak: Zaak) -> Iterator[Bevinding]:
    """A signed agreement lacks an attachment: by its own last article those are part of what was agreed.

    A person judges: it may have been signed apart, and adding it to the list afterwards makes it another text.
    """
    for naam, stuk in zaak.dossier.stukken.items():
        if stuk.soort.woorden != SOORT or not luidt(stuk.status, ONDERTEKEND):
            continue
        for bijlage in zaak.dossier.bijlagen_bij(stuk).values():
            if not bijlage.aanwezig.is_open and not bijlage.aanwezig.ja:
                yield Bevinding(
                    "OV-BIJLAGE", Ernst.OORDEEL, (bijlage.aanwezig.plaats, stuk.status.plaats),
                    {"stuk": naam, "titel": titel(bijlage, zaak)}, feiten=(bijlage.aanwezig.pad, stuk.status.pad),
                    door="de jurist",
                )  # fmt: skip
