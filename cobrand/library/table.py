"""Reads one TOML table strictly: values of the wanted type, and no key that nobody asked for."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterable
from typing import Any, NoReturn, TypeVar, get_args

from cobrand.errors import BadResource, UnknownId
from cobrand.model.colour import Colour
from cobrand.model.geometry import PX_PER_MM

_PX = {"px": 1.0, "mm": PX_PER_MM, "cm": 10 * PX_PER_MM, "in": 96.0, "pt": 96 / 72}
_BYTES = {"B": 1, "kB": 1000, "MB": 1000 * 1000}
_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?) ?([A-Za-z]+)")
_T = TypeVar("_T", bound=str)
_NEEDED: Any = object()


class TomlTable:
    """A table of one file; `done` must be called when everything wanted has been asked for."""

    def __init__(
        self, file: str, values: dict[str, Any], path: str = "", *, in_u: bool = False
    ) -> None:
        self.file = file
        self.in_u = in_u  # lengths are bare numbers, in units of a card
        self._values = values
        self._path = path
        self._asked: dict[str, None] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def heads(self) -> tuple[str, ...]:
        """Return the keys that are there, in the file's order."""
        return tuple(self._values)

    def text(self, key: str, default: str = _NEEDED) -> str:
        """Return a string."""
        return str(self._of(key, str, default))

    def filled(self, key: str) -> str:
        """Return a string that has something to read in it."""
        text = self.text(key)
        if not text.strip():
            self._wrong(key, "resource.bad.missing-key")
        return text

    def flag(self, key: str, default: bool = _NEEDED) -> bool:
        """Return true or false."""
        return bool(self._of(key, bool, default))

    def whole(self, key: str, default: int = _NEEDED) -> int:
        """Return a whole number."""
        return self.wholes(key, default if default is _NEEDED else (default,))[0]

    def wholes(self, key: str, default: tuple[int, ...] = _NEEDED) -> tuple[int, ...]:
        """Return a list of whole numbers; a lone number counts as a list of one."""
        value = self._value(key, default)
        listed = value if isinstance(value, list | tuple) else [value]
        if not listed or not all(_is_int(each) for each in listed):
            self._wrong(key, "resource.bad.wrong-type", wanted="int")
        return tuple(listed)

    def number(self, key: str, default: float = _NEEDED) -> float:
        """Return a number."""
        value = self._value(key, default)
        if not (_is_int(value) or isinstance(value, float)) or not math.isfinite(value):
            self._wrong(key, "resource.bad.wrong-type", wanted="float")
        return float(value)

    def texts(self, key: str, default: tuple[str, ...] = _NEEDED) -> tuple[str, ...]:
        """Return a list of strings; a lone string counts as a list of one."""
        value = self._value(key, default)
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list | tuple) or not all(
            isinstance(each, str) for each in listed
        ):
            self._wrong(key, "resource.bad.wrong-type", wanted="list of str")
        return tuple(listed)

    def listed(self, key: str, default: tuple[Any, ...] = _NEEDED) -> tuple[Any, ...]:
        """Return a list of anything."""
        value = self._value(key, default)
        return value if value is default else tuple(self._of(key, list, ()))

    def choice(self, key: str, kinds: Any, default: _T = _NEEDED) -> _T:
        """Return one of the strings of a Literal type."""
        value, allowed = self.text(key, default), get_args(kinds)
        if value not in allowed:
            self.refuse(key, "resource.bad.not-a-choice", value, allowed)
        return value  # type: ignore[return-value]  # one of the Literal's strings

    def colour(self, key: str) -> Colour:
        """Return a colour written #rrggbb."""
        return self._colour(key, self.text(key))

    def colours(self, key: str) -> tuple[Colour, ...]:
        """Return a list of colours."""
        return tuple(self._colour(key, text) for text in self.texts(key))

    def length(self, key: str, default: float = _NEEDED) -> float:
        """Return a length such as "210 mm" in px at 96 to the inch, or a bare number of u."""
        if self.in_u:
            return self.number(key, default)
        value = self._value(key, default)
        return default if value is default else self._measure(key, value, _PX)

    def lengths(self, key: str, default: tuple[float, ...]) -> tuple[float, ...]:
        """Return as many lengths as the default has."""
        listed = self.listed(key, default)
        if listed is default:
            return default
        if len(listed) != len(default):
            self._wrong(key, "resource.bad.wrong-type", wanted=f"list of {len(default)}")
        inside = self._inside(key, {str(count): each for count, each in enumerate(listed, 1)})
        return tuple(inside.length(each) for each in inside.heads())

    def amount(self, key: str, default: int | None = _NEEDED) -> int | None:
        """Return an amount of data such as "300 kB" in bytes."""
        value = self._value(key, default)
        return default if value is default else round(self._measure(key, value, _BYTES))

    def table(self, key: str) -> TomlTable:
        """Return a table inside, empty if it is not there."""
        self._asked[key] = None
        return self._inside(key, self._values.get(key, {}))

    def tables(self, key: str) -> tuple[TomlTable, ...]:
        """Return a list of tables, empty if it is not there."""
        listed = self.listed(key, ())
        return tuple(self._inside(f"{key}.{count}", each) for count, each in enumerate(listed, 1))

    def done(self) -> None:
        """Refuse keys that nobody asked for."""
        for key in self._values:
            if key not in self._asked:
                self.refuse(key, "resource.bad.unknown-key", key, self._asked)

    def refuse(self, key: str, code: str, value: str, allowed: Iterable[str]) -> NoReturn:
        """Raise BadResource for a value that is none of those allowed."""
        self._wrong(key, code, value=value, did_you_mean=nearest(value, allowed))

    def too_few(self, key: str, wanted: int) -> NoReturn:
        """Raise BadResource for a list or table that holds less than is wanted of it."""
        self._wrong(key, "resource.bad.too-few", wanted=str(wanted))

    def above_zero(self, key: str, value: float, *, or_zero: bool = False) -> float:
        """Return the value of this key if it is more than nothing; BadResource if it is not."""
        if value < 0 or (value == 0 and not or_zero):
            self._wrong(key, "resource.bad.too-low", value=f"{value:g}")
        return value

    def _of(self, key: str, kind: type[Any], default: Any) -> Any:
        value = self._value(key, default)
        if not isinstance(value, kind):
            self._wrong(key, "resource.bad.wrong-type", wanted=kind.__name__)
        return value

    def _value(self, key: str, default: Any) -> Any:
        self._asked[key] = None
        value = self._values.get(key, default)
        if value is _NEEDED:
            self._wrong(key, "resource.bad.missing-key")
        return value

    def _inside(self, key: str, values: object) -> TomlTable:
        if not isinstance(values, dict):
            self._wrong(key, "resource.bad.wrong-type", wanted="table")
        return TomlTable(self.file, values, f"{self._path}{key}.", in_u=self.in_u)

    def _colour(self, key: str, text: str) -> Colour:
        try:
            return Colour.parse(text)
        except ValueError:
            self._wrong(key, "resource.bad.colour", value=text)

    def _measure(self, key: str, value: object, units: dict[str, Any]) -> float:
        found = _MEASURE.fullmatch(value) if isinstance(value, str) else None
        if found is None or found[2] not in units:
            self._wrong(key, "resource.bad.length", value=str(value), units=" ".join(units))
        return float(found[1]) * float(units[found[2]])

    def _wrong(self, key: str, code: str, **values: str) -> NoReturn:
        raise BadResource(
            code, file=self.file, key=self._path + key, **{"did_you_mean": "", **values}
        )


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant, or an empty string."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1)), "")


def unknown(kind: str, id: str, known: Iterable[str]) -> UnknownId:  # noqa: A002  ids are called id everywhere
    """Return the error for an id that is not there: it names the nearest one, and all there are."""
    listed = tuple(known)
    return UnknownId(kind=kind, id=id, did_you_mean=nearest(id, listed), known=", ".join(listed))


def _is_int(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
