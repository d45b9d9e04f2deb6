"""Turns what many pictures have in common into a PNG of each: reduced, numbered and packed once.

A picture is what stands, with pieces over it. Its bytes depend on the two alone: what stands gets
the first colours of the palette, whatever lies over it, and its rows above the first piece are a
packed part of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cobrand.pixels import counted, packed, palette
from cobrand.pixels.array import Bytes
from cobrand.pixels.counted import Counted, Counts, Members, Packed
from cobrand.pixels.packed import Part
from cobrand.pixels.palette import Few, Floats

Rgba = tuple[int, int, int, int]

_COLOURS = (48, 64, 128, 192)
"""How many colours what stands may have: the fewest that no eye could tell from all."""
_STEP = 32  # rows; parts end at their multiples, so that few have to be kept


@dataclass(frozen=True, slots=True)
class Patch:
    """Pixels of shape (height, width, 4) and where their upper left one lies."""

    top: int
    left: int
    pixels: Bytes


@dataclass(frozen=True, slots=True)
class Flat:
    """A place of one colour."""

    top: int
    left: int
    width: int
    height: int
    colour: Rgba

    @property
    def pixels(self) -> Bytes:
        """Its pixels, of shape (height, width, 4), not to be written to."""
        return np.broadcast_to(np.array(self.colour, np.uint8), (self.height, self.width, 4))


@dataclass(frozen=True, slots=True)
class Rows:
    """A picture's rows for a PNG: what comes before is packed; numbers of colours for the rest."""

    colours: Bytes
    before: Part
    rest: Bytes
    height: int
    exact: bool


@dataclass(frozen=True, slots=True)
class _Palette:
    """All colours of a picture, and the numbers of its patches' pixels, one after another."""

    values: Packed
    numbers: Bytes
    exact: bool


@dataclass(frozen=True, slots=True)
class _Off:
    """What became of colours: a bit a pixel that has changed, how many by more than USUAL, RARE."""

    bits: Bytes
    far: tuple[int, int]

    @property
    def exact(self) -> bool:
        """Whether no pixel has changed."""
        return not self.bits.any()


