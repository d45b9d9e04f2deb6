"""Photographs without a camera: plain grounds, the worst there are, and one like a photograph."""

from __future__ import annotations

import numpy as np

from cobrand.model.bitmap import Bitmap
from cobrand.pixels import array

SIZE = (600, 800)  # height, width


def _opaque(rgb: np.ndarray) -> Bitmap:
    full = np.broadcast_to(rgb, (*SIZE, 3)).clip(0, 255).astype(np.uint8)
    return array.bitmap(np.dstack((full, np.full(SIZE, 255, np.uint8))))


def _made() -> dict[str, Bitmap]:
    rows, columns = np.mgrid[: SIZE[0], : SIZE[1]][..., None]
    noise = np.random.default_rng(7).integers(0, 256, (*SIZE, 3))
    sky = np.where(rows < 320, np.array([205, 226, 250]), np.array([44, 52, 30]))
    skin = np.where(columns // 160 % 2, np.array([236, 198, 170]), np.array([92, 58, 42]))
    return {
        "white": _opaque(np.array([255, 255, 255])),
        "black": _opaque(np.array([0, 0, 0])),
        "grey": _opaque(np.array([128, 128, 128])),
        "lamp": _opaque(np.array([255, 197, 61])),
        "noise": _opaque(noise),
        "stripes": _opaque(np.where(columns // 24 % 2, 255, 0) * np.ones(3)),
        "checks": _opaque(np.where((columns // 5 + rows // 5) % 2, 255, 0) * np.ones(3)),
        "slope": _opaque(columns * 255 / SIZE[1] * np.ones(3)),
        "sky": _opaque(sky + noise / 16),
        "skin": _opaque(skin),
    }


PHOTOS = _made()
