"""Whether an objection came in time (*indiening*), for each objector: never more than the facts carry.

``ontvangen na de termijn`` only where the day of bekendmaking is a fact that nobody disputes, the channel is known
and the rule on post is excluded (Awb 6:7–6:9).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarkeuzes import Kanaal, Rol
from generator.feiten.bezwaarschrift import Bezwaarschrift, Indiener
from generator.regels.termijnen import kies_soort, termijnverloop
from generator.toetsuitslag import Indiening, Indieningsuitslag

if TYPE_CHECKING:
    import datetime as dt

    from generator.bevindingen import Uitkomst
    from generator.feiten.besluit import Bekendmaking
    from generator.feiten.bezwaarschrift import Bezwaarzaak
    from generator.feiten.recht import Recht


def indieningen(zaak: Bezwaarzaak, recht: Recht) -> tuple[Indieningsuitslag, ...]:
    """The period and the standing of each objector; one without a name when none is known."""
    bezwaarschrift = zaak.bezwaarschrift or Bezwaarschrift()
    return tuple(_indiening(zaak, recht, indiener) for indiener in bezwaarschrift.indieners or (Indiener(),))


def _indiening(zaak: Bezwaarzaak, recht: Recht, indiener: Indiener) -> Indieningsuitslag:
    naam = indiener.naam or ""
    bekendmaking = indiener.bekendmaking or zaak.besluit.bekendmaking
    soort = kies_soort(recht, "bezwaar")
    if bekendmaking is None or bekendmaking.datum is None:
        return _zonder_begin(zaak, recht, naam, bekendmaking)
    verloop = termijnverloop(recht, soort, bekendmaking.datum)
    stand, reden = _stand(zaak, bekendmaking, verloop.uitkomst.datum, verloop.ontvangst_post)
    return Indieningsuitslag(
        naam, stand, bekendmaking.datum, verloop.eerste_dag, verloop.uitkomst, verloop.ontvangst_post, (reden,),
        ("besluit.bekendmaking.datum", "bezwaarschrift.ontvangen.datum"),
    )  # fmt: skip


def _zonder_begin(zaak: Bezwaarzaak, recht: Recht, naam: str, bekendmaking: Bekendmaking | None) -> Indieningsuitslag:
    """No day to count from: what it would be for each day that it may have been."""
    mogelijk = bekendmaking.mogelijk if bekendmaking and bekendmaking.mogelijk else ()
    lezingen = {dag: termijnverloop(recht, kies_soort(recht, "bezwaar"), dag).uitkomst for dag in mogelijk}
    zin = "De dag van bekendmaking is niet bekend; zonder die dag is er geen einddatum (Awb 6:8 lid 1)."
    stand = Indiening.NOG_NIET if _is_nog_niet_ingediend(zaak) else Indiening.NIET_VAST
    return Indieningsuitslag(naam, stand, redenen=(zin,), rust_op=("besluit.bekendmaking.datum",), lezingen=lezingen)


def _is_nog_niet_ingediend(zaak: Bezwaarzaak) -> bool:
    ontvangen = zaak.bezwaarschrift.ontvangen if zaak.bezwaarschrift else None
    return zaak.rol is Rol.INDIENER and not (ontvangen and ontvangen.datum)


def _stand(
    zaak: Bezwaarzaak, bekendmaking: Bekendmaking, laatste: dt.date, post: Uitkomst | None
) -> tuple[Indiening, str]:
    """The answer and the sentence that carries it."""
    ontvangst = zaak.bezwaarschrift.ontvangen if zaak.bezwaarschrift else None
    tot_en_met = f"de termijn liep tot en met {datum_voluit(laatste)}"
    if _is_nog_niet_ingediend(zaak):
        return Indiening.NOG_NIET, f"Bezwaar maken kan tot en met {datum_voluit(laatste)}."
    if ontvangst is None or ontvangst.datum is None:
        return Indiening.NIET_VAST, "Wanneer het bezwaarschrift is ontvangen, is niet bekend."
    ontvangen = f"Het is ontvangen op {datum_voluit(ontvangst.datum)}"
    if bekendmaking.datum and ontvangst.datum <= bekendmaking.datum:
        return Indiening.PREMATUUR, f"{ontvangen}, voordat de termijn begon (Awb 6:10)."
    if ontvangst.datum <= laatste:
        return Indiening.TIJDIG, f"{ontvangen}; {tot_en_met}."
    if ontvangst.wijze in {Kanaal.POST, Kanaal.KOERIER, None} and post and ontvangst.datum <= post.datum:
        return _per_post(zaak, laatste, ontvangen)
    if ontvangst.wijze is None or bekendmaking.betwist:
        return Indiening.NIET_VAST, f"{ontvangen}; {tot_en_met}. De weg of de bekendmaking staat niet vast."
    return Indiening.NA_DE_TERMIJN, f"{ontvangen}; {tot_en_met}."


def _per_post(zaak: Bezwaarzaak, laatste: dt.date, ontvangen: str) -> tuple[Indiening, str]:
    """In time when it was posted before the end of the period (Awb 6:9 lid 2)."""
    verzending = zaak.bezwaarschrift.verzonden if zaak.bezwaarschrift else None
    if verzending is None or verzending.datum is None:
        return Indiening.NIET_VAST, f"{ontvangen}. Wanneer het op de post is gedaan, is niet bekend (Awb 6:9 lid 2)."
    gepost = f"op de post gedaan op {datum_voluit(verzending.datum)}"
    if verzending.datum <= laatste:
        return Indiening.TIJDIG, f"{ontvangen}, binnen een week na de termijn, en {gepost} (Awb 6:9 lid 2)."
    return Indiening.NIET_VAST, f"{ontvangen}; volgens de feiten {gepost}, na {datum_voluit(laatste)}."