class Standing:
    """What pictures have in common, ready for a PNG; it may be used by several threads."""

    def __init__(self, values: Packed, members: Bytes, off: _Off, exact: Few | None) -> None:
        self._values, self._off, self._exact = values, off, exact
        self._rows = np.zeros((members.shape[0], members.shape[1] + 1), np.uint8)
        self._rows[:, 1:] = members
        self._parts: dict[int, Part | None] = {}

    @property
    def nbytes(self) -> int:
        """How much memory it takes, with the parts that it will have packed."""
        exact = self._exact.members.nbytes if self._exact else 0
        return self._rows.nbytes * 5 // 4 + exact

    def plain(self, left: int, top: int, width: int, height: int) -> Rgba | None:
        """Return the one colour that all pixels of a place have, opaque or clear; None if none."""
        numbers = self._rows[top : top + height, left + 1 : left + 1 + width]
        number = numbers[0, 0]
        if (numbers != number).any():
            return None
        bits = np.unpackbits(self._off.bits[top : top + height], axis=1)
        if bits[:, left : left + width].any():
            return None
        red, green, blue, alpha = (int(each) for each in counted.unpacked(self._values)[number])
        return (red, green, blue, alpha) if alpha in {0, 255} else None

    def picture(self, pieces: Sequence[Patch | Flat]) -> Bytes | None:
        """Return the pixels of a picture with these pieces over what stands.

        None where what stands has too many colours to have been kept as it was.
        """
        if self._exact is None:
            return None
        pixels = counted.packed(self._exact.colours)[self._exact.members].view(np.uint8)
        picture = pixels.reshape(*self._exact.members.shape, 4)
        for piece in pieces:
            height, width = piece.pixels.shape[:2]
            there = picture[piece.top : piece.top + height, piece.left : piece.left + width]
            there[:] = piece.pixels
        return picture

    def rows(self, pieces: Sequence[Patch | Flat]) -> Rows | None:
        """Return the rows of a picture with these pieces over what stands.

        None if its colours are too many for a palette beside those, or if they cannot be packed so.
        """
        start = min((piece.top for piece in pieces), default=0) // _STEP * _STEP
        found, before = self._numbered(pieces), self._before(start)
        if found is None or before is None:
            return None
        rest, first = self._rows[start:].copy(), 0
        for piece in pieces:
            top, left = piece.top - start, piece.left + 1
            if isinstance(piece, Flat):
                number = int(np.flatnonzero(found.values == _number(piece.colour))[0])
                rest[top : top + piece.height, left : left + piece.width] = number
                continue
            height, width = piece.pixels.shape[:2]
            own = found.numbers[first : first + height * width].reshape(height, width)
            rest[top : top + height, left : left + width] = own
            first += height * width
        colours = counted.unpacked(found.values)
        return Rows(colours, before, rest, self._rows.shape[0], found.exact)

    def _before(self, start: int) -> Part | None:
        if start == 0:
            return packed.NOTHING
        if start not in self._parts:
            self._parts[start] = packed.part(self._rows[:start])
        return self._parts[start]

    def _numbered(self, pieces: Sequence[Patch | Flat]) -> _Palette | None:
        drawn = [piece.pixels for piece in pieces if isinstance(piece, Patch)]
        read = counted.read(drawn, palette.TRACTABLE)
        if read is None:
            return None
        given = self._with(piece.colour for piece in pieces if isinstance(piece, Flat))
        numbers, known = _known(read.values, given)
        fresh = np.flatnonzero(~known)
        exact = self._off.exact
        if len(fresh) <= palette.MOST - len(given):
            taken, numbers[fresh] = fresh, len(given) + np.arange(len(fresh))
        else:
            found = self._reduced(read, fresh, given)
            if found is None:
                return None
            taken, numbers[fresh], exact = fresh[found[0]], found[1], False
        values = np.concatenate((given, read.values[taken]))
        return _Palette(values, read.laid(numbers.astype(np.uint8)), exact)

    def _with(self, colours: Iterable[Rgba]) -> Packed:
        """Return the colours of what stands and these, which are to stay as they are."""
        more = dict.fromkeys(_number(colour) for colour in colours)
        fresh = [number for number in more if number not in self._values]
        return np.concatenate((self._values, np.array(fresh, np.uint32)))

    def _reduced(
        self, read: Counted, fresh: Members, given: Packed
    ) -> tuple[Members, Members] | None:
        """Return which new colours are kept, and the number of each; None if an eye saw it."""
        values, counts, whole = read.values[fresh], read.counts[fresh], self._pixels
        known = palette.located(counted.unpacked(given))
        places = palette.located(counted.unpacked(values))
        kept = palette.chosen(values, counts, places, palette.MOST - len(given), known, whole)
        there = np.concatenate((known, places[kept]))
        nearest = palette.closest(places, there)
        good = self._unseen(palette.apart(places, there[nearest]), counts)
        return (kept, nearest) if good else None

    def _unseen(self, away: Floats, counts: Counts) -> bool:
        """Say whether an eye could tell neither these colours nor those of what stands."""
        far, farther = self._off.far
        return bool(
            away.max() <= palette.WORST
            and far + counts[away > palette.USUAL].sum() <= 0.01 * self._pixels
            and farther + counts[away > palette.RARE].sum() <= 0.001 * self._pixels
        )

    @property
    def _pixels(self) -> int:
        return self._rows.size - len(self._rows)


def of(picture: Bytes) -> Standing | None:
    """Return what stands, of shape (height, width, 4), in as few colours as do.

    None if even the most could be seen.
    """
    read = counted.read((picture,), palette.TRACTABLE)
    if read is None:
        return None
    if len(read.values) <= _COLOURS[-1]:
        return _standing(picture, read, np.arange(len(read.values)), read.values)
    places = palette.located(counted.unpacked(read.values))
    for most in _COLOURS:
        kept = palette.chosen(read.values, read.counts, places, most)
        nearest = palette.closest(places, places[kept])
        if palette.unseen(palette.apart(places, places[kept][nearest]), read.counts):
            return _standing(picture, read, nearest, read.values[kept])
    return None


def _standing(picture: Bytes, read: Counted, numbers: Members, values: Packed) -> Standing:
    shape = picture.shape[:2]
    one, other = (palette.located(counted.unpacked(each)) for each in (read.values, values))
    away = palette.apart(one, other[numbers])
    far = tuple(int(read.counts[away > limit].sum()) for limit in (palette.USUAL, palette.RARE))
    changed = read.laid((read.values != values[numbers]).astype(np.uint8)).reshape(shape)
    members = read.laid(numbers.astype(np.uint8)).reshape(shape)
    exact = None
    if len(read.values) <= palette.MOST:
        own = read.laid(np.arange(len(read.values)).astype(np.uint8)).reshape(shape)
        exact = Few(counted.unpacked(read.values), own, exact=True)
    off = _Off(np.packbits(changed, axis=1), (far[0], far[1]))
    return Standing(values, members, off, exact)


def _number(colour: Rgba) -> int:
    return int(counted.packed(np.array([colour], np.uint8))[0])


def _known(values: Packed, there: Packed) -> tuple[Members, NDArray[np.bool_]]:
    """Return the number that each colour has among those that are there, and which have one."""
    order = np.argsort(there)
    at = np.minimum(np.searchsorted(there[order], values), len(there) - 1)
    return order[at], there[order][at] == values
