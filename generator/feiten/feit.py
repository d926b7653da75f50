"""The fact: a value with what makes it one (source, day of counting, formula, dissenting mentions).

Arithmetic keeps provenance: a sum of facts is a fact whose `formule` names its parts, that is circa when
a part is circa, and open when a part is open. A comparison with an open fact raises `OpenFeitError`,
so that no sentence can hang on something nobody knows.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.errors import Plaats
from generator.feiten.eenheden import RekenError, eenheid_van_uitkomst
from generator.feiten.waarden import Aantal, Bedrag, Datum, Duur, Grens, JaNee, Percentage, Tekst, Waarde

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NERGENS = Plaats("")
_LETTER = re.compile(r"\w")


class OpenFeitError(Exception):
    """A comparison or computation needs the value of a fact that is still open."""

    def __init__(self, feit: Feit) -> None:
        self.feit = feit
        super().__init__(f"{feit.pad} is nog open; vraag eerst of het ‘is bekend’")


class Bron(Struct, frozen=True):
    """Where a value was read: a paper of ``bronnen.yaml``, or a message in words.

    Attributes:
        stuk: key of the paper in ``bronnen.yaml``.
        pagina: page from 1; 0 for a source without pages.
        citaat: the words on that page that carry the value.
        toelichting: a message or computation in words, when there is no paper.
    """

    stuk: str = ""
    pagina: int = 0
    citaat: str = ""
    toelichting: str = ""
    plaats: Plaats = NERGENS


class Vermelding(Struct, frozen=True):
    """One source's value, where sources disagree."""

    waarde: Waarde
    bron: Bron
    circa: bool = False
    plaats: Plaats = NERGENS


class Feit(Struct, frozen=True, kw_only=True):
    """One fact of a dossier, under the path that templates and people call it by.

    Attributes:
        pad: ``cijfers.opvang_totaal``; for a value made by arithmetic, its formula.
        waarde: None as long as the fact is open.
        circa: the source says circa, or a part of the sum does.
        eenheid: what is counted ("asielzoekers"); empty for words and dates.
        peildatum: the day on which it was counted.
        bronnen: where it was read; one or more.
        formule: how it follows from other facts; empty for a fact that was read.
        uit: the paths the formula names.
        stappen: how the law leads from those to the last day of a period, each step with its article.
        vermeldingen: every source's value, where sources disagree; `reden` tells why `waarde` was chosen.
        naam: what it is called in an overview; otherwise the last part of its path.
        overzicht: whether it stands in an overview; what only computations need tells a reader nothing.
        gelijk_aan: path of the fact that this is another source of, and that must have the same value.
        vraag: what has to be filled in or asked, in words, for an open fact; or a question that remains.
    """

    pad: str
    waarde: Waarde | None
    circa: bool = False
    eenheid: str = ""
    peildatum: Datum | None = None
    bronnen: tuple[Bron, ...] = ()
    formule: str = ""
    uit: tuple[str, ...] = ()
    stappen: tuple[str, ...] = ()
    vermeldingen: tuple[Vermelding, ...] = ()
    reden: str = ""
    naam: str = ""
    overzicht: bool = True
    gelijk_aan: str = ""
    vraag: str = ""
    toelichting: str = ""
    plaats: Plaats = NERGENS

    @property
    def is_open(self) -> bool:
        """Whether nobody knows the value yet."""
        return self.waarde is None

    @property
    def is_citaat(self) -> bool:
        """Whether its words stand in the quotation they were read from, and so are another's."""
        if type(self.waarde) is not Tekst or self.formule:
            return False
        woorden = _gewoon(self.waarde.tekst)
        return any(_has_woorden(_gewoon(bron.citaat), woorden) for bron in self.bronnen)

    @property
    def bekend(self) -> Waarde:
        """The value; OpenFeitError when it is open."""
        if self.waarde is None:
            raise OpenFeitError(self)
        return self.waarde

    @property
    def getal(self) -> Decimal:
        """The value as a number; OpenFeitError when open, TypeError when it is no number."""
        match self.bekend:
            case Aantal(getal) | Bedrag(getal) | Percentage(getal) | Grens(_, getal):
                return getal
            case Duur(getal):
                return Decimal(getal)
            case waarde:
                raise TypeError(f"{self.pad} is geen getal maar {waarde.VERWACHT}")

    @property
    def dag(self) -> dt.date:
        """The value as a day; OpenFeitError when open, TypeError when it is no day."""
        match self.bekend:
            case Datum() as datum:
                return datum.dag
            case waarde:
                raise TypeError(f"{self.pad} is geen dag maar {waarde.VERWACHT}")

    @property
    def woorden(self) -> str:
        """The value as words; OpenFeitError when open, TypeError when it is no text."""
        match self.bekend:
            case Tekst(tekst):
                return tekst
            case waarde:
                raise TypeError(f"{self.pad} is geen tekst maar {waarde.VERWACHT}")

    @property
    def ja(self) -> bool:
        """The value as yes or no; OpenFeitError when open, TypeError when it is neither."""
        match self.bekend:
            case JaNee(ja):
                return ja
            case waarde:
                raise TypeError(f"{self.pad} is geen ja of nee maar {waarde.VERWACHT}")

    def __add__(self, ander: Feit | int | Duur) -> Feit:
        return bereken("+", self, ander)

    def __sub__(self, ander: Feit | int | Duur) -> Feit:
        return bereken("-", self, ander)

    def __mul__(self, ander: Feit | int) -> Feit:
        return bereken("*", self, ander)

    def __truediv__(self, ander: Feit | int) -> Feit:
        return bereken("/", self, ander)

    def met(self, **velden: object) -> Feit:
        """This fact with some attributes replaced."""
        return replace(self, **velden)


