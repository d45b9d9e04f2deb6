"""Turns what is on record of a run into report.html, .csv and .json, and a contact sheet."""

from cobrand.batch.report.account import Account, Totals
from cobrand.batch.report.write import write

__all__ = ["Account", "Totals", "write"]
