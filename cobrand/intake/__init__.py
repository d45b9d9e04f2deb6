"""Turns a logo file into a Logo: normalised artwork with its measurements.

Codes of errors, with their values:
LogoNotFound    logo.not-found path · logo.not-permitted path · logo.folder path ·
                logo.not-a-file path
LogoUnreadable  logo.empty · logo.unreadable · logo.kind-not-read kind · logo.truncated kind ·
                logo.damaged kind · logo.svg-malformed line · logo.blank · logo.drawing-refused
LogoTooLarge    logo.too-large limit (MB) · logo.too-many-pixels width height · logo.too-complex ·
                logo.endless · logo.too-slow seconds · logo.too-much-memory · logo.reader-died

Codes of findings, with their values:
notes           logo.ground-removed colour · logo.ground-kept colour · logo.ground-stays colour ·
                logo.ground-shaded dark light · logo.plate colour · logo.plate-removed colour ·
                logo.inside share · logo.inside-removed · logo.specks count ·
                logo.specks-kept count · logo.margins share · logo.margins-kept share ·
                logo.turned · logo.turned-back · logo.turned-by-hand ·
                logo.print-size width height mm large_mm · logo.press-differs ·
                logo.picture-inside count · logo.scripts-removed count ·
                logo.animation-removed count · logo.cmyk profile · logo.animated frames ·
                logo.reduced width height
warnings        logo.text fonts · logo.small width height mm large_mm · logo.faint contrast ·
                logo.faint-on-white contrast · logo.see-through share opacity ·
                logo.hairlines share px mm · logo.screenshot bar · logo.photograph colours ·
                logo.links-removed count · logo.foreign-removed count · logo.picture-removed count ·
                logo.normalised-differs · logo.slow-drawing
"""

from cobrand.intake.doctor import FAR, HAND, honest_mm
from cobrand.intake.door import ppi, read
from cobrand.intake.reader import Reader, read_file

__all__ = ["FAR", "HAND", "Reader", "honest_mm", "ppi", "read", "read_file"]
