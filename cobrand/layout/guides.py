"""Turns a scene into the boxes it was laid out by, as items that every output shows."""

from __future__ import annotations

from cobrand.model.colour import Colour
from cobrand.model.geometry import Box
from cobrand.model.scene import Drawing, Fill, Picture, Scene, Words

_INK = Colour(214, 0, 138)
_SAFE = Colour(43, 92, 158)


def boxes_of(scene: Scene) -> tuple[Fill, ...]:
    """Return outlines of the ink boxes, the clear space round each mark, and the safe area."""
    line = max(1.0, scene.size.short / 600)
    shown = [item.box for item in scene.walk() if isinstance(item, Words | Drawing | Picture)]
    boxes = [(box, _INK) for box in shown]
    boxes.append((Box.of(scene.size).inset(scene.safe), _SAFE))
    lockup = scene.box("lockup")
    if lockup is not None and scene.promise is not None:
        boxes.append((lockup.grown(scene.promise.unit), _INK))
    return tuple(_frame(box, colour, line) for box, colour in boxes)


def _frame(box: Box, colour: Colour, width: float) -> Fill:
    outline = (
        ("M", box.left, box.top),
        ("L", box.right, box.top),
        ("L", box.right, box.bottom),
        ("L", box.left, box.bottom),
        ("Z",),
    )
    return Fill(box, colour, "guide", outline, width)  # type: ignore[arg-type]  # mypy widens the letters to str
