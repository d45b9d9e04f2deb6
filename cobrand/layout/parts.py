"""Everything a card is made from, gathered: the brief with all its ids looked up."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cobrand.model.bitmap import Bitmap
from cobrand.model.brief import Brief
from cobrand.model.campaign import Campaign, Ground, Variant, Vocabulary
from cobrand.model.format import Format
from cobrand.model.guest import ALONE, Guests
from cobrand.model.logo import Logo
from cobrand.model.template import Arrangement, Slot, Template
from cobrand.model.text import Script, TextStyle, Typesetter
from cobrand.rules.eye import Eye

_HEADLINE_WEIGHT = 600  # from here on the tighter line height is used


@dataclass(frozen=True, slots=True)
class Tools:
    """Who shapes words and who measures marks."""

    typesetter: Typesetter
    eye: Eye


@dataclass(frozen=True, slots=True)
class Parts:
    """A brief with its ids looked up: `marks` are the campaign mark's variants."""

    brief: Brief
    logo: Logo
    marks: tuple[tuple[Variant, Logo], ...]
    campaign: Campaign
    vocabulary: Vocabulary
    script: Script
    format: Format
    template: Template
    ground: Ground
    guests: Guests = ALONE

    @property
    def arrangement(self) -> Arrangement:
        """How the template looks in this format; there is always one by now."""
        found = self.template.arrangement(self.format.aspect_class)
        assert found is not None  # noqa: S101  the engine refuses a template without one
        return found

    @property
    def u(self) -> float:
        """The unit of all distances: the short side / 24, in px; 1 px in stationery."""
        return 1.0 if self.template.kind == "stationery" else self.format.size.short / 24

    @property
    def logos(self) -> tuple[Logo, ...]:
        """The organisations' logos in the order they stand, the lead's first."""
        return (self.logo, *self.guests.partners)

    @property
    def crowd(self) -> int:
        """How many marks stand here beside a pair; a companion brings words and counts twice."""
        return len(self.guests.partners) + 2 * len(self.guests.companions)

    @property
    def names(self) -> tuple[str, ...]:
        """The organisations' names in the order they stand, without the unknown ones."""
        given = (self.brief.name, *(each.name for each in self.brief.partners))
        return tuple(name for name in given if name)

    @property
    def photo(self) -> Bitmap | None:
        """The photograph that is this card's ground, where the template has a place for one."""
        return self.guests.photo if self.arrangement.photo else None

    def on_photo(self, ground: Ground | None) -> Parts:
        """Return the parts with the colours that go with a photograph, where there is one."""
        return self if self.photo is None or ground is None else replace(self, ground=ground)

    @property
    def density(self) -> float:
        """How many pixels a photograph has at most for every px: 300 to the inch on paper."""
        return max(1.0, self.campaign.rules.ppi / 96) if self.format.printed else 1.0

    @property
    def rtl(self) -> bool:
        """Say whether the card is mirrored."""
        return self.vocabulary.direction == "rtl"

    def mark(self, variant: Variant) -> Logo:
        """Return a variant of the campaign mark, or the first there is."""
        return dict(self.marks).get(variant, self.marks[0][1])

    def style(self, slot: Slot, index: int = 0) -> TextStyle:
        """Return how a slot's words are set in this script; sizes come from the fitting."""
        weight = min(slot.weights[min(index, len(slot.weights) - 1)], self.script.heaviest)
        heading = weight >= _HEADLINE_WEIGHT or slot.role.startswith("headline")
        height = self.script.headline_height if heading else self.script.text_height
        return TextStyle(
            size=slot.size * self.u * self.script.size,
            weight=weight,
            tracking=slot.tracking if self.script.tracked else 0.0,
            line_height=slot.line_height or height,
            cap=self.script.cap,
            direction="ltr" if slot.isolate and not self.rtl else self.vocabulary.direction,
            language=self.vocabulary.language,
        )
