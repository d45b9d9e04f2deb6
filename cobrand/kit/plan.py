"""Turn the formats' kit entries and one brief into the cards that a kit makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cobrand.export import names
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.format import Format, KitEntry, at_scale
from cobrand.model.template import Template

ENDINGS = {"jpeg": "jpg"}
_PHOTO_KIND = "jpeg"


@dataclass(frozen=True, slots=True)
class KitJob:
    """One card of a kit: the brief for it, the kinds of file, and their common name.

    `missing` are words that nobody gave; a job that misses some is skipped, not made.
    """

    brief: Brief
    format: Format
    template: Template
    kinds: tuple[str, ...]
    stem: str
    missing: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The files' names, one a kind."""
        return tuple(f"{self.stem}{_ending(kind)}" for kind in self.kinds)


def _ending(kind: str) -> str:
    plain, times = at_scale(kind)
    more = f"@{times}x" if times > 1 else ""
    return f"{more}.{ENDINGS.get(plain, plain)}"


def plan(
    library: Library, brief: Brief, *, formats: Sequence[str] | None = None
) -> tuple[KitJob, ...]:
    """Return every card of the kit, in the formats' order; of these formats only, if any."""
    wanted = library.formats() if formats is None else [library.format(id_) for id_ in formats]
    jobs = [
        _job(library.template(entry.template), entry, format_, brief)
        for format_ in wanted
        for entry in format_.kit
    ]
    return tuple(_distinct(jobs))


def _job(template: Template, entry: KitEntry, format_: Format, brief: Brief) -> KitJob:
    card = replace(brief, format=format_.id, template=template.id, ground=entry.ground)
    wanted = dict.fromkeys((*entry.needs, *template.needs))
    missing = tuple(name for name in wanted if not given(brief, name))
    kinds = with_photo(entry.kinds, format_, template) if brief.photo else entry.kinds
    return KitJob(card, format_, template, kinds, _stem(template, format_), missing)


def with_photo(kinds: tuple[str, ...], format_: Format, template: Template) -> tuple[str, ...]:
    """Return what a card with a photograph is written as: JPEG, where it would be a PNG.

    Where the format has a budget, a PNG of a photograph is several times over it.
    """
    arrangement = template.arrangement(format_.aspect_class)
    if arrangement is None or arrangement.photo is None or _PHOTO_KIND not in format_.kinds:
        return kinds
    return tuple(dict.fromkeys(_PHOTO_KIND if kind == "png" else kind for kind in kinds))


def given(brief: Brief, name: str) -> bool:
    """Say whether a brief has these words."""
    if name in {"name", "organisation.name"}:
        return bool(brief.name)
    if name == "message":
        return bool(brief.word(name) or brief.message)
    return bool(brief.word(name))


def _stem(template: Template, format_: Format) -> str:
    """Name a card by its format and template; what there is only one of, by its format."""
    format_name = names.stem(format_.name("en"))
    if template.kind != "card":
        return format_name
    return f"{format_name}-{names.stem(template.name('en'))}"


def _distinct(jobs: Sequence[KitJob]) -> Iterator[KitJob]:
    """Add the ground, then a number, where two cards would have one name."""
    count = Counter(job.stem for job in jobs)
    seen: Counter[str] = Counter()
    for job in jobs:
        stem = f"{job.stem}-{job.brief.ground}" if count[job.stem] > 1 else job.stem
        seen[stem] += 1
        yield replace(job, stem=stem if seen[stem] == 1 else f"{stem}-{seen[stem]}")
