"""What the window asks of the engine: anything that can do this will do."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from cobrand import kit
from cobrand.model.bitmap import Bitmap
from cobrand.model.campaign import Variant
from cobrand.model.composition import Composition
from cobrand.model.logo import Logo


class Maker(kit.Maker, Protocol):
    """What makes things from a brief."""

    def load(self, path: Path) -> Logo:
        """Read a logo file."""
        ...

    def mark(self, campaign: str, variant: Variant) -> Logo:
        """Return a variant of the campaign's mark."""
        ...

    def preview(self, composition: Composition, width: int, page: int = 0) -> Bitmap:
        """Draw a page at this width in px."""
        ...

    def weigh(self, composition: Composition, kind: str) -> int:
        """Return how many bytes the file would have."""
        ...
