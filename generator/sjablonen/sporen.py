"""Marks in the output of a template: which line wrote it, and which ``if`` or ``for`` stood around it.

The marks are put into the template's syntax tree (`merk_regels`, `merk_voorwaarden`), travel with the text
through includes, macros and ``set`` blocks, and come out (`haal_uit`) before the Markdown is parsed.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from jinja2 import nodes

from generator.document.nodes import Herkomst
from generator.tokens import lees_getal, schrijf_getal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.sjablonen.register import Voorwaarde

REGEL, SCHEIDING, OPEN, DICHT = "\ue002", "\ue003", "\ue004", "\ue005"
_CIJFERS = "[\ue010-\ue019]+"
_MERK = re.compile(
    f"{REGEL}(?P<bestand>{_CIJFERS}){SCHEIDING}(?P<regel>{_CIJFERS}){SCHEIDING}"
    f"|{OPEN}(?P<open>{_CIJFERS}){SCHEIDING}|{DICHT}(?P<dicht>{_CIJFERS}){SCHEIDING}"
)


def open_merk(index: int) -> str:
    """The mark that opens condition `index`."""
    return f"{OPEN}{schrijf_getal(index)}{SCHEIDING}"


def dicht_merk(index: int) -> str:
    """The mark that closes condition `index`."""
    return f"{DICHT}{schrijf_getal(index)}{SCHEIDING}"


def merk_regels(boom: nodes.Template, bestand: int) -> None:
    """Put a line mark at the start of each line of literal text in `boom`; `bestand` is the file's index."""
    for data in boom.find_all(nodes.TemplateData):
        data.data = regelmerken(data.data, bestand, data.lineno)


def regelmerken(tekst: str, bestand: int, regel: int) -> str:
    """`tekst`, which begins on line `regel` of the file with index `bestand`, with a mark before each of its lines."""
    begin = f"{REGEL}{schrijf_getal(bestand)}{SCHEIDING}"
    return "\n".join(
        f"{begin}{schrijf_getal(nummer)}{SCHEIDING}{woorden}" for nummer, woorden in enumerate(tekst.split("\n"), regel)
    )


def merk_keuzes(boom: nodes.Template, bestand: int, geteld: Counter[int]) -> None:
    """Trace the test of every ``a if … else b`` in `boom`; `geteld` is how many conditions each line has so far."""
    for keuze in boom.find_all(nodes.CondExpr):
        plek = [nodes.Const(getal) for getal in (bestand, keuze.lineno, _tel(geteld, keuze.lineno))]
        keuze.test = nodes.Call(nodes.Name("__keuze__", "load"), [keuze.test, *plek], [], None, None)
        keuze.test.set_lineno(keuze.lineno)


def _tel(geteld: Counter[int], regel: int) -> int:
    """Which condition on its line this is, from 0."""
    geteld[regel] += 1
    return geteld[regel] - 1


def merk_voorwaarden(boom: nodes.Node, bestand: int, geteld: Counter[int]) -> None:
    """Wrap every ``if`` and ``for`` in `boom` between an opening and a closing mark, tests traced.

    `geteld` is as for `merk_keuzes`.
    """
    for veld in boom.fields:
        waarde = getattr(boom, veld)
        if isinstance(waarde, list):
            nieuw: list[nodes.Node] = []
            for kind in waarde:
                if isinstance(kind, nodes.Node):
                    merk_voorwaarden(kind, bestand, geteld)
                if isinstance(kind, nodes.If | nodes.For) and not _is_elif(boom, veld):
                    plek = (bestand, kind.lineno, _tel(geteld, kind.lineno))
                    begin = "__open__"
                    if isinstance(kind, nodes.For) and kind.test is not None:
                        begin = "__lus__"
                        _merk_zeef(kind, *plek)
                    nieuw += [_roep(begin, kind, *plek), _traceer(kind), _roep("__dicht__", kind)]
                else:
                    nieuw.append(_traceer(kind) if isinstance(kind, nodes.If) else kind)
            setattr(boom, veld, nieuw)
        elif isinstance(waarde, nodes.Node):
            merk_voorwaarden(waarde, bestand, geteld)


