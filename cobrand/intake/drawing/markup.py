"""Turns SVG bytes into a tree and a tree into markup, without reaching outside or growing wild."""

from __future__ import annotations

import re
from html.entities import name2codepoint
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from cobrand.errors import LogoTooLarge, LogoUnreadable
from cobrand.intake.drawing.vocabulary import STYLES, SVG, TEXTS, XLINK, XML

MOST_ELEMENTS = 50_000
DEEPEST = 150
MOST_CHARACTERS = 30_000_000
LARGEST_ENTITY = 100_000
LONGEST_VALUE = 200_000
"""Characters of an attribute that is neither a path, nor a list of points, nor a picture."""
MOST_ENTITIES = 1_000

_LONG = frozenset(("d", "points", "href"))
_SPECIAL = re.compile(r"[&<>\"\n\r\t]")
_REFERENCE = re.compile(r"&([^#;&]+);")
_CUT_OFF = frozenset(
    expat.errors.codes[message]
    for message in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
)
_UNKNOWN = expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]
_LETTER = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_NAMES = frozenset(("amp", "lt", "gt", "quot", "apos"))
_TRAILING = expat.errors.codes[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]
_AMPLIFIED = 43  # no name for it in this Python: more came out of the entities than expat allows


def parse(data: bytes, *, spelt: bool = False) -> Element:
    """Return the root element; names are `{namespace}local`, comments are gone.

    Names of letters that only web pages know are `spelt` as numbers if there are any.
    """
    reader = _Reader()
    try:
        reader.parser.Parse(trimmed(data), True)
    except expat.ExpatError as error:
        if error.code == _UNKNOWN and not spelt:
            return parse(_LETTER.sub(_numbered, data), spelt=True)
        if error.code != _TRAILING:
            raise _refusal(error) from error
    except (ValueError, LookupError, UnicodeError) as error:  # an encoding nobody knows
        raise LogoUnreadable("logo.svg-malformed", line=1) from error
    return reader.tree.close()


def _numbered(found: re.Match[bytes]) -> bytes:
    name = found[1].decode("ascii")
    known = name2codepoint.get(name) if name not in _XML_NAMES else None
    return found[0] if known is None else b"&#%d;" % known


def trimmed(data: bytes) -> bytes:
    """Return the document without what stands before its first character."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data if wide else data.lstrip(b"\xef\xbb\xbf \t\r\n")


def local(element: Element) -> str:
    """Return an element's name if it is SVG's, else nothing."""
    return element.tag.removeprefix(f"{{{SVG}}}") if element.tag.startswith(f"{{{SVG}}}") else ""


def write(element: Element) -> str:
    """Return the element as markup for a place where plain names are SVG and xlink is declared."""
    return "".join(_written(element, []))


class _Reader:
    """Builds the tree from the parser's events and minds the limits."""

    def __init__(self) -> None:
        self.tree = TreeBuilder()
        self.scopes: list[dict[str, str]] = [{"xml": XML, "xlink": XLINK, "": SVG, "svg": SVG}]
        self.elements = 0
        self.characters = 0
        self.entities: dict[str, str] = {}
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity
        self.parser.EndDoctypeDeclHandler = self._declared

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        self._count(sum(map(len, attributes.values())))
        if self.elements > MOST_ELEMENTS or len(self.scopes) > DEEPEST:
            raise LogoTooLarge("logo.too-complex")
        declared = {
            key.partition(":")[2]: value
            for key, value in attributes.items()
            if key.split(":")[0] == "xmlns"
        }
        if any(_overlong(*item) for item in attributes.items()):
            raise LogoTooLarge("logo.too-complex")
        self.scopes.append({**self.scopes[-1], **declared} if declared else self.scopes[-1])
        plain = {
            (self._name(key) if ":" in key else key): value
            for key, value in attributes.items()
            if key.split(":")[0] != "xmlns"
        }
        self.tree.start(self._name(name), plain)

    def _end(self, name: str) -> None:
        self.tree.end(self._name(name))
        self.scopes.pop()

    def _text(self, text: str) -> None:
        self._count(len(text))
        self.tree.data(text)

    def _name(self, name: str) -> str:
        prefix, colon, rest = name.rpartition(":")
        space = self.scopes[-1].get(prefix, "unbound")
        return f"{{{space}}}{rest if colon else name}" if space else name

    def _count(self, characters: int) -> None:
        self.characters += characters
        if self.characters > MOST_CHARACTERS:
            raise LogoTooLarge("logo.too-complex")

    def _entity(self, name: str, is_parameter: bool, value: str | None, *_: object) -> None:
        if not is_parameter and value is not None:
            self.entities[name] = value
        if len(self.entities) > MOST_ENTITIES:
            raise LogoTooLarge("logo.too-complex")

    def _declared(self) -> None:
        sizes: dict[str, int] = {}
        for name in self.entities:
            if _expanded(name, self.entities, sizes, ()) > LARGEST_ENTITY:
                raise LogoTooLarge("logo.too-complex")


def _overlong(name: str, value: str) -> bool:
    """Say whether an attribute of SVG's own is longer than any drawing needs; others just go."""
    return len(value) > LONGEST_VALUE and name not in _LONG and not (":" in name or "-" in name)


def _expanded(
    name: str, entities: dict[str, str], sizes: dict[str, int], above: tuple[str, ...]
) -> int:
    """Return the length of an entity with everything it refers to."""
    if name in above or len(above) > DEEPEST:
        raise LogoTooLarge("logo.too-complex")
    if name not in sizes:
        value = entities.get(name, "")
        inner = _REFERENCE.findall(value)
        sizes[name] = len(value) + sum(
            _expanded(each, entities, sizes, (*above, name)) for each in inner
        )
    return sizes[name]


def _refusal(error: expat.ExpatError) -> LogoTooLarge | LogoUnreadable:
    if error.code == _AMPLIFIED:
        return LogoTooLarge("logo.too-complex")
    if error.code in _CUT_OFF:
        return LogoUnreadable("logo.truncated", kind="svg")
    return LogoUnreadable("logo.svg-malformed", line=error.lineno)


def _written(element: Element, out: list[str]) -> list[str]:
    name = local(element)
    words = name in TEXTS
    out.append(f"<{name}" + "".join(_attribute(*item) for item in element.attrib.items()))
    styles = [f"{key}:{element.attrib[key]}" for key in sorted(STYLES & element.attrib.keys())]
    out.append(f" style={quoteattr(';'.join(styles))}" if styles else "")
    if not len(element) and not (words and element.text):
        out.append("/>")
        return out
    out.append(">" + (escape(element.text or "") if words else ""))
    for child in element:
        _written(child, out)
        if words and child.tail:
            out.append(escape(child.tail))
    out.append(f"</{name}>")
    return out


def _quoted(value: str) -> str:
    return quoteattr(value) if _SPECIAL.search(value) else f'"{value}"'


def _attribute(key: str, value: str) -> str:
    if key in STYLES:
        return ""
    name = "xlink:href" if key == "href" else key.replace(f"{{{XML}}}", "xml:")
    return f" {name}={_quoted(value)}"
