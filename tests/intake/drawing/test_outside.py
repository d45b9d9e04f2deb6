"""Nothing in a logo names anything outside it, however it is spelt."""

import pytest

from cobrand.intake.door import read
from cobrand.model.logo import SvgArt
from tests.intake.files import of_the_file


@pytest.mark.parametrize(
    "value",
    [
        "URL(http://evil.example/a#m)",
        "url(http://evil.example/a#m",
        r"u\72l(http://evil.example/a)",
        "image-set('http://evil.example/a' 1x)",
        "src('http://evil.example/a')",
        "src(http://evil.example/a)",
        "drop-shadow(1px 1px url(http://evil.example/a))",
        "blur('http://evil.example/a')",
        "url('http://evil.example/a')",
    ],
)
@pytest.mark.parametrize("key", ["mask", "filter", "fill"])
def test_no_address_outside_survives(key, value):
    shape = (
        f'<rect width="9" height="9" fill="red"/><rect x="9" width="9" height="9" {key}="{value}"/>'
    )
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 9">{shape}</svg>'

    art = read(text.encode()).art

    assert not isinstance(art, SvgArt) or "evil" not in art.body


def test_what_is_inside_stays():
    text = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 9"><linearGradient id="a">'
        '<stop stop-color="rgb(1,2,3)"/></linearGradient>'
        '<rect width="9" height="9" fill="url(#a)" transform="translate(2 0)"/></svg>'
    )

    logo = read(text.encode())

    assert isinstance(logo.art, SvgArt)
    assert "url(#" in logo.art.body
    assert "translate(2" in logo.art.body


@pytest.mark.parametrize("name", ["icon/24/filled", "SVGID_1_:", "a//b", "x:y.z", "Page-1 2"])
def test_parts_may_be_called_anything(name):
    text = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 40 9"><linearGradient id="{name}"><stop stop-color="#f00"/>'
        f'</linearGradient><path id="{name}!" d="M0 0h9v9z"/><use x="10" xlink:href="#{name}!"/>'
        f'<path d="M20 0h9v9z" fill="url(&quot;#{name}&quot;)"/></svg>'
    )

    logo = read(text.encode())

    assert isinstance(logo.art, SvgArt)
    assert (logo.ink.left, logo.ink.right) == pytest.approx((0, 29), abs=0.2)
    assert [finding.code for finding in of_the_file(logo.findings)] == []
