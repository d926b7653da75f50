"""The HTML writer: one self-contained, accessible page (EN 301 549, WCAG 2.1 AA), print style included."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, assert_never

from jinja2 import Environment, StrictUndefined, TemplateError
from markupsafe import Markup, escape

from generator.document import nodes
from generator.errors import Fout, Plaats, SchrijfError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.huisstijl import Huisstijl

# Slanted text is made by the browser: two faces keep the page half the size of four.
_SNEDEN = {"regular": "400", "bold": "700"}


def write(document: nodes.Document, huisstijl: Huisstijl, beelden: Mapping[str, bytes]) -> bytes:
    """`document` as one page of UTF-8.

    Raises:
        SchrijfError: a municipality's own template that cannot be filled.
    """
    lettertypen = {
        gewicht: base64.b64encode(huisstijl.lettertype.bestanden[snede]).decode() for snede, gewicht in _SNEDEN.items()
    }
    omgeving = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    try:
        pagina = omgeving.from_string(huisstijl.html).render(
            meta=document.meta,
            stijl=huisstijl,
            lettertypen=lettertypen,
            inhoud=_Pagina(document, huisstijl, beelden).html(),
        )
    except TemplateError as fout:
        plaats = Plaats("document.html.j2", getattr(fout, "lineno", 0) or 0)
        raise SchrijfError(
            Fout(
                plaats, f"de HTML-pagina is niet te maken: {fout.message}", raad="vergelijk met de meegeleverde versie"
            )
        ) from fout
    return pagina.encode()


class _Pagina:
    """The tree as HTML; every value passes through `escape`."""

    def __init__(self, document: nodes.Document, huisstijl: Huisstijl, beelden: Mapping[str, bytes]) -> None:
        self._document, self._huisstijl, self._beelden = document, huisstijl, beelden
        self._verwezen: set[int] = set()

    def html(self) -> Markup:
        """The whole content, footnotes at its end."""
        inhoud = self.blokken(self._document.blocks)
        if not self._document.footnotes:
            return inhoud
        noten = Markup("").join(
            Markup(
                '<li id="noot-{0}">{1} <a href="#noot-{0}-terug" aria-label="terug naar de tekst bij noot {0}">↩</a></li>\n'
            ).format(noot.number, self.blokken(noot.blocks))
            for noot in self._document.footnotes
        )
        return inhoud + Markup('<section class="noten" aria-label="Noten"><ol>\n{}</ol></section>\n').format(noten)

    # --- inline -----------------------------------------------------------------------------------

    def regel(self, inhoud: Iterable[nodes.Inline]) -> Markup:
        return Markup("").join(self._deel(deel) for deel in inhoud)

    def _deel(self, deel: nodes.Inline) -> Markup:
        match deel:
            case nodes.Text(tekst):
                return escape(tekst)
            case nodes.Cijfer(tekst):
                vorm = '<mark data-feit="{}">{}</mark>' if deel.open else '<span data-feit="{}">{}</span>'
                return Markup(vorm).format(deel.pad, tekst)
            case nodes.Strong(delen):
                return Markup("<strong>{}</strong>").format(self.regel(delen))
            case nodes.Emphasis(delen):
                return Markup("<em>{}</em>").format(self.regel(delen))
            case nodes.Link(delen, href):
                return Markup('<a href="{}">{}</a>').format(href, self.regel(delen))
            case nodes.FootnoteRef(nummer):
                terug = Markup(' id="noot-{}-terug"').format(nummer) if nummer not in self._verwezen else ""
                self._verwezen.add(nummer)
                return Markup('<sup><a href="#noot-{0}"{1} aria-label="noot {0}">{0}</a></sup>').format(nummer, terug)
            case nodes.LineBreak():
                return Markup("<br>")
            case _:
                assert_never(deel)

    # --- blocks -----------------------------------------------------------------------------------

    def blokken(self, reeks: Iterable[nodes.Blok]) -> Markup:
        return Markup("").join(self._blok(blok) for blok in reeks)

    def _blok(self, blok: nodes.Blok) -> Markup:
        match blok:
            case nodes.Heading():
                nummer = Markup('<span class="nummer">{}</span> ').format(blok.number) if blok.number else ""
                return Markup('<h{0} id="{1}">{2}{3}</h{0}>\n').format(
                    blok.level, blok.label, nummer, self.regel(blok.content)
                )
            case nodes.Paragraph(inhoud):
                return Markup("<p>{}</p>\n").format(self.regel(inhoud))
            case nodes.BulletList(items):
                return Markup("<ul>\n{}</ul>\n").format(self._items(items))
            case nodes.NumberedList(items):
                begin = Markup(' start="{}"').format(blok.start) if blok.start != 1 else ""
                return Markup("<ol{}>\n{}</ol>\n").format(begin, self._items(items))
            case nodes.Table():
                return self._tabel(blok)
            case nodes.Kop():
                return self._kop(blok)
            case nodes.Kader():
                return Markup(
                    '<section class="kader" aria-labelledby="{0}"><h{1} id="{0}">{2}</h{1}>\n{3}</section>\n'
                ).format(blok.label, blok.level, self.regel(blok.titel), self.blokken(blok.blocks))
            case nodes.Citaat():
                bron = Markup("<footer>— {}</footer>").format(self.regel(blok.bron)) if blok.bron else ""
                return Markup("<blockquote>\n{}{}</blockquote>\n").format(self.blokken(blok.blocks), bron)
            case nodes.Vraagpunt():
                return self._vraag(blok)
            case nodes.Ondertekening():
                wie = Markup("").join(
                    Markup('<div><p>{},</p><p class="naam">{}</p></div>\n').format(w.functie, self.regel(w.naam))
                    for w in blok.ondertekenaars
                )
                return Markup('<div class="ondertekening"><p>{}</p>\n<div class="wie">{}</div></div>\n').format(
                    self.regel(blok.namens), wie
                )
            case nodes.Tijdlijn() | nodes.Grafiek():
                return self._beeld(blok)
            case nodes.PageBreak():
                return Markup('<div class="pagina"></div>\n')
            case _:
                assert_never(blok)

    def _items(self, items: Iterable[nodes.ListItem]) -> Markup:
        return Markup("").join(Markup("<li>{}</li>\n").format(self._los(item.blocks)) for item in items)

    def _los(self, reeks: tuple[nodes.Blok, ...]) -> Markup:
        """A list item of one paragraph goes without its own <p>."""
        if len(reeks) == 1 and isinstance(reeks[0], nodes.Paragraph):
            return self.regel(reeks[0].content)
        return self.blokken(reeks)

    def _kop(self, kop: nodes.Kop) -> Markup:
        kenmerken = Markup("").join(
            Markup("<dt>{}</dt><dd>{}</dd>\n").format(kenmerk.naam, self.regel(kenmerk.waarde))
            for kenmerk in kop.kenmerken
        )
        logo = Markup("")
        if self._huisstijl.logo:
            svg = base64.b64encode(self._huisstijl.logo).decode()
            logo = Markup('<img class="logo" src="data:image/svg+xml;base64,{}" alt="{}">\n').format(
                svg, self._huisstijl.logo_alt
            )
        return Markup('<header>\n{}<p class="soort">{}</p>\n<h1>{}</h1>\n<dl>\n{}</dl>\n</header>\n').format(
            logo, kop.documentsoort, self.regel(kop.onderwerp), kenmerken
        )

    def _vraag(self, vraag: nodes.Vraagpunt) -> Markup:
        antwoorden = Markup("").join(
            Markup("<dt>{}</dt><dd>{}</dd>\n").format(a.antwoord, self.regel(a.gevolg)) for a in vraag.antwoorden
        )
        return Markup(
            '<section class="vraag" id="{}" aria-label="Vraag {}"><p><strong class="nummer">Vraag {}</strong> <strong>{}</strong></p>\n<dl>\n{}</dl></section>\n'
        ).format(vraag.label, vraag.nummer, vraag.nummer, self.regel(vraag.vraag), antwoorden)

    def _tabel(self, tabel: nodes.Table) -> Markup:
        kolommen = Markup("").join(Markup('<col style="width:{}%">').format(breedte) for breedte in tabel.widths)
        hoofd = Markup("").join(
            Markup('<th scope="col" class="{}">{}</th>').format(cel.align, self.regel(cel.content))
            for cel in tabel.header.cells
        )
        rijen = Markup("").join(
            Markup("<tr{}>{}</tr>\n").format(
                Markup(' class="totaal"') if rij.total else "", Markup("").join(self._cel(cel) for cel in rij.cells)
            )
            for rij in tabel.rows
        )
        noot = Markup('<p class="tabelnoot">{}</p>\n').format(self.regel(tabel.note)) if tabel.note else ""
        return Markup(
            '<div class="tabel" id="{0}"><div class="schuif" tabindex="0" role="region" aria-label="Tabel {1}"><table>\n'
            "<caption><strong>Tabel {1}.</strong> {2}</caption>\n<colgroup>{3}</colgroup>\n"
            "<thead><tr>{4}</tr></thead>\n<tbody>\n{5}</tbody></table></div>\n{6}</div>\n"
        ).format(tabel.label, tabel.number, self.regel(tabel.caption), kolommen, hoofd, rijen, noot)

    def _cel(self, cel: nodes.Cell) -> Markup:
        vorm = '<th scope="row" class="{}">{}</th>' if cel.header else '<td class="{}">{}</td>'
        return Markup(vorm).format(cel.align, self.regel(cel.content))

    def _beeld(self, beeld: nodes.Tijdlijn | nodes.Grafiek) -> Markup:
        svg = (
            self._beelden[beeld.label]
            .decode()
            .replace("<svg ", f'<svg role="img" aria-labelledby="{escape(beeld.label)}-t {escape(beeld.label)}-d" ', 1)
        )
        svg = svg.replace("<title>", f'<title id="{escape(beeld.label)}-t">', 1).replace(
            "<desc>", f'<desc id="{escape(beeld.label)}-d">', 1
        )
        # Our own SVG: its texts were escaped when it was drawn.
        tekening = Markup(svg)  # noqa: S704
        return Markup('<figure id="{}">{}<figcaption><strong>Figuur {}.</strong> {}</figcaption></figure>\n').format(
            beeld.label, tekening, beeld.number, self.regel(beeld.caption)
        )
