"""Whether what a fact says can be looked up: where a source has it, and that its words hold no figure of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.document.walk import cijfers
from generator.feiten.waarden import Aantal, Bedrag, Datum, Datums, Duur, Grens, Percentage, Periode, Tekst
from generator.opmaak import getallen_in, is_vindplaats, join_woorden, print_feit
from generator.regels.register import Neemt, Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.dossier import Dossier
    from generator.feiten.feit import Bron
    from generator.feiten.waarden import Waarde
    from generator.opmaak import Vondst

_CIJFERS = Aantal | Bedrag | Percentage | Datum | Datums | Periode | Duur | Grens
_WETBOEK = re.compile(r"wet|regeling|verordening|algemene maatregel", re.IGNORECASE)
# Fields that say how to reach somebody or what something is called by others: a house number counts nothing.
_ADRES = re.compile(
    r"(?:^|[._])(?:adres|contact|titel|citeertitel|telefoon|vindplaats|nummer|zaaknummer|versie|bestand)(?:$|[._])"
)
_ADRESDEEL = re.compile(
    r"\S+@\S+|https?://\S+|\bPostbus\s+\d+|\b[1-9]\d{3}\s?[A-Z]{2}\b|(?<!\d)(?:\+31|0\d)[\d\s-]{7,}|(?<!\d)14\s?0\d{2,3}\b"
    r"|\b[A-Z][\w’'-]*(?:straat|weg|laan|plein|dijk|kade|steeg|hof|pad|singel|gracht|markt|dreef|brink)\s+\d+(?!\d|\s*[a-z]{2})"
    # What a land register, a drawing or a list calls something by.
    r"|\b[Ss]ectie\s+[A-Z]{1,2},?\s+\d+|\b(?:[Nn]ummers?|[Nn]r\.)\s+\d+(?:(?:,|\s+en)\s+\d+)*"
    r"|\b(?:[Tt]ekening|[Bb]lad|[Kk]aart|[Dd]eel)\s+\d+(?:\s+van\s+\d+)?(?!\d|\s+[a-z])"
)
_VAN_NAAM = re.compile(r"[^\W\d_a-zà-ÿ][\w-]*\s+$")  # Capaciteitsraming 2024, Rondje Twente 3
# A paper with its year at the very beginning; what else begins with a capital there says when: "Vanaf 2027".
_NAAM_MET_JAAR = re.compile(
    r"\w*(?:nota|begroting|rekening|verordening(?:en)?|plan|programma|agenda|visie|besluit|verslag|rapport(?:age)?|stukken|regeling"
    r"|monitor|akkoord|raming|convenant|kader|overeenkomst|wet)\s+$",
    re.IGNORECASE,
)
_PROEF = ("--stel", "varianten/")  # a value that is tried has no source, and says so itself


@regel("FT-VINDPLAATS")
def cijfer_zonder_vindplaats(zaak: Zaak) -> Iterator[Bevinding]:
    """Figures and days of which no source says where they stand: no page, no quote, or no paper at all. One finding.

    A law is cited by its article, a web page has no pages: what they say stands in the words beside it.
    """
    over = [
        feit
        for feit in zaak.dossier.feiten.values()
        if isinstance(feit.waarde, _CIJFERS)
        and feit.bronnen
        and not feit.formule
        and not any(proef in feit.plaats.bestand for proef in _PROEF)
        and not any(_is_op_te_zoeken(zaak.dossier, bron) for bron in feit.bronnen)
    ]
    if over:
        yield Bevinding(
            "FT-VINDPLAATS", Ernst.NOTITIE, (over[0].plaats,),
            {"aantal": str(len(over)), "feiten": join_woorden([feit.pad for feit in over])},
            feiten=tuple(feit.pad for feit in over),
        )  # fmt: skip


@regel("FT-GELIJK")
def bron_noemt_ander_getal(zaak: Zaak) -> Iterator[Bevinding]:
    """What a source says of a figure (`gelijk_aan`) is not what the facts have for it, or compute, circa or not."""
    for feit in zaak.dossier.feiten.values():
        ander = zaak.dossier.feiten.get(feit.gelijk_aan)
        if ander and not feit.is_open and not ander.is_open and feit.waarde != ander.waarde:
            yield Bevinding(
                "FT-GELIJK", Ernst.WAARSCHUWING, (feit.plaats, ander.plaats),
                {"feit": feit.pad, "waarde": print_feit(feit), "ander": ander.pad, "anders": print_feit(ander),
                 "formule": f", berekend als {ander.formule}" if ander.formule else ""},
                feiten=(feit.pad, ander.pad),
            )  # fmt: skip


@regel("FT-INGETYPT", neemt=Neemt.STUKKEN)
def getal_in_woorden_van_feit(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper prints a fact of words that holds a number or day which its quote does not, and no other fact has.

    Numbers in figures only. What a number is part of by its name (*Verdeelbesluit 2024*), an address and a reference
    to a law count nothing. What somebody told in words (a source that is a message alone) is the source of all that
    the fact says, as it is of a fact that is one number.
    """
    afgedrukt = dict.fromkeys(cijfer.pad for stuk in zaak.stukken.values() for cijfer in cijfers(stuk))
    bekend: set[object] = set()
    for pad in afgedrukt:
        feit = zaak.dossier.feiten.get(pad)
        if feit is None or not isinstance(feit.waarde, Tekst) or feit.formule or _ADRES.search(pad):
            continue
        if any(bron.toelichting and not bron.stuk for bron in feit.bronnen):
            continue
        los = list(_losse_getallen(feit.waarde.tekst, feit.bronnen))
        if los and not bekend:
            bekend = {sleutel for ander in zaak.dossier.feiten.values() for sleutel in _sleutels(ander.waarde)}
        if los := [vondst for vondst in los if bekend.isdisjoint(_sleutels(vondst.waarde)[:1])]:
            getallen = join_woorden([f"‘{vondst.tekst}’" for vondst in los])
            yield Bevinding(
                "FT-INGETYPT", Ernst.WAARSCHUWING, (feit.plaats,),
                {"feit": pad, "getallen": getallen, "tekst": feit.waarde.tekst}, feiten=(pad,),
            )  # fmt: skip


