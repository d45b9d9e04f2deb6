"""Opens one of the two doors: the window, or the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path

from cobrand.cli import commands
from cobrand.cli.console import Console
from cobrand.cli.details import missing
from cobrand.errors import CobrandError, PartMissing
from cobrand.messages import choose, wishes

WINDOW = "cobrand.gui.app"
COMMAND_LINE = "cobrand.cli.run"
INTERRUPTED = 130
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> int:
    """Start what was asked for; a door is loaded only when it is the one."""
    words = sys.argv[1:]
    try:
        if not wants_window(words):
            return door(COMMAND_LINE)(words)
        check_screen(os.environ, sys.platform)
        return door(WINDOW)(words)
    except ImportError as problem:
        return _complain(missing(problem))
    except CobrandError as problem:
        return _complain(problem)
    except KeyboardInterrupt:
        return INTERRUPTED


def wants_window(words: Sequence[str]) -> bool:
    """Say whether the words are nothing, or one file to open."""
    if not words:
        return True
    known = commands.command(words[0]) is not None or words[0].startswith("-")
    return len(words) == 1 and not known and _is_file(words[0])


def _is_file(word: str) -> bool:
    try:
        return Path(word).is_file()
    except OSError:  # too long for a name
        return False


def door(module: str) -> Callable[[Sequence[str]], int]:
    """Load one of the two doors by name, so that neither waits for the other."""
    opened: Callable[[Sequence[str]], int] = import_module(module).main
    return opened


def check_screen(environ: Mapping[str, str], platform: str) -> None:
    """Refuse a window where there is no screen: Qt would end the program without a word."""
    if platform.startswith("linux") and not any(environ.get(name) for name in _SCREENS):
        raise PartMissing("part-missing.screen", part="")


def _complain(problem: CobrandError) -> int:
    Console(language=choose(wishes(os.environ))).complain(problem)
    return 1


if __name__ == "__main__":
    sys.exit(main())
