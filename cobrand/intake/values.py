"""Writes colours, opacities and transforms in the one way that every renderer reads."""

from __future__ import annotations

import re

import tinycss2.color4

_PLAIN_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})|[a-z]+", re.IGNORECASE)
_PERCENT = re.compile(r"\s*([+-]?[\d.]+)%\s*")
_CALL = re.compile(r"([a-zA-Z]+)\(([^()]*)\)")
_MOVES = {"matrix", "translate", "translatex", "translatey", "scale", "scalex", "scaley", "rotate",
          "skewx", "skewy"}  # fmt: skip
_UNIT = re.compile(r"(px|deg)\b", re.IGNORECASE)
_ANGLE = re.compile(r"([+-]?[\d.]+(?:e[+-]?\d+)?)(turn|grad|rad)\b", re.IGNORECASE)
_DEGREES = {"turn": 360.0, "grad": 0.9, "rad": 57.29577951308232}
_LATE = "rebeccapurple"
"""The one colour that got its name after the others; not everyone has heard of it."""
_NEW = re.compile(r"\s*(?:lab|lch|oklab|oklch|color)\(", re.IGNORECASE)


def opacity(value: str) -> str:
    """Return an opacity as a number."""
    share = _PERCENT.fullmatch(value)
    return f"{float(share[1]) / 100:g}" if share else value.strip()


def new(value: str) -> bool:
    """Say whether a colour is written in a way that few renderers know yet."""
    return _NEW.match(value) is not None


def colour(value: str) -> str:
    """Return a colour as a name, as #rrggbb or as rgba()."""
    value = value.strip()
    if value.lower() == "currentcolor":
        return "currentColor"
    if (_PLAIN_COLOUR.fullmatch(value) and value.lower() != _LATE) or "url(" in value:
        return value
    parsed = tinycss2.color4.parse_color(value)
    if parsed is None or isinstance(parsed, str):
        return value
    red, green, blue = (round(255 * min(1, max(0, each))) for each in parsed.to("srgb").coordinates)
    if parsed.alpha < 1:
        return f"rgba({red},{green},{blue},{parsed.alpha:g})"
    return f"#{red:02x}{green:02x}{blue:02x}"


def transform(value: str) -> str | None:
    """Return a CSS transform as the attribute writes it, or None if it cannot."""
    value = _ANGLE.sub(lambda said: f"{float(said[1]) * _DEGREES[said[2].lower()]:.9g}", value)
    calls = [(name.lower(), _UNIT.sub("", inside)) for name, inside in _CALL.findall(value)]
    if any(name not in _MOVES or "%" in inside for name, inside in calls):
        return None
    return " ".join(_call(name, inside) for name, inside in calls)


def _call(name: str, inside: str) -> str:
    if name in {"translatey", "scaley"}:
        still = "0" if name == "translatey" else "1"
        return f"{name[:-1]}({still},{inside})"
    if name == "scalex":
        return f"scale({inside},1)"
    if name == "translatex":
        return f"translate({inside})"
    return f"{name.replace('skewx', 'skewX').replace('skewy', 'skewY')}({inside})"