def _gewoon(tekst: str) -> str:
    """`tekst` without capitals and with white space counting as one."""
    return " ".join(tekst.split()).lower()


def _has_woorden(tekst: str, woorden: str) -> bool:
    """Whether `woorden` stand in `tekst`, and not as a part of longer words.

    By hand: a pattern for each fact costs more to make than to use.
    """
    begin = tekst.find(woorden)
    while begin >= 0:
        ervoor, erna = tekst[max(begin - 1, 0) : begin], tekst[begin + len(woorden) :]
        if not (_LETTER.match(ervoor) or _LETTER.match(erna)):
            return True
        begin = tekst.find(woorden, begin + 1)
    return False


def bereken(teken: str, links: Feit, rechts: Feit | int | Duur, samen: str = "") -> Feit:
    """The fact that follows from `links` `teken` `rechts`, with its provenance.

    Numbers with numbers; a date plus or minus days or weeks; a date minus a date gives days. Calendar months and legal
    periods are no arithmetic: they belong to ``regels/termijnen.py``.

    Args:
        teken: ``+``, ``-``, ``*`` or ``/``.
        links: the fact before it.
        rechts: the fact, whole number or length of time behind it.
        samen: the unit of a sum of unlike things, when somebody says what they are together ("bewoner/bewoners").

    Raises:
        RekenError: any other pair of values, and a sum or difference of what counts unlike things.
    """
    ander = rechts if isinstance(rechts, Feit) else _constante(rechts)
    formule = f"{_haakjes(links, teken)} {teken} {_haakjes(ander, teken)}"
    uit = tuple(dict.fromkeys((*paden_van(links), *paden_van(ander))))
    feit = Feit(
        pad=formule, waarde=None, formule=formule, uit=uit,
        circa=links.circa or ander.circa,
        eenheid=eenheid_van_uitkomst(teken, links, ander, samen),
        plaats=links.plaats,
    )  # fmt: skip
    if links.is_open or ander.is_open:
        open_deel = links if links.is_open else ander
        return feit.met(vraag=open_deel.vraag or open_deel.pad)
    waarde, eenheid = _waarde(teken, links, ander, feit.eenheid)
    return feit.met(waarde=waarde, eenheid=eenheid)


def _waarde(teken: str, links: Feit, rechts: Feit, eenheid: str) -> tuple[Waarde, str]:
    match teken, links.bekend, rechts.bekend:
        case (("+" | "-"), Datum() as datum, Duur(getal, "dag" | "week" as maat)):
            dagen = dt.timedelta(days=getal * (7 if maat == "week" else 1))
            return Datum.van(datum.dag + dagen if teken == "+" else datum.dag - dagen), ""
        case "-", Datum() as tot, Datum() as van:
            return Aantal(Decimal((tot.dag - van.dag).days)), "dagen"
        case _, (Aantal() | Bedrag() | Percentage() as soort), (Aantal() | Bedrag() | Percentage() as ander):
            uitkomst = _BEWERKING[teken](links.getal, rechts.getal)
            is_geld = isinstance(soort, Bedrag), isinstance(ander, Bedrag)
            if any(is_geld) and (teken != "/" or is_geld == (True, False)):
                return Bedrag(uitkomst), ""
            return Aantal(uitkomst), eenheid
        case _, een, ander:
            met_datum = isinstance(een, Datum) or isinstance(ander, Datum)
            raise RekenError(
                f"‘{links.pad}’ is {_kort(een)} en ‘{rechts.pad}’ is {_kort(ander)}",
                _MET_DATUMS if met_datum else "twee getallen, bedragen of percentages",
                _RAAD_DATUMS if met_datum else "kies andere feiten",
            )


_MET_DATUMS = "een datum min een datum (dat geeft dagen), of een datum plus of min een duur (dat geeft een datum)"
_RAAD_DATUMS = "zet de duur in duren.yaml, in dagen of weken; maanden en jaren rekent ‘raadwerk termijn’ uit"


def _kort(waarde: Waarde) -> str:
    """What kind of value it is, without how it is written."""
    return re.split(r", | als ", waarde.VERWACHT)[0]


_BEWERKING: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": lambda links, rechts: links + rechts,
    "-": lambda links, rechts: links - rechts,
    "*": lambda links, rechts: links * rechts,
    "/": lambda links, rechts: links / rechts,
}


def _constante(waarde: int | Duur) -> Feit:
    """A number in a formula: its formula is itself and it rests on nothing."""
    if isinstance(waarde, Duur):
        naam = f"{waarde.getal} {waarde.eenheid}"
        return Feit(pad=naam, waarde=waarde, formule=naam)
    return Feit(pad=str(waarde), waarde=Aantal(Decimal(waarde)), formule=str(waarde))


def _is_formule(feit: Feit) -> bool:
    """Whether `feit` was made by arithmetic and has no name of its own."""
    return bool(feit.formule) and feit.pad == feit.formule


def _haakjes(feit: Feit, teken: str) -> str:
    return f"({feit.pad})" if _is_formule(feit) and feit.uit and teken in "*/-" else feit.pad


def paden_van(feit: Feit) -> tuple[str, ...]:
    """The path of `feit`, or when a template computed it, and it has no name of its own, those it follows from."""
    return feit.uit if _is_formule(feit) else (feit.pad,)


def list_open(feiten: Mapping[str, Feit], pad: str) -> tuple[str, ...]:
    """The paths of the facts that keep the open fact at `pad` open: itself, or those its formula takes."""
    delen = [deel for deel in feiten[pad].uit if deel in feiten and feiten[deel].is_open] if pad in feiten else []
    return tuple(dict.fromkeys(dieper for deel in delen for dieper in list_open(feiten, deel))) or (pad,)
