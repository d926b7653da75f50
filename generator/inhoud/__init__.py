"""Files → dossier, with every fault at once. Bytes in, values out: the disk is ``schijf.py``'s business."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from generator.errors import Fout, InvoerError, Plaats
from generator.feiten.dossier import Dossier
from generator.inhoud.huisstijl import load_huisstijl
from generator.inhoud.oplossen import bouw_dossier
from generator.inhoud.schema import IN_DOSSIER, bestandsvormen, json_schema, toets
from generator.inhoud.stellen import stel_waarden
from generator.inhoud.yaml_lezen import Knoop, read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_GEMEENTE = "gemeente.yaml"
_VERPLICHT = ("dossier.yaml", "bronnen.yaml")


def load_dossier(bestanden: Mapping[str, bytes], naam: str, *, stel: Mapping[str, str] | None = None) -> Dossier:
    """The dossier `naam` in `bestanden`, whose keys are paths relative to the werkmap.

    Args:
        bestanden: ``inhoud/<naam>/*.yaml``, ``inhoud/<naam>/teksten/*.md``, and ``gemeente.yaml`` in the dossier's
            folder or above it (the nearest wins).
        naam: folder name of the dossier.
        stel: values to try, by path of the fact; they get "proefwaarde" as their source.

    Raises:
        InvoerError: all faults of all files, sorted by place.
    """
    map_ = f"inhoud/{naam}/"
    knopen, gelezen, fouten = _lees_bestanden(bestanden, map_)
    fouten += stel_waarden(knopen, stel or {})
    vormen: dict[str, Any] = {}
    kapot: list[str] = []
    for bestandsnaam, knoop in knopen.items():
        vorm, mis, namen = toets(bestandsnaam, knoop)
        fouten += mis
        veld = bestandsnaam.removesuffix(".yaml")
        kapot += [naam if veld == "dossier" else f"{veld}.{naam}".rstrip(".") for naam in namen]
        if vorm is not None and bestandsnaam == "dossier.yaml":
            vormen |= {veld: getattr(vorm, veld) for veld in IN_DOSSIER}
        elif vorm is not None:
            vormen[veld] = vorm
    teksten, mis = _lees_teksten(bestanden, f"{map_}teksten/")
    fouten += mis
    kapot += [
        bestand.removesuffix(".yaml") for bestand in bestandsvormen() if bestand in gelezen and bestand not in knopen
    ]
    dossier, mis = bouw_dossier(naam, vormen, teksten, Plaats(f"{map_}dossier.yaml"), kapot, compleet=not fouten)
    fouten += mis
    if dossier is None or fouten:
        raise InvoerError(*fouten)
    return dossier


def _lees_bestanden(bestanden: Mapping[str, bytes], map_: str) -> tuple[dict[str, Knoop], set[str], list[Fout]]:
    """File name → its mapping, for the dossier's own files and the nearest gemeente.yaml; and all that were there."""
    bekend = [*bestandsvormen()]
    paden = {
        pad.removeprefix(map_): pad
        for pad in sorted(bestanden)
        if pad.startswith(map_) and "/" not in pad.removeprefix(map_)
    }
    gemeente = next((pad for pad in (map_ + _GEMEENTE, f"inhoud/{_GEMEENTE}", _GEMEENTE) if pad in bestanden), None)
    if gemeente:
        paden[_GEMEENTE] = gemeente
    fouten = [
        Fout(Plaats(map_ + naam), f"‘{naam}’ ontbreekt", raad="maak het bestand, of begin met ‘raadwerk nieuw MAP’")
        for naam in _VERPLICHT
        if naam not in paden
    ]
    if not gemeente:
        fouten.append(Fout(Plaats(_GEMEENTE), "‘gemeente.yaml’ ontbreekt", raad="zet het naast de map ‘inhoud’"))
    knopen = {}
    for naam, pad in paden.items():
        if naam not in bekend:
            if naam.endswith((".yaml", ".yml")):
                dichtbij = difflib.get_close_matches(naam, bekend, n=1, cutoff=0.6)
                raad = f"bedoelde u ‘{dichtbij[0]}’?" if dichtbij else f"kies uit {', '.join(sorted(bekend))}"
                fouten.append(Fout(Plaats(pad), f"een bestand ‘{naam}’ kent een dossier niet", raad=raad))
            continue
        wortel = "" if naam == "dossier.yaml" else naam.removesuffix(".yaml")
        knoop, mis = read_yaml(bestanden[pad], pad, wortel)
        fouten += mis
        if knoop is not None:
            knopen[naam] = knoop
    return knopen, set(paden), fouten


def _lees_teksten(bestanden: Mapping[str, bytes], map_: str) -> tuple[dict[str, str], list[Fout]]:
    teksten, fouten = {}, []
    for pad in sorted(bestanden):
        if not pad.startswith(map_) or not pad.endswith(".md"):
            continue
        try:
            tekst = bestanden[pad].decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as fout:
            regel = bestanden[pad][: fout.start].count(b"\n") + 1
            fouten.append(Fout(Plaats(pad, regel), "dit bestand is geen UTF-8", raad="bewaar het als UTF-8"))
            continue
        teksten[pad.removeprefix(map_).removesuffix(".md")] = tekst
    return teksten, fouten


__all__ = ["json_schema", "load_dossier", "load_huisstijl"]
