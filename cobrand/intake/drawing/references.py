"""Gives every id in a drawing the file's own prefix, and points all references there."""

from __future__ import annotations

import re
from urllib.parse import unquote
from xml.etree.ElementTree import Element

URL = re.compile(r"""url\(\s*["']?#([^"')]*?)["']?\s*\)""")


def targets(element: Element) -> list[str]:
    """Return the ids that one element refers to."""
    href = element.get("href", "")
    found = [unquote(href[1:])] if href.startswith("#") else []
    for value in element.attrib.values():
        if "url(" in value:
            found += [unquote(name) for name in URL.findall(value)]
    return found


def prefix(root: Element, start: str) -> None:
    """Rename what is referred to as `start`-0, `start`-1 …; ids nobody needs go."""
    wanted = {name for element in root.iter() for name in targets(element)}
    names: dict[str, str] = {}
    for element in root.iter():
        name = element.attrib.pop("id", None)
        if name in wanted and name not in names:
            names[name] = f"{start}-{len(names)}"
            element.set("id", names[name])
    for element in root.iter():
        _repoint(element, names, f"{start}-none")


def _repoint(element: Element, names: dict[str, str], missing: str) -> None:
    for key, value in element.attrib.items():
        if "url(" in value:
            element.attrib[key] = URL.sub(
                lambda found: f"url(#{names.get(unquote(found[1]), missing)})", value
            )
    href = element.get("href", "")
    if href.startswith("#"):
        element.set("href", f"#{names.get(unquote(href[1:]), missing)}")
