"""A pytest plugin: processes that share the tests share the work of compiling them, too."""

from __future__ import annotations

import contextlib
import importlib
import os

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Each begins to import at another place, and goes on with what the others compiled."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return
    turn = int(os.environ["PYTEST_XDIST_WORKER"].removeprefix("gw"))
    turns = int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
    root = session.config.rootpath
    packages = sorted(root.glob("tests/**/__init__.py"))
    files = [path for package in packages for path in sorted(package.parent.glob("test_*.py"))]
    first = len(files) * turn // turns
    for path in files[first:] + files[:first]:
        # What cannot be imported is told of when it is collected.
        with contextlib.suppress(Exception, pytest.skip.Exception):
            importlib.import_module(".".join(path.relative_to(root).with_suffix("").parts))
