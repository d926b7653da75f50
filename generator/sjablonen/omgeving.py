"""The Jinja environment: sandboxed, strict, with short lists of filters and tests, and traced templates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, StrictUndefined, Template, TemplateError, TemplateNotFound, TemplateRuntimeError, nodes
from jinja2.sandbox import SandboxedEnvironment

from generator import opmaak
from generator.bytecode import Bytecode
from generator.errors import Plaats
from generator.feiten.dossier import Bijlage, Stuk, doel_van
from generator.feiten.feit import OpenFeitError
from generator.sjablonen import sporen, teksten
from generator.sjablonen.onderdelen import ZichtTekst
from generator.sjablonen.ontbrekend import ontbrekende_tekst
from generator.sjablonen.register import Register, Voorwaarde, ZichtError, bedoelde_u
from generator.sjablonen.zichtbaar import Zicht, ZichtFeit, ZichtReeks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from jinja2.runtime import Context

# A text file of a dossier holds prose: facts in their forms, and what stands there only if a fact is so; no computing.
_IN_TEKSTEN = (
    nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const,
    nodes.If, nodes.Compare, nodes.Operand, nodes.Test, nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip
# What a template or the facts in it can raise while it is filled in.
FOUTEN = (ZichtError, OpenFeitError, TemplateError, TypeError, ValueError, ArithmeticError)


class _Lader(BaseLoader):
    def __init__(self, bronnen: Mapping[str, str]) -> None:
        self.bronnen = bronnen

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ANN401, ARG002
        if template not in self.bronnen:
            raise TemplateNotFound(
                template, f"‘{template}’ bestaat niet; {bedoelde_u(template, list(self.bronnen)) or 'kies een ander'}"
            )
        bron = self.bronnen[template]
        return teksten.keep_regeleinden(bron) if template.startswith(teksten.MAP) else bron, template, lambda: True

    def load(self, environment: Any, name: str, globals: Any = None) -> Template:  # noqa: A002, ANN401 - Jinja's names
        """The template `name`; a text file that holds only words and facts is not compiled."""
        delen = None
        if name.startswith(teksten.MAP) and name in self.bronnen:
            delen = teksten.lees_delen(self.bronnen[name], environment.bestanden[name])
        if delen is None:
            return super().load(environment, name, globals)

        def vul_in(context: Context) -> Iterator[str]:
            try:
                yield from teksten.vul_delen(delen, environment, context)
            except FOUTEN:
                # The compiled text makes the same mistake, and knows on which line.
                yield from super(_Lader, self).load(environment, name, globals).root_render_func(context)

        module = {"name": name, "__file__": name, "blocks": {}, "root": vul_in, "debug_info": ""}
        return Template.from_module_dict(environment, module, environment.make_globals(globals))


class OntbreektError(TemplateRuntimeError, ZichtError):
    """A field that the facts leave out was printed or compared."""

    def __init__(self, zin: str) -> None:
        ZichtError.__init__(self, zin, "vraag eerst ‘is gegeven’, of vul het feit in")


class Ontbreekt(StrictUndefined):
    """A field the facts leave out: may be asked (``is gegeven``), never printed or compared."""

    def __init__(self, pad: str) -> None:
        super().__init__(hint=f"‘{pad}’ staat niet in de feiten", name=pad, exc=OntbreektError)


class _OnbekendeNaam(StrictUndefined):
    """A name the context does not have."""

    def _fail_with_undefined_error(self, *_args: Any, **_kwargs: Any) -> Any:  # noqa: ANN401
        raise ZichtError(f"‘{self._undefined_name}’ bestaat niet in deze feiten")

    __str__ = __iter__ = __len__ = __bool__ = __eq__ = __ne__ = __getattr__ = _fail_with_undefined_error
    __hash__ = None  # type: ignore[assignment]


class Omgeving(SandboxedEnvironment):
    """One environment for all papers of a dossier; `register` is set anew for each rendering."""

    def __init__(self, bronnen: Mapping[str, str], dossiermap: str = "") -> None:
        # Each file by its number, which stands in its marks. Compiled templates are kept with theirs, so ours come
        # first: they have the same number in every dossier.
        namen = sorted(bronnen, key=lambda naam: (naam.startswith(teksten.MAP), naam))
        self.bestanden = {naam: nummer for nummer, naam in enumerate(namen)}
        super().__init__(
            loader=_Lader(bronnen), undefined=_OnbekendeNaam, finalize=self._druk_af, autoescape=False,
            # A comment is {## … ##}: {#label} belongs to the Markdown.
            comment_start_string="{##", comment_end_string="##}", trim_blocks=True, lstrip_blocks=True,
            keep_trailing_newline=True, auto_reload=False, bytecode_cache=Bytecode(__package__, self.bestanden),
        )  # fmt: skip
        self._bronnen, self._stuk, self._sjabloon, self._dossiermap = bronnen, "", "", dossiermap
        self._namen = tuple(self.bestanden)
        self.register = Register("taalunie", lambda pad: pad)
        self._stapel: list[int] = []
        self._keuzes: list[Voorwaarde] = []
        vaste_filters = {naam: self.filters[naam] for naam in ("join", "format", "first", "last", "list")}
        self.filters = {**vaste_filters, "opsomming": _opsomming}
        self.tests = {
            "bekend": self._is_bekend, "open": lambda feit: not self._is_bekend(feit),
            "gegeven": _is_gegeven, "geheim": self._is_geheim,
            "circa": lambda feit: feit._feit.circa, "berekend": lambda feit: bool(feit._feit.formule),
            "in": self.tests["in"],
        }  # fmt: skip
        self.globals = {
            "__open__": self._open, "__dicht__": self._dicht, "__toets__": self._toets,
            "__reeks__": self._reeks, "__keuze__": self._keuze,
        }  # fmt: skip

    # --- what may be reached ----------------------------------------------------------------------

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401, ARG002
        """Only fields of what we show, and ``loop.first`` and ``loop.last``."""
        if attr.startswith("_"):
            return False
        return isinstance(obj, Zicht) or type(obj).__name__ in {"LoopContext", "TemplateModule", "Namespace"}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        boom = super()._parse(source, name, filename)
        if name and name.startswith(teksten.MAP):
            _eis_alleen_feiten(boom, name)
        nummer = self.bestanden[name or ""]
        for keuze in boom.find_all(nodes.CondExpr):
            plek = [nodes.Const(nummer), nodes.Const(keuze.lineno)]
            keuze.test = nodes.Call(nodes.Name("__keuze__", "load"), [keuze.test, *plek], [], None, None)
            keuze.test.set_lineno(keuze.lineno)
        sporen.merk_voorwaarden(boom, nummer)
        sporen.merk_regels(boom, nummer)
        boom.set_environment(self)
        return boom

    def get_or_select_template(self, template_name_or_list: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """What ``{% include %}`` asks for; a record's text file goes by its name."""
        naam = template_name_or_list
        return super().get_or_select_template(naam._naam if isinstance(naam, ZichtTekst) else naam, *args, **kwargs)

    def get_template(self, name: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """A template or text; the text this paper has for itself goes before the one of all papers."""
        self._sjabloon = self._sjabloon or name
        eigen = f"teksten/{self._stuk}/{name.removeprefix('teksten/')}"
        if self._stuk and name.startswith(teksten.MAP) and eigen not in self._bronnen and name not in self._bronnen:
            raise ontbrekende_tekst(name, self._sjabloon, self._stuk, self._bronnen, self._dossiermap)
        return super().get_template(eigen if eigen in self._bronnen else name, *args, **kwargs)

    # --- what is printed --------------------------------------------------------------------------

    def _druk_af(self, waarde: Any) -> str:  # noqa: ANN401 - whatever an expression gives
        if isinstance(waarde, StrictUndefined):
            return str(waarde)  # complains by itself
        if isinstance(waarde, ZichtFeit) or type(waarde) is str or hasattr(waarde, "__html__"):
            return self._met_keuze(str(waarde))
        if isinstance(waarde, ZichtReeks):
            raise ZichtError("hier staat een hele lijst waar één feit hoort", "loop de lijst af met ‘for’")
        if isinstance(waarde, Zicht):
            raise ZichtError("hier staat een onderdeel waar één feit hoort", "noem een veld: ‘onderdeel.veld’")
        raise ZichtError(f"‘{waarde}’ is geen feit en heeft dus geen bron", "zet het getal of de datum in de feiten")

    def _met_keuze(self, tekst: str) -> str:
        for keuze in self._keuzes:
            self.register.voorwaarden.append(keuze)
            index = len(self.register.voorwaarden) - 1
            tekst = f"{sporen.open_merk(index)}{tekst}{sporen.dicht_merk(index)}"
        self._keuzes = []
        return tekst

    # --- conditions -------------------------------------------------------------------------------

    def begin(self, register: Register, stuk: str) -> None:
        """Start a rendering of the paper called `stuk` that writes to `register`."""
        self.register, self._stapel, self._keuzes = register, [], []
        self._stuk, self._sjabloon = stuk, ""

    def _nieuw(self, bestand: str, regel: int) -> int:
        self.register.voorwaarden.append(Voorwaarde(bestand, regel))
        return len(self.register.voorwaarden) - 1

    def _open(self, bestand: int, regel: int) -> str:
        self.register.gelezen.clear()
        self._stapel.append(self._nieuw(self._namen[bestand], regel))
        return sporen.open_merk(self._stapel[-1])

    def _dicht(self) -> str:
        return sporen.dicht_merk(self._stapel.pop())

    def _toets(self, uitslag: Any) -> bool:  # noqa: ANN401 - the value of a test
        waar = bool(uitslag)
        self.register.voorwaarden[self._stapel[-1]].gelezen += self.register.gelezen
        self.register.gelezen.clear()
        return waar

    def _keuze(self, uitslag: Any, bestand: int, regel: int) -> bool:  # noqa: ANN401 - the value of a test
        waar = bool(uitslag)
        self._keuzes.append(Voorwaarde(self._namen[bestand], regel, [*self.register.gelezen]))
        self.register.gelezen.clear()
        return waar

    def _reeks(self, reeks: Iterable[Any]) -> Iterable[Any]:
        if isinstance(reeks, ZichtReeks):
            self.register.voorwaarden[self._stapel[-1]].gelezen.append((reeks._pad, reeks._namen))
        return reeks

    def _is_bekend(self, feit: Any) -> bool:  # noqa: ANN401 - whatever is tested
        if isinstance(feit, StrictUndefined):
            return False
        if not isinstance(feit, ZichtFeit):
            raise ZichtError("alleen van een feit is te vragen of het bekend is")
        self.register.lees(feit._feit, not feit._feit.is_open)
        return not feit._feit.is_open

    def _is_geheim(self, waarde: Any) -> bool:  # noqa: ANN401 - whatever is tested
        deel = getattr(waarde, "_deel", None)
        if not isinstance(deel, Stuk | Bijlage):
            raise ZichtError("alleen van een stuk of een bijlage is te vragen of het geheim is")
        delen: list[Stuk | Bijlage] = [deel]
        if isinstance(deel, Stuk):
            geheim = deel.is_geheim_op(self.register.dag)
        else:
            geheim = deel.pad.partition(".")[2] in self.register.schuilnamen
            delen += [self.register.zoek(papier)] if (papier := doel_van(deel.papier)) else []
        for een in delen:
            lift = een.geheimhouding.opgeheven_op if een.geheimhouding else None
            for feit in (lift, getattr(een, "openbaarheid", None)):
                if feit is not None:
                    self.register.lees(feit, geheim)
        return geheim


def _is_gegeven(waarde: object) -> bool:
    """Whether the facts have it; a list must have something in it."""
    if isinstance(waarde, ZichtReeks):
        return len(waarde) > 0
    return not isinstance(waarde, StrictUndefined) and waarde is not None


def _opsomming(delen: Iterable[object], voegwoord: str = "en") -> str:
    """``a, b en c``."""
    return opmaak.join_woorden([str(deel) for deel in delen], voegwoord)


def _eis_alleen_feiten(boom: nodes.Template, naam: str) -> None:
    """Refuse statements other than ``if`` in a dossier's own texts; ZichtError with the place."""
    for node in boom.find_all(nodes.Node):
        if not isinstance(node, _IN_TEKSTEN):
            raise ZichtError(
                "in een tekst mogen alleen feiten staan, {{ groep.feit }}, en voorwaarden, {% if groep.feit > 0 %}",
                "zet lijsten en berekeningen in het sjabloon",
                Plaats(naam, node.lineno),
            )
