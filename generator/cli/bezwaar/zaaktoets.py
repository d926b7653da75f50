"""Objection cases through every rule, one after another or on every core; a broken case costs no other."""

from __future__ import annotations

import gc
import os
from collections import deque
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from generator.bewaard import read_recht
from generator.datumtekst import datum_voluit
from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.zaakstroom import Zaakdocument, cut_documents
from generator.inhoud.zaken import load_zaak
from generator.meegeleverd import read_meegeleverd
from generator.regels.bezwaar import toets_zaak
from generator.verslagen import toetsdata

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping
    from concurrent.futures import Future

    from generator.feiten.bezwaarschrift import Bezwaarzaak
    from generator.feiten.recht import Melding
    from generator.toetsuitslag import Toetsuitslag

INVOER = "standaardinvoer"
_PER_KEER = 50  # cases handed to a process at once: enough to outweigh handing them over
_VAK = 2 << 20  # bytes of shared memory for what comes of them: a pipe costs as much as a tenth of the checking
_gedeeld = memoryview(b"")  # that memory, in a process that checks
_EERST_ALLEEN = 50  # fewer cases are checked sooner than a second process is up


class Getoetst(Struct, frozen=True):
    """One case: what checking it gave, or why it cannot be read."""

    plaats: Plaats
    uitslag: Toetsuitslag | None
    fouten: tuple[Fout, ...] = ()

    @property
    def code(self) -> int:
        """The exit code that fits: 2 unreadable, 1 with a finding of ernst fout, else 0."""
        if self.uitslag is None:
            return 2
        return int(any(bevinding.ernst == "fout" for bevinding in self.uitslag.bevindingen[:1]))  # heaviest first

    def als_json(self, toetser: Toetser) -> bytes:
        """The case on one line; a case that cannot be read as its faults, with their places."""
        if self.uitslag:
            return toetsdata.als_json(self.uitslag, toetser.meldingen)
        return toetsdata.fouten_als_json(self.plaats.regel, self.fouten)


class Toetser:
    """Checks cases against the law as it came along with Raadwerk, on the day `op`."""

    def __init__(self, op: dt.date | None) -> None:
        self._op = op
        self._recht = read_recht(read_meegeleverd("inhoud/recht/"))

    @property
    def meldingen(self) -> Mapping[str, Melding]:
        """The wording of the findings."""
        return self._recht.meldingen

    def toets(self, zaak: Bezwaarzaak | None, fouten: Iterable[Fout], plaats: Plaats) -> Getoetst:
        """One case, or the faults for which there is none."""
        if zaak is None:
            return Getoetst(plaats, None, tuple(fouten))
        try:
            eis_na_de_feiten(zaak, self._op)
            return Getoetst(plaats, toets_zaak(zaak, self._recht, self._op))
        except InvoerError as fout:
            return Getoetst(plaats, None, fout.fouten)

    def document(self, document: Zaakdocument, bestand: str) -> Getoetst:
        """The case in one document of a file or stream."""
        plaats = Plaats(bestand, document.regel)
        try:
            return self.toets(load_zaak(document.inhoud, bestand), (), plaats)
        except InvoerError as fout:
            return Getoetst(plaats, None, tuple(_verschoven(een, document.regel - 1) for een in fout.fouten))

    def documenten(self, inhoud: bytes, bestand: str) -> Iterator[Getoetst]:
        """Every case in one file; an empty file is one case that cannot be read."""
        documenten = list(cut_documents(inhoud.splitlines(keepends=True)))
        yield from (self.document(document, bestand) for document in documenten or [Zaakdocument(1, inhoud)])

    def stroom(self, regels: Iterable[bytes]) -> Iterator[Getoetst]:
        """Every case in a stream, as it comes."""
        yield from (self.document(document, INVOER) for document in cut_documents(regels))


