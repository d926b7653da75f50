"""The tree as plain data (dicts, lists, strings, numbers) for the Typst file of the house style.

Every part is a mapping with its kind under ``t``, in Dutch, because ``document.typ`` is read by whoever
keeps a municipality's house style.
"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING, Any, assert_never

from generator.document import nodes
from generator.document.walk import plain_text
from generator.schrijvers.zethoogte import blijft_heel, is_korte_lijst, is_lange_rij

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.huisstijl import Huisstijl

Gegevens = dict[str, Any]
_TOETSKOLOMMEN = (44, 24)  # the columns of a checklist that hold words, in hundredths
_Item = tuple[str, tuple[nodes.Blok, ...]]


def zetboom(
    document: nodes.Document, huisstijl: Huisstijl, beelden: Mapping[str, bytes], herkomst: bytes | None
) -> Gegevens:
    """`document` with the tokens of `huisstijl`: what ``document.typ`` finds in ``sys.inputs.gegevens``."""
    meta = document.meta
    taal, _, land = meta.taal.partition("-")
    datum = dt.date.fromisoformat(meta.datum)
    boom = _Zetboom(beelden)
    return {
        "meta": {
            "titel": meta.titel, "taal": taal, "land": land or None, "gemeente": meta.gemeente,
            "jaar": datum.year, "maand": datum.month, "dag": datum.day,
            "concept": meta.concept, "kenmerk": meta.kenmerk, "intern": meta.openbaarheid == "intern",
            "herkomst": None if herkomst is None else herkomst.decode(),
        },
        "stijl": {
            "lettertype": huisstijl.lettertype.naam, "kleuren": dict(huisstijl.kleuren),
            "corps": dict(huisstijl.corps), "regelafstand": huisstijl.regelafstand, "marges": dict(huisstijl.marges),
            "logo": None if huisstijl.logo is None else huisstijl.logo.decode(), "logo_alt": huisstijl.logo_alt,
        },
        # In this order: a footnote is set where the text first refers to it.
        "blokken": boom.blokken(document.blocks),
        "noten": {str(noot.number): boom.blokken(noot.blocks) for noot in document.footnotes},
    }  # fmt: skip


class _Zetboom:
    """One walk over one document; remembers which footnotes were referred to before."""

    def __init__(self, beelden: Mapping[str, bytes]) -> None:
        self._beelden = beelden
        self._noten: set[int] = set()

    def regel(self, inhoud: Iterable[nodes.Inline]) -> list[Gegevens]:
        return [self._deel(deel) for deel in inhoud]

    def _deel(self, deel: nodes.Inline) -> Gegevens:
        match deel:
            case nodes.Text(tekst):
                return {"t": "tekst", "tekst": tekst}
            case nodes.Cijfer(tekst):
                return {"t": "cijfer", "tekst": tekst, "open": deel.open}
            case nodes.Strong(inhoud):
                return {"t": "sterk", "inhoud": self.regel(inhoud)}
            case nodes.Emphasis(inhoud):
                return {"t": "nadruk", "inhoud": self.regel(inhoud)}
            case nodes.Link(inhoud, href):
                return {"t": "link", "doel": href, "inhoud": self.regel(inhoud)}
            case nodes.FootnoteRef(nummer):
                eerste = nummer not in self._noten
                self._noten.add(nummer)
                return {"t": "noot", "nummer": nummer, "eerste": eerste}
            case nodes.LineBreak():
                return {"t": "regeleinde"}
            case _:
                assert_never(deel)

    def blokken(self, reeks: Iterable[nodes.Blok]) -> list[Gegevens]:
        blokken = self._los(reeks)
        for blok, volgende in pairwise(blokken):  # words that lead in to a list stay on its page
            if blok["t"] == "alinea" and volgende["t"] in {"lijst", "nummers"}:
                blok["vast"] = True
        return blokken

    def _los(self, reeks: Iterable[nodes.Blok]) -> list[Gegevens]:
        """The blocks of an item, whose first line goes on the line of its number."""
        return [self._blok(blok) for blok in reeks]

    def _blok(self, blok: nodes.Blok) -> Gegevens:  # noqa: C901, PLR0912 - one case per node
        match blok:
            case nodes.Heading(niveau, inhoud, label, nummer):
                return self._kopje(niveau, label, inhoud, nummer)
            case nodes.Paragraph(inhoud):
                return {"t": "alinea", "inhoud": self.regel(inhoud)}
            case nodes.BulletList(items):
                lijst = {"t": "lijst", **self._items([(item.label, item.blocks) for item in items])}
                return {**lijst, "heel": is_korte_lijst(blok)}
            case nodes.NumberedList(items, start, letters):
                lijst = self._nummers(start, [(item.label, item.blocks) for item in items], letters=letters)
                return {**lijst, "heel": is_korte_lijst(blok)}
            case nodes.Table():
                return self._tabel(blok)
            case nodes.Kop(documentsoort, onderwerp, kenmerken):
                return {"t": "kop", "documentsoort": documentsoort, "onderwerp": self.regel(onderwerp),
                        "kenmerken": self._kenmerken(kenmerken)}  # fmt: skip
            case nodes.Kader(titel, niveau, label, blokken):
                return {"t": "kader", "heel": blijft_heel(blok), "blokken": self.blokken(blokken),
                        "kopje": self._kopje(niveau, label, titel)}  # fmt: skip
            case nodes.Citaat(blokken, bron):
                return {"t": "citaat", "blokken": self.blokken(blokken), "bron": self.regel(bron)}
            case nodes.Vraagpunt(nummer, label, vraag, antwoorden):
                return {"t": "vraag", "heel": blijft_heel(blok), "nummer": nummer, "label": label,
                        "vraag": self.regel(vraag), "antwoorden": [
                            {"antwoord": a.antwoord, "gevolg": self.regel(a.gevolg)} for a in antwoorden]}  # fmt: skip
            case nodes.Ondertekening(namens, wie):
                return {"t": "ondertekening", "namens": self.regel(namens),
                        "wie": [{"functie": w.functie, "naam": self.regel(w.naam)} for w in wie]}  # fmt: skip
            case nodes.Tijdlijn() | nodes.Grafiek():
                return {"t": "beeld", "nummer": blok.number, "label": blok.label, "alt": plain_text(blok.alt),
                        "bijschrift": self.regel(blok.caption), "svg": self._beelden[blok.label].decode()}  # fmt: skip
            case nodes.Beslispunten(punten):
                return self._nummers(punten[0].nummer, [(punt.label, punt.blocks) for punt in punten])
            case nodes.Argument():
                return _groep(self._kopje(blok.level, blok.label, blok.bewering, blok.nummer),
                              *self.blokken(blok.blocks))  # fmt: skip
            case nodes.Artikel():
                kop = self._kopje(blok.level, blok.label, (nodes.Text(f"Artikel {blok.nummer}. "), *blok.titel))
                return {**_groep(kop, *self._leden(blok.leden)), "heel": blijft_heel(blok)}
            case nodes.Toetslijst(titel, niveau, label, punten):
                return _groep(self._kopje(niveau, label, titel),
                              {"t": "toetslijst", "punten": [self._aanvinkpunt(punt) for punt in punten]})  # fmt: skip
            case nodes.Briefhoofd():
                return self._briefhoofd(blok)
            case nodes.PageBreak():
                return {"t": "pagina"}
            case _:
                assert_never(blok)

    def _kopje(self, niveau: int, label: str, inhoud: Iterable[nodes.Inline], nummer: str = "") -> Gegevens:
        return {"t": "kopje", "niveau": niveau, "nummer": nummer, "label": label, "inhoud": self.regel(inhoud)}

    def _kenmerken(self, kenmerken: Iterable[nodes.Kenmerk]) -> list[Gegevens]:
        return [{"naam": kenmerk.naam, "waarde": self.regel(kenmerk.waarde)} for kenmerk in kenmerken]

    def _briefhoofd(self, hoofd: nodes.Briefhoofd) -> Gegevens:
        return {
            "t": "briefhoofd", "documentsoort": hoofd.documentsoort, "onderwerp": self.regel(hoofd.onderwerp),
            "van": self.regel(hoofd.afzender), "aan": self.regel(hoofd.geadresseerde),
            "kenmerken": self._kenmerken(hoofd.kenmerken),
        }  # fmt: skip

    def _nummers(self, start: int, items: Sequence[_Item], *, letters: bool = False) -> Gegevens:
        return {"t": "nummers", "start": start, "letters": letters, **self._items(items)}

    def _items(self, items: Sequence[_Item]) -> Gegevens:
        """The items, each with its label, and whether they are short: one paragraph, or one with a list under it."""
        reeks: list[tuple[str, list[Gegevens]]] = [(label, self._los(blokken)) for label, blokken in items]
        krap = all(sum(blok["t"] == "alinea" for blok in blokken) <= 1 for _, blokken in reeks)
        return {"krap": krap, "items": [{"label": label, "blokken": blokken} for label, blokken in reeks]}

    def _leden(self, leden: tuple[nodes.Lid, ...]) -> list[Gegevens]:
        match leden:
            case (nodes.Lid(nummer=0) as enige,):
                plek = [{"t": "plek", "label": enige.label}] if enige.label else []
                return [*plek, *self.blokken(enige.blocks)]
            case _:
                return [self._nummers(1, [(lid.label, lid.blocks) for lid in leden])]

    def _aanvinkpunt(self, punt: nodes.Aanvinkpunt) -> Gegevens:
        rij = nodes.Row(tuple(map(nodes.Cell, ((*punt.vraag, *punt.grond, *punt.feiten), punt.door))))
        return {
            "label": punt.label, "heel": not is_lange_rij(rij, _TOETSKOLOMMEN, deel=2), "uitkomst": punt.uitkomst,
            "vraag": self.regel(punt.vraag), "grond": self.regel(punt.grond),
            "feiten": self.regel(punt.feiten), "door": self.regel(punt.door),
        }  # fmt: skip

    def _tabel(self, tabel: nodes.Table) -> Gegevens:
        return {
            "t": "tabel", "heel": blijft_heel(tabel), "nummer": tabel.number, "label": tabel.label,
            "breedtes": list(tabel.widths),
            "bijschrift": self.regel(tabel.caption), "noot": self.regel(tabel.note),
            "hoofd": self._rij(tabel.header, tabel.widths),
            "rijen": [self._rij(rij, tabel.widths) for rij in tabel.rows],
        }  # fmt: skip

    def _rij(self, rij: nodes.Row, breedtes: tuple[int, ...]) -> Gegevens:
        cellen = [{"inhoud": self.regel(cel.content), "lijn": cel.align, "kop": cel.header} for cel in rij.cells]
        return {"totaal": rij.total, "heel": not is_lange_rij(rij, breedtes), "cellen": cellen}


def _groep(*blokken: Gegevens) -> Gegevens:
    """Blocks that are one part of the paper, and stand one under the other."""
    return {"t": "groep", "blokken": blokken}
