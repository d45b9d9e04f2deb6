"""Finds the connected regions of a picture whose pixels are numbered by colour."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyvips
from numpy.typing import NDArray

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
    labels = _labelled(mask.astype(np.uint8))
    edges = (np.s_[0, :], np.s_[-1, :], np.s_[:, 0], np.s_[:, -1])
    touching = np.zeros(int(labels.max()) + 1, bool)
    for edge in edges:
        touching[labels[edge][mask[edge]]] = True
    return touching[labels]


def without(mask: NDArray[np.bool_], seeds: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the connected parts of a mask in which there is no seed."""
    labels = _labelled(mask.astype(np.uint8))
    sown = np.zeros(int(labels.max()) + 1, bool)
    sown[labels[seeds | ~mask]] = True
    return ~sown[labels]


def mostly(
    mask: NDArray[np.bool_], seeds: NDArray[np.bool_], cores: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Return the connected parts of a mask that hold a core and are seeds for the greater part."""
    labels = _labelled(mask.astype(np.uint8))
    whole = np.bincount(labels.ravel())
    sown = np.bincount(labels[seeds & mask], minlength=whole.size)
    has_core = np.bincount(labels[cores & mask], minlength=whole.size) > 0
    return np.asarray((has_core & (2 * sown >= whole))[labels] & mask)


def count(mask: NDArray[np.bool_]) -> int:
    """Return how many connected parts a mask has."""
    labels = _labelled(mask.astype(np.uint8))
    return int(np.unique(labels[mask]).size)


def _labelled(indexed: Bytes) -> NDArray[np.int32]:
    height, width = indexed.shape
    pyvips.cache_set_max(0)
    image = pyvips.Image.new_from_memory(indexed.tobytes(), width, height, 1, "uchar")
    data = image.labelregions().write_to_memory()
    labels = np.frombuffer(data, np.int32).reshape(height, width)
    least = labels.min()
    return labels - least if least else labels
