"""Every co-branding rule by number: where its numbers are, who keeps, checks and measures it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; a tuple that is empty says that the program does not do this part of it.

    `limits` are its numbers, by their names in a campaign's `[rules]`. `layout`, `review` and
    `measure` name the functions that lay a card out by it, ask the finished scene about it, and
    ask the written file. `codes` are its findings.
    """

    number: int
    id: str
    limits: tuple[str, ...] = ()
    layout: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    measure: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


_REVIEW, _WORDS = "cobrand.rules.review", "cobrand.rules.words"
_JUDGE, _PAIR = "cobrand.export.measure.judge", "cobrand.layout.pair"

RULES: tuple[Rule, ...] = (
    Rule(
        1,
        "clear_space",
        ("unit", "clear_space", "clear_space_note"),
        ("cobrand.layout.regions.divide", "cobrand.layout.stationery.compose_lockup"),
        (f"{_REVIEW}.clear_space",),
        (f"{_JUDGE}.spaces",),
        ("rule.clear_space", "rule.clear_space_tight", "file.clear_space"),
    ),
    Rule(
        2,
        "gap",
        ("gap_with_line", "gap_without_line"),
        ("cobrand.rules.spacing.gap", f"{_PAIR}.make_pair"),
        (f"{_REVIEW}.gap",),
        (f"{_JUDGE}.spaces",),
        ("rule.gap", "file.gap"),
    ),
    Rule(
        3,
        "separator",
        ("separator_pt", "separator_px", "separator_share"),
        ("cobrand.rules.spacing.line_width", f"{_PAIR}.pair_items"),
        (f"{_REVIEW}.separator",),
        (),
        ("rule.separator",),
    ),
    Rule(
        4,
        "min_size_print",
        ("least_mm", "letter_mm"),
        ("cobrand.rules.spacing.least_height", "cobrand.rules.spacing.least_letter"),
        (f"{_REVIEW}.least_size", f"{_REVIEW}.least_letter"),
        (f"{_JUDGE}.least_size",),
        ("rule.min_size_mm", "rule.letter_mm", "file.mark_mm"),
    ),
    Rule(
        5,
        "min_size_screen",
        ("least_px", "least_short_side", "letter_px", "small_format_px"),
        ("cobrand.rules.spacing.least_height", "cobrand.rules.spacing.least_letter"),
        (f"{_REVIEW}.least_size", f"{_REVIEW}.least_letter"),
        (f"{_JUDGE}.least_size",),
        ("rule.min_size_px", "rule.letter_px", "file.mark_px"),
    ),
    Rule(
        6,
        "effective_ppi",
        ("ppi", "ppi_fail"),
        (),
        (f"{_REVIEW}.resolution",),
        (),
        ("rule.effective_ppi",),
    ),
    Rule(
        7,
        "equal_prominence",
        (
            "ratio_ok",
            "ratio_warn",
            "hull_exponent",
            "ink_exponent",
            "ink_full",
            "scale_least",
            "scale_most",
        ),
        ("cobrand.rules.balance.solve", f"{_PAIR}.make_pair"),
        (f"{_REVIEW}.prominence",),
        (f"{_JUDGE}.prominence",),
        ("rule.equal_prominence", "rule.prominence_limit", "file.prominence"),
    ),
    Rule(8, "eu_emblem"),
    Rule(
        9,
        "order",
        (),
        (f"{_PAIR}.make_pair", "cobrand.layout.mirror.mirrored"),
        (f"{_REVIEW}.order",),
        (),
        ("rule.order",),
    ),
    Rule(10, "orientation", ("stack_when",), (f"{_PAIR}.make_pair",)),
    Rule(
        11,
        "align",
        ("align_shift",),
        (f"{_PAIR}.make_pair",),
        (f"{_REVIEW}.align",),
        (),
        ("rule.align",),
    ),
    Rule(
        12,
        "contrast",
        ("contrast_mark", "contrast_text", "table_contrast", "lost_most"),
        ("cobrand.rules.table.choose_table",),
        (f"{_REVIEW}.logo_contrast", f"{_WORDS}.readable"),
        (f"{_JUDGE}.contrasts",),
        ("rule.contrast", "rule.logo_disappears", "rule.text_contrast", "file.contrast"),
    ),
    Rule(
        13,
        "same_mode",
        (),
        ("cobrand.rules.table.choose_table",),
        (f"{_REVIEW}.same_mode",),
        (),
        ("rule.same_mode",),
    ),
    Rule(14, "busy_background"),
    Rule(
        15,
        "distortion",
        ("distortion",),
        (f"{_PAIR}.artwork",),
        (f"{_REVIEW}.distortion",),
        (f"{_JUDGE}.promise",),
        ("rule.distortion", "file.drawing"),
    ),
    Rule(
        16,
        "official_file",
        (),
        (),
        (f"{_REVIEW}.official_file",),
        (),
        ("rule.official_file", "mark.stand-in"),
    ),
    Rule(
        17,
        "safe_zone",
        ("print_safe_mm",),
        ("cobrand.layout.regions.seen_of", "cobrand.layout.regions.clear_part"),
        (f"{_REVIEW}.safe_zone",),
        (f"{_JUDGE}.safe_zone",),
        ("rule.safe_zone", "file.safe_zone"),
    ),
    Rule(18, "companion_text"),
    Rule(
        19,
        "file_budget",
        (),
        ("cobrand.pixels.encode.within",),
        (),
        (f"{_JUDGE}.weight",),
        ("file.bytes",),
    ),
    Rule(
        20,
        "alt_text",
        ("alt_most",),
        ("cobrand.layout.compose.compose",),
        (f"{_WORDS}.alt_text",),
        (),
        ("rule.alt_text", "rule.alt_language"),
    ),
    Rule(
        21,
        "permission",
        (),
        (),
        ("cobrand.rules.permission.permissions",),
        (),
        ("rule.permission", "rule.permission_undated"),
    ),
)

FURTHER = ("file.size", "file.pages", "file.boxes", "file.title", "file.language")
"""What is measured of a written file beside the rules."""
_BY_CODE: Mapping[str, Rule] = {code: rule for rule in RULES for code in rule.codes}


def rule_of(code: str) -> Rule | None:
    """Return the rule that a finding is about, or None for what is not a rule of co-branding."""
    return _BY_CODE.get(code)
