"""Keeps what was made of things, by content, up to so many bytes: what was not asked for goes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

V = TypeVar("V")


class Shelf(Generic[V]):
    """Values found again by a key and what they were made of; several threads may use it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, tuple[object, V, int]] = OrderedDict()
        self._bytes = 0

    def get(self, key: Hashable, content: object) -> V | None:
        """Return what was put under the key, if it was made of just this."""
        with self._lock:
            known = self._kept.get(key)
            if known is None or known[0] != content:
                return None
            self._kept.move_to_end(key)
            return known[1]

    def put(self, key: Hashable, content: object, value: V, size: int) -> V:
        """Keep a value of so many bytes, and return it; what was asked for longest ago may go."""
        with self._lock:
            self._drop(key)
            self._kept[key] = content, value, size
            self._bytes += size
            while self._bytes > self._most:
                self._drop(next(iter(self._kept)))
        return value

    def _drop(self, key: Hashable) -> None:
        known = self._kept.pop(key, None)
        self._bytes -= known[2] if known else 0
