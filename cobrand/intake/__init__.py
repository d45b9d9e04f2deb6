"""Turns a logo file's bytes into a Logo: normalised artwork with its measurements."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import numpy as np

from cobrand.errors import LogoNotFound, LogoUnreadable
from cobrand.model.colour import Colour
from cobrand.model.geometry import Box, Size
from cobrand.model.logo import Art, BitmapArt, Logo, SvgArt, Traits
from cobrand.pixels import array, bitmap, root, svg


def read(data: bytes, *, name: str = "") -> Logo:
    """Read a logo in this process."""
    digest = hashlib.sha256(data).hexdigest()
    art: Art
    if data.startswith(b"\x89PNG"):
        kind, art = "png", BitmapArt(bitmap.decode(data, "png").bitmap)
    elif data.startswith(b"\xff\xd8"):
        kind, art = "jpeg", BitmapArt(bitmap.decode(data, "jpeg").bitmap)
    elif b"<svg" in data:
        kind, art = "svg", _svg(root.text(data))
    else:
        raise LogoUnreadable("logo.unreadable")
    page = art.page
    scale = 1000 / max(page.width, page.height)
    if isinstance(art, SvgArt):
        whole = svg.draw(
            _document(art, Box.of(page)), round(page.width * scale), round(page.height * scale)
        )
    else:
        whole = art.bitmap
    shown = array.pixels(whole)
    ys, xs = np.nonzero(shown[..., 3] > 25)
    if not len(ys):
        raise LogoUnreadable("logo.blank")
    left, top, right, bottom = xs.min(), ys.min(), xs.max() + 1, ys.max() + 1
    unit = page.width / whole.width
    ink = Box.spanning(left * unit, top * unit, right * unit, bottom * unit)
    sample = array.bitmap(shown[top:bottom, left:right])
    traits = Traits("dark", ((Colour(0, 0, 0), 1.0),))
    return Logo(kind, art, ink, traits, sample, digest)


def read_file(path: Path, *, seconds: float = 10, memory_mb: int = 1024) -> Logo:
    """Read a logo file."""
    try:
        return read(path.read_bytes(), name=path.name)
    except OSError as error:
        raise LogoNotFound(path=str(path)) from error


def _svg(text: str) -> SvgArt:
    tag = re.search(r"<svg[^>]*>", text)
    box = re.search(r'viewBox="\s*([^"]*)"', tag[0] if tag else "")
    if not tag or not box:
        raise LogoUnreadable("logo.unreadable")
    _, _, width, height = (float(value) for value in re.split(r"[\s,]+", box[1].strip()))
    return SvgArt(text[tag.end() : text.rindex("</svg>")], Size(width, height))


def _document(art: SvgArt, view: Box) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="{view.left} {view.top} {view.width} {view.height}">{art.body}</svg>'
    )
