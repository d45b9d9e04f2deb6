"""Makes pictures of the window from the sample organisation: `python -m cobrand.gui.shots DIR`.

Nothing in them depends on the day, the computer's fonts or its settings.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from cobrand import settings as store
from cobrand.engine import Engine
from cobrand.gui.app import make_application, make_window
from cobrand.gui.exporting import Made
from cobrand.gui.images import image
from cobrand.gui.memory import Memory
from cobrand.gui.reading import Reading
from cobrand.gui.window import Window
from cobrand.library import Library
from cobrand.model.guest import Partner
from cobrand.settings import Settings
from cobrand.typeset.setter import QtTypesetter

_SPEECH = (
    "Everyone has a right to go on learning for as long as they live: at home and at work, in the "
    "evening and at the weekend, in the language that they speak with their children, near to "
    "where they live, and at a price that every one of us can pay. Join us"
)
_WORDS = 'font-family="Noto Sans" font-weight="700" font-size="72" y="76"'
_MADE_UP = {
    "Hill": '<path d="M0 96 60 8l60 88z"/><path fill="#F2B33D" d="M60 96 90 52l30 44z"/>'
    f'<text x="140" {_WORDS}>Hill</text>',
    "Port": '<path fill="#C2452D" d="M50 4a46 46 0 1 0 .1 0zm0 24a22 22 0 1 1-.1 0z"/>'
    f'<text x="120" fill="#1D2B36" {_WORDS}>Port</text>',
}
"""Two logos for a picture with partners."""
_LISTED = (
    ("Riverbank Learning Network", "riverbank.svg", "English"),
    ("Hill School for Adults", "hill.svg", "English"),
    ("بيت التعلّم", "bait.svg", "Arabic"),
    ("Port and Harbour Academy", "port_new.pgn", "English"),
    ("Université du Fleuve", "fleuve.svg", "French"),
    ("Casa de los Puentes", "puentes.svg", "Spanish"),
    ("Evening College", "evening.svg", "English"),
)
"""A list, made up for a picture; one logo is called otherwise on the disk."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its file's name, what to do first, and how the window is set up.

    `prepare` returns what the picture is of, if it is not the main window.
    """

    name: str
    prepare: Callable[[Window], QWidget | None]
    language: str = "en"
    appearance: str = "light"
    width: int = 1280
    height: int = 800
    ring: bool = False


def main(words: Sequence[str]) -> int:
    """Make every picture, or those named, into a folder."""
    folder = Path(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    library = Library.shipped()
    reading = Reading()
    engine = Engine(library, QtTypesetter(), reading.read, reading.read_photo)
    for shot in SHOTS:
        if len(words) == 1 or shot.name in words[1:]:
            with _window(application, library, engine, shot) as window:
                window.ring.keyboard = shot.ring
                seen = shot.prepare(window) or window
                settle(window)
                seen.grab().save(str(folder / f"{shot.name}.png"))
    reading.close()
    return 0


@contextmanager
def _window(
    application: QApplication, library: Library, engine: Engine, shot: Shot
) -> Iterator[Window]:
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "settings.json"
        wanted = Settings(appearance=shot.appearance, width=shot.width, height=shot.height)
        store.write(file, wanted)
        window = make_window(
            application, library, lambda: engine, Memory(file), shot.language, bool
        )
        window.exporter.folder = Path(place) / "Documents"
        window.show()
        yield window
        window.studio.close()
        window.close()
        window.deleteLater()
        QApplication.processEvents()


def settle(window: Window) -> None:
    """Let everything be drawn that is on its way."""
    rounds = 0
    while window.busy or rounds < 3:
        rounds = 0 if window.busy else rounds + 1
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _start(window: Window) -> None:
    window.studio.close()


def _recent(window: Window) -> None:
    _open(window)
    for ground in ("light", "brand"):
        window.studio.choose_ground(ground)
        settle(window)
        window.studio.save(window.exporter.folder.with_name(f"{ground}.cobrand"))
    window.filing.leave()


def _open(window: Window) -> None:
    window.studio.open_sample()
    settle(window)


def _words(window: Window) -> None:
    _open(window)
    window.editor.show_panel("words")
    window.studio.choose_format("ig_portrait")


def _look(window: Window) -> None:
    _open(window)
    window.editor.show_panel("look")
    window.editor.bar.set_guides(True)


def _rules(window: Window) -> None:
    """Say more than a card can hold."""
    _open(window)
    window.studio.choose_format("ig_portrait")
    window.studio.write_message(_SPEECH)
    window.editor.show_panel("rules")
    settle(window)
    window.editor.rules.show_first()


def _letter(window: Window) -> None:
    _open(window)
    window.editor.show_panel("words")
    window.studio.choose_format("letterhead_a4")
    settle(window)
    window.editor.words.ensureWidgetVisible(window.editor.words.contact)


def _logo(window: Window) -> None:
    _open(window)
    window.studio.choose_format("og_image")
    window.editor.show_panel("logo")


def _doctor(window: Window) -> None:
    """Open the sample's logo as people often send it: a picture on tinted paper."""
    _open(window)
    logo = window.studio.logo
    drawn = image(logo.sample) if logo else QImage()
    paper = QImage(drawn.width() + 160, drawn.height() + 120, QImage.Format.Format_RGB32)
    paper.fill(QColor("#FBF6EA"))
    painter = QPainter(paper)
    painter.drawImage(80, 60, drawn)
    painter.end()
    file = window.exporter.folder.with_name("riverbank logo.jpg")
    paper.save(str(file), quality=90)
    window.filing.leave()
    window.filing.open(file)
    settle(window)
    window.studio.choose_format("og_image")
    window.editor.show_panel("logo")


