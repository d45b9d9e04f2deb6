"""What becomes of a run: whole files, one line for a bad row, a resume that redoes what it must."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest

from cobrand.batch import make as batches
from cobrand.batch import run as runs
from cobrand.batch.crew import Crew
from cobrand.batch.job import Done, Job, MadeFile
from cobrand.batch.make import Batch
from cobrand.batch.plan import Plan
from cobrand.batch.progress import Progress
from cobrand.batch.row import Roster
from cobrand.batch.run import How
from cobrand.batch.wish import Wish
from cobrand.errors import BatchError, LogoTooLarge, TargetExists, WriteFailed
from cobrand.library import Library
from cobrand.model.finding import breach
from tests.batch.fakes import Elsewhere, Here, answer, roster

WISH = Wish(formats=("ig_square", "og_image"))
NAMES = ("Bridges", "Jisr", "Puentes")


def run(rows: Roster, out: Path, wish: Wish = WISH, crew: Crew | None = None, **how: bool) -> Batch:
    plan, asked = Plan(Library.shipped(), rows, wish), How(out, language="en", **how)
    batches.check(plan, asked)
    return batches.make(plan, crew or Here(), asked)


def held(out: Path) -> Mapping[str, bytes]:
    """Return every file under a final name, but the record."""
    found = (path for path in out.rglob("*") if path.is_file() and ".cobrand" not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}


def moments(out: Path) -> Mapping[str, int]:
    return {name: (out / name).stat().st_mtime_ns for name in held(out)}


def redone(before: Mapping[str, int], out: Path) -> set[str]:
    return {name for name, moment in moments(out).items() if before.get(name) != moment}


@pytest.fixture
def rows(tmp_path: Path) -> Roster:
    return roster(tmp_path / "logos", NAMES)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def test_every_row_has_its_files_and_the_proof_of_them(rows: Roster, out: Path) -> None:
    done = run(rows, out)
    proof = json.loads((out / "Jisr/proof.json").read_bytes())

    assert done.result.complete
    assert len(held(out)) == 3 * (2 + 2)
    assert [each["name"] for each in proof["files"]] == ["ig_square-en.png", "og_image-en.png"]
    for each in proof["files"]:
        data = (out / "Jisr" / each["name"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == each["sha256"]


def test_one_bad_row_is_one_bad_row(tmp_path: Path, out: Path) -> None:
    done = run(roster(tmp_path / "logos", ("Bridges", "bad", "Jisr")), out)

    assert dict(done.result.states) == {"made": 2, "failed": 1}
    assert not (out / "bad").exists()


def test_each_row_tells_what_is_there_now(tmp_path: Path, out: Path) -> None:
    plan = Plan(Library.shipped(), roster(tmp_path / "logos", ("Bridges", "bad")), WISH)
    steps: list[Progress] = []
    for resume in (False, True):
        batches.make(plan, Here(), How(out, resume=resume), tell=steps.append)

    told = [(step.stem, step.state, step.there) for step in steps]
    assert told == [("Bridges", "made", 2), ("bad", "failed", 0), ("Bridges", "kept", 2),
                    ("bad", "failed", 0)]  # fmt: skip
    assert [found.code for found in steps[0].findings] == ["mark.stand-in"]


def test_an_accident_in_one_file_costs_that_file(tmp_path: Path, out: Path) -> None:
    done = run(roster(tmp_path / "logos", ("Bridges", "odd")), out)
    proof = json.loads((out / "odd/proof.json").read_bytes())

    assert dict(done.result.states) == {"made": 1, "partly": 1}
    assert [each["code"] for each in proof["failed"]] == ["batch.unforeseen"]


def test_a_resume_with_nothing_changed_does_nothing(rows: Roster, out: Path) -> None:
    run(rows, out)
    before, crew = moments(out), Here()
    done = run(rows, out, crew=crew, resume=True)

    assert (done.result.jobs, done.result.made, done.result.kept) == (0, 0, 6)
    assert redone(before, out) == set()
    assert crew.made == []


def test_a_changed_logo_redoes_exactly_its_files(rows: Roster, out: Path) -> None:
    run(rows, out)
    before = moments(out)
    Path(rows.rows[1].brief.logo).write_text("<another>", "utf-8")
    run(rows, out, resume=True)

    assert redone(before, out) == {name for name in before if name.startswith("Jisr/")}


def test_a_logo_elsewhere_with_the_same_content_redoes_nothing(
    rows: Roster, out: Path, tmp_path: Path
) -> None:
    run(rows, out)
    moved = tmp_path / "moved"
    Path(rows.rows[0].brief.logo).parent.rename(moved)
    briefs = [replace(row, brief=row.brief.with_files(lambda f: str(moved / Path(f).name)))
              for row in rows.rows]  # fmt: skip

    assert run(replace(rows, rows=tuple(briefs)), out, resume=True).result.jobs == 0


@pytest.mark.parametrize("harm", ["deleted", "altered"])
@pytest.mark.parametrize("name", ["Jisr/og_image-en.png", "Jisr/proof.html"])
def test_a_file_that_is_gone_or_altered_is_made_again(
    harm: str, name: str, rows: Roster, out: Path
) -> None:
    run(rows, out)
    whole, before = held(out), moments(out)
    if harm == "deleted":
        (out / name).unlink()
    else:
        (out / name).write_bytes(b"altered")
    run(rows, out, resume=True)

    assert held(out) == whole
    assert redone(before, out) == {name, "Jisr/proof.json", "Jisr/proof.html"}


def test_a_format_more_makes_only_its_files(rows: Roster, out: Path) -> None:
    run(rows, out, replace(WISH, formats=("og_image",)))
    before = moments(out)
    run(rows, out, resume=True)
    new = redone(before, out)

    assert {name for name in new if name.endswith(".png")} == {
        f"{name}/ig_square-en.png" for name in NAMES
    }
    assert len(json.loads((out / "Jisr/proof.json").read_bytes())["files"]) == 2


def test_a_resumed_set_is_the_one_that_was_never_disturbed(
    rows: Roster, out: Path, tmp_path: Path
) -> None:
    run(rows, tmp_path / "whole")
    run(rows, out, replace(WISH, formats=("og_image",)))
    (out / "Bridges/proof.json").unlink()
    run(rows, out, resume=True)

    assert held(out) == held(tmp_path / "whole")


def test_files_of_no_run_are_never_replaced_unasked(rows: Roster, out: Path) -> None:
    (out / "Jisr").mkdir(parents=True)
    (out / "Jisr/og_image-en.png").write_bytes(b"mine")

    for resume in (False, True):
        with pytest.raises(TargetExists) as refused:
            run(rows, out, resume=resume)
        assert refused.value.values["name"] == "Jisr/og_image-en.png"
    assert held(out) == {"Jisr/og_image-en.png": b"mine"}
    run(rows, out, replace=True)
    assert held(out)["Jisr/og_image-en.png"] != b"mine"


def test_a_second_run_without_a_word_makes_nothing(rows: Roster, out: Path) -> None:
    run(rows, out)
    before = moments(out)

    with pytest.raises(TargetExists):
        run(rows, out)
    assert redone(before, out) == set()


def test_files_of_rows_that_left_are_listed_and_stay(rows: Roster, out: Path) -> None:
    run(rows, out)
    done = run(replace(rows, rows=rows.rows[:2]), out, resume=True)

    assert set(done.orphans) == {
        f"Puentes/{name}"
        for name in ("ig_square-en.png", "og_image-en.png", "proof.html", "proof.json")
    }
    assert set(done.orphans) <= set(held(out))


def test_a_cancel_leaves_whole_rows_and_a_resume_completes(
    rows: Roster, out: Path, tmp_path: Path
) -> None:
    run(rows, tmp_path / "whole")
    steps: list[Progress] = []
    plan, how = Plan(Library.shipped(), rows, WISH), How(out, language="en")
    done = batches.make(plan, Here(), how, tell=steps.append, cancelled=lambda: len(steps) > 0)

    assert done.result.cancelled
    assert dict(done.result.states) == {"made": 1, "waiting": 2}
    assert len(held(out)) == 4
    assert run(rows, out, resume=True).result.complete
    assert held(out) == held(tmp_path / "whole")


def full(job: Job) -> None:
    if job.stem == "Jisr":
        raise WriteFailed("export.disk-full", name="x", folder="", bytes=1)


def test_a_full_disk_stops_the_run_and_says_so(rows: Roster, out: Path) -> None:
    done = run(rows, out, crew=Here(full))

    assert done.result.stopped is not None
    assert done.result.stopped.code == "export.disk-full"
    assert dict(done.result.states) == {"made": 1, "failed": 1, "waiting": 1}
    assert run(rows, out, resume=True).result.complete


def test_a_folder_that_vanishes_is_not_made_again(rows: Roster, out: Path) -> None:
    def pull_out(job: Job) -> None:
        if job.stem == "Jisr":
            out.rename(out.with_name("stick"))

    done = run(rows, out, crew=Here(pull_out))

    assert done.result.stopped is not None
    assert done.result.stopped.code == "export.folder-gone"
    assert not out.exists()


def test_two_runs_never_work_in_one_folder(rows: Roster, out: Path) -> None:
    refused: list[str] = []

    def meddle(_: Job) -> None:
        with pytest.raises(BatchError) as problem:
            run(rows, out, resume=True)
        refused.append(problem.value.code)

    run(rows, out, crew=Here(meddle))

    assert set(refused) == {"batch.folder-busy"}


def test_a_damaged_record_is_said(rows: Roster, out: Path) -> None:
    run(rows, out)
    (out / ".cobrand/manifest.sqlite").write_bytes(b"no database at all" * 500)

    with pytest.raises(BatchError) as problem:
        run(rows, out, resume=True)
    assert problem.value.code == "batch.manifest-damaged"


def test_what_a_killed_run_left_half_goes(rows: Roster, out: Path) -> None:
    run(rows, out)
    half = out / "Jisr" / f".og_image-en.png.cobrand-part-{'0' * 16}"
    half.write_bytes(b"half")
    run(rows, out, resume=True)

    assert not half.exists()


@pytest.mark.parametrize("how", ["per-row", "all"])
def test_zips_are_the_same_again(how: str, rows: Roster, tmp_path: Path) -> None:
    wish = replace(WISH, zip=how)  # type: ignore[arg-type]
    for name in ("one", "other"):
        run(rows, tmp_path / name, wish)
    name = "Jisr.zip" if how == "per-row" else "cards.zip"
    with zipfile.ZipFile(tmp_path / "one" / name) as parcel:
        inside = parcel.namelist()

    assert held(tmp_path / "one") == held(tmp_path / "other")
    assert inside == sorted(inside)
    assert "Jisr/og_image-en.png" in inside or "og_image-en.png" in inside


def test_a_zip_is_kept_until_something_in_it_changes(rows: Roster, out: Path) -> None:
    wish = replace(WISH, zip="per-row")
    run(rows, out, wish)
    before = moments(out)
    assert run(rows, out, wish, resume=True).result.jobs == 0
    Path(rows.rows[1].brief.logo).write_text("<another>", "utf-8")
    run(rows, out, wish, resume=True)

    assert redone(before, out) == {"Jisr.zip"}


def test_another_disk_makes_the_same_files_and_resumes_them(
    rows: Roster, out: Path, tmp_path: Path
) -> None:
    run(rows, tmp_path / "here")
    run(rows, out, crew=Elsewhere())

    assert held(out) == held(tmp_path / "here")
    assert run(rows, out, resume=True).result.jobs == 0
    assert run(rows, tmp_path / "here", crew=Elsewhere(), resume=True).result.jobs == 0


def test_broken_rules_are_counted_in_rows(tmp_path: Path, out: Path) -> None:
    rows = roster(tmp_path / "logos", ("Bridges", "broken"))

    assert run(rows, out).result.broken == 1
    assert run(rows, out, resume=True).result.broken == 1


def test_what_the_roster_has_wrong_is_told_of_its_row_and_is_no_broken_rule(
    tmp_path: Path, out: Path
) -> None:
    rows = roster(tmp_path / "logos", ("Bridges", "Jisr"))
    missing = breach("roster.logo-missing", logo="nowhere.svg", column="logo")
    wrong = replace(rows, rows=(rows.rows[0], replace(rows.rows[1], findings=(missing,))))
    told: list[Progress] = []
    plan = Plan(Library.shipped(), wrong, WISH)
    done = batches.make(plan, Here(), How(out), tell=told.append)

    assert [step.problem for step in told] == [None, missing]
    assert (done.result.broken, done.totals.broken) == (0, 0)


def test_a_proof_shows_its_files_as_that_of_a_kit_does(rows: Roster, out: Path) -> None:
    run(rows, out)
    text = (out / "Jisr/proof.html").read_text("utf-8")

    assert text.count('alt="The mark beside that of Jisr"') == 2
    assert text.count(">og_image-en.png<") >= 1
    assert text.count('<g class="o-ink"') == 2
    assert "proof.json" in text
    assert "proof.pdf" not in text  # there is one for the whole batch


def test_what_an_earlier_run_found_is_known_after_a_cancel(tmp_path: Path, out: Path) -> None:
    rows = roster(tmp_path / "logos", ("broken",))
    run(rows, out)
    how = How(out, resume=True, language="en")
    batches.make(Plan(Library.shipped(), rows, WISH), Here(), how, cancelled=lambda: True)

    assert run(rows, out, resume=True).result.broken == 1


def test_an_accident_of_a_worker_costs_its_row(rows: Roster, out: Path) -> None:
    def stumble(job: Job) -> None:
        if job.stem == "Jisr":
            raise ZeroDivisionError

    assert dict(run(rows, out, crew=Here(stumble)).result.states) == {"made": 2, "failed": 1}


class Starved(Here):
    """A crew whose reader of logos is ended so many times."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times, self.alone = times, list[bool]()

    def submit(self, job: Job, *, alone: bool = False) -> Future[Done]:
        row = super().submit(job, alone=alone)
        if job.stem == "Jisr" and self.times:
            self.times -= 1
            self.alone.append(alone)
            error = LogoTooLarge("logo.reader-died")
            lost = tuple(MadeFile(task.name, error=error) for task in job.tasks)
            row = Future()
            row.set_result(Done(lost, (), 0.1))
        return row


