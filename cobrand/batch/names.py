"""Turns organisations' names into names of files that no disk takes for one another."""

from __future__ import annotations

import unicodedata
from collections import Counter

from cobrand.export import names

_ROOM = 12
"""Bytes that are left for a number."""


def alike(stem: str) -> str:
    """Return what every name has in common that some disk would take for this one.

    Disks fold case in several ways (ß is ss, ı is I), some take other accents' order, or none, as
    the same; it costs nothing to be stricter than each of them.
    """
    composed = unicodedata.normalize("NFKC", stem).upper().casefold()
    return unicodedata.normalize("NFD", composed).replace("i\u0307", "i")


class Taken:
    """The names that are taken in one folder; each new one is unlike all before it."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: Counter[str] = Counter()

    def stem(self, name: str, instead: str) -> str:
        """Return a safe name for `name`, or for `instead` if there is nothing to read in it."""
        wanted = names.stem(name, instead)
        made = wanted
        while alike(made) in self._taken:
            self._last[alike(wanted)] += 1
            number = f"-{self._last[alike(wanted)] + 1}"
            made = names.cut(wanted, names.MOST_BYTES - _ROOM) + number
        self._taken.add(alike(made))
        return made
