"""Turns masks of plain white and knotty clips into clips that need no rule to be filled by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from xml.etree.ElementTree import Element

from cobrand.intake.drawing.curves import Step
from cobrand.intake.drawing.markup import local
from cobrand.intake.drawing.plain.shapes import extent, steps, written
from cobrand.intake.drawing.references import URL
from cobrand.intake.drawing.vocabulary import SHAPES, SVG

_WHITE = frozenset(("white", "#fff", "#ffffff", "rgb(255,255,255)"))
_GEOMETRY = ("d", "points", "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1",
             "x2", "y2", "transform")  # fmt: skip
_HINDERS = frozenset(("opacity", "fill-opacity", "filter", "mask", "clip-path", "href"))
_DRAWN = SHAPES | {"g", "use", "svg", "image"}
_STRAIGHT = 8
"""Pieces of a curve when only its turning sense and place matter."""

Ring = list[tuple[float, float]]


def settle(root: Element) -> None:
    """Rewrite masks and clips."""
    masks = list(root.iter(f"{{{SVG}}}mask"))
    if not any("mask" in each.attrib for each in masks):  # a mask's mask can be no clip
        root.extend(edge for each in masks if (edge := _from_mask(each)) is not None)
    known = {name: each for each in root.iter() if (name := each.get("id"))}
    for clip in _clips(root):
        _alternate(clip)
    for parent in list(root.iter()):
        for place, child in enumerate(list(parent)):
            if local(parent) != "clipPath" and local(child) in _DRAWN:
                parent[place] = _held(child, known)
    inside = {each.get("clip-path") for clip in _clips(root) for each in clip}
    for clip in _clips(root):  # what asks for it is held by its clip now
        if f"url(#{clip.get('id')})" not in inside:
            clip.attrib.pop("clip-path", None)


def _clips(root: Element) -> list[Element]:
    return list(root.iter(f"{{{SVG}}}clipPath"))


def _from_mask(mask: Element) -> Element | None:
    """Make a mask a clip if it lets through all or nothing; return its edge, if it has one."""
    shapes = list(_openings(mask, mask.attrib, mask.get("mask-type") == "alpha"))
    boxed = mask.get("maskContentUnits") == "objectBoundingBox"
    if not shapes or None in shapes or boxed or {"mask", "clip-path"} & mask.attrib.keys():
        return None
    name, edge = mask.get("id", ""), _edge(mask)
    mask.clear()
    mask.tag = f"{{{SVG}}}clipPath"
    mask.set("id", name)
    mask.extend(shape for shape in shapes if shape is not None)
    if edge is not None:
        mask.set("clip-path", f"url(#{name}-edge)")
        edge.set("id", f"{name}-edge")
    return edge


def _edge(mask: Element) -> Element | None:
    """Return the region of a mask as a clip, if it is said in px of the page."""
    if mask.get("maskUnits") != "userSpaceOnUse":
        return None
    clip = Element(f"{{{SVG}}}clipPath")
    sides = {key: mask.get(key, "0") for key in ("x", "y", "width", "height")}
    clip.append(Element(f"{{{SVG}}}rect", sides))
    return clip


def _openings(element: Element, above: Mapping[str, str], alpha: bool) -> Iterator[Element | None]:
    """Yield what a mask lets through; None for what only a mask can do."""
    for child in element:
        said = {**above, **child.attrib}
        if _HINDERS & child.attrib.keys() or said.get("stroke", "none") != "none":
            yield None
        elif local(child) == "g":
            yield from _openings(child, _moved(said, above, child), alpha)
        elif local(child) in SHAPES and _opens(said, alpha):
            kept = {key: child.attrib[key] for key in _GEOMETRY if key in child.attrib}
            kept["transform"] = _moved(said, above, child)["transform"]
            kept["clip-rule"] = said.get("fill-rule", "nonzero")
            yield Element(child.tag, kept)
        else:
            yield None


def _moved(said: Mapping[str, str], above: Mapping[str, str], child: Element) -> dict[str, str]:
    whole = f"{above.get('transform', '')} {child.get('transform', '')}"
    return {**said, "transform": whole.strip()}


def _opens(said: Mapping[str, str], alpha: bool) -> bool:
    fill = said.get("fill", "black").lower()
    return fill in _WHITE or (alpha and not fill.startswith(("url", "rgba", "none")))


def _alternate(clip: Element) -> None:
    """Turn the rings of even-odd shapes so that the plain rule fills the same."""
    for shape in clip:
        rule = shape.get("clip-rule", clip.get("clip-rule", "nonzero"))
        drawn = steps(shape) if rule == "evenodd" and local(shape) in SHAPES else None
        if drawn is not None:
            for key in _GEOMETRY[:-1]:
                shape.attrib.pop(key, None)
            shape.tag = f"{{{SVG}}}path"
            shape.set("d", written(_turned(drawn)))
            shape.set("clip-rule", "nonzero")


def _turned(drawn: list[Step]) -> Iterator[Step]:
    parts = list(_parts(drawn))
    rings = [_ring(part) for part in parts]
    for part, ring in zip(parts, rings, strict=True):
        depth = sum(_inside(ring[0], other) for other in rings if other is not ring)
        yield from part if (_area(ring) > 0) == (depth % 2 == 0) else _reversed(part)


def _parts(drawn: list[Step]) -> Iterator[list[Step]]:
    part: list[Step] = []
    for step in drawn:
        if step[0] == "M" and part:
            yield part
            part = []
        part.append(step)
    if part:
        yield part


def _ring(part: list[Step]) -> Ring:
    ring: Ring = []
    for _, numbers in part:
        if len(numbers) == 6:
            ring += list(_curve(ring[-1], numbers))
        elif numbers:
            ring.append((numbers[0], numbers[1]))
    return ring


def _curve(at: tuple[float, float], numbers: tuple[float, ...]) -> Iterator[tuple[float, float]]:
    x1, y1, x2, y2, x, y = numbers
    for place in range(1, _STRAIGHT + 1):
        t = place / _STRAIGHT
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield a * at[0] + b * x1 + c * x2 + d * x, a * at[1] + b * y1 + c * y2 + d * y


def _area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))


def _inside(dot: tuple[float, float], ring: Ring) -> bool:
    x, y = dot
    crossed = False
    for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            crossed = not crossed
    return crossed


def _reversed(part: list[Step]) -> Iterator[Step]:
    """Yield a ring from its end to its beginning, closed."""
    dots = [numbers[-2:] for _, numbers in part if numbers]
    yield "M", dots[-1]
    moving = [step for step in part if step[1]]
    for (_, before), (name, numbers) in reversed(list(pairwise(moving))):
        handles = (*numbers[2:4], *numbers[:2]) if name == "C" else ()
        yield ("C" if handles else "L"), (*handles, *before[-2:])
    yield "Z", ()


def _held(element: Element, known: Mapping[str, Element]) -> Element:
    """Return an element in a group for every clip that its own clip or mask asks for besides."""
    mask = _named(element.get("mask", ""), known)
    if mask is not None and local(mask) == "clipPath":
        value = element.attrib.pop("mask")
        moved = (
            {"transform": element.attrib.pop("transform")} if "transform" in element.attrib else {}
        )
        outer = Element(f"{{{SVG}}}g", {"clip-path": value} | moved)
        outer.append(element)
        element = outer
    clip = _named(element.get("clip-path", ""), known)
    met: list[Element] = []
    while clip is not None and clip not in met:
        met.append(clip)
        _boxed(clip, element)
        value = clip.get("clip-path", "")
        if value:
            moved = {"transform": element.get("transform", "")}
            outer = Element(f"{{{SVG}}}g", {"clip-path": value} | moved)
            element.attrib.pop("transform", None)
            outer.append(element)
            element = outer
        clip = _named(value, known)
    return element


def _boxed(clip: Element, element: Element) -> None:
    """Write a clip of a box in the space of the one element that it is meant for."""
    if clip.get("clipPathUnits") != "objectBoundingBox":
        return
    box = extent(
        Element(element.tag, {k: v for k, v in element.attrib.items() if k != "transform"})
    )
    inner = [each for child in element if (each := extent(child)) is not None]
    for each in inner:
        box = each if box is None else box.union(each)
    if box is None:
        return
    clip.attrib.pop("clipPathUnits")
    into = f"matrix({box.width:.9g},0,0,{box.height:.9g},{box.left:.9g},{box.top:.9g})"
    for shape in clip:
        shape.set("transform", f"{into} {shape.get('transform', '')}".strip())


def _named(value: str, known: Mapping[str, Element]) -> Element | None:
    found = URL.search(value)
    return known.get(found[1]) if found else None
