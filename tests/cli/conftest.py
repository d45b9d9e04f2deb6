"""A console that keeps what it says, a real engine, and small logos."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from cobrand.cli.command import Command
from cobrand.cli.console import Console
from cobrand.cli.parser import parse
from cobrand.engine import Engine
from cobrand.intake import door
from cobrand.library import Library
from cobrand.typeset.setter import QtTypesetter

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
    '<rect x="20" y="10" width="160" height="80" fill="#0A3C78"/>'
    '<circle cx="60" cy="50" r="24" fill="#FFFFFF"/></svg>'
)


@dataclass(frozen=True)
class Said:
    """What a command returned and printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture(scope="session")
def engine(library: Library, typesetter: QtTypesetter) -> Engine:
    """The real engine; logos are read in this process, which is faster here."""
    return Engine(
        library, typesetter, load=lambda path, care: door.read(path.read_bytes(), care=care)
    )


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    """A simple logo in a folder of its own."""
    file = tmp_path / "logos" / "bridges_association.svg"
    file.parent.mkdir()
    file.write_text(SVG, "utf-8")
    return file


@pytest.fixture
def run() -> Run:
    """Run one command in this process, with what it needs handed in."""

    def run(
        command: Command, work: Callable[..., int], words: Sequence[str], *world: object,
        language: str = "en",
    ) -> Said:  # fmt: skip
        asked = parse(command, words)
        out, err = StringIO(), StringIO()
        code = work(asked, Console(language, asked.json, out, err), *world)
        return Said(code, out.getvalue(), err.getvalue())

    return run
