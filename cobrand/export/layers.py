"""Turns what does not stand on every card of a run into pieces that lie over what does.

Each is cut at whole pixels and has one colour behind it; a renderer rounds places there as it does
on the whole page. Plain surfaces are not drawn at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from cobrand.export.cuts import Cut, Page, cuts_of, leaves, reach, strips_of
from cobrand.model.colour import Colour
from cobrand.model.geometry import Box
from cobrand.model.scene import Drawing, Fill, Group, Item, Scene
from cobrand.pixels import svg
from cobrand.pixels.standing import Flat, Patch, Rgba, Standing
from cobrand.render import Pen

_MOST = 0.75  # of a page; where more is drawn anew, all is

_STRIPS = 4

Items = tuple[Item, ...]
Cuts = Callable[[Iterable[Item], Page], tuple[Cut, ...]]


@dataclass(frozen=True, slots=True)
class _Step:
    """A place, and the items to be drawn there; none for a plain surface of this colour."""

    cut: Cut
    items: Items = ()
    colour: Colour | None = None


def pieces(
    scene: Scene, items: Items, page: Page, below: Standing, pen: Pen
) -> tuple[Patch | Flat, ...] | None:
    """Return the pieces that show these items of a scene; None if they cannot stand so.

    They lie in the order in which they are to be laid down.
    """
    if any(_spreads(item) for item in items):
        return None
    for cuts in (cuts_of, _strips):  # strips take longer, but find their way round words
        steps = tuple(_steps(items, page, cuts))
        drawn = sum(step.cut.pixels for step in steps if step.items)
        if drawn > _MOST * page.cut.pixels or _covered(scene, steps, page):
            continue
        grounds = tuple(_grounds(steps, below))
        if None not in grounds:
            return tuple(
                _piece(scene, step, ground, page, pen)
                for step, ground in zip(steps, grounds, strict=True)
                if ground is not None
            )
    return None


def _spreads(item: Item) -> bool:
    """Say whether an item has a filter: what that gives may depend on what lies outside a cut."""
    if isinstance(item, Group):
        return any(_spreads(child) for child in item.items)
    return isinstance(item, Drawing) and "<filter" in item.art.body


def _strips(items: Iterable[Item], page: Page) -> tuple[Cut, ...]:
    return strips_of(items, page, _STRIPS)


def _steps(items: Items, page: Page, cuts: Cuts) -> Iterator[_Step]:
    """Yield plain surfaces, and the places of what lies between them."""
    between: list[Item] = []
    for item in items:
        cut = _surface(item, page)
        if cut is None:
            between.append(item)
            continue
        yield from (_Step(each, tuple(between)) for each in cuts(between, page))
        between = []
        if isinstance(item, Fill) and cut.pixels:
            yield _Step(cut, (), item.colour)
    yield from (_Step(each, tuple(between)) for each in cuts(between, page))


def _surface(item: Item, page: Page) -> Cut | None:
    """Return the place of a plain surface whose edges are those of pixels; None for all else."""
    if not isinstance(item, Fill) or item.outline or item.stroke or item.fade:
        return None
    return page.exactly(item.box)


def _covered(scene: Scene, steps: tuple[_Step, ...], page: Page) -> bool:
    """Say whether anything that stands lies over what does not."""
    views = [page.box_of(step.cut) for step in steps]
    over = False
    for item in scene.items:
        if item.role not in scene.still:
            over = True
        elif over and any(box.grown(1).meets(view) for box in leaves(item) for view in views):
            return True
    return False


def _grounds(steps: tuple[_Step, ...], below: Standing) -> Iterator[Rgba | None]:
    """Yield the one colour that is in each place when its turn comes; None if there are more."""
    for number, step in enumerate(steps):
        yield _opaque(step.colour) if step.colour else _ground(steps[:number], step.cut, below)


def _ground(before: tuple[_Step, ...], cut: Cut, below: Standing) -> Rgba | None:
    for step in reversed(before):
        if step.colour is not None and step.cut.holds(cut):
            return _opaque(step.colour)
        if step.cut.meets(cut):
            return None
    return below.plain(cut.left, cut.top, *cut.size)


def _piece(scene: Scene, step: _Step, ground: Rgba, page: Page, pen: Pen) -> Patch | Flat:
    """Draw what shows in a place over the colour that is there."""
    cut, view = step.cut, page.box_of(step.cut)
    if not step.items:
        return Flat(cut.top, cut.left, *cut.size, ground)
    shown = tuple(_shown(item, view) for item in step.items if _near(item, view))
    red, green, blue, alpha = ground
    colour = Colour(red, green, blue) if alpha else None
    document = pen.draw(replace(scene, ground=colour, items=shown, title="", alt=""))
    return Patch(cut.top, cut.left, svg.drawn(document, *cut.size, view))


def _shown(item: Item, view: Box) -> Item:
    """Return an item without those of its parts that show elsewhere only."""
    if not isinstance(item, Group):
        return item
    return replace(item, items=tuple(each for each in item.items if _near(each, view)))


def _near(item: Item, view: Box) -> bool:
    return reach(item).grown(1).meets(view)


def _opaque(colour: Colour) -> Rgba:
    return colour.red, colour.green, colour.blue, 255
