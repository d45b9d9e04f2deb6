"""What a person wants of a roster: which cards, in which languages, under which names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Zip = Literal["", "per-row", "all"]
USUAL_PATTERN = "{stem}/{format}-{language}.{kind}"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is made of every row; what is empty is the row's own, else what a kit would take.

    `formats` are ids, or groups: `@kit` is every card of the kit, `@social`, `@web`, `@print` and
    `@lockup` are the formats of one use, `@all` are all. `pattern` names the files.
    """

    formats: tuple[str, ...] = ("@kit",)
    languages: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    ground: str = ""
    pattern: str = USUAL_PATTERN
    zip: Zip = ""
