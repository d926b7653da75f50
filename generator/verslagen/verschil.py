"""What differs between two states of a dossier, as Dutch text for a person and as data for a program."""

from __future__ import annotations

import re
import textwrap
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from msgspec import to_builtins

from generator.document.oorzaken import bronnen_van
from generator.verschil.groepen import leden
from generator.verschil.woorden import OPEN
from generator.verslagen.bevindingverschil import Bevindingverschil, pair_bevindingen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from generator.feiten.recht import Melding
    from generator.verschil import Feitverschil, Stukverschil, Verschil
    from generator.verschil.wijzigingen import Wijziging
    from generator.verschil.woorden import Benaming

_BREEDTE = 100
_NIETS = "[niets]"
_ZONDER_KOP = "Vóór de eerste kop"
_GENOEMD = 3  # of a row of files or facts
_CIJFERS = re.compile(r"\d+")


def als_tekst(verschil: Verschil, meldingen: Mapping[str, Melding], nadruk: Callable[[str], str] = str) -> str:
    """For a person: facts, what follows from them, findings, deadlines, and per paper what reads differently.

    `nadruk` makes a heading stand out.
    """
    alle = (*verschil.stukken, *verschil.toetslijsten)
    niet = f"  {', '.join(verschil.niet_vergeleken)}" if verschil.niet_vergeleken else ""
    if verschil.is_leeg:
        stukken = ", ".join(stuk.naam for stuk in alle)
        zin = f"Er is geen verschil: de feiten zijn gelijk, en de stukken ook ({stukken}).\n"
        return zin + (f"Niet vergeleken: {niet.strip()}.\n" if niet else "")
    regels: list[str] = []
    eigen = tuple(_voor(stuk) for stuk in verschil.stukken if stuk.nieuw or stuk.vervallen)
    for kop, feiten in (("Feiten", verschil.feiten), ("Daaruit berekend", verschil.berekend)):
        # What dossier.yaml says of a paper that came or went stands with that paper.
        regels += _deel(nadruk(kop), (r for feit in feiten if not feit.pad.startswith(eigen) for r in _feit(feit)))
    for lot, bevindingen in pair_bevindingen(verschil.verdwenen, verschil.verschenen, meldingen).items():
        kop = nadruk(f"Bevindingen {lot}")
        regels += _deel(kop, (regel for een in bevindingen for regel in _bevinding(een)))
    regels += _deel(nadruk("Termijnen"), (regel for feit in verschil.termijnen for regel in _feit(feit)))
    regels += _deel(nadruk("Andere woorden"), (regel for een in verschil.benamingen for regel in _benaming(een)))
    waarden = {feit.pad: feit for feit in (*verschil.feiten, *verschil.berekend, *verschil.termijnen)}
    for stuk in alle:
        if not stuk.is_gelijk:
            kop = nadruk(f"{stuk.naam}: {_telling(stuk)}")
            regels += _deel(kop, _stuk(stuk, waarden, verschil)) or ["", kop]
    gelijk = [stuk.naam for stuk in alle if stuk.is_gelijk]
    regels += _deel(nadruk("Ongewijzigd"), [f"  {', '.join(gelijk)}"] if gelijk else [])
    regels += _deel(nadruk("Niet vergeleken"), filter(None, [niet]))
    return "\n".join(regels).strip("\n") + "\n"


def als_data(verschil: Verschil, meldingen: Mapping[str, Melding]) -> dict[str, Any]:
    """The same for a program."""
    alle = (*verschil.stukken, *verschil.toetslijsten)
    bevindingen = pair_bevindingen(verschil.verdwenen, verschil.verschenen, meldingen)
    return {
        "feiten": [to_builtins(feit) for feit in verschil.feiten],
        "berekend": [to_builtins(feit) for feit in verschil.berekend],
        **{f"bevindingen_{lot}": [een.als_data() for een in reeks] for lot, reeks in bevindingen.items()},
        "termijnen": [to_builtins(feit) for feit in verschil.termijnen],
        "andere_woorden": [to_builtins(een) for een in verschil.benamingen],
        "stukken": {stuk.naam: to_builtins(stuk) for stuk in alle if not stuk.is_gelijk},
        "ongewijzigd": [stuk.naam for stuk in alle if stuk.is_gelijk],
        "niet_vergeleken": list(verschil.niet_vergeleken),
    }


