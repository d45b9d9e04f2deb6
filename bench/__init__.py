"""Repeatable measurements, run by `dev.py bench`."""
