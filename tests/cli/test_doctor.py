"""The doctor at the command line: what is mended on request, what is written, what is sent back."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cobrand.cli import commands, look, portrait
from cobrand.cli.parser import parse
from cobrand.errors import WrongUse
from cobrand.intake import door
from cobrand.model.care import USUAL, Care
from cobrand.model.logo import Logo
from tests.cli.conftest import Run


def read(path: Path, care: Care = USUAL) -> Logo:
    return door.read(path.read_bytes(), name=path.name, care=care)


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A ring on white with wide margins, as a JPEG."""
    page = np.full((400, 900, 3), 255, np.uint8)
    page[100:300, 200:700] = (10, 60, 120)
    page[150:250, 300:400] = 255
    file = tmp_path / "sent.jpg"
    Image.fromarray(page).save(file, "JPEG", quality=40)
    return file


def mendings(facts: dict[str, list[dict[str, dict[str, str]]]]) -> dict[str, str]:
    named = [each["mending"] for each in facts["findings"] if each["mending"]]
    return {each["id"]: each["state"] for each in named}


def inspected(run: Run, *words: str) -> dict[str, list[dict[str, dict[str, str]]]]:
    said = run(commands.INSPECT, look.inspect, [*words, "--json"], read)
    assert said.code == 0
    facts: dict[str, list[dict[str, dict[str, str]]]] = json.loads(said.out)
    return facts


def test_every_finding_names_its_mending_and_its_state(run: Run, sent: Path) -> None:
    states = mendings(inspected(run, str(sent)))

    assert states == {"ground": "done", "specks": "done", "trim": "done", "inside": "offered"}


def test_safe_mendings_can_be_kept_from_and_guesses_asked_for(run: Run, sent: Path) -> None:
    states = mendings(
        inspected(run, str(sent), "--fix", "inside", "--keep", "trim", "--keep=specks")
    )

    assert states == {"ground": "done", "specks": "undone", "trim": "undone", "inside": "done"}


@pytest.mark.parametrize("words", [["--fix"], ["--fix", "all"], ["--fix", "inside"]])
def test_what_was_mended_needs_no_mending(run: Run, sent: Path, words: list[str]) -> None:
    target = sent.with_name("mended.png")
    inspected(run, *words, str(sent), "--out", str(target))

    assert mendings(inspected(run, str(target))) == {}
    assert Image.open(target).getpixel((150, 100)) == (0, 0, 0, 0)


def test_all_but_what_is_kept(run: Run, sent: Path) -> None:
    states = mendings(inspected(run, str(sent), "--fix", "--keep", "inside"))

    assert states["inside"] == "offered"


def test_a_drawing_stays_a_drawing_and_is_trimmed(run: Run, tmp_path: Path) -> None:
    file, target = tmp_path / "a.svg", tmp_path / "b.svg"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><script>x()</script>'
        '<path fill="#fff" d="M0 0h400v200H0z"/><path fill="#0B5158" d="M150 50h100v100H150z"/>'
        "</svg>",
        "utf-8",
    )
    inspected(run, str(file), "--out", str(target))
    mended = target.read_text("utf-8")
    facts = inspected(run, str(target))

    assert 'width="100.' in mended
    assert "script" not in mended
    assert "#fff" not in mended.lower()
    assert facts["ink_box"] == pytest.approx([0, 0, 100, 100], abs=0.4)
    assert facts["findings"] == []


def test_nothing_is_replaced_unasked(run: Run, sent: Path) -> None:
    before = sent.read_bytes()
    for option in ("--out", "--report"):
        target = sent.with_suffix(".png" if option == "--out" else ".html")
        target.write_bytes(b"mine")
        said = run(commands.INSPECT, look.inspect, [str(sent), option, str(target)], read)

        assert said.code == 1
        assert target.read_bytes() == b"mine"
    assert sent.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "code"),
    [("mark.svg", "wrong-use.not-a-drawing"), ("mark.jpg", "wrong-use.not-a-mark-file")],
)
def test_a_picture_is_written_as_png_only(run: Run, sent: Path, name: str, code: str) -> None:
    with pytest.raises(WrongUse) as refused:
        inspected(run, str(sent), "--out", str(sent.with_name(name)))

    assert refused.value.code == code


def test_a_bare_fix_takes_no_file_for_a_mending() -> None:
    asked = parse(commands.INSPECT, ["--fix", "logo.svg", "--keep", "trim"])

    assert (asked.files, asked.fix, asked.keep) == (["logo.svg"], ["all"], ["trim"])


@pytest.mark.parametrize("words", [["--keep", "grond"], ["--fix=plat"], ["--keep=all"]])
def test_an_unknown_mending_is_refused(words: list[str]) -> None:
    with pytest.raises(WrongUse) as refused:
        parse(commands.INSPECT, ["logo.svg", *words])

    assert refused.value.code == "wrong-use.unknown-choice"
    assert "turn-left" in str(refused.value.values["known"])


def test_people_read_the_gravest_first(run: Run, sent: Path) -> None:
    said = run(commands.INSPECT, look.inspect, [str(sent)], read).out.splitlines()
    labels = [line[2:17].strip() for line in said if line[2:3].strip()]

    assert labels[-5:] == ["look at this", "can be mended", "mended", "mended", "mended"]
    assert any(line.endswith("[--fix inside]") for line in said)
    assert all(len(line) <= portrait.WIDTH for line in said[1:])
    assert not any(line.endswith(("[--fix", "[--keep")) for line in said)


def test_a_sound_logo_is_called_sound(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "sound.svg"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 80">'
        '<rect width="160" height="80" rx="8" fill="#0A3C78"/></svg>',
        "utf-8",
    )
    said = run(commands.INSPECT, look.inspect, [str(file)], read).out.splitlines()

    assert said[-1] == "  Nothing was found that would have to be mended."
    assert said[3:6] == [
        "  ground   none",
        "  colours  #0A3C78 100\u00a0%",
        "  tone     dark",
    ]


def test_a_taken_name_is_said_with_the_option_that_frees_it(
    run: Run, logo: Path, tmp_path: Path
) -> None:
    taken = tmp_path / "taken.svg"
    taken.touch()
    said = run(commands.INSPECT, look.inspect, [str(logo), "--out", str(taken)], read)

    assert said.code == 1
    assert said.err.rstrip().endswith("[--replace]")


@pytest.mark.parametrize(("name", "written"), [("empty.png", True), ("gone.png", False)])
def test_only_what_its_maker_can_mend_is_sent_back(
    run: Run, tmp_path: Path, name: str, written: bool
) -> None:
    (tmp_path / "empty.png").touch()
    page = tmp_path / "page.html"
    words = [str(tmp_path / name), "--report", str(page)]
    said = run(commands.INSPECT, look.inspect, words)

    assert said.code == 1
    assert page.exists() == written
