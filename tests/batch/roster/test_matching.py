"""Logos are found by their paths or names; what is not certain is offered, never taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobrand.batch.roster import index
from tests.batch.roster.conftest import Read
from tests.logos import svg


@pytest.fixture
def logos(tmp_path: Path) -> Path:
    folder = tmp_path / "logos"
    (folder / "more").mkdir(parents=True)
    for name in ("EAEA.svg", "eaea.png", "Réseau Été.svg", "more/twice.svg", "twice.svg",
                 "Riverbank Learning.svg", "جمعيّة الأمل.svg"):  # fmt: skip
        (folder / name).write_bytes(svg("wide"))
    (folder / ".hidden.svg").write_bytes(svg("wide"))
    return folder


@pytest.mark.parametrize(
    ("row", "file", "code"),
    [
        ("x;;EAEA.svg", "EAEA.svg", ""),
        ("x;;logos/EAEA.svg", "EAEA.svg", ""),
        ("x;;logos\\EAEA.svg", "EAEA.svg", ""),
        ("x;;more/twice.svg", "more/twice.svg", ""),
        ("x;;Eaea.SVG", "EAEA.svg", "roster.logo-matched"),
        ("x;EAEA;", "EAEA.svg", ""),
        ("x;eaea.;", "EAEA.svg", "roster.logo-chosen"),
        ("reseau ete;;", "Réseau Été.svg", "roster.logo-matched"),
        ("جمعية الامل;;", "جمعيّة الأمل.svg", "roster.logo-matched"),
        ("x;;twice", "", "roster.logo-ambiguous"),
        ("Riverbank Learnin;;", "", "roster.logo-missing-near"),
        ("x;;riverbank-lerning.svg", "", "roster.logo-missing-near"),
        ("Nobody at all;;", "", "roster.logo-missing-in"),
        ("x;;.hidden", "", "roster.logo-missing-in"),
        ("x;;https://x.example/a.svg", "", "roster.logo-url"),
        ("x;;file:///etc/passwd", "", "roster.logo-url"),
        ("x;;data:image/png,a", "", "roster.logo-url"),
        ("x;;/etc/passwd", "", "roster.logo-outside"),
        ("x;;../a.svg", "", "roster.logo-outside"),
        ("x;;logos/../../a.svg", "", "roster.logo-outside"),
        ("x;;C:\\a.svg", "", "roster.logo-outside"),
        ("x;;\\\\server\\a.svg", "", "roster.logo-outside"),
        ("x;;" + "a" * 3000, "", "roster.logo-missing-in"),
    ],
)
def test_a_logo_is_found(read: Read, logos: Path, row: str, file: str, code: str) -> None:
    made = read(f"name;acronym;logo\n{row}\n", logos=logos).rows[0]

    found = {found.code for found in made.findings if "logo" in found.code}
    assert found == ({code} if code else set())
    assert made.brief.logo == (str(logos / file) if file else "")
    assert made.sound == bool(file)


def test_near_misses_are_named(read: Read, logos: Path) -> None:
    made = read("name\nRiverbank Learnin\n", logos=logos).rows[0]

    assert made.findings[0].named["near"] == "Riverbank Learning.svg"


def test_near_misses_are_named_from_the_folder_that_a_path_names(
    read: Read, tmp_path: Path
) -> None:
    (tmp_path / "marks").mkdir()
    (tmp_path / "marks/Bridges.svg").write_bytes(svg("wide"))
    made = read("name;logo\nx;marks/bridge.svg\ny;nowhere/bridge.svg\n").rows

    assert made[0].findings[0].named["near"] == "Bridges.svg"
    assert made[1].findings[0].code == "roster.logo-missing"


def test_without_a_folder_paths_are_the_rosters(read: Read, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(svg("wide"))
    there, away, none = read("name;logo\nx;a.svg\ny;b.svg\nz;\n").rows

    assert there.brief.logo == str(tmp_path / "a.svg")
    assert [each.findings[0].code for each in (away, none)] == [
        "roster.logo-missing",
        "roster.logo-none",
    ]


def test_a_link_that_leads_out_is_not_followed(read: Read, logos: Path, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside.svg"
    outside.write_bytes(svg("wide"))
    try:
        (logos / "link.svg").symlink_to(outside)
        (tmp_path / "loop.svg").symlink_to("loop.svg")
    except OSError:
        return  # this system has no links for us
    text = f"name;logo\nx;link.svg\ny;{outside}\nz;loop.svg\n"
    link, path, loop = read(text, logos=logos).rows
    allowed = read(text, logos=logos, outside=True).rows

    assert [each.findings[0].code for each in (link, path)] == ["roster.logo-outside"] * 2
    assert not loop.sound
    assert [each.brief.logo for each in allowed[:2]] == [str(logos / "link.svg"), str(outside)]


def test_a_missing_logo_is_typeset_only_where_that_is_asked(read: Read, tmp_path: Path) -> None:
    text = "name;acronym;logo;stand-in\nRiver & <Co>;;;yes\nHill;HL;;\nDale;;/etc/passwd;yes\n"
    asked, usual, outside = read(text).rows

    assert asked.sound
    assert Path(asked.brief.logo).parent == tmp_path / "room"
    assert b"River &amp; &lt;Co&gt; (stand-in)" in Path(asked.brief.logo).read_bytes()
    assert (usual.sound, outside.sound) == (False, False)
    assert read(text, typeset_missing=True).rows[1].sound


def test_looking_for_what_is_alike_stays_cheap_in_a_large_folder() -> None:
    looked: list[int] = []

    class Counted(list[str]):
        def __getitem__(self, key: object) -> object:  # type: ignore[override]
            found = super().__getitem__(key)  # type: ignore[index]
            looked.append(len(found) if isinstance(found, list) else 1)
            return found

    made = index.Index()
    for number in range(3000):
        index._add(made, Path(f"Association number {number}.svg"))
    made.pieces = {piece: Counted(stems) for piece, stems in made.pieces.items()}

    near = made.alike("Asociation number 2718")

    assert near[0].name == "Association number 2718.svg"
    assert sum(looked) <= 8 * 300
