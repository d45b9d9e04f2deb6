"""What a card costs: estimates to start from, or what this computer needed for one of each."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace

from cobrand.engine import Engine
from cobrand.kit.plan import KitJob
from cobrand.model.brief import Brief
from cobrand.model.format import Format

Key = tuple[str, str, str]
"""Ids of template and format, and the kind of file."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of one processor, and bytes."""

    seconds: float = 0.0
    bytes: float = 0.0

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.seconds + other.seconds, self.bytes + other.bytes)


LOGO = Cost(0.05)
"""Reading one logo, once an organisation."""
PROOF = Cost(0.005, 55_000)
"""What is proved of one file, on the row's page and in JSON."""
_PICTURE, _PICTURE_MEGAPIXEL = Cost(0.06, 45_000), Cost(0.05, 20_000)
_KINDS = {"svg": Cost(0.01, 25_000), "pdf": Cost(0.09, 88_000), "docx": Cost(0.16, 93_000)}
"""Estimates: the sample's kit, measured once on one core of a usual server while it was busy."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Costs by card and kind; what is not among them is estimated."""

    known: tuple[tuple[Key, Cost], ...] = ()
    logo: Cost = LOGO

    @property
    def measured(self) -> bool:
        """Say whether they come from this computer."""
        return bool(self.known)

    def of(self, job: KitJob) -> Cost:
        """Return what one card costs in all its kinds."""
        known, total = dict(self.known), Cost()
        for kind in job.kinds:
            total += known.get(_key(job, kind)) or _estimate(job.format, kind)
        return total


def measured(engine: Engine, brief: Brief, jobs: Iterable[KitJob]) -> Rates:
    """Make one card of each job for this brief, keep none of it, and return what it took.

    The first card warms the program up and is made twice. LogoError as `Engine.logo` raises it.
    """
    logo, known = engine.logo(brief), {}
    for place, job in enumerate(jobs):
        if job.missing:
            continue
        card = replace(
            brief, format=job.brief.format, template=job.brief.template, ground=job.brief.ground
        )
        for kind in job.kinds:
            for _ in range(1 if place else 2):
                start = time.process_time()
                weight = engine.weigh(engine.compose(card, logo), kind)
                known[_key(job, kind)] = Cost(time.process_time() - start, weight)
    return Rates(tuple(known.items()))


def _key(job: KitJob, kind: str) -> Key:
    return job.template.id, job.format.id, kind


def _estimate(format_: Format, kind: str) -> Cost:
    if kind in _KINDS:
        return _KINDS[kind]
    megapixels = format_.size.width * format_.size.height / 1e6
    more = _PICTURE_MEGAPIXEL
    return _PICTURE + Cost(more.seconds * megapixels, more.bytes * megapixels)
