"""A window on the real engine, with settings and documents in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cobrand.engine import Engine
from cobrand.gui.app import make_window, use_bundled_font
from cobrand.gui.memory import Memory
from cobrand.gui.ports import Maker
from cobrand.gui.reading import Reading
from cobrand.gui.window import Window
from cobrand.library import Library
from cobrand.typeset.setter import QtTypesetter

MakeWindow = Callable[..., Window]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Ignore what the offscreen platform says about windows with a least size, or in front."""
    for item in items:
        if "tests/gui" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)"))


@pytest.fixture(scope="session")
def reading() -> Iterator[Reading]:
    """One worker process that reads the logos of all windows."""
    reading = Reading()
    yield reading
    reading.close()


@pytest.fixture(scope="session")
def engine(library: Library, typesetter: QtTypesetter, reading: Reading) -> Engine:
    """One engine for all windows: it is frozen data inside."""
    return Engine(library, typesetter, reading.read, reading.read_photo)


@pytest.fixture
def make(
    qapp: QApplication, qtbot: QtBot, library: Library, engine: Engine, tmp_path: Path
) -> Iterator[MakeWindow]:
    """Return a maker of windows, each closed again at the end."""
    made: list[Window] = []
    use_bundled_font(qapp)

    def build(
        language: str = "en", maker: Maker = engine, stop: Callable[[], object] = bool
    ) -> Window:
        memory = Memory(tmp_path / "config" / "settings.json")
        window = make_window(qapp, library, lambda: maker, memory, language, stop)
        window.exporter.folder = tmp_path
        window.show()
        qtbot.waitExposed(window)
        made.append(window)
        return window

    yield build
    for window in made:
        window.studio.close()
        window.close()
        window.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def window(make: MakeWindow) -> Window:
    """The start screen."""
    return make()


@pytest.fixture
def kit(window: Window, qtbot: QtBot) -> Window:
    """The sample organisation's kit, its first card on the stage."""
    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        window.studio.open_sample()
    return window
