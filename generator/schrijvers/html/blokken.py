"""Blocks → HTML: each part in the element that HTML has for its meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from markupsafe import Markup

from generator.document import nodes
from generator.schrijvers.html.delen import render_briefhoofd, render_deel
from generator.schrijvers.html.regel import NOOT, TERUG, Regel
from generator.schrijvers.html.tabel import render_tabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LEEG = Markup("")
_KOP = Markup("""\
<header class="kop">
<hgroup>
<p class="soort">{}</p>
<h1>{}</h1>
</hgroup>
{}</header>
""")
_KADER = Markup("""\
<section class="kader" aria-labelledby="{}">
{}{}</section>
""")
_VRAAG = Markup("""\
<section class="vraag" id="{label}" aria-labelledby="{label}:vraag">
<p id="{label}:vraag"><span class="nummer">Vraag {nummer}</span> {vraag}</p>
{antwoorden}</section>
""")
_BEELD = Markup("""\
<figure class="beeld" id="{label}">
{tekening}
<figcaption><strong>Figuur {nummer}.</strong> {bijschrift}</figcaption>
</figure>
""")
_NOTEN = Markup("""\
<section class="noten" role="doc-endnotes" aria-label="Noten">
<ol>
{}</ol>
</section>
""")
_NOOT = Markup("""\
<li id="{id}" value="{nummer}">
{blokken}<p class="terug"><a href="#{terug}" role="doc-backlink">↑ terug naar noot {nummer} in de tekst</a></p>
</li>
""")


class Blokken:
    """Writes the blocks of one page."""

    def __init__(self, beelden: Mapping[str, bytes]) -> None:
        self._beelden, self._regel = beelden, Regel()

    def __call__(self, reeks: Iterable[nodes.Blok]) -> Markup:
        """Each block of `reeks`, in order."""
        return _LEEG.join(self._blok(blok) for blok in reeks)

    def noten(self, noten: tuple[nodes.Footnote, ...]) -> Markup:
        """The footnotes as a numbered list, each with the way back; nothing when there are none."""
        regels = _LEEG.join(
            _NOOT.format(
                id=NOOT.format(noot.number),
                nummer=noot.number,
                blokken=self(noot.blocks),
                terug=TERUG.format(noot.number),
            )
            for noot in noten
        )
        return _NOTEN.format(regels) if noten else _LEEG

    # --- typography -----------------------------------------------------------------------------------

    def _blok(self, blok: nodes.Blok) -> Markup:
        match blok:
            case nodes.Heading():
                nummer = Markup('<span class="nummer">{}</span> ').format(blok.number) if blok.number else _LEEG
                return _kopje(blok.level, blok.label, nummer + self._regel(blok.content))
            case nodes.Paragraph(inhoud):
                return Markup("<p>{}</p>\n").format(self._regel(inhoud))
            case nodes.BulletList(items):
                return Markup("<ul>\n{}</ul>\n").format(self._items(items))
            case nodes.NumberedList(items):
                letters = Markup(' type="a"') if blok.letters else _LEEG
                begin = Markup(' start="{}"').format(blok.start) if blok.start != 1 else _LEEG
                return Markup("<ol{}{}>\n{}</ol>\n").format(letters, begin, self._items(items))
            case nodes.Table():
                return render_tabel(blok, self._regel)
            case nodes.PageBreak():
                return Markup('<hr class="pagina">\n')
            case _:
                return self._onderdeel(blok)

    def _items(self, items: Iterable[nodes.ListItem]) -> Markup:
        return _LEEG.join(
            Markup("<li{}>{}</li>\n").format(
                Markup(' id="{}"').format(item.label) if item.label else _LEEG, self._item(item.blocks)
            )
            for item in items
        )

    def _item(self, reeks: tuple[nodes.Blok, ...]) -> Markup:
        """The first paragraph of an item goes without ``<p>``, so that a list is as tight as its author wrote it."""
        match reeks:
            case (nodes.Paragraph(inhoud), *rest):
                return self._regel(inhoud) + (Markup("\n") + self(rest) if rest else _LEEG)
            case _:
                return self(reeks)

    # --- the paper's own parts ------------------------------------------------------------------------

    def _onderdeel(self, blok: nodes.Stukdeel) -> Markup:
        match blok:
            case nodes.Kop():
                kenmerken = self._paren("kenmerken", [(kenmerk.naam, kenmerk.waarde) for kenmerk in blok.kenmerken])
                return _KOP.format(blok.documentsoort, self._regel(blok.onderwerp), kenmerken)
            case nodes.Kader():
                kopje = _kopje(blok.level, blok.label, self._regel(blok.titel))
                return _KADER.format(blok.label, kopje, self(blok.blocks))
            case nodes.Citaat():
                return self._citaat(blok)
            case nodes.Vraagpunt():
                antwoorden = [(antwoord.antwoord, antwoord.gevolg) for antwoord in blok.antwoorden]
                return _VRAAG.format(
                    label=blok.label,
                    nummer=blok.nummer,
                    vraag=self._regel(blok.vraag),
                    antwoorden=self._paren("antwoorden", antwoorden),
                )
            case nodes.Ondertekening():
                return self._ondertekening(blok)
            case nodes.Tijdlijn() | nodes.Grafiek():
                # Drawn by `schrijvers.beeld`, which escapes every word and names its own explanation.
                tekening = Markup(self._beelden[blok.label].decode())  # noqa: S704 - it is ours
                bijschrift = self._regel(blok.caption)
                return _BEELD.format(label=blok.label, nummer=blok.number, tekening=tekening, bijschrift=bijschrift)
            case nodes.Briefhoofd():
                kenmerken = self._paren("kenmerken", [(kenmerk.naam, kenmerk.waarde) for kenmerk in blok.kenmerken])
                return render_briefhoofd(blok, self._regel, kenmerken)
            case nodes.Beslispunten() | nodes.Argument() | nodes.Artikel() | nodes.Toetslijst():
                return render_deel(blok, self._regel, self, self._item)
            case _:
                assert_never(blok)

    def _paren(self, soort: str, paren: Iterable[tuple[str, tuple[nodes.Inline, ...]]]) -> Markup:
        regels = _LEEG.join(
            Markup("<div><dt>{}</dt><dd>{}</dd></div>\n").format(naam, self._regel(inhoud)) for naam, inhoud in paren
        )
        return Markup('<dl class="{}">\n{}</dl>\n').format(soort, regels)

    def _citaat(self, citaat: nodes.Citaat) -> Markup:
        woorden = Markup("<blockquote>\n{}</blockquote>\n").format(self(citaat.blocks))
        bron = (
            Markup("<figcaption>— <cite>{}</cite></figcaption>\n").format(self._regel(citaat.bron))
            if citaat.bron
            else ""
        )
        return Markup('<figure class="citaat">\n{}{}</figure>\n').format(woorden, bron)

    def _ondertekening(self, ondertekening: nodes.Ondertekening) -> Markup:
        namen = _LEEG.join(
            Markup('<div>\n<p>{},</p>\n<p class="naam">{}</p>\n</div>\n').format(wie.functie, self._regel(wie.naam))
            for wie in ondertekening.ondertekenaars
        )
        return Markup('<div class="ondertekening">\n<p>{}</p>\n<div class="namen">\n{}</div>\n</div>\n').format(
            self._regel(ondertekening.namens), namen
        )


def _kopje(niveau: int, label: str, inhoud: Markup) -> Markup:
    return Markup('<h{} id="{}">{}</h{}>\n').format(niveau, label, inhoud, niveau)
