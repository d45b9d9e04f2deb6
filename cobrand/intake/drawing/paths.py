"""Cuts path data and point lists at the first mistake, as SVG asks: the press would never end."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from cobrand.intake.drawing.numbers import NUMBER

_BETWEEN = r"[\s,]*"
_PIECE = re.compile(r"\s*([MmZzLlHhVvCcSsQqTtAa])([^MmZzLlHhVvCcSsQqTtAa]*)")
_NUMBERS = re.compile(rf"(?:{_BETWEEN}{NUMBER})*{_BETWEEN}")
_ONE = re.compile(NUMBER)
_ARC = re.compile(
    _BETWEEN + _BETWEEN.join((rf"({NUMBER})",) * 3 + ("([01])",) * 2 + (rf"({NUMBER})",) * 2)
)
_TAKES = {"m": 2, "l": 2, "t": 2, "h": 1, "v": 1, "q": 4, "s": 4, "c": 6, "a": 7}


def mend(root: Element) -> None:
    """Leave in every path and polygon what can be drawn."""
    for element in root.iter():
        data, points = element.get("d"), element.get("points")
        if data is not None:
            element.set("d", path(data))
        if points is not None:
            element.set("points", _points(points))


def path(data: str) -> str:
    """Return path data up to its first mistake, the flags of arcs set apart."""
    out: list[str] = []
    at = 0
    while (piece := _PIECE.match(data, at)) is not None:
        if not out and piece[1] not in "Mm":
            break
        written, whole = _arcs(piece) if piece[1] in "Aa" else _segments(piece)
        out.append(written)
        at = piece.end()
        if not whole:
            break
    return "".join(out)


def _segments(piece: re.Match[str]) -> tuple[str, bool]:
    """Return a command with the numbers it can use, and whether those were all."""
    command, rest = piece[1], piece[2]
    if command in "Zz":
        return command, not rest.strip(" \t\r\n,")
    valid = _NUMBERS.match(rest)
    numbers = _ONE.findall(valid[0]) if valid else []
    takes = _TAKES[command.lower()]
    usable = len(numbers) - len(numbers) % takes
    whole = valid is not None and valid.end() == len(rest) and 0 < usable == len(numbers)
    if whole:
        return command + rest, True
    return (command + " ".join(numbers[:usable]) if usable else ""), False


def _arcs(piece: re.Match[str]) -> tuple[str, bool]:
    arcs, at = [], 0
    while (arc := _ARC.match(piece[2], at)) is not None:
        arcs.append(" ".join(arc.groups()))
        at = arc.end()
    rest = piece[2][at:].strip(" \t\r\n,")
    return (piece[1] + " ".join(arcs) if arcs else ""), bool(arcs) and not rest


def _points(points: str) -> str:
    valid = _NUMBERS.match(points)
    numbers = _ONE.findall(valid[0]) if valid else []
    return " ".join(numbers[: len(numbers) - len(numbers) % 2])
