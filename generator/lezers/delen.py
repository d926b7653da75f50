"""The parts that only some papers have: how the container of each becomes its node."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from msgspec.structs import replace

from generator.document import nodes
from generator.lezers.blokken import Bouwer, Eigenschappen, cellen, maak_label, onderdeel
from generator.lezers.regel import platte_tekst

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_KOLOMMEN = ("vraag", "grond", "feiten", "uitkomst", "door")
_UITKOMSTEN = get_args(nodes.Uitkomst)


@onderdeel("beslispunt")
def _beslispunt(bouwer: Bouwer, kind: SyntaxTreeNode, eigen: Eigenschappen) -> nodes.Beslispunten | None:
    """``::: beslispunt {#label}`` and its text; it numbers itself, and joins the point right before it."""
    plek, blokken = bouwer.plek, bouwer.genummerd(kind.children)
    if not blokken:
        bouwer.meld("een beslispunt zonder tekst", "schrijf wat de raad besluit, in één zin")
        return None
    punt = nodes.Beslispunt(0, eigen.label or bouwer.vrij_label("beslispunt"), blokken, herkomst=plek)
    return nodes.Beslispunten((punt,), herkomst=plek)


@onderdeel("argument")
def _argument(bouwer: Bouwer, kind: SyntaxTreeNode, eigen: Eigenschappen) -> nodes.Argument | None:
    """``::: argument {bij=label}``: a heading that states it, and why."""
    return _onderbouwing(bouwer, kind, eigen, "argument")


@onderdeel("kanttekening")
def _kanttekening(bouwer: Bouwer, kind: SyntaxTreeNode, eigen: Eigenschappen) -> nodes.Argument | None:
    """``::: kanttekening {bij=label}``: as an argument."""
    return _onderbouwing(bouwer, kind, eigen, "kanttekening")


def _onderbouwing(bouwer: Bouwer, kind: SyntaxTreeNode, eigen: Eigenschappen, soort: str) -> nodes.Argument | None:
    plek, bij = bouwer.plek, eigen.waarden.get("bij", "")
    kop = bouwer.eerste_kop(kind)
    if kop is None or not bij:
        bouwer.meld(
            f"een {soort} zonder bewering of zonder beslispunt",
            f"schrijf ‘::: {soort} {{bij=label}}’ met het label van het beslispunt, en dan ‘### de bewering’",
        )
        return None
    niveau, bewering, _ = kop
    return nodes.Argument(
        soort, bij, "", niveau, eigen.label or bouwer.vrij_label(f"{soort}-{bij}"),  # type: ignore[arg-type]
        bewering, bouwer.blokken(kind.children[1:]), herkomst=plek,
    )  # fmt: skip


@onderdeel("artikel")
def _artikel(bouwer: Bouwer, kind: SyntaxTreeNode, eigen: Eigenschappen) -> nodes.Artikel | None:
    """``### Titel``, then a numbered list of leden, or other blocks for an article without leden."""
    plek, kop = bouwer.plek, bouwer.eerste_kop(kind)
    if kop is None:
        bouwer.meld("een artikel zonder titel", "begin het artikel met een kop: ### Titel")
        return None
    niveau, titel, van_kop = kop
    romp = kind.children[1:]
    if romp and romp[0].type == "ordered_list" and len(romp) == 1:
        leden = tuple(_lid(bouwer, item, nummer) for nummer, item in enumerate(romp[0].children, 1))
    else:
        if any(blok.type == "ordered_list" for blok in romp[:1]):
            raad = "laat de tekst inspringen onder haar lid, met drie spaties aan het begin van elke regel"
            bouwer.meld_bij(bouwer.herkomst(romp[1]), "na de leden van een artikel staat nog iets", raad)
        leden = (nodes.Lid(0, "", bouwer.genummerd(romp), herkomst=plek),)
    if not all(lid.blocks for lid in leden):
        bouwer.plek = plek
        bouwer.meld("een artikel of lid zonder tekst", "schrijf de tekst, of haal het weg")
    if len(leden) == 1:
        leden = (replace(leden[0], nummer=0),)
    label = eigen.label or van_kop.label or bouwer.vrij_label(maak_label(titel))
    return nodes.Artikel(0, niveau, label, titel, leden, herkomst=plek)


def _lid(bouwer: Bouwer, item: SyntaxTreeNode, nummer: int) -> nodes.Lid:
    """One lid; a label stands between braces at the end of its first paragraph."""
    blokken = bouwer.genummerd(item.children)
    plek = blokken[0].herkomst if blokken else bouwer.plek
    blokken, label = bouwer.met_label(blokken)
    return nodes.Lid(nummer, label, blokken, herkomst=plek)


@onderdeel("toetslijst")
def _toetslijst(bouwer: Bouwer, kind: SyntaxTreeNode, eigen: Eigenschappen) -> nodes.Toetslijst | None:
    """``### Titel``, then a table ``vraag | grond | feiten | uitkomst | door``; a label stands behind a question."""
    plek, kop, tabel = bouwer.plek, bouwer.eerste_kop(kind), bouwer.tabel(kind)
    if tabel is None:
        return None
    hoofd = tuple(platte_tekst(cel.content).lower() for cel in cellen(bouwer, tabel[0]))
    if kop is None or hoofd != _KOLOMMEN:
        bouwer.meld(
            "een toetslijst zonder titel, of met andere kolommen",
            f"begin met een kop, en dan een tabel met de kolommen {', '.join(_KOLOMMEN)}",
        )
        return None
    niveau, titel, van_kop = kop
    label = eigen.label or van_kop.label or bouwer.vrij_label(maak_label(titel))
    punten = []
    for nummer, rij in enumerate(tabel[1], 1):
        vraag, grond, feiten, uitkomst, door = (cel.content for cel in cellen(bouwer, rij))
        vraag, van_vraag = bouwer.met_eigenschappen(vraag)
        woord = platte_tekst(uitkomst).strip().lower()
        if woord not in _UITKOMSTEN:
            bouwer.meld(f"de uitkomst ‘{woord}’ bestaat niet", f"kies uit {', '.join(_UITKOMSTEN)}")
        elif woord == _UITKOMSTEN[-1] and not door:
            bouwer.meld(f"wie beoordeelt ‘{platte_tekst(vraag)}’?", "noem in de laatste kolom wie het beoordeelt")
        punten.append(nodes.Aanvinkpunt(
            van_vraag.label or f"{label}-{nummer}", vraag, grond, feiten, woord, door,  # type: ignore[arg-type]
            herkomst=bouwer.herkomst(rij),
        ))  # fmt: skip
    if not punten:
        bouwer.meld("een toetslijst zonder vragen", "laat de lijst weg als er niets te toetsen is")
    return nodes.Toetslijst(titel, niveau, label, tuple(punten), herkomst=plek)


@onderdeel("briefhoofd")
def _briefhoofd(bouwer: Bouwer, kind: SyntaxTreeNode, _eigen: Eigenschappen) -> nodes.Briefhoofd | None:
    """The kind of letter, ``# Onderwerp``, and ``- **Van**: …``, ``- **Aan**: …`` before the other lines."""
    plek, zinnen, koppen = bouwer.plek, bouwer.zinnen(kind), bouwer.delen(kind, "heading")
    regels = bouwer.regels_van(kind)
    van, aan = (next((inhoud for naam, inhoud, _ in regels if naam == wie), ()) for wie in ("Van", "Aan"))
    if len(zinnen) != 1 or len(koppen) != 1 or koppen[0].tag != "h1" or not van or not aan:
        bouwer.meld(
            "het briefhoofd is niet compleet",
            "schrijf het soort brief, dan ‘# onderwerp’, dan ‘- **Van**: …’, ‘- **Aan**: …’ en de kenmerken",
        )
        return None
    kenmerken = tuple(
        nodes.Kenmerk(naam, waarde, herkomst=waar) for naam, waarde, waar in regels if naam not in {"Van", "Aan"}
    )
    onderwerp = bouwer.regel.lees(koppen[0].children[0])
    return nodes.Briefhoofd(platte_tekst(zinnen[0]), onderwerp, van, aan, kenmerken, herkomst=plek)
