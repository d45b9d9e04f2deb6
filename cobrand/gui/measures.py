"""A kept rule's measurement and limit in a few characters: "+3 % · ± 8 %"."""

from __future__ import annotations

import re
from collections.abc import Callable

from cobrand.gui.speech import Speech
from cobrand.model.composition import Composition
from cobrand.model.finding import Finding, Severity
from cobrand.model.format import Format

_SIZE = re.compile(r"\s*\d+\s*×\s*\d+$")
_FIGURE = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)(?:\s*(?:%|:\s?1|[×X]|px|mm|ppi)(?!\w))?")
Write = Callable[[Speech, float], str]


def _times(tr: Speech, value: float) -> str:
    return f"{tr.number(value, 1)} ×"


def _px(tr: Speech, value: float) -> str:
    return tr("{value:.1} px", value=value)


def _mm(tr: Speech, value: float) -> str:
    return tr("{value:.1} mm", value=value)


def _to_one(tr: Speech, value: float) -> str:
    return f"{tr.number(value, 1)} : 1"


def _percent(tr: Speech, value: float) -> str:
    return f"{tr.number(100 * value, 1)} %"


def _plain(tr: Speech, value: float) -> str:
    return tr.number(value, 0)


_UNITS: dict[str, Write] = {
    "rule.clear_space": _times,
    "rule.clear_space_tight": _times,
    "rule.gap": _times,
    "rule.separator": _px,
    "rule.min_size_px": _px,
    "rule.min_size_mm": _mm,
    "rule.letter_px": _px,
    "rule.letter_mm": _mm,
    "rule.contrast": _to_one,
    "rule.text_contrast": _to_one,
    "rule.distortion": _percent,
    "rule.align": _percent,
    "rule.effective_ppi": _plain,
    "rule.alt_text": _plain,
}

OF_PARTNER = ".partner"
"""How the code of a finding ends that is about another organisation's mark."""
_PROMINENCE = ("rule.equal_prominence", "rule.prominence_limit")


def plain_name(format_: Format, language: str) -> str:
    """Return a format's name without its size, which is shown beside it."""
    return _SIZE.sub("", format_.name(language))


def short(tr: Speech, found: Finding) -> str:
    """Return measured and limit, or nothing where a rule has no number."""
    values = found.named
    measured, limit = values.get("measured"), values.get("limit")
    if not isinstance(measured, int | float) or not isinstance(limit, int | float):
        return ""
    code = found.code.removesuffix(OF_PARTNER)
    if code == "rule.equal_prominence":
        return tr.ltr(f"{signed(tr, measured)} · ± {tr.number(100 * limit, 0)} %")
    if found.code == "rule.safe_zone":
        return tr("inside")
    unit = _UNITS.get(code)
    return tr.ltr(f"{unit(tr, measured)} · {unit(tr, limit)}") if unit else ""


def figure(found: Finding, sentence: str) -> tuple[int, int]:
    """Return where in a sentence the measured number with its unit stands; (0, 0) if nowhere."""
    measured = found.named.get("measured")
    if not isinstance(measured, int | float):
        return 0, 0
    for match in _FIGURE.finditer(sentence):
        said = float(match["number"].replace(",", "."))
        meant = (measured, 100 * measured, 100 * abs(measured - 1))
        if any(abs(said - each) <= max(0.051, 0.006 * abs(each)) for each in meant):
            return match.span()
    return 0, 0


def signed(tr: Speech, ratio: float) -> str:
    """Return how much more (+) or less (−) prominent the logo is, in per cent."""
    percent = round(100 * (ratio - 1))
    return f"{'+' if percent > 0 else ''}{tr.number(percent, 0)} %"


def compared(tr: Speech, ratio: float) -> str:
    """Return in words how prominent the logo is beside the campaign mark."""
    if round(ratio, 2) == 1:
        return tr("Both marks read as equals")
    return tr("Your logo reads {ratio:stronger}", ratio=ratio)


def of_severity(composition: Composition | None, severity: Severity) -> tuple[Finding, ...]:
    """Return a card's findings of one severity."""
    found = composition.findings if composition else ()
    return tuple(each for each in found if each.severity is severity)


def verdict(tr: Speech, composition: Composition) -> str:
    """Return whether the rules hold, in words."""
    broken = len(composition.breaches)
    if not broken:
        return tr("No rule broken")
    return tr.count("{n} rule is broken", "{n} rules are broken", broken)


def facts(tr: Speech, composition: Composition) -> tuple[tuple[str, str], ...]:
    """Return the numbers for the rule line: (words, quiet words after them)."""
    found = {each.code: each.named for each in composition.findings}
    lines = []
    if told := next((found[code] for code in found if code.startswith(_PROMINENCE)), None):
        ratio, limit = round(float(told["measured"]), 2), float(told["limit"])
        aside = tr("(up to {limit:percent} is fine)", limit=limit)
        lines.append((compared(tr, ratio), aside if ratio != 1 else ""))
    if told := found.get("rule.clear_space") or found.get("rule.clear_space_tight"):
        free = tr.ltr(_times(tr, float(told["measured"])))
        lines.append((tr("Clear space {free}", free=free), ""))
    return tuple(lines)
