"""Turns live text in a drawing into outlines of the bundled fonts."""

from cobrand.intake.drawing.lettering.outline import fonts, outline, shown

__all__ = ["fonts", "outline", "shown"]
