"""What an agreement cannot go without and its file leaves out: an open fact, with the question it has to answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, get_args, get_origin

from generator.inhoud.bestandsvormen import velden_van
from generator.inhoud.yaml_lezen import Knoop, maak_knoop, maak_scalar


def vul_aan(node: Any, soort: Any) -> None:  # noqa: ANN401 - a node and its type
    """Add to `node`, which holds a `soort`, each fact marked `onmisbaar` that is left out, as open."""
    if not isinstance(node, Knoop) or get_origin(soort) is Annotated:
        return
    if get_origin(soort) is Mapping:
        for deel in node.values():
            vul_aan(deel, get_args(soort)[1])
        return
    for naam, veld in velden_van(soort).items():
        if veld.vraag is not None and naam not in node:
            pad, open_ = f"{node.pad}.{naam}", {}
            if get_origin(veld.soort) is Annotated:
                open_ = {"open": maak_scalar(veld.vraag, pad, node.plaats)}
            node[naam] = maak_knoop(pad, node.plaats, **open_)
            node.sleutels[naam] = node.plaats
        if naam in node:
            vul_aan(node[naam], veld.soort)
