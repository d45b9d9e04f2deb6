"""What the program remembers between runs, as one small JSON file that never gets in the way."""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from platformdirs import user_config_dir

from cobrand.model.limits import LEAST, MOST, ORDINARY, Limits

_log = logging.getLogger(__name__)
_MOST_RECENT = 9


@dataclass(frozen=True, slots=True)
class Recent:
    """A kit or logo opened before; `path` is the kit document or the logo file."""

    path: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every value has a default, so a file from another version or a broken one does no harm."""

    language: str = ""
    appearance: str = "system"
    width: int = 1280
    height: int = 800
    maximised: bool = False
    panel: str = "words"
    panel_width: int = 312
    guides: bool = False
    zoom: float = 0.0  # 0 fits
    folder: str = ""
    recent: tuple[Recent, ...] = ()
    by: str = ""  # who makes kits: the proof says so
    limit_seconds: int = int(ORDINARY.seconds)
    limit_memory: int = ORDINARY.memory  # MB

    @property
    def limits(self) -> Limits:
        """What reading a logo may cost; a number that is out of all reason counts as not said."""
        seconds, memory = self.limit_seconds, self.limit_memory
        return Limits(
            seconds if LEAST.seconds <= seconds <= MOST.seconds else ORDINARY.seconds,
            memory if LEAST.memory <= memory <= MOST.memory else ORDINARY.memory,
        )

    def with_recent(self, path: str, name: str) -> Settings:
        """Return the settings with this file first in the list of recent ones."""
        rest = tuple(each for each in self.recent if each.path != path)
        return replace(self, recent=(Recent(path, name), *rest)[:_MOST_RECENT])

    def without_recent(self, path: str) -> Settings:
        """Return the settings without a file that is gone."""
        return replace(self, recent=tuple(each for each in self.recent if each.path != path))


def default_file() -> Path:
    """Return where this person's settings are kept."""
    return Path(user_config_dir("cobrand", appauthor=False)) / "settings.json"


def read(file: Path) -> Settings:
    """Return the settings in a file; the defaults for whatever it does not say."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _settings(data) if isinstance(data, dict) else Settings()


def write(file: Path, settings: Settings) -> None:
    """Keep the settings; a folder that cannot be written to only leaves a line in the log."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=2), "utf-8")
        fresh.replace(file)
    except OSError as problem:
        _log.warning("settings not kept: %s", problem)


def _settings(data: dict[str, Any]) -> Settings:
    plain = Settings()
    known = {
        each.name: data[each.name]
        for each in fields(Settings)
        if type(data.get(each.name)) is type(getattr(plain, each.name))
    }
    return Settings(**known, recent=tuple(_recent(data.get("recent"))))


def _recent(data: object) -> list[Recent]:
    if not isinstance(data, list):
        return []
    paths = [each for each in data if isinstance(each, dict) and isinstance(each.get("path"), str)]
    return [Recent(each["path"], str(each.get("name", ""))) for each in paths][:_MOST_RECENT]
