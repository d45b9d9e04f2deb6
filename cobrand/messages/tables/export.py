"""Sentences about writing files and measuring them again."""

from __future__ import annotations

from cobrand.messages.tables.sentence import Sentence

EXPORT = {
    "export": Sentence("Export", "The file could not be made. Try another folder."),
    "export.unknown-kind": Sentence(
        "Kind of file", "cobrand does not make this kind of file here. Choose another ending."
    ),
    "export.target-exists": Sentence(
        "Name is taken",
        "A file called {name} is there already. Choose another name, or allow it to be replaced.",
        "{count} files have these names already. "
        "Choose another folder, or allow them to be replaced.",
    ),
    "export.write-failed": Sentence(
        "Could not write", "{name} could not be written. Check the folder, or choose another."
    ),
}
