"""Letters of an objection for tests: a case that suits each kind, and the letters made of it."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from bezwaarzaken import maak_zaak
from conftest import WORTEL
from recht import RECHT

from generator import keten
from generator.document.walk import plain_text
from generator.errors import InvoerError
from generator.inhoud.dossier import load_gemeente
from generator.inhoud.zaakstukken import load_soorten
from generator.keten.zaken import Zaakketen
from generator.meegeleverd import read_meegeleverd

if TYPE_CHECKING:
    import datetime as dt

    from generator.document.nodes import Document

MEE = read_meegeleverd("")
SJABLONEN = keten.verzamel_sjablonen({}, MEE, "")
KETEN = Zaakketen(SJABLONEN, RECHT, load_gemeente({"gemeente.yaml": (WORTEL / "gemeente.yaml").read_bytes()}))
SOORTEN = load_soorten(SJABLONEN).brieven

BEHANDELAAR: dict[str, Any] = {
    "behandelaar": {"naam": "A. de Vries", "functie": "juridisch medewerker", "telefoon": "14 0529"}
}
VERZUIM = {"datum": "2026-04-28", "verzuimen": ["gronden"], "hersteltermijn_tot": "2026-05-12"}
ZITTING = {"datum": "2026-06-10", "tijd": "10:00", "plaats": "het gemeentehuis", "openbaar": "ja"}
GEMACHTIGDE = {"naam": "B. Jansen", "soort": "familie", "volmacht": "nee"}
BESLIST = {"datum": "2026-07-14", "bekendmaking": {"datum": "2026-07-15"}, "dictum": "ongegrond"}
TE_LAAT = {"bezwaarschrift.ontvangen": {"datum": "2026-05-20", "wijze": "balie"}}
INDIENER = {"rol": "indiener", "bezwaarschrift.ontvangen": "weg", "bezwaarschrift.verzonden": "weg"}

# What a case needs besides the complete one, so that a letter of this kind may be made.
GESCHIKT: dict[str, dict[str, Any]] = {
    "ontvangstbevestiging": {"procedure.bevestiging.datum": "2026-04-16"},
    "doorzending": {"bezwaarschrift.gericht_aan": "raad"},
    "herstel-verzuim": {"procedure.verzuimbrief": VERZUIM},
    "verzoek-machtiging": {"bezwaarschrift.gemachtigde": GEMACHTIGDE},
    "reactie-te-laat": TE_LAAT,
    "opschorting": {"procedure.verzuimbrief": VERZUIM},
    "verdaging": {"procedure.verdaging": {"datum": "2026-05-20", "weken": "6"}},
    "uitnodiging-hoorzitting": {"procedure.hoorzitting": ZITTING},
    "afzien-van-horen": {"procedure.afzien_van_horen": {"grond": "afstand", "door": "K. Smit"}},
    "agenda-hoorzitting": {"procedure.hoorzitting": ZITTING},
    "verslag-hoorzitting": {"procedure.hoorzitting": ZITTING},
    "advies-commissie": {"procedure.adviescommissie": {"ingesteld": "ja", "gemeld_op": "2026-04-16"}},
    "bevestiging-intrekking": {"procedure.intrekking": {"datum": "2026-05-01", "wijze": "schriftelijk"}},
    "melding-termijn": {"procedure.overschrijding_gemeld_op": "2026-09-01"},
    "antwoord-ingebrekestelling": {"procedure.ingebrekestelling": {"ontvangen": "2026-07-01", "door": "indiener"}},
    "dwangsombesluit": {
        "procedure.ingebrekestelling": {"ontvangen": "2026-07-01", "door": "indiener"},
        "procedure.beslissing": {"datum": "2026-07-30"},
    },
    "beslissing-op-bezwaar": {},
    "mededeling-derden": {"procedure.beslissing": BESLIST},
    "bezwaarschrift": INDIENER,
}


def maak(soort: str, anders: dict[str, Any] | None = None, op: dt.date | None = None) -> dict[str, Document]:
    """The letters of kind `soort` for the suitable case, changed as `anders` says."""
    zaak = maak_zaak(deepcopy({**BEHANDELAAR, **GESCHIKT[soort], **(anders or {})}))
    return KETEN.maak_brieven(soort, [KETEN.toets(zaak, op, op)])


def tekst(bomen: dict[str, Document]) -> str:
    return " ".join(plain_text(boom.blocks) for boom in bomen.values()).replace("\u00a0", " ")


def geweigerd(soort: str, anders: dict[str, Any], op: dt.date | None = None) -> str:
    with pytest.raises(InvoerError) as fout:
        maak(soort, anders, op)
    return str(fout.value)


MACHTIGING = {
    "bezwaarschrift.gemachtigde": GEMACHTIGDE,
    "procedure.verzuimbrief": {**VERZUIM, "verzuimen": ["machtiging"], "hersteld": "2026-05-08"},
}

# Two who object, of whom the second got the decision ten days later.
ELK_EEN_TERMIJN = {
    "bezwaarschrift.indieners": [
        {"naam": "J. Voorbeeld", "ondertekend": "ja"},
        {
            "naam": "P. Voorbeeld", "ondertekend": "ja",
            "bekendmaking": {"datum": "2026-03-23", "wijze": "toezending", "betwist": "nee"},
        },
    ],
}  # fmt: skip


def brieven(soort: str, anders: dict[str, Any]) -> list[str]:
    return [tekst({naam: boom}) for naam, boom in maak(soort, anders).items()]
