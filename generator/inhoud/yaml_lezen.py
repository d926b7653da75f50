"""YAML → nodes that know their place: YAML 1.1 without anchors, aliases, tags and further documents."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.errors import Fout, Plaats


class Scalar(str):
    """A scalar as it was written, with its place and its path."""

    __slots__ = ("pad", "plaats")
    pad: str
    plaats: Plaats


class Knoop(dict[str, Any]):
    """A mapping with its path, its place and the place of each key.

    In `komma` stands, by key, what was typed as one value and has become this key behind a comma: ``naam: a, b``.
    """

    pad: str
    plaats: Plaats
    sleutels: dict[str, Plaats]
    komma: Mapping[str, str] = MappingProxyType({})


class Reeks(list[Any]):
    """A sequence, with its path and place."""

    pad: str
    plaats: Plaats


def maak_scalar(tekst: str, pad: str, plaats: Plaats) -> Scalar:
    """`tekst` as if it had been written at `plaats`."""
    scalar = Scalar(tekst)
    scalar.pad, scalar.plaats = pad, plaats
    return scalar


def maak_knoop(pad: str, plaats: Plaats, **delen: Any) -> Knoop:  # noqa: ANN401 - nodes
    """A mapping of `delen` as if it had been written at `plaats`."""
    knoop = Knoop(delen)
    knoop.pad, knoop.plaats, knoop.sleutels = pad, plaats, dict.fromkeys(delen, plaats)
    return knoop


def maak_reeks(pad: str, plaats: Plaats, delen: Iterable[Any]) -> Reeks:
    """A sequence of `delen` as if it had been written at `plaats`."""
    reeks = Reeks(delen)
    reeks.pad, reeks.plaats = pad, plaats
    return reeks


def read_yaml(inhoud: bytes, bestand: str, wortel: str) -> tuple[Knoop | None, list[Fout]]:
    """The mapping in `inhoud`, with paths that begin with `wortel`, and what is wrong with it.

    None instead of the mapping when the file as a whole cannot be used (YAML 1.1 as PyYAML reads it,
    without anchors, aliases, tags and further documents).
    """
    # Late, as YAML's parser is: a plain case (``zaaklezen``) does without.
    from generator.inhoud.yaml_nodes import parse_yaml

    return parse_yaml(inhoud, bestand, wortel)
