"""Turns the table of commands into the program's first page of help."""

from __future__ import annotations

from cobrand.cli.commands import COMMANDS
from cobrand.messages import ui

CODES = (
    (0, "done"),
    (1, "something was stopped"),
    (2, "not understood"),
    (3, "a rule is broken, with --strict"),
    (130, "stopped by you"),
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
        "",
        f"{tr('commands')}:",
        *(f"  {each.name:<12}{tr(each.about)}" for each in COMMANDS),
        "",
        f"{tr('options')}:",
        f"  {'--version':<26}{tr('show the version')}",
        f"  {'--ui-language LANGUAGE':<26}{tr('language of these words, such as fr')}",
        f"  {'-h, --help':<26}{tr('show this help; after a command, the help of that command')}",
        "",
        f"{tr('exit codes')}:",
        *(f"  {code:<6}{tr(about)}" for code, about in CODES),
        "",
        f"{tr('examples')}:",
        "  cobrand kit --sample --out out",
        '  cobrand kit logo.svg --name "Bridges Association" --out kit',
        "  cobrand inspect logo.svg --json",
    ]
    return "\n".join(lines)
