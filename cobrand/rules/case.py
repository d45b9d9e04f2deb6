"""Turns a finished page into what its rules are asked about: boxes, and what an eye sees there."""

from __future__ import annotations

from dataclasses import dataclass

from cobrand.model.campaign import Campaign, Rules
from cobrand.model.format import Format
from cobrand.model.geometry import Box
from cobrand.model.logo import Logo
from cobrand.model.scene import Promise, Scene
from cobrand.rules import balance, ground, spacing
from cobrand.rules.backdrop import Backdrop
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
    behind it, where that is worst, `lost` the share of it that melts in, `letter` the height of
    its smallest letter; `mark` is the campaign mark's contrast.
    """

    ratio: float
    contrast: float
    lost: float
    letter: float
    mark: float = 21.0


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
    backdrop: Backdrop

    @property
    def stacked(self) -> bool:
        """Say whether one mark stands above the other."""
        return self.logo.bottom <= self.mark.top or self.mark.bottom <= self.logo.top


def case_of(
    scene: Scene,
    campaign: Campaign,
    format_: Format,
    marks: Marks | None,
    backdrop: Backdrop | None = None,
) -> Case | None:
    """Return the case of a page, or None for one without a pair.

    With `marks`, what is seen is measured on their drawings; without, the layout is believed.
    `backdrop` is what lies behind them.
    """
    behind = backdrop or Backdrop(scene)
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
        sight=_promised(scene.promise)
        if marks is None
        else _seen(behind, logo, mark, marks, rules),
        promise=scene.promise,
        backdrop=behind,
    )


def _promised(promise: Promise) -> Sight:
    return Sight(promise.ratio, promise.contrast, promise.lost, promise.letter)


def _seen(behind: Backdrop, logo: Box, mark: Box, marks: Marks, rules: Rules) -> Sight:
    stands = ((marks.logo, logo), (marks.mark, mark))
    ours, theirs = (
        marks.eye.presence(each.sample, behind.colour(box), rules.ink_full) for each, box in stands
    )
    one, other = (
        seen.contrast if behind.flat(box) else ground.mark(each.sample, behind.under(box))
        for (each, box), seen in zip(stands, (ours, theirs), strict=True)
    )
    against = balance.prominence(theirs, mark.height, rules)
    ratio = balance.prominence(ours, logo.height, rules) / against if against else 1.0
    letter = marks.logo.traits.letter * logo.height
    return Sight(ratio, one, ours.lost, letter, other)
