"""Turns slots and a field into placed words: stacks from the top and the bottom, slots dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile

from cobrand.layout.parts import Parts, Tools
from cobrand.layout.texts import words_of
from cobrand.layout.words import LINE_SAVED, Room, set_block
from cobrand.model.campaign import Ground
from cobrand.model.colour import Colour
from cobrand.model.finding import Finding, breach, note
from cobrand.model.geometry import Box
from cobrand.model.scene import Words
from cobrand.model.template import Slot
from cobrand.rules.table import Table

LIFT = 1.7  # u between the lowest words and the table
BETWEEN = 1.9  # u between the groups at the top and at the bottom
_ENDLESS = 1e6
_SCALES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52)  # sizes fall together
_SPREAD = 1.3  # em between lines that are spread beside a block, at least


@dataclass(frozen=True, slots=True)
class Placed:
    """Words in their places, and what was left out or did not fit; `fits` says all is well."""

    words: tuple[Words, ...] = ()
    findings: tuple[Finding, ...] = ()
    fits: bool = True

    def box(self, slot_role: str) -> Box | None:
        """Return where a role's words are."""
        boxes = [item.box for item in self.words if item.role == slot_role]
        return boxes[0] if boxes else None


@dataclass(frozen=True, slots=True)
class Desk:
    """Where words are being set: the parts, the tools, the region and the table's colours."""

    parts: Parts
    tools: Tools
    region: Box
    table: Table
    qr: Box | None = None
    strict: bool = True
    scale: float = 1.0

    def colour(self, slot: Slot) -> Colour:
        """Return the colour a slot's role has on the ground it stands on."""
        ground: Ground = self.parts.ground
        if slot.region == "table":
            return self.table.secondary if slot.colour == "secondary" else self.table.text
        choices = {"text": ground.text, "accent": ground.accent, "secondary": ground.secondary}
        return choices[slot.colour]


def place_words(slots: tuple[Slot, ...], desk: Desk) -> Placed:
    """Place all slots; while they do not fit, drop the one whose turn it is.

    The last to go is the wish for the long form of a message. What still does not fit is set
    smaller than its least size and reported as a breach: words are never cut.
    """
    wanted = slots
    dropped: list[Finding] = []
    while (placed := _fitted(slots, desk)) is None:
        slots, gone = _without_next(slots, desk.parts)
        if gone is None:
            placed = _arrange(slots, replace(desk, strict=False, scale=_SCALES[-1]))
            break
        if gone.code == "words.shortened":  # what went before may have room again
            wanted = slots = _shortened(wanted)
            dropped = [gone]
        else:
            dropped.append(gone)
    return replace(placed, findings=(*dropped, *placed.findings))


def _fitted(slots: tuple[Slot, ...], desk: Desk) -> Placed | None:
    """Return the slots placed at the largest common scale that leaves room for all.

    Where slots share a size, none can shrink alone to save a line, so all do.
    """
    tried = ((scale, _arrange(slots, replace(desk, scale=scale))) for scale in _SCALES)
    fitting = ((scale, placed) for scale, placed in tried if placed.fits)
    largest = next(fitting, None)
    if largest is None:
        return None
    if not any(slot.same for slot in slots):
        return largest[1]
    saving = takewhile(lambda each: each[0] >= LINE_SAVED * largest[0], fitting)
    return min((largest[1], *(placed for _, placed in saving)), key=_lines)


def _lines(placed: Placed) -> int:
    return sum(len(item.block.lines) for item in placed.words)


def _without_next(slots: tuple[Slot, ...], parts: Parts) -> tuple[tuple[Slot, ...], Finding | None]:
    going = sorted((slot for slot in slots if slot.drop), key=lambda slot: slot.drop)
    for slot in going:
        if slot.words == ("message",) and not slot.short and _has_short(slot, parts):
            return _shortened(slots), note("words.shortened", slot.role)
        rest = tuple(s for s in slots if s is not slot)
        if words_of(slot, parts):
            return rest, note("words.dropped", slot.role, slot=slot.id)
        slots = rest
    long = [slot for slot in slots if slot.words == ("message",) and not slot.short]
    if any(_has_short(slot, parts) for slot in long):
        return _shortened(slots), note("words.shortened", long[0].role)
    return slots, None


