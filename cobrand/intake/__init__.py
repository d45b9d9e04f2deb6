"""Turns a logo file into a Logo: normalised artwork with its measurements.

What cannot be read raises a LogoError, what a person should know is a finding of the Logo; the
codes of both, with their values, are those of `messages.tables.logo` and `messages.tables.doctor`.
"""

from cobrand.intake.doctor import FAR, HAND
from cobrand.intake.door import ppi, read
from cobrand.intake.reader import Reader, read_file, read_photo
from cobrand.intake.readers import Readers

__all__ = ["FAR", "HAND", "Reader", "Readers", "ppi", "read", "read_file", "read_photo"]
