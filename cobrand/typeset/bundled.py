"""Registers the fonts that come with the program under names no other font has."""

from __future__ import annotations

import struct
from importlib import resources

from PySide6.QtCore import QByteArray, QCoreApplication
from PySide6.QtGui import QFontDatabase

LATIN = "Ours Sans"
SIBLINGS = {
    "ARABIC": "Ours Sans Arabic",
    "DEVANAGARI": "Ours Sans Devanagari",
    "KHMER": "Ours Sans Khmer",
    "THAI": "Ours Sans Thai",
}
GARAMOND = "OurGaramond"
FAMILIES = (LATIN, *SIBLINGS.values())
BUNDLED = (*FAMILIES, GARAMOND)
_PACKAGES = (
    "fontpkg_eb_garamond",
    "fontpkg_noto_sans",
    "fontpkg_noto_sans_arabic",
    "fontpkg_noto_sans_devanagari",
    "fontpkg_noto_sans_khmer",
    "fontpkg_noto_sans_thai",
)
_NAMES = (("Noto", "Ours"), ("EB Garamond", GARAMOND))  # each as long as the other
_DONE = "cobrandFontsRegistered"


def register(app: QCoreApplication) -> None:
    """Give this application the bundled fonts, once."""
    if app.property(_DONE):
        return
    for package in _PACKAGES:
        for file in sorted((resources.files(package) / "files").iterdir(), key=lambda f: f.name):
            if file.name.endswith(".ttf") and "Italic" not in file.name:
                QFontDatabase.addApplicationFontFromData(QByteArray(renamed(file.read_bytes())))
    app.setProperty(_DONE, True)


def renamed(font: bytes) -> bytes:
    """Return the font file under a family name of our own in its name table.

    Many computers have a Noto Sans of their own, often another version with other files for each
    weight. Under a shared name Qt would choose among all of them, and the same card would look
    different elsewhere.
    """
    start, length = _name_table(font)
    names = font[start : start + length]
    for theirs, ours in _NAMES:
        for encoding in ("utf-16-be", "ascii"):
            names = names.replace(theirs.encode(encoding), ours.encode(encoding))
    return font[:start] + names + font[start + length :]


def _name_table(font: bytes) -> tuple[int, int]:
    (count,) = struct.unpack_from(">H", font, 4)
    for record in range(count):
        tag, _, start, length = struct.unpack_from(">4sLLL", font, 12 + 16 * record)
        if tag == b"name":
            return start, length
    return 0, 0
