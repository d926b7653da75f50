"""The paper's own parts: how each container of the Markdown becomes its node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.document import nodes
from generator.lezers.blokken import Bouwer, Eigenschappen, cellen, maak_label, onderdeel
from generator.lezers.regel import platte_tekst, voeg_samen

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_SOORTEN_MOMENT = {"feit", "berekend", "norm", "aanname"}


@onderdeel("kop")
def _kop(bouwer: Bouwer, kind: SyntaxTreeNode, _eigen: Eigenschappen) -> nodes.Kop | None:
    """``Documentsoort``, ``# Onderwerp``, and a list of ``- **Zaaknummer**: …``."""
    plek = bouwer.plek
    zinnen, koppen = bouwer.zinnen(kind), bouwer.delen(kind, "heading")
    if len(zinnen) != 1 or len(koppen) != 1 or koppen[0].tag != "h1":
        bouwer.meld(
            "de kop van het stuk is niet compleet", "schrijf het soort stuk, dan ‘# onderwerp’, dan de kenmerken"
        )
        return None
    kenmerken = tuple(nodes.Kenmerk(naam, waarde, herkomst=waar) for naam, waarde, waar in bouwer.regels_van(kind))
    return nodes.Kop(platte_tekst(zinnen[0]), bouwer.regel.lees(koppen[0].children[0]), kenmerken, herkomst=plek)


@onderdeel("kader")
def _kader(bouwer: Bouwer, kind: SyntaxTreeNode, eigen: Eigenschappen) -> nodes.Kader | None:
    """``## Titel`` and any blocks."""
    plek = bouwer.plek
    if not kind.children or kind.children[0].type != "heading":
        bouwer.meld("een kader zonder titel", "begin het kader met een kop: ## Titel")
        return None
    titel = bouwer.regel.lees(kind.children[0].children[0])
    return nodes.Kader(
        titel, int(kind.children[0].tag[1]), eigen.label or maak_label(titel),
        bouwer.blokken(kind.children[1:]), herkomst=plek,
    )  # fmt: skip


@onderdeel("citaat")
def _citaat(bouwer: Bouwer, kind: SyntaxTreeNode, _eigen: Eigenschappen) -> nodes.Citaat:
    """Blocks; a last paragraph that begins with a dash names the source."""
    plek = bouwer.plek
    blokken = bouwer.blokken(kind.children)
    bron: tuple[nodes.Inline, ...] = ()
    if blokken and isinstance(laatste := blokken[-1], nodes.Paragraph):
        eerste = laatste.content[0]
        if isinstance(eerste, nodes.Text) and eerste.text.startswith("— "):
            bron = (nodes.Text(eerste.text[2:]), *laatste.content[1:])
            blokken = blokken[:-1]
            plek = replace(plek, toetsen=tuple(dict.fromkeys(plek.toetsen + laatste.herkomst.toetsen)))
    return nodes.Citaat(blokken, bron, herkomst=plek)


@onderdeel("vraag")
def _vraag(bouwer: Bouwer, kind: SyntaxTreeNode, eigen: Eigenschappen) -> nodes.Vraagpunt | None:
    """``::: vraag 2a``: the question, then ``- **ja**: wat volgt``."""
    plek = bouwer.plek
    nummer = kind.info.partition("{")[0].strip().removeprefix("vraag").strip()
    zinnen = bouwer.zinnen(kind)
    antwoorden = tuple(nodes.Antwoord(naam, gevolg, herkomst=waar) for naam, gevolg, waar in bouwer.regels_van(kind))
    nummer = "".join(deel.text for deel in bouwer.regel.splits(nummer) if isinstance(deel, nodes.Text | nodes.Cijfer))
    if not nummer or len(zinnen) != 1:
        bouwer.meld("een vraag aan de raad heeft één nummer en één zin", "schrijf ‘::: vraag 2a’ en daaronder de vraag")
        return None
    if not antwoorden:
        bouwer.meld(f"vraag {nummer} heeft geen antwoorden", "schrijf per antwoord ‘- **ja**: wat eruit volgt’")
    if not platte_tekst(zinnen[0]).endswith("?"):
        bouwer.meld(f"vraag {nummer} eindigt niet op een vraagteken", "stel één vraag in één zin")
    return nodes.Vraagpunt(nummer, eigen.label or f"vraag-{nummer}", zinnen[0], antwoorden, herkomst=plek)


