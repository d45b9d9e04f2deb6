"""Keep what measuring needs to know of artwork from one file to the next."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache

from cobrand.export.measure import search
from cobrand.export.measure.search import Artwork, Place
from cobrand.model.bitmap import Bitmap
from cobrand.model.colour import Colour
from cobrand.model.geometry import Box
from cobrand.model.logo import Logo
from cobrand.model.scene import Drawing, Picture
from cobrand.pixels import svg
from cobrand.rules import eye
from cobrand.rules.eye import Presence

_PIXELS = 50_000  # that an eye needs


class Memory:
    """Remembers the artworks that were measured last, and what an eye sees of them on a ground."""

    def __init__(self, remember: int = 64) -> None:
        self._drawing = lru_cache(remember)(search.of_art)
        self._art = lru_cache(remember)(search.of_item)
        self._sample = lru_cache(remember)(_sample)
        self._look = lru_cache(4 * remember)(self._seen)

    def artwork(self, item: Drawing | Picture, variant: str) -> Artwork:
        """Return the artwork of a scene's item, wherever it stands."""
        return self._art(replace(item, box=item.source), variant)

    def drawing(self, logo: Logo, role: str, variant: str) -> Artwork:
        """Return the artwork of a mark that is not in the scene."""
        return self._drawing(logo.art, logo.ink, role, variant)

    def presence(self, artwork: Artwork, ground: Colour, ink_full: float) -> Presence:
        """Return what is seen of an artwork on a flat ground."""
        return self._look(artwork, ground, ink_full)

    def _seen(self, artwork: Artwork, ground: Colour, ink_full: float) -> Presence:
        return eye.look(self._sample(artwork), ground, ink_full)


def _sample(artwork: Artwork) -> Bitmap:
    height = max(2, math.ceil(math.sqrt(_PIXELS / artwork.aspect)))
    width = max(2, round(height * artwork.aspect))
    return svg.draw(artwork.document(Place(Box(0, 0, width, height)), width, height), width, height)