def _deel(kop: str, regels: Iterable[str]) -> list[str]:
    inhoud = list(regels)
    return ["", kop, *inhoud] if inhoud else []


def _feit(feit: Feitverschil) -> Iterator[str]:
    anders = f"→ {feit.nieuw or _NIETS}"
    if feit.oud == feit.nieuw:
        anders = "met een andere formule" if feit.formule else "met een andere bron"
    yield from _punt(f"{feit.pad}: {feit.oud or _NIETS} {anders}")
    if feit.formule:
        yield from _regel(f"de formule is gewijzigd: {' → '.join(feit.formule)}")
    if feit.berekend:
        yield from _regel(f"volgt uit {', '.join(feit.uit)}" if feit.uit else f"berekend: {feit.bron_nieuw}")
        return
    if feit.bron_oud and feit.oud:
        yield from _regel(f"was: {feit.bron_oud}")
    if feit.bron_nieuw and feit.bron_nieuw != feit.bron_oud:
        yield from _regel(f"nu: {feit.bron_nieuw}")


def _benaming(een: Benaming) -> Iterator[str]:
    yield from _punt(f"{een.pad}, {een.veld}: {een.oud or _NIETS} → {een.nieuw or _NIETS}")
    yield from _regel(f"in {een.bestand}")


def _stuk(stuk: Stukverschil, waarden: Mapping[str, Feitverschil], verschil: Verschil) -> Iterator[str]:
    for feit in waarden.values() if stuk.nieuw or stuk.vervallen else ():
        if feit.pad.startswith(_voor(stuk)):
            yield from _punt(f"{feit.pad.removeprefix(_voor(stuk))}: {feit.nieuw or feit.oud}")
    onder = ""
    for wijziging in stuk.wijzigingen:
        if wijziging.onder != onder:
            onder = wijziging.onder
            yield f"  {onder or _ZONDER_KOP}"
        yield from _wijziging(wijziging, waarden, verschil)


def _voor(stuk: Stukverschil) -> str:
    """How the paths begin of what dossier.yaml says of `stuk`."""
    return f"stukken.{stuk.naam}."


def _wijziging(wijziging: Wijziging, waarden: Mapping[str, Feitverschil], verschil: Verschil) -> Iterator[str]:
    if wijziging.oud:
        yield from _punt(wijziging.oud, "  - ")
    if wijziging.nieuw:
        yield from _punt(wijziging.nieuw, "  + ")
    yield from _regel(_oorzaak(wijziging, waarden, verschil))


def _oorzaak(wijziging: Wijziging, waarden: Mapping[str, Feitverschil], verschil: Verschil) -> str:
    teksten = _teksten(wijziging.teksten, verschil.teksten)
    if wijziging.voorwaarden and not (wijziging.oud and wijziging.nieuw):
        wat = "deze passage komt erbij" if wijziging.nieuw else "deze passage vervalt"
        waardoor = " en ".join(_verandering(pad, waarden) for pad in wijziging.voorwaarden)
        zin = f"{wat} omdat {waardoor}{f', en door {teksten}' if teksten else ''}"
        ook = ", ".join(_verschoven(wijziging, waarden))
        return f"{zin}; de waarden erin veranderen door {ook}" if ook else zin
    paden = (naam for pad in (*wijziging.oorzaken, *wijziging.voorwaarden) for naam in _leden(pad, waarden) or [pad])
    oorzaken = ", ".join(dict.fromkeys(paden))
    zelfde = wijziging.oud and _CIJFERS.sub("", wijziging.oud) == _CIJFERS.sub("", wijziging.nieuw)
    if zelfde and not (oorzaken or wijziging.benamingen or wijziging.bestand in wijziging.teksten):
        return "door een andere nummering"
    if oorzaken or teksten:
        return f"door {' en '.join(filter(None, (oorzaken, teksten)))}"
    if wijziging.benamingen:
        velden = {een.veld for een in verschil.benamingen if een.pad in wijziging.benamingen}
        return f"door andere woorden ({', '.join(sorted(velden))}) van {', '.join(wijziging.benamingen)}"
    if verschil.benamingen:
        return f"door andere woorden van {_eerste([een.pad for een in verschil.benamingen])}"
    return f"door een ander sjabloon van Raadwerk zelf ({wijziging.bestand})"


