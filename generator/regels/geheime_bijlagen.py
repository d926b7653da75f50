"""Attachments that are secret because the paper is, and what of a public paper gives a secret one away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.document.nodes import Link
from generator.document.walk import cijfers, plain_text, walk, walk_runs
from generator.regels.deelverwijzingen import genoemd_in
from generator.regels.register import Neemt, Zaak, regel
from generator.regels.teksten import plaats, teksten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.dossier import Bijlage
    from generator.feiten.feit import Feit

_ZIN = re.compile(r"(?<=[.?!;])\s")
_87, _89 = "Gemeentewet 87", "Gemeentewet 89"


@regel("GH-BIJLAGE", _89)
def geheim_door_stuk(zaak: Zaak) -> Iterator[Bevinding]:
    """An attachment that is a secret paper, and does not record that secrecy itself."""
    for naam, bijlage in zaak.dossier.bijlagen.items():
        papier = zaak.dossier.papier_van(bijlage)
        if papier is not None and papier.is_geheim_op(zaak.toetsdatum) and bijlage.geheimhouding is None:
            yield Bevinding(
                "GH-BIJLAGE", Ernst.WAARSCHUWING, (bijlage.plaats, papier.plaats),
                {"bijlage": naam, "geheim": papier.pad.partition(".")[2]}, (_89,),
            )  # fmt: skip


@regel("GH-TITEL", _87, neemt=Neemt.STUKKEN)
def geheime_titel_op_openbaar_stuk(zaak: Zaak) -> Iterator[Bevinding]:
    """A paper that is not secret names a secret paper or attachment by its title, typed or as a fact."""
    gezocht = [(titel, wat, _patroon(titel)) for titel, wat in _geheime_titels(zaak)]
    for naam, boom in zaak.stukken.items() if gezocht else ():
        if zaak.dossier.stukken[naam].is_geheim_op(zaak.toetsdatum):
            continue
        als_feit = {cijfer.pad for cijfer in cijfers(boom)}
        for titel, wat, patroon in gezocht:
            plekken = [plaats(blok) for stuk, blok, tekst in teksten(zaak) if stuk == naam and patroon.search(tekst)]
            if plekken or titel.pad in als_feit:
                yield Bevinding(
                    "GH-TITEL", Ernst.FOUT, (*dict.fromkeys(plekken), titel.plaats), {"stuk": naam, "wat": wat},
                    (_87,), (titel.pad,),
                )  # fmt: skip


def _geheime_titels(zaak: Zaak) -> Iterator[tuple[Feit, str]]:
    """The title of all that is secret, with what it is the title of; not one that something public bears too."""
    dossier, dag = zaak.dossier, zaak.toetsdatum
    titels = [
        (stuk.onderwerp, f"het stuk {naam}", stuk.is_geheim_op(dag)) for naam, stuk in dossier.stukken.items()
    ] + [
        (bijlage.titel, f"de bijlage {naam}", dossier.is_geheime_bijlage_op(bijlage, dag))
        for naam, bijlage in dossier.bijlagen.items()
    ]
    bekend = [(titel, wat, geheim) for titel, wat, geheim in titels if not titel.is_open]
    openbaar = {titel.woorden for titel, _, geheim in bekend if not geheim}
    yield from ((titel, wat) for titel, wat, geheim in bekend if geheim and titel.woorden not in openbaar)


def _patroon(titel: Feit) -> re.Pattern[str]:
    """What finds `titel` in running text; a title of one word only as it was written, and not within another name."""
    woorden = titel.woorden.replace("\u00a0", " ")
    return re.compile(rf"(?<!\w){re.escape(woorden)}(?!\w)", re.IGNORECASE if " " in woorden else 0)


@regel("GH-VERWIJZING", _87, neemt=Neemt.STUKKEN)
def verwijzing_naar_geheime_bijlage(zaak: Zaak) -> Iterator[Bevinding]:
    """A sentence of a paper that is not secret names a secret attachment by its number, or links to it.

    The list of attachments has the number too, but without a word on what it is; a sentence says something of it. That
    may be no more than that it is there, so whether it tells what is secret is for a person: not a fout, as a fact from
    a secret source is.
    """
    for naam, boom in zaak.stukken.items():
        stuk = zaak.dossier.stukken[naam]
        geheim = {
            sleutel: bijlage
            for sleutel, bijlage in zaak.dossier.bijlagen_bij(stuk).items()
            if zaak.dossier.is_geheime_bijlage_op(bijlage, zaak.toetsdatum)
        }
        if not geheim or stuk.is_geheim_op(zaak.toetsdatum):
            continue
        for blok, rij in walk_runs(boom):
            for sleutel, bijlage in geheim.items():
                if zin := _genoemd_in(rij, bijlage):
                    yield Bevinding(
                        "GH-VERWIJZING", Ernst.OORDEEL, (plaats(blok), bijlage.plaats),
                        {"stuk": naam, "bijlage": sleutel, "zin": zin}, (_87,), (bijlage.titel.pad,),
                        door="de griffier",
                    )  # fmt: skip


def _genoemd_in(rij: tuple[object, ...], bijlage: Bijlage) -> str:
    """The sentence of a run of words that names `bijlage`; empty when none does.

    It does so by a link to it, or by its number, as a fact or typed. A number with nothing beside it is a cell of the
    list.
    """
    woorden = plain_text(rij).replace("\u00a0", " ").strip()
    doel = f"#{bijlage.onderdeel.woorden}" if bijlage.onderdeel and not bijlage.onderdeel.is_open else ""
    namen = [plain_text(deel) for deel in walk(rij) if doel and isinstance(deel, Link) and deel.href == doel]
    if bijlage.nummer is not None and not bijlage.nummer.is_open:
        nummer = bijlage.nummer.woorden
        gedrukt = woorden != nummer and any(cijfer.pad == bijlage.nummer.pad for cijfer in cijfers(rij))
        getypt = any(deel.soort == "bijlage" and deel.nummer == nummer for deel in genoemd_in(woorden))
        namen += [nummer] if gedrukt or getypt else []
    zinnen = _ZIN.split(woorden) if namen else []
    met_naam = (zin for zin in zinnen for naam in namen if re.search(rf"(?<!\w){re.escape(naam)}(?!\w)", zin))
    return next(met_naam, "").rstrip(" .;")
