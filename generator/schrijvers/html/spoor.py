"""Two versions of a paper as one page: what came is underlined, what went is struck through, and why stands at the end.

Both are written by the ordinary writer, block by block, and what came out is laid side by side, as in Word.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Literal, assert_never

from markupsafe import Markup

from generator.document.nodes import Hoofd
from generator.document.oorzaken import Deel
from generator.document.verschil import (
    Anders,
    Erbij,
    Gelijk,
    Paar,
    Weg,
    koppel,
    vergelijk,
    vergelijk_noten,
    vergelijk_woorden,
)
from generator.document.walk import count_open
from generator.schrijvers.html.blokken import Blokken
from generator.schrijvers.html.knopen import HEEL, Knoop, lees_knopen, likeness, oud_beeld, zonder_plaats
from generator.schrijvers.html.pagina import Pagina, hoofdstukken
from generator.schrijvers.html.woorden import Gelezen, Woord, gewicht, lees_woorden, nest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set as AbstractSet

    from generator.document.nodes import Blok, Document
    from generator.document.oorzaken import Oorzaken

Merk = Literal["", "ins", "del"]
_LEEG = Markup("")
_NAAM, _NAAR = re.compile(r' id="([^"]*)"'), re.compile(r' href="#([^"]*)"')
_REDEN = Markup('<sup class="reden"><a href="#reden:{0}"{1} aria-label="reden {0} van deze wijziging">[{0}]</a></sup>')
_UITLEG = Markup("""\
<p class="spooruitleg"><strong>Wijzigingen.</strong> Wat erbij komt is <ins>onderstreept</ins>, wat vervalt is \
<del>doorgestreept</del>. Een nummer tussen haken leidt naar de reden.</p>
""")
_REDENEN = Markup("""\
<section class="redenen" aria-labelledby="redenen:kop">
<h2 id="redenen:kop">Waarom dit is veranderd</h2>
<ol>
{}</ol>
</section>
""")


# What a reader sees is not in colour alone, and what a reader hears says it in words. Those words are out of sight, and
# must stay within the frame of a wide table, or the page is as wide as it.
STIJL = """<style>
ins { background: #e2f3e6; text-decoration: underline; text-decoration-thickness: .1em; }
del { background: #fbe6e3; text-decoration: line-through; text-decoration-thickness: .1em; }
ins::before, ins::after, del::before, del::after { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
ins::before { content: " [erbij: "; } del::before { content: " [vervalt: "; }
ins::after, del::after { content: "] "; }
del:has(+ wbr) { margin-right: .2em; }
.schuif { position: relative; }
.schuif table { font-size: .88rem; }
.schuif :is(th, td) { padding-inline: .35rem; }
li.weg { list-style: none; counter-increment: list-item 0; }
p.h2, p.h3, p.h4 { color: var(--accent); font-weight: 700; }
.reden a { font-weight: 700; text-decoration: none; }
.spooruitleg { border: .06rem solid var(--lijn); padding: .6rem .9rem; }
.redenen { margin: 3rem 0 0; border-top: .14rem solid var(--accent); }
.redenen li { margin: 0 0 .6rem; }
@media print { ins, del { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
</style>
"""


def _zonder_dode_links(html: Markup, namen: AbstractSet[str]) -> Markup:
    """`html` in which a link to a part that went leads nowhere; its words stay."""
    return Markup(_NAAR.sub(lambda link: link[0] if link[1] in namen else "", html))  # noqa: S704 - our own, less links


class Spoor:
    """Writes the parts of one page that shows what became of `oud`."""

    def __init__(
        self,
        oud: Document,
        nieuw: Document,
        beelden: tuple[Mapping[str, bytes], Mapping[str, bytes]],
        oorzaken: Oorzaken,
    ) -> None:
        self._oud, self._nieuw, self._oorzaken = oud, nieuw, oorzaken
        self._blokken = Blokken(beelden[0]), Blokken(beelden[1])
        self._noten = vergelijk_noten(oud.footnotes, nieuw.footnotes)
        self._redenen: dict[tuple[str, ...], int] = {}
        self._gezegd: tuple[str, ...] = ()
        self._deel = Deel()

    def pagina(self) -> Pagina:
        """The parts of the page."""
        blokken = list(self._alle())
        kop = _UITLEG + _LEEG.join(html for blok, html in blokken if isinstance(blok, Hoofd))
        inhoud = _LEEG.join(html for blok, html in blokken if not isinstance(blok, Hoofd))
        noten = self._achteraan()
        namen = frozenset(_NAAM.findall(kop + inhoud + noten))
        open_, plaatsen = count_open(self._nieuw)
        return Pagina(
            kop=kop,
            hoofdstukken=tuple(hoofdstukken(self._nieuw.blocks)),
            inhoud=_zonder_dode_links(inhoud, namen),
            noten=_zonder_dode_links(noten, namen),
            open=open_,
            open_plaatsen=plaatsen,
        )

    def _alle(self) -> Iterator[tuple[Blok, Markup]]:
        """Each block, and how it reads with its changes."""
        was = [lees_knopen(self._blokken[0]((blok,))) for blok in self._oud.blocks]
        wordt = [lees_knopen(self._blokken[1]((blok,))) for blok in self._nieuw.blocks]
        for paar in vergelijk(self._oud.blocks, self._nieuw.blocks):
            self._gezegd = ()
            match paar:
                case Gelijk(eerst, daarna) | Anders(eerst, daarna):
                    self._deel = Deel(self._oud.blocks[eerst], self._nieuw.blocks[daarna])
                    yield self._nieuw.blocks[daarna], self._reeks(was[eerst], wordt[daarna])
                case Weg(eerst):
                    self._deel = Deel(self._oud.blocks[eerst], None)
                    yield self._oud.blocks[eerst], self._reeks(was[eerst], [])
                case Erbij(daarna):
                    self._deel = Deel(None, self._nieuw.blocks[daarna])
                    yield self._nieuw.blocks[daarna], self._reeks([], wordt[daarna])
                case _:
                    assert_never(paar)

    def _achteraan(self) -> Markup:
        """The footnotes, and after them why what changed."""
        self._deel = Deel(self._oud.footnotes, self._nieuw.footnotes)
        was, wordt = self._blokken[0].noten(self._oud.footnotes), self._blokken[1].noten(self._nieuw.footnotes)
        noten = self._reeks(lees_knopen(was), lees_knopen(wordt))
        regels = _LEEG.join(
            Markup('<li id="reden:{}">{}</li>\n').format(nummer, Markup("<br>").join(zinnen))
            for zinnen, nummer in self._redenen.items()
        )
        return noten + (_REDENEN.format(regels) if regels else _LEEG)

    # --- elements ---------------------------------------------------------------------------------------

    def _reeks(self, was: Sequence[Knoop], wordt: Sequence[Knoop]) -> Markup:
        return _LEEG.join(map(self._paar, koppel(was, wordt, lambda knoop: knoop.zonder_namen, likeness)))

    def _paar(self, paar: Paar[Knoop]) -> Markup:
        match paar:
            case Gelijk(_, nieuw):
                return nieuw.html
            case Weg(oud):
                return self._geheel(oud, "del")
            case Erbij(nieuw):
                return self._geheel(nieuw, "ins")
            case Anders(oud, nieuw):
                return self._versies(oud, nieuw)
            case _:
                assert_never(paar)

    def _versies(self, oud: Knoop, nieuw: Knoop) -> Markup:
        """`oud`, which became `nieuw`, in the tags of the latter."""
        if nieuw.tag in HEEL or "terug" in nieuw.begin:
            return self._geheel(oud, "del") + self._geheel(nieuw, "ins") if nieuw.tag == "svg" else nieuw.html
        if oud.is_zin and nieuw.is_zin:
            return nieuw.omhul(self._zin(oud, nieuw))
        if nieuw.tag == "tr":  # a cell that reads otherwise is the same cell, or the row would have one more
            return nieuw.omhul(_LEEG.join(map(self._versies, oud.delen, nieuw.delen)))
        return nieuw.omhul(self._reeks(oud.delen, nieuw.delen))

    def _geheel(self, knoop: Knoop, merk: Merk) -> Markup:
        """An element that went or came, with every line in it marked."""
        if "terug" in knoop.begin and merk == "del":
            return _LEEG
        if merk == "del" and knoop.tag != "svg":
            knoop = zonder_plaats(knoop)
        if knoop.tag == "svg":
            return self._omhul(merk, oud_beeld(knoop) if merk == "del" else knoop.html)
        if knoop.tag in HEEL:
            return knoop.html
        if not knoop.is_zin:
            return knoop.omhul(_LEEG.join(self._geheel(deel, merk) for deel in knoop.delen))
        woorden = list(lees_woorden(knoop, self._noten if merk == "del" else None))
        # Of a whole block that came or went, what it hangs on goes before what it prints.
        paden = [woord.pad for woord in woorden if woord.pad] if self._deel.is_versie else []
        reden = self._reden(paden) if woorden else _LEEG
        return knoop.omhul(self._schrijf([(merk, woord) for woord in woorden]) + reden)

    # --- words ------------------------------------------------------------------------------------------

    def _zin(self, oud: Knoop, nieuw: Knoop) -> Markup:
        was, wordt = list(lees_woorden(oud, self._noten)), list(lees_woorden(nieuw))
        gemerkt: list[tuple[Merk, Woord]] = []
        anders: list[str] = []
        stukken = vergelijk_woorden([Gelezen(woord) for woord in was], [Gelezen(woord) for woord in wordt], gewicht)
        for stuk in stukken:
            match stuk:
                case Gelijk(_, woorden) | Anders(_, woorden):
                    gemerkt += [("", gelezen.woord) for gelezen in woorden]
                case Weg(woorden):
                    gemerkt += [("del", gelezen.woord) for gelezen in woorden]
                    anders += [gelezen.woord.pad for gelezen in woorden]
                case Erbij(woorden):
                    gemerkt += [("ins", gelezen.woord) for gelezen in woorden]
                    anders += [gelezen.woord.pad for gelezen in woorden]
                case _:
                    assert_never(stuk)
        veranderd = any(merk for merk, _ in gemerkt)
        return self._schrijf(gemerkt) + (self._reden([pad for pad in anders if pad]) if veranderd else _LEEG)

    def _schrijf(self, woorden: list[tuple[Merk, Woord]]) -> Markup:
        uit, vorig = _LEEG, ""
        for merk, gemerkt in groupby(woorden, lambda item: item[0]):
            # Nothing parts an old day from the new one but this: in a cell both would stay on one line.
            inhoud, tussen = _LEEG, Markup("<wbr>") if (vorig, merk) == ("del", "ins") else _LEEG
            for om, samen in groupby((woord for _, woord in gemerkt), lambda woord: woord.om):
                inhoud += nest(om, _LEEG.join(woord.html for woord in samen))
            uit += tussen + self._omhul(merk, inhoud)
            vorig = merk
        return uit

    def _omhul(self, merk: Merk, inhoud: Markup) -> Markup:
        return Markup("<{0}>{1}</{0}>").format(merk, inhoud) if merk and inhoud else inhoud

    def _reden(self, paden: Sequence[str]) -> Markup:
        """A mark that leads to why this changed; nothing when the one before it, in the same block, says the same."""
        zinnen = self._oorzaken.van(paden, self._deel)
        if zinnen == self._gezegd:
            return _LEEG
        self._gezegd = zinnen
        eerst = zinnen not in self._redenen
        nummer = self._redenen.setdefault(zinnen, len(self._redenen) + 1)
        return _REDEN.format(nummer, Markup(' id="bij-reden:{}"').format(nummer) if eerst else _LEEG)
