"""A table → HTML: caption, header row, headers with a scope, in a frame that scrolls when the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.schrijvers.zethoogte import blijft_heel

if TYPE_CHECKING:
    from generator.document.nodes import Cell, Row, Table
    from generator.schrijvers.html.regel import Regel

_LEEG = Markup("")
_TABEL = Markup("""\
<div class="tabel{heel}">
<div class="schuif" tabindex="0" role="group" aria-label="Tabel {nummer}">
<table id="{label}">
<caption><strong>Tabel {nummer}.</strong> {bijschrift}</caption>
<colgroup>{kolommen}</colgroup>
<thead>
{hoofd}</thead>
<tbody>
{rijen}</tbody>
</table>
</div>
{noot}</div>
""")


def render_tabel(tabel: Table, regel: Regel) -> Markup:
    """`tabel` with its number, caption and note."""
    return _TABEL.format(
        heel=" heel" if blijft_heel(tabel) else "",  # on paper it is not broken
        label=tabel.label,
        nummer=tabel.number,
        bijschrift=regel(tabel.caption),
        kolommen=_LEEG.join(Markup('<col style="width:%s%%">') % breedte for breedte in tabel.widths),
        hoofd=_rij(tabel.header, regel, hoofd=True),
        rijen=_LEEG.join(_rij(rij, regel) for rij in tabel.rows),
        noot=Markup('<p class="tabelnoot">%s</p>\n') % regel(tabel.note) if tabel.note else _LEEG,
    )


def _rij(rij: Row, regel: Regel, *, hoofd: bool = False) -> Markup:
    cellen = [_cel(cel, regel(cel.content), hoofd=hoofd) for cel in rij.cells]
    totaal = ' class="totaal"' if rij.total else ""
    return Markup(f"<tr{totaal}>{''.join(cellen)}</tr>\n")  # noqa: S704 - the words in it are


def _cel(cel: Cell, inhoud: Markup, *, hoofd: bool) -> Markup:
    plek = "" if cel.align == "left" else f' class="{cel.align}"'
    kop = "col" if hoofd else "row" if cel.header else ""
    soort, bereik = ("th", f' scope="{kop}"') if kop else ("td", "")
    return Markup(f"<{soort}{bereik}{plek}>{inhoud}</{soort}>")  # noqa: S704 - `inhoud` is, the rest are our own words
