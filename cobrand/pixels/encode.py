"""Turns pixels into PNG, JPEG or WebP bytes, the best that keep a byte budget."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageCms, PngImagePlugin

from cobrand.model.bitmap import Bitmap

Kind = Literal["png", "jpeg", "webp"]
JPEG_QUALITIES = (92, 88, 84, 80, 75, 70, 65, 60)


@dataclass(frozen=True, slots=True)
class Encoded:
    """An encoded picture; `quality` 100 is lossless, `palette` the number of colours or 0."""

    data: bytes
    quality: int
    palette: int = 0


def encode(
    bitmap: Bitmap, kind: Kind, *, quality: int = 90, palette: bool = False, ppi: float = 96
) -> bytes:
    """Return the picture encoded, without metadata; quality 100 is lossless in WebP."""
    picture = _picture(bitmap)
    if kind == "jpeg":
        return _jpeg(picture, quality, ppi)
    if kind == "webp":
        return _webp(picture, quality)
    return _png(picture.quantize(256) if palette else picture, ppi)


def within(bitmap: Bitmap, kind: Kind, budget: int | None = None, *, ppi: float = 96) -> Encoded:
    """Return the best encoding of at most `budget` bytes, or the smallest there is."""
    if kind == "png":
        return Encoded(encode(bitmap, "png", ppi=ppi), 100)
    for quality in JPEG_QUALITIES:
        data = encode(bitmap, kind, quality=quality, ppi=ppi)
        if budget is None or len(data) <= budget:
            break
    return Encoded(data, quality)


def _picture(bitmap: Bitmap) -> Image.Image:
    picture = Image.frombuffer(
        "RGBA", (bitmap.width, bitmap.height), bitmap.data, "raw", "RGBA", 0, 1
    )
    opaque = picture.getchannel("A").getextrema() == (255, 255)
    return picture.convert("RGB") if opaque else picture


def _png(picture: Image.Image, ppi: float) -> bytes:
    chunks, out = PngImagePlugin.PngInfo(), io.BytesIO()
    chunks.add(b"sRGB", b"\0")
    picture.save(out, "PNG", dpi=(ppi, ppi), pnginfo=chunks, compress_level=6)
    return out.getvalue()


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
    picture.save(out, "WEBP", lossless=quality >= 100, quality=min(quality, 100), method=4,
                 icc_profile=_srgb())  # fmt: skip
    return out.getvalue()


def _srgb() -> bytes:
    """Return a small sRGB profile with a fixed date, so that equal pictures are equal bytes."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    return bytes(profile)
