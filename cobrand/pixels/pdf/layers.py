"""Names the layers that a page object belongs to."""

from __future__ import annotations

import ctypes
from typing import Any

from pypdfium2 import raw

_ROOM = 512
_LAYER = "OC"


def layers(item: Any) -> frozenset[str]:
    """Return the names of an object's layers."""
    count = min(max(raw.FPDFPageObj_CountMarks(item), 0), 50)
    marks = (raw.FPDFPageObj_GetMark(item, index) for index in range(count))
    return frozenset(_layer(mark) for mark in marks if _name(mark) == _LAYER)


def _name(mark: Any) -> str:
    room, length = (ctypes.c_ushort * (_ROOM // 2))(), ctypes.c_ulong()
    raw.FPDFPageObjMark_GetName(mark, room, _ROOM, length)
    return _text(room, length.value)


def _layer(mark: Any) -> str:
    room, length = (ctypes.c_ushort * (_ROOM // 2))(), ctypes.c_ulong()
    raw.FPDFPageObjMark_GetParamStringValue(mark, b"Name", room, _ROOM, length)
    return _text(room, length.value)


def _text(room: Any, length: int) -> str:
    return bytes(room)[: min(length, _ROOM)].decode("utf-16-le", "replace").rstrip("\0")
