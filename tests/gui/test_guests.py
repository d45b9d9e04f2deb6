"""Who stands beside the logo, and the photograph under it: from a kept kit to the written files."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cobrand.gui.window import Window
from cobrand.model.brief import Brief
from cobrand.model.guest import Companion, Partner, Permission, Photo
from tests.gui.conftest import MakeWindow
from tests.gui.test_doctor import on_paper
from tests.gui.test_window import a_logo, drop, give


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


def drawn(window: Window, qtbot: QtBot, deed: Callable[[], object]) -> None:
    """Do something, and wait for its card."""
    with qtbot.waitSignal(window.showing.drawn, timeout=20_000):
        deed()


def add(window: Window, qtbot: QtBot, *files: Path) -> None:
    """Drop partners' logos on their place."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    wanted = len(window.studio.brief.partners) + len(files)
    give(window.editor.logo.company.place, data)
    qtbot.waitUntil(lambda: len(window.studio.brief.partners) == wanted, timeout=20_000)
    qtbot.waitUntil(lambda: not window.showing.busy, timeout=20_000)


@pytest.fixture
def logos(kit: Window, qtbot: QtBot) -> Window:
    """A card with much room for marks, the Logo panel open."""
    drawn(kit, qtbot, lambda: kit.studio.choose_format("ig_portrait"))
    kit.editor.show_panel("logo")
    return kit


@pytest.fixture
def three(logos: Window, qtbot: QtBot, tmp_path: Path) -> Window:
    """Two partners beside the sample: Vale, then Hill."""
    add(logos, qtbot, a_logo(tmp_path, "vale.svg", "#274"), a_logo(tmp_path, "hill.svg"))
    return logos


def names(window: Window) -> list[str]:
    return [each.name for each in window.studio.brief.partners]


def on_card(window: Window) -> list[str]:
    """Return the partners as they stand on the card."""
    composition = window.studio.composition
    assert composition is not None
    assert composition.scene.promise is not None
    return [each.name for each in composition.scene.promise.partners]


def test_dropped_logos_stand_beside_and_are_called_as_their_files(three: Window) -> None:
    partners = three.editor.logo.company.partners

    assert names(three) == ["Vale", "Hill"]
    assert {"logo", "logo-2", "logo-3", "mark"} <= roles(three)
    assert [card.name.text() for card in partners.cards] == ["Vale", "Hill"]
    assert partners.cards[1].accessibleName() == "Partner 2 of 2: Hill"
    assert on_card(three) == ["Hill", "Vale"]  # from A to Z, until told otherwise


