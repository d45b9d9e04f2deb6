"""Reads numbers and lengths as the attributes of a drawing write them."""

from __future__ import annotations

import re

from cobrand.pixels.root import px

NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_NUMBER = re.compile(NUMBER)
_PERCENT = re.compile(rf"\s*({NUMBER})%\s*")


def numbers(text: str) -> list[float]:
    """Return every number in a text, whatever stands between them."""
    return [float(each) for each in _NUMBER.findall(text)]


def count(text: str) -> int:
    """Return how many numbers a text holds."""
    return len(_NUMBER.findall(text))


def share(text: str) -> float | None:
    """Return a percentage as a share, 50 % as 0.5, or None for anything else."""
    match = _PERCENT.fullmatch(text)
    return float(match[1]) / 100 if match else None


def plain_length(text: str) -> float | None:
    """Return a length in px, or None if it depends on the letters or the page round it."""
    return None if text.strip().lower().endswith(("em", "ex")) else px(text)
