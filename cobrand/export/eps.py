"""Turn a lock-up into EPS: outlines, the box of its page with the clear space, all opaque."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from cobrand.export.excerpt import embed, moved, rastered
from cobrand.export.order import Made, Order
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import WHITE, Colour
from cobrand.model.finding import Finding, note
from cobrand.model.geometry import Box, Size
from cobrand.model.scene import Drawing, Group, Item, Picture, Scene
from cobrand.pixels import array, press
from cobrand.render import draw

_PT_PER_PX = 0.75
_PICTURE_PPI = 600
_LOOKED_AT = 600  # pixels along the longer side, to see whether a mark is see-through
_UNSEEN, _FULL = 13, 242  # of 255: alpha under which nothing is painted, and from which all is
_TINT = 0.002  # share of a mark's pixels that may be see-through away from its edges
# Cairo paints as a picture what PostScript cannot express, at a resolution of its own.
_PAINTED = b"/ImageType"
_TITLE = 100  # letters; a line of comment has 255 at most
_BOXES = re.compile(rb"%%BoundingBox:[^\n]*\n")
_DATE = re.compile(rb"%%CreationDate:[^\n]*\n")


def eps(order: Order) -> Made:
    """Return the first page as EPS, level 3, without fonts and page device commands.

    EPS has no transparency. A see-through mark, or one that the press would draw wrong, is a
    picture of 600 ppi on the pair's own ground; where it has no ink, nothing is painted.
    """
    scene = order.scene
    backing = scene.promise.backing if scene.promise else scene.ground or WHITE
    opaque = replace(scene, items=tuple(_opaque(item, backing) for item in scene.items))
    data = press.eps(draw(opaque, embed))
    return Made(_headed(data, scene.size, scene.title), tuple(_said(scene, opaque, backing)))


def _opaque(item: Item, backing: Colour) -> Item:
    match item:
        case Group():
            return replace(item, items=tuple(_opaque(each, backing) for each in item.items))
        case Picture():
            return replace(item, bitmap=_mixed(item.bitmap, backing))
        case Drawing() if not _plain(item):
            page = _alone(item)
            bitmap = _mixed(rastered(page, _PICTURE_PPI / 96), backing)
            return Picture(item.box, bitmap, Box.of(bitmap.size), item.role)
        case _:
            return item


def _plain(item: Drawing) -> bool:
    """Say whether outlines alone show this drawing as it is."""
    if not item.art.press:
        return False
    page = _alone(item)
    shown = rastered(page, _LOOKED_AT / max(item.box.width, item.box.height))
    return not _see_through(shown) and _PAINTED not in press.eps(draw(page, embed))


def _see_through(shown: Bitmap) -> bool:
    """Say whether more than the edges of a mark lets its ground through."""
    alpha = array.pixels(shown)[..., 3]
    soft = np.pad((alpha > _UNSEEN) & (alpha < _FULL), 1)
    inner = soft[1:-1, 1:-1] & soft[:-2, 1:-1] & soft[2:, 1:-1] & soft[1:-1, :-2] & soft[1:-1, 2:]
    return bool(inner.sum() > _TINT * max(1, (alpha > _UNSEEN).sum()))


def _alone(item: Drawing) -> Scene:
    return Scene(item.box.size, None, (moved(item, -item.box.left, -item.box.top),))


def _mixed(bitmap: Bitmap, backing: Colour) -> Bitmap:
    """Return the picture on its ground where it has ink, and clear where it has none."""
    pixels = array.pixels(bitmap)
    there = np.where(pixels[..., 3:] > _UNSEEN, np.uint8(255), np.uint8(0))
    return array.bitmap(np.concatenate((array.over(pixels, backing), there), axis=-1))


def _headed(data: bytes, size: Size, title: str) -> bytes:
    """Give the file the box of its page, clear space included; no date: equal cards, equal bytes.

    Cairo's own box is that of the ink, and its page hangs from the next whole point.
    """
    width, height = size.width * _PT_PER_PX, size.height * _PT_PER_PX
    right, top = int(np.ceil(width - 1e-6)), int(np.ceil(height - 1e-6))
    head = (
        f"%%BoundingBox: 0 0 {right} {top}\n"
        f"%%HiResBoundingBox: 0 {top - height:.4f} {width:.4f} {top}\n"
        f"%%Title: {_words(title)}\n"
    )
    return _DATE.sub(b"", _BOXES.sub(lambda _: head.encode("ascii"), data, count=1), count=1)


def _words(text: str) -> str:
    """Return a text as PostScript's comments hold it: in 7 bits, accents gone, in a short line."""
    apart = unicodedata.normalize("NFKD", text.replace("·", "-"))[:_TITLE]
    plain = "".join(
        letter if " " <= letter <= "~" else "?"
        for letter in apart
        if not unicodedata.combining(letter)
    )
    return "(" + re.sub(r"([()\\])", r"\\\1", plain) + ")"


def _said(before: Scene, after: Scene, backing: Colour) -> Iterator[Finding]:
    """Say which marks are pictures now, and that their edges are mixed with a colour."""
    for was, now in zip(before.walk(), after.walk(), strict=True):
        if not isinstance(now, Picture):
            continue
        if isinstance(was, Drawing):
            yield note("export.as-picture", now.role, ppi=_PICTURE_PPI)
        if not isinstance(was, Picture) or _soft(was.bitmap):
            yield note("export.eps-mixed", now.role, colour=backing.hex)


def _soft(bitmap: Bitmap) -> bool:
    alpha = array.pixels(bitmap)[..., 3]
    return bool(((alpha > _UNSEEN) & (alpha < _FULL)).any())
