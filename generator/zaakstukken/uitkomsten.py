"""What checking a case gives, as facts: computed days with their steps, sums, and the period of each objector."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from generator.feiten.feit import Feit
from generator.feiten.onderdeel import Vrij_onderdeel
from generator.feiten.waarden import Bedrag, Datum, Tekst
from generator.toetsuitslag import UITKOMSTEN

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from generator.bevindingen import Stap, Uitkomst
    from generator.toetsuitslag import Indieningsuitslag, Toetsuitslag

_ALS_AANGEHAALD: Mapping[str, str] = {}
_PER_POST = "de laatste dag van ontvangst per post"


def uitkomstdeel(
    uitslag: Toetsuitslag, pad: str = "uitkomsten", wetten: Mapping[str, str] = _ALS_AANGEHAALD
) -> Vrij_onderdeel:
    """Every computed day by its name; one that does not follow from the facts is open. `wetten` as `dagdeel`."""
    delen = {
        naam: dagdeel(uitslag.uitkomsten.get(naam), f"{pad}.{naam}", woorden, wetten=wetten)
        for naam, woorden in UITKOMSTEN.items()
    }
    return Vrij_onderdeel(pad=pad, velden=delen)


def dagdeel(
    uitkomst: Uitkomst | None,
    pad: str,
    vraag: str,
    uit: tuple[str, ...] = (),
    wetten: Mapping[str, str] = _ALS_AANGEHAALD,
) -> Vrij_onderdeel:
    """One computed day.

    Its fields: ``dag``; ``andere`` (the other reading, left out where there is none); ``eerste`` and ``laatste`` of the
    two readings (``laatste`` is open where the facts set no limit to it); ``stappen``, each with ``tekst``, ``grond``
    and ``datum``; ``andere_stappen``, those to the other reading; and ``voorbehoud``. A ground that begins with a key
    of `wetten` gets the full name of that law.
    """
    if uitkomst is None:
        open_dag = Feit(pad=pad, waarde=None, vraag=vraag)
        leeg: dict[str, Any] = {"andere": None, "stappen": {}, "andere_stappen": {}, "voorbehoud": {}}
        return Vrij_onderdeel(pad=pad, velden={"dag": open_dag, "eerste": open_dag, "laatste": open_dag, **leeg})
    dagen = [uitkomst.datum, uitkomst.andere_lezing or uitkomst.datum]
    velden = {
        "dag": _dag(pad, uitkomst.datum, vraag, uit),
        "andere": _dag(f"{pad}.andere", uitkomst.andere_lezing, vraag, uit) if uitkomst.andere_lezing else None,
        "eerste": _dag(f"{pad}.eerste", min(dagen), vraag, uit),
        "laatste": _dag(f"{pad}.laatste", None if uitkomst.zonder_grens else max(dagen), vraag, uit),
        "stappen": _stappen(uitkomst.stappen, f"{pad}.stappen", uit, wetten),
        "andere_stappen": _stappen(uitkomst.andere_stappen, f"{pad}.andere_stappen", uit, wetten),
        "voorbehoud": {
            str(nr): _tekst(f"{pad}.voorbehoud.{nr}", zin, uit) for nr, zin in enumerate(uitkomst.voorbehoud, 1)
        },
    }
    return Vrij_onderdeel(pad=pad, velden=velden)


def _stappen(
    stappen: Iterable[Stap], pad: str, uit: tuple[str, ...], wetten: Mapping[str, str]
) -> dict[str, Vrij_onderdeel]:
    return {
        str(nr): Vrij_onderdeel(
            pad=f"{pad}.{nr}",
            velden={
                "tekst": _tekst(f"{pad}.{nr}.tekst", stap.tekst, uit),
                "grond": _tekst(f"{pad}.{nr}.grond", _voluit(stap.grondslag, wetten), uit) if stap.grondslag else None,
                "datum": _dag(f"{pad}.{nr}.datum", stap.datum, "", uit) if stap.datum else None,
            },
        )
        for nr, stap in enumerate(stappen, 1)
    }


def _voluit(grondslag: str, wetten: Mapping[str, str]) -> str:
    wet, _, artikel = grondslag.partition(" ")
    return f"{wetten[wet]} {artikel}" if wet in wetten else grondslag


def bedragdeel(uitslag: Toetsuitslag) -> dict[str, Vrij_onderdeel]:
    """Every computed sum by its name: ``euro``, ``hoogste`` (of two readings) and ``uitleg``."""
    return {
        naam: Vrij_onderdeel(
            pad=f"bedragen.{naam}",
            velden={
                "euro": _bedrag(f"bedragen.{naam}", bedrag.euro),
                "hoogste": _bedrag(f"bedragen.{naam}.hoogste", bedrag.tot_bedrag),
                "uitleg": _tekst(f"bedragen.{naam}.uitleg", bedrag.uitleg),
            },
        )
        for naam, bedrag in uitslag.bedragen.items()
    }


def termijndeel(stand: Indieningsuitslag, pad: str) -> Vrij_onderdeel:
    """The period of one objector: ``eerste_dag``, ``laatste_dag``, ``ontvangst_post``, ``indiening``, ``redenen``.

    ``lezingen`` holds, for each day that may have been the bekendmaking, that day, the last day that follows, and the
    last day of receipt by post.
    """
    uit = tuple(f"zaak.{feit}" for feit in stand.rust_op)
    begin = f"{pad}.eerste_dag"
    lezingen = {
        str(nr): Vrij_onderdeel(
            pad=f"{pad}.lezingen.{nr}",
            velden={
                "bekendmaking": _dag(f"{pad}.lezingen.{nr}.bekendmaking", dag, "", uit),
                "laatste_dag": dagdeel(uitkomst, f"{pad}.lezingen.{nr}.laatste_dag", "", uit),
                "ontvangst_post": dagdeel(stand.lezingen_post.get(dag), f"{pad}.lezingen.{nr}.post", _PER_POST, uit),
            },
        )
        for nr, (dag, uitkomst) in enumerate(stand.lezingen.items(), 1)
    }
    velden = {
        "bekendmaking": _dag(f"{pad}.bekendmaking", stand.bekendmaking, "de dag van bekendmaking", uit),
        "eerste_dag": _dag(begin, stand.eerste_dag, "de eerste dag van de bezwaartermijn", uit),
        "laatste_dag": dagdeel(stand.laatste_dag, f"{pad}.laatste_dag", "de laatste dag van de bezwaartermijn", uit),
        "ontvangst_post": dagdeel(stand.ontvangst_post, f"{pad}.post", _PER_POST, uit),
        "indiening": _tekst(f"{pad}.indiening", stand.indiening, uit),
        "redenen": {str(nr): _tekst(f"{pad}.redenen.{nr}", zin, uit) for nr, zin in enumerate(stand.redenen, 1)},
        "lezingen": lezingen,
    }
    return Vrij_onderdeel(pad=pad, velden=velden)


def _dag(pad: str, dag: dt.date | None, vraag: str, uit: tuple[str, ...] = ()) -> Feit:
    if dag is None:
        return Feit(pad=pad, waarde=None, vraag=vraag)
    return Feit(pad=pad, waarde=Datum.van(dag), formule=pad, uit=uit)


def _bedrag(pad: str, euro: int) -> Feit:
    return Feit(pad=pad, waarde=Bedrag(Decimal(euro)), formule=pad)


def _tekst(pad: str, tekst: str, uit: tuple[str, ...] = ()) -> Feit:
    return Feit(pad=pad, waarde=Tekst(str(tekst)), formule=pad, uit=uit)
