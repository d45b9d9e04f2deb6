"""Turns a root's width, height, viewBox and percentages into a page of plain px from 0 0."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from cobrand.intake.drawing.markup import local
from cobrand.intake.drawing.numbers import numbers, share
from cobrand.intake.drawing.vocabulary import PROPERTIES, SHAPES, SVG
from cobrand.model.geometry import Box, Size
from cobrand.pixels.root import px

_ACROSS = frozenset(("x", "width", "cx", "rx", "x1", "x2", "fx", "dx"))
_DOWN = frozenset(("y", "height", "cy", "ry", "y1", "y2", "fy", "dy"))
_ROUND = frozenset(("r", "fr", "stroke-width", "stroke-dashoffset"))
_ON_THE_PAGE = SHAPES | {"image", "use", "text", "tspan", "svg"}
_UNITS = {
    "linearGradient": "gradientUnits",
    "radialGradient": "gradientUnits",
    "mask": "maskUnits",
    "filter": "filterUnits",
    "pattern": "patternUnits",
}
_DEFAULT_REGION = {"x": "-10%", "y": "-10%", "width": "120%", "height": "120%"}
_LONGEST, _SHORTEST = 100_000.0, 1.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The page in px, the part of the drawing's own space that fills it, and how it is fitted."""

    page: Size
    view: Box
    fit: str

    @property
    def transform(self) -> str:
        """The transform from the drawing's space to the page, or nothing."""
        across, down, left, top = self._fitted()
        if max(abs(left), abs(top), abs(across - 1), abs(down - 1)) < 1e-9:
            return ""
        return f"matrix({across:.9g},0,0,{down:.9g},{left:.9g},{top:.9g})"

    @property
    def window(self) -> Box:
        """The part of the drawing's space that the page shows, letterbox included."""
        across, down, left, top = self._fitted()
        return Box(-left / across, -top / down, self.page.width / across, self.page.height / down)

    def _fitted(self) -> tuple[float, float, float, float]:
        across, down = self.page.width / self.view.width, self.page.height / self.view.height
        align, _, how = self.fit.partition(" ")
        if align != "none":
            across = down = max(across, down) if how.strip() == "slice" else min(across, down)
        left = _place(align, "xMin", "xMax") * (self.page.width - self.view.width * across)
        top = _place(align, "YMin", "YMax") * (self.page.height - self.view.height * down)
        return across, down, left - self.view.left * across, top - self.view.top * down


def frame(root: Element, extent: Box | None = None) -> Frame | None:
    """Return the page; None if only the ink's `extent` can tell it and it is not given."""
    fit = root.get("preserveAspectRatio", "xMidYMid meet").removeprefix("defer ").strip()
    across, down = _length(root.get("width")), _length(root.get("height"))
    view = _view(root.get("viewBox", ""))
    if view is None and across and down:
        view = Box(0, 0, across, down)
    if view is None:
        return Frame(extent.size, extent, fit) if extent else None
    if across is None:
        across = down * view.size.aspect if down else view.width
    down = down or across / view.size.aspect
    return Frame(_sane(Size(across, down)), view, fit)


def resolve(root: Element, view: Box) -> None:
    """Write percentages of the page as numbers, for they will stand in other pages."""
    by_id = {element.get("id"): element for element in root.iter()}
    for child in root:
        _resolve(child, view, by_id)


def wrap(root: Element, transform: str) -> Element:
    """Return a group that holds the drawing in page px, with what the root said to inherit."""
    said = {
        key: value for key, value in root.attrib.items() if key in PROPERTIES and key != "overflow"
    }
    said.setdefault("color", "#000000")
    if any("mix-blend-mode" in element.attrib for element in root.iter()):
        said["isolation"] = "isolate"  # what blends, blends with this drawing and nothing behind it
    inner = Element(f"{{{SVG}}}g", said)
    inner.extend(list(root))
    moves = " ".join(filter(None, (root.get("transform"), transform)))
    if not moves:
        return inner
    outer = Element(f"{{{SVG}}}g", {"transform": moves})
    outer.append(inner)
    return outer


def _resolve(element: Element, view: Box, by_id: dict[str | None, Element]) -> None:
    name = local(element)
    region = element.get(_UNITS.get(name, ""), "") == "userSpaceOnUse"
    if region and name in {"mask", "filter"}:
        for key, value in _DEFAULT_REGION.items():
            element.attrib.setdefault(key, value)
    if name == "svg" or (name == "use" and _has_own_view(by_id.get(element.get("href", "")[1:]))):
        element.attrib.setdefault("width", "100%")
        element.attrib.setdefault("height", "100%")
    if name in _ON_THE_PAGE or region:
        _numbers(element, view)
    if name not in {"svg", "symbol"}:  # inside, percentages are of their own view
        for child in element:
            _resolve(child, view, by_id)


def _numbers(element: Element, view: Box) -> None:
    for key, value in element.attrib.items():
        part = share(value) if key in _ACROSS | _DOWN | _ROUND else None
        if part is not None:
            element.attrib[key] = f"{part * _whole(key, view):.9g}"


def _whole(key: str, view: Box) -> float:
    if key in _ACROSS:
        return view.width
    if key in _DOWN:
        return view.height
    return float(((view.width**2 + view.height**2) / 2) ** 0.5)


def _has_own_view(target: Element | None) -> bool:
    return target is not None and local(target) in {"symbol", "svg"}


def _view(text: str) -> Box | None:
    edges = numbers(text)
    if len(edges) != 4 or edges[2] <= 0 or edges[3] <= 0:
        return None
    return Box(*edges)


def _length(text: str | None) -> float | None:
    length = px(text)
    return length if length and length > 0 else None


def _sane(page: Size) -> Size:
    """Keep the page within sizes that renderers count in."""
    longest = max(page.width, page.height)
    if longest > _LONGEST:
        return page.scaled(_LONGEST / longest)
    return page.scaled(_SHORTEST / longest) if longest < _SHORTEST else page


def _place(align: str, start: str, end: str) -> float:
    return 0.0 if start in align else 1.0 if end in align else 0.5
