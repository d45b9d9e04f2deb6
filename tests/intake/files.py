"""The hand-made files under tests/data/logos."""

from __future__ import annotations

from pathlib import Path

from cobrand.intake.door import read
from cobrand.model.finding import Finding
from cobrand.model.geometry import Box
from cobrand.model.logo import Logo, SvgArt

MEASURED = {"logo.margins", "logo.print-size", "logo.ground-shaded", "logo.plate"}
FILES = Path(__file__).resolve().parents[1] / "data" / "logos"


def data(name: str) -> bytes:
    return (FILES / name).read_bytes()


def logo(name: str) -> Logo:
    return read(data(name), name=name)


def body(name: str) -> str:
    art = logo(name).art
    assert isinstance(art, SvgArt)
    return art.body


def near(box: Box, left: float, top: float, right: float, bottom: float, by: float) -> bool:
    edges = (box.left, box.top, box.right, box.bottom)
    return all(
        abs(is_ - be) <= by for is_, be in zip(edges, (left, top, right, bottom), strict=True)
    )


def of_the_file(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return what is said of a file itself, without what is measured of every mark."""
    return tuple(each for each in findings if each.code not in MEASURED)


def codes(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in findings}
