"""Turns a logo file into a Logo: normalised artwork with its measurements.

What cannot be read raises a LogoError, what a person should know is a finding of the Logo; the
codes of both, with their values, are those of `messages.tables.logo` and `messages.tables.doctor`.
"""
