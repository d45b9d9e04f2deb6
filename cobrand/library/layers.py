"""Lays template files over those they extend, and classes of proportions over the general."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from cobrand.errors import BadResource
from cobrand.library.table import nearest
from cobrand.model.format import AspectClass

Values = dict[str, Any]
CLASSES: tuple[AspectClass, ...] = get_args(AspectClass)
PARTS = ("pair", "table", "seats", "qr", "photo")


def extended(id: str, load: Callable[[str], Values], heirs: tuple[str, ...] = ()) -> Values:  # noqa: A002  ids are called id everywhere
    """Return a template's values laid over those of the one it extends.

    `without` lists parts and slots that are not taken over.
    """
    own = dict(load(id))
    parent, without = own.pop("extends", ""), own.pop("without", [])
    if not parent:
        return own
    if parent in (*heirs, id):
        raise BadResource("resource.bad.circle", file=f"templates/{id}.toml", key="extends")
    below = extended(parent, load, (*heirs, id))
    return laid_over(_less(below, without), own)


def laid_over(below: Values, above: Values) -> Values:
    """Return both, what is above winning; its own slots come first, as they are read first."""
    merged: Values = {}
    for key in dict.fromkeys((*above, *below)):
        one, other = above.get(key), below.get(key)
        if isinstance(one, dict) and isinstance(other, dict):
            merged[key] = laid_over(other, one)
        else:
            merged[key] = above.get(key, other)
    return merged


def for_class(values: Values, family: AspectClass) -> Values:
    """Return margin, parts, slots and marks as they are in one class of proportions."""
    margin = values.get("margin", {})
    parts = {key: values[key] for key in PARTS if key in values}
    return {
        "margin": margin.get(family, margin.get("default", 0)),
        "slots": _shown(values.get("slots", {}), family),
        "marks": values.get("marks", []),
        **_shown(parts, family),
    }


def check_classes(file: str, values: Values) -> None:
    """Refuse overrides for a class that there is not."""
    parts = {key: values[key] for key in PARTS if key in values}
    for key, part in {**parts, **values.get("slots", {})}.items():
        for name in (*part.get("class", {}), *part.get("drop_in", [])):
            if name not in CLASSES:
                meant = nearest(name, CLASSES)
                raise BadResource(
                    "resource.bad.not-a-choice",
                    file=file,
                    key=f"{key}.class",
                    value=name,
                    did_you_mean=meant,
                )


def _less(values: Values, without: list[str]) -> Values:
    kept = {key: each for key, each in values.items() if key not in without}
    slots = {key: each for key, each in values.get("slots", {}).items() if key not in without}
    return {**kept, "slots": slots}


def _shown(things: Values, family: AspectClass) -> Values:
    return {
        key: _own_first(thing, family)
        for key, thing in things.items()
        if family not in thing.get("drop_in", [])
    }


def _own_first(thing: Values, family: AspectClass) -> Values:
    general = {key: each for key, each in thing.items() if key not in {"class", "drop_in"}}
    return {**general, **thing.get("class", {}).get(family, {})}
