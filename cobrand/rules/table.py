"""Turns a logo and the grounds a card could have into the table that shows the logo whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cobrand.model.campaign import Campaign, Ground, Variant
from cobrand.model.colour import WHITE, Colour, contrast
from cobrand.model.logo import Logo
from cobrand.rules.eye import Eye

_DARK = 0.18  # luminance under which a table wants the reversed mark
_FOR_DARK: tuple[Variant, ...] = ("reversed", "mono", "colour")
_FOR_LIGHT: tuple[Variant, ...] = ("colour", "mono")


@dataclass(frozen=True, slots=True)
class Table:
    """What the pair lies on: its colours, and which drawings of mark and logo belong there."""

    colour: Colour
    text: Colour
    secondary: Colour
    variant: Variant
    logo: Variant = "colour"


def choose_table(logo: Logo, ground: Ground, campaign: Campaign, eye: Eye) -> Table:
    """Return the ground's own table if the logo is whole on it, else white, else the dark one.

    A dark table is for a light logo, or for one that has an own drawing for the dark: white is
    where people expect a logo to be, and a mark made for white paper looks out of place on the
    dark even where it can be seen. On each table the drawing that was made for it comes first.
    """
    tables = [
        dressed
        for table in (_table_of(ground), *_others(campaign))
        for dressed in _dressed(table, logo, campaign)
    ]
    rules = campaign.rules
    seen = [
        eye.presence(logo.variant(table.logo).sample, table.colour, rules.ink_full)
        for table in tables
    ]
    for table, look in zip(tables, seen, strict=True):
        own = table.logo != "colour" or made_for_dark(logo)
        suits = not _dark(table.colour) or (own and table.variant != "colour")
        if suits and look.lost <= rules.lost_most and look.contrast >= rules.table_contrast:
            return table
    best = min(range(len(tables)), key=lambda i: (round(seen[i].lost, 1), -seen[i].contrast))
    return tables[best]


def lit_colour(
    palette: tuple[tuple[Colour, float], ...], ground: Ground, campaign: Campaign
) -> Colour:
    """Return the colour of the one lit seat: the organisation's own where the ground has none.

    Its most saturated colour of at least 5 % of the ink and chroma ≥ 0.06 (OKLCH), darkened in
    at most four steps until it stands off the field as a mark must; else the ground's accent.
    """
    if ground.lit is not None:
        return ground.lit
    strong = [colour for colour, share in palette if share >= 0.05 and colour.oklch[1] >= 0.06]
    if not strong:
        return ground.accent
    light, chroma, hue = max(strong, key=lambda colour: colour.oklch[1]).oklch
    for step in range(5):
        colour = Colour.from_oklch(light - 0.04 * step, chroma, hue)
        if contrast(colour, ground.field) >= campaign.rules.contrast_mark:
            return colour
    return ground.accent


def _table_of(ground: Ground) -> Table:
    variant: Variant = "reversed" if _dark(ground.table) else "colour"
    return Table(ground.table, ground.table_text, ground.table_secondary, variant)


def _dressed(table: Table, logo: Logo, campaign: Campaign) -> list[Table]:
    """Return the table with each drawing that could lie on it, the best suited first.

    A logo in one colour lies beside the mark in one colour, where the campaign has that.
    """
    there = {variant for variant, _ in logo.variants} | {"colour"}
    marks = {mark.variant for mark in campaign.marks}
    if _dark(table.colour):
        mark: Variant = next((each for each in _FOR_DARK if each in marks), "colour")
        return [replace(table, logo=each, variant=mark) for each in _FOR_DARK if each in there]
    plain = [replace(table, logo=each) for each in _FOR_LIGHT if each in there]
    if "mono" not in marks:
        return plain
    return [replace(each, variant="mono") if each.logo == "mono" else each for each in plain]


def _others(campaign: Campaign) -> list[Table]:
    """Return a white and a dark table in the campaign's colours."""
    white = next((g for g in campaign.grounds if g.table == WHITE), None)
    dark = next((g for g in campaign.grounds if _dark(g.table)), None)
    return [_table_of(ground) for ground in (white, dark) if ground is not None]


def made_for_dark(logo: Logo) -> bool:
    """Say whether a logo is light in its own colours, and was not sent on white paper."""
    ground = logo.traits.ground
    return logo.traits.tone == "light" and (ground is None or _dark(ground))


def _dark(colour: Colour) -> bool:
    return colour.luminance < _DARK
