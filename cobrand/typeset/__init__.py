"""Turns words into shaped outlines: the only user of Qt's fonts."""
