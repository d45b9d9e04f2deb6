"""Turn written files into proof.json: what was made, measured, kept and broken, for machines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from cobrand import __version__
from cobrand.errors import CobrandError
from cobrand.export.written import Measured, Written
from cobrand.messages import say, title
from cobrand.model.brief import Brief
from cobrand.model.campaign import Campaign
from cobrand.model.finding import Finding, Severity
from cobrand.model.geometry import Box

VERSION = 1
Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A card that was not made, because nobody gave these words for it."""

    name: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything a proof says; `made` is the moment in ISO 8601, `language` the reader's.

    `made` is empty where the same inputs have to give the same proof, whenever it is made.
    `reason` is a person's own, for a kit that was made although it breaks a rule.
    """

    brief: Brief
    campaign: Campaign
    logo_digest: str
    files: tuple[Written, ...]
    left_out: tuple[LeftOut, ...]
    failed: tuple[tuple[str, CobrandError], ...]
    made: str
    seconds: float
    cancelled: bool
    language: str
    reason: str = ""

    @property
    def bytes(self) -> int:
        """The bytes of all files together."""
        return sum(file.bytes for file in self.files)

    @property
    def sending_seconds(self) -> float:
        """How long it takes to send them at 1 Mbit/s."""
        return self.bytes * 8 / 1_000_000


def document(dossier: Dossier) -> bytes:
    """Return the proof as JSON; its schema is in docs/proof.md."""
    data = {
        "cobrand_proof": VERSION,
        "program": {"name": "cobrand", "version": __version__},
        "made": dossier.made,
        "organisation": dossier.brief.name,
        "language": dossier.brief.language,
        "campaign": _campaign(dossier.campaign),
        "logo": {"digest": dossier.logo_digest},
        "limits": "cobrand defaults, not campaign rules",
        "files": [_file(file, dossier.language) for file in dossier.files],
        "skipped": [
            {"name": each.name, "missing": list(each.missing)} for each in dossier.left_out
        ],
        "failed": [_failure(name, error, dossier.language) for name, error in dossier.failed],
        "total": {
            "files": len(dossier.files),
            "bytes": dossier.bytes,
            "seconds_at_1_mbit": round(dossier.sending_seconds, 1),
            "seconds_to_make": round(dossier.seconds, 1),
        },
        "cancelled": dossier.cancelled,
        "reason": dossier.reason,
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def verdict(file: Written) -> str:
    """Say in one word how bad the worst of a file's findings is."""
    return "kept" if file.worst <= Severity.NOTE else file.worst.name.lower()


def _campaign(campaign: Campaign) -> Json:
    return {
        "id": campaign.id,
        "name": campaign.name,
        "hashtag": campaign.hashtag,
        "stand_in": campaign.stand_in,
        "marks": [
            {
                "variant": mark.variant,
                "name": mark.name,
                "sha256": mark.sha256,
                "official": mark.official,
            }
            for mark in campaign.marks
        ],
    }


def _file(file: Written, language: str) -> Json:
    return {
        "name": file.path.name,
        "kind": file.kind,
        "bytes": file.bytes,
        "sha256": file.sha256,
        "format": file.brief.format,
        "template": file.brief.template,
        "ground": file.brief.ground,
        "language": file.brief.language,
        "verdict": verdict(file),
        "measured": _measured(file.measured),
        "findings": [_finding(finding, language) for finding in file.findings],
    }


def _measured(measured: Measured) -> Json:
    found: dict[str, object] = {
        "width": round(measured.size.width, 2),
        "height": round(measured.size.height, 2),
        "unit": measured.unit,
        "pages": measured.pages,
    }
    numbers = {
        "clear_space_x": measured.clear,
        "gap_x": measured.gap,
        "edge_px": measured.edge,
        "prominence": measured.ratio,
        "logo_contrast": measured.logo_contrast,
        "mark_contrast": measured.mark_contrast,
        "likeness": measured.likeness,
    }
    found |= {name: round(value, 3) for name, value in numbers.items() if value is not None}
    boxes = {"logo_px": measured.logo, "mark_px": measured.mark}
    found |= {name: _box(box) for name, box in boxes.items() if box is not None}
    if measured.boxes:
        found["page_boxes_mm"] = {name: _box(box) for name, box in measured.boxes}
    words = {"title": measured.title, "language": measured.language}
    return found | {name: word for name, word in words.items() if word}


def _box(box: Box) -> list[float]:
    """Return left, top, right and bottom edge."""
    return [round(edge, 2) for edge in (box.left, box.top, box.right, box.bottom)]


def _finding(finding: Finding, language: str) -> Json:
    return {
        "severity": finding.severity.name.lower(),
        "code": finding.code,
        "role": finding.role,
        "values": dict(finding.values),
        "title": title(language, finding),
        "sentence": say(language, finding),
    }


def _failure(name: str, error: CobrandError, language: str) -> Json:
    return {
        "name": name,
        "code": error.code,
        "values": error.values,
        "sentence": say(language, error),
    }
