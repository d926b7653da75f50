"""Whether there is a decision, whose interest it touches and whether objecting is the way.

What a decision is, who has an interest and what case law weighs is put to a person; only what the law says of a kind
of decision follows from its facts.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.bevindingen import Ernst
from generator.feiten.bezwaarkeuzes import Besluitsoort, Indienersoort, Verzoek, Voorbereiding
from generator.regels.bezwaar.antwoord import antwoord_op, beoordelen, ja, nee, nvt, onbekend
from generator.regels.bezwaar.bezwaarregel import bezwaarregel
from generator.regels.bezwaar.toets import Peil

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.bezwaarschrift import Indiener
    from generator.regels.bezwaar.antwoord import Antwoord
    from generator.regels.bezwaar.toets import Bezwaartoets

_SOORT = "besluit.soort"
_ZONDER_BESLUIT = frozenset({Besluitsoort.WEIGERING, Besluitsoort.NIET_TIJDIG})  # Awb 6:2
_TWIJFEL = frozenset({Besluitsoort.ANDERS, Besluitsoort.PRIVAATRECHT})
_ZONDER_BEROEP = frozenset({Besluitsoort.VOORSCHRIFT, Besluitsoort.BELEIDSREGEL, Besluitsoort.PRIVAATRECHT})
_BIJZONDER = frozenset({Besluitsoort.VERKEERSBOETE, Besluitsoort.OVERLASTBOETE})
_RECHTSPERSONEN = frozenset({Indienersoort.RECHTSPERSOON, Indienersoort.VERENIGING})
_ORGANEN = frozenset({Indienersoort.BESTUURSORGAAN, Indienersoort.GEMEENTE})


@bezwaarregel("BZ-1:3", "Awb 1:3 lid 1", ontvanger=Ernst.OORDEEL, indiener=Ernst.OORDEEL, peil=Peil.BESLUIT)
def is_besluit(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A decision is written, from an administrative body, and a legal act under public law (Awb 1:3 lid 1)."""
    besluit = toets.besluit
    soort = besluit.soort
    if soort in _ZONDER_BESLUIT:
        yield nvt(_SOORT, soort=soort)
    elif besluit.schriftelijk is False or besluit.rechtsgevolg is False or soort in _TWIJFEL:
        yield beoordelen(
            _SOORT, "besluit.schriftelijk", "besluit.rechtsgevolg",
            soort=soort, schriftelijk=besluit.schriftelijk, rechtsgevolg=besluit.rechtsgevolg,
        )  # fmt: skip
    elif soort is None:
        yield onbekend(_SOORT)
    else:
        yield ja(_SOORT, soort=soort)


