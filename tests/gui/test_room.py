"""The meters under the texts: what fits, what is too long, and where that is."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import suppress
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from cobrand import kit
from cobrand.gui import room
from cobrand.gui.room import Room, Trial, Trials
from cobrand.gui.window import Window
from cobrand.kit import KitJob
from cobrand.library import Library
from cobrand.model.brief import Brief

LONG = "Everyone has a right to go on learning for as long as they live, " * 3


def answered(
    running: Trials, word: str, limits: dict[str, int], tried: list[int] | None = None
) -> Room:
    """Run the trials; a format takes as many characters as it has, or any number.

    `tried` takes note of how long each text was.
    """
    ends: list[Room] = []

    def follow() -> Generator[Trial, bool, None]:
        ends.append((yield from running))

    following = follow()
    trial = next(following, None)
    while trial is not None:
        length = len(room.text_of(trial.brief, word))
        if tried is not None:
            tried.append(length)
        with suppress(StopIteration):
            trial = following.send(length <= limits.get(trial.brief.format, 9999))
            continue
        trial = None
    return ends[0]


@pytest.fixture
def jobs(library: Library) -> list[KitJob]:
    return [job for job in kit.plan(library, Brief(name="Harbour School")) if not job.missing]


@pytest.mark.parametrize(
    ("limits", "used", "tight"),
    [({}, 0.16, []), ({"story": 50}, 0.5, []), ({"story": 20, "x_post": 24}, 1.25, ["story", "x"])],
)
def test_the_tightest_format_says_how_much_room_is_used(
    jobs: list[KitJob], limits: dict[str, int], used: float, tight: list[str]
) -> None:
    text = "Learning is for everybody"

    found = answered(room.trials(jobs, "message", text), "message", limits)

    assert found.used == pytest.approx(used, rel=0.06)
    assert [job.format.id.removesuffix("_post") for job in found.tight] == tight
    assert found.of == len({job.format.id for job in jobs})


def test_a_whole_book_is_given_up_at_its_beginning(jobs: list[KitJob]) -> None:
    book = "Everyone has a right to go on learning. " * 500
    tried: list[int] = []
    limits = {job.format.id: 90 for job in jobs}

    found = answered(room.trials(jobs, "message", book), "message", limits, tried)

    assert max(tried) <= 1000
    assert found.used == pytest.approx(len(book) / 90, rel=0.06)
    assert "story" in {job.format.id for job in found.tight}


def test_a_format_without_place_for_a_text_is_content(jobs: list[KitJob]) -> None:
    found = answered(room.trials(jobs, "message", "Learn"), "message", {"story": 0})

    assert found.tight == ()


def test_a_text_that_no_card_shows_has_no_meter(jobs: list[KitJob]) -> None:
    assert answered(room.trials(jobs, "event.title", "Open day"), "event.title", {}).of == 0


def test_short_words_fit_all(kit: Window, qtbot: QtBot) -> None:
    kit.editor.show_panel("words")

    qtbot.waitUntil(lambda: not kit.busy, timeout=20_000)

    meter = kit.editor.words.name.meter
    assert meter.isVisible()
    assert meter.aside.text() == "fits all 11"
    assert "of the room used" in meter.bar.accessibleName()


def test_a_long_message_names_the_formats_and_leads_there(kit: Window, qtbot: QtBot) -> None:
    kit.editor.show_panel("words")
    kit.studio.write_message(LONG)
    meter = kit.editor.words.own_meter
    qtbot.waitUntil(lambda: meter.aside.text().startswith("fits"), timeout=30_000)
    assert "Story" in meter.tight.text()

    kit.studio.choose_format("lockup")
    meter.tight.linkActivated.emit("1")

    assert kit.studio.brief.format == "ig_portrait"
    assert kit.studio.brief.word("message") == LONG


def test_typing_takes_back_what_was_still_to_be_tried(kit: Window, qtbot: QtBot) -> None:
    told: list[str] = []
    kit.editor.show_panel("words")
    kit.metering.rooms.told.connect(lambda word, _: told.append(word))
    for text in ("H", "Ha", "Har"):
        kit.studio.write_name(text)

    qtbot.waitUntil(lambda: not kit.busy, timeout=20_000)

    assert told.count("organisation.name") == 1
    assert replace(kit.studio.brief, name="") != kit.studio.brief