def _shortened(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    return tuple(replace(s, short=True) if s.words == ("message",) else s for s in slots)


def _has_short(slot: Slot, parts: Parts) -> bool:
    return words_of(replace(slot, short=True), parts) != words_of(slot, parts)


def _arrange(slots: tuple[Slot, ...], desk: Desk) -> Placed:
    if any(slot.down == "middle" for slot in slots):
        return _column(slots, desk)
    low = _from_below([slot for slot in slots if slot.down == "bottom"], desk)
    floor = min((item.box.top for item in low.words), default=desk.region.bottom)
    room = desk.region.bottom - LIFT * desk.parts.u if not low.words else floor
    ceiling = room - (BETWEEN * desk.parts.u if low.words else 0)
    high = _from_above([slot for slot in slots if slot.down == "top"], desk, ceiling)
    fits = high.fits and low.fits
    return Placed((*high.words, *low.words), (*high.findings, *low.findings), fits)


def _from_below(slots: list[Slot], desk: Desk) -> Placed:
    """Stand blocks one on the other above the table; a slot with `above` stands on that one."""
    order = sorted(slots, key=lambda slot: bool(slot.above))
    y, done = desk.region.bottom - LIFT * desk.parts.u, Placed()
    for slot in order:
        for index, text in reversed(list(enumerate(words_of(slot, desk.parts)))):
            room = _room(slot, desk, slot.box[3] * desk.region.height)
            words, bad = _set(slot, index, text, room, desk)
            top = y - words.box.height
            words = replace(words, box=words.box.moved(_left(slot, words.box.width, desk), top))
            done = Placed((words, *done.words), (*done.findings, *bad), done.fits and not bad)
            y = top - slot.gap * desk.parts.u
    return done


def _from_above(slots: list[Slot], desk: Desk, ceiling: float) -> Placed:
    """Hang blocks one below the other; each may take what the ones before left free."""
    y, done, first = desk.region.top, Placed(), True
    for place, slot in enumerate(slots):
        texts = words_of(slot, desk.parts)
        if slot.beside and done.words:
            done = _beside(slot, texts, desk, done)
            continue
        low = min(ceiling, _over_code(slot, desk)) - _reserve(slots[place + 1 :], desk)
        for index, text in enumerate(texts):
            y += 0 if first else slot.gap * desk.parts.u
            limit = min(low - y, slot.box[3] * desk.region.height)
            words, bad = _set(slot, index, text, _room(slot, desk, limit), desk, done)
            words = replace(words, box=words.box.moved(_left(slot, words.box.width, desk), y))
            done = Placed((*done.words, words), (*done.findings, *bad), done.fits and not bad)
            y, first = words.box.bottom, False
    over = y > ceiling + 0.5
    return replace(done, fits=done.fits and not over)


def _over_code(slot: Slot, desk: Desk) -> float:
    """Return how far down a slot may reach: to the QR code, if it is wide enough to meet it."""
    right = desk.region.left + (slot.box[0] + slot.box[2]) * desk.region.width
    if desk.qr is None or right <= desk.qr.left - desk.parts.u:
        return _ENDLESS
    return desk.qr.top - desk.parts.u


def _reserve(slots: tuple[Slot, ...] | list[Slot], desk: Desk) -> float:
    """Return the room that the slots still to come need at the least."""
    cap = desk.parts.script.cap
    waiting = [slot for slot in slots if not slot.beside]
    lines = [(slot, len(words_of(slot, desk.parts))) for slot in waiting]
    return sum(n * (slot.gap * desk.parts.u + cap * _sizes(slot, desk)[1]) for slot, n in lines)


def _column(slots: tuple[Slot, ...], desk: Desk) -> Placed:
    """Hang the blocks below one another and centre the whole down the field."""
    tall = desk.region.height
    placed = _from_above([replace(s, down="top") for s in slots], desk, desk.region.bottom)
    if not placed.words:
        return placed
    used = max(item.box.bottom for item in placed.words) - desk.region.top
    down = (tall - used) / 2
    moved = tuple(replace(item, box=item.box.moved(0, down)) for item in placed.words)
    return replace(placed, words=moved)


def _beside(slot: Slot, texts: tuple[str, ...], desk: Desk, done: Placed) -> Placed:
    """Spread lines between the top and the baseline of the block they stand beside."""
    if not texts:
        return done
    host = done.words[-1].box
    left = host.right + slot.gap * desk.parts.u
    width = desk.region.right - left
    size, least = _sizes(slot, desk)
    size = min(size, host.height / (desk.parts.script.cap + (len(texts) - 1) * _SPREAD))
    room = Room(width, _ENDLESS, 1, size, least)
    made: list[Words] = []
    findings: list[Finding] = []
    for index, text in enumerate(texts):
        words, bad = _set(slot, index, text, room, desk)
        step = (host.height - words.box.height) / max(1, len(texts) - 1)
        made.append(replace(words, box=words.box.moved(left, host.top + index * step)))
        findings.extend(bad)
    words_ = (*done.words, *made)
    return Placed(words_, (*done.findings, *findings), done.fits and not findings)


def _room(slot: Slot, desk: Desk, height: float) -> Room:
    width = slot.box[2] * desk.region.width
    if desk.qr is not None and slot.down == "bottom":
        width = min(width, desk.qr.left - desk.parts.u - desk.region.left)
    return Room(width, max(0.0, height), slot.lines, *_sizes(slot, desk))


def _sizes(slot: Slot, desk: Desk) -> tuple[float, float]:
    em = desk.parts.u * desk.parts.script.size
    least = min(slot.least, slot.size) * em
    return max(least, slot.size * em * desk.scale), least


def _left(slot: Slot, width: float, desk: Desk) -> float:
    left = desk.region.left + slot.box[0] * desk.region.width
    wide = slot.box[2] * desk.region.width
    return left + {"start": 0.0, "middle": (wide - width) / 2, "end": wide - width}[slot.across]


def _set(
    slot: Slot, index: int, text: str, room: Room, desk: Desk, done: Placed | None = None
) -> tuple[Words, tuple[Finding, ...]]:
    """Return the words at 0, 0, with a breach if they had to go below their least size."""
    style = desk.parts.style(slot, index)
    if slot.same and done is not None:
        twin = next((item for item in done.words if item.role == slot.same), None)
        if twin is not None:
            room = replace(room, size=min(room.size, twin.block.style.size))
    block, kept = set_block(text, style, room, desk.tools.typesetter, strict=desk.strict)
    words = Words(Box.of(block.size), block, desk.colour(slot), slot.role)
    least, got = room.least, block.style.size
    bad = breach("words.too-long", slot.role, words=block.source[:60], size=got, least=least)
    return words, () if kept else (bad,)
