"""What stands beside the package, benchmarks and packaging, asks for names that the package has."""

from __future__ import annotations

import ast
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = sorted((*ROOT.glob("bench/**/*.py"), *ROOT.glob("packaging/**/*.py")))


def asked(script: Path) -> list[tuple[str, str]]:
    """Return the modules of the package that a script asks for, with the names it wants."""
    tree = ast.parse(script.read_text(encoding="utf-8"))
    return [
        (node.module, name.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cobrand")
        for name in node.names
    ]


def is_there(module: str, name: str) -> bool:
    """Say whether a module has a name, or is a package with a module of that name."""
    return hasattr(import_module(module), name) or find_spec(f"{module}.{name}") is not None


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_name_that_a_script_asks_for_is_there(script: Path) -> None:
    missing = [each for each in asked(script) if not is_there(*each)]

    assert missing == []
