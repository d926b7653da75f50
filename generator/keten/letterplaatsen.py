"""Where a letter that cannot be printed was written: at its fact in the YAML, or at its column in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.errors import Plaats, SchrijfError

if TYPE_CHECKING:
    from generator.errors import Fout
    from generator.keten import Gelezen


def met_letterplaatsen(fout: SchrijfError, gelezen: Gelezen) -> SchrijfError:
    """`fout` with places that a person can open, from the werkmap; a writer knows neither files nor YAML."""
    return SchrijfError(*(replace(deel, plaats=_plaats(deel, gelezen)) for deel in fout.fouten))


def _plaats(fout: Fout, gelezen: Gelezen) -> Plaats:
    from generator.schrijvers.pdf import Letterfout

    bestand, regel, _ = fout.plaats
    pad = gelezen.paden.get(bestand, bestand)
    if not isinstance(fout, Letterfout):
        return fout.plaats._replace(bestand=pad)
    feit = gelezen.dossier.feiten.get(fout.feit.partition("@")[0])
    if feit is not None and feit.plaats.bestand:
        return feit.plaats
    regels = _bron(bestand, gelezen).split("\n")
    for nummer, woorden in enumerate(regels[max(regel - 1, 0) :], max(regel, 1)):
        if fout.teken in woorden:
            return Plaats(pad, nummer, woorden.index(fout.teken) + 1)
    return Plaats(pad, regel)


def _bron(bestand: str, gelezen: Gelezen) -> str:
    """The template or text called `bestand`; empty when it is neither."""
    if bestand in gelezen.sjablonen:
        return gelezen.sjablonen[bestand].decode()
    return gelezen.dossier.teksten.get(bestand.removeprefix("teksten/").removesuffix(".md"), "")
