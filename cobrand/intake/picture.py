"""Turns pixels into a Logo: lifted off white paper, boxed and measured."""

from __future__ import annotations

from cobrand.errors import LogoUnreadable
from cobrand.intake import ground, ink, traits
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour
from cobrand.model.finding import Finding, note, warning
from cobrand.model.geometry import Box
from cobrand.model.logo import BitmapArt, Logo
from cobrand.pixels import array, bitmap
from cobrand.pixels.bitmap import Decoded

SMALL = 600
_PLATE = 0.97
_FAINT = 2


def read(data: bytes, kind: str, digest: str) -> Logo:
    """Read a picture file's bytes."""
    decoded = bitmap.decode(data, kind)
    return measure(decoded.bitmap, kind, digest, _told(decoded))


def measure(picture: Bitmap, kind: str, digest: str, said: tuple[Finding, ...] = ()) -> Logo:
    """Find the mark in upright sRGB pixels."""
    frame = ink.edges(ink.visible(picture))
    if frame is None:
        raise LogoUnreadable("logo.blank")
    picture, behind, found = _grounded(picture, frame)
    box, faint = _box(picture, behind)
    sample = _sample(picture, box)
    findings = (*said, *found, *faint, *_small(box))
    measures = traits.measure(sample, behind)
    return Logo(kind, BitmapArt(picture), box, measures, sample, digest, findings)


def _grounded(picture: Bitmap, frame: Box) -> tuple[Bitmap, Colour | None, tuple[Finding, ...]]:
    """Return the picture, lifted if it stood on paper, and the flat ground that stays."""
    crop = ink.cut(picture, frame)
    shown = array.pixels(crop)
    if (shown[..., 3] >= 250).mean() < _PLATE:
        return picture, None, ()
    behind = ground.behind(array.over(shown))
    if behind.kind == "flat":
        return picture, behind.colour, ()
    if behind.kind != "paper":
        return picture, None, ()
    lifted = ground.lift(crop, behind.colour)
    if ink.edges(ink.visible(lifted)) is None:
        return picture, behind.colour, ()
    said = note("logo.ground-removed", colour=behind.colour.hex)
    return _put_back(picture, lifted, frame), None, (said,)


def _put_back(picture: Bitmap, lifted: Bitmap, frame: Box) -> Bitmap:
    if lifted.size == picture.size:
        return lifted
    whole = array.pixels(picture).copy()
    rows, columns = (
        slice(int(frame.top), int(frame.bottom)),
        slice(int(frame.left), int(frame.right)),
    )
    whole[rows, columns] = array.pixels(lifted)
    return array.bitmap(whole)


def _box(picture: Bitmap, behind: Colour | None) -> tuple[Box, tuple[Finding, ...]]:
    if behind is None:
        box = ink.edges(ink.visible(picture))
        return box or Box.of(picture.size), ()
    flat = array.over(array.pixels(picture), behind)
    box = ink.edges(ground.differs(flat, behind))
    if box is not None:
        return box, ()
    box = ink.edges(ground.differs(flat, behind, _FAINT, _FAINT))
    if box is None:
        raise LogoUnreadable("logo.blank")
    return box, (warning("logo.faint"),)


def _sample(picture: Bitmap, box: Box) -> Bitmap:
    width, height = ink.raster(box.size, ink.SAMPLE_PIXELS)
    return bitmap.resized(picture, width, height, box)


def _small(box: Box) -> tuple[Finding, ...]:
    if max(box.width, box.height) >= SMALL:
        return ()
    return (warning("logo.small", width=round(box.width), height=round(box.height)),)


def _told(decoded: Decoded) -> tuple[Finding, ...]:
    """Say what was done to the picture while it was decoded."""
    found = []
    if decoded.mode == "CMYK":
        found.append(note("logo.cmyk", profile=decoded.profile))
    if decoded.turned:
        found.append(note("logo.turned"))
    if decoded.frames > 1:
        found.append(note("logo.animated", frames=decoded.frames))
    if max(decoded.stored.width, decoded.stored.height) > bitmap.LONGEST_KEPT:
        stored = decoded.stored
        found.append(note("logo.reduced", width=int(stored.width), height=int(stored.height)))
    return tuple(found)
