"""Turns marks that are equals and a room into rows: balanced, level, with their gaps and lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from cobrand.model.campaign import Rules
from cobrand.model.geometry import Box, Size
from cobrand.rules import spacing

_ROW = 0.88  # a further row is worth it where it makes the marks larger by more than this
_RAGGED = 0.25  # what a row of no width would cost, in shares of the size
_STRETCH = 0.9  # of a gap: up to this, a short row is spread out to the width of the others
_HALVINGS = 12  # steps in which the share is found that a logo has to give way


@dataclass(frozen=True, slots=True)
class Cell:
    """One mark beside a campaign mark one px high: its ink, the plate round it, its middle.

    `pad` is how far its plate reaches out of the ink, 0 without one; `middle` the ink's centre
    as a share of the height. Only organisations' logos give way.
    """

    ink: Size
    pad: float = 0.0
    middle: float = 0.5
    gives: bool = True

    @property
    def outer(self) -> Size:
        """The size with its plate."""
        return Size(self.ink.width + 2 * self.pad, self.ink.height + 2 * self.pad)

    def shrunk(self, share: float) -> Cell:
        """Return the logo smaller by this share; the campaign mark as it is."""
        return replace(self, ink=self.ink.scaled(share)) if self.gives else self


@dataclass(frozen=True, slots=True)
class Manner:
    """How rows are made: by which rules, for paper or not, with lines or not.

    `apart` sets the last cell below the others, or the first above them, in a row of its own
    with a line along it. Rows that do not fill the width are centred, or begin at the start.
    """

    rules: Rules
    printed: bool
    lines: bool
    apart: str = ""  # "last", "first"
    from_start: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """Marks in their places from 0, 0: `boxes` in the cells' order, `height` of the campaign mark.

    `share` is how much is left of the logos' balanced size.
    """

    height: float
    share: float
    boxes: tuple[Box, ...]
    lines: tuple[Box, ...]
    size: Size
    count: int


Breaks = tuple[tuple[int, ...], ...]


def arrange(
    cells: tuple[Cell, ...], room: Size, wish: float, least: float, manner: Manner,
    rows: int = 0, give: float = 0.3,
) -> Rows:  # fmt: skip
    """Return the rows in which the campaign mark is as high as it may be, up to `wish` px.

    Reading order is the cells' order. Rows are as few and as even as the size allows. Where the
    campaign mark would fall under `least`, logos give way, to no less than `give` of their size;
    where that does not help, all marks get smaller together. `rows` 0 leaves the number open.
    """
    choices = [_broken(cells, count, manner) for count in _counts(cells, manner, rows)]
    fitted = [(min(wish, _fit(cells, breaks, room, manner)), breaks) for breaks in choices]
    good = [each for each in fitted if each[0] >= least]
    if good:
        height, breaks = max(good, key=lambda each: _worth(cells, each[1], each[0], manner))
        return _placed(cells, breaks, height, manner)
    share, breaks = _giving(cells, room, least, manner, rows)
    if share >= give:
        smaller = tuple(cell.shrunk(share) for cell in cells)
        return replace(_placed(smaller, breaks, least, manner), share=share)
    height, breaks = max(fitted, key=lambda each: each[0])
    return _placed(cells, breaks, height, manner)


def _giving(
    cells: tuple[Cell, ...], room: Size, least: float, manner: Manner, rows: int
) -> tuple[float, Breaks]:
    """Return how much is left of the logos where they give way least, and the rows for that.

    What is even at full sizes no longer is when logos shrink and the campaign mark does not, so
    every way to break the rows counts; those whose widths alone forbid it are not worked out.
    """
    wide = room.width / least
    ways = [
        (min(1.0, *(_narrowed([cells[place] for place in row], wide, manner) for row in breaks)),
         breaks)
        for count in _counts(cells, manner, rows)
        for breaks in _ways(len(cells), count, manner.apart)
    ]  # fmt: skip
    best, found = 0.0, (0.0, ways[0][1])
    for most, breaks in sorted(ways, key=lambda way: way[0] * _ROW ** len(way[1]), reverse=True):
        if most * _ROW ** (len(breaks) - 1) <= best:
            break
        share = _share(cells, breaks, room, least, manner)
        worth = _worth(tuple(cell.shrunk(share) for cell in cells), breaks, share, manner)
        if worth > best:
            best, found = worth, (share, breaks)
    return found


def _counts(cells: tuple[Cell, ...], manner: Manner, rows: int) -> range:
    most = len(cells)
    return range(rows, rows + 1) if rows else range(2 if manner.apart else 1, most + 1)


def _broken(cells: tuple[Cell, ...], count: int, manner: Manner) -> Breaks:
    """Return the cells' places in so many rows, with the widths as even as can be."""

    def unevenness(breaks: Breaks) -> tuple[float, float]:
        widths = [_width(cells, row, manner) for row in breaks]
        return max(widths), sum(width * width for width in widths)

    return min(_ways(len(cells), count, manner.apart), key=unevenness)


