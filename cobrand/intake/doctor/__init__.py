"""Tells what is wrong with a logo as read, each finding with its number and its mending."""

from cobrand.intake.doctor.examine import FAR, HAND, examined

__all__ = ["FAR", "HAND", "examined"]
