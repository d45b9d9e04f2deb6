"""The rule line and the Rules panel: what is broken, by how much, and what mends it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cobrand.engine import Engine
from cobrand.gui import measures
from cobrand.gui.parts.found import FoundCard, KeptRow
from cobrand.gui.window import Window
from cobrand.model.brief import Options
from cobrand.model.finding import breach


def test_a_broken_rule_offers_what_mends_it(kit: Window, qtbot: QtBot) -> None:
    kit.editor.show_panel("rules")
    kit.studio.arrange("size", Options(nudge=10.0))
    rules = kit.editor.rules
    qtbot.waitUntil(lambda: bool(rules.cards and rules.cards[0].doing.count()), timeout=20_000)

    button = rules.cards[0].doing.itemAt(0).widget()
    assert button.text() == "Set both marks equal"
    with qtbot.waitSignal(kit.showing.drawn, timeout=5_000):
        button.click()

    assert kit.studio.brief.options.nudge == 0
    assert kit.showing.toast.isVisible()
    assert kit.focusWidget() is kit.editor.ruleline.verdict
    assert "No rule broken" in kit.editor.ruleline.verdict.accessibleName()


def test_words_that_are_too_long_are_changed_and_not_left_out(kit: Window, qtbot: QtBot) -> None:
    kit.editor.show_panel("rules")
    kit.studio.choose_format("story")
    kit.studio.write_message("Everyone has a right to go on learning as long as they live. " * 4)
    rules = kit.editor.rules
    qtbot.waitUntil(lambda: bool(rules.cards and rules.cards[0].doing.count()), timeout=20_000)

    deeds = [rules.cards[0].doing.itemAt(n).widget() for n in range(rules.cards[0].doing.count())]

    assert [deed.text() for deed in deeds] == ["Change the words"]
    deeds[0].click()
    assert kit.focusWidget() is kit.editor.words.own


def test_the_rule_line_says_what_the_file_weighs(
    kit: Window, qtbot: QtBot, engine: Engine, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: not kit.busy, timeout=20_000)
    card = kit.studio.composition
    assert card is not None

    written = engine.export(card, tmp_path / "card.png", "png")

    assert engine.weigh(card, "png") == written.bytes
    assert kit.desk.tr.size(written.bytes) in kit.editor.ruleline.verdict.accessibleName()


def test_a_mended_rule_stays_as_a_green_card_until_the_panel_is_left(
    kit: Window, qtbot: QtBot
) -> None:
    kit.editor.show_panel("rules")
    kit.studio.arrange("size", Options(nudge=10.0))
    rules = kit.editor.rules
    qtbot.waitUntil(lambda: bool(rules.cards and rules.cards[0].doing.count()), timeout=20_000)
    with qtbot.waitSignal(kit.showing.drawn, timeout=5_000):
        rules.cards[0].doing.itemAt(0).widget().click()

    def said() -> list[str]:
        found = rules.findChildren(FoundCard)
        return [each.accessibleName() for each in found if each.isVisibleTo(rules)]

    qtbot.waitUntil(lambda: any(each.startswith("Equal prominence: mended") for each in said()))
    kit.editor.show_panel("words")
    kit.editor.show_panel("rules")
    assert not any("mended" in each for each in said())


@pytest.mark.parametrize(
    ("measured", "sentence", "figure"),
    [
        (1.2, "The marks are too close together: 1.2 X of the 2 X needed.", "1.2 X"),
        (1.21, "Your logo looks 21 % stronger than the campaign mark.", "21 %"),
        (2.4, "Le contraste est de 2,4 : 1 au lieu de 3 : 1.", "2,4 : 1"),
        (7, "Nothing is said of it in 3 words.", ""),
    ],
)
def test_the_measured_number_stands_out(measured: float, sentence: str, figure: str) -> None:
    begin, end = measures.figure(breach("rule.gap", measured=measured, limit=3.0), sentence)

    assert sentence[begin:end] == figure


def test_in_a_wide_window_the_rules_stand_beside_another_panel(kit: Window, qtbot: QtBot) -> None:
    kit.resize(1800, 900)
    kit.editor.show_panel("look")
    kit.editor.show_panel("rules")

    assert kit.editor.look.isVisible()
    assert kit.editor.rules.isVisible()
    kit.open_sheet()
    assert kit.editor.look.isVisible()
    assert not kit.editor.rules.isVisible()
    kit._close_sheet()
    kit.resize(1280, 800)
    assert kit.editor.rules.isVisible()
    assert not kit.editor.look.isVisible()


def test_a_rule_explains_itself(kit: Window) -> None:
    kit.editor.show_panel("rules")
    row = kit.editor.rules.findChildren(KeptRow)[0]

    assert "empty room" in row.whatsThis() or "equals" in row.whatsThis()
    assert "not a campaign rule" in row.whatsThis()


def test_shift_f1_explains_the_finding_in_focus(
    kit: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        "cobrand.gui.wiring.QWhatsThis.showText", lambda _place, words, _part: told.append(words)
    )
    kit.editor.show_panel("rules")
    kit.studio.arrange("size", Options(nudge=10.0))
    rules = kit.editor.rules

    def first_is_broken() -> bool:
        first = rules.cards[0] if rules.cards else None
        return bool(first and first.whatsThis() and first.isVisible())

    qtbot.waitUntil(first_is_broken, timeout=20_000)
    rules.cards[0].setFocus()

    kit.deeds["whats_this"].trigger()

    assert told == [rules.cards[0].whatsThis()]
