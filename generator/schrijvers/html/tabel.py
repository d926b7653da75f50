"""A table → HTML: caption, header row, headers with a scope, in a frame that scrolls when the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from generator.document.nodes import Cell, Row, Table
    from generator.schrijvers.html.regel import Regel

_LEEG = Markup("")
_TOTAAL = Markup(' class="totaal"')
_TABEL = Markup("""\
<div class="tabel">
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
    return Markup("<tr%s>%s</tr>\n") % (_TOTAAL if rij.total else _LEEG, _LEEG.join(cellen))


def _cel(cel: Cell, inhoud: Markup, *, hoofd: bool) -> Markup:
    plek = _LEEG if cel.align == "left" else Markup(' class="%s"') % cel.align
    if hoofd:
        return Markup('<th scope="col"%s>%s</th>') % (plek, inhoud)
    if cel.header:
        return Markup('<th scope="row"%s>%s</th>') % (plek, inhoud)
    return Markup("<td%s>%s</td>") % (plek, inhoud)
