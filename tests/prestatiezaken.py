"""What the measurements read: many days, and many objection cases."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_DAG = dt.date(2024, 1, 1)


def schrijf_datums(pad: Path) -> Path:
    """20,000 days, all different."""
    pad.write_text("".join(f"{dt.date(1966, 1, 1) + dt.timedelta(days=dag)}\n" for dag in range(20_000)))
    return pad


def schrijf_zaak(map_: Path) -> Path:
    """One case."""
    pad = map_ / "zaak.yaml"
    pad.write_text(_zaaktekst(0), encoding="utf-8")
    return pad


def schrijf_zaken(pad: Path) -> Path:
    """10,000 cases, with a bekendmaking on each of 900 days."""
    pad.write_text("---\n".join(_zaaktekst(nummer) for nummer in range(10_000)), encoding="utf-8")
    return pad


def _zaaktekst(nummer: int) -> str:
    dag = _DAG + dt.timedelta(days=nummer % 900)

    def na(dagen: int) -> str:
        return (dag + dt.timedelta(days=dagen)).isoformat()

    return f"""\
zaaknummer: Z-{nummer:05d}
rol: ontvanger
besluit:
  omschrijving: omgevingsvergunning dakopbouw Prinsenstraat 5
  soort: beschikking
  bestuursorgaan: college
  kenmerk: OV-{nummer}
  datum: {na(0)}
  bekendmaking: {{datum: {na(0)}, wijze: toezending}}
  voorbereiding: regulier
  rechtsmiddelverwijzing: {{aanwezig: ja, rechtsmiddel: bezwaar, termijn: 6 weken, orgaan: college}}
bezwaarschrift:
  dagtekening: {na(39)}
  ontvangen: {{datum: {na(43)}, wijze: post}}
  verzonden: {{datum: {na(41)}, bewijs: poststempel}}
  indieners:
    - naam: J. Voorbeeld
      soort: natuurlijk persoon
      ondertekend: ja
      adres: {{straat: Prinsenstraat 7, postcode: 7721 AJ, plaats: Dalfsen}}
  gemachtigde: {{naam: A. Voorbeeld, soort: familie, volmacht: nee}}
  gronden: [de dakopbouw neemt het licht weg]
  taal: nl
  verzoeken: [horen, kosten]
procedure:
  adviescommissie: {{ingesteld: ja, gemeld_op: {na(47)}}}
  verzuimbrief:
    {{datum: {na(47)}, verzuimen: [machtiging], verzendbewijs: ja, hersteltermijn_tot: {na(61)}, hersteld: {na(57)}}}
  verdaging: {{datum: {na(110)}, weken: 6, aan_alle_belanghebbenden: ja}}
  ingebrekestelling: {{ontvangen: {na(203)}, door: indiener}}
"""
