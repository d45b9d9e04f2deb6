"""Turn a logo and its faults into one HTML page to send back to whoever made it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape

from cobrand import __version__
from cobrand.errors import CobrandError
from cobrand.export import mark
from cobrand.export.style import REQUEST, STYLE, plain
from cobrand.intake.doctor import HAND
from cobrand.messages import direction, number, say, told, ui
from cobrand.model.bitmap import Bitmap
from cobrand.model.finding import Finding
from cobrand.model.geometry import Box
from cobrand.model.logo import Logo
from cobrand.pixels import encode

WANTED_MM = 200
"""How wide a logo is in the largest print that is made at hand: a cover across its page."""
_ROOM = (560, 300)


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came: the file's name, the logo as mended and as sent, or why it cannot be read."""

    name: str
    logo: Logo | None = None
    sent: Logo | None = None
    problem: CobrandError | None = None


def page(arrived: Arrived, language: str) -> bytes:
    """Return the page in a language: it needs nothing else, and its pictures are PNG data."""
    heading = ui(language, "About your logo")
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}" dir="{direction(language)}">',
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{plain(heading)}: {escape(arrived.name)}</title>",
        f"<style>{STYLE}{REQUEST}</style></head><body><main>",
        f'<header><p class="kicker">{plain(heading)}</p>',
        f'<h1><bdi dir="ltr">{escape(arrived.name)}</bdi></h1>',
        f'<p class="lead">{plain(_greeting(language))}</p></header>',
        *_views(arrived, language),
        *_section(ui(language, "What we noticed"), list(_noticed(arrived, language))),
        *_section(
            ui(language, "Please send us"), list(wishes(arrived.logo, language)), kind="wishes"
        ),
        f"<footer><p>{plain(_thanks(language))}</p><p><bdi>cobrand {__version__}</bdi></p>"
        "</footer></main></body></html>",
    ]
    return ("\n".join(parts) + "\n").encode()


def wishes(logo: Logo | None, language: str) -> Iterator[str]:
    """Yield what to ask for, the most useful first."""
    codes = {finding.code for finding in logo.findings} if logo else set()
    if logo is None or not logo.vector or codes & _REDRAWN:
        yield ui(
            language, "The logo as outlines: SVG, or PDF or EPS from the program it was drawn in."
        )
        px = number(language, round(_least_side(logo)), 0)
        yield ui(
            language,
            "If there are no outlines: a PNG with a transparent ground, at least {px} pixels on "
            "its longer side. That is sharp up to {mm} mm in print.",
            px=px, mm=WANTED_MM,
        )  # fmt: skip
    for asked, words in _ASKED:
        if codes & asked:
            yield ui(language, words)
    there = {variant for variant, _ in logo.variants} if logo else set()
    if logo is None or (logo.traits.tone != "light" and "reversed" not in there):
        yield ui(language, "A version for dark grounds, in white or in light colours.")
    if logo is None or (len(logo.traits.palette) > 1 and "mono" not in there):
        yield ui(language, "A version in one colour, black or dark, for stamps and forms.")


def marked(words: str) -> str:
    """Return words that are translated where they are shown."""
    return words


_VIEWS = (
    (marked("As it came"), "sent"),
    (marked("On white"), "white"),
    (marked("On dark"), "dark"),
    (marked("Its own shape"), "chequer"),
)
_REDRAWN = {"logo.picture-inside", "logo.normalised-differs", "logo.slow-drawing"}
_ASKED = (
    ({"logo.text"}, marked("The same file with all letters as outlines (converted to paths).")),
    ({"logo.plate", "logo.ground-stays", "logo.ground-shaded", "logo.inside"},
     marked("A version without any ground, and a word on whether the ground belongs to the logo.")),
    ({"logo.faint-on-white", "logo.faint"},
     marked("A version in stronger or darker colours, for white paper.")),
    ({"logo.hairlines"}, marked("A version with stronger lines, for small sizes.")),
    ({"logo.see-through"}, marked("A version in solid colours, without transparency.")),
    (
        {"logo.cmyk", "logo.cmyk-page"},
        marked("Its colours for screens, as RGB or as codes such as #0B5158."),
    ),
)  # fmt: skip


def _least_side(logo: Logo | None) -> float:
    """Return the px on the longer side of a mark that is sharp as wide as it may be wanted."""
    wide = WANTED_MM / 25.4 * HAND
    return wide / min(1.0, logo.ink.size.aspect) if logo else wide


def _noticed(arrived: Arrived, language: str) -> Iterator[str]:
    if arrived.problem is not None:
        yield told(language, arrived.problem) or say(language, arrived.problem)
    findings: tuple[Finding, ...] = arrived.logo.findings if arrived.logo else ()
    for finding in sorted(findings, key=lambda each: -each.severity):
        if words := told(language, finding):
            yield words


def _views(arrived: Arrived, language: str) -> Iterator[str]:
    """Show what came, and the mark alone on the grounds that it will meet."""
    if arrived.logo is None:
        return
    sent = arrived.sent or arrived.logo
    whole = replace(sent, ink=Box.of(sent.page))
    yield '<section class="views">'
    for words, ground in _VIEWS:
        shown = whole if ground == "sent" else arrived.logo
        data = base64.b64encode(encode.encode(_fitted(shown), "png", few=True)).decode()
        name = ui(language, words)
        yield (
            f'<figure class="{ground}"><img alt="{escape(name)}" '
            f'src="data:image/png;base64,{data}">'
            f"<figcaption>{plain(name)}</figcaption></figure>"
        )
    yield "</section>"
    yield f'<p class="meta">{_meta(arrived.logo, language)}</p>'


def _fitted(logo: Logo) -> Bitmap:
    width = min(_ROOM[0], _ROOM[1] * logo.ink.width / logo.ink.height)
    return mark.picture(logo, max(1, round(width)))


def _meta(logo: Logo, language: str) -> str:
    size = " × ".join(number(language, side, 0) for side in (logo.page.width, logo.page.height))
    kind = ui(language, "drawing") if logo.vector else ui(language, "picture")
    colours = " ".join(colour.hex for colour, _ in logo.traits.palette)
    parts = [
        f"{logo.kind.upper()}, {plain(kind)}",
        f"<bdi>{size} px</bdi>",
        f"<bdi>{colours}</bdi>",
    ]
    return " · ".join(parts)


def _section(heading: str, lines: list[str], kind: str = "noticed") -> Iterator[str]:
    if lines:
        items = "".join(f'<li><span dir="auto">{plain(line)}</span></li>' for line in lines)
        yield f'<section class="general {kind}"><h2>{plain(heading)}</h2>'
        yield f"<ul>{items}</ul></section>"


def _greeting(language: str) -> str:
    return ui(
        language,
        "This file reached us as your logo. Here is what we see in it, and what would help.",
    )


def _thanks(language: str) -> str:
    return ui(language, "Thank you. With these files the logo looks its best wherever it appears.")
