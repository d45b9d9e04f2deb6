"""What is said about one code."""

from __future__ import annotations

from typing import NamedTuple


class Sentence(NamedTuple):
    """A short name for lists, and the sentence: what is the matter, then what to do.

    `many` is said instead of `text` where the value `count` asks for the plural, `kept` of a
    rule that was measured and holds. `told` is said to whoever made the logo: what is the matter,
    without what the person here may do.
    """

    title: str
    text: str
    many: str = ""
    kept: str = ""
    told: str = ""
