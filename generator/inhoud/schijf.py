"""The disk: find the werkmap, list its dossiers, read their bytes. The only place that reads a user's files."""

from __future__ import annotations

from pathlib import Path

from generator.errors import Fout, InvoerError, Plaats

INHOUD = "inhoud"
_RECHT = "recht"
_TE_GROOT = 20_000_000  # bytes; a dossier file is a few kilobytes, a picture a few megabytes


def find_werkmap(start: Path) -> Path:
    """The nearest folder from `start` upwards that holds a folder ``inhoud``; InvoerError when there is none."""
    start = start.resolve()
    for map_ in (start, *start.parents):
        if (map_ / INHOUD).is_dir():
            return map_
    raise InvoerError(
        Fout(
            Plaats(str(start)),
            "hier is geen werkmap: er is geen map ‘inhoud’, ook niet hierboven",
            raad="ga naar de werkmap, of begin er een met ‘raadwerk nieuw MAP’",
        )  # fmt: skip
    )


def list_dossiers(werkmap: Path) -> list[str]:
    """The names of the dossiers: folders in ``inhoud`` with a dossier.yaml, sorted; ``recht`` is none."""
    return sorted(
        map_.name for map_ in (werkmap / INHOUD).iterdir() if map_.name != _RECHT and (map_ / "dossier.yaml").exists()
    )


def read_bestanden(werkmap: Path, naam: str) -> dict[str, bytes]:
    """Every file that the dossier `naam` is made of, by its path relative to `werkmap`.

    Raises:
        InvoerError: files that cannot be read, all at once.
    """
    map_ = werkmap / INHOUD / naam
    paden = [werkmap / "gemeente.yaml", werkmap / INHOUD / "gemeente.yaml"]
    paden = [pad for pad in paden if pad.exists()]
    paden += sorted(map_.glob("*.yaml")) + sorted(map_.glob("*.yml"))
    paden += sorted((map_ / "teksten").glob("*.md")) + sorted(
        pad for pad in (map_ / "sjablonen").rglob("*") if not pad.is_dir()
    )
    inhoud, fouten = {}, []
    for pad in paden:
        relatief = pad.relative_to(werkmap).as_posix()
        try:
            if pad.stat().st_size > _TE_GROOT:
                fouten.append(Fout(Plaats(relatief), "dit bestand is te groot", raad="hoort het wel in dit dossier?"))
                continue
            inhoud[relatief] = pad.read_bytes()
        except IsADirectoryError:
            fouten.append(Fout(Plaats(relatief), "dit is een map en geen bestand", raad="hernoem de map"))
        except OSError as fout:
            fouten.append(
                Fout(
                    Plaats(relatief),
                    f"dit bestand is niet te lezen ({fout.strerror})",
                    raad="sluit het bestand, of controleer de rechten",
                )
            )
    if fouten:
        raise InvoerError(*fouten)
    return inhoud
