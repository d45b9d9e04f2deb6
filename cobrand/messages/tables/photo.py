"""Sentences about a photograph: what cannot be read, how words and marks stand on it."""

from __future__ import annotations

from cobrand.messages.tables.sentence import Sentence

PHOTO = {
    "photo": Sentence(
        "Photograph", "This photograph cannot be used. Choose another file, best a JPEG."
    ),
    "photo.not-found": Sentence(
        "Photograph not found",
        "There is no photograph {path} that can be opened. Check the name, or choose another file.",
    ),
    "photo.not-permitted": Sentence(
        "Not permitted",
        "You may not open the photograph {path}. "
        "Copy it into a folder of your own, or choose another.",
    ),
    "photo.not-answering": Sentence(
        "Disk does not answer",
        "The disk or the network folder that holds the photograph {path} does not answer. "
        "Connect it again, then try once more.",
    ),
    "photo.folder": Sentence("A folder", "{path} is a folder. Choose the photograph inside it."),
    "photo.not-a-file": Sentence(
        "Not a file", "{path} is not a file that holds a photograph. Choose another."
    ),
    "photo.empty": Sentence(
        "Empty file", "The photograph's file is empty. Ask for it again, or choose another."
    ),
    "photo.unreadable": Sentence(
        "Not a photograph",
        "The file given as a photograph is no picture that cobrand can read. "
        "Choose a JPEG, PNG, WebP, TIFF or AVIF file.",
    ),
    "photo.kind-not-read": Sentence(
        "Kind of file",
        "The file given as a photograph is of another kind: {kind:words}. "
        "Save it as JPEG and choose that.",
    ),
    "photo.truncated": Sentence(
        "Cut off",
        "The photograph stops halfway: it was probably cut off when it was sent. Ask for it again.",
    ),
    "photo.damaged": Sentence(
        "Damaged", "The photograph is damaged and cannot be opened. Ask for it again."
    ),
    "photo.rare-coding": Sentence(
        "Rare coding",
        "The photograph is coded in a rare way that cannot be read. "
        "Open it in a program for pictures, and save it as JPEG.",
    ),
    "photo.too-large": Sentence(
        "Too much to read",
        "The photograph's file is larger than is read. Save it smaller, as JPEG.",
    ),
    "photo.too-many-pixels": Sentence(
        "Too many pixels",
        "The photograph has {width} × {height} pixels, more than can be read. "
        "Save it smaller: 4000 pixels across are plenty.",
    ),
    "photo.too-slow": Sentence(
        "Took too long",
        "Reading the photograph took more than {seconds} seconds, so it was stopped. "
        "Save it smaller, as JPEG.",
    ),
    "photo.too-much-memory": Sentence(
        "Too much memory",
        "Reading the photograph would take more memory than is allowed, so it was stopped. "
        "Save it smaller, as JPEG.",
    ),
    "photo.reader-died": Sentence(
        "Could not be read",
        "Something in the photograph's file stopped the reading of it. Choose another file.",
    ),
    "photo.missing": Sentence(
        "Photograph missing", "This template is made for a photograph. Choose one."
    ),
    "photo.not-used": Sentence(
        "No place for the photograph",
        "This template has no place for a photograph, so the card is as it would be without.",
    ),
    "photo.scrim": Sentence(
        "Photograph darkened under the words",
        "{role:Words} and what stands with it would be hard to read on this photograph, so it is "
        "darkened there by {strength} %: {measured:.1} : 1, and {limit} : 1 is needed. "
        "A calmer or darker part of the photograph needs less: set its focus elsewhere.",
    ),
    "rule.photo_ppi": Sentence(
        "Sharpness of the photograph",
        "The photograph has {measured} dots per inch at this size, and {limit} are needed to look "
        "sharp. Ask for the photograph in its full size.",
        kept="The photograph has {measured} dots per inch at this size; {limit} are needed.",
    ),
    "rule.mark_contrast": Sentence(
        "Contrast of the campaign mark",
        "The campaign mark is {measured:.1} : 1 against what is behind it, "
        "and {limit} : 1 is needed. Choose another ground or photograph, or another template.",
        kept="The campaign mark is {measured:.1} : 1 against what is behind it; "
        "{limit} : 1 is needed.",
    ),
    "rule.busy_background": Sentence(
        "Calm behind the marks",
        "Behind the two marks the lightness varies by {measured:.1}, and up to {limit} is calm. "
        "Choose another photograph, or a template with a strip for the marks.",
        kept="Behind the two marks the lightness varies by {measured:.1}; up to {limit} is calm.",
    ),
    "ground.plate_busy": Sentence(
        "Plate under the marks",
        "The marks have a plate of one colour, because what is behind them is too busy even in "
        "the calmest corner: its lightness varies by {measured:.1}, and up to {limit} is calm.",
    ),
    "ground.plate_contrast": Sentence(
        "Plate under the marks",
        "The marks have a plate of one colour, because they would not be seen on what is behind "
        "them: {measured:.1} : 1 at most, and {limit} : 1 is needed. "
        "A version of your logo for dark grounds may do without.",
    ),
    "ground.plate_companions": Sentence(
        "Plate under the marks",
        "The marks have a plate of one colour, because the EU emblem and the SDG logo may only "
        "stand on white or on a very light ground.",
    ),
}
