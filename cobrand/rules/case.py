"""Turns a finished page into what its rules are asked about: boxes, and what an eye sees there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from cobrand.model.campaign import Campaign, Rules, Variant
from cobrand.model.finding import Finding, Value
from cobrand.model.format import Format
from cobrand.model.geometry import Box
from cobrand.model.logo import Logo
from cobrand.model.scene import LogoPromise, Promise, Scene
from cobrand.rules import balance, ground, spacing
from cobrand.rules.backdrop import Backdrop
from cobrand.rules.eye import Eye, Presence

Make = Callable[..., Finding]


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks that a scene was made with, and the eye that looks at them.

    `logo` is the lead's, `others` are the partners' in the order in which they are to stand.
    """

    logo: Logo
    mark: Logo
    eye: Eye
    others: tuple[Logo, ...] = ()


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen of the pair.

    `ratio` is the logo's prominence over the mark's; `contrast` is the logo's against what lies
    behind it, where that is worst, `lost` the share of it that melts in; `letter` and `mark_letter`
    are the heights of the smallest letters, `off_baseline` is how far apart the two lines of words
    stand, in px; `mark` is the campaign mark's contrast.
    """

    ratio: float
    contrast: float
    lost: float
    letter: float
    mark_letter: float
    mark: float = 21.0
    off_baseline: float | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """One organisation's logo on the page: where it stands, what is seen, what was promised.

    `outer` is its box with its plate. The lead has no name here: it is the person's own.
    """

    role: str
    box: Box
    outer: Box
    sight: Sight
    limit: str
    variant: Variant
    light: bool
    name: str = ""

    def found(self, make: Make, code: str, **values: Value) -> Finding:
        """Return a finding about the lead's logo, or about a partner's, with its name."""
        if not self.name:
            return make(code, self.role, **values)
        return make(f"{code}.partner", self.role, **values, name=self.name)


@dataclass(frozen=True, slots=True)
class Case:
    """One finished page with what it was made for; `unit` is X, by the mark that stands there.

    `logo` and `sight` are the lead's, `members` are all organisations from the lead on;
    `drawings` are the logos that are to stand there, in this order, where they are known.
    """

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
    members: tuple[Member, ...] = ()
    drawings: tuple[Logo, ...] = ()

    @property
    def marks(self) -> tuple[Box, ...]:
        """All marks of the lock-up with their plates, the campaign's last."""
        return (*(each.outer for each in self.members), self.mark)

    @property
    def rows(self) -> tuple[tuple[Box, ...], ...]:
        """The marks in rows from above, each from the left: those that share a height."""
        rows: list[list[Box]] = []
        for box in sorted(self.marks, key=lambda each: each.centre.y):
            if rows and any(_beside(box, each) for each in rows[-1]):
                rows[-1].append(box)
            else:
                rows.append([box])
        return tuple(tuple(sorted(row, key=lambda each: each.left)) for row in rows)

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
    rules, promise = campaign.rules, scene.promise
    look = None if marks is None else _Look(behind, mark, marks, rules)
    lead = _member(scene, logo, _lead(promise), look.at(0, logo) if look else None)
    return Case(
        scene=scene,
        campaign=campaign,
        format=format_,
        logo=logo,
        mark=mark,
        lockup=lockup,
        unit=spacing.unit(mark.height, rules),
        sight=lead.sight,
        promise=promise,
        members=(lead, *_partners(scene, promise, look)),
        drawings=() if marks is None else (marks.logo, *marks.others),
        backdrop=behind,
    )


def _partners(scene: Scene, promise: Promise, look: _Look | None) -> Iterator[Member]:
    for place, said in enumerate(promise.partners, 1):
        box = scene.box(said.role)
        if box is not None:
            yield _member(scene, box, said, look.at(place, box) if look else None)


def _lead(promise: Promise) -> LogoPromise:
    return LogoPromise(
        "logo", "", promise.ratio, promise.limit, promise.backing, promise.contrast, promise.lost,
        promise.letter, promise.logo_variant, promise.light,
    )  # fmt: skip


def _member(scene: Scene, box: Box, said: LogoPromise, seen: Sight | None) -> Member:
    mark_letter = scene.promise.mark_letter if scene.promise else 0.0
    sight = seen or Sight(said.ratio, said.contrast, said.lost, said.letter, mark_letter)
    plates = (item.box for item in scene.find("plate") if item.box.holds(box, 1))
    within = scene.box("lockup")
    outer = next((plate for plate in plates if within and within.holds(plate, 1)), box)
    name = said.name or said.role
    name = "" if said.role == "logo" else name
    return Member(said.role, box, outer, sight, said.limit, said.variant, said.light, name)


@dataclass(frozen=True, slots=True)
class _Look:
    """Who looks at the logos of a page, beside its campaign mark."""

    behind: Backdrop
    mark: Box
    marks: Marks
    rules: Rules

    def at(self, place: int, box: Box) -> Sight:
        """Return what is seen of the logo that is to stand at this place."""
        logo, mark = (self.marks.logo, *self.marks.others)[place], self.marks.mark
        ours, theirs = self._presence(logo, box), self._presence(mark, self.mark)
        against = balance.prominence(theirs, self.mark.height, self.rules)
        ratio = balance.prominence(ours, box.height, self.rules) / against if against else 1.0
        return Sight(
            ratio,
            ours.contrast,
            ours.lost,
            logo.traits.letter * box.height,
            mark.traits.letter * self.mark.height,
            theirs.contrast,
            _off_baseline((logo, box), (mark, self.mark)),
        )

    def _presence(self, logo: Logo, box: Box) -> Presence:
        """Return what is seen over the colour behind a box; over many, the worst contrast."""
        colour = self.behind.colour(box)
        seen = self.marks.eye.presence(logo.sample, colour, self.rules.ink_full)
        if self.behind.flat(box) is not None:
            return seen
        return replace(seen, contrast=ground.mark(logo.sample, self.behind.under(box)))


def _off_baseline(*marks: tuple[Logo, Box]) -> float | None:
    lines = [
        None if logo.traits.baseline is None else box.top + logo.traits.baseline * box.height
        for logo, box in marks
    ]
    return None if None in lines else abs(lines[0] - lines[1])  # type: ignore[operator]


def _beside(one: Box, other: Box) -> bool:
    """Say whether one box's middle lies at the height of the other's box."""
    return one.top < other.centre.y < one.bottom or other.top < one.centre.y < other.bottom


def room(scene: Scene, box: Box) -> Box:
    """Return the table that holds a box, or the page."""
    held = Box.of(scene.size)
    for item in scene.find("table"):
        if item.box.holds(box, 1):
            held = item.box
    return held
