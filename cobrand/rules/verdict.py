"""Turns a ratio of prominence and what bound it into a finding; the scene and the file share it."""

from __future__ import annotations

from cobrand.model.campaign import Rules
from cobrand.model.finding import Finding, breach, kept, warning
from cobrand.model.format import Format
from cobrand.model.geometry import PX_PER_MM
from cobrand.rules import spacing


def prominence(
    code: str, ratio: float, limit: str, format_: Format, rules: Rules, slack: float = 0.0
) -> Finding:
    """Rule 7: within ±8 % is kept; a limit that binds is told with its number, and never fails.

    `ratio` is the logo's prominence over the mark's, `limit` what kept them from being equals.
    """
    off = abs(ratio - 1)
    values = {"measured": round(ratio, 3), "limit": rules.ratio_ok}
    if off <= rules.ratio_ok + slack:
        return kept(code, "logo", **values)
    if limit == "least":
        return _at_least_size(values, format_, rules)
    if limit == "hull":
        held = rules.scale_least if ratio > 1 else rules.scale_most
        return warning("rule.prominence_limit_hull", "logo", **values, held=held)
    if limit:
        return warning("rule.prominence_limit", "logo", **values, bound=limit)
    make = warning if off <= rules.ratio_warn else breach
    return make(code, "logo", **values)


def _at_least_size(values: dict[str, float], format_: Format, rules: Rules) -> Finding:
    least = spacing.least_height(format_, rules)
    if format_.printed:
        held = round(least / PX_PER_MM, 1)
        return warning("rule.prominence_limit_mm", "logo", **values, held=held)
    return warning("rule.prominence_limit_px", "logo", **values, held=round(least))
