"""Reads what a PDF says of a page: inks, unit, hidden layers, the program that can edit it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject, StreamObject

from cobrand.pixels.pdf import content

_DEEPEST = 6
_MOST = 2_000
_PRINT = frozenset(("/DeviceCMYK", "/Separation", "/DeviceN"))
_OPERATOR = re.compile(rb"(?:[-+\d.]+\s+){4}[kK]\b")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a page says of itself.

    `cmyk`: inks for print are named. `unit`: pt per unit. `illustrator`: that program can edit it.
    `hidden`: the names of layers that are switched off.
    """

    cmyk: bool = False
    unit: float = 1.0
    illustrator: bool = False
    hidden: frozenset[str] = frozenset()


def read(data: bytes, number: int) -> Spoken:
    """Return what the page of this number says; a page that cannot be understood says nothing."""
    try:
        page = content.page(data, number)
        parts = list(_parts(page))
        inks = any(_inks(part) for part in parts)
        unit = float(page.get("/UserUnit", 1.0))
        return Spoken(
            inks, unit if 0.01 <= unit <= 1000 else 1.0, _illustrated(page), _hidden(page)
        )
    except MemoryError:
        raise
    except Exception:  # made-up files break the reading of them in every way there is
        return Spoken()


def _parts(page: PageObject) -> Iterator[DictionaryObject]:
    """Yield the page and the forms, pictures and shadings it uses, each once."""
    waiting: list[tuple[DictionaryObject, int]] = [(page, 0)]
    known: set[int] = set()
    while waiting and len(known) < _MOST:
        part, depth = waiting.pop()
        if id(part) in known:
            continue
        known.add(id(part))
        yield part
        resources = content.part(part, "/Resources")
        for kind in ("/XObject", "/Shading", "/Pattern"):
            inside = content.part(resources, kind)
            found = (each.get_object() for each in inside.values()) if depth < _DEEPEST else ()
            waiting += [(each, depth + 1) for each in found if isinstance(each, DictionaryObject)]


def _inks(part: DictionaryObject) -> bool:
    spaces = [
        part.get("/ColorSpace"),
        part.get("/CS"),
        content.part(part, "/Shading").get("/ColorSpace"),
    ]
    spaces += content.part(content.part(part, "/Resources"), "/ColorSpace").values()
    return any(_is_print(space) for space in spaces) or bool(_OPERATOR.search(_program(part)))


def _is_print(space: PdfObject | None) -> bool:
    space = space.get_object() if space is not None else None
    if isinstance(space, NameObject):
        return space in _PRINT
    if not isinstance(space, ArrayObject) or not space:
        return False
    if space[0] == "/ICCBased":
        profile = space[1].get_object()
        return isinstance(profile, DictionaryObject) and profile.get("/N") == 4
    return space[0] in _PRINT or (space[0] == "/Indexed" and _is_print(space[1]))


def _program(part: DictionaryObject) -> bytes:
    if isinstance(part, PageObject):
        contents = part.get_contents()
        return contents.get_data()[: content.LONGEST] if contents is not None else b""
    if isinstance(part, StreamObject) and part.get("/Subtype") == "/Form":
        return part.get_data()[: content.LONGEST]
    return b""


def _illustrated(page: PageObject) -> bool:
    return "/Illustrator" in content.part(page, "/PieceInfo")


def _hidden(page: PageObject) -> frozenset[str]:
    reader = page.pdf
    if not isinstance(reader, PdfReader):
        return frozenset()
    layers = content.part(reader.root_object, "/OCProperties")
    usual = content.part(layers, "/D")
    off, on = _names(usual, "/OFF"), _names(usual, "/ON")
    return (_names(layers, "/OCGs") if usual.get("/BaseState") == "/OFF" else off) - on


def _names(holder: DictionaryObject, key: str) -> frozenset[str]:
    found = holder.get(key)
    found = found.get_object() if found is not None else None
    groups = (each.get_object() for each in found) if isinstance(found, ArrayObject) else ()
    return frozenset(
        str(each.get("/Name")) for each in groups if isinstance(each, DictionaryObject)
    )
