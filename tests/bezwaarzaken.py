"""A complete and correct objection, and cases made from it by changing a few of its facts."""

from typing import Any

import yaml
from recht import RECHT

from generator.feiten.bezwaarschrift import Bezwaarzaak
from generator.inhoud.zaken import load_zaak
from generator.regels.bezwaar import toets_zaak
from generator.toetsuitslag import Toetsuitslag

BASIS = """\
zaaknummer: Z-2026-0412
rol: ontvanger
besluit:
  omschrijving: omgevingsvergunning dakopbouw Prinsenstraat 5
  soort: beschikking
  bestuursorgaan: college
  kenmerk: OV-2026-118
  datum: 2026-03-12
  bekendmaking: {datum: 2026-03-12, wijze: toezending}
  voorbereiding: regulier
  rechtsmiddelverwijzing: {aanwezig: ja, rechtsmiddel: bezwaar, termijn: 6 weken, orgaan: college}
bezwaarschrift:
  dagtekening: 2026-04-10
  gericht_aan: college
  ontvangen: {datum: 2026-04-14, wijze: post}
  verzonden: {datum: 2026-04-13, bewijs: poststempel}
  indieners:
    - naam: J. Voorbeeld
      soort: natuurlijk persoon
      ondertekend: ja
      adres: {straat: Prinsenstraat 7, postcode: 7721 AJ, plaats: Dalfsen}
  gronden: [de dakopbouw neemt het licht weg]
  taal: nl
"""
_WEG = "weg"


def maak_zaak(anders: dict[str, Any] | None = None) -> Bezwaarzaak:
    """The complete case with other values: dotted path → value; ``weg`` takes the fact out."""
    inhoud = yaml.load(BASIS, yaml.CBaseLoader)  # noqa: S506 - builds text only
    for pad, waarde in (anders or {}).items():
        _zet(inhoud, pad.split("."), waarde)
    return load_zaak(yaml.dump(inhoud, allow_unicode=True).encode(), "zaak.yaml")


def toets(anders: dict[str, Any] | None = None, op: Any = None) -> Toetsuitslag:
    """What checking that case gives."""
    return toets_zaak(maak_zaak(anders), RECHT, op)


def _zet(inhoud: Any, pad: list[str], waarde: Any) -> None:
    naam, *rest = pad
    sleutel: Any = int(naam) if isinstance(inhoud, list) else naam
    if rest:
        if isinstance(inhoud, dict) and not isinstance(inhoud.get(sleutel), (dict, list)):
            inhoud[sleutel] = {}
        _zet(inhoud[sleutel], rest, waarde)
    elif waarde == _WEG:
        inhoud.pop(sleutel, None)
    elif isinstance(inhoud, list) and sleutel == len(inhoud):
        inhoud.append(waarde)
    else:
        inhoud[sleutel] = waarde
