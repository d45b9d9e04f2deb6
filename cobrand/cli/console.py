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
STATES = {"done": "mended", "undone": "as sent", "offered": "can be mended"}
_OPTIONS = {"logo.several-pages": "--page", "export.target-exists": "--replace"}
"""What to say on a command line to have it otherwise, where the sentence cannot name it."""
_IN_X = {"rule.clear_space", "rule.clear_space_tight", "rule.gap", "file.clear_space", "file.gap"}
"""What is counted in X, which is then explained."""
_COMMANDS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]")
"""What a file's name may have and a terminal would obey: new lines, colours, turned letters."""
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
            print(_shown(line), file=self.out)

    def tell(self, line: str) -> None:
        """Print something about the work, after the results that came before it."""
        self.clear()
        self.out.flush()
        print(_shown(line), file=self.err)

    def progress(self, line: str) -> None:
        """Show where the work is, on one line of a terminal."""
        if self.err.isatty():
            self.busy = True
            print(ERASE + _shown(line), end="", flush=True, file=self.err)

    def clear(self) -> None:
        """Take the line of progress away."""
        if self.busy:
            self.busy = False
            print(ERASE, end="", flush=True, file=self.err)

    def complain(self, problem: CobrandError) -> None:
        """Say what stopped the work, in JSON too where that was asked for."""
        self.tell(f"cobrand: {said(self.language, problem)}")
        if self.json:
            self.document({"error": described_error(self.language, problem)})

    def label(self, found: Finding) -> str:
        """Return in a word how grave a finding is, or what became of it."""
        state = STATES[found.mending.state] if found.mending else SEVERITIES[found.severity]
        return self.ui(state)

    def findings(self, found: Iterable[Finding]) -> None:
        """Print findings as a result."""
        for line in self._lines(found):
            self.show(line)

    def tell_findings(self, found: Iterable[Finding]) -> None:
        """Print findings beside a result."""
        for line in self._lines(found):
            self.tell(line)

    def unit(self, found: Iterable[Finding]) -> Iterator[str]:
        """Yield what X is, where a finding counts in it."""
        if any(each.code in _IN_X for each in found):
            yield f"  {self.ui('X is half the height of the campaign mark.')}"

    def _lines(self, found: Iterable[Finding]) -> Iterator[str]:
        listed = tuple(found)
        for each in listed:
            yield f"  {self.label(each)}: {said(self.language, each)}"
        yield from self.unit(listed)

    def document(self, value: object, *, indent: int | None = 2) -> None:
        """Print JSON; letters that the stream cannot carry are escaped."""
        unicode = (self.out.encoding or "").lower().replace("-", "") == "utf8"
        text = json.dumps(value, ensure_ascii=not unicode, indent=indent)
        print(_UNPAIRED.sub(lambda half: f"\\u{ord(half[0]):04x}", text), file=self.out)


def _shown(line: str) -> str:
    return _COMMANDS.sub("\N{REPLACEMENT CHARACTER}", line)


def said(language: str, thing: CobrandError | Finding) -> str:
    """Return the sentence for an error or a finding, with the option that has it otherwise."""
    option = _OPTIONS.get(thing.code, "")
    if isinstance(thing, Finding) and thing.mending:
        done = thing.mending.state == "done"
        option = f"--keep {thing.mending.id}" if done else f"--fix {thing.mending.id}"
    return f"{say(language, thing)} [{option}]" if option else say(language, thing)


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
