"""Sentences about formats, templates, campaigns, languages and the files that describe them."""

from __future__ import annotations

from cobrand.messages.tables.sentence import Sentence

RESOURCE = {
    "resource": Sentence("Resources", "Something in the program's resources cannot be used."),
    "resource.unknown-id": Sentence("Unknown name", "There is no {kind} called {id}."),
    "resource.bad": Sentence("Resource file", "{file} has something that cannot be used."),
}
