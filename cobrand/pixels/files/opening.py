"""Opens a picture file as one kind and no other: its head is read, its pixels are not yet."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import pyvips
from PIL import Image, ImageCms, TiffImagePlugin

from cobrand.errors import LogoError, LogoTooLarge, LogoUnreadable
from cobrand.pixels import vips
from cobrand.pixels.array import Bytes
from cobrand.pixels.files import bmp, chunks, ico

MOST_PIXELS = 150_000_000
"""A square of 12,000 px is read; of what unpacks at once, a reader's memory may hold less."""
LONGEST_SIDE = 100_000
"""Rows of millions of px take libvips minutes to make smaller."""
BROKEN = (pyvips.Error, ImageCms.PyCMSError, OSError, SyntaxError, ValueError, EOFError, IndexError,
          KeyError, TypeError, OverflowError, Warning, struct.error)  # fmt: skip

SHRINKING = frozenset(("jpeg", "webp"))
"""The kinds whose libraries make pictures smaller while they unpack them."""
_CUT = re.compile("premature end|unexpected end|bad seek|read error at|truncated", re.IGNORECASE)
_ENDS = {"png": b"IEND", "jpeg": b"\xff\xd9"}
_MM = 25.4
_ORIENTATION = 0x0112
_SAID_NOTHING = 1.0
_ICC = "icc-profile-data"
_RARE = re.compile("not supported|unsupported|not configured|not a whole number", re.IGNORECASE)
_ADOBE = re.compile(rb"(?s)\xff\xee..Adobe")
_COMMON_FRAMES = b"\xc0\xc1\xc2"
_FRAME = re.compile(rb"(?s)\xff([\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf])..(.)")


@dataclass(frozen=True, slots=True)
class Opened:
    """A picture file whose head has been read.

    `image` has its bands of colour in front and alpha, if any, behind them. `frames` counts the
    pictures or pages, `ppi` is 0 if not said, `orientation` is as EXIF counts, `profile` the bytes
    of a colour profile, `odd` says that the file names colours that nobody knows.
    """

    image: pyvips.Image
    frames: int = 1
    ppi: float = 0.0
    orientation: int = 1
    profile: bytes = b""
    odd: bool = False


def opened(data: bytes, kind: str, page: int = 1, shrink: int = 1) -> Opened:
    """Open a file of a known kind at a page; raises LogoUnreadable or LogoTooLarge.

    `shrink` asks SHRINKING kinds for every second, fourth or eighth pixel.
    """
    pyvips.cache_set_max(0)  # a file is never asked for twice in the same bytes
    try:
        found = OPENERS[kind](data, page, shrink)
    except LogoError:
        raise
    except BROKEN as error:
        raise unreadable(error, data, kind) from error
    check(found.image.width * shrink, found.image.height * shrink)
    return found


def check(width: int, height: int) -> None:
    """Raise LogoTooLarge if a picture has more pixels than is sane, in all or in a row."""
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise LogoTooLarge("logo.too-many-pixels", width=width, height=height)


def unreadable(error: Exception, data: bytes, kind: str) -> LogoError:
    """Return what a person should be told about a file that a library refused."""
    said = str(error)
    if "out of memory" in said.lower():
        return LogoTooLarge("logo.too-much-memory")
    if _RARE.search(said) or (kind == "jpeg" and _rare(data)):
        return LogoUnreadable("logo.rare-coding", kind=kind)
    cut = _CUT.search(said) or (kind in _ENDS and _ENDS[kind] not in data[-2048:])
    return LogoUnreadable("logo.truncated" if cut else "logo.damaged", kind=kind)


def _rare(data: bytes) -> bool:
    """Say whether a JPEG has more than 8 bits a colour, or no usual frame."""
    frame = _FRAME.search(data)
    return frame is not None and (frame[1] not in _COMMON_FRAMES or frame[2] != b"\x08")


