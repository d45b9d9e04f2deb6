"""What a drawing costs is told in seconds of a usual computer, whatever else this one does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cobrand.intake.drawing import pace


class Clock:
    """A processor's time that passes only where work is done, `slow` times as long as usual."""

    def __init__(self, slow: float) -> None:
        self.now = 0.0
        self.slow = slow

    def work(self, seconds: float) -> Callable[[], None]:
        def done() -> None:
            self.now += seconds * self.slow

        return done


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Clock:
    made = Clock(request.param)
    monkeypatch.setattr(pace.time, "process_time", lambda: made.now)
    monkeypatch.setattr(pace, "_always", made.work(0.010))
    return made


@pytest.mark.parametrize("clock", [0.3, 1, 4], indirect=True)
def test_neither_a_slow_nor_a_fast_computer_counts(clock: Clock) -> None:
    taken = pace.seconds(clock.work(0.02), clock.work(0.3))

    assert taken == pytest.approx((0.02, 0.3))


@pytest.mark.parametrize("clock", [1], indirect=True)
def test_what_disturbs_one_round_does_not_count(clock: Clock) -> None:
    pauses = iter((0.2, 0.0, 0.1, 0.0, 0.0))

    def disturbed() -> None:
        clock.now += 0.05 + next(pauses)

    assert pace.seconds(disturbed) == pytest.approx((0.05,))


@pytest.mark.parametrize("clock", [1], indirect=True)
def test_what_is_very_dear_is_drawn_once(clock: Clock) -> None:
    drawn: list[float] = []

    def dear() -> None:
        drawn.append(2.5)
        clock.now += 2.5

    assert pace.seconds(dear) == pytest.approx((2.5,))
    assert len(drawn) == 1
