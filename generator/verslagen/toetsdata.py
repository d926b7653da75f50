"""The outcome of checking an objection (*toetsuitslag*) as JSON for a program: ten thousand in a go.

The encoder takes records as they are (`Stap`, `VolgendeStap`), a day in ISO form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Raw
from msgspec.json import Encoder

from generator.bevindingen import Stand
from generator.verslagen.bevindingen import actie, door, titel, uitleg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.bevindingen import Bevinding, Uitkomst
    from generator.errors import Fout
    from generator.feiten.recht import Melding
    from generator.toetsuitslag import Indieningsuitslag, Toetsuitslag

# What meets the law, or is not asked of this case, needs no word; the checklist shows it.
STIL = frozenset({Stand.JA, Stand.NVT})
_encode = Encoder().encode
# By the identity of an outcome, which is kept beside its words so that no other can get it; some twenty megabytes.
_GESCHREVEN: dict[int, tuple[Uitkomst, Raw]] = {}
_MEESTE = 12_000


def als_json(uitslag: Toetsuitslag, meldingen: Mapping[str, Melding]) -> bytes:
    """One object on one line, in UTF-8; what meets the law is in ``voldaan`` by its code."""
    schrijf = _gedeeld if uitslag.is_gedeeld else _uitkomst
    return _encode(
        {
            "zaak": uitslag.zaaknummer,
            "antwoord": uitslag.antwoord,
            "uitkomsten": {
                "indieningen": [_indiening(stand, schrijf) for stand in uitslag.indieningen],
                **{naam: schrijf(uitkomst) for naam, uitkomst in uitslag.uitkomsten.items()},
                **{
                    naam: {"euro": bedrag.euro, "tot_euro": bedrag.tot_bedrag, "uitleg": bedrag.uitleg}
                    for naam, bedrag in uitslag.bedragen.items()
                },
            },
            "bevindingen": [
                _bevinding(bevinding, meldingen) for bevinding in uitslag.bevindingen if bevinding.stand not in STIL
            ],
            "voldaan": sorted({bevinding.code for bevinding in uitslag.bevindingen if bevinding.stand is Stand.JA}),
            "volgende_stappen": uitslag.volgende_stappen,
            "elders": uitslag.elders,
        }
    )


def fouten_als_json(regel: int, fouten: Iterable[Fout]) -> bytes:
    """A case that cannot be read as one object on one line: the line on which it begins, and its faults."""
    velden = [
        {"plaats": str(fout.plaats), "gevonden": fout.gevonden, "verwacht": fout.verwacht, "raad": fout.raad}
        for fout in fouten
    ]
    return _encode({"regel": regel, "fouten": velden})


def _uitkomst(uitkomst: Uitkomst) -> dict[str, Any]:
    return {
        "datum": uitkomst.datum,
        "andere_lezing": uitkomst.andere_lezing,
        "stappen": uitkomst.stappen,
        "andere_stappen": uitkomst.andere_stappen,
        "zonder_grens": uitkomst.zonder_grens,
        "voorbehoud": uitkomst.voorbehoud,
    }


def _gedeeld(uitkomst: Uitkomst) -> Raw:
    """An outcome that other cases have too, written once."""
    geschreven = _GESCHREVEN.get(id(uitkomst))
    if geschreven is None:
        if len(_GESCHREVEN) >= _MEESTE:
            _GESCHREVEN.clear()
        geschreven = _GESCHREVEN[id(uitkomst)] = uitkomst, Raw(_encode(_uitkomst(uitkomst)))
    return geschreven[1]


def _indiening(stand: Indieningsuitslag, schrijf: Callable[[Uitkomst], Any]) -> dict[str, Any]:
    return {
        "naam": stand.naam,
        "indiening": stand.indiening,
        "bekendmaking": stand.bekendmaking,
        "eerste_dag": stand.eerste_dag,
        "laatste_dag": stand.laatste_dag and schrijf(stand.laatste_dag),
        "ontvangst_post": stand.ontvangst_post and schrijf(stand.ontvangst_post),
        "lezingen": {dag.isoformat(): schrijf(lezing) for dag, lezing in stand.lezingen.items()},
        "lezingen_post": {dag.isoformat(): schrijf(lezing) for dag, lezing in stand.lezingen_post.items()},
        "redenen": stand.redenen,
        "rust_op": stand.rust_op,
    }


def _bevinding(bevinding: Bevinding, meldingen: Mapping[str, Melding]) -> dict[str, Any]:
    return {
        "code": bevinding.code,
        "ernst": bevinding.ernst,
        "stand": bevinding.stand,
        "titel": titel(bevinding, meldingen),
        "uitleg": uitleg(bevinding, meldingen),
        "actie": actie(bevinding, meldingen),
        "door": door(bevinding, meldingen),
        "grondslag": bevinding.grondslag,
        "feiten": bevinding.feiten,
        "plaatsen": [str(plaats) for plaats in bevinding.plaatsen],
    }
