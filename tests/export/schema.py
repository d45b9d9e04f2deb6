"""Holds a proof against the schema that is published with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "proof.schema.json").read_text("utf-8"))


def faults(document: bytes) -> list[str]:
    """Return what the schema does not allow, with the place where it is."""
    found = Draft202012Validator(SCHEMA).iter_errors(json.loads(document))
    return [f"{'/'.join(str(each) for each in error.path)}: {error.message}" for error in found]


def proof_in(folder: Path) -> dict[str, Any]:
    """Return the proof in a folder as plain values."""
    return dict(json.loads((folder / "proof.json").read_bytes()))
