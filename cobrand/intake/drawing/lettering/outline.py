"""Puts paths where a drawing had text, and says which fonts it asked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element

from cobrand.intake.drawing.lettering.characters import Character, characters
from cobrand.intake.drawing.lettering.manner import Manner, inherited
from cobrand.intake.drawing.lettering.pieces import Shaper
from cobrand.intake.drawing.lettering.setting import Placed, set_characters
from cobrand.intake.drawing.lettering.track import Track, track
from cobrand.intake.drawing.markup import local
from cobrand.intake.drawing.vocabulary import LETTERED, SVG
from cobrand.model.finding import Finding, note, warning
from cobrand.model.geometry import Size
from cobrand.model.text import Outline, Typesetter

_STORES = frozenset(("defs", "symbol", "clipPath", "mask", "pattern", "marker"))
_PAINTS = frozenset(
    ("fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray",
     "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "color",
     "paint-order", "visibility", "vector-effect")
)  # fmt: skip


def outline(root: Element, typesetter: Typesetter, page: Size) -> tuple[Finding, ...]:
    """Replace every text element by paths; `page` is what percentages are of, in px."""
    drawing, shaper = _Drawing(root, page), Shaper(typesetter)
    for text in list(root.iter(f"{{{SVG}}}text")):
        drawing.replace(text, shaper)
    for element in root.iter():
        for key in element.attrib.keys() & LETTERED:
            del element.attrib[key]
    return drawing.asked() + drawing.imitated() + _helped(shaper)


def fonts(root: Element, page: Size) -> tuple[Finding, ...]:
    """Name the fonts that live text asks for, and leave it as it is."""
    drawing = _Drawing(root, page)
    for text in root.iter(f"{{{SVG}}}text"):
        drawing.look(text)
    return drawing.asked()


def shown(root: Element) -> bool:
    """Say whether there is live text."""
    return any("".join(each.itertext()).strip() for each in root.iter(f"{{{SVG}}}text"))


class _Drawing:
    """A drawing whose text is being replaced."""

    def __init__(self, root: Element, page: Size) -> None:
        self._page = page
        self._above = {child: parent for parent in root.iter() for child in parent}
        self._by_id = {name: each for each in root.iter() if (name := each.get("id"))}
        self._users = {
            each.get("href", "")[1:]: each for each in reversed(list(root.iter(f"{{{SVG}}}use")))
        }
        self._manners: dict[Element, Manner] = {}
        self._asked: dict[str, bool] = {}
        self._slanted = False

    def look(self, text: Element) -> tuple[Character, ...]:
        """Return what a text shows, and note its fonts."""
        said = () if self._idle(text) else characters(text, self._manner_above(text), self._page)
        for manner in {each.manner for each in said if each.words.strip()}:
            if not manner.hidden:
                self._asked[manner.asked] = manner.known
                self._slanted |= manner.slanted
        return said

    def replace(self, text: Element, shaper: Shaper) -> None:
        """Put a path, or a group of them, in a text's place."""
        said = self.look(text)
        placed = [each for each in set_characters(said, shaper, self._track) if each.outline]
        groups = [
            (paints, "".join(_data(each.outline) for each in group))
            for paints, group in groupby(placed, key=_paints)
        ]
        if len(groups) > 1 and self._in_clip(text):
            groups = [({}, "".join(data for _, data in groups))]
        _become(text, groups)

    def asked(self) -> tuple[Finding, ...]:
        """Say which fonts the words ask for."""
        strangers = sorted(font for font, known in self._asked.items() if not known)
        if strangers:
            return (warning("logo.text", fonts=", ".join(strangers)),)
        return (note("logo.text-outlined"),) if self._asked else ()

    def imitated(self) -> tuple[Finding, ...]:
        """Say if there are no letters that lean by themselves."""
        return (note("logo.text-slanted"),) if self._slanted else ()

    def _manner_above(self, element: Element) -> Manner:
        parent = self._parent(element)
        if parent is None:
            return Manner()
        if parent not in self._manners:
            self._manners[parent] = Manner()  # what refers to itself inherits nothing
            self._manners[parent] = inherited(self._manner_above(parent), parent)
        return self._manners[parent]

    def _parent(self, element: Element) -> Element | None:
        """Return what an element inherits from: the first place where it is used, or its parent."""
        user = self._users.get(element.get("id", ""))
        return self._above.get(element) if user is None else user

    def _line_up(self, element: Element) -> Iterator[Element]:
        at: Element | None = element
        while at is not None:
            yield at
            at = self._above.get(at)

    def _idle(self, text: Element) -> bool:
        """Say whether nothing shows a text: it is not displayed, or in a store nobody opens."""
        wanted = False
        for each in self._line_up(text):
            wanted = wanted or "id" in each.attrib
            if each.get("display", "").strip() == "none":
                return True
            if local(each) in _STORES and not wanted:
                return True
        return False

    def _in_clip(self, text: Element) -> bool:
        user = self._users.get(text.get("id", ""))
        return any(
            local(each) == "clipPath"
            for start in (text, user)
            if start is not None
            for each in self._line_up(start)
        )

    def _track(self, element: Element) -> Track | None:
        path = self._by_id.get(element.get("href", "")[1:])
        return None if path is None else track(path.get("d", ""))


def _helped(shaper: Shaper) -> tuple[Finding, ...]:
    """Say what the bundled fonts do not have."""
    borrowed = (warning("logo.text-borrowed", fonts=", ".join(sorted(shaper.borrowed))),)
    missing = (warning("logo.text-missing", letters=" ".join(shaper.missing)),)
    return (borrowed if shaper.borrowed else ()) + (missing if shaper.missing else ())


def _paints(placed: Placed) -> dict[str, str]:
    """Return what the elements inside the text say about paint."""
    return {
        key: value
        for element in placed.chain[1:]
        for key, value in element.attrib.items()
        if key in _PAINTS
    }


def _become(text: Element, groups: list[tuple[dict[str, str], str]]) -> None:
    kept = {key: value for key, value in text.attrib.items() if key not in LETTERED}
    for key in ("x", "y", "dx", "dy", "rotate", "font-size"):
        kept.pop(key, None)
    text.clear()
    text.attrib.update(kept)
    even = {"fill-rule": "nonzero", "clip-rule": "nonzero"}
    if len(groups) == 1:
        paints, data = groups[0]
        text.tag = f"{{{SVG}}}path"
        text.attrib.update(even | paints | {"d": data})
        return
    text.tag = f"{{{SVG}}}g"
    text.attrib.update(even)
    text.extend(Element(f"{{{SVG}}}path", paints | {"d": data}) for paints, data in groups)


def _data(letters: Outline) -> str:
    return "".join(
        segment[0] + " ".join(f"{number:.6g}" for number in segment[1:]) for segment in letters
    )
