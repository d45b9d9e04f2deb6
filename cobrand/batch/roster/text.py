"""Turns bytes into text: the encoding is told by its mark, by what decodes, else by the words."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass

import charset_normalizer

from cobrand.errors import RosterError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16",
          "utf-16-be": "UTF-16", "utf-32": "UTF-32", "cp1252": "Windows-1252",
          "cp1256": "Windows-1256", "cp1250": "Windows-1250", "cp1251": "Windows-1251",
          "cp1253": "Windows-1253", "cp1254": "Windows-1254", "cp1255": "Windows-1255",
          "cp874": "Windows-874"}  # fmt: skip
_SAMPLE = 200_000
_USUAL = (
    ("cp1252", "éèàùâêîôûçëïüœæáíóúñäößåøãõÉÈÀÇÁÍÓÚÑÄÖÜØÅÊÔÎ"),
    ("cp1256", "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ،؛؟ًٌٍَُِّْـ"),
    ("cp1250", "łśąęźżńćŁŚŻčřžšěůýďťňČŘŽŠőűđăşţáéíóúöüäôç"),
    ("cp1251", "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯіїєґў"),
    ("cp1254", "şğıİŞĞçöüÇÖÜâîû"),
    ("cp1253", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"),
    ("cp1255", "אבגדהוזחטיכלמנסעפצקרשתךםןףץ"),
    ("cp874", "กขคงจฉชซญฎฏฐณดตถทธนบปผฝพฟภมยรลวศษสหอฮะาำเแโใไ"),
)
"""Encodings of one byte, the likeliest first, each with the letters its languages use most."""
_SIGNS = frozenset("’‘“”–—…«»·°©®€¡¿§ªº\u00a0،؛؟")
_EASTERN = frozenset(("CJK", "HIRAGANA", "KATAKANA", "HANGUL"))
"""Scripts that stand mixed, and whose letters of two bytes seldom come about by chance."""
_WRONG, _EASTERN_LETTER, _SMALL_START = 3.0, 0.25, 0.2


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, what its encoding is called, and whether that is a guess."""

    text: str
    encoding: str
    guessed: bool


def decode(data: bytes, encoding: str = "") -> Decoded:
    """Return the text of a file in this encoding, else in the one it is most likely in.

    RosterError if the encoding is unknown or does not fit, or the bytes are no text.
    """
    if encoding:
        return Decoded(_plain(_asked(data, encoding)), called(encoding), guessed=False)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_plain(_asked(data, name)), called(name), guessed=False)
    name = _guess(data)
    return Decoded(_plain(_asked(data, name)), called(name), guessed=name != "utf-8")


def called(encoding: str) -> str:
    """Return what people call an encoding."""
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        return encoding
    return _NAMES.get(name, name)


def _asked(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except (LookupError, AssertionError) as error:
        raise RosterError("roster.unknown-encoding", encoding=encoding) from error
    except UnicodeError as error:
        raise RosterError("roster.wrong-encoding", encoding=called(encoding)) from error
    return text.removeprefix("\ufeff")


def _plain(text: str) -> str:
    if "\0" in text:
        raise RosterError("roster.not-text")
    return text


def _guess(data: bytes) -> str:
    wide = _wide(data)
    if wide:
        return wide
    if _decodes(data, "utf-8"):
        return "utf-8"
    sample = data[:_SAMPLE]
    others = [name for name in (_other(sample),) if name]
    fitting = [name for name in (*dict(_USUAL), *others) if _decodes(data, name)]
    if not fitting:
        raise RosterError("roster.not-text")
    return min(fitting, key=lambda name: _strange(sample.decode(name, "ignore"), name))


def _wide(data: bytes) -> str:
    """Tell UTF-16 without a mark: commas, breaks and Latin letters have a zero byte each."""
    sample = data[: _SAMPLE // 2 * 2]
    if b"\0" not in sample or len(data) % 2:
        return ""
    first, second = sample[::2].count(0), sample[1::2].count(0)
    name = "utf-16-le" if second > first else "utf-16-be"
    if not _decodes(data, name):
        return ""
    text = data.decode(name)
    return name if "\0" not in text and ("\n" in text or "\r" in text) else ""


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def _other(sample: bytes) -> str:
    """Return what charset-normalizer takes it for: East Asian encodings, those of old systems."""
    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best is not None else ""


def _strange(text: str, encoding: str) -> float:
    """Return how little a text looks like words of the languages that use this encoding."""
    usual = dict(_USUAL).get(encoding, "")
    high = [place for place, letter in enumerate(text) if letter > "\x7f"]
    wrong = sum(_oddity(text, place, usual) for place in high)
    return wrong / max(1, len(high))


def _oddity(text: str, place: int, usual: str) -> float:
    """Return what speaks against one letter where it stands: nothing, or up to 3."""
    letter = text[place]
    before, after = (
        each if each.isalpha() or unicodedata.category(each or " ")[0] == "M" else ""
        for each in (text[max(0, place - 1) : place], text[place + 1 : place + 2])
    )
    if unicodedata.category(letter) == "Cc":
        return _WRONG
    if letter in _SIGNS:
        return 0.0
    if unicodedata.category(letter)[0] == "M":
        return 0.0 if letter in usual else 0.5 if before else _WRONG
    if not letter.isalpha():
        return _WRONG if before and after else 1.0
    return _odd_letter(letter, before, after, usual)


def _odd_letter(letter: str, before: str, after: str, usual: str) -> float:
    """Return what speaks against a letter between two that may be none."""
    if any(_script(letter) != _script(other) for other in (before, after) if other):
        return _WRONG
    if before.islower() and letter.isupper():
        return 2.0
    if _script(letter) in _EASTERN:
        return _EASTERN_LETTER
    return (0.0 if letter in usual else 0.5) + (
        _SMALL_START if _starts_small(letter, before) else 0
    )


def _starts_small(letter: str, before: str) -> bool:
    """Say whether a word begins with a small letter: names do not, where there are capitals."""
    return letter.islower() and not before


def _script(letter: str) -> str:
    """Return the first word of what Unicode calls a letter; East Asian scripts count as one."""
    name = unicodedata.name(letter, "").partition(" ")[0]
    return "CJK" if name in _EASTERN else name
