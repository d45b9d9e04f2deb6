"""What every test may ask for.

Qt gets no screen, and the libraries that count get one thread each, as workers have it: tests run
two at a time already. Both is settled before they are imported.
"""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", VIPS_CONCURRENCY="1")

from typing import TYPE_CHECKING

import pytest

from cobrand.library import Library
from cobrand.typeset.setter import QtTypesetter
from tests.squares import SquareTypesetter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session", autouse=True)
def one_application(qapp: QApplication) -> QApplication:
    """Make the one that windows need, before something that is tested makes one without them."""
    return qapp


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
