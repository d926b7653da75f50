"""The DiWoo fields of a public paper (KOOP, DiWoo-metadata 0.9.8): what a sitemap says of it when it is published.

They stand in the manifest, under their DiWoo names. What the paper does not have yet is named under ``ontbreekt``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.document.nodes import Document
    from generator.feiten.dossier import Dossier, Stuk
    from generator.feiten.metadata import Begripcode, Metadatalijsten

_TOOI = "https://identifier.overheid.nl/tooi"


def diwoo(dossier: Dossier, stukken: Mapping[str, Document], lijsten: Metadatalijsten) -> dict[str, dict[str, Any]]:
    """Per public paper among `stukken` its Woo categories and DiWoo fields, as values for JSON.

    A paper that is not public has none, nor has what is no paper of the dossier or what a variant reckons.
    """
    if dossier.variant:
        return {}
    return {
        naam: _velden(dossier, dossier.stukken[naam], document, lijsten)
        for naam, document in stukken.items()
        if naam in dossier.stukken and document.meta.openbaarheid == "openbaar"
    }


def _velden(dossier: Dossier, stuk: Stuk, document: Document, lijsten: Metadatalijsten) -> dict[str, Any]:
    gemeente = dossier.gemeente
    uitgever = {"label": f"gemeente {gemeente.naam.woorden}"}
    if gemeente.tooi is not None and not gemeente.tooi.is_open:
        uitgever["resource"] = f"{_TOOI}/id/gemeente/{gemeente.tooi.woorden}"
    categorieen = lijsten.categorieen(stuk)
    handelingen = list(_handelingen(stuk, lijsten))
    velden: dict[str, Any] = {
        "publisher": uitgever,
        "titelcollectie": {"officieleTitel": document.meta.titel},
        "classificatiecollectie": {"informatiecategorieen": [_waarde(lijsten.woo[code]) for code in categorieen]},
        "language": {"label": lijsten.taal.label, "resource": lijsten.taal.code},
        "documenthandelingen": handelingen,
    }
    if not stuk.zaaknummer.is_open:
        velden["identifiers"] = [stuk.zaaknummer.woorden]
    ontbreekt = [
        naam
        for naam, er_is in (
            ("publisher.resource", "resource" in uitgever),
            ("informatiecategorieen", categorieen),
            ("documenthandelingen", handelingen),
        )
        if not er_is
    ]
    return {"woo": list(categorieen), "diwoo": velden, "ontbreekt": ontbreekt}


def _handelingen(stuk: Stuk, lijsten: Metadatalijsten) -> Iterator[dict[str, Any]]:
    """What was done with the paper, on a day the facts know: the council that adopted it."""
    handeling = lijsten.handelingen.get("" if stuk.status.is_open else stuk.status.woorden)
    if handeling and stuk.datum_raad is not None and not stuk.datum_raad.is_open:
        yield {"soortHandeling": _waarde(handeling), "atTime": f"{stuk.datum_raad.dag.isoformat()}T00:00:00"}


def _waarde(begrip: Begripcode) -> dict[str, str]:
    return {"label": begrip.label, "resource": f"{_TOOI}/def/thes/kern/{begrip.code}"}
