"""Turns the marks of a PDF page into an SVG document."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from cobrand.model.geometry import Box, Size
from cobrand.model.matrix import IDENTITY, Matrix, after, inverse, moved
from cobrand.pixels import encode
from cobrand.pixels.pdf.marks import (
    Clip,
    Gradient,
    Group,
    Hidden,
    Mark,
    Mask,
    Outline,
    Paint,
    Pen,
    Picture,
    Shade,
    Unsaid,
)

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_POINT = re.compile(r"(-?[\d.e+-]+) (-?[\d.e+-]+)")
_NOWHERE: Matrix = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
_UNIT = 'width="1" height="1" preserveAspectRatio="none" transform="matrix(1 0 0 -1 0 1)"'
"""How a picture is laid into PDF's unit square, whose y goes up."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What PDFium does not tell: the fill rule of clips, and how long a mitred corner may be."""

    even_odd: bool = False
    miter: float = 10.0


GUESSES = (Guess(), Guess(even_odd=True), Guess(miter=4.0), Guess(even_odd=True, miter=4.0))


def document(
    marks: tuple[Mark, ...], size: Size, upright: Matrix, guess: Guess, unit: float = 1.0
) -> bytes:
    """Return the page as SVG, 4/3 px to the pt and `unit` pt to the page's own unit."""
    scale = unit * 4 / 3
    writer = _Writer(guess, size, upright)
    body = "".join(writer.marks(marks))
    head = (
        f'{_HEAD} width="{size.width * scale:.9g}" height="{size.height * scale:.9g}" '
        f'viewBox="0 0 {size.width:.9g} {size.height:.9g}" preserveAspectRatio="none">'
    )
    defs = "".join(writer.defs.values())
    return f"{head}<defs>{defs}</defs><g{_transform(upright)}>{body}</g></svg>".encode()


def guesses(marks: tuple[Mark, ...]) -> tuple[Guess, ...]:
    """Return the guesses that make a difference to these marks, the likeliest first."""
    clipped = any(clip.parts > 1 for mark in _all(marks) for clip in mark.clips)
    mitred = any(
        isinstance(mark, Outline) and mark.pen is not None and mark.pen.join == "miter"
        for mark in _all(marks)
    )
    return tuple(
        guess
        for guess in GUESSES
        if (clipped or not guess.even_odd) and (mitred or guess.miter == GUESSES[0].miter)
    )


def smoothings(document: bytes) -> tuple[bytes, ...]:
    """Return a document as it is, and with its pictures enlarged without smoothing.

    PDFium smooths only pictures that ask for it; that is no difference between two logos.
    """
    hard = document.replace(b"<image ", b'<image image-rendering="optimizeSpeed" ')
    return (document,) if hard == document else (document, hard)


def lone(marks: tuple[Mark, ...], upright: Matrix) -> Picture | None:
    """Return the picture if a page is nothing else, and it neither leans nor lies on its side."""
    only = [mark for mark in _all(marks) if not isinstance(mark, Group)]
    groups = [mark for mark in _all(marks) if isinstance(mark, Group)]
    if len(only) != 1 or any(group.mask or group.alpha < 1 for group in groups):
        return None
    a, b, c, d, _, _ = after(only[0].matrix, upright) if isinstance(only[0], Picture) else _NOWHERE
    level = a > 0 and d < 0 and max(abs(b), abs(c)) < 1e-3 * min(a, -d)
    return only[0] if level and isinstance(only[0], Picture) else None


def is_said(marks: tuple[Mark, ...]) -> bool:
    """Say whether PDFium has described everything that it draws, as far as it can know."""
    return not any(isinstance(mark, Unsaid) for mark in _all(marks))


def _all(marks: tuple[Mark, ...]) -> Iterable[Outline | Picture | Group | Shade | Unsaid]:
    """Walk what is shown, groups before what is in them."""
    for mark in marks:
        if isinstance(mark, Group):
            yield from _all(mark.marks)
            yield from _all(mark.mask.marks if mark.mask else ())
        if not isinstance(mark, Hidden):
            yield mark


