"""What the window asks of the engine: anything that can do this will do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from cobrand.library import Library
from cobrand.model.bitmap import Bitmap
from cobrand.model.brief import Brief
from cobrand.model.campaign import Variant
from cobrand.model.care import USUAL, Care
from cobrand.model.composition import Composition
from cobrand.model.guest import ALONE, Guests
from cobrand.model.logo import Logo

if TYPE_CHECKING:  # the window is in view before anything heavy is loaded
    from cobrand.export.dossier import Dossier
    from cobrand.export.files import Store
    from cobrand.export.written import Written


class Maker(Protocol):
    """What makes things from a brief."""

    @property
    def library(self) -> Library:
        """Where formats, templates and campaigns come from."""
        ...

    def compose(self, brief: Brief, logo: Logo, guests: Guests = ALONE) -> Composition:
        """Lay a card out and review it."""
        ...

    def load(self, path: Path, care: Care = USUAL) -> Logo:
        """Read a logo file with this care."""
        ...

    def photo(self, path: Path) -> Bitmap:
        """Read a photograph."""
        ...

    def logo(self, brief: Brief) -> Logo:
        """Read a brief's logo with its care, and its own variants."""
        ...

    def guests(self, brief: Brief) -> Guests:
        """Read a brief's photograph and the logos of its partners and companions."""
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

    def print_proof(self, dossier: Dossier) -> bytes:
        """Return the proof of written files as PDF."""
        ...

    def export(
        self,
        composition: Composition,
        target: Path,
        kind: str,
        *,
        overwrite: bool = False,
        store: Store = ...,
    ) -> Written:
        """Write a file and measure it."""
        ...
