"""Find every mark of a scene in a file: where it was promised, with its neighbours, anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from cobrand.export.measure import search
from cobrand.export.measure.memory import Memory
from cobrand.export.measure.search import Artwork, Hit, Pixels, Place
from cobrand.export.measure.view import View, ground_of
from cobrand.export.order import Order
from cobrand.model.campaign import Variant
from cobrand.model.geometry import Box
from cobrand.model.logo import Logo
from cobrand.model.scene import Drawing, Picture, Promise, Scene
from cobrand.rules.order import role as role_of

WINDOW = 600_000  # pixels of the neighbourhood that are looked at, at most
_OWN = 0.995  # of a mark is explained: no other drawing of it is tried
_ROUND = 0.2  # of a mark's longer side, that is looked at round it
_WORSE = 0.1  # of what is seen, that a closer look may explain less
_CERTAIN = 0.97  # of what is seen is explained: no other place is better
_WITH_OTHERS = 0.9  # of what is seen is explained: it is where its neighbours went
_ALIKE = 0.9  # of the larger box, that two places share if looking at both finds no more
_SAME = 0.25  # of the larger box, that two marks share if they are one

Closer = Callable[[Box], View]


@dataclass(frozen=True, slots=True)
class Seen:
    """A hit, the view in whose pixels it was found, and its box in px of the scene."""

    hit: Hit
    view: View
    box: Box


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at: the file near the marks, its whole page, and how to look closer."""

    order: Order
    near: View
    page: View
    closer: Closer
    memory: Memory
    lossy: bool

    @property
    def promise(self) -> Promise:
        """What the scene promised; marks are only looked for where they were."""
        given = self.order.scene.promise
        assert given is not None  # noqa: S101  the caller has asked
        return given

    def pixels(self, view: View) -> Pixels:
        """Return what a view shows, on the promised ground where it is clear."""
        return view.over(self.promise.backing)

    def behind(self, view: View, *, plain: bool = True) -> Pixels | None:
        """Return what lies behind the marks in a view, where that is known."""
        return ground_of(self.order.scene, view, self.promise, plain=plain)


def roles(scene: Scene) -> tuple[str, ...]:
    """Return the roles of the marks of a scene, in the order in which it has them."""
    items = (item for item in scene.walk() if isinstance(item, Drawing | Picture))
    return tuple(item.role for item in items if item.role == "mark" or _is_logo(item.role))


def _is_logo(role: str) -> bool:
    return role == "logo" or role.startswith("logo-")


def seek(looks: Look, window: View, boxes: Mapping[str, Box]) -> dict[str, Seen]:
    """Return every mark that is in the file, by its role; `boxes` are where they were promised.

    `window` shows the neighbourhood of those.
    """
    found = dict(_as_promised(looks, window, boxes))
    for role in boxes:
        if role not in found and (seen := _elsewhere(looks, role, boxes, found)):
            found[role] = seen
    for role in boxes:  # one that is cut, or was only partly moved away, is found by the others
        own = found[role].hit.own if role in found else 0.0
        seen = _together(looks, role, boxes, found) if own < _CERTAIN else None
        if seen is not None and seen.hit.own > own:
            found[role] = seen
    for role in boxes:
        if role not in found and (left := _left(looks, role, window, boxes[role])):
            found[role] = left
    return {role: _told(found[role], _drawings(looks, role)) for role in boxes if role in found}


def _as_promised(looks: Look, window: View, boxes: Mapping[str, Box]) -> Iterator[tuple[str, Seen]]:
    pixels, behind = looks.pixels(window), looks.behind(window)
    for role, box in boxes.items():
        drawing = _drawings(looks, role)[:1]
        hit = search.at_promise(pixels, drawing, window.place(box), behind)
        if hit is not None:
            yield role, Seen(hit, window, window.box_of(hit.place.box))


def _left(looks: Look, role: str, window: View, box: Box) -> Seen | None:
    """Return what is left of a mark in its place."""
    pixels, behind = looks.pixels(window), looks.behind(window)
    hit = search.remains(pixels, _drawings(looks, role)[0], window.place(box), behind)
    return None if hit is None else Seen(hit, window, window.box_of(hit.place.box))


