"""Turns a logo as read into lines for a person: its facts, then what is wrong with it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from cobrand.cli.console import Console, said
from cobrand.cli.facts import reduced
from cobrand.intake.doctor import FAR, HAND
from cobrand.messages import number
from cobrand.model.finding import Finding
from cobrand.model.logo import Logo, Traits

WIDTH = 100
_NONE = 1.0
FACTS = ("file", "mark", "ground", "colours", "tone", "letters", "print")
TONES = {"light": "light", "dark": "dark", "mixed": "neither light nor dark"}
_OPTION = re.compile(r" (?=[^[]*\]$)")  # a space in the option at the end of a paragraph
_JOINT = "\x00"


def show(console: Console, name: str, logo: Logo) -> None:
    """Print everything about a logo."""
    console.show(name)
    rows = [(console.ui(fact), words) for fact, words in _facts(console, logo)]
    found = sorted(logo.findings, key=_order)
    labels = [console.label(each) for each in found]
    width = max(len(label) for label in (*(fact for fact, _ in rows), *labels))
    for label, words in rows:
        console.show(f"  {label:<{width}}  {words}")
    console.show()
    if not found:
        console.show(f"  {console.ui('Nothing was found that would have to be mended.')}")
    for label, each in zip(labels, found, strict=True):
        for line in _paragraph(console, label, each, width):
            console.show(line)


def _facts(console: Console, logo: Logo) -> Iterator[tuple[str, str]]:
    tr, language, traits = console.ui, console.language, logo.traits
    times = reduced(logo)

    def px(width: float, height: float) -> str:
        return f"{number(language, width * times, 1)} × {number(language, height * times, 1)} px"

    drawn = tr("drawing") if logo.vector else tr("picture")
    yield "file", f"{logo.kind.upper()}, {drawn}, {px(logo.page.width, logo.page.height)}"
    aspect = number(language, logo.ink.size.aspect, 2)
    yield "mark", f"{px(logo.ink.width, logo.ink.height)}, {aspect} : 1"
    yield "ground", _ground(console, traits)
    colours = ", ".join(
        tr("{colour} {share:percent}", colour=colour.hex, share=share)
        for colour, share in traits.palette
    )
    yield "colours", colours
    yield "tone", tr(TONES[traits.tone])
    if traits.letter < _NONE:
        yield "letters", tr("the smallest are {share:percent} of the height", share=traits.letter)
    if not logo.vector:
        hand, far = logo.widest(HAND), logo.widest(FAR)
        words = tr("sharp up to {mm:.0} mm wide, on posters {far:.0} mm", mm=hand, far=far)
        yield "print", words


def _ground(console: Console, traits: Traits) -> str:
    if traits.ground is not None:
        return console.ui("on {colour}", colour=traits.ground.hex)
    uneven = traits.ground_kind == "uneven"
    return console.ui("a picture or a pattern") if uneven else console.ui("none")


def _order(found: Finding) -> tuple[int, int]:
    """Put what is grave first, then what can be mended, then what was."""
    states = ("offered", "undone", "done")
    state = states.index(found.mending.state) if found.mending else len(states)
    return -found.severity, state


def _paragraph(console: Console, label: str, found: Finding, width: int) -> list[str]:
    words = _OPTION.sub(_JOINT, said(console.language, found))
    lead = " " * (width + 4)
    lines = textwrap.wrap(
        words, WIDTH, initial_indent=lead, subsequent_indent=lead,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    lines = [line.replace(_JOINT, " ") for line in lines]
    return [f"  {label:<{width}}  {lines[0].lstrip()}", *lines[1:]]
