"""The register of rules as Dutch text for the terminal and as data; as a page see ``regelpagina.py``.

A rule's wording has places in braces for what it finds; here they stand in square brackets, as names.
"""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from generator.bevindingen import Stand
from generator.datumtekst import datum_kaal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.feiten.gevallen import Geval
    from generator.feiten.recht import Melding, NietGedekt, Recht
    from generator.regels.register import Regel

_BREEDTE = 100
_PLEK = re.compile(r"(?<!\{)\{(\w+)\}")
KIJKT = {
    "dossier": "de feiten", "stukken": "de stukken", "bezwaar": "een bezwaar", "bevindingen": "de antwoorden",
    "papier": "wat er ligt, teruggelezen", "omvang": "hoe lang de pdf is, gemaakt of teruggelezen",
}  # fmt: skip
STANDEN = {
    Stand.JA: "in orde", Stand.NEE: "niet in orde", Stand.NVT: "n.v.t.", Stand.BEOORDELEN: "te beoordelen",
    Stand.ONBEKEND: "niet bekend",
}  # fmt: skip


class Regeloverzicht(Struct, frozen=True):
    """What is shown besides the rules themselves.

    Attributes:
        recht: the wording of the rules, and the checklist that orders those on objections.
        niet_gedekt: what no rule answers, by its code or name.
        gevallen: the cases by the code of their rule; empty where they do not lie at hand.
    """

    recht: Recht
    niet_gedekt: Mapping[str, NietGedekt]
    gevallen: Mapping[str, tuple[Geval, ...]] = field(default_factory=dict)

    def melding(self, code: str) -> Melding:
        """The wording of a rule."""
        return self.recht.meldingen[code]

    def gevallen_van(self, code: str, *, spreekt: bool) -> list[str]:
        """The names of the cases in which a rule speaks, or of those in which it is silent."""
        return [geval.naam for geval in self.gevallen.get(code, ()) if geval.spreekt is spreekt]


def als_tekst(regels: Iterable[Regel], overzicht: Regeloverzicht) -> str:
    """For a person at a terminal: each rule with what it reports, looks at, rests on and asks; then what none does."""
    blokken = []
    for regel in regels:
        melding = overzicht.melding(regel.code)
        rijen = [f"{regel.code}  {print_melding(melding.titel)}"]
        for kop, inhoud in (
            ("", print_melding(melding.uitleg)),
            *((STANDEN[stand], zin) for stand, zin in standen_van(melding)),
            ("naar", KIJKT[regel.neemt]),
            ("grond", "; ".join(regel.grondslag)),
            ("eerder", voorheen(regel)),
            ("geldig", geldig(regel)),
            ("weegt", gewicht(regel, overzicht)),
            ("oordeel", melding.door),
            ("doen", print_melding(melding.actie)),
            ("indiener", print_melding(melding.actie_indiener)),
            ("spreekt", "; ".join(overzicht.gevallen_van(regel.code, spreekt=True))),
            ("zwijgt", "; ".join(overzicht.gevallen_van(regel.code, spreekt=False))),
        ):
            if inhoud:
                rijen += _rij(kop, inhoud)
        blokken.append("\n".join(rijen))
    aantal = len(blokken)
    blokken += ["Wat geen regel toetst:", *(_gat(naam, gat) for naam, gat in overzicht.niet_gedekt.items())]
    return "\n\n".join([*blokken, f"{aantal} regels.\n"])