def _drawings(looks: Look, role: str) -> tuple[Artwork, ...]:
    """Return a mark's drawings, the promised one first: its owner's own, where they are known."""
    item = looks.order.scene.find(role)[0]
    assert isinstance(item, Drawing | Picture)  # noqa: S101  roles are those of marks
    own, known = looks.promise.variant_of(role), dict(_variants(looks.order, role))
    others = [looks.memory.drawing(known[each], role, each) for each in known if each != own]
    if role == "mark" and own in known:
        return (looks.memory.drawing(known[own], role, own), *others)
    return (looks.memory.artwork(item, own), *others)


def _variants(order: Order, role: str) -> tuple[tuple[Variant, Logo], ...]:
    """Return the drawings that there are of a mark."""
    if role == "mark":
        return order.marks
    logos = {role_of(place): logo for place, logo in enumerate(order.composition.logos)}
    logo = logos.get(role)
    return () if logo is None else (("colour", logo), *logo.variants)


def _told(seen: Seen, drawings: tuple[Artwork, ...]) -> Seen:
    if seen.hit.own >= _OWN or len(drawings) < 2:
        return seen
    return replace(seen, hit=search.told_apart(seen.hit, drawings))


def _elsewhere(
    looks: Look, role: str, boxes: Mapping[str, Box], found: Mapping[str, Seen]
) -> Seen | None:
    """Return a mark where its neighbours went; else anywhere on the page, but on none of them."""
    together = _together(looks, role, boxes, found)
    if together is not None:
        return together
    page, drawings = looks.page, _drawings(looks, role)
    about = page.place(boxes[role]).box.height
    hit = search.anywhere(looks.pixels(page), drawings, looks.behind(page, plain=False), about)
    if hit is None:
        return None
    box = page.box_of(hit.place.box)
    if any(_overlap(box, each.box) > _SAME for each in found.values()):
        return None
    close = _close(looks, (hit.artwork,), box, hit.place.turn)
    lost = close is None or close.hit.sure < hit.sure - _WORSE
    return Seen(hit, page, box) if lost else close


def _together(
    looks: Look, role: str, boxes: Mapping[str, Box], found: Mapping[str, Seen]
) -> Seen | None:
    """Return a mark that went the way another one went, or grew or shrank as that did."""
    page = Box.of(looks.order.scene.size).grown(looks.order.scene.bleed)
    tried = [boxes[role]]
    for other, seen in found.items():
        if other == role:
            continue
        box = _taken_along(boxes[role], boxes[other], seen.box)
        if page.meets(box) and all(_overlap(box, each) < _ALIKE for each in tried):
            tried.append(box)
            if (close := _along(looks, role, box)) is not None:
                return close
    return None


def _along(looks: Look, role: str, box: Box) -> Seen | None:
    view = _round(looks, box)
    behind = looks.behind(view, plain=False)
    hit = search.upright(looks.pixels(view), _drawings(looks, role), view.place(box), behind)
    if hit is None or hit.own < _WITH_OTHERS:
        return None
    return Seen(hit, view, view.box_of(hit.place.box))


def _taken_along(box: Box, start: Box, end: Box) -> Box:
    """Return a box that kept its place and size beside another one, which went elsewhere."""
    by = (end.height / start.height * end.width / start.width) ** 0.5
    across, down = (box.left - start.centre.x) * by, (box.top - start.centre.y) * by
    return Box(end.centre.x + across, end.centre.y + down, box.width * by, box.height * by)


def _overlap(one: Box, other: Box) -> float:
    """Return how much of the larger box two have in common, 0-1."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    shared = max(0.0, across) * max(0.0, down)
    return shared / max(one.width * one.height, other.width * other.height)


def _close(looks: Look, drawings: tuple[Artwork, ...], box: Box, turn: float = 0.0) -> Seen | None:
    """Look closely for a mark at a place of the page."""
    view = _round(looks, box)
    place = Place(view.place(box).box, turn)
    behind = looks.behind(view, plain=False)
    hit = search.at_promise(looks.pixels(view), drawings, place, behind)
    return None if hit is None else Seen(hit, view, view.box_of(hit.place.box))


def _round(looks: Look, box: Box) -> View:
    """Return a close view of a place and what is round it."""
    return looks.closer(box.grown(_ROUND * max(box.width, box.height))).within(WINDOW)
