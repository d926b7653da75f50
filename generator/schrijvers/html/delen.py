"""The parts that only some papers have → HTML, each in the element that HTML has for its meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from markupsafe import Markup

from generator.document import nodes
from generator.document.walk import plain_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.schrijvers.html.regel import Regel

_LEEG = Markup("")
_ANTWOORDEN = ("ja", "nee", "n.v.t.")
_PUNTEN = Markup("""\
<ol class="beslispunten"{begin}>
{punten}</ol>
""")
_ARGUMENT = Markup("""\
<section class="argument" aria-labelledby="{label}">
<h{niveau} id="{label}"><span class="nummer">{nummer}</span> {bewering}</h{niveau}>
{blokken}</section>
""")
_ARTIKEL = Markup("""\
<section class="artikel" aria-labelledby="{label}">
<h{niveau} id="{label}">Artikel {nummer}. {titel}</h{niveau}>
{leden}</section>
""")
_TOETSLIJST = Markup("""\
<section class="toetslijst" aria-labelledby="{label}">
<h{niveau} id="{label}">{titel}</h{niveau}>
<div class="schuif" tabindex="0" role="group" aria-label="Toetslijst {naam}">
<table aria-labelledby="{label}">
<colgroup>
<col style="width:24%"><col style="width:26%"><col style="width:22%"><col style="width:18%"><col style="width:10%">
</colgroup>
<thead>
<tr><th scope="col">Toets</th><th scope="col">Wat de feiten zeggen</th><th scope="col">Uitkomst</th>\
<th scope="col">Opmerking</th><th scope="col">Paraaf</th></tr>
</thead>
<tbody>
{punten}</tbody>
</table>
</div>
</section>
""")
_AANVINKPUNT = Markup("""\
<tr id="{label}"><th scope="row" id="{label}:vraag">{vraag}{grond}</th><td>{feiten}</td>
<td><div class="vakjes" role="group" aria-labelledby="{label}:vraag">
{vakjes}</div>{door}</td><td></td><td></td></tr>
""")
_VAKJE = Markup('<label><input type="checkbox"{aan}> {antwoord}</label>\n')
_BRIEFHOOFD = Markup("""\
<header class="kop briefhoofd">
<p class="van">{van}</p>
<p class="aan">{aan}</p>
{kenmerken}<hgroup>
<p class="soort">{soort}</p>
<h1>{onderwerp}</h1>
</hgroup>
</header>
""")


def render_deel(
    deel: nodes.Beslispunten | nodes.Argument | nodes.Artikel | nodes.Toetslijst,
    regel: Regel,
    blokken: Callable[[Iterable[nodes.Blok]], Markup],
    item: Callable[[tuple[nodes.Blok, ...]], Markup],
) -> Markup:
    """`deel` as HTML; `blokken` writes what it holds, and `item` what a list item holds."""
    match deel:
        case nodes.Beslispunten(punten):
            begin = Markup(' start="{}"').format(punten[0].nummer) if punten[0].nummer != 1 else _LEEG
            regels = _LEEG.join(
                Markup('<li id="{}">{}</li>\n').format(punt.label, item(punt.blocks)) for punt in punten
            )
            return _PUNTEN.format(begin=begin, punten=regels)
        case nodes.Argument():
            return _ARGUMENT.format(
                label=deel.label, niveau=deel.level, nummer=deel.nummer, bewering=regel(deel.bewering),
                blokken=blokken(deel.blocks),
            )  # fmt: skip
        case nodes.Artikel():
            return _ARTIKEL.format(
                label=deel.label, niveau=deel.level, nummer=deel.nummer, titel=regel(deel.titel),
                leden=_leden(deel.leden, blokken, item),
            )  # fmt: skip
        case nodes.Toetslijst():
            rijen = _LEEG.join(_aanvinkpunt(punt, regel) for punt in deel.punten)
            return _TOETSLIJST.format(
                label=deel.label, niveau=deel.level, titel=regel(deel.titel), naam=plain_text(deel.titel), punten=rijen
            )
        case _:
            assert_never(deel)


def render_briefhoofd(hoofd: nodes.Briefhoofd, regel: Regel, kenmerken: Markup) -> Markup:
    """The head of a letter; `kenmerken` are its reference lines."""
    return _BRIEFHOOFD.format(
        van=regel(hoofd.afzender), soort=hoofd.documentsoort, aan=regel(hoofd.geadresseerde),
        onderwerp=regel(hoofd.onderwerp), kenmerken=kenmerken,
    )  # fmt: skip


def _leden(
    leden: tuple[nodes.Lid, ...],
    blokken: Callable[[Iterable[nodes.Blok]], Markup],
    item: Callable[[tuple[nodes.Blok, ...]], Markup],
) -> Markup:
    match leden:
        case (nodes.Lid(nummer=0) as enige,):
            inhoud = blokken(enige.blocks)
            return Markup('<div id="{}">\n{}</div>\n').format(enige.label, inhoud) if enige.label else inhoud
        case _:
            regels = _LEEG.join(
                Markup("<li{}>{}</li>\n").format(
                    Markup(' id="{}"').format(lid.label) if lid.label else _LEEG, item(lid.blocks)
                )
                for lid in leden
            )
            return Markup('<ol class="leden">\n{}</ol>\n').format(regels)


def _aanvinkpunt(punt: nodes.Aanvinkpunt, regel: Regel) -> Markup:
    vakjes = _LEEG.join(
        _VAKJE.format(aan=Markup(" checked") if antwoord == punt.uitkomst else _LEEG, antwoord=antwoord)
        for antwoord in _ANTWOORDEN
    )
    door = regel(punt.door)
    if punt.uitkomst not in _ANTWOORDEN:
        door = Markup("<strong>{}</strong> door {}").format(punt.uitkomst, door)
    return _AANVINKPUNT.format(
        label=punt.label, vraag=regel(punt.vraag), feiten=regel(punt.feiten), vakjes=vakjes,
        grond=Markup('<span class="grond">{}</span>').format(regel(punt.grond)) if punt.grond else _LEEG,
        door=Markup('<span class="door">{}</span>').format(door) if door else _LEEG,
    )  # fmt: skip
