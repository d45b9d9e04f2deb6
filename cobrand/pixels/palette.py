"""Reduces a picture to 256 colours or fewer: exactly where it can, else where no eye sees it."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cobrand.pixels import array
from cobrand.pixels.array import Bytes

MOST = 256
TRACTABLE = 24_000
"""More distinct colours than this are a photograph: 256 would show."""
USUAL, RARE, WORST = 0.8, 2.5, 9.0
"""Colour differences that 99 %, 99.9 % and all of the pixels may have."""
_ROUNDS = 3
_CHUNK = 4_096
_LOOKED_UP = 1 << 18  # pixels at a time

Floats = NDArray[np.float32]
Packed = NDArray[np.uint32]
Members = NDArray[np.unsignedinteger]


@dataclass(frozen=True, slots=True)
class _Census:
    """The distinct colours of a picture, how often each occurs, and which one each pixel has."""

    colours: Bytes
    counts: NDArray[np.int64]
    members: Members


def exact(picture: Image.Image) -> Image.Image | None:
    """Return the same picture with a palette, or None if it has more than 256 colours."""
    if picture.getcolors(MOST) is None:
        return None
    census = _census(picture)
    return _indexed(picture.size, census.colours, census.members)


def reduced(picture: Image.Image) -> Image.Image | None:
    """Return the picture in 256 colours, or None if that would be seen."""
    census = _census(picture)
    if len(census.colours) > TRACTABLE:
        return None
    places = _places(census.colours)
    palette, nearest = _chosen(census, places)
    away = array.lab(_shown(census.colours)) - array.lab(_shown(palette))[nearest]
    away[:, 0] += (census.colours[:, 3].astype(np.float32) - palette[nearest, 3]) * (100 / 255)
    if not _unseen(np.sqrt(np.square(away).sum(axis=-1)), census.counts):
        return None
    return _indexed(picture.size, palette, nearest.astype(np.uint8)[census.members])


def _unseen(differences: Floats, counts: NDArray[np.int64]) -> bool:
    order = np.argsort(differences)
    share = np.cumsum(counts[order]) / counts.sum()
    usual, rare = (differences[order][np.searchsorted(share, part)] for part in (0.99, 0.999))
    return bool(usual <= USUAL and rare <= RARE and differences.max() <= WORST)


def _census(picture: Image.Image) -> _Census:
    values, members = (_distinct if picture.mode == "RGB" else _sorted)(picture)
    return _Census(values.view(np.uint8).reshape(-1, 4), np.bincount(members), members)


def _distinct(picture: Image.Image) -> tuple[Packed, Members]:
    """Return the values that occur and the place of each among them, by a table of all colours."""
    colours, shift = _apart(picture)
    there = np.zeros(1 << 24, bool)
    for part in _parts(colours):
        there[part] = True
    values = np.flatnonzero(there).astype(np.uint32)
    del there  # the tables are the largest things of a whole export
    small = np.dtype(np.uint16 if len(values) <= 1 << 16 else np.uint32)
    table: Members = np.zeros(1 << 24, small)
    table[values] = np.arange(len(values), dtype=small)
    members = np.concatenate([table[part] for part in _parts(colours)])
    return _together(values, shift), members


def _sorted(picture: Image.Image) -> tuple[Packed, Members]:
    values, members = np.unique(_packed(picture), return_inverse=True)
    return values, members.astype(np.uint32)


def _packed(picture: Image.Image) -> Packed:
    return np.frombuffer(picture.convert("RGBA").tobytes(), np.uint32)


def _apart(picture: Image.Image) -> tuple[Packed, int]:
    """Split opaque pixels into 24 bits of colour and the shift of those bits."""
    shift = 0 if sys.byteorder == "little" else 8
    colours: Packed = _packed(picture) >> np.uint32(shift)
    colours &= np.uint32(0xFFFFFF)
    return colours, shift


def _parts(colours: Packed) -> list[Packed]:
    """Return views of some rows' worth: numpy turns what it looks up by into 8 bytes a pixel."""
    return [colours[start : start + _LOOKED_UP] for start in range(0, len(colours), _LOOKED_UP)]


def _together(values: Packed, shift: int) -> Packed:
    alpha = np.uint32(0xFF000000 if shift == 0 else 0xFF)
    return np.asarray((values << np.uint32(shift)) | alpha, np.uint32)


def _chosen(census: _Census, places: Floats) -> tuple[Bytes, NDArray[np.int64]]:
    """Start from the commonest colours and those farthest from them, then settle by k-means."""
    kept = _seeds(census, places)
    centres = places[kept]
    nearest = _nearest(places, centres)
    for _ in range(_ROUNDS):
        weights = np.bincount(nearest, census.counts, minlength=len(centres))
        sums = [
            np.bincount(nearest, census.counts * place, minlength=len(centres))
            for place in places.T
        ]
        moved = np.stack(sums, axis=-1) / np.maximum(weights, 1)[:, None]
        centres = np.where(weights[:, None] > 0, moved, centres).astype(np.float32)
        nearest = _nearest(places, centres)
    # each entry becomes a colour that the picture really has, so that flat parts stay exact
    heaviest = np.lexsort((census.counts, nearest))
    owners = nearest[heaviest]
    last = np.flatnonzero(np.append(owners[1:] != owners[:-1], True))
    palette = census.colours[heaviest[last]]
    renumbered = np.zeros(len(centres), np.int64)
    renumbered[owners[last]] = np.arange(len(last))
    return palette, renumbered[nearest]


def _seeds(census: _Census, places: Floats) -> NDArray[np.int64]:
    common = np.argsort(-census.counts, kind="stable")[: MOST // 2]
    kept = list(common)
    away = _distance(places, places[common])
    for _ in range(MOST - len(kept)):
        farthest = int(np.argmax(away * np.log1p(census.counts)))
        kept.append(farthest)
        np.minimum(away, np.square(places - places[farthest]).sum(axis=-1), out=away)
    return np.array(kept)


def _distance(places: Floats, centres: Floats) -> Floats:
    nearest = _nearest(places, centres)
    return np.asarray(np.square(places - centres[nearest]).sum(axis=-1), np.float32)


def _nearest(places: Floats, centres: Floats) -> NDArray[np.int64]:
    lengths = np.square(centres).sum(axis=-1) / 2
    parts = [
        (lengths - places[start : start + _CHUNK] @ centres.T).argmin(axis=-1)
        for start in range(0, len(places), _CHUNK)
    ]
    return np.concatenate(parts)


def _places(colours: Bytes) -> Floats:
    """Return where colours lie for the eye: L*a*b* on white, and alpha."""
    alpha = colours[:, 3:].astype(np.float32) * np.float32(100 / 255)
    return np.concatenate((array.lab(_shown(colours)), alpha), axis=-1)


def _shown(colours: Bytes) -> Bytes:
    return array.over(colours)


def _indexed(size: tuple[int, int], colours: Bytes, members: Members) -> Image.Image:
    picture = Image.frombytes("P", size, members.astype(np.uint8).tobytes())
    picture.putpalette(colours[:, :3].tobytes(), "RGB")
    if (colours[:, 3] < 255).any():
        picture.info["transparency"] = colours[:, 3].tobytes()
    return picture
