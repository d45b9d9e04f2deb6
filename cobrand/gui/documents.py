"""Kit documents on disk, and the name that a logo's file suggests."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

from cobrand.errors import LogoNotFound, WriteFailed, WrongUse
from cobrand.model.brief import Brief

SUFFIX = ".cobrand"
_NOISE = frozenset(  # what people add to a logo file's name
    ("logo", "logos", "logotype", "mark", "final", "new", "old", "copy", "rgb", "cmyk", "colour",
     "color", "white", "black", "mono", "reversed", "square", "horizontal", "vertical", "web",
     "print", "hires", "lowres", "small", "large", "download", "image", "img", "file", "scan",
     "version", "the", "of", "and", "sample")
)  # fmt: skip
_LITTLE = frozenset({"the", "of", "and"})


def begin(plain: Brief, logo: Path) -> Brief:
    """Return the first brief of a new kit."""
    return replace(plain, logo=str(logo), name=name_of(logo))


def name_of(logo: Path) -> str:
    """Return the organisation's name as the file name has it, or nothing if it has none."""
    words = re.findall(r"[^\W\d_]+", logo.stem)
    if not any(word.lower() not in _NOISE and len(word) > 2 for word in words):
        return ""
    kept = [word for word in words if word.lower() not in _NOISE - _LITTLE]
    return " ".join(_capital(word) for word in kept)


def write(path: Path, brief: Brief) -> None:
    """Keep a brief; logo files beside or below the document are named from there."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        named = brief.with_files(lambda file: _relative(file, path))
        fresh.write_text(named.to_json(), "utf-8")
        fresh.replace(path)
    except OSError as problem:
        fresh.unlink(missing_ok=True)
        raise WriteFailed(name=path.name, path=str(path)) from problem


def read(path: Path) -> Brief:
    """Return the brief that was kept here."""
    try:
        brief = Brief.from_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as problem:
        raise WrongUse("wrong-use.document", name=path.name) from problem
    return brief.with_files(lambda file: str((path.parent / file).resolve()))


def without_gone(brief: Brief) -> tuple[Brief, tuple[LogoNotFound, ...]]:
    """Return a kept brief without the files beside the logo that are gone, and what to say."""
    photo = (brief.photo.file,) if brief.photo else ()
    partners = [file for each in brief.partners for file in (each.logo, each.reversed, each.mono)]
    companions = [each.logo for each in brief.companions]
    files = (brief.reversed, brief.mono, *partners, *companions, *photo)
    gone = tuple(dict.fromkeys(file for file in files if file and not Path(file).is_file()))
    lost = tuple(
        LogoNotFound("photo.not-found" if file in photo else None, path=Path(file).name)
        for file in gone
    )
    there = brief.with_files(lambda file: "" if file in gone and file != brief.logo else file)
    return replace(
        there,
        partners=tuple(each for each in there.partners if each.logo),
        companions=tuple(each for each in there.companions if each.logo),
        photo=there.photo if there.photo and there.photo.file else None,
    ), lost


def _relative(logo: str, document: Path) -> str:
    try:
        return str(Path(logo).resolve().relative_to(document.parent.resolve()))
    except ValueError:
        return logo


def _capital(word: str) -> str:
    if word.lower() in _LITTLE or word.isupper():
        return word
    return word[:1].upper() + word[1:]
