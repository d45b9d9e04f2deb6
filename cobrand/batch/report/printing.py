"""Sets the proof of a batch as PDF, in the process that draws."""

from __future__ import annotations

from cobrand.export.imprint import Imprint
from cobrand.export.paper import printed
from cobrand.model.paper import Document
from cobrand.typeset.setter import QtTypesetter


def pages(proof: Document, imprint: Imprint) -> bytes:
    """Return the proof as PDF, set with the bundled fonts."""
    return printed(proof, QtTypesetter(), imprint)
