"""Sentences about the co-branding rules: what was measured, what the limit is, what to do."""

from __future__ import annotations

from cobrand.messages.tables.sentence import Sentence

RULES: dict[str, Sentence] = {}
