"""The colours of the window, light and dark: no other module names a colour of the chrome."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """One appearance; every pair that carries meaning was measured against its ground."""

    dark: bool
    window: str
    surface: str
    sunk: str
    line: str
    control: str
    text: str
    soft: str
    accent: str
    on_accent: str
    accsoft: str
    hover: str
    ok: str
    oks: str
    warn: str
    warns: str
    bad: str
    bads: str
    disabled: str
    toast: str = "#1A2127"
    on_toast: str = "#FFFFFF"
    toast_link: str = "#B9C4FF"
    guide: str = "#D6008A"
    safe: str = "#2B5C9E"
    casing: str = "#FFFFFF"
    shade: str = "#0A1016"
    paper: str = "#FFFFFF"
    ring: str = "#FF8A80"
    chequer: str = "#E3E7EA"

    def tone(self, name: str) -> str:
        """Return a colour by the name a widget's `tone` property uses."""
        return str(getattr(self, name.replace("-", "_")))


LIGHT = Tokens(
    dark=False,
    window="#F6F7F8",
    surface="#FFFFFF",
    sunk="#E9ECEE",
    line="#D9DEE2",
    control="#848E97",
    text="#1A2127",
    soft="#56616B",
    accent="#3D4DA6",
    on_accent="#FFFFFF",
    accsoft="#E7EAF8",
    hover="#EDF0F2",
    ok="#1D6F42",
    oks="#E3F3E9",
    warn="#8A5200",
    warns="#FCF0DA",
    bad="#B3261E",
    bads="#FCE8E6",
    disabled="#A3ABB2",
)

DARK = Tokens(
    dark=True,
    window="#1B1F23",
    surface="#23282D",
    sunk="#14171A",
    line="#363D44",
    control="#76818B",
    text="#EDF0F2",
    soft="#A9B4BD",
    accent="#A9B6FF",
    on_accent="#141B3D",
    accsoft="#2B3257",
    hover="#2D3339",
    ok="#6BCB93",
    oks="#1D3A2A",
    warn="#F0B453",
    warns="#40311A",
    bad="#FF8A80",
    bads="#47211F",
    disabled="#5F6971",
)
