"""Turns what the program has to say into lines on standard output and standard error."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO, TextIOWrapper
from typing import TextIO

from cobrand.errors import CobrandError
from cobrand.messages import say, ui, ui_plural
from cobrand.model.finding import Finding, Severity

SEVERITIES = {
    Severity.BREACH: "broken",
    Severity.WARNING: "look at this",
    Severity.NOTE: "note",
    Severity.KEPT: "kept",
}
_UNPAIRED = re.compile("[\ud800-\udfff]")  # a file's name may have bytes that are no letters
ERASE = "\r\x1b[K"


@dataclass(slots=True)
class Console:
    """Where a command speaks: results on `out`, everything else on `err`."""

    language: str = "en"
    json: bool = False
    out: TextIO = field(default_factory=lambda: steady(sys.stdout))
    err: TextIO = field(default_factory=lambda: steady(sys.stderr))
    busy: bool = False

    def ui(self, source: str, /, **values: str | float) -> str:
        """Return the program's own words in the person's language."""
        return ui(self.language, source, **values)

    def plural(self, one: str, many: str, count: int, /) -> str:
        """Return words that change with a number, named `{n}`."""
        return ui_plural(self.language, one, many, count)

    def show(self, line: str = "") -> None:
        """Print a result, unless JSON was asked for."""
        if not self.json:
            print(line, file=self.out)

    def tell(self, line: str) -> None:
        """Print something about the work."""
        self.clear()
        print(line, file=self.err)

    def progress(self, line: str) -> None:
        """Show where the work is, on one line of a terminal."""
        if self.err.isatty():
            self.busy = True
            print(ERASE + line, end="", flush=True, file=self.err)

    def clear(self) -> None:
        """Take the line of progress away."""
        if self.busy:
            self.busy = False
            print(ERASE, end="", flush=True, file=self.err)

    def complain(self, problem: CobrandError) -> None:
        """Say what stopped the work, in JSON too where that was asked for."""
        self.tell(f"cobrand: {say(self.language, problem)}")
        if self.json:
            self.document({"error": described_error(self.language, problem)})

    def findings(self, found: Iterable[Finding]) -> None:
        """Print findings as a result."""
        for line in self._lines(found):
            self.show(line)

    def tell_findings(self, found: Iterable[Finding]) -> None:
        """Print findings beside a result."""
        for line in self._lines(found):
            self.tell(line)

    def _lines(self, found: Iterable[Finding]) -> Iterator[str]:
        for each in found:
            yield f"  {self.ui(SEVERITIES[each.severity])}: {say(self.language, each)}"

    def document(self, value: object, *, indent: int | None = 2) -> None:
        """Print JSON; letters that the stream cannot carry are escaped."""
        unicode = (self.out.encoding or "").lower().replace("-", "") == "utf8"
        text = json.dumps(value, ensure_ascii=not unicode, indent=indent)
        print(_UNPAIRED.sub(lambda half: f"\\u{ord(half[0]):04x}", text), file=self.out)


def described(language: str, finding: Finding) -> Mapping[str, object]:
    """Return a finding as JSON has it."""
    mending = finding.mending
    return {
        "severity": finding.severity.name.lower(),
        "code": finding.code,
        "role": finding.role,
        "values": dict(finding.values),
        "sentence": say(language, finding),
        "mending": {"id": mending.id, "state": mending.state} if mending else None,
    }


def described_error(language: str, problem: CobrandError) -> Mapping[str, object]:
    """Return an error as JSON has it."""
    return {"code": problem.code, "values": problem.values, "sentence": say(language, problem)}


def steady(stream: TextIO | None) -> TextIO:
    """Return a stream that never stops at a letter it cannot carry."""
    if stream is None:  # a program that was started without a console has none
        return StringIO()
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")
    return stream
