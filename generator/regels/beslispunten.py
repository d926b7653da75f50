"""Points for decision: who may decide them, the words that belong to it, and an argument for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.document.nodes import Argument, Beslispunt, Heading
from generator.document.walk import plain_text, walk_blocks
from generator.feiten.dossier import doel_van
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import plaats
from generator.regels.voorlegging import punten_over_overeenkomst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.nodes import Document
    from generator.errors import Plaats
    from generator.feiten import dossier as feiten

_FORMULE = "wensen en bedenkingen ter kennis van het college te brengen"
_INSTEMMEN = re.compile(
    r"\b(in te stemmen met|akkoord te gaan|aan te wijzen|vast te stellen|goed te keuren|te verlenen|te machtigen"
    r"|toestemming te geven)\b"
)
_VAN_169 = re.compile(r"Gemeentewet[^;]*\b169\b")
# Where the Gemeentewet lets the council give its wishes: 169 lid 4, and for other decisions than an agreement these.
_OVER_OVEREENKOMST = re.compile(r"\b169\b")
_WENSEN_ARTIKEL = re.compile(r"\b(?:165|169|178)\b|\b160,? (?:tweede lid|lid 2)\b")
_RAAD, _BESLUIT, _WENSEN = "raad", "besluit", "wensen en bedenkingen"
_RAADSBESLUIT = "raadsbesluit"
_169 = "Gemeentewet 169"


@regel("BP-ONTBREEKT", neemt=Neemt.STUKKEN)
def beslispunt_ontbreekt(zaak: Zaak) -> Iterator[Bevinding]:
    """A point of the facts that its raadsvoorstel does not show."""
    for naam, stuk in _voorstellen(zaak).items():
        gezet = {punt.label for punt in beslispunten_in(stuk)}
        for sleutel, punt in zaak.dossier.beslispunten_bij(zaak.dossier.stukken[naam]).items():
            if sleutel not in gezet:
                yield Bevinding("BP-ONTBREEKT", Ernst.FOUT, (punt.plaats,), {"punt": sleutel, "stuk": naam})


@regel("BP-FORMULE", _169, neemt=Neemt.STUKKEN)
def wensen_zonder_formule(zaak: Zaak) -> Iterator[Bevinding]:
    """With wensen en bedenkingen the council brings them to the college: it neither agrees nor appoints."""
    for naam, blok, punt in _punten(zaak):
        if punt.soort.woorden == _WENSEN and _FORMULE not in plain_text(blok.blocks):
            yield _bevinding("BP-FORMULE", naam, blok, punt, formule=_FORMULE)


@regel("BP-INSTEMMEN", _169, neemt=Neemt.STUKKEN)
def raad_zonder_bevoegdheid(zaak: Zaak) -> Iterator[Bevinding]:
    """Words of deciding in a point that is not the council's to decide."""
    for naam, blok, punt in _punten(zaak):
        vondst = _INSTEMMEN.search(plain_text(blok.blocks))
        if vondst and (punt.soort.woorden == _WENSEN or _orgaan(zaak, punt) not in {"", _RAAD}):
            yield _bevinding("BP-INSTEMMEN", naam, blok, punt, woorden=vondst[0])


@regel("BP-BEVOEGDHEID")
def beslispunt_van_een_ander(zaak: Zaak) -> Iterator[Bevinding]:
    """A point that rests on a power of another body than the council, or that names none."""
    for sleutel, punt in zaak.dossier.beslispunten.items():
        orgaan = _orgaan(zaak, punt)
        if punt.soort.woorden == _BESLUIT and orgaan == _RAAD:
            continue
        if punt.soort.woorden == _WENSEN and orgaan:
            continue
        plaatsen = (punt.bevoegdheid.plaats,) if punt.bevoegdheid else (punt.plaats,)
        yield Bevinding(
            "BP-BEVOEGDHEID", Ernst.FOUT if orgaan else Ernst.NOTITIE, plaatsen,
            {"punt": sleutel, "soort": punt.soort.woorden,
             "orgaan": f"als bevoegd orgaan: {orgaan}" if orgaan else "geen bevoegdheid"},
        )  # fmt: skip


