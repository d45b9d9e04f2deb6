"""Turns the values of a command line into a brief."""

from __future__ import annotations

import math
import os
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

from cobrand.cli.parser import ALL
from cobrand.errors import WrongUse
from cobrand.intake import source
from cobrand.model.brief import Brief, Options, Pairing
from cobrand.model.care import USUAL, Care
from cobrand.model.guest import Companion, CompanionKind, Partner, Photo

_WORDS = {
    "own_message": "message",
    "url": "url",
    "event_title": "event.title",
    "event_date": "event.date",
    "event_time": "event.time",
    "event_place": "event.place",
    "event_url": "event.url",
    "return_line": "organisation.return_line",
    "photo_alt": "photo.alt",
    "photo_credit": "photo.credit",
}
FOCUS = {
    "top-left": (0.25, 0.25), "top": (0.5, 0.25), "top-right": (0.75, 0.25),
    "left": (0.25, 0.5), "centre": (0.5, 0.5), "right": (0.75, 0.5),
    "bottom-left": (0.25, 0.75), "bottom": (0.5, 0.75), "bottom-right": (0.75, 0.75),
}  # fmt: skip
"""Names of what must be seen of a photograph, as shares from its upper left."""
_BETWEEN = "  ·  "
_MOST_NUDGE = 10
_MOST_PAGES = 10_000


def brief(asked: Namespace, base: Brief) -> Brief:
    """Return the base with everything that was said on the command line."""
    given = {
        field: value
        for field in ("name", "language", "campaign", "template", "format", "ground", "message")
        if (value := getattr(asked, field, None)) is not None
    }
    made = replace(base, **given, options=options(asked, base.options))
    made = replace(
        made,
        reversed=_file(asked, "reversed") or base.reversed,
        mono=_file(asked, "mono") or base.mono,
        partners=partners(asked) or base.partners,
        companions=companions(asked, base.companions),
        photo=photo(asked, base.photo),
    ).with_care(care(asked, base.care))
    for name, text in words(asked):
        made = made.with_word(name, text)
    return made


def care(asked: Namespace, base: Care = USUAL) -> Care:
    """Return how the logo is read: its page, what is mended, what is left as it was sent."""
    page = base.page if asked.page is None else asked.page
    if page < 1:
        raise WrongUse(
            "wrong-use.out-of-range", option="--page", given=str(page), least=1, most=_MOST_PAGES
        )
    made = replace(base, page=page)
    for mending in asked.fix or ():
        made = made if mending == ALL else made.with_mending(mending)
    for mending in asked.keep or ():
        made = made.without_mending(mending)
    return made


def partners(asked: Namespace) -> tuple[Partner, ...]:
    """Return the further organisations; one without a name is called as its file is."""
    found = (_named_file(text) for text in asked.partner or ())
    return tuple(Partner(str(file), name or name_of(file)) for file, name in found)


def _named_file(text: str) -> tuple[Path, str]:
    """Take FILE=NAME apart: the longest beginning that is a file, as names of files may have =."""
    ends = [place for place, sign in enumerate(text) if sign == "="]
    for end in (len(text), *reversed(ends)):
        if os.path.isfile(path(text[:end])):  # noqa: PTH113  Path.is_file raises for odd names
            return path(text[:end]), text[end + 1 :].strip()
    file, _, name = text.partition("=")
    return path(file), name.strip()


def companions(asked: Namespace, base: tuple[Companion, ...]) -> tuple[Companion, ...]:
    """Return the companion marks: the base's, with what was said about them here."""
    there = {each.kind: each for each in base}
    for kind in get_args(CompanionKind):
        file, statement = getattr(asked, kind), getattr(asked, f"{kind}_statement")
        if statement is not None and not file and kind not in there:
            raise WrongUse(
                "wrong-use.option-missing", option=f"--{kind}", command=f"--{kind}-statement"
            )
        if file:
            there[kind] = Companion(kind, str(path(file)))
        if statement is not None:
            there[kind] = replace(there[kind], statement=statement)
    return tuple(there.values())


