"""Turns the marks of a PDF page into an SVG document."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from cobrand.model.geometry import Size
from cobrand.pixels import encode
from cobrand.pixels.pdf.marks import Clip, Group, Mark, Matrix, Outline, Paint, Pen, Picture

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_POINT = re.compile(r"(-?[\d.e+-]+) (-?[\d.e+-]+)")
_FLIP = "matrix(1 0 0 -1 0 1)"


@dataclass(frozen=True, slots=True)
class Guess:
    """What PDFium does not tell: the fill rule of clips, and how long a mitred corner may be."""

    even_odd: bool = False
    miter: float = 10.0


GUESSES = (Guess(), Guess(even_odd=True), Guess(miter=4.0), Guess(even_odd=True, miter=4.0))


def document(marks: tuple[Mark, ...], size: Size, upright: Matrix, guess: Guess) -> bytes:
    """Return the page as SVG, 4/3 px to the pt."""
    writer = _Writer(guess, size, upright)
    body = "".join(writer.marks(marks))
    head = (
        f'{_HEAD} width="{size.width * 4 / 3:.9g}" height="{size.height * 4 / 3:.9g}" '
        f'viewBox="0 0 {size.width:.9g} {size.height:.9g}" preserveAspectRatio="none">'
    )
    defs = "".join(writer.clips.values())
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


def _all(marks: tuple[Mark, ...]) -> Iterable[Outline | Picture | Group]:
    for mark in marks:
        if isinstance(mark, Group):
            yield from _all(mark.marks)
        if isinstance(mark, (Outline, Picture, Group)):
            yield mark


@dataclass(slots=True)
class _Writer:
    guess: Guess
    size: Size
    upright: Matrix
    clips: dict[str, str] = field(default_factory=dict)

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
            inside = "".join(self.marks(mark.marks))
            faded = f' opacity="{mark.alpha:.4g}"' if mark.alpha < 1 else ""
            return f"<g{faded}>{inside}</g>" if faded else inside
        if isinstance(mark, Picture):
            return _picture(mark)
        if isinstance(mark, Outline):
            return self._outline(mark)
        return ""

    def _outline(self, mark: Outline) -> str:
        if not mark.path or (mark.fill is None and mark.pen is None):
            return ""
        rule = ' fill-rule="evenodd"' if mark.even_odd else ""
        fill = _paint("fill", mark.fill) + (self._pen(mark.pen) if mark.pen else "")
        return f'<path d="{mark.path}"{_transform(mark.matrix)}{rule}{fill}/>'

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
        across = [_put(point, clip.matrix, self.upright) for point in points]
        if len({round(x, 3) for x, _ in across}) != 2 or len({round(y, 3) for _, y in across}) != 2:
            return False
        left, top = min(x for x, _ in across), min(y for _, y in across)
        right, bottom = max(x for x, _ in across), max(y for _, y in across)
        return (
            left <= 0.01
            and top <= 0.01
            and (right >= self.size.width - 0.01 and bottom >= self.size.height - 0.01)
        )

    def _clip(self, clip: Clip) -> str:
        rule = ' clip-rule="evenodd"' if self.guess.even_odd else ""
        shape = f'<path d="{clip.path}"{_transform(clip.matrix)}{rule}/>'
        name = f"clip{len(self.clips)}"
        known = self.clips.setdefault(shape, f'<clipPath id="{name}">{shape}</clipPath>')
        return known.partition('id="')[2].partition('"')[0]


def _picture(mark: Picture) -> str:
    data = base64.b64encode(encode.encode(mark.bitmap, "png")).decode()
    return (
        f"<g{_transform(mark.matrix)}><image {_FLIP_SIZE} "
        f'xlink:href="data:image/png;base64,{data}"/></g>'
    )


_FLIP_SIZE = f'width="1" height="1" preserveAspectRatio="none" transform="{_FLIP}"'


def _put(point: tuple[float, float], *matrices: Matrix) -> tuple[float, float]:
    x, y = point
    for a, b, c, d, e, f in matrices:
        x, y = x * a + y * c + e, x * b + y * d + f
    return x, y


def _paint(what: str, paint: Paint | None) -> str:
    if paint is None:
        return f' {what}="none"'
    faded = f' {what}-opacity="{paint.alpha:.4g}"' if paint.alpha < 1 else ""
    return f' {what}="{paint.colour.hex}"{faded}'


def _transform(matrix: Matrix) -> str:
    if matrix == (1, 0, 0, 1, 0, 0):
        return ""
    return f' transform="matrix({" ".join(f"{number:.9g}" for number in matrix)})"'
