"""The PDF writer: the tree as JSON, set by the one Typst file of the house style.

PDF/A-2a and PDF/UA-1 at once; the internal copy PDF/A-3a with its provenance attached.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, assert_never

from generator.document import nodes
from generator.document.walk import plain_text, walk
from generator.errors import Fout, Plaats, SchrijfError
from generator.schrijvers import zetwerk
from generator.schrijvers.tekens import ontbrekende_tekens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.huisstijl import Huisstijl


def write(
    document: nodes.Document, huisstijl: Huisstijl, beelden: Mapping[str, bytes], *, herkomst: bytes | None = None
) -> bytes:
    """`document` as PDF.

    Args:
        document: the tree.
        huisstijl: fonts, colours and the Typst file.
        beelden: label of each time line and chart → its SVG.
        herkomst: provenance to attach; makes it an internal copy (PDF/A-3a).

    Raises:
        SchrijfError: a character that the house font lacks, or what the typesetter says.
    """
    _eis_tekens(document, huisstijl)
    standaarden = ["a-3a" if herkomst is not None else "a-2a", "ua-1"]
    gegevens = _gegevens(document, huisstijl, beelden, herkomst)
    return zetwerk.compile_pdf(gegevens, huisstijl, dt.date.fromisoformat(document.meta.datum), standaarden)


def _eis_tekens(document: nodes.Document, huisstijl: Huisstijl) -> None:
    """A letter the font lacks would be dropped in silence: refuse it, with the fact it stands in."""
    fouten = []
    for deel in walk((document.blocks, document.footnotes)):
        if isinstance(deel, nodes.Text | nodes.Cijfer):
            for teken in ontbrekende_tekens(deel.text, huisstijl.lettertype.bestanden["regular"]):
                waar = deel.pad if isinstance(deel, nodes.Cijfer) else f"de tekst ‘{deel.text[:40]}’"
                fouten.append(
                    Fout(
                        Plaats(waar),
                        f"het teken ‘{teken}’ (U+{ord(teken):04X}) zit niet in {huisstijl.lettertype.naam}",
                        raad="vervang het teken, of kies een lettertype dat het heeft",
                    )  # fmt: skip
                )
    if fouten:
        raise SchrijfError(*fouten)


def _gegevens(
    document: nodes.Document, huisstijl: Huisstijl, beelden: Mapping[str, bytes], herkomst: bytes | None
) -> dict[str, Any]:
    datum = dt.date.fromisoformat(document.meta.datum)
    boom = _Boom(document, huisstijl, beelden)
    return {
        "meta": {
            "titel": document.meta.titel, "jaar": datum.year, "maand": datum.month, "dag": datum.day,
            "concept": document.meta.concept, "kenmerk": document.meta.kenmerk,
            "intern": document.meta.openbaarheid == "intern", "herkomst": (herkomst or b"").decode(),
        },
        "stijl": {
            "lettertype": huisstijl.lettertype.naam, "kleuren": dict(huisstijl.kleuren), "corps": dict(huisstijl.corps),
            "regelafstand": huisstijl.regelafstand, "marges": dict(huisstijl.marges),
        },
        "noten": {
            str(noot.number): [boom.regel(blok.content) for blok in noot.blocks if isinstance(blok, nodes.Paragraph)]
            for noot in document.footnotes
        },
        "blokken": boom.blokken(document.blocks),
    }  # fmt: skip


class _Boom:
    """The tree as plain data for Typst."""

    def __init__(self, document: nodes.Document, huisstijl: Huisstijl, beelden: Mapping[str, bytes]) -> None:
        del document
        self._huisstijl, self._beelden = huisstijl, beelden
        self._noten_gezien: set[int] = set()

    def regel(self, inhoud: Iterable[nodes.Inline]) -> list[dict[str, Any]]:
        return [self._deel(deel) for deel in inhoud]

    def _deel(self, deel: nodes.Inline) -> dict[str, Any]:
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
                eerste = nummer not in self._noten_gezien
                self._noten_gezien.add(nummer)
                return {"t": "noot", "nummer": nummer, "eerste": eerste}
            case nodes.LineBreak():
                return {"t": "regeleinde"}
            case _:
                assert_never(deel)

    def blokken(self, reeks: Sequence[nodes.Blok]) -> list[dict[str, Any]]:
        return [self._blok(blok) for blok in reeks]

    def _blok(self, blok: nodes.Blok) -> dict[str, Any]:
        match blok:
            case nodes.Heading():
                return {"t": "kopje", "niveau": blok.level, "nummer": blok.number, "label": blok.label,
                        "inhoud": self.regel(blok.content)}  # fmt: skip
            case nodes.Paragraph(inhoud):
                return {"t": "alinea", "inhoud": self.regel(inhoud)}
            case nodes.BulletList(items):
                return {"t": "lijst", "items": [self.blokken(item.blocks) for item in items]}
            case nodes.NumberedList(items):
                return {"t": "nummers", "start": blok.start, "items": [self.blokken(item.blocks) for item in items]}
            case nodes.Table():
                return self._tabel(blok)
            case nodes.Kop():
                return {"t": "kop", "documentsoort": blok.documentsoort, "onderwerp": self.regel(blok.onderwerp),
                        "kenmerken": [{"naam": k.naam, "waarde": self.regel(k.waarde)} for k in blok.kenmerken],
                        "logo": (self._huisstijl.logo or b"").decode(), "logo_alt": self._huisstijl.logo_alt}  # fmt: skip
            case nodes.Kader():
                return {"t": "kader", "titel": self.regel(blok.titel), "niveau": blok.level, "label": blok.label,
                        "blokken": self.blokken(blok.blocks)}  # fmt: skip
            case nodes.Citaat():
                return {"t": "citaat", "blokken": self.blokken(blok.blocks), "bron": self.regel(blok.bron)}
            case nodes.Vraagpunt():
                return {"t": "vraag", "nummer": blok.nummer, "label": blok.label, "vraag": self.regel(blok.vraag),
                        "antwoorden": [{"antwoord": a.antwoord, "gevolg": self.regel(a.gevolg)}
                                       for a in blok.antwoorden]}  # fmt: skip
            case nodes.Ondertekening():
                return {"t": "ondertekening", "namens": self.regel(blok.namens),
                        "wie": [{"functie": w.functie, "naam": self.regel(w.naam)} for w in blok.ondertekenaars]}  # fmt: skip
            case nodes.Tijdlijn() | nodes.Grafiek():
                return {"t": "beeld", "nummer": blok.number, "label": blok.label, "alt": plain_text(blok.alt),
                        "bijschrift": self.regel(blok.caption), "svg": self._beelden[blok.label].decode()}  # fmt: skip
            case nodes.PageBreak():
                return {"t": "pagina"}
            case _:
                assert_never(blok)

    def _tabel(self, tabel: nodes.Table) -> dict[str, Any]:
        return {
            "t": "tabel", "nummer": tabel.number, "label": tabel.label, "breedtes": list(tabel.widths),
            "bijschrift": self.regel(tabel.caption), "noot": self.regel(tabel.note),
            "hoofd": [self._cel(cel) for cel in tabel.header.cells],
            "rijen": [{"totaal": rij.total, "cellen": [self._cel(cel) for cel in rij.cells]} for rij in tabel.rows],
        }  # fmt: skip

    def _cel(self, cel: nodes.Cell) -> dict[str, Any]:
        return {"inhoud": self.regel(cel.content), "uitlijning": cel.align, "kop": cel.header}
