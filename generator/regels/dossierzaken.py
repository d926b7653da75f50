"""An objection in the dossier and the dossier itself say the same: of the decision, and of the choice to object."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.bevindingen import Bevinding, Ernst
from generator.datumtekst import datum_kaal
from generator.feiten.bezwaarkeuzes import Rol
from generator.feiten.waarden import Datum
from generator.opmaak import join_woorden
from generator.regels.register import Zaak, regel

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from generator.feiten.besluit import Besluit as Bestreden
    from generator.feiten.bezwaarschrift import Bezwaarzaak
    from generator.feiten.dossier import Besluit
    from generator.feiten.feit import Feit


_OPEN = "nog open"


class _Verschil(NamedTuple):
    """What a case says otherwise than the dossier: in which field, of what, both values, the facts."""

    veld: str
    wat: str
    hier: str
    daar: str
    feiten: tuple[Feit, ...]
    ernst: Ernst = Ernst.FOUT


@regel("SH-BEZWAAR")
def bezwaar_en_dossier(zaak: Zaak) -> Iterator[Bevinding]:
    """Our own objection names another number or day for the decision, or knows less or more of its bekendmaking.

    The same holds for the day on which the college decided to object.

    Its checklist and letters go by the case, the papers of the council by the dossier: together they would say two
    things. A case on another decision says nothing of this one, and one that we received is on a decision of our own.
    """
    besluit = zaak.dossier.verdeelbesluit
    if besluit is None:
        return
    for bezwaar in zaak.bezwaren:
        if bezwaar.rol is not Rol.INDIENER or not _is_zelfde(bezwaar, besluit):
            continue
        for anders in (
            *_kenmerken(bezwaar.besluit, besluit),
            *_bekendmaking(zaak, bezwaar.besluit, besluit),
            *_procesbesluit(zaak, bezwaar),
        ):
            plaatsen = (bezwaar.plaats_van(anders.veld), *(feit.plaats for feit in anders.feiten))
            paden = tuple(feit.pad for feit in anders.feiten)
            yield Bevinding(
                "SH-BEZWAAR", anders.ernst, tuple(dict.fromkeys(plaatsen)),
                {"zaak": bezwaar.zaaknummer, "wat": anders.wat, "hier": anders.hier, "daar": anders.daar,
                 "feiten": join_woorden(paden)}, feiten=paden,
            )  # fmt: skip


def _is_zelfde(bezwaar: Bezwaarzaak, besluit: Besluit) -> bool:
    """Whether the case is against this decision: it bears its number, or is of the same body and day."""
    zelf = bezwaar.besluit
    if zelf.kenmerk and not besluit.nummer.is_open and zelf.kenmerk == besluit.nummer.woorden:
        return True
    orgaan = (zelf.bestuursorgaan or "").removeprefix("anders:").strip()
    van = "" if besluit.bestuursorgaan.is_open else besluit.bestuursorgaan.woorden
    return bool(orgaan) and orgaan in van and zelf.datum in _dagen((besluit.datum,))


def _kenmerken(hier: Bestreden, daar: Besluit) -> Iterator[_Verschil]:
    nummer, datum = daar.nummer, daar.datum
    if hier.kenmerk and not nummer.is_open and hier.kenmerk != nummer.woorden:
        yield _Verschil("besluit.kenmerk", "het nummer van het besluit", hier.kenmerk, nummer.woorden, (nummer,))
    dagen = _dagen((datum,))
    if hier.datum and dagen and hier.datum not in dagen:
        yield _Verschil(
            "besluit.datum", "de datum van het besluit", datum_kaal(hier.datum), _opsomming(dagen), (datum,)
        )


def _bekendmaking(zaak: Zaak, bestreden: Bestreden, besluit: Besluit) -> Iterator[_Verschil]:
    """The days on which it may have been made known, by the case and by the dossier."""
    zelf = bestreden.bekendmaking
    if zelf is None:
        return
    hier = {zelf.datum} if zelf.datum else {*(zelf.mogelijk or ())}
    feiten: tuple[Feit, ...] = (besluit.bekendmaking,)
    if besluit.bekendmaking.is_open:
        feiten = tuple(
            feit for naam, feit in zaak.dossier.datums.items()
            if naam.startswith("bekendmaking_") and naam.endswith("_lezing") and not feit.is_open
        )  # fmt: skip
    daar = _dagen(feiten)
    if hier and daar and hier != daar:
        veld = f"besluit.bekendmaking.{'datum' if zelf.datum else 'mogelijk'}"
        # Who knows less does not contradict who knows more.
        ernst = Ernst.WAARSCHUWING if hier & daar else Ernst.FOUT
        yield _Verschil(veld, "de dag van bekendmaking", _opsomming(hier), _opsomming(daar), feiten, ernst)


def _procesbesluit(zaak: Zaak, bezwaar: Bezwaarzaak) -> Iterator[_Verschil]:
    """The day on which the college decided to object, by the case and by the dossier."""
    besloten, gemeente = zaak.dossier.gebeurtenissen.get("bezwaar_besloten"), bezwaar.gemeente
    zelf = gemeente.procesbesluit.datum if gemeente and gemeente.procesbesluit else None
    daar = _dagen((besloten,)) if besloten else set()
    if besloten is None or daar == ({zelf} if zelf else set()):
        return
    yield _Verschil(
        "gemeente.procesbesluit",
        "de dag van het besluit om bezwaar te maken",
        datum_kaal(zelf) if zelf else _OPEN,
        _opsomming(daar) or _OPEN,
        (besloten,),
        Ernst.FOUT if zelf and daar else Ernst.WAARSCHUWING,
    )


def _dagen(feiten: Iterable[Feit]) -> set[dt.date]:
    """The days that `feiten` are, of those that are one day."""
    waarden = [feit.waarde for feit in feiten]
    return {waarde.eerste for waarde in waarden if isinstance(waarde, Datum) and waarde.nauwkeurigheid == "dag"}


def _opsomming(dagen: set[dt.date]) -> str:
    return join_woorden([datum_kaal(dag) for dag in sorted(dagen)], "of")
