"""Logo files for the window: read by one worker process that lives as long as the window does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cobrand.model.care import USUAL, Care
from cobrand.model.limits import ORDINARY, Limits
from cobrand.model.logo import Logo

if TYPE_CHECKING:
    from cobrand.intake import Reader

Load = Callable[[Path, Care], Logo]


class Reading:
    """Loads the room that reads when first asked: the window is in view before it is there.

    So its import stands where it is needed.
    """

    def __init__(self, limits: Limits = ORDINARY) -> None:
        self._limits = limits
        self._reader: Reader | None = None

    def read(self, path: Path, care: Care = USUAL) -> Logo:
        """Read a logo file; LogoError says what is wrong with it. For one thread alone."""
        if self._reader is None:
            from cobrand.intake import Reader

            self._reader = Reader(self._limits)
        return self._reader.read(path, care)

    def stop(self) -> None:
        """End a reading that takes too long; from any thread. The next one begins afresh."""
        if self._reader is not None:
            self._reader.stop()

    def close(self) -> None:
        """End the worker process."""
        if self._reader is not None:
            self._reader.close()
