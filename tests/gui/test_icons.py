"""Every icon that is shipped is drawn somewhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from cobrand import gui

ICONS = Path(__file__).parents[2] / "resources" / "icons"


def strings() -> Iterator[str]:
    for path in Path(gui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_no_icon_is_shipped_in_vain() -> None:
    shipped = {path.stem for path in ICONS.glob("*.svg")}

    assert set() == shipped - set(strings())
