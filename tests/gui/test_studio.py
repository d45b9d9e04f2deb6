"""The presenter without any widget: briefs in a row, undone and done again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cobrand.engine import Engine
from cobrand.errors import CobrandError
from cobrand.gui import documents, matching
from cobrand.gui.studio import Studio
from cobrand.gui.tasks import Tasks
from cobrand.library import Library
from cobrand.model.brief import Brief, Options


class AtOnce(Tasks[Engine]):
    """Does work when it is started."""

    def start(  # type: ignore[override]  # a test needs no queue
        self,
        work: Callable[[Engine], object],
        then: Callable[[object], object],
        otherwise: Callable[[CobrandError], object],
        **_: object,
    ) -> None:
        try:
            result = work(self._make_tool())
        except CobrandError as problem:
            otherwise(problem)
        else:
            then(result)


@pytest.fixture
def studio(library: Library, engine: Engine) -> Studio:
    studio = Studio(library, AtOnce(lambda: engine))
    studio.open_sample()
    return studio


def test_typing_is_one_step(studio: Studio) -> None:
    before = studio.brief
    for text in ("H", "Ha", "Har"):
        studio.write_name(text)

    studio.undo()

    assert studio.brief == before
    assert studio.history.redoable == "organisation"


def test_typing_again_after_leaving_the_field_is_another_step(studio: Studio) -> None:
    studio.write_name("Har")
    studio.history.settle()
    studio.write_name("Harbour")

    studio.undo()

    assert studio.brief.name == "Har"


def test_choosing_what_is_chosen_is_no_step(studio: Studio) -> None:
    studio.choose_ground(studio.brief.ground)

    assert studio.history.undoable == ""


def test_a_letter_brings_its_own_template_and_back_again(studio: Studio) -> None:
    studio.choose_template("event")
    card = studio.brief

    studio.choose_format("letterhead_a4")
    assert studio.template.kind == "stationery"
    studio.choose_format("ig_square")

    assert studio.brief == card


def test_an_own_message_replaces_the_campaigns(studio: Studio) -> None:
    studio.write_message("Learn here")
    assert (studio.brief.message, studio.brief.word("message")) == ("", "Learn here")

    studio.choose_message("voice")

    assert (studio.brief.message, studio.brief.word("message")) == ("voice", "")


def test_every_format_has_a_look(library: Library) -> None:
    assert all(matching.looks(library, each) for each in library.formats())


def test_modified_until_saved(studio: Studio, tmp_path: Path) -> None:
    assert not studio.modified
    studio.arrange("size", Options(nudge=3.0))
    assert studio.modified

    studio.save(tmp_path / "kit.cobrand")

    assert not studio.modified


def test_a_document_that_is_none_is_refused_in_words(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "kit.cobrand"
    broken.write_text('{"cobrand": 1, "nonsense": true}')

    with qtbot.waitSignal(studio.refused) as signal:
        studio.open_file(broken)

    assert signal.args is not None
    assert signal.args[0].code == "wrong-use.document"


def test_a_document_names_the_logo_beside_it(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text("<svg/>")
    documents.write(tmp_path / "kit.cobrand", Brief(logo=str(logo)))

    moved = tmp_path.with_name(tmp_path.name + "-moved")
    tmp_path.rename(moved)

    assert '"logo": "logo.svg"' in (moved / "kit.cobrand").read_text()
    assert documents.read(moved / "kit.cobrand").logo == str(moved / "logo.svg")


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("bridges_learning-network.svg", "Bridges Learning Network"),
        ("logo-final(2).jpg", ""),
        ("EAEA logo RGB.png", "EAEA"),
        ("University of the Air_logo_white.svg", "University of the Air"),
        ("شبكة_جسور.svg", "شبكة جسور"),
        ("IMG_2041.jpg", ""),
    ],
)
def test_a_name_is_read_from_the_file(file: str, name: str) -> None:
    assert documents.name_of(Path(file)) == name
