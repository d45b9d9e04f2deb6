"""Turn a dossier into proof.json: what was made, measured, kept and broken, for machines."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict

from cobrand import __version__
from cobrand.errors import CobrandError
from cobrand.export import discreet
from cobrand.export.dossier import Dossier, verdict
from cobrand.export.figures import unit_of
from cobrand.export.given import Given
from cobrand.export.written import Mark, Measured, Written
from cobrand.messages import say, title
from cobrand.model.campaign import Campaign
from cobrand.model.finding import Finding
from cobrand.model.geometry import Box
from cobrand.rules.catalogue import rule_of
from cobrand.rules.permission import foreign, permission_of

VERSION = 2
_ESCAPED = "backslashreplace"  # bytes of a file name that are no letters stay, as JSON escapes
Json = Mapping[str, object]


def document(dossier: Dossier) -> bytes:
    """Return the proof as JSON, as docs/proof.schema.json describes it.

    What is no letter, as in the name of a file of other bytes, is escaped.
    """
    data = {
        "cobrand_proof": VERSION,
        "program": {"name": "cobrand", "version": __version__},
        "made": dossier.made,
        "by": dossier.by,
        "organisation": dossier.brief.name,
        "language": dossier.brief.language,
        "campaign": _campaign(dossier.campaign),
        "logos": [_given(each, dossier) for each in dossier.given],
        "permissions": _permissions(dossier),
        "overrides": [asdict(each) for each in dossier.overrides],
        "limits": "cobrand defaults, not campaign rules",
        "files": [_file(file, dossier) for file in dossier.files],
        "skipped": [
            {"name": each.name, "missing": list(each.missing)} for each in dossier.left_out
        ],
        "failed": [_failure(name, error, dossier.language) for name, error in dossier.failures],
        "total": _total(dossier),
        "cancelled": dossier.cancelled,
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode(errors=_ESCAPED)


def rules_digest(campaign: Campaign) -> str:
    """Return the SHA-256 of a campaign's numbers: their JSON, keys in order, without spaces."""
    text = json.dumps(asdict(campaign.rules), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _campaign(campaign: Campaign) -> Json:
    return {
        "id": campaign.id,
        "name": campaign.name,
        "hashtag": campaign.hashtag,
        "stand_in": campaign.stand_in,
        "rules_sha256": rules_digest(campaign),
        "rules": asdict(campaign.rules),
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


def _given(given: Given, dossier: Dossier) -> Json:
    return {
        "role": given.role,
        "organisation": given.organisation,
        "variant": given.variant,
        "file": discreet.near(given.file, dossier.folder),
        "kind": given.kind,
        "sha256": given.sha256 or None,
        "artwork_sha256": given.artwork,
    }


def _permissions(dossier: Dossier) -> list[Json]:
    """Say of each mark of somebody else who allowed it, and when (rule 21)."""
    said: list[Json] = []
    for mark in foreign(dossier.brief, dossier.campaign):
        found = permission_of(mark, dossier.brief)
        entry: dict[str, object] = {"mark": mark.name, "recorded": found is not None}
        if found is not None:
            entry |= {"by": found.by, "date": found.date, "note": found.note}
        said.append(entry)
    return said


def _total(dossier: Dossier) -> Json:
    return {
        "files": len(dossier.files),
        "verdicts": dict(dossier.count),
        "bytes": dossier.bytes,
        "seconds_at_1_mbit": round(dossier.sending_seconds, 1),
        "seconds_to_make": round(dossier.seconds, 1),
    }


def _file(file: Written, dossier: Dossier) -> Json:
    brief = discreet.brief(file.brief, dossier.folder)
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
        "brief": json.loads(brief.to_json()),
        "measured": _measured(file.measured),
        "findings": [_finding(finding, dossier) for finding in file.findings],
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
        "x_px": measured.x,
        "line_px": measured.line,
        "line_room_px": measured.line_room,
        "text_contrast": measured.text_contrast,
    }
    found |= {name: round(value, 3) for name, value in numbers.items() if value is not None}
    boxes = {"logo_px": measured.logo, "mark_px": measured.mark}
    found |= {name: _box(box) for name, box in boxes.items() if box is not None}
    if measured.boxes:
        found["page_boxes_mm"] = {name: _box(box) for name, box in measured.boxes}
    if measured.marks:
        found["marks"] = [_mark(mark) for mark in measured.marks]
    words = {
        "title": measured.title,
        "language": measured.language,
        "profile": measured.profile,
        "text_role": measured.text_role,
    }
    return found | {name: word for name, word in words.items() if word}


def _mark(mark: Mark) -> Json:
    numbers = {
        "stretch": mark.stretch,
        "turn": mark.turn,
        "contrast": mark.contrast,
        "prominence": mark.ratio,
        "colours": mark.colours,
        "present": mark.present,
        "sharp": mark.sharp,
        "sure": mark.sure,
        "ppi": mark.ppi,
    }
    known = {name: round(value, 4) for name, value in numbers.items() if value is not None}
    return {"role": mark.role, "variant": mark.variant, "box_px": _box(mark.box), **known}


def _box(box: Box) -> list[float]:
    """Return left, top, right and bottom edge."""
    return [round(edge, 2) for edge in (box.left, box.top, box.right, box.bottom)]


def _finding(finding: Finding, dossier: Dossier) -> Json:
    rule, override = rule_of(finding.code), dossier.override(finding)
    entry: dict[str, object] = {
        "severity": finding.severity.name.lower(),
        "rule": {"number": rule.number, "id": rule.id} if rule else None,
        "code": finding.code,
        "role": finding.role,
        "unit": unit_of(finding),
        "values": dict(finding.values),
        "title": title(dossier.language, finding),
        "sentence": say(dossier.language, finding),
    }
    numbers = {name: finding.named.get(name) for name in ("measured", "limit")}
    entry |= {name: value for name, value in numbers.items() if value is not None}
    if override is not None:
        entry["overridden"] = {"reason": override.reason, "by": override.by}
    return entry


def _failure(name: str, error: CobrandError, language: str) -> Json:
    return {
        "name": name,
        "code": error.code,
        "values": error.values,
        "sentence": say(language, error),
    }
