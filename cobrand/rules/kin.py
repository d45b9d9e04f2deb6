"""Turns an organisation's files into one logo with its variants, and says where they do not fit."""

from __future__ import annotations

from dataclasses import replace

from cobrand.model.campaign import Variant
from cobrand.model.finding import Finding, warning
from cobrand.model.logo import Logo

LIKE = 0.04
"""How far the proportions of two drawings of the same mark may lie apart (cobrand default)."""

Variants = tuple[tuple[Variant, Logo], ...]


def with_variants(logo: Logo, variants: Variants) -> Logo:
    """Return the logo that has these drawings for other grounds; unlike ones are said."""
    said = tuple(finding for each in variants for finding in _unlike(logo, *each))
    return replace(logo, variants=variants, findings=logo.findings + said)


def _unlike(logo: Logo, variant: Variant, drawing: Logo) -> tuple[Finding, ...]:
    """Say where a variant is so much wider or narrower that it may be another mark."""
    off = abs(drawing.ink.size.aspect / logo.ink.size.aspect - 1)
    if off <= LIKE:
        return ()
    values = {"measured": round(off, 3), "limit": LIKE}
    return (warning("logo.variant-differs", "logo", variant=variant, **values),)
