"""From which layer a template and the house style come: ours, the werkmap's, or the dossier's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.errors import InvoerError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.huisstijl import Huisstijl

SJABLONEN = "sjablonen/"


def lees_huisstijl(sjablonen: Mapping[str, bytes]) -> Huisstijl:
    """The house style among the templates. InvoerError when it cannot be read."""
    from generator.inhoud import load_huisstijl

    voorvoegsel = "huisstijl/"
    eigen = {naam.removeprefix(voorvoegsel): wat for naam, wat in sjablonen.items() if naam.startswith(voorvoegsel)}
    try:
        return load_huisstijl(eigen)
    except InvoerError as fout:
        map_ = f"{SJABLONEN}{voorvoegsel}"
        fouten = (
            replace(deel, plaats=deel.plaats._replace(bestand=map_ + deel.plaats.bestand)) for deel in fout.fouten
        )
        raise InvoerError(*fouten) from None


def verzamel_sjablonen(bestanden: Mapping[str, bytes], mee: Mapping[str, bytes], naam: str) -> dict[str, bytes]:
    """Templates and house style by name: ours, replaced file by file by the werkmap's, and those by the dossier's."""
    return {bij: inhoud for bij, _, inhoud in list_sjabloonlagen(bestanden, mee, naam)}


def list_sjabloonlagen(
    bestanden: Mapping[str, bytes], mee: Mapping[str, bytes], naam: str
) -> Iterator[tuple[str, str, bytes]]:
    """Each template by its name, with its path and what it holds; a later one of the same name goes before."""
    for bron, map_ in ((mee, SJABLONEN), (bestanden, SJABLONEN), (bestanden, f"inhoud/{naam}/{SJABLONEN}")):
        yield from ((pad.removeprefix(map_), pad, inhoud) for pad, inhoud in bron.items() if pad.startswith(map_))