@bezwaarregel("BZ-1:2", "Awb 1:2", ontvanger=Ernst.OORDEEL, indiener=Ernst.OORDEEL)
def belanghebbende(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Whose interest the decision directly touches: asked of each objector, and never answered with no."""
    for nummer, indiener in enumerate(toets.bezwaarschrift.indieners or ()):
        pad = f"bezwaarschrift.indieners.{nummer}"
        naam = indiener.naam or "de indiener"
        if indiener.aanvrager:
            yield ja(f"{pad}.aanvrager", naam=naam)
        elif indiener.aanvrager is None and indiener.belang is None:
            yield onbekend(pad, naam=naam)
        else:
            yield beoordelen(
                f"{pad}.belang", f"{pad}.soort",
                naam=naam, belang=indiener.belang or "niet genoemd", vraag=_belangvraag(indiener),
            )  # fmt: skip


def _belangvraag(indiener: Indiener) -> str:
    """What Awb 1:2 asks of this kind of objector."""
    if indiener.soort in _RECHTSPERSONEN:
        return "Raakt het besluit een belang dat deze rechtspersoon volgens doel en werkzaamheden behartigt (lid 3)?"
    if indiener.soort in _ORGANEN:
        return "Raakt het besluit een belang dat aan dit bestuursorgaan is toevertrouwd (lid 2)?"
    return "Raakt het besluit een eigen belang van deze persoon, en rechtstreeks (lid 1)?"


@bezwaarregel("BZ-6:2", "Awb 6:2", ontvanger=Ernst.NOTITIE, indiener=Ernst.NOTITIE, peil=Peil.BESLUIT)
def uitdrukkelijk_besluit(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """A written refusal to decide, and not deciding in time, count as a decision (Awb 6:2)."""
    soort = toets.besluit.soort
    if soort in _ZONDER_BESLUIT:
        yield nee(_SOORT, soort=soort)
    elif soort:
        yield ja(_SOORT, soort=soort)


@bezwaarregel("BZ-6:3", "Awb 6:3", ontvanger=Ernst.OORDEEL, indiener=Ernst.OORDEEL, peil=Peil.BESLUIT)
def voorbereidingsbeslissing(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """No objection to a step in preparing a decision, unless it touches somebody apart from that decision (Awb 6:3)."""
    soort = toets.besluit.soort
    if soort is Besluitsoort.VOORBEREIDING:
        yield beoordelen(_SOORT)
    elif soort:
        yield ja(_SOORT, soort=soort)


@bezwaarregel("BZ-7:1-d", "Awb 7:1 lid 1", "Awb 6:15 lid 2", peil=Peil.BESLUIT)
def uniforme_voorbereiding(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """After the procedure of afdeling 3.4 there is no objection but an appeal (Awb 7:1 lid 1 d)."""
    besluit = toets.besluit
    if besluit.voorbereiding is Voorbereiding.UNIFORM:
        yield nee("besluit.voorbereiding")
    elif besluit.voorbereiding is Voorbereiding.REGULIER:
        yield ja("besluit.voorbereiding")
    elif besluit.soort and (besluit.soort.is_belastingzaak or besluit.soort in _BIJZONDER):
        yield nvt(_SOORT, soort=besluit.soort)
    else:
        yield onbekend("besluit.voorbereiding")


@bezwaarregel("BZ-7:1-x", "Awb 7:1 lid 1", "Awb 6:15 lid 2", peil=Peil.BESLUIT)
def andere_uitzondering(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The other decisions against which one appeals without objecting first (Awb 7:1 lid 1 a–c, e–g)."""
    besluit = toets.besluit
    per_soort = {
        Besluitsoort.BESLISSING_OP_BEZWAAR: "onder a: het is een beslissing op bezwaar",
        Besluitsoort.GOEDKEURING: "onder c: het is een besluit over goedkeuring",
        Besluitsoort.NIET_TIJDIG: "onder f: het gaat om niet tijdig beslissen",
    }
    reden = per_soort.get(besluit.soort) if besluit.soort else None
    if reden:
        yield nee(_SOORT, reden=reden)
    if besluit.onder_goedkeuring:
        yield nee("besluit.onder_goedkeuring", reden="onder b: het heeft goedkeuring nodig")
    if besluit.na_uitspraak:
        yield nee("besluit.na_uitspraak", reden="onder e: de rechter bepaalde dat zo moest worden besloten")
    if besluit.regeling_rechtstreeks_beroep:
        yield nee("besluit.regeling_rechtstreeks_beroep", reden="onder g: de Regeling rechtstreeks beroep noemt het")
    uitgezonderd = besluit.onder_goedkeuring or besluit.na_uitspraak or besluit.regeling_rechtstreeks_beroep
    if not (reden or uitgezonderd) and besluit.soort:
        yield ja(_SOORT, soort=besluit.soort)


@bezwaarregel("BZ-8:3", "Awb 8:3", "Awb 7:1 lid 1", peil=Peil.BESLUIT)
def algemene_regel(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """No appeal, so no objection, against general rules and the preparing of a private act (Awb 8:3)."""
    soort = toets.besluit.soort
    if soort in _ZONDER_BEROEP:
        yield nee(_SOORT, soort=soort)
    elif soort is Besluitsoort.ALGEMENE_STREKKING:
        yield beoordelen(_SOORT)
    elif soort:
        yield ja(_SOORT, soort=soort)


@bezwaarregel("BZ-8:4", "Awb 8:4", "Awb 7:1 lid 1", peil=Peil.BESLUIT)
def genoemd_besluit(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """No appeal, so no objection, against the decisions named in Awb 8:4, most of them about procedure."""
    soort = toets.besluit.soort
    if soort is Besluitsoort.PROCEDURE:
        yield nee(_SOORT)
    elif soort is Besluitsoort.ANDERS:
        yield beoordelen(_SOORT)
    elif soort:
        yield ja(_SOORT, soort=soort)


@bezwaarregel("BZ-8:5", "Awb 8:5", ontvanger=Ernst.OORDEEL, indiener=Ernst.OORDEEL, peil=Peil.BESLUIT)
def negatieve_lijst(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """The list of decisions without appeal is not in Raadwerk: whether a decision is on it, a person looks up."""
    op_lijst = toets.besluit.op_negatieve_lijst
    if op_lijst:
        yield beoordelen("besluit.op_negatieve_lijst")
    elif op_lijst is False:
        yield ja("besluit.op_negatieve_lijst")
    else:
        yield onbekend("besluit.op_negatieve_lijst")


@bezwaarregel("BZ-WAHV", "Wahv 6", "Awb 6:15 lid 1", peil=Peil.BESLUIT)
def verkeersboete(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Against a traffic fine under the Wahv one goes to the public prosecutor first."""
    if toets.besluit.soort is Besluitsoort.VERKEERSBOETE:
        yield nee(_SOORT)


@bezwaarregel("BZ-154k", "Gemeentewet 154k", "Awb 6:15 lid 2", peil=Peil.BESLUIT)
def overlastboete(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Against a fine for nuisance in public space one goes to the kantonrechter (Gemeentewet 154k)."""
    if toets.besluit.soort is Besluitsoort.OVERLASTBOETE:
        yield nee(_SOORT)


@bezwaarregel("BZ-26AWR", "AWR 26", "AWR 26a", ontvanger=Ernst.OORDEEL, indiener=Ernst.OORDEEL, peil=Peil.BESLUIT)
def belastingkring(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """In tax cases only against an assessment or a decision open to objection, by those named in AWR 26a."""
    soort = toets.besluit.soort
    if soort is None or not soort.is_belastingzaak:
        return
    for nummer, indiener in enumerate(toets.bezwaarschrift.indieners or ()):
        pad = f"bezwaarschrift.indieners.{nummer}.aanvrager"
        naam = indiener.naam or "de indiener"
        yield ja(pad, naam=naam) if indiener.aanvrager else beoordelen(pad, _SOORT, naam=naam, soort=soort)


@bezwaarregel(
    "BZ-7:1a", "Awb 7:1a", ontvanger=Ernst.OORDEEL, indiener=Ernst.OORDEEL, van=dt.date(2004, 9, 1)
)  # fmt: skip
def rechtstreeks_beroep(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Skipping the objection is asked in the objection itself; the body may agree (Awb 7:1a)."""
    verzoeken = toets.bezwaarschrift.verzoeken
    if verzoeken is None:
        return
    if Verzoek.RECHTSTREEKS_BEROEP in verzoeken:
        yield beoordelen(
            "bezwaarschrift.verzoeken", "procedure.andere_bezwaren", anderen=toets.procedure.andere_bezwaren
        )
    else:
        yield ja("bezwaarschrift.verzoeken")


@bezwaarregel("BZ-6:13", "Awb 6:13", ontvanger=Ernst.NOTITIE, indiener=Ernst.NOTITIE, peil=Peil.BESLUIT)
def eerdere_zienswijze(toets: Bezwaartoets) -> Iterator[Antwoord]:
    """Who gave no view in the procedure of afdeling 3.4 may be barred from appeal, if that can be blamed on them."""
    if toets.besluit.voorbereiding is not Voorbereiding.UNIFORM:
        return
    for nummer, indiener in enumerate(toets.bezwaarschrift.indieners or ()):
        pad = f"bezwaarschrift.indieners.{nummer}.zienswijze_gedaan"
        naam = indiener.naam or "de indiener"
        yield antwoord_op(indiener.zienswijze_gedaan)(pad, naam=naam)
