"""Finds the connected regions of a picture whose pixels are numbered by colour."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyvips
from numpy.typing import NDArray

from cobrand.pixels import array
from cobrand.pixels.array import Bytes

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Regions:
    """Each region's colour number, area and edges (right and bottom are just outside)."""

    labels: NDArray[np.int32]
    value: Bytes
    area: Numbers
    left: Numbers
    top: Numbers
    right: Numbers
    bottom: Numbers


def label(indexed: Bytes) -> Regions:
    """Return the regions of equal, touching numbers in an array of shape (height, width)."""
    labels = _labelled(indexed)
    runs = _Runs.of(labels)
    order = np.argsort(runs.label, kind="stable")
    first = np.flatnonzero(np.diff(runs.label[order], prepend=-1))
    start, end, row = (each[order] for each in (runs.start, runs.end, runs.row))
    return Regions(
        labels=labels,
        value=indexed[row[first], start[first]],
        area=np.add.reduceat(end - start, first),
        left=np.minimum.reduceat(start, first),
        top=np.minimum.reduceat(row, first),
        right=np.maximum.reduceat(end, first),
        bottom=np.maximum.reduceat(row, first) + 1,
    )


@dataclass(frozen=True, slots=True)
class _Runs:
    """Equal neighbours in a row: their label, the row, where they start and end.

    What is flat is looked at once: there are ten times fewer of them than pixels.
    """

    label: NDArray[np.int32]
    row: Numbers
    start: Numbers
    end: Numbers

    @classmethod
    def of(cls, labels: NDArray[np.int32]) -> _Runs:
        begins = np.ones(labels.shape, bool)
        np.not_equal(labels[:, 1:], labels[:, :-1], out=begins[:, 1:])
        at = np.flatnonzero(begins)
        row, start = np.divmod(at, labels.shape[1])
        return cls(labels.ravel()[at], row, start, start + np.diff(at, append=labels.size))


def from_border(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the part of a mask that is connected with the picture's border."""
    room = _room(~mask)
    inner = mask[room]
    if not inner.size:
        return mask.copy()
    labels = _labelled(inner.view(np.uint8))
    edges = (np.s_[0, :], np.s_[-1, :], np.s_[:, 0], np.s_[:, -1])
    touching = np.zeros(int(labels.max()) + 1, bool)
    for edge in edges:
        touching[labels[edge][inner[edge]]] = True
    result = np.ones_like(mask)
    result[room] = _by(touching, labels)
    return result


def without(mask: NDArray[np.bool_], seeds: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the connected parts of a mask in which there is no seed."""
    result, room = np.zeros_like(mask), _room(mask)
    if not mask[room].size:
        return result
    labels = _labelled(mask[room].view(np.uint8))
    sown = np.zeros(int(labels.max()) + 1, bool)
    sown[labels[(seeds | ~mask)[room]]] = True
    result[room] = _by(~sown, labels)
    return result


def mostly(
    mask: NDArray[np.bool_], seeds: NDArray[np.bool_], cores: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Return the connected parts of a mask that hold a core and are seeds for the greater part."""
    labels = _labelled(mask.astype(np.uint8))
    whole = np.bincount(labels.ravel())
    sown = np.bincount(labels[seeds & mask], minlength=whole.size)
    has_core = np.bincount(labels[cores & mask], minlength=whole.size) > 0
    return _by(has_core & (2 * sown >= whole), labels) & mask


def count(mask: NDArray[np.bool_]) -> int:
    """Return how many connected parts a mask has."""
    inner = mask[_room(mask)]
    if not inner.size:
        return 0
    labels = _labelled(inner.view(np.uint8))
    return int(np.count_nonzero(np.bincount(labels[inner])))


def _room(mask: NDArray[np.bool_]) -> tuple[slice, slice]:
    """Return the rows and columns round what a mask holds, one px wider: the rest is no matter."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return np.s_[:0], np.s_[:0]
    return (
        np.s_[max(0, rows[0] - 1) : rows[-1] + 2],
        np.s_[max(0, columns[0] - 1) : columns[-1] + 2],
    )


def _by(chosen: NDArray[np.bool_], labels: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Return where the labels are chosen ones: in parts, for numpy copies what it looks up by."""
    result = np.empty(labels.shape, bool)
    for rows in array.bands(len(labels)):
        result[rows] = chosen[labels[rows]]
    return result


def _labelled(indexed: Bytes) -> NDArray[np.int32]:
    height, width = indexed.shape
    pyvips.cache_set_max(0)
    image = pyvips.Image.new_from_memory(indexed.tobytes(), width, height, 1, "uchar")
    data = image.labelregions().write_to_memory()
    labels = np.frombuffer(data, np.int32).reshape(height, width)
    least = labels.min()
    return labels - least if least else labels
