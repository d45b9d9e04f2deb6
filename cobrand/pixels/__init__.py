"""Drawings and picture files in, pixels and encoded bytes out: the room that knows renderers."""
