"""Write a finding's number and its limit as a person reads them: "1.2 X", "≥ 1 X"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cobrand.messages import number, size
from cobrand.model.finding import Finding

Say = Callable[[str, float], str]


def figures(finding: Finding, language: str) -> tuple[str, str] | None:
    """Return what was measured and the limit, or None if the finding is not about a number."""
    form = _form(finding)
    if form is None:
        return None
    sign, say, _ = form
    measured, limit = (float(finding.named[name]) for name in ("measured", "limit"))
    if sign == "±":
        return _signed(language, measured - 1), f"± {say(language, limit)}"
    return say(language, measured), f"{sign} {say(language, limit)}"


def unit_of(finding: Finding) -> str | None:
    """Return what a finding's number and limit are counted in, or None if it has none.

    A `ratio` is n to one, of a prominence with its limit as the share it may be off; a `share`
    is of one.
    """
    form = _form(finding)
    return form[2] if form else None


def _form(finding: Finding) -> tuple[str, Say, str] | None:
    pair = (finding.named.get(name) for name in ("measured", "limit"))
    if not all(isinstance(value, int | float) for value in pair):
        return None
    return _FORMS.get(finding.code.removesuffix(".partner").rpartition(".")[2])


def _unit(unit: str, digits: int = 1) -> Say:
    return lambda language, value: f"{number(language, value, digits)}\u00a0{unit}"


def _share(language: str, value: float) -> str:
    return f"{number(language, 100 * value, 1)}\u00a0%"


def _signed(language: str, value: float) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + _share(language, abs(value))


def _ratio(language: str, value: float) -> str:
    return f"{number(language, value, 1)}\u00a0:\u00a01"


def _times(language: str, value: float) -> str:
    return f"{number(language, value, 2)}\u00a0×"


def _plain(language: str, value: float) -> str:
    return number(language, value, 0)


def _bytes(language: str, value: float) -> str:
    return size(language, round(value))


_FORMS: Mapping[str, tuple[str, Say, str]] = {
    "equal_prominence": ("±", _share, "ratio"),
    "prominence": ("±", _share, "ratio"),
    "prominence_limit": ("±", _share, "ratio"),
    "prominence_limit_px": ("±", _share, "ratio"),
    "prominence_limit_mm": ("±", _share, "ratio"),
    "prominence_limit_hull": ("±", _share, "ratio"),
    "clear_space": ("≥", _unit("X", 2), "X"),
    "clear_space_tight": ("≥", _unit("X", 2), "X"),
    "gap": ("≥", _unit("X", 2), "X"),
    "min_size_px": ("≥", _unit("px", 0), "px"),
    "min_size_mm": ("≥", _unit("mm"), "mm"),
    "mark_px": ("≥", _unit("px", 0), "px"),
    "mark_mm": ("≥", _unit("mm"), "mm"),
    "contrast": ("≥", _ratio, "ratio"),
    "mark_contrast": ("≥", _ratio, "ratio"),
    "text_contrast": ("≥", _ratio, "ratio"),
    "logo_disappears": ("≤", _unit("%", 0), "%"),
    "bytes": ("≤", _bytes, "bytes"),
    "drawing": ("≤", _unit("%"), "%"),
    "letter_px": ("≥", _unit("px"), "px"),
    "letter_mm": ("≥", _unit("mm"), "mm"),
    "effective_ppi": ("≥", _unit("ppi", 0), "ppi"),
    "separator": ("≥", _unit("px"), "px"),
    "align": ("≤", _share, "share"),
    "baseline": ("≤", _share, "share"),
    "turned": ("≤", _unit("°"), "°"),
    "busy_background": ("≤", _unit("L*"), "L*"),
    "crowded": ("≤", _plain, "organisations"),
    "eu_emblem": ("≥", _times, "ratio"),
    "eu_apart": ("≥", _unit("X", 2), "X"),
    "eu_proportions": ("=", _times, "ratio"),
    "sdg_line": ("≥", _unit("pt", 2), "pt"),
    "distortion": ("≤", _share, "share"),
    "safe_zone": ("≤", _unit("px"), "px"),
    "alt_text": ("≤", _plain, "characters"),
    "pages": ("=", _plain, "pages"),
    "boxes": ("=", _unit("mm"), "mm"),
}
