"""Sentences about formats, templates, campaigns, languages and the files that describe them."""

from __future__ import annotations

from cobrand.messages.tables.sentence import Sentence

RESOURCE = {
    "resource": Sentence(
        "Resources",
        "Something among the formats, templates and campaigns cannot be used. "
        "Put the program's own file back.",
    ),
    "resource.unknown-id": Sentence("Unknown name", "There is no {kind:words} called {id}."),
    "resource.bad": Sentence(
        "Resource file",
        "The file {file} has something at {key} that cannot be used. Mend it there.",
    ),
    "resource.bad.no-file": Sentence(
        "File missing", "The file {file} is missing from the program's resources. Put it back."
    ),
    "resource.bad.unreadable": Sentence(
        "Resource file", "The file {file} cannot be opened ({reason}). Check that it may be read."
    ),
    "resource.bad.not-toml": Sentence(
        "Resource file", "The file {file} is not written as TOML: {reason}. Mend that line."
    ),
    "resource.bad.name": Sentence(
        "Name of a file", "{file} leads out of the folder of resources. Name a file inside it."
    ),
    "resource.bad.wrong-type": Sentence(
        "Kind of value", "In {file}, {key} is not what is wanted there ({wanted}). Change it."
    ),
    "resource.bad.not-a-choice": Sentence(
        "Not a choice", "In {file}, {key} cannot be “{value}”. Choose one of its values."
    ),
    "resource.bad.missing-key": Sentence("Value missing", "In {file}, {key} is missing. Add it."),
    "resource.bad.length": Sentence(
        "Length or size",
        "In {file}, {key} is “{value}”. Write a number, a space and a unit: {units}.",
    ),
    "resource.bad.unknown-key": Sentence(
        "Unknown key", "In {file}, nothing is called {key}. Correct it or take it out."
    ),
    "resource.bad.colour": Sentence(
        "Colour", "In {file}, {key} is “{value}”. Write a colour as #1A2B3C."
    ),
    "resource.bad.mark": Sentence(
        "Campaign mark",
        "The campaign mark {file} ({key}) cannot be read as a picture. "
        "Put another SVG or PNG in its place.",
    ),
    "resource.bad.too-few": Sentence(
        "Too few",
        "In {file}, {key} has too little in it: at least {wanted} is needed. Add what is missing.",
    ),
    "resource.bad.too-low": Sentence(
        "Number", "In {file}, {key} is {value}, and that is too little. Write a larger number."
    ),
    "resource.bad.not-between": Sentence(
        "Number", "In {file}, {key} is not between {value}. Write a number from there."
    ),
    "resource.bad.circle": Sentence(
        "Circle", "In {file}, {key} leads back to the file itself. Let it extend another template."
    ),
}
