"""Turns the program's source into the list of codes it raises and finds."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cobrand import errors

PACKAGE = Path(errors.__file__).parent
FINDINGS = {"kept", "note", "warning", "breach"}
ERRORS = {
    name: kind.code
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.CobrandError)
}
FAMILIES = (
    "error|logo|resource|export|part-missing|drawing-failed|wrong-use|use"
    "|batch|cluster|rule|words|mark|ground|file|proof|roster"
)
CODE = re.compile(rf"(?:{FAMILIES})(?:\.[a-z]+(?:[-_][a-z]+)*)+")


class Use(NamedTuple):
    """A place that makes an error or a finding: its code, and the names of its values."""

    place: str
    code: str
    values: frozenset[str]


def uses() -> Iterator[Use]:
    """Yield the uses whose code and values can be read in the source."""
    for place, node in _nodes():
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name not in FINDINGS | set(ERRORS):
            continue
        code = _code(node) if node.args else ERRORS.get(name)
        names = [keyword.arg for keyword in node.keywords]
        if code and None not in names:
            role = {"role"} if name in FINDINGS else set()
            yield Use(place, code, frozenset(filter(None, names)) | role)


def mentioned() -> dict[str, str]:
    """Return every string of the source that is a code, with a place where it stands."""
    return {
        node.value: place
        for place, node in _nodes()
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CODE.fullmatch(node.value)
        and not node.value.endswith((".toml", ".svg", ".png", ".json", ".html", ".pdf"))
    }


def _code(call: ast.Call) -> str | None:
    first = call.args[0]
    return first.value if isinstance(first, ast.Constant) and CODE.match(str(first.value)) else None


def _nodes() -> Iterator[tuple[str, ast.AST]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        inside = file.relative_to(PACKAGE)
        if inside.parts[0] != "messages":
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                yield f"{inside}:{getattr(node, 'lineno', 0)}", node
