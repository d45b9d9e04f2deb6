"""A whole list in a window of its own: read, mended, made, stopped, gone on with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from cobrand.batch.job import Job
from cobrand.gui.batch import troubles
from cobrand.gui.batch.lines import FILES, LANGUAGE, LOGO, NAME
from cobrand.gui.batch.window import BatchWindow
from cobrand.gui.stops import stops
from cobrand.gui.window import Window
from cobrand.messages.tables.batch import BATCH
from cobrand.messages.tables.roster import ROSTER
from tests.batch.fakes import Here
from tests.gui.conftest import MakeWindow
from tests.logos import svg

OpenList = Callable[..., BatchWindow]
GOOD = (("River", "river.svg", "English"), ("Jisr", "jisr.svg", "ar"), ("Puente", "puente.svg", ""))
BAD = (*GOOD, ("Brücke", "bruke.svg", "German"), ("Sans logo", "", "Frenchh"))


def write_list(folder: Path, rows: Sequence[tuple[str, str, str]]) -> Path:
    logos = folder / "logos"
    logos.mkdir(parents=True, exist_ok=True)
    for name in ("river", "jisr", "puente", "brucke"):
        (logos / f"{name}.svg").write_bytes(svg("wide"))
    roster = folder / "partners.csv"
    lines = [";".join(row) for row in (("Organisation", "Logo file", "Language"), *rows)]
    roster.write_text("\n".join(lines), "utf-8")
    return roster


def opened(
    window: Window, qtbot: QtBot, crew: Here | None = None, *, in_processes: bool = False
) -> BatchWindow:
    with qtbot.waitSignal(window.batching.opened, timeout=20_000):
        window.deeds["batch"].trigger()
    batch = window.batching.window
    assert batch is not None
    if not in_processes:
        batch.workshop.open_crew = lambda _: crew or Here()
    batch.workshop.change(formats=("ig_square", "og_image"))
    return batch


@pytest.fixture
def open_list(window: Window, qtbot: QtBot, tmp_path: Path) -> OpenList:
    def opening(rows: Sequence[tuple[str, str, str]], crew: Here | None = None) -> BatchWindow:
        batch = opened(window, qtbot, crew)
        with qtbot.waitSignal(batch.workshop.looked, timeout=20_000):
            batch.open(write_list(tmp_path / "lists", rows))
        return batch

    return opening


def run(batch: BatchWindow, qtbot: QtBot, button: QAbstractButton | None = None) -> str:
    """Press what makes the files, and return what is said at the end."""
    with qtbot.waitSignal(batch.done, timeout=90_000) as signal:
        (button or batch.what_foot.go).click()
    assert signal.args is not None
    return str(signal.args[0])


def mended(batch: BatchWindow, qtbot: QtBot, mend: Callable[[], object]) -> None:
    with qtbot.waitSignal(batch.workshop.looked, timeout=20_000):
        mend()


def column(batch: BatchWindow, which: int) -> list[str]:
    return [batch.lines.text(place, which) for place in range(len(batch.lines.lines))]


def made(batch: BatchWindow) -> set[str]:
    folder = Path(batch.workshop.order.folder)
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.png")}


# the doors


def test_it_opens_from_the_start_page_the_rail_and_by_key(kit: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(kit.batching.opened, timeout=20_000):
        qtbot.keyClick(kit, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    batch = kit.batching.window
    assert batch is not None
    for door in (kit.editor.rail.batch, kit.start.batch):
        batch.close()
        door.click()
        assert batch.isVisible()
    assert not batch.isModal()


# the list


def test_a_list_is_read_and_bad_cells_are_marked(open_list: OpenList) -> None:
    batch = open_list(BAD)

    assert column(batch, NAME) == ["River", "Jisr", "Puente", "Brücke", "Sans logo"]
    assert [batch.lines.sign(place)[1] for place in range(5)] == ["", "", "", "bad", "bad"]
    near = batch.lines.troubles(3)[0]
    assert (near.column, near.offer) == ("logo", "brucke.svg")
    assert batch.head.bad.text() == "2 need you"
    assert "UTF-8" in batch.head.below.text()
    assert batch.read_as.columns["logo"].currentText() == "Logo file"


def test_f8_goes_from_one_bad_row_to_the_next(open_list: OpenList, qtbot: QtBot) -> None:
    batch = open_list(BAD)
    seen = []
    for _ in range(3):
        batch.mending.step(1)
        seen.append(batch.detail.who.text())

    assert seen == ["Row 5: Brücke", "Row 6: Sans logo", "Row 5: Brücke"]


def test_a_near_miss_is_mended_by_one_click(open_list: OpenList, qtbot: QtBot) -> None:
    batch = open_list((*GOOD, ("Brücke", "bruke.svg", "")))
    batch.mending.step(1)

    mended(batch, qtbot, batch.detail.take.click)

    assert column(batch, LOGO)[3] == "brucke.svg"
    assert batch.lines.needing() == []
    assert not batch.detail.isVisible()


def test_a_near_miss_is_mended_with_enter_in_the_table(open_list: OpenList, qtbot: QtBot) -> None:
    batch = open_list((("Jisr", "jisr.svg", "Frenchh"),))
    batch.mending.step(1)

    mended(batch, qtbot, lambda: qtbot.keyClick(batch.table, Qt.Key.Key_Return))

    assert column(batch, LANGUAGE) == ["Français"]


def test_a_logo_from_elsewhere_is_chosen_for_a_row(
    open_list: OpenList, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = tmp_path / "away.svg"
    away.write_bytes(svg("wide"))
    batch = open_list((("Sans logo", "", ""),))
    monkeypatch.setattr(batch.mending.asking, "logo", lambda *_: away)
    batch.mending.step(1)

    mended(batch, qtbot, batch.detail.choose.click)

    assert batch.workshop.rows[0].brief.logo == str(away)
    assert column(batch, LOGO) == ["away.svg"]


def test_a_name_is_typeset_or_a_row_is_skipped(open_list: OpenList, qtbot: QtBot) -> None:
    batch = open_list((("Sans logo", "", ""), ("Ni lui", "", "")))
    batch.mending.step(1)
    mended(batch, qtbot, batch.detail.typeset.click)
    batch.mending.step(1)
    assert batch.detail.who.text() == "Row 3: Ni lui"

    mended(batch, qtbot, batch.detail.leave.click)

    assert batch.workshop.rows[0].sound
    assert batch.lines.lines[1].state == "skipped"
    assert batch.lines.needing() == []


def test_cells_are_written_in_the_table(open_list: OpenList, qtbot: QtBot) -> None:
    batch = open_list(GOOD)

    mended(batch, qtbot, lambda: batch.lines.setData(batch.lines.index(0, NAME), "River & Sons"))

    assert batch.workshop.rows[0].brief.name == "River & Sons"


def test_another_column_is_taken_for_the_name(open_list: OpenList, qtbot: QtBot) -> None:
    batch = open_list(GOOD)
    combo = batch.read_as.columns["name"]
    combo.setCurrentIndex(combo.findData("Logo file"))

    mended(batch, qtbot, lambda: combo.activated.emit(combo.currentIndex()))

    assert column(batch, NAME)[0] == "river.svg"


def test_a_list_that_cannot_be_used_is_said_in_its_place(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    batch = opened(window, qtbot)
    empty = tmp_path / "empty.csv"
    empty.write_text("")
    with qtbot.waitSignal(batch.workshop.refused, timeout=20_000):
        batch.open(empty)

    assert batch.empty.place.complaint.text() == "empty.csv is empty. Save the spreadsheet again."
    assert batch.empty.place.isVisible()


def test_the_sample_list_is_there(window: Window, qtbot: QtBot) -> None:
    batch = opened(window, qtbot)
    with qtbot.waitSignal(batch.workshop.looked, timeout=20_000):
        batch.empty.place.sample.click()

    assert len(batch.lines.lines) == 16
    assert batch.lines.needing() == []


# what is made


def test_what_is_wanted_changes_number_and_example(open_list: OpenList, qtbot: QtBot) -> None:
    batch = open_list(GOOD)
    batch.turn("what")
    assert batch.what_foot.go.text() == "Make 6 files"

    mended(batch, qtbot, batch.wants.formats["og_image"].click)
    assert batch.what_foot.go.text() == "Make 3 files"
    mended(batch, qtbot, batch.wants.languages["fr"].click)
    patterns = batch.wants.patterns
    patterns.setCurrentIndex(patterns.findText("A folder for each language"))
    mended(batch, qtbot, lambda: patterns.activated.emit(patterns.currentIndex()))

    assert batch.wants.example.text() == "For example: en/river/ig_square.png"


def test_a_pattern_that_cannot_be_followed_is_said_below_it(
    open_list: OpenList, qtbot: QtBot
) -> None:
    batch = open_list(GOOD)
    batch.turn("what")

    mended(batch, qtbot, lambda: batch.wants.pattern.edited.emit("{stem}.png"))

    assert "has to end in .{kind}" in batch.wants.pattern.below.text()
    assert not batch.what_foot.go.isVisible()


# the run


def test_three_rows_become_real_files(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    batch = opened(window, qtbot, in_processes=True)
    batch.workshop.change(formats=("ig_square",), jobs=2)
    with qtbot.waitSignal(batch.workshop.looked, timeout=20_000):
        batch.open(write_list(tmp_path / "lists", GOOD))

    told = run(batch, qtbot)

    assert told == "3 of 3 files."
    folder = Path(batch.workshop.order.folder)
    assert (folder / "jisr/ig_square-ar.png").read_bytes().startswith(b"\x89PNG")
    assert all((folder / name).is_file() for name in ("report.html", "river/proof.json"))


def test_rows_are_made_and_told(open_list: OpenList, qtbot: QtBot) -> None:
    batch = open_list(BAD)
    batch.turn("what")

    told = run(batch, qtbot)

    assert told == "6 of 10 files. 2 rows need you."
    assert column(batch, FILES) == ["2 of 2", "2 of 2", "2 of 2", "skipped", "skipped"]
    assert made(batch) >= {"river/ig_square-en.png", "jisr/ig_square-ar.png"}
    assert batch.head.good.text() == "3 done"
    assert batch.run_foot.report.isVisible()
    assert batch.focusWidget() is batch.run_foot.mend


def test_what_was_mended_is_made_and_the_rest_is_kept(open_list: OpenList, qtbot: QtBot) -> None:
    crew = Here()
    batch = open_list((*GOOD, ("Brücke", "bruke.svg", "")), crew)
    run(batch, qtbot)
    batch.run_foot.mend.click()
    mended(batch, qtbot, batch.detail.take.click)
    assert batch.run_foot.mend.text() == "Run the rest"

    told = run(batch, qtbot, batch.run_foot.mend)

    assert told == "8 of 8 files."
    assert crew.made == ["river", "jisr", "puente", "brücke"]


def test_a_row_that_goes_wrong_is_one_row(
    open_list: OpenList, qtbot: QtBot, tmp_path: Path
) -> None:
    batch = open_list(GOOD)
    (tmp_path / "lists/logos/jisr.svg").write_bytes(b"<bad/>")

    told = run(batch, qtbot)

    assert told == "4 of 6 files. 1 row needs you."
    assert column(batch, FILES)[1] == "skipped"
    assert batch.lines.troubles(1)[0].column == "logo"


def test_stop_keeps_whole_files_and_go_on_makes_the_rest(open_list: OpenList, qtbot: QtBot) -> None:
    stopped = Event()

    def wait(job: Job) -> None:
        if job.stem == "jisr":
            stopped.wait(20)

    batch = open_list(GOOD, Here(wait))
    with qtbot.waitSignal(batch.workshop.handed, timeout=20_000):
        batch.what_foot.go.click()
    batch.run_foot.stop.click()
    assert batch.run_foot.stop.text() == "Stop at once"
    with qtbot.waitSignal(batch.done, timeout=20_000):
        stopped.set()
    assert batch.run_foot.words.text() == "Stopped. 4 of 6 files are complete and safe."
    assert column(batch, FILES)[2] == "waiting"

    assert run(batch, qtbot, batch.run_foot.go_on) == "6 of 6 files."


def test_stop_asked_twice_ends_the_workers_at_once(open_list: OpenList, qtbot: QtBot) -> None:
    going, ended = Event(), list[bool]()

    class Killed(Here):
        def close(self, *, at_once: bool = False) -> None:
            ended.append(at_once)
            going.set()

    batch = open_list(GOOD, Killed(lambda _: going.wait(20)))
    with qtbot.waitSignal(batch.workshop.begun, timeout=20_000):
        batch.what_foot.go.click()
    qtbot.waitUntil(lambda: batch.workshop.crewed, timeout=20_000)
    batch.run_foot.stop.click()
    with qtbot.waitSignal(batch.done, timeout=20_000):
        batch.run_foot.stop.click()

    assert ended[0]


def test_a_pause_hands_out_nothing(open_list: OpenList, qtbot: QtBot) -> None:
    batch = open_list(GOOD, Here(lambda job: batch.workshop.pause(job.stem == "river")))
    with qtbot.waitSignal(batch.workshop.advanced, timeout=20_000):
        batch.what_foot.go.click()
    assert batch.run_foot.pause.text() == "Go on"
    assert [line.state for line in batch.lines.lines] == ["made", "waiting", "waiting"]

    assert run(batch, qtbot, batch.run_foot.pause) == "6 of 6 files."


def test_files_that_are_there_are_not_replaced_unasked(open_list: OpenList, qtbot: QtBot) -> None:
    crew = Here()
    batch = open_list(GOOD, crew)
    run(batch, qtbot)
    batch.turn("what")
    with qtbot.waitSignal(batch.workshop.blocked, timeout=20_000):
        batch.workshop.start()
    assert batch.wants.sentence.text() == "Some files have this name already."
    assert crew.made == ["river", "jisr", "puente"]

    assert run(batch, qtbot, batch.wants.resume) == "6 of 6 files."
    assert crew.made == ["river", "jisr", "puente"]


def test_what_was_not_finished_is_gone_on_with_after_a_restart(
    make: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    first = opened(make(), qtbot, Here(lambda job: first.workshop.stop()))
    with qtbot.waitSignal(first.workshop.looked, timeout=20_000):
        first.open(write_list(tmp_path / "lists", GOOD))
    run(first, qtbot)
    again = opened(make(), qtbot)
    assert again.empty.unfinished.isVisible()

    assert run(again, qtbot, again.empty.go_on) == "6 of 6 files."


def test_a_closed_window_lets_the_run_go_on_and_tells_its_end(
    kit: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    batch = opened(kit, qtbot)
    batch.workshop.begun.connect(batch.close)
    with qtbot.waitSignal(batch.workshop.looked, timeout=20_000):
        batch.open(write_list(tmp_path / "lists", GOOD))
    run(batch, qtbot)

    assert not batch.isVisible()
    assert kit.showing.toast.words.text() == "6 of 6 files."
    kit.showing.toast.act.click()
    assert batch.isVisible()


def test_the_program_asks_before_it_stops_a_run(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    going = Event()
    batch = opened(window, qtbot, Here(lambda _: going.wait(20)))
    with qtbot.waitSignal(batch.workshop.looked, timeout=20_000):
        batch.open(write_list(tmp_path / "lists", GOOD))
    with qtbot.waitSignal(batch.workshop.begun, timeout=20_000):
        batch.what_foot.go.click()
    answers = iter((False, True))
    monkeypatch.setattr(batch.mending.asking, "may_stop", lambda _: next(answers))
    window.close()
    assert window.isVisible()
    assert not batch.workshop.stopping

    window.close()
    assert window.isVisible()
    going.set()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)

    assert {name.split("/")[0] for name in made(batch)} <= {"river", "jisr"}


# manners


@pytest.mark.parametrize("page", ["list", "what", "run"])
def test_everything_is_reached_by_tab_and_has_a_name(open_list: OpenList, page: str) -> None:
    batch = open_list(BAD)
    batch.turn(page)
    batch.mending.step(1)
    reached = stops(batch)

    buttons = [each for each in batch.findChildren(QAbstractButton) if each.isVisible()]
    alone = [each for each in buttons if not each.autoExclusive() and each.isEnabled()]
    assert [each.accessibleName() for each in alone if each not in reached] == []
    assert [type(each) for each in reached if not each.accessibleName()] == []
    assert min(min(each.width(), each.height()) for each in alone) >= 28


def test_a_row_is_read_aloud_as_a_whole(open_list: OpenList) -> None:
    batch = open_list(BAD)
    spoken = batch.lines.index(3, NAME).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken.startswith("Brücke, bruke.svg, German")
    assert "No file with this name." in spoken


def test_arabic_is_mirrored(make: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    batch = opened(make("ar"), qtbot)
    with qtbot.waitSignal(batch.workshop.looked, timeout=20_000):
        batch.open(write_list(tmp_path / "lists", BAD))

    def left(widget: QWidget) -> int:
        return widget.mapTo(batch, widget.rect().topLeft()).x()

    assert left(batch.head.title) > batch.width() / 4
    assert left(batch.list_foot.go) < batch.width() / 2
    name = batch.table.visualRect(batch.lines.index(0, NAME))
    assert name.left() > batch.table.visualRect(batch.lines.index(0, LOGO)).left()


def test_no_sentence_names_an_option_of_the_command_line() -> None:
    own_way = ("cluster", "wrong-use")
    said = {**ROSTER, **BATCH}
    naming = [
        code
        for code, words in said.items()
        if "--" in words.text and not code.startswith(own_way) and code not in troubles.WORDS
    ]

    assert naming == []
