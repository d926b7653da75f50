"""The order of the steps, and nothing else: facts → papers → findings → bytes.

Whether a paper is a *concept* is decided here, after the rules on the trees and before the writers.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from generator.bevindingen import Bevinding, Ernst
from generator.bewaard import read_recht
from generator.document.walk import cijfers
from generator.errors import Fout, InvoerError, RaadwerkError
from generator.feiten.feit import Feit, OpenFeitError
from generator.feiten.keuzes import OPENBAAR
from generator.keten.sjabloonlagen import (
    SJABLONEN as SJABLONEN,
    lees_huisstijl as lees_huisstijl,
    list_sjabloonlagen,
    verzamel_sjablonen as verzamel_sjablonen,
)
from generator.keten.termijnfeiten import bereken_termijn, bereken_termijnen, tel_termijn
from generator.keten.titelgegevens import maak_meta, met_titel

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from generator.bladzijden import Papier
    from generator.document.nodes import Document
    from generator.errors import Plaats
    from generator.feiten.bevroren import Bevroren
    from generator.feiten.dossier import Dossier, Stuk
    from generator.feiten.recht import Recht
    from generator.huisstijl import Huisstijl

_SOORTEN = re.compile(r"[^/]+\.md\.j2")
_VUL_IN = "vul het in; is het nog niet zeker, vul dan in wat u nu weet en zet er ‘vraag: …’ bij"
FORMATEN = ("docx", "pdf", "html", "md")


class Gelezen(Struct, frozen=True):
    """A dossier with the law and the periods computed from both."""

    dossier: Dossier
    recht: Recht
    toetsdatum: dt.date
    termijnen: Mapping[str, Mapping[str, Feit]]
    sjablonen: Mapping[str, bytes]
    paden: Mapping[str, str]  # where each template and text lies, from the werkmap or from what comes along
    bevroren: tuple[Bevroren, ...] = ()  # the papers that were sent, as they were frozen
    getekend: Mapping[str, str] = field(default_factory=dict)  # the SHA-256 of each file that was signed, by its name
    geschonden: tuple[Fout, ...] = ()  # what is wrong with what was frozen and cannot be read
    zaakbestanden: Mapping[str, bytes] = field(default_factory=dict)  # the objections in the dossier, by their path


class Gecontroleerd(Struct, frozen=True):
    """A dossier with its papers as trees, and every finding of every rule, heaviest first."""

    gelezen: Gelezen
    stukken: Mapping[str, Document]
    bevindingen: tuple[Bevinding, ...]
    verzwegen: tuple[Bevinding, ...] = ()  # open ones of which what goes public may only say how many there are


@contextmanager
def _meld_open_feit() -> Iterator[None]:
    """An open fact where one cannot do without is a fault of the input, with its place."""
    try:
        yield
    except OpenFeitError as fout:
        gevonden = f"‘{fout.feit.pad}’ is nog open, en is hier nodig"
        raad = "zet er ‘keuze’ en ‘reden’ bij" if fout.feit.vermeldingen else _VUL_IN
        raise InvoerError(Fout(fout.feit.plaats, gevonden, raad=raad)) from None


@_meld_open_feit()
def lees(  # noqa: PLR0913 - each choice of who runs it, by name
    bestanden: Mapping[str, bytes],
    mee: Mapping[str, bytes],
    naam: str,
    *,
    stel: Mapping[str, str] | None = None,
    op: dt.date | None = None,
    variant: str = "",
    getekend: Mapping[str, str] | None = None,
) -> Gelezen:
    """The dossier `naam` in `bestanden` (paths relative to the werkmap), with its law and periods.

    Args:
        bestanden: the files of the werkmap.
        mee: what comes along with Raadwerk: templates, house style and law, by name.
        naam: folder name of the dossier.
        stel: values to try, by path of the fact.
        op: the day as of which the law is applied, instead of the dossier's toetsdatum.
        variant: name of an overlay on the facts.
        getekend: the SHA-256 of each file that was signed, by its name in the facts; empty for one that is not there.

    Raises:
        InvoerError: all faults of all files at once.
    """
    from generator.inhoud import load_dossier
    from generator.inhoud.bevroren import split_bevroren
    from generator.inhoud.dossierzaken import kies_zaakbestanden

    recht = read_recht(mee)
    dossier = load_dossier(bestanden, naam, stel=stel or {}, variant=variant, teller=partial(tel_termijn, recht))
    termijnen = bereken_termijnen(dossier, recht)
    paden = {bij: pad for bij, pad, _ in list_sjabloonlagen(bestanden, mee, naam)}
    paden |= {f"teksten/{tekst}.md": f"inhoud/{naam}/teksten/{tekst}.md" for tekst in dossier.teksten}
    sjablonen = verzamel_sjablonen(bestanden, mee, naam)
    bevroren, geschonden = split_bevroren(bestanden, naam)
    dag = op or dossier.toetsdatum.dag
    return Gelezen(
        dossier, recht, dag, termijnen, sjablonen, paden, bevroren, getekend or {}, geschonden,
        kies_zaakbestanden(bestanden, naam),
    )  # fmt: skip


def maak_bomen(gelezen: Gelezen, alleen: Iterable[str] = ()) -> dict[str, Document]:
    """The papers of the dossier as trees, by name; `alleen` names those wanted, empty for all.

    Raises:
        InvoerError, SjabloonError, DocumentError: as `iter_bomen`.
    """
    return dict(iter_bomen(gelezen, alleen))


def maak_bomen_en_dagen(gelezen: Gelezen) -> tuple[dict[str, Document], dict[str, Feit]]:
    """The papers as `maak_bomen` gives them, and the end of each period that a template has counted, by its path."""
    dagen: dict[str, Feit] = {}
    return dict(iter_bomen(gelezen, (), dagen)), dagen


def iter_bomen(
    gelezen: Gelezen, alleen: Iterable[str] = (), dagen: dict[str, Feit] | None = None
) -> Iterator[tuple[str, Document]]:
    """Each paper of `maak_bomen` by its name, as soon as it is there; the faults of all papers at once.

    The end of each period that a template counts comes in `dagen`, by its path.

    Raises:
        InvoerError: a kind of paper without a template.
        SjabloonError: a template or text that cannot be filled.
        DocumentError: a paper that would be inaccessible or refers to nothing.
    """
    from generator.lezers.markdown import read_document
    from generator.sjablonen import Sjablonen

    dossier = gelezen.dossier
    teksten = {f"teksten/{naam}.md": tekst for naam, tekst in dossier.teksten.items()}
    sjablonen = Sjablonen(
        {naam: inhoud.decode() for naam, inhoud in gelezen.sjablonen.items() if naam.endswith(".j2")} | teksten,
        f"inhoud/{dossier.naam}/",
    )

    geteld = {} if dagen is None else dagen

    def bereken(soort: str, vanaf: Feit) -> Feit:
        feit = bereken_termijn(gelezen.recht, soort, vanaf)
        geteld[feit.pad] = feit
        return feit

    @_meld_open_feit()
    def maak(stuk: Stuk) -> Document:
        sjabloon = f"{stuk.soort.woorden}.md.j2"
        if sjabloon not in gelezen.sjablonen:
            soorten = sorted(pad.removesuffix(".md.j2") for pad in gelezen.sjablonen if _SOORTEN.fullmatch(pad))
            raad = f"kies uit: {', '.join(soorten)}; of maak het sjabloon {SJABLONEN}{sjabloon}"
            raise InvoerError(
                Fout(stuk.soort.plaats, f"er is geen sjabloon voor het stuk ‘{stuk.soort.woorden}’", raad=raad)
            )
        try:
            ingevuld = sjablonen.vul_in(sjabloon, dossier, stuk, gelezen.termijnen, bereken, gelezen.toetsdatum)
            document = read_document(ingevuld, maak_meta(dossier, stuk, gelezen.toetsdatum))
            return met_titel(document, stuk, dossier.variant)
        except RaadwerkError as fout:
            fouten = (replace(deel, plaats=_met_pad(deel.plaats, gelezen.paden)) for deel in fout.fouten)
            raise type(fout)(*fouten) from fout

    mis: list[tuple[str, RaadwerkError]] = []
    for naam in list(alleen) or list(dossier.stukken):
        try:
            boom = maak(dossier.stukken[naam])
        except RaadwerkError as fout:
            mis.append((naam, fout))
        if not mis:
            yield naam, boom
    if mis:
        from generator.keten.openfouten import meld_bij_feiten

        alle = ((naam, deel) for naam, fout in mis for deel in fout.fouten)
        raise type(mis[0][1])(*meld_bij_feiten(alle, dossier, (*gelezen.termijnen.values(), geteld)))


@_meld_open_feit()
def verwacht(gelezen: Gelezen, naam: str, boom: Document, *, tegengehouden: bool = False) -> Document:
    """The tree of paper `naam` as it will be written, when it is not, or is, held back by a finding.

    What holds a paper back are findings on the facts and on the paper itself; without one a paper can still be a
    concept by its own status, or because something in it is open.
    """
    concept = (
        bool(gelezen.dossier.variant)
        or gelezen.dossier.stukken[naam].is_concept
        or tegengehouden
        or any(cijfer.open for cijfer in cijfers(boom))
    )
    return replace(boom, meta=replace(boom.meta, concept=concept))


@_meld_open_feit()
def controleer(
    gelezen: Gelezen, stukken: Mapping[str, Document], papieren: Mapping[str, Papier | Fout] | None = None
) -> Gecontroleerd:
    """Every finding on the facts and the papers, and the papers marked concept where they must be.

    `papieren` are the files of those papers that were read back, by their path; why one could not be, otherwise.
    """
    from generator.inhoud.dossierzaken import load_dossierzaken
    from generator.regels import dossierregels as _  # noqa: F401 - registers the rules
    from generator.regels.oordelen import beantwoord
    from generator.regels.register import Neemt, Zaak, pas_toe

    zaak = Zaak(
        gelezen.dossier, gelezen.recht, gelezen.toetsdatum, gelezen.termijnen, stukken, bevroren=gelezen.bevroren,
        geschonden=gelezen.geschonden, getekend=gelezen.getekend, papieren=papieren or {},
        bezwaren=load_dossierzaken(gelezen.zaakbestanden),
    )  # fmt: skip
    gevonden = tuple(
        bevinding
        for neemt in (Neemt.DOSSIER, Neemt.STUKKEN, Neemt.PAPIER, Neemt.OMVANG)
        for bevinding in pas_toe(zaak, neemt)
    )
    zaak = replace(zaak, bevindingen=tuple(_met_paden(bevinding, gelezen.paden) for bevinding in gevonden))
    bevindingen = op_zwaarte((*beantwoord(zaak), *pas_toe(zaak, Neemt.BEVINDINGEN)))
    zwaar = [b for b in bevindingen if b.ernst in {Ernst.FOUT, Ernst.OORDEEL} and b.is_open]
    # A finding on the facts holds every paper back, one on a paper only that paper.
    definitief = {
        naam: verwacht(
            gelezen, naam, boom, tegengehouden=any(b.gegevens.get("stuk", naam) == naam for b in zwaar)
        )
        for naam, boom in stukken.items()
    }  # fmt: skip
    return Gecontroleerd(gelezen, definitief, bevindingen)


def op_zwaarte(bevindingen: Iterable[Bevinding]) -> tuple[Bevinding, ...]:
    """The findings in the order in which they are told: heaviest first, and of one weight those that are open."""
    volgorde = list(Ernst)
    return tuple(
        sorted(
            bevindingen, key=lambda een: (volgorde.index(een.ernst), not een.is_open, een.code, een.plaatsen)
        )
    )  # fmt: skip


def _met_paden(bevinding: Bevinding, paden: Mapping[str, str]) -> Bevinding:
    """The finding with places a person, and an editor, can open: a template by its path."""
    if not any(plaats.bestand in paden for plaats in bevinding.plaatsen):
        return bevinding
    return replace(bevinding, plaatsen=tuple(_met_pad(plaats, paden) for plaats in bevinding.plaatsen))


def _met_pad(plaats: Plaats, paden: Mapping[str, str]) -> Plaats:
    return plaats._replace(bestand=paden.get(plaats.bestand, plaats.bestand))


def kies_openbaar(gecontroleerd: Gecontroleerd, *, openbaar: bool) -> Gecontroleerd:
    """The papers that everybody may see, or the others; public output knows nothing of those.

    What goes out of the set takes its findings with it; public are only those that tell what public papers show.
    """
    stukken = {
        naam: boom for naam, boom in gecontroleerd.stukken.items() if (boom.meta.openbaarheid == OPENBAAR) is openbaar
    }
    gelezen, dag = gecontroleerd.gelezen, gecontroleerd.gelezen.toetsdatum
    if not openbaar:
        weg = {naam for naam, stuk in gelezen.dossier.stukken.items() if stuk.is_openbaar_op(dag)}
        bevindingen = tuple(b for b in gecontroleerd.bevindingen if b.gegevens.get("stuk") not in weg)
        return replace(gecontroleerd, stukken=stukken, bevindingen=bevindingen)
    from generator.keten.openbaarmaking import maak_openbaarmaking

    openbaarmaking = maak_openbaarmaking(gelezen.dossier, dag, stukken.values())
    termijnen = {
        naam: feiten for naam, feiten in gelezen.termijnen.items() if openbaarmaking.mag_termijn(feiten.values())
    }
    bevindingen = tuple(filter(openbaarmaking.mag, gecontroleerd.bevindingen))
    verzwegen = tuple(b for b in gecontroleerd.bevindingen if b.is_open and not openbaarmaking.mag(b))
    return Gecontroleerd(replace(gelezen, termijnen=termijnen), stukken, bevindingen, verzwegen)


def schrijf(
    document: Document, huisstijl: Huisstijl, formaten: Iterable[str], *, herkomst: bytes | None = None
) -> dict[str, bytes]:
    """`document` in each of `formaten` ("docx", "pdf", "html", "md"): format → bytes.

    `herkomst` is the provenance to attach to the PDF of an internal copy. SchrijfError when one cannot be made.
    """
    from generator.keten.zetterij import Zetterij

    with Zetterij() as zetterij:
        zetterij.begin("", document, huisstijl, formaten, herkomst)
        return zetterij.maak("")
