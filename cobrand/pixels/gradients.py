"""Gives the gradients of an SVG document a stop at each end: Cairo's PostScript needs them."""

from __future__ import annotations

import re

from cobrand.pixels import root

_GRADIENT = re.compile(r"(<(linear|radial)Gradient\b[^>]*(?<!/)>)(.*?)(</\2Gradient>)", re.DOTALL)
_STOP = re.compile(r"<stop\b[^>]*?(?:/>|>.*?</stop>)", re.DOTALL)
_REPEATS = re.compile(r"""\sspreadMethod\s*=\s*["']repeat["']""")
_OFFSET = re.compile(r"""\soffset\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def ended(svg: str) -> str:
    """Return the document, its gradients' first stops repeated at 0 and their last ones at 1.

    That changes no drawing. Without a stop at 0, Cairo begins a gradient of three stops or more
    in PostScript, and in PostScript alone, with the mean of its first two colours. One that
    repeats stays as it is: there the last colour runs into the first one, and Cairo is right.
    """
    return _GRADIENT.sub(_ended, svg)


def _ended(found: re.Match[str]) -> str:
    stops = _STOP.findall(found[3])
    if not stops or _REPEATS.search(found[1]):
        return found[0]
    first = "" if _place(stops[0]) <= 0 else _at(stops[0], 0)
    last = "" if _place(stops[-1]) >= 1 else _at(stops[-1], 1)
    return f"{found[1]}{first}{found[3]}{last}{found[4]}"


def _place(stop: str) -> float:
    found = _OFFSET.search(stop)
    number, unit = root.parted(found[1] or found[2] or "") if found else (0.0, "")
    return number / 100 if unit == "%" else number


def _at(stop: str, place: int) -> str:
    return f'<stop offset="{place}"' + _OFFSET.sub("", stop, count=1)[len("<stop") :]
