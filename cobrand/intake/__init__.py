"""Turns a logo file into a Logo: normalised artwork with its measurements."""

from cobrand.intake.door import ppi, read
from cobrand.intake.reader import Reader, read_file

__all__ = ["Reader", "ppi", "read", "read_file"]
