"""Turns what an element and those above it say into the manner in which its letters are set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from cobrand.intake.drawing.vocabulary import XML
from cobrand.model.text import Direction
from cobrand.pixels.root import PX, parted

MEDIUM = 16.0
"""px; the size of letters that nobody gave a size, as browsers have it."""
OURS = frozenset(
    ("noto sans", "noto sans arabic", "noto sans devanagari", "noto sans khmer", "noto sans thai",
     "sans-serif")
)  # fmt: skip
"""Families that the bundled fonts are, or stand for as well as any other."""

ASCENT, DESCENT, CAPITAL, X_HEIGHT = 1.069, 0.293, 0.714, 0.536
"""Of Noto Sans, in em."""
_CENTRAL = (ASCENT - DESCENT) / 2
_BASELINES = {
    "middle": X_HEIGHT / 2,
    "central": _CENTRAL,
    "mathematical": _CENTRAL,
    "hanging": CAPITAL,
    "text-before-edge": ASCENT,
    "before-edge": ASCENT,
    "text-top": ASCENT,
    "text-after-edge": -DESCENT,
    "after-edge": -DESCENT,
    "text-bottom": -DESCENT,
    "ideographic": -DESCENT,
}
"""How far below the given line the letters' own baseline comes to lie, in em."""
_SHIFTS = {"sub": -0.2, "super": 0.4, "baseline": 0.0}
_SIZES = {
    "xx-small": 9 / 16, "x-small": 10 / 16, "small": 13 / 16, "medium": 1.0, "large": 18 / 16,
    "x-large": 24 / 16, "xx-large": 32 / 16, "xxx-large": 48 / 16,
}  # fmt: skip
_WEIGHTS = {"normal": 400, "bold": 700, "regular": 400}
_LINES = frozenset(("underline", "overline", "line-through"))


@dataclass(frozen=True, slots=True)
class Manner:
    """How letters are set: lengths in px, `shift` the baseline's way down from the given line."""

    family: str = ""
    size: float = MEDIUM
    weight: int = 400
    slanted: bool = False
    letter: float = 0.0
    word: float = 0.0
    anchor: str = "start"
    direction: Direction = "ltr"
    upright: bool = True
    keep_space: bool = False
    case: str = "none"
    lines: frozenset[str] = frozenset()
    baseline: float = 0.0
    raised: float = 0.0
    hidden: bool = False

    @property
    def shift(self) -> float:
        """How far below the given line the letters stand, in px."""
        return self.baseline * self.size - self.raised

    @property
    def asked(self) -> str:
        """The font that is asked for first."""
        return self.family.split(",")[0].strip().strip("\"'").strip() or "serif"

    @property
    def known(self) -> bool:
        """Say whether that font is here."""
        return self.asked.lower() in OURS


def inherited(above: Manner, element: Element) -> Manner:
    """Return the manner inside an element of a parent that has `above`."""
    said = {key: value.strip() for key, value in element.attrib.items() if value.strip()}
    if not said.keys() - {"x", "y", "id"}:
        return above
    size = _size(said.get("font-size", ""), above.size)
    return replace(
        above,
        size=size,
        family=_said(said, "font-family", above.family),
        weight=_weight(said.get("font-weight", ""), above.weight),
        slanted=_said(said, "font-style", "italic" if above.slanted else "normal") != "normal",
        letter=_spacing(said.get("letter-spacing", ""), size, above.letter),
        word=_spacing(said.get("word-spacing", ""), size, above.word),
        anchor=_said(said, "text-anchor", above.anchor),
        direction="rtl" if _said(said, "direction", above.direction) == "rtl" else "ltr",
        upright=_upright(_said(said, "writing-mode", ""), above.upright),
        keep_space=_keeps(said, above.keep_space),
        case=_said(said, "text-transform", above.case),
        lines=above.lines | (_LINES & set(said.get("text-decoration", "").split())),
        baseline=_baseline(said, above.baseline),
        raised=above.raised + _raised(said.get("baseline-shift", ""), size),
        hidden=_hidden(said, above.hidden),
    )


def length(text: str, size: float, whole: float = 0.0) -> float | None:
    """Return a length in px; em and ex are of `size`, percentages of `whole`."""
    number, unit = parted(text)
    own = {"em": size, "rem": MEDIUM, "ex": X_HEIGHT * size, "ch": size / 2, "%": whole / 100}
    factor = own.get(unit, PX.get(unit))
    return None if factor is None else number * factor


def _said(said: dict[str, str], key: str, otherwise: str) -> str:
    value = said.get(key, "inherit")
    return otherwise if value in {"inherit", "unset"} else value


def _size(text: str, above: float) -> float:
    word = text.lower()
    if word in _SIZES:
        return MEDIUM * _SIZES[word]
    if word in {"larger", "smaller"}:
        return above * (1.2 if word == "larger" else 1 / 1.2)
    found = length(text, above, above)
    return above if found is None or found < 0 else found


def _weight(text: str, above: int) -> int:
    word = text.lower()
    if word == "bolder":
        return 400 if above < 350 else 700 if above < 550 else 900
    if word == "lighter":
        return 100 if above < 550 else 400 if above < 750 else 700
    if word.replace(".", "", 1).isdigit():
        return round(min(900.0, max(100.0, float(word))))
    return _WEIGHTS.get(word, above)


def _spacing(text: str, size: float, above: float) -> float:
    if text == "normal":
        return 0.0
    found = length(text, size, size)
    return above if found is None else found


def _upright(mode: str, above: bool) -> bool:
    return not mode.startswith(("tb", "vertical", "sideways")) if mode else above


def _keeps(said: dict[str, str], above: bool) -> bool:
    styled, old = said.get("white-space"), said.get(f"{{{XML}}}space")
    if styled is not None:
        return styled.startswith(("pre", "break")) and styled != "pre-line"
    return above if old is None else old == "preserve"


def _baseline(said: dict[str, str], above: float) -> float:
    for key in ("alignment-baseline", "dominant-baseline"):
        value = said.get(key, "auto")
        if value not in {"auto", "inherit", "baseline"}:
            return _BASELINES.get(value, 0.0)
    return above


def _raised(text: str, size: float) -> float:
    return _SHIFTS[text] * size if text in _SHIFTS else length(text, size, size) or 0.0


def _hidden(said: dict[str, str], above: bool) -> bool:
    seen = _said(said, "visibility", "hidden" if above else "visible")
    return seen in {"hidden", "collapse"}
