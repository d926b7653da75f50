"""The law as dated data: ``inhoud/recht/*.yaml`` → `Recht`. Read with PyYAML alone: ``termijn`` must start fast."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from generator.errors import Fout, InvoerError, Plaats
from generator.feiten.recht import (
    Artikel,
    Feestdag,
    Gelijkstelling,
    Kalender,
    Lezing,
    Melding,
    Recht,
    Termijnsoort,
    Verlenging,
    Woord,
)
from generator.inhoud.yaml_lezen import Knoop, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MAP = "inhoud/recht/"


def load_recht(bestanden: Mapping[str, bytes]) -> Recht:
    """The law in `bestanden` (names begin with ``inhoud/recht/``).

    Raises:
        InvoerError: what cannot be read, with its place.
    """
    lezer = _Lezer(bestanden)
    kalender = lezer.lees("kalender.yaml", _kalender)
    termijnen = lezer.lees("termijnen.yaml", _termijnsoorten)
    artikelen = lezer.lees("artikelen.yaml", _artikelen)
    woorden = lezer.lees("taal.yaml", lambda knoop: {naam: Woord(**deel) for naam, deel in knoop["woorden"].items()})
    meldingen: dict[str, Melding] = {}
    for pad in sorted(bestanden):
        if pad.startswith(f"{_MAP}meldingen/"):
            meldingen |= (
                lezer.lees(
                    pad.removeprefix(_MAP), lambda knoop: {code: Melding(**deel) for code, deel in knoop.items()}
                )
                or {}
            )
    if lezer.fouten:
        raise InvoerError(*lezer.fouten)
    return Recht(kalender, termijnen, artikelen, meldingen, woorden)


class _Lezer:
    """Reads one file after another and gathers what is wrong."""

    def __init__(self, bestanden: Mapping[str, bytes]) -> None:
        self._bestanden = bestanden
        self.fouten: list[Fout] = []

    def lees(self, naam: str, maak: Callable[[Knoop], Any]) -> Any:  # noqa: ANN401 - what `maak` gives
        """What `maak` makes of the file `naam`; None, and a fault noted, when it cannot."""
        pad = f"{_MAP}{naam}"
        if pad not in self._bestanden:
            self.fouten.append(Fout(Plaats(pad), "dit bestand ontbreekt", raad="installeer Raadwerk opnieuw"))
            return None
        knoop, fouten = read_yaml(self._bestanden[pad], pad, "recht")
        self.fouten += fouten
        if knoop is None or fouten:
            return None
        try:
            return maak(knoop)
        except (KeyError, TypeError, ValueError, AttributeError) as fout:
            zin = f"hier ontbreekt iets of staat iets te veel ({fout})"
            self.fouten.append(Fout(Plaats(pad), zin, raad="vergelijk met de meegeleverde versie"))
            return None


def _dag(tekst: str | None, anders: dt.date) -> dt.date:
    return dt.date.fromisoformat(tekst) if tekst else anders


def _kalender(knoop: Knoop) -> Kalender:
    bekend = knoop["gelijkgesteld"]["bekend"]
    return Kalender(
        van=dt.date.fromisoformat(knoop["van"]),
        tot=dt.date.fromisoformat(knoop["tot"]),
        feestdagen=tuple(_feestdag(deel) for deel in knoop["feestdagen"].values()),
        gelijkgesteld={
            dt.date.fromisoformat(dag): Gelijkstelling(besluit["besluit"])
            for besluit in knoop["gelijkgesteld"]["besluiten"].values()
            for dag in besluit["dagen"]
        },
        besluiten_van=int(bekend["van"]),
        besluiten_tot=int(bekend["tot"]),
    )


def _feestdag(deel: Knoop) -> Feestdag:
    maand, dag = (0, int(deel["pasen"])) if "pasen" in deel else map(int, deel["dag"].split("-"))
    return Feestdag(
        deel["naam"], deel["grondslag"], maand, dag, int(deel.get("op_zondag", "0")),
        _dag(deel.get("van"), dt.date.min), _dag(deel.get("tot"), dt.date.max),
        _dag(deel.get("nagegaan_vanaf"), dt.date.min),
    )  # fmt: skip


def _termijnsoorten(knoop: Knoop) -> dict[str, Termijnsoort]:
    return {code: _termijnsoort(code, deel) for code, deel in knoop.items()}


def _termijnsoort(code: str, deel: Knoop) -> Termijnsoort:
    lezing = deel.get("lezing")
    return Termijnsoort(
        code=code, naam=deel["naam"], lengte=int(deel["lengte"]), eenheid=deel["eenheid"], begin=deel["begin"],
        grondslag=tuple(deel["grondslag"]), grondslag_begin=deel["grondslag_begin"],
        grondslag_gebeurtenis=deel.get("grondslag_gebeurtenis", ""),
        eerste_dag=int(deel.get("eerste_dag", "1")), terug=deel.get("terug") == "ja",
        ten_hoogste=deel.get("ten_hoogste") == "ja", atw=Verlenging(deel.get("atw", "ja")),
        atw_reden=deel.get("atw_reden", ""), post=deel.get("post", ""), uitleg=deel.get("uitleg", ""),
        van=_dag(deel.get("van"), dt.date.min), tot=_dag(deel.get("tot"), dt.date.max),
        nagegaan_vanaf=_dag(deel.get("nagegaan_vanaf"), dt.date.min),
        lezing=Lezing(int(lezing["dagen"]), lezing["uitleg"]) if lezing else None,
        voorbehoud=tuple(deel.get("voorbehoud", ())),
    )  # fmt: skip


def _artikelen(knoop: Knoop) -> dict[str, tuple[Artikel, ...]]:
    """Each law has its address once; each article its paraphrase and dates."""
    return {
        f"{wet} {nummer}": (
            Artikel(
                f"{wet} {nummer}", artikel["omschrijving"],
                _dag(artikel.get("sinds") or deel["sinds"], dt.date.min), _dag(artikel.get("tot"), dt.date.max),
                artikel.get("sinds_zeker", deel.get("sinds_zeker", "ja")) == "ja", deel["link"],
            ),
        )
        for wet, deel in knoop.items()
        for nummer, artikel in deel["artikelen"].items()
    }  # fmt: skip
