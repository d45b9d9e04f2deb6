"""A document for paper, in its order: what whoever sets pages is asked for, and gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from cobrand.model.colour import Colour
from cobrand.model.text import Direction, Typesetter

Style = Literal["title", "heading", "text", "strong", "small"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in one style, on a coloured ground if there is one."""

    text: str
    style: Style = "text"
    ground: Colour | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a cell each column."""

    cells: tuple[str, ...]
    ground: Colour | None = None


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table under its caption; its heads stand again on every page. `shares` are columns'."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG, `width` mm wide, with words beside it."""

    data: bytes
    width: float
    beside: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """What begins on a page of its own; `name` is what a list of contents calls it."""

    name: str
    blocks: tuple[Paragraph | PrintedTable | Picture, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A4 pages with a running head; the direction is that of the language."""

    title: str
    language: str
    direction: Direction
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF with real text, and the page, from 0, on which each chapter begins."""

    data: bytes
    starts: tuple[int, ...]


class Printer(Protocol):
    """Whoever can set pages."""

    def pages(self, document: Document) -> Printed:
        """Return the document as PDF."""
        ...


class PrintingTypesetter(Typesetter, Printer, Protocol):
    """Whoever can do both: shape words for cards, and set pages of a document."""
