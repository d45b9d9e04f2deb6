"""Tells the C library to give the memory of large pictures back to the system at once."""

from __future__ import annotations

import ctypes
import sys
from functools import cache

# names of malloc.h
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
_LARGE = 9 * 1024 * 1024  # bytes: just more than the pixels of the tallest card
_HELD = 16 * 1024 * 1024  # bytes that may wait for the next card
_ARENAS = 2  # heaps; usually each thread has one, and each holds what its largest picture took


@cache
def give_back() -> None:
    """Keep glibc from raising the size from which memory is taken from the system piece by piece.

    It raises that size each time a larger piece is freed, and then holds the pieces: a kit's
    peak falls by a quarter without that. The pixels of a card stay below that size, because asking
    the system for them anew takes longer than drawing an empty card. Other C libraries are left as
    they are. A process that only reads logos is better off with what glibc does: it asks for the
    same again and again.
    """
    if sys.platform != "linux":
        return
    tell = getattr(ctypes.CDLL(None), "mallopt", None)
    if tell is not None:
        tell(_MMAP_THRESHOLD, _LARGE)
        tell(_TRIM_THRESHOLD, _HELD)
        tell(_ARENA_MAX, _ARENAS)