def als_data(regels: Iterable[Regel], overzicht: Regeloverzicht) -> dict[str, Any]:
    """The same for another program; a rule without a first or last day has an empty one."""
    return {
        "regels": [
            {
                "code": regel.code,
                "titel": print_melding(overzicht.melding(regel.code).titel),
                "uitleg": print_melding(overzicht.melding(regel.code).uitleg),
                "standen": dict(standen_van(overzicht.melding(regel.code))),
                "actie": print_melding(overzicht.melding(regel.code).actie),
                "actie_indiener": print_melding(overzicht.melding(regel.code).actie_indiener),
                "door": overzicht.melding(regel.code).door,
                "neemt": str(regel.neemt),
                "grondslag": list(regel.grondslag),
                "voorheen": {dag.isoformat(): list(oud) for dag, oud in regel.voorheen.items()},
                "van": "" if regel.van == dt.date.min else regel.van.isoformat(),
                "tot": "" if regel.tot == dt.date.max else regel.tot.isoformat(),
                "ernst": gewicht(regel, overzicht),
                "gevallen": {
                    "spreekt": overzicht.gevallen_van(regel.code, spreekt=True),
                    "zwijgt": overzicht.gevallen_van(regel.code, spreekt=False),
                },
            }
            for regel in regels
        ],
        "niet_gedekt": [
            {"code": naam, "onderwerp": gat.onderwerp, "reden": gat.reden, "termijnen": list(gat.termijnen),
             "artikelen": list(gat.artikelen), "bij": gat.bij}
            for naam, gat in overzicht.niet_gedekt.items()
        ],
    }  # fmt: skip


def print_melding(zin: str) -> str:
    """The wording of a rule, with the names of what it finds in square brackets: "[datum] is geen [vergaderdag]"."""
    leesbaar = _PLEK.sub(lambda plek: f"[{plek[1].replace('_', ' ')}]", zin)
    return leesbaar.replace("{{", "{").replace("}}", "}")


def standen_van(melding: Melding) -> Iterator[tuple[Stand, str]]:
    """The sentence for each way the facts can stand to a rule on objections."""
    for stand in STANDEN:
        if zin := getattr(melding, stand):
            yield stand, print_melding(zin)


def gewicht(regel: Regel, overzicht: Regeloverzicht) -> str:
    """How heavy it weighs when it is not as it should be; for a rule on a dossier as its cases say."""
    if regel.ernst is None:
        return ", ".join(dict.fromkeys(geval.ernst for geval in overzicht.gevallen.get(regel.code, ()) if geval.ernst))
    ontvanger, indiener = regel.ernst
    if ontvanger == indiener:
        return f"{ontvanger}"
    return f"{ontvanger or 'niet gevraagd'} voor de ontvanger, {indiener or 'niet gevraagd'} voor de indiener"


def voorheen(regel: Regel) -> str:
    """The articles a rule rested on before, each with its last day; empty where they never had another number."""
    return "; ".join(f"tot en met {datum_kaal(dag)} {', '.join(oud)}" for dag, oud in regel.voorheen.items())


def geldig(regel: Regel) -> str:
    """From when until when the rule speaks; empty when that is always."""
    delen = []
    if regel.van != dt.date.min:
        delen.append(f"vanaf {datum_kaal(regel.van)}")
    if regel.tot != dt.date.max:
        delen.append(f"tot en met {datum_kaal(regel.tot)}")
    return " ".join(delen)


def _rij(kop: str, inhoud: str) -> list[str]:
    """A line with its heading, which may be longer than the column for it."""
    inspringing = f"  {kop:<8}" if kop else "  "
    if len(kop) >= 8:
        inspringing = f"  {kop}: "
    vervolg = " " * (len(inspringing) if len(kop) < 8 else 10)
    return textwrap.wrap(
        inhoud, _BREEDTE, initial_indent=inspringing, subsequent_indent=vervolg, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip


def _gat(naam: str, gat: NietGedekt) -> str:
    """What no rule answers, why, and with which kind of period it can be counted."""
    rijen = [f"{naam}  {gat.onderwerp}", *_rij("", gat.reden), *_rij("bij", gat.bij)]
    if gat.termijnen:
        rijen += _rij("termijn", "; ".join(f"raadwerk termijn DATUM --soort {soort}" for soort in gat.termijnen))
    if gat.artikelen:
        rijen += _rij("grond", "; ".join(gat.artikelen))
    return "\n".join(rijen)
