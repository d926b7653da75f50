"""Writing one changed fact back into its YAML: comments, order and layout kept, the old value kept as a mention.

ruamel.yaml keeps what PyYAML forgets; it is slow and is loaded for writing alone.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct

from generator.errors import Fout, InvoerError
from generator.inhoud.inpassen import NietInTePassenError, pas_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap

    from generator.feiten.feit import Bron, Feit


_BOM = b"\xef\xbb\xbf"


class Nieuw(Struct, frozen=True):
    """A new value as people type it, where it comes from in words, and whether it is circa."""

    waarde: str
    bron: str
    circa: bool = False

    def vermelding(self) -> CommentedMap:
        """The value with its source, as a mention."""
        return _rij(waarde=_scalar(self.waarde), **dict(_circa(self.circa)), bron=_rij(toelichting=self.bron))


def wijzig_feit(inhoud: bytes, delen: tuple[str, ...], feit: Feit, nieuw: Nieuw) -> bytes:
    """The file `inhoud` with another value for one fact.

    A value that was read becomes a mention beside the new one, which is chosen; an open fact gets the value, and is
    written where it belongs when the file left it out; a plain setting, which has no source, gets this one and says
    what it was. A question that somebody asked of it stays: only a person knows whether the new value answers it.

    Args:
        inhoud: the YAML file the fact stands in.
        delen: the keys that lead to it in that file.
        feit: the fact as it is now.
        nieuw: the new value with its source.

    Raises:
        InvoerError: a value that is computed, or one that cannot be changed without losing a comment.
    """
    if feit.formule:
        volgt_uit = ", ".join(feit.uit)
        raad = f"wijzig een van de feiten waaruit het volgt: {volgt_uit}" if feit.uit else "wijzig de formule zelf"
        raise InvoerError(Fout(feit.plaats, f"‘{feit.pad}’ wordt berekend ({feit.formule})", raad=raad))

    def wijzig(ouder: CommentedMap, sleutel: str) -> None:
        oud = ouder.get(sleutel)
        if oud is None:  # the file may leave out what its record marks as `onmisbaar`
            ouder[sleutel] = nieuw.vermelding()
        elif isinstance(oud, dict):
            _wijzig_lang(cast("CommentedMap", oud), feit, nieuw)
        elif feit.bronnen:
            ouder[sleutel] = _map(waarde=oud)
            _wijzig_lang(ouder[sleutel], feit, nieuw)
        else:
            ouder[sleutel] = _rij(**nieuw.vermelding(), toelichting=_eerder(oud))

    return _herschrijf(inhoud, delen, feit, wijzig)


def add_bron(inhoud: bytes, delen: tuple[str, ...], feit: Feit, nieuw: Nieuw) -> bytes:
    """The file `inhoud` with one source more for the value that `feit` has already; for the rest as `wijzig_feit`."""
    bron = _rij(toelichting=nieuw.bron)

    def zet_bij(ouder: CommentedMap, sleutel: str) -> None:
        oud = ouder[sleutel]
        if not isinstance(oud, dict):
            oud = ouder[sleutel] = _map(waarde=oud)
        if "vermeldingen" in oud:
            oud["vermeldingen"].append(_rij(waarde=oud["keuze"], **dict(_circa(feit.circa)), bron=bron))
            return
        bronnen = [*map(_bron, feit.bronnen), bron]
        if "bron" in oud:
            oud["bron"] = bronnen
        else:
            oud.insert([*oud].index("waarde") + 1, "bron", bronnen if feit.bronnen else bron)

    return _herschrijf(inhoud, delen, feit, zet_bij)


def _herschrijf(
    inhoud: bytes, delen: tuple[str, ...], feit: Feit, wijzig: Callable[[CommentedMap, str], None]
) -> bytes:  # fmt: skip
    """The file `inhoud` after `wijzig` changed the entry `delen` in what holds it; all else as it was."""
    yaml = _yaml()
    bom = _BOM if inhoud.startswith(_BOM) else b""
    was = inhoud.removeprefix(_BOM).decode()
    boom = ouder = yaml.load(was)
    for deel in delen[:-1]:
        ouder = ouder.setdefault(deel, _map())
    wijzig(ouder, delen[-1])
    tekst = io.StringIO()
    yaml.dump(boom, tekst)
    try:
        return bom + pas_in(was, tekst.getvalue(), delen).encode()
    except NietInTePassenError:
        gevonden = f"‘{feit.pad}’ is niet te wijzigen zonder dat er iets anders in dit bestand verandert"
        raise InvoerError(Fout(feit.plaats, gevonden, raad="wijzig het bestand zelf")) from None


def _wijzig_lang(oud: CommentedMap, feit: Feit, nieuw: Nieuw) -> None:
    """Change a fact in its long form: its old value and the new one become mentions, the new one chosen."""
    if "open" in oud:
        _vervang(oud, {"open"}, list(nieuw.vermelding().items()))
        return
    if "vermeldingen" in oud:
        if not any(_is_vermelding(een, nieuw) for een in oud["vermeldingen"]):  # of who goes back on a change
            oud["vermeldingen"].append(nieuw.vermelding())
        reden = _reden(oud, feit, nieuw)
        for sleutel in ("keuze", "reden"):
            oud.pop(sleutel, None)
        oud["keuze"], oud["reden"] = _scalar(nieuw.waarde), reden
        return
    if not feit.bronnen:  # a mention cannot do without a source
        toelichting = " ".join(filter(None, (str(oud.get("toelichting", "")), _eerder(oud["waarde"]))))
        _vervang(oud, {"waarde", "circa", "toelichting"}, [*nieuw.vermelding().items(), ("toelichting", toelichting)])
        return
    eerder = [_rij(waarde=oud["waarde"], **dict(_circa(feit.circa)), bron=_bron(een)) for een in feit.bronnen]
    gekozen = [("keuze", _scalar(nieuw.waarde)), ("reden", _reden(oud, feit, nieuw))]
    _vervang(oud, {"waarde", "bron", "circa"}, [("vermeldingen", [*eerder, nieuw.vermelding()]), *gekozen])


def _reden(oud: CommentedMap, feit: Feit, nieuw: Nieuw) -> str:
    """Why the new value holds, and after that which value was chosen before, and why then."""
    reden = f"Gewijzigd volgens {nieuw.bron}."
    if "reden" not in oud:
        return reden
    return f"{reden} Eerder gekozen: {'circa ' if feit.circa else ''}{oud['keuze']}. Reden toen: {oud['reden']}"


def _is_vermelding(oud: CommentedMap, nieuw: Nieuw) -> bool:
    """Whether the mention `oud` says what `nieuw` says."""
    return (str(oud["waarde"]), oud["bron"].get("toelichting"), "circa" in oud) == (
        nieuw.waarde, nieuw.bron, nieuw.circa,
    )  # fmt: skip


def _eerder(oud: Any) -> str:  # noqa: ANN401 - whatever YAML holds
    """What a value was that has no source."""
    return f"Eerder: {', '.join(map(str, oud)) if isinstance(oud, list) else oud}."


def _vervang(knoop: CommentedMap, weg: set[str], nieuw: list[tuple[str, Any]]) -> None:
    """Put `nieuw` where the first key of `weg` stood, and take those keys out; the others keep their place."""
    plek = next(nummer for nummer, sleutel in enumerate(knoop) if sleutel in weg)
    for sleutel in weg & set(knoop):
        del knoop[sleutel]
    for nummer, (sleutel, waarde) in enumerate(nieuw):
        knoop.insert(plek + nummer, sleutel, waarde)


def _circa(circa: bool) -> list[tuple[str, str]]:  # noqa: FBT001 - one word in, one pair out
    return [("circa", "ja")] if circa else []


def _bron(bron: Bron) -> CommentedMap:
    delen = {"stuk": bron.stuk, "pagina": bron.pagina, "citaat": bron.citaat, "toelichting": bron.toelichting}
    return _rij(**{naam: _scalar(str(waarde)) for naam, waarde in delen.items() if waarde})


def _map(**delen: Any) -> CommentedMap:  # noqa: ANN401 - whatever YAML holds
    from ruamel.yaml.comments import CommentedMap

    return CommentedMap(delen)


def _rij(**delen: Any) -> CommentedMap:  # noqa: ANN401 - idem
    """A mapping on one line, as mentions and sources are written."""
    knoop = _map(**delen)
    knoop.fa.set_flow_style()
    return knoop


def _scalar(tekst: str) -> Any:  # noqa: ANN401 - what ruamel writes bare
    """A value as people type it: a number or a day without quotes."""
    from ruamel.yaml.scalarstring import PlainScalarString

    if re.fullmatch(r"0|[1-9]\d*", tekst):
        return int(tekst)
    try:
        return dt.date.fromisoformat(tekst)
    except ValueError:
        return PlainScalarString(tekst)


def _yaml() -> YAML:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10_000  # a line is as long as its writer made it
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
