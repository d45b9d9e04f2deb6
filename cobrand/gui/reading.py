"""Logos and photographs for the window: read by one worker process, as long-lived as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cobrand.model.bitmap import Bitmap
from cobrand.model.care import USUAL, Care
from cobrand.model.limits import ORDINARY, Limits
from cobrand.model.logo import Logo

if TYPE_CHECKING:
    from cobrand.intake.reader import Reader

Load = Callable[[Path, Care], Logo]
LoadPhoto = Callable[[Path], Bitmap]


class Reading:
    """Loads the room that reads when first asked: the window is in view before it is there.

    So its import stands where it is needed.
    """

    def __init__(self, limits: Limits = ORDINARY) -> None:
        self._limits = limits
        self._reader: Reader | None = None

    def read(self, path: Path, care: Care = USUAL) -> Logo:
        """Read a logo file; LogoError says what is wrong with it. For one thread alone."""
        return self._there().read(path, care)

    def read_photo(self, path: Path) -> Bitmap:
        """Read a photograph; a LogoError's code then starts with `photo`. For the same thread."""
        return self._there().read_photo(path)

    def stop(self) -> None:
        """End a reading that takes too long; from any thread. The next one begins afresh."""
        if self._reader is not None:
            self._reader.stop()

    def close(self) -> None:
        """End the worker process."""
        if self._reader is not None:
            self._reader.close()

    def _there(self) -> Reader:
        if self._reader is None:
            from cobrand.intake.reader import Reader

            self._reader = Reader(self._limits)
        return self._reader
