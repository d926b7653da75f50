"""The law as dated data: ``inhoud/recht/*.yaml`` → `Recht`. Read with PyYAML alone: ``termijn`` must start fast."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, TypeVar

from generator.errors import Fout, InvoerError, Plaats
from generator.feiten.metadata import Begripcode, Metadatalijsten
from generator.feiten.recht import (
    GEBIEDEN,
    Artikel,
    Dwangsomtarief,
    Melding,
    NietGedekt,
    Recht,
    Schijf,
    VervallenWet,
    Woord,
)
from generator.feiten.termijnrecht import Feestdag, Gelijkstelling, Kalender, Lezing, Termijnsoort, Verlenging
from generator.feiten.toetslijst import Toetsgroep, Toetslijst, Toetspunt
from generator.inhoud.aanraden import bedoelde_u
from generator.inhoud.velden import (
    Lezer,
    build_deel,
    build_elk,
    lees_dag,
    lees_getal,
    lees_ja,
    lees_lijst,
    lees_maand_dag,
    lees_woorden,
)
from generator.inhoud.yaml_lezen import Knoop, Reeks, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MAP = "inhoud/recht/"
_T = TypeVar("_T")


def load_recht(bestanden: Mapping[str, bytes]) -> Recht:
    """The law in `bestanden` (names begin with ``inhoud/recht/``).

    Raises:
        InvoerError: everything that cannot be read, with its place.
    """
    lezer = _Lezer(bestanden)
    kalender = lezer.lees("kalender.yaml", _kalender)
    termijnsoorten = lezer.lees("termijnen.yaml", _termijnsoorten) or {}
    artikelen = lezer.lees("artikelen.yaml", _artikelen) or {}
    woorden, contractwoorden = lezer.lees("taal.yaml", _woorden) or ({}, {})
    toetslijst = lezer.lees("toetslijst.yaml", _toetslijst) or Toetslijst()
    dwangsomtarieven = lezer.lees("bedragen.yaml", _dwangsomtarieven) or ()
    vervallen = lezer.lees("vervallen.yaml", lambda knoop, fouten: build_elk(VervallenWet, knoop, fouten, _VERVALLEN))
    metadata = lezer.lees("metadata.yaml", _metadata) or Metadatalijsten()
    meldingen: dict[str, Melding] = {}
    for pad in sorted(bestanden):
        if pad.startswith(f"{_MAP}meldingen/"):
            naam = pad.removeprefix(_MAP)
            meldingen |= lezer.lees(naam, partial(_meldingen, PurePosixPath(pad).stem)) or {}
    if lezer.fouten:
        raise InvoerError(*lezer.fouten)
    assert kalender is not None  # noqa: S101 - without a calendar there was a fault
    return Recht(
        kalender, termijnsoorten, artikelen, meldingen, woorden, contractwoorden, toetslijst, dwangsomtarieven,
        vervallen=vervallen or {}, metadata=metadata,
    )  # fmt: skip


def load_termijnen(bestanden: Mapping[str, bytes]) -> Recht:
    """The law as far as counting a period needs it: the calendar and the kinds of period, nothing else.

    Raises:
        InvoerError: everything that cannot be read, with its place.
    """
    lezer = _Lezer(bestanden)
    kalender = lezer.lees("kalender.yaml", _kalender)
    termijnsoorten = lezer.lees("termijnen.yaml", _termijnsoorten) or {}
    if lezer.fouten:
        raise InvoerError(*lezer.fouten)
    assert kalender is not None  # noqa: S101 - without a calendar there was a fault
    return Recht(kalender, termijnsoorten)


def load_niet_gedekt(bestanden: Mapping[str, bytes]) -> Mapping[str, NietGedekt]:
    """What no rule answers, by the code it would have or a name, from ``inhoud/recht/niet_gedekt.yaml``.

    Raises:
        InvoerError: everything that cannot be read, with its place.
    """
    lezer = _Lezer(bestanden)
    lezers: dict[str, Lezer] = {"termijnen": lees_lijst, "artikelen": lees_lijst, "bij": _gebied}
    gelezen = lezer.lees("niet_gedekt.yaml", lambda knoop, fouten: build_elk(NietGedekt, knoop, fouten, lezers))
    if lezer.fouten:
        raise InvoerError(*lezer.fouten)
    return gelezen or {}


def _gebied(waarde: Any) -> str:  # noqa: ANN401 - a node
    """One of `GEBIEDEN`; ValueError otherwise."""
    if (gebied := lees_woorden(waarde)) not in GEBIEDEN:
        raise ValueError(f"een van {', '.join(GEBIEDEN)}")
    return gebied


class _Lezer:
    """Reads one file after another and gathers what is wrong."""

    def __init__(self, bestanden: Mapping[str, bytes]) -> None:
        self._bestanden = bestanden
        self.fouten: list[Fout] = []

    def lees(self, naam: str, maak: Callable[[Knoop, list[Fout]], _T]) -> _T | None:
        """What `maak` makes of the file `naam`; None, and a fault noted, when it cannot."""
        pad = f"{_MAP}{naam}"
        if pad not in self._bestanden:
            self.fouten.append(Fout(Plaats(pad), "dit bestand ontbreekt", raad="installeer Raadwerk opnieuw"))
            return None
        knoop, fouten = read_yaml(self._bestanden[pad], pad, "")
        self.fouten += fouten
        if knoop is None:
            return None
        try:
            return maak(knoop, self.fouten)
        except KeyError as fout:
            zin = f"hier ontbreekt {fout.args[0]}"
        except (AttributeError, TypeError, ValueError):
            zin = "dit bestand heeft niet de vorm van de meegeleverde versie"
        self.fouten.append(Fout(Plaats(pad), zin, raad="vergelijk met de meegeleverde versie"))
        return None


def _woorden(knoop: Knoop, fouten: list[Fout]) -> tuple[dict[str, Woord], dict[str, Woord]]:
    """The words that do not belong in a paper, and those that do not belong in an agreement."""
    woorden, contractwoorden = (
        build_elk(Woord, knoop[lijst], fouten, {"sinds": lees_dag}) for lijst in ("woorden", "contractwoorden")
    )
    return woorden, contractwoorden


def _metadata(knoop: Knoop, fouten: list[Fout]) -> Metadatalijsten:
    taal = build_deel(Begripcode, knoop["taal"], fouten, {})
    woo = build_elk(Begripcode, knoop["woo"], fouten)
    soorten = {soort: lees_lijst(deel) for soort, deel in knoop["soorten"].items()}
    fouten += [
        Fout(knoop["soorten"].sleutels[soort], f"de Woo-categorie ‘{code}’ bestaat niet", raad=bedoelde_u(code, woo))
        for soort, codes in soorten.items()
        for code in codes
        if code not in woo
    ]
    handelingen, formaten = (build_elk(Begripcode, knoop[deel], fouten) for deel in ("handelingen", "formaten"))
    return Metadatalijsten(woo, soorten, handelingen, formaten, taal or Begripcode("", ""))


def _meldingen(onderwerp: str, knoop: Knoop, fouten: list[Fout]) -> dict[str, Melding]:
    """The wording in one file, which is named for what its rules are about."""
    gebouwd = {code: build_deel(Melding, deel, fouten, {}, onderwerp=onderwerp) for code, deel in knoop.items()}
    return {code: melding for code, melding in gebouwd.items() if melding}


def _verlenging(waarde: Any) -> Verlenging:  # noqa: ANN401 - a node
    try:
        return Verlenging(lees_woorden(waarde))
    except ValueError:
        raise ValueError(f"een van {', '.join(Verlenging)}") from None


def _eenheid(waarde: Any) -> str:  # noqa: ANN401 - a node
    eenheden = ("dag", "week", "maand", "jaar", "kalenderdatum")
    if waarde not in eenheden:
        raise ValueError(f"een van {', '.join(eenheden)}")
    return lees_woorden(waarde)


def _voor(waarde: Any) -> tuple[str, ...]:  # noqa: ANN401 - a node
    """To whom a group of the checklist is put."""
    gelezen = lees_lijst(waarde)
    if not set(gelezen) <= _TOETSEND:
        raise ValueError(f"een of meer van {', '.join(sorted(_TOETSEND))}")
    return gelezen


_FEESTDAG: dict[str, Lezer] = {
    "dag": lees_maand_dag, "pasen": lees_getal, "op_zondag": lees_getal,
    "van": lees_dag, "tot": lees_dag, "nagegaan_vanaf": lees_dag,
}  # fmt: skip
_TERMIJN: dict[str, Lezer] = {
    "lengte": lees_getal, "eenheid": _eenheid, "datum": lees_maand_dag, "anders_vanaf": lees_maand_dag,
    "eerste_dag": lees_getal, "terug": lees_ja, "ten_hoogste": lees_ja,
    "atw": _verlenging, "grondslag": lees_lijst, "voorbehoud": lees_lijst,
    "van": lees_dag, "tot": lees_dag, "nagegaan_vanaf": lees_dag,
}  # fmt: skip
_TOETSEND = {"ontvanger", "indiener", "gemeente"}
_TOETSPUNT: dict[str, Lezer] = {"codes": lees_lijst, "artikelen": lees_lijst, "voorheen": lees_lijst}
_VERVALLEN: dict[str, Lezer] = {"tot": lees_dag}
_ARTIKEL: dict[str, Lezer] = {"sinds": lees_dag, "tot": lees_dag, "sinds_zeker": lees_ja, "leden": lees_getal}


def _kalender(knoop: Knoop, fouten: list[Fout]) -> Kalender:
    gelijk = knoop["gelijkgesteld"]
    feestdagen = [build_deel(Feestdag, deel, fouten, _FEESTDAG) for deel in knoop["feestdagen"].values()]
    return Kalender(
        van=lees_dag(knoop["van"]),
        tot=lees_dag(knoop["tot"]),
        feestdagen=tuple(feestdag for feestdag in feestdagen if feestdag),
        gelijkgesteld={
            lees_dag(dag): Gelijkstelling(lees_woorden(besluit["besluit"]))
            for besluit in gelijk["besluiten"].values()
            for dag in besluit["dagen"]
        },
        besluiten_van=lees_getal(gelijk["bekend"]["van"]),
        besluiten_tot=lees_getal(gelijk["bekend"]["tot"]),
    )


def _termijnsoorten(knoop: Knoop, fouten: list[Fout]) -> dict[str, Termijnsoort]:
    lezers = _TERMIJN | {"lezing": lambda deel: build_deel(Lezing, deel, fouten, {"dagen": lees_getal})}
    gebouwd = {code: build_deel(Termijnsoort, deel, fouten, lezers, code=code) for code, deel in knoop.items()}
    soorten = {code: soort for code, soort in gebouwd.items() if soort is not None}
    fouten += [
        Fout(knoop[code]["post"].plaats, f"de soort ‘{soort.post}’ bestaat niet", raad=bedoelde_u(soort.post, soorten))
        for code, soort in soorten.items()
        if soort.post and soort.post not in soorten
    ]
    return soorten


def _dwangsomtarieven(knoop: Knoop, fouten: list[Fout]) -> tuple[Dwangsomtarief, ...]:
    getallen = {"tot_en_met_dag": lees_getal, "euro": lees_getal}
    lezers: dict[str, Lezer] = {
        "van": lees_dag,
        "tot": lees_dag,
        "schijven": lambda deel: tuple(filter(None, (build_deel(Schijf, schijf, fouten, getallen) for schijf in deel))),
    }
    tarieven = [build_deel(Dwangsomtarief, deel, fouten, lezers) for deel in knoop["dwangsom"].values()]
    return tuple(tarief for tarief in tarieven if tarief)


def _artikelen(knoop: Knoop, fouten: list[Fout]) -> dict[str, tuple[Artikel, ...]]:
    """Each law has its address and dates once; an article is one mapping, or a list of its versions, oldest first."""
    artikelen: dict[str, tuple[Artikel, ...]] = {}
    for wet, deel in knoop.items():
        vast = {naam: lees(deel[naam]) for naam, lees in _ARTIKEL.items() if naam in deel}
        for nummer, versies in deel["artikelen"].items():
            aanduiding, link = f"{wet} {nummer}", f"{deel['link']}#Artikel{nummer}"
            gebouwd = [
                build_deel(Artikel, versie, fouten, _ARTIKEL, aanduiding=aanduiding,
                      **{naam: waarde for naam, waarde in (vast | {"link": link}).items() if naam not in versie})
                for versie in (versies if isinstance(versies, Reeks) else [versies])
            ]  # fmt: skip
            artikelen[aanduiding] = tuple(artikel for artikel in gebouwd if artikel)
    return artikelen


def _toetslijst(knoop: Knoop, fouten: list[Fout]) -> Toetslijst:
    lezers: dict[str, Lezer] = {"voor": _voor, "punten": lambda deel: build_elk(Toetspunt, deel, fouten, _TOETSPUNT)}
    iedereen = {"voor": ("ontvanger", "indiener")}
    groepen = {
        naam: build_deel(Toetsgroep, deel, fouten, lezers, **({} if "voor" in deel else iedereen))
        for naam, deel in knoop["groepen"].items()
    }
    return Toetslijst(
        {naam: groep for naam, groep in groepen.items() if groep},
        {code: lees_woorden(reden) for code, reden in knoop["niet_op_de_lijst"].items()},
        {naam: lees_woorden(zin) for naam, zin in knoop["voorwaarden"].items()},
    )
