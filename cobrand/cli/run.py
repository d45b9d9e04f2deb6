"""Turns a command line into an exit code: 0 done, 1 stopped, 2 wrong use, 3 rules broken."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from cobrand import __version__
from cobrand.cli import details, parser
from cobrand.cli.command import Command
from cobrand.cli.commands import COMMANDS, command
from cobrand.cli.console import Console
from cobrand.cli.overview import overview
from cobrand.errors import CobrandError, UnknownId, WrongUse
from cobrand.messages import choose, wishes

DONE, STOPPED, WRONG_USE, BROKEN, INTERRUPTED = 0, 1, 2, 3, 130


def main(words: Sequence[str], environ: Mapping[str, str] = os.environ) -> int:
    """Follow a command line."""
    console = Console(language=choose(wishes(environ)), json="--json" in words)
    try:
        code = _follow(list(words), console, environ)
        console.out.flush()
    except BrokenPipeError:  # whoever was reading has read enough
        _close_quietly()
        return STOPPED
    return code


def _follow(words: list[str], console: Console, environ: Mapping[str, str]) -> int:
    try:
        return _command(words, console)
    except CobrandError as problem:
        console.complain(problem)
        return WRONG_USE if isinstance(problem, WrongUse | UnknownId) else STOPPED
    except KeyboardInterrupt:
        console.tell(console.ui("Stopped. Files that were finished are whole and stay."))
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as problem:
        console.complain(details.of(problem, environ))
        return STOPPED


def _command(words: list[str], console: Console) -> int:
    words = _without_ui_language(words, console)
    if not words or words[0] in ("-h", "--help", "help"):
        print(overview(console.language), file=console.out)
        return DONE
    if words[0] == "--version":
        print(f"cobrand {__version__}", file=console.out)
        return DONE
    chosen = command(words[0])
    if chosen is None:
        names = [each.name for each in COMMANDS]
        raise parser.unknown(words[0], names, "wrong-use.unknown-command")
    return _carry_out(chosen, words[1:], console)


def _carry_out(chosen: Command, words: Sequence[str], console: Console) -> int:
    if "--help" in words or "-h" in words:
        print(parser.build(chosen, console.language).format_help().rstrip(), file=console.out)
        return DONE
    asked = parser.parse(chosen, words)
    console.json = asked.json
    work: Callable[..., int] = getattr(import_module(chosen.module), chosen.name)
    return work(asked, console)


def _without_ui_language(words: list[str], console: Console) -> list[str]:
    """Take the language of the words out, so that it may stand before the command too."""
    for place, word in enumerate(words):
        flag, equals, value = word.partition("=")
        if flag != "--ui-language":
            continue
        following = words[place + 1 : place + 2]
        if not equals and not following:
            raise WrongUse("wrong-use.needs-value", option=flag)
        wish = value if equals else following[0]
        console.language = _spoken(wish)
        return words[:place] + words[place + (1 if equals else 2) :]
    return words


def _spoken(wish: str) -> str:
    spoken = choose([wish])
    if spoken != wish.replace("_", "-").lower().partition("-")[0]:
        raise WrongUse("wrong-use.unknown-ui-language", given=wish)
    return spoken


def _close_quietly() -> None:
    """Let the interpreter end without a second complaint about the closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
