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
_SMALL, _UNTOUCHED = "cobrand.rules.small", "cobrand.rules.untouched"
_COMPANIONS, _SUITE = "cobrand.rules.companions", "cobrand.layout.suite"
_JUDGE, _MARKS = "cobrand.export.measure.judge", "cobrand.export.measure.rulings"
_PAIR, _STRIP, _OPEN = "cobrand.layout.pair", "cobrand.layout.strip", "cobrand.layout.corner"

RULES: tuple[Rule, ...] = (
    Rule(
        1,
        "clear_space",
        (
            "unit",
            "clear_space",
            "clear_space_note",
        ),
        (
            "cobrand.layout.regions.divide",
            "cobrand.layout.stationery.compose_lockup",
            f"{_OPEN}.compose_open",
        ),
        (f"{_REVIEW}.clear_space",),
        (f"{_MARKS}.spaces",),
        (
            "rule.clear_space",
            "rule.clear_space_tight",
            "file.clear_space",
        ),
    ),
    Rule(
        2,
        "gap",
        (
            "gap_with_line",
            "gap_without_line",
        ),
        (
            "cobrand.rules.spacing.gap",
            f"{_PAIR}.make_pair",
            "cobrand.layout.rows.arrange",
        ),
        (f"{_REVIEW}.gap",),
        (f"{_MARKS}.spaces",),
        (
            "rule.gap",
            "file.gap",
        ),
    ),
    Rule(
        3,
        "separator",
        (
            "separator_pt",
            "separator_px",
            "separator_share",
            "separator_length",
        ),
        (
            "cobrand.rules.spacing.line_width",
            "cobrand.rules.spacing.line_length",
            f"{_PAIR}.pair_items",
        ),
        (f"{_REVIEW}.separator",),
        (f"{_MARKS}.separator",),
        (
            "rule.separator",
            "file.separator",
        ),
    ),
    Rule(
        4,
        "min_size_print",
        (
            "least_mm",
            "letter_mm",
        ),
        (
            "cobrand.rules.spacing.least_height",
            "cobrand.rules.spacing.least_letter",
        ),
        (
            f"{_SMALL}.least_size",
            f"{_SMALL}.least_letter",
        ),
        (f"{_MARKS}.least_size",),
        (
            "rule.min_size_mm",
            "rule.letter_mm",
            "file.mark_mm",
        ),
    ),
    Rule(
        5,
        "min_size_screen",
        (
            "least_px",
            "least_short_side",
            "letter_px",
            "small_format_px",
        ),
        (
            "cobrand.rules.spacing.least_height",
            "cobrand.rules.spacing.least_letter",
        ),
        (
            f"{_SMALL}.least_size",
            f"{_SMALL}.least_letter",
            f"{_SMALL}.placed",
        ),
        (f"{_MARKS}.least_size",),
        (
            "rule.min_size_px",
            "rule.letter_px",
            "rule.placed",
            "file.mark_px",
        ),
    ),
    Rule(
        6,
        "effective_ppi",
        (
            "ppi",
            "hand_held_m2",
            "ppi_3_m2",
            "ppi_10_m2",
            "ppi_25_m2",
            "ppi_fail",
        ),
        ("cobrand.rules.spacing.least_ppi",),
        (f"{_SMALL}.resolution",),
        (f"{_MARKS}.resolution",),
        (
            "rule.effective_ppi",
            "rule.photo_ppi",
            "file.effective_ppi",
        ),
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
        (
            "cobrand.rules.balance.solve",
            f"{_PAIR}.make_pair",
            f"{_STRIP}.make_strip",
        ),
        (f"{_REVIEW}.prominence",),
        (f"{_MARKS}.prominence",),
        (
            "rule.equal_prominence",
            "rule.prominence_limit",
            "rule.prominence_limit_mm",
            "rule.prominence_limit_px",
            "rule.prominence_limit_hull",
            "rule.crowded",
            "file.prominence",
        ),
    ),
    Rule(
        8,
        "eu_emblem",
        (),
        (f"{_SUITE}.make_suite",),
        (f"{_COMPANIONS}.eu_emblem",),
        (),
        (
            "rule.eu_emblem",
            "rule.eu_apart",
            "rule.eu_proportions",
            "rule.eu_statement",
            "rule.eu_font",
            "rule.companion_missing",
        ),
    ),
    Rule(
        9,
        "order",
        (),
        (
            f"{_PAIR}.make_pair",
            "cobrand.rules.order.in_order",
            "cobrand.layout.mirror.mirrored",
        ),
        (f"{_REVIEW}.order",),
        (f"{_MARKS}.order",),
        (
            "rule.order",
            "rule.order.partners",
            "file.order",
        ),
    ),
    Rule(
        10,
        "orientation",
        (
            "wide_aspect",
            "stack_when",
        ),
        (f"{_PAIR}.make_pair",),
        (f"{_REVIEW}.orientation",),
        (),
        ("rule.orientation",),
    ),
    Rule(
        11,
        "align",
        (
            "align_shift",
            "baseline_shift",
        ),
        ("cobrand.layout.level.level",),
        (f"{_REVIEW}.align",),
        (),
        (
            "rule.align",
            "rule.baseline",
            "rule.no_baseline",
        ),
    ),
    Rule(
        12,
        "contrast",
        (
            "contrast_mark",
            "contrast_text",
            "table_contrast",
            "lost_most",
        ),
        (
            "cobrand.rules.table.choose_table",
            "cobrand.layout.scrim.darken",
        ),
        (
            f"{_REVIEW}.logo_contrast",
            f"{_REVIEW}.mark_contrast",
            f"{_WORDS}.readable",
        ),
        (
            f"{_MARKS}.contrasts",
            f"{_JUDGE}.text_contrast",
        ),
        (
            "rule.contrast",
            "rule.logo_disappears",
            "rule.mark_contrast",
            "rule.text_contrast",
            "file.contrast",
            "file.text_contrast",
        ),
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
    Rule(
        14,
        "busy_background",
        ("busy_most",),
        (f"{_OPEN}.compose_open",),
        (f"{_REVIEW}.busy_background",),
        (),
        ("rule.busy_background",),
    ),
    Rule(
        15,
        "distortion",
        ("distortion",),
        (f"{_PAIR}.artwork",),
        (f"{_UNTOUCHED}.distortion",),
        (
            f"{_MARKS}.proportions",
            f"{_MARKS}.looks",
            f"{_MARKS}.places",
        ),
        (
            "rule.distortion",
            "rule.untouched",
            "file.distortion",
            "file.turned",
            "file.drawing",
        ),
    ),
    Rule(
        16,
        "official_file",
        (),
        (),
        (f"{_REVIEW}.official_file",),
        (),
        (
            "rule.official_file",
            "mark.stand-in",
        ),
    ),
    Rule(
        17,
        "safe_zone",
        ("print_safe_mm",),
        (
            "cobrand.layout.regions.seen_of",
            "cobrand.layout.regions.clear_part",
        ),
        (f"{_REVIEW}.safe_zone",),
        (f"{_MARKS}.safe_zone",),
        (
            "rule.safe_zone",
            "file.safe_zone",
        ),
    ),
    Rule(
        18,
        "companion_text",
        (),
        (f"{_SUITE}.make_suite",),
        (f"{_COMPANIONS}.goals",),
        (),
        (
            "rule.companion_text",
            "rule.sdg_line",
            "rule.sdg_ground",
        ),
    ),
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
        (f"{_JUDGE}.alt_text",),
        ("rule.alt_text", "rule.alt_language", "file.alt"),
    ),
    Rule(
        21,
        "permission",
        (),
        (),
        ("cobrand.rules.permission.permissions",),
        (),
        (
            "rule.permission",
            "rule.permission_undated",
        ),
    ),
)

FURTHER = (
    "file.size",
    "file.pages",
    "file.boxes",
    "file.title",
    "file.language",
    "file.profile",
    "file.unseen",
)
"""What is measured of a written file beside the rules."""
_BY_CODE: Mapping[str, Rule] = {code: rule for rule in RULES for code in rule.codes}


def rule_of(code: str) -> Rule | None:
    """Return the rule that a finding is about, or None for what is not a rule of co-branding.

    A finding about a partner's logo is one about the same rule.
    """
    return _BY_CODE.get(code.removesuffix(".partner"))