@onderdeel("ondertekening")
def _ondertekening(bouwer: Bouwer, kind: SyntaxTreeNode, _eigen: Eigenschappen) -> nodes.Ondertekening | None:
    """On whose behalf, then ``- **de burgemeester**: naam``."""
    plek = bouwer.plek
    zinnen = bouwer.zinnen(kind)
    wie = tuple(nodes.Ondertekenaar(functie, naam, herkomst=waar) for functie, naam, waar in bouwer.regels_van(kind))
    if len(zinnen) != 1 or not wie:
        bouwer.meld(
            "de ondertekening is niet compleet", "schrijf namens wie, en per ondertekenaar ‘- **functie**: naam’"
        )
        return None
    return nodes.Ondertekening(zinnen[0], wie, herkomst=plek)


@onderdeel("tabel")
def _tabel(bouwer: Bouwer, kind: SyntaxTreeNode, eigen: Eigenschappen) -> nodes.Table | None:
    """A caption, the table, and optionally a note; a row that begins in bold is a row of totals."""
    plek, zinnen, tabel = bouwer.plek, bouwer.zinnen(kind), bouwer.tabel(kind)
    if tabel is None:
        return None
    if not zinnen:
        bouwer.meld("een tabel zonder bijschrift", "zet op de eerste regel wat in de tabel staat")
        return None
    hoofd = nodes.Row(cellen(bouwer, tabel[0]), herkomst=bouwer.herkomst(tabel[0]))
    if any(not platte_tekst(cel.content).strip() for cel in hoofd.cells):
        bouwer.meld("een tabel met een lege kolomkop", "geef elke kolom een naam")
    rijen = []
    for rij in tabel[1]:
        delen = cellen(bouwer, rij, kopkolom="kopkolom" in eigen.waarden)
        totaal = bool(delen and delen[0].content and isinstance(delen[0].content[0], nodes.Strong))
        rijen.append(nodes.Row(delen, total=totaal, herkomst=bouwer.herkomst(rij)))
    breedtes = _breedtes(bouwer, eigen.waarden.get("breedtes", ""), len(hoofd.cells))
    return nodes.Table(
        hoofd, tuple(rijen), zinnen[0], 0, eigen.label or maak_label(zinnen[0]),
        breedtes, zinnen[1] if len(zinnen) > 1 else (), herkomst=plek,
    )  # fmt: skip


def _breedtes(bouwer: Bouwer, tekst: str, kolommen: int) -> tuple[int, ...]:
    """Relative widths; without a wish all the same, the rest to the first."""
    if not tekst:
        gelijk = 100 // kolommen
        return (100 - gelijk * (kolommen - 1), *[gelijk] * (kolommen - 1))
    delen = tuple(int(deel) for deel in tekst.split() if deel.isdigit())
    if len(delen) != kolommen or sum(delen) != 100:
        bouwer.meld(f"de breedtes ‘{tekst}’ passen niet", f"geef {kolommen} hele getallen die samen 100 zijn")
        return _breedtes(bouwer, "", kolommen)
    return delen


