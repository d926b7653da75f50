"""What a path is called in what goes public, where its own name would tell what is secret."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_BIJLAGE = re.compile(r"(?<![^.])bijlagen\.(?P<sleutel>[^.@]+)")


def schuilnaam(pad: str, namen: Mapping[str, str]) -> str:
    """`pad` with the key of a secret attachment replaced by what `namen` calls it: ``bijlagen.geheim-1.titel``."""
    if not namen:
        return pad
    return _BIJLAGE.sub(lambda plek: f"bijlagen.{namen.get(plek['sleutel'], plek['sleutel'])}", pad)
