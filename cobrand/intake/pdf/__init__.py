"""Turns a page of a PDF into a Logo: outlines where they are outlines, else a large picture."""

from cobrand.intake.pdf.reading import read

__all__ = ["read"]
