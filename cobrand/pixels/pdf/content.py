"""Reads from a page's own program what PDFium does not tell: shadings, soft masks, opacity."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject, NameObject, PdfObject, StreamObject

from cobrand.errors import DrawingFailed
from cobrand.model.matrix import IDENTITY, Matrix, after

LONGEST = 4_000_000
MOST_STEPS = 200_000
DEEPEST = 20

_FILLS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_PAINTS = _FILLS | {b"S", b"s"}
_FLAT = frozenset((b"cs", b"g", b"rg", b"k", b"sc"))
_POINTS = {b"m": 1, b"l": 1, b"c": 3, b"v": 3, b"y": 3, b"re": 5}


@dataclass(frozen=True, slots=True)
class SoftMask:
    """A form whose light or alpha fades what is drawn, and the space it was set in."""

    form: StreamObject
    luminous: bool
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one path, shading or form, in the order of painting."""

    shading: DictionaryObject | None = None
    matrix: Matrix = IDENTITY
    alpha: float = 1.0
    mask: SoftMask | None = None


def page(data: bytes, number: int) -> PageObject:
    """Open the page of this number, counted from 1, for reading what it says."""
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        reader.decrypt("")
    return reader.pages[number - 1]


def said(sheet: PageObject) -> list[Said]:
    """Return what a page says of its paths, shadings and forms."""
    contents = sheet.get_contents()
    if contents is None:
        return []
    reader = _Reader()
    return list(reader.run(contents, part(sheet, "/Resources"), IDENTITY, 0))


@dataclass(frozen=True, slots=True)
class _State:
    matrix: Matrix
    alpha: float = 1.0
    pattern: DictionaryObject | None = None
    mask: SoftMask | None = None


class _Reader:
    """Runs programs as far as is needed to keep count."""

    def __init__(self) -> None:
        self.steps = 0
        self.length = 0

    def run(
        self, stream: StreamObject, resources: DictionaryObject, base: Matrix, depth: int
    ) -> Iterator[Said]:
        self._count(len(stream.get_data()), depth)
        state, saved, points = _State(base), list[_State](), 0
        move = False
        for operands, operator in ContentStream(stream, None).operations:
            self.steps += 1
            if operator == b"q":
                saved.append(state)
            elif operator == b"Q":
                state = saved.pop() if saved else state
            elif operator in _POINTS:
                points += _POINTS[operator] - (move and operator == b"m")
                move = operator == b"m"
            elif operator in _PAINTS or operator == b"n":
                if operator != b"n" and points - move > 1:
                    yield _painted(state, base, operator in _FILLS)
                points, move = 0, False
            elif operator == b"sh":
                shading = _named(resources, "/Shading", operands)
                yield Said(shading, state.matrix, state.alpha, state.mask)
            elif operator == b"Do":
                yield from self._form(
                    _named(resources, "/XObject", operands), resources, state, depth
                )
            else:
                state = _changed(state, operator, operands, resources)
        if self.steps > MOST_STEPS:
            raise DrawingFailed("drawing-failed.pdf")

    def _form(
        self, form: DictionaryObject | None, resources: DictionaryObject, state: _State, depth: int
    ) -> Iterator[Said]:
        if not isinstance(form, StreamObject) or form.get("/Subtype") != "/Form":
            return
        yield Said(None, state.matrix, state.alpha, state.mask)
        inside = part(form, "/Resources") or resources
        yield from self.run(form, inside, after(matrix(form), state.matrix), depth + 1)

    def _count(self, length: int, depth: int) -> None:
        self.length += length
        if self.length > LONGEST or self.steps > MOST_STEPS or depth > DEEPEST:
            raise DrawingFailed("drawing-failed.pdf")


def matrix(holder: DictionaryObject) -> Matrix:
    """Return the matrix of a form or a pattern."""
    numbers = holder.get("/Matrix", IDENTITY)
    a, b, c, d, e, f = (float(number) for number in numbers)
    return (a, b, c, d, e, f)


def _painted(state: _State, base: Matrix, fills: bool) -> Said:
    if state.pattern is None or not fills or state.pattern.get("/PatternType") != 2:
        return Said(None, state.matrix, state.alpha, state.mask)
    space = after(matrix(state.pattern), base)
    return Said(part(state.pattern, "/Shading"), space, state.alpha, state.mask)


def _changed(
    state: _State, operator: bytes, operands: list[PdfObject], resources: DictionaryObject
) -> _State:
    if operator == b"cm":
        a, b, c, d, e, f = (float(str(number)) for number in operands)
        return replace(state, matrix=after((a, b, c, d, e, f), state.matrix))
    if operator in _FLAT:
        return replace(state, pattern=None)
    if operator == b"scn":
        return replace(state, pattern=_named(resources, "/Pattern", operands))
    if operator == b"gs":
        return _graphics(state, _named(resources, "/ExtGState", operands))
    return state


def _graphics(state: _State, changes: DictionaryObject | None) -> _State:
    if changes is None:
        return state
    alpha = float(changes.get("/ca", state.alpha))
    mask = changes.get("/SMask", state.mask)
    mask = mask.get_object() if isinstance(mask, PdfObject) else mask
    if isinstance(mask, DictionaryObject):
        form = mask["/G"]
        if not isinstance(form, StreamObject) or "/TR" in mask or "/BC" in mask:
            raise DrawingFailed("drawing-failed.pdf")
        mask = SoftMask(form, mask.get("/S") == "/Luminosity", state.matrix)
    return replace(state, alpha=alpha, mask=mask if isinstance(mask, SoftMask) else None)


def _named(
    resources: DictionaryObject, kind: str, operands: list[PdfObject]
) -> DictionaryObject | None:
    if not operands or not isinstance(operands[-1], NameObject):
        return None
    found = part(resources, kind).get(operands[-1])
    found = found.get_object() if found is not None else None
    return found if isinstance(found, DictionaryObject) else None


def part(holder: DictionaryObject, name: str) -> DictionaryObject:
    """Return a dictionary inside another, empty if there is none."""
    found = holder.get(name)
    found = found.get_object() if found is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()
