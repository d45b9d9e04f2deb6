"""`cobrand batch`: what a person types, what is said, what the exit code is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cobrand.batch.manifest import Manifest
from cobrand.cli.batch import batch
from cobrand.cli.commands import BATCH
from cobrand.errors import BatchError, CobrandError, UnknownId, WriteFailed, WrongUse
from cobrand.library import Library
from cobrand.messages import say
from tests.batch.fakes import quick
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("qapp")  # a dry run measures words


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    for name in ("bridges", "jisr"):
        (tmp_path / f"{name}.svg").write_text(f"<svg {name}>", "utf-8")
    (tmp_path / "bad.svg").write_text("bad", "utf-8")
    file = tmp_path / "roster.csv"
    file.write_text("name,logo\nBridges,bridges.svg\nJisr,jisr.svg\n", "utf-8")
    return file


@pytest.fixture
def words(roster: Path, tmp_path: Path) -> list[str]:
    return [str(roster), "--formats", "og_image", "--out", str(tmp_path / "out"), "--jobs", "1"]


def test_made_then_nothing_to_do(run: Run, words: list[str], tmp_path: Path) -> None:
    made = run(BATCH, batch, words, Library.shipped(), quick)
    again = run(BATCH, batch, [*words, "--resume", "--json"], Library.shipped(), quick)
    told = json.loads(again.out)

    assert made.code == 0
    assert "2 files were made." in made.err
    assert (tmp_path / "out/jisr/og_image-en.png").exists()
    assert again.code == 0
    assert "Nothing to do: 2 files are there and unchanged." in again.err
    assert (told["made"], told["kept"], told["states"]) == (0, 2, {"kept": 2})


def test_a_bad_row_is_a_line_and_one_at_the_end(run: Run, words: list[str], roster: Path) -> None:
    roster.write_text(roster.read_text("utf-8") + "Worse,bad.svg\nbroken,jisr.svg\n", "utf-8")
    said = run(BATCH, batch, [*words, "--strict"], Library.shipped(), quick)

    assert said.code == 1
    assert "4 worse: This is not a picture that cobrand can read." in said.err
    assert "3 files were made. 1 row is not complete." in said.err


def test_broken_rules_count_only_when_strict(run: Run, words: list[str], roster: Path) -> None:
    roster.write_text("name,logo\nbroken,jisr.svg\n", "utf-8")
    plain = run(BATCH, batch, words, Library.shipped(), quick)
    strict = run(BATCH, batch, [*words, "--resume", "--strict"], Library.shipped(), quick)

    assert (plain.code, strict.code) == (0, 3)


def test_a_dry_run_names_every_file_and_makes_none(
    run: Run, words: list[str], tmp_path: Path
) -> None:
    said = run(BATCH, batch, [*words, "--dry-run", "--languages", "en,ar"], Library.shipped())

    assert said.out.splitlines() == [
        f"{name}/{file}"
        for name in ("bridges", "jisr")
        for file in ("og_image-en.png", "og_image-ar.png", "proof.json", "proof.html")
    ]
    assert "2 rows: 4 files would be made." in said.err
    assert not (tmp_path / "out").exists()


def test_a_dry_run_ends_as_the_run_would(run: Run, words: list[str], roster: Path) -> None:
    roster.write_text("name,logo\nBridges,bridges.svg\nNobody,nowhere.svg\n", "utf-8")
    said = run(BATCH, batch, [*words, "--dry-run"], Library.shipped())

    assert said.code == 1
    assert "1 row cannot be made." in said.err


def test_a_dry_run_looks_at_the_cards_that_would_be_made(
    run: Run, words: list[str], roster: Path
) -> None:
    roster.write_text("name,logo,template\nBridges,bridges.svg,letterhead\n", "utf-8")
    said = run(BATCH, batch, [*words, "--dry-run", "--json"], Library.shipped())
    told = json.loads(said.out)

    assert (said.code, told["cannot"]) == (1, 1)
    assert [each["code"] for each in told["rows"][0]["findings"]] == ["wrong-use.template-format"]


@pytest.mark.parametrize("kinds", ["png", "png,svg"])
def test_a_dry_run_counts_what_would_be_made(run: Run, words: list[str], kinds: str) -> None:
    said = run(BATCH, batch, [*words, "--dry-run", "--json", "--kinds", kinds], Library.shipped())
    told = json.loads(said.out)

    files = 2 * len(kinds.split(","))
    assert told["files"] == files
    assert files * 60_000 < told["estimate"]["bytes"] < files * 140_000


def test_a_dry_run_in_json_has_every_row(run: Run, words: list[str]) -> None:
    told = json.loads(run(BATCH, batch, [*words, "--dry-run", "--json"], Library.shipped()).out)

    assert [row["files"][0] for row in told["rows"]] == [
        "bridges/og_image-en.png",
        "jisr/og_image-en.png",
    ]


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        (["--name-pattern", "../{stem}.{kind}"], WrongUse),
        (["--name-pattern", "{format}.{kind}"], WrongUse),
        (["--formats", "og_imag"], UnknownId),
        (["--languages", "xx"], UnknownId),
        (["--ground", "pink"], UnknownId),
        (["--campaign", "none"], UnknownId),
        (["--resume", "--replace"], WrongUse),
        (["--jobs", "0"], WrongUse),
        (["--zip", "some"], WrongUse),
    ],
)
def test_what_cannot_be_followed_is_refused_before_anything_is_made(
    more: list[str], kind: type[CobrandError], run: Run, words: list[str], tmp_path: Path
) -> None:
    with pytest.raises(kind) as refused:
        run(BATCH, batch, [*words, *more], Library.shipped())

    assert "…" not in say("en", refused.value)
    assert not (tmp_path / "out").exists()


def test_without_the_extra_a_cluster_is_refused_with_what_to_install(
    run: Run, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("cobrand.cli.batch.import_module", missing)
    with pytest.raises(BatchError) as refused:
        run(BATCH, batch, [*words, "--scheduler", "tcp://127.0.0.1:1"], Library.shipped())

    assert "cobrand[cluster]" in say("en", refused.value)


def test_a_disk_that_is_full_says_how_to_go_on(
    run: Run, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(*_: object, **__: object) -> None:
        raise WriteFailed("export.disk-full", name="manifest.sqlite", folder="", bytes=1_000_000)

    monkeypatch.setattr(Manifest, "note", fill)
    said = run(BATCH, batch, words, Library.shipped(), quick)

    assert said.code == 1
    assert "The disk is full" in said.err
    assert said.err.rstrip().endswith("When that is mended, go on with “--resume”.")
