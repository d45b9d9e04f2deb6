"""Turns a plan into what a person is told before anything is made."""

from __future__ import annotations

from cobrand.batch import preflight
from cobrand.batch.plan import Plan
from cobrand.batch.preflight import Preflight
from cobrand.cli.console import Console, described, described_error, said
from cobrand.cli.outcome import DONE, STOPPED
from cobrand.messages import number, size
from cobrand.model.finding import Severity
from cobrand.typeset.late import LateTypesetter

_SHOWN = 20  # names of a plan that a person is shown; JSON has all


def show(console: Console, plan: Plan) -> int:
    """Say what would be made; the exit code is what the run itself would end with at best."""
    looked = _looked_at(plan)
    plan = Plan(plan.library, looked.roster, plan.wish)
    rows = len(plan.roster.rows)
    if console.json:
        console.document(_planned(console.language, plan, looked))
    names = [name for planned in plan for name in planned.names]
    for name in names[:_SHOWN]:
        console.show(name)
    if len(names) > _SHOWN:
        console.show(f"… +{len(names) - _SHOWN}")
    for planned in plan:
        row = planned.row
        if planned.problem:
            console.tell(f"{row.number} {row.stem}: {said(console.language, planned.problem)}")
        if any(each.severity > Severity.NOTE for each in row.findings):
            console.tell(f"{row.number} {row.stem}:")
            console.tell_findings(row.findings)
    left_out = sum(len(planned.left_out) for planned in plan)
    if left_out:
        console.tell(
            console.plural(
                "1 card would be left out: words are missing for it.",
                "{n} cards would be left out: words are missing for them.",
                left_out,
            )
        )
    told = console.plural("1 row", "{n} rows", rows)
    files = console.plural("1 file would be made.", "{n} files would be made.", plan.files)
    console.tell(f"{told}: {files}")
    if looked.broken:
        console.tell(
            console.plural("1 row cannot be made.", "{n} rows cannot be made.", looked.broken)
        )
    console.tell(_estimate(console, looked))
    return STOPPED if looked.broken else DONE


def _estimate(console: Console, looked: Preflight) -> str:
    """Say about how long it takes and how large it gets; rates of a usual computer."""
    return console.ui(
        "About {minutes} min of one processor, and {size} on the disk, on a usual computer.",
        minutes=number(console.language, max(1, round(looked.seconds / 60))),
        size=size(console.language, looked.bytes),
    )


def _planned(language: str, plan: Plan, looked: Preflight) -> dict[str, object]:
    return {
        "rows": [
            {
                "row": planned.row.number,
                "stem": planned.row.stem,
                "name": planned.row.brief.name,
                "files": list(planned.names),
                "left_out": [
                    {"name": each.name, "missing": list(each.missing)} for each in planned.left_out
                ],
                "error": described_error(language, planned.problem) if planned.problem else None,
                "findings": [described(language, each) for each in planned.row.findings],
            }
            for planned in plan
        ],
        "files": plan.files,
        "cannot": looked.broken,
        "estimate": {"seconds": round(looked.seconds, 1), "bytes": looked.bytes},
        "findings": [described(language, each) for each in plan.roster.findings],
    }


def _looked_at(plan: Plan) -> Preflight:
    """Say what would go wrong with a plan, without drawing anything."""
    languages = plan.wish.languages
    return preflight.check(
        plan.roster, plan.library, LateTypesetter(), languages=languages, cards_of=plan.cards_of
    )