def _ways(cells: int, count: int, apart: str) -> Iterator[Breaks]:
    for cuts in combinations(range(1, cells), count - 1):
        if (apart == "last" and cuts[-1] != cells - 1) or (apart == "first" and cuts[0] != 1):
            continue
        edges = (0, *cuts, cells)
        yield tuple(tuple(range(start, end)) for start, end in pairwise(edges))


def _gap(manner: Manner) -> float:
    return spacing.gap(1.0, manner.lines, manner.rules)


def _width(cells: tuple[Cell, ...], row: tuple[int, ...], manner: Manner) -> float:
    """Return a row's width for a campaign mark one px high, with the least gaps."""
    return sum(cells[place].outer.width for place in row) + _gap(manner) * (len(row) - 1)


def _heights(cells: tuple[Cell, ...], breaks: Breaks) -> list[float]:
    return [max(cells[place].outer.height for place in row) for row in breaks]


def _downs(breaks: Breaks, manner: Manner) -> list[float]:
    """Return the distances between the rows: those of marks without a line between, or with."""
    plain = spacing.gap(1.0, False, manner.rules)
    downs = [plain] * (len(breaks) - 1)
    if manner.apart and manner.lines:
        downs[-1 if manner.apart == "last" else 0] = _gap(manner)
    return downs


def _whole(cells: tuple[Cell, ...], breaks: Breaks, manner: Manner) -> Size:
    width = max(_width(cells, row, manner) for row in breaks)
    return Size(width, sum(_heights(cells, breaks)) + sum(_downs(breaks, manner)))


def _fit(cells: tuple[Cell, ...], breaks: Breaks, room: Size, manner: Manner) -> float:
    """Return the campaign mark's greatest height in px; sizes and gaps all follow it."""
    whole = _whole(cells, breaks, manner)
    return min(room.width / whole.width, room.height / whole.height)


def _share(
    cells: tuple[Cell, ...], breaks: Breaks, room: Size, height: float, manner: Manner
) -> float:
    """Return how much of the logos' size is left beside a campaign mark of this height.

    Widths follow the share along a line; heights do so by the highest mark of each row.
    """
    wide, high = room.width / height, room.height / height - sum(_downs(breaks, manner))
    rows = [[cells[place] for place in row] for row in breaks]
    most = min(1.0, *(_narrowed(row, wide, manner) for row in rows))
    low = 0.0
    for _ in range(_HALVINGS):
        share = (low + most) / 2
        if sum(_tall(row, share) for row in rows) <= high:
            low = share
        else:
            most = share
    return low


def _narrowed(row: list[Cell], wide: float, manner: Manner) -> float:
    """Return the share at which a row is just so wide, or 0 where it cannot be."""
    fixed = _gap(manner) * (len(row) - 1) + sum(2 * cell.pad for cell in row)
    fixed += sum(cell.ink.width for cell in row if not cell.gives)
    giving = sum(cell.ink.width for cell in row if cell.gives)
    if not giving:
        return 1.0 if fixed <= wide else 0.0
    return max(0.0, (wide - fixed) / giving)


def _tall(row: list[Cell], share: float) -> float:
    return max(cell.ink.height * (share if cell.gives else 1) + 2 * cell.pad for cell in row)


