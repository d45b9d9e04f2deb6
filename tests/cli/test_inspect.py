"""What is in a logo file, for people and for programs."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from cobrand.cli import commands, look
from cobrand.errors import TargetExists, WrongUse
from cobrand.intake import door
from cobrand.model.bitmap import Bitmap
from cobrand.model.care import USUAL, Care
from cobrand.model.finding import note
from cobrand.model.logo import Logo
from cobrand.pixels import bitmap
from tests.cli.conftest import Run

SCHEMA = {
    "file", "kind", "width", "height", "ink_box", "vector", "ground", "tone", "colours", "findings",
}  # fmt: skip


def read(path: Path, care: Care = USUAL) -> Logo:
    """Read in this process: faster than a worker, and the same logo."""
    return door.read(path.read_bytes() if path.exists() else b"", name=path.name, care=care)


def pixel(drawn: Bitmap, x: int, y: int) -> tuple[int, ...]:
    start = 4 * (y * drawn.width + x)
    return tuple(drawn.data[start : start + 4])


def test_facts_of_a_drawing(run: Run, logo: Path) -> None:
    said = run(commands.INSPECT, look.inspect, [str(logo), "--json"], read)
    facts = json.loads(said.out)

    assert said.code == 0
    assert set(facts) >= SCHEMA
    assert (facts["width"], facts["height"], facts["vector"]) == (200, 100, True)
    assert facts["ink_box"] == pytest.approx([20, 10, 180, 90], abs=0.5)
    assert facts["ground"] is None
    assert facts["colours"][0] == "#0A3C78"


def reduced(path: Path, care: Care = USUAL) -> Logo:
    """Read as if the file had ten times the pixels that were kept."""
    found = note("logo.reduced", width=2000, height=1000)
    return replace(read(path, care), findings=(found,))


def test_people_are_told_the_pixels_of_a_reduced_file(run: Run, logo: Path) -> None:
    said = run(commands.INSPECT, look.inspect, [str(logo)], reduced)

    assert "2000 × 1000 px" in said.out


def test_programs_are_told_the_pixels_of_a_reduced_file(run: Run, logo: Path) -> None:
    facts = json.loads(run(commands.INSPECT, look.inspect, [str(logo), "--json"], reduced).out)

    assert (facts["width"], facts["height"]) == (2000, 1000)
    assert facts["ink_box"] == pytest.approx([200, 100, 1800, 900], abs=5)


def test_a_folder_gives_one_line_a_file(run: Run, logo: Path) -> None:
    (logo.parent / "notes.txt").write_text("not a logo", "utf-8")
    said = run(commands.INSPECT, look.inspect, [str(logo.parent), "--json"], read)
    lines = [json.loads(line) for line in said.out.splitlines()]

    assert [Path(line["file"]).name for line in lines] == ["bridges_association.svg", "notes.txt"]
    assert all(set(line) >= SCHEMA for line in lines)
    assert said.code == 1
    assert lines[1]["findings"][0]["severity"] == "error"
    assert "cannot read" in said.err or "can read" in said.err


def test_a_file_that_cannot_be_read_does_not_stop_the_rest(run: Run, logo: Path) -> None:
    said = run(commands.INSPECT, look.inspect, ["missing.svg", str(logo)], read)

    assert said.code == 1
    assert "SVG, drawing, 200 × 100 px" in said.out
    assert said.err.startswith("missing.svg: ")


def test_the_picture_is_the_mark_alone(run: Run, logo: Path) -> None:
    target = logo.with_name("mark.png")
    words = [str(logo), "--picture", str(target), "--width", "320"]
    said = run(commands.INSPECT, look.inspect, words, read)
    drawn = bitmap.decode(target.read_bytes(), "png").bitmap

    assert said.code == 0
    assert (drawn.width, drawn.height) == (320, 160)
    assert pixel(drawn, 300, 80) == (0x0A, 0x3C, 0x78, 255)
    assert pixel(drawn, 80, 80) == (255, 255, 255, 255)


def test_a_picture_never_replaces_a_file_unasked(run: Run, logo: Path) -> None:
    words = [str(logo), "--picture", str(logo), "--json"]
    said = run(commands.INSPECT, look.inspect, words, read)

    assert said.code == 1
    assert json.loads(said.out)["error"]["code"] == TargetExists.code
    assert logo.read_text("utf-8").startswith("<svg")


@pytest.mark.parametrize(
    "words", [["a.svg", "b.svg", "--picture", "c.png"], ["a.svg", "--width", "0"]]
)
def test_wrong_use(run: Run, words: list[str]) -> None:
    with pytest.raises(WrongUse):
        run(commands.INSPECT, look.inspect, words, read)


def test_a_name_of_bytes_that_are_no_letters_comes_back(run: Run, logo: Path) -> None:
    strange = os.fsdecode(b"na\xffme.svg")
    said = run(commands.INSPECT, look.inspect, [strange, "--json"], read)

    assert "\\udcff" in said.out
    assert json.loads(said.out)["file"] == strange
