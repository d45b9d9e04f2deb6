"""Reads templates/*.toml; the head of templates/base.toml says what may stand in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

from cobrand.library.formats import read_names
from cobrand.library.layers import CLASSES, PARTS, Values, check_classes, extended, for_class
from cobrand.library.table import TomlTable
from cobrand.model.brief import Pairing
from cobrand.model.format import AspectClass
from cobrand.model.template import (
    Across,
    Arrangement,
    Corner,
    Down,
    Edge,
    Kind,
    PairSpec,
    PhotoSpec,
    QrSpec,
    Region,
    SeatSpec,
    Slot,
    TableSpec,
    Template,
)

_LEAST = 0.85  # of the size, where a slot does not say
_GAP = 0.8  # u, likewise
_ACROSS: tuple[Across, ...] = get_args(Across)
_CORNERS: tuple[Corner, ...] = get_args(Corner)
_DOWN: tuple[Down, ...] = get_args(Down)
_SEAT_LENGTHS = frozenset({"from_end", "reach", "least", "air", "unit"})


def read_template(id: str, load: Callable[[str], Values]) -> Template:  # noqa: A002  ids are called id everywhere
    """Return the template of this id; `load` gives the raw values of a template file."""
    file, values = f"templates/{id}.toml", extended(id, load)
    check_classes(file, values)
    table = TomlTable(file, {key: each for key, each in values.items() if key not in _RESOLVED})
    kind: Kind = table.choice("kind", Kind)
    made = Template(
        id=id,
        kind=kind,
        names=read_names(table),
        grounds=table.texts("grounds"),
        arrangements=tuple(
            (
                family,
                _arrangement(TomlTable(file, for_class(values, family), in_u=kind != "stationery")),
            )
            for family in _classes(table)
        ),
        needs=table.texts("needs", ()),
        follows=table.text("follows", ""),
        photograph=table.flag("photograph", False),
        body=_body(table.table("body")) if "body" in table else None,
    )
    table.done()
    return made


_RESOLVED = frozenset({"margin", "marks", "slots", *PARTS})


def _classes(table: TomlTable) -> tuple[AspectClass, ...]:
    wanted = table.texts("classes", CLASSES)
    for name in wanted:
        if name not in CLASSES:
            table.refuse("classes", "resource.bad.not-a-choice", name, CLASSES)
    return tuple(family for family in CLASSES if family in wanted)


def _body(table: TomlTable) -> tuple[float, float, float, float]:
    left, top, right, bottom = (table.length(edge) for edge in ("left", "top", "right", "bottom"))
    table.done()
    return left, top, right, bottom


def _arrangement(table: TomlTable) -> Arrangement:
    slots = table.table("slots")
    made = Arrangement(
        margin=table.length("margin", 0.0),
        pair=_pair(table.table("pair")),
        table=_table(table.table("table")) if "table" in table else None,
        seats=_seats(table.table("seats")) if "seats" in table else None,
        qr=_qr(table.table("qr")) if "qr" in table else None,
        photo=_photo(table.table("photo")) if "photo" in table else None,
        slots=tuple(_slot(key, slots.table(key)) for key in slots.heads()),
        marks=tuple(_mark(each) for each in table.tables("marks")),
    )
    table.done()
    return made


def _pair(table: TomlTable) -> PairSpec:
    made = PairSpec(
        campaign_height=table.length("campaign_height"),
        height=table.length("height"),
        share=table.number("share", 1.0),
        across=table.choice("across", Across, "start"),
        arrangement=table.choice("arrangement", Pairing, "auto"),
        centre=table.length("centre", 0.0),
        corners=_corners(table),
    )
    table.done()
    return made


def _corners(table: TomlTable) -> tuple[Corner, ...]:
    """Return where a pair without a table may stand, in the file's order."""
    named = table.texts("corners", ("bottom start",))
    for name in named:
        if name not in _CORNERS:
            table.refuse("corners", "resource.bad.not-a-choice", name, _CORNERS)
    if not named:
        table.too_few("corners", 1)
    return tuple(corner for name in named for corner in _CORNERS if corner == name)


def _table(table: TomlTable) -> TableSpec:
    made = TableSpec(
        edge=table.choice("edge", Edge, "bottom"),
        pad=table.length("pad", 1.2),
    )
    table.done()
    return made


def _seats(table: TomlTable) -> SeatSpec:
    """Return the circle; what the file leaves out is as the model has it."""
    plain = SeatSpec()
    lengths = {key: table.length(key, getattr(plain, key)) for key in sorted(_SEAT_LENGTHS)}
    made = SeatSpec(
        **lengths,
        centred=table.flag("centred", plain.centred),
        sparks=table.whole("sparks", plain.sparks),
        ring=table.whole("ring", plain.ring),
        angle=table.number("angle", plain.angle),
        closed=table.flag("closed", plain.closed),
        lying=table.flag("lying", plain.lying),
        around=table.text("around", plain.around),
    )
    table.done()
    return made


def _qr(table: TomlTable) -> QrSpec:
    made = QrSpec(
        side=table.length("side", 5.0),
        quiet=table.length("quiet", 0.8),
    )
    table.done()
    return made


def _photo(table: TomlTable) -> PhotoSpec:
    plain = PhotoSpec()
    made = PhotoSpec(
        share=table.number("share", plain.share),
        reach=table.length("reach", plain.reach),
        aside=table.flag("aside", plain.aside),
        low=table.flag("low", plain.low),
    )
    table.done()
    return made


def _slot(id: str, table: TomlTable) -> Slot:  # noqa: A002
    size, (across, down) = table.length("size", 1.12), _align(table)
    made = Slot(
        id=id,
        role=table.text("role"),
        words=table.texts("words"),
        region=table.choice("in", Region, "field"),
        box=_box(table),
        across=across,
        down=down,
        size=size,
        least=table.length("least", _LEAST * size),
        lines=table.whole("lines", 1),
        weights=_weights(table),
        tracking=table.number("tracking", 0.0) / 100,
        line_height=table.number("line_height", 0.0),
        colour=table.choice("colour", Literal["text", "accent", "secondary"], "text"),
        above=table.text("above", ""),
        beside=table.text("beside", ""),
        same=table.text("same", ""),
        gap=table.length("gap", _GAP if table.in_u else 0.0),
        drop=table.whole("drop", 0),
        short=table.flag("short", False),
        isolate=table.flag("isolate", False),
    )
    table.done()
    return made


def _align(table: TomlTable) -> tuple[Across, Down]:
    """Return the two words of "start top"."""
    known = {f"{across} {down}": (across, down) for across in _ACROSS for down in _DOWN}
    align = table.text("align", "start top")
    if align not in known:
        table.refuse("align", "resource.bad.not-a-choice", align, known)
    return known[align]


def _box(table: TomlTable) -> tuple[float, float, float, float]:
    """Return fractions of the region in a card, px of the page in a letter."""
    left, top, width, height = table.lengths("box", (0.0, 0.0, 1.0, 1.0))
    return left, top, width, height


def _weights(table: TomlTable) -> tuple[int, ...]:
    weights = table.wholes("weight", (400,))
    for weight in weights:
        if not 100 <= weight <= 900:
            table.refuse("weight", "resource.bad.not-a-choice", str(weight), ())
    return weights


def _mark(table: TomlTable) -> tuple[float, float]:
    mark = table.length("y"), table.length("length")
    table.done()
    return mark
