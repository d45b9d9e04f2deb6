"""Rewrites a drawing in the plainest words there are, for a press that stumbles over the others."""

from cobrand.intake.drawing.plain.rewrite import plainly

__all__ = ["plainly"]