def _partners(window: Window) -> None:
    """Set two more organisations, made up for the picture, beside the sample."""
    _open(window)
    folder = window.exporter.folder.parent
    partners = []
    for name, drawing in _MADE_UP.items():
        file = folder / f"{name.lower()}.svg"
        head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 100" fill="#5B3A8E">'
        file.write_text(f"{head}{drawing}</svg>", "utf-8")
        partners.append(Partner(str(file), name))
    brief = replace(window.studio.brief, format="ig_portrait", partners=tuple(partners))
    document = folder / "Three schools.cobrand"
    document.write_text(brief.to_json(), "utf-8")
    window.filing.leave()
    window.filing.open(document)
    settle(window)
    panel = window.editor.logo
    window.editor.show_panel("logo")
    settle(window)
    panel.verticalScrollBar().setValue(panel.company.y() - window.desk.px(12))


def _export(window: Window) -> None:
    _words(window)
    settle(window)
    window.open_sheet()


def _list(window: Window) -> QWidget | None:
    """Read a list in which one logo's name has a slip, and go to it."""
    folder = window.exporter.folder.with_name("lists")
    logos = folder / "logos"
    logos.mkdir(parents=True)
    sample = window.studio.library.sample().logo.read_bytes()
    for _, file, _ in _LISTED:
        (logos / file.replace("pgn", "svg")).write_bytes(sample)
    lines = (f"{name};{file};{language}" for name, file, language in _LISTED)
    roster = folder / "partners.csv"
    roster.write_text("\n".join(("Organisation;Logo file;Language", *lines)), "utf-8")
    window.batching.open()
    settle(window)
    batch = window.batching.window
    if batch is not None:
        batch.open(roster)
        settle(window)
        batch.mending.step(1)
    return batch


def _wants(window: Window) -> QWidget | None:
    _list(window)
    batch = window.batching.window
    if batch is not None:
        batch.workshop.change(formats=("@social",), jobs=2)
        batch.turn("what")
    return batch


def _done(window: Window) -> None:
    _export(window)
    made: list[Made] = []
    window.exporter.finished.connect(made.append)
    window.sheet.choose.go.click()
    while not made:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    steady = replace(made[0], seconds=0.0)  # a time of this computer is not told in a picture
    window.sheet.done.show_made(steady, window.studio.campaign.stand_in)


SHOTS = (
    Shot("start", _start, ring=True),
    Shot("recent", _recent),
    Shot("words", _words),
    Shot("words-dark", _words, appearance="dark"),
    Shot("look", _look),
    Shot("look-dark", _look, appearance="dark"),
    Shot("rules", _rules),
    Shot("letter", _letter),
    Shot("logo", _logo),
    Shot("doctor", _doctor),
    Shot("export", _export, ring=True),
    Shot("exported", _done, ring=True),
    Shot("partners", _partners),
    Shot("arabic", _words, language="ar"),
    Shot("batch", _list),
    Shot("batch-what", _wants),
    Shot("small", _logo, width=1024, height=600),
)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))
