"""Turns SVG bytes into a Logo: cleaned, rewritten in plain words, compared and measured."""

from cobrand.intake.drawing.reading import read

__all__ = ["read"]
