"""One card, the pair alone, the whole kit: made with the real engine, looked at as files."""

from __future__ import annotations

import json
import os
import signal
import zipfile
from pathlib import Path

import pytest

from cobrand.cli import cards, commands, kits, verify
from cobrand.cli.console import Console
from cobrand.engine import Engine
from cobrand.errors import LogoNotFound, TargetExists, UnknownId, WrongUse
from cobrand.intake import door
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.pixels import bitmap
from cobrand.typeset.setter import QtTypesetter
from tests.cli.conftest import Run


@pytest.fixture(scope="session")
def engine(library: Library, typesetter: QtTypesetter) -> Engine:
    """The real engine; logos are read in this process, which is faster here."""
    return Engine(
        library, typesetter, load=lambda path, care: door.read(path.read_bytes(), care=care)
    )


def test_a_card(run: Run, logo: Path, engine: Engine) -> None:
    target = logo.with_name("square.png")
    words = [str(logo), "--format", "ig_square", "--name", "Bridges", "--out", str(target)]
    said = run(commands.MAKE, cards.make, [*words, "--json"], lambda: engine)
    told = json.loads(said.out)
    drawn = bitmap.decode(target.read_bytes(), "png").bitmap

    assert said.code == 0
    assert (drawn.width, drawn.height) == (1080, 1080)
    assert told["template"] == engine.library.format("ig_square").kit[0].template
    assert told["bytes"] == target.stat().st_size
    assert told["measured"]["size"] == [1080, 1080]
    assert "stand-in" in said.err


def test_a_format_brings_its_usual_template(run: Run, logo: Path, engine: Engine) -> None:
    target = logo.with_name("letter.pdf")
    words = [str(logo), "--format", "letterhead_a4", "--out", str(target), "--json"]
    said = run(commands.MAKE, cards.make, words, lambda: engine)

    assert json.loads(said.out)["template"] == "letterhead"
    assert target.read_bytes().startswith(b"%PDF")


def test_a_file_is_replaced_only_when_asked(run: Run, logo: Path, engine: Engine) -> None:
    target = logo.with_name("pair.svg")
    target.write_text("mine", "utf-8")
    words = [str(logo), "--out", str(target)]

    with pytest.raises(TargetExists):
        run(commands.LOCKUP, cards.lockup, words, lambda: engine)
    assert target.read_text("utf-8") == "mine"
    assert run(commands.LOCKUP, cards.lockup, [*words, "--replace"], lambda: engine).code == 0
    assert "<svg" in target.read_text("utf-8")


def test_a_stacked_pair_is_taller(run: Run, logo: Path, engine: Engine) -> None:
    shapes = []
    for words in (["--stacked"], ["--horizontal"]):
        target = logo.with_name(f"pair{words[0]}.png")
        said = run(
            commands.LOCKUP, cards.lockup, [str(logo), "--out", str(target), "--json", *words],
            lambda: engine,
        )  # fmt: skip
        width, height = json.loads(said.out)["measured"]["size"]
        shapes.append(width / height)

    assert shapes[0] < shapes[1]


def test_a_saved_brief_is_made_and_checked(run: Run, logo: Path, engine: Engine) -> None:
    kept, target = logo.with_name("bridges.cobrand"), logo.with_name("story.webp")
    kept.write_text(Brief(logo=logo.name, name="Bridges", format="story").to_json(), "utf-8")
    made = run(commands.MAKE, cards.make, [str(kept), "--out", str(target)], lambda: engine)
    said = run(commands.CHECK, verify.check, [str(kept), "--json"], lambda: engine)
    findings = json.loads(said.out)["findings"]

    assert (made.code, said.code) == (0, 0)
    assert target.exists()
    assert {"kept", "warning"} <= {each["severity"] for each in findings}
    assert all(each["sentence"] for each in findings)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["--format", "ig_sqare", "--out", "a.png"], UnknownId),
        (["--template", "massage", "--out", "a.png"], UnknownId),
        (["--message", "nonsense", "--out", "a.png"], UnknownId),
        (["--language", "xx", "--out", "a.png"], UnknownId),
        (["--ground", "lapm", "--out", "a.png"], UnknownId),
        (["--campaign", "weareal", "--out", "a.png"], UnknownId),
        (["--out", "a.gif"], WrongUse),
        (["--nudge", "11", "--out", "a.png"], WrongUse),
        (["--stacked", "--horizontal", "--out", "a.png"], WrongUse),
        ([], WrongUse),
    ],
)
def test_wrong_use(run: Run, logo: Path, engine: Engine, words: list[str], error: type) -> None:
    with pytest.raises(error):
        run(commands.MAKE, cards.make, [str(logo), *words], lambda: engine)


