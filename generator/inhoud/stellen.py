"""Trying values: the same facts with some replaced before they are checked, by ``--stel`` or by a variant.

A variant (``varianten/<naam>.yaml``) is a named overlay on the same facts: what would follow if.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from generator.errors import Fout, Plaats
from generator.feiten.waarden import Aantal, Bedrag, Grens, Percentage, met_teken, teken_van
from generator.inhoud.aanraden import bedoelde_u
from generator.inhoud.bestandsvormen import bestandssoort, velden_van
from generator.inhoud.yaml_lezen import Knoop, Scalar, maak_knoop, maak_scalar
from generator.tekens import VERBODEN, tekenzin

if TYPE_CHECKING:
    from collections.abc import Iterator

PROEF = "proefwaarde (--stel)"
_PLAATS = Plaats("--stel")
_PAD = re.compile(r"\b(?!of\b)[a-z_]\w*(?:\.\w+)*")
# What stays of a fact that is tried: as in a value changed in the file.
_BLIJFT = "eenheid", "naam", "overzicht", "peildatum", "gelijk_aan", "vraag", "toelichting"
_EIGEN_BRON = {"bron", "formule", "vermeldingen", "open"}  # what says of a fact where it comes from
_VARIANT = ("titel", "toelichting", "feiten", "erbij")


def stel_waarden(knopen: Mapping[str, Knoop], stel: Mapping[str, str]) -> list[Fout]:
    """Replace the value of each fact in `stel` within `knopen` (file name → mapping); a Fout for each that cannot be.

    The tried value has "proefwaarde" as its source; it keeps all else that is said of the fact: its unit, its name, the
    question that somebody asked of it.
    """
    fouten = [Fout(_PLAATS, *tekenzin(teken[0])) for waarde in stel.values() if (teken := VERBODEN.search(waarde))]
    if fouten:
        return fouten
    return _leg_over(knopen, {pad: _proef(waarde, pad, _PLAATS, PROEF) for pad, waarde in stel.items()})


def pas_variant_toe(knopen: Mapping[str, Knoop], variant: Knoop) -> list[Fout]:
    """Replace the facts that `variant` names, and add what is in ``erbij``; a Fout for each that cannot be.

    A plain value has the variant as its source; the long form brings its own.
    """
    fouten = [
        Fout(variant.sleutels[naam], f"een veld ‘{naam}’ bestaat hier niet", raad=bedoelde_u(naam, _VARIANT))
        for naam in variant
        if naam not in _VARIANT
    ]
    titel, feiten, erbij = variant.get("titel"), variant.get("feiten"), variant.get("erbij")
    if not isinstance(titel, Scalar) or not titel.strip():
        fouten.append(Fout(variant.plaats, "een variant heeft een titel", "titel: waar de variant over gaat"))
    for naam, deel in (("feiten", feiten), ("erbij", erbij)):
        if deel is not None and not isinstance(deel, Knoop):
            fouten.append(Fout(variant.sleutels[naam], "hier horen feiten", f"{naam}: {{groep.naam: waarde}}"))
    if not feiten and not erbij:
        verwacht = "feiten: {groep.naam: waarde}, of erbij: {groep.naam: waarde}"
        fouten.append(Fout(variant.plaats, "een variant noemt feiten", verwacht))
    if fouten:
        return fouten
    bron = f"variant: {titel}"
    if isinstance(feiten, Knoop):
        fouten += _leg_over(knopen, {pad: _als_feit(deel, pad, bron) for pad, deel in feiten.items()}, feiten.sleutels)
    return [*fouten, *_voeg_toe(knopen, erbij, bron)] if isinstance(erbij, Knoop) else fouten


def _voeg_toe(knopen: Mapping[str, Knoop], erbij: Knoop, bron: str) -> list[Fout]:
    """Put each of `erbij` where its path says, in a part that is there; a Fout for each that is there or has no place.

    A record has the variant as the source of what in it has none.
    """
    alle = dict(_knopen(knopen))
    fouten = []
    for pad, deel in erbij.items():
        ouder, _, naam = pad.rpartition(".")
        plaats = erbij.sleutels[pad]
        if ouder not in alle:
            raad = bedoelde_u(ouder, alle, "noem een onderdeel dat er is")
            fouten.append(Fout(plaats, f"het onderdeel ‘{ouder}’ bestaat niet", raad=raad))
        elif naam in alle[ouder]:
            fouten.append(Fout(plaats, f"‘{pad}’ staat al in de feiten", raad="zet het onder ‘feiten’"))
        else:
            alle[ouder][naam] = _als_feit(deel, pad, bron)
            alle[ouder].sleutels[naam] = plaats
    return fouten


def _knopen(knopen: Mapping[str, Knoop]) -> Iterator[tuple[str, Knoop]]:
    """Every mapping in `knopen`, by its path."""
    for knoop in knopen.values():
        yield knoop.pad, knoop
        yield from _knopen({naam: deel for naam, deel in knoop.items() if isinstance(deel, Knoop)})


def _als_feit(deel: Any, pad: str, bron: str) -> Knoop:  # noqa: ANN401 - nodes
    """`deel` as if it had been written at `pad`: a plain value, and a record, with the variant as their source."""
    if not isinstance(deel, Knoop):
        return _proef(deel, pad, deel.plaats, bron)
    knoop = _met_pad(deel, pad)
    if not _EIGEN_BRON.intersection(knoop):
        knoop["bron"] = maak_knoop(pad, knoop.plaats, toelichting=maak_scalar(bron, pad, knoop.plaats))
        knoop.sleutels["bron"] = knoop.plaats
    return knoop


def _leg_over(
    knopen: Mapping[str, Knoop], nieuw: Mapping[str, Knoop], plaatsen: Mapping[str, Plaats] | None = None
) -> list[Fout]:
    """Put each of `nieuw` in the place of the fact it names; a Fout for each that names none, or a computed one."""
    feiten = {
        pad: (knoop, sleutel)
        for bestand, wortel in knopen.items()
        for pad, knoop, sleutel in _feiten(wortel, bestandssoort(bestand))
    } if nieuw else {}  # fmt: skip
    fouten = []
    for pad, waarde in nieuw.items():
        if pad not in feiten:
            raad = bedoelde_u(pad, feiten, "‘raadwerk herkomst’ toont alle feiten")
            fouten.append(Fout((plaatsen or {}).get(pad, _PLAATS), f"het feit ‘{pad}’ bestaat niet", raad=raad))
            continue
        knoop, sleutel = feiten[pad]
        oud = knoop[sleutel]
        if isinstance(oud, Knoop) and "formule" in oud and "formule" not in waarde:
            fouten.append(_berekend((plaatsen or {}).get(pad, _PLAATS), pad, str(oud["formule"])))
            continue
        _zet_teken(oud, waarde)
        if kaal := _zonder_grensteken(oud, waarde):
            raad = f'typ het teken mee: "> {kaal}" (meer dan) of "≥ {kaal}" (ten minste)'
            plaats = (plaatsen or {}).get(pad, _PLAATS)
            fouten.append(Fout(plaats, f"‘{pad}’ is een grens, en ‘{kaal}’ is een getal", Grens.VERWACHT, raad))
            continue
        for blijft in _BLIJFT:
            if isinstance(oud, Knoop) and blijft in oud and blijft not in waarde:
                waarde[blijft], waarde.sleutels[blijft] = oud[blijft], oud.sleutels[blijft]
        knoop[sleutel] = waarde
    return fouten


def _zet_teken(oud: Any, nieuw: Knoop) -> None:  # noqa: ANN401 - a node
    """Make a bare number in `nieuw` an amount or percentage where `oud` is written as one."""
    was = oud.get("waarde", oud.get("keuze", "")) if isinstance(oud, Knoop) else oud
    tekst = nieuw.get("waarde")
    if isinstance(was, Scalar) and isinstance(tekst, Scalar):
        for soort in (Bedrag, Percentage):
            try:
                teken = teken_van(soort.lees(was.strip()))
            except ValueError:
                continue
            if teken in was:
                nieuw["waarde"] = maak_scalar(met_teken(tekst, teken), tekst.pad, tekst.plaats)


def _zonder_grensteken(oud: Any, nieuw: Knoop) -> str:  # noqa: ANN401 - a node
    """The bare number in `nieuw` where `oud` is written as a threshold; empty when it is none, or has its sign."""
    was, tekst = (_geschreven(deel) for deel in (oud, nieuw))
    try:
        Grens.lees(was)
        Aantal.lees(tekst)
    except ValueError:
        return ""
    return tekst


def _geschreven(deel: Any) -> str:  # noqa: ANN401 - a node
    """The value in `deel` as it is written; empty when it has none."""
    waarde = deel.get("waarde", deel.get("keuze", "")) if isinstance(deel, Knoop) else deel
    return str(waarde).strip()


def _berekend(plaats: Plaats, pad: str, formule: str) -> Fout:
    """A computed fact has no value of its own: another one would contradict what it follows from."""
    volgt_uit = ", ".join(dict.fromkeys(_PAD.findall(formule)))
    raad = f"kies een andere waarde voor een van de feiten waaruit het volgt: {volgt_uit}"
    return Fout(
        plaats, f"‘{pad}’ wordt berekend ({formule})", raad=f"{raad}; een variant mag ook een andere formule geven"
    )


def _met_pad(knoop: Knoop, pad: str) -> Knoop:
    """`knoop` as if it had been written at `pad`."""
    knoop.pad = pad
    for naam, deel in knoop.items():
        if isinstance(deel, Knoop):
            _met_pad(deel, f"{pad}.{naam}")
        else:
            deel.pad = f"{pad}.{naam}"
    return knoop


def _feiten(node: Any, soort: Any) -> Iterator[tuple[str, Knoop, str]]:  # noqa: ANN401 - nodes and types
    """Path of each fact that is written in `node`, with the mapping and the key under which it stands."""
    if not isinstance(node, Knoop):
        return
    for naam, deel in node.items():
        deelsoort = _deelsoort(soort, naam)
        if get_origin(deelsoort) is Annotated:
            yield f"{node.pad}.{naam}".lstrip("."), node, naam
        elif deelsoort is not None:
            yield from _feiten(deel, deelsoort)


def _deelsoort(soort: Any, naam: str) -> Any:  # noqa: ANN401 - types
    """The type of the part `naam` of a record or mapping; None when it has no such part."""
    if get_origin(soort) is Mapping:
        return get_args(soort)[1]
    veld = velden_van(soort).get(naam)
    return veld.soort if veld else None


def _proef(waarde: str, pad: str, plaats: Plaats, toelichting: str) -> Knoop:
    """A value with its source in words, as if it had been written at `plaats`."""
    bron = maak_knoop(pad, plaats, toelichting=maak_scalar(toelichting, pad, plaats))
    return maak_knoop(pad, plaats, waarde=maak_scalar(waarde, pad, plaats), bron=bron)
