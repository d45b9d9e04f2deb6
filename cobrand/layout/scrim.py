"""Turns words on a photograph into the weakest darkening under which all of them can be read."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from cobrand.layout.parts import Parts
from cobrand.model.colour import Colour
from cobrand.model.finding import Finding, note
from cobrand.model.geometry import Box, union
from cobrand.model.scene import Fade, Fill, Words
from cobrand.model.template import PhotoSpec
from cobrand.pixels.array import Bytes
from cobrand.rules import ground
from cobrand.rules.backdrop import cut, lines_of

_APART = 4.0  # u between words from which on each group has a scrim of its own
_RIM = 0.5  # u round the words that are as dark as they need
_MARGIN = 1.03  # of the contrast needed: a file's pixels are not those that were reckoned with
_STEP = 1 / 128  # of opacity: finer than an eye sees
_STOPS = 8  # of the run-out: so many straight pieces look like one curve


@dataclass(frozen=True, slots=True)
class _Group:
    """Words that stand together, and the edge of the photograph that their scrim comes from."""

    words: tuple[Words, ...]
    edge: str

    @property
    def box(self) -> Box:
        """The box round all their ink, which may rise over the caps and hang under the line."""
        return union(tuple(line for each in self.words for line in lines_of(each)))


@dataclass(frozen=True, slots=True)
class Darkened:
    """Scrims, the words on them in the colours that can be read there, and what to say of it."""

    scrims: tuple[Fill, ...]
    words: tuple[Words, ...]
    findings: tuple[Finding, ...]


def darken(parts: Parts, area: Box, words: tuple[Words, ...], pixels: Bytes) -> Darkened:
    """Return a scrim for each group of words that needs one, and how strong it had to be.

    `pixels` are the page's with the photograph, (h, w, 3), seen from the left as everything here.
    A scrim is as strong as the plain colour of text needs it: words in another colour keep that
    where it can be read, and else are plain.
    """
    made: list[Fill] = []
    said: list[Finding] = []
    told = {id(each): each for each in words}
    least, colour = parts.campaign.rules.contrast_text, parts.ground.field
    for group in _groups(parts, area, words):
        plain = tuple(replace(each, colour=parts.ground.text) for each in group.words)
        strength = least_strength(plain, pixels, colour, least)
        for own, safe in zip(group.words, plain, strict=True):
            clear = contrast_under((own,), pixels, colour, strength) >= _MARGIN * least
            told[id(own)] = own if clear else safe
        if strength:
            made.append(_scrim(parts, area, group, strength))
            worst = contrast_under(plain, pixels, colour, strength)
            values = {"measured": round(worst, 1), "limit": least}
            role = group.words[0].role
            said.append(note("photo.scrim", role, strength=round(100 * strength), **values))
    return Darkened(tuple(made), tuple(told.values()), tuple(said))


def least_strength(words: tuple[Words, ...], pixels: Bytes, colour: Colour, least: float) -> float:
    """Return the lowest opacity, 0–1, of a scrim on which all words have the contrast they need."""
    wanted = _MARGIN * least
    if contrast_under(words, pixels, colour, 0.0) >= wanted:
        return 0.0
    low, high = 0.0, 1.0
    while high - low > _STEP:
        middle = (low + high) / 2
        if contrast_under(words, pixels, colour, middle) >= wanted:
            high = middle
        else:
            low = middle
    return high


def contrast_under(
    words: tuple[Words, ...], pixels: Bytes, colour: Colour, strength: float
) -> float:
    """Return the contrast of the words where it is worst, under a scrim of this opacity."""
    over = np.array([colour.red, colour.green, colour.blue], np.float32)
    return min(
        ground.letters(
            each.colour, _mixed(cut(pixels, line), over, strength), each.block.style.size
        )
        for each in words
        for line in lines_of(each)
    )


def _mixed(pixels: Bytes, over: np.ndarray, strength: float) -> Bytes:
    mixed = pixels + (over - pixels) * np.float32(strength)
    return np.asarray(np.rint(mixed), np.uint8)


def _groups(parts: Parts, area: Box, words: tuple[Words, ...]) -> tuple[_Group, ...]:
    """Return the words over the photograph, those that stand near one another together."""
    over = sorted((each for each in words if each.box.meets(area)), key=lambda each: each.box.top)
    if not over:
        return ()
    if (parts.arrangement.photo or PhotoSpec()).aside:
        return (_Group(tuple(over), "start"),)
    heaps = [[over[0]]]
    for each in over[1:]:
        below = max(other.box.bottom for other in heaps[-1])
        if each.box.top - below > _APART * parts.u:
            heaps.append([])
        heaps[-1].append(each)
    return tuple(_Group(tuple(heap), _nearest_edge(area, heap)) for heap in heaps)


def _nearest_edge(area: Box, words: list[Words]) -> str:
    box = union(tuple(each.box for each in words))
    return "top" if box.top - area.top < area.bottom - box.bottom else "bottom"


def _scrim(parts: Parts, area: Box, group: _Group, strength: float) -> Fill:
    """Return the scrim: even from its edge to the end of the words, then running out softly."""
    reach = (parts.arrangement.photo or PhotoSpec()).reach * parts.u
    words, rim = group.box, _RIM * parts.u
    if group.edge == "bottom":
        start = max(area.top, words.top - rim - reach)
        box = Box.spanning(area.left, start, area.right, area.bottom)
        even = (box.bottom - words.top + rim) / box.height
        return Fill(box, parts.ground.field, "scrim", fade=Fade(_run(even, strength)))
    across = group.edge == "start"
    if across:
        box = Box.spanning(
            area.left, area.top, min(area.right, words.right + rim + reach), area.bottom
        )
        even = (words.right + rim - box.left) / box.width
    else:
        end = min(area.bottom, words.bottom + rim + reach)
        box = Box.spanning(area.left, area.top, area.right, end)
        even = (words.bottom + rim - box.top) / box.height
    stops = tuple((1 - place, opacity) for place, opacity in _run(even, strength)[::-1])
    return Fill(box, parts.ground.field, "scrim", fade=Fade(stops, across))


def _run(even: float, strength: float) -> tuple[tuple[float, float], ...]:
    """Return stops that rise from nothing, along an S, to a strength held for the last `even`."""
    run = max(0.0, 1 - even)
    if run == 0:
        return ((0.0, strength), (1.0, strength))
    places = (step / _STOPS for step in range(_STOPS + 1))
    rise = tuple((run * t, strength * t * t * (3 - 2 * t)) for t in places)
    return (*rise, (1.0, strength))
