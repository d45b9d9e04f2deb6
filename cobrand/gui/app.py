"""Starts the window: one application, one engine a thread, one place for what goes wrong."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from cobrand import messages
from cobrand.gui import kits
from cobrand.gui.crash import Crash, log_to
from cobrand.gui.desk import Desk
from cobrand.gui.memory import Memory
from cobrand.gui.ports import Maker
from cobrand.gui.reading import Reading
from cobrand.gui.speech import Speech
from cobrand.gui.studio import Studio
from cobrand.gui.tasks import Tasks
from cobrand.gui.theme import Appearance, Theme
from cobrand.gui.window import Window
from cobrand.library import Library
from cobrand.settings import default_file
from cobrand.typeset.bundled import FAMILIES, register

_APPEARANCES: dict[str, Appearance] = {"light": "light", "dark": "dark"}


def main(words: Sequence[str]) -> int:
    """Show the window, with a file opened if one was named; return the exit code."""
    memory = Memory(default_file())
    log_to(default_file().with_name("cobrand.log"))
    application = make_application(memory.settings.language)
    library = Library.default()
    tongue = language(memory)
    reading = Reading(memory.settings.limits)

    def engine() -> Maker:
        return kits.engine(library, reading.read, reading.read_photo)

    window = make_window(application, library, engine, memory, tongue, reading.stop)
    crash = Crash(window)
    sys.excepthook = crash.caught
    window.show()
    if words:
        QTimer.singleShot(0, window, lambda: window.filing.open(Path(words[0])))
    code = application.exec()
    reading.close()
    return code


def make_application(wish: str = "") -> QApplication:
    """Return the application; without a screen it has the bundled font, so pictures agree."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    application = QApplication.instance() or QApplication(["cobrand"])
    assert isinstance(application, QApplication)  # noqa: S101  no other kind is ever made here
    application.setApplicationName("cobrand")
    application.setApplicationDisplayName("")
    if application.platformName() == "offscreen":
        use_bundled_font(application)
    return application


def use_bundled_font(application: QApplication) -> None:
    """Set the window in the fonts that come with the program, 13 px."""
    register(application)
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(13)
    application.setFont(font)


def language(memory: Memory) -> str:
    """Return the window's language: the person's choice, else the system's."""
    wishes = (memory.settings.language, *messages.wishes(os.environ))
    return messages.choose(wish for wish in wishes if wish)


def make_window(
    application: QApplication,
    library: Library,
    make_engine: Callable[[], Maker],
    memory: Memory,
    tongue: str,
    stop_reading: Callable[[], object],
) -> Window:
    """Return the window with its desk, studio and two threads of work."""
    speech = Speech(tongue)
    right = Qt.LayoutDirection.RightToLeft
    application.setLayoutDirection(right if speech.mirrored else Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(QLocale(tongue))
    appearance = _APPEARANCES.get(memory.settings.appearance, "system")
    desk = Desk(Theme(application, library.icon, appearance), speech)
    work, exports, reader = (Tasks(make_engine) for _ in range(3))
    words = library.campaign("weareale").vocabulary(tongue)
    studio = Studio(library, reader, tongue if words else "en", stop_reading)
    logging.getLogger(__name__).info("window in %s", tongue)
    return Window(desk, studio, (work, exports, reader), memory)
