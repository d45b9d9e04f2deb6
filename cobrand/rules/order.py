"""Turns a brief and the logos read for it into the order in which organisations stand (rule 9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from cobrand.model.brief import Brief
from cobrand.model.guest import Guests

Sort = Callable[[tuple[str, ...], str], tuple[int, ...]]
"""Names and a language → their places in that language's order."""


def in_order(brief: Brief, guests: Guests, sort: Sort) -> tuple[Brief, Guests]:
    """Return brief and guests with the partners as they stand: the lead is always first.

    Alphabetical by the language of the card, or as given. A partner without a name stands after
    those with one: where it belongs cannot be known.
    """
    partners = brief.partners
    if brief.options.order == "given" or len(partners) < 2:
        return brief, guests
    sorted_ = sort(tuple(each.name for each in partners), brief.language)
    places = sorted(sorted_, key=lambda place: not partners[place].name)
    logos = guests.partners
    return (
        replace(brief, partners=tuple(partners[place] for place in places)),
        replace(guests, partners=tuple(logos[place] for place in places)),
    )


def role(place: int) -> str:
    """Return the role of an organisation's logo by its place, from 0: the lead's is `logo`."""
    return "logo" if place == 0 else f"logo-{place + 1}"


def is_logo(name: str) -> bool:
    """Say whether a role is that of an organisation's logo."""
    return name == "logo" or name.startswith("logo-")
