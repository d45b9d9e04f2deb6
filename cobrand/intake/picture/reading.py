"""Turns pixels into a Logo: lifted off its ground, boxed and measured."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from cobrand.errors import LogoUnreadable
from cobrand.intake.picture import ground, ink, suspect, traits
from cobrand.intake.picture.ground import Ground, Lifted
from cobrand.model.bitmap import Bitmap
from cobrand.model.care import USUAL, Care
from cobrand.model.colour import Colour, contrast
from cobrand.model.finding import Finding, note, warning
from cobrand.model.geometry import Box
from cobrand.model.logo import BitmapArt, GroundKind, Logo
from cobrand.pixels import array, bitmap
from cobrand.pixels.bitmap import Decoded

_PLATE = 0.97
_FAINT = 2
_PAGED = frozenset(("tiff",))
_LOSSY = frozenset(("jpeg", "webp", "avif"))
_THINNED = 8
_ENCLOSED = 0.002
"""The least share of a mark that is paper inside it and worth asking about."""


def read(data: bytes, kind: str, digest: str, care: Care = USUAL) -> Logo:
    """Read a picture file's bytes; `care` says which page, where there are several."""
    decoded = bitmap.decode(data, kind, page=care.page, upright=care.wants("turn"))
    return measure(decoded.bitmap, kind, digest, _told(decoded, kind, care), care)


@dataclass(frozen=True, slots=True)
class _Found:
    """The picture as it goes on, the mark's box in it, the ground that stays, what to say."""

    picture: Bitmap
    box: Box
    ground: Colour | None = None
    kind: GroundKind = "none"
    findings: tuple[Finding, ...] = ()


def measure(
    picture: Bitmap, kind: str, digest: str, said: tuple[Finding, ...] = (), care: Care = USUAL
) -> Logo:
    """Find the mark in upright sRGB pixels."""
    frame = ink.edges(ink.visible(picture))
    if frame is None:
        raise LogoUnreadable("logo.blank")
    found = _found(picture, frame, care, lossy=kind in _LOSSY)
    sample = _sample(found.picture, found.box)
    measures = traits.measure(sample, found.ground, found.kind)
    art = BitmapArt(found.picture)
    findings = (*said, *suspect.screenshot(picture), *found.findings)
    return Logo(kind, art, found.box, measures, sample, digest, findings)


def _behind(picture: Bitmap, frame: Box) -> Ground | None:
    """Return what an opaque picture stands on, be it paper or a plate of its own."""
    shown = array.pixels(ink.cut(picture, frame))
    if array.share(shown[..., 3] >= 250) < _PLATE:
        return None
    behind = ground.behind(array.over(shown))
    if behind.kind == "paper" or frame.size == picture.size:
        return None if behind.kind == "none" else behind
    # with a clear margin round it, it is a plate that belongs to the mark
    return replace(behind, kind="plate") if behind.kind in {"flat", "plate"} else None


def _found(picture: Bitmap, frame: Box, care: Care, *, lossy: bool) -> _Found:
    behind = _behind(picture, frame)
    if behind is None or behind.kind == "uneven":
        return _Found(picture, frame, None, "none" if behind is None else "uneven")
    crop = ink.cut(picture, frame)
    plate = behind.kind == "plate"
    if plate and not care.wants("plate"):
        return _Found(picture, frame, findings=_plate(crop, behind, care))
    lifted = ground.lift(
        crop, behind, lossy=lossy, specks=care.wants("specks"), inside=care.wants("inside")
    )
    box = lifted.box
    if box is None and (plate or behind.backdrop is not None):
        return _Found(picture, frame)  # nothing stands on it: it is all there is
    if box is None:
        return _pale(picture, frame, crop, behind.colour)
    box = box.moved(frame.left, frame.top)
    kind: GroundKind = "flat" if behind.backdrop is None else "gradient"
    if not plate and not care.wants("ground"):
        return _Found(picture, box, behind.colour, kind, (_kept(behind.colour, care),))
    whole, said = _put_back(picture, lifted.picture, frame), _lifted(behind, lifted, care)
    found = _Found(whole, box, findings=said)
    return found if plate else replace(found, ground=behind.colour, kind=kind)


def _plate(crop: Bitmap, behind: Ground, care: Care) -> tuple[Finding, ...]:
    """Offer to take a plate of one colour away, if anything stands on it."""
    flat = behind.backdrop is None
    if not flat or not _holds_anything(crop, behind.colour):
        return ()
    return (note("logo.plate", colour=behind.colour.hex).mended_by(care.mending("plate")),)


def _holds_anything(crop: Bitmap, colour: Colour) -> bool:
    """Say whether anything stands on a plate; a few of its pixels nearly always tell."""
    shown = array.pixels(crop)
    few = array.over(shown[::_THINNED, ::_THINNED])
    return bool(ground.differs(few, colour).any() or ground.stands_off(shown, colour).any())


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
        return _Found(picture, box.moved(frame.left, frame.top), colour, "flat", (said,))
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


def _several(frames: int, kind: str, page: int) -> Finding:
    if kind in _PAGED:
        return note("logo.several-pages", page=page, count=frames)
    return note("logo.animated", frames=frames)


def _told(decoded: Decoded, kind: str, care: Care) -> tuple[Finding, ...]:
    """Say what was done to the picture while it was decoded."""
    found = []
    if decoded.space == "cmyk":
        found.append(note("logo.cmyk", profile=decoded.profile, shift=round(decoded.shift)))
    if decoded.ignored:
        found.append(note("logo.profile-ignored"))
    if decoded.turned:
        code = "logo.turned" if care.wants("turn") else "logo.turned-back"
        found.append(note(code).mended_by(care.mending("turn")))
    if decoded.frames > 1:
        found.append(_several(decoded.frames, kind, care.page))
    stored = decoded.stored
    if bitmap.kept(stored) < 1:
        found.append(note("logo.reduced", width=int(stored.width), height=int(stored.height)))
    return tuple(found)
