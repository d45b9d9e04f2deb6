"""What a command of the command line is: its words, its options and where its work is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

OptionKind = Literal["flag", "text", "whole", "number", "date", "list", "some"]


@dataclass(frozen=True, slots=True)
class Option:
    """One option; `metavar` names its value in the help, `about` says what it does.

    With `choices` nothing else is taken; kind "some" may also stand alone and then means all.
    """

    flag: str
    about: str
    kind: OptionKind = "flag"
    metavar: str = ""
    choices: tuple[str, ...] = ()

    @property
    def dest(self) -> str:
        """The name its value has in Python."""
        return self.flag.removeprefix("--").replace("-", "_")


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `least` and `most` say how many files it takes.

    `module` is loaded by name when the command runs, so that a list of formats does not wait
    for drawing libraries; it has a function called like the command.
    """

    name: str
    module: str
    about: str
    files: str = ""
    files_about: str = ""
    least: int = 0
    most: int = 0
    options: tuple[Option, ...] = ()
    more: str = ""
    examples: tuple[str, ...] = ()

    def sources(self) -> Iterator[str]:
        """Yield the words of its help that can be translated."""
        yield from filter(None, (self.about, self.files_about, self.more))
        yield from (option.about for option in self.options)
