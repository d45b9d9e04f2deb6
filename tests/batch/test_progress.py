"""How far a run is: files in hand count, and the time that is left is told when it can be."""

from __future__ import annotations

import pytest

from cobrand.batch.progress import Pace


class Clock:
    """A clock that stands still until it is told."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pace(clock: Clock) -> Pace:
    return Pace(total=10, planned=300, now=clock)


def test_files_of_rows_in_hand_count(pace: Pace) -> None:
    pace.look("a", 2, there=10, made=10)
    told = pace.look("b", 3, there=4, made=4)

    assert (told.files, told.planned, told.done, told.state) == (14, 300, 0, "making")


def test_a_row_that_is_done_counts_its_files_once(pace: Pace) -> None:
    pace.look("a", 2, there=10, made=10)
    told = pace.step("a", 2, "made", planned=30, made=30, there=30)

    assert (told.files, told.done) == (30, 1)


def test_what_the_workers_take_to_start_is_not_in_the_time_that_is_left(
    pace: Pace, clock: Clock
) -> None:
    clock.seconds += 20
    first = pace.look("a", 2, there=1, made=1)
    clock.seconds += 4
    then = pace.look("a", 2, there=9, made=9)

    assert (first.rate, first.left) == (0, 0)
    assert (then.rate, then.left) == (2, pytest.approx(291 / 2))


def test_the_rate_is_that_of_the_last_half_minute(pace: Pace, clock: Clock) -> None:
    for made in range(1, 60):
        clock.seconds += 1 if made < 30 else 5
        told = pace.look("a", 2, there=made, made=made)

    assert told.rate == pytest.approx(0.2, abs=0.01)


def test_files_of_a_row_that_failed_are_not_waited_for(pace: Pace, clock: Clock) -> None:
    pace.look("a", 2, there=1, made=1)
    clock.seconds += 10
    pace.look("a", 2, there=11, made=11)
    told = pace.step("b", 3, "failed", planned=30)

    assert told.left == pytest.approx(300 - 30 - 11)


def test_what_was_there_already_says_nothing_about_the_rate(pace: Pace, clock: Clock) -> None:
    pace.look("a", 2, there=1, made=1)
    clock.seconds += 10
    pace.step("b", 3, "kept", planned=30, there=30)
    told = pace.look("a", 2, there=11, made=11)

    assert (told.rate, told.files) == (1, 41)


def test_a_row_that_is_begun_anew_makes_no_rate_less_than_none(pace: Pace, clock: Clock) -> None:
    pace.look("a", 2, there=20, made=20)
    clock.seconds += 5
    told = pace.look("a", 2, there=1, made=1)

    assert (told.rate, told.left) == (0, 0)
