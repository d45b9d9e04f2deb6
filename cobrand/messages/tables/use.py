"""Sentences about what was asked for, and about this computer."""

from __future__ import annotations

from cobrand.messages.tables.sentence import Sentence

USE = {
    "error": Sentence("Stopped", "Something could not be done. Your files are as they were."),
    "part-missing": Sentence(
        "Part missing", "This computer lacks {part}, which this step needs. Install it, then go on."
    ),
    "drawing-failed": Sentence(
        "Drawing", "This drawing could not be made. Try another kind of file."
    ),
    "wrong-use": Sentence(
        "Not understood", "This cannot be followed. See what there is with --help."
    ),
}
