"""The page that goes back to whoever made the logo: what came, what is wrong, what to send."""

from __future__ import annotations

import io
import re
from functools import cache
from html.parser import HTMLParser

import numpy as np
import pytest
from PIL import Image

from cobrand.errors import LogoUnreadable
from cobrand.export import request
from cobrand.export.request import Arrived
from cobrand.intake import door
from cobrand.model.care import AS_SENT
from tests.logos import drawn

NAME = 'a"<script>alert(1)</script>.jpg'


def small() -> bytes:
    page = np.full((200, 400, 3), 255, np.uint8)
    page[50:150, 100:300] = (10, 60, 120)
    page[50:150, 100:180] = (200, 30, 40)
    out = io.BytesIO()
    Image.fromarray(page).save(out, "JPEG", quality=40)
    return out.getvalue()


@cache
def arrived() -> Arrived:
    return Arrived(NAME, door.read(small()), door.read(small(), care=AS_SENT))


def made(language: str = "en") -> str:
    return request.page(arrived(), language).decode()


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_numbers_and_wishes_are_there() -> None:
    text = made()

    assert re.search(r"20[01] × 10[01] pixels, sharp up to 17 mm", text)
    assert "at least 2362 pixels" in text
    assert "A version for dark grounds" in text
    assert "A version in one colour" in text


@pytest.mark.parametrize(
    ("language", "direction"), [("en", "ltr"), ("es", "ltr"), ("fr", "ltr"), ("ar", "rtl")]
)
def test_it_speaks_the_person_s_language(language: str, direction: str) -> None:
    text = made(language)

    assert f'<html lang="{language}" dir="{direction}">' in text
    assert ("Please send us" in text) == (language == "en")


def test_it_needs_nothing_else_and_runs_nothing() -> None:
    text = made()
    tags = Tags(text).seen
    sources = [attributes["src"] or "" for tag, attributes in tags if tag == "img"]

    assert len(sources) == 4
    assert all(source.startswith("data:image/png;base64,") for source in sources)
    assert not {"script", "link", "iframe", "object", "svg"} & {tag for tag, _ in tags}
    assert not re.search(r"https?:|url\(|@import", text)
    assert "a&quot;&lt;script&gt;" in text or 'a"&lt;script&gt;' in text


def test_a_drawing_is_not_asked_for_again() -> None:
    text = request.page(Arrived("a.svg", drawn("blue"), drawn("blue")), "en").decode()

    assert "as outlines" not in text
    assert "A version for dark grounds" in text


def test_a_file_that_cannot_be_read_is_asked_for_again() -> None:
    problem = LogoUnreadable("logo.truncated", kind="png")
    text = request.page(Arrived("a.png", problem=problem), "en").decode()

    assert "stops halfway" in text
    assert "SVG, or PDF or EPS" in text
    assert "<img" not in text
