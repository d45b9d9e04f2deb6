"""What a contact sheet shows of a row."""

from __future__ import annotations

from dataclasses import dataclass

from cobrand.export.written import Jpeg


@dataclass(frozen=True, slots=True)
class Cell:
    """One picture with what is written under it."""

    label: str
    picture: Jpeg
