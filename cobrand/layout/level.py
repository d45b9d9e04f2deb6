"""Turns marks side by side into their upper edges: level at the eye's middle, or on one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cobrand.model.brief import Align
from cobrand.model.campaign import Rules


@dataclass(frozen=True, slots=True)
class Stand:
    """One mark: its height in px; the ink's middle and the words' baseline as shares of it."""

    height: float
    middle: float
    baseline: float | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """Upper edges in px, the highest at 0; `kept_from` says why there is no common baseline.

    It is empty where nobody asked for one or where there is one, "no-words" where a mark has no
    line of words, "too-far" where a mark would leave the others' height by too much.
    """

    tops: tuple[float, ...]
    kept_from: str = ""


def level(marks: Sequence[Stand], align: Align, rules: Rules) -> Level:
    """Return where marks in a row stand: the tallest stays, the others go by their ink or words.

    On the visual centre no mark leaves the middle by more than `align_shift` of the tallest's
    height; on a baseline by no more than `baseline_shift`.
    """
    if align == "baseline":
        if any(mark.baseline is None for mark in marks):
            return Level(_centred(marks, rules), "no-words")
        lines = [mark.baseline or 0.0 for mark in marks]
        shifts = _shifts(marks, lines)
        most = rules.baseline_shift * max(mark.height for mark in marks)
        if all(abs(shift) <= most for shift in shifts):
            return Level(_tops(marks, shifts))
        return Level(_centred(marks, rules), "too-far")
    return Level(_centred(marks, rules))


def _centred(marks: Sequence[Stand], rules: Rules) -> tuple[float, ...]:
    most = rules.align_shift * max(mark.height for mark in marks)
    shifts = _shifts(marks, [mark.middle for mark in marks])
    return _tops(marks, [max(-most, min(most, shift)) for shift in shifts])


def _shifts(marks: Sequence[Stand], lines: Sequence[float]) -> list[float]:
    """Return how far each mark leaves the middle so that these lines meet the tallest's."""
    heights = [mark.height for mark in marks]
    tallest = heights.index(max(heights))
    at = (lines[tallest] - 0.5) * heights[tallest]
    return [at - (line - 0.5) * height for line, height in zip(lines, heights, strict=True)]


def _tops(marks: Sequence[Stand], shifts: Sequence[float]) -> tuple[float, ...]:
    tops = [shift - mark.height / 2 for mark, shift in zip(marks, shifts, strict=True)]
    return tuple(top - min(tops) for top in tops)
