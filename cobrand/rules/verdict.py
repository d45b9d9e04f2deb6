"""Turns a ratio of prominence and what bound it into a finding; the scene and the file share it."""

from __future__ import annotations

from functools import partial

from cobrand.model.campaign import Rules
from cobrand.model.finding import Finding, Value, breach, kept, warning
from cobrand.model.format import Format
from cobrand.model.geometry import PX_PER_MM
from cobrand.rules import spacing
from cobrand.rules.case import Make, Member


def prominence(
    code: str,
    ratio: float,
    limit: str,
    format_: Format,
    rules: Rules,
    *,
    slack: float = 0.0,
    of: Member | None = None,
) -> Finding:
    """Rule 7: within ±8 % is kept; a limit that binds is told with its number, and never fails.

    `ratio` is a logo's prominence over the mark's, `limit` what kept them from being equals, `of`
    whose logo it is, where there are several.
    """
    off = abs(ratio - 1)
    say = of.found if of else partial(_lead, "logo")
    values = {"measured": round(ratio, 3), "limit": rules.ratio_ok}
    if off <= rules.ratio_ok + slack:
        return say(kept, code, **values)
    if limit and of and of.name:
        return say(warning, "rule.prominence_limit", **values, bound=limit)
    if limit:
        return _at_limit(ratio, limit, values, format_, rules)
    make = warning if off <= rules.ratio_warn else breach
    return say(make, code, **values)


def _lead(role: str, make: Make, code: str, **values: Value) -> Finding:
    return make(code, role, **values)


def _at_limit(
    ratio: float, limit: str, values: dict[str, float], format_: Format, rules: Rules
) -> Finding:
    if limit == "least":
        return _at_least_size(values, format_, rules)
    if limit == "hull":
        held = rules.scale_least if ratio > 1 else rules.scale_most
        return warning("rule.prominence_limit_hull", "logo", **values, held=held)
    return warning("rule.prominence_limit", "logo", **values, bound=limit)


def _at_least_size(values: dict[str, float], format_: Format, rules: Rules) -> Finding:
    least = spacing.least_height(format_, rules)
    if format_.printed:
        held = round(least / PX_PER_MM, 1)
        return warning("rule.prominence_limit_mm", "logo", **values, held=held)
    return warning("rule.prominence_limit_px", "logo", **values, held=round(least))
