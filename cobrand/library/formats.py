"""Reads formats/*.toml: sizes, safe areas, budgets and what a kit makes of each format."""

from __future__ import annotations

from typing import Literal, get_args

from cobrand.library.table import TomlTable
from cobrand.model.format import Format, KitEntry, Use
from cobrand.model.geometry import Box, Insets, Size

Kind = Literal["png", "jpeg", "webp", "svg", "pdf", "eps", "docx"]
Unit = Literal["px", "mm", "in"]
_PICTURES = ("png", "jpeg", "webp")


def read_format(id: str, table: TomlTable) -> Format:  # noqa: A002  ids are called id everywhere
    """Return the format that a file describes."""
    kinds = read_kinds(table, get_args(Kind))
    made = Format(
        id=id,
        names=read_names(table),
        use=table.choice("use", Use),
        size=Size(*(table.above_zero(side, table.length(side)) for side in ("width", "height"))),
        unit=table.choice("unit", Unit, "px"),
        safe=_insets(table.table("safe")),
        bleed=table.length("bleed", 0.0),
        keep_out=tuple(_box(each) for each in table.tables("keep_out")),
        budget=table.amount("budget", None),
        kinds=kinds,
        kit=tuple(_entry(each, kinds) for each in table.tables("kit")),
        source=table.text("source"),
        checked=table.text("checked"),
        order=table.whole("order", 1000),
        alt=table.whole("alt") if "alt" in table else None,
    )
    table.done()
    return made


def read_names(table: TomlTable) -> tuple[tuple[str, str], ...]:
    """Return a thing's names by language; the English one must be there."""
    names = table.table("name")
    names.text("en")
    return tuple((language, names.text(language)) for language in names.heads())


def read_kinds(table: TomlTable, allowed: tuple[str, ...]) -> tuple[str, ...]:
    """Return kinds of files, each one of those allowed."""
    kinds = table.texts("kinds")
    for kind in kinds:
        if kind not in allowed:
            table.refuse("kinds", "resource.bad.not-a-choice", kind, allowed)
    return kinds


def _entry(table: TomlTable, kinds: tuple[str, ...]) -> KitEntry:
    entry = KitEntry(
        template=table.text("template"),
        ground=table.text("ground"),
        kinds=read_kinds(table, (*kinds, *_scaled(kinds))),
        needs=table.texts("needs", ()),
    )
    table.done()
    return entry


def _scaled(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return the pictures of more pixels that a kit may make too."""
    return tuple(f"{kind}@{times}x" for kind in kinds if kind in _PICTURES for times in (2, 3, 4))


def _insets(table: TomlTable) -> Insets:
    edges = Insets(*(table.length(edge, 0.0) for edge in ("left", "top", "right", "bottom")))
    table.done()
    return edges


def _box(table: TomlTable) -> Box:
    box = Box(*(table.length(edge) for edge in ("left", "top", "width", "height")))
    table.done()
    return box
