"""Turns pixels into a Logo: lifted off white paper, boxed and measured."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cobrand.errors import LogoUnreadable
from cobrand.intake import ground, ink, suspect, traits
from cobrand.intake.ground import Ground, Lifted
from cobrand.model.bitmap import Bitmap
from cobrand.model.care import USUAL, Care
from cobrand.model.colour import Colour, contrast
from cobrand.model.finding import Finding, note, warning
from cobrand.model.geometry import Box
from cobrand.model.logo import BitmapArt, Logo
from cobrand.pixels import array, bitmap
from cobrand.pixels.bitmap import Decoded

_PLATE = 0.97
_FAINT = 2
_ENCLOSED = 0.002
"""The least share of a mark that is paper inside it and worth asking about."""


def read(data: bytes, kind: str, digest: str, care: Care = USUAL) -> Logo:
    """Read a picture file's bytes."""
    decoded = bitmap.decode(data, kind, upright=care.wants("turn"))
    return measure(decoded.bitmap, kind, digest, _told(decoded, care), care)


@dataclass(frozen=True, slots=True)
class _Found:
    """The picture as it goes on, the mark's box in it, the ground that stays, what to say."""

    picture: Bitmap
    box: Box
    ground: Colour | None = None
    findings: tuple[Finding, ...] = ()


def measure(
    picture: Bitmap, kind: str, digest: str, said: tuple[Finding, ...] = (), care: Care = USUAL
) -> Logo:
    """Find the mark in upright sRGB pixels."""
    frame = ink.edges(ink.visible(picture))
    if frame is None:
        raise LogoUnreadable("logo.blank")
    found = _found(picture, frame, care)
    sample = _sample(found.picture, found.box)
    measures = traits.measure(sample, found.ground)
    art = BitmapArt(found.picture)
    findings = (*said, *suspect.screenshot(picture), *found.findings)
    return Logo(kind, art, found.box, measures, sample, digest, findings)


def _behind(picture: Bitmap, frame: Box) -> Ground | None:
    """Return the flat ground that a picture stands on, be it paper or a plate of its own."""
    shown = array.pixels(ink.cut(picture, frame))
    if (shown[..., 3] >= 250).mean() < _PLATE:
        return None
    behind = ground.behind(array.over(shown))
    return None if behind.kind == "uneven" else behind


def _found(picture: Bitmap, frame: Box, care: Care) -> _Found:
    behind = _behind(picture, frame)
    if behind is None:
        return _Found(picture, frame)
    crop = ink.cut(picture, frame)
    plate = behind.kind == "plate"
    if plate and not care.wants("plate"):
        return _Found(picture, frame, None, _plate(crop, behind.colour, care))
    lifted = ground.lift(
        crop, behind.colour, specks=care.wants("specks"), inside=care.wants("inside")
    )
    box = ink.edges(ink.visible(lifted.picture))
    if box is None:
        return _Found(picture, frame) if plate else _pale(picture, frame, crop, behind.colour)
    box = box.moved(frame.left, frame.top)
    if not plate and not care.wants("ground"):
        return _Found(picture, box, behind.colour, (_kept(behind.colour, care),))
    whole = _put_back(picture, lifted.picture, frame)
    return _Found(whole, box, None if plate else behind.colour, _lifted(behind, lifted, care))


def _plate(crop: Bitmap, colour: Colour, care: Care) -> tuple[Finding, ...]:
    """Offer to take a plate away, if anything stands on it."""
    if not ground.differs(array.over(array.pixels(crop)), colour).any():
        return ()
    return (note("logo.plate", colour=colour.hex).mended_by(care.mending("plate")),)


def _kept(colour: Colour, care: Care) -> Finding:
    return note("logo.ground-kept", colour=colour.hex).mended_by(care.mending("ground"))


def _lifted(behind: Ground, lifted: Lifted, care: Care) -> tuple[Finding, ...]:
    """Say what went with the ground and what was left of it."""
    plate = behind.kind == "plate"
    code, name = ("logo.plate-removed", "plate") if plate else ("logo.ground-removed", "ground")
    found = [note(code, colour=behind.colour.hex).mended_by(care.mending(name))]
    if lifted.specks:
        told = "logo.specks" if care.wants("specks") else "logo.specks-kept"
        found.append(note(told, count=lifted.specks).mended_by(care.mending("specks")))
    if care.wants("inside"):
        found.append(note("logo.inside-removed").mended_by(care.mending("inside")))
    elif lifted.inside >= _ENCLOSED:
        share = round(lifted.inside, 3)
        found.append(note("logo.inside", share=share).mended_by(care.mending("inside")))
    return tuple(found)


def _pale(picture: Bitmap, frame: Box, crop: Bitmap, colour: Colour) -> _Found:
    """Look closer where nothing stands out: a faint mark, an empty plate, or nothing at all."""
    flat = array.over(array.pixels(crop), colour)
    mask = ground.differs(flat, colour, _FAINT, _FAINT)
    box = ink.edges(mask)
    if box is not None:
        middle = Colour(*(int(value) for value in np.median(flat[mask], axis=0)))
        said = warning("logo.faint", contrast=round(contrast(middle, colour), 2))
        return _Found(picture, box.moved(frame.left, frame.top), colour, (said,))
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


def _told(decoded: Decoded, care: Care) -> tuple[Finding, ...]:
    """Say what was done to the picture while it was decoded."""
    found = []
    if decoded.mode == "CMYK":
        found.append(note("logo.cmyk", profile=decoded.profile))
    if decoded.turned:
        code = "logo.turned" if care.wants("turn") else "logo.turned-back"
        found.append(note(code).mended_by(care.mending("turn")))
    if decoded.frames > 1:
        found.append(note("logo.animated", frames=decoded.frames))
    if max(decoded.stored.width, decoded.stored.height) > bitmap.LONGEST_KEPT:
        stored = decoded.stored
        found.append(note("logo.reduced", width=int(stored.width), height=int(stored.height)))
    return tuple(found)
