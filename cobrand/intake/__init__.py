"""Turns a logo file into a Logo: normalised artwork with its measurements.

Codes of errors, with their values:
LogoNotFound    logo.not-found path · logo.not-permitted path · logo.folder path ·
                logo.not-a-file path · logo.not-answering path
LogoUnreadable  logo.empty · logo.unreadable · logo.kind-not-read kind · logo.truncated kind ·
                logo.damaged kind · logo.rare-coding kind · logo.no-such-page page count ·
                logo.svg-malformed line · logo.blank · logo.drawing-refused · logo.locked ·
                logo.ai-without-pdf · logo.eps-needs-ghostscript · logo.old-office ·
                logo.no-picture-inside kind · logo.picture-not-read kind
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
                logo.animation-removed count · logo.cmyk profile shift · logo.cmyk-page ·
                logo.animated frames ·
                logo.several-pages page count · logo.profile-ignored · logo.page-as-picture ·
                logo.found-inside place kind · logo.reduced width height ·
                logo.text-outlined · logo.text-slanted · logo.font-inside fonts ·
                logo.styles-left count · logo.newer
warnings        logo.text fonts · logo.text-borrowed fonts · logo.text-missing letters ·
                logo.small width height mm large_mm · logo.faint contrast ·
                logo.ground-uneven · logo.faint-on-white contrast ·
                logo.see-through share opacity ·
                logo.hairlines share px mm · logo.screenshot bar · logo.photograph colours ·
                logo.links-removed count · logo.foreign-removed count · logo.picture-removed count ·
                logo.normalised-differs · logo.slow-drawing
"""

from cobrand.intake.doctor import FAR, HAND
from cobrand.intake.door import ppi, read
from cobrand.intake.reader import Reader, read_file
from cobrand.intake.readers import Readers

__all__ = ["FAR", "HAND", "Reader", "Readers", "ppi", "read", "read_file"]
