"""Finds the logo in a document or presentation: the largest picture where letterheads keep it."""

from cobrand.intake.office.cutting import cropped
from cobrand.intake.office.finding import Inside, find

__all__ = ["Inside", "cropped", "find"]
