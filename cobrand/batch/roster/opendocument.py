"""Finds the cells of a sheet of ODS that hold a picture."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from cobrand.batch.roster.grid import Place

_HREF = "{http://www.w3.org/1999/xlink}href"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CELLS = frozenset((f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"))


def find(path: Path, sheet: str, pictures: dict[Place, str]) -> None:
    """Add to `pictures` each cell's part; whatever breaks is raised."""
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as stream:
        events = iterparse(stream, ("start", "end"), forbid_dtd=True)
        for place, cell in _cells(events, sheet):
            href = _picture(cell)
            if href:
                pictures.setdefault(place, href)


def _cells(events: Iterator[tuple[str, Element]], sheet: str) -> Iterator[tuple[Place, Element]]:
    """Yield every cell of a sheet with its place; cells and rows may stand for many alike."""
    row, column, inside = 1, 0, False
    for event, element in events:
        if element.tag == f"{_TABLE}table" and event == "start":
            row, inside = 1, element.get(f"{_TABLE}name") == sheet
        elif element.tag == f"{_TABLE}table-row":
            row += _repeated(element, "rows") if event == "end" else 0
            column = 0
            if event == "end":
                element.clear()
        elif element.tag in _CELLS and event == "end":
            if inside:
                yield (row, column), element
            column += _repeated(element, "columns")


def _repeated(element: Element, what: str) -> int:
    said = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return max(1, int(said)) if said.isdigit() and len(said) < 9 else 1


def _picture(cell: Element) -> str:
    """Return the part of the first picture in a cell that is inside the file, SVG first."""
    names = [each.get(_HREF, "") for each in cell.iter() if each.tag.endswith("}image")]
    inside = [name.removeprefix("./") for name in names if name.startswith(("Pictures/", "./P"))]
    return next((name for name in inside if name.endswith(".svg")), inside[0] if inside else "")
