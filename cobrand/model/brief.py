"""What a person asks for: ids and strings only, so it saves, hashes and fits a command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Literal

from cobrand.model.care import Care

Pairing = Literal["auto", "horizontal", "stacked"]


@dataclass(frozen=True, slots=True)
class Options:
    """Choices about the pair: `nudge` is in per cent of the logo's size, −10 to +10."""

    pairing: Pairing = "auto"
    separator: bool = True
    campaign_first: bool = False
    nudge: float = 0.0
    show_boxes: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """One card: `words` are (name, text) pairs such as ("event.title", "Open day").

    `message` is a message's id, or empty when `words` has an own "message". `reversed` and `mono`
    are files with the organisation's own variants of its logo, or empty; `page`, `mend` and
    `keep` say how the logo's file is read.
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

    @property
    def care(self) -> Care:
        """How the logo's file is read."""
        return Care(self.page, self.mend, self.keep)

    def with_care(self, care: Care) -> Brief:
        """Return the brief whose logo is read with this care."""
        return replace(self, page=care.page, mend=care.mend, keep=care.keep)

    def with_files(self, place: Callable[[str], str]) -> Brief:
        """Return the brief with every file it names put elsewhere; what is empty stays so."""
        logo, reversed_, mono = (
            place(file) if file else "" for file in (self.logo, self.reversed, self.mono)
        )
        return replace(self, logo=logo, reversed=reversed_, mono=mono)

    def word(self, name: str) -> str:
        """Return an own text, or an empty string."""
        return dict(self.words).get(name, "")

    def with_word(self, name: str, text: str) -> Brief:
        """Return the brief with this own text set, or removed if empty."""
        rest = tuple(pair for pair in self.words if pair[0] != name)
        words = (*rest, (name, text)) if text else rest
        return replace(self, words=words)

    def to_json(self) -> str:
        """Return the brief as a JSON document."""
        return json.dumps({"cobrand": 1, **asdict(self)}, ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Brief:
        """Read what `to_json` wrote; ValueError if it is something else."""
        data = json.loads(text)
        if not isinstance(data, dict) or data.pop("cobrand", None) != 1:
            raise ValueError("not a brief")
        try:
            words = tuple((name, text) for name, text in data.pop("words", ()))
            options = Options(**data.pop("options", {}))
            mend, keep = (_names(data.pop(name, [])) for name in ("mend", "keep"))
            brief = cls(**data, words=words, options=options, mend=mend, keep=keep)
        except TypeError as problem:
            raise ValueError(str(problem)) from problem
        if not brief.sound:
            raise ValueError("a value of the wrong kind")
        return brief

    @property
    def sound(self) -> bool:
        """Say whether every value is of its kind, as those of a file need not be."""
        ids = {each.name for each in fields(self)} - {"words", "options", "page", "mend", "keep"}
        plain = [getattr(self, name) for name in ids]
        words = [text for pair in self.words for text in pair]
        texts = [*plain, *words, *self.mend, *self.keep, self.options.pairing]
        options = self.options
        switches = (options.separator, options.campaign_first, options.show_boxes)
        return (
            all(isinstance(text, str) for text in texts)
            and all(isinstance(switch, bool) for switch in switches)
            and _counts(self.page)
            and isinstance(options.nudge, int | float)
        )


def _names(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(value)


def _counts(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0
