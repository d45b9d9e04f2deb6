"""Turns what was asked of a lock-up's size into its share of the usual one, and its pixels."""

from __future__ import annotations

import math
import re
from argparse import Namespace

from cobrand.errors import WrongUse
from cobrand.model.geometry import PX_PER_MM, Size

PICTURES = frozenset(("png", "jpeg", "webp"))
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(px|mm)?")
_LEAST_PX, _MOST_PX = 16, 20_000
_LEAST_SCALE, _MOST_SCALE = 0.25, 8.0
_MOST_PIXELS = 8_000  # along the longer side of a picture


def times(asked: Namespace, page: Size) -> float:
    """Return the share of its usual page, clear space included, that makes it as large as asked."""
    if asked.width and asked.height:
        raise WrongUse("wrong-use.not-both", one="--width", other="--height")
    if asked.width:
        return _length("--width", asked.width) / page.width
    return _length("--height", asked.height) / page.height if asked.height else 1.0


def scale(asked: Namespace, kind: str, page: Size) -> float:
    """Return the pixels of a picture to a px of its page; other kinds have none."""
    if asked.scale is None and kind not in PICTURES:
        return 1.0
    if kind not in PICTURES:
        raise WrongUse("wrong-use.scale-of-outlines", kind=kind)
    wanted = 1.0 if asked.scale is None else float(asked.scale)
    most = min(_MOST_SCALE, _MOST_PIXELS / max(page.width, page.height))
    if not _LEAST_SCALE <= wanted <= most:
        raise _outside("--scale", f"{wanted:g}", _LEAST_SCALE, round(most, 2))
    return wanted


def _length(option: str, text: str) -> float:
    found = _LENGTH.fullmatch(text.strip())
    if found is None:
        raise WrongUse("wrong-use.not-a-length", option=option, given=text)
    unit = PX_PER_MM if found[2] == "mm" else 1.0
    length = float(found[1]) * unit
    if not _LEAST_PX <= length <= _MOST_PX:
        ends = math.ceil(_LEAST_PX / unit), math.floor(_MOST_PX / unit)
        raise _outside(option, text, *(f"{end}{found[2] or 'px'}" for end in ends))
    return length


def _outside(option: str, given: str, least: float | str, most: float | str) -> WrongUse:
    return WrongUse("wrong-use.out-of-range", option=option, given=given, least=least, most=most)
