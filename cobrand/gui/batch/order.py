"""What a person has asked of a batch: one frozen record, kept so that it can be gone on with."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from cobrand.batch.roster import Wanted
from cobrand.batch.wish import USUAL_PATTERN, Wish, Zip
from cobrand.intake.readers import processors
from cobrand.model.brief import Brief
from cobrand.model.record import build

_log = logging.getLogger(__name__)
_MOST_JOBS = 16
_OF_ONE = ("logo", "reversed", "mono", "name")


@dataclass(frozen=True, slots=True)
class Order:
    """A list, how it is read, what is made of it and where it goes; paths as text, "" for none.

    `written` are (row, field, text) in the place of cells, `left` are rows that are skipped.
    `base` says what the list does not say; `finished` that everything was made.
    """

    roster: str = ""
    logos: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    written: tuple[tuple[int, str, str], ...] = ()
    left: tuple[int, ...] = ()
    typeset: bool = False
    formats: tuple[str, ...] = ("@kit",)
    languages: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    ground: str = ""
    pattern: str = USUAL_PATTERN
    zip: Zip = ""
    folder: str = ""
    jobs: int = 1
    base: Brief = field(default_factory=Brief)
    finished: bool = False

    @property
    def wanted(self) -> Wanted:
        """How the list is read."""
        return Wanted(
            base=self.base,
            logos=Path(self.logos) if self.logos else None,
            columns=self.columns,
            encoding=self.encoding,
            delimiter=self.delimiter,
            sheet=self.sheet,
            typeset_missing=self.typeset,
            written=self.written,
        )

    @property
    def wish(self) -> Wish:
        """What is made of every row."""
        return Wish(
            formats=self.formats,
            languages=self.languages,
            templates=self.templates,
            ground=self.ground,
            pattern=self.pattern,
            zip=self.zip,
        )

    def with_text(self, row: int, field_: str, text: str) -> Order:
        """Return the order with a text in the place of a cell."""
        rest = tuple(each for each in self.written if each[:2] != (row, field_))
        return replace(self, written=(*rest, (row, field_, text)))

    def with_column(self, field_: str, heading: str) -> Order:
        """Return the order with a field in another column; "" for none."""
        rest = tuple(each for each in self.columns if each[0] != field_ and each[1] != heading)
        return replace(self, columns=(*rest, (field_, heading)))

    def reading(self, **changes: str) -> Order:
        """Return the order with the list read another way."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def looking_like(self, brief: Brief) -> Order:
        """Return the order with the look and words of a kit, without what is its own alone."""
        plain = Brief()
        own = {name: getattr(plain, name) for name in (*_OF_ONE, "page", "mend", "keep")}
        base = replace(brief, **own, permissions=())
        return replace(self, base=base, templates=(brief.template,), ground=brief.ground)


def begin(roster: Path, before: Order, folder: Path, crowded: Sequence[Path]) -> Order:
    """Return the order for another list, with what was asked before of cards and names.

    Logos are looked for beside the list, unless it lies in one of the `crowded` folders, where
    much else lies.
    """
    return replace(
        before,
        roster=str(roster),
        logos=_logos(roster.parent, crowded),
        columns=(),
        encoding="",
        delimiter="",
        sheet="",
        written=(),
        left=(),
        folder=str(folder / f"{roster.stem} cards"),
        finished=False,
    )


def fair_jobs() -> int:
    """Return how many files are made at once where nobody says: one stays free for the window."""
    return max(1, min(processors() - 1, _MOST_JOBS))


def _logos(home: Path, crowded: Sequence[Path]) -> str:
    try:
        inside = sorted(each for each in home.iterdir() if each.is_dir())
    except OSError:
        return ""
    named = [each for each in inside if "logo" in each.name.lower()]
    if named:
        return str(named[0])
    return "" if home in crowded else str(home)


def keep(file: Path, order: Order) -> None:
    """Remember an order; a folder that cannot be written to only leaves a line in the log."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    data = {**asdict(order), "base": json.loads(order.base.to_json())}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(data, ensure_ascii=True, indent=1), "utf-8")
        fresh.replace(file)
    except OSError as problem:
        _log.warning("order not kept: %s", problem)


def kept(file: Path) -> Order | None:
    """Return the order that was kept, or None if there is none that can be read."""
    try:
        data = json.loads(file.read_text("utf-8"))
        base = Brief.from_json(json.dumps(data.pop("base")))
        return replace(build(Order, data), base=base)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
