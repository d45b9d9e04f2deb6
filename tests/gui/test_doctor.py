"""The logo doctor's card: what was mended, what waits for a click, own versions, the report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from cobrand.gui.desk import Desk
from cobrand.gui.doctoring import Row
from cobrand.gui.parts.beforeafter import BeforeAfter, Side
from cobrand.gui.parts.doctorrow import DoctorRows
from cobrand.gui.window import Window
from tests.gui.conftest import MakeWindow
from tests.gui.test_window import a_logo, card, drop

KEY = Qt.Key
MENDED = Row("check-circle-fill", "ok", "Ground removed", "It was white.", "undo", "ground")
OFFERED = Row("info", "soft", "Ground inside", "They may be holes.", "mend", "inside")
KNOWN = Row("info", "soft", "Sharp up to 54 mm", "Ask for a vector file.")
PAGED = Row("info", "soft", "One page of several", "It is page 2.", page=2, pages=4)


@pytest.fixture
def desk(window: Window) -> Desk:
    return window.desk


def on_paper(folder: Path, width: int = 700) -> Path:
    """Return a JPEG on white with wide margins."""
    image = QImage(700, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillRect(150, 150, 120, 100, QColor("#a33"))
    painter.fillRect(300, 170, 220, 60, QColor("#247"))
    painter.end()
    file = folder / "harbour.jpg"
    image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    assert image.save(str(file), None, 92)
    return file


@pytest.fixture
def sent(window: Window, qtbot: QtBot, tmp_path: Path) -> Window:
    """A kit whose logo came on white paper."""
    with qtbot.waitSignals([window.showing.drawn, window.studio.compared], timeout=20_000):
        window.filing.open(on_paper(tmp_path))
    window.editor.show_panel("logo")
    return window


def side(colour: str) -> Side:
    image = QImage(100, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return Side(image, QRectF(0, 0, 100, 40), 100, 40)


@pytest.fixture
def pair(desk: Desk, qtbot: QtBot) -> BeforeAfter:
    made = BeforeAfter(desk)
    qtbot.addWidget(made)
    made.show_logo(side("red"), side("blue"), clear=False, light=False)
    made.resize(280, 130)
    made.show()
    return made


@pytest.mark.parametrize(
    ("key", "value"),
    [(KEY.Key_Right, 55), (KEY.Key_Left, 45), (KEY.Key_Home, 0), (KEY.Key_End, 100)],
)
def test_the_divider_follows_keys(pair: BeforeAfter, qtbot: QtBot, key: Qt.Key, value: int) -> None:
    qtbot.keyClick(pair, key)

    assert pair.value() == value


def test_the_divider_follows_the_pointer(pair: BeforeAfter, qtbot: QtBot) -> None:
    qtbot.mousePress(pair, Qt.MouseButton.LeftButton, pos=QPoint(70, 60))

    assert pair.value() == 25


@pytest.mark.parametrize(
    ("direction", "left"),
    [(Qt.LayoutDirection.LeftToRight, "blue"), (Qt.LayoutDirection.RightToLeft, "red")],
)
def test_as_sent_is_where_reading_begins(
    pair: BeforeAfter, direction: Qt.LayoutDirection, left: str
) -> None:
    pair.setLayoutDirection(direction)

    shown = pair.grab().toImage().pixelColor(40, 65)

    assert shown == QColor(left)


def test_a_logo_with_nothing_mended_has_no_divider(pair: BeforeAfter) -> None:
    pair.show_logo(side("red"), None, clear=True, light=False)

    assert not pair.compares
    assert pair.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert pair.accessibleName() == "Your logo"


@pytest.fixture
def rows(desk: Desk, qtbot: QtBot) -> DoctorRows:
    made = DoctorRows(desk)
    qtbot.addWidget(made)
    made.resize(280, 400)
    return made


def test_the_rest_of_many_rows_is_under_its_number(rows: DoctorRows) -> None:
    rows.show_rows((MENDED,) * 5 + (KNOWN,) * 4)
    rows.show()
    assert rows.more.text() == "4 more"
    assert sum(each.isVisible() for each in rows.rows) == 5

    rows.more.click()

    assert all(each.isVisible() for each in rows.rows)
    assert not rows.more.isVisible()


def test_the_focus_stays_with_the_mending_that_was_pressed(rows: DoctorRows, qtbot: QtBot) -> None:
    rows.show_rows((MENDED, KNOWN))
    with qtbot.waitExposed(rows):
        rows.show()
    rows.activateWindow()
    rows.rows[0].act.setFocus()
    qtbot.waitUntil(rows.rows[0].act.hasFocus)

    rows.show_rows((KNOWN, replace(MENDED, deed="mend", title="Ground kept")))

    assert rows.rows[1].act.hasFocus()


def test_what_guesses_is_explained_before_it_is_done(rows: DoctorRows, qtbot: QtBot) -> None:
    rows.show_rows((OFFERED, MENDED))
    rows.show()

    assert rows.rows[0].story.isVisible()
    assert not rows.rows[1].story.isVisible()
    with qtbot.waitSignal(rows.done) as told:
        rows.rows[0].act.click()
    assert told.args == [OFFERED]


def test_why_tells_the_whole_story(rows: DoctorRows) -> None:
    rows.show_rows((KNOWN,))
    rows.show()

    rows.rows[0].act.click()

    assert rows.rows[0].story.isVisible()
    assert rows.rows[0].story.text() == "Ask for a vector file."


def test_another_page_is_chosen(rows: DoctorRows, qtbot: QtBot) -> None:
    rows.show_rows((PAGED,))
    pages = rows.rows[0].pages
    assert [pages.itemText(place) for place in range(pages.count())][1] == "Page 2 of 4"

    with qtbot.waitSignal(rows.paged) as told:
        pages.activated.emit(3)

    assert told.args == [4]


def test_what_was_mended_is_said_and_shown_beside_what_was_sent(sent: Window) -> None:
    titles = [each.row.title for each in sent.editor.logo.rows.rows if each.row.deed == "undo"]

    assert "Ground removed" in titles
    assert sent.editor.logo.portrait.compares


def test_what_is_to_be_looked_at_is_counted_on_the_rail(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        window.filing.open(on_paper(tmp_path, width=300))

    logo = window.studio.logo
    assert logo is not None
    assert "logo.small" in {each.code for each in logo.findings}
    assert "to look at" in window.editor.rail.button("logo").accessibleName()


def test_a_mending_is_undone_and_that_is_undone(sent: Window, qtbot: QtBot) -> None:
    panel, before = sent.editor.logo, card(sent)
    row = next(each for each in panel.rows.rows if each.row.mending == "ground")

    with qtbot.waitSignal(sent.showing.drawn, timeout=20_000):
        row.act.click()

    assert sent.studio.brief.keep == ("ground",)
    assert card(sent) != before
    again = next(each for each in panel.rows.rows if each.row.mending == "ground")
    assert again.act.text() == "Mend"
    assert sent.deeds["undo"].text() == "Undo mending"
    with qtbot.waitSignal(sent.showing.drawn, timeout=20_000):
        sent.deeds["undo"].trigger()
    assert card(sent) == before


def test_an_own_version_is_dropped_shown_and_removed(
    sent: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    well, logo = sent.editor.logo.wells["reversed"], sent.studio.brief.logo
    light = a_logo(tmp_path, "harbour-light.svg", "#fff")

    with qtbot.waitSignal(sent.studio.changed, timeout=20_000):
        drop(well, light)
    assert sent.studio.brief.reversed == str(light)
    assert sent.studio.brief.logo == logo
    assert "harbour-light.svg" in well.words.text()
    assert well.remove.isVisible()

    with qtbot.waitSignal(sent.studio.changed):
        well.remove.click()

    assert sent.studio.brief.reversed == ""


def test_a_place_that_nobody_needs_is_one_quiet_line(
    sent: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sent.filing.dialogs, "ask_open", lambda **_: None)
    dark, mono = (sent.editor.logo.wells[each] for each in ("reversed", "mono"))

    assert "white band" in dark.words.text()
    assert dark.tile.isVisible()
    assert not mono.tile.isVisible()
    assert mono.add.accessibleName() == "In one colour: Use my own file"
    with qtbot.waitSignal(dark.asked):
        qtbot.mouseClick(dark.tile, Qt.MouseButton.LeftButton)


def test_a_white_logo_is_asked_for_a_version_for_paper(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        window.filing.open(a_logo(tmp_path, "harbour-white.svg", "#fff"))
    window.editor.show_panel("logo")

    wells = window.editor.logo.wells

    assert "light" in wells["reversed"].words.text()
    assert "too faint" in wells["mono"].words.text()
    assert wells["mono"].tile.isVisible()


def test_a_name_that_the_file_suggested_follows_the_file(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    def take(name: str) -> str:
        with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
            window.filing.open(a_logo(tmp_path, name, colour))
        return window.studio.brief.name

    colour = "#247"
    assert take("harbour-school-logo.svg") == "Harbour School"
    colour = "#a33"
    assert take("hilltop.svg") == "Hilltop"
    window.studio.write_name("Hilltop Evening School")
    colour = "#363"
    assert take("logo-from-the-designer.svg") == "Hilltop Evening School"


def test_a_version_that_cannot_be_read_is_refused_in_words(
    sent: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"\x89PNG\r\n\x1a\nnot really")

    with qtbot.waitSignal(sent.studio.refused, timeout=20_000):
        drop(sent.editor.logo.wells["mono"], bad)

    assert sent.studio.brief.mono == ""
    assert sent.editor.logo.complaint.isVisible()


def test_the_page_for_the_sender_is_written(
    sent: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "about.html"
    opened: list[QUrl] = []
    monkeypatch.setattr(sent.filing.dialogs, "ask_report", lambda *_: target)
    monkeypatch.setattr("cobrand.gui.nursing.QDesktopServices.openUrl", opened.append)

    sent.editor.logo.report.click()
    qtbot.waitUntil(sent.showing.toast.isVisible, timeout=20_000)

    assert "harbour.jpg" in target.read_text("utf-8")
    assert sent.showing.toast.act.text() == "Open folder"
    sent.showing.toast.act.click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_the_card_is_there_in_arabic(make: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = make("ar")
    with qtbot.waitSignals([window.showing.drawn, window.studio.compared], timeout=20_000):
        window.filing.open(on_paper(tmp_path))
    window.editor.show_panel("logo")

    row = window.editor.logo.rows.rows[0]

    assert (
        row.act.mapTo(window, QPoint(0, 0)).x()
        < window.editor.logo.rows.mapTo(window, QPoint(window.editor.logo.rows.width() // 2, 0)).x()
    )


def test_a_kit_opens_without_a_version_whose_file_is_gone(
    sent: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    light = a_logo(tmp_path, "harbour-light.svg", "#fff")
    with qtbot.waitSignal(sent.studio.changed, timeout=20_000):
        drop(sent.editor.logo.wells["reversed"], light)
    sent.studio.save(tmp_path / "ours.cobrand")
    sent.filing.leave()
    light.unlink()

    with qtbot.waitSignal(sent.studio.refused, timeout=20_000):
        sent.filing.open(tmp_path / "ours.cobrand")

    assert sent.studio.brief.reversed == ""
    assert "harbour-light.svg" in sent.editor.logo.complaint.text()


def test_a_file_that_was_changed_meanwhile_is_read_again(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    file = a_logo(tmp_path)
    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        window.filing.open(file)
    before = card(window)
    a_logo(tmp_path, colour="#0a0")

    window.filing.open(file)

    qtbot.waitUntil(lambda: card(window) != before, timeout=20_000)
