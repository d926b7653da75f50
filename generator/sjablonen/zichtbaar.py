"""What a template can see: facts, records and lists of them, and nothing that is a bare string or number.

`ZichtFeit` prints as a token; ``feit.woorden`` is the same fact in another form (the names of
`generator.opmaak.VORMEN`). Comparing a fact or asking its truth is noted in the `Register`, so that the
node around it knows on which facts its presence hangs.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from generator import opmaak
from generator.feiten.eenheden import check_eenheden
from generator.feiten.feit import Bron, Feit
from generator.feiten.persoonsgegevens import openbare_bron
from generator.feiten.schuilnaam import schuilnaam
from generator.feiten.waarden import Aantal, Bedrag, Datum, Duur, Grens, JaNee, Percentage, Tekst
from generator.sjablonen.register import Register, ZichtError, bedoelde_u, een_van
from generator.sjablonen.zicht import Zicht
from generator.tokens import Afdruk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


class _Maanden(int):
    """A length of time that is compared with months only: a month is no number of days."""


class _Dagen(int):
    """A length of time that is compared with days only."""


class ZichtFeit(Zicht):
    """A fact in a form."""

    __slots__ = ("_feit", "_ontbreekt", "_register", "_vorm")

    def __init__(self, feit: Feit, register: Register, vorm: tuple[str, ...] = ()) -> None:
        self._feit, self._register, self._vorm = feit, register, vorm

    def __getattr__(self, naam: str) -> Any:  # noqa: ANN401 - a form, a mention or a source
        if naam.startswith("_"):
            raise AttributeError(naam)
        feit = self._feit
        if naam == "vermeldingen":
            return ZichtReeks(
                feit.pad,
                {str(i): self._deel(f"vermelding {i}", Feit(pad="", waarde=v.waarde, circa=v.circa,
                 eenheid=feit.eenheid, bronnen=(v.bron,))) for i, v in enumerate(feit.vermeldingen, 1)},
                self._register,
            )  # fmt: skip
        if naam == "bronnen":
            # Two quotes of one page are one place to a reader.
            plekken = {(bron.stuk, bron.pagina, bron.toelichting): bron for bron in feit.bronnen}
            return ZichtReeks(
                feit.pad,
                {str(i): ZichtBron(f"{feit.pad}@bron {i}", bron, self._register)
                 for i, bron in enumerate(plekken.values(), 1)},
                self._register,
            )  # fmt: skip
        if naam == "peildatum":
            return self._deel(naam, Feit(pad="", waarde=feit.peildatum)) if feit.peildatum else None
        if naam in {"naam", "formule", "vraag", "soort_eenheid"}:
            woorden = {
                "naam": feit.naam or _leesbaar(feit.pad), "formule": feit.formule, "vraag": feit.vraag,
                "soort_eenheid": feit.eenheid.partition("/")[2] or feit.eenheid,
            }[naam]  # fmt: skip
            if not woorden and naam == "soort_eenheid" and feit.is_open:  # its unit is open with it
                return self._deel(naam, Feit(pad="", waarde=None, vraag="eenheid"))
            return self._deel(naam, Feit(pad="", waarde=Tekst(woorden))) if woorden else None
        if naam in opmaak.VORMEN or naam == "hoofdletter":
            return ZichtFeit(feit, self._register, (*self._vorm, naam))
        raise ZichtError(
            f"‘{feit.pad}’ heeft geen vorm ‘{naam}’",
            bedoelde_u(naam, list(opmaak.VORMEN)) or "de vormen staan in docs/sjablonen.md",
            verwacht=een_van(naam, list(opmaak.VORMEN)),
        )

    def _deel(self, naam: str, feit: Feit) -> ZichtFeit:
        return ZichtFeit(feit.met(pad=f"{self._feit.pad}@{naam}"), self._register)

    def _noem(self) -> str:
        return f"‘{self._feit.pad}’"

    def __str__(self) -> str:
        return self._register.print(self._afdruk())

    def _afdruk(self) -> Afdruk:
        feit = self._feit
        vormen = [vorm for vorm in self._vorm if vorm != "hoofdletter"]
        if len(vormen) > 1:
            raise ZichtError(f"‘{feit.pad}’ krijgt twee vormen tegelijk: {' en '.join(vormen)}", "kies er één")
        try:
            tekst = opmaak.print_feit(feit, vormen[0] if vormen else "", self._register.getalstijl)
        except ValueError as fout:
            raise ZichtError(str(fout), "kies een vorm die bij dit soort feit past") from fout
        if "hoofdletter" in self._vorm and not feit.is_open:
            # A capital goes without its accent (Taalunie): één becomes Eén.
            tekst = "Eén" + tekst[3:] if tekst.startswith("één") else tekst[:1].upper() + tekst[1:]
        schuil = schuilnaam(feit.pad, self._register.schuilnamen)
        return Afdruk(
            pad=feit.pad, vorm=".".join(self._vorm), tekst=tekst, machine=_machine(feit), open=feit.is_open,
            afgeleid=bool(feit.formule), uit=feit.uit if feit.formule else (feit.pad.partition("@")[0],),
            schuilnaam="" if schuil == feit.pad else schuil, citaat=feit.is_citaat,
            afgerond=opmaak.verzwijgt_afronding(feit, vormen[0] if vormen else ""),
        )  # fmt: skip

    # --- tests and arithmetic ---------------------------------------------------------------------

    def __bool__(self) -> bool:
        if not isinstance(self._feit.bekend, JaNee):
            raise ZichtError(f"‘{self._feit.pad}’ is geen ja of nee", "vergelijk met een waarde, of vraag ‘is bekend’")
        self._register.lees(self._feit, self._feit.ja)
        return self._feit.ja

    def _vergelijk(self, ander: object, werking: Callable[[Any, Any], bool]) -> bool:
        links = _grootte(self._feit)
        if isinstance(ander, ZichtFeit):
            check_eenheden(self._feit, ander._feit)
            rechts = _grootte(ander._feit)
            links, rechts = _in_een_maat(self._feit, links), _in_een_maat(ander._feit, rechts)
        else:
            rechts = Decimal(ander) if isinstance(ander, int) and not isinstance(ander, bool) else ander
        if type(links) is not type(rechts):
            self._onvergelijkbaar(ander)
        uitslag = werking(links, rechts)
        for deel in (self, ander):
            if isinstance(deel, ZichtFeit):
                self._register.lees(deel._feit, uitslag)
        return uitslag

    def __eq__(self, ander: object) -> bool:
        return self._vergelijk(ander, lambda links, rechts: links == rechts)

    def __lt__(self, ander: object) -> bool:
        return self._vergelijk(ander, lambda links, rechts: links < rechts)

    def __gt__(self, ander: object) -> bool:
        return self._vergelijk(ander, lambda links, rechts: links > rechts)

    def __le__(self, ander: object) -> bool:
        return not self > ander

    def __ge__(self, ander: object) -> bool:
        return not self < ander

    __hash__ = None  # equality is a test on the facts, not identity


class ZichtBron(Zicht):
    """Where a fact was read: its paper (a record) and page."""

    __slots__ = ("_bron", "_pad", "_register")

    def __init__(self, pad: str, bron: Bron, register: Register) -> None:
        self._pad, self._bron, self._register = pad, bron, register

    def _noem(self) -> str:
        return "een bron"

    def __getattr__(self, naam: str) -> Any:  # noqa: ANN401 - a fact or a record
        bron = self._bron
        match naam:
            case "pagina" if bron.pagina:
                return self._feit(naam, Aantal(Decimal(bron.pagina)))
            case "titel" if bron.stuk:
                return ZichtFeit(self._register.zoek(f"bronnen.{bron.stuk}.titel"), self._register)
            case "titel":
                return self._feit(naam, Tekst(openbare_bron(bron.toelichting) or "eigen opgave"))
            case "stuk" if bron.stuk:
                return self._feit(naam, Tekst(bron.stuk))
            case "toelichting" if bron.toelichting:
                return self._feit(naam, Tekst(openbare_bron(bron.toelichting)))
            case "stuk" | "toelichting" | "pagina":
                return None
            case _:
                raise AttributeError(naam)

    def _feit(self, naam: str, waarde: Tekst | Aantal) -> ZichtFeit:
        return ZichtFeit(Feit(pad=f"{self._pad} {naam}", waarde=waarde), self._register)


class ZichtReeks(Zicht):
    """A mapping of facts or records: by name, or one after another; ``aantal`` is how many there are."""

    __slots__ = ("_delen", "_pad", "_register", "_toon")

    def __init__(
        self, pad: str, delen: Mapping[str, Any], register: Register, toon: Callable[[Any, str], Any] | None = None
    ) -> None:
        """`toon` makes a part visible, by what it is and its path; without it the parts are visible already."""
        self._pad, self._delen, self._register, self._toon = pad, delen, register, toon

    def _noem(self) -> str:
        return f"de lijst ‘{self._pad}’"

    def _deel(self, naam: str) -> Any:  # noqa: ANN401 - a fact or record
        return self._toon(self._delen[naam], f"{self._pad}.{naam}") if self._toon else self._delen[naam]

    def __getattr__(self, naam: str) -> Any:  # noqa: ANN401 - a fact or record
        if naam.startswith("_"):
            raise AttributeError(naam)
        if naam in self._delen:
            return self._deel(naam)
        if naam == "aantal":
            formule = f"aantal({self._pad})"
            return ZichtFeit(
                Feit(pad=formule, waarde=Aantal(Decimal(len(self._delen))), formule=formule, uit=(self._pad,)),
                self._register,
            )
        raise self._onbekend(naam)

    def __getitem__(self, sleutel: object) -> Any:  # noqa: ANN401 - a fact or record
        naam = str(sleutel) if isinstance(sleutel, int) else sleutel
        if isinstance(sleutel, ZichtFeit):
            naam = sleutel._feit.woorden
        if not isinstance(naam, str) or naam not in self._delen:
            raise self._onbekend(str(naam))
        return self._deel(naam)

    def _onbekend(self, naam: str) -> ZichtError:
        gevonden = f"‘{self._pad}’ kent geen ‘{naam}’"
        elders = self._register.elders(naam)
        raad = f"bedoelde u ‘{elders}’?" if elders else bedoelde_u(naam, self._delen)
        anders = f"de namen staan in {self._pad}.yaml" if "." not in self._pad else ""
        return ZichtError(gevonden, raad or anders, verwacht=een_van(naam, self._delen))

    def __iter__(self) -> Iterator[Any]:
        self._register.gelezen.append((self._pad, self._namen))
        return map(self._deel, self._delen)

    @property
    def _namen(self) -> str:
        return ", ".join(self._delen)

    def __contains__(self, naam: object) -> bool:
        """Whether the facts have something of this name: ``"realisatietijd" in duren``."""
        self._register.gelezen.append((self._pad, str(naam in self._delen)))
        return naam in self._delen

    def __bool__(self) -> bool:
        """Whether there is something in it: how much does not matter to who asks that."""
        self._register.gelezen.append((self._pad, str(bool(self._delen))))
        return bool(self._delen)

    def __len__(self) -> int:
        self._register.gelezen.append((self._pad, str(len(self._delen))))
        return len(self._delen)


def _leesbaar(pad: str) -> str:
    return pad.rpartition(".")[2].replace("_", " ")


def _machine(feit: Feit) -> str:
    match feit.waarde:
        case Datum() as datum:
            return datum.eerste.isoformat()
        case Aantal() | Bedrag() | Percentage() | Grens() | Duur():
            return format(feit.getal, "f")
        case _:
            return ""


def _in_een_maat(feit: Feit, grootte: Any) -> Any:  # noqa: ANN401 - what `_grootte` gives
    """Of a length of time how many of the smallest unit of its kind: four years are 48 months; else `grootte`."""
    match feit.waarde:
        case Duur(getal, "maand" | "jaar" as maat):
            return _Maanden(getal * (12 if maat == "jaar" else 1))
        case Duur(getal, "dag" | "week" as maat):
            return _Dagen(getal * (7 if maat == "week" else 1))
        case _:
            return grootte


def _grootte(feit: Feit) -> Any:  # noqa: ANN401 - a number, day or text; OpenFeitError when open
    match feit.bekend:
        case Tekst(tekst):
            return tekst
        case Datum() as datum:
            return datum.eerste
        case JaNee(ja):
            return "ja" if ja else "nee"
        case _:
            return feit.getal
