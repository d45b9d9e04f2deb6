"""Turns pixels into a Logo: lifted off its ground, boxed and measured."""

from __future__ import annotations

from dataclasses import dataclass

from cobrand.errors import LogoUnreadable
from cobrand.intake import ground, ink, traits
from cobrand.intake.ground import Ground
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour
from cobrand.model.finding import Finding, note, warning
from cobrand.model.geometry import Box
from cobrand.model.logo import BitmapArt, GroundKind, Logo
from cobrand.pixels import array, bitmap
from cobrand.pixels.bitmap import Decoded

SMALL = 600
_PLATE = 0.97
_FAINT = 2
_PAGED = frozenset(("tiff",))
_LOSSY = frozenset(("jpeg", "webp", "avif"))


def read(data: bytes, kind: str, digest: str, page: int = 1) -> Logo:
    """Read a picture file's bytes; `page` counts from 1 where there are several."""
    decoded = bitmap.decode(data, kind, page=page)
    return measure(decoded.bitmap, kind, digest, _told(decoded, kind, page))


@dataclass(frozen=True, slots=True)
class _Found:
    """The picture as it goes on, the mark's box in it, the ground that stays, what to say."""

    picture: Bitmap
    box: Box
    ground: Colour | None = None
    kind: GroundKind = "none"
    findings: tuple[Finding, ...] = ()


def measure(picture: Bitmap, kind: str, digest: str, said: tuple[Finding, ...] = ()) -> Logo:
    """Find the mark in upright sRGB pixels."""
    frame = ink.edges(ink.visible(picture))
    if frame is None:
        raise LogoUnreadable("logo.blank")
    found = _found(picture, frame, kind in _LOSSY)
    sample = _sample(found.picture, found.box)
    findings = said + found.findings + _small(found.box)
    measures = traits.measure(sample, found.ground, found.kind)
    return Logo(kind, BitmapArt(found.picture), found.box, measures, sample, digest, findings)


def _behind(picture: Bitmap, frame: Box) -> Ground | None:
    """Return what an opaque picture stands on."""
    shown = array.pixels(ink.cut(picture, frame))
    if (shown[..., 3] >= 250).mean() < _PLATE:
        return None
    return ground.behind(array.over(shown))


def _found(picture: Bitmap, frame: Box, lossy: bool) -> _Found:
    behind = _behind(picture, frame)
    if behind is not None and behind.kind != "paper" and frame.size != picture.size:
        behind = None  # coloured and with a clear margin: a plate that belongs to the mark
    if behind is not None and behind.kind == "uneven":
        return _Found(picture, frame, None, "uneven", (warning("logo.ground-uneven"),))
    if behind is None or not behind.lifts:
        return _Found(picture, frame)
    crop = ink.cut(picture, frame)
    lifted = ground.lift(crop, behind, lossy=lossy)
    box = ink.edges(lifted.firm)
    if box is None and behind.backdrop is not None:
        return _Found(picture, frame)  # nothing but a gradient: it is all there is
    if box is None:
        return _pale(picture, frame, crop, behind.colour)
    box = box.moved(frame.left, frame.top)
    said = note("logo.ground-removed", colour=behind.colour.hex)
    kind: GroundKind = "flat" if behind.backdrop is None else "gradient"
    return _Found(_put_back(picture, lifted.picture, frame), box, behind.colour, kind, (said,))


def _pale(picture: Bitmap, frame: Box, crop: Bitmap, colour: Colour) -> _Found:
    """Look closer where nothing stands out: a faint mark, an empty plate, or nothing at all."""
    flat = array.over(array.pixels(crop), colour)
    box = ink.edges(ground.differs(flat, colour, _FAINT, _FAINT))
    if box is not None:
        faint = (warning("logo.faint"),)
        return _Found(picture, box.moved(frame.left, frame.top), colour, "flat", faint)
    if frame.size == picture.size and colour.lightness > ground.PAPER:
        raise LogoUnreadable("logo.blank")
    return _Found(picture, frame)


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


def _sample(picture: Bitmap, box: Box) -> Bitmap:
    width, height = ink.raster(box.size, ink.SAMPLE_PIXELS)
    return bitmap.resized(picture, width, height, box)


def _small(box: Box) -> tuple[Finding, ...]:
    if max(box.width, box.height) >= SMALL:
        return ()
    return (warning("logo.small", width=round(box.width), height=round(box.height)),)


def _several(frames: int, kind: str, page: int) -> Finding:
    if kind in _PAGED:
        return note("logo.several-pages", page=page, pages=frames)
    return note("logo.animated", frames=frames)


def _told(decoded: Decoded, kind: str, page: int) -> tuple[Finding, ...]:
    """Say what was done to the picture while it was decoded."""
    found = []
    if decoded.space == "cmyk":
        found.append(note("logo.cmyk", profile=decoded.profile, shift=round(decoded.shift)))
    if decoded.ignored:
        found.append(note("logo.profile-ignored"))
    if decoded.turned:
        found.append(note("logo.turned"))
    if decoded.frames > 1:
        found.append(_several(decoded.frames, kind, page))
    if max(decoded.stored.width, decoded.stored.height) > bitmap.LONGEST_KEPT:
        stored = decoded.stored
        found.append(note("logo.reduced", width=int(stored.width), height=int(stored.height)))
    return tuple(found)
