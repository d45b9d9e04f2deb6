"""What cannot be followed is said with a code; what can is read in any order."""

from __future__ import annotations

import pytest

from cobrand.cli.command import Command
from cobrand.cli.commands import COMMANDS, FORMATS, INSPECT, KIT, LOCKUP, MAKE
from cobrand.cli.parser import build, parse
from cobrand.errors import WrongUse


def test_options_and_files_in_any_order() -> None:
    asked = parse(INSPECT, ["a.svg", "--width", "300", "b.svg", "--json", "c.svg"])

    assert asked.files == ["a.svg", "b.svg", "c.svg"]
    assert asked.width == 300
    assert asked.json


def test_values_are_read_as_what_they_are() -> None:
    asked = parse(
        KIT,
        ["a.svg", "--nudge", "-2.5", "--event-date", "2026-05-31", "--contact", "1", "--contact=2"],
    )

    assert asked.nudge == -2.5
    assert asked.event_date == "2026-05-31"
    assert asked.contact == ["1", "2"]
    assert asked.replace is False
    assert asked.name is None


@pytest.mark.parametrize(
    ("command", "words", "code", "values"),
    [
        (KIT, ["--naem", "x"], "wrong-use.unknown-option", {"did_you_mean": "--name"}),
        (KIT, ["a.svg", "--outt=x"], "wrong-use.unknown-option", {"given": "--outt"}),
        (KIT, ["a.svg", "--out"], "wrong-use.needs-value", {"option": "--out"}),
        (KIT, ["a.svg", "--sample=1"], "wrong-use.takes-no-value", {"option": "--sample"}),
        (KIT, ["a.svg", "b.svg"], "wrong-use.too-many", {"given": "b.svg"}),
        (KIT, ["a.svg", "--nudge", "much"], "wrong-use.not-a-number", {"given": "much"}),
        (KIT, ["a.svg", "--event-date", "31.5."], "wrong-use.not-a-date", {"given": "31.5."}),
        (INSPECT, ["a.svg", "--width", "4.5"], "wrong-use.not-a-whole", {"option": "--width"}),
        (INSPECT, [], "wrong-use.file-missing", {"command": "inspect"}),
        (FORMATS, ["square"], "wrong-use.too-many", {"given": "square"}),
        (LOCKUP, ["a.svg", "--form", "x"], "wrong-use.unknown-option", {"given": "--form"}),
    ],
)
def test_what_cannot_be_followed(
    command: Command, words: list[str], code: str, values: dict[str, str]
) -> None:
    with pytest.raises(WrongUse) as refused:
        parse(command, words)

    assert refused.value.code == code
    assert values.items() <= refused.value.values.items()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_option_is_in_the_help(command: Command) -> None:
    help_text = build(command, "en").format_help()

    assert all(option.flag in help_text for option in command.options)
    assert all(example in help_text for example in command.examples)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_examples_can_be_followed(command: Command) -> None:
    for example in command.examples:
        words = example.replace('"', "").replace("Bridges Association", "Bridges").split()
        assert words[:2] == ["cobrand", command.name]
        assert parse(command, words[2:])


def test_help_speaks_the_language() -> None:
    assert build(MAKE, "fr").format_help() != build(MAKE, "en").format_help()
