"""Planning a kit: what is made, what is left out, and what the files are called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cobrand import kit
from cobrand.errors import UnknownId
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.format import KitEntry
from cobrand.model.guest import Photo
from tests.export.scenes import make_format
from tests.kit.fakes import ENTRIES, FakeLibrary

NAMED = Brief(name="Riverbank")


def test_every_entry_becomes_a_card_in_the_formats_order() -> None:
    jobs = kit.plan(FakeLibrary(), NAMED)  # type: ignore[arg-type]

    assert [job.stem for job in jobs] == [
        "instagram-square-key-message",
        "instagram-square-event",
        "x-post-key-message",
    ]
    assert jobs[0].names == ("instagram-square-key-message.png", "instagram-square-key-message.svg")
    assert (jobs[1].brief.template, jobs[1].brief.ground) == ("event", "lamp")
    assert jobs[2].brief.format == "x_post"


def test_a_card_without_its_words_says_which() -> None:
    jobs = kit.plan(FakeLibrary(), NAMED)  # type: ignore[arg-type]
    given = kit.plan(FakeLibrary(), NAMED.with_word("event.title", "Open day"))  # type: ignore[arg-type]

    assert [job.missing for job in jobs] == [(), ("event.title",), ()]
    assert not any(job.missing for job in given)


def test_only_some_formats() -> None:
    jobs = kit.plan(FakeLibrary(), NAMED, formats=["x_post"])  # type: ignore[arg-type]

    assert [job.format.id for job in jobs] == ["x_post"]
    with pytest.raises(UnknownId):
        kit.plan(FakeLibrary(), NAMED, formats=["y_post"])  # type: ignore[arg-type]


def test_stationery_is_called_after_its_format() -> None:
    format_ = make_format(
        names=(("en", "Letterhead A4"),), kit=(KitEntry("letterhead", "paper", ("docx",)),)
    )

    assert kit.plan(FakeLibrary(format_), NAMED)[0].names == ("letterhead-a4.docx",)  # type: ignore[arg-type]


def test_no_two_files_have_one_name() -> None:
    twice = (ENTRIES[0], KitEntry("message", "light", ("jpeg",)), ENTRIES[0])
    jobs = kit.plan(FakeLibrary(make_format(kit=twice)), NAMED)  # type: ignore[arg-type]

    stems = [job.stem.removeprefix("instagram-square-key-message-") for job in jobs]
    assert stems == ["brand", "light", "brand-2"]
    assert jobs[1].names == ("instagram-square-key-message-light.jpg",)


def test_the_shipped_kit_has_distinct_names(library: Library) -> None:
    jobs = kit.plan(library, NAMED)
    names = [name for job in jobs for name in job.names]

    assert len(names) >= 10
    assert len(set(names)) == len(names)
    assert all(name.isascii() and " " not in name for name in names)


def test_pictures_of_more_pixels_say_so_in_their_names() -> None:
    entry = KitEntry("message", "light", ("png", "png@2x", "jpeg@4x"))
    job = kit.plan(FakeLibrary(make_format(kit=(entry,))), NAMED)[0]  # type: ignore[arg-type]

    stem = "instagram-square-key-message"
    assert job.names == (f"{stem}.png", f"{stem}@2x.png", f"{stem}@4x.jpg")


def test_the_shipped_lock_up_comes_as_outlines_and_in_three_sizes(library: Library) -> None:
    (job,) = kit.plan(library, NAMED, formats=["lockup"])

    assert {name.partition("lock-up")[2] for name in job.names} == {
        ".svg", ".pdf", ".eps", ".png", "@2x.png", "@4x.png",
    }  # fmt: skip


def test_cards_with_a_photograph_are_jpegs_where_they_would_be_pngs() -> None:
    brief = Brief(name="Riverbank", photo=Photo("class.jpg"))
    jobs = kit.plan(Library.shipped(), brief, formats=["ig_portrait", "letterhead_a4"])
    plain = kit.plan(Library.shipped(), replace(brief, photo=None), formats=["ig_portrait"])

    assert {job.stem: job.kinds for job in jobs} == {
        "instagram-portrait-key-message": ("jpeg",),
        "instagram-portrait-endorsement": ("png",),  # it has no place for one
        "letterhead-a4": ("pdf", "docx"),
    }
    assert all(job.kinds == ("png",) for job in plain)
