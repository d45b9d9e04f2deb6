"""Finds the cells of a sheet of XLSX that hold a picture, and those whose formula came to nothing.

Three ways of putting a picture into a cell: laid over it (a drawing's anchor), put into it (a
rich value that names a picture), and WPS's function DISPIMG.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from cobrand.batch.roster.grid import Place
from cobrand.intake.office.package import Link, Package

_RELATION = re.compile(r"\{http://(?:schemas\.openxmlformats|purl\.oclc)\.org/.*relationships\}")
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_DISPIMG = re.compile(r"DISPIMG\(\s*\"([^\"]{1,80})\"", re.IGNORECASE)
_LOCAL = "_localImage"
_IMAGE = "LocalImageIdentifier"
_IMAGES = "xl/cellimages.xml"
_METADATA, _VALUES = "xl/metadata.xml", "xl/richData/rdrichvalue.xml"
_SHAPES, _RELATED = "xl/richData/rdrichvaluestructure.xml", "xl/richData/richValueRel.xml"


def find(path: Path, sheet: str, pictures: dict[Place, str], errors: set[Place]) -> None:
    """Add to `pictures` each cell's part, and to `errors` the cells; whatever breaks is raised."""
    with zipfile.ZipFile(path) as archive:
        package = Package(archive, "xlsx")
        part = _part(package, sheet)
        rich: dict[Place, int] = {}
        named: dict[Place, str] = {}
        with archive.open(part) as stream:
            for place, cell in _cells(iterparse(stream, ("start", "end"), forbid_dtd=True)):
                _note(place, cell, rich, named, errors)
        pictures.update(_laid_over(package, part))
        pictures.update(_put_into(package, rich) if rich else {})
        pictures.update(_by_function(package, named) if named else {})
        errors -= pictures.keys()


def _part(package: Package, sheet: str) -> str:
    """Return the name of a sheet's file."""
    mains = [link.target for link in package.links("").values() if link.kind == "officeDocument"]
    main = mains[0] if mains else ""
    root, links = package.xml(main), package.links(main)
    sheets = {
        each.get("name"): _related(each)
        for each in (root.iter() if root is not None else ())
        if _tag(each) == "sheet"
    }
    return links[sheets[sheet]].target


def _cells(events: Iterator[tuple[str, Element]]) -> Iterator[tuple[Place, Element]]:
    """Yield every cell with its place; what was read is let go row by row."""
    row = column = 0
    data: Element | None = None
    for event, element in events:
        tag = _tag(element)
        if event == "start":
            if tag == "sheetData":
                data = element
            elif tag == "row":
                row, column = int(element.get("r", row + 1)), -1
            elif tag == "c":
                row, column = _place(element.get("r", ""), row, column)
        elif tag == "c":
            yield (row, column), element
        elif tag == "row" and data is not None:
            data.clear()


def _place(name: str, row: int, column: int) -> Place:
    """Return where a cell called B7 is; one without a name follows the one before."""
    found = _CELL.fullmatch(name)
    if found is None:
        return row, column + 1
    count = 0
    for letter in found[1]:
        count = 26 * count + ord(letter) - 64
    return int(found[2]), count - 1


def _note(
    place: Place, cell: Element, rich: dict[Place, int], named: dict[Place, str], errors: set[Place]
) -> None:
    if cell.get("t") == "e":
        errors.add(place)
    if (value := cell.get("vm", "")).isdigit():
        rich[place] = int(value)
    formula = next((each.text or "" for each in cell if _tag(each) == "f"), "")
    if found := _DISPIMG.search(formula):
        named[place] = found[1]


def _laid_over(package: Package, sheet: str) -> dict[Place, str]:
    """Return the pictures of a sheet's drawing, each in the cell that its middle lies in."""
    found: dict[Place, str] = {}
    for link in package.links(sheet).values():
        root = package.xml(link.target) if link.kind == "drawing" else None
        links = package.links(link.target) if root is not None else {}
        for anchor in root if root is not None else ():
            part, place = _picture(anchor, links), _middle(anchor)
            if part and place:
                found.setdefault(place, part)
    return found


