"""Why Qt is pinned: PySide6 6.12.0 on Python 3.11 loses a reference to None at every void call."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QTextLayout


@pytest.mark.usefixtures("qapp")
def test_calls_that_return_nothing_keep_none() -> None:
    layout = QTextLayout("ale")
    before = sys.getrefcount(None)
    for _ in range(2000):
        layout.beginLayout()
        layout.endLayout()

    assert abs(sys.getrefcount(None) - before) < 500
