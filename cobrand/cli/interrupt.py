"""Turns Ctrl-C into a wish to stop that long work asks for between its steps."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """Let the first Ctrl-C finish the files that were begun; the second stops at once."""
    wishes: list[int] = []

    def stop(number_: int, _: FrameType | None) -> None:
        wishes.append(number_)
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield lambda: bool(wishes)
    finally:
        signal.signal(signal.SIGINT, before)
