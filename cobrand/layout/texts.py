"""Turns the name of a text into its words: the person's own, the campaign's, or the date's."""

from __future__ import annotations

from datetime import date

from cobrand.layout.parts import Parts
from cobrand.model.campaign import Message
from cobrand.model.template import Slot

_SECOND = "2"  # the page that follows a letter's first; word processors count on from there
_DATED = frozenset(("event.weekday", "event.month_year"))  # names of days and months
FIRST_STRONG, POP = "\u2068", "\u2069"


def words_of(slot: Slot, parts: Parts) -> tuple[str, ...]:
    """Return the slot's texts, without the empty ones."""
    found = (_whole(_text(name, slot, parts)) for name in slot.words)
    return tuple(text for text in found if _said(text))


def _said(text: str) -> bool:
    return bool(text.replace("|", "").strip())


def _given(name: str, parts: Parts) -> str:
    if name == "organisation.name":
        return parts.brief.name
    if name == "message":
        message = message_of(parts)
        return parts.brief.word(name) or (message.text if message else "")
    return parts.brief.word(name)


def _whole(text: str) -> str:
    """Return a text without halves of characters, as names of files may bring them."""
    return text.encode("utf-8", "replace").decode("utf-8")


def missing(parts: Parts) -> tuple[str, ...]:
    """Return the names of texts that the template is made for and that nobody gave.

    A message counts where it has a slot that is never left out.
    """
    slots = parts.arrangement.slots
    heard = any(slot.words == ("message",) and not slot.drop for slot in slots)
    wanted = dict.fromkeys((*parts.template.needs, *(("message",) if heard else ())))
    return tuple(name for name in wanted if not _said(_given(name, parts)))


def unread_date(parts: Parts) -> bool:
    """Say whether the card shows the event's date and cannot read it as a day (ISO 8601)."""
    shown = {name for slot in parts.arrangement.slots for name in slot.words}
    wanted = bool(shown & {"event.day", "event.month_year"})
    return wanted and bool(_given("event.date", parts)) and _day(parts) is None


def translated(parts: Parts) -> bool:
    """Say whether a page of these parts has words of the campaign in its language."""
    names = {name for slot in parts.arrangement.slots for name in slot.words}
    return any(_of_the_campaign(name, parts) for name in names)


def _of_the_campaign(name: str, parts: Parts) -> bool:
    if name in _DATED:
        return _day(parts) is not None
    if parts.brief.word(name):
        return False
    if name == "message":
        return message_of(parts) is not None
    return _said(parts.vocabulary.text(name.removeprefix("campaign.")))


def isolate(text: str) -> str:
    """Return a hashtag, handle or address that keeps its own direction inside other text."""
    return f"{FIRST_STRONG}{text}{POP}"


def message_of(parts: Parts) -> Message | None:
    """Return the key message that the brief names."""
    wanted = parts.brief.message
    return next((m for m in parts.vocabulary.messages if m.id == wanted), None)


def _text(name: str, slot: Slot, parts: Parts) -> str:
    if name == "message":
        return _message(slot, parts)
    if name.startswith("event.") and parts.brief.word("event.date"):
        dated = _dated(name.removeprefix("event."), parts)
        if dated is not None:
            return dated
    return parts.brief.word(name) or _campaign_text(name, slot, parts)


def _message(slot: Slot, parts: Parts) -> str:
    own = parts.brief.word("message")
    message = message_of(parts)
    if own or message is None:
        return own
    return message.short if slot.short and message.short else message.text


def _campaign_text(name: str, slot: Slot, parts: Parts) -> str:
    campaign = parts.campaign
    fixed = {
        "organisation.name": parts.brief.name,
        "campaign.url": parts.brief.word("url") or campaign.url,
        "campaign.endorse_url": campaign.endorse_url,
        "campaign.hashtag": campaign.hashtag,
    }
    text = fixed.get(name, parts.vocabulary.text(name.removeprefix("campaign.")))
    if slot.isolate:
        return isolate(text) if text else ""
    return text.replace("{hashtag}", isolate(campaign.hashtag)).replace("{n}", _SECOND)


def _dated(field: str, parts: Parts) -> str | None:
    """Return a part of the event's date in the card's language, or None if it is another field.

    What is no day, such as "12 to 14 November", stands as it was written in place of the month.
    """
    day = _day(parts)
    if day is None:
        written = parts.brief.word("event.date")
        return {"day": "", "weekday": "", "month_year": written}.get(field)
    months = parts.vocabulary.text("months").split("|")
    weekdays = parts.vocabulary.text("weekdays").split("|")
    pattern = parts.vocabulary.text("month_year")
    month = months[(day.month - 1) % len(months)]
    return {
        "day": str(day.day),
        "weekday": weekdays[day.weekday() % len(weekdays)],
        "month_year": pattern.replace("{month}", month).replace("{year}", str(day.year)),
    }.get(field)


def _day(parts: Parts) -> date | None:
    try:
        return date.fromisoformat(parts.brief.word("event.date").strip())
    except ValueError:
        return None
