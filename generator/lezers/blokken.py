"""Block Markdown → block nodes: headings, lists and tables, and the paper's own parts.

Each part is a fenced container from the closed table `BLOKKEN`; its form is told in docs/sjablonen.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from generator.document import nodes
from generator.errors import Fout, Plaats
from generator.lezers.plaatsen import Plaatsen
from generator.lezers.regel import RegelLezer, maak_woord, platte_tekst, trim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from markdown_it.tree import SyntaxTreeNode

    from generator.tokens import Ingevuld

_EIGENSCHAP = re.compile(r'#[\w.-]+|[\w-]+(?:=(?:"[^"]*"|[\w.-]+))?|\S+')
# What is words and no blocks; and the parts of which paragraphs are blocks, and not words of their own.
_ZELF = {"paragraph", "heading", "list_item", "tr"}
_VAN_BLOKKEN = {"kader", "citaat", "argument", "kanttekening", "artikel", "beslispunt"}
_BEKENDE_EIGENSCHAPPEN = {"bij", "breedtes", "kopkolom", "ongenummerd"}


@dataclass(frozen=True)
class Eigenschappen:
    """What stands between braces behind a heading or container: ``{#label breedtes="20 80" kopkolom}``."""

    label: str = ""
    waarden: dict[str, str] = field(default_factory=dict)


class Bouwer:
    """Builds the blocks of one paper and gathers what is wrong with it in `fouten`."""

    def __init__(self, ingevuld: Ingevuld) -> None:
        self._ingevuld = ingevuld
        self.plek = nodes.Herkomst()
        self._labels: Counter[str] = Counter()
        self._diepte = 0  # numbered lists and leden around what is read
        self.fouten: list[Fout] = []
        self.voetnoten: list[nodes.Footnote] = []
        self._plaatsen = Plaatsen(ingevuld.bestanden)
        self.regel = RegelLezer(ingevuld.afdrukken, self.meld)

    def meld(self, gevonden: str, raad: str = "", verwacht: str = "", bij: Iterable[str] = ()) -> None:
        """Note a fault in the block that is being read, as `meld_bij`."""
        self.meld_bij(self.plek, gevonden, raad, verwacht, bij)

    def meld_bij(
        self, blok: nodes.Herkomst, gevonden: str, raad: str = "", verwacht: str = "", bij: Iterable[str] = ()
    ) -> None:
        """Note a fault in the block that begins at `blok`, at the first of the words `bij` that stands in it.

        What is wrong with no block but with the whole paper is told at its template.
        """
        plaats = self._plaatsen.vind(blok, *bij) if blok.bestand else Plaats(self._ingevuld.sjabloon)
        self.fouten.append(Fout(plaats, gevonden, verwacht, raad))

    def blokken(self, kinderen: Iterable[SyntaxTreeNode]) -> tuple[nodes.Blok, ...]:
        """The blocks of `kinderen`; footnotes go to `voetnoten`."""
        uit: list[nodes.Blok] = []
        for kind in kinderen:
            vorige, self.plek = self.plek, self.herkomst(kind)
            if kind.type == "footnote_block":
                self._voetnoten(kind)
            elif (blok := self._blok(kind)) is not None:
                if isinstance(blok, nodes.Beslispunten) and uit and isinstance(eerder := uit[-1], nodes.Beslispunten):
                    uit[-1] = replace(eerder, punten=eerder.punten + blok.punten)
                else:
                    uit.append(blok)
            self.plek = vorige if kind.map is None else self.plek
        return tuple(uit)

    def herkomst(self, kind: SyntaxTreeNode) -> nodes.Herkomst:
        """Where `kind` was written; where what is being read was, when it has no lines of its own."""
        if kind.map is None:
            return self.plek
        regels = self._ingevuld.regels[kind.map[0] : max(kind.map[1], kind.map[0] + 1)]
        if not regels:
            return self.plek
        self._plaatsen.add(regels[0], regels[-1])
        if len(regels) == 1:
            return regels[0]
        toetsen = dict.fromkeys(toets for regel in self._eigen(kind) for toets in regel.toetsen)
        return replace(regels[0], toetsen=tuple(toetsen))

    def _eigen(self, kind: SyntaxTreeNode) -> Iterable[nodes.Herkomst]:
        """The origins of the lines of `kind` that are its own: not of the blocks and rows in it, which have theirs."""
        regels = self._ingevuld.regels
        if kind.type in _ZELF or kind.map is None:
            return () if kind.map is None else regels[slice(*kind.map)]
        if kind.type != "container_onderdeel":
            return ()
        zinnen = {"heading"} if kind.info.split()[0] in _VAN_BLOKKEN else {"heading", "paragraph"}
        eigen = [deel.map for deel in kind.children if deel.type in zinnen and deel.map]
        return [regels[kind.map[0]], *(regel for van, tot in eigen for regel in regels[van:tot])]

    def _blok(self, kind: SyntaxTreeNode) -> nodes.Blok | None:
        herkomst = self.plek
        match kind.type:
            case "heading":
                return self.kopje(kind)
            case "paragraph":
                return self._alinea(kind)
            case "bullet_list":
                return nodes.BulletList(self._items(kind), herkomst=herkomst)
            case "ordered_list":
                return self._nummers(kind)
            case "blockquote":
                return nodes.Citaat(self.blokken(kind.children), herkomst=herkomst)
            case "table":
                self.meld(
                    "een tabel zonder bijschrift",
                    "zet de tabel in ::: tabel {#label} met het bijschrift op de eerste regel",
                    "een tabel die zegt wat erin staat",
                )
            case "container_onderdeel":
                blok: nodes.Blok | None = BLOKKEN[kind.info.split()[0]](
                    self, kind, self.met_eigenschappen(tuple(self.regel.splits(kind.info)))[1]
                )
                return blok
            case soort:
                self.meld(
                    f"een blok van het soort ‘{_SOORTEN.get(soort, soort)}’ bestaat niet in een stuk",
                    "schrijf gewone tekst, zonder spaties ervoor" if soort == "code_block" else "haal het weg",
                    "een alinea, kop, lijst, tabel of citaat",
                )
        return None

    def _alinea(self, kind: SyntaxTreeNode) -> nodes.Paragraph | None:
        inline = kind.children[0]
        if inline.content.startswith(":::"):
            naam = inline.content.lstrip(":").split()[:1]
            self.meld(
                f"het onderdeel ‘{' '.join(naam) or ':::'}’ bestaat niet of is niet goed gesloten",
                "open een onderdeel met ::: en zijn naam, en sluit het met :::",
                f"een van {', '.join(BLOKKEN)}",
            )
            return None
        inhoud = self.regel.lees(inline)
        return nodes.Paragraph(inhoud, herkomst=self._per_regel(kind)) if inhoud else None

    def _per_regel(self, alinea: SyntaxTreeNode) -> nodes.Herkomst:
        """Where `alinea` was written, with what each of its lines hangs on when they differ in that."""
        eigen = self._ingevuld.regels[slice(*alinea.map)] if alinea.map else ()
        if len({regel.toetsen for regel in eigen}) <= 1:
            return self.plek
        woorden = self.regel.regels(alinea.children[0])
        if len(woorden) != len(eigen):
            return self.plek
        begin = accumulate((len(regel) + 1 for regel in woorden[:-1]), initial=0)
        return replace(self.plek, regels=tuple(zip(begin, (regel.toetsen for regel in eigen), strict=True)))

    def _items(self, kind: SyntaxTreeNode) -> tuple[nodes.ListItem, ...]:
        return tuple(nodes.ListItem(self.blokken(item.children)) for item in kind.children)

    def _nummers(self, kind: SyntaxTreeNode) -> nodes.NumberedList:
        """A numbered list; one within another, or within a lid, has letters."""
        herkomst, letters = self.plek, self._diepte % 2 == 1
        items = tuple(nodes.ListItem(self.genummerd(item.children)) for item in kind.children)
        if letters:
            items = tuple(nodes.ListItem(*self.met_label(item.blocks)) for item in items)
        return nodes.NumberedList(items, int(kind.attrs.get("start", 1)), letters=letters, herkomst=herkomst)

    def genummerd(self, kinderen: Iterable[SyntaxTreeNode]) -> tuple[nodes.Blok, ...]:
        """The blocks of `kinderen`, which have a number themselves."""
        self._diepte += 1
        blokken = self.blokken(kinderen)
        self._diepte -= 1
        return blokken

    def met_label(self, blokken: tuple[nodes.Blok, ...]) -> tuple[tuple[nodes.Blok, ...], str]:
        """`blokken` and the label that stands between braces at the end of their first paragraph."""
        if not blokken or not isinstance(eerste := blokken[0], nodes.Paragraph):
            return blokken, ""
        inhoud, eigen = self.met_eigenschappen(eerste.content)
        return (replace(eerste, content=inhoud), *blokken[1:]), eigen.label

    def _voetnoten(self, kind: SyntaxTreeNode) -> None:
        for noot in kind.children:
            kinderen = [deel for deel in noot.children if deel.type != "footnote_anchor"]
            self.voetnoten.append(nodes.Footnote(noot.meta["id"] + 1, self.blokken(kinderen)))

    # --- shared by the parts ----------------------------------------------------------------------

    def kopje(self, kind: SyntaxTreeNode) -> nodes.Heading:
        """A heading; its number "*" asks for one, `los_op` gives it."""
        inhoud, eigen = self.met_eigenschappen(self.regel.lees(kind.children[0]))
        if not platte_tekst(inhoud).strip():
            self.meld("een lege kop", "schrijf een kop of haal de regel weg", "woorden achter het #")
        label = eigen.label or self.vrij_label(maak_label(inhoud))
        nummer = "" if "ongenummerd" in eigen.waarden else "*"
        return nodes.Heading(int(kind.tag[1]), inhoud, label, nummer, herkomst=self.plek)

    def eerste_kop(self, kind: SyntaxTreeNode) -> tuple[int, tuple[nodes.Inline, ...], Eigenschappen] | None:
        """Level, words and properties of the heading that `kind` begins with; None when it begins otherwise."""
        if not kind.children or kind.children[0].type != "heading":
            return None
        kop = kind.children[0]
        return int(kop.tag[1]), *self.met_eigenschappen(self.regel.lees(kop.children[0]))

    def vrij_label(self, label: str) -> str:
        """`label`, with a number behind it when a part without a label of its own has it already."""
        self._labels[label] += 1
        return label if self._labels[label] == 1 else f"{label}-{self._labels[label]}"

    def met_eigenschappen(self, inhoud: tuple[nodes.Inline, ...]) -> tuple[tuple[nodes.Inline, ...], Eigenschappen]:
        """`inhoud` without the braces at its end, and what stood between them; a fact between them counts as a word."""
        for plek, deel in reversed(tuple(enumerate(inhoud))):
            if not isinstance(deel, nodes.Text | nodes.Cijfer):
                break
            if isinstance(deel, nodes.Text) and (begin := deel.text.rfind("{")) >= 0:
                staart = (nodes.Text(deel.text[begin + 1 :]), *inhoud[plek + 1 :])
                tekst = "".join(maak_woord(d.text) if isinstance(d, nodes.Cijfer) else d.text for d in staart)  # type: ignore[union-attr]
                if not tekst.rstrip().endswith("}"):
                    break
                return trim((*inhoud[:plek], nodes.Text(deel.text[:begin]))), self._eigenschappen(tekst.rstrip()[:-1])
        return inhoud, Eigenschappen()

    def _eigenschappen(self, tekst: str) -> Eigenschappen:
        label, waarden = "", {}
        for deel in _EIGENSCHAP.findall(tekst):
            naam, _, waarde = deel.partition("=")
            if deel.startswith("#"):
                label = deel[1:]
            elif naam in _BEKENDE_EIGENSCHAPPEN:
                waarden[naam] = waarde.strip('"')
            else:
                bekend = ", ".join(sorted(_BEKENDE_EIGENSCHAPPEN))
                self.meld(f"de eigenschap ‘{deel}’ bestaat niet", f"kies uit {bekend}", bij=[deel])
        return Eigenschappen(label, waarden)

    def delen(self, kind: SyntaxTreeNode, soort: str) -> list[SyntaxTreeNode]:
        """The children of `kind` of one type ("paragraph", "table", "bullet_list")."""
        return [deel for deel in kind.children if deel.type == soort]

    def zinnen(self, kind: SyntaxTreeNode) -> list[tuple[nodes.Inline, ...]]:
        """The paragraphs directly in `kind`."""
        return [self.regel.lees(deel.children[0]) for deel in self.delen(kind, "paragraph")]

    def regels_van(self, kind: SyntaxTreeNode) -> list[tuple[str, tuple[nodes.Inline, ...], nodes.Herkomst]]:
        """The items ``**naam**: inhoud`` of the list in `kind`, as (naam, inhoud, where it was written)."""
        uit = []
        for lijst in self.delen(kind, "bullet_list"):
            for item in lijst.children:
                self.plek = self.herkomst(item)
                inhoud = self.regel.lees(item.children[0].children[0]) if item.children else ()
                if not inhoud or not isinstance(inhoud[0], nodes.Strong):
                    self.meld("een regel zonder vetgedrukte naam", "schrijf ‘- **Naam**: inhoud’")
                    continue
                naam = platte_tekst(inhoud[0].content).rstrip(":")
                rest = inhoud[1:]
                if rest and isinstance(rest[0], nodes.Text):
                    rest = trim((nodes.Text(rest[0].text.lstrip(": ")), *rest[1:]))
                uit.append((naam, rest, _met_naam(self.plek, inhoud[0].content)))
        return uit

    def tabel(self, kind: SyntaxTreeNode) -> tuple[SyntaxTreeNode, list[SyntaxTreeNode]] | None:
        """The header row and the body rows of the one table in `kind`; None (and a fault) otherwise."""
        tabellen = self.delen(kind, "table")
        if len(tabellen) != 1:
            self.meld(f"hier horen precies één tabel te staan, niet {len(tabellen)}", "zet elke tabel in een eigen :::")
            return None
        hoofd, *romp = tabellen[0].children
        return hoofd.children[0], list(romp[0].children) if romp else []


def maak_label(inhoud: Iterable[nodes.Inline]) -> str:
    """A label from the words of a heading (``wie-beslist-wat``), without its facts, which may change."""
    tekst = " ".join(deel.text for deel in inhoud if isinstance(deel, nodes.Text))
    kaal = unicodedata.normalize("NFKD", tekst.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-") or "deel"


_SOORTEN = {"fence": "codeblok", "code_block": "ingesprongen codeblok", "hr": "streep", "html_block": "HTML"}
BLOKKEN: dict[str, Any] = {}


def onderdeel(naam: str) -> Callable[[Any], Any]:
    """Register the maker of the part that containers call `naam`."""

    def registreer(maker: Any) -> Any:  # noqa: ANN401 - decorator
        BLOKKEN[naam] = maker
        return maker

    return registreer


def _met_naam(plek: nodes.Herkomst, naam: Iterable[nodes.Inline]) -> nodes.Herkomst:
    """`plek` of a row with a name, which is words alone: the row hangs on the facts in it."""
    feiten = [deel for deel in naam if isinstance(deel, nodes.Cijfer)]
    eigen = [nodes.Toets(pad, deel.text, plek.bestand, plek.regel) for deel in feiten for pad in deel.uit]
    return replace(plek, toetsen=(*plek.toetsen, *eigen)) if eigen else plek


def cellen(bouwer: Bouwer, rij: SyntaxTreeNode, *, kopkolom: bool = False) -> tuple[nodes.Cell, ...]:
    """The cells of one row, aligned as the Markdown says."""
    uit = []
    for i, cel in enumerate(rij.children):
        stijl = str(cel.attrs.get("style", "text-align:left")).removeprefix("text-align:")
        inhoud = bouwer.regel.lees(cel.children[0]) if cel.children else ()
        uit.append(nodes.Cell(inhoud, "right" if stijl == "right" else "center" if stijl == "center" else "left",
                              header=kopkolom and i == 0))  # fmt: skip
    return tuple(uit)
