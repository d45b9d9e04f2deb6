"""Turns a finished page into what its rules are asked about: boxes, and what an eye sees there."""

from __future__ import annotations

from dataclasses import dataclass

from cobrand.model.campaign import Campaign, Rules
from cobrand.model.colour import WHITE, Colour
from cobrand.model.format import Format
from cobrand.model.geometry import Box
from cobrand.model.logo import Logo
from cobrand.model.scene import Fill, Promise, Scene
from cobrand.rules import balance, spacing
from cobrand.rules.eye import Eye


@dataclass(frozen=True, slots=True)
class Marks:
    """The two marks that a scene was made with, and the eye that looks at them."""

    logo: Logo
    mark: Logo
    eye: Eye


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen of the pair.

    `ratio` is the logo's prominence over the mark's; `contrast` is the logo's against what lies
    behind it, `lost` the share of it that melts in; `letter` and `mark_letter` are the heights of
    the smallest letters, `off_baseline` is how far apart the two lines of words stand, in px.
    """

    ratio: float
    contrast: float
    lost: float
    letter: float
    mark_letter: float
    off_baseline: float | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One finished page with what it was made for; `unit` is X, by the mark that stands there."""

    scene: Scene
    campaign: Campaign
    format: Format
    logo: Box
    mark: Box
    lockup: Box
    unit: float
    sight: Sight
    promise: Promise

    @property
    def stacked(self) -> bool:
        """Say whether one mark stands above the other."""
        return self.logo.bottom <= self.mark.top or self.mark.bottom <= self.logo.top


def case_of(scene: Scene, campaign: Campaign, format_: Format, marks: Marks | None) -> Case | None:
    """Return the case of a page, or None for one without a pair.

    With `marks`, what is seen is measured on their drawings; without, the layout is believed.
    """
    logo, mark, lockup = (scene.box(role) for role in ("logo", "mark", "lockup"))
    if scene.promise is None or logo is None or mark is None or lockup is None:
        return None
    rules = campaign.rules
    return Case(
        scene=scene,
        campaign=campaign,
        format=format_,
        logo=logo,
        mark=mark,
        lockup=lockup,
        unit=spacing.unit(mark.height, rules),
        sight=_promised(scene.promise) if marks is None else _seen(scene, logo, mark, marks, rules),
        promise=scene.promise,
    )


def behind(scene: Scene, box: Box) -> Colour:
    """Return the colour that lies behind a box: the table's where it holds the box."""
    colour = scene.ground or WHITE
    for item in scene.items:
        if isinstance(item, Fill) and item.role == "table" and item.box.holds(box, 1):
            colour = item.colour
    return colour


def room(scene: Scene, box: Box) -> Box:
    """Return the table that holds a box, or the page."""
    held = Box.of(scene.size)
    for item in scene.find("table"):
        if item.box.holds(box, 1):
            held = item.box
    return held


def _promised(promise: Promise) -> Sight:
    return Sight(promise.ratio, promise.contrast, promise.lost, promise.letter, promise.mark_letter)


def _seen(scene: Scene, logo: Box, mark: Box, marks: Marks, rules: Rules) -> Sight:
    ours, theirs = (
        marks.eye.presence(each.sample, behind(scene, box), rules.ink_full)
        for each, box in ((marks.logo, logo), (marks.mark, mark))
    )
    against = balance.prominence(theirs, mark.height, rules)
    ratio = balance.prominence(ours, logo.height, rules) / against if against else 1.0
    return Sight(
        ratio,
        ours.contrast,
        ours.lost,
        marks.logo.traits.letter * logo.height,
        marks.mark.traits.letter * mark.height,
        _off_baseline(logo, mark, marks),
    )


def _off_baseline(logo: Box, mark: Box, marks: Marks) -> float | None:
    one, other = marks.logo.traits.baseline, marks.mark.traits.baseline
    if one is None or other is None:
        return None
    return abs(logo.top + one * logo.height - mark.top - other * mark.height)
