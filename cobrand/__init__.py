"""Sets an organisation's logo beside a campaign's mark by rule, and makes the co-branded kit."""

__version__ = "0.1.0"
