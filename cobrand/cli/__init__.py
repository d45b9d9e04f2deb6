"""Turns a command line into finished files, lists and exit codes."""
