"""What a template of an objection may speak of: the case, what follows from it, and to whom is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.datumtekst import hoofdletter
from generator.feiten.bezwaarschrift import Bezwaarschrift, Indiener
from generator.feiten.feit import Bron, Feit
from generator.feiten.onderdeel import Vrij_onderdeel
from generator.feiten.waarden import Datum, Duur, JaNee, Tekst
from generator.feiten.zaakstukken import Geadresseerde
from generator.zaakstukken.briefdagen import briefdagen
from generator.zaakstukken.gegevens import indieners_van, zoek_waarde
from generator.zaakstukken.uitkomsten import bedragdeel, termijndeel, uitkomstdeel
from generator.zaakstukken.verzuim import MISSCHIEN_TE_LAAT, verzuimen

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from generator.feiten.recht import Recht
    from generator.feiten.zaakstukken import Briefsoort
    from generator.toetsuitslag import Toetsuitslag
    from generator.zaakstukken.gegevens import Brief, Zaakgegevens

_COMMISSIE = "procedure.adviescommissie"


def velden(gegevens: Zaakgegevens, soort: Briefsoort | None = None, brief: Brief | None = None) -> dict[str, Any]:
    """What a template may speak of, by name; `brief` and `aan` exist only for a letter."""
    maker = gegevens.maker
    zaak = _met_schrift(maker.zaak(gegevens.zaak), gegevens.zaak.bezwaarschrift)
    if gegevens.zaak.is_geen(_COMMISSIE):
        zaak = _zonder_commissie(gegevens, zaak)
    uitslag = gegevens.uitslag
    is_brief = soort is not None and soort.aan is not Geadresseerde.DOSSIER
    # The Awb is named in full by the letter itself, the first time it cites it; other laws may stand in a step alone.
    wetten = {kort: wet for kort, wet in gegevens.soorten.wetten.items() if is_brief and kort != "Awb"}
    indieners = dict(_indieners(gegevens, zaak))
    besluitsoort = gegevens.zaak.besluit.soort
    is_belasting = bool(besluitsoort and besluitsoort.is_belastingzaak)
    uit: dict[str, Any] = {
        "zaak": zaak,
        "gemeente": gegevens.gemeente,
        "indieners": indieners,
        "namen": {str(nr): deel.velden["naam"] for nr, deel in enumerate(indieners.values(), 1)},
        "uitkomsten": uitkomstdeel(uitslag, wetten=wetten),
        "belastingzaak": _ja_nee("belastingzaak", is_waar=is_belasting),
        "beslist_zelf": _ja_nee("beslist_zelf", is_waar=gegevens.zaak.is_geen("procedure.beslissing.mandaat")),
        "procesbesluit_volgt": _ja_nee("procesbesluit_volgt", is_waar=gegevens.zaak.is_geen("gemeente.procesbesluit")),
        "bedragen": bedragdeel(uitslag),
        "wet": _wet(gegevens.recht),
        "verzuimen": verzuimen(gegevens),
        "peildatum": _dag(gegevens.op, "peildatum", "de dag waarop is getoetst"),
        "invul": {
            naam: Feit(pad=f"invul.{naam}", waarde=None, vraag=woorden)
            for naam, woorden in gegevens.soorten.in_te_vullen.items()
        },
        "antwoord": Feit(pad="antwoord", waarde=Tekst(uitslag.antwoord), formule="antwoord"),
        "stappen": dict(_stappen(uitslag)),
        "elders": _elders(uitslag),
    }
    if gegevens.eerder:
        uit["eerder"] = uitkomstdeel(gegevens.eerder, "eerder", wetten)
    if soort and brief:
        datum = _dag(gegevens.datum_van(soort), "brief.datum", "de datum van de brief")
        waarde = Tekst((is_belasting and soort.naam_belasting) or soort.naam)
        naam = Feit(pad="brief.soort", waarde=waarde, bronnen=(Bron(toelichting="soort brief"),))
        afzender = maker.feit(zoek_waarde(gegevens.zaak, soort.afzender), soort.afzender)
        uit["brief"] = Vrij_onderdeel(pad="brief", velden={"soort": naam, "datum": datum, "afzender": afzender})
        uit["aan"] = brief.aan
        over = _over(gegevens) if brief.indiener is None else brief.indiener
        uit["indiener"] = uit["indieners"][str(over + 1)]
        uit["verzuimen"] = verzuimen(gegevens, brief.indiener)
        uit |= briefdagen(gegevens, over)
    return uit


def _met_schrift(zaak: Vrij_onderdeel, schrift: Bezwaarschrift | None) -> Vrij_onderdeel:
    """The case with whether its grounds are still to come, which is no field of it."""
    deel = zaak.velden["bezwaarschrift"]
    is_pro_forma = bool(schrift and schrift.is_pro_forma)
    pad = f"{deel.pad}.is_pro_forma"
    feit = Feit(pad=pad, waarde=JaNee(is_pro_forma), formule=pad, uit=(f"{deel.pad}.gronden",))
    deel = replace(deel, velden={**deel.velden, "is_pro_forma": feit})
    return replace(zaak, velden={**zaak.velden, "bezwaarschrift": deel})


def _zonder_commissie(gegevens: Zaakgegevens, zaak: Vrij_onderdeel) -> Vrij_onderdeel:
    """The case in which ``adviescommissie: geen`` answers whether there is one."""
    deel = zaak.velden["procedure"]
    commissie = deel.velden["adviescommissie"]
    nee = gegevens.maker.feit(False, f"{_COMMISSIE}.ingesteld")  # noqa: FBT003 - the value of a fact
    commissie = replace(commissie, velden={**commissie.velden, "ingesteld": nee})
    return replace(
        zaak, velden={**zaak.velden, "procedure": replace(deel, velden={**deel.velden, "adviescommissie": commissie})}
    )


def _indieners(gegevens: Zaakgegevens, zaak: Vrij_onderdeel) -> Iterator[tuple[str, Vrij_onderdeel]]:
    """Each objector: their facts, and their period."""
    maker = gegevens.maker
    for nummer, (indiener, stand) in enumerate(
        zip(indieners_van(gegevens.zaak), gegevens.uitslag.indieningen, strict=True), 1
    ):
        pad = f"bezwaarschrift.indieners.{nummer - 1}"
        deel = maker.deel(indiener, Indiener, pad)
        bekend = deel.velden["bekendmaking"] if indiener.bekendmaking else zaak.velden["besluit"].velden["bekendmaking"]
        termijn = termijndeel(stand, f"indieners.{nummer}")
        yield (
            str(nummer),
            Vrij_onderdeel(
                pad=deel.pad, plaats=deel.plaats, velden={**deel.velden, "bekendmaking": bekend, "termijn": termijn}
            ),
        )


def _over(gegevens: Zaakgegevens) -> int:
    """The objector that a letter to the representative of all is about: the first whose time is in question."""
    standen = enumerate(gegevens.uitslag.indieningen)
    return next((nr for nr, stand in standen if stand.indiening in MISSCHIEN_TE_LAAT), 0)


def _elders(uitslag: Toetsuitslag) -> Vrij_onderdeel:
    """Who else has to deal with it: ``aan``, and ``middel`` where that is no objection; each left out where unknown."""
    elders = uitslag.elders
    woorden = {"aan": elders.aan, "middel": elders.middel} if elders else {"aan": "", "middel": ""}
    uit = tuple(f"zaak.{feit}" for feit in elders.feiten) if elders else ()
    velden: dict[str, Feit | None] = {
        naam: Feit(pad=f"elders.{naam}", waarde=Tekst(woord), formule=f"elders.{naam}", uit=uit) if woord else None
        for naam, woord in woorden.items()
    }
    return Vrij_onderdeel(pad="elders", velden=velden)


def _stappen(uitslag: Toetsuitslag) -> Iterator[tuple[str, Vrij_onderdeel]]:
    """What to do next: ``wat``, ``uiterlijk`` (left out: as soon as possible), ``grond`` and ``wie``."""
    for nr, stap in enumerate(uitslag.volgende_stappen, 1):
        pad = f"stappen.{nr}"
        velden: dict[str, Feit | None] = {
            naam: Feit(pad=f"{pad}.{naam}", waarde=Tekst(woorden), formule=f"{pad}.{naam}") if woorden else None
            for naam, woorden in (("wat", hoofdletter(stap.wat)), ("grond", stap.grondslag), ("wie", stap.wie))
        }
        dag = stap.uiterlijk
        velden["uiterlijk"] = Feit(pad=f"{pad}.uiterlijk", waarde=Datum.van(dag), formule=pad) if dag else None
        yield str(nr), Vrij_onderdeel(pad=pad, velden=velden)


def _wet(recht: Recht) -> dict[str, Feit]:
    """The length of each kind of legal period, with its article."""
    return {
        code: Feit(
            pad=f"wet.{code}",
            waarde=Duur(soort.lengte, soort.eenheid),
            bronnen=(Bron(toelichting=soort.grondslag[0]),),
        )
        for code, soort in recht.termijnsoorten.items()
        if soort.lengte and soort.eenheid != "kalenderdatum"
    }


def _ja_nee(naam: str, *, is_waar: bool) -> Feit:
    return Feit(pad=naam, waarde=JaNee(is_waar), formule=naam)


def _dag(dag: dt.date | None, pad: str, vraag: str) -> Feit:
    if dag is None:
        return Feit(pad=pad, waarde=None, vraag=vraag)
    return Feit(pad=pad, waarde=Datum.van(dag), bronnen=(Bron(toelichting="opgegeven dag"),))
