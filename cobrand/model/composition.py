"""What the engine gives both doors: a brief, its pages, and what should be known about them."""

from __future__ import annotations

from dataclasses import dataclass

from cobrand.model.brief import Brief
from cobrand.model.finding import Finding, Severity
from cobrand.model.format import Format
from cobrand.model.scene import Scene


@dataclass(frozen=True, slots=True)
class Composition:
    """One card or letter; cards have one page, a letterhead has its following page too."""

    brief: Brief
    format: Format
    pages: tuple[Scene, ...]
    findings: tuple[Finding, ...]

    @property
    def scene(self) -> Scene:
        """The first page."""
        return self.pages[0]

    @property
    def breaches(self) -> tuple[Finding, ...]:
        """The broken rules."""
        return tuple(found for found in self.findings if found.severity is Severity.BREACH)
