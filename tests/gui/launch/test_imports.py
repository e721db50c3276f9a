"""Holds that launch needs nothing but Python, for it runs before anything else is installed."""

import ast
import sys
from pathlib import Path

import pytest


def imported(source: str) -> set[str]:
    """The names of the modules that a source file imports, wherever in it."""
    nodes = list(ast.walk(ast.parse(source)))
    plain = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    return plain | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}


def test_launch_imports_the_standard_library_and_itself(pytestconfig: pytest.Config) -> None:
    sources = sorted(Path(pytestconfig.rootpath, "gui", "launch").glob("*.py"))
    assert sources
    names = set().union(*(imported(source.read_text(encoding="utf-8")) for source in sources))
    foreign = {name for name in names if name.partition(".")[0] not in sys.stdlib_module_names}
    assert {name for name in foreign if not name.startswith("gui.launch")} == set()
