"""Reads roster/: what a roster's columns may be called, and what people call languages."""

from __future__ import annotations

from collections.abc import Iterator

from cobrand.library.places import Places
from cobrand.library.table import TomlTable

Named = tuple[tuple[str, tuple[str, ...]], ...]


def read_columns(places: Places) -> Named:
    """Return (field, names in all languages), the field's own name first.

    Fields of further organisations are "partner.name", "partner.logo" and so on.
    """
    name = "roster/columns.toml"
    return tuple(_fields(TomlTable(name, places.table(name)), ""))


def read_languages(places: Places) -> Named:
    """Return (tag, names in all languages)."""
    name = "roster/languages.toml"
    table = TomlTable(name, places.table(name))
    return tuple((tag, table.texts(tag)) for tag in table.heads())


def _fields(table: TomlTable, within: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for field in table.heads():
        inside = table.table(field)
        if "en" in inside:
            inside.texts("en")
            yield (
                within + field,
                tuple(each for tag in inside.heads() for each in inside.texts(tag)),
            )
        else:
            yield from _fields(inside, f"{within}{field}.")
