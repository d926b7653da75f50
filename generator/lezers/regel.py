"""Inline Markdown → inline nodes; tokens are split out of text and addresses here, after the Markdown is parsed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.document.nodes import (
    Cijfer,
    Emphasis,
    FootnoteRef,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
)
from generator.lezers.voetnoten import LOSSE_NOOT
from generator.tokens import EIGEN_TEKEN, GEEN_FEIT, TOKEN, Afdruk, lees_getal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from markdown_it.tree import SyntaxTreeNode

_ADRES = re.compile(r"(https?://|mailto:|#).+")
_NIETSZEGGEND = {"hier", "klik hier", "lees meer", "link", "deze link", "meer", "hierboven", "website"}

_TEKST = "gewone tekst, **vet**, *nadruk*, een link of een voetnoot"
_LINK = "[naam van het stuk of de pagina](adres)"
_NOEM_DOEL = "noem tussen de rechte haken waarheen de link gaat"
_SCHRIJF_NOOT = "schrijf [^naam] in de zin, en de noot op een eigen regel: [^naam]: tekst"
_OPMERKING = (
    "‘{}’ is een opmerking van HTML en komt zo op papier",
    "zet wat niet op papier komt tussen {## en ##}, of haal het weg",
)
_TAG = ("‘{}’ is HTML en komt zo op papier", "schrijf gewone tekst; vet en nadruk gaan met ** en * (docs/sjablonen.md)")
# A comment, or a tag as CommonMark has it (0.31, 6.6); after a backslash it is meant to be printed.
_HTML = re.compile(
    r"(?<!\\)(?:<!--.*?(?:-->|$)|</?[A-Za-z][A-Za-z0-9-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*\s*/?>)",
    re.DOTALL,
)
_BESCHADIGD = ("knip of vul een feit niet met ‘format’ of ‘replace’", "", ())


class RegelLezer:
    """Turns inline tokens into nodes; what is wrong goes to `meld`: found, advice, expected, words to find it by."""

    def __init__(self, afdrukken: Sequence[Afdruk], meld: Callable[[str, str, str, Iterable[str]], None]) -> None:
        self._afdrukken, self._meld = afdrukken, meld

    def lees(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        """The content of an ``inline`` node, without leading or trailing white space."""
        self._weiger_html(node.content)
        return trim(self._kinderen(node.children))

    def regels(self, node: SyntaxTreeNode) -> list[str]:
        """The words of an ``inline`` node as `lees` gives them, line by line as they were written."""
        return self._geschreven(node).lstrip().split("\n")

    def _geschreven(self, node: SyntaxTreeNode) -> str:
        match node.type:
            case "text" | "text_special":
                return TOKEN.sub(lambda token: self._afgedrukt(lees_getal(token[1])), node.content)
            case "softbreak" | "hardbreak":
                return "\n"
            case "link":
                return "".join(map(self._geschreven, node.children)) + platte_tekst(self._open_adres(node))
            case _:
                return "".join(map(self._geschreven, node.children))

    def _afgedrukt(self, index: int) -> str:
        return self._afdrukken[index].tekst if index < len(self._afdrukken) else ""  # `splits` tells of a broken one

    def _weiger_html(self, tekst: str) -> None:
        for html in _HTML.findall(tekst) if "<" in tekst else ():
            begin, *verder = re.split(r"\n|" + TOKEN.pattern, html, maxsplit=1)
            gevonden, raad = _OPMERKING if begin.startswith("<!") else _TAG
            self._meld(gevonden.format(begin + "…" * bool(verder)), raad, _TEKST, [begin])

    def _kinderen(self, kinderen: Iterable[SyntaxTreeNode]) -> tuple[Inline, ...]:
        uit: list[Inline] = []
        for kind in kinderen:
            uit += self._kind(kind)
        return voeg_samen(uit)

    def _kind(self, kind: SyntaxTreeNode) -> Iterable[Inline]:
        match kind.type:
            case "text" | "text_special":
                return self.splits(kind.content)
            case "softbreak":
                return (Text(" "),)
            case "hardbreak":
                return (LineBreak(),)
            case "strong":
                return (Strong(self._kinderen(kind.children)),)
            case "em":
                return (Emphasis(self._kinderen(kind.children)),)
            case "link":
                return self._link(kind)
            case "footnote_ref":
                return (FootnoteRef(kind.meta["id"] + 1),)
            case "image":
                raad = "haal het plaatje weg; een beeld komt met ::: grafiek of ::: tijdlijn in het sjabloon"
                self._meld("een los plaatje hoort niet in een stuk", raad, _TEKST, ["!["])
            case "code_inline":
                gevonden = f"‘{kind.content}’ staat tussen accenten grave"
                self._meld(gevonden, "haal de accenten weg", _TEKST, [f"`{kind.content}", "`"])
            case _:
                gevonden = f"opmaak van het soort ‘{kind.type}’ bestaat niet in een stuk"
                self._meld(gevonden, "schrijf gewone tekst", _TEKST, ())
        return ()

    def _link(self, kind: SyntaxTreeNode) -> tuple[Inline, ...]:
        inhoud = self._kinderen(kind.children)
        if open_adres := self._open_adres(kind):
            return voeg_samen((*inhoud, *open_adres))
        adres, feiten = self._platte_tekst(str(kind.attrs.get("href", "")))
        woorden = platte_tekst(inhoud).strip()
        if adres.startswith("#"):
            adres = "#" + maak_woord(adres[1:])
        if GEEN_FEIT in feiten:
            return (Link(inhoud, adres, feiten),)
        plek = [f"[{woorden}]({adres}", f"[{woorden}](", f"]({adres}", f"<{adres}", "]("]
        if not _ADRES.fullmatch(adres):
            gevonden = f"‘{adres}’ is geen webadres en geen plek in dit stuk"
            verwacht = "https://…, mailto:… of #label"
            self._meld(gevonden, "schrijf het hele adres, of # en het label van een kop of tabel", verwacht, plek)
        if woorden.lower().strip(".!") in _NIETSZEGGEND:
            gevonden = f"een link met de naam ‘{woorden}’ zegt niet waarheen hij gaat"
            self._meld(gevonden, _NOEM_DOEL, _LINK, plek)
        elif not woorden and not adres.startswith("#"):
            self._meld("een link zonder naam", _NOEM_DOEL, _LINK, plek)
        elif woorden == adres:
            self._meld("een kaal webadres leest niet voor", _NOEM_DOEL, _LINK, plek)
        return (Link(inhoud, adres, feiten),)

    def _open_adres(self, link: SyntaxTreeNode) -> tuple[Inline, ...]:
        """The address of a link as words behind its name, when a fact in it is open: nobody can go there yet."""
        href = str(link.attrs.get("href", ""))
        indexen = [lees_getal(index) for index in TOKEN.findall(href)]
        if not any(self._afdrukken[index].open for index in indexen if index < len(self._afdrukken)):
            return ()
        return Text(" ("), *self.splits(href.removeprefix("#")), Text(")")

    def splits(self, tekst: str) -> list[Inline]:
        """`tekst` as words and facts; a broken token is reported."""
        uit: list[Inline] = []
        begin = 0
        for token in TOKEN.finditer(tekst):
            self._woorden(tekst[begin : token.start()], uit)
            begin = token.end()
            index = lees_getal(token[1])
            if index >= len(self._afdrukken):
                self._meld("een feit is onderweg beschadigd", *_BESCHADIGD)
                continue
            afdruk = self._afdrukken[index]
            eigen = (afdruk.open, afdruk.afgeleid, afdruk.uit, afdruk.schuilnaam, afdruk.citaat, afdruk.afgerond)
            uit.append(Cijfer(afdruk.tekst, afdruk.pad, afdruk.vorm, *eigen))
        self._woorden(tekst[begin:], uit)
        return uit

    def _woorden(self, tekst: str, uit: list[Inline]) -> None:
        if EIGEN_TEKEN.search(tekst):
            self._meld("een feit is onderweg beschadigd", *_BESCHADIGD)
            tekst = EIGEN_TEKEN.sub("", tekst)
        for noot in LOSSE_NOOT.finditer(tekst) if "^" in tekst else ():
            if noot["naam"]:
                raad = f"schrijf de noot op een eigen regel: [^{noot['naam']}]: tekst"
                self._meld(f"de voetnoot ‘{noot['naam']}’ bestaat niet", raad, "", [noot[0]])
            else:
                self._meld("een noot midden in een zin bestaat niet", _SCHRIJF_NOOT, "", ["^["])
        if tekst:
            uit.append(Text(tekst))

    def afdruk(self, tekst: str) -> Afdruk | None:
        """The entry behind the only fact in `tekst`, or None when there is not exactly one."""
        tokens = TOKEN.findall(tekst)
        return self._afdrukken[lees_getal(tokens[0])] if len(tokens) == 1 else None

    def _platte_tekst(self, tekst: str) -> tuple[str, tuple[str, ...]]:
        feiten = [
            self._afdrukken[lees_getal(index)].pad
            for index in TOKEN.findall(tekst)
            if lees_getal(index) < len(self._afdrukken)
        ]
        return "".join(deel.text for deel in self.splits(tekst) if isinstance(deel, Text | Cijfer)), tuple(
            dict.fromkeys(feiten)
        )


def maak_woord(tekst: str) -> str:
    """`tekst` as (part of) a label: letters, digits, dots and dashes; so a fact can name a part of the paper."""
    return re.sub(r"[^\w.-]+", "-", tekst)


def voeg_samen(inhoud: Iterable[Inline]) -> tuple[Inline, ...]:
    """Neighbouring words as one `Text`."""
    uit: list[Inline] = []
    for deel in inhoud:
        if isinstance(deel, Text) and uit and isinstance(uit[-1], Text):
            uit[-1] = Text(uit[-1].text + deel.text)
        else:
            uit.append(deel)
    return tuple(uit)


def trim(inhoud: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """`inhoud` without white space at its ends."""
    delen = list(inhoud)
    if delen and isinstance(delen[0], Text):
        delen[0] = Text(delen[0].text.lstrip())
    if delen and isinstance(delen[-1], Text):
        delen[-1] = Text(delen[-1].text.rstrip())
    return tuple(deel for deel in delen if not (isinstance(deel, Text) and not deel.text))


def platte_tekst(inhoud: Iterable[Inline]) -> str:
    """The words of `inhoud` as a reader hears them."""
    delen: list[str] = []
    for deel in inhoud:
        match deel:
            case Text(tekst) | Cijfer(tekst):
                delen.append(tekst)
            case Strong(kinderen) | Emphasis(kinderen) | Link(kinderen):
                delen.append(platte_tekst(kinderen))
            case LineBreak():
                delen.append(" ")
            case FootnoteRef():
                pass
    return "".join(delen)
