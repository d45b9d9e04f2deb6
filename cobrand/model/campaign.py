"""A campaign: its marks, words, palette, grounds and the numbers of its rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cobrand.model.colour import Colour
from cobrand.model.text import Direction

Variant = Literal["colour", "reversed", "mono"]
Status = Literal["official", "reviewed", "unreviewed"]


@dataclass(frozen=True, slots=True)
class MarkFile:
    """One variant of the campaign mark, as it came: bytes and SHA-256; `official` if listed so."""

    variant: Variant
    data: bytes
    name: str
    sha256: str
    official: bool


@dataclass(frozen=True, slots=True)
class Message:
    """A key message; `|` marks where its sense likes a line to end, `short` may be empty."""

    id: str
    text: str
    short: str
    status: Status


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The campaign's words in one language; `status` is how far the words were checked."""

    language: str
    name: str
    direction: Direction
    script: str
    status: Status
    messages: tuple[Message, ...]
    texts: tuple[tuple[str, str], ...]

    def text(self, key: str) -> str:
        """Return a text by key ("call", "endorses", "endorse_ask" …), or an empty string."""
        return dict(self.texts).get(key, "")


@dataclass(frozen=True, slots=True)
class Ground:
    """Colours that go together; `lit` None means the organisation's own colour."""

    id: str
    field: Colour
    text: Colour
    accent: Colour
    secondary: Colour
    seat: Colour
    sparks: tuple[Colour, ...]
    lit: Colour | None
    table: Colour
    table_text: Colour
    table_secondary: Colour


@dataclass(frozen=True, slots=True)
class Rules:
    """The numbers of the co-branding rules; lengths in units of X or of heights, as named.

    The defaults in `resources/` are cobrand defaults, not campaign rules.
    """

    unit: float  # X as a share of the campaign mark's height
    clear_space: float  # in X
    clear_space_note: float  # in X
    gap_with_line: float  # in X
    gap_without_line: float  # in X
    separator_share: float  # of the pair's height
    separator_length: float  # in heights of the pair, 1 to 2
    separator_px: float
    separator_pt: float
    least_mm: float
    least_px: float
    least_short_side: float  # share of a social card's short side
    small_format_px: float  # up to this short side the smallest letter alone decides
    letter_px: float
    letter_mm: float
    ppi: float
    hand_held_m2: float  # up to this area `ppi` is needed,
    ppi_3_m2: float  # up to 3 m² this,
    ppi_10_m2: float
    ppi_25_m2: float  # and beyond 25 m² too
    ppi_fail: float  # share of `ppi`
    hull_exponent: float
    ink_exponent: float
    ink_full: float  # L* difference that counts as full ink
    scale_least: float
    scale_most: float
    ratio_ok: float
    ratio_warn: float
    align_shift: float  # share of the pair's height
    baseline_shift: float  # likewise: further from the middle no mark goes for a baseline
    contrast_mark: float
    contrast_text: float
    busy_most: float  # standard deviation of L* under the pair and its clear space
    table_contrast: float  # of a logo on its table; under it another table is taken
    lost_most: float  # share of a logo that may melt into its table
    distortion: float
    print_safe_mm: float
    wide_aspect: float  # from it on a mark is wide
    stack_when: float  # pair's aspect over the slot's
    alt_most: int


@dataclass(frozen=True, slots=True)
class Campaign:
    """Everything a campaign owner may replace in one folder."""

    id: str
    name: str
    hashtag: str
    url: str
    endorse_url: str
    handles: tuple[tuple[str, str], ...]  # (network, handle)
    marks: tuple[MarkFile, ...]
    official_hashes: tuple[str, ...]
    grounds: tuple[Ground, ...]
    rules: Rules
    vocabularies: tuple[Vocabulary, ...]

    def ground(self, id: str) -> Ground | None:  # noqa: A002  ids are called id everywhere
        """Return a ground by id."""
        return next((ground for ground in self.grounds if ground.id == id), None)

    def vocabulary(self, language: str) -> Vocabulary | None:
        """Return the words in this language."""
        return next((words for words in self.vocabularies if words.language == language), None)

    def mark(self, variant: Variant) -> MarkFile | None:
        """Return the file of this variant."""
        return next((mark for mark in self.marks if mark.variant == variant), None)

    @property
    def stand_in(self) -> bool:
        """Say whether the mark in use is not an official file."""
        return not all(mark.official for mark in self.marks)
