"""A worker reads a logo once more where the process that reads was ended by somebody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobrand.batch.desk import Desk
from cobrand.errors import LogoError, LogoTooLarge, LogoUnreadable
from cobrand.intake.reader import Reader
from cobrand.model.care import USUAL, Care
from cobrand.model.logo import Logo
from tests.kit.fakes import LOGO
from tests.squares import SquareTypesetter


class Ending(Reader):
    """Raises these, one at a time, then reads."""

    def __init__(self, *problems: LogoError) -> None:
        super().__init__()
        self.left = list(problems)

    def read(self, path: Path, care: Care = USUAL) -> Logo:
        if self.left:
            raise self.left.pop(0)
        return LOGO


def lost() -> LogoError:
    return LogoTooLarge("logo.reader-died")


def test_a_reader_that_was_ended_once_costs_no_row() -> None:
    assert Desk(Ending(lost())).load(Path("a.svg")) is LOGO


@pytest.mark.parametrize(
    ("problems", "code"),
    [((lost(), lost()), "logo.reader-died"), ((LogoUnreadable("logo.empty"),), "logo.empty")],
)
def test_what_the_file_itself_has_wrong_is_said(problems: tuple[LogoError, ...], code: str) -> None:
    with pytest.raises(LogoError) as said:
        Desk(Ending(*problems)).load(Path("a.svg"))

    assert said.value.code == code


class Tight(Reader):
    """Finds everything too dear, as where a person allows next to nothing."""

    def read_bytes(self, data: bytes, care: Care = USUAL) -> Logo:
        raise LogoTooLarge("logo.too-slow", seconds=1)


def test_a_campaigns_mark_is_read_whatever_a_logo_may_cost() -> None:
    mark = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M1 1h7v7z"/></svg>'
    )

    assert Desk(Tight()).load_mark(mark, SquareTypesetter()).kind == "svg"