@dataclass(slots=True)
class _Writer:
    guess: Guess
    size: Size
    upright: Matrix
    defs: dict[str, str] = field(default_factory=dict)

    def marks(self, marks: tuple[Mark, ...]) -> Iterable[str]:
        """Write marks, those that follow each other in the same clips together."""
        held: tuple[Clip, ...] = ()
        for mark in marks:
            clips = self._cutting(getattr(mark, "clips", ()))
            if clips != held:
                yield "</g>" * len(held)
                yield "".join(f'<g clip-path="url(#{self._clip(clip)})">' for clip in clips)
                held = clips
            yield self._mark(mark)
        yield "</g>" * len(held)

    def _mark(self, mark: Mark) -> str:
        if isinstance(mark, Group):
            return self._group(mark)
        if isinstance(mark, Picture):
            return _picture(mark)
        if isinstance(mark, Outline):
            return self._outline(mark)
        if isinstance(mark, Shade):
            return f'<path d="{self._paper}"{self._fill(mark.gradient, IDENTITY)}/>'
        return ""

    def _group(self, group: Group) -> str:
        inside = "".join(self.marks(group.marks))
        said = f' opacity="{group.alpha:.4g}"' if group.alpha < 1 else ""
        if group.mask is not None:
            said += f' mask="url(#{self._mask(group.mask)})"'
        return f"<g{said}>{inside}</g>" if said else inside

    def _outline(self, mark: Outline) -> str:
        if not mark.path or (mark.fill is None and mark.pen is None):
            return ""
        rule = ' fill-rule="evenodd"' if mark.even_odd else ""
        fill = self._fill(mark.fill, mark.matrix) + (self._pen(mark.pen) if mark.pen else "")
        return f'<path d="{mark.path}"{_transform(mark.matrix)}{rule}{fill}/>'

    def _fill(self, fill: Paint | Gradient | None, space: Matrix) -> str:
        if not isinstance(fill, Gradient):
            return _paint("fill", fill)
        faded = f' fill-opacity="{fill.alpha:.4g}"' if fill.alpha < 1 else ""
        return f' fill="url(#{self._gradient(fill, space)})"{faded}'

    def _gradient(self, gradient: Gradient, space: Matrix) -> str:
        back = inverse(space) or IDENTITY
        name, places = _geometry(gradient.places)
        return self._defined(
            name,
            f'{places} gradientUnits="userSpaceOnUse"'
            + _transform(after(gradient.matrix, back)).replace(" transform", " gradientTransform"),
            _stops(gradient),
        )

    def _mask(self, mask: Mask) -> str:
        kind = "" if mask.luminous else ' mask-type="alpha"'
        edges = 'x="{:.9g}" y="{:.9g}" width="{:.9g}" height="{:.9g}"'.format(*self._edges)
        region = f' maskUnits="userSpaceOnUse" {edges}{kind}'
        return self._defined("mask", region, "".join(self.marks(mask.marks)))

    def _defined(self, name: str, said: str, inside: str) -> str:
        """Return the id of something to refer to, the same id for the same thing."""
        element = f"{said}>{inside}</{name}>"
        if element not in self.defs:
            self.defs[element] = f'<{name} id="d{len(self.defs)}"{element}'
        return self.defs[element].partition('id="')[2].partition('"')[0]

    @property
    def _edges(self) -> tuple[float, float, float, float]:
        """The page in its own space: left, lower edge, width and height."""
        back = inverse(self.upright) or IDENTITY
        (x, y), (x1, y1) = put((0, 0), back), put((self.size.width, self.size.height), back)
        return min(x, x1), min(y, y1), abs(x1 - x), abs(y1 - y)

    @property
    def _paper(self) -> str:
        left, low, width, height = self._edges
        return f"M{left:.9g} {low:.9g}h{width:.9g}v{height:.9g}h{-width:.9g}Z"

    def _pen(self, pen: Pen) -> str:
        said = f'{_paint("stroke", pen.paint)} stroke-width="{pen.width:.7g}"'
        said += f' stroke-linecap="{pen.cap}" stroke-linejoin="{pen.join}"'
        if pen.join == "miter":
            said += f' stroke-miterlimit="{self.guess.miter:g}"'
        if pen.dashes:
            dashes = " ".join(f"{dash:.7g}" for dash in pen.dashes)
            said += f' stroke-dasharray="{dashes}" stroke-dashoffset="{pen.phase:.7g}"'
        return said

    def _cutting(self, clips: tuple[Clip, ...]) -> tuple[Clip, ...]:
        """Leave out clips that are the whole page or more, and those that say nothing new."""
        return tuple(clip for clip in dict.fromkeys(clips) if not self._holds_page(clip))

    def _holds_page(self, clip: Clip) -> bool:
        points = [(float(x), float(y)) for x, y in _POINT.findall(clip.path)]
        if clip.parts != 1 or "C" in clip.path or not 4 <= len(points) <= 5:
            return False
        across = [put(point, clip.matrix, self.upright) for point in points]
        if len({round(x, 3) for x, _ in across}) != 2 or len({round(y, 3) for _, y in across}) != 2:
            return False
        left, top = min(x for x, _ in across), min(y for _, y in across)
        right, bottom = max(x for x, _ in across), max(y for _, y in across)
        return Box.spanning(left, top, right, bottom).holds(Box.of(self.size))

    def _clip(self, clip: Clip) -> str:
        rule = ' clip-rule="evenodd"' if self.guess.even_odd else ""
        return self._defined(
            "clipPath", "", f'<path d="{clip.path}"{_transform(clip.matrix)}{rule}/>'
        )


