"""Draws one page of a contact sheet: small pictures with the row and name under each."""

from __future__ import annotations

import base64

from cobrand.batch.plan import ON_A_SHEET
from cobrand.batch.report.cell import Cell
from cobrand.export.written import Jpeg
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import BLACK, Colour
from cobrand.model.geometry import Box, Point, Size
from cobrand.model.scene import Item, Scene, Words
from cobrand.model.text import TextBlock, TextStyle, Typesetter
from cobrand.pixels import encode, svg
from cobrand.render import draw
from cobrand.typeset.setter import QtTypesetter

COLUMNS = 6
ROWS = ON_A_SHEET // COLUMNS
WIDTH, HEIGHT = 1240, 1754  # A4 at 150 to the inch
_MARGIN, _GAP, _LABEL = 40, 16, 30
_STYLE = TextStyle(15.0)
_SHORTER = "…"
_TABLE = Colour(228, 232, 233)  # a white card is seen to its edge


def page(cells: tuple[Cell, ...]) -> Jpeg:
    """Return the page, set with the bundled fonts."""
    return drawn(cells, QtTypesetter())


def drawn(cells: tuple[Cell, ...], typesetter: Typesetter) -> Jpeg:
    """Return the page as a JPEG."""
    places = [_place(place) for place in range(len(cells))]
    labels = tuple(
        _label(cell.label, box, typesetter) for cell, box in zip(cells, places, strict=True)
    )
    height = round(places[-1].bottom + _MARGIN)  # the last page is as long as it is full
    scene = Scene(Size(WIDTH, height), _TABLE, labels)
    pictures = "\n".join(_image(cell.picture, box) for cell, box in zip(cells, places, strict=True))
    document = draw(scene, _no_bitmaps).replace("</svg>", f"{pictures}\n</svg>")
    return encode.encode(svg.draw(document, WIDTH, height), "jpeg", quality=82)


def _no_bitmaps(_: Bitmap, _lossy: bool) -> str:
    return ""


def _place(place: int) -> Box:
    """Return the room for a picture and its label."""
    width = (WIDTH - 2 * _MARGIN - (COLUMNS - 1) * _GAP) / COLUMNS
    height = (HEIGHT - 2 * _MARGIN - (ROWS - 1) * _GAP) / ROWS
    row, column = divmod(place, COLUMNS)
    return Box(_MARGIN + column * (width + _GAP), _MARGIN + row * (height + _GAP), width, height)


def _image(picture: Jpeg, box: Box) -> str:
    data = base64.b64encode(picture).decode()
    return (
        f'<image x="{box.left:.1f}" y="{box.top:.1f}" width="{box.width:.1f}" '
        f'height="{box.height - _LABEL:.1f}" preserveAspectRatio="xMidYMax meet" '
        f'href="data:image/jpeg;base64,{data}"/>'
    )


def _label(text: str, box: Box, typesetter: Typesetter) -> Item:
    """Return the words as one line under the picture, shortened where they are too long."""
    line = typesetter.line(_fitting(text, box.width, typesetter), _STYLE)
    size = Size(line.advance, _STYLE.size * _STYLE.cap)
    block = TextBlock((line,), (Point(0, size.height),), size, _STYLE, text)
    left = box.left + max(0.0, (box.width - line.advance) / 2)
    return Words(Box(left, box.bottom - _LABEL + 10, size.width, size.height), block, BLACK, "name")


def _fitting(text: str, width: float, typesetter: Typesetter) -> str:
    if typesetter.advance(text, _STYLE) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if typesetter.advance(text[:middle].rstrip() + _SHORTER, _STYLE) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + _SHORTER
