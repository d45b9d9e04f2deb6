"""Turns PNG, JPEG and WebP bytes into upright sRGB pixels."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageOps

from cobrand.errors import LogoUnreadable
from cobrand.model.bitmap import Bitmap

FORMATS = {"png": "PNG", "jpeg": "JPEG", "webp": "WEBP"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded picture and what its file said: Pillow's mode, pixels per inch if any."""

    bitmap: Bitmap
    mode: str
    ppi: float | None = None


def decode(data: bytes, kind: str) -> Decoded:
    """Decode a picture file of a known kind."""
    try:
        with Image.open(io.BytesIO(data), formats=[FORMATS[kind]]) as picture:
            mode = picture.mode
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (OSError, SyntaxError, ValueError) as error:
        raise LogoUnreadable("logo.truncated", kind=kind) from error
    return Decoded(Bitmap(*upright.size, upright.tobytes()), mode)