def _verschoven(wijziging: Wijziging, waarden: Mapping[str, Feitverschil]) -> list[str]:
    """Of a passage that came: the facts that moved the values in it, beside those for which it came."""
    if not wijziging.nieuw:
        return []
    anders = {pad: feit for pad in wijziging.oorzaken if (feit := waarden.get(pad)) and feit.is_verschoven}
    volgt_uit = {pad: feit.uit for pad, feit in waarden.items() if feit.berekend}
    # What follows from the condition alone is said already.
    eigen = [pad for pad in anders if pad not in wijziging.voorwaarden]
    bronnen = bronnen_van(eigen, {**volgt_uit, **dict.fromkeys(wijziging.voorwaarden, ())})
    return [pad for pad in bronnen if pad in waarden and waarden[pad].is_verschoven]


def _teksten(bestanden: Sequence[str], paden: Mapping[str, str]) -> str:
    """The texts and templates that changed, as a cause; empty when none did."""
    if not bestanden:
        return ""
    soorten = {".j2": "een gewijzigd sjabloon", ".yaml": "een gewijzigde zaak"}
    einde = {PurePosixPath(naam).suffix for naam in bestanden}
    soort = soorten.get(einde.pop(), "") if len(einde) == 1 else ""
    # A text is called as in the folder of its dossier, a template by its path: more than one can bear its name.
    namen = [paden.get(naam, naam) if naam.endswith(".j2") else naam for naam in bestanden]
    return f"{soort or 'een gewijzigde tekst'} ({_eerste(namen)})"


def _eerste(namen: Sequence[str]) -> str:
    """`namen`, or the first of them when they are many."""
    return ", ".join(namen) if len(namen) <= _GENOEMD else f"{', '.join(namen[:_GENOEMD])} en andere"


def _leden(pad: str, waarden: Mapping[str, Feitverschil]) -> list[str]:
    """Of a list of facts what came to it or went; empty for a fact."""
    return [] if pad in waarden else [lid for paden in leden(pad, waarden.values()) for lid in paden]


def _verandering(pad: str, waarden: Mapping[str, Feitverschil]) -> str:
    """What happened to the fact at `pad`, or to the list of facts there, as the end of a sentence."""
    feit = waarden.get(pad)
    if feit is None:
        erbij, weg = leden(pad, waarden.values())
        delen = [*(f"{lid} erbij komt" for lid in erbij), *(f"{lid} vervalt" for lid in weg)]
        return " en ".join(delen) or f"{pad} verandert"
    if feit.oud == feit.nieuw:
        return f"{pad} een andere bron krijgt"
    if not feit.nieuw:
        return f"{pad} vervalt"
    return f"{pad} {'open' if feit.nieuw.startswith(OPEN) else feit.nieuw} wordt"


def _telling(stuk: Stukverschil) -> str:
    if stuk.nieuw or stuk.vervallen:
        return "nieuw stuk" if stuk.nieuw else "vervallen stuk"
    aantal = len(stuk.wijzigingen)
    return f"{aantal} {'passage verandert' if aantal == 1 else 'passages veranderen'}"


def _bevinding(een: Bevindingverschil) -> Iterator[str]:
    """Its title; of one that changed what it is about now; of what came also its places and the way out."""
    yield from _punt(een.kop)
    for kop, wat in een.regels():
        yield from _gevouwen(wat, f"      {kop:<8}", " " * 14)


def _punt(tekst: str, begin: str = "  ") -> list[str]:
    return _gevouwen(tekst, begin, " " * len(begin))


def _regel(tekst: str) -> list[str]:
    return _gevouwen(tekst, "      ", "      ")


def _gevouwen(tekst: str, eerste: str, volgende: str) -> list[str]:
    return textwrap.wrap(
        tekst, _BREEDTE, initial_indent=eerste, subsequent_indent=volgende, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
