"""Turns everything that goes into a file into one digest: the same digest, the same bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import metadata
from pathlib import Path

from cobrand import __version__
from cobrand.batch.plan import Task
from cobrand.library import Library
from cobrand.model.brief import Brief

_DRAWN_BY = (
    "pyside6-essentials", "pyvips", "pyvips-binary", "cairosvg", "pillow", "numpy", "segno",
    "pypdfium2", "python-docx", "fontpkg-noto-sans", "fontpkg-noto-sans-arabic",
    "fontpkg-noto-sans-devanagari", "fontpkg-noto-sans-khmer", "fontpkg-noto-sans-thai",
)  # fmt: skip
"""What draws, sets and packs: another version of it may make other bytes."""
_PIECE = 1 << 20
ABSENT = "absent"


@cache
def program() -> str:
    """Return the program's version and those of what it draws with."""
    return " ".join((__version__, *(f"{name}={_version(name)}" for name in _DRAWN_BY)))


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:  # in a bundle, where versions stand in no list
        return ""


def of(*parts: object) -> str:
    """Return the SHA-256 of a list of texts and numbers."""
    text = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def of_file(path: Path) -> str:
    """Return the SHA-256 of what is in a file, or that it cannot be read."""
    found = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                found.update(piece)
    except OSError:
        return ABSENT
    return found.hexdigest()


def of_bytes(data: bytes) -> str:
    """Return the SHA-256 of these bytes."""
    return hashlib.sha256(data).hexdigest()


class Digests:
    """Digests of tasks; those of campaigns, formats and templates are worked out once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._program = program()
        self._campaign = cache(self._of_campaign)
        self._format = cache(lambda id_: _of_record(library.format(id_)))
        self._template = cache(self._of_template)

    def task(self, task: Task, files: Mapping[str, str]) -> str:
        """Return a task's digest; `files` are the digests of the files that the brief names."""
        brief = task.brief.with_files(lambda file: files[file])
        return of(task.kind, json.loads(brief.to_json()), self.foundation(task.brief))

    def foundations(self, tasks: Sequence[Task]) -> str:
        """Return one digest of what all these tasks stand on."""
        return of([self.foundation(task.brief) for task in tasks])

    def foundation(self, brief: Brief) -> str:
        """Return the digest of what is no person's: the program, the campaign, the template."""
        return of(
            self._program,
            self._campaign(brief.campaign, brief.language),
            self._format(brief.format),
            self._template(brief.template),
        )

    def _of_campaign(self, id_: str, language: str) -> str:
        """Return that of a campaign as it speaks one language: words in others do not count."""
        campaign = self._library.campaign(id_)
        words = campaign.vocabulary(language)
        spoken = replace(campaign, vocabularies=(words,) if words else ())
        script = self._library.script(words.script) if words else None
        return of(_of_record(spoken), _of_record(script))

    def _of_template(self, id_: str) -> str:
        records: dict[str, str] = {}
        while id_ and id_ not in records:
            template = self._library.template(id_)
            records[id_], id_ = _of_record(template), template.follows
        return of(records)


def files_of(brief: Brief) -> tuple[str, ...]:
    """Return every file that a brief names, each once."""
    found: dict[str, None] = {}

    def noted(file: str) -> str:
        found[file] = None
        return file

    brief.with_files(noted)
    return tuple(found)


def proof(parts: Sequence[tuple[str, str]], *more: object) -> str:
    """Return the digest of a proof: of the names and digests of the files that it speaks of."""
    return of(program(), [list(part) for part in parts], *more)


def _of_record(record: object) -> str:
    """Return the digest of a frozen record: how it is written says everything that is in it."""
    return hashlib.sha256(repr(record).encode("utf-8", "surrogatepass")).hexdigest()
