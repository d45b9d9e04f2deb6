"""The one style sheet of the window: borders, radii and paddings, filled from tokens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from string import Template

from cobrand.gui.tokens import Tokens

_SHEET = Template("""
* { outline: none; }
QMainWindow, QDialog, #window { background: $window; }
QWidget { color: $text; }
QToolTip { background: $toast; color: $on_toast; border: 0; padding: $p4 $p8; }

QMenuBar { background: $window; padding: 2px $p8; border: 0; }
QMenuBar::item { padding: $p3 $p9; border-radius: $p4; background: transparent; margin: 0; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $accsoft; color: $accent; }
QMenu { background: $surface; border: 1px solid $control; padding: $p4 0; }
QMenu::item { padding: $p6 $p24 $p6 $p24; border: 0; }
QMenu::item:selected { background: $accsoft; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: $p4 0; }
QMenu::icon { padding: 0 $p8; }
QMenu::indicator { width: $p16; height: $p16; margin: 0 $p6; }

#batch, #batchhead, #batchfoot { background: $surface; border: 0; }
#batchfoot { border-top: 1px solid $line; }
#readas { background: $window; border: 0; border-top: 1px solid $line; }
#batchtable { background: $surface; border: 0; selection-background-color: $accsoft;
  selection-color: $text; }
#batchtable QLineEdit { border: 2px solid $accent; border-radius: 0; padding: 0 $p9; }
#batchdetail { border-radius: 0; }
QHeaderView { background: $window; border: 0; }
QHeaderView::section { background: $window; color: $soft; border: 0; padding: 0 $p12;
  border-top: 1px solid $line; border-bottom: 1px solid $line; }

#header { background: $window; border: 0; border-bottom: 1px solid $line; }
#rail { background: $window; }
#panel, #sheet { background: $surface; }
#work, #stagebar, #ruleline, #film { background: $window; }
#stage { background: $sunk; }
QFrame[rule="line"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[rule="upright"] { background: $line; border: 0; max-width: 1px; min-width: 1px; }
QFrame[rule="gap"] { background: $accent; border: 0; }
QFrame[box="card"] { background: $surface; border: 1px solid $line; border-radius: $p8; }
QFrame[box="bad"] { background: $surface; border: 2px solid $bad; border-radius: $p8; }
QFrame[box="oks"] { background: $oks; border: 0; border-radius: $p10; }
QFrame[box="warns"] { background: $warns; border: 0; border-radius: $p8; }
QFrame[box="bads"] { background: $bads; border: 0; border-radius: $p8; }
QFrame[box="toast"] { background: $toast; border: 0; border-radius: $p8; }
QFrame[box="toast"] QLabel { color: $on_toast; }

QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: $p8; margin: 0; }
QScrollBar::handle:vertical { background: $line; border-radius: $p3; min-height: $p32;
  margin: 2px; }
QScrollBar::handle:vertical:hover { background: $control; }
QScrollBar:horizontal { background: transparent; height: $p10; margin: 0; }
QScrollBar::handle:horizontal { background: $line; border-radius: $p3; min-width: $p32;
  margin: 2px; }
QScrollBar::handle:horizontal:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QLabel { background: transparent; }
QLabel[tone="soft"] { color: $soft; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QLabel[tone="line"] { color: $control; }
QLabel[chip="soft"] { background: $hover; color: $soft; }
QLabel[chip="ok"] { background: $oks; color: $ok; }
QLabel[chip="warn"] { background: $warns; color: $warn; }
QLabel[chip="bad"] { background: $bads; color: $bad; }
QLabel[chip="soft"], QLabel[chip="ok"], QLabel[chip="warn"], QLabel[chip="bad"] {
  border-radius: $p8; padding: 0 $p7; min-height: $p16; }

QDialog QPushButton { background: $surface; border: 1px solid $control; border-radius: $p6;
  padding: 0 $p14; min-height: $h36; min-width: $h72; }
QDialog QPushButton:hover { background: $hover; }
QDialog QPushButton:pressed { background: $accsoft; }

QLineEdit, QPlainTextEdit { background: $surface; border: 1px solid $control;
  border-radius: $p6; padding: 0 $p9; min-height: $h34; selection-background-color: $accent;
  selection-color: $on_accent; }
QPlainTextEdit { padding: $p4 $p6; }
QLineEdit[state="bad"], QPlainTextEdit[state="bad"] { border: 2px solid $bad; }
QLineEdit:read-only { background: $surface; }

QSlider { min-height: $h28; background: transparent; }
QSlider::groove:horizontal { height: $p4; border-radius: $r2; background: $sunk; }
QSlider::handle:horizontal { width: $p12; height: $p12; margin: -$p6 0; border-radius: $p8;
  background: $surface; border: 2px solid $accent; }

QProgressBar { background: $sunk; border: 0; border-radius: $p4; min-height: $p8;
  max-height: $p8; }
#hairbar { min-height: 2px; max-height: 2px; background: $soft; }
#hairbar::chunk { background: $toast_link; }
QProgressBar::chunk { background: $accent; border-radius: $p4; }

QListView { background: transparent; border: 0; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $control;
  padding: $p4 0; }
QComboBox QAbstractItemView::item { min-height: $h28; padding: 0 $p10; }
QComboBox QAbstractItemView::item:selected { background: $accsoft; color: $text; }
""")

_LENGTHS = (3, 4, 6, 7, 8, 9, 10, 12, 14, 16, 20, 24, 32)
_HEIGHTS = (28, 34, 36, 72)


def sheet(tokens: Tokens, px: Callable[[float], int]) -> str:
    """Return the style sheet for these colours and this size of type."""
    lengths = {f"p{each}": f"{px(each)}px" for each in _LENGTHS}
    # min-height of a style sheet is inside the border
    heights = {f"h{each}": f"{px(each) - 2}px" for each in _HEIGHTS}
    return _SHEET.substitute(asdict(tokens), **lengths, **heights, r2="2px")
