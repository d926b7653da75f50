"""The Markdown writer: GitHub-flavoured, one sentence per line, for ``git diff`` and for reading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from generator.document import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# What Markdown would read as markup; a value must come out as it is.
_BIJZONDER = re.compile(r"([\\`*_{}\[\]<>|~#])")
_REGELBEGIN = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)", re.MULTILINE)
# The end of a sentence: a mark, white space, and then a capital or a quote. Dates and abbreviations have neither.
_ZINSEINDE = re.compile(r"(?<=[.?!:])(?<!\bart\.)(?<!\bnr\.)[ ]+(?=[A-Z‘“*\[])")


def write(document: nodes.Document) -> bytes:
    """`document` as Markdown, ending in one newline."""
    blokken = [*_blokken(document.blocks), *(_noot(noot) for noot in document.footnotes)]
    return ("\n\n".join(blok for blok in blokken if blok) + "\n").encode()


def _blokken(reeks: Iterable[nodes.Blok]) -> list[str]:
    return [_blok(blok) for blok in reeks]


def _blok(blok: nodes.Blok) -> str:
    match blok:
        case nodes.Heading():
            return f"{'#' * blok.level} {f'{blok.number} ' if blok.number else ''}{_regel(blok.content)}"
        case nodes.Paragraph(inhoud):
            return _zinnen(inhoud)
        case nodes.BulletList(items):
            return "\n".join(_item("- ", item) for item in items)
        case nodes.NumberedList(items):
            return "\n".join(_item(f"{blok.start + i}. ", item) for i, item in enumerate(items))
        case nodes.Table():
            noot = f"\n\n*{_regel(blok.note)}*" if blok.note else ""
            return f"**Tabel {blok.number}.** {_regel(blok.caption)}\n\n{_tabel(blok)}{noot}"
        case nodes.Kop():
            kenmerken = "\n".join(f"- **{_schoon(k.naam)}**: {_regel(k.waarde)}" for k in blok.kenmerken)
            return f"{_schoon(blok.documentsoort)}\n\n# {_regel(blok.onderwerp)}\n\n{kenmerken}"
        case nodes.Kader():
            return "\n\n".join([f"{'#' * blok.level} {_regel(blok.titel)}", *_blokken(blok.blocks)])
        case nodes.Citaat():
            bron = [f"— {_regel(blok.bron)}"] if blok.bron else []
            return _inspringen("\n\n".join([*_blokken(blok.blocks), *bron]), "> ", "> ")
        case nodes.Vraagpunt():
            antwoorden = "\n".join(f"- **{_schoon(a.antwoord)}**: {_regel(a.gevolg)}" for a in blok.antwoorden)
            return f"**Vraag {_schoon(blok.nummer)}.** {_regel(blok.vraag)}\n\n{antwoorden}"
        case nodes.Ondertekening():
            wie = "\n".join(f"- {_schoon(w.functie)}: {_regel(w.naam)}" for w in blok.ondertekenaars)
            return f"{_regel(blok.namens)}\n\n{wie}"
        case nodes.Tijdlijn():
            momenten = "\n".join(f"- {_regel(m.datum)}: {_regel(m.tekst)} ({m.soort})" for m in blok.momenten)
            return f"**Figuur {blok.number}.** {_regel(blok.caption)}\n\n{momenten}"
        case nodes.Grafiek():
            return f"**Figuur {blok.number}.** {_regel(blok.caption)}\n\n{_regel(blok.alt)}"
        case nodes.PageBreak():
            return "---"
        case _:
            assert_never(blok)


def _noot(noot: nodes.Footnote) -> str:
    return _inspringen("\n\n".join(_blokken(noot.blocks)), f"[^{noot.number}]: ", "    ")


def _item(teken: str, item: nodes.ListItem) -> str:
    return _inspringen("\n\n".join(_blokken(item.blocks)), teken, " " * len(teken))


def _inspringen(tekst: str, eerste: str, volgende: str) -> str:
    kop, *rest = tekst.split("\n")
    return "\n".join([f"{eerste}{kop}".rstrip(), *(f"{volgende}{regel}".rstrip() for regel in rest)])


def _tabel(tabel: nodes.Table) -> str:
    """A table with its columns aligned, so that a changed cell is a changed line and nothing else moves far."""
    rijen = [[_regel(cel.content) for cel in rij.cells] for rij in (tabel.header, *tabel.rows)]
    breedtes = [max(3, *(len(rij[i]) for rij in rijen)) for i in range(len(tabel.header.cells))]
    uitlijning = [cel.align for cel in tabel.header.cells]
    lijn = "| " + " | ".join(
        f"{'-' * (breed - 1)}:" if zo == "right" else f":{'-' * (breed - 2)}:" if zo == "center" else "-" * breed
        for breed, zo in zip(breedtes, uitlijning, strict=True)
    ) + " |"  # fmt: skip
    kop, *romp = [_rij(rij, breedtes, uitlijning) for rij in rijen]
    return "\n".join([kop, lijn, *romp])


def _rij(cellen: Sequence[str], breedtes: Sequence[int], uitlijning: Sequence[str]) -> str:
    delen = (
        cel.rjust(breed) if zo == "right" else cel.ljust(breed)
        for cel, breed, zo in zip(cellen, breedtes, uitlijning, strict=True)
    )
    return f"| {' | '.join(delen)} |"


def _zinnen(inhoud: Iterable[nodes.Inline]) -> str:
    tekst = _REGELBEGIN.sub(r"\1\\\2", _regel(inhoud))
    return _ZINSEINDE.sub("\n", tekst)


def _regel(inhoud: Iterable[nodes.Inline]) -> str:
    return "".join(_deel(deel) for deel in inhoud)


def _deel(deel: nodes.Inline) -> str:
    match deel:
        case nodes.Text(tekst) | nodes.Cijfer(tekst):
            return _schoon(tekst)
        case nodes.Strong(delen):
            return f"**{_regel(delen)}**"
        case nodes.Emphasis(delen):
            return f"*{_regel(delen)}*"
        case nodes.Link(delen, href):
            return _regel(delen) if href.startswith("#") else f"[{_regel(delen)}](<{href}>)"
        case nodes.FootnoteRef(nummer):
            return f"[^{nummer}]"
        case nodes.LineBreak():
            return "\\\n"
        case _:
            assert_never(deel)


def _schoon(tekst: str) -> str:
    return _BIJZONDER.sub(r"\\\1", tekst).replace("&", "&amp;").replace("\n", " ")
