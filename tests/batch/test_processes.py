"""Rows made in processes: the same files with any number, and a lost process loses only its row."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from cobrand.batch import make as batches
from cobrand.batch import worker
from cobrand.batch.crew import Processes
from cobrand.batch.make import Batch
from cobrand.batch.plan import Plan
from cobrand.batch.report.write import Painter
from cobrand.batch.row import Roster
from cobrand.batch.run import How
from cobrand.batch.wish import Wish
from cobrand.errors import BatchError
from cobrand.library import Library
from tests.batch.fakes import answer, roster
from tests.batch.test_run import held
from tests.cli.conftest import SVG

WISH = Wish(formats=("ig_square", "og_image"))


@pytest.fixture(scope="module")
def crew() -> Iterator[Processes]:
    crew = Processes(answer, 2)
    yield crew
    crew.close()


def run(crew: Processes, rows: Roster, out: Path, **how: bool) -> Batch:
    return batches.make(Plan(Library.shipped(), rows, WISH), crew, How(out, language="en", **how))


def made(folder: Path, crew: Processes, names: Sequence[str], out: Path) -> Batch:
    return run(crew, roster(folder / "logos", names), out)


def test_a_process_that_dies_loses_only_its_row(tmp_path: Path, crew: Processes) -> None:
    names = ["deadly", *(f"row {n}" for n in range(12)), "deadly too"]
    done = made(tmp_path, crew, names, tmp_path / "out")

    assert dict(done.result.states) == {"made": 12, "failed": 2}
    assert done.result.stopped is None


def test_the_order_in_which_rows_end_is_nowhere_in_the_files(
    tmp_path: Path, crew: Processes
) -> None:
    names = [f"{'slow' if n % 3 == 0 else 'row'} {n}" for n in range(12)]
    made(tmp_path, crew, names, tmp_path / "two")
    alone = Processes(answer, 1)
    made(tmp_path, alone, names, tmp_path / "one")
    alone.close()

    assert held(tmp_path / "one") == held(tmp_path / "two")


def test_real_cards_are_the_same_from_one_process_and_from_two(tmp_path: Path) -> None:
    rows = roster(tmp_path / "logos", ("Bridges", "Jisr جسر", "Puentes"))
    for number, row in enumerate(rows.rows):
        Path(row.brief.logo).write_text(SVG.replace("0A3C78", f"0A3C{number}8"), "utf-8")
    for jobs in (1, 2):
        crew = Processes(partial(worker.answer, worker.Setup(worker.shipped)), jobs)
        done = run(crew, rows, tmp_path / str(jobs), report=jobs == 2)
        crew.close()
        assert dict(done.result.states) == {"made": 3}
    reports = {
        "report.html",
        "report.csv",
        "report.json",
        "proof.pdf",
        "contact-sheet/page-001.jpg",
    }
    two = held(tmp_path / "2")

    assert reports <= set(two)
    assert {name: data for name, data in two.items() if name not in reports} == held(tmp_path / "1")


def ending(times: int, marks: Path) -> bytes:
    """End this process as if it were killed, so many times, then answer."""
    done = len(list(marks.iterdir()))
    if done < times:
        (marks / str(done)).touch()
        os._exit(9)
    return b"drawn"


@pytest.mark.parametrize("times", [0, 1])
def test_a_process_that_ends_while_it_draws_a_report_is_replaced(
    times: int, tmp_path: Path
) -> None:
    with Painter() as painter:
        assert painter.drawn("proof.pdf", ending, times, tmp_path) == b"drawn"


def test_a_report_that_ends_every_process_is_said(tmp_path: Path) -> None:
    with Painter() as painter, pytest.raises(BatchError) as problem:
        painter.drawn("proof.pdf", ending, 9, tmp_path)

    assert problem.value.values["name"] == "proof.pdf"
