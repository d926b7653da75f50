"""The order of the steps for an objection: a case → what follows from it → its letters and checklist as trees."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.datumtekst import datum_voluit
from generator.document.nodes import Document, Hoofd, Meta
from generator.document.walk import cijfers, plain_text
from generator.errors import Fout, InvoerError, Plaats
from generator.feiten.bezwaarkeuzes import Namens, Rol
from generator.feiten.bezwaarprocedure import Procedure
from generator.feiten.dossier import Gemeente
from generator.feiten.feit import Feit
from generator.feiten.onderdeel import Vrij_onderdeel
from generator.feiten.zaakstukken import Geadresseerde
from generator.inhoud.schijf import BEZWAREN, INHOUD
from generator.inhoud.zaakstukken import load_soorten
from generator.inhoud.zaken import load_zaak
from generator.regels.bezwaar import toets_zaak
from generator.regels.kalender import rustdag
from generator.zaakstukken.context import velden
from generator.zaakstukken.gegevens import Zaakgegevens

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from generator.bevindingen import Bevinding
    from generator.feiten.bezwaarschrift import Bezwaarzaak
    from generator.feiten.recht import Recht
    from generator.feiten.zaakstukken import Briefsoort, Zaakstuksoorten
    from generator.keten import Gelezen
    from generator.tokens import Ingevuld

_BEZWAAR = "bezwaar/"  # the folder of our templates
TOETSLIJST = "toetslijst"


class Zaakketen:
    """Makes the papers of objections with one set of templates and one law.

    Args:
        sjablonen: templates and house style by name.
        recht: the dated parameters of the law.
        gemeente: the municipality's settings; None when nobody says which it is.
    """

    def __init__(self, sjablonen: Mapping[str, bytes], recht: Recht, gemeente: Gemeente | None) -> None:
        self.sjablonen = sjablonen
        self._recht = recht
        self._soorten = load_soorten(sjablonen)
        self._gemeente = gemeente or _onbekende_gemeente(self._soorten)

    @property
    def soorten(self) -> Zaakstuksoorten:
        """The kinds of letter there are."""
        return self._soorten

    @property
    def recht(self) -> Recht:
        """The law they rest on."""
        return self._recht

    def toets(self, zaak: Bezwaarzaak, op: dt.date | None, datum: dt.date | None = None) -> Zaakgegevens:
        """The case with what follows from it on the day `op`; InvoerError for a day outside the calendar.

        `datum` is the day of a letter whose day is no fact of the case.
        """
        uitslag = toets_zaak(zaak, self._recht, op)
        return Zaakgegevens(
            zaak, uitslag, self._recht, op, self._gemeente, self._soorten, datum=datum, is_rustdag=self._is_rustdag
        )

    def _is_rustdag(self, dag: dt.date) -> bool:
        return rustdag(self._recht.kalender, dag) is not None

    def _met_eerder(self, gegevens: Zaakgegevens) -> Zaakgegevens:
        """The case with what followed before its last postponement, and what follows once all concerned are told."""
        procedure = gegevens.zaak.procedure or Procedure()
        zonder = dataclasses.replace(procedure, verdaging=(procedure.verdaging or ())[:-1])
        eerder = toets_zaak(dataclasses.replace(gegevens.zaak, procedure=zonder), self._recht, gegevens.op)
        if not procedure.verdaging or procedure.verdaging[-1].aan_alle_belanghebbenden is not None:
            return replace(gegevens, eerder=eerder)
        # The letter itself tells all concerned, so it counts with what is a fact once it is sent (Awb 7:10 lid 5).
        gemeld = dataclasses.replace(procedure.verdaging[-1], aan_alle_belanghebbenden=True)
        met = dataclasses.replace(procedure, verdaging=(*procedure.verdaging[:-1], gemeld))
        uitslag = toets_zaak(dataclasses.replace(gegevens.zaak, procedure=met), self._recht, gegevens.op)
        return replace(gegevens, eerder=eerder, uitslag=uitslag)

    def maak_brieven(self, naam: str, zaken: Sequence[Zaakgegevens]) -> dict[str, Document]:
        """The letters of kind `naam` for one case, or the one paper for several, by the name of their file.

        Raises:
            InvoerError: what the facts forbid, every reason at once; or several cases where the kind takes one.
            SjabloonError, DocumentError: a template that cannot be filled or read.
        """
        from generator.zaakstukken.bekend_op import bekend_op
        from generator.zaakstukken.geadresseerden import brieven
        from generator.zaakstukken.weigeringen import weigeringen

        soort = self._soorten.brieven[naam]
        if len(zaken) > 1 and not soort.meer:
            raise InvoerError(Fout(Plaats(naam), f"een {soort.naam.lower()} gaat over één zaak", raad="noem één zaak"))
        # An event after the day of a letter is no part of it, nor of the days that are computed for it.
        bekend = [bekend_op(zaak.zaak, zaak.datum_van(soort)) for zaak in zaken]
        zaken = [
            zaak if toen == zaak.zaak else self.toets(toen, zaak.op, zaak.datum)
            for zaak, toen in zip(zaken, bekend, strict=True)
        ]
        if "verdaging" in soort.weigeringen:
            zaken = [self._met_eerder(zaak) for zaak in zaken]
        if geweigerd := [fout for zaak in zaken for fout in weigeringen(zaak, soort)]:
            raise InvoerError(*geweigerd)
        _eis_zelfde_zitting(zaken)
        bomen: dict[str, Document] = {}
        if soort.rol == Rol.INDIENER and (maker := zaken[0].zaak.gemeente) and maker.namens is None:
            # The college or the municipality: nobody chose yet, and a letter never mixes the two.
            for namens in (Namens.COLLEGE, Namens.GEMEENTE):
                gekozen = dataclasses.replace(zaken[0].zaak, gemeente=dataclasses.replace(maker, namens=namens))
                for boom in self.maak_brieven(naam, [self.toets(gekozen, zaken[0].op, zaken[0].datum)]).values():
                    bomen[f"{naam}-{namens}"] = boom
            return bomen
        for brief in brieven(zaken[0], soort):
            inhoud = velden(zaken[0], soort, brief)
            if soort.meer:
                inhoud["zaken"] = {
                    str(nr): Vrij_onderdeel(pad=f"zaken.{nr}", velden=velden(zaak)) for nr, zaak in enumerate(zaken, 1)
                }
            dag = zaken[0].datum_van(soort) or _dag_van(zaken[0])
            bomen[f"{naam}{brief.volgnummer}"] = self._maak(f"{_BEZWAAR}{naam}.md.j2", inhoud, zaken[0], dag, soort)
        return bomen

    def maak_toetslijst(self, zaak: Zaakgegevens, zin: Callable[[Bevinding], str]) -> Document:
        """The checklist of a case; `zin` gives the sentence of a finding. Errors as `maak_brieven`."""
        from generator.zaakstukken.toetslijst import toetsgroepen

        inhoud = velden(zaak) | {"groepen": toetsgroepen(zaak, zin, _dag_van(zaak))}
        return self._maak(f"{_BEZWAAR}{TOETSLIJST}.md.j2", inhoud, zaak, _dag_van(zaak))

    def _maak(
        self,
        sjabloon: str,
        inhoud: Mapping[str, object],
        zaak: Zaakgegevens,
        dag: dt.date,
        soort: Briefsoort | None = None,
    ) -> Document:
        """The paper of a template; without a kind it is no letter but the checklist, for internal use."""
        from generator.lezers.markdown import read_document

        naam = self._gemeente.naam if isinstance(self._gemeente, Gemeente) else None
        if zaak.zaak.rol is Rol.INDIENER and zaak.zaak.gemeente is None:
            naam = None  # a citizen or a company writes in a name of their own
        meta = Meta(
            titel="",
            documentsoort="",
            datum=dag.isoformat(),
            gemeente=naam.woorden if naam and not naam.is_open else "",
            openbaarheid="" if soort else "intern",
        )
        is_brief = soort is not None and soort.aan is not Geadresseerde.DOSSIER
        ingevuld = _met_wetten(self._vul_in(sjabloon, inhoud), self._soorten.wetten if is_brief else {})
        return _met_titel(read_document(ingevuld, meta), zaak.zaak.zaaknummer)

    def _vul_in(self, sjabloon: str, inhoud: Mapping[str, object]) -> Ingevuld:
        from generator.keten.termijnfeiten import bereken_termijn
        from generator.sjablonen import Sjablonen

        teksten = {naam: wat.decode() for naam, wat in self.sjablonen.items() if naam.endswith(".j2")}
        stijl = self._gemeente.getalstijl if isinstance(self._gemeente, Gemeente) else Feit(pad="", waarde=None)
        return Sjablonen(teksten).vul_velden_in(
            sjabloon, inhoud, stijl, lambda pad: pad,  # a case holds no references
            lambda soort, vanaf: bereken_termijn(self._recht, soort, vanaf),
        )  # fmt: skip


def maak_toetslijsten(
    bestanden: Mapping[str, bytes], gelezen: Gelezen, zin: Callable[[Bevinding], str]
) -> dict[str, Document]:
    """The checklist of each objection that the municipality itself makes in a dossier, by its name among objections.

    An objection that was received holds what others must not read; its checklist is made when it is asked for.

    Args:
        bestanden: the files of the werkmap.
        gelezen: the dossier.
        zin: the sentence of a finding.

    Raises:
        InvoerError: every fault of every case.
        SjabloonError, DocumentError: a template that cannot be filled or read.
    """
    map_ = f"{INHOUD}/{gelezen.dossier.naam}/{BEZWAREN}/"
    paden = [pad for pad in sorted(bestanden) if pad.startswith(map_)]
    if not paden:
        return {}
    maker = Zaakketen(gelezen.sjablonen, gelezen.recht, gelezen.dossier.gemeente)
    lijsten: dict[str, Document] = {}
    fouten: list[Fout] = []
    for pad in paden:
        try:
            zaak = load_zaak(bestanden[pad], pad)
        except InvoerError as fout:
            fouten += fout.fouten
            continue
        if zaak.rol is Rol.INDIENER:
            naam = pad.removeprefix(map_).rpartition(".")[0]
            lijsten[f"{naam}/{TOETSLIJST}"] = maker.maak_toetslijst(maker.toets(zaak, gelezen.toetsdatum), zin)
    if fouten:
        raise InvoerError(*fouten)
    return lijsten


def noem_toetslijsten(bestanden: Mapping[str, bytes], gelezen: Gelezen) -> list[str]:
    """The names of `maak_toetslijsten`; that of a case with a fault too, since nobody knows whose objection it is."""
    map_ = f"{INHOUD}/{gelezen.dossier.naam}/{BEZWAREN}/"
    namen = []
    for pad in sorted(bestanden):
        try:
            is_eigen = load_zaak(bestanden[pad], pad).rol is Rol.INDIENER
        except InvoerError:
            is_eigen = True
        if is_eigen:
            namen.append(f"{pad.removeprefix(map_).rpartition('.')[0]}/{TOETSLIJST}")
    return namen


def has_eigen_bezwaar(bestanden: Mapping[str, bytes]) -> bool:
    """Whether a run makes a checklist of one of the cases in `bestanden`, or has a fault of one to tell."""
    paden = [pad for pad in bestanden if f"/{BEZWAREN}/" in pad]
    try:
        return any(load_zaak(bestanden[pad], pad).rol is Rol.INDIENER for pad in paden)
    except InvoerError:
        return True


def _eis_zelfde_zitting(zaken: Sequence[Zaakgegevens]) -> None:
    """InvoerError when several cases in one paper are not heard on one day."""
    dagen = {zaak.datum_van_zitting for zaak in zaken}
    if len(dagen) > 1:
        gevonden = " en ".join(str(dag and datum_voluit(dag)) for dag in sorted(dagen, key=str))
        plaats = zaken[-1].zaak.plaats_van("procedure.hoorzitting")
        raise InvoerError(
            Fout(plaats, f"de zaken zijn niet op dezelfde dag: {gevonden}", raad="maak een agenda per dag")
        )


def _met_wetten(ingevuld: Ingevuld, wetten: Mapping[str, str]) -> Ingevuld:
    """The text with each law in full where an article of it is first cited: ``(Algemene wet … (Awb), artikel``."""
    tekst = ingevuld.markdown
    for kort, voluit in wetten.items():
        tekst = tekst.replace(f"{kort}, artikel", f"{voluit} ({kort}), artikel", 1)
    return replace(ingevuld, markdown=tekst)


def _met_titel(document: Document, zaaknummer: str) -> Document:
    hoofd = next(blok for blok in document.blocks if isinstance(blok, Hoofd))
    delen = [deel for deel in (document.meta.gemeente, hoofd.documentsoort, zaaknummer) if deel]
    titel = f"{hoofd.documentsoort}: {plain_text(hoofd.onderwerp)}"
    concept = any(cijfer.open for cijfer in cijfers((document.blocks, document.footnotes)))
    meta = replace(
        document.meta, titel=titel, documentsoort=hoofd.documentsoort, kenmerk=" · ".join(delen), concept=concept
    )
    return replace(document, meta=meta)


def _dag_van(zaak: Zaakgegevens) -> dt.date:
    """The day a file bears: as of which is asked, or else the last day of the case; InvoerError when there is none."""
    schrift, besluit = zaak.zaak.bezwaarschrift, zaak.zaak.besluit
    ontvangen = schrift and ((schrift.ontvangen and schrift.ontvangen.datum) or schrift.dagtekening)
    dag = zaak.op or ontvangen or (besluit.bekendmaking and besluit.bekendmaking.datum) or besluit.datum
    if dag is None:
        raad = "geef een dag met --op, of vul in wanneer het bezwaar is ontvangen"
        raise InvoerError(Fout(zaak.zaak.plaats_van(""), "deze zaak noemt geen enkele dag", raad=raad))
    return dag


def _onbekende_gemeente(soorten: Zaakstuksoorten) -> Vrij_onderdeel:
    """The municipality of a loose case: nobody says which."""
    namen = [veld.name for veld in dataclasses.fields(Gemeente) if veld.name not in {"pad", "plaats"}]
    return Vrij_onderdeel(
        pad="gemeente",
        velden={
            naam: Feit(pad=f"gemeente.{naam}", waarde=None, vraag=soorten.vragen.get(f"gemeente.{naam}", naam))
            for naam in namen
        },
    )
