"""The terms that the metadata of a paper is made of: those of MDTO, the Woo and DiWoo.

MDTO (Metagegevens voor duurzaam toegankelijke overheidsinformatie) is the standard of the Nationaal Archief; DiWoo is
that of KOOP for publication under the Woo. The terms stand in ``inhoud/recht/metadata.yaml``.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from generator.feiten.record import Record, record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.feiten.dossier import Stuk


@record
class Begripcode(Record):
    """A term of a list of terms, with the code it has there."""

    label: str
    code: str


@record
class Metadatalijsten(Record):
    """The terms that metadata is made of.

    Attributes:
        woo: categories of information of Woo 3.3 by paragraph and letter ("2c").
        soorten: kind of paper → the categories it has by its nature.
        handelingen: status of a paper → what was done with it, as DiWoo calls that.
        formaten: file format, "pdf intern" besides "pdf" → its term in PRONOM.
        taal: the language of every paper.
    """

    woo: Mapping[str, Begripcode] = field(default_factory=dict)
    soorten: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    handelingen: Mapping[str, Begripcode] = field(default_factory=dict)
    formaten: Mapping[str, Begripcode] = field(default_factory=dict)
    taal: Begripcode = Begripcode("", "")

    def categorieen(self, stuk: Stuk) -> tuple[str, ...]:
        """The Woo categories of `stuk`: its own, else those of its kind; empty when nobody said."""
        if stuk.woo_categorie is not None:
            return () if stuk.woo_categorie.is_open else (stuk.woo_categorie.woorden,)
        return self.soorten.get(stuk.soort.woorden, ())
