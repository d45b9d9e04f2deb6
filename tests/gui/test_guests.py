"""Who stands beside the logo, and the photograph under it: from a kept kit to the written files."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from cobrand.gui.window import Window
from cobrand.model.brief import Brief
from cobrand.model.guest import Companion, Partner, Photo
from tests.gui.test_window import a_logo


def a_photo(folder: Path, name: str = "class.jpg") -> Path:
    """Save a bright sky over dark ground."""
    picture = QImage(1200, 900, QImage.Format.Format_RGB32)
    picture.fill(QColor("#bcd8f0"))
    painter = QPainter(picture)
    painter.fillRect(0, 600, 1200, 300, QColor("#20301c"))
    painter.fillRect(820, 380, 160, 260, QColor("#a03020"))
    painter.end()
    file = folder / name
    picture.save(str(file), quality=90)
    return file


def roles(window: Window) -> set[str]:
    """Return what stands on the card."""
    composition = window.studio.composition
    assert composition is not None
    names = ("logo", "logo-2", "logo-3", "mark", "eu", "sdg", "photo")
    return {name for name in names if composition.scene.box(name) is not None}


Change = Callable[[Brief], Brief]


def change(window: Window, qtbot: QtBot, how: Change) -> None:
    """Do one step that reads files, and wait for its card."""
    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        window.studio.reread("partner", how, guest=True)


def with_all(folder: Path) -> Change:
    hill = Partner(str(a_logo(folder, "hill.svg", "#274")), "Hill")
    photo = Photo(str(a_photo(folder)), (0.75, 0.5))
    return lambda brief: replace(
        brief, partners=(hill,), photo=photo, template="message", format="ig_portrait"
    )


def test_a_partner_and_a_photograph_stand_on_the_card_until_undone(
    kit: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    change(kit, qtbot, with_all(tmp_path))
    assert {"logo", "logo-2", "mark", "photo"} <= roles(kit)

    with qtbot.waitSignal(kit.showing.drawn, timeout=20_000):
        kit.deeds["undo"].trigger()
    assert not {"logo-2", "photo"} & roles(kit)
    with qtbot.waitSignal(kit.showing.drawn, timeout=20_000):
        kit.deeds["redo"].trigger()

    assert {"logo-2", "photo"} <= roles(kit)


def test_of_two_changes_at_once_none_is_lost(kit: Window, qtbot: QtBot, tmp_path: Path) -> None:
    def added(name: str) -> Change:
        partner = Partner(str(a_logo(tmp_path, f"{name}.svg")), name)
        return lambda brief: replace(brief, partners=(*brief.partners, partner))

    for name in ("hill", "port", "vale"):
        kit.studio.reread("partner", added(name), guest=True)
    qtbot.waitUntil(lambda: len(kit.studio.brief.partners) == 3, timeout=20_000)

    assert [each.name for each in kit.studio.brief.partners] == ["hill", "port", "vale"]
    assert len(kit.studio.guests.partners) == 3


def test_a_kept_kit_opens_without_what_is_gone(kit: Window, qtbot: QtBot, tmp_path: Path) -> None:
    change(kit, qtbot, with_all(tmp_path))
    eu = Companion("eu", str(a_logo(tmp_path, "emblem.svg")))
    change(kit, qtbot, lambda brief: replace(brief, companions=(eu,)))
    kit.studio.save(tmp_path / "ours.cobrand")
    kit.filing.leave()
    for name in ("class.jpg", "emblem.svg"):
        (tmp_path / name).unlink()
    said: list[str] = []
    kit.studio.refused.connect(lambda problem, _: said.append(kit.desk.tr.say(problem)))

    with qtbot.waitSignal(kit.showing.drawn, timeout=20_000):
        kit.filing.open(tmp_path / "ours.cobrand")

    brief = kit.studio.brief
    assert [each.name for each in brief.partners] == ["Hill"]
    assert (brief.companions, brief.photo) == ((), None)
    assert ["emblem.svg" in said[0], "photograph class.jpg" in said[1]] == [True, True]


def test_a_file_has_them_too(kit: Window, qtbot: QtBot, tmp_path: Path) -> None:
    change(kit, qtbot, with_all(tmp_path))
    target = tmp_path / "card.svg"

    with qtbot.waitSignal(kit.exporter.finished, timeout=60_000):
        kit.exporter.start_file(target, "svg")

    assert all(f'"{role}"' in target.read_text("utf-8") for role in ("logo-2", "photo"))


def test_a_kit_has_them_too(kit: Window, qtbot: QtBot, tmp_path: Path) -> None:
    change(kit, qtbot, with_all(tmp_path))
    kit.exporter.by = "Ada"
    kit.exporter.advanced.connect(kit.exporter.cancel)  # the first files are enough

    with qtbot.waitSignal(kit.exporter.finished, timeout=60_000) as told:
        kit.exporter.start_kit(tmp_path / "out")

    made = told.args[0]
    proof = json.loads((tmp_path / "out" / "proof.json").read_text("utf-8"))
    assert (made.failed, proof["by"]) == ((), "Ada")
    assert {each["role"] for each in proof["logos"]} == {"logo", "partner", "photo"}
