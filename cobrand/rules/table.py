"""Turns a logo and the grounds a card could have into the table that shows the logo whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cobrand.model.campaign import Campaign, Ground, Variant
from cobrand.model.colour import WHITE, Colour, contrast
from cobrand.model.logo import Logo
from cobrand.rules.eye import Eye, Presence

_DARK = 0.18  # luminance under which a table wants the reversed mark
_PALE, _GREY = 0.9, 0.02  # OKLCH lightness and chroma of what counts as white or light grey
_FOR_DARK: tuple[Variant, ...] = ("reversed", "mono", "colour")
_FOR_LIGHT: tuple[Variant, ...] = ("colour", "mono")


@dataclass(frozen=True, slots=True)
class Table:
    """What the lock-up lies on: its colours, and which drawings of mark and logos belong there.

    `logo` is the lead's drawing, `others` are the partners'. `plates` has, for each logo from the
    lead on, the colour of the plate it needs because the table would swallow it, or None.
    """

    colour: Colour
    text: Colour
    secondary: Colour
    variant: Variant
    logo: Variant = "colour"
    others: tuple[Variant, ...] = ()
    plates: tuple[Colour | None, ...] = ()

    @property
    def drawings(self) -> tuple[Variant, ...]:
        """Which drawing of each organisation's logo is taken, from the lead on."""
        return (self.logo, *self.others)

    def behind(self, place: int) -> Colour:
        """Return the colour behind the logo at this place, the lead's being 0."""
        plate = self.plates[place] if place < len(self.plates) else None
        return plate or self.colour


def choose_table(
    logo: Logo,
    ground: Ground,
    campaign: Campaign,
    eye: Eye,
    others: tuple[Logo, ...] = (),
    *,
    pale: bool = False,
) -> Table:
    """Return the ground's own table if all logos are whole on it, else white, else the dark one.

    A dark table is for light logos, or for those that have an own drawing for the dark: white is
    where people expect a logo to be, and a mark made for white paper looks out of place on the
    dark even where it can be seen. On each table the drawing that was made for it comes first.
    Where no table suits several logos, the one that suits most is taken, and the others get
    plates. `pale` asks for white or light grey, as companion marks do.
    """
    logos = (logo, *others)
    bases = (_table_of(ground), *_others(campaign))
    fitting = [table for table in bases if is_pale(table.colour)] if pale else list(bases)
    tables = [each for table in fitting or bases for each in _dressed(table, logos, campaign)]
    seen: list[list[Presence]] = []
    suits: list[list[bool]] = []
    for table in tables:  # the first that suits is enough: looking costs more than the rest
        looks = _looks(table, logos, campaign, eye)
        suited = [_suits(table, place, logos[place], look, campaign)
                  for place, look in enumerate(looks)]  # fmt: skip
        if all(suited):
            return table
        seen.append(looks)
        suits.append(suited)
    if not others:
        best = min(
            range(len(tables)), key=lambda i: (round(seen[i][0].lost, 1), -seen[i][0].contrast)
        )
        return tables[best]
    best = max(range(len(tables)), key=lambda i: sum(suits[i]))
    return _plated(tables[best], suits[best], logos, campaign, eye)


def _looks(table: Table, logos: tuple[Logo, ...], campaign: Campaign, eye: Eye) -> list[Presence]:
    return [
        eye.presence(logo.variant(drawing).sample, table.colour, campaign.rules.ink_full)
        for logo, drawing in zip(logos, table.drawings, strict=True)
    ]


def _suits(table: Table, place: int, logo: Logo, look: Presence, campaign: Campaign) -> bool:
    """Say whether a logo is whole and clear on a table, and in its place there."""
    rules = campaign.rules
    own = table.drawings[place] != "colour" or made_for_dark(logo)
    at_home = not _dark(table.colour) or (own and table.variant != "colour")
    return at_home and look.lost <= rules.lost_most and look.contrast >= rules.table_contrast


def _plated(
    table: Table, suited: list[bool], logos: tuple[Logo, ...], campaign: Campaign, eye: Eye
) -> Table:
    """Return the table with a plate for each logo that it does not suit and a plate would help."""
    plate = next((each.colour for each in _others(campaign) if _is_other(each, table)), None)
    if plate is None:
        return table
    full = campaign.rules.ink_full
    plates: list[Colour | None] = []
    for good, logo, drawing in zip(suited, logos, table.drawings, strict=True):
        sample = logo.variant(drawing).sample
        here, there = (eye.presence(sample, each, full) for each in (table.colour, plate))
        better = (there.lost, -there.contrast) < (here.lost, -here.contrast)
        plates.append(plate if not good and better else None)
    return replace(table, plates=tuple(plates))


def _is_other(table: Table, base: Table) -> bool:
    """Say whether a table is dark where the base is light, or the other way round."""
    return _dark(table.colour) != _dark(base.colour)


def is_pale(colour: Colour) -> bool:
    """Say whether a colour is white or a light grey."""
    light, chroma, _ = colour.oklch
    return light >= _PALE and chroma <= _GREY


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


def _dressed(table: Table, logos: tuple[Logo, ...], campaign: Campaign) -> list[Table]:
    """Return the table with the drawings that could lie on it, the best suited first.

    All organisations' logos are in one mode as far as they have drawings for it. A logo in one
    colour lies beside the mark in one colour, where the campaign has that.
    """
    marks = {mark.variant for mark in campaign.marks}
    made = []
    for mode in _FOR_DARK if _dark(table.colour) else _FOR_LIGHT:
        have = [mode == "colour" or mode in dict(logo.variants) for logo in logos]
        if not any(have):
            continue
        logo, *others = (mode if has else "colour" for has in have)
        made.append(replace(table, logo=logo, others=tuple(others)))
    if _dark(table.colour):
        mark: Variant = next((each for each in _FOR_DARK if each in marks), "colour")
        return [replace(each, variant=mark) for each in made]
    if "mono" not in marks:
        return made
    return [replace(each, variant="mono") if _all_mono(each) else each for each in made]


def _all_mono(table: Table) -> bool:
    return all(each == "mono" for each in table.drawings)


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
