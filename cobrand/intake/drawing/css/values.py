"""Writes colours, opacities and transforms in the one way that every renderer reads."""

from __future__ import annotations

import re

import tinycss2.color4

from cobrand.intake.drawing.numbers import NUMBER, share

_PLAIN_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})|[a-z]+", re.IGNORECASE)
_CALL = re.compile(r"([a-zA-Z]+)\(([^()]*)\)")
_MOVES = {"matrix", "translate", "translatex", "translatey", "scale", "scalex", "scaley", "rotate",
          "skewx", "skewy"}  # fmt: skip
_UNIT = re.compile(r"(px|deg)\b", re.IGNORECASE)
_ANGLE = re.compile(rf"(?<![\d.])({NUMBER})(turn|grad|rad)\b", re.IGNORECASE)
_DEGREES = {"turn": 360.0, "grad": 0.9, "rad": 57.29577951308232}
_SRGB_D65 = (
    (3.2409699419, -1.5373831776, -0.4986107603),
    (-0.9692436363, 1.8759675015, 0.0415550574),
    (0.0556300797, -0.2039769589, 1.0569715142),
)
_SRGB_D50 = (
    (3.1341358529, -1.6173863321, -0.4906619460),
    (-0.9787954766, 1.9162544567, 0.0334428734),
    (0.0719553192, -0.2289767598, 1.4053860351),
)
"""From XYZ to the light of the three sRGB primaries, by CSS Color 4; D50 by Bradford."""
_LATE = "rebeccapurple"
"""The one colour that got its name after the others; not everyone has heard of it."""
_NEW = re.compile(r"\s*(?:lab|lch|oklab|oklch|color)\(", re.IGNORECASE)


def opacity(value: str) -> str:
    """Return an opacity as a number."""
    part = share(value)
    return value.strip() if part is None else f"{part:g}"


def new(value: str) -> bool:
    """Say whether a colour is written in a way that few renderers know yet, and is known here."""
    return _NEW.match(value) is not None and colour(value) != value.strip()


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
    screen = _screen(parsed)
    if screen is None:
        return value
    red, green, blue = (round(255 * min(1, max(0, each))) for each in screen)
    if parsed.alpha < 1:
        return f"rgba({red},{green},{blue},{parsed.alpha:g})"
    return f"#{red:02x}{green:02x}{blue:02x}"


def _screen(parsed: tinycss2.color4.Color) -> tuple[float, ...] | None:
    """Return a colour's sRGB values, or None for a space that is not converted here."""
    if parsed.space in {"srgb", "hsl", "hwb"}:
        return tuple(parsed.to("srgb").coordinates)
    if parsed.space in {"oklab", "oklch"}:
        return _from_xyz(_SRGB_D65, parsed.to("xyz-d65").coordinates)
    if parsed.space in {"lab", "lch"}:
        return _from_xyz(_SRGB_D50, parsed.to("xyz-d50").coordinates)
    return None


def _from_xyz(rows: tuple[tuple[float, ...], ...], xyz: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(_curved(sum(a * b for a, b in zip(row, xyz, strict=True))) for row in rows)


def _curved(light: float) -> float:
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


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