@regel("BP-SOORT", _169)
def besluit_op_grond_van_wensen(zaak: Zaak) -> Iterator[Bevinding]:
    """A decision that rests on the right to give wishes: of the college's agreement the council decides nothing."""
    for sleutel, punt in zaak.dossier.beslispunten.items():
        grond = _bevoegdheid(zaak, punt)
        if punt.soort.woorden != _BESLUIT or grond is None or grond.artikel.is_open:
            continue
        if _VAN_169.search(grond.artikel.woorden):
            yield Bevinding(
                "BP-SOORT", Ernst.FOUT, (punt.soort.plaats, grond.artikel.plaats),
                {"punt": sleutel, "artikel": grond.artikel.woorden}, (_169,), (punt.soort.pad, grond.artikel.pad),
            )  # fmt: skip


@regel("BP-GRONDSLAG", _169)
def wensen_op_ander_artikel(zaak: Zaak) -> Iterator[Bevinding]:
    """Wishes that rest on an article that gives the council none: of an agreement that is another than 169 lid 4."""
    over_overeenkomst = punten_over_overeenkomst(zaak.dossier) if zaak.dossier.overeenkomst else {}
    for sleutel, punt in zaak.dossier.beslispunten.items():
        grond = _bevoegdheid(zaak, punt)
        if punt.soort.woorden != _WENSEN or grond is None:
            continue
        artikel = grond.gelet_op or grond.artikel
        patroon = _OVER_OVEREENKOMST if sleutel in over_overeenkomst else _WENSEN_ARTIKEL
        if not artikel.is_open and not patroon.search(artikel.woorden):
            yield Bevinding(
                "BP-GRONDSLAG", Ernst.FOUT, (artikel.plaats, punt.soort.plaats),
                {"punt": sleutel, "artikel": artikel.woorden}, (_169,), (artikel.pad, punt.soort.pad),
            )  # fmt: skip


@regel("BP-GELETOP")
def aanhef_zonder_gelet_op(zaak: Zaak) -> Iterator[Bevinding]:
    """A raadsbesluit prints ‘gelet op’ with the article of the power, for nobody wrote how the decision cites it."""
    besluiten = [stuk for stuk in zaak.dossier.stukken.values() if stuk.soort.woorden == _RAADSBESLUIT]
    for sleutel in dict.fromkeys(naam for stuk in besluiten for naam in zaak.dossier.beslispunten_bij(stuk)):
        grond = _bevoegdheid(zaak, zaak.dossier.beslispunten[sleutel])
        if grond is not None and grond.gelet_op is None and not grond.artikel.is_open:
            yield Bevinding(
                "BP-GELETOP", Ernst.NOTITIE, (grond.artikel.plaats,),
                {"punt": sleutel, "artikel": grond.artikel.woorden, "bevoegdheid": grond.pad}, (), (grond.artikel.pad,),
            )  # fmt: skip


