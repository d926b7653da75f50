"""The receipt of a run: what went in, what came out, what was found, and which facts each paper rests on.

With it the next run knows what need not be made again, and anyone can make the same bytes next year.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from msgspec import json

from generator import __version__
from generator.document.kenmerk import woordenhash
from generator.document.walk import cijfers, voorwaarden
from generator.feiten.schuilnaam import schuilnaam
from generator.uitvoer import LIJSTEN, hash_van

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.bevindingen import Antwoord, Bevinding
    from generator.document.nodes import Document
    from generator.feiten.feit import Feit
    from generator.keten import Gecontroleerd, Gelezen


def stukhash(document: Document, huisstijl: Mapping[str, str]) -> str:
    """What a paper is written from: its tree, and the hashes of the house style."""
    return hash_van(repr((woordenhash(document), document.meta, sorted(huisstijl.items()))).encode())


def maak_manifest(
    gecontroleerd: Gecontroleerd, invoer: Mapping[str, str], uitvoer: Mapping[str, bytes],
    stukhashes: Mapping[str, str], publicatie: Mapping[str, Any],
) -> bytes:  # fmt: skip
    """The receipt as JSON, sorted and ending in a newline: the same run gives the same bytes.

    `publicatie` is what a publication says of a paper, by its name.
    """
    gelezen = gecontroleerd.gelezen
    dossier, dag = gelezen.dossier, gelezen.toetsdatum
    # What a list of attachments asked of a paper that is elsewhere would tell of it here.
    elders = tuple(
        f"{stuk.pad}." for naam, stuk in dossier.stukken.items()
        if naam not in gecontroleerd.stukken and not stuk.is_openbaar_op(dag)
    )  # fmt: skip
    inhoud = {
        "raadwerk": __version__,
        "dossier": dossier.naam,
        "toetsdatum": dag.isoformat(),
        "invoer": dict(invoer),
        "uitvoer": {naam: hash_van(wat) for naam, wat in uitvoer.items()},
        "stukken": {
            naam: {
                "boom": stukhashes[naam],
                **_stuk(document, dossier.schuilnamen_op(dag), elders),
                **({"publicatie": publicatie[naam]} if naam in publicatie else {}),
            }
            for naam, document in gecontroleerd.stukken.items()
        },
        "termijnen": {
            naam: {sleutel: _waarde(feit) for sleutel, feit in feiten.items()}
            for naam, feiten in gelezen.termijnen.items()
        },
        "bevindingen": [_bevinding(bevinding) for bevinding in gecontroleerd.bevindingen],
        "verzwegen": Counter(bevinding.ernst.value for bevinding in gecontroleerd.verzwegen),
    }
    return _dump(inhoud)


def maak_lijstmanifest(
    gelezen: Gelezen, invoer: Mapping[str, str], uitvoer: Mapping[str, bytes], stukken: Mapping[str, Document],
    stukhashes: Mapping[str, str],
) -> bytes:  # fmt: skip
    """The receipt of the checklists that a run makes of the objections of a dossier, as JSON."""
    inhoud = {
        "raadwerk": __version__,
        "soort": LIJSTEN,
        "dossier": gelezen.dossier.naam,
        "toetsdatum": gelezen.toetsdatum.isoformat(),
        "invoer": dict(invoer),
        "uitvoer": {naam: hash_van(wat) for naam, wat in uitvoer.items()},
        "stukken": {naam: {"boom": stukhashes[naam], **_stuk(document, {})} for naam, document in stukken.items()},
    }
    return _dump(inhoud)


def maak_zaakmanifest(
    zaaknummer: str,
    invoer: Mapping[str, str],
    uitvoer: Mapping[str, bytes],
    stukken: Mapping[str, Document],
    vorige: Mapping[str, Any],
) -> bytes:
    """The receipt of the papers of an objection as JSON; each paper keeps its part of the `vorige` until made again."""
    inhoud = {
        "raadwerk": __version__,
        "zaak": zaaknummer,
        "invoer": dict(invoer),
        "uitvoer": {naam: hash_van(wat) for naam, wat in uitvoer.items()},
        "stukken": {**vorige.get("stukken", {}), **{naam: _stuk(document, {}) for naam, document in stukken.items()}},
    }
    return _dump(inhoud)


def _dump(inhoud: Mapping[str, Any]) -> bytes:
    return json.format(json.encode(inhoud, order="sorted"), indent=1) + b"\n"


def _stuk(document: Document, schuilnamen: Mapping[str, str], elders: tuple[str, ...] = ()) -> dict[str, Any]:
    afgedrukt = list(cijfers((document.blocks, document.footnotes)))
    hangt_af = voorwaarden(document) | {pad for plek in document.afwezig for pad in plek.voorwaarden}

    def noem(paden: set[str]) -> list[str]:
        return sorted({schuilnaam(pad, schuilnamen) for pad in paden})

    return {
        "concept": document.meta.concept,
        "open": noem({cijfer.pad for cijfer in afgedrukt if cijfer.open}),
        "feiten": noem({pad for cijfer in afgedrukt for pad in (cijfer.uit or (cijfer.pad,))}),
        "voorwaarden": noem({pad for pad in hangt_af if not pad.startswith(elders)}),
    }


def _waarde(feit: Feit) -> str:
    if feit.is_open:
        return ""
    return feit.dag.isoformat() if hasattr(feit.waarde, "eerste") else str(getattr(feit.waarde, "tekst", feit.waarde))


def _bevinding(bevinding: Bevinding) -> dict[str, Any]:
    return {
        "code": bevinding.code,
        "ernst": str(bevinding.ernst),
        "plaatsen": [str(plaats) for plaats in bevinding.plaatsen],
        "gegevens": dict(bevinding.gegevens),
        "grondslag": list(bevinding.grondslag),
        "feiten": list(bevinding.feiten),
        "door": bevinding.door,
        **({"antwoord": _antwoord(bevinding.antwoord)} if bevinding.antwoord else {}),
    }


def _antwoord(antwoord: Antwoord) -> dict[str, str]:
    return {naam: str(getattr(antwoord, naam)) for naam in antwoord.__struct_fields__}
