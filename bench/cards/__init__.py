"""Makes the same cards with cobrand and with others, and prints what each costs, side by side."""

from bench.cards.run import main

__all__ = ["main"]
