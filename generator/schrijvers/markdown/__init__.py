"""The Markdown writer: GitHub's Markdown without HTML, for ``git diff`` and for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from generator.document import nodes
from generator.schrijvers.beeld.tijdlijn import NAMES
from generator.schrijvers.markdown.delen import schrijf_deel
from generator.schrijvers.markdown.regel import regel, woorden, zinnen
from generator.schrijvers.markdown.vorm import hangend, kopje, leeg_tussen, tabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Blocks that end in a list with dashes: a list right behind them needs another mark, or the two become one.
_EINDIGT_OP_LIJST = (nodes.BulletList, nodes.Kop, nodes.Briefhoofd, nodes.Vraagpunt, nodes.Ondertekening)
_EINDIGT_OP_NUMMERS = (nodes.NumberedList, nodes.Beslispunten, nodes.Artikel)


def write(document: nodes.Document) -> bytes:
    """`document` as UTF-8, a sentence on a line, ending in one newline."""
    status = ["**Concept**: dit stuk is nog niet definitief."] if document.meta.concept else []
    noten = [hangend(f"[^{noot.number}]: ", "    ", _blokken(noot.blocks)) for noot in document.footnotes]
    delen = [*status, _blokken(document.blocks), *noten]
    return ("\n\n".join(deel for deel in delen if deel) + "\n").encode()


def _blokken(reeks: Iterable[nodes.Blok]) -> str:
    """Each block of `reeks`, with an empty line between, but a list close to the paragraph that announces it."""
    uit = ""
    vorige: nodes.Blok | None = None
    ander = False
    for blok in reeks:
        ander = not ander and _loopt_door(vorige, blok)
        tekst = _blok(blok, ander=ander)
        if tekst:
            uit += f"\n\n{tekst}" if uit else tekst
            vorige = blok
    return uit


def _loopt_door(vorige: nodes.Blok | None, blok: nodes.Blok) -> bool:
    """Whether `blok` would be read as more of the list before it."""
    if _heeft_streepjes(blok):
        return isinstance(vorige, _EINDIGT_OP_LIJST) or _heeft_streepjes(vorige)
    return isinstance(blok, nodes.NumberedList) and isinstance(vorige, _EINDIGT_OP_NUMMERS)


def _heeft_streepjes(blok: nodes.Blok | None) -> bool:
    """Markdown has no lists with letters: their letters stand behind a dash."""
    return isinstance(blok, nodes.BulletList) or (isinstance(blok, nodes.NumberedList) and blok.letters)


def _blok(blok: nodes.Blok, *, ander: bool) -> str:
    match blok:
        case nodes.Heading():
            return kopje(blok.level, f"{woorden(blok.number)} {regel(blok.content)}")
        case nodes.Paragraph(inhoud):
            return zinnen(inhoud)
        case nodes.BulletList(items):
            return _lijst(["* " if ander else "- " for _ in items], items)
        case nodes.NumberedList(items, letters=True):
            return _lijst([f"{'*' if ander else '-'} {blok.mark(i)}. " for i, _ in enumerate(items)], items)
        case nodes.NumberedList(items):
            return _lijst([f"{blok.mark(i)}{')' if ander else '.'} " for i, _ in enumerate(items)], items)
        case nodes.Table():
            uitlijning = [cel.align for cel in blok.header.cells]
            rijen = [[regel(cel.content) for cel in rij.cells] for rij in (blok.header, *blok.rows)]
            return leeg_tussen(
                f"**Tabel {blok.number}.** {regel(blok.caption)}", tabel(rijen, uitlijning), zinnen(blok.note)
            )
        case nodes.PageBreak():
            return "---"
        case _:
            return _onderdeel(blok)


def _onderdeel(blok: nodes.Stukdeel) -> str:
    match blok:
        case nodes.Kop():
            kenmerken = "\n".join(f"- **{woorden(k.naam)}**: {regel(k.waarde)}" for k in blok.kenmerken)
            return leeg_tussen(woorden(blok.documentsoort), kopje(1, regel(blok.onderwerp)), kenmerken)
        case nodes.Kader():
            return leeg_tussen(kopje(blok.level, regel(blok.titel)), _blokken(blok.blocks))
        case nodes.Citaat():
            bron = f"— {regel(blok.bron)}" if blok.bron else ""
            return hangend("> ", "> ", leeg_tussen(_blokken(blok.blocks), bron))
        case nodes.Vraagpunt():
            antwoorden = "\n".join(f"- **{woorden(a.antwoord)}**: {regel(a.gevolg)}" for a in blok.antwoorden)
            return leeg_tussen(f"**Vraag {woorden(blok.nummer)}.** {regel(blok.vraag)}", antwoorden)
        case nodes.Ondertekening():
            namen = "\n".join(f"- {woorden(wie.functie)}: {regel(wie.naam)}" for wie in blok.ondertekenaars)
            return leeg_tussen(zinnen(blok.namens), namen)
        case nodes.Tijdlijn():
            momenten = "\n".join(f"- {regel(m.datum)}: {regel(m.tekst)} ({NAMES[m.soort]})" for m in blok.momenten)
            return _beeld(blok, momenten)
        case nodes.Grafiek():
            return _beeld(blok, tabel(_waarden(blok), ["left", *["right"] * len(blok.reeksen)]))
        case nodes.Beslispunten() | nodes.Argument() | nodes.Artikel() | nodes.Toetslijst() | nodes.Briefhoofd():
            return schrijf_deel(blok, _blokken, _item)
        case _:
            assert_never(blok)


def _beeld(beeld: nodes.Tijdlijn | nodes.Grafiek, gegevens: str) -> str:
    """What is drawn, and what who cannot see it is told."""
    return leeg_tussen(f"**Figuur {beeld.number}.** {regel(beeld.caption)}", gegevens, zinnen(beeld.alt))


def _waarden(grafiek: nodes.Grafiek) -> list[list[str]]:
    """The table behind a chart, header row first."""
    kop = ["Groep", *(woorden(reeks) for reeks in grafiek.reeksen)]
    romp = [
        [woorden(staaf.naam), *("–" if waarde is None else regel((waarde,)) for waarde in staaf.waarden)]
        for staaf in grafiek.staven
    ]
    return [kop, *romp]


def _lijst(tekens: Sequence[str], items: Sequence[nodes.ListItem]) -> str:
    return "\n".join(_item(teken, item.blocks) for teken, item in zip(tekens, items, strict=True))


def _item(teken: str, reeks: tuple[nodes.Blok, ...]) -> str:
    """One item; a list within it stays close to the sentence that announces it, so that the list stays tight."""
    match reeks:
        case (nodes.Paragraph() as alinea, nodes.BulletList() | nodes.NumberedList(letters=True) as lijst):
            tekst = f"{_blok(alinea, ander=False)}\n{_blok(lijst, ander=False)}"
        case _:
            tekst = _blokken(reeks)
    return hangend(teken, " " * len(teken), tekst)
