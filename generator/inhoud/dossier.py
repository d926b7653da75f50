"""Files → dossier, with every fault at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.aanraden import bedoelde_u, dichtbij
from generator.inhoud.aanvullen import vul_aan
from generator.inhoud.bestandsvormen import IN_DOSSIER, bestandsnamen, bestandssoort
from generator.inhoud.oplossen import bouw_deel, bouw_dossier, los_feiten_op
from generator.inhoud.stellen import pas_variant_toe, stel_waarden
from generator.inhoud.tekens import lees_tekst
from generator.inhoud.verzamelen import Verzameling
from generator.inhoud.yaml_lezen import Knoop, read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.feiten.dossier import Dossier, Gemeente
    from generator.inhoud.formuletermijnen import Termijnteller

_GEMEENTE = "gemeente.yaml"
_ANDERE_NAAM = "geef het een naam uit deze lijst, of haal het weg"
_VERPLICHT = ("dossier.yaml", "bronnen.yaml", _GEMEENTE)


def load_dossier(
    bestanden: Mapping[str, bytes],
    naam: str,
    *,
    stel: Mapping[str, str] | None = None,
    variant: str = "",
    teller: Termijnteller | None = None,
) -> Dossier:
    """The dossier `naam` in `bestanden`, whose keys are paths relative to the werkmap.

    Args:
        bestanden: ``inhoud/<naam>/*.yaml``, ``inhoud/<naam>/teksten/*.md``, and ``gemeente.yaml`` in the dossier's
            folder or above it (the nearest wins). Other files in the mapping are left alone.
        naam: folder name of the dossier.
        stel: values to try, by path of the fact; they get "proefwaarde" as their source.
        variant: name of an overlay on the facts, ``inhoud/<naam>/varianten/<variant>.yaml``.
        teller: counts the last day of a period of the law that a formula names; without it such a fact is open.

    Raises:
        InvoerError: all faults of all files, sorted by place.
    """
    map_ = f"inhoud/{naam}/"
    paden, fouten = _vind_bestanden(bestanden, map_)
    verzameld = Verzameling()
    # What a file that is missing would hold is not wrong by itself; nor what stands in one with a name that is no name.
    misnoemd = {_bedoeld(naam) for naam in _onbekende_bestanden(bestanden, map_)}
    verzameld.kapot += [
        veld for naam in {*_VERPLICHT, *misnoemd} - {""} if naam not in paden for veld in _velden(naam)
    ]  # fmt: skip
    knopen: dict[str, Knoop] = {}
    for bestandsnaam, pad in paden.items():
        knoop, mis = read_yaml(bestanden[pad], pad, _wortel(bestandsnaam))
        fouten += mis
        if knoop is None:
            verzameld.kapot += _velden(bestandsnaam)
        else:
            vul_aan(knoop, bestandssoort(bestandsnaam))
            knopen[bestandsnaam] = knoop
    titel, mis = _pas_variant_toe(bestanden, f"{map_}varianten/", variant, knopen) if variant else ("", [])
    fouten += [*mis, *stel_waarden(knopen, stel or {})]
    for bestandsnaam, knoop in knopen.items():
        verzameld.lees(bestandsnaam, knoop)
    verzameld.toets_bronnen()
    feiten, mis = los_feiten_op(verzameld, teller)
    teksten, tekstfouten = _lees_teksten(bestanden, f"{map_}teksten/")
    fouten += [*verzameld.fouten, *mis, *tekstfouten]
    if fouten:
        raise InvoerError(*fouten)
    dossier = bouw_dossier(naam, Plaats(f"{map_}dossier.yaml"), verzameld.delen, feiten, teksten)
    return replace(dossier, variant=titel)


def _pas_variant_toe(
    bestanden: Mapping[str, bytes], map_: str, variant: str, knopen: Mapping[str, Knoop]
) -> tuple[str, list[Fout]]:
    """The title of the variant laid over `knopen`, and what is wrong with it."""
    pad = f"{map_}{variant}.yaml"
    if pad not in bestanden:
        namen = [naam.removeprefix(map_).removesuffix(".yaml") for naam in bestanden if naam.startswith(map_)]
        raad = bedoelde_u(variant, namen, f"kies uit: {', '.join(namen)}" if namen else "maak dit bestand")
        return "", [Fout(Plaats(pad), f"de variant ‘{variant}’ bestaat niet", raad=raad)]
    knoop, fouten = read_yaml(bestanden[pad], pad, "")
    if knoop is None:
        return "", fouten
    fouten += pas_variant_toe(knopen, knoop)
    for bestandsnaam, wortel in knopen.items():  # what was added may be a record with gaps
        vul_aan(wortel, bestandssoort(bestandsnaam))
    return str(knoop.get("titel", "")), fouten


def load_gemeente(bestanden: Mapping[str, bytes]) -> Gemeente | None:
    """The municipality's settings of a werkmap, for what belongs to no dossier; None when it has none.

    Raises:
        InvoerError: all faults of gemeente.yaml, sorted by place.
    """
    pad = next((pad for pad in (f"inhoud/{_GEMEENTE}", _GEMEENTE) if pad in bestanden), "")
    if not pad:
        return None
    verzameld = Verzameling()
    knoop, fouten = read_yaml(bestanden[pad], pad, _wortel(_GEMEENTE))
    if knoop is not None:
        vul_aan(knoop, bestandssoort(_GEMEENTE))
        verzameld.lees(_GEMEENTE, knoop)
    feiten, mis = los_feiten_op(verzameld)
    if fouten := [*fouten, *verzameld.fouten, *mis]:
        raise InvoerError(*fouten)
    gemeente: Gemeente = bouw_deel(verzameld.delen[_wortel(_GEMEENTE)], feiten)
    return gemeente


def _wortel(bestandsnaam: str) -> str:
    """How the paths of facts in this file begin."""
    return "" if bestandsnaam == "dossier.yaml" else bestandsnaam.removesuffix(".yaml")


def _velden(bestandsnaam: str) -> tuple[str, ...]:
    """The fields of `Dossier` that this file fills."""
    return IN_DOSSIER if bestandsnaam == "dossier.yaml" else (_wortel(bestandsnaam),)


def _bedoeld(naam: str) -> str:
    """The file that was meant, empty when none is near; what all names end in makes none like another."""
    stammen = {bekend.removesuffix(".yaml"): bekend for bekend in bestandsnamen()}
    stam = naam.rpartition(".")[0]
    goed = dichtbij(stam, stammen) or dichtbij(stam.lower(), stammen)
    return stammen[goed] if goed else ""


def _onbekende_bestanden(bestanden: Mapping[str, bytes], map_: str) -> list[str]:
    """The names of files with facts in `map_` that a dossier does not know, sorted."""
    eigen = (pad.removeprefix(map_) for pad in sorted(bestanden) if pad.startswith(map_))
    return [
        naam
        for naam in eigen
        if naam.endswith((".yaml", ".yml")) and "/" not in naam and naam not in bestandsnamen()
    ]  # fmt: skip


def _vind_bestanden(bestanden: Mapping[str, bytes], map_: str) -> tuple[dict[str, str], list[Fout]]:
    """File name → path, of the dossier's own files and the nearest gemeente.yaml; and what is missing or unknown."""
    fouten = [
        Fout(
            Plaats(map_ + naam), f"een bestand ‘{naam}’ kent een dossier niet", f"een van {', '.join(bestandsnamen())}",
            f"bedoelde u ‘{goed}’?" if (goed := _bedoeld(naam)) else _ANDERE_NAAM,
        )
        for naam in _onbekende_bestanden(bestanden, map_)
    ]  # fmt: skip
    plekken: dict[str, tuple[str, ...]] = {naam: (map_ + naam,) for naam in bestandsnamen()}
    plekken[_GEMEENTE] = (map_ + _GEMEENTE, f"inhoud/{_GEMEENTE}", _GEMEENTE)
    gevonden = {naam: next((pad for pad in paden if pad in bestanden), "") for naam, paden in plekken.items()}
    paden = {naam: pad for naam, pad in gevonden.items() if pad}
    for naam in _VERPLICHT:
        if naam not in paden:
            waar, raad = map_ + naam, "maak het bestand, of begin met ‘raadwerk nieuw MAP’"
            if naam == _GEMEENTE:
                waar, raad = naam, "zet het naast de map ‘inhoud’"
            fouten.append(Fout(Plaats(waar), f"‘{naam}’ ontbreekt", raad=raad))
    return paden, fouten


def _lees_teksten(bestanden: Mapping[str, bytes], map_: str) -> tuple[dict[str, str], list[Fout]]:
    """Text files by name, with line ends of one kind."""
    teksten, fouten = {}, []
    for pad in sorted(bestanden):
        if pad.startswith(map_) and pad.endswith(".md"):
            tekst, mis = lees_tekst(bestanden[pad], pad)
            fouten += mis
            teksten[pad.removeprefix(map_).removesuffix(".md")] = "\n".join((tekst or "").splitlines()) + "\n"
    return teksten, fouten
