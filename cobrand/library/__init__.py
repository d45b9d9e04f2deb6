"""Turns the files under resources/ into the model: the only reader of TOML and of that folder."""

from cobrand.library.samples import Sample
from cobrand.library.shelf import Library
from cobrand.library.table import unknown

__all__ = ["Library", "Sample", "unknown"]
