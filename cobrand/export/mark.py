"""Turn a logo into a file of its own: the mark and nothing else, as every card draws it."""

from __future__ import annotations

from cobrand.export.excerpt import embed
from cobrand.intake.picture import ink
from cobrand.model.bitmap import Bitmap
from cobrand.model.geometry import Box, Size
from cobrand.model.logo import BitmapArt, Logo, SvgArt
from cobrand.model.scene import Drawing, Picture, Scene
from cobrand.pixels import encode, svg
from cobrand.render import draw

DRAWN_SIDE = 2400
"""The longer side in px of a drawing that is wanted as a picture."""


def picture(logo: Logo, width: int) -> Bitmap:
    """Return the mark alone, on nothing, `width` px wide."""
    height = max(1, round(width * logo.ink.height / logo.ink.width))
    box = Box.of(Size(width, height))
    art = logo.art
    if isinstance(art, BitmapArt):
        item: Drawing | Picture = Picture(box, art.bitmap, logo.ink, "logo")
    else:
        item = Drawing(box, art, logo.ink, "logo")
    return svg.draw(draw(Scene(box.size, None, (item,)), embed), width, height)


def as_png(logo: Logo) -> bytes:
    """Return the mark as a PNG with transparency: a picture's own pixels, a drawing drawn large."""
    if isinstance(logo.art, BitmapArt):
        return encode.encode(ink.cut(logo.art.bitmap, logo.ink), "png")
    longest = max(logo.ink.width, logo.ink.height)
    return encode.encode(picture(logo, max(1, round(DRAWN_SIDE * logo.ink.width / longest))), "png")


def as_svg(art: SvgArt, box: Box) -> bytes:
    """Return a drawing whose page is the box of its ink."""
    view = f"{box.left:.9g} {box.top:.9g} {box.width:.9g} {box.height:.9g}"
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="{view}" width="{box.width:.9g}" height="{box.height:.9g}">'
    )
    return f"{head}{art.body}</svg>\n".encode()
