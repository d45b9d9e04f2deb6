"""Turns the words of a command line into values, or into a sentence about what is wrong."""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NoReturn

from cobrand.cli.command import Command, Option
from cobrand.cli.commands import COMMON
from cobrand.errors import CobrandError, Value, WrongUse
from cobrand.messages import ui

FILES = "files"
ALL = "all"


class _Parser(argparse.ArgumentParser):
    """Raises what argparse would print, and reads options beside files in any order."""

    def error(self, message: str) -> NoReturn:
        """Refuse, with a code."""
        raise WrongUse("wrong-use.not-understood", said=message)


class _Help(argparse.RawDescriptionHelpFormatter):
    """Starts with the program's own word for usage."""

    def __init__(self, language: str, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=100)
        self._usage_word = ui(language, "usage")

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Write how the command is called."""
        super().add_usage(usage, actions, groups, prefix or f"{self._usage_word}: ")


def options(command: Command) -> tuple[Option, ...]:
    """Return all options of a command."""
    return (*command.options, *COMMON)


def parse(command: Command, words: Sequence[str]) -> argparse.Namespace:
    """Return the values of a command line; WrongUse says what cannot be followed."""
    parser = build(command, "en")
    try:
        asked, rest = parser.parse_known_intermixed_args(_spelt_out(command, words))
    except argparse.ArgumentError as problem:
        raise _refusal(problem) from problem
    for word in rest:
        raise unknown(
            word, [option.flag for option in options(command)], "wrong-use.unknown-option"
        )
    _counted(command, getattr(asked, FILES))
    return asked


def build(command: Command, language: str) -> argparse.ArgumentParser:
    """Return the parser of one command, with its help in a language."""
    parser = _Parser(
        prog=f"cobrand {command.name}",
        usage=_usage(command),
        description=_sentence(ui(language, command.about)),
        epilog=_epilog(command, language),
        formatter_class=lambda prog: _Help(language, prog),
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
    )
    if command.files:
        group = parser.add_argument_group(ui(language, "files"))
        about = ui(language, command.files_about)
        group.add_argument(FILES, metavar=command.files, nargs="*", help=about)
    else:
        parser.add_argument(FILES, nargs="*", help=argparse.SUPPRESS)
    group = parser.add_argument_group(ui(language, "options"))
    for option in options(command):
        _add(group, option, ui(language, option.about).replace("%", "%%"))
    return parser


def _spelt_out(command: Command, words: Sequence[str]) -> list[str]:
    """Say `--fix=all` for a `--fix` that no choice follows, so that it takes no file's name."""
    some = {option.flag: option.choices for option in command.options if option.kind == "some"}
    following = (*words, "")[1:]
    return [
        f"{word}={ALL}" if word in some and after not in (*some[word], ALL) else word
        for word, after in zip(words, following, strict=True)
    ]


def unknown(word: str, known: Sequence[str], code: str, **values: Value) -> WrongUse:
    """Return the refusal of a word that is not in a list, with the nearest one that is."""
    given = word.partition("=")[0]
    near = difflib.get_close_matches(given, known, 1)
    return WrongUse(code, given=given, did_you_mean=near[0] if near else "", **values)


def _add(group: argparse._ArgumentGroup, option: Option, about: str) -> None:
    if option.choices:
        about += f": {', '.join(option.choices)}"
    names = [option.flag] if option.flag != "--help" else ["-h", option.flag]
    if option.kind == "flag":
        group.add_argument(*names, action="store_true", help=about)
    else:
        action = "append" if option.kind in ("list", "some") else "store"
        group.add_argument(
            *names, action=action, metavar=option.metavar, type=_reader(option), help=about
        )


def _reader(option: Option) -> Any:
    readers = {"whole": int, "number": float, "date": _date}
    convert: Any = readers.get(option.kind, str)
    choices = (*option.choices, ALL) if option.kind == "some" else option.choices

    def read(text: str) -> Any:
        if choices and text not in choices:
            near = difflib.get_close_matches(text, choices, 1)
            raise WrongUse(
                "wrong-use.unknown-choice",
                option=option.flag,
                given=text,
                did_you_mean=near[0] if near else "",
                known=", ".join(choices),
            )
        try:
            return convert(text)
        except ValueError as problem:
            raise WrongUse(
                f"wrong-use.not-a-{option.kind}", option=option.flag, given=text
            ) from problem

    return read


def _date(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def _refusal(problem: argparse.ArgumentError) -> CobrandError:
    option = problem.argument_name or ""
    if problem.message.startswith("ignored"):
        return WrongUse("wrong-use.takes-no-value", option=option.rpartition("/")[2])
    return WrongUse("wrong-use.needs-value", option=option.rpartition("/")[2])


def _counted(command: Command, files: Sequence[str]) -> None:
    if len(files) < command.least:
        raise WrongUse("wrong-use.file-missing", command=command.name, what=command.files)
    if len(files) > command.most:
        raise WrongUse("wrong-use.too-many", command=command.name, given=files[command.most])


def _usage(command: Command) -> str:
    many = "…" if command.most > 1 else ""
    files = f" {command.files}{many}" if command.files else ""
    return f"cobrand {command.name}{files} [--…]"


def _epilog(command: Command, language: str) -> str:
    parts = [ui(language, command.more)] if command.more else []
    if command.examples:
        lines = "\n".join(f"  {example}" for example in command.examples)
        parts.append(f"{ui(language, 'examples')}:\n{lines}")
    return "\n\n".join(parts)


def _sentence(text: str) -> str:
    return re.sub(r"^\w", lambda match: match[0].upper(), text) + "."
