"""How one fact is written: the keys of its long form, of its sources and of its mentions.

A leaf ``Annotated[Feit, Aantal]`` is "a fact with a number"; with several value types the first whose notation
fits decides. The same tables make the JSON Schema.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from generator.errors import Fout
from generator.feiten.feit import Bron, Feit, Vermelding
from generator.feiten.keuzes import Keuze
from generator.feiten.waarden import Datum, Datums, JaNee
from generator.inhoud.aanraden import dichtbij, raad_voor_waarde
from generator.inhoud.sleutels import JA_OF_NEE, WOORDEN, Sleutel, is_knoop, lees_ja, lees_sleutels, lees_woorden
from generator.inhoud.yaml_lezen import Knoop, Reeks, Scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

HOOFDSLEUTELS = ("waarde", "formule", "vermeldingen", "open")
_LANGE_BRON = "schrijf bron: {stuk: …, pagina: …, citaat: …}"
_LANG_FEIT = "een waarde, of {waarde: …, bron: {stuk: …, pagina: …, citaat: …}}"
_EEN_WAARDE = "schrijf één waarde als ‘waarde’ met haar ‘bron’"
Soorten = tuple[Any, ...]  # the value types a fact may have


def lees_feit(node: Any, soorten: Soorten, fouten: list[Fout]) -> Feit:  # noqa: ANN401 - a node
    """The fact in `node`, plain or long, with the sources it names itself; its formula is not computed yet.

    What is wrong with it goes to `fouten`; it is then open.
    """
    begin = len(fouten)
    if not isinstance(node, Knoop):
        feit = Feit(pad=node.pad, waarde=_lees_waarde(node, "waarde", fouten, soorten=soorten), plaats=node.plaats)
    elif _heeft_hoofdsleutel(node, fouten):
        velden = lees_sleutels(node, feitsleutels(soorten), fouten)
        if len(fouten) == begin:
            feit = _lang_feit(node, velden, fouten)
    return feit if len(fouten) == begin else onbruikbaar_feit(node.pad, node.plaats)


def onbruikbaar_feit(pad: str, plaats: Any) -> Feit:  # noqa: ANN401 - a Plaats
    """What stands in for a fact that is wrong, so that what refers to it is not wrong too."""
    return Feit(pad=pad, waarde=None, vraag="deze waarde klopt niet", plaats=plaats)


def _heeft_hoofdsleutel(node: Knoop, fouten: list[Fout]) -> bool:
    """Whether exactly one of the main keys is there; a fault when not."""
    aanwezig = [sleutel for sleutel in HOOFDSLEUTELS if sleutel in node]
    if len(aanwezig) > 1:
        zin = f"{' en '.join(f'‘{sleutel}’' for sleutel in aanwezig)} sluiten elkaar uit"
        fouten.append(Fout(node.plaats, zin, _LANG_FEIT, "kies er een"))
    elif not aanwezig:
        vergist = [(sleutel, goed) for sleutel in node if (goed := dichtbij(sleutel, HOOFDSLEUTELS))]
        raad = f"bedoelde u ‘{vergist[0][1]}’ in plaats van ‘{vergist[0][0]}’?" if vergist else ""
        zin = "een feit heeft één van waarde, formule, vermeldingen of open"
        fouten.append(Fout(node.plaats, zin, _LANG_FEIT, raad))
    return len(aanwezig) == 1


def _lang_feit(node: Knoop, velden: dict[str, Any], fouten: list[Fout]) -> Feit:
    """The fact with these keys; where sources disagree it has the value that was chosen, and its sources."""
    keuze, vermeldingen = velden.pop("keuze", None), velden.get("vermeldingen", ())
    circa, bronnen = velden.pop("circa", False), velden.pop("bron", ())
    waarde, open_, vraag = velden.pop("waarde", None), velden.pop("open", ""), velden.pop("vraag", "")
    _toets_keuze(node, keuze is not None, bool(velden.get("reden")), vermeldingen, fouten)
    if vermeldingen:
        gekozen = [vermelding for vermelding in vermeldingen if vermelding.waarde == keuze]
        waarde, circa = keuze, circa or any(vermelding.circa for vermelding in gekozen)
        bronnen = bronnen or tuple(vermelding.bron for vermelding in gekozen)
    return Feit(
        pad=node.pad, waarde=waarde, circa=circa, bronnen=bronnen, vraag=open_ or vraag, plaats=node.plaats, **velden
    )


def _toets_keuze(node: Knoop, keuze: bool, reden: bool, vermeldingen: Sequence[Any], fouten: list[Fout]) -> None:  # noqa: FBT001
    zin = ("", "")
    if not vermeldingen and (keuze or reden):
        zin = ("‘keuze’ en ‘reden’ horen bij ‘vermeldingen’", "schrijf een ‘toelichting’")
    elif keuze and not reden:
        zin = ("een keuze zonder reden", "zet erbij: reden: waarom deze waarde geldt")
    elif reden and not keuze:
        zin = ("een reden zonder keuze", "zet erbij: keuze: de waarde die geldt")
    if zin[0]:
        fouten.append(Fout(node.plaats, zin[0], raad=zin[1]))


# --- values, sources, mentions --------------------------------------------------------------------------


def verwacht(soorten: Soorten) -> str:
    """What a value of one of `soorten` looks like."""
    return " of ".join(soort.VERWACHT for soort in soorten)


def _lees_waarde(node: Any, _: str, fouten: list[Fout], *, soorten: Soorten) -> Any:  # noqa: ANN401 - node in, value out
    """The value in `node`, of the first of `soorten` whose notation fits."""
    if isinstance(node, Scalar):
        tekst = node.strip()
    elif isinstance(node, Reeks) and Datums in soorten and all(isinstance(deel, Scalar) for deel in node):
        tekst = ", ".join(node)
    else:
        fouten.append(Fout(node.plaats, "hier hoort één waarde te staan", verwacht(soorten)))
        return None
    zinnen = []
    for soort in soorten:
        try:
            return soort.lees(tekst)
        except ValueError as fout:
            zinnen.append(str(fout))
    # The type that got furthest knows best what is wrong; those that saw nothing of theirs say "is geen …".
    zin = next((zin for zin in zinnen if not zin.startswith(f"‘{tekst}’ is geen ")), zinnen[0])
    fouten.append(Fout(node.plaats, zin, verwacht(soorten), raad_voor_waarde(tekst, soorten)))
    return None


def _lees_pagina(node: Any, _: str, fouten: list[Fout]) -> int:  # noqa: ANN401 - a node
    if isinstance(node, Scalar) and node.isascii() and node.isdigit() and len(node) < 10 and int(node) >= 1:
        return int(node)
    gevonden = f"‘{node[:60]}’ is geen paginanummer" if isinstance(node, Scalar) else "hier hoort één pagina te staan"
    fouten.append(Fout(node.plaats, gevonden, "een heel getal vanaf 1"))
    return 0


def _lees_bron(node: Any, _: str, fouten: list[Fout]) -> Bron:  # noqa: ANN401 - a node
    if not is_knoop(node, fouten, _LANGE_BRON):
        return Bron()
    begin = len(fouten)
    velden = lees_sleutels(node, BRONSLEUTELS, fouten)
    if len(fouten) == begin and not velden.get("stuk") and not velden.get("toelichting"):
        fouten.append(Fout(node.plaats, "een bron zonder stuk", raad="noem ‘stuk’, of schrijf een ‘toelichting’"))
    return Bron(**velden, plaats=node.plaats)


def lees_bronnen(node: Any, naam: str, fouten: list[Fout]) -> tuple[Bron, ...]:  # noqa: ANN401 - a node
    """The sources in `node`: a list, or one without brackets."""
    return tuple(_lees_bron(deel, naam, fouten) for deel in (node if isinstance(node, Reeks) else [node]))


def _lees_vermeldingen(node: Any, naam: str, fouten: list[Fout], *, soorten: Soorten) -> tuple[Vermelding, ...]:  # noqa: ANN401
    if not isinstance(node, Reeks):
        fouten.append(Fout(node.plaats, f"bij ‘{naam}’ hoort een lijst te staan", "[…, …]"))
        return ()
    if len(node) < 2:
        fouten.append(Fout(node.plaats, f"‘{naam}’ telt er {len(node)}", "ten minste 2", _EEN_WAARDE))
    sleutels = vermeldingsleutels(soorten)
    return tuple(
        Vermelding(**{**_LEEG, **lees_sleutels(deel, sleutels, fouten, _LEEG)}, plaats=deel.plaats)
        for deel in node
        if is_knoop(deel, fouten)
    )


_LEEG: dict[str, Any] = {"waarde": None, "bron": Bron()}  # what a mention cannot do without

# --- the tables -----------------------------------------------------------------------------------------

_EEN_BRON = {"$ref": "#/$defs/Bron"}
_BRONNEN = {"anyOf": [_EEN_BRON, {"type": "array", "items": _EEN_BRON}]}
BRON = Sleutel(lees_bronnen, _BRONNEN, "bron van alle waarden hieronder die geen eigen bron hebben")
BRONSLEUTELS = {
    "stuk": Sleutel(lees_woorden, WOORDEN, "sleutel van het stuk in bronnen.yaml"),
    "pagina": Sleutel(_lees_pagina, {"type": "integer", "minimum": 1}, "pagina vanaf 1"),
    "citaat": Sleutel(lees_woorden, WOORDEN, "de woorden op die pagina, letterlijk"),
    "toelichting": Sleutel(lees_woorden, WOORDEN, "een bericht of berekening in woorden"),
}


def waardesleutel(soorten: Soorten, uitleg: str = "") -> Sleutel:
    """A key whose value is of one of `soorten`."""
    vorm: dict[str, Any] = {"type": ["string", "number"]}
    if soorten == (JaNee,):
        vorm = {"enum": ["ja", "nee"]}
    if issubclass(soorten[0], Keuze):
        vorm = {"oneOf": [{"const": keuze, "description": gevolg} for keuze, gevolg in soorten[0].KEUZES.items()]}
    if Datums in soorten:
        vorm = {"anyOf": [vorm, {"type": "array", "items": {"type": "string"}}]}
    return Sleutel(partial(_lees_waarde, soorten=soorten), vorm, uitleg or verwacht(soorten))


@cache
def feitsleutels(soorten: Soorten) -> dict[str, Sleutel]:
    """The keys of the long form of a fact whose value is one of `soorten`."""
    vermelding = {"$ref": f"#/$defs/Vermelding{naam_van(soorten)}"}
    return {
        "formule": Sleutel(lees_woorden, WOORDEN, "volgt uit andere feiten: cijfers.a + cijfers.b"),
        "open": Sleutel(lees_woorden, WOORDEN, "nog niet bekend; wat er ingevuld moet worden"),
        "circa": Sleutel(lees_ja, JA_OF_NEE, "de bron zegt circa"),
        "eenheid": Sleutel(lees_woorden, WOORDEN, "wat er geteld is: enkelvoud/meervoud"),
        "peildatum": waardesleutel((Datum,), "de dag waarop geteld is"),
        "naam": Sleutel(lees_woorden, WOORDEN, "hoe het feit in een overzicht heet"),
        "overzicht": Sleutel(lees_ja, JA_OF_NEE, "nee: alleen om mee te rekenen, dus niet in een feitenoverzicht"),
        "gelijk_aan": Sleutel(lees_woorden, WOORDEN, "het feit, vaak een som, dat dezelfde waarde moet hebben"),
        "bron": Sleutel(lees_bronnen, _BRONNEN, "waar de waarde is gelezen: één bron of een lijst"),
        "reden": Sleutel(lees_woorden, WOORDEN, "waarom de gekozen vermelding geldt"),
        "toelichting": Sleutel(lees_woorden, WOORDEN, "wat een lezer van de feiten moet weten"),
        "vraag": Sleutel(lees_woorden, WOORDEN, "wat een mens nog moet uitzoeken of kiezen"),
        "waarde": waardesleutel(soorten),
        "vermeldingen": Sleutel(
            partial(_lees_vermeldingen, soorten=soorten),
            {"type": "array", "items": vermelding, "minItems": 2},
            "wat bronnen zeggen die elkaar tegenspreken, met keuze en reden",
        ),
        "keuze": waardesleutel(soorten, "welke waarde geldt"),
    }


@cache
def vermeldingsleutels(soorten: Soorten) -> dict[str, Sleutel]:
    """The keys of a mention; its value and source must be there."""
    return {
        "waarde": waardesleutel(soorten),
        "circa": Sleutel(lees_ja, JA_OF_NEE),
        "bron": Sleutel(_lees_bron, _EEN_BRON),
    }


def naam_van(soorten: Soorten) -> str:
    """The name of these value types in a JSON Schema."""
    return "Of".join(soort.__name__ for soort in soorten)
