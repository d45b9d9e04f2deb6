"""Turns the table of commands into the program's first page of help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cobrand.cli.commands import COMMANDS
from cobrand.messages import ui

CODES = (
    ("0", "done"),
    ("1", "something was stopped"),
    ("2", "not understood"),
    ("3", "a rule is broken, with --strict"),
    ("130", "stopped by you"),
)
OPTIONS = (
    ("--version", "show the version"),
    ("--ui-language LANGUAGE", "language of these words, such as fr"),
    ("-h, --help", "show this help; after a command, the help of that command"),
)
_EXAMPLES = (
    "cobrand kit --sample --out out",
    'cobrand kit logo.svg --name "Bridges Association" --out kit',
    "cobrand inspect logo.svg --json",
)


def overview(language: str) -> str:
    """Return what `cobrand --help` says."""

    def tr(source: str) -> str:
        return ui(language, source)

    lines = [
        tr("Sets your logo beside the campaign's mark by rule, and makes the co-branded kit."),
        "",
        f"{tr('usage')}: cobrand [LOGO|KIT.cobrand]",
        "       cobrand COMMAND …",
        "",
        tr("Without a command the window opens."),
        *_block(tr("commands"), ((each.name, tr(each.about)) for each in COMMANDS), 12),
        *_block(tr("options"), ((flag, tr(about)) for flag, about in OPTIONS), 26),
        *_block(tr("exit codes"), ((code, tr(about)) for code, about in CODES), 6),
        *_block(tr("examples"), ((example, "") for example in _EXAMPLES), 0),
    ]
    return "\n".join(lines)


def _block(head: str, rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    yield from ("", f"{head}:")
    yield from (f"  {name:<{width}}{about}" for name, about in rows)
