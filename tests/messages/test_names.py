"""No name from the code reaches a person: whatever a sentence puts into words has words."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from cobrand import kit
from cobrand.engine import Engine
from cobrand.errors import CobrandError
from cobrand.library import Library
from cobrand.messages.formatter import Formatter
from cobrand.messages.tables import SENTENCES
from cobrand.messages.tables.names import LIMITS, NAMES, ROLES, WORDS
from cobrand.model.brief import Brief
from cobrand.model.finding import Finding
from cobrand.typeset.setter import QtTypesetter
from tests.messages.codes import PACKAGE

KNOWN = {*NAMES, *WORDS, ""}
AWKWARD = {
    "wide": 'viewBox="0 0 1200 60"><rect width="1200" height="60" fill="#0A3C78"/>',
    "tall": 'viewBox="0 0 60 900"><rect width="60" height="900" fill="#0A3C78"/>',
    "white": 'viewBox="0 0 90 90"><circle cx="45" cy="45" r="45" fill="#fff"/>',
    "hair": 'viewBox="0 0 900 900"><circle cx="450" cy="450" r="445" fill="none" stroke="#ccc"/>',
}


def asked_in_words(thing: Finding | CobrandError) -> Iterator[str]:
    """Yield the values that the sentence about a thing wants to be put into words."""
    values = {"role": thing.role, **thing.named} if isinstance(thing, Finding) else thing.values
    for text in SENTENCES[thing.code]:
        for _, name, form, _ in string.Formatter().parse(text):
            if form in ("words", "Words"):
                yield str(values.get(str(name), ""))


def literals(keyword: str) -> set[str]:
    """Return every text that the source gives under this keyword."""
    return {
        node.value.value
        for file in (PACKAGE / "layout").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.keyword)
        and node.arg == keyword
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }


def test_whatever_binds_the_prominence_has_words() -> None:
    assert literals("limit") - {""} <= set(LIMITS)
    assert "least" in literals("limit")


def test_every_part_and_word_of_the_shipped_templates_has_words(library: Library) -> None:
    roles = {
        slot.role
        for template in library.templates()
        for _, arrangement in template.arrangements
        for slot in arrangement.slots
    }
    needs = {name for template in library.templates() for name in template.needs}
    needs |= {n for format_ in library.formats() for entry in format_.kit for n in entry.needs}

    assert roles - set(ROLES) == set()
    assert needs - set(ROLES) == set()


def test_every_ground_of_the_shipped_campaign_has_words(library: Library) -> None:
    assert {ground.id for ground in library.campaigns()[0].grounds} <= KNOWN


def test_what_has_no_words_would_be_seen() -> None:
    formatter = Formatter("en", lambda name: NAMES.get(name, name))

    assert formatter.fill("{a:words}", {"a": "least"}) == LIMITS["least"]
    assert formatter.fill("{a:words}", {"a": "never-named"}) == "never-named"


@pytest.mark.parametrize("shape", AWKWARD)
def test_findings_about_awkward_logos_are_in_words(
    shape: str, library: Library, typesetter: QtTypesetter, tmp_path: Path
) -> None:
    file = tmp_path / "logo.svg"
    file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {AWKWARD[shape]}</svg>', "utf-8")
    engine = Engine(library, typesetter)
    logo, brief = engine.load(file), Brief(name="Bridges " * 12, language="es", message="unites")
    jobs = [job for job in kit.plan(library, brief) if not job.missing]
    found = {one for job in jobs for one in engine.compose(job.brief, logo).findings}

    assert found
    assert {value for one in found for value in asked_in_words(one)} - KNOWN == set()
