"""Reads style sheets and style attributes into selectors and declarations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2

from cobrand.errors import LogoTooLarge
from cobrand.intake.drawing.vocabulary import SVG, XLINK

MOST_RULES = 5_000
MOST_CSS = 2_000_000

_FONT = re.compile(
    r"(?P<before>.*?)(?P<size>[\d.]+(?:px|pt|pc|em|rem|ex|mm|cm|in|q|%)"
    r"|(?:xx-|x-)?small|medium|(?:xxx-|xx-|x-)?large|smaller|larger)"
    r"(?:\s*/\s*\S+)?\s+(?P<family>[^\d\s].*)",
    re.IGNORECASE | re.DOTALL,
)

Declared = tuple[str, str, bool]
"""A property, its value, and whether it is important."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What style sheets say: rules for a matcher, how many were left, which fonts they bring."""

    matcher: cssselect2.Matcher | None
    left: int
    fonts: tuple[str, ...]


def sheet(root: Element) -> Sheet:
    """Read all style sheets of a drawing; raise LogoTooLarge for more than any logo has."""
    texts = [
        "".join(element.itertext())
        for element in root.iter(f"{{{SVG}}}style")
        if element.get("type", "text/css").strip().lower() in {"text/css", ""}
    ]
    if sum(map(len, texts)) > MOST_CSS:
        raise LogoTooLarge("logo.too-complex")
    matcher, left, fonts, count = cssselect2.Matcher(), 0, [], 0
    for rule in (rule for text in texts for rule in _rules(text)):
        if rule.type == "at-rule":  # @import reaches outside, @media asks for a screen
            left += rule.lower_at_keyword in {"import", "media", "supports", "layer", "container"}
            fonts += _family(rule)
            continue
        for selector, declared in _selected(rule):
            matcher.add_selector(selector, declared)
            count += 1
    if count > MOST_RULES:
        raise LogoTooLarge("logo.too-complex")
    return Sheet(matcher if count else None, left, tuple(fonts))


def matched(matcher: cssselect2.Matcher, wrapper: object) -> list[Declared]:
    """Return what the rules say about one element, weakest first."""
    return [declared for *_, rules in matcher.match(wrapper) for declared in rules]


def declared(style: str) -> list[Declared]:
    """Return what a style attribute says."""
    return list(_declarations(style)) if style else []


def _rules(text: str) -> list[tinycss2.ast.Node]:
    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return [rule for rule in rules if rule.type in {"qualified-rule", "at-rule"}]


def _family(rule: tinycss2.ast.AtRule) -> list[str]:
    if rule.lower_at_keyword != "font-face" or rule.content is None:
        return []
    said = [value for name, value, _ in _declarations(rule.content) if name == "font-family"]
    return [family.strip().strip("\"'") for family in said]


def _selected(rule: tinycss2.ast.QualifiedRule) -> Iterator[tuple[object, list[Declared]]]:
    declared = list(_declarations(rule.content))
    try:
        selectors = cssselect2.compile_selector_list(rule.prelude, {"svg": SVG, "xlink": XLINK})
    except cssselect2.SelectorError:
        return
    yield from ((each, declared) for each in selectors if not each.pseudo_element)


def _declarations(content: object) -> Iterator[Declared]:
    for each in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if each.type == "declaration":
            kept = [token for token in each.value if token.type != "comment"]
            value = tinycss2.serialize(kept).strip()
            name = each.name if each.name.startswith("--") else each.lower_name
            for part, said in _parts(name, value):
                yield part, said, each.important


def _parts(name: str, value: str) -> Iterator[tuple[str, str]]:
    """Take the shorthands apart."""
    font = _FONT.fullmatch(value) if name == "font" else None
    if name == "marker":
        yield from ((f"marker-{place}", value) for place in ("start", "mid", "end"))
    elif name == "text-decoration-line":
        yield "text-decoration", value
    elif font:
        yield from (("font-style", "normal"), ("font-weight", "normal"))
        yield from (("font-size", font["size"]), ("font-family", font["family"]))
        yield from _font_words(font["before"].lower().split())
    else:
        yield name, value


def _font_words(words: list[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        if word in {"italic", "oblique"}:
            yield "font-style", word
        elif word in {"bold", "bolder", "lighter"} or word.isdigit():
            yield "font-weight", word
