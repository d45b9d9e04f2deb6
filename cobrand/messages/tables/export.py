"""Sentences about writing files and measuring them again."""

from __future__ import annotations

from cobrand.messages.tables.sentence import Sentence

EXPORT = {
    "export": Sentence("Export", "The file could not be made. Try another folder."),
    "export.unknown-kind": Sentence(
        "Kind of file",
        "{format} cannot be made as {kind:words}. Its kinds are: {kinds}.",
    ),
    "export.target-exists": Sentence(
        "Name is taken",
        "A file called {name} is there already. Choose another name, or allow it to be replaced.",
        "{count} files have these names already, {name} among them. "
        "Choose another folder, or allow them to be replaced.",
    ),
    "export.write-failed": Sentence(
        "Not written",
        "{name} could not be written. Check the folder, or choose another.",
    ),
    "export.disk-full": Sentence(
        "The disk is full",
        "The disk is full, so {name} was not written. "
        "Free at least {bytes:size}, or choose a folder on another disk.",
    ),
    "export.not-permitted": Sentence(
        "Not permitted",
        "You may not write in {folder}. Choose a folder of your own.",
    ),
    "export.read-only": Sentence(
        "Read only",
        "{folder} can only be read. Choose a folder on another disk.",
    ),
    "export.folder-gone": Sentence(
        "The folder is gone",
        "The folder {folder} cannot be reached. Was the USB stick pulled out? "
        "Put it back, or choose another folder.",
    ),
    "export.name-too-long": Sentence(
        "Name too long",
        "The name {name} is longer than this disk allows. Choose a shorter one.",
    ),
    "export.is-folder": Sentence(
        "A folder has this name",
        "{name} is a folder, so no file of this name can be written. Choose another name.",
    ),
    "export.too-big": Sentence(
        "Too big for this disk",
        "{name} is bigger than this disk allows for one file. Choose a folder on another disk.",
    ),
    "export.in-use": Sentence(
        "File in use",
        "Another program holds {name} open. Close it there, then try again.",
    ),
    "export.not-a-folder": Sentence(
        "Not a folder",
        "{name} is a file, not a folder. Choose another name for the folder.",
    ),
    "export.coarse": Sentence(
        "Compressed strongly",
        "To stay under {budget:size}, this picture is saved with quality {quality} of 100. "
        "Look at it once before you send it.",
    ),
    "export.lighter": Sentence(
        "Lighter as JPEG",
        "As PNG this picture is too heavy. As {kind} it weighs {bytes:size}, which is taken there: "
        "save it as {kind}.",
    ),
    "export.eps-mixed": Sentence(
        "Not see-through in EPS",
        "EPS knows nothing see-through: the soft edges and tints of {role:words} are mixed with "
        "{colour} in this file. Place it on that colour, or use the SVG or the PDF.",
    ),
    "export.as-picture": Sentence(
        "Placed as a picture",
        "{role:words} is in this file as a picture of {ppi} dots per inch, because its drawing "
        "would look different as outlines. It is sharp in print at this size.",
    ),
}
