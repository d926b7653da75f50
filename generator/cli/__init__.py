"""The command line: the only place that prints, exits, and knows what day it is.

Commands are loaded when they are asked for, so that a small command starts fast.
"""

from __future__ import annotations

import errno
import gc
import importlib
import sys
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import NoSuchCommand

from generator import __version__
from generator.cli.interrupt import catch_interrupt, is_interrupted
from generator.cli.nederlands import spreek_nederlands
from generator.cli.scherm import maak_scherm_leesbaar
from generator.errors import RaadwerkError

if TYPE_CHECKING:
    from collections.abc import Mapping

_OPTIES = "[OPTIES]"
# name → (module, attribute, what it does): the order is the order of a working day.
OPDRACHTEN = {
    "bouw": ("bouw", "Maak de stukken van een dossier uit de feiten."),
    "controleer": ("controleer", "Toets feiten en stukken aan alle regels."),
    "wijzig": ("wijzig", "Zet een nieuwe waarde met haar bron in de feiten."),
    "inlezen": ("inlezen", "Haal wat in Word is gewijzigd terug naar de feiten en de teksten."),
    "verschil": ("verschil", "Laat zien wat er verandert als een feit verandert."),
    "herkomst": ("herkomst", "Laat zien waar een feit vandaan komt en waar het staat."),
    "bevries": ("bevries", "Leg vast wat is verzonden."),
    "vergelijk": ("vergelijk", "Vergelijk twee bestanden woord voor woord."),
    "bronnen": ("bronnen", "Zoek elk citaat op in de bronstukken."),
    "termijn": ("termijn", "Bereken een wettelijke termijn, met uitleg."),
    "bezwaar": ("bezwaar", "Toets, beantwoord of begin een bezwaar."),
    "metadata": ("metadata", "Toets de metagegevens voor het archief."),
    "nieuw": ("nieuw", "Begin een nieuwe werkmap met een voorbeelddossier."),
    "schema": ("schema", "Schrijf de JSON-schema's voor een editor."),
    "regels": ("regels", "Toon elke regel met zijn grondslag."),
}


class LuieGroep(click.Group):
    """A group that imports a command's module only when that command runs or is explained.

    Args:
        opdrachten: name → (module in this package, what it does), in working order.
        delen: the rest is click's.
    """

    def __init__(self, opdrachten: Mapping[str, tuple[str, str]], **delen: Any) -> None:  # noqa: ANN401 - click's
        super().__init__(**delen)
        self._opdrachten = opdrachten

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in working order."""
        return list(self._opdrachten)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - idem
        """The command called `cmd_name`, or None."""
        if cmd_name not in self._opdrachten:
            return None
        module = importlib.import_module(f"generator.cli.{self._opdrachten[cmd_name][0]}")
        opdracht = getattr(module, cmd_name)
        assert isinstance(opdracht, click.Command)  # noqa: S101 - tells mypy what getattr cannot
        opdracht.options_metavar = _OPTIES
        return opdracht

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; for an unknown command also what it looks like, which click knows of loaded commands only."""
        try:
            return super().resolve_command(ctx, args)
        except NoSuchCommand as fout:
            raise NoSuchCommand(fout.command_name, possibilities=self._opdrachten, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - idem
        """The list of commands, without importing one."""
        with formatter.section("Opdrachten"):
            formatter.write_dl([(naam, uitleg) for naam, (_, uitleg) in self._opdrachten.items()])


@click.group(
    cls=LuieGroep,
    opdrachten=OPDRACHTEN,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    options_metavar=_OPTIES,
    subcommand_metavar="OPDRACHT …",
)
@click.version_option(__version__, prog_name="raadwerk", help="Toon de versie.", message="%(prog)s, versie %(version)s")
def raadwerk() -> None:
    """Raadsstukken uit één set feiten met bron.

    Elke opdracht werkt zonder argumenten in een werkmap: een map met daarin ‘inhoud’.
    """


def main(argumenten: list[str] | None = None) -> None:
    """Run ``raadwerk``; exit 0 clean, 1 findings of ernst fout, 2 usage or input that cannot be read."""
    # A dossier is a tree that lives until the end: looking through it for rubbish costs a tenth of a run.
    gc.set_threshold(100_000)
    catch_interrupt()
    uitslag = voer_uit(argumenten)
    gc.freeze()  # Python would look through it once more on its way out, for a twentieth of a run
    sys.exit(uitslag)


def voer_uit(argumenten: list[str] | None = None) -> int:
    """Run ``raadwerk`` and return its exit code; every error is a Dutch sentence on standard error."""
    spreek_nederlands()
    maak_scherm_leesbaar()
    try:
        return _voer_uit(argumenten)
    except (click.Abort, KeyboardInterrupt):
        pass
    except Exception:
        if not is_interrupted():
            raise
    click.echo("Afgebroken; er is niets half geschreven.", err=True)
    return 130


def _voer_uit(argumenten: list[str] | None) -> int:
    try:
        uitslag: Any = raadwerk.main(args=argumenten, prog_name="raadwerk", standalone_mode=False)
    except click.exceptions.Exit as einde:
        return einde.exit_code
    except click.ClickException as fout:
        fout.show()
        return fout.exit_code
    except RaadwerkError as fout:
        click.echo(str(fout), err=True)
        aantal = len(fout.fouten)
        click.echo(f"\n{aantal} {'fout' if aantal == 1 else 'fouten'}; er is niets geschreven.", err=True)
        return 2
    except OSError as fout:
        # What reads and writes files explains its own faults; what is left is standard output: a full disk.
        if isinstance(fout, FileNotFoundError) and fout.filename is None:
            click.echo("de map waarin u staat is er niet meer; ga naar de werkmap en probeer het opnieuw", err=True)
            return 2
        waarheen = fout.filename or "het scherm of de pijp"
        if fout.errno == errno.ENAMETOOLONG:
            click.echo(f"{waarheen}: deze naam is te lang; kies een kortere", err=True)
        else:
            click.echo(f"{waarheen}: hier is niet in te schrijven; is de schijf vol?", err=True)
        return 2
    return uitslag if isinstance(uitslag, int) else 0
