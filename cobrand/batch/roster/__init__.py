"""Turns a spreadsheet and a folder of logos into rows with briefs: CSV, XLSX, XLS, ODS, JSON."""

from cobrand.batch.roster.reading import Wanted, read

__all__ = ["Wanted", "read"]
