"""Writing papers with two processors: Typst works outside Python's lock, while the other writers go on."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Self

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from concurrent.futures import Future

    from generator.document.nodes import Document
    from generator.document.oorzaken import Oorzaken
    from generator.huisstijl import Huisstijl


class _Begonnen(Struct, frozen=True):
    """A paper that is being set: what it is made from, and what Typst will give."""

    document: Document
    huisstijl: Huisstijl
    formaten: tuple[str, ...]
    pdf: Future[bytes] | None
    plaatjes: Future[dict[str, bytes]] | None
    logo: Future[bytes | None] | None


class Zetterij:
    """Sets papers one after another, each from the moment it is begun; use it in a ``with``."""

    def __init__(self) -> None:
        self._zetter = ThreadPoolExecutor(max_workers=1)
        self._begonnen: dict[str, _Begonnen] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zetter.shutdown(cancel_futures=True)

    def prepare(self, huisstijl: Huisstijl) -> None:
        """Get Typst ready for papers in `huisstijl` while their trees are still being made."""
        self._zetter.submit(_prepare, huisstijl)

    def begin(
        self,
        naam: str,
        document: Document,
        huisstijl: Huisstijl,
        formaten: Iterable[str],
        herkomst: bytes | None = None,
    ) -> None:
        """Start on paper `naam` in `formaten` ("docx", "pdf", "html", "md"); what was begun under that name goes.

        `herkomst` is the provenance to attach to the PDF of an internal copy.
        """
        from generator.schrijvers.beeld import render_beelden

        gevraagd = tuple(formaten)
        beelden = render_beelden(document, huisstijl) if {"docx", "pdf"}.intersection(gevraagd) else {}
        in_word = "docx" in gevraagd
        # The pictures first: Word, which is written meanwhile, waits for them.
        plaatjes = self._zetter.submit(_plaatjes, beelden, huisstijl) if in_word else None
        logo = self._zetter.submit(_logo, huisstijl) if in_word else None
        pdf = self._zetter.submit(_pdf, document, huisstijl, beelden, herkomst) if "pdf" in gevraagd else None
        self._begonnen[naam] = _Begonnen(document, huisstijl, gevraagd, pdf, plaatjes, logo)

    def maak(self, naam: str) -> dict[str, bytes]:
        """Paper `naam`, which was begun: format → bytes. SchrijfError when one cannot be made."""
        werk = self._begonnen.pop(naam)
        schrijvers: dict[str, Callable[[], bytes]] = {
            "html": lambda: _html(werk), "md": lambda: _markdown(werk), "docx": lambda: _docx(werk),
        }  # fmt: skip
        gemaakt = {formaat: schrijver() for formaat, schrijver in schrijvers.items() if formaat in werk.formaten}
        if werk.pdf:
            gemaakt["pdf"] = werk.pdf.result()
        return {formaat: gemaakt[formaat] for formaat in werk.formaten}


def maak_spoor(  # noqa: PLR0913 - two papers, and what is said of the step from one to the other
    oud: Document, nieuw: Document, huisstijl: Huisstijl, oorzaken: Oorzaken, formaten: Iterable[str], *,
    auteur: str, datum: str,
) -> dict[str, bytes]:  # fmt: skip
    """`nieuw` with every difference from `oud` visible, in each of `formaten` ("docx", "html"): format → bytes.

    `auteur` and `datum` (an ISO date) say who changed it and when. SchrijfError when it cannot be written.
    """
    from generator.schrijvers.beeld import SCHERM_MM, render_beelden

    oorzaken = oorzaken.tussen(oud, nieuw)
    uit = {}
    if "docx" in formaten:
        from generator.schrijvers.docx.revisions import write_revisions

        plaatjes = (
            _plaatjes(render_beelden(oud, huisstijl), huisstijl), _plaatjes(render_beelden(nieuw, huisstijl), huisstijl)
        )  # fmt: skip
        uit["docx"] = write_revisions(
            oud, nieuw, huisstijl, plaatjes, oorzaken, auteur=auteur, datum=datum, logo=_logo(huisstijl)
        )
    if "html" in formaten:
        from generator.schrijvers.html import write_spoor

        beelden = render_beelden(oud, huisstijl, SCHERM_MM), render_beelden(nieuw, huisstijl, SCHERM_MM)
        uit["html"] = write_spoor(oud, nieuw, huisstijl, beelden, oorzaken)
    return uit


def _prepare(huisstijl: Huisstijl) -> None:
    from generator.schrijvers import zetwerk

    zetwerk.prepare(huisstijl)


def _plaatjes(beelden: Mapping[str, bytes], huisstijl: Huisstijl) -> dict[str, bytes]:
    from generator.schrijvers import zetwerk

    return {label: zetwerk.render_png(svg, huisstijl) for label, svg in beelden.items()}


def _logo(huisstijl: Huisstijl) -> bytes | None:
    """The logo as Word can show it; None where no Word file needs one."""
    from generator.schrijvers import zetwerk

    if huisstijl.logo is None or huisstijl.word is not None:
        return None
    return zetwerk.render_png(huisstijl.logo, huisstijl)


def _pdf(document: Document, huisstijl: Huisstijl, beelden: Mapping[str, bytes], herkomst: bytes | None) -> bytes:
    from generator.schrijvers import pdf

    return pdf.write(document, huisstijl, beelden, herkomst=herkomst)


def _docx(werk: _Begonnen) -> bytes:
    from generator.schrijvers import docx

    assert werk.plaatjes is not None  # noqa: S101 - begun together with Word
    assert werk.logo is not None  # noqa: S101 - idem
    return docx.write(werk.document, werk.huisstijl, werk.plaatjes.result(), werk.logo.result())


def _html(werk: _Begonnen) -> bytes:
    from generator.schrijvers import html
    from generator.schrijvers.beeld import SCHERM_MM, render_beelden

    return html.write(werk.document, werk.huisstijl, render_beelden(werk.document, werk.huisstijl, SCHERM_MM))


def _markdown(werk: _Begonnen) -> bytes:
    from generator.schrijvers import markdown

    return markdown.write(werk.document)
