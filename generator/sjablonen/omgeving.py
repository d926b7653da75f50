"""The Jinja environment: sandboxed, strict, with short lists of filters and tests, and traced templates."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, StrictUndefined, Template, TemplateNotFound, TemplateRuntimeError, nodes
from jinja2.sandbox import SandboxedEnvironment

from generator.bytecode import Bytecode
from generator.errors import Fout, Plaats
from generator.feiten.dossier import Bijlage, Cijferwijziging, Stuk, doel_van
from generator.feiten.voorstel import is_veranderd
from generator.feiten.waarden import JaNee
from generator.sjablonen import sporen, teksten
from generator.sjablonen.fouten import FOUTEN, check_tekens, maak_fout
from generator.sjablonen.onderdelen import ZichtTekst
from generator.sjablonen.ontbrekend import ontbrekende_tekst
from generator.sjablonen.register import Register, ZichtError, bedoelde_u
from generator.sjablonen.rekenen import reken
from generator.sjablonen.tekstfouten import eerste_verboden, verboden, vind_fouten
from generator.sjablonen.tekstherstel import lees_rest
from generator.sjablonen.voorwaarden import Voorwaarden
from generator.sjablonen.woorden import FILTERS, GLOBALS, Rewriter, maak_format, woord
from generator.sjablonen.zicht import Zicht, noem
from generator.sjablonen.zichtbaar import ZichtFeit, ZichtReeks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jinja2.runtime import Context

    from generator.feiten.feit import Feit


_WOORDEN = "de woorden die een stuk hier afdrukt"
_LEEG = "schrijf de tekst, of haal in het sjabloon de kop en de ‘include’ weg"


class _Lader(BaseLoader):
    def __init__(self, bronnen: Mapping[str, str]) -> None:
        self.bronnen = bronnen

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ANN401, ARG002
        if template not in self.bronnen:
            raise TemplateNotFound(
                template, f"‘{template}’ bestaat niet; {bedoelde_u(template, list(self.bronnen)) or 'kies een ander'}"
            )
        bron = self.bronnen[template]
        if template.startswith(teksten.MAP):
            return teksten.keep_regeleinden(bron), template, lambda: True
        check_tekens(bron, template)
        return bron, template, lambda: True

    def load(self, environment: Any, name: str, globals: Any = None) -> Template:  # noqa: A002, ANN401 - Jinja's names
        """The template `name`; a text file that holds only words and facts is not compiled.

        All that is wrong with a text is noted, and it is filled in without, so that the rest of it can be read.
        """
        if not (name.startswith(teksten.MAP) and name in self.bronnen):
            return super().load(environment, name, globals)
        bron = self.bronnen[name]
        delen = teksten.lees_delen(bron, environment.bestanden[name])

        def lees(context: Context) -> list[str]:
            if delen is not None:
                return teksten.vul_delen(delen, environment, context)
            return list(super(_Lader, self).load(environment, name, globals).root_render_func(context))

        def vul_in(context: Context) -> Iterator[str]:
            if teksten.is_leeg(bron):
                environment.tekstfouten.append(Fout(Plaats(name, 1, 1), "deze tekst is leeg", _WOORDEN, _LEEG))
            with environment.voorwaarden.op_zichzelf():
                try:
                    stukken = lees(context)
                except FOUTEN as fout:
                    geheel = teksten.keep_regeleinden(bron)
                    fouten = vind_fouten(environment, context, name, geheel)
                    environment.tekstfouten += fouten or [maak_fout(fout, name, environment.bestanden)]
                    rest = lees_rest(environment, context, name, geheel, fouten)
                    environment.onvolledig |= rest is None
                    stukken = rest or []
            yield from stukken

        return _maak_sjabloon(environment, name, vul_in)


def _maak_sjabloon(omgeving: Any, naam: str, vul_in: Callable[[Context], Iterator[str]]) -> Template:  # noqa: ANN401
    module = {"name": naam, "__file__": naam, "blocks": {}, "root": vul_in, "debug_info": ""}
    return Template.from_module_dict(omgeving, module, omgeving.make_globals(None))


def _niets(_: Context) -> Iterator[str]:
    yield from ()


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
    __lt__ = __le__ = __gt__ = __ge__ = __getitem__ = __contains__ = __call__ = _fail_with_undefined_error
    __hash__ = None  # type: ignore[assignment]


# By what a part of each is taken, the first that fits.
_SLEUTELS: tuple[tuple[Any, Any], ...] = (
    (ZichtReeks, str | int | ZichtFeit), (Zicht, str), (list | tuple, int), (str, ()),
)  # fmt: skip


class Omgeving(SandboxedEnvironment):
    """One environment for all papers of a dossier; `register` is set anew for each rendering."""

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))
    intercepted_unops = frozenset(("+", "-"))

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
        self.bronnen, self._stuk, self._sjabloon, self._dossiermap = bronnen, "", "", dossiermap
        self.voorwaarden = Voorwaarden(namen)
        self.register = Register("taalunie", lambda pad: pad)
        self.tekstfouten: list[Fout] = []  # of the rendering that is going on
        self.onvolledig = False  # whether a text that belongs there was left out of it
        self.filters = {**FILTERS}
        self.tests = {
            "bekend": self._is_bekend, "open": lambda feit: not self._is_bekend(feit),
            "zo": self._is_zo, "gegeven": _is_gegeven, "geheim": self._is_geheim,
            "veranderd": self._is_veranderd,
            "circa": lambda feit: _feit_van(feit).circa, "berekend": lambda feit: bool(_feit_van(feit).formule),
            "in_overzicht": lambda feit: _feit_van(feit).overzicht,
            "in": self.tests["in"],
        }  # fmt: skip
        self.globals = {**self.voorwaarden.globals, **GLOBALS}

    # --- what may be reached ----------------------------------------------------------------------

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401, ARG002
        """Only fields of what we show, and ``loop.first`` and ``loop.last``."""
        if attr.startswith("_"):
            return False
        return isinstance(obj, Zicht) or type(obj).__name__ in {"LoopContext", "TemplateModule", "Namespace"}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401, ARG002
        """What a template computes: with facts alone."""
        return reken(operator, left, right)

    def call_unop(self, context: Context, operator: str, arg: Any) -> Any:  # noqa: ANN401, ARG002
        """A sign before a fact: its form says that, or a formula."""
        raise ZichtError(f"‘{operator}’ kan niet voor {noem(arg)} staan", "maak er een ‘formule’ van in de feiten")

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """``naam(…)``, of a macro, of ``termijn`` or of what `voorwaarden` and `GLOBALS` hold."""
        if not callable(obj) or isinstance(obj, type):
            raise ZichtError(f"{noem(obj)} is geen opdracht", "laat de haakjes erachter weg")
        return super().call(context, obj, *args, **kwargs)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401
        """``lijst["naam"]``, ``onderdeel["veld"]``; no letter of a word, which could be half a fact."""
        sleutels = next((sleutels for soort, sleutels in _SLEUTELS if isinstance(obj, soort)), object)
        if not isinstance(argument, sleutels) or isinstance(argument, bool):
            raise ZichtError(f"{noem(argument)} is niet te nemen uit {noem(obj)}", 'noem een naam: ‘lijst["naam"]’')
        return super().getitem(obj, argument)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:  # noqa: ANN401
        """``"…".format``, which prints facts and words whole and nothing else; its kin with a mapping is not there."""
        tekst = getattr(value, "__self__", None)
        is_format = isinstance(tekst, str) and getattr(value, "__name__", "") == "format"
        return maak_format(str(tekst)) if is_format else None

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        boom = super()._parse(source, name, filename)
        if name and name.startswith(teksten.MAP) and (fout := eerste_verboden(boom)) is not None:
            raise verboden(fout)
        Rewriter().visit(boom)
        nummer = self.bestanden[name or ""]
        geteld: Counter[int] = Counter()
        sporen.merk_keuzes(boom, nummer, geteld)
        sporen.merk_voorwaarden(boom, nummer, geteld)
        sporen.merk_regels(boom, nummer)
        boom.set_environment(self)
        return boom

    def get_or_select_template(self, template_name_or_list: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """What ``{% include %}`` asks for; a record's text file goes by its name."""
        naam = template_name_or_list
        if isinstance(naam, ZichtTekst):
            if not self._is_er(naam._naam):
                self._meld_ontbrekend(naam)
                return _maak_sjabloon(self, naam._naam, _niets)
            naam = naam._naam
        elif not isinstance(naam, str):
            raise ZichtError(f"{noem(naam)} is geen bestand", "noem een bestand, of de tekst van een onderdeel")
        return super().get_or_select_template(naam, *args, **kwargs)

    def _is_er(self, naam: str) -> bool:
        return naam in self.bronnen or self._eigen(naam) in self.bronnen

    def _eigen(self, naam: str) -> str:
        """What a text is called that this paper has for itself."""
        return f"{teksten.MAP}{self._stuk}/{naam.removeprefix(teksten.MAP)}"

    def _meld_ontbrekend(self, tekst: ZichtTekst) -> None:
        """Note that the words of a record are not there, at the record: its name is what the text is called by."""
        self.onvolledig = True
        namen = [naam for naam in self.bronnen if naam.startswith(teksten.MAP)]
        raad = bedoelde_u(tekst._naam, namen) or "maak dat bestand in de map van het dossier"
        gevonden = f"de tekst bij ‘{tekst._pad}’ ontbreekt"
        self.tekstfouten.append(Fout(tekst._plaats, gevonden, f"het bestand {tekst._naam}", raad))

    def get_template(self, name: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """A template or text; the text this paper has for itself goes before the one of all papers."""
        self._sjabloon = self._sjabloon or name
        eigen = self._eigen(name)
        if self._stuk and name.startswith(teksten.MAP) and eigen not in self.bronnen and name not in self.bronnen:
            raise ontbrekende_tekst(name, self._sjabloon, self._stuk, self.bronnen, self._dossiermap)
        return super().get_template(eigen if eigen in self.bronnen else name, *args, **kwargs)

    # --- what is printed --------------------------------------------------------------------------

    def _druk_af(self, waarde: Any) -> str:  # noqa: ANN401 - whatever an expression gives
        return self.voorwaarden.merk(woord(waarde))

    # --- conditions -------------------------------------------------------------------------------

    def begin(self, register: Register, stuk: str) -> None:
        """Start a rendering of the paper called `stuk` that writes to `register`."""
        self.register, self._stuk, self._sjabloon = register, stuk, ""
        self.voorwaarden.begin(register)
        self.tekstfouten.clear()
        self.onvolledig = False

    def _is_bekend(self, feit: Any) -> bool:  # noqa: ANN401 - whatever is tested
        if isinstance(feit, StrictUndefined):
            return False
        bekeken = _feit_van(feit)
        self.register.lees(bekeken, not bekeken.is_open)
        return not bekeken.is_open

    def _is_zo(self, feit: Any) -> bool:  # noqa: ANN401 - whatever is tested
        """Whether what `feit` tells of is so: it is known, and not a no."""
        bekeken = _feit_van(feit)
        zo = not bekeken.is_open and not (isinstance(bekeken.waarde, JaNee) and not bekeken.ja)
        self.register.lees(bekeken, zo)
        return zo

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

    def _is_veranderd(self, waarde: Any) -> bool:  # noqa: ANN401 - whatever is tested
        if not isinstance(getattr(waarde, "_deel", None), Cijferwijziging):
            raise ZichtError("alleen van een rij van wijzigingen.yaml is te vragen of er iets is veranderd")
        was, nu = _feit_van(waarde.was), _feit_van(waarde.nu)
        uitslag = is_veranderd(was, nu)
        # Which facts are compared is a fact too.
        for feit in (waarde._deel.was, waarde._deel.nu, was, nu):
            self.register.lees(feit, uitslag)
        return uitslag


def _feit_van(waarde: object) -> Feit:
    if isinstance(waarde, StrictUndefined):
        str(waarde)  # complains by itself
    if not isinstance(waarde, ZichtFeit):
        raise ZichtError("alleen een feit kan bekend, open, circa of berekend zijn", "noem een feit: ‘groep.feit’")
    return waarde._feit


def _is_gegeven(waarde: object) -> bool:
    """Whether the facts have it; a list must have something in it."""
    if isinstance(waarde, ZichtReeks):
        return bool(waarde)
    return not isinstance(waarde, StrictUndefined) and waarde is not None
