"""Work in the background: newest wins, mistakes are told, nothing arrives after the end."""

from __future__ import annotations

import gc
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from cobrand.errors import CobrandError, LogoUnreadable
from cobrand.gui.tasks import Tasks
from tests.gui.conftest import MakeWindow


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks[str]:
    return Tasks(lambda: "tool")


def test_nothing_of_the_window_is_collected_in_another_thread(
    make: MakeWindow, qtbot: QtBot
) -> None:
    window = make()

    assert not gc.isenabled()
    window.close()

    assert gc.isenabled()


def test_the_result_arrives_with_the_tool(qtbot: QtBot, tasks: Tasks[str]) -> None:
    got: list[str] = []

    with qtbot.waitSignal(tasks.settled):
        tasks.start(lambda tool: tool + "!", got.append)

    assert got == ["tool!"]
    tasks.close()


def test_of_one_key_the_newest_wins(qtbot: QtBot, tasks: Tasks[str]) -> None:
    gate, got, worked = Event(), [], []
    tasks.start(lambda _: gate.wait(5), key="gate")

    with qtbot.waitSignal(tasks.settled):
        for number in range(5):
            tasks.start(lambda _, n=number: worked.append(n) or n, got.append, key="stage")
        gate.set()

    assert got == [4]
    assert worked == [4]
    tasks.close()


def test_a_result_that_is_late_is_dropped(qtbot: QtBot, tasks: Tasks[str]) -> None:
    begun, gate, got = Event(), Event(), []

    def slow(_: str) -> str:
        begun.set()
        gate.wait(5)
        return "old"

    tasks.start(slow, got.append, key="stage")
    begun.wait(5)
    with qtbot.waitSignal(tasks.settled):
        tasks.start(lambda _: "new", got.append, key="stage")
        gate.set()

    assert got == ["new"]
    tasks.close()


def test_low_numbers_come_first(qtbot: QtBot, tasks: Tasks[str]) -> None:
    begun, gate, got = Event(), Event(), []
    tasks.start(lambda _: (begun.set(), gate.wait(5)))
    begun.wait(5)

    with qtbot.waitSignal(tasks.settled):
        tasks.start(lambda _: "film", got.append, priority=10)
        tasks.start(lambda _: "stage", got.append, priority=0)
        gate.set()

    assert got == ["stage", "film"]
    tasks.close()


def test_errors_are_told(qtbot: QtBot, tasks: Tasks[str]) -> None:
    told: list[CobrandError] = []

    def refuse(_: str) -> None:
        raise LogoUnreadable

    with qtbot.waitSignal(tasks.settled):
        tasks.start(refuse, otherwise=told.append)

    assert told[0].code == "logo.unreadable"
    tasks.close()


def test_a_mistake_of_the_program_is_told_in_plain_words(
    qtbot: QtBot, tasks: Tasks[str], caplog: pytest.LogCaptureFixture
) -> None:
    told: list[CobrandError] = []

    with qtbot.waitSignal(tasks.settled):
        tasks.start(lambda _: 1 / 0, otherwise=told.append)

    assert told[0].code == "error"
    assert "ZeroDivisionError" in caplog.text
    tasks.close()
