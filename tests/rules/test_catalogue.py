"""Every rule stands beside its functions, findings, tests and sentence; gaps are named."""

from __future__ import annotations

import ast
import importlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from cobrand.export.measure import rulings
from cobrand.messages.tables import SENTENCES
from cobrand.model.campaign import Rules
from cobrand.rules import review
from cobrand.rules.catalogue import FURTHER, RULES, Rule, rule_of
from tests.messages.codes import mentioned

ROOT = Path(__file__).parents[2]
JUDGE = importlib.import_module("cobrand.export.measure.judge")  # its name is a function's too
DOCS = (ROOT / "docs" / "rules.md").read_text("utf-8")
NUMBERS = tomllib.loads((ROOT / "resources/campaigns/weareale/campaign.toml").read_text("utf-8"))
SOURCE = "".join(
    file.read_text("utf-8")
    for room in ("rules", "export/measure", "layout")
    for file in sorted((ROOT / "cobrand").glob(f"{room}/**/*.py"))
    if file.name != "catalogue.py"
)
NOT_OURS = {  # functions that judge a file beside the rules
    "cobrand.export.measure.judge.size",
    "cobrand.export.measure.judge.pages",
    "cobrand.export.measure.judge.words",
    "cobrand.export.measure.judge.profile",
}


def ids(rule: Rule) -> str:
    return f"{rule.number}-{rule.id}"


@cache
def documented(number: int) -> Mapping[str, str]:
    """Return the table of a rule in the docs: what stands in its rows, by their heads."""
    return dict(re.findall(r"^\| ([A-Z][a-z ]+) \| (.*) \|$", part(number), re.MULTILINE))


def part(number: int) -> str:
    found = re.search(rf"^## {number} · .*?(?=^## |\Z)", DOCS, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[0]


def sentences(number: int) -> list[tuple[str, str]]:
    return re.findall(r"^- `([^`]+)` (.*)$", part(number), re.MULTILINE)


def named(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_the_rules_are_numbered_from_1_to_21() -> None:
    assert [rule.number for rule in RULES] == list(range(1, 22))
    assert len({rule.id for rule in RULES}) == 21


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_a_rule_is_judged_tested_and_told(rule: Rule) -> None:
    assert rule.codes
    assert rule.review or rule.measure
    assert named(documented(rule.number)["Tests"])


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_the_functions_of_a_rule_are_there(rule: Rule) -> None:
    for path in (*rule.layout, *rule.review, *rule.measure):
        room, _, name = path.rpartition(".")

        assert callable(getattr(importlib.import_module(room), name))


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_the_docs_say_the_same_of_a_rule(rule: Rule) -> None:
    told = documented(rule.number)
    parts = {"Laid out by": rule.layout, "Reviewed by": rule.review, "Measured by": rule.measure}

    for head, paths in parts.items():
        assert [f"cobrand.{each}" for each in named(told[head])] == list(paths)
    assert f"## {rule.number} · {rule.id}\n" in DOCS
    assert named(told["Findings"]) == list(rule.codes)
    expected = [f"{name} = {NUMBERS['rules'][name]}" for name in rule.limits]
    assert named(told["Default"]) == expected
    assert sentences(rule.number) == [(code, SENTENCES[code].text) for code in rule.codes]


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_the_tests_of_a_rule_are_there(rule: Rule) -> None:
    for test in named(documented(rule.number)["Tests"]):
        path, _, name = test.partition("::")

        assert name in functions(ROOT / path)


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_every_finding_of_a_rule_has_a_sentence_and_a_place(rule: Rule) -> None:
    found = {code for code in rule.codes if f'"{code}"' in SOURCE}

    assert found == set(rule.codes) & set(SENTENCES) == set(rule.codes)


def test_every_check_belongs_to_a_rule() -> None:
    measured = (*JUDGE.CHECKS, *rulings.MARK_CHECKS)
    checks = {f"{each.__module__}.{each.__name__}" for each in (*review.CHECKS, *measured)}
    known = {path for rule in RULES for path in (*rule.review, *rule.measure)}

    assert checks - known == NOT_OURS


def test_every_code_of_a_rule_is_in_the_catalogue() -> None:
    codes = {code for code in mentioned() if code.startswith(("rule.", "file."))} & set(SENTENCES)

    assert {code for code in codes if rule_of(code) is None} == set(FURTHER)


def test_every_number_of_a_campaign_belongs_to_a_rule() -> None:
    used = {name for rule in RULES for name in rule.limits}

    assert {field.name for field in fields(Rules)} - used == set()
