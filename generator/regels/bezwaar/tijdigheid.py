"""Whether what was received came in time (Awb 6:9, 6:10, 6:15 lid 3), for one last day; never more than facts carry.

``ontvangen na de termijn`` only where the channel is known and the rule on post is excluded; and it is no verdict: the
questions of Awb 6:11 go with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.datumtekst import datum_voluit
from generator.feiten.bezwaarkeuzes import Kanaal, Ontvangersoort, Postbewijs
from generator.feiten.bezwaarschrift import Bezwaarschrift, Ontvangst, Verzending
from generator.regels.bezwaar.aanvang import WMEBV
from generator.regels.kalender import DAG, gewone_dag_vanaf
from generator.toetsuitslag import Indiening

if TYPE_CHECKING:
    import datetime as dt

    from generator.bevindingen import Termijnverloop, Uitkomst
    from generator.feiten.bezwaarschrift import Bezwaarzaak, Onbevoegd
    from generator.feiten.recht import Recht
    from generator.feiten.termijnrecht import Kalender

_EERSTE_ONTVANGST_TELT = frozenset({Ontvangersoort.BESTUURSORGAAN, Ontvangersoort.BESTUURSRECHTER})  # Awb 6:15 lid 3
_PER_POST = frozenset({Kanaal.POST, Kanaal.KOERIER})
_LEEG, _GEEN_ONTVANGST, _GEEN_VERZENDING = Bezwaarschrift(), Ontvangst(), Verzending()
_ONTVANGEN, _VERZONDEN = "bezwaarschrift.ontvangen", "bezwaarschrift.verzonden"


class Tijdigheid(Struct, frozen=True):
    """The answer, the sentence that carries it, and the paths of the facts it rests on."""

    indiening: Indiening
    reden: str
    rust_op: tuple[str, ...] = ()


class Binnenkomst(Struct, frozen=True):
    """The receipt that counts.

    Attributes:
        datum: the day; None when not known.
        wijze: by which way; None when not known, or when it first came in elsewhere.
        elders: where it first came in, when that is the receipt that counts.
        tijd: at what time; None when not known, or when it first came in elsewhere.
        later: the day of a later receipt, where it is not certain that the first one counts.
        rust_op: paths of the facts it rests on.
    """

    datum: dt.date | None
    wijze: Kanaal | None
    elders: Onbevoegd | None
    tijd: dt.time | None
    later: dt.date | None
    rust_op: tuple[str, ...]

    @property
    def is_per_post(self) -> bool:
        """Whether it came by post or courier."""
        return self.wijze in _PER_POST

    @property
    def zin(self) -> str:
        """A Dutch clause to begin a sentence with; empty when the day is not known."""
        if self.datum is None:
            return ""
        if self.elders:
            return f"Het is eerst ontvangen op {datum_voluit(self.datum)} door {self.elders.orgaan or 'een ander'}"
        return f"Het is ontvangen op {datum_voluit(self.datum)}"


def binnenkomst(zaak: Bezwaarzaak) -> Binnenkomst:
    """The receipt that counts: the first one at a body or court that was not competent (Awb 6:15 lid 3)."""
    ontvangst = (zaak.bezwaarschrift or _LEEG).ontvangen or _GEEN_ONTVANGST
    eerst, paden = ontvangst.onbevoegd, (f"{_ONTVANGEN}.datum", f"{_ONTVANGEN}.wijze")
    if eerst is None or eerst.datum is None or (ontvangst.datum and ontvangst.datum <= eerst.datum):
        return Binnenkomst(ontvangst.datum, ontvangst.wijze, None, ontvangst.tijd, None, paden)
    later = None if eerst.soort in _EERSTE_ONTVANGST_TELT else ontvangst.datum
    return Binnenkomst(eerst.datum, None, eerst, None, later, (f"{_ONTVANGEN}.onbevoegd", *paden))


def tijdigheid(zaak: Bezwaarzaak, recht: Recht, loop: Termijnverloop, twijfel: str = "") -> Tijdigheid:
    """How the receipt stands to a period, its last day taken in the later reading.

    Args:
        zaak: the facts.
        recht: the dated parameters of the law.
        loop: the period.
        twijfel: why it may not be called late, as a Dutch sentence; empty when it may.
    """
    eerste, laatste = loop.eerste_dag or loop.dag + DAG, loop.uitkomst.datum
    tot_en_met = f"de termijn liep tot en met {datum_voluit(laatste)}"
    komst = binnenkomst(zaak)
    if komst.datum is None:
        zin = f"Wanneer het bezwaarschrift is ontvangen, is niet bekend; {tot_en_met}."
        return Tijdigheid(Indiening.NIET_VAST, zin, komst.rust_op)
    if komst.wijze is Kanaal.MONDELING:
        zin = f"Mondeling op {datum_voluit(komst.datum)}: een bezwaarschrift is schriftelijk (Awb 6:4); {tot_en_met}."
        return Tijdigheid(Indiening.NIET_VAST, zin, komst.rust_op)
    if komst.datum < eerste:
        zin = f"{komst.zin}, voordat de termijn begon op {datum_voluit(eerste)} (Awb 6:10)."
        return Tijdigheid(Indiening.PREMATUUR, zin, komst.rust_op)
    if komst.datum <= laatste:
        if komst.later and komst.later > laatste:
            zin = (
                f"{komst.zin}, en daarna op {datum_voluit(komst.later)} door het bestuursorgaan zelf; {tot_en_met}. De "
                "eerste ontvangst telt als die bij een bestuursorgaan of bestuursrechter was (Awb 6:15 lid 3)."
            )
            return Tijdigheid(Indiening.NIET_VAST, zin, komst.rust_op)
        grond = "Awb 6:15 lid 3" if komst.elders else "Awb 6:9 lid 1"
        return Tijdigheid(Indiening.TIJDIG, f"{komst.zin}; {tot_en_met} ({grond}).", komst.rust_op)
    na_afloop = _na_afloop(zaak, recht.kalender, komst, laatste, loop.ontvangst_post)
    if na_afloop.indiening is Indiening.NA_DE_TERMIJN and twijfel:
        return Tijdigheid(Indiening.NIET_VAST, f"{na_afloop.reden} {twijfel}", na_afloop.rust_op)
    return na_afloop


def _na_afloop(
    zaak: Bezwaarzaak, kalender: Kalender, komst: Binnenkomst, laatste: dt.date, post: Uitkomst | None
) -> Tijdigheid:
    """What came in after the last day: by post it may still be in time (Awb 6:9 lid 2)."""
    assert komst.datum is not None  # noqa: S101 - the caller asked
    feit = f"{komst.zin}; de termijn liep tot en met {datum_voluit(laatste)}"
    if komst.wijze is None:
        slot = "Langs welke weg het binnenkwam, is niet bekend; per post kan het nog op tijd zijn"
        zin = f"{feit}. {slot} (Awb 6:9 lid 2)."
        return Tijdigheid(Indiening.NIET_VAST, zin, komst.rust_op)
    if komst.wijze is Kanaal.BRIEVENBUS and komst.datum <= gewone_dag_vanaf(kalender, laatste + DAG):
        zin = f"{feit}. In de eigen brievenbus kan het op die laatste dag al hebben gelegen (Awb 6:9 lid 1)."
        return Tijdigheid(Indiening.NIET_VAST, zin, komst.rust_op)
    if komst.wijze.is_elektronisch and komst.tijd is None and komst.datum <= gewone_dag_vanaf(kalender, laatste + DAG):
        artikel = "Awb 2:20" if komst.datum >= WMEBV else "Awb 2:17 lid 2"
        slot = "Hoe laat het systeem is bereikt, staat niet in de feiten; was dat nog op die laatste dag, dan is het op"
        return Tijdigheid(
            Indiening.NIET_VAST, f"{feit}. {slot} tijd ({artikel}).", (*komst.rust_op, f"{_ONTVANGEN}.tijd")
        )
    if komst.wijze not in _PER_POST or post is None:
        return Tijdigheid(Indiening.NA_DE_TERMIJN, f"{feit} (Awb 6:9 lid 1).", komst.rust_op)
    verzending = (zaak.bezwaarschrift or _LEEG).verzonden or _GEEN_VERZENDING
    paden = (*komst.rust_op, f"{_VERZONDEN}.datum", f"{_VERZONDEN}.bewijs")
    if komst.datum > post.datum:
        zin = f"{feit}, en per post had het uiterlijk {datum_voluit(post.datum)} ontvangen moeten zijn (Awb 6:9 lid 2)."
        return Tijdigheid(Indiening.NA_DE_TERMIJN, zin, paden)
    if verzending.vervoerder_acm is False or (komst.wijze is Kanaal.KOERIER and verzending.vervoerder_acm is None):
        zin = f"{feit}. Of deze vervoerder telt als post, hangt af van zijn registratie bij de ACM (Awb 6:9 lid 2)."
        return Tijdigheid(Indiening.NIET_VAST, zin, (*paden, f"{_VERZONDEN}.vervoerder_acm"))
    geschreven = (zaak.bezwaarschrift or _LEEG).dagtekening
    paden = (*paden, "bezwaarschrift.dagtekening") if geschreven and geschreven > laatste else paden
    stand, slot = _per_post(kalender, verzending, komst.datum, laatste, geschreven)
    vroegst = post.andere_lezing
    if stand is Indiening.TIJDIG and vroegst and vroegst < komst.datum:
        slot = f"{slot}. De week voor de post liep tot en met {datum_voluit(vroegst)}, of tot en met"
        slot = f"{slot} {datum_voluit(post.datum)} als de Algemene termijnenwet haar verlengt; dat staat niet vast"
    return Tijdigheid(stand, f"{feit}. {slot} (Awb 6:9 lid 2).", (*paden, f"{_VERZONDEN}.leesbaar"))


def _per_post(
    kalender: Kalender, verzending: Verzending, ontvangen: dt.date, laatste: dt.date, geschreven: dt.date | None
) -> tuple[Indiening, str]:
    """Received by post within the week after the end: in time when it was posted before the end.

    A date on the letter itself (`geschreven`) proves nothing, but after the end it takes away what would be presumed.
    """
    eerste_werkdag = gewone_dag_vanaf(kalender, laatste + DAG)
    tweede_werkdag = gewone_dag_vanaf(kalender, eerste_werkdag + DAG)
    gepost, bewijs = verzending.datum, verzending.bewijs
    bewezen = bewijs in {Postbewijs.POSTSTEMPEL, Postbewijs.VERZENDBEWIJS} and verzending.leesbaar is not False
    if gepost and gepost <= laatste and bewezen:
        return (
            Indiening.TIJDIG,
            f"Het is op de post gedaan op {datum_voluit(gepost)} en binnen de tijd voor de post ontvangen",
        )
    if gepost and gepost > laatste and bewezen:
        if bewijs is Postbewijs.POSTSTEMPEL and gepost <= eerste_werkdag:
            zin = "dat sluit niet uit dat het na de laatste lichting van de termijn al in de brievenbus lag"
            return Indiening.NIET_VAST, f"Het poststempel is van {datum_voluit(gepost)}; {zin}"
        return Indiening.NA_DE_TERMIJN, f"Het {bewijs} is van {datum_voluit(gepost)}; tegenbewijs mag"
    if geschreven and geschreven > laatste:
        zin = "met die dag is het niet vanzelf op tijd gepost, en een schrijffout kan het ook zijn"
        return Indiening.NIET_VAST, f"Het is gedagtekend op {datum_voluit(geschreven)}; {zin}"
    if ontvangen <= tweede_werkdag and not (gepost and gepost > laatste):
        return Indiening.TIJDIG, (
            "Het is per post ontvangen op de eerste of tweede werkdag na de termijn: dan wordt aangenomen dat het op "
            "tijd op de post is gedaan, tenzij de feiten anders zijn"
        )
    if gepost:
        zin = "een leesbaar poststempel of verzendbewijs is er niet"
        return Indiening.NIET_VAST, f"Het zou op de post zijn gedaan op {datum_voluit(gepost)}; {zin}"
    return Indiening.NIET_VAST, "Wanneer het op de post is gedaan, is niet bekend"
