"""Whole cards as SVG text, every letter a square: a changed line is a changed card."""

import pytest

from cobrand.engine import Engine
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.guest import Companion, Partner
from tests.golden import compare
from tests.logos import drawn
from tests.squares import SquareTypesetter

WORDS = (
    ("event.title", "Open day"),
    ("event.date", "2026-11-12"),
    ("event.time", "14:00"),
    ("event.place", "Library"),
    ("organisation.contact", "4 Mill Lane"),
    ("organisation.return_line", "Bridges, 4 Mill Lane"),
    ("letter.address", "Ministry of Education\nPort Amber"),
)
PARTNERS = (
    Partner("round", "Zug"), Partner("tall", "Alba"), Partner("pale", "Mir"), Partner("blue", "Bo")
)  # fmt: skip
BRIEFS = {
    "message-square-brand": Brief(format="ig_square", ground="brand"),
    "message-story-light-arabic": Brief(format="story", ground="light", language="ar"),
    "message-link-dark": Brief(format="og_image", ground="dark"),
    "message-banner-light": Brief(format="web_billboard", ground="light"),
    "endorsement-portrait-light": Brief(
        format="ig_portrait", ground="light", template="endorsement"
    ),
    "event-square-lamp": Brief(format="ig_square", ground="lamp", template="event"),
    "letterhead-a4": Brief(format="letterhead_a4", ground="paper", template="letterhead"),
    "lockup": Brief(format="lockup", ground="light", template="lockup"),
    "lockup-of-five": Brief(format="lockup", ground="light", template="lockup", partners=PARTNERS),
    "message-square-arabic-of-three": Brief(language="ar", partners=PARTNERS[:2]),
    "message-square-companions": Brief(
        partners=PARTNERS[:1], companions=(Companion("eu", "emblem"), Companion("sdg", "ring"))
    ),
}


@pytest.fixture(scope="module")
def engine():
    return Engine(Library.shipped(), SquareTypesetter(), load=drawn)


@pytest.mark.parametrize("name", BRIEFS)
def test_the_card_is_drawn_as_before(name, engine):
    brief = BRIEFS[name].with_word("message", "")
    for key, text in WORDS:
        brief = brief.with_word(key, text)
    brief = Brief.from_json(brief.to_json().replace('"name": ""', '"name": "Bridges"'))

    composition = engine.compose(brief, drawn("wide"))

    compare(name, engine.svg(composition))