def test_a_kit_and_its_proof(run: Run, logo: Path, engine: Engine) -> None:
    folder = logo.with_name("kit")
    words = [str(logo), "--name", "Bridges", "--out", str(folder), "--formats", "og_image,lockup"]
    said = run(commands.KIT, kits.kit, [*words, "--json"], lambda: engine)
    told = json.loads(said.out)

    assert said.code == 0
    assert told["complete"]
    assert {Path(each["file"]).parent for each in told["files"]} == {folder}
    assert {each["format"] for each in told["files"]} == {"og_image", "lockup"}
    assert json.loads((folder / "proof.json").read_text("utf-8"))["organisation"] == "Bridges"
    assert "Your kit is ready." in said.err

    first = told["files"][0]["file"]
    same = run(commands.CHECK, verify.check, [first], lambda: engine)
    Path(first).write_bytes(b"changed")
    other = run(commands.CHECK, verify.check, [first, "--strict"], lambda: engine)

    assert (same.code, other.code) == (0, 3)
    assert "was changed after it was measured" in other.out


def test_a_file_is_measured_by_the_marks_in_it(run: Run, logo: Path, engine: Engine) -> None:
    pair = logo.with_name("pair.png")
    run(commands.LOCKUP, cards.lockup, [str(logo), "--out", str(pair)], lambda: engine)
    said = run(
        commands.CHECK, verify.check, [str(pair), "--logo", str(logo), "--json"], lambda: engine
    )
    told = json.loads(said.out)

    assert {mark["role"] for mark in told["measured"]["marks"]} == {"logo", "mark"}
    assert told["measured"]["gap"] == pytest.approx(2, abs=0.03)
    assert told["measured"]["ratio"] == pytest.approx(1, abs=0.03)


def test_a_changed_file_is_measured_against_its_brief(run: Run, logo: Path, engine: Engine) -> None:
    folder = logo.with_name("kit")
    words = [str(logo), "--out", str(folder), "--formats", "lockup", "--json"]
    files = json.loads(run(commands.KIT, kits.kit, words, lambda: engine).out)["files"]
    file = next(Path(each["file"]) for each in files if each["file"].endswith(".png"))
    file.write_bytes(file.read_bytes() + b"more")
    said = run(
        commands.CHECK, verify.check, [str(file), "--logo", str(logo), "--json"], lambda: engine
    )
    codes = {each["code"]: each["severity"] for each in json.loads(said.out)["findings"]}

    assert codes["proof.other-bytes"] == "breach"
    assert codes["file.gap"] == "kept"


def test_a_kit_in_one_file(run: Run, logo: Path, engine: Engine) -> None:
    target = logo.with_name("kit.zip")
    words = [str(logo), "--out", str(target), "--formats", "og_image"]
    said = run(commands.KIT, kits.kit, words, lambda: engine)

    assert said.code == 0
    assert "Without --name, the cards say “bridges association”." in said.err
    with zipfile.ZipFile(target) as packed:
        assert {"proof.json", "proof.html"} < set(packed.namelist())


def test_what_a_kit_leaves_out_is_said(run: Run, logo: Path, engine: Engine) -> None:
    folder = logo.with_name("kit")
    words = [str(logo), "--name", "B", "--out", str(folder), "--formats", "ig_square"]
    without = run(commands.KIT, kits.kit, words, lambda: engine)
    event = ["--event-title", "Open day", "--event-date", "2026-05-31", "--replace", "--json"]
    given = run(commands.KIT, kits.kit, [*words, *event], lambda: engine)

    assert "was left out: it needs the event's title, the event's date" in without.err
    assert "[--event-title --event-date]" in without.err
    assert any(each["template"] == "event" for each in json.loads(given.out)["files"])