def _middle(anchor: Element) -> Place | None:
    corners = {_tag(each): each for each in anchor if _tag(each) in {"from", "to"}}
    if "from" not in corners:
        return None
    start = _corner(corners["from"])
    end = _corner(corners.get("to", corners["from"]))
    return (start[0] + end[0]) // 2 + 1, (start[1] + end[1]) // 2


def _corner(element: Element) -> Place:
    numbers = {_tag(each): int(each.text or 0) for each in element}
    return numbers.get("row", 0), numbers.get("col", 0)


def _picture(element: Element, links: dict[str, Link]) -> str:
    """Return the part of the first picture in an element: its drawing rather than its pixels."""
    for tag in ("svgBlip", "blip"):
        for each in element.iter():
            if _tag(each) == tag and _related(each) in links:
                return links[_related(each)].target
    return ""


def _put_into(package: Package, rich: dict[Place, int]) -> dict[Place, str]:
    """Follow each cell's number through the workbook's rich values to a picture."""
    kinds = _rich_kinds(package.xml(_METADATA))
    values, shapes = package.xml(_VALUES), package.xml(_SHAPES)
    related, links = package.xml(_RELATED), package.links(_RELATED)
    if values is None or shapes is None or related is None:
        return {}
    images = [_image(each, list(shapes)) for each in values]
    parts = [links[_related(each)].target if _related(each) in links else "" for each in related]
    found = {}
    for place, number in rich.items():
        value = kinds[number - 1] if 0 < number <= len(kinds) else -1
        image = images[value] if 0 <= value < len(images) else -1
        if 0 <= image < len(parts) and parts[image]:
            found[place] = parts[image]
    return found


def _rich_kinds(root: Element | None) -> list[int]:
    """Return which rich value each kind of value in the workbook's metadata means, or −1."""
    if root is None:
        return []
    types = [each.get("name") for each in root.iter() if _tag(each) == "metadataType"]
    futures = {each.get("name"): each for each in root if _tag(each) == "futureMetadata"}
    blocks = [_rich(block) for block in futures.get("XLRICHVALUE", ())]
    kinds = next((each for each in root if _tag(each) == "valueMetadata"), None)
    found = []
    for block in kinds if kinds is not None else ():
        record = next((each for each in block if _tag(each) == "rc"), None)
        kind, value = (int(record.get(key, 0)) for key in "tv") if record is not None else (0, 0)
        rich = 0 < kind <= len(types) and types[kind - 1] == "XLRICHVALUE"
        found.append(blocks[value] if rich and 0 <= value < len(blocks) else -1)
    return found


def _rich(block: Element) -> int:
    return next((int(each.get("i", -1)) for each in block.iter() if _tag(each) == "rvb"), -1)


def _image(value: Element, shapes: list[Element]) -> int:
    """Return the number of the picture that a rich value is, or −1 if it is something else."""
    shape = int(value.get("s", -1))
    if not 0 <= shape < len(shapes) or shapes[shape].get("t") != _LOCAL:
        return -1
    keys = [key.get("n", "").rpartition(":")[2] for key in shapes[shape]]
    texts = [each.text or "" for each in value]
    number = dict(zip(keys, texts, strict=False)).get(_IMAGE, "")
    return int(number) if number.isdigit() else -1


def _by_function(package: Package, named: dict[Place, str]) -> dict[Place, str]:
    """Return the pictures that cells name by DISPIMG."""
    root, links = package.xml(_IMAGES), package.links(_IMAGES)
    parts = {}
    for each in root if root is not None else ():
        name = next((inner.get("name", "") for inner in each.iter() if _tag(inner) == "cNvPr"), "")
        parts[name] = _picture(each, links)
    return {place: parts[name] for place, name in named.items() if parts.get(name)}


def _related(element: Element) -> str:
    """Return the relationship that an element names."""
    for key, value in element.attrib.items():
        if _RELATION.match(key):
            return value
    return ""


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]
