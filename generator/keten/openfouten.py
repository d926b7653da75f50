"""Papers that choose their words by a fact nobody knows: one fault for each such fact, where it stands itself.

Nothing is wrong with the words: they cannot be chosen truthfully. So who opens a fact is told of the fact, and of how
many places wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import Fout
from generator.feiten.feit import list_open
from generator.regels.lezingen import print_lezingen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.errors import Plaats
    from generator.feiten.dossier import Dossier
    from generator.feiten.feit import Feit

_GENOEMD = 2  # places that are named; the others are counted
_BEVESTIG = (
    "vul in wat u nu weet en zet er ‘vraag: …’ bij: ‘raadwerk controleer’ noemt het dan ‘nog te bevestigen’; "
    "laat de status van het stuk zolang op concept"
)


def meld_bij_feiten(
    fouten: Iterable[tuple[str, Fout]], dossier: Dossier, termijnen: Iterable[Mapping[str, Feit]]
) -> list[Fout]:
    """`fouten`, each with the name of the paper it was met in, where those about open facts are told at the facts.

    Of a computed value that is open, such as a day of `termijnen`, the facts underneath are told. What is wrong
    otherwise stays as it is.
    """
    feiten = {feit.pad: feit for termijn in termijnen for feit in termijn.values()} | {**dossier.feiten}
    uit: list[Fout] = []
    wachten: dict[str, dict[Fout, list[str]]] = {}
    for stuk, fout in fouten:
        grond = [pad for gevraagd in fout.open for pad in list_open(feiten, gevraagd)]
        if not grond or not all(pad in feiten for pad in grond):
            uit.append(fout)
            continue
        for pad in grond:
            wachten.setdefault(pad, {}).setdefault(fout, []).append(stuk)
    return [*dict.fromkeys(uit), *(_fout(dossier, feiten[pad], plekken) for pad, plekken in wachten.items())]


def _fout(dossier: Dossier, feit: Feit, plekken: Mapping[Fout, list[str]]) -> Fout:
    """That `feit` is open while what stands on `plekken`, each met in some papers, waits for it."""
    plaatsen = sorted({fout.plaats for fout in plekken})
    stukken = list(dict.fromkeys(stuk for namen in plekken.values() for stuk in namen))
    waar = f"{_waar(plaatsen)} hangt van dit feit af wat er staat, in {_opsomming(stukken)}"
    if feit.vermeldingen:
        wat = f"de bronnen spreken elkaar tegen over ‘{feit.pad}’, en er is niet gekozen"
        zin = f"{wat}: {print_lezingen(dossier, feit)}; {waar}"
        return Fout(feit.plaats, zin, "een keuze tussen de bronnen", "zet er ‘keuze’ en ‘reden’ bij")
    vraag = "in het sjabloon eerst ‘is bekend’"
    if pad := _in_tekst(plekken):
        vraag = f"in de tekst eerst ‘is bekend’: {{% if {pad} is bekend %}} … {{% endif %}}"
    raad = f"{_BEVESTIG}. Of vraag {vraag}"
    return Fout(feit.plaats, f"‘{feit.pad}’ is nog open; {waar}", "een waarde", raad)


def _waar(plaatsen: list[Plaats]) -> str:
    """The first few of `plaatsen`, and how many there are more."""
    namen = [str(plaats) for plaats in plaatsen[:_GENOEMD]]
    if (over := len(plaatsen) - _GENOEMD) > 0:
        namen.append(f"nog {over} plaatsen" if over > 1 else "nog één plaats")
    aantal = f"op {len(plaatsen)} plaatsen" if len(plaatsen) > 1 else "op één plaats"
    return f"{aantal} ({_opsomming(namen)})"


def _opsomming(delen: list[str]) -> str:
    return " en ".join([", ".join(delen[:-1]), delen[-1]] if len(delen) > 1 else delen)


def _in_tekst(plekken: Iterable[Fout]) -> str:
    """The fact that the first text among `plekken` asks, as one may write it there; empty when none does."""
    gevraagd = ((fout.plaats, pad) for fout in plekken for pad in fout.open)
    return next((pad for plaats, pad in sorted(gevraagd) if "/teksten/" in plaats.bestand and "(" not in pad), "")
