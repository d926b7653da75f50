"""What a template of an objection may speak of: the case, what follows from it, and to whom is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from generator.bevindingen import Stand
from generator.datumtekst import hoofdletter
from generator.feiten.bezwaarkeuzes import Verzuim
from generator.feiten.bezwaarschrift import Bezwaarschrift, Indiener
from generator.feiten.feit import Bron, Feit
from generator.feiten.onderdelen import Vrij_onderdeel
from generator.feiten.waarden import Datum, Duur, JaNee, Tekst
from generator.toetsuitslag import Indiening
from generator.zaakstukken.feiten import Feitenmaker
from generator.zaakstukken.uitkomsten import bedragdeel, termijndeel, uitkomstdeel

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from generator.bevindingen import Bevinding
    from generator.feiten.bezwaarschrift import Bezwaarzaak
    from generator.feiten.recht import Recht
    from generator.feiten.zaakstukken import Briefsoort, Zaakstuksoorten
    from generator.toetsuitslag import Toetsuitslag

# Which defect may be repaired (Awb 6:6), by the rule that finds it.
VERZUIMEN = {
    "BZ-6:5-1-h": Verzuim.HANDTEKENING,
    "BZ-6:5-1-a": Verzuim.ADRES,
    "BZ-6:5-1-b": Verzuim.DAGTEKENING,
    "BZ-6:5-1-c": Verzuim.BESLUIT,
    "BZ-6:5-1-d": Verzuim.GRONDEN,
    "BZ-6:5-3": Verzuim.VERTALING,
    "BZ-2:1-3": Verzuim.MACHTIGING,
    "BZ-RP": Verzuim.BEVOEGDHEID,
}


MISSCHIEN_TE_LAAT = frozenset({Indiening.NA_DE_TERMIJN, Indiening.NIET_VAST})


@dataclass(frozen=True, slots=True)
class Zaakgegevens:
    """One case with all that its papers rest on.

    Attributes:
        zaak: the facts.
        uitslag: what follows from them.
        recht: the dated parameters of the law.
        op: the day as of which is asked; None when nobody said which.
        gemeente: the municipality's own settings and names.
        soorten: the kinds of letter, and how what is missing is called.
        eerder: what followed before the last postponement; None where there was none.
        datum: the day of the letter, where somebody said so.
    """

    zaak: Bezwaarzaak
    uitslag: Toetsuitslag
    recht: Recht
    op: dt.date | None
    gemeente: object
    soorten: Zaakstuksoorten
    eerder: Toetsuitslag | None = None
    datum: dt.date | None = None

    @property
    def maker(self) -> Feitenmaker:
        """Makes facts of the case."""
        return Feitenmaker(f"zaak {self.zaak.zaaknummer}", self.zaak.plaats_van, self.soorten.vragen)

    @property
    def datum_van_zitting(self) -> dt.date | None:
        """The day of the last hearing in the facts."""
        dag: dt.date | None = _zoek(self.zaak, "procedure.hoorzitting.datum")
        return dag

    def datum_van(self, soort: Briefsoort) -> dt.date | None:
        """The day of a letter: of the event in the facts that it is about, or else the one that was given."""
        return _zoek(self.zaak, soort.datum) or self.datum


@dataclass(frozen=True, slots=True)
class Brief:
    """One letter to make: its addressee as facts, which objector it is about, and what it is called after."""

    aan: Vrij_onderdeel
    indiener: int | None
    volgnummer: str = ""


def velden(gegevens: Zaakgegevens, soort: Briefsoort | None = None, brief: Brief | None = None) -> dict[str, Any]:
    """What a template may speak of, by name; `brief` and `aan` exist only for a letter."""
    maker = gegevens.maker
    zaak = _met_schrift(maker.zaak(gegevens.zaak), gegevens.zaak.bezwaarschrift)
    uitslag = gegevens.uitslag
    indieners = dict(_indieners(gegevens, zaak))
    uit: dict[str, Any] = {
        "zaak": zaak,
        "gemeente": gegevens.gemeente,
        "indieners": indieners,
        "namen": {str(nr): deel.velden["naam"] for nr, deel in enumerate(indieners.values(), 1)},
        "uitkomsten": uitkomstdeel(uitslag),
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
    }
    if gegevens.eerder:
        uit["eerder"] = uitkomstdeel(gegevens.eerder, "eerder")
    if soort and brief:
        datum = _dag(gegevens.datum_van(soort), "brief.datum", "de datum van de brief")
        naam = Feit(pad="brief.soort", waarde=Tekst(soort.naam), bronnen=(Bron(toelichting="soort brief"),))
        afzender = maker.feit(_zoek(gegevens.zaak, soort.afzender), soort.afzender)
        uit["brief"] = Vrij_onderdeel(pad="brief", velden={"soort": naam, "datum": datum, "afzender": afzender})
        uit["aan"] = brief.aan
        over = _over(gegevens) if brief.indiener is None else brief.indiener
        uit["indiener"] = uit["indieners"][str(over + 1)]
        uit["verzuimen"] = verzuimen(gegevens, brief.indiener)
    return uit


def indieners_van(zaak: Bezwaarzaak) -> tuple[Indiener, ...]:
    """Who objects; one of whom nothing is known when nobody is named."""
    return (zaak.bezwaarschrift or Bezwaarschrift()).indieners or (Indiener(),)


def _met_schrift(zaak: Vrij_onderdeel, schrift: Bezwaarschrift | None) -> Vrij_onderdeel:
    """The case with whether its grounds are still to come, which is no field of it."""
    deel = zaak.velden["bezwaarschrift"]
    is_pro_forma = bool(schrift and schrift.is_pro_forma)
    pad = f"{deel.pad}.is_pro_forma"
    feit = Feit(pad=pad, waarde=JaNee(is_pro_forma), formule=pad, uit=(f"{deel.pad}.gronden",))
    deel = replace(deel, velden={**deel.velden, "is_pro_forma": feit})
    return replace(zaak, velden={**zaak.velden, "bezwaarschrift": deel})


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


def verzuimen(gegevens: Zaakgegevens, indiener: int | None = None) -> dict[str, Feit]:
    """What is missing, in words for who wrote the objection: what the last letter asked, or else what rules found.

    With `indiener` what is missing of that one alone: a defect of one is none of another (Awb 6:5).
    """
    woorden = gegevens.soorten.verzuimen
    brieven = (gegevens.zaak.procedure and gegevens.zaak.procedure.verzuimbrief) or ()
    if brieven and brieven[-1].verzuimen:
        pad = f"procedure.verzuimbrief.{len(brieven) - 1}.verzuimen"
        return {
            verzuim: gegevens.maker.feit(woorden[verzuim], f"{pad}.{nr}")
            for nr, verzuim in enumerate(brieven[-1].verzuimen)
        }
    gevonden = [
        bevinding
        for bevinding in gegevens.uitslag.bevindingen
        if bevinding.stand is Stand.NEE and bevinding.code in VERZUIMEN and _is_van(bevinding, indiener)
    ]
    return {
        VERZUIMEN[bevinding.code]: Feit(
            pad=f"verzuimen.{bevinding.code}", waarde=Tekst(woorden[VERZUIMEN[bevinding.code]]),
            formule=f"regel {bevinding.code}", uit=tuple(f"zaak.{pad}" for pad in bevinding.feiten),
        )
        for bevinding in gevonden
    }  # fmt: skip


def _is_van(bevinding: Bevinding, indiener: int | None) -> bool:
    """Whether a finding is about this objector, or about the objection as a whole."""
    begin = "bezwaarschrift.indieners."
    nummers = {feit.removeprefix(begin).partition(".")[0] for feit in bevinding.feiten if feit.startswith(begin)}
    return indiener is None or not nummers or str(indiener) in nummers


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


def _dag(dag: dt.date | None, pad: str, vraag: str) -> Feit:
    if dag is None:
        return Feit(pad=pad, waarde=None, vraag=vraag)
    return Feit(pad=pad, waarde=Datum.van(dag), bronnen=(Bron(toelichting="opgegeven dag"),))


def _zoek(zaak: Bezwaarzaak, pad: str) -> Any:  # noqa: ANN401 - the plain value at a path
    """The value at `pad`, of a list in its last element; None when it is not there."""
    hier: Any = zaak
    for naam in filter(None, pad.split(".")):
        hier = getattr(hier, naam, None)
        if isinstance(hier, tuple):
            hier = hier[-1] if hier else None
    return None if hier is zaak else hier
