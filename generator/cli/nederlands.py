"""Click in Dutch: its own sentences (usage, options, errors) in the language of our users."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import Any

import click

ZINNEN = {
    "Aborted!": "Afgebroken.",
    "Options": "Opties",
    "Positional arguments": "Argumenten",
    "Commands": "Opdrachten",
    "Usage:": "Gebruik:",
    "Missing command.": "Noem een opdracht.",
    "Error: {message}": "Fout: {message}",
    "Try '{command} {option}' for help.": "Uitleg: {command} {option}",
    "Invalid value: {message}": "Dit kan niet: {message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} klopt niet: {message}",
    "Missing argument": "Er ontbreekt nog iets:",
    "Missing option": "Er ontbreekt een optie:",
    "Missing parameter": "Er ontbreekt een waarde:",
    "Missing {param_type}": "Er ontbreekt: {param_type}",
    "Missing parameter: {param_name}": "Er ontbreekt: {param_name}",
    "No such option {name!r}.": "De optie {name} bestaat niet.",
    "No such command {name!r}.": "De opdracht ‘{name}’ bestaat niet.",
    "Did you mean {possibility}?": "Bedoelde u {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Bedoelde u een van deze: {possibilities}?",
    "unknown error": "onbekende fout",
    "Could not open file {filename!r}: {message}": "Het bestand {filename} is niet te openen: {message}",
    "Argument {name!r} takes {nargs} values.": "{name} vraagt {nargs} waarden.",
    "Option {name!r} does not take a value.": "De optie {name} krijgt geen waarde.",
    "Option {name!r} requires an argument.": "De optie {name} vraagt een waarde.",
    "Option {name!r} requires {nargs} arguments.": "De optie {name} vraagt {nargs} waarden.",
    "Got unexpected extra argument ({args})": "Dit argument is te veel: {args}",
    "Got unexpected extra arguments ({args})": "Deze argumenten zijn te veel: {args}",
    "{value!r} is not a valid {number_type}.": "{value} is geen geldig getal.",
    "{value} is not in the range {range}.": "{value} staat niet in de lijst; kies een nummer dat er staat.",
    "{value!r} is not {choice}.": "‘{value}’ is niet {choice}.",
    "{value!r} is not one of {choices}.": "‘{value}’ hoort niet bij: {choices}.",
    "Choose from:\n\t{choices}": "Kies uit:\n\t{choices}",
    "{name} {filename!r} does not exist.": "{name} ‘{filename}’ bestaat niet.",
    "{name} {filename!r} is a file.": "‘{filename}’ is een bestand, geen map.",
    "{name} {filename!r} is a directory.": "‘{filename}’ is een map, geen bestand.",
    "{name} {filename!r} is not readable.": "{name} ‘{filename}’ is niet te lezen.",
    "{name} {filename!r} is not writable.": "{name} ‘{filename}’ is niet te beschrijven.",
    "file": "bestand",
    "directory": "map",
    "path": "pad",
    "default: {default}": "standaard: {default}",
    "Show this message and exit.": "Toon deze uitleg.",
}
_MINTEKEN = "\u2212"
_ONDER_NUL = re.compile(r"^-(?=\d[\d.,]*%?$)")
_LEEG = "er staat niets achter; noem een waarde, of laat de optie weg"
_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")


class Zin(str):
    """One of click's sentences: what click fills in between straight quotes gets ours."""

    __slots__ = ()

    def format(self, *delen: object, **namen: object) -> str:
        """The sentence, filled in."""
        return re.sub(r"'([^']*)'", r"‘\1’", super().format(*delen, **namen))


class Keuze(click.Choice[str]):
    """One of a few words; a slip of the pen gets the word that was probably meant."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ANN401 - as click
        """What click says, and ‘bedoelde u …?’."""
        import difflib

        gelijkend = difflib.get_close_matches(str(value), [str(keuze) for keuze in self.choices], n=1)
        raad = f" Bedoelde u ‘{gelijkend[0]}’?" if gelijkend else ""
        return super().get_invalid_choice_message(value, ctx) + raad


class Woorden(click.ParamType[str]):
    """What is typed behind an option; nothing is a slip of the pen, and no wish to leave the option out."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 - as click
        """`value` as it is; a usage error when it is empty."""
        if not str(value).strip():
            self.fail(_LEEG, param, ctx)
        return str(value)


class Pad(click.Path):
    """A file or folder as it is typed; nothing is a slip of the pen too, and not the folder one stands in."""

    def __init__(self, *, file_okay: bool = True) -> None:
        super().__init__(file_okay=file_okay, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - as click
        """`value` as a path; a usage error when it is empty."""
        if not str(value).strip():
            leeg = _LEEG if isinstance(param, click.Option) else "hier staat niets; noem een bestand of een map"
            self.fail(leeg, param, ctx)
        return super().convert(value, param, ctx)


class MetGetallen(click.Command):
    """A command to which ``-26`` is a value and not an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What click makes of `args`, a number below zero with the minus sign of our own papers."""
        return super().parse_args(ctx, [_ONDER_NUL.sub(_MINTEKEN, woord) for woord in args])


def vertaal(zin: str) -> str:
    """The Dutch for one of click's own sentences; the sentence itself when we never show it."""
    return Zin(ZINNEN.get(zin, zin))


def vertaal_getal(enkelvoud: str, meervoud: str, aantal: int) -> str:
    """The Dutch for a sentence that depends on a number."""
    return vertaal(enkelvoud if aantal == 1 else meervoud)


def spreek_nederlands() -> None:
    """Let click speak Dutch. It looks its sentences up through the module names ``_`` and ``ngettext``."""
    for naam in _MODULES:
        module = importlib.import_module(f"click.{naam}")
        if hasattr(module, "_"):
            module._ = vertaal  # type: ignore[attr-defined]  # of a module nothing is known
        if hasattr(module, "ngettext"):
            module.ngettext = vertaal_getal  # type: ignore[attr-defined]  # idem
