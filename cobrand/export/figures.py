"""Write a finding's number and its limit as a person reads them: "1.2 X", "≥ 1 X"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cobrand.messages import number, size
from cobrand.model.finding import Finding

Say = Callable[[str, float], str]


def figures(finding: Finding, language: str) -> tuple[str, str] | None:
    """Return what was measured and the limit, or None if the finding is not about a number."""
    form = _FORMS.get(finding.code.rpartition(".")[2])
    measured, limit = (finding.named.get(name) for name in ("measured", "limit"))
    if form is None or not isinstance(measured, int | float) or not isinstance(limit, int | float):
        return None
    sign, say = form
    if sign == "±":
        return _signed(language, measured - 1), f"± {say(language, limit)}"
    return say(language, measured), f"{sign} {say(language, limit)}"


def _unit(unit: str, digits: int = 1) -> Say:
    return lambda language, value: f"{number(language, value, digits)}\u00a0{unit}"


def _share(language: str, value: float) -> str:
    return f"{number(language, 100 * value, 1)}\u00a0%"


def _signed(language: str, value: float) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + _share(language, abs(value))


def _ratio(language: str, value: float) -> str:
    return f"{number(language, value, 1)}\u00a0:\u00a01"


def _bytes(language: str, value: float) -> str:
    return size(language, round(value))


_FORMS: Mapping[str, tuple[str, Say]] = {
    "prominence": ("±", _share),
    "clear_space": ("≥", _unit("X", 2)),
    "gap": ("≥", _unit("X", 2)),
    "mark_px": ("≥", _unit("px", 0)),
    "mark_mm": ("≥", _unit("mm")),
    "contrast": ("≥", _ratio),
    "text_contrast": ("≥", _ratio),
    "bytes": ("≤", _bytes),
    "drawing": ("≤", _unit("%")),
    "letter_px": ("≥", _unit("px")),
    "letter_mm": ("≥", _unit("mm")),
    "effective_ppi": ("≥", _unit("ppi", 0)),
    "separator": ("≥", _unit("px")),
    "align": ("≤", _share),
    "distortion": ("≤", _share),
}