def photo(asked: Namespace, base: Photo | None) -> Photo | None:
    """Return the photograph that is the cards' ground, with what must be seen of it."""
    file, focus = _file(asked, "photo"), getattr(asked, "focus", None)
    made = Photo(file) if file else base
    if focus is None:
        return made
    if made is None:
        raise WrongUse("wrong-use.photo-alone", option="--focus")
    return replace(made, focus=_focus(focus))


def _focus(text: str) -> tuple[float, float]:
    """Return two shares from the upper left: named, or written as 0.4,0.3."""
    if text in FOCUS:
        return FOCUS[text]
    try:
        across, down = (float(share) for share in text.split(","))
    except ValueError:
        across = down = math.nan
    if not (0 <= across <= 1 and 0 <= down <= 1):
        raise WrongUse("wrong-use.focus", given=text, known=", ".join(FOCUS))
    return across, down


def words(asked: Namespace) -> Iterator[tuple[str, str]]:
    """Yield the person's own texts."""
    for field, name in _WORDS.items():
        if (text := getattr(asked, field, None)) is not None:
            yield name, text
    if lines := getattr(asked, "contact", None):
        yield "organisation.contact", _BETWEEN.join(lines)


def option(word: str) -> str:
    """Return the option that gives a text: the word's own name, where there is none."""
    fields = {name: field for field, name in _WORDS.items()}
    return f"--{fields[word].replace('_', '-')}" if word in fields else word


def options(asked: Namespace, base: Options) -> Options:
    """Return the choices about the pair."""
    nudge = base.nudge if asked.nudge is None else asked.nudge
    if not abs(nudge) <= _MOST_NUDGE:
        raise WrongUse(
            "wrong-use.out-of-range",
            option="--nudge",
            given=str(nudge),
            least=-_MOST_NUDGE,
            most=_MOST_NUDGE,
        )
    return replace(
        base,
        pairing=_pairing(asked) or base.pairing,
        separator=base.separator and not asked.no_separator,
        campaign_first=base.campaign_first or asked.campaign_first,
        nudge=nudge,
        order=getattr(asked, "order", None) or base.order,
        show_boxes=base.show_boxes or getattr(asked, "show_boxes", False),
        align=asked.align or base.align,
    )


def name_of(logo: Path) -> str:
    """Return an organisation's name as a file name has it, to stand in for the real one."""
    words_in_name = logo.stem.replace("_", " ").replace("-", " ").split()
    return " ".join(words_in_name) or logo.name


def saved(path: Path) -> Brief | None:
    """Return the brief that was saved in this file, or None if it is something else."""
    if path.suffix.lower() != ".cobrand":
        return None
    try:
        read = Brief.from_json(source.load(path).decode())
    except (ValueError, RecursionError) as problem:
        raise WrongUse("wrong-use.document", name=path.name) from problem
    return read.with_files(lambda file: str((path.parent / file).resolve()))


def path(text: str) -> Path:
    """Return the path that a word means; a name that only begins like a home is a name."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def target(asked: Namespace, command: str) -> Path:
    """Return where the result goes."""
    if not asked.out:
        raise WrongUse("wrong-use.option-missing", option="--out", command=command)
    return path(asked.out)


def _file(asked: Namespace, option: str) -> str:
    given = getattr(asked, option, None)
    return str(Path(given).expanduser()) if given else ""


def _pairing(asked: Namespace) -> Pairing | None:
    if asked.stacked and asked.horizontal:
        raise WrongUse("wrong-use.not-both", one="--stacked", other="--horizontal")
    return "stacked" if asked.stacked else "horizontal" if asked.horizontal else None


def listed(words: str | None) -> tuple[str, ...]:
    """Return the words of a list with commas, each once."""
    return tuple(dict.fromkeys(word.strip() for word in (words or "").split(",") if word.strip()))
