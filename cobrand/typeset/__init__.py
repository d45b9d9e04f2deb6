"""Turns words into shaped outlines: the only user of Qt's fonts."""

from cobrand.typeset.late import LateTypesetter
from cobrand.typeset.setter import QtTypesetter

__all__ = ["LateTypesetter", "QtTypesetter"]
