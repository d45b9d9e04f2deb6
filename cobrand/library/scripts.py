"""Reads scripts.toml: how each script wants to be set."""

from __future__ import annotations

from cobrand.library.table import TomlTable
from cobrand.model.text import Script


def read_scripts(table: TomlTable) -> dict[str, Script]:
    """Return all scripts by id."""
    return {key: _script(key, table.table(key)) for key in table.heads()}


def _script(id: str, table: TomlTable) -> Script:  # noqa: A002  ids are called id everywhere
    made = Script(
        id=id,
        size=table.number("size"),
        headline_height=table.number("headline_height"),
        text_height=table.number("text_height"),
        cap=table.number("cap"),
        heaviest=table.whole("heaviest", 900),
        tracked=table.flag("tracked"),
    )
    table.done()
    return made
