"""What a person does about partners, companions, photograph and permissions, done to a brief."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from cobrand.gui import documents
from cobrand.gui.doctoring import Row, cared
from cobrand.model.brief import Brief
from cobrand.model.campaign import Variant
from cobrand.model.guest import (
    MOST_ORGANISATIONS,
    Companion,
    CompanionKind,
    Partner,
    Permission,
    Photo,
)
from cobrand.rules.permission import Foreign, matched, of_partner

Change = Callable[[Brief], Brief]
KINDS: tuple[CompanionKind, ...] = ("eu", "sdg")
ALT, CREDIT = "photo.alt", "photo.credit"


def room(brief: Brief) -> int:
    """Return how many more organisations a lock-up holds."""
    return max(0, MOST_ORGANISATIONS - 1 - len(brief.partners))


def add_partner(file: str) -> Change:
    """Let another organisation stand beside; it is called as its file is until it is named."""
    partner = Partner(file, documents.name_of(Path(file)) or Path(file).stem)

    def change(brief: Brief) -> Brief:
        return replace(brief, partners=(*brief.partners, partner)) if room(brief) else brief

    return change


def remove_partner(place: int) -> Change:
    """Take a partner away, with what is said of its permission."""

    def change(brief: Brief) -> Brief:
        gone = of_partner(brief.partners[place])
        rest = brief.partners[:place] + brief.partners[place + 1 :]
        ours = [each for each in brief.permissions if matched(gone, each.mark)]
        shared = [each for each in ours if any(matched(of_partner(p), each.mark) for p in rest)]
        said = tuple(each for each in brief.permissions if each not in ours or each in shared)
        return replace(brief, partners=rest, permissions=said)

    return change


def move_partner(place: int, by: int) -> Change:
    """Put a partner further up (by < 0) or down among the others, as far as that goes."""

    def change(brief: Brief) -> Brief:
        partners = list(brief.partners)
        partner = partners.pop(place)
        partners.insert(max(0, place + by), partner)
        return replace(brief, partners=tuple(partners))

    return change


def name_partner(place: int, name: str) -> Change:
    """Call a partner so; what is said of its permission goes on speaking of it."""

    def change(brief: Brief) -> Brief:
        old = brief.partners[place]
        new = replace(old, name=name)
        shown = of_partner(new).name
        said = tuple(
            replace(each, mark=shown) if matched(of_partner(old), each.mark) else each
            for each in brief.permissions
        )
        return replace(_with_partner(brief, place, new), permissions=said)

    return change


def mend_partner(place: int, row: Row) -> Change:
    """Do what a row of the logo doctor offers about a partner's logo."""

    def change(brief: Brief) -> Brief:
        partner = brief.partners[place]
        care = cared(row, partner.care)
        return _with_partner(brief, place, replace(partner, mend=care.mend, keep=care.keep))

    return change


def turn_partner(place: int, page: int) -> Change:
    """Take a partner's logo from another page, read as if it were new."""

    def change(brief: Brief) -> Brief:
        partner = replace(brief.partners[place], page=page, mend=(), keep=())
        return _with_partner(brief, place, partner)

    return change


def set_companion(kind: CompanionKind, file: str) -> Change:
    """Let the EU emblem or the SDG logo stand there too, from this file, or not."""

    def change(brief: Brief) -> Brief:
        there = {each.kind: each for each in brief.companions}
        if file:
            there[kind] = replace(there.get(kind, Companion(kind, "")), logo=file)
        else:
            there.pop(kind, None)
        return replace(brief, companions=tuple(there[each] for each in KINDS if each in there))

    return change


def say_beside(kind: CompanionKind, statement: str) -> Change:
    """Write what stands with a companion; nothing means the usual sentence."""
    return lambda brief: replace(
        brief,
        companions=tuple(
            replace(each, statement=statement) if each.kind == kind else each
            for each in brief.companions
        ),
    )


def set_photo(file: str) -> Change:
    """Put this photograph under the cards, or none; words about another one go with it."""

    def change(brief: Brief) -> Brief:
        if brief.photo and brief.photo.file == file:
            return brief
        if brief.photo:
            brief = brief.with_word(ALT, "").with_word(CREDIT, "")
        return replace(brief, photo=Photo(file) if file else None)

    return change


def set_focus(across: float, down: float) -> Change:
    """Say what must be seen of the photograph, in shares from its upper left."""
    focus = (round(min(1.0, max(0.0, across)), 3), round(min(1.0, max(0.0, down)), 3))
    return lambda brief: replace(
        brief, photo=replace(brief.photo, focus=focus) if brief.photo else None
    )


def give_version(place: int, variant: Variant, file: str) -> Change:
    """Use a file as a partner's own version of its logo for other grounds, or none."""

    def change(brief: Brief) -> Brief:
        partner = brief.partners[place]
        if variant == "reversed":
            return _with_partner(brief, place, replace(partner, reversed=file))
        return _with_partner(brief, place, replace(partner, mono=file))

    return change


def permit(mark: Foreign, said: Permission) -> Change:
    """Write down who allowed a mark; saying nothing at all takes it back."""
    given = (said,) if said.by or said.date or said.note else ()
    return lambda brief: replace(
        brief,
        permissions=(*(p for p in brief.permissions if not matched(mark, p.mark)), *given),
    )


def _with_partner(brief: Brief, place: int, partner: Partner) -> Brief:
    partners = (*brief.partners[:place], partner, *brief.partners[place + 1 :])
    return replace(brief, partners=partners)
