"""The periods of a dossier as facts: each end day with what it was computed from, and what is uncertain about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.datumtekst import duur_voluit
from generator.errors import Fout, InvoerError
from generator.feiten.dossier import doel_van
from generator.feiten.feit import Feit, OpenFeitError
from generator.feiten.waarden import Datum, Duur, Tekst

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.bevindingen import Stap, Uitkomst
    from generator.feiten.dossier import Dossier
    from generator.feiten.planning import Termijn
    from generator.feiten.recht import Recht

_TERMIJNEN = "termijnen."


def bereken_termijnen(dossier: Dossier, recht: Recht) -> dict[str, dict[str, Feit]]:
    """Every period of `dossier` by its name, each the facts that a template can print.

    Raises:
        OpenFeitError: the day a period begins on is open.
        InvoerError: a period that begins on nothing, on what is no day, on itself, or of a kind that does not exist.
    """
    from generator.regels.dagen import bekende_dag

    uit: dict[str, dict[str, Feit]] = {naam: {} for naam in dossier.termijnen}
    for naam in _op_volgorde(dossier):
        termijn = dossier.termijnen[naam]
        if termijn.vanaf.is_open:
            raise OpenFeitError(termijn.vanaf)
        pad = doel_van(termijn.vanaf)
        ander = uit.get(pad.removeprefix(_TERMIJNEN)) if pad.startswith(_TERMIJNEN) else None
        vanaf = ander["laatste_dag"] if ander else dossier.feiten.get(pad)
        if vanaf is None:
            raad = "noem een datum, of een andere termijn"
            raise InvoerError(Fout(termijn.vanaf.plaats, f"bij ‘{pad}’ begint geen termijn", raad=raad))
        if not vanaf.is_open and bekende_dag(vanaf) is None:
            wat = f"van ‘{pad}’ is de dag niet bekend" if isinstance(vanaf.waarde, Datum) else f"‘{pad}’ is geen dag"
            gevonden, raad = f"een termijn begint op een dag, en {wat}", "laat hem op een feit met een dag beginnen"
            raise InvoerError(Fout(termijn.vanaf.plaats, gevonden, "een dag als jjjj-mm-dd", raad))
        maat = termijn.soort.woorden if termijn.soort else _duur(dossier, termijn)
        terug = bool(termijn.terug and termijn.terug.ja)
        try:
            feiten = _termijnfeiten(recht, f"termijnen.{naam}", maat, vanaf, duur=_duurfeit(termijn), terug=terug)
        except InvoerError as mis:  # who counts knows of no file
            plaats = (termijn.soort or termijn.duur or termijn.vanaf).plaats
            raise InvoerError(*(replace(fout, plaats=plaats) for fout in mis.fouten)) from None
        uit[naam] = {"omschrijving": termijn.omschrijving, "vanaf": vanaf, **feiten}
    if dossier.overeenkomst:
        from generator.feiten.overeenkomst import EINDE
        from generator.regels.looptijd import einde_overeenkomst

        uit[EINDE] = {"laatste_dag": einde_overeenkomst(dossier.overeenkomst.looptijd)}
    return uit


def _duur(dossier: Dossier, termijn: Termijn) -> Duur:
    """The length of a period that is of no kind. InvoerError when none is named, or a fact that is no length."""
    if termijn.duur is None:
        raad = "noem bij ‘soort’ welke termijn van de wet het is, of bij ‘duur’ een feit uit duren.yaml"
        raise InvoerError(Fout(termijn.omschrijving.plaats, "deze termijn heeft geen soort en geen duur", raad=raad))
    if termijn.duur.is_open:
        raise OpenFeitError(termijn.duur)
    feit = dossier.feiten.get(doel_van(termijn.duur))
    if feit is None or not isinstance(feit.bekend, Duur):
        wat = f"‘{doel_van(termijn.duur)}’ zegt niet hoe lang iets duurt"
        raise InvoerError(Fout(termijn.duur.plaats, wat, Duur.VERWACHT, "noem een feit uit duren.yaml"))
    return feit.bekend


def _duurfeit(termijn: Termijn) -> tuple[str, ...]:
    """The path of the fact that says how long a period is; none for a period of the law."""
    return (doel_van(termijn.duur),) if termijn.duur is not None and termijn.soort is None else ()


def _op_volgorde(dossier: Dossier) -> Iterator[str]:
    """The names of the periods, one that begins where another ends after it; InvoerError for a ring of them."""
    wachten = dict.fromkeys(dossier.termijnen)
    while wachten:
        begin = {naam: doel_van(dossier.termijnen[naam].vanaf).removeprefix(_TERMIJNEN) for naam in wachten}
        kan = [naam for naam in wachten if begin[naam] not in wachten]
        if not kan:
            namen = ", ".join(wachten)
            raad = "laat een ervan op een datum beginnen"
            plaats = dossier.termijnen[next(iter(wachten))].vanaf.plaats
            raise InvoerError(Fout(plaats, f"deze termijnen wachten op elkaar: {namen}", raad=raad))
        yield from kan
        wachten = dict.fromkeys(naam for naam in wachten if naam not in kan)


def tel_termijn(recht: Recht, pad: str, soort: str, vanaf: Feit) -> Feit:
    """The last day of the period `pad` of the dossier, of the kind `soort`: what a formula that names it needs.

    Raises:
        InvoerError: a kind of period that does not exist.
    """
    return _termijnfeiten(recht, pad, soort, vanaf)["laatste_dag"]


def bereken_termijn(recht: Recht, soort: str, vanaf: Feit) -> Feit:
    """The last day of a legal period from the day `vanaf`, as a fact: what ``termijn(soort, vanaf)`` is in a template.

    Raises:
        InvoerError: a kind of period that does not exist.
    """
    return _termijnfeiten(recht, f"termijn({soort}, {vanaf.pad})", soort, vanaf)["laatste_dag"]


def _termijnfeiten(  # noqa: PLR0913 - what a period is counted by
    recht: Recht, pad: str, maat: str | Duur, vanaf: Feit, *, duur: tuple[str, ...] = (), terug: bool = False
) -> dict[str, Feit]:
    """The outcome of a period as facts: ``laatste_dag``, and where they exist ``andere_lezing`` and ``voorbehoud``."""
    from generator.regels import termijnen

    naam = maat if isinstance(maat, str) else duur_voluit(maat.getal, maat.eenheid)
    # What a template computed has no path itself; a period it counted is no fact, so what that rests on goes along.
    begin = vanaf.uit if vanaf.formule == vanaf.pad else (vanaf.pad, *(vanaf.uit if "(" in vanaf.pad else ()))
    terug = terug or termijnen.kies_soort(recht, maat).terug
    formule = f"{naam} {'vóór' if terug else 'na'} {vanaf.pad}"
    basis = Feit(pad=f"{pad}.laatste_dag", waarde=None, formule=formule, uit=(*begin, *duur))
    if vanaf.is_open:
        return {"laatste_dag": basis.met(vraag=vanaf.vraag)}
    uitkomst: Uitkomst = termijnen.bereken_termijn(recht, maat, vanaf.dag, terug=terug)
    laatste = basis.met(waarde=Datum.van(uitkomst.datum), circa=vanaf.circa, stappen=_zinnen(uitkomst.stappen))
    feiten = {"laatste_dag": laatste}
    if uitkomst.andere_lezing:
        stappen = _zinnen(uitkomst.andere_stappen)
        feiten["andere_lezing"] = basis.met(
            pad=f"{pad}.andere_lezing", waarde=Datum.van(uitkomst.andere_lezing), stappen=stappen
        )
    if uitkomst.voorbehoud:
        feiten["voorbehoud"] = basis.met(pad=f"{pad}.voorbehoud", waarde=Tekst(" ".join(uitkomst.voorbehoud)))
    return feiten


def _zinnen(stappen: Iterable[Stap]) -> tuple[str, ...]:
    return tuple(f"{stap.tekst} ({stap.grondslag})" if stap.grondslag else stap.tekst for stap in stappen)
