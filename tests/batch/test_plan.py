"""What is planned: every file once, under a safe name inside the folder, whoever makes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cobrand.batch import plan as plans
from cobrand.batch import wish
from cobrand.batch.cards import cards
from cobrand.batch.names import alike
from cobrand.batch.pattern import FIELDS, check, fill
from cobrand.batch.plan import Plan
from cobrand.batch.row import Roster, Row
from cobrand.batch.wish import Wish
from cobrand.errors import UnknownId, WrongUse
from cobrand.library import Library
from cobrand.messages import say
from cobrand.model.brief import Brief
from cobrand.model.finding import breach
from cobrand.model.guest import Photo

BRIDGES = Row(2, "bridges", Brief(logo="a.svg", name="Bridges"), given=(("acronym", "BA"),))
JISR = Row(3, "jisr", Brief(logo="b.svg", name="Jisr", language="ar"))
USUAL = Wish(formats=("ig_square", "og_image"))


def planned(library: Library, wanted: Wish, *rows: Row) -> Plan:
    return Plan(library, Roster(Path("roster.csv"), rows or (BRIDGES, JISR)), wanted)


def names(library: Library, wanted: Wish, *rows: Row) -> list[str]:
    return [task.name for each in planned(library, wanted, *rows) for task in each.tasks]


def test_each_row_has_each_format_in_its_language(library: Library) -> None:
    assert names(library, USUAL) == [
        "bridges/ig_square-en.png",
        "bridges/og_image-en.png",
        "jisr/ig_square-ar.png",
        "jisr/og_image-ar.png",
    ]


def test_languages_of_the_run_are_for_rows_that_name_none(library: Library) -> None:
    own = replace(JISR, languages=("fr",))
    wanted = replace(USUAL, formats=("og_image",), languages=("en", "es"))

    assert names(library, wanted, BRIDGES, own) == [
        "bridges/og_image-en.png",
        "bridges/og_image-es.png",
        "jisr/og_image-fr.png",
    ]


def test_a_row_says_its_own_formats_template_and_ground(library: Library) -> None:
    own = replace(
        BRIDGES,
        brief=replace(BRIDGES.brief, template="endorsement", ground="dark"),
        formats=("story",),
        given=(("template", "x"), ("ground", "x")),
    )
    (row,) = planned(library, USUAL, own)
    brief = row.tasks[0].brief

    assert (brief.format, brief.template, brief.ground) == ("story", "endorsement", "dark")


def test_cards_of_one_format_are_told_apart_by_what_they_are(library: Library) -> None:
    named = names(library, Wish(formats=("@kit",)), BRIDGES)

    assert "bridges/ig_square-message-en.png" in named
    assert "bridges/ig_square-endorsement-en.png" in named
    assert "bridges/og_image-en.png" in named
    assert len({alike(name) for name in named}) == len(named)


def test_a_card_whose_words_nobody_gave_is_left_out_and_said(library: Library) -> None:
    (row,) = planned(library, Wish(formats=("ig_square",), templates=("event",)), BRIDGES)

    assert row.tasks == ()
    assert [(each.name, each.missing) for each in row.left_out] == [
        ("ig_square-event", ("event.title", "event.date"))
    ]


@pytest.mark.parametrize(
    ("formats", "expected"),
    [
        (("@social",), {"social"}),
        (("@print",), {"print"}),
        (("@all",), {"social", "web", "print", "lockup"}),
    ],
)
def test_groups_are_formats_of_a_use(
    formats: tuple[str, ...], expected: set[str], library: Library
) -> None:
    assert {card.format.use for card in cards(library, formats)} == expected


@pytest.mark.parametrize(("kinds", "ending"), [((), "jpg"), (("png",), "png")])
def test_a_photograph_is_a_jpeg_unless_another_kind_is_asked_for_by_name(
    kinds: tuple[str, ...], ending: str, library: Library
) -> None:
    pictured = replace(BRIDGES, brief=replace(BRIDGES.brief, photo=Photo("photo.jpg")))

    assert names(library, Wish(formats=("og_image",), kinds=kinds), pictured) == [
        f"bridges/og_image-en.{ending}"
    ]


def test_kinds_choose_among_what_formats_have(library: Library) -> None:
    found = cards(library, ("@all",), kinds=("docx",))

    assert {card.format.id for card in found} == {"letterhead_a4", "letterhead_us"}
    assert {card.kinds for card in found} == {("docx",)}


@pytest.mark.parametrize(
    "wanted",
    [
        Wish(formats=("ig_sqare",)),
        Wish(formats=("@sozial",)),
        Wish(formats=("og_image",), templates=("letterhead",)),
        Wish(formats=("og_image",), kinds=("docx",)),
        Wish(formats=("@social",), templates=("letterhead",)),
    ],
)
def test_what_cannot_be_is_refused_before_anything_runs(wanted: Wish, library: Library) -> None:
    with pytest.raises((WrongUse, UnknownId)) as refused:
        planned(library, wanted)

    assert say("en", refused.value)


@pytest.mark.parametrize(
    "pattern",
    [
        "../{stem}.{kind}",
        "{stem}/../../x.{kind}",
        "/tmp/{stem}.{kind}",  # noqa: S108  refused
        "C:\\{stem}.{kind}",
        "{stem}//{format}.{kind}",
        "{stem}/ /{format}.{kind}",
        "{stem}.png",
        "{stem}/{format}",
        "{stam}.{kind}",
        "{stem.__class__}.{kind}",
        "{stem!r}.{kind}",
        "{row:9}.{kind}",
        "{stem.{kind}",
        "{{stem}}.{kind}",
        "a\u202eb{stem}.{kind}",
        "{stem}:x.{kind}",
        "",
    ],
)
def test_a_bad_pattern_is_refused_with_a_sentence(pattern: str) -> None:
    with pytest.raises(WrongUse) as refused:
        check(pattern)

    assert "…" not in say("en", refused.value)


@pytest.mark.parametrize("pattern", ["{format}.{kind}", "all/{width}.{kind}", "{stem}.{kind}"])
def test_one_name_for_several_files_is_refused(pattern: str, library: Library) -> None:
    with pytest.raises(WrongUse) as refused:
        plans.check(planned(library, replace(USUAL, pattern=pattern)))

    assert "{stem}" in say("en", refused.value)


@pytest.mark.parametrize(
    "rows",
    [("Straße", "STRASSE"), ("caf\u00e9", "cafe\u0301"), ("report", "REPORT")],
)
def test_names_that_a_disk_takes_for_one_another_are_refused(
    rows: tuple[str, str], library: Library
) -> None:
    one, other = (replace(BRIDGES, number=n, stem=stem) for n, stem in enumerate(rows, 2))

    with pytest.raises(WrongUse):
        plans.check(planned(library, USUAL, one, other))


def test_no_file_takes_the_name_of_a_report(library: Library) -> None:
    sheet = replace(BRIDGES, stem="Contact-Sheet")
    wanted = replace(
        USUAL, formats=("og_image",), pattern="{stem}/page-001.{kind}", kinds=("jpeg",)
    )

    with pytest.raises(WrongUse):
        plans.check(planned(library, wanted, sheet))


@given(
    st.sampled_from(
        [
            "{name}/{acronym}-{row}.{kind}",
            "{acronym}.{kind}",
            "x{name}x/{stem}.{kind}",
            "com{row}.{kind}",
        ]
    ),
    st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=300)),
)
def test_whatever_a_row_says_a_name_is_safe_and_stays_inside(
    pattern: str, values: dict[str, str]
) -> None:
    name = fill(pattern, {**dict.fromkeys(FIELDS, ""), **values, "kind": "png"})
    parts = PurePosixPath(name).parts

    assert "/".join(parts) == name
    assert not name.startswith("/")
    for part in parts:
        assert part.strip(". ") == part
        assert len(part.encode()) <= 255
        assert not set(part) & set('<>:"\\|?*')
        assert part.partition(".")[0].lower() not in {"con", "nul", "com1", "lpt1", "aux"}


def test_a_bad_row_is_planned_as_bad_and_stops_nothing(library: Library) -> None:
    wrong = replace(BRIDGES, formats=("nowhere",))
    lost = replace(BRIDGES, stem="lost", findings=(breach("rule.gap"),))
    found = list(planned(library, USUAL, wrong, lost, JISR))

    assert isinstance(found[0].problem, UnknownId)
    assert [len(row.tasks) for row in found] == [0, 0, 2]


def test_an_unknown_language_is_refused_with_what_there_is(library: Library) -> None:
    with pytest.raises(UnknownId) as refused:
        plans.check(planned(library, replace(USUAL, languages=("xx",))))

    assert "ar" in str(refused.value.values["known"])


def test_proofs_stand_in_the_row_s_folder_else_apart(library: Library) -> None:
    deep = replace(USUAL, pattern="{stem}/{language}/{format}.{kind}")
    flat = replace(USUAL, pattern="{format}/{stem}.{kind}")

    assert next(iter(planned(library, deep))).proofs[0] == "bridges/proof.json"
    assert next(iter(planned(library, flat))).proofs[0] == "proofs/bridges-proof.json"


def test_a_row_s_zip_is_one_file(library: Library) -> None:
    (row,) = planned(library, replace(USUAL, zip="per-row"), BRIDGES)

    assert row.names == ("bridges.zip",)


def test_the_usual_pattern_is_a_good_one() -> None:
    assert check(wish.USUAL_PATTERN) == wish.USUAL_PATTERN
