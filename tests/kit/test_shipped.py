"""The shipped sample through the real engine: no rule broken, in both directions."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobrand import kit
from cobrand.engine import Engine
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.finding import Severity
from cobrand.pixels.pdf import page
from cobrand.typeset.setter import QtTypesetter
from tests.export.schema import faults

FORMATS = ["lockup", "ig_square", "web_billboard", "letterhead_a4"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_samples_kit_keeps_every_rule(
    language: str, library: Library, typesetter: QtTypesetter, tmp_path: Path
) -> None:
    sample, engine = library.sample(), Engine(library, typesetter)
    words = dict(sample.words)[language]
    brief = Brief(name=sample.name, language=language, words=words)
    jobs = kit.plan(library, brief, formats=FORMATS)

    report = kit.make(engine, brief, engine.load(sample.logo), tmp_path, jobs=jobs)

    assert report.complete
    assert faults((tmp_path / "proof.json").read_bytes()) == []
    assert len(page.facts((tmp_path / "proof.pdf").read_bytes())) >= len(report.files) + 2
    broken = [found for found in report.findings if found.severity is Severity.BREACH]
    assert broken == []
    for file in report.files:
        assert file.measured.ratio == pytest.approx(1, abs=0.08)
        assert file.measured.clear is not None
        assert file.measured.clear >= 0.99
        assert file.measured.likeness == pytest.approx(1, abs=0.02)