def fits(cells: tuple[Cell, ...], room: Size, least: float, manner: Manner, rows: int = 0) -> bool:
    """Say whether all marks have room at their balanced sizes, the campaign's at its least."""
    choices = (_broken(cells, count, manner) for count in _counts(cells, manner, rows))
    return any(_fit(cells, breaks, room, manner) >= least for breaks in choices)


def _worth(cells: tuple[Cell, ...], breaks: Breaks, height: float, manner: Manner) -> float:
    """Weigh size against the number of rows and their evenness."""
    widths = [_width(cells, row, manner) for row in breaks]
    ragged = 1 - min(widths) / max(widths)
    return float(height * _ROW ** (len(breaks) - 1) * (1 - _RAGGED * ragged))


def _placed(cells: tuple[Cell, ...], breaks: Breaks, height: float, manner: Manner) -> Rows:
    whole = _whole(cells, breaks, manner).scaled(height)
    heights = [each * height for each in _heights(cells, breaks)]
    downs = [each * height for each in _downs(breaks, manner)]
    wide = spacing.line_width(max(heights), manner.printed, manner.rules)
    boxes: list[Box] = []
    lines: list[Box] = []
    top = 0.0
    for row, tall, down in zip(breaks, heights, (*downs, 0.0), strict=True):
        strip = Box(0, top, whole.width, tall)
        placed = _row([cells[place] for place in row], strip, height, manner)
        boxes += placed
        if manner.lines:
            lines += _lines(placed, [cells[place].pad * height for place in row], strip, wide)
        top += tall + down
    if manner.apart and manner.lines:
        lines.append(_along(heights, downs, whole.width, wide, manner.apart))
    return Rows(height, 1.0, tuple(boxes), tuple(lines), whole, len(breaks))


def _row(cells: list[Cell], strip: Box, height: float, manner: Manner) -> list[Box]:
    """Return the ink boxes of one row: spread over the strip where they nearly fill it."""
    outers = [cell.outer.scaled(height) for cell in cells]
    gap = _gap(manner) * height
    free = strip.width - sum(each.width for each in outers) - gap * (len(cells) - 1)
    more = free / (len(cells) - 1) if len(cells) > 1 else 0.0
    more = more if more <= _STRETCH * gap else 0.0
    rest = 0.0 if manner.from_start else free - more * (len(cells) - 1)
    left = strip.left + rest / 2
    shifts = _shifts(cells, strip.height, height, manner.rules.align_shift)
    boxes = []
    for cell, outer, shift in zip(cells, outers, shifts, strict=True):
        top = strip.top + (strip.height - outer.height) / 2 + shift
        boxes.append(Box.of(outer, left, top).grown(-cell.pad * height))
        left += outer.width + gap + more
    return boxes


def _shifts(cells: list[Cell], tall: float, height: float, most: float) -> list[float]:
    """Return how far each mark moves down so that its ink is level with the highest one's."""
    highest = max(cells, key=lambda cell: cell.outer.height)
    level = (highest.middle - 0.5) * highest.ink.height * height
    shifts = []
    for cell in cells:
        wish = level - (cell.middle - 0.5) * cell.ink.height * height
        free = min(most * tall, (tall - cell.outer.height * height) / 2)
        shifts.append(max(-free, min(free, wish)))
    return shifts


def _lines(boxes: list[Box], pads: list[float], strip: Box, width: float) -> Iterator[Box]:
    """Yield a line as high as the row in the middle of each gap."""
    outers = [box.grown(pad) for box, pad in zip(boxes, pads, strict=True)]
    for one, other in pairwise(outers):
        yield Box((one.right + other.left - width) / 2, strip.top, width, strip.height)


def _along(heights: list[float], downs: list[float], wide: float, line: float, apart: str) -> Box:
    """Return the line between the campaign mark's own row and the others."""
    before = len(heights) - 1 if apart == "last" else 1
    middle = sum(heights[:before]) + sum(downs[:before]) - downs[before - 1] / 2
    return Box(0, middle - line / 2, wide, line)
