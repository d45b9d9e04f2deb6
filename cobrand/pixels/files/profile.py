"""Turns opened pictures of any colour space into sRGB with straight alpha, 8 bit."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
import pyvips
from numpy.typing import NDArray
from PIL import ImageCms

from cobrand.pixels import array
from cobrand.pixels.array import Bytes
from cobrand.pixels.files.opening import Opened

_GREY, _RGB, _CMYK, _LAB = "grey", "rgb", "cmyk", "lab"
_SPACES = {"b-w": _GREY, "grey16": _GREY, "cmyk": _CMYK, "lab": _LAB, "labs": _LAB, "labq": _LAB}
_BANDS = {_GREY: 1, _RGB: 3, _CMYK: 4, _LAB: 3}
_TRANSLATES = {("GRAY", _GREY), ("RGB ", _GREY), ("RGB ", _RGB), ("CMYK", _CMYK)}
"""Which profile can speak of which picture: grey in an RGB profile is grey all the same."""
_MODES = {"GRAY": "L", "RGB ": "RGB", "CMYK": "CMYK"}
_HOW = {"intent": "relative", "black_point_compensation": True, "depth": 8}
_ICC = "icc-profile-data"
_DEEP = 257  # 16 bit to 8 bit: 65535 is 255, so that white stays white
_SAME = 2
_PRESS_BLACK = (12, 0, 19)
"""What libvips' own press makes of pure black ink: nobody's black is violet."""
_SIDE = 160
_MAIN = 0.02


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in sRGB, four bands of 8 bit.

    `space` is what it was in, `profile` the name of the profile that was obeyed, `ignored` says
    that there was one that could not be. `shift` is the largest ΔE between a main colour by the
    plain formula and as it is now.
    """

    image: pyvips.Image
    space: str
    profile: str = ""
    ignored: bool = False
    shift: float = 0.0


def to_srgb(opened: Opened) -> Shown:
    """Return a picture in sRGB; a profile that does not fit is ignored."""
    space = _space(opened.image)
    profile = _Profile.of(opened.profile, space)
    ignored = opened.odd or (bool(opened.profile) and profile is None)
    plain = profile is None or profile.changes_nothing
    if plain and space != _CMYK:
        name = profile.name if profile else ""
        return Shown(_converted(opened.image, space, None), space, name, ignored)
    image = opened.image.copy_memory()
    shown = _converted(image, space, profile)
    name = profile.name if profile else ""
    return Shown(shown, space, name, ignored, _shift(_plainly(image, space), shown))


@dataclass(frozen=True, slots=True)
class _Profile:
    data: bytes
    name: str
    changes_nothing: bool

    @classmethod
    def of(cls, data: bytes, space: str) -> _Profile | None:
        """Return a profile that speaks of pictures of this space, or None."""
        try:
            opened = ImageCms.ImageCmsProfile(io.BytesIO(data)) if data else None
            if opened is None or (opened.profile.xcolor_space, space) not in _TRANSLATES:
                return None
            mode = _MODES[opened.profile.xcolor_space]
            ImageCms.buildTransform(opened, ImageCms.createProfile("sRGB"), mode, "RGB")
            name = (ImageCms.getProfileDescription(opened) or "?").strip()
            return cls(data, name, mode == "RGB" and _is_srgb(data))
        except (OSError, ValueError, ImageCms.PyCMSError, pyvips.Error):
            return None

    def applied(self, image: pyvips.Image) -> pyvips.Image:
        """Return a picture's colours, without alpha, in sRGB."""
        tagged = image.copy()
        tagged.set_type(pyvips.GValue.blob_type, _ICC, self.data)
        return tagged.icc_transform("srgb", embedded=True, **_HOW)


