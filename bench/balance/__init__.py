"""Compares ways to make logos look equally large, over a folder or a package of public logos."""

from bench.balance.command import run as main

__all__ = ["main"]