def _geometry(places: tuple[float, ...]) -> tuple[str, str]:
    names = ("x1", "y1", "x2", "y2") if len(places) == 4 else ("fx", "fy", "fr", "cx", "cy", "r")
    said = "".join(f' {name}="{place:.9g}"' for name, place in zip(names, places, strict=True))
    return ("linearGradient" if len(places) == 4 else "radialGradient"), said


def _stops(gradient: Gradient) -> str:
    """Write the stops; where a colour ends at the end, there is nothing outside."""
    stops = [
        f'<stop offset="{offset:.5g}" stop-color="{colour.hex}"/>'
        for offset, colour in gradient.stops
    ]
    nothing = '<stop offset="{}" stop-color="{}" stop-opacity="0"/>'
    first = [] if gradient.before else [nothing.format(0, gradient.stops[0][1].hex)]
    last = [] if gradient.behind else [nothing.format(1, gradient.stops[-1][1].hex)]
    return "".join(first + stops + last)


def _picture(mark: Picture) -> str:
    data = base64.b64encode(encode.encode(mark.bitmap, "png")).decode()
    return (
        f"<g{_transform(mark.matrix)}><image {_UNIT} "
        f'xlink:href="data:image/png;base64,{data}"/></g>'
    )


def put(point: tuple[float, float], *matrices: Matrix) -> tuple[float, float]:
    """Return where matrices, one after the other, put a point."""
    for matrix in matrices:
        point = moved(matrix, *point)
    return point


def _paint(what: str, paint: Paint | None) -> str:
    if paint is None:
        return f' {what}="none"'
    faded = f' {what}-opacity="{paint.alpha:.4g}"' if paint.alpha < 1 else ""
    return f' {what}="{paint.colour.hex}"{faded}'


def _transform(matrix: Matrix) -> str:
    if matrix == (1, 0, 0, 1, 0, 0):
        return ""
    return f' transform="matrix({" ".join(f"{number:.9g}" for number in matrix)})"'
