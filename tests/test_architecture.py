"""The rules of the house: who may import whom, and who alone knows SQLite, openpyxl and dialogs."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted([*ROOT.glob("model/**/*.py"), *ROOT.glob("gui/**/*.py"), ROOT / "main.py"])

# Who alone may name what, as a part of the path.
RESERVED = {
    "sqlite3": "model/store/",
    "sqlite_utils": "model/store/",
    "openpyxl": "model/excel/",
    "pypinyin": "model/dictionary.py",
    "QMessageBox": "gui/ask.py",
    "QFileDialog": "gui/ask.py",
}


class Import:
    """One import statement: the module and names it asks for, and where it stands."""

    def __init__(self, node: ast.Import | ast.ImportFrom, function: int) -> None:
        """``function`` is the line of the function around it, 0 for none."""
        self.line = node.lineno
        self.function = function
        self.deferred = function > 0
        self.names = [alias.name for alias in node.names]
        self.module = node.module or "" if isinstance(node, ast.ImportFrom) else ""

    def modules(self) -> list[str]:
        """Every module that this may load: of ``from a import b`` both a and a.b."""
        if not self.module:
            return self.names
        return [self.module, *(f"{self.module}.{name}" for name in self.names)]

    def roots(self) -> set[str]:
        """The top-level packages that are named."""
        return {module.split(".")[0] for module in self.modules()}


def named(path: Path) -> str:
    """gui/look/paint.py as gui.look.paint; a package by its folder."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports(path: Path) -> list[Import]:
    tree = ast.parse(path.read_text("utf-8"))
    return list(_found(tree, 0))


def _found(node: ast.AST, function: int) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield Import(child, function)
        elif not _is_for_types(child):
            is_function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
            yield from _found(child, getattr(child, "lineno", 0) if is_function else function)


def _is_for_types(node: ast.AST) -> bool:
    """``if TYPE_CHECKING:`` runs never."""
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name)


def offenders(folder: str, is_wrong: Callable[[Path, Import], bool]) -> list[str]:
    """``file:line`` of every import in ``folder`` that breaks a rule."""
    return [
        f"{path.relative_to(ROOT)}:{each.line}"
        for path in SOURCES
        if path.relative_to(ROOT).parts[0] == folder
        for each in imports(path)
        if is_wrong(path, each)
    ]


def test_the_model_knows_nothing_of_the_window() -> None:
    above = {"gui", "main", "PySide6"}
    assert offenders("model", lambda _path, each: not above.isdisjoint(each.roots())) == []


def test_the_window_knows_nothing_of_main() -> None:
    assert offenders("gui", lambda _path, each: "main" in each.roots()) == []


@pytest.mark.parametrize("name", RESERVED)
def test_only_one_place_knows(name: str) -> None:
    def is_elsewhere(path: Path, each: Import) -> bool:
        asked = name in each.roots() or name in each.names
        return asked and not path.relative_to(ROOT).as_posix().startswith(RESERVED[name])

    assert [*offenders("model", is_elsewhere), *offenders("gui", is_elsewhere)] == []


def test_no_module_imports_itself_by_way_of_others() -> None:
    known = {named(path) for path in SOURCES}
    graph = {named(path): _needed(path, known) for path in SOURCES}
    while graph:
        free = [module for module, needed in graph.items() if not needed & graph.keys()]
        assert free, f"in a cycle, or behind one: {sorted(graph)}"
        for module in free:
            del graph[module]


def _needed(path: Path, known: set[str]) -> set[str]:
    """The modules of ours that are loaded with this one; those loaded later are no cycle."""
    asked = (each for each in imports(path) if not each.deferred)
    return {module for each in asked for module in _asked_for(each, known)} - {named(path)}


def _asked_for(each: Import, known: set[str]) -> set[str]:
    """Of ``from package import module`` the module alone: the package only gathers."""
    modules = {module for module in each.modules() if module in known}
    parts = modules - {each.module}
    return parts or modules


def test_an_import_inside_a_function_says_why() -> None:
    """A comment stands beside it, above it in the function, or above the functions that defer."""

    def gives_no_reason(path: Path, each: Import) -> bool:
        if not each.deferred:
            return False
        lines = path.read_text("utf-8").splitlines()[each.function - 1 : each.line]
        return not any("# " in line for line in lines)

    silent = [*offenders("model", gives_no_reason), *offenders("gui", gives_no_reason)]
    assert [place for place in silent if not _explains_all(ROOT / place.split(":")[0])] == []


def _explains_all(path: Path) -> bool:
    return any(line.startswith("# ") for line in path.read_text("utf-8").splitlines())
