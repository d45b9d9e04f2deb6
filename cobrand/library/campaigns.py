"""Reads campaigns/<id>/: marks, grounds, rule numbers, and the words of each language."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import fields
from typing import get_args

from cobrand.errors import BadResource
from cobrand.library.places import Places
from cobrand.library.table import TomlTable
from cobrand.model.campaign import (
    Campaign,
    Ground,
    MarkFile,
    Message,
    Rules,
    Status,
    Variant,
    Vocabulary,
)
from cobrand.model.colour import Colour
from cobrand.model.text import Direction

_OWN = "organisation"  # the lit seat takes the logo's colour
_LIGHT = "light"  # the ground of lock-ups; the QR code has its ink
_TEXTS = ("call", "endorses", "endorse_ask", "page", "alt", "month_year")
_LONGEST_LINE = 2  # heights of the pair
_LISTS = (("months", 12), ("weekdays", 7))
_MAY_BE_NONE = frozenset(  # a campaign may do without these rules
    {"clear_space_note", "separator_share", "separator_px", "separator_pt", "least_mm", "least_px"}
    | {"least_short_side", "small_format_px", "letter_px", "letter_mm", "ppi", "ppi_fail"}
    | {
        "ink_exponent",
        "hull_exponent",
        "align_shift",
        "baseline_shift",
        "contrast_mark",
        "contrast_text",
    }
    | {"table_contrast", "lost_most", "distortion", "print_safe_mm", "ratio_ok"}
)


def read_campaign(id: str, places: Places, scripts: Collection[str]) -> Campaign:  # noqa: A002  ids are called id everywhere
    """Return the campaign of this folder, whose words are in these scripts.

    BadResource says what an incomplete campaign lacks: nothing later has to do without.
    """
    table = _open(places, f"campaigns/{id}/campaign.toml")
    official = table.texts("official_hashes", ())
    made = Campaign(
        id=id,
        name=table.text("name"),
        hashtag=table.filled("hashtag"),
        url=table.filled("url"),
        endorse_url=table.filled("endorse_url"),
        handles=tuple(_handle(each) for each in table.tables("handles")),
        marks=_marks(id, table.table("marks"), places, official),
        official_hashes=official,
        grounds=_grounds(table),
        rules=_rules(table.table("rules")),
        vocabularies=_vocabularies(id, places, scripts),
    )
    table.done()
    return made


def _open(places: Places, name: str) -> TomlTable:
    return TomlTable(name, places.table(name))


def _handle(table: TomlTable) -> tuple[str, str]:
    handle = table.text("network"), table.text("handle")
    table.done()
    return handle


def _marks(
    campaign: str, table: TomlTable, places: Places, official: tuple[str, ...]
) -> tuple[MarkFile, ...]:
    marks = []
    table.filled("colour")
    for variant in get_args(Variant):
        if variant in table:
            name = table.text(variant)
            data = places.read(f"campaigns/{campaign}/{name}")
            digest = hashlib.sha256(data).hexdigest()
            marks.append(MarkFile(variant, data, name, digest, digest in official))
    table.done()
    return tuple(marks)


def _grounds(table: TomlTable) -> tuple[Ground, ...]:
    """Return the grounds; they name the palette's colours."""
    named = table.table("palette")
    palette = {key: named.colour(key) for key in named.heads()}
    grounds = table.table("grounds")
    grounds.table(_LIGHT).filled("field")
    return tuple(_ground(key, grounds.table(key), palette) for key in grounds.heads())


def _ground(id: str, table: TomlTable, palette: dict[str, Colour]) -> Ground:  # noqa: A002
    lit = table.text("lit")
    if not table.texts("sparks"):
        table.too_few("sparks", 1)
    ground = Ground(
        id=id,
        sparks=tuple(_named(table, "sparks", each, palette) for each in table.texts("sparks")),
        lit=None if lit == _OWN else _named(table, "lit", lit, palette),
        **{key: _named(table, key, table.text(key), palette) for key in _COLOURS},
    )
    table.done()
    return ground


_COLOURS = (
    "field",
    "text",
    "accent",
    "secondary",
    "seat",
    "table",
    "table_text",
    "table_secondary",
)


def _named(table: TomlTable, key: str, text: str, palette: dict[str, Colour]) -> Colour:
    """Return a colour of the palette by its name."""
    if text not in palette:
        table.refuse(key, "resource.bad.not-a-choice", text, palette)
    return palette[text]


def _rules(table: TomlTable) -> Rules:
    """Return the numbers; the file must have every one of them, and none below nothing."""
    whole = {"alt_most"}
    numbers = {
        field.name: table.whole(field.name) if field.name in whole else table.number(field.name)
        for field in fields(Rules)
    }
    for name, number in numbers.items():
        table.above_zero(name, number, or_zero=name in _MAY_BE_NONE)
    if not 1 <= numbers["separator_length"] <= _LONGEST_LINE:
        table.refuse("separator_length", "resource.bad.not-between", "1.0 … 2.0", ())
    table.done()
    return Rules(**numbers)  # type: ignore[arg-type]  # alt_most is whole, the others are floats


def _vocabularies(
    campaign: str, places: Places, scripts: Collection[str]
) -> tuple[Vocabulary, ...]:
    names = places.names(f"campaigns/{campaign}/words/*.toml")
    if not names:
        raise BadResource("resource.bad.no-file", file=f"campaigns/{campaign}/words/en.toml")
    return tuple(_vocabulary(_open(places, name), scripts) for name in names)


def _vocabulary(table: TomlTable, scripts: Collection[str]) -> Vocabulary:
    texts = table.table("texts")
    for key in _TEXTS:
        texts.filled(key)
    for key, count in _LISTS:
        if len(texts.texts(key)) != count:
            texts.too_few(key, count)
    script = table.text("script")
    if script not in scripts:
        table.refuse("script", "resource.bad.not-a-choice", script, scripts)
    made = Vocabulary(
        language=table.text("language"),
        name=table.text("name"),
        direction=table.choice("direction", Direction),
        script=script,
        status=table.choice("status", Status),
        messages=_messages(table),
        texts=tuple((key, "|".join(texts.texts(key))) for key in texts.heads()),
    )
    table.done()
    return made


def _messages(table: TomlTable) -> tuple[Message, ...]:
    messages = table.table("messages")
    if not messages.heads():
        table.too_few("messages", 1)
    return tuple(_message(key, messages.table(key)) for key in messages.heads())


def _message(id: str, table: TomlTable) -> Message:  # noqa: A002
    made = Message(
        id=id,
        text=table.filled("text"),
        short=table.text("short", ""),
        status=table.choice("status", Status),
    )
    table.done()
    return made
