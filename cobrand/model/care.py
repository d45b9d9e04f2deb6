"""How a person wants a logo file to be read: which page of it, and what is mended."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Care:
    """`page` counts from 1 in files that have several.

    `mend` names mendings that are made only when asked for, `keep` those that are made unasked
    and are not wanted here.
    """

    page: int = 1
    mend: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


USUAL = Care()
