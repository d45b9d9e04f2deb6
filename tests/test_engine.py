"""The hall: what is read is remembered, what has changed is read again."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from cobrand.engine import Engine
from cobrand.errors import BadResource, UnknownId, WrongUse
from cobrand.library import Library
from cobrand.library.places import shipped
from cobrand.messages import say
from cobrand.model.brief import Brief
from cobrand.model.care import USUAL, Care
from cobrand.model.finding import Finding, Severity, note, warning
from cobrand.model.guest import Guests, Partner
from cobrand.model.logo import Logo
from cobrand.model.scene import Words
from tests.logos import drawn
from tests.squares import SquareTypesetter

LOGO = drawn("wide")

Read = list[tuple[str, Care]]


@pytest.fixture
def read() -> Read:
    """What was read from the disk, in order."""
    return []


@pytest.fixture
def engine(library: Library, read: Read) -> Engine:
    def load(path: Path, care: Care) -> Logo:
        read.append((path.name, care))
        return drawn("wide")

    return Engine(library, SquareTypesetter(), load)


def test_a_file_is_read_once(engine: Engine, read: Read, tmp_path: Path) -> None:
    file = tmp_path / "logo.svg"
    file.write_text("<svg/>", "utf-8")

    assert engine.load(file) is engine.load(file)
    assert read == [("logo.svg", USUAL)]


def test_a_changed_file_is_read_again(engine: Engine, read: Read, tmp_path: Path) -> None:
    file = tmp_path / "logo.svg"
    file.write_text("<svg/>", "utf-8")
    engine.load(file)
    os.utime(file, ns=(1, 1))
    engine.load(file)

    assert read == [("logo.svg", USUAL)] * 2


def test_the_same_file_is_read_again_with_other_care(
    engine: Engine, read: Read, tmp_path: Path
) -> None:
    file = tmp_path / "logo.svg"
    file.write_text("<svg/>", "utf-8")
    second = Care(page=2)
    engine.load(file)
    engine.load(file, second)
    engine.load(file, second)

    assert read == [("logo.svg", USUAL), ("logo.svg", second)]


def card(**wish: object) -> Brief:
    return Brief(name="Bridges", **wish)  # type: ignore[arg-type]


def found(engine: Engine, brief: Brief) -> dict[str, Finding]:
    return {f"{each.code} {each.role}": each for each in engine.compose(brief, LOGO).findings}


def said(engine: Engine, brief: Brief) -> list[str]:
    scene = engine.compose(brief, LOGO).scene
    return [item.block.source for item in scene.walk() if isinstance(item, Words)]


def test_an_unknown_message_is_refused_with_the_one_that_was_meant(engine: Engine) -> None:
    with pytest.raises(UnknownId) as caught:
        engine.compose(card(message="voise"), LOGO)

    assert say("en", caught.value) == "There is no key message called voise. Did you mean voice?"
    assert "justice" in str(caught.value.values["known"])


def test_own_words_stand_for_any_message(engine: Engine) -> None:
    brief = card(message="", words=(("message", "Learn with us"),))

    assert "Learn with us" in said(engine, brief)
    assert "words.missing message" not in found(engine, brief)


@pytest.mark.parametrize(
    ("brief", "role"),
    [
        (card(message=""), "message"),
        (card(message="", words=(("message", " | "),)), "message"),
        (card(template="event", words=(("event.date", "2026-11-12"),)), "event.title"),
        (Brief(template="endorsement"), "organisation.name"),
    ],
)
def test_a_card_without_its_words_can_be_seen_but_is_not_written(
    engine: Engine, brief: Brief, role: str, tmp_path: Path
) -> None:
    composition = engine.compose(brief, LOGO)
    target = tmp_path / "card.png"

    assert found(engine, brief)[f"words.missing {role}"].severity is Severity.BREACH
    with pytest.raises(WrongUse) as caught:
        engine.export(composition, target, "png")
    assert (caught.value.code, caught.value.values["role"]) == ("wrong-use.words-missing", role)
    assert not target.exists()


def test_a_date_that_cannot_be_read_stands_as_it_was_written(engine: Engine) -> None:
    words = (("event.title", "Open day"), ("event.date", "12 to 14 November"))
    brief = card(template="event", words=(*words, ("event.time", "14:00")))

    assert said(engine, brief)[:3] == ["12 to 14 November", "14:00", "Open day"]
    assert found(engine, brief)["words.not-a-date event.date"].severity is Severity.WARNING


def test_a_code_without_room_is_told(tmp_path: Path) -> None:
    (tmp_path / "formats").mkdir()
    (tmp_path / "formats" / "own.toml").write_text(
        'use = "web"\nwidth = "1000 px"\nheight = "900 px"\nkinds = ["png"]\nsource = "a test"\n'
        'checked = "2026-01-01"\n[name]\nen = "Own"\n[[keep_out]]\nleft = "40 px"\ntop = "100 px"\n'
        'width = "960 px"\nheight = "560 px"\n',
        "utf-8",
    )
    engine = Engine(Library(tmp_path, shipped()), SquareTypesetter())
    brief = card(template="endorsement", format="own")

    assert found(engine, brief)["words.dropped qr"].severity is Severity.NOTE
    assert engine.compose(brief, LOGO).scene.find("qr") == ()


def test_a_mark_that_is_no_picture_names_its_file(tmp_path: Path) -> None:
    (tmp_path / "campaigns" / "weareale").mkdir(parents=True)
    (tmp_path / "campaigns" / "weareale" / "mark-mono.svg").write_text("<svg", "utf-8")
    engine = Engine(Library(tmp_path, shipped()), SquareTypesetter())

    with pytest.raises(BadResource) as caught:
        engine.compose(card(), LOGO)

    assert caught.value.values["file"] == "campaigns/weareale/mark-mono.svg"


def test_a_card_is_the_same_bytes_whatever_was_made_before(
    engine: Engine, library: Library
) -> None:
    wide, tall = drawn("wide"), drawn("tall")
    cards = [
        (card(format=format_, message=message), logo)
        for format_ in ("ig_square", "og_image")
        for message in ("voice", "justice")
        for logo in (wide, tall)
    ]
    worked = [engine.make(engine.compose(brief, logo), "png") for brief, logo in cards]
    again = [engine.make(engine.compose(brief, logo), "png") for brief, logo in cards]
    new = Engine(library, SquareTypesetter(), lambda path, care: wide)
    fresh = new.make(new.compose(*cards[-1]), "png")

    assert worked == again
    assert worked[-1] == fresh
    assert len(set(worked)) == len(cards)


def test_what_is_made_in_several_threads_is_what_is_made_in_one(engine: Engine) -> None:
    composed = [
        engine.compose(card(format=format_), drawn(name))
        for format_ in ("ig_square", "og_image")
        for name in ("wide", "tall", "round")
    ]
    one = [engine.make(each, "png") for each in composed]
    with ThreadPoolExecutor(4) as pool:
        several = list(pool.map(lambda each: engine.make(each, "png"), composed * 2))

    assert several == one * 2


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({}, True),
        ({"words": (("message", "مرحبا"),)}, True),  # the call is ours
        ({"template": "lockup", "format": "lockup"}, False),
        ({"template": "backdrop"}, False),
        ({"template": "letterhead", "format": "letterhead_a4"}, True),  # the number of page 2
        ({"language": "en"}, False),
    ],
)
def test_an_unchecked_translation_is_told_where_its_words_are_set(
    engine: Engine, wish: dict[str, object], said: bool
) -> None:
    told = found(engine, card(**{"language": "ar", **wish}))

    assert ("words.unreviewed " in told) is said


def test_what_is_wrong_with_a_partner_s_file_is_told_with_its_name(engine: Engine) -> None:
    bad = replace(LOGO, findings=(warning("logo.small", width=90, height=40, mm=7.6), note("x")))
    brief = card(partners=(Partner("b.svg", "Jisr"), Partner("puentes.svg")))
    made = engine.compose(brief, LOGO, Guests(partners=(LOGO, bad)))
    (told,) = (each for each in made.findings if each.code == "logo.small.partner")

    assert (told.role, told.mending) == ("logo-3", None)
    assert say("en", told).startswith("The logo of puentes: It is only 90 × 40 pixels")
