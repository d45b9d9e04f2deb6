"""Turns one organisation's logo and words into its whole kit, with the proof of it."""

from __future__ import annotations

from cobrand.kit.make import make
from cobrand.kit.plan import KitJob, plan
from cobrand.kit.report import Failure, KitReport, Progress
from cobrand.kit.work import Maker

__all__ = ["Failure", "KitJob", "KitReport", "Maker", "Progress", "make", "plan"]
