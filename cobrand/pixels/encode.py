"""Turns pixels into PNG, JPEG or WebP bytes, the best that keep a byte budget."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
from PIL import Image, ImageCms, PngImagePlugin

from cobrand.model.bitmap import Bitmap
from cobrand.pixels import array, packed, palette, png
from cobrand.pixels.array import Bytes
from cobrand.pixels.palette import Few
from cobrand.pixels.standing import Flat, Patch, Standing

Kind = Literal["png", "jpeg", "webp"]
LOSSLESS = 100
QUALITIES = (92, 90, 88, 85, 82, 79, 76, 72, 68, 64, 60)
"""From good to just bearable: the best that keeps a budget is looked for by halving."""
_PACKED = 16  # colours that need less than a byte a pixel
_BUSY = 0.15  # of the pixels differ from their neighbours where row filters pay


@dataclass(frozen=True, slots=True)
class Encoded:
    """An encoded picture; `quality` 100 is lossless, `palette` the number of colours or 0."""

    data: bytes
    quality: int
    palette: int = 0


def encode(
    bitmap: Bitmap, kind: Kind, *, quality: int = 90, few: bool = False, ppi: float = 96
) -> bytes:
    """Return the picture encoded, without metadata; WebP of quality 100 is lossless.

    With `few`, a PNG has at most 256 colours where that loses nothing an eye could see.
    """
    pixels = array.pixels(bitmap)
    if kind == "png":
        reduced = palette.few(pixels) if few else None
        return _full(pixels, ppi) if reduced is None else _indexed(reduced, ppi)
    picture = _picture(pixels)
    return _jpeg(picture, quality, ppi) if kind == "jpeg" else _webp(picture, quality)


def within(
    drawn: Bitmap | Bytes,
    kind: Kind,
    budget: int | None = None,
    *,
    ppi: float = 96,
    photo: bool = False,
) -> Encoded:
    """Return the best encoding of at most `budget` bytes, or the smallest bearable one.

    Bare pixels have shape (height, width, 4), 8 bit sRGB, straight alpha. A `photo` is not kept to
    the last bit where its kind could: nobody sees it, and it weighs.
    """
    pixels = array.pixels(drawn) if isinstance(drawn, Bitmap) else drawn
    if kind == "png":
        return _png_within(pixels, ppi)
    picture = _picture(pixels)
    if kind == "jpeg":
        return _lossy_within(lambda quality: _jpeg(picture, quality, ppi), budget)
    if not photo:
        exact = _webp(picture, LOSSLESS)
        if budget is None or len(exact) <= budget:
            return Encoded(exact, LOSSLESS)
    return _lossy_within(lambda quality: _webp(picture, quality), budget)


def laid(standing: Standing, pieces: Sequence[Patch | Flat], *, ppi: float = 96) -> Encoded | None:
    """Return a PNG of what stands with pieces over it; None where it is better made whole."""
    rows = standing.rows(pieces) if packed.available() else None
    if rows is None or len(rows.colours) <= _PACKED:
        return None
    quality = LOSSLESS if rows.exact else LOSSLESS - 1
    return Encoded(png.laid(rows, ppi), quality, len(rows.colours))


def _png_within(pixels: Bytes, ppi: float) -> Encoded:
    """Prefer 256 colours where they lose nothing, or nothing that an eye could see.

    A card with a palette weighs half as much; what would show is written in full, whatever the
    budget, and the measured file then says so.
    """
    few = palette.few(pixels)
    if few is None:
        return Encoded(_full(pixels, ppi), LOSSLESS)
    quality = LOSSLESS if few.exact else LOSSLESS - 1
    return Encoded(_indexed(few, ppi), quality, len(few.colours))


def _lossy_within(draw: Callable[[int], bytes], budget: int | None) -> Encoded:
    data = draw(QUALITIES[0])
    best = Encoded(data, QUALITIES[0])
    low, high = 1, len(QUALITIES) - 1
    if budget is None or len(data) <= budget:
        return best
    best = Encoded(draw(QUALITIES[high]), QUALITIES[high])
    while low < high:
        middle = (low + high) // 2
        data = draw(QUALITIES[middle])
        if len(data) <= budget:
            best, high = Encoded(data, QUALITIES[middle]), middle
        else:
            low = middle + 1
    return best


def _picture(pixels: Bytes) -> Image.Image:
    size = (pixels.shape[1], pixels.shape[0])
    picture = Image.frombuffer("RGBA", size, pixels, "raw", "RGBA", 0, 1)
    opaque = picture.getchannel("A").getextrema() == (255, 255)
    return picture.convert("RGB") if opaque else picture


def _indexed(few: Few, ppi: float) -> bytes:
    """Write a palette; Pillow packs what needs less than 8 bits a pixel."""
    if packed.available() and len(few.colours) > _PACKED:
        return png.indexed(few, ppi)
    picture = Image.fromarray(few.members, "L")
    picture.putpalette(few.colours[:, :3].tobytes(), "RGB")
    if not few.opaque:
        picture.info["transparency"] = few.colours[:, 3].tobytes()
    return _png(picture, ppi, bits=_depth(len(few.colours)))


def _full(pixels: Bytes, ppi: float) -> bytes:
    """Write every colour; where neighbours differ, rows are filtered, and that Pillow does well."""
    if packed.available() and _share_of_steps(pixels) < _BUSY:
        opaque = pixels[..., 3].min() == 255
        return png.full(pixels[..., :3] if opaque else pixels, ppi)
    return _png(_picture(pixels), ppi)


def _share_of_steps(pixels: Bytes) -> float:
    """Return how many pixels differ from their left neighbour, in every eighth row."""
    rows = np.ascontiguousarray(pixels[::8]).view(np.uint32)[..., 0]
    return array.share(rows[:, 1:] != rows[:, :-1])


def _png(picture: Image.Image, ppi: float, **bits: int) -> bytes:
    chunks, out = PngImagePlugin.PngInfo(), io.BytesIO()
    chunks.add(b"sRGB", b"\0")
    picture.save(out, "PNG", dpi=(ppi, ppi), pnginfo=chunks, compress_level=6, **bits)
    return out.getvalue()


def _depth(colours: int) -> int:
    return 1 if colours <= 2 else 2 if colours <= 4 else 4 if colours <= 16 else 8


def _jpeg(picture: Image.Image, quality: int, ppi: float) -> bytes:
    out, solid = io.BytesIO(), picture
    if picture.mode == "RGBA":
        solid = Image.new("RGB", picture.size, "white")
        solid.paste(picture, mask=picture.getchannel("A"))
    options = {"subsampling": 0, "dpi": (round(ppi),) * 2, "icc_profile": _srgb()}
    try:
        solid.save(out, "JPEG", quality=quality, optimize=True, **options)
    except OSError:  # Pillow's buffer is too small to optimise a very noisy picture at once
        out = io.BytesIO()
        solid.save(out, "JPEG", quality=quality, **options)
    return out.getvalue()


def _webp(picture: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    if quality >= LOSSLESS:  # here quality is effort, and more of it gains nothing on flat art
        picture.save(out, "WEBP", lossless=True, quality=30, method=2, icc_profile=_srgb())
    else:
        picture.save(out, "WEBP", quality=quality, method=4, icc_profile=_srgb())
    return out.getvalue()


@cache
def _srgb() -> bytes:
    """Return a small sRGB profile with a fixed date, so that equal pictures are equal bytes."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    return bytes(profile)
