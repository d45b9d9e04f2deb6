"""Turns a logo as read into lines for a person: its facts, then what is wrong with it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from cobrand.cli.console import SEVERITIES, Console
from cobrand.intake import FAR, HAND
from cobrand.messages import number, say
from cobrand.model.finding import Finding, Mending
from cobrand.model.logo import Logo

WIDTH = 100
_NONE = 1.0
STATES = {"done": "mended", "undone": "as sent", "offered": "can be mended"}
FACTS = ("file", "mark", "ground", "colours", "letters", "print")


def show(console: Console, name: str, logo: Logo) -> None:
    """Print everything about a logo."""
    console.show(name)
    rows = [(console.ui(fact), words) for fact, words in _facts(console, logo)]
    found = sorted(logo.findings, key=_order)
    labels = [_label(console, each) for each in found]
    width = max(len(label) for label in (*(fact for fact, _ in rows), *labels))
    for label, words in rows:
        console.show(f"  {label:<{width}}  {words}")
    if found:
        console.show()
    for label, each in zip(labels, found, strict=True):
        for line in _paragraph(console, label, each, width):
            console.show(line)


def _facts(console: Console, logo: Logo) -> Iterator[tuple[str, str]]:
    tr, language, traits = console.ui, console.language, logo.traits

    def px(width: float, height: float) -> str:
        return f"{number(language, width, 1)} × {number(language, height, 1)} px"

    drawn = tr("drawing") if logo.vector else tr("picture")
    yield "file", f"{logo.kind.upper()}, {drawn}, {px(logo.page.width, logo.page.height)}"
    aspect = number(language, logo.ink.size.aspect, 2)
    yield "mark", f"{px(logo.ink.width, logo.ink.height)}, {aspect} : 1"
    ground = traits.ground
    yield "ground", tr("on {colour}", colour=ground.hex) if ground else tr("transparent ground")
    colours = ", ".join(
        tr("{colour} {share:percent}", colour=colour.hex, share=share)
        for colour, share in traits.palette
    )
    yield "colours", f"{colours} ({tr(traits.tone)})"
    if traits.letter < _NONE:
        yield "letters", tr("the smallest are {share:percent} of the height", share=traits.letter)
    if not logo.vector:
        hand, far = logo.widest(HAND), logo.widest(FAR)
        words = tr("sharp up to {mm:.0} mm wide, on posters {far:.0} mm", mm=hand, far=far)
        yield "print", words


def _order(found: Finding) -> tuple[int, int]:
    """Put what is grave first, then what can be mended, then what was."""
    states = ("offered", "undone", "done")
    state = states.index(found.mending.state) if found.mending else len(states)
    return -found.severity, state


def _label(console: Console, found: Finding) -> str:
    return console.ui(STATES[found.mending.state] if found.mending else SEVERITIES[found.severity])


def _paragraph(console: Console, label: str, found: Finding, width: int) -> list[str]:
    words = say(console.language, found)
    if found.mending:
        words += f" [{_option(found.mending)}]"
    lead = " " * (width + 4)
    lines = textwrap.wrap(
        words, WIDTH, initial_indent=lead, subsequent_indent=lead,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    return [f"  {label:<{width}}  {lines[0].lstrip()}", *lines[1:]]


def _option(mending: Mending) -> str:
    """Return what to say to have it the other way."""
    return f"--keep {mending.id}" if mending.state == "done" else f"--fix {mending.id}"
