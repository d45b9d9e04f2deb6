"""Read an EPS file as others do: its own boxes and words, and its drawing by Ghostscript."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cobrand.errors import LogoTooLarge, LogoUnreadable
from cobrand.intake import eps
from cobrand.model.geometry import Box

_PX_PER_PT = 96 / 72
_NUMBER = rb"\s+(-?[\d.]+)"
_EXACT = re.compile(rb"^%%HiResBoundingBox:" + _NUMBER * 4 + rb"\s*$", re.MULTILINE)
_WHOLE = re.compile(rb"^%%BoundingBox:" + _NUMBER * 4 + rb"\s*$", re.MULTILINE)
_FOREIGN = (b"setpagedevice", b"findfont", b"%%BeginFont", b"%%BeginResource: font", b" file run")


@dataclass(frozen=True, slots=True)
class Eps:
    """The file's box in px; whether it is whole and self-contained; its drawing as PDF, if any."""

    box: Box | None
    sound: bool
    pdf: bytes | None


def open_eps(data: bytes) -> Eps:
    """Read the structure of an EPS file, and let Ghostscript draw it where that is installed."""
    exact, whole = _box(_EXACT, data), _box(_WHOLE, data)
    program = data.partition(b"%%EndComments")[2]
    sound = (
        data.startswith(b"%!PS-Adobe-3.0 EPSF-3.0")
        and data.rstrip().endswith(b"%%EOF")
        and exact is not None
        and whole is not None
        and whole.holds(exact)
        and not any(word in program for word in _FOREIGN)
    )
    if not sound or eps.ghostscript() is None:
        return Eps(exact or whole, sound, None)
    try:
        return Eps(exact, sound, eps.as_pdf(data, ours=True))
    except LogoUnreadable:
        return Eps(exact, sound=False, pdf=None)
    except LogoTooLarge:  # Ghostscript was too slow: that says nothing about the file
        return Eps(exact, sound, None)


def _box(pattern: re.Pattern[bytes], data: bytes) -> Box | None:
    found = pattern.search(data)
    if found is None:
        return None
    return Box.spanning(*(float(each) * _PX_PER_PT for each in found.groups()))
