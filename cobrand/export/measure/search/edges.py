"""Tell from what is seen, and what is drawn, by how much a mark's four edges should move."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cobrand.export.measure.search.artwork import Floats, Place

_TOLERANCE = 24.0  # of 255: what is further off counts less

Moments = NDArray[np.float64]


def step(
    seen: Floats, shown: Floats, place: Place, *, turning: bool, robust: bool
) -> NDArray[np.float64]:
    """Return by how much each edge should move: left, right, top, bottom; last, the turn if asked.

    All in pixels, the turn at the corners. `seen` and `shown` are less their ground. Least squares
    of what is seen less what is drawn, on how the drawing changes with each edge: every such way is
    a gradient times a polynomial of the place, so sums of gradients by place are all it needs.
    """
    rest = seen - shown
    across, down = _gradient(shown, 1), _gradient(shown, 0)
    weight = _trust(rest) if robust else None
    xs, ys = _powers(place, shown.shape[1], shown.shape[0])

    def moments(one: Floats, other: Floats) -> Moments:
        product = one * other
        if weight is not None:
            product *= weight[..., None]
        return np.asarray(ys @ (product.reshape(len(product), -1) @ xs).astype(np.float64))

    wide, both, high = moments(across, across), moments(across, down), moments(down, down)
    square = np.block([[_pairs(wide), _pairs(both)], [_pairs(both), _pairs(high)]])
    right = np.concatenate([_firsts(moments(each, rest)) for each in (across, down)])
    ways = _ways(place, turning=turning)
    normal = ways @ square @ ways.T
    normal += np.eye(len(ways)) * (1e-4 * np.trace(normal) / len(ways) + 1e-6)
    found = np.linalg.solve(normal, ways @ right)
    reach = 0.12 * max(4.0, min(place.box.width, place.box.height)) + 1
    return np.clip(found, -reach, reach)


def _gradient(shown: Floats, axis: int) -> Floats:
    """Return what `numpy.gradient` does, in one pass."""
    found = np.empty_like(shown)
    ahead, here = np.moveaxis(shown, axis, 0), np.moveaxis(found, axis, 0)
    np.subtract(ahead[2:], ahead[:-2], out=here[1:-1])
    here[1:-1] *= np.float32(0.5)
    here[0], here[-1] = ahead[1] - ahead[0], ahead[-1] - ahead[-2]
    return found


def _trust(rest: Floats) -> Floats:
    """Return how much each pixel counts: less where it is far from the drawing."""
    off = np.abs(rest)
    most = np.maximum(np.maximum(off[..., 0], off[..., 1]), off[..., 2])
    return np.asarray(1 / (1 + np.square(most / _TOLERANCE)), np.float32)


def _powers(place: Place, width: int, height: int) -> tuple[Floats, NDArray[np.float64]]:
    """Return 1, u, u² for every column's three colours, and 1, v, v² for every row.

    u and v are places in the mark's own box.
    """
    box = place.box
    u = (np.arange(width) + 0.5 - box.left) / box.width
    v = (np.arange(height) + 0.5 - box.top) / box.height
    xs = np.stack((np.ones_like(u), u, u * u), axis=1).astype(np.float32)
    return np.repeat(xs, 3, axis=0), np.stack((np.ones_like(v), v, v * v))


def _pairs(sums: Moments) -> Moments:
    """Return the sums of the products of 1, u and v with each other."""
    one, u, uu = sums[0]
    v, uv, vv = sums[1, 0], sums[1, 1], sums[2, 0]
    return np.array([[one, u, v], [u, uu, uv], [v, uv, vv]])


def _firsts(sums: Moments) -> Moments:
    """Return the sums of 1, u and v."""
    return np.array([sums[0, 0], sums[0, 1], sums[1, 0]])


def _ways(place: Place, *, turning: bool) -> Moments:
    """Return how the drawing changes as its left, right, top and lower edge move by a pixel.

    Each is a sum of the gradient across times 1, u, v, and of that down times the same.
    """
    ways: list[list[float]]
    ways = [[-1, 1, 0, 0, 0, 0], [0, -1, 0, 0, 0, 0], [0, 0, 0, -1, 0, 1], [0, 0, 0, 0, 0, -1]]
    if turning:
        far = max(place.box.width, place.box.height) / 2
        wide, high = place.box.width / far, place.box.height / far
        ways.append([-high / 2, 0, high, wide / 2, -wide, 0])
    return np.array(ways, np.float64)
