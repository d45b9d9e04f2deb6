"""What a writer is asked for, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from cobrand.export.easel import Easel
from cobrand.export.excerpt import embed
from cobrand.model.campaign import Campaign, Variant
from cobrand.model.composition import Composition
from cobrand.model.finding import Finding
from cobrand.model.format import Format
from cobrand.model.logo import Logo
from cobrand.model.scene import Scene
from cobrand.model.template import Template
from cobrand.render import Pen


@dataclass(frozen=True, slots=True)
class Order:
    """One file to make; `templates` are those of the composition's pages, in their order.

    `pen` draws it, as SVG, and `easel` as pixels: those that are kept between files know what they
    drew before.
    `marks` are all drawings of the campaign's mark, so that one can be told from another.
    """

    composition: Composition
    campaign: Campaign
    kind: str
    templates: tuple[Template, ...] = ()
    scale: float = 1.0
    pen: Pen = field(default_factory=lambda: Pen(embed), compare=False)
    marks: tuple[tuple[Variant, Logo], ...] = ()
    easel: Easel = field(default_factory=Easel, compare=False)

    @property
    def scene(self) -> Scene:
        """The first page."""
        return self.composition.scene

    @property
    def format(self) -> Format:
        """The format of the card."""
        return self.composition.format

    @property
    def budget(self) -> int | None:
        """The most bytes that the format allows; twice the scale, four times the bytes."""
        budget = self.format.budget
        return None if budget is None else round(budget * max(1.0, self.scale) ** 2)


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of a file, and what a person should know about how they were made."""

    data: bytes
    findings: tuple[Finding, ...] = ()


Writer = Callable[[Order], Made]
