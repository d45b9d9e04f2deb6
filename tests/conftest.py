"""What every test may ask for; Qt gets no screen, and that is settled before Qt is imported."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from typing import TYPE_CHECKING

import pytest

from cobrand.library import Library
from cobrand.typeset import QtTypesetter
from tests.squares import SquareTypesetter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session")
def typesetter(qapp: QApplication) -> QtTypesetter:
    """The real typesetter, on the one application that window tests use too."""
    return QtTypesetter()


@pytest.fixture
def squares() -> SquareTypesetter:
    """A typesetter without Qt: every glyph is a square."""
    return SquareTypesetter()


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped resources alone, whatever this computer's user keeps."""
    return Library.shipped()
