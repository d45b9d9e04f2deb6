"""Turns the wishes of a person and a system into one of the languages the program speaks."""

from __future__ import annotations

import locale
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from cobrand.messages import catalogue

if sys.platform == "win32":
    import ctypes

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(frozen=True, slots=True)
class ProgramLanguage:
    """A language of the window and the command line; `status` is how far it was checked."""

    tag: str
    name: str
    direction: Literal["ltr", "rtl"]
    status: str


ENGLISH = ProgramLanguage(catalogue.SOURCE, "English", "ltr", "official")


def languages() -> tuple[ProgramLanguage, ...]:
    """Return what the program speaks: English, then whatever resources/locale/ holds."""
    return (ENGLISH, *(_described(tag) for tag in catalogue.files()))


def direction(tag: str) -> Literal["ltr", "rtl"]:
    """Return which way a language is written."""
    return _described(tag).direction


def choose(wishes: Iterable[str]) -> str:
    """Return the first wish that the program speaks, English if there is none."""
    spoken = {catalogue.SOURCE, *catalogue.files()}
    for wish in wishes:
        tag = wish.partition(".")[0].replace("_", "-").lower()
        if tag in ("c", "posix"):
            return catalogue.SOURCE
        if found := {tag, tag.partition("-")[0]} & spoken:
            return max(found, key=len)
    return catalogue.SOURCE


def wishes(environ: Mapping[str, str]) -> Iterator[str]:
    """Yield the languages that this system asks for, best first."""
    settings = [environ[name] for name in _VARIABLES if environ.get(name)]
    plain = bool(settings) and settings[0].partition(".")[0] in ("C", "POSIX")
    if not plain:  # as in gettext: LANGUAGE counts only where a locale is set at all
        yield from filter(None, environ.get("LANGUAGE", "").split(":"))
    yield from settings
    if not settings:
        yield _of_system()


def _of_system() -> str:
    if sys.platform == "win32":
        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return locale.getlocale()[0] or ""


def _described(tag: str) -> ProgramLanguage:
    if tag == ENGLISH.tag:
        return ENGLISH
    head = catalogue.translations(tag).info()
    return ProgramLanguage(
        tag,
        head.get("x-language-name", tag),
        "rtl" if head.get("x-direction") == "rtl" else "ltr",
        head.get("x-status", "unreviewed"),
    )