@onderdeel("tijdlijn")
def _tijdlijn(bouwer: Bouwer, kind: SyntaxTreeNode, eigen: Eigenschappen) -> nodes.Tijdlijn | None:
    """A caption, and a table ``wanneer | wat | soort`` with soort feit, berekend, norm or aanname.

    The alternative is what the table says, in the order of the days; one of its own may stand under the caption.
    """
    plek, zinnen, tabel = bouwer.plek, bouwer.zinnen(kind), bouwer.tabel(kind)
    if tabel is None:
        return None
    momenten, zonder_dag = [], []
    for rij in tabel[1]:
        eerste = rij.children[0]
        afdruk = bouwer.regel.afdruk(eerste.children[0].content if eerste.children else "")
        datum, tekst, soort = (bouwer.regel.lees(cel.children[0]) if cel.children else () for cel in rij.children[:3])
        woord = platte_tekst(soort).strip()
        if afdruk is None or not (afdruk.machine or afdruk.open):
            bouwer.meld(f"‘{platte_tekst(datum)}’ is geen datum uit de feiten", "zet in de eerste kolom één datumfeit")
        elif woord not in _SOORTEN_MOMENT:
            bouwer.meld(f"het soort moment ‘{woord}’ bestaat niet", f"kies uit {', '.join(sorted(_SOORTEN_MOMENT))}")
        elif afdruk.open:  # it has no place on a line
            zonder_dag.append((datum, tekst))
        else:
            waar = bouwer.herkomst(rij)
            momenten.append(nodes.Moment(afdruk.machine, datum, tekst, soort=woord, herkomst=waar))  # type: ignore[arg-type]
    momenten.sort(key=lambda moment: moment.dag)
    if len(zinnen) == 1:  # what is made of the rows hangs on what they hang on
        zinnen.append(_in_woorden([*((moment.datum, _met_soort(moment)) for moment in momenten), *zonder_dag]))
        toetsen = (toets for rij in tabel[1] for toets in bouwer.herkomst(rij).toetsen)
        plek = replace(plek, toetsen=tuple(dict.fromkeys((*plek.toetsen, *toetsen))))
    if not _met_alternatief(bouwer, zinnen):
        return None
    return nodes.Tijdlijn(tuple(momenten), zinnen[0], 0, eigen.label or "tijdlijn", zinnen[1], herkomst=plek)


def _met_soort(moment: nodes.Moment) -> tuple[nodes.Inline, ...]:
    """What `moment` is of; that its day was assumed is told, since the shape of it does so in the picture."""
    return (*moment.tekst, nodes.Text(" (aanname)")) if moment.soort == "aanname" else moment.tekst


def _in_woorden(regels: list[tuple[tuple[nodes.Inline, ...], tuple[nodes.Inline, ...]]]) -> tuple[nodes.Inline, ...]:
    """What a time line shows, for who cannot see it: each day and what it is of."""
    delen: list[nodes.Inline] = []
    for datum, tekst in regels:
        delen += [*([nodes.Text("; ")] if delen else []), *datum, nodes.Text(": "), *tekst]
    return voeg_samen([*delen, nodes.Text(".")])


@onderdeel("grafiek")
def _grafiek(bouwer: Bouwer, kind: SyntaxTreeNode, eigen: Eigenschappen) -> nodes.Grafiek | None:
    """A caption, an alternative, and a table: the first column names the group, the others are series."""
    plek, zinnen, tabel = bouwer.plek, bouwer.zinnen(kind), bouwer.tabel(kind)
    if tabel is None:
        return None
    reeksen = tuple(platte_tekst(cel.content) for cel in cellen(bouwer, tabel[0])[1:])
    staven = []
    for rij in tabel[1]:
        naam, *waarden = cellen(bouwer, rij)
        afdrukken = [bouwer.regel.afdruk(cel.children[0].content) if cel.children else None for cel in rij.children[1:]]
        cijfers = tuple(next((d for d in cel.content if isinstance(d, nodes.Cijfer)), None) for cel in waarden)
        getallen = tuple(a.machine if a and a.machine else None for a in afdrukken)
        staven.append(nodes.Staaf(platte_tekst(naam.content), cijfers, getallen, herkomst=bouwer.herkomst(rij)))
    if not _met_alternatief(bouwer, zinnen):
        return None
    return nodes.Grafiek(reeksen, tuple(staven), zinnen[0], 0, eigen.label or "grafiek", zinnen[1], herkomst=plek)


def _met_alternatief(bouwer: Bouwer, zinnen: list[tuple[nodes.Inline, ...]]) -> bool:
    if len(zinnen) == 2:
        return True
    bouwer.meld(
        "een beeld heeft een bijschrift en een alternatieve tekst",
        "schrijf twee alinea's: het bijschrift, en wat het beeld zegt aan wie het niet ziet",
    )
    return False


@onderdeel("paginaeinde")
def _paginaeinde(bouwer: Bouwer, _kind: SyntaxTreeNode, _eigen: Eigenschappen) -> nodes.PageBreak:
    return nodes.PageBreak(herkomst=bouwer.plek)
