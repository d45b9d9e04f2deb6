"""Turns a logo file into a Logo: normalised artwork with its measurements.

Codes of errors, with their values:
LogoNotFound    logo.not-found path · logo.not-permitted path · logo.folder path ·
                logo.not-a-file path
LogoUnreadable  logo.empty · logo.unreadable · logo.kind-not-read kind · logo.truncated kind ·
                logo.damaged kind · logo.svg-malformed line · logo.blank · logo.drawing-refused
LogoTooLarge    logo.too-large limit (MB) · logo.too-many-pixels width height · logo.too-complex ·
                logo.endless · logo.too-slow seconds · logo.too-much-memory · logo.reader-died

Codes of findings, with their values:
notes           logo.ground-removed colour · logo.press-differs · logo.picture-inside count ·
                logo.scripts-removed count · logo.animation-removed count · logo.cmyk profile ·
                logo.turned · logo.animated frames · logo.reduced width height ·
                logo.text-outlined · logo.text-slanted · logo.font-inside fonts ·
                logo.styles-left count · logo.newer
warnings        logo.text fonts · logo.text-borrowed fonts · logo.text-missing letters ·
                logo.small width height · logo.faint · logo.links-removed count ·
                logo.foreign-removed count · logo.picture-removed count ·
                logo.normalised-differs · logo.slow-drawing
"""

from cobrand.intake.door import ppi, read
from cobrand.intake.reader import Reader, read_file

__all__ = ["Reader", "ppi", "read", "read_file"]