def test_partners_stand_as_listed_and_are_moved_by_buttons_keys_and_hand(
    three: Window, qtbot: QtBot
) -> None:
    section = three.editor.logo.company
    first, second = section.partners.cards
    assert not first.handle.isVisible()
    drawn(three, qtbot, lambda: section.order.chosen.emit("given"))
    assert on_card(three) == ["Vale", "Hill"]
    assert first.handle.isVisible()

    second.up.setFocus()
    drawn(three, qtbot, second.up.click)
    assert on_card(three) == names(three) == ["Hill", "Vale"]
    assert three.focusWidget() is first.name  # it cannot go further up

    with qtbot.waitSignal(three.showing.drawn, timeout=20_000):
        qtbot.keyClick(first.name, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(three) == ["Vale", "Hill"]
    assert three.focusWidget() is second.name

    drawn(three, qtbot, lambda: drag(second.handle, first.mapToGlobal(QPoint(4, 2))))
    assert on_card(three) == names(three) == ["Hill", "Vale"]
    assert three.deeds["undo"].text() == "Undo order"


def drag(handle: QWidget, to: QPoint) -> None:
    """Take hold of something, draw it to a point of the screen, and let go."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    begin = handle.rect().center()
    end = handle.mapFromGlobal(to)
    for kind, at, buttons in (
        (QMouseEvent.Type.MouseButtonPress, begin, left),
        (QMouseEvent.Type.MouseMove, end, left),
        (QMouseEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton),
    ):
        place = QPointF(at)
        event = QMouseEvent(kind, place, QPointF(handle.mapToGlobal(at)), left, buttons, none)
        QApplication.sendEvent(handle, event)


def test_a_partner_is_named_in_one_step_and_removed(three: Window, qtbot: QtBot) -> None:
    cards = three.editor.logo.company.partners.cards
    cards[0].name.selectAll()

    drawn(three, qtbot, lambda: qtbot.keyClicks(cards[0].name, "Zoo"))
    assert names(three) == ["Zoo", "Hill"]
    drawn(three, qtbot, three.studio.undo)
    assert names(three) == ["Vale", "Hill"]

    cards[0].remove.setFocus()
    drawn(three, qtbot, cards[0].remove.click)
    assert names(three) == ["Hill"]
    assert three.focusWidget().accessibleName() == "Remove Hill"
    assert "logo-3" not in roles(three)
    drawn(three, qtbot, three.studio.undo)
    assert names(three) == ["Vale", "Hill"]


def test_a_partners_logo_has_a_doctor_too(logos: Window, qtbot: QtBot, tmp_path: Path) -> None:
    add(logos, qtbot, on_paper(tmp_path, width=300))
    doctor = logos.editor.logo.company.partners.cards[0].doctor
    assert "to look at" in logos.editor.rail.button("logo").accessibleName()
    row = next(each for each in doctor.rows if each.row.mending == "ground")

    drawn(logos, qtbot, row.act.click)

    assert logos.studio.brief.partners[0].keep == ("ground",)
    again = next(each for each in doctor.rows if each.row.mending == "ground")
    assert again.act.text() == "Mend"


def test_no_more_than_eight_organisations(logos: Window, qtbot: QtBot, tmp_path: Path) -> None:
    files = [a_logo(tmp_path, f"school-{sign}.svg") for sign in "abcdefgh"]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    section = logos.editor.logo.company

    give(section.place, data)
    qtbot.waitUntil(lambda: len(logos.studio.brief.partners) == 7, timeout=20_000)

    assert "up to 8 organisations, and there are 9" in section.complaint.text()
    assert not section.add.isVisible()


def test_a_partner_that_cannot_be_read_is_refused_where_it_was_given(
    logos: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    section = logos.editor.logo.company

    with qtbot.waitSignal(logos.studio.refused, timeout=20_000):
        drop(section.place, tmp_path / "notes.txt")
    assert "notes.txt · " in section.complaint.text()
    assert names(logos) == []
    assert not logos.editor.logo.complaint.isVisible()

    add(logos, qtbot, a_logo(tmp_path))
    assert not section.complaint.isVisible()


def test_companions_have_a_file_and_words(logos: Window, qtbot: QtBot, tmp_path: Path) -> None:
    section = logos.editor.logo.company
    field = section.statements["eu"]
    assert not field.isVisible()

    drawn(logos, qtbot, lambda: drop(section.wells["eu"], a_logo(tmp_path, "emblem.svg")))
    assert "eu" in roles(logos)
    assert field.line.placeholderText() == "Co-funded by the European Union"
    with qtbot.waitSignal(logos.showing.drawn, timeout=20_000):
        qtbot.keyClicks(field.line, "Funded by the European Union")

    (companion,) = logos.studio.brief.companions
    assert (companion.kind, companion.statement) == ("eu", "Funded by the European Union")
    drawn(logos, qtbot, section.wells["eu"].remove.click)
    assert logos.studio.brief.companions == ()


def test_who_allowed_a_mark_is_kept_with_it(three: Window, qtbot: QtBot) -> None:
    section = three.editor.logo.company
    fold = section.permission("Hill")
    assert fold is not None
    fold.open()

    qtbot.keyClicks(fold.by.line, "Ada Singh")
    fold.day.chosen.emit("2026-05-31")
    qtbot.keyClicks(fold.note.line, "by mail")
    assert three.studio.brief.permissions == (
        Permission("Hill", "Ada Singh", "2026-05-31", "by mail"),
    )
    drawn(three, qtbot, lambda: section.partners.named.emit(1, "Hill School"))

    assert three.studio.brief.permissions[0].mark == "Hill School"
    kept = [each for each in three.studio.composition.findings if each.code == "rule.permission"]
    assert {"Ada Singh"} == {each.named["by"] for each in kept} - {""}
    drawn(three, qtbot, section.partners.cards[1].remove.click)
    assert three.studio.brief.permissions == ()


def test_the_rules_name_the_partner_and_lead_to_who_allowed_it(three: Window, qtbot: QtBot) -> None:
    three.editor.show_panel("rules")
    rules, seen = three.editor.rules, []
    qtbot.waitUntil(lambda: all(card.isVisible() for card in rules.cards))
    for _ in rules.cards:
        three.deeds["next_finding"].trigger()
        seen.append(three.focusWidget())
    assert seen == rules.cards
    rows = [each.accessibleName() for each in three.editor.rules.findChildren(QWidget)]
    assert any(name.startswith("Vale · ") for name in rows)
    card = next(each for each in three.editor.rules.cards if each.found.named.get("mark") == "Vale")

    card.doing.itemAt(0).widget().click()

    fold = three.editor.logo.company.permission("Vale")
    assert three.editor.panel == "logo"
    assert fold is not None
    assert three.focusWidget() is fold.by.line


def test_a_photograph_is_dropped_aimed_described_and_removed(
    kit: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    kit.editor.show_panel("look")
    section = kit.editor.look.photo
    drawn(kit, qtbot, lambda: drop(section, a_photo(tmp_path)))
    assert "photo" in roles(kit)
    middle = shown_part(kit)

    tile = section.tile
    with qtbot.waitSignal(kit.showing.drawn, timeout=20_000):
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton, pos=QPoint(tile.width() - 2, 10))
    assert kit.studio.brief.photo.focus[0] > 0.9
    assert shown_part(kit) != middle
    with qtbot.waitSignal(kit.showing.drawn, timeout=20_000):
        qtbot.keyClick(tile, Qt.Key.Key_Home)
    qtbot.keyClick(tile, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(tile, Qt.Key.Key_Down)
    assert kit.studio.brief.photo.focus == (0.4, 0.52)
    assert "40 % from the left, 52 % from the top" in tile.accessibleName()

    qtbot.keyClicks(section.credit.line, "Photo: Ada")
    qtbot.keyClicks(section.alt.line, "A class")
    assert (kit.studio.brief.word("photo.credit"), kit.studio.brief.word("photo.alt")) == (
        "Photo: Ada",
        "A class",
    )
    drawn(kit, qtbot, section.remove.click)
    assert kit.studio.brief.photo is None
    assert kit.studio.brief.word("photo.alt") == ""
    assert not tile.isVisible()


def shown_part(window: Window) -> bytes:
    composition = window.studio.composition
    assert composition is not None
    return next(item for item in composition.scene.items if item.role == "photo").bitmap.data


def test_a_photograph_that_was_changed_meanwhile_is_read_again(
    kit: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    kit.editor.show_panel("look")
    section, file = kit.editor.look.photo, a_photo(tmp_path)
    drawn(kit, qtbot, lambda: drop(section, file))
    before, brief = shown_part(kit), kit.studio.brief
    picture = QImage(str(file))
    picture.invertPixels()
    picture.save(str(file), quality=90)

    drawn(kit, qtbot, lambda: drop(section, file))

    assert kit.studio.brief == brief
    assert shown_part(kit) != before


def test_a_photograph_that_cannot_be_read_is_refused_where_it_was_given(
    kit: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    kit.editor.show_panel("look")
    (tmp_path / "bad.jpg").write_bytes(b"\xff\xd8 no photograph")

    with qtbot.waitSignal(kit.studio.refused, timeout=20_000):
        drop(kit.editor.look.photo, tmp_path / "bad.jpg")

    assert "hotograph" in kit.editor.look.photo.complaint.text()
    assert kit.studio.brief.photo is None


def test_a_copied_picture_becomes_the_photograph_where_one_is_meant(
    kit: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    kit.editor.show_panel("look")
    data = QMimeData()
    data.setImageData(QImage(str(a_photo(tmp_path))))
    QApplication.clipboard().setMimeData(data)
    kit.editor.look.photo.add.setFocus()

    drawn(kit, qtbot, kit.deeds["paste"].trigger)

    assert kit.studio.brief.photo is not None
    assert Path(kit.studio.brief.photo.file).parent == kit.filing.pictures_folder


def test_the_name_for_the_proof_is_asked_once(make: MakeWindow, kit: Window, qtbot: QtBot) -> None:
    kit.open_sheet()
    qtbot.keyClicks(kit.sheet.choose.by.line, "Ada Singh")
    kit.close()

    again = make()

    assert again.exporter.by == "Ada Singh"


def test_in_arabic_handles_stand_at_the_right(
    make: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make("ar")
    drawn(window, qtbot, window.studio.open_sample)
    window.editor.show_panel("logo")
    add(window, qtbot, a_logo(tmp_path, "vale.svg", "#274"), a_logo(tmp_path, "hill.svg"))
    drawn(window, qtbot, lambda: window.editor.logo.company.order.chosen.emit("given"))

    card = window.editor.logo.company.partners.cards[0]

    assert card.handle.x() > card.portrait.x() > card.remove.x()


def test_a_partner_has_its_own_version_for_dark_grounds(
    three: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    card = three.editor.logo.company.partners.cards[0]
    light = a_logo(tmp_path, "vale-light.svg", "#fff")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(light))])
    drawn(three, qtbot, lambda: give(card.wells["reversed"], data))
    given = three.studio.brief.partners[0]

    assert (Path(given.reversed).name, given.mono) == ("vale-light.svg", "")
    assert [name for name, _ in three.studio.guests.partners[0].variants] == ["reversed"]
    assert card.wells["reversed"].words.text() == "vale-light.svg"
    drawn(three, qtbot, card.wells["reversed"].remove.click)
    assert three.studio.brief.partners[0].reversed == ""
    assert not card.wells["reversed"].words.text()
