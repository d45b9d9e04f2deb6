"""Finds the largest picture of a header or a first slide, and says where it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from cobrand.errors import LogoUnreadable
from cobrand.intake.office import shown
from cobrand.intake.office.package import Link, Package, opened
from cobrand.intake.office.shown import Shown

UNCUT = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Inside:
    """A picture's bytes, where it was found, and the shares cut from its four sides."""

    data: bytes
    place: str
    crop: tuple[float, float, float, float] = UNCUT


def find(data: bytes, kind: str) -> Inside:
    """Return the picture that is most likely the logo; LogoUnreadable if there is none."""
    with opened(data, kind) as package:
        for place, part in _PLACES[kind](package):
            found = _largest(package, place, part)
            if found is not None:
                return found
    raise LogoUnreadable("logo.no-picture-inside", kind=kind)


@dataclass(frozen=True, slots=True)
class _Part:
    root: Element
    links: dict[str, Link]


def _largest(package: Package, place: str, parts: tuple[_Part, ...]) -> Inside | None:
    found = [(each, part.links) for part in parts for each in _shown(package, part)]
    for picture, links in sorted(found, key=lambda pair: -pair[0].area):
        data = _bytes(package, picture, links)
        if data:
            return Inside(data, place, picture.crop)
    return None


def _shown(package: Package, part: _Part) -> Iterator[Shown]:
    return (shown.frames if package.kind in {"odt", "odp"} else shown.pictures)(part.root)


def _bytes(package: Package, picture: Shown, links: dict[str, Link]) -> bytes | None:
    """Prefer the drawing to its pixels, unless a part of them was cut away."""
    names = [picture.pixels] if picture.crop != UNCUT else [picture.drawing, picture.pixels]
    for name in filter(None, names):
        target = links[name].target if name in links else name
        if package.kind in {"odt", "odp"} or name in links:
            data = package.picture(target)
            if data:
                return data
    return None


def _part(package: Package, name: str) -> tuple[_Part, ...]:
    root = package.xml(name)
    return () if root is None else (_Part(root, package.links(name)),)


def _docx(package: Package) -> Iterator[tuple[str, tuple[_Part, ...]]]:
    main = _main(package)
    links = package.links(main)
    headers = [link.target for link in links.values() if link.kind == "header"]
    yield "inside.header", tuple(part for name in headers for part in _part(package, name))
    yield "inside.page", _part(package, main)


def _pptx(package: Package) -> Iterator[tuple[str, tuple[_Part, ...]]]:
    main = _main(package)
    links = package.links(main)
    root = package.xml(main)
    slides = [each for each in (root.iter() if root is not None else ()) if _is_slide(each)]
    names = [
        links[value].target for each in slides for value in each.attrib.values() if value in links
    ]
    slide = names[0] if names else ""
    yield "inside.slide", _part(package, slide)
    layout = _linked(package, slide, "slideLayout")
    yield "inside.layout", _part(package, layout)
    master = _linked(package, layout, "slideMaster") or _linked(package, main, "slideMaster")
    yield "inside.master", _part(package, master)


def _odt(package: Package) -> Iterator[tuple[str, tuple[_Part, ...]]]:
    yield "inside.header", _open(package, "styles.xml")
    yield "inside.page", _open(package, "content.xml")


def _odp(package: Package) -> Iterator[tuple[str, tuple[_Part, ...]]]:
    yield "inside.slide", _open(package, "content.xml")
    yield "inside.master", _open(package, "styles.xml")


def _open(package: Package, name: str) -> tuple[_Part, ...]:
    root = package.xml(name)
    return () if root is None else (_Part(root, {}),)


def _main(package: Package) -> str:
    links = package.links("")
    return next((link.target for link in links.values() if link.kind == "officeDocument"), "")


def _linked(package: Package, part: str, kind: str) -> str:
    links = package.links(part) if part else {}
    return next((link.target for link in links.values() if link.kind == kind), "")


def _is_slide(element: Element) -> bool:
    return shown.local(element) == "sldId"


_PLACES = {"docx": _docx, "pptx": _pptx, "odt": _odt, "odp": _odp}
