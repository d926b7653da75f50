"""The register of rules as the page ``docs/regels.md``: by subject, each rule as a jurist reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.datumtekst import hoofdletter
from generator.feiten.recht import GEBIEDEN
from generator.verslagen.regels import KIJKT, STANDEN, geldig, gewicht, print_melding, standen_van, voorheen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.feiten.recht import NietGedekt
    from generator.regels.register import Regel
    from generator.verslagen.regels import Regeloverzicht

_BEZWAAR = "bezwaar"
_INLEIDING = """\
# De regels van Raadwerk

Dit overzicht maakt `raadwerk regels --markdown --gevallen tests/gevallen`. Het bestaat uit {aantal} regels, waarvan
{bezwaar} over een bezwaar, en [wat geen regel toetst](#wat-geen-regel-toetst).

- Tussen vierkante haken staat wat per geval verschilt.
- Een regel zonder grondslag toetst aan het dossier zelf of aan goed taalgebruik, niet aan de wet.
- **Weegt** zegt hoe zwaar het telt als het niet in orde is: *fout* (in strijd met de wet, de rekensom of de eigen
  bron), *oordeel* (een mens moet beslissen), *waarschuwing* (waarschijnlijk fout of riskant) of *notitie*. Bij een
  bezwaar hangt dat af van wie kijkt: wie het ontving of wie het indient. Wat te beoordelen is, weegt altijd als
  oordeel; wat niet bekend is, gewoonlijk als notitie.
- **Te beoordelen** en **niet bekend** zijn geen antwoord. Raadwerk zegt nooit dat een bezwaar niet-ontvankelijk of
  (on)gegrond is, of een overschrijding verschoonbaar.
- Onder *spreekt* en *zwijgt* staan de gevallen waarmee de regel bij elke wijziging wordt beproefd; zij liggen in
  `tests/gevallen`.

"""
_SLOT = """\
## Wat geen regel toetst

Zwijgt Raadwerk over een van deze onderwerpen, dan zegt dat niets. Dit moet een mens zelf nagaan: meestal een jurist.

"""
_GETELD = """\
### Wel te berekenen, geen regel

Over deze onderwerpen meldt Raadwerk niets bij een bezwaar; de termijn is wel te berekenen met `raadwerk termijn`.

"""


def als_markdown(regels: Iterable[Regel], overzicht: Regeloverzicht) -> str:
    """The page: introduction, contents, the rules by subject, and what no rule answers."""
    alle = list(regels)
    groepen = dict(_groepen(alle, overzicht))
    inleiding = _INLEIDING.format(aantal=len(alle), bezwaar=sum(regel.neemt == _BEZWAAR for regel in alle))
    inhoud = "".join(f"- [{kop}](#{_anker(kop)})\n" for kop in [*groepen, "Wat geen regel toetst"])
    delen = [f"{inleiding}{inhoud}\n"]
    for kop, leden in groepen.items():
        delen.append(f"## {kop}\n\n")
        delen += ["".join(_regel(regel, overzicht)) for regel in leden]
    delen.append(_SLOT)
    gaten = overzicht.niet_gedekt.items()
    for gebied, kop in GEBIEDEN.items():
        delen.append(f"### {kop}\n\n")
        delen += [_gat(naam, gat) for naam, gat in gaten if gat.bij == gebied and not gat.termijnen]
        delen.append("\n")
    delen.append(_GETELD)
    delen += [_gat(naam, gat) for naam, gat in gaten if gat.termijnen]
    return "".join(delen)


def _groepen(regels: list[Regel], overzicht: Regeloverzicht) -> Iterator[tuple[str, list[Regel]]]:
    """The rules by subject: those on objections as on the checklist, the others by the file of their wording."""
    over = {regel.code: regel for regel in regels}
    for groep in overzicht.recht.toetslijst.groepen.values():
        codes = [code for punt in groep.punten.values() for code in punt.codes]
        if leden := [over.pop(code) for code in dict.fromkeys(codes) if code in over]:
            yield f"Bezwaar: {groep.naam[:1].lower()}{groep.naam[1:]}", leden
    if leden := [regel for regel in over.values() if regel.neemt == _BEZWAAR]:
        yield "Bezwaar: buiten de toetslijst", leden
    per_onderwerp: dict[str, list[Regel]] = {}
    for regel in over.values():
        if regel.neemt != _BEZWAAR:
            per_onderwerp.setdefault(overzicht.melding(regel.code).onderwerp, []).append(regel)
    for onderwerp in sorted(per_onderwerp):
        yield f"Dossier: {onderwerp}", per_onderwerp[onderwerp]


def _regel(regel: Regel, overzicht: Regeloverzicht) -> Iterator[str]:
    melding = overzicht.melding(regel.code)
    yield f"### `{regel.code}` {print_melding(melding.titel)}\n\n"
    if melding.uitleg:
        yield f"{print_melding(melding.uitleg)}\n\n"
    for stand, zin in standen_van(melding):
        yield f"- **{hoofdletter(STANDEN[stand])}**: {zin}\n"
    kijkt = "" if regel.neemt == _BEZWAAR else KIJKT[regel.neemt]
    for kop, inhoud in (
        ("Kijkt naar", kijkt),
        ("Grondslag", "; ".join(filter(None, [*regel.grondslag, voorheen(regel), geldig(regel)]))),
        ("Weegt", gewicht(regel, overzicht)),
        ("Beoordeelt", melding.door),
        ("Doen", print_melding(melding.actie)),
        ("Doen, als indiener", print_melding(melding.actie_indiener)),
        ("Spreekt", "; ".join(overzicht.gevallen_van(regel.code, spreekt=True))),
        ("Zwijgt", "; ".join(overzicht.gevallen_van(regel.code, spreekt=False))),
    ):
        if inhoud:
            yield f"- {kop}: {inhoud}\n"
    yield "\n"


def _gat(naam: str, gat: NietGedekt) -> str:
    """One item of the list of what no rule answers."""
    grond = f" ({'; '.join(gat.artikelen)})" if gat.artikelen else ""
    tellen = ", ".join(f"`--soort {soort}`" for soort in gat.termijnen)
    slot = f" Te berekenen met {tellen}." if tellen else ""
    code = f"`{naam}` " if naam[:1].isupper() else ""
    return f"- {code}**{gat.onderwerp}**{grond}: {gat.reden}.{slot}\n"


def _anker(kop: str) -> str:
    """The address of a heading on the page."""
    return "".join(teken for teken in kop.lower().replace(" ", "-") if teken.isalnum() or teken == "-")
