"""Who allowed a mark, and why a broken rule is let stand: as it is said on the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cobrand import settings
from cobrand.cli import answers, cards, commands, kits, verify
from cobrand.cli.parser import parse
from cobrand.engine import Engine
from cobrand.errors import WrongUse
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.campaign import Campaign
from cobrand.model.guest import Partner, Permission
from cobrand.model.override import Override
from cobrand.typeset.setter import QtTypesetter
from tests.cli.conftest import Run

BRIEF = Brief(partners=(Partner("bridges.svg", "Bridges: Association"),))


@pytest.fixture
def campaign(library: Library) -> Campaign:
    return library.campaign("weareale")


@pytest.fixture
def narrow(engine: Engine, typesetter: QtTypesetter) -> Engine:
    """An engine whose campaign asks for more contrast of words than any card has."""

    class Strict(Library):
        def campaign(self, id_: str) -> Campaign:
            found = super().campaign(id_)
            return replace(found, rules=replace(found.rules, contrast_text=22.0))

    return Engine(Strict.shipped(), typesetter, load=engine.load)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#weareALE: Anna Berg, 2026-05-31", Permission("#weareALE", "Anna Berg", "2026-05-31")),
        ("weareale: Anna Berg", Permission("weareale", "Anna Berg")),
        (
            "Bridges: Association: Anna Berg, chair, 2026-05-31; by mail, twice",
            Permission("Bridges: Association", "Anna Berg, chair", "2026-05-31", "by mail, twice"),
        ),
        ("bridges: A, B", Permission("bridges", "A, B")),
    ],
)
def test_a_permission(campaign: Campaign, text: str, expected: Permission) -> None:
    asked = parse(commands.MAKE, ["a.svg", "--permission", text])

    assert answers.permitted(asked, BRIEF, campaign).permissions == (expected,)


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("weareAEL: Anna", "wrong-use.unknown-mark", {"did_you_mean": "#weareALE"}),
        ("Anna Berg", "wrong-use.unknown-mark", {"known": "#weareALE, Bridges: Association"}),
        ("weareALE: , 2026-05-31", "wrong-use.no-giver", {"mark": "weareALE"}),
        ("weareALE: Anna, 2026-31-05", "wrong-use.not-a-date", {"given": "2026-31-05"}),
    ],
)
def test_a_permission_that_cannot_be_followed(
    campaign: Campaign, text: str, code: str, values: dict[str, str]
) -> None:
    asked = parse(commands.MAKE, ["a.svg", "--permission", text])

    with pytest.raises(WrongUse) as caught:
        answers.permitted(asked, BRIEF, campaign)
    assert caught.value.code == code
    assert values.items() <= caught.value.values.items()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board wants it", Override("", "The board wants it", "Anna")),
        ("rule.gap=no room", Override("rule.gap", "no room", "Anna")),
        ("gap = no room", Override("rule.gap", "no room", "Anna")),
        ("2=no room", Override("rule.gap", "no room", "Anna")),
        ("words.overlap=so it is", Override("words.overlap", "so it is", "Anna")),
        ("because a=b", Override("", "because a=b", "Anna")),
        ("x=y", Override("", "x=y", "Anna")),
    ],
)
def test_a_reason(text: str, expected: Override) -> None:
    asked = parse(commands.MAKE, ["a.svg", "--override", text, "--by", " Anna "])

    assert answers.overrides(asked) == (expected,)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  ", "wrong-use.no-reason"),
        ("rule.gap=", "wrong-use.no-reason"),
        ("rule.gpa=so", "wrong-use.unknown-rule"),
    ],
)
def test_a_reason_that_cannot_be_followed(text: str, code: str) -> None:
    asked = parse(commands.MAKE, ["a.svg", "--override", text, "--by", "Anna"])

    with pytest.raises(WrongUse) as caught:
        answers.overrides(asked)
    assert caught.value.code == code


def test_who_makes_it_is_remembered_in_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.json"
    settings.write(file, settings.Settings(by="Anna Berg"))
    monkeypatch.setattr(settings, "default_file", lambda: file)

    assert answers.by(parse(commands.KIT, ["a.svg"])) == "Anna Berg"
    assert answers.by(parse(commands.KIT, ["a.svg", "--by", "Bo"])) == "Bo"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], 0),
        (["--strict"], 3),
        (["--strict", "--override", "The board wants it"], 0),
        (["--strict", "--override", "contrast=The board wants it"], 0),
        (["--strict", "--override", "gap=The board wants it"], 3),
    ],
)
def test_strict_asks_for_a_reason(
    run: Run, logo: Path, narrow: Engine, words: list[str], code: int
) -> None:
    target = logo.with_name("square.png")
    given = [str(logo), "--name", "B", "--out", str(target), "--json", *words]
    said = run(commands.MAKE, cards.make, given, lambda: narrow)
    broken = [each for each in json.loads(said.out)["findings"] if each["severity"] == "breach"]

    assert said.code == code
    assert [each["code"] for each in broken] == ["file.text_contrast"]
    assert ("overridden" in broken[0]) is (code == 0 and bool(words))


def test_a_kit_s_reason_is_in_its_proof_and_holds_when_it_is_checked(
    run: Run, logo: Path, narrow: Engine
) -> None:
    folder = logo.with_name("kit")
    words = [str(logo), "--name", "B", "--formats", "ig_square", "--out", str(folder), "--strict"]
    reason = ["--override", "12=The board wants it", "--by", "Anna"]

    assert run(commands.KIT, kits.kit, [*words, *reason], lambda: narrow).code == 0
    proof = json.loads((folder / "proof.json").read_text("utf-8"))
    broken = [each for each in proof["files"][0]["findings"] if each["severity"] == "breach"]
    assert broken[0]["overridden"] == {"reason": "The board wants it", "by": "Anna"}
    assert proof["by"] == "Anna"
    name = proof["files"][0]["name"]
    said = run(commands.CHECK, verify.check, [str(folder / name), "--strict"], lambda: narrow)
    assert (said.code, "The board wants it" in said.err) == (0, True)
    proof["overrides"] = []
    (folder / "proof.json").write_text(json.dumps(proof), "utf-8")
    said = run(commands.CHECK, verify.check, [str(folder / name), "--strict"], lambda: narrow)
    assert said.code == 3


def test_a_permission_is_in_the_kit_s_proof(run: Run, logo: Path, engine: Engine) -> None:
    folder = logo.with_name("kit")
    given = ["--permission", "weareALE: Anna Berg, 2026-05-31"]
    words = [str(logo), "--name", "B", "--formats", "lockup", "--out", str(folder), *given]
    said = run(commands.KIT, kits.kit, words, lambda: engine)
    told = json.loads((folder / "proof.json").read_text("utf-8"))["permissions"]

    assert said.code == 0
    assert told[0]["recorded"]
    assert (told[0]["by"], told[0]["date"]) == ("Anna Berg", "2026-05-31")
