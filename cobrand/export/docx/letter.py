"""Read a letterhead's scenes as what a word processor needs: margins, words by role, places."""

from __future__ import annotations

from dataclasses import dataclass

from cobrand.export.order import Order
from cobrand.model.colour import Colour
from cobrand.model.geometry import PX_PER_MM, Box, Insets, Size
from cobrand.model.scene import Fill, Group, Scene, Words
from cobrand.model.template import Template
from cobrand.model.text import TextStyle

_BODY = Insets(25 * PX_PER_MM, 98 * PX_PER_MM, 20 * PX_PER_MM, 34 * PX_PER_MM)
_FOLLOWING_TOP = 45 * PX_PER_MM


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph: `baseline` of its first line and `pitch` from line to line, in px."""

    source: str
    lines: tuple[str, ...]
    box: Box
    baseline: float
    pitch: float
    style: TextStyle
    colour: Colour

    @property
    def top(self) -> float:
        """Where the first line begins: word processors put 80 % of an exact line above it."""
        return self.baseline - 0.8 * self.pitch

    @property
    def bottom(self) -> float:
        """Where the last line ends."""
        return self.top + self.pitch * len(self.lines)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letterhead: `body` are the first page's insets, `top` where later pages begin."""

    page: Size
    body: Insets
    top: float
    rtl: bool
    language: str
    script: str
    first: Scene
    following: Scene

    def texts(self, role: str) -> tuple[Text, ...]:
        """Return the first page's words of this role, from the top."""
        return texts(self.first, role)

    def later_texts(self, role: str) -> tuple[Text, ...]:
        """Return the following page's words of this role, from the top."""
        return texts(self.following, role)


def read(order: Order) -> Letter:
    """Return the letter that the order's pages show."""
    pages, words = order.composition.pages, order.campaign.vocabulary(order.scene.language)
    rtl = words is not None and words.direction == "rtl"
    body = _insets(order.templates, 0) or _BODY
    later = _insets(order.templates, 1)
    return Letter(
        page=order.scene.size,
        body=body.mirrored if rtl else body,
        top=later.top if later else min(_FOLLOWING_TOP, body.top),
        rtl=rtl,
        language=order.scene.language,
        script=words.script if words else "latin",
        first=pages[0],
        following=pages[-1],
    )


def texts(scene: Scene, role: str) -> tuple[Text, ...]:
    """Return the words of this role, from the top, also those in a group of this role."""
    found = [item for item in scene.walk() if isinstance(item, Words) and item.role == role]
    for group in scene.find(role):
        if isinstance(group, Group):
            found += [item for item in group.items if isinstance(item, Words) and item not in found]
    return tuple(sorted((_text(item) for item in found), key=lambda text: text.baseline))


def folds(scene: Scene) -> tuple[Fill, ...]:
    """Return the fold and hole marks."""
    return tuple(item for item in scene.find("fold") if isinstance(item, Fill))


def _insets(templates: tuple[Template, ...], page: int) -> Insets | None:
    if page >= len(templates) or templates[page].body is None:
        return None
    return Insets(*(templates[page].body or ()))


def _text(item: Words) -> Text:
    block, style = item.block, item.block.style
    return Text(
        source=block.source,
        lines=tuple(line.text for line in block.lines),
        box=item.box,
        baseline=item.box.top + (block.places[0].y if block.places else block.size.height),
        pitch=style.line_height * style.size,
        style=style,
        colour=item.colour,
    )