def _is_op_te_zoeken(dossier: Dossier, bron: Bron) -> bool:
    if not bron.stuk:
        return False
    if bron.pagina or bron.citaat:
        return True
    stuk = dossier.bronnen[bron.stuk]
    is_wet = not stuk.soort.is_open and _WETBOEK.search(stuk.soort.woorden) is not None
    return is_wet or bool(bron.toelichting and not stuk.bestand and not stuk.paginas)


def _losse_getallen(tekst: str, bronnen: tuple[Bron, ...]) -> Iterator[Vondst]:
    """The numbers and days in figures in `tekst` that do not stand in its own sources."""
    if not any(teken.isdigit() for teken in tekst):
        return  # nearly always
    bron = " ".join(f"{bron.citaat} {bron.toelichting}" for bron in bronnen)
    in_bron = {sleutel for vondst in getallen_in(bron) for sleutel in _sleutels(vondst.waarde)}
    adressen = [deel.span() for deel in _ADRESDEEL.finditer(tekst)]
    for vondst in getallen_in(tekst):
        if (
            not isinstance(vondst.waarde, Tekst)  # a code: 24/7, 3b
            and vondst.tekst != tekst.strip()  # the fact is that number
            and any(teken.isdigit() for teken in vondst.tekst)
            and not is_vindplaats(tekst, vondst)
            and not any(begin <= vondst.begin < eind for begin, eind in adressen)
            and not _is_van_naam(tekst, vondst)
            and in_bron.isdisjoint(_sleutels(vondst.waarde)[:1])
        ):
            yield vondst


def _is_van_naam(tekst: str, vondst: Vondst) -> bool:
    """Whether a bare number or year goes with the name before it.

    At the beginning of a sentence every word has a capital: there only a paper has its year behind it.
    """
    naam = _VAN_NAAM.search(tekst, 0, vondst.begin)
    is_jaar = isinstance(vondst.waarde, Datum) and _NAAM_MET_JAAR.match(tekst, 0, vondst.begin) is not None
    return vondst.tekst.isdigit() and (is_jaar or (naam is not None and naam.start() > 0))


def _sleutels(waarde: Waarde | None) -> tuple[tuple[str, object], ...]:
    """What makes two values the same figure, the most exact first; a day is known by its month and year too."""
    match waarde:
        case Bedrag(getal) | Percentage(getal):
            return ((type(waarde).__name__, getal),)
        case Aantal(getal) | Grens(_, getal) | Duur(getal):
            return (("getal", getal),)
        case Datum(eerste, "dag"):
            return (("dag", eerste), ("maand", (eerste.year, eerste.month)), ("jaar", eerste.year))
        case Datum(eerste, "maand"):
            return (("maand", (eerste.year, eerste.month)), ("jaar", eerste.year))
        case Datum(eerste, "jaar"):
            return (("jaar", eerste.year),)
        case Datum(eerste, kwartaal):
            return ((kwartaal, eerste), ("jaar", eerste.year))
        case Datums(dagen):
            return tuple(sleutel for dag in dagen for sleutel in _sleutels(dag))
        case Periode(van, tot):
            return (*_sleutels(van), *_sleutels(tot))
        case _:
            return ()
