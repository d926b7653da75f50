"""What was sent stays what it is: a later paper has another version, and what is signed is what the council saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.datumtekst import datum_voluit
from generator.document.bewaren import leeshash
from generator.document.variantmerk import zonder_variant
from generator.opmaak import print_feit
from generator.regels.register import Neemt, Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.bevroren import Bevroren
    from generator.feiten.dossier import Stuk

ONDERTEKEND = "ondertekend"
_169 = "Gemeentewet 169"


@regel("BV-GESCHONDEN")
def bevroren_geschonden(zaak: Zaak) -> Iterator[Bevinding]:
    """Of a frozen paper whose record was changed or is gone nobody can say what the council got."""
    for fout in zaak.geschonden:
        yield Bevinding("BV-GESCHONDEN", Ernst.FOUT, (fout.plaats,), {"wat": fout.gevonden, "raad": fout.raad})


@regel("BV-VERSIE", neemt=Neemt.STUKKEN)
def bevroren_versie_gewijzigd(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper that reads otherwise than it was frozen under the same version is another version."""
    for record in zaak.bevroren:
        stuk, boom = zaak.dossier.stukken.get(record.stuk), zaak.stukken.get(record.stuk)
        if stuk is None or boom is None or stuk.versie.is_open or stuk.versie.woorden != record.versie:
            continue
        if leeshash(zonder_variant(boom, zaak.dossier.variant), record.stuk) != record.lezing:
            yield Bevinding(
                "BV-VERSIE", Ernst.FOUT, (stuk.versie.plaats, record.plaats),
                {"stuk": record.stuk, "versie": record.versie, "datum": datum_voluit(record.datum)},
                feiten=(stuk.versie.pad,),
            )  # fmt: skip


@regel("BV-TEKENVERSIE", _169)
def tekenversie_is_raadsversie(zaak: Zaak) -> Iterator[Bevinding]:
    """What was signed is, word for word, what the council or college saw: the frozen version."""
    for naam, stuk in zaak.dossier.stukken.items():
        if stuk.status.is_open or stuk.status.woorden != ONDERTEKEND:
            continue
        versies = [record for record in zaak.bevroren if record.stuk == naam]
        if versies or stuk.tekenversie:
            yield from _toets_tekenversie(naam, stuk, versies)


@regel("BV-VERGELEKEN", _169)
def tekenversie_zonder_naam_en_dag(zaak: Zaak) -> Iterator[Bevinding]:
    """That a signed paper is what the council saw rests on what a person says: who compared, and when."""
    for naam, stuk in zaak.dossier.stukken.items():
        if stuk.status.is_open or stuk.status.woorden != ONDERTEKEND:
            continue
        teken = stuk.tekenversie
        if teken is None and not any(record.stuk == naam for record in zaak.bevroren):
            wat = "Van dit stuk is geen versie bevroren, dus is er niets om de getekende tekst mee te vergelijken."
        elif teken and not all(feit and not feit.is_open for feit in (teken.vergeleken_door, teken.vergeleken_op)):
            wat = "Er staat een uitslag bij ‘tekenversie’, maar niet wie heeft vergeleken en wanneer."
        else:
            continue
        plaats, feit = (teken.bestand.plaats, teken.bestand.pad) if teken else (stuk.status.plaats, stuk.status.pad)
        yield Bevinding(
            "BV-VERGELEKEN", Ernst.WAARSCHUWING, (plaats,), {"stuk": naam, "wat": wat}, (_169,), (feit,)
        )  # fmt: skip


@regel("BV-GETEKEND", _169)
def getekend_bestand_is_vergeleken(zaak: Zaak) -> Iterator[Bevinding]:
    """The file that was compared lies there as it was then: otherwise the comparison is about another one."""
    for naam, stuk in zaak.dossier.stukken.items():
        teken = stuk.tekenversie
        if teken is None or teken.bestand.is_open or teken.sha256.is_open:
            continue
        ligt = zaak.getekend.get(teken.bestand.woorden)
        if ligt is None or ligt == teken.sha256.woorden.lower():
            continue
        yield Bevinding(
            "BV-GETEKEND", Ernst.FOUT if ligt else Ernst.WAARSCHUWING, (teken.bestand.plaats,),
            {"stuk": naam, "bestand": teken.bestand.woorden,
             "wat": "is na het vergelijken gewijzigd" if ligt else "ligt er niet"},
            (_169,), (teken.bestand.pad, teken.sha256.pad),
        )  # fmt: skip


def _toets_tekenversie(naam: str, stuk: Stuk, versies: list[Bevroren]) -> Iterator[Bevinding]:
    teken = stuk.tekenversie
    plaats, feiten = stuk.status.plaats, [stuk.status.pad]
    if teken is None:
        wat = (
            "Bij ‘tekenversie’ staat niets: of wat is getekend woord voor woord is wat de raad zag, is niet vergeleken."
        )
    elif teken.raadsversie.is_open or not any(
        teken.raadsversie.woorden in versie.bestanden.values() for versie in versies
    ):
        plaats, feiten = teken.raadsversie.plaats, [*feiten, teken.raadsversie.pad]
        wat = "Het bestand waarmee de tekenversie is vergeleken, is geen bevroren versie van dit stuk."
    elif teken.verschillen.is_open or teken.verschillen.getal:
        plaats, feiten = teken.verschillen.plaats, [*feiten, teken.verschillen.pad]
        wat = f"Aantal verschillen met de bevroren versie: {print_feit(teken.verschillen)}."
    else:
        return
    plaatsen = (plaats, *(versie.plaats for versie in versies))
    yield Bevinding("BV-TEKENVERSIE", Ernst.FOUT, plaatsen, {"stuk": naam, "wat": wat}, (_169,), tuple(feiten))