def _merk_zeef(lus: nodes.For, *plek: int) -> None:
    """Trace the ``if`` in the head of `lus` by itself, each time: a turn hangs on what came out for it alone."""
    zeef = nodes.Call(
        nodes.Name("__zeef__", "load"),
        [nodes.Call(nodes.Name("__stand__", "load"), [], [], None, None), lus.test, *map(nodes.Const, plek)],
        [], None, None,
    )  # fmt: skip
    lus.test = zeef.set_lineno(lus.lineno)
    lus.body = [_roep("__beurt__", lus, *plek), *lus.body, _roep("__dicht__", lus)]


def _is_elif(boom: nodes.Node, veld: str) -> bool:
    return isinstance(boom, nodes.If) and veld == "elif_"


def _roep(naam: str, bij: nodes.Node, *argumenten: int) -> nodes.Output:
    constanten = [nodes.Const(waarde) for waarde in argumenten]
    uit = nodes.Output([nodes.Call(nodes.Name(naam, "load"), constanten, [], None, None)])
    uit.set_lineno(bij.lineno)
    return uit


def _traceer(kind: nodes.If | nodes.For) -> nodes.If | nodes.For:
    veld = "test" if isinstance(kind, nodes.If) else "iter"
    naam = "__toets__" if veld == "test" else "__reeks__"
    if isinstance(getattr(kind, veld), nodes.Call) and getattr(getattr(kind, veld).node, "name", "") == naam:
        return kind
    test = nodes.Call(nodes.Name(naam, "load"), [getattr(kind, veld)], [], None, None)
    setattr(kind, veld, test.set_lineno(kind.lineno))
    return kind


def haal_uit(
    tekst: str, bestanden: Sequence[str], voorwaarden: Sequence[Voorwaarde]
) -> tuple[str, tuple[Herkomst, ...], tuple[Herkomst, ...]]:
    """The text without marks, the origin of each of its lines, and the conditions that wrote nothing."""
    regels: list[str] = []
    herkomsten: list[Herkomst] = []
    bestand, regelnummer = "", 0
    open_nu: list[int] = []
    gevuld: set[int] = set()
    for regel in tekst.split("\n"):
        deel, begin, eerste = "", 0, True
        hier = list(open_nu)
        begonnen: dict[int, int] = {}  # where on this line a condition opened
        plek = (bestand, regelnummer)
        lengtes: Counter[tuple[str, int]] = Counter()
        for merk in _MERK.finditer(regel):
            stuk = regel[begin : merk.start()]
            if stuk.strip():
                gevuld.update(open_nu)
                lengtes[bestand, regelnummer] += len(stuk)
            deel, begin = deel + stuk, merk.end()
            if merk["bestand"]:
                bestand, regelnummer = bestanden[lees_getal(merk["bestand"])], lees_getal(merk["regel"])
                if eerste or not deel.strip():
                    plek, eerste = (bestand, regelnummer), False
            elif merk["open"]:
                open_nu.append(lees_getal(merk["open"]))
                begonnen[open_nu[-1]] = len(deel)
                hier.append(open_nu[-1])
            else:
                index = lees_getal(merk["dicht"])
                if not deel.strip() and index in hier:
                    hier.remove(index)
                open_nu.remove(index)
                begonnen.pop(index, None)
        if regel[begin:].strip():
            gevuld.update(open_nu)
            lengtes[bestand, regelnummer] += len(regel) - begin
        regels.append(deel + regel[begin:])
        later = _opent_achteraan(begonnen, regels[-1])
        toetsen = dict.fromkeys(toets for index in hier if index not in later for toets in voorwaarden[index].toetsen)
        woorden = max(lengtes, key=lambda waar: lengtes[waar], default=plek)
        herkomsten.append(Herkomst(*plek, tuple(toetsen), woorden if woorden[0] != plek[0] else None))
    afwezig = tuple(
        Herkomst(v.bestand, v.regel, v.toetsen)
        for index, v in enumerate(voorwaarden)
        if index not in gevuld and v.toetsen
    )
    return "\n".join(regels), tuple(herkomsten), afwezig


def _opent_achteraan(begonnen: Mapping[int, int], regel: str) -> list[int]:
    """Of the conditions that are open still, each with where it opened, those after the words of `regel`.

    They are about the next line.
    """
    return [index for index, plek in begonnen.items() if plek and regel.strip() and not regel[plek:].strip()]
