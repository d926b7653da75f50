"""The house: which module may know which, who owns which package, and what may stand in a file."""

import ast
import re
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from conftest import PROJECT, WORTEL

# A step imports the value it takes and the value it gives, never another step (docs/techniek.md).
# Per module, first fit: the modules of ours it may import besides those of its own part. A name stands for
# itself and everything in it. What is only imported for types (``TYPE_CHECKING``) does not count.
MAG_KENNEN = {
    # what is true
    "errors": "",
    "datumtekst": "",
    "feiten*": "errors",
    # values that go from step to step
    "bevindingen": "",
    "toetsuitslag": "bevindingen",
    "huisstijl": "",
    "tekens": "",
    "tokens": "",
    "bytecode": "",
    "bewaard": "inhoud",
    "document.passages": "document opmaak",
    "document.internmerk": "document feiten",
    "document*": "feiten.feit",
    "bladzijden": "",
    "inlezen*": "feiten document opmaak bladzijden",
    # steps
    "inhoud*": "errors feiten huisstijl datumtekst tekens",
    "opmaak*": "errors feiten datumtekst",
    "regels*": "errors feiten bevindingen toetsuitslag document opmaak datumtekst bladzijden",
    "sjablonen*": "bytecode errors feiten bevindingen opmaak tekens tokens document",
    "lezers*": "errors tekens tokens document opmaak bladzijden",
    "schrijvers*": "bytecode errors huisstijl document",
    "herkomst": "feiten document opmaak",
    "bronnen*": "errors feiten opmaak",
    "verschil.wijzigingen": "document",
    "verschil.woorden": "feiten opmaak",
    "verschil.groepen": "",
    "verschil.feitnamen": "datumtekst feiten opmaak",
    "verschil.spoor": "document verschil.groepen",
    "verschil.waswordt*": "document feiten opmaak",
    "verschil": "feiten bevindingen document opmaak herkomst",
    "vergelijking.verslag": "datumtekst document verslagen.vergelijking",
    "vergelijking*": "bladzijden opmaak",
    "zaakstukken*": "errors feiten bevindingen toetsuitslag datumtekst",
    "metadata*": "errors feiten document",
    "uitvoer.verwisseling": "errors",
    "uitvoer.bouwstand": "errors uitvoer",
    "uitvoer.bevriezen": "__version__ errors bevindingen document feiten uitvoer",
    "uitvoer.manifest": "__version__ bevindingen document feiten uitvoer",
    "uitvoer*": "errors",
    "meegeleverd": "",
    "verslagen*": "__version__ bevindingen toetsuitslag datumtekst bronnen herkomst opmaak verschil feiten",
    # the order of the steps, what stands between two of them, and who prints
    "keten.letterplaatsen": "errors schrijvers",
    "keten.omvang": "bevindingen bladzijden keten lezers regels",
    "keten.openbaarmaking": "bevindingen document feiten",
    "keten.sjabloonlagen": "errors inhoud",
    "keten.openfouten": "errors feiten regels",
    "keten.termijnfeiten": "errors bevindingen datumtekst feiten regels",
    "keten.titelgegevens": "document feiten",
    "keten.zetterij": "document huisstijl schrijvers",
    "keten.zaken": (
        "errors bevindingen datumtekst document feiten inhoud keten lezers regels sjablonen tokens toetsuitslag "
        "zaakstukken"
    ),
    "keten": (
        "errors bevindingen bewaard bladzijden document feiten huisstijl inhoud lezers meegeleverd regels schrijvers "
        "sjablonen tokens"
    ),
    "cli*": (
        "__version__ errors bevindingen bewaard bladzijden bronnen datumtekst document feiten herkomst inhoud inlezen "
        "keten lezers meegeleverd metadata opmaak regels toetsuitslag uitvoer vergelijking verschil verslagen "
        "zaakstukken"
    ),
    "__main__": "cli",
    "__init__": "",
}

# Third-party package → the only modules that import it. What nobody may import has no owner.
EIGENAARS = {
    "babel": "opmaak*",
    "click": "cli*",
    "docx": "schrijvers.docx* lezers.docx",
    "dulwich": "inhoud.gitstand",
    "jinja2": "bytecode sjablonen* schrijvers.html*",
    "lxml": "schrijvers.docx* lezers.docx metadata.toets metadata.xsd",
    "markdown_it": "lezers.markdown",
    "markupsafe": "sjablonen* schrijvers.html*",
    "mdit_py_plugins": "lezers.markdown",
    "msgspec": "*",
    "openpyxl": "inhoud.tabel",
    "pypdf": "lezers.pdf",
    "pypdfium2": "lezers.pdf",
    "rich": "cli*",
    "ruamel": "inhoud*",
    "text_to_num": "opmaak*",
    "typst": "schrijvers.zetwerk",
    "yaml": "inhoud*",
    # offline: nothing leaves the machine, and no other program is started
    "http": "",
    "socket": "",
    "ssl": "",
    "subprocess": "",
    "urllib.request": "",
    # same input, same bytes
    "random": "",
    "secrets": "",
}

MODULES = {
    bestand.relative_to(WORTEL / "generator")
    .with_suffix("")
    .as_posix()
    .replace("/", ".")
    .removesuffix(".__init__"): bestand
    for bestand in sorted(WORTEL.glob("generator/**/*.py"))
}


@cache
def boom(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(), str(MODULES[module]))


