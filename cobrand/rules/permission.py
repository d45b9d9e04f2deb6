"""Turns what a brief says of permissions into findings: one for each mark of somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cobrand.model.brief import Brief
from cobrand.model.campaign import Campaign
from cobrand.model.finding import Finding, kept, note
from cobrand.model.guest import Partner, Permission


@dataclass(frozen=True, slots=True)
class Foreign:
    """Somebody else's mark on a card; `names` are what it may be called, the first one is shown.

    `role` is empty for partners: where they stand, only the layout knows.
    """

    role: str
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called to a person."""
        return self.names[0]


def foreign(brief: Brief, campaign: Campaign) -> tuple[Foreign, ...]:
    """Return every mark that needs a permission: the campaign's, partners', companions'."""
    partners = (of_partner(each) for each in brief.partners)
    companions = (
        Foreign(each.kind, (_COMPANIONS[each.kind], each.kind, Path(each.logo).name))
        for each in brief.companions
    )
    ours = Foreign("mark", (campaign.hashtag or campaign.name, campaign.name, campaign.id))
    return tuple({each.names: each for each in (ours, *partners, *companions)}.values())


def of_partner(partner: Partner) -> Foreign:
    """Return a partner's mark: called by its name, or as its file is."""
    file = Path(partner.logo)
    return Foreign("", tuple(filter(None, (partner.name, file.stem, file.name))))


def matched(mark: Foreign, name: str) -> bool:
    """Say whether a mark is called so; case, spaces and the hash of a hashtag do not matter."""
    return _plain(name) in {_plain(each) for each in mark.names}


def permission_of(mark: Foreign, brief: Brief) -> Permission | None:
    """Return who allowed this mark, the last word counting."""
    given = (each for each in reversed(brief.permissions) if matched(mark, each.mark))
    return next(given, None)


def permissions(brief: Brief, campaign: Campaign) -> tuple[Finding, ...]:
    """Rule 21: for each mark of somebody else, who allowed its use and when, or that nobody did.

    Kept where it says by whom and when; else a note.
    """
    return tuple(_finding(mark, permission_of(mark, brief)) for mark in foreign(brief, campaign))


def _finding(mark: Foreign, given: Permission | None) -> Finding:
    if given is None or not given.by.strip():
        return note("rule.permission", mark.role, mark=mark.name, by="", date="")
    make, code = (kept, "rule.permission") if given.date else (note, "rule.permission_undated")
    return make(code, mark.role, mark=mark.name, by=given.by, date=given.date)


def _plain(name: str) -> str:
    return " ".join(name.split()).lstrip("#").casefold()


_COMPANIONS = {"eu": "EU", "sdg": "SDG"}
