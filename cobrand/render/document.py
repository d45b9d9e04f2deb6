"""Turns a scene into an SVG document, one line an item."""

from __future__ import annotations

from cobrand.model.geometry import Box
from cobrand.model.scene import Scene
from cobrand.render.items import Embed, Tools, draw_item
from cobrand.render.xml import Paths, attributes, escape, number

_NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def draw(scene: Scene, embed: Embed) -> str:
    """Return the scene as SVG in px; `embed` turns a bitmap into a data URI.

    The page is the trim with its bleed round it; the trim's upper left corner is 0, 0.
    """
    return Pen(embed).draw(scene)


class Pen:
    """Draws scenes one after another; the path data of outlines that come again is kept."""

    def __init__(self, embed: Embed) -> None:
        self._tools = Tools(embed, Paths().of)

    def draw(self, scene: Scene) -> str:
        """Return the scene as SVG in px, as `draw` does."""
        page = Box.of(scene.size).grown(scene.bleed)
        view = " ".join(number(value) for value in (page.left, page.top, page.width, page.height))
        size = attributes(width=page.width, height=page.height)
        items = enumerate(scene.items, 1)
        lines = [
            f'<svg {_NAMESPACES}{size} viewBox="{view}" role="img" xml:lang="{scene.language}">',
            *_texts(scene),
            *_ground(scene, page),
            *(draw_item(item, self._tools, f"clip-{index}") for index, item in items),
            "</svg>",
        ]
        return "\n".join(lines) + "\n"


def _texts(scene: Scene) -> list[str]:
    pairs = (("title", scene.title), ("desc", scene.alt))
    return [f"<{tag}>{escape(text)}</{tag}>" for tag, text in pairs if text]


def _ground(scene: Scene, page: Box) -> list[str]:
    if scene.ground is None:
        return []
    if page.width % 1 or page.height % 1:
        page = page.grown(1)  # a part of a pixel at the edge is no window to what lies behind
    place = attributes(x=page.left, y=page.top, width=page.width, height=page.height)
    return [f'<rect data-role="ground"{place} fill="{scene.ground.hex}"/>']