def eis_na_de_feiten(zaak: Bezwaarzaak, op: dt.date | None) -> None:
    """InvoerError when the objection came in after the day `op`, which is to be today: one of the two is wrong."""
    komst = zaak.bezwaarschrift.ontvangen.datum if zaak.bezwaarschrift and zaak.bezwaarschrift.ontvangen else None
    if op and komst and komst > op:
        zin = f"het bezwaar kwam binnen op {datum_voluit(komst)}; de dag bij --op is {datum_voluit(op)}"
        raad = "kies bij --op een latere dag, of verbeter de dag van ontvangst"
        raise InvoerError(Fout(zaak.plaats_van("bezwaarschrift.ontvangen.datum"), zin, raad=raad))


def toets_stroom(regels: Iterable[bytes], op: dt.date | None) -> Iterator[tuple[bytes | memoryview, int]]:
    """Every case of a stream as lines of JSON with the worst exit code, in order; many go to every core.

    The lines have to be used before the next ones are asked for.
    """
    documenten = cut_documents(regels)
    eerste = list(islice(documenten, _EERST_ALLEEN))
    for document in eerste:
        yield _toets_reeks((document,), op)
    reeksen = iter(lambda: tuple(islice(documenten, _PER_KEER)), ())
    tweede = next(reeksen, None)
    if tweede is None:
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import RawArray

    aantal = os.cpu_count() or 1
    vakken = RawArray("B", _VAK * (2 * aantal + 1))
    gedeeld = memoryview(vakken).cast("B")
    with ProcessPoolExecutor(aantal, initializer=_begin, initargs=(vakken,)) as werkers:
        lopend: deque[tuple[int, Future[tuple[bytes | int, int]]]] = deque()
        for nummer, reeks in enumerate(chain((tweede,), reeksen)):
            if len(lopend) > 2 * aantal:  # memory stays flat however long the stream is
                yield _uit_vak(gedeeld, *lopend.popleft())
            begin = nummer % (2 * aantal + 1) * _VAK
            lopend.append((begin, werkers.submit(_toets_in_vak, reeks, op, begin)))
        while lopend:
            yield _uit_vak(gedeeld, *lopend.popleft())


def _begin(vakken: Any) -> None:  # noqa: ANN401 - an array that all processes share
    """What a process starts with stays: it is not looked through for garbage, case after case (see `_toets_reeks`)."""
    global _gedeeld  # noqa: PLW0603 - one per process, which has no other life than this
    _gedeeld = memoryview(vakken).cast("B")
    gc.freeze()
    gc.disable()


def _toets_in_vak(documenten: tuple[Zaakdocument, ...], op: dt.date | None, begin: int) -> tuple[bytes | int, int]:
    """As `_toets_reeks`, but the lines go into shared memory from `begin` on, as far as they fit: here is how many."""
    regels, code = _toets_reeks(documenten, op)
    if len(regels) > _VAK:
        return regels, code
    _gedeeld[begin : begin + len(regels)] = regels
    return len(regels), code


def _uit_vak(gedeeld: memoryview, begin: int, klaar: Future[tuple[bytes | int, int]]) -> tuple[bytes | memoryview, int]:
    regels, code = klaar.result()
    return (regels if isinstance(regels, bytes) else gedeeld[begin : begin + regels]), code


def _toets_reeks(documenten: tuple[Zaakdocument, ...], op: dt.date | None) -> tuple[bytes, int]:
    toetser, code = _toetser(op), 0
    regels: list[bytes] = []
    for document in documenten:
        getoetst = toetser.document(document, INVOER)
        regels += getoetst.als_json(toetser), b"\n"
        code = max(code, getoetst.code)
    gc.collect(0)
    return b"".join(regels), code


@cache
def _toetser(op: dt.date | None) -> Toetser:
    """One per process: the law is read once."""
    return Toetser(op)


def _verschoven(fout: Fout, regels: int) -> Fout:
    """The fault at its line in the whole stream."""
    plaats = fout.plaats
    regel = plaats.regel + regels if plaats.regel else regels + 1
    return Fout(Plaats(plaats.bestand, regel, plaats.kolom), fout.gevonden, fout.verwacht, fout.raad)
