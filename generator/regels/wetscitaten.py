"""Where a text cites a law, and which article: ``Awb, artikel 6:7``, ``art. 160, eerste lid, van de Gemeentewet``.

And where it names an article without a law: ``artikel 5, tweede lid``.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_VOLUIT = {
    "Algemene wet bestuursrecht": "Awb", "Algemene termijnenwet": "Atw", "Burgerlijk Wetboek": "BW",
    "Algemene wet inzake rijksbelastingen": "AWR", "Wet waardering onroerende zaken": "WOZ", "Wet WOZ": "WOZ",
    "Wet open overheid": "Woo", "Algemene verordening gegevensbescherming": "AVG",
    "Uitvoeringswet Algemene verordening gegevensbescherming": "UAVG",
    "Wet Centraal Orgaan opvang asielzoekers": "Wet COA",
    "Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen": "Spreidingswet",
    "Wet administratiefrechtelijke handhaving verkeersvoorschriften": "Wahv",
}  # fmt: skip
# A law that is not in the index is known by its name: one that ends in ‘wet’, begins with ‘Wet’, or is often shortened.
_AFKORTINGEN = "Wmo|Wgr|Wob|Wlz|Wpg|Wvggz|Zvw|Vw|Sr|Sv|Rv|EVRM|IVRK|VWEU"
_GEEN_NAAM = (
    r"is|zijn|was|kan|kunnen|mag|mogen|moet|moeten|geldt|gelden|wordt|worden|heeft|hebben|niet|bepaalt|staat|volgt"
)
_OP_WET = r"[A-Z]\w+(?:-\w+)*(?:wet|wetboek)"
_ANDERE = (
    rf"(?:{_OP_WET}|{_AFKORTINGEN})(?: (?:19|20)\d\d)?"
    rf"|Wet Bibob|Wetboek van [A-Z]\w+(?: [A-Z]\w+)*|Wet(?: (?!(?:{_GEEN_NAAM})\b)[a-z]+){{1,8}}(?: (?:19|20)\d\d)?"
)
_NUMMER = r"\d+[a-z]?(?:[.:]\d+[a-z]?)?(?![\w%])"
# What begins with its own letters, and not with \b, [Aa] or a choice of names, is found many times faster.
_ARTIKEL = re.compile(rf"rt(?:ikel(?:en)?|\.|) (?P<nummers>{_NUMMER}(?:(?:,| en| of| tot en met| t/m) {_NUMMER})*)")
_ONDERDEEL = (
    r"(?:,? (?:[a-z]+(?: (?:en|of|tot en met) [a-z]+)? (?:lid|leden|volzin)|lid \d+"
    r"|(?:aanhef en )?(?:onder|onderdeel|sub) [a-z0-9]{1,2}\b))*"
)
_LEDEN = re.compile(_ONDERDEEL)
_LID = re.compile(r"\blid (\d+)|(?<=[ ,])((?:[a-z]+(?: en | of | tot en met ))*[a-z]+) (?:lid|leden)\b")
_TELWOORDEN = {
    telwoord: i
    for i, telwoord in enumerate(
        ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde",
         "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende", "negentiende",
         "twintigste"), 1,
    )
}  # fmt: skip
_VOORAF = 70  # characters before the word ‘artikel’ in which the name of a law fits


class Citaat(Struct, frozen=True):
    """One article that a text cites.

    Attributes:
        wet: the law as the index has it, or as the text calls it when the index has none of that name.
        nummer: the article.
        tekst: the citation as it stands there.
        bekend: whether the index has this law.
        leden: the paragraphs of it that the citation names.
        naam: where in the text the name of the law begins and ends.
        nummers: likewise the article, or the row that it is one of.
    """

    wet: str
    nummer: str
    tekst: str
    bekend: bool
    leden: tuple[int, ...]
    naam: tuple[int, int]
    nummers: tuple[int, int]

    @property
    def aanduiding(self) -> str:
        """As the index calls it: ``Gemeentewet 169``."""
        return f"{self.wet} {self.nummer}"


class LosArtikel(Struct, frozen=True):
    """An article, or a row of them, that a text names without saying of which law.

    Attributes:
        nummers: the articles.
        leden: the paragraphs that are named of the last one.
        begin: where it begins in the text.
        eind: where it ends, with its paragraphs.
    """

    nummers: tuple[str, ...]
    leden: tuple[int, ...]
    begin: int
    eind: int


def maak_citaatlezer(artikelen: Iterable[str]) -> Callable[[str], tuple[Citaat, ...]]:
    """What gives every article of a law that a text cites; `artikelen` are those of the index: ``Gemeentewet 169``."""
    return partial(_lees, _patronen(frozenset(aanduiding.rpartition(" ")[0] for aanduiding in artikelen)))


def maak_loslezer(artikelen: Iterable[str]) -> Callable[[str], Iterator[LosArtikel]]:
    """What gives every article that a text names without a law; `artikelen` as for `maak_citaatlezer`."""
    return partial(_losse, _patronen(frozenset(aanduiding.rpartition(" ")[0] for aanduiding in artikelen)))


def maak_naamlezer(artikelen: Iterable[str], patronen: Iterable[str]) -> Callable[[str], list[tuple[int, int]]]:
    """What gives the place of each name of a law in a text.

    Found are the laws of the index (`artikelen`, as above), what matches one of `patronen`, a word in ‘-wet’ with a
    capital, and of a citation any name that it bears.
    """
    eigen = _patronen(frozenset(aanduiding.rpartition(" ")[0] for aanduiding in artikelen))
    los = re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, eigen.namen))}|{_OP_WET})(?!\w)"
        + "".join(rf"|\b(?:{patroon})" for patroon in patronen)
    )

    def lees(tekst: str) -> list[tuple[int, int]]:
        plekken = {vondst.span() for vondst in los.finditer(tekst)} | {een.naam for een in _lees(eigen, tekst)}
        return sorted(een for een in plekken if not any(_ligt_in(een, ander) for ander in plekken))

    return lees


def _ligt_in(een: tuple[int, int], ander: tuple[int, int]) -> bool:
    return een != ander and ander[0] <= een[0] and een[1] <= ander[1]


@lru_cache(maxsize=4096)  # several rules read the same papers
def _lees(patronen: _Patronen, tekst: str) -> tuple[Citaat, ...]:
    return tuple(_citaten(patronen, tekst))


def _citaten(patronen: _Patronen, tekst: str) -> Iterator[Citaat]:
    for vondst in patronen.kaal.finditer(tekst):
        wet, leden = _VOLUIT.get(vondst["wet"], vondst["wet"]), _leden(tekst, vondst.end())
        yield Citaat(
            wet, vondst["nummer"], vondst[0], bekend=True, leden=leden, naam=vondst.span("wet"),
            nummers=vondst.span("nummer"),
        )  # fmt: skip
    for vondst, begin, vanaf, na, voor in _genoemd(patronen, tekst):
        naam = na or voor
        if naam is None:
            continue
        citaat = tekst[begin : na.end()] if na else tekst[vanaf + naam.start("wet") : vondst.end()]
        citaat += ")" if "(" in citaat and ")" not in citaat else ""
        wet = _VOLUIT.get(naam["wet"], naam["wet"])
        bekend = wet in patronen.wetten
        plek = naam.span("wet") if na else (vanaf + naam.start("wet"), vanaf + naam.end("wet"))
        nummers = re.findall(_NUMMER, vondst["nummers"])
        for nummer in nummers:  # a paragraph stands behind the article that it is of: in a row, the last
            leden = _leden(tekst, vondst.end()) if nummer is nummers[-1] else ()
            yield Citaat(wet, nummer, citaat, bekend, leden, plek, vondst.span("nummers"))


def _losse(patronen: _Patronen, tekst: str) -> Iterator[LosArtikel]:
    for vondst, begin, _, na, voor in _genoemd(patronen, tekst):
        if na is None and voor is None:
            erbij = _LEDEN.match(tekst, vondst.end())
            yield LosArtikel(
                tuple(re.findall(_NUMMER, vondst["nummers"])), _leden(tekst, vondst.end()),
                begin, erbij.end() if erbij else vondst.end(),
            )  # fmt: skip


def _genoemd(patronen: _Patronen, tekst: str) -> Iterator[_Genoemd]:
    """Each place where `tekst` names articles, with the law that stands behind or before them, if one does."""
    for vondst in _ARTIKEL.finditer(tekst):
        begin = vondst.start() - 1
        if begin < 0 or tekst[begin] not in "Aa" or (begin and tekst[begin - 1].isalnum()):
            continue
        vanaf = max(0, begin - _VOORAF)
        na, voor = patronen.erna.match(tekst, vondst.end()), patronen.ervoor.search(tekst[vanaf:begin])
        yield _Genoemd(vondst, begin, vanaf, na, voor)


def _leden(tekst: str, eind: int) -> tuple[int, ...]:
    """The paragraphs that stand in `tekst` from `eind` on, right behind an article."""
    genoemd = _LEDEN.match(tekst, eind)
    uit: list[int] = []
    for vondst in _LID.finditer(genoemd[0]) if genoemd else ():
        cijfer, woorden = vondst.groups()
        uit += [int(cijfer)] if cijfer else [_TELWOORDEN[woord] for woord in woorden.split() if woord in _TELWOORDEN]
    return tuple(uit)


class _Genoemd(NamedTuple):
    """Where articles are named: what was found, where it begins, from where `voor` was sought, and the law."""

    vondst: re.Match[str]
    begin: int
    vanaf: int
    na: re.Match[str] | None
    voor: re.Match[str] | None


class _Patronen(Struct, frozen=True, eq=False):
    """How the laws of an index are found: right before a number, and after and before the word ‘artikel’."""

    wetten: frozenset[str]
    namen: tuple[str, ...]
    kaal: re.Pattern[str]
    erna: re.Pattern[str]
    ervoor: re.Pattern[str]


@lru_cache(maxsize=4)
def _patronen(wetten: frozenset[str]) -> _Patronen:
    namen = sorted(
        wetten | {voluit for voluit, kort in _VOLUIT.items() if kort in wetten}, key=lambda wet: (-len(wet), wet)
    )
    # Not one in capitals alone: after a short one any number may follow, as in a list of abbreviations.
    los = [wet for wet in namen if not wet.isupper()]
    naam = rf"(?P<wet>(?:{'|'.join(map(re.escape, namen))})(?!\w)|(?:{_ANDERE})(?!\w))"
    return _Patronen(
        wetten,
        tuple(namen),
        re.compile(rf"(?P<wet>{'|'.join(map(re.escape, los))}) (?P<nummer>{_NUMMER})"),
        re.compile(rf"{_ONDERDEEL},? (?:(?:van|uit|in) (?:de|het) )?{naam}"),
        re.compile(rf"(?<!\w){naam}(?: \([A-Z][A-Za-z]+\))?,? \(?$"),
    )
