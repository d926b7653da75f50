"""The outcome of ``raadwerk bronnen`` as Dutch text, the bad news first, and as data for another program."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from generator.bronnen import Uitslag
from generator.opmaak import join_woorden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.bronnen import Citaatcontrole, LosGegeven


_GENOEMD = 3  # facts with the same value that are named; who wants them all has --json


def als_tekst(citaten: Sequence[Citaatcontrole], los: Sequence[LosGegeven]) -> str:
    """For a person: quotes that do not fit their fact, figures without a fact, and then the counts."""
    fouten = [citaat for citaat in citaten if not citaat.klopt and (citaat.anders or not _ontbreekt(citaat))]
    delen = [
        _blok("Bronstukken die niet als pdf of txt in de map liggen", _ontbrekend(citaten)),
        _blok("Citaten die niet kloppen", [_fout(citaat) for citaat in fouten]),
    ]
    zonder = [_los(gegeven) for gegeven in los if not gegeven.uitzondering and not gegeven.elders]
    elders = [_los(gegeven) for gegeven in los if not gegeven.uitzondering and gegeven.elders]
    delen.append(_blok("Getallen en datums in de bronstukken waar geen feit bij hoort", zonder))
    delen.append(_blok("Gedekt door een feit met een andere vindplaats; kijk of dat feit hier bedoeld is", elders))
    delen.append("\n".join([*_citaattelling(citaten), *_losse_telling(los)]))
    return "\n\n".join(deel for deel in delen if deel)


def als_data(citaten: Sequence[Citaatcontrole], los: Sequence[LosGegeven]) -> dict[str, Any]:
    """The same as one object with the lists ``citaten`` and ``losse_gegevens``."""
    return {
        "citaten": [
            {
                "feit": citaat.feit,
                "stuk": citaat.bron.stuk,
                "pagina": citaat.bron.pagina,
                "citaat": citaat.bron.citaat,
                "uitslag": str(citaat.uitslag),
                "gevonden_op": list(citaat.paginas) if citaat.uitslag is not Uitslag.NIET_GEVONDEN else [],
                "lijkt_op": citaat.lijkt_op,
                "andere_waarde": citaat.anders,
                "bestand": citaat.bron.plaats.bestand,
                "regel": citaat.bron.plaats.regel,
            }
            for citaat in citaten
        ],
        "losse_gegevens": [
            {
                "bestand": gegeven.bestand,
                "pagina": gegeven.pagina,
                "tekst": gegeven.tekst,
                "regel": gegeven.regel,
                "uitzondering": gegeven.uitzondering,
                "feiten_met_andere_vindplaats": list(gegeven.elders),
            }
            for gegeven in los
        ],
    }


def _blok(kop: str, regels: Sequence[str]) -> str:
    return "\n".join([f"{kop}:", *regels]) if regels else ""


def _ontbrekend(citaten: Sequence[Citaatcontrole]) -> list[str]:
    """A line for each paper that was not there, with how many quotes could not be looked for."""
    telling = Counter(citaat.bron.stuk for citaat in citaten if _ontbreekt(citaat))
    return [f"- {stuk}: {aantal} niet opgezocht" for stuk, aantal in sorted(telling.items())]


def _ontbreekt(citaat: Citaatcontrole) -> bool:
    return citaat.uitslag is Uitslag.NIET_IN_MAP


def _fout(citaat: Citaatcontrole) -> str:
    """One quote with all that is wrong, and where its fact stands."""
    bron = citaat.bron
    plek = f", p. {bron.pagina}" if bron.pagina else ""
    regels = [f"- {citaat.feit} ({bron.stuk}{plek}): “{bron.citaat}”"]
    if citaat.anders:
        regels.append(f"  het feit is {citaat.anders}, en dat staat niet in dit citaat")
    match citaat.uitslag:
        case Uitslag.ANDERE_PAGINA:
            regels.append(f"  staat niet op pagina {bron.pagina}, maar op {_paginas(citaat.paginas)}")
        case Uitslag.NIET_GEVONDEN if citaat.lijkt_op:
            regels.append(f"  staat er niet; het lijkt op {_paginas(citaat.paginas)}: “{citaat.lijkt_op}”")
        case Uitslag.NIET_GEVONDEN:
            regels.append("  staat er niet, en niets lijkt erop")
        case _:
            pass
    if bron.plaats.bestand:
        regels.append(f"  {bron.plaats}")
    return "\n".join(regels)


def _los(gegeven: LosGegeven) -> str:
    regel = f"- {gegeven.bestand}, p. {gegeven.pagina}: ‘{gegeven.tekst}’ in “… {gegeven.regel} …”"
    return f"{regel}\n  {_feiten(gegeven.elders)}" if gegeven.elders and not gegeven.uitzondering else regel


def _feiten(paden: Sequence[str]) -> str:
    """The first few facts by name, and how many more there are."""
    over = len(paden) - _GENOEMD
    return join_woorden([*paden[:_GENOEMD], *([f"nog {over}"] if over > 0 else [])])


def _citaattelling(citaten: Sequence[Citaatcontrole]) -> list[str]:
    telling = Counter(citaat.uitslag for citaat in citaten)
    opgezocht = sum(telling[u] for u in (Uitslag.GEVONDEN, Uitslag.ANDERE_PAGINA, Uitslag.NIET_GEVONDEN))
    regels = [f"Citaten opgezocht: {opgezocht}; op de genoemde pagina gevonden: {telling[Uitslag.GEVONDEN]}."]
    if anders := sum(1 for citaat in citaten if citaat.anders):
        regels.append(f"Met een andere waarde dan hun feit: {anders}.")
    if telling[Uitslag.ANDERE_PAGINA]:
        regels.append(f"Op een andere pagina: {telling[Uitslag.ANDERE_PAGINA]}.")
    if telling[Uitslag.NIET_GEVONDEN]:
        regels.append(f"Niet gevonden: {telling[Uitslag.NIET_GEVONDEN]}.")
    if telling[Uitslag.NIET_IN_MAP]:
        regels.append(f"Niet opgezocht, want het bronstuk ligt niet in de map: {telling[Uitslag.NIET_IN_MAP]}.")
    if telling[Uitslag.ZONDER_BESTAND]:
        stukken = sorted({citaat.bron.stuk for citaat in citaten if citaat.uitslag is Uitslag.ZONDER_BESTAND})
        regels.append(
            f"Niet opgezocht, want de bron is geen bestand: {telling[Uitslag.ZONDER_BESTAND]} ({', '.join(stukken)})."
        )
    if telling[Uitslag.ZONDER_CITAAT]:
        per_stuk = Counter(citaat.bron.stuk for citaat in citaten if citaat.uitslag is Uitslag.ZONDER_CITAAT)
        per = ", ".join(f"{stuk} ({aantal})" for stuk, aantal in sorted(per_stuk.items()))
        regels.append(
            f"Vermeldingen van een bronstuk zonder citaat: {telling[Uitslag.ZONDER_CITAAT]}, van {per}; "
            f"--json noemt ze alle, met de uitslag ‘{Uitslag.ZONDER_CITAAT}’."
        )
    return regels


def _losse_telling(los: Sequence[LosGegeven]) -> list[str]:
    telling = Counter(gegeven.uitzondering for gegeven in los)
    elders = sum(1 for gegeven in los if not gegeven.uitzondering and gegeven.elders)
    regels = [f"Getallen en datums zonder feit: {telling.pop('', 0) - elders}."]
    if elders:
        regels.append(f"Gedekt door een feit met een andere vindplaats: {elders}.")
    if telling:
        redenen = ", ".join(f"{reden} ({aantal})" for reden, aantal in sorted(telling.items()))
        regels.append(f"Zonder feit, en dat hoort zo: {redenen}.")
    return regels


def _paginas(paginas: Sequence[int]) -> str:
    return f"pagina {join_woorden([str(pagina) for pagina in paginas])}"
