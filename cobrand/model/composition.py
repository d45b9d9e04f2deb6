"""What the engine gives both doors: a brief, its pages, and what should be known about them."""

from __future__ import annotations

from dataclasses import dataclass, field

from cobrand.model.brief import Brief
from cobrand.model.finding import Finding, Severity
from cobrand.model.format import Format
from cobrand.model.logo import Logo
from cobrand.model.scene import Scene


@dataclass(frozen=True, slots=True)
class Composition:
    """One card or letter; cards have one page, a letterhead has its following page too.

    `logos` are the organisations', with all their drawings, in the order in which they stand.
    """

    brief: Brief
    format: Format
    pages: tuple[Scene, ...]
    findings: tuple[Finding, ...]
    logos: tuple[Logo, ...] = field(default=(), compare=False, repr=False)

    @property
    def scene(self) -> Scene:
        """The first page."""
        return self.pages[0]

    @property
    def breaches(self) -> tuple[Finding, ...]:
        """The broken rules."""
        return tuple(found for found in self.findings if found.severity is Severity.BREACH)
