"""The rule line and the Rules panel: what is broken, by how much, and what mends it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from cobrand.engine import Engine
from cobrand.gui.window import Window
from cobrand.model.brief import Options


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


def test_the_rule_line_says_what_the_file_weighs(
    kit: Window, qtbot: QtBot, engine: Engine, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: not kit.busy, timeout=20_000)
    card = kit.studio.composition
    assert card is not None

    written = engine.export(card, tmp_path / "card.png", "png")

    assert engine.weigh(card, "png") == written.bytes
    assert kit.desk.tr.size(written.bytes) in kit.editor.ruleline.verdict.accessibleName()
