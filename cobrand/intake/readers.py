"""Reads logo files in several workers at once: whichever is free takes the next."""

from __future__ import annotations

import os
from pathlib import Path
from queue import SimpleQueue
from typing import Self

from cobrand.intake.reader import Reader
from cobrand.model.care import USUAL, Care
from cobrand.model.limits import ORDINARY, Limits
from cobrand.model.logo import Logo


class Readers:
    """As many workers as `jobs`, each started when first needed; made for several threads."""

    def __init__(self, limits: Limits = ORDINARY, jobs: int = 1) -> None:
        self._all = [Reader(limits) for _ in range(jobs)]
        self._free: SimpleQueue[Reader] = SimpleQueue()
        for reader in self._all:
            self._free.put(reader)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, path: Path, care: Care = USUAL) -> Logo:
        """Read one file as soon as a worker is free; LogoError says what is wrong with it."""
        reader = self._free.get()
        try:
            return reader.read(path, care)
        finally:
            self._free.put(reader)

    def close(self) -> None:
        """End the workers at once; what is being read is not waited for."""
        for reader in self._all:
            reader.close()


def processors() -> int:
    """Return how many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1