def _vips(load: Callable[..., pyvips.Image], data: bytes, **options: object) -> Opened:
    vips.settle()
    image = load(data, access="sequential", fail_on="error", **options)
    frames, turned = _field(image, "n-pages"), _field(image, "orientation")
    profile = image.get(_ICC) if image.get_typeof(_ICC) else b""
    ppi = 0.0 if image.xres == _SAID_NOTHING else image.xres * _MM
    return Opened(image, frames, ppi, turned, profile)


def _field(image: pyvips.Image, name: str) -> int:
    return int(image.get(name)) if image.get_typeof(name) else 1


def _png(data: bytes, _page: int, _shrink: int) -> Opened:
    said = chunks.facts(data)
    found = _vips(pyvips.Image.pngload_buffer, data)
    turned = _exif_orientation(said.exif) if said.exif else found.orientation
    own = b"" if said.odd else said.profile or found.profile
    return replace(found, frames=said.frames, orientation=turned, profile=own, odd=said.odd)


def _jpeg(data: bytes, _page: int, shrink: int) -> Opened:
    found = _vips(pyvips.Image.jpegload_buffer, data, shrink=shrink)
    if found.image.interpretation == "cmyk" and not _ADOBE.search(data):
        return replace(found, image=found.image.invert())  # libvips takes all inks for Adobe's
    return found


def _exif_orientation(block: bytes) -> int:
    exif = Image.Exif()
    try:
        exif.load(block)
        said = exif.get(_ORIENTATION, 1)
    except BROKEN:  # an unreadable tag is no reason to refuse the picture
        return 1
    return said if isinstance(said, int) else 1


def _webp(data: bytes, _page: int, shrink: int) -> Opened:
    return _vips(pyvips.Image.webpload_buffer, data, scale=1 / shrink)


def _gif(data: bytes, _page: int, _shrink: int) -> Opened:
    return _vips(pyvips.Image.gifload_buffer, data)


def _avif(data: bytes, _page: int, _shrink: int) -> Opened:
    return _vips(pyvips.Image.heifload_buffer, data)


def _tiff(data: bytes, page: int, _shrink: int) -> Opened:
    """Open one page; the kind of L*a*b* that libvips refuses is read by Pillow."""
    try:
        found = _vips(pyvips.Image.tiffload_buffer, data)
        if page > found.frames:
            raise LogoUnreadable("logo.no-such-page", page=page, count=found.frames)
        return found if page == 1 else _vips(pyvips.Image.tiffload_buffer, data, page=page - 1)
    except pyvips.Error as error:
        if "labq" not in str(error):
            raise
        return _lab(data, page)


def _lab(data: bytes, page: int) -> Opened:
    with TiffImagePlugin.TiffImageFile(io.BytesIO(data)) as picture:
        picture.seek(page - 1)
        check(*picture.size)
        frames = picture.n_frames
        shown = ImageCms.profileToProfile(
            picture, ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
        if picture.mode != "LAB" or shown is None:
            raise ValueError(picture.mode)
        return Opened(memory(np.asarray(shown)), frames)  # Pillow has turned it upright


def _bmp(data: bytes, _page: int, _shrink: int) -> Opened:
    check(*bmp.size(data))
    return Opened(memory(bmp.pixels(data)))


def _ico(data: bytes, _page: int, shrink: int) -> Opened:
    icon = ico.largest(data)
    if icon.png:
        return _png(icon.data, 1, shrink)
    check(*bmp.icon_size(icon.data))
    return Opened(memory(bmp.from_icon(icon.data)))


OPENERS: dict[str, Callable[[bytes, int, int], Opened]] = {
    "png": _png,
    "jpeg": _jpeg,
    "webp": _webp,
    "gif": _gif,
    "avif": _avif,
    "tiff": _tiff,
    "bmp": _bmp,
    "ico": _ico,
}


def memory(pixels: Bytes) -> pyvips.Image:
    """Return an array of shape (height, width, bands) as libvips knows it."""
    height, width, bands = pixels.shape
    image = pyvips.Image.new_from_memory(
        np.ascontiguousarray(pixels).tobytes(), width, height, bands, "uchar"
    )
    return image.copy(interpretation="srgb" if bands > 2 else "b-w")
