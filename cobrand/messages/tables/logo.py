"""Sentences about a logo file: what cannot be read, what was found in it, what was mended."""

from __future__ import annotations

from cobrand.messages.tables.sentence import Sentence

LOGO = {
    "logo": Sentence(
        "Logo",
        "This logo cannot be used. Choose another file, best an SVG, PNG or PDF.",
    ),
    "logo.not-found": Sentence(
        "File not found",
        "There is no file {path}, or it may not be read. Check the name, or choose another file.",
    ),
    "logo.unreadable": Sentence(
        "Not a picture",
        "This is not a picture that cobrand can read. Ask for an SVG, PNG or PDF.",
    ),
    "logo.too-large": Sentence(
        "Too much to read",
        "Reading this file would take more time or memory than is allowed, so it was stopped. "
        "Nothing is damaged. Ask for a smaller file.",
    ),
}