def _is_srgb(data: bytes) -> bool:
    """Say whether a profile leaves a scale of colours as it is: names are no proof."""
    steps = np.arange(0, 256, 51, dtype=np.uint8)
    scale = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(6, 36, 3)
    image = pyvips.Image.new_from_memory(scale.tobytes(), 36, 6, 3, "uchar")
    after = _Profile(data, "", False).applied(image.copy(interpretation="srgb")).numpy()
    return bool(np.abs(after.astype(int) - scale).max() <= _SAME)


def _space(image: pyvips.Image) -> str:
    known = _SPACES.get(image.interpretation, _RGB)
    return known if image.bands >= _BANDS[known] else _GREY


def _converted(image: pyvips.Image, space: str, profile: _Profile | None) -> pyvips.Image:
    count = _BANDS[space]
    colours = image.extract_band(0, n=count) if image.bands > count else image
    if profile is not None and not profile.changes_nothing:
        shown = profile.applied(_for_profile(colours, space, profile))
    elif space == _CMYK:
        shown = _pressed(_eight(colours))
    elif space == _LAB or image.interpretation == "scrgb":
        shown = colours.colourspace("srgb")
    else:
        shown = _eight(colours)
    if shown.bands == 1:
        shown = shown.bandjoin([shown, shown])
    alpha = _eight(image.extract_band(count)) if image.bands > count else 255
    return shown.copy(interpretation="srgb").bandjoin(alpha)


def _for_profile(colours: pyvips.Image, space: str, profile: _Profile) -> pyvips.Image:
    """Return grey as RGB where the profile speaks of RGB."""
    told = ImageCms.ImageCmsProfile(io.BytesIO(profile.data)).profile.xcolor_space
    if space == _GREY and told == "RGB ":
        deep = colours.format == "ushort"
        return colours.bandjoin([colours, colours]).copy(interpretation="rgb16" if deep else "srgb")
    return colours


def _eight(image: pyvips.Image) -> pyvips.Image:
    if image.format == "uchar":
        return image
    if image.format in {"float", "double"}:
        return (image * 255).rint().cast("uchar")
    return (image / _DEEP).rint().cast("uchar")


def _pressed(inks: pyvips.Image) -> pyvips.Image:
    """Return inks without a profile as libvips' own press shows them, black ink as black."""
    seen = inks.copy(interpretation="cmyk")
    shown = seen.icc_transform("srgb", input_profile="cmyk", **_HOW)
    black = (inks.extract_band(3) / 255) ** 4
    tint = black.bandjoin([black, black]) * list(_PRESS_BLACK)
    return (shown - tint).rint().cast("uchar")


def _plainly(image: pyvips.Image, space: str) -> pyvips.Image:
    """Return the colours by the plain formula: what a program without profiles shows."""
    if space != _CMYK:
        return _converted(image, space, None)
    inks = _eight(image.extract_band(0, n=4))
    light = (inks.linear(-1, 255)) / 255
    return (light.extract_band(0, n=3) * light.extract_band(3) * 255).rint().cast("uchar")


def _shift(before: pyvips.Image, after: pyvips.Image) -> float:
    """Return how far the farthest main colour moved."""
    one, other = _few(before), _few(after)
    keys = (one >> 4).astype(np.int32) @ np.array([256, 16, 1], np.int32)
    counts = np.bincount(keys, minlength=4096)
    mains = counts >= min(_MAIN * counts.sum(), counts.max())
    moved = array.lab(_means(one, keys, counts)[mains]) - array.lab(
        _means(other, keys, counts)[mains]
    )
    return float(np.sqrt(np.square(moved).sum(axis=-1)).max(initial=0))


def _few(image: pyvips.Image) -> Bytes:
    step = max(1, max(image.width, image.height) // _SIDE)
    return np.asarray(image.subsample(step, step).numpy()[..., :3].reshape(-1, 3))


def _means(colours: Bytes, keys: NDArray[np.int32], counts: NDArray[np.int64]) -> Bytes:
    sums = [np.bincount(keys, colours[:, channel], minlength=4096) for channel in range(3)]
    return np.round(np.stack(sums, axis=-1) / np.maximum(counts, 1)[:, None]).astype(np.uint8)
