"""Turns a composition into files, each opened and measured again, and into the proof of them."""
