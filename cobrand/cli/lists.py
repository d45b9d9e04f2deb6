"""Turns what is in resources/ into lists: formats, templates, a campaign, languages."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence

from cobrand.cli import facts
from cobrand.cli.console import Console
from cobrand.library import Library
from cobrand.messages import languages as program_languages
from cobrand.messages import number, size
from cobrand.model.campaign import Campaign
from cobrand.model.format import Format
from cobrand.model.geometry import PX_PER_MM

Open = Callable[[], Library]
FORMAT_HEADS = ("format", "name", "size", "kinds", "at most")
TEMPLATE_HEADS = ("template", "name", "grounds", "proportions")
LANGUAGE_HEADS = ("language", "name", "words on cards", "words of cobrand")
HEADS = (*FORMAT_HEADS, *TEMPLATE_HEADS, *LANGUAGE_HEADS)


def formats(asked: Namespace, console: Console, library: Open = Library.default) -> int:
    """List the formats."""
    found = library().formats()
    if asked.json:
        console.document([facts.of_format(each) for each in found])
    rows = [
        (
            each.id,
            each.name(console.language),
            measures(console.language, each),
            " ".join(each.kinds),
            size(console.language, each.budget) if each.budget else "",
        )
        for each in found
    ]
    _table(console, FORMAT_HEADS, rows)
    return 0


def templates(asked: Namespace, console: Console, library: Open = Library.default) -> int:
    """List the templates."""
    found = library().templates()
    if asked.json:
        console.document([facts.of_template(each) for each in found])
    rows = [
        (
            each.id,
            each.name(console.language),
            " ".join(each.grounds),
            " ".join(family for family, _ in each.arrangements),
        )
        for each in found
    ]
    _table(console, TEMPLATE_HEADS, rows)
    return 0


def languages(asked: Namespace, console: Console, library: Open = Library.default) -> int:
    """List the languages of cards, and those that the program itself speaks."""
    rows = _spoken(library())
    if asked.json:
        console.document(rows)

    def status(row: dict[str, object], place: str) -> str:
        return console.ui(str(row[place])) if row[place] else ""

    shown = [
        (str(row["id"]), str(row["name"]), status(row, "cards"), status(row, "program"))
        for row in rows
    ]
    _table(console, LANGUAGE_HEADS, shown)
    return 0


def campaign(asked: Namespace, console: Console, library: Open = Library.default) -> int:
    """Show a campaign: its mark, words and rules."""
    shelf = library()
    chosen = shelf.campaign(asked.files[0]) if asked.files else shelf.campaigns()[0]
    if asked.json:
        console.document(facts.of_campaign(chosen))
    console.show(f"{chosen.name}  {chosen.hashtag}  {chosen.url}")
    handles = (": ".join(filter(None, each)) for each in chosen.handles)
    console.show(f"  {'  '.join(dict.fromkeys(handles))}".rstrip())
    if chosen.stand_in:
        console.show()
        console.show(
            console.ui(
                "The campaign mark is a stand-in. "
                "You can export now and remake the kit when you have the official one."
            )
        )
    for words in chosen.vocabularies:
        console.show()
        console.show(f"{words.name} ({words.language}): {console.ui(words.status)}")
        for message in words.messages:
            text = message.text.replace("|", " ")
            console.show(f"  {message.id:<12}{text}  [{console.ui(message.status)}]")
    _show_rules(chosen, console)
    return 0


def measures(language: str, each: Format) -> str:
    """Return a format's size in the unit its people think in."""
    per = {"px": 1.0, "mm": PX_PER_MM, "in": 96.0}[each.unit]
    width, height = (
        number(language, side / per, 1) for side in (each.size.width, each.size.height)
    )
    return f"{width} × {height} {each.unit}"


def _spoken(shelf: Library) -> list[dict[str, object]]:
    """Return every language with the status of its words on cards and in the program."""
    rows: dict[str, dict[str, object]] = {}

    def row(tag: str, name: str, direction: str) -> dict[str, object]:
        return rows.setdefault(
            tag,
            {"id": tag, "name": name, "direction": direction, "cards": None, "program": None},
        )

    for chosen in shelf.campaigns():
        for words in chosen.vocabularies:
            row(words.language, words.name, words.direction)["cards"] = words.status
    for each in program_languages():
        row(each.tag, each.name, each.direction)["program"] = each.status
    order = [tag for tag, _ in shelf.languages()]
    return sorted(rows.values(), key=lambda row: ([*order, row["id"]].index(row["id"]), row["id"]))


def _show_rules(chosen: Campaign, console: Console) -> None:
    console.show()
    console.show(console.ui("Rules (cobrand defaults, not campaign rules):"))
    for name in chosen.rules.__slots__:
        value = number(console.language, getattr(chosen.rules, name), 3)
        console.show(f"  {name:<20}{value}")


def _table(console: Console, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    lines = [[console.ui(head) for head in heads], *(list(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        console.show("  ".join(cells).rstrip())
