"""Drawings and picture files in, pixels and encoded bytes out; only here are the renderers known."""