def test_ctrl_c_stops_a_kit_and_leaves_whole_files(
    run: Run, logo: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = iter([signal.SIGINT])
    monkeypatch.setattr(
        Console, "progress", lambda *_: [signal.raise_signal(number) for number in once]
    )
    folder = logo.with_name("kit")
    before = signal.getsignal(signal.SIGINT)
    words = [str(logo), "--name", "B", "--out", str(folder), "--json"]
    said = run(commands.KIT, kits.kit, words, lambda: engine)
    told = json.loads(said.out)

    assert said.code == 130
    assert told["cancelled"]
    assert "complete and" in said.err
    assert signal.getsignal(signal.SIGINT) is before
    assert {Path(each["file"]).stat().st_size for each in told["files"]} == {
        each["bytes"] for each in told["files"]
    }


@pytest.mark.parametrize(
    ("words", "kind", "meant"),
    [
        (["--language", "esp"], "language", "es"),
        (["--campaign", "weareal"], "campaign", "weareale"),
        (["--message", "voise"], "key message", "voice"),
        (["--formats", "lockup,stroy"], "format", "story"),
    ],
)
@pytest.mark.parametrize("file", ["bridges_association.svg", "nowhere.svg"])
def test_a_name_that_is_nowhere_stops_a_kit_before_any_work(
    run: Run, logo: Path, engine: Engine, file: str, words: list[str], kind: str, meant: str
) -> None:
    folder = logo.with_name("kit")
    call = [str(logo.with_name(file)), "--out", str(folder), *words]
    with pytest.raises(UnknownId) as caught:
        run(commands.KIT, kits.kit, call, lambda: engine)

    assert (caught.value.values["kind"], caught.value.values["did_you_mean"]) == (kind, meant)
    assert not folder.exists()


@pytest.mark.parametrize("words", [[], ["--sample", "a.svg"], ["a.svg"]])
def test_a_kit_needs_one_logo_and_a_place(run: Run, engine: Engine, words: list[str]) -> None:
    where = ["--out", "kit"] if words != ["a.svg"] else []
    with pytest.raises(WrongUse):
        run(commands.KIT, kits.kit, [*words, *where], lambda: engine)


def test_an_organisation_s_name_as_a_file_has_it() -> None:
    assert cards.asking.name_of(Path("bridges_association-eu.svg")) == "bridges association eu"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name is a thing of Unix")
@pytest.mark.parametrize("name", ["card.png", "kit.cobrand"])
def test_a_pipe_is_not_waited_for(run: Run, tmp_path: Path, name: str) -> None:
    pipe = tmp_path / name
    os.mkfifo(pipe)

    with pytest.raises(LogoNotFound) as refused:
        run(commands.CHECK, verify.check, [str(pipe)])
    assert refused.value.code == "logo.not-a-file"


@pytest.mark.parametrize(
    ("words", "name", "size"),
    [
        (["--scale", "2"], "pair.png", (2, "usual")),
        (["--width", "600px"], "pair.png", (600, "px")),
        (["--width", "120mm"], "pair.pdf", (120, "mm")),
        (["--width", "120 mm"], "pair.eps", (120, "mm")),
    ],
)
def test_a_lock_up_is_as_large_as_asked(
    run: Run, logo: Path, engine: Engine, words: list[str], name: str, size: tuple[float, str]
) -> None:
    def width(*more: str) -> float:
        target = str(logo.with_name(name))
        line = [str(logo), "--out", target, "--json", "--replace", *more]
        said = run(commands.LOCKUP, cards.lockup, line, lambda: engine)
        return float(json.loads(said.out)["measured"]["size"][0])

    wanted = size[0] * width() if size[1] == "usual" else size[0]
    assert width(*words) == pytest.approx(wanted, abs=1)


@pytest.mark.parametrize(
    ("words", "name", "code"),
    [
        (["--width", "wide"], "pair.svg", "wrong-use.not-a-length"),
        (["--width", "9999mm"], "pair.svg", "wrong-use.out-of-range"),
        (["--width", "5px"], "pair.png", "wrong-use.out-of-range"),
        (["--scale", "2"], "pair.pdf", "wrong-use.scale-of-outlines"),
        (["--scale", "40"], "pair.png", "wrong-use.out-of-range"),
        (["--width", "9cm"], "pair.png", "wrong-use.not-a-length"),
        (["--width", "90mm", "--height", "90mm"], "pair.png", "wrong-use.not-both"),
    ],
)
def test_a_size_that_cannot_be_is_refused(
    run: Run, logo: Path, engine: Engine, words: list[str], name: str, code: str
) -> None:
    target = logo.with_name(name)
    with pytest.raises(WrongUse) as refused:
        run(commands.LOCKUP, cards.lockup, [str(logo), "--out", str(target), *words],
            lambda: engine)  # fmt: skip

    assert refused.value.code == code
    assert not target.exists()


def test_a_lock_up_says_how_even_it_is_and_how_small_it_may_be(
    run: Run, logo: Path, engine: Engine
) -> None:
    target = str(logo.with_name("pair.svg"))
    said = run(commands.LOCKUP, cards.lockup, [str(logo), "--out", target], lambda: engine)

    assert "than the campaign mark. Up to 8\xa0% is fine." in said.err
    assert "Place this lock-up no smaller than" in said.err


def test_words_without_a_line_in_common_are_said(run: Run, logo: Path, engine: Engine) -> None:
    target = str(logo.with_name("pair.svg"))
    words = [str(logo), "--out", target, "--align", "baseline"]
    said = run(commands.LOCKUP, cards.lockup, words, lambda: engine)

    assert "because one of them has no line of words" in said.err
