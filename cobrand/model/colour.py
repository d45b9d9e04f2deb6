"""Colours in sRGB, and what the eye makes of them: luminance, contrast, L*a*b*, OKLCH."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """An opaque sRGB colour, 0–255 a channel."""

    red: int
    green: int
    blue: int

    @classmethod
    def parse(cls, text: str) -> Colour:
        """Read `#rgb` or `#rrggbb`; anything else raises ValueError."""
        digits = text.removeprefix("#")
        if len(digits) == 3:
            digits = "".join(2 * digit for digit in digits)
        if not text.startswith("#") or len(digits) != 6:
            raise ValueError(text)
        return cls(*(int(digits[i : i + 2], 16) for i in (0, 2, 4)))

    @property
    def hex(self) -> str:
        """The colour as `#RRGGBB`."""
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"

    @property
    def linear(self) -> tuple[float, float, float]:
        """The channels as linear light, 0–1 (IEC 61966-2-1)."""
        return tuple(_linear(channel / 255) for channel in (self.red, self.green, self.blue))  # type: ignore[return-value]  # three in, three out

    @property
    def luminance(self) -> float:
        """Relative luminance, 0–1 (WCAG 2)."""
        red, green, blue = self.linear
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    @property
    def lightness(self) -> float:
        """CIE L*, 0–100."""
        return self.lab[0]

    @property
    def lab(self) -> tuple[float, float, float]:
        """CIE L*a*b* under D65."""
        red, green, blue = self.linear
        x = _lab_curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
        y = _lab_curve(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
        z = _lab_curve((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
        return 116 * y - 16, 500 * (x - y), 200 * (y - z)

    @property
    def oklch(self) -> tuple[float, float, float]:
        """OKLCH: lightness 0–1, chroma, hue in degrees (Ottosson 2020)."""
        red, green, blue = self.linear
        long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        light = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
        a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
        b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
        return light, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360

    @classmethod
    def from_oklch(cls, light: float, chroma: float, hue: float) -> Colour:
        """Return the nearest sRGB colour, channels clipped."""
        a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
        long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
        middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
        short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
        return cls(
            _byte(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
            _byte(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
            _byte(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
        )


WHITE = Colour(255, 255, 255)
BLACK = Colour(0, 0, 0)


def contrast(one: Colour, other: Colour) -> float:
    """Return the WCAG 2 contrast ratio, 1–21."""
    low, high = sorted((one.luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Return `one` with `share` (0–1) of `other`, mixed in sRGB."""
    return Colour(
        round(one.red + (other.red - one.red) * share),
        round(one.green + (other.green - one.green) * share),
        round(one.blue + (other.blue - one.blue) * share),
    )


def difference(one: Colour, other: Colour) -> float:
    """Return the CIE 1976 colour difference."""
    return math.dist(one.lab, other.lab)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _byte(linear: float) -> int:
    value = 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
    return round(255 * min(1.0, max(0.0, value)))


def _lab_curve(value: float) -> float:
    return math.cbrt(value) if value > (6 / 29) ** 3 else value / (3 * (6 / 29) ** 2) + 4 / 29
