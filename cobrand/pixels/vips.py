"""Sets libvips up once: what it may open, and only from memory, and that it remembers nothing."""

from __future__ import annotations

from functools import cache

import pyvips

LOADERS = ("Svg", "Png", "Jpeg", "Webp", "Nsgif", "Heif", "Tiff")


@cache
def settle() -> None:
    """Block every loader of libvips but those of the kinds that are read, each from a buffer."""
    pyvips.cache_set_max(0)  # nothing is asked for twice in the same bytes
    pyvips.operation_block_set("VipsForeignLoad", True)
    for loader in LOADERS:
        pyvips.operation_block_set(f"VipsForeignLoad{loader}Buffer", False)
