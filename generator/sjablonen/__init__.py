"""Templates and texts: a dossier's facts → Markdown with fact tokens (Jinja, sandboxed, strict)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.errors import InvoerError, SjabloonError
from generator.feiten.waarden import Datum
from generator.sjablonen import sporen
from generator.sjablonen.fouten import FOUTEN, maak_fout
from generator.sjablonen.omgeving import Omgeving, Ontbreekt
from generator.sjablonen.onderdelen import maak_zichtbaar
from generator.sjablonen.register import Register, ZichtError
from generator.sjablonen.zicht import noem
from generator.sjablonen.zichtbaar import ZichtFeit
from generator.tokens import Ingevuld

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.feiten.dossier import Dossier, Stuk
    from generator.feiten.feit import Feit

# Fields of a dossier that are no part of what a template may speak of.
_NIET_ZICHTBAAR = {"naam", "variant", "pad", "plaats", "feiten", "teksten", "stukken", "termijnen", "oordelen"}


class Sjablonen:
    """All templates and texts that the papers of one dossier are made from.

    Args:
        bestanden: name (``raadsnota.md.j2``, ``onderdelen/kop.md.j2``, ``teksten/aanleiding.md``) → text.
        dossiermap: where the dossier lies, to tell where a missing text goes: ``inhoud/dalfsen/``.
    """

    def __init__(self, bestanden: Mapping[str, str], dossiermap: str = "") -> None:
        self._omgeving = Omgeving(bestanden, dossiermap)

    def vul_in(  # noqa: PLR0913, PLR0917 - each of another kind
        self,
        naam: str,
        dossier: Dossier,
        stuk: Stuk,
        termijnen: Mapping[str, Mapping[str, Feit]],
        bereken_termijn: Callable[[str, Feit], Feit],
        dag: dt.date,
    ) -> Ingevuld:
        """The template `naam`, filled with the facts of `dossier`.

        Args:
            naam: the template's name.
            dossier: the facts.
            stuk: the paper's own data, under ``stuk``.
            termijnen: computed periods by name, each a set of facts (``laatste_dag`` …).
            bereken_termijn: what ``termijn(soort, vanaf)`` calls in a template.
            dag: the day on which ``is geheim`` asks.

        Raises:
            SjabloonError: unknown name, value that is no fact, test on an open fact … with its line. What is wrong with
                texts that can be read all the same stands in `Ingevuld.fouten`, for who reads them on.
        """

        def zoek(pad: str) -> object:
            """What a reference points to; a period stands for its last day."""
            groep, _, naam = pad.partition(".")
            return termijnen[naam]["laatste_dag"] if groep == "termijnen" else dossier.zoek(pad)

        velden = {veld: waarde for veld, waarde in vars(dossier).items() if veld not in _NIET_ZICHTBAAR}
        velden |= {
            "stuk": stuk,
            "bijlagen": dossier.bijlagen_bij(stuk),
            "beslispunten": dossier.beslispunten_bij(stuk),
            "wijzigingen": dossier.wijzigingen_bij(stuk),
            "termijnen": termijnen,
        }
        eigen = stuk.pad.removeprefix("stukken.")
        return self.vul_velden_in(
            naam, velden, dossier.gemeente.getalstijl, zoek, bereken_termijn, eigen, dag, dossier.schuilnamen_op(dag)
        )

    def vul_velden_in(  # noqa: PLR0913, PLR0917 - each of another kind
        self,
        naam: str,
        velden: Mapping[str, object],
        getalstijl: Feit,
        zoek: Callable[[str], object],
        bereken_termijn: Callable[[str, Feit], Feit],
        stuk: str = "",
        dag: dt.date = dt.date.min,
        schuilnamen: Mapping[str, str] | None = None,
    ) -> Ingevuld:
        """The template `naam`, filled with what `velden` holds: facts, records, and mappings of them, by name.

        Args:
            naam: the template's name.
            velden: what a template may speak of; a field that is None does not exist.
            getalstijl: how numbers are written in running text; an open fact for the default.
            zoek: what a reference points to, by path.
            bereken_termijn: what ``termijn(soort, vanaf)`` calls in a template.
            stuk: name of the paper whose own texts go before those of the dossier.
            dag: the day on which ``is geheim`` asks.
            schuilnamen: the keys of secret attachments, with what they are called in a file.

        Raises:
            SjabloonError: as `vul_in`.
        """
        stijl = "taalunie" if getalstijl.is_open else getalstijl.woorden
        register = Register(stijl, zoek, dag, schuilnamen=schuilnamen or {}, velden=velden)

        def termijn(soort: object, vanaf: object) -> ZichtFeit:
            feit = vanaf._feit if isinstance(vanaf, ZichtFeit) else None
            if not isinstance(soort, str) or feit is None or not isinstance(feit.waarde, Datum | None):
                gevonden = f"‘termijn’ vraagt een soort en een datum, niet {noem(soort)} en {noem(vanaf)}"
                raise ZichtError(gevonden, 'schrijf ‘termijn("bezwaar", datums.besluit)’')
            if feit.waarde and feit.waarde.nauwkeurigheid != "dag":
                raise ZichtError(f"een termijn begint op een dag, en van ‘{feit.pad}’ is de dag niet bekend")
            try:
                return ZichtFeit(bereken_termijn(soort, feit), register)
            except InvoerError as fout:  # it knows no line of a template
                eerste = fout.fouten[0]
                raise ZichtError(eerste.gevonden, eerste.raad, eerste.verwacht) from None

        context = {
            veld: maak_zichtbaar(waarde, getattr(waarde, "pad", veld), register, Ontbreekt)
            for veld, waarde in velden.items()
            if waarde is not None
        }
        context["termijn"] = termijn
        self._omgeving.begin(register, stuk)
        try:
            tekst = self._omgeving.get_template(naam).render(context)
        except FOUTEN as fout:
            mis = maak_fout(fout, naam, self._omgeving.bestanden)
            raise SjabloonError(*dict.fromkeys((*self._omgeving.tekstfouten, mis))) from fout
        fouten = tuple(dict.fromkeys(self._omgeving.tekstfouten))
        if self._omgeving.onvolledig:
            raise SjabloonError(*fouten)
        markdown, regels, afwezig = sporen.haal_uit(tekst, tuple(self._omgeving.bestanden), register.voorwaarden)
        return Ingevuld(markdown, tuple(register.afdrukken), regels, afwezig, self._omgeving.bronnen, naam, fouten)
