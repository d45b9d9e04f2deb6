"""Shadows and glows are part of the drawing and not of the mark's measures."""

from __future__ import annotations

import pytest

from cobrand.intake.door import read
from cobrand.model.logo import SvgArt
from tests.intake.files import near

BLUR = '<feGaussianBlur stdDeviation="4"/>'
MERGED = (
    '<feOffset in="SourceAlpha" dy="9"/><feGaussianBlur stdDeviation="4" result="s"/>'
    '<feMerge><feMergeNode in="s"/><feMergeNode in="SourceGraphic"/></feMerge>'
)
BLENDED = (
    '<feFlood flood-opacity="0" result="b"/><feColorMatrix in="SourceAlpha" values="0 0 0 0 0 0 0 '
    '0 0 0 0 0 0 0 0 0 0 0 127 0"/><feOffset dy="9"/><feGaussianBlur stdDeviation="4"/>'
    '<feBlend in2="b" result="e"/><feBlend in="SourceGraphic" in2="e"/>'
)
OUTSIDE = (
    '<feOffset dy="9" in="SourceAlpha"/><feGaussianBlur stdDeviation="4"/>'
    '<feComposite in2="SourceAlpha" operator="out"/>'
)
WIDE = 'x="-50%" y="-50%" width="200%" height="200%"'
MARK = '<rect x="40" y="40" width="100" height="50" fill="#a50" {}/>'


def ink(defined: str, body: str) -> bool:
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 130">{defined}{body}</svg>'
    logo = read(text.encode())
    assert isinstance(logo.art, SvgArt)
    assert ("filter" in logo.art.body) == ("filter" in text)
    return near(logo.ink, 40, 40, 140, 90, by=1)


@pytest.mark.parametrize(
    "primitives",
    ['<feDropShadow dx="9" dy="9" stdDeviation="3" flood-color="#000"/>', MERGED, BLENDED],
)
def test_a_mark_with_its_shadow_is_as_large_as_the_mark(primitives: str) -> None:
    assert ink(f'<filter id="f" {WIDE}>{primitives}</filter>', MARK.format('filter="url(#f)"'))


@pytest.mark.parametrize("primitives", [BLUR, OUTSIDE])
def test_a_shadow_that_is_drawn_by_itself_is_not_counted(primitives: str) -> None:
    shade = '<ellipse cx="90" cy="95" rx="80" ry="12" filter="url(#f)"/>'

    assert ink(f'<filter id="f" {WIDE}>{primitives}</filter>', shade + MARK.format(""))


def test_a_shadow_by_style_is_not_counted() -> None:
    assert ink("", MARK.format('style="filter:drop-shadow(5px 9px 3px rgba(0,0,0,.9))"'))


def test_a_filter_that_casts_nothing_is_counted() -> None:
    filter_ = f'<filter id="f" {WIDE}><feOffset dx="20"/></filter>'

    assert not ink(filter_, MARK.format('filter="url(#f)"'))


def test_a_mark_that_is_nothing_but_soft_is_measured_as_it_is() -> None:
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 130"><filter id="f" {WIDE}>'
        f"{BLUR}</filter>{MARK.format('filter=' + chr(34) + 'url(#f)' + chr(34))}</svg>"
    )

    assert near(read(text.encode()).ink, 36, 36, 144, 94, by=3)
