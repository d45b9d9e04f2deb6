"""A logo whose file has an outrageous name makes a kit like any other."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest
from defusedxml import ElementTree

from cobrand import kit
from cobrand.cli.asked import name_of
from cobrand.engine import Engine
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.typeset.setter import QtTypesetter
from tests.logos import svg

ALL = "a\nb\x1b[31m\x01 🦉🏳️‍🌈 \u202egnp. <b>&\"' %s {0} جسور " + os.fsdecode(b"\xff\xfe")


@pytest.mark.parametrize("stem", [ALL, "é" * 124, "."])
def test_the_kit_is_whole(
    stem: str, library: Library, typesetter: QtTypesetter, tmp_path: Path
) -> None:
    logo = tmp_path / f"{stem}.svg"
    try:
        logo.write_bytes(svg("wide"))
    except OSError:
        pytest.skip("this system has no such names")
    engine = Engine(library, typesetter)
    brief = Brief(logo=str(logo), name=name_of(logo))
    jobs = kit.plan(library, brief, formats=["lockup", "letterhead_a4"])
    report = kit.make(engine, brief, engine.load(logo), tmp_path / "kit", jobs=jobs)

    assert report.complete
    assert report.failures == ()
    ElementTree.parse(tmp_path / "kit" / "lock-up.svg")
    json.loads((tmp_path / "kit" / "proof.json").read_bytes())
    assert "<b>" not in (tmp_path / "kit" / "proof.html").read_text("utf-8")
    with zipfile.ZipFile(tmp_path / "kit" / "letterhead-a4.docx") as letter:
        ElementTree.fromstring(letter.read("word/document.xml"))