def test_a_row_whose_reader_was_ended_is_tried_once_more_alone(rows: Roster, out: Path) -> None:
    crew = Starved(1)
    done = run(rows, out, crew=crew)

    assert done.result.complete
    assert crew.made.count("Jisr") == 2


def test_a_row_whose_reader_is_always_ended_says_so_and_how_to_try_again(
    rows: Roster, out: Path
) -> None:
    crew = Starved(9)
    done = run(rows, out, crew=crew, report=True)
    report = json.loads((out / "report.json").read_bytes())
    (row,) = (each for each in report["rows"] if each["name"] == "Jisr")

    assert crew.alone == [False, True]
    assert done.result.states == {"made": 2, "failed": 1}
    assert "then try the row once more with “--resume”" in json.dumps(row, ensure_ascii=False)


class Slow(Here):
    """A crew whose rows are made file by file, while somebody looks."""

    def __init__(self, order: Callable[[Job], None]) -> None:
        super().__init__()
        self.order, self.waiting = order, list[tuple[Job, Future[Done]]]()

    def submit(self, job: Job, *, alone: bool = False) -> Future[Done]:
        row: Future[Done] = Future()
        self.waiting.append((job, row))
        return row

    def check(self) -> None:
        for job, _ in self.waiting:
            self.order(job)

    def finish(self) -> None:
        for job, row in self.waiting:
            row.set_result(answer(job))
        self.waiting.clear()


def test_a_row_in_hand_tells_of_its_files_one_after_another(
    rows: Roster, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "_WATCH", 0.0)
    told: list[Progress] = []

    def tell(step: Progress) -> None:
        told.append(step)
        if step.there == 2:
            crew.finish()

    def write(job: Job) -> None:
        name = next(task.name for task in job.tasks if not (out / task.name).exists())
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_bytes(b"a card")

    crew = Slow(write)
    plan = Plan(Library.shipped(), replace(rows, rows=rows.rows[:1]), WISH)
    batches.make(plan, crew, How(out, language="en"), tell=tell)

    assert [(each.state, each.there, each.files) for each in told] == [
        ("making", 1, 1), ("making", 2, 2), ("made", 2, 2),
    ]  # fmt: skip
    assert {each.planned for each in told} == {2}