def imports(knoop: ast.AST) -> Iterator[str]:
    """Every import that happens at run time, those inside functions included."""
    for kind in ast.iter_child_nodes(knoop):
        match kind:
            case ast.If(test=ast.Name("TYPE_CHECKING")):
                continue
            case ast.Import(names):
                yield from (naam.name for naam in names)
            case ast.ImportFrom(module="generator", names=names):
                yield from (f"generator.{naam.name}" for naam in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module
            case ast.ImportFrom():
                yield "(relatief)"
            case _:
                yield from imports(kind)


def past(module: str, patronen: str) -> bool:
    return any(fnmatch(module, patroon) for patroon in patronen.split())


def valt_onder(naam: str, delen: str) -> bool:
    return any(naam == deel or naam.startswith(f"{deel}.") for deel in delen.split())


def regel_van(module: str) -> str:
    """The row of MAG_KENNEN that a module falls under; empty when there is none yet."""
    return next((patroon for patroon in MAG_KENNEN if fnmatch(module, patroon)), "")


def test_every_module_has_a_row_that_says_what_it_may_know() -> None:
    assert [] == [module for module in MODULES if not regel_van(module)]


def test_a_module_knows_only_what_the_design_lets_it_know() -> None:
    te_veel = [
        f"generator.{module} kent {naam}; dat mag niet volgens de regel {rij!r}"
        for module in MODULES
        for rij in [regel_van(module)]
        for naam in imports(boom(module))
        if naam.startswith(("generator", "("))
        and not valt_onder(naam.removeprefix("generator."), f"{rij.removesuffix('*')} {MAG_KENNEN[rij]}")
    ]

    assert [] == te_veel


def test_a_package_of_others_is_imported_only_by_its_owner() -> None:
    te_veel = [
        f"generator.{module} importeert {pakket}; dat is aan: {eigenaar or 'niemand'}"
        for module in MODULES
        for namen in [set(imports(boom(module)))]
        for pakket, eigenaar in EIGENAARS.items()
        if any(valt_onder(naam, pakket) for naam in namen) and not past(module, eigenaar)
    ]

    assert [] == te_veel


def test_every_package_that_the_product_needs_has_an_owner() -> None:
    alles = {naam.split(".")[0] for module in MODULES for naam in imports(boom(module))}
    zonder = alles - set(EIGENAARS) - sys.stdlib_module_names - {"generator"}

    assert not zonder


def test_only_the_command_line_prints() -> None:
    drukt = [
        f"{MODULES[module]}:{knoop.lineno}"
        for module in MODULES
        if not module.startswith("cli")
        for knoop in ast.walk(boom(module))
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name) and knoop.func.id == "print"
    ]

    assert [] == drukt


def dode_regels(module: ast.Module) -> set[int]:
    """The lines of docstrings."""
    regels: set[int] = set()
    for knoop in ast.walk(module):
        if isinstance(knoop, ast.Expr) and isinstance(knoop.value, ast.Constant) and isinstance(knoop.value.value, str):
            regels.update(range(knoop.lineno, (knoop.end_lineno or knoop.lineno) + 1))
    return regels


def aantal_regels(module: str) -> int:
    docstrings = dode_regels(boom(module))
    regels = MODULES[module].read_text().splitlines()
    return sum(1 for nummer, regel in enumerate(regels, 1) if regel.strip() and nummer not in docstrings)


def test_a_module_has_at_most_300_lines_besides_docstrings_and_white_lines() -> None:
    assert {} == {module: aantal for module in MODULES if (aantal := aantal_regels(module)) > 300}


def eigen_bestanden() -> Iterator[Path]:
    """Every file that we wrote, without what a run makes and without binary files."""
    for naam in PROJECT:
        bestanden = [WORTEL / naam] if (WORTEL / naam).is_file() else sorted((WORTEL / naam).rglob("*"))
        yield from (
            bestand
            for bestand in bestanden
            if bestand.is_file() and bestand.suffix not in {".pyc", ".png", ".ttf", ".docx", ".pdf"}
        )


# The folder the project lies in is asked, not named: no checkout's own path may stand in a file.
VAN_EEN_MACHINE = re.compile(rf"(?<![\w.])/(root|home|Users)/|pypi\b|pythonhosted|{re.escape(str(WORTEL.parent))}/")


def test_no_file_tells_on_which_machine_or_from_which_index_it_was_made() -> None:
    gevonden = [
        f"{bestand.relative_to(WORTEL)}:{nummer}: {regel.strip()}"
        for bestand in eigen_bestanden()
        if bestand != Path(__file__)  # it names what it looks for
        for nummer, regel in enumerate(bestand.read_text(encoding="utf-8").splitlines(), 1)
        if VAN_EEN_MACHINE.search(regel)
    ]

    assert not gevonden, "\n".join(gevonden)


def test_the_licence_is_the_eupl_and_every_place_says_so() -> None:
    licentie = (WORTEL / "LICENSE").read_text()

    assert licentie.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "15.Applicable Law" in licentie
    assert licentie.rstrip().endswith("require the production of a new EUPL version.")
    assert 'license = "EUPL-1.2"' in (WORTEL / "pyproject.toml").read_text()
    assert "license: EUPL-1.2" in (WORTEL / "publiccode.yml").read_text()
    assert "EUPL-1.2" in (WORTEL / "README.md").read_text()


def test_the_top_of_the_project_is_what_the_readme_says() -> None:
    kaart = (WORTEL / "README.md").read_text()

    for naam in ("sjablonen/", "generator/", "inhoud/", "uitvoer/", "tests/", "docs/", "pyproject.toml"):
        assert naam in kaart
        assert (WORTEL / naam).exists()
