"""What a person asks for: ids and strings only, so it saves, hashes and fits a command line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import Literal

from cobrand.model.care import Care
from cobrand.model.guest import Companion, Partner, Permission, Photo
from cobrand.model.record import build

Pairing = Literal["auto", "horizontal", "stacked"]
Order = Literal["alphabetical", "given"]
Align = Literal["centre", "baseline"]
_UNPAIRED = re.compile("[\ud800-\udfff]")
_NO_LETTERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What comes with a paste, or with a file name of other bytes, and stands in no document."""


@dataclass(frozen=True, slots=True)
class Options:
    """Choices about the lock-up: `nudge` is in per cent of the logo's prominence, −10 to +10.

    `order` is that of the further organisations after the lead.
    `size` is how many times its usual size a lock-up alone is.
    """

    pairing: Pairing = "auto"
    separator: bool = True
    campaign_first: bool = False
    nudge: float = 0.0
    show_boxes: bool = False
    order: Order = "alphabetical"
    align: Align = "centre"
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class Brief:
    """One card: `words` are (name, text) pairs such as ("event.title", "Open day").

    `message` is a message's id, or empty when `words` has an own "message". `reversed` and `mono`
    are files with the organisation's own variants of its logo, or empty; `page`, `mend` and
    `keep` say how the logo's file is read. The logo is the lead's; `partners` stand beside it.
    """

    logo: str = ""
    name: str = ""
    campaign: str = "weareale"
    template: str = "message"
    format: str = "ig_square"
    language: str = "en"
    ground: str = "brand"
    message: str = "voice"
    words: tuple[tuple[str, str], ...] = ()
    options: Options = field(default_factory=Options)
    reversed: str = ""
    mono: str = ""
    page: int = 1
    mend: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    partners: tuple[Partner, ...] = ()
    companions: tuple[Companion, ...] = ()
    photo: Photo | None = None
    permissions: tuple[Permission, ...] = ()

    @property
    def care(self) -> Care:
        """How the logo's file is read."""
        return Care(self.page, self.mend, self.keep)

    def with_care(self, care: Care) -> Brief:
        """Return the brief whose logo is read with this care."""
        return replace(self, page=care.page, mend=care.mend, keep=care.keep)

    def with_files(self, place: Callable[[str], str]) -> Brief:
        """Return the brief with every file it names put elsewhere; what is empty stays so."""

        def placed(file: str) -> str:
            return place(file) if file else ""

        return replace(
            self,
            logo=placed(self.logo),
            reversed=placed(self.reversed),
            mono=placed(self.mono),
            partners=tuple(each.with_files(placed) for each in self.partners),
            companions=tuple(replace(each, logo=placed(each.logo)) for each in self.companions),
            photo=self.photo and replace(self.photo, file=placed(self.photo.file)),
        )

    def word(self, name: str) -> str:
        """Return an own text, or an empty string."""
        return dict(self.words).get(name, "")

    def with_word(self, name: str, text: str) -> Brief:
        """Return the brief with this own text set, or removed if empty."""
        rest = tuple(pair for pair in self.words if pair[0] != name)
        words = (*rest, (name, text)) if text else rest
        return replace(self, words=words)

    def in_letters(self) -> Brief:
        """Return the brief with nothing in its words but what can be set and written."""
        words = tuple((name, letters(text)) for name, text in self.words)
        partners = tuple(replace(each, name=letters(each.name)) for each in self.partners)
        companions = tuple(
            replace(each, statement=letters(each.statement)) for each in self.companions
        )
        permissions = tuple(
            Permission(*(letters(text) for text in (each.mark, each.by, each.date, each.note)))
            for each in self.permissions
        )
        return replace(
            self,
            name=letters(self.name),
            words=words,
            partners=partners,
            companions=companions,
            permissions=permissions,
        )

    def to_json(self) -> str:
        """Return the brief as a JSON document; bytes of a path that are no letters are escaped."""
        text = json.dumps({"cobrand": 1, **asdict(self)}, ensure_ascii=False, indent=2) + "\n"
        return _UNPAIRED.sub(lambda half: f"\\u{ord(half[0]):04x}", text)

    @classmethod
    def from_json(cls, text: str) -> Brief:
        """Read what `to_json` wrote; ValueError if it is something else."""
        data = json.loads(text)
        if not isinstance(data, dict) or data.pop("cobrand", None) != 1:
            raise ValueError("not a brief")
        brief = build(cls, data)
        if min(brief.page, *(each.page for each in brief.partners), 1) < 1:
            raise ValueError("pages count from 1")
        if brief.photo and not all(0 <= share <= 1 for share in brief.photo.focus):
            raise ValueError("a focus lies on its photograph")
        return brief


def letters(text: str) -> str:
    """Return a text with a sign in place of each thing that cannot be set or written."""
    return _NO_LETTERS.sub("\N{REPLACEMENT CHARACTER}", text)
