"""A look before the run finds what would go wrong in each row, and draws nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from cobrand import kit
from cobrand.batch import preflight, rates
from cobrand.batch.row import Roster, Row
from cobrand.engine import Engine
from cobrand.errors import UnknownId
from cobrand.intake import source
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.finding import Severity, breach
from cobrand.model.text import TextLine, TextStyle
from cobrand.typeset.setter import QtTypesetter
from tests.logos import drawn, svg
from tests.squares import SquareTypesetter


class Counting(SquareTypesetter):
    """Counts what it is asked, and has no letter for a snowman."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()

    def advance(self, words: str, style: TextStyle) -> float:
        self.asked["advance"] += 1
        return super().advance(words, style)

    def line(self, words: str, style: TextStyle) -> TextLine:
        self.asked["line"] += 1
        return replace(super().line(words, style), missing="☃" if "☃" in words else "")


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    path = tmp_path / "a.svg"
    path.write_bytes(svg("wide"))
    return path


def roster(*rows: Row) -> Roster:
    return Roster(Path("r.csv"), rows)


def row(logo: Path | str, name: str = "River", number: int = 2, **more: object) -> Row:
    brief = replace(Brief(logo=str(logo), name=name), **more)  # type: ignore[arg-type]
    return Row(number, f"row-{number}", brief)


def codes(found: preflight.Preflight, place: int = 0) -> dict[str, str]:
    return {each.code: each.role for each in found.roster.rows[place].findings}


def test_what_a_sound_row_makes(library: Library, squares: SquareTypesetter, logo: Path) -> None:
    found = preflight.check(
        roster(row(logo)), library, squares, formats=["ig_square", "lockup"], languages=["en", "ar"]
    )

    assert (found.cards, found.files, found.broken) == (6, 16, 0)
    assert not found.measured
    assert found.seconds > rates.LOGO.seconds
    assert found.bytes > 10_000
    assert codes(found) == {"roster.words-missing": ""}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "logo.empty"),
        (b"no picture", "logo.unreadable"),
        (b"PK\x03\x04" + bytes(99), "logo.kind-not-read"),
    ],
)
def test_a_file_that_is_no_logo_breaks_its_row(
    library: Library, squares: SquareTypesetter, tmp_path: Path, data: bytes, code: str
) -> None:
    bad = tmp_path / "bad.svg"
    bad.write_bytes(data)
    found = preflight.check(roster(row(bad), row(tmp_path, "Hill")), library, squares)

    assert codes(found)[code] == "logo"
    assert codes(found, 1)["logo.folder"] == "logo"
    assert (found.broken, found.cards, found.bytes) == (2, 0, 0)


def test_letters_that_no_font_draws(library: Library, logo: Path) -> None:
    found = preflight.check(roster(row(logo, "Snow ☃ school")), library, Counting())

    lost = next(each for each in found.roster.rows[0].findings if each.code == "roster.no-glyphs")
    assert lost.named == {"letters": "☃", "count": 1}


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("River", True),
        ("European Association for the Education of Adults", True),
        ("The very long name of an organisation " * 8, False),
        ("Donaudampfschifffahrtsgesellschaftskapitänswitwenverein", False),
    ],
)
def test_words_that_may_not_fit(
    library: Library, typesetter: QtTypesetter, logo: Path, name: str, fits: bool
) -> None:
    found = preflight.check(roster(row(logo, name)), library, typesetter, formats=["ig_square"])

    assert ("roster.may-not-fit" not in codes(found)) == fits


@pytest.mark.parametrize(
    ("format_", "template"),
    [("ig_square", "endorsement"), ("x_post", "message"), ("web_billboard", "message")],
)
def test_the_estimate_agrees_with_the_layout(
    library: Library, typesetter: QtTypesetter, format_: str, template: str
) -> None:
    """What is laid out below its least size was foretold, for texts of many lengths."""
    engine = Engine(library, typesetter)
    small, told = set(), set()
    for length in (2, 4, 8, 10, 12, 16, 24):
        text = " ".join(["Association"] * length)
        own = {"name": text} if template == "endorsement" else {"words": (("message", text),)}
        given = row("x", **own)  # type: ignore[arg-type]
        brief = replace(given.brief, template=template, format=format_)
        made = engine.compose(brief, drawn("wide")).findings
        if any(each.role == "headline" and each.severity is Severity.BREACH for each in made):
            small.add(length)
        looked = preflight.check(roster(given), library, typesetter, formats=[format_])
        if "roster.may-not-fit" in codes(looked):
            told.add(length)

    assert small <= told
    assert 24 in small
    assert not told & {2, 4}


def test_rows_that_are_broken_already_make_nothing(
    library: Library, squares: SquareTypesetter, logo: Path
) -> None:
    broken = replace(row(logo), findings=(breach("roster.no-name"),))
    found = preflight.check(roster(broken, row(logo, "Hill", 3)), library, squares)

    assert found.broken == 1
    assert found.totals[0] == (Severity.BREACH, "roster.no-name", 1)


def test_a_rows_own_formats_and_languages_go_first(
    library: Library, squares: SquareTypesetter, logo: Path
) -> None:
    own = replace(row(logo), formats=("@lockup",), languages=("en", "fr"))
    found = preflight.check(roster(own), library, squares, formats=["story"], languages=["ar"])

    assert (found.cards, found.files) == (2, 12)


def test_groups_of_formats(library: Library) -> None:
    assert preflight.expanded(library, ["@print", "letterhead_a4"]) == (
        "letterhead_a4",
        "letterhead_us",
    )
    with pytest.raises(UnknownId):
        preflight.expanded(library, ["@prnt"])


def test_ten_thousand_rows_cost_little(
    library: Library, logo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted in what is done, not in seconds: each file, letter and text once, and few plans."""
    setter, opened, planned = Counting(), Counter[Path](), []
    head, plan = source.head, kit.plan
    monkeypatch.setattr(source, "head", lambda path: opened.update([path]) or head(path))
    monkeypatch.setattr(
        kit, "plan", lambda *given, **named: planned.append(1) or plan(*given, **named)
    )
    rows = [row(logo, f"Organisation {number % 500}", number) for number in range(2, 10_002)]
    found = preflight.check(roster(*rows), library, setter)

    assert len(found.roster.rows) == 10_000
    assert opened == {logo: 1}
    assert len(planned) == 1
    assert setter.asked["line"] < 100
    assert setter.asked["advance"] <= 500 * 2 * 6


def test_what_was_measured_is_used(library: Library, typesetter: QtTypesetter, logo: Path) -> None:
    brief = Brief(logo=str(logo), name="River")
    engine = Engine(library, typesetter, load=lambda path, care: drawn("wide"))
    jobs = kit.plan(library, brief, formats=["lockup"])
    measured = rates.measured(engine, brief, jobs)
    found = preflight.check(
        roster(row(logo)), library, typesetter, formats=["lockup"], rates=measured
    )

    weights = [engine.weigh(engine.compose(jobs[0].brief, drawn("wide")), k) for k in jobs[0].kinds]
    assert found.measured
    proofs = rates.PROOF.bytes * len(weights)
    assert found.bytes == pytest.approx(sum(weights) + proofs, rel=0.01)
