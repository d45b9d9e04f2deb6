"""Sizes, points, boxes and insets, in px at 96 to the inch, y downward."""

from __future__ import annotations

from dataclasses import dataclass

PX_PER_MM = 96 / 25.4


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height in px."""

    width: float
    height: float

    @property
    def aspect(self) -> float:
        """Width divided by height."""
        return self.width / self.height

    @property
    def short(self) -> float:
        """The shorter side."""
        return min(self.width, self.height)

    def scaled(self, factor: float) -> Size:
        """Return this size times `factor`."""
        return Size(self.width * factor, self.height * factor)


@dataclass(frozen=True, slots=True)
class Point:
    """A place in px."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Insets:
    """Distances inward from the four edges, in px."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    @classmethod
    def all(cls, by: float) -> Insets:
        """Return the same distance on all four edges."""
        return cls(by, by, by, by)

    @property
    def mirrored(self) -> Insets:
        """Left and right swapped."""
        return Insets(self.right, self.top, self.left, self.bottom)

    def at_least(self, by: float) -> Insets:
        """Return the insets with each edge no smaller than `by`."""
        return Insets(*(max(edge, by) for edge in (self.left, self.top, self.right, self.bottom)))


NO_INSETS = Insets()


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle: left and top edge, width and height, in px."""

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def spanning(cls, left: float, top: float, right: float, bottom: float) -> Box:
        """Return the box between four edges."""
        return cls(left, top, right - left, bottom - top)

    @classmethod
    def of(cls, size: Size, left: float = 0.0, top: float = 0.0) -> Box:
        """Return a box of this size."""
        return cls(left, top, size.width, size.height)

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    @property
    def size(self) -> Size:
        """Width and height."""
        return Size(self.width, self.height)

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point(self.left + self.width / 2, self.top + self.height / 2)

    def moved(self, dx: float, dy: float) -> Box:
        """Return the box shifted."""
        return Box(self.left + dx, self.top + dy, self.width, self.height)

    def grown(self, by: float) -> Box:
        """Return the box with each edge moved outward by `by` (inward if negative)."""
        return Box(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)

    def inset(self, edges: Insets) -> Box:
        """Return the box less its insets."""
        return Box.spanning(
            self.left + edges.left,
            self.top + edges.top,
            self.right - edges.right,
            self.bottom - edges.bottom,
        )

    def mirrored(self, page_width: float) -> Box:
        """Return the box as seen in a mirror on a page of this width."""
        return Box(page_width - self.right, self.top, self.width, self.height)

    def union(self, other: Box) -> Box:
        """Return the smallest box round both."""
        return Box.spanning(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def meets(self, other: Box) -> bool:
        """Say whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box, slack: float = 0.01) -> bool:
        """Say whether `other` lies inside, give or take `slack` px."""
        return (
            other.left >= self.left - slack
            and other.top >= self.top - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def distance(self, other: Box) -> float:
        """Return the larger gap along the two axes; negative if the boxes meet."""
        across = max(other.left - self.right, self.left - other.right)
        down = max(other.top - self.bottom, self.top - other.bottom)
        return max(across, down)


def union(boxes: tuple[Box, ...]) -> Box:
    """Return the smallest box round all of them; there must be at least one."""
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.union(box)
    return whole