@regel("BP-WENSEN", _169)
def besluit_in_wensen(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper that asks the council for wishes only, and puts a decision of its own to it as well."""
    for naam, stuk in zaak.dossier.stukken.items():
        if stuk.soort.woorden == "raadsvoorstel-wensen":
            for sleutel, punt in zaak.dossier.beslispunten_bij(stuk).items():
                if punt.soort.woorden == _BESLUIT:
                    yield Bevinding(
                        "BP-WENSEN", Ernst.FOUT, (punt.soort.plaats, stuk.soort.plaats),
                        {"punt": sleutel, "stuk": naam}, (_169,), (punt.soort.pad,),
                    )  # fmt: skip


@regel("BP-UITKOMST", _169)
def uitkomst_en_wensen(zaak: Zaak) -> Iterator[Bevinding]:
    """‘Geen’ with wishes, or ‘de volgende’ with none."""
    for sleutel, punt in zaak.dossier.beslispunten.items():
        if punt.uitkomst is not None and not punt.uitkomst.is_open:
            woorden, aantal = punt.uitkomst.woorden, len(punt.wensen)
            if (woorden == "geen") is (aantal > 0):
                yield Bevinding(
                    "BP-UITKOMST", Ernst.FOUT, (punt.uitkomst.plaats,),
                    {"punt": sleutel, "uitkomst": woorden, "aantal": str(aantal or "geen")},
                    feiten=(punt.uitkomst.pad,),
                )  # fmt: skip


@regel("BP-ARGUMENT", neemt=Neemt.STUKKEN)
def beslispunt_zonder_argument(zaak: Zaak) -> Iterator[Bevinding]:
    """A point without an argument, or without a kanttekening: a council weighs both."""
    for naam, stuk in _voorstellen(zaak).items():
        er_is = {(blok.bij, blok.soort) for blok in walk_blocks(stuk) if isinstance(blok, Argument)}
        for blok in beslispunten_in(stuk):
            for soort, ernst in (("argument", Ernst.WAARSCHUWING), ("kanttekening", Ernst.NOTITIE)):
                if (blok.label, soort) not in er_is:
                    yield Bevinding(
                        "BP-ARGUMENT", ernst, (plaats(blok),),
                        {"nummer": str(blok.nummer), "soort": soort, "stuk": naam},
                    )  # fmt: skip


@regel("BP-ALTERNATIEF", neemt=Neemt.STUKKEN)
def voorstel_zonder_alternatieven(zaak: Zaak) -> Iterator[Bevinding]:
    """A raadsvoorstel in which no heading or kanttekening speaks of alternatives."""
    for naam, stuk in _voorstellen(zaak).items():
        koppen = [blok.content for blok in walk_blocks(stuk) if isinstance(blok, Heading)]
        koppen += [blok.bewering for blok in walk_blocks(stuk) if isinstance(blok, Argument)]
        if not any("alternatie" in plain_text(kop).lower() for kop in koppen):
            yield Bevinding(
                "BP-ALTERNATIEF", Ernst.WAARSCHUWING, (zaak.dossier.stukken[naam].soort.plaats,), {"stuk": naam}
            )


def beslispunten_in(stuk: Document) -> list[Beslispunt]:
    """The points a paper shows, in order."""
    return [blok for blok in walk_blocks(stuk) if isinstance(blok, Beslispunt)]


def plaats_in_feiten(zaak: Zaak, punt: Beslispunt) -> Plaats:
    """Where the facts of a point stand; its block was written in a shared part of a template."""
    feiten_van = zaak.dossier.beslispunten.get(punt.label)
    return feiten_van.plaats if feiten_van else plaats(punt)


def _voorstellen(zaak: Zaak) -> dict[str, Document]:
    """The papers that put points to the council: they show them and belong to no other paper."""
    return {
        naam: stuk
        for naam, stuk in zaak.stukken.items()
        if not doel_van(zaak.dossier.stukken[naam].voorstel)
        and zaak.dossier.stukken[naam].soort.woorden.startswith("raadsvoorstel")
    }


def _punten(zaak: Zaak) -> Iterator[tuple[str, Beslispunt, feiten.Beslispunt]]:
    """Every point in every paper, with the facts it was made from."""
    for naam, stuk in zaak.stukken.items():
        for blok in beslispunten_in(stuk):
            if blok.label in zaak.dossier.beslispunten:
                yield naam, blok, zaak.dossier.beslispunten[blok.label]


def _orgaan(zaak: Zaak, punt: feiten.Beslispunt) -> str:
    """The body whose power the point rests on, in small letters; empty when it names none."""
    grond = _bevoegdheid(zaak, punt)
    return "" if grond is None or grond.orgaan.is_open else grond.orgaan.woorden.lower()


def _bevoegdheid(zaak: Zaak, punt: feiten.Beslispunt) -> feiten.Bevoegdheid | None:
    """The power a point rests on; None when it names none."""
    naam = doel_van(punt.bevoegdheid).partition(".")[2]
    return zaak.dossier.bevoegdheden[naam] if naam else None


def _bevinding(code: str, naam: str, blok: Beslispunt, punt: feiten.Beslispunt, **gegevens: str) -> Bevinding:
    return Bevinding(
        code, Ernst.FOUT, (plaats(blok), punt.plaats), {"nummer": str(blok.nummer), "stuk": naam, **gegevens}, (_169,)
    )
