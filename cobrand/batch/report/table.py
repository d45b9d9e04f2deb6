"""Writes report.csv: a line a row, as a spreadsheet opens it, with no cell that it would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from cobrand.batch.cells import plain
from cobrand.batch.report.account import Account, Told
from cobrand.messages import say
from cobrand.model.finding import Severity

MARK = "\ufeff"  # tells a spreadsheet that this is UTF-8
HEADS = (
    "row", "name", "folder", "state", "files", "bytes", "seconds", "broken", "warnings",
    "findings", "errors",
)  # fmt: skip
_MOST = 32_000  # letters in a cell that spreadsheets take


def pieces(told: Told) -> Iterator[str]:
    """Yield the table, a row at a time."""
    yield MARK + _line(HEADS)
    for account in told.accounts():
        yield _line(_cells(account, told.language))


def _cells(account: Account, language: str) -> Sequence[object]:
    line = account.line
    count = {
        severity: sum(each.severity is severity for each in account.findings)
        for severity in (Severity.BREACH, Severity.WARNING)
    }
    sentences = dict.fromkeys(
        say(language, each) for each in account.findings if each.severity > Severity.NOTE
    )
    return (
        line.number,
        line.name,
        line.stem,
        line.state,
        len(account.files),
        account.size,
        f"{line.seconds:.2f}",
        count[Severity.BREACH],
        count[Severity.WARNING],
        " ".join(sentences),
        " ".join(account.errors(language)),
    )


def _line(cells: Sequence[object]) -> str:
    out = io.StringIO()
    shown = [plain(cell)[:_MOST] if isinstance(cell, str) else cell for cell in cells]
    csv.writer(out, lineterminator="\r\n").writerow(shown)
    return out.getvalue().encode("utf-8", "backslashreplace").decode()
