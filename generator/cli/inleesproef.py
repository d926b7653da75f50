"""What can be carried back from a Word file: each change is tried, and only what then prints as asked is taken."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator import keten
from generator.cli.wijzig import gewijzigd
from generator.document.kenmerk import veldnaam
from generator.document.leesregels import leesregels
from generator.document.nodes import Citaat
from generator.document.walk import cijfers, walk_blocks
from generator.errors import RaadwerkError
from generator.inhoud.wijzigen import Nieuw
from generator.inlezen.getypt import kandidaten
from generator.inlezen.paren import FEIT, Paar, koppel, masker, paren
from generator.inlezen.proza import wijzig_alinea
from generator.inlezen.uitleg import lezingen_van, naast, verschil_van
from generator.inlezen.velden import Veld, lees_velden
from generator.meegeleverd import read_meegeleverd

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.bladzijden import Papier
    from generator.document.leesregels import Leesregel
    from generator.document.nodes import Document
    from generator.keten import Gelezen


@dataclass(slots=True)
class Uitslag:
    """What came of it, each as lines for the screen.

    Attributes:
        bestanden: the files that would change, by path.
        cijfers: figures that are carried back.
        teksten: words that are carried back.
        vragen: figures that say two things; a person chooses.
        rest: what is not carried back, and why.
    """

    bestanden: dict[str, bytes] = field(default_factory=dict)
    cijfers: list[str] = field(default_factory=list)
    teksten: list[str] = field(default_factory=list)
    vragen: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


class Inleesproef:
    """One paper that came back, and the files of its dossier with what was taken from it."""

    def __init__(self, bestanden: Mapping[str, bytes], gelezen: Gelezen, stuk: str) -> None:
        self._bestanden, self._stuk = dict(bestanden), stuk
        self._mee = read_meegeleverd("")
        self.gelezen = gelezen
        self.boom = keten.maak_bomen(self.gelezen, [stuk])[stuk]
        self.uitslag = Uitslag()

    def carry_back(self, papier: Papier, oud: Papier, kies: Mapping[str, str], bron: str) -> Uitslag:
        """Try every change in `papier` against `oud`, the same paper as it was made.

        Args:
            papier: the file that came back.
            oud: the paper as it was made.
            kies: by path of a fact, the value chosen where the file says two things.
            bron: where new values come from, in words.
        """
        over = list(paren(oud, papier))
        bij = koppel(oud.tekst(), list(leesregels(self.boom)))
        self._neem_cijfers(lees_velden(over, papier), kies, bron)
        self._neem_teksten(over, bij)
        return self.uitslag

    # --- figures ----------------------------------------------------------------------------------------------

    def _neem_cijfers(self, velden: Sequence[Veld], kies: Mapping[str, str], bron: str) -> None:
        feiten = self.gelezen.dossier.feiten
        per_naam = {
            veldnaam(cijfer.pad, cijfer.vorm): cijfer for cijfer in cijfers((self.boom.blocks, self.boom.footnotes))
        }
        aangehaald = {
            cijfer.pad for blok in walk_blocks(self.boom) if isinstance(blok, Citaat) for cijfer in cijfers(blok.blocks)
        }
        per_pad: dict[str, list[Veld]] = defaultdict(list)
        for veld in velden:
            if veld.naam in per_naam:
                per_pad[per_naam[veld.naam].pad].append(veld)
        berekend = []
        for pad, groep in per_pad.items():
            if not any(veld.is_gewijzigd for veld in groep):
                continue
            feit = feiten.get(pad)
            if feit is None or feit.formule or any(per_naam[veld.naam].afgeleid for veld in groep):
                berekend.append((pad, groep))
            elif pad in aangehaald:
                self.uitslag.rest.append(
                    f"{pad} staat in een citaat, en dat zijn woorden van een ander: {naast(groep)}"
                )
            else:
                self._neem_cijfer(pad, groep, kies.get(pad), bron)
        for pad, groep in berekend:  # what follows from the facts that were carried back is as it should be
            staat = _staat(self.boom, pad)
            nieuw = (
                (veld.naam, lezing.tekst) for veld in groep for lezing in veld.lezingen if lezing.tekst != veld.oud
            )
            if any(tekst not in staat.get(naam, ()) for naam, tekst in nieuw):
                self.uitslag.rest.append(f"{pad} wordt berekend en volgt de feiten: {naast(groep)}")

    def _neem_cijfer(self, pad: str, groep: Sequence[Veld], gekozen: str | None, bron: str) -> None:
        feit = self.gelezen.dossier.feiten[pad]
        lezingen = {
            lezing.tekst: lezing.plekken for veld in groep for lezing in veld.lezingen if lezing.tekst != veld.oud
        }
        waarden = [(gekozen, gekozen.lower().startswith("circa "))] if gekozen else [
            waarde for tekst in lezingen for waarde in kandidaten(tekst, feit)
        ]  # fmt: skip
        leesbaar = ""
        bestand = feit.plaats.bestand
        for waarde, circa in waarden:
            kaal = waarde[len("circa ") :] if gekozen and circa else waarde
            inhoud = self._wijzig(pad, Nieuw(kaal, bron, circa))
            geprobeerd = self._probeer(bestand, inhoud) if inhoud else None
            if geprobeerd is None:
                continue
            staat = _staat(geprobeerd[1], pad)
            if gekozen or all(
                {lezing.tekst for lezing in veld.lezingen} <= staat.get(veld.naam, set()) for veld in groep
            ):
                self._neem(bestand, inhoud, geprobeerd)
                self.uitslag.cijfers.append(f"{pad}: {naast(groep)}")
                return
            if any(staat.get(veld.naam, set()) & set(lezingen) for veld in groep):
                leesbaar = leesbaar or f"{'circa ' if circa else ''}{kaal}"
        if leesbaar:
            self.uitslag.vragen.append(
                f'{pad} zegt niet overal hetzelfde: {lezingen_van(groep)}\n    kies: --kies "{pad}={leesbaar}"'
            )
        else:
            self.uitslag.rest.append(f"{pad} krijgt hiervan geen waarde die zo wordt afgedrukt: {naast(groep)}")

    def _wijzig(self, pad: str, nieuw: Nieuw) -> bytes:
        feit = self.gelezen.dossier.feiten[pad]
        try:
            return gewijzigd(self._bestanden[feit.plaats.bestand], feit.plaats.bestand, feit, nieuw)
        except (RaadwerkError, KeyError):
            return b""

    # --- words ------------------------------------------------------------------------------------------------

    def _neem_teksten(self, over: Sequence[Paar], bij: Mapping[int, tuple[Leesregel, int]]) -> None:
        for paar in over:
            if paar.oud is None and paar.nieuw is not None:
                self.uitslag.rest.append(
                    f"{paar.nieuw.plek} is nieuw: ‘{paar.nieuw.tekst}’; zet haar zelf in een tekst"
                )
                continue
            if paar.oud is None or (paar.nieuw is not None and not paar.is_herschreven):
                continue
            lees, begin = bij.get(paar.oud.nummer, (None, 0))
            waar = self._waar(lees)
            if paar.nieuw is None:
                self.uitslag.rest.append(
                    f"weggevallen ({waar}): ‘{paar.oud.tekst}’; haal haar zelf weg als dat zo moet"
                )
            elif lees is None or not lees.blok.herkomst.bestand.startswith("teksten/"):
                self.uitslag.rest.append(f"vaste formule ({waar}): {verschil_van(paar)}")
            elif not self._neem_tekst(lees, masker(paar.oud), masker(paar.nieuw), begin):
                self.uitslag.rest.append(f"niet met zekerheid terug te zetten ({waar}): {verschil_van(paar)}")
            else:
                self.uitslag.teksten.append(f"{waar}: {verschil_van(paar)}")

    def _neem_tekst(self, lees: Leesregel, oud: str, nieuw: str, begin: int) -> bool:
        if oud[:begin] != nieuw[:begin]:
            return False
        pad = self._pad(lees)
        bron = self._bestanden[pad].decode("utf-8-sig")
        gewijzigde = wijzig_alinea(bron, lees.blok.herkomst.regel, oud[begin:], nieuw[begin:])
        geprobeerd = self._probeer(pad, gewijzigde.encode()) if gewijzigde is not None else None
        if gewijzigde is None or geprobeerd is None:
            return False
        moet = "".join(nieuw[begin:].replace(FEIT, "").split())
        if not any(moet == _zonder_cijfers(regel) for regel in leesregels(geprobeerd[1])):
            return False  # it prints as something else than was typed in Word
        self._neem(pad, gewijzigde.encode(), geprobeerd)
        return True

    def _pad(self, lees: Leesregel) -> str:
        bestand = lees.blok.herkomst.bestand
        return self.gelezen.paden.get(bestand, bestand)

    def _waar(self, lees: Leesregel | None) -> str:
        return f"{self._pad(lees)}:{lees.blok.herkomst.regel}" if lees else "de opmaak van het stuk"

    # --- trying -----------------------------------------------------------------------------------------------

    def _probeer(self, pad: str, inhoud: bytes) -> tuple[Gelezen, Document] | None:
        """The dossier and the paper with `inhoud` for one file; None when it cannot be read or filled in then."""
        try:
            gelezen = keten.lees({**self._bestanden, pad: inhoud}, self._mee, self.gelezen.dossier.naam)
            return gelezen, keten.maak_bomen(gelezen, [self._stuk])[self._stuk]
        except RaadwerkError:
            return None

    def _neem(self, pad: str, inhoud: bytes, geprobeerd: tuple[Gelezen, Document]) -> None:
        self._bestanden[pad] = self.uitslag.bestanden[pad] = inhoud
        self.gelezen, self.boom = geprobeerd


def _staat(boom: Document, pad: str) -> dict[str, set[str]]:
    """How one fact is printed in each of its forms, by tag."""
    uit: dict[str, set[str]] = defaultdict(set)
    for cijfer in cijfers((boom.blocks, boom.footnotes)):
        if cijfer.pad == pad:
            uit[veldnaam(pad, cijfer.vorm)].add(" ".join(cijfer.text.split()))
    return uit


def _zonder_cijfers(regel: Leesregel) -> str:
    uit, plek = [], 0
    for begin, eind, _ in regel.cijfers:
        uit.append(regel.tekst[plek:begin])
        plek = eind
    return "".join("".join([*uit, regel.tekst[plek:]]).split())
