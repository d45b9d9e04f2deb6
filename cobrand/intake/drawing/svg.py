"""Turns an SVG file into normalised artwork that can stand inside any other drawing."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from cobrand.errors import LogoTooLarge, LogoUnreadable
from cobrand.intake.drawing import clean, frame, inset, limits, markup, paths, references, rounded
from cobrand.intake.drawing.css import style
from cobrand.model.finding import Finding, note
from cobrand.model.geometry import Box, Size

LARGEST_UNPACKED = 30_000_000
DEEPEST_PICTURE = 2
_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
ANYWHERE = Box(-16_384, -16_384, 32_768, 32_768)


@dataclass(frozen=True, slots=True)
class Normal:
    """A drawing after the door: its group, its page, the same page in the file's own units.

    `sized` is False if the file says no size: then the page is merely large enough. `fonts` come
    inside the file. `ahead` says that it holds what librsvg does not read as it was written.
    """

    group: Element
    prefix: str
    page: Size
    window: Box
    sized: bool
    findings: tuple[Finding, ...]
    fonts: tuple[str, ...]
    ahead: bool

    @property
    def body(self) -> str:
        """The markup that stands inside `<svg>`."""
        return markup.write(self.group)


def unpack(data: bytes) -> bytes:
    """Return what a .svgz holds, if it is not too much."""
    unpacker = zlib.decompressobj(wbits=31)
    try:
        plain = unpacker.decompress(data, LARGEST_UNPACKED)
    except zlib.error as error:
        raise LogoUnreadable("logo.damaged", kind="svgz") from error
    if unpacker.unconsumed_tail:
        raise LogoTooLarge("logo.too-large", limit=LARGEST_UNPACKED // 1_000_000)
    if not unpacker.eof:
        raise LogoUnreadable("logo.truncated", kind="svgz")
    return plain


def normalise(data: bytes, prefix: str, extent: Box | None = None, inside: int = 0) -> Normal:
    """Read a drawing: styles are attributes, ids are its own, nothing points outside.

    `extent` is the box of its ink, for a drawing that says no size; `inside` counts the drawings
    that it stands in as a picture.
    """
    root = markup.parse(data)
    if markup.local(root) != "svg":
        raise LogoUnreadable("logo.unreadable")
    styled = style.inline(root)
    if inside < DEEPEST_PICTURE:
        inset.inset(root, lambda held: _inset(held, prefix, inside + 1))
    cleaned = clean.clean(root)
    paths.mend(root)
    said = frame.frame(root, extent)
    framed = said or frame.Frame(ANYWHERE.size, ANYWHERE, "none")
    frame.resolve(root, framed.view)
    rounded.outline(root)
    references.prefix(root, prefix)
    limits.check(root)
    group = frame.wrap(root, framed.transform if said else "")
    findings = cleaned.findings + _left(styled)
    ahead = styled.new or cleaned.recast or "transform" in root.attrib
    sized = said is not None
    return Normal(group, prefix, framed.page, framed.window, sized, findings, styled.fonts, ahead)


def _inset(data: bytes, prefix: str, inside: int) -> tuple[Element, Size]:
    drawn = normalise(data, f"{prefix}-{hashlib.sha256(data).hexdigest()[:8]}", None, inside)
    return drawn.group, drawn.page


def _left(styled: style.Styled) -> tuple[Finding, ...]:
    return (note("logo.styles-left", count=styled.left),) if styled.left else ()


def document(body: str, view: Box) -> str:
    """Return a body as a document of its own that shows `view`."""
    box = f"{view.left:.9g} {view.top:.9g} {view.width:.9g} {view.height:.9g}"
    return f'{_HEAD} viewBox="{box}" preserveAspectRatio="none">{body}</svg>'


def placed(body: str, art: Size, view: Box, page: Size, at: Box) -> str:
    """Return a page with `view` of a body set into it at `at`, in the way of the painters."""
    across, down = at.width / view.width, at.height / view.height
    left, top = at.left - view.left * across, at.top - view.top * down
    return (
        f'{_HEAD} viewBox="0 0 {page.width:.9g} {page.height:.9g}"><clipPath id="page">'
        f'<rect width="{art.width:.9g}" height="{art.height:.9g}"/></clipPath>'
        f'<g transform="translate({left:.9g} {top:.9g}) scale({across:.9g} {down:.9g})">'
        f'<g clip-path="url(#page)">{body}</g></g></svg>'
    )
