"""Two papers compared word for word: as text for a person, and as data for a program."""

from __future__ import annotations

import json
import re
import textwrap
from typing import TYPE_CHECKING, Any

from msgspec import Struct, to_builtins

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.vergelijking import Plek, Vergelijking

_BREEDTE = 96
_KAAL = re.compile(r"\w[\w./ -]*[\w)]")
SOORTEN = {
    "getal": ("getal", "getallen"), "ontkenning": ("ontkenning", "ontkenningen"), "woord": ("woord", "woorden"),
    "leesteken": ("leesteken", "leestekens"), "verplaatst": ("verplaatsing", "verplaatsingen"),
    "ingevuld": ("ingevulde open plek", "ingevulde open plekken"),
    "kopregel": ("keer status, versie of dag in de kop", "keer status, versie of dag in de kop"),
}  # fmt: skip


class Vergeleken(Struct, frozen=True):
    """One of the two files: its name, its checksum, and what a reader should know of it."""

    naam: str
    sha256: str
    bijgehouden: bool = False
    zonder_tekst: tuple[int, ...] = ()  # pages that are a picture
    ongelezen: tuple[str, ...] = ()  # what else holds no words that can be read

    @property
    def leemten(self) -> int:
        """How many parts of it could not be compared."""
        return len(self.zonder_tekst) + len(self.ongelezen)

    def opmerkingen(self) -> Iterator[str]:
        """Dutch sentences on what could not be compared, or was read in one of two ways."""
        if self.bijgehouden:
            yield f"{self.naam} bevat bijgehouden wijzigingen; het is gelezen alsof die zijn aanvaard."
        if self.zonder_tekst:
            wat = "bladzijde" if len(self.zonder_tekst) == 1 else "bladzijden"
            nummers = ", ".join(map(str, self.zonder_tekst))
            yield f"{self.naam}: op {wat} {nummers} staat geen tekst maar beeld; dat is niet vergeleken."
        for wat in self.ongelezen:
            yield f"{self.naam} bevat {wat}; dat is niet vergeleken."


def is_gelijk(uitslag: Vergelijking, *bestanden: Vergeleken) -> bool:
    """Whether every word was compared and is the same."""
    return not uitslag.verschillen and not any(bestand.leemten for bestand in bestanden)


def conclusie(uitslag: Vergelijking, *bestanden: Vergeleken) -> str:
    """What comes out, in one sentence."""
    aantal = len(uitslag.verschillen)
    if is_gelijk(uitslag, *bestanden):
        return f"De teksten zijn woord voor woord gelijk ({uitslag.woorden[0]} woorden)."
    if not aantal:
        return "In wat kon worden vergeleken is geen verschil gevonden, maar niet alles kon worden vergeleken."
    return f"{aantal} {'verschil' if aantal == 1 else 'verschillen'}: {telling(uitslag)}."


def telling(uitslag: Vergelijking) -> str:
    """How many differences of each kind."""
    aantallen = {soort: sum(1 for v in uitslag.verschillen if v.soort == soort) for soort in SOORTEN}
    return ", ".join(f"{n} {SOORTEN[soort][n != 1]}" for soort, n in aantallen.items() if n)


def opzijgezet(uitslag: Vergelijking) -> str:
    """What was set aside as layout; empty when that was nothing."""
    delen = [f"{wat} ({aantal})" for wat, aantal in uitslag.opzij.items()]
    return f"Opmaak die niet meetelt: {'; '.join(delen)}." if delen else ""


def als_tekst(
    uitslag: Vergelijking, oud: Vergeleken, nieuw: Vergeleken, nadruk: Callable[[str], str] = lambda kop: kop
) -> str:
    """The report for a person: both files, every difference with both sides, and what was set aside."""
    regels = [f"raadsversie  {oud.naam}  SHA-256 {oud.sha256}", f"tekenversie  {nieuw.naam}  SHA-256 {nieuw.sha256}"]
    regels += [*oud.opmerkingen(), *nieuw.opmerkingen(), "", nadruk(conclusie(uitslag, oud, nieuw))]
    for nummer, verschil in enumerate(uitslag.verschillen, 1):
        regels += ["", nadruk(f"{nummer}. {verschil.soort}")]
        regels += [regel for kant, plek in (("raadsversie", verschil.oud), ("tekenversie", verschil.nieuw))
                   for regel in _kant(kant, plek)]  # fmt: skip
    if wat := opzijgezet(uitslag):
        regels += ["", *textwrap.wrap(wat, _BREEDTE)]
    return "\n".join(regels) + "\n"


def _kant(kant: str, plek: Plek) -> list[str]:
    eigen = f"[{plek.tekst}]" if plek.tekst else "[ ]"
    zin = f"… {plek.ervoor} {eigen} {plek.erna} …"
    return [
        f"   {kant}, {plek.waar}",
        *textwrap.wrap(zin, _BREEDTE, initial_indent="      ", subsequent_indent="      "),
    ]


def als_data(uitslag: Vergelijking, oud: Vergeleken, nieuw: Vergeleken) -> dict[str, Any]:
    """The report for a program."""
    return {
        "raadsversie": to_builtins(oud), "tekenversie": to_builtins(nieuw), "gelijk": is_gelijk(uitslag, oud, nieuw),
        "woorden": list(uitslag.woorden), "verschillen": [to_builtins(verschil) for verschil in uitslag.verschillen],
        "opzij": dict(uitslag.opzij),
    }  # fmt: skip


def als_blok(uitslag: Vergelijking, oud: Vergeleken, nieuw: Vergeleken, pad: str, dag: str = "") -> str:
    """What goes into dossier.yaml under the paper, when it is signed; who compared fills in the rest.

    `pad` is where the signed file lies, from the werkmap; `dag` the day of comparing, when it was said.
    """
    aantal = len(uitslag.verschillen) + oud.leemten + nieuw.leemten
    ingevuld = f"  ingevuld: {uitslag.ingevuld}\n" if uitslag.ingevuld else ""
    return (
        f"tekenversie:\n  bestand: {_yaml(pad)}\n  sha256: {nieuw.sha256}\n  raadsversie: {oud.sha256}\n"
        f"  verschillen: {aantal}\n{ingevuld}  vergeleken_op: {dag or '{open: dag van de vergelijking}'}\n"
        "  vergeleken_door: {open: naam en functie}\n"
    )


def _yaml(tekst: str) -> str:
    """A path as YAML reads it back: between quotes unless it is plain."""
    return tekst if _KAAL.fullmatch(tekst) else json.dumps(tekst, ensure_ascii=False)
