"""Turns pixels into a Logo, and tells what they show of any mark: ground, ink, traits."""

from cobrand.intake.picture.reading import measure, read

__all__ = ["measure", "read"]
