"""What was sent stays what it is: a later paper has another version, and what is signed is what the council saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.datumtekst import datum_voluit
from generator.document.bewaren import leeshash
from generator.document.kern import kernhash, openstaande_plekken
from generator.document.variantmerk import zonder_variant
from generator.feiten.keuzes import ONDERTEKEND
from generator.opmaak import print_feit
from generator.regels.register import Neemt, Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.document.nodes import Document
    from generator.feiten.bevroren import Bevroren, Tekenversie
    from generator.feiten.dossier import Stuk
    from generator.feiten.feit import Feit

_169 = "Gemeentewet 169"
_TEKEN_NIET = "Is er een ander woord, getal of ‘niet’, teken dan niet: leg de nieuwe tekst opnieuw voor."
_LEES_NA = "Lees in die uitslag elk verschil na, en leg in oordelen.yaml vast dat is ingevuld wat is afgesproken."


@regel("BV-GESCHONDEN")
def bevroren_geschonden(zaak: Zaak) -> Iterator[Bevinding]:
    """Of a frozen paper whose record was changed or is gone nobody can say what the council got."""
    for fout in zaak.geschonden:
        yield Bevinding("BV-GESCHONDEN", Ernst.FOUT, (fout.plaats,), {"wat": fout.gevonden, "raad": fout.raad})


@regel("BV-VERSIE", neemt=Neemt.STUKKEN)
def bevroren_versie_gewijzigd(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper that reads otherwise than it was frozen under the same version is another version.

    Its status may move on, with the day in its head, and at signing the day and place: that makes no other paper of it.
    """
    for record in zaak.bevroren:
        stuk, boom = zaak.dossier.stukken.get(record.stuk), zaak.stukken.get(record.stuk)
        if stuk is None or boom is None or stuk.versie.is_open or stuk.versie.woorden != record.versie:
            continue
        nu = zonder_variant(boom, zaak.dossier.variant)
        if leeshash(nu, record.stuk) != record.lezing and not _is_hetzelfde(nu, record):
            yield Bevinding(
                "BV-VERSIE", Ernst.FOUT, (stuk.versie.plaats, record.plaats),
                {"stuk": record.stuk, "versie": record.versie, "datum": datum_voluit(record.datum)},
                feiten=(stuk.versie.pad,),
            )  # fmt: skip


def _is_hetzelfde(boom: Document, record: Bevroren) -> bool:
    """Whether only the administration of the paper became another: nothing was filled in either."""
    openstaand = openstaande_plekken(boom, record.stuk)
    return bool(record.kern) and openstaand == record.openstaand and is_zelfde_kern(boom, record)


def is_zelfde_kern(boom: Document, record: Bevroren) -> bool:
    """Whether `boom` says what was frozen, but for what was still to be filled in; not when the record is too old."""
    return kernhash(boom, record.stuk, record.openstaand) == record.kern


def print_ingevuld(record: Bevroren, feiten: Mapping[str, Feit]) -> tuple[str, ...]:
    """What was open when it was frozen and is known now: each as its name, or its path, and its value, in Dutch."""
    bekend = (feiten[pad] for pad in record.ontbrekend if pad in feiten and not feiten[pad].is_open)
    return tuple(f"{feit.naam or feit.pad} ({print_feit(feit)})" for feit in bekend)


@regel("BV-TEKENVERSIE", _169, neemt=Neemt.STUKKEN)
def tekenversie_is_raadsversie(zaak: Zaak) -> Iterator[Bevinding]:
    """What was signed is, word for word, what the council or college saw: the frozen version.

    When it only fills in what was open then, a person has to say that it was filled in as agreed.
    """
    for naam, stuk in zaak.dossier.stukken.items():
        if stuk.status.is_open or stuk.status.woorden != ONDERTEKEND:
            continue
        versies = [record for record in zaak.bevroren if record.stuk == naam]
        if versies or stuk.tekenversie:
            yield from _toets_tekenversie(zaak, naam, stuk, versies)


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


def _toets_tekenversie(zaak: Zaak, naam: str, stuk: Stuk, versies: list[Bevroren]) -> Iterator[Bevinding]:
    teken = stuk.tekenversie
    plaats, feiten, raad, ernst = stuk.status.plaats, [stuk.status.pad], _TEKEN_NIET, Ernst.FOUT
    gezien = next((een for een in versies if teken and _is_tegenhanger(teken, een)), None)
    if teken is None:
        wat = (
            "Bij ‘tekenversie’ staat niets: of wat is getekend woord voor woord is wat de raad zag, is niet vergeleken."
        )
    elif gezien is None:
        plaats, feiten = teken.raadsversie.plaats, [*feiten, teken.raadsversie.pad]
        wat = "Het bestand waarmee de tekenversie is vergeleken, is geen bevroren versie van dit stuk."
    elif teken.verschillen.is_open or teken.verschillen.getal:
        plaats, feiten = teken.verschillen.plaats, [*feiten, teken.verschillen.pad]
        wat = f"Aantal verschillen met de bevroren versie: {print_feit(teken.verschillen)}."
        if _is_alleen_ingevuld(zaak, teken, gezien):
            feiten += [pad for pad in gezien.ontbrekend if pad in zaak.dossier.feiten]
            ernst, raad = Ernst.OORDEEL, _LEES_NA
            wat += f" {_print_invulling(print_ingevuld(gezien, zaak.dossier.feiten))}"
    else:
        return
    plaatsen = (plaats, *(versie.plaats for versie in versies))
    door = "het college" if ernst is Ernst.OORDEEL else ""
    gegevens = {"stuk": naam, "wat": wat, "raad": raad}
    yield Bevinding("BV-TEKENVERSIE", ernst, plaatsen, gegevens, (_169,), tuple(feiten), door)


def _is_tegenhanger(teken: Tekenversie, record: Bevroren) -> bool:
    """Whether it is this frozen version that the signed file was compared with."""
    return not teken.raadsversie.is_open and teken.raadsversie.woorden in record.bestanden.values()


def _is_alleen_ingevuld(zaak: Zaak, teken: Tekenversie, gezien: Bevroren) -> bool:
    """Whether every difference that was counted fills in what was open, or is of the head; and so by the facts too."""
    boom = zaak.stukken.get(gezien.stuk)
    geteld = teken.ingevuld is not None and not teken.ingevuld.is_open and not teken.verschillen.is_open
    if not geteld or (boom and not is_zelfde_kern(zonder_variant(boom, zaak.dossier.variant), gezien)):
        return False
    return teken.ingevuld is not None and teken.ingevuld.getal == teken.verschillen.getal


def _print_invulling(ingevuld: tuple[str, ...]) -> str:
    wat = "Elk daarvan vult in wat openstond, of staat in de kop (status, versie, dag)."
    return f"{wat} Ingevuld is nu: {'; '.join(ingevuld)}." if ingevuld else wat
