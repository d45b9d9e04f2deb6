"""Find marks in the pixels of any picture: their place finer than a pixel, and which drawing."""

from cobrand.export.measure.search.artwork import (
    Artwork,
    Floats,
    Layer,
    Pixels,
    Place,
    of_art,
    of_item,
    picture_of,
)
from cobrand.export.measure.search.chroma import softened
from cobrand.export.measure.search.find import (
    Hit,
    anywhere,
    at_promise,
    find,
    remains,
    told_apart,
    upright,
)
from cobrand.export.measure.search.fit import Fit, fit

__all__ = [
    "Artwork",
    "Fit",
    "Floats",
    "Hit",
    "Layer",
    "Pixels",
    "Place",
    "anywhere",
    "at_promise",
    "find",
    "fit",
    "of_art",
    "of_item",
    "picture_of",
    "remains",
    "softened",
    "told_apart",
    "upright",
]
