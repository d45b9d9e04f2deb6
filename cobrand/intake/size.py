"""Refuses more bytes than any logo has, before they are read."""

from __future__ import annotations

from cobrand.errors import LogoTooLarge

LARGEST_FILE = 40_000_000


def check(length: int) -> None:
    """Raise LogoTooLarge for more bytes than LARGEST_FILE."""
    if length > LARGEST_FILE:
        raise LogoTooLarge("logo.too-large", limit=LARGEST_FILE // 1_000_000)
