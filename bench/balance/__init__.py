"""Compares ways to make logos look equally large, over a folder or a package of public logos."""
