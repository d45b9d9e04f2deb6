"""Turns shadings into gradients; their colours are read from PDFium's own drawing of them."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from cobrand.errors import DrawingFailed
from cobrand.model.colour import Colour
from cobrand.pixels.pdf.content import Said
from cobrand.pixels.pdf.document import nested
from cobrand.pixels.pdf.marks import Gradient

MOST = 300
_STEPS = 256
_KEPT = ("/ColorSpace", "/Function", "/Domain")
_SIDES = {2: 4, 3: 6}
"""How many numbers place an axial and a radial shading."""

Ramp = NDArray[np.uint8]


def gradients(said: Sequence[Said]) -> dict[int, Gradient]:
    """Return the gradients among what is said, by the identity of each saying."""
    shaded = [(each, each.shading) for each in said if each.shading is not None]
    plain = {id(shading): shading for _, shading in shaded if _plain(shading)}
    if len(plain) > MOST:
        raise DrawingFailed("drawing-failed.pdf")
    known = dict(zip(plain, _ramps(list(plain.values())), strict=True)) if plain else {}
    return {
        id(each): _gradient(shading, each, known[id(shading)])
        for each, shading in shaded
        if id(shading) in known
    }


def _plain(shading: DictionaryObject) -> bool:
    kind = shading.get("/ShadingType")
    numbers = shading.get("/Coords", ())
    return kind in _SIDES and len(numbers) == _SIDES[kind] and "/BBox" not in shading


def _gradient(shading: DictionaryObject, said: Said, ramp: Ramp) -> Gradient:
    places = tuple(float(number) for number in shading.get("/Coords", ()))
    before, behind = (str(each) == "True" for each in shading.get("/Extend", (False, False)))
    return Gradient(places, said.matrix, _stops(ramp), said.alpha, before, behind)


def _ramps(shadings: list[DictionaryObject]) -> list[Ramp]:
    """Draw each shading from left to right on a page of its own."""
    writer, out = PdfWriter(), io.BytesIO()
    for shading in shadings:
        writer.add_page(PageObject.create_blank_page(width=_STEPS, height=4))
        _lay(writer, writer.pages[-1], shading)
    writer.write(out)
    with nested(out.getvalue()) as document:
        return [
            np.array(sheet.render(rev_byteorder=True).to_numpy()[1, :, :3]) for sheet in document
        ]


def _lay(writer: PdfWriter, page: PageObject, shading: DictionaryObject) -> None:
    level = DictionaryObject()
    for key in _KEPT:
        if key in shading:
            level[NameObject(key)] = shading.raw_get(key).clone(writer)
    level[NameObject("/ShadingType")] = NumberObject(2)
    level[NameObject("/Coords")] = ArrayObject(FloatObject(each) for each in (0, 0, _STEPS, 0))
    level[NameObject("/Extend")] = ArrayObject()
    program = StreamObject()
    program.set_data(b"/S sh")
    named = DictionaryObject({NameObject("/S"): level})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Shading"): named})
    page[NameObject("/Contents")] = writer._add_object(program)


def _stops(ramp: Ramp) -> tuple[tuple[float, Colour], ...]:
    """Return the fewest stops between which the colours lie on straight lines."""
    kept = [0]
    while kept[-1] < len(ramp) - 1:
        kept.append(_farthest(ramp.astype(np.float32), kept[-1]))
    return tuple(
        (each / (len(ramp) - 1), Colour(*(int(value) for value in ramp[each]))) for each in kept
    )


def _farthest(ramp: NDArray[np.float32], start: int) -> int:
    reach, end = start + 1, len(ramp) - 1
    step = 64
    while step:
        there = min(reach + step, end)
        if there > reach and _straight(ramp[start : there + 1]):
            reach = there
        else:
            step //= 2
    return reach


def _straight(part: NDArray[np.float32]) -> bool:
    share = np.linspace(0, 1, len(part), dtype=np.float32)[:, None]
    return bool(np.abs(part[0] + (part[-1] - part[0]) * share - part).max() <= 1.0)
