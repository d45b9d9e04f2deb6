"""Turns a campaign mark's height and a format into the distances and least sizes of the pair."""

from __future__ import annotations

from cobrand.model.campaign import Rules
from cobrand.model.format import Format
from cobrand.model.geometry import PX_PER_MM

PX_PER_PT = 96 / 72
_SCREEN_PPI = 96.0
_POSTER_M2, _LARGE_M2 = 3.0, 10.0


def unit(campaign_height: float, rules: Rules) -> float:
    """Return X, the clear space, in px."""
    return campaign_height * rules.unit


def gap(campaign_height: float, separator: bool, rules: Rules) -> float:
    """Return the distance between the two marks in px."""
    units = rules.gap_with_line if separator else rules.gap_without_line
    return units * unit(campaign_height, rules)


def line_width(tallest: float, printed: bool, rules: Rules) -> float:
    """Return the separator's width in px beside marks of which the tallest is so high, in px.

    It is never under the hairline of screen or paper.
    """
    hairline = rules.separator_pt * PX_PER_PT if printed else rules.separator_px
    return max(hairline, rules.separator_share * tallest)


def line_length(pair: float, rules: Rules) -> float:
    """Return the separator's length in px for the side of the pair that it stands along."""
    return pair * rules.separator_length


def small(format_: Format, rules: Rules) -> bool:
    """Say whether the format is so small that the smallest letter alone decides."""
    return not format_.printed and format_.size.short <= rules.small_format_px


def least_height(format_: Format, rules: Rules) -> float:
    """Return the least height in px of the campaign mark in this format."""
    if format_.printed:
        return rules.least_mm * PX_PER_MM
    if format_.use == "lockup" or small(format_, rules):
        return 0.0
    if format_.use == "social":
        return max(rules.least_px, rules.least_short_side * format_.size.short)
    return rules.least_px


def least_ppi(format_: Format, rules: Rules) -> float:
    """Return the pixels per inch that a picture needs: less on what is seen from further off."""
    if not format_.printed:
        return _SCREEN_PPI
    metres = format_.size.width * format_.size.height / (1000 * PX_PER_MM) ** 2
    if metres <= rules.hand_held_m2:
        return rules.ppi
    if metres <= _POSTER_M2:
        return rules.ppi_3_m2
    return rules.ppi_10_m2 if metres <= _LARGE_M2 else rules.ppi_25_m2


def least_letter(format_: Format, rules: Rules) -> float:
    """Return the least height in px of the smallest letter in this format."""
    return rules.letter_mm * PX_PER_MM if format_.printed else rules.letter_px
