"""What several commands share: find the werkmap and its dossiers, read one, and its output folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.nederlands import Woorden
from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.getekend import list_getekend
from generator.inhoud.schijf import find_werkmap, list_dossiers, read_bestanden, read_getekend
from generator.meegeleverd import read_meegeleverd

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from generator.keten import Gelezen

DOSSIERS = click.argument("dossiers", nargs=-1, metavar="[DOSSIER…]")
OP = click.option(
    "--op", metavar="DATUM", help="Pas het recht toe zoals het op deze dag gold, in plaats van op de toetsdatum."
)
STEL = click.option("--stel", multiple=True, metavar="PAD=WAARDE", help="Probeer een andere waarde voor een feit.")


def _een_variant(_: click.Context, __: click.Parameter, namen: tuple[str, ...]) -> str:
    """The one variant that was asked, or none; a usage error for more, since only one would count."""
    namen = tuple(dict.fromkeys(namen))
    if len(namen) > 1:
        raad = "zet wat u samen wilt doorrekenen in één variant, of voeg --stel PAD=WAARDE toe"
        raise click.BadParameter(f"er kan maar één variant tegelijk gelden, niet {' en '.join(namen)}; {raad}")
    return "".join(namen)


VARIANT = click.option(
    "--variant", multiple=True, callback=_een_variant, metavar="NAAM", type=Woorden(),
    help="Reken met varianten/NAAM.yaml over de feiten heen.",
)  # fmt: skip


def kies_dossiers(werkmap: Path, gevraagd: tuple[str, ...]) -> list[str]:
    """The dossiers asked for; without a wish the one we stand in, else all. InvoerError for an unknown one."""
    bestaand = list_dossiers(werkmap)
    if not bestaand:
        raise InvoerError(
            Fout(
                Plaats(str(werkmap / "inhoud")), "hier staat geen dossier", raad="begin er een met ‘raadwerk nieuw MAP’"
            )
        )
    namen = list(dict.fromkeys(Path(naam).name for naam in gevraagd))
    onbekend = [naam for naam in namen if naam not in bestaand]
    if onbekend:
        fouten = [
            Fout(Plaats(f"inhoud/{naam}"), "dit dossier bestaat niet", raad=kies_uit(naam, bestaand))
            for naam in onbekend
        ]
        raise InvoerError(*fouten)
    hier = Path.cwd()
    binnen = [naam for naam in bestaand if hier.is_relative_to(werkmap / "inhoud" / naam)]
    return namen or binnen or bestaand


def kies_uit(gevraagd: str, bestaand: list[str]) -> str:
    """The way out of a name that does not exist: the one that was probably meant, and those there are."""
    import difflib

    dichtbij = difflib.get_close_matches(gevraagd, bestaand, n=1) if len(bestaand) > 1 else []
    return f"{f'bedoelde u ‘{dichtbij[0]}’? ' if dichtbij else ''}kies uit: {', '.join(bestaand)}"


def lees_dossier(
    werkmap: Path, naam: str, stel: tuple[str, ...] = (), op: str | None = None, variant: str = ""
) -> Gelezen:  # fmt: skip
    """The dossier `naam` of `werkmap`, with what `--stel`, `--op` and `--variant` ask."""
    from generator import keten

    bestanden = read_bestanden(werkmap, naam)
    getekend = read_getekend(werkmap, naam, list_getekend(bestanden, naam))
    keuzes: dict[str, Any] = {"stel": lees_stel(stel), "op": lees_op(op), "variant": variant}
    return keten.lees(bestanden, read_meegeleverd(""), naam, getekend=getekend, **keuzes)


def lees_stel(stel: tuple[str, ...], optie: str = "--stel") -> Mapping[str, str]:
    """``PAD=WAARDE`` as a mapping; a usage error otherwise, and for two values of one fact."""
    paren: dict[str, str] = {}
    for deel in stel:
        pad, teken, waarde = deel.partition("=")
        if not teken or not pad.strip() or not waarde.strip():
            raise click.BadParameter(f"‘{deel}’ is geen PAD=WAARDE, zoals cijfers.capaciteit=150", param_hint=optie)
        pad, waarde = pad.strip(), waarde.strip()
        if paren.get(pad, waarde) != waarde:
            raise click.BadParameter(
                f"‘{pad}’ krijgt twee waarden, {paren[pad]} en {waarde}; noem er één", param_hint=optie
            )
        paren[pad] = waarde
    return paren


def lees_op(op: str | None) -> dt.date | None:
    """The day of ``--op``, in any form people type it; a usage error when it is none."""
    if op is None:
        return None
    from generator.cli.dagen import lees_dag

    try:
        return lees_dag(op)
    except InvoerError as fout:
        mis = fout.fouten[0]
        raise click.BadParameter(f"{mis.gevonden}; {mis.raad or mis.verwacht}", param_hint="--op") from None


def vind_werkmap() -> Path:
    """The werkmap we stand in; InvoerError with a way out when there is none."""
    return find_werkmap(Path.cwd())
