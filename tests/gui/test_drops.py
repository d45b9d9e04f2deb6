"""What other programs drop and copy: files, pictures, drawings as words, and addresses."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cobrand.gui.dropping import Gift, gift
from cobrand.gui.parts.well import Well
from cobrand.gui.window import Window
from tests.gui.test_window import give

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80">'
    '<path fill="#a33" d="M0 0h80v80H0zM100 20h100v40H100z"/></svg>'
)


def picture() -> QImage:
    image = QImage(300, 120, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    painter.fillRect(20, 20, 120, 80, QColor("#a33"))
    painter.fillRect(170, 40, 110, 40, QColor("#247"))
    painter.end()
    return image


def png() -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture().save(buffer, "PNG")
    return bytes(buffer.data().data())


def a_screenshot() -> QMimeData:
    data = QMimeData()
    data.setImageData(picture())
    return data


def from_a_browser() -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/logo.png")])
    data.setHtml('<img src="https://example.org/logo.png">')
    data.setData("image/png", png())
    return data


def from_a_drawing_program() -> QMimeData:
    data = QMimeData()
    data.setData("image/svg+xml", SVG.encode())
    data.setImageData(picture())
    return data


def a_drawing_as_words() -> QMimeData:
    data = QMimeData()
    data.setText(SVG)
    return data


def a_data_address() -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl("data:image/png;base64," + base64.b64encode(png()).decode())])
    return data


PICTURES = (
    a_screenshot,
    from_a_browser,
    from_a_drawing_program,
    a_drawing_as_words,
    a_data_address,
)
MakeData = Callable[[], QMimeData]


@pytest.mark.parametrize("make_data", PICTURES)
def test_a_picture_without_a_file_becomes_a_kit_that_is_opened_again(
    window: Window, qtbot: QtBot, tmp_path: Path, make_data: MakeData
) -> None:
    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        give(window, make_data())
    brief = window.studio.brief
    assert brief.name == ""
    assert Path(brief.logo).parent == window.memory.pictures
    window.studio.save(tmp_path / "ours.cobrand")
    window.filing.leave()

    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        window.filing.open(tmp_path / "ours.cobrand")

    assert window.studio.brief == brief


def test_a_copied_picture_is_pasted(window: Window, qtbot: QtBot) -> None:
    QApplication.clipboard().setMimeData(a_screenshot())

    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        window.deeds["paste"].trigger()

    logo = window.studio.logo
    assert logo is not None
    assert (logo.page.width, logo.page.height) == (300, 120)


def test_a_drawing_is_taken_before_a_picture_of_it() -> None:
    given = gift(from_a_drawing_program())

    assert given is not None
    assert given.data == SVG.encode()


def test_a_file_is_taken_before_everything() -> None:
    data = from_a_drawing_program()
    data.setUrls([QUrl.fromLocalFile("/somewhere/our logo.svg")])

    given = gift(data)

    assert given is not None
    assert given.path == Path("/somewhere/our logo.svg")


@pytest.mark.parametrize("words", ["https://example.org/logo.png", "http://example.org/a?b=c"])
def test_an_address_is_not_followed_but_explained(window: Window, qtbot: QtBot, words: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl(words)])

    with qtbot.waitSignal(window.studio.refused):
        give(window, data)

    assert "Save it on this computer first" in window.start.zone.complaint.text()


def test_what_is_no_picture_leaves_nothing_behind(window: Window, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setData("image/png", b"\x89PNG\r\n\x1a\nnot really")

    with qtbot.waitSignal(window.studio.refused, timeout=20_000):
        give(window, data)

    assert list(window.memory.pictures.iterdir()) == []


def test_an_empty_clipboard_is_said(window: Window, qtbot: QtBot) -> None:
    QApplication.clipboard().setMimeData(QMimeData())

    with qtbot.waitSignal(window.studio.refused):
        window.deeds["paste"].trigger()

    assert "no picture to paste" in window.start.zone.complaint.text()


def test_plain_words_are_not_taken() -> None:
    data = QMimeData()
    data.setText("Adult learning for all")

    assert gift(data) is None


def test_a_folder_is_named_as_one(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])

    with qtbot.waitSignal(window.studio.refused, timeout=20_000):
        give(window, data)

    assert "is a folder" in window.start.zone.complaint.text()


@pytest.mark.parametrize("make_data", PICTURES)
def test_every_kind_of_drop_is_taken_by_a_well_too(
    window: Window, qtbot: QtBot, make_data: MakeData
) -> None:
    well = Well(window.desk, "For dark grounds", "shade")
    qtbot.addWidget(well)
    with qtbot.waitSignal(well.given) as given:
        give(well, make_data())

    assert isinstance(given.args[0], Gift)
    assert not well.tile.hot
