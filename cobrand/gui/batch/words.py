"""What the batch window says at its top and at the end of a run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cobrand.batch.make import Batch
from cobrand.batch.row import Roster
from cobrand.gui.batch import troubles
from cobrand.gui.batch.lines import Lines
from cobrand.gui.batch.readas import read_as
from cobrand.gui.batch.workshop import Workshop
from cobrand.gui.speech import Speech


@dataclass(frozen=True, slots=True)
class End:
    """What became of a run: in words of a tone; what mends it, and whether it can go on."""

    words: str
    tone: str
    mend: str
    going_on: bool
    report: bool


def title(tr: Speech, shop: Workshop, page: str) -> tuple[str, str]:
    """Return what a page is about, and the facts below it."""
    if shop.roster is None:
        whole = tr("Make cards for a whole list")
        return whole, tr("One table, a set of files for every organisation in it.")
    name, count = tr.ltr(shop.roster.path.name), len(shop.rows)
    organisations = tr.count("{n} organisation", "{n} organisations", count)
    if page == "list":
        return organisations, f"{name} · {read_as(tr, shop.roster)}"
    if page == "what":
        return tr("What to make"), f"{name} · {organisations}"
    making = tr.count(
        "Making cards for {n} organisation", "Making cards for {n} organisations", count
    )
    head = making if shop.running else tr("Cards for {who}", who=organisations)
    return head, " · ".join((name, *_facts(tr, shop)))


def _facts(tr: Speech, shop: Workshop) -> list[str]:
    folder = tr.ltr("/".join(Path(shop.order.folder).parts[-2:]))
    into = tr("into {folder}", folder=folder)
    if shop.look is None:
        return [into]
    return [
        tr.count("{n} format", "{n} formats", shop.look.formats),
        tr.count("{n} language", "{n} languages", shop.look.languages),
        into,
    ]


def window_title(tr: Speech, roster: Roster | None) -> str:
    """Return what the system calls the window."""
    return tr("Batch: {name}", name=tr.ltr(roster.path.name)) if roster else tr("Batch")


def counts(tr: Speech, lines: Lines, bad: int, *, made: bool) -> tuple[str, str]:
    """Return how many rows are well, and how many (`bad`) need a person."""
    if made:
        good = tr.count("{n} done", "{n} done", lines.many("made", "kept"))
    else:
        ready = len(lines.lines) - bad - lines.many("skipped")
        good = tr.count("{n} ready", "{n} ready", ready)
    return good, tr.count("{n} needs you", "{n} need you", bad) if bad else ""


def end(tr: Speech, lines: Lines, batch: Batch) -> End:
    """Return what became of a run."""
    result, bad = batch.result, len(lines.needing())
    told = [_so_far(tr, lines, cancelled=result.cancelled)]
    if result.stopped is not None:
        told.append(troubles.said(tr, result.stopped))
    if bad:
        told.append(tr.count("{n} row needs you.", "{n} rows need you.", bad))
    if result.broken:
        told.append(tr.count("{n} row breaks a rule.", "{n} rows break a rule.", result.broken))
    going_on = result.cancelled or result.stopped is not None
    mend = tr("Mend and run the rest") if bad else ""
    if lines.many("mended"):
        mend = tr("Run the rest")
    return End(
        " ".join(told),
        "" if bad or going_on else "ok",
        "" if going_on else mend,
        going_on,
        bool(batch.reports),
    )


def _so_far(tr: Speech, lines: Lines, *, cancelled: bool) -> str:
    there, total = lines.there, lines.total
    if cancelled:
        return tr(
            "Stopped. {done} of {total} files are complete and safe.", done=there, total=total
        )
    return tr("{done} of {total} files.", done=there, total=total)
