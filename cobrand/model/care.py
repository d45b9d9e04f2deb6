"""How a person wants a logo file to be read: which page of it, and what is mended."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cobrand.model.finding import Mending, State

SAFE = ("ground", "trim", "specks", "turn")
"""Made unasked, and undone on request: the paper behind the mark, the margins round it, what JPEG
leaves round its edges, a picture that a camera laid on its side."""
GUESSING = ("inside", "plate")
"""Offered, and made on request: paper inside the mark, a ground of a strong colour."""
BY_HAND = ("turn-left", "turn-right", "turn-over")
"""Never offered: nobody but a person can see that a mark stands on its head."""
MENDINGS = (*SAFE, *GUESSING, *BY_HAND)


@dataclass(frozen=True, slots=True)
class Care:
    """`page` counts from 1 in files that have several.

    `mend` names mendings that are made only when asked for, `keep` those that are made unasked
    and are not wanted here.
    """

    page: int = 1
    mend: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()

    def wants(self, mending: str) -> bool:
        """Say whether a mending is made where the file gives reason for it."""
        return mending not in self.keep and (mending in SAFE or mending in self.mend)

    def mending(self, mending: str) -> Mending:
        """Return what a finding says of its mending under this care."""
        left: State = "undone" if mending in SAFE else "offered"
        return Mending(mending, "done" if self.wants(mending) else left)

    def with_mending(self, mending: str) -> Care:
        """Return the care that makes this mending too."""
        asked = () if mending in SAFE else (mending,)
        return replace(
            self, mend=(*_without(self.mend, mending), *asked), keep=_without(self.keep, mending)
        )

    def without_mending(self, mending: str) -> Care:
        """Return the care that leaves the file here as it was sent."""
        kept = (mending,) if mending in SAFE else ()
        return replace(
            self, mend=_without(self.mend, mending), keep=(*_without(self.keep, mending), *kept)
        )


USUAL = Care()
AS_SENT = Care(keep=SAFE)


def _without(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(each for each in names if each != name)
