"""Starting a case: which questions are asked, and the commented file that their answers make."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from generator.errors import Fout, InvoerError, Plaats
from generator.feiten.record import Record, record
from generator.inhoud.velden import build_deel
from generator.inhoud.yaml_lezen import maak_knoop, maak_reeks, maak_scalar, read_yaml
from generator.inhoud.zaken import build_zaak, is_lijst, keuzes_van, put_waarde

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ONBEKEND, GEEN = "onbekend", "geen"
_HEEL = {ONBEKEND, GEEN, "pro forma"}  # answers to a list that are no list
_ANDERS = {"rol": "ontvanger"}  # a case without a role says nothing
_KOP = """\
# Bezwaarzaak {zaak}. Wat onbekend is, mag weg of ‘onbekend’ heten; ‘nee’ en ‘geen’ zeggen dat iets er niet is.
# Datums als jjjj-mm-dd. Toetsen: raadwerk bezwaar toets {zaak}
"""


@record
class Vraag(Record):
    """One question: the field it fills, the words, when it is asked, and what helps to answer it.

    `geen` is the part of the case of which the answer ‘geen’ says that there is none.
    """

    pad: str
    vraag: str
    als: str = ""
    uitleg: str = ""
    geen: str = ""

    def pad_van(self, antwoord: str) -> str:
        """Where `antwoord` belongs in the case."""
        return self.geen if self.geen and antwoord == GEEN else self.pad

    def wordt_gesteld(self, antwoorden: Mapping[str, str]) -> bool:
        """Whether the answers so far ask for it."""
        pad, _, waarde = self.als.partition(" = ")
        return not pad or (antwoorden.get(pad) == waarde if waarde else pad in antwoorden)

    @property
    def hulp(self) -> str:
        """The choices of the field, and the explanation."""
        return "; ".join(deel for deel in (" | ".join(keuzes_van(self.pad)), self.uitleg) if deel)


def load_vragen(inhoud: bytes, bestand: str) -> tuple[Vraag, ...]:
    """The questions in `inhoud`, in their order; InvoerError with every fault at once."""
    knoop, fouten = read_yaml(inhoud, bestand, "")
    vragen = [build_deel(Vraag, deel, fouten, {}, pad=pad) for pad, deel in (knoop or {}).items()]
    if fouten:
        raise InvoerError(*fouten)
    return tuple(vraag for vraag in vragen if vraag)


def load_velden(inhoud: bytes, bestand: str) -> tuple[Vraag, ...]:
    """The fields that nobody is asked for, in their order, each with what is filled in; InvoerError likewise."""
    knoop, fouten = read_yaml(inhoud, bestand, "")
    if knoop is None or fouten:
        raise InvoerError(*fouten)
    return tuple(Vraag(pad, "", uitleg=str(uitleg)) for pad, uitleg in knoop.items())


def check_antwoord(vraag: Vraag, antwoord: str) -> Fout | None:
    """What is wrong with an answer, or None: the field itself judges."""
    plaats = Plaats(vraag.pad)
    zaak = maak_knoop("", plaats, zaaknummer=maak_scalar("x", "zaaknummer", plaats))
    put_waarde(zaak, "rol", maak_scalar("ontvanger", "rol", plaats))
    put_waarde(zaak, "besluit.kenmerk", maak_scalar(ONBEKEND, "besluit.kenmerk", plaats))
    pad = vraag.pad_van(antwoord)
    put_waarde(zaak, pad, _knoop(pad, antwoord, plaats) if pad == vraag.pad else maak_scalar(antwoord, pad, plaats))
    fouten: list[Fout] = []
    build_zaak(zaak, fouten)
    return fouten[0] if fouten else None


def print_zaak(zaaknummer: str, vragen: tuple[Vraag, ...], antwoorden: Mapping[str, str]) -> str:
    """The file of a new case as YAML: every field that was or may be asked, each with its choices as a comment.

    What was not answered stands there as ``onbekend``; a part of which nothing is known is left out.
    """
    boom: dict[str, Any] = {}
    for vraag in vragen:
        if antwoorden and not vraag.wordt_gesteld(antwoorden):
            continue
        if vraag.geen in antwoorden:
            _zet_in(boom, vraag.geen.split("."), (antwoorden[vraag.geen], vraag.hulp))
            continue
        antwoord = antwoorden.get(vraag.pad, _ANDERS.get(vraag.pad, ONBEKEND))
        tekst = _lijst(antwoord) if is_lijst(vraag.pad) else _citaat(antwoord)
        _zet_in(boom, vraag.pad.split("."), (tekst, vraag.hulp))
    return _KOP.format(zaak=zaaknummer) + f"zaaknummer: {_citaat(zaaknummer)}\n" + "\n".join(_regels(boom, 0)) + "\n"


def _regels(boom: Mapping[str, Any], diep: int) -> Iterator[str]:
    wit = "  " * diep
    for naam, deel in boom.items():
        if isinstance(deel, tuple):
            waarde, hulp = deel
            regel = f"{wit}{naam}: {waarde}"
            if hulp and len(regel) + len(hulp) < 100:
                yield f"{regel}  # {hulp}"
                continue
            yield from textwrap.wrap(
                hulp, 100, initial_indent=f"{wit}# ", subsequent_indent=f"{wit}# ", break_on_hyphens=False
            )
            yield regel
        elif "0" in deel:
            yield f"{wit}{naam}:"
            binnen = list(_regels(deel["0"], diep + 2))
            eerste = next(plek for plek, regel in enumerate(binnen) if not regel.lstrip().startswith("#"))
            yield from binnen[:eerste]
            yield f"{wit}  - {binnen[eerste].lstrip()}"
            yield from binnen[eerste + 1 :]
        else:
            yield f"{wit}{naam}:"
            yield from _regels(deel, diep + 1)


def _citaat(tekst: str) -> str:
    """A value as YAML; between quotes only where it would mean something else bare."""
    bijzonder = tekst[:1] in "!&*-?|>%@`\"'#[]{}, " or tekst.endswith((":", " ")) or ": " in tekst or " #" in tekst
    return _aangehaald(tekst) if bijzonder or tekst in {"~", "null", ""} else tekst


def _aangehaald(tekst: str) -> str:
    return "'" + tekst.replace("'", "''") + "'"


def _lijst(tekst: str) -> str:
    return tekst if tekst in _HEEL else f"[{', '.join(map(_aangehaald, _delen(tekst)))}]"


def _delen(tekst: str) -> list[str]:
    return [deel.strip() for deel in tekst.split(";") if deel.strip()]


def _knoop(pad: str, antwoord: str, plaats: Plaats) -> Any:  # noqa: ANN401 - a node
    """The answer as it will be read from the file."""
    if is_lijst(pad) and antwoord not in _HEEL:
        return maak_reeks(pad, plaats, [maak_scalar(deel, pad, plaats) for deel in _delen(antwoord)])
    return maak_scalar(antwoord, pad, plaats)


def _zet_in(boom: dict[str, Any], pad: list[str], waarde: tuple[str, str]) -> None:
    naam, *rest = pad
    if rest:
        _zet_in(boom.setdefault(naam, {}), rest, waarde)
    else:
        boom[naam] = waarde
