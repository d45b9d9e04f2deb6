"""Fill what stands on every page: margins, heads with the pair, feet with the words."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.section import Section, _Footer, _Header
from docx.shared import Emu, Pt
from docx.text.paragraph import Paragraph

from cobrand.export.docx import anchor, paragraphs, styles
from cobrand.export.docx.anchor import Place
from cobrand.export.docx.letter import Letter, Text, folds, texts
from cobrand.export.docx.styles import NAMES
from cobrand.export.excerpt import excerpt, rastered
from cobrand.export.order import Order
from cobrand.model.colour import WHITE
from cobrand.model.geometry import Box, union
from cobrand.model.scene import Group, Item, Scene
from cobrand.pixels import encode

_PPI, _ORNAMENT_PPI = 600, 300
_MOST_PIXELS = 3_200_000  # a band over the whole page's head is drawn with fewer dots per inch
_FEET = ("footer_name", "footer_contact", "footer_url")
_SEATS = ("seats", "seat", "lit-seat")
_COMPANIONS = ("eu", "eu-statement", "sdg", "sdg-line", "sdg-statement")
_PAIR = ("table", "lockup", "logo", "separator", "mark", *_COMPANIONS)
_NONE = 1  # px: a head that takes no room


def set_page(section: Section, letter: Letter) -> None:
    """Set the paper and the margins; the first page has its own head and foot."""
    section.page_width, section.page_height = _emu(letter.page.width), _emu(letter.page.height)
    section.left_margin, section.right_margin = _emu(letter.body.left), _emu(letter.body.right)
    section.top_margin, section.bottom_margin = _emu(letter.top), _emu(letter.body.bottom)
    section.gutter = Emu(0)
    section.different_first_page_header_footer = True


def set_heads(section: Section, letter: Letter, alt: str) -> None:
    """Put pair and fold marks in the first head, name and page number in the others."""
    first = _only(section.first_page_header)
    _float(section.first_page_header, first, letter.first, alt, 1)
    later = _only(section.header)
    _set_page_line(section, later, letter)
    _float(section.header, section.header.add_paragraph(), letter.following, alt, 101)


def set_feet(section: Section, letter: Letter) -> None:
    """Put the organisation's words in both feet, their last line where the scene has it."""
    first, later = (_feet(page) for page in (letter.first, letter.following))
    _fill_foot(section.first_page_footer, first, letter)
    _fill_foot(section.footer, later, letter)
    lowest = max((text.bottom for _, text in first), default=letter.page.height - letter.top / 3)
    section.footer_distance = _emu(max(0.0, letter.page.height - lowest))


def alt_text(order: Order) -> str:
    """Return what the pair's picture says to those who do not see it."""
    if order.composition.brief.partners:  # the scene knows in which order they stand
        return order.composition.scene.title
    names = (order.composition.brief.name, order.campaign.hashtag)
    return " · ".join(name for name in names if name)


def _set_page_line(section: Section, paragraph: Paragraph, letter: Letter) -> None:
    names = texts(letter.following, "page_name")
    numbers = texts(letter.following, "page_number")
    if not names and not numbers:
        return
    line = (*names, *numbers)[0]
    paragraph.style = NAMES["page_name" if names else "page_number"]
    section.header_distance = _emu(line.top)
    width = letter.page.width - letter.body.left - letter.body.right
    paragraph.paragraph_format.tab_stops.add_tab_stop(_emu(width), WD_TAB_ALIGNMENT.RIGHT)
    for text in names[:1]:
        paragraphs.fill(paragraph, text.source, rtl=letter.rtl)
    paragraph.add_run().add_tab()
    for text in numbers[:1]:
        for run in paragraphs.fill_numbered(paragraph, text.source, rtl=letter.rtl):
            styles.set_run(run, text)


def _feet(page: Scene) -> tuple[tuple[str, Text], ...]:
    found = [(role, text) for role in _FEET for text in texts(page, role)]
    return tuple(sorted(found, key=lambda pair: pair[1].baseline))


def _fill_foot(foot: _Footer, lines: tuple[tuple[str, Text], ...], letter: Letter) -> None:
    first = _only(foot)
    for index, (role, text) in enumerate(lines):
        paragraph = first if index == 0 else foot.add_paragraph()
        paragraph.style = NAMES[role]
        below = lines[index + 1][1].top if index + 1 < len(lines) else text.bottom
        paragraph.paragraph_format.space_after = _emu(max(0.0, below - text.bottom))
        paragraphs.fill(paragraph, "\n".join(text.lines), rtl=letter.rtl)


def _float(head: _Header, paragraph: Paragraph, page: Scene, alt: str, number: int) -> None:
    """Put all that floats on a page into one paragraph that takes no room, numbered on."""
    paragraph.paragraph_format.line_spacing = Pt(_NONE)
    paragraphs.turn_ltr(paragraph)
    for element in _floating(head, page, alt, number):
        paragraph._p.append(element)


def _floating(head: _Header, page: Scene, alt: str, start: int) -> Iterator[object]:
    """Yield the pair, the seats and the fold marks of a page, each at its place."""
    for number, (name, roles, box, words) in enumerate(_pictures(page, alt), start):
        ppi = _ppi(box, _PPI if words else _ORNAMENT_PPI)
        place = _whole(box, ppi / 96)
        bitmap = rastered(excerpt(page, roles, place, WHITE), ppi / 96)
        drawn = encode.within(bitmap, "png", ppi=ppi)
        relation, _ = head.part.get_or_add_image(io.BytesIO(drawn.data))
        yield anchor.picture(Place(place, number, name, words), relation)
    for count, fold in enumerate(folds(page), 1):
        yield anchor.bar(Place(fold.box, start + 9 + count, f"Fold {count}"), fold.colour)


def _ppi(box: Box, wished: int) -> int:
    return min(wished, int(96 * math.sqrt(_MOST_PIXELS / (box.width * box.height))))


def _whole(box: Box, scale: float) -> Box:
    """Return the box out to whole pixels: half a one at an edge would show as a grey line."""
    left, top = math.floor(box.left * scale), math.floor(box.top * scale)
    right, bottom = math.ceil(box.right * scale), math.ceil(box.bottom * scale)
    return Box.spanning(left / scale, top / scale, right / scale, bottom / scale)


def _pictures(page: Scene, alt: str) -> Iterator[tuple[str, tuple[str, ...], Box, str]]:
    whole = Box.of(page.size)
    seats = _within(_box(page, _SEATS), whole)
    if seats is not None:
        yield "Circle of seats", _SEATS, seats, ""
    pair = _within(_box(page, _PAIR), whole)
    if pair is not None:
        yield "Lock-up", _PAIR, pair.grown(1), alt


def _box(page: Scene, roles: tuple[str, ...]) -> Box | None:
    found = tuple(item.box for role in roles for item in page.find(role) if not _clips(item))
    return union(found) if found else None


def _clips(item: Item) -> bool:
    """Say whether an item's box is only where it is cut off."""
    return isinstance(item, Group) and item.clip


def _within(box: Box | None, page: Box) -> Box | None:
    if box is None:
        return None
    return Box.spanning(
        max(box.left, page.left),
        max(box.top, page.top),
        min(box.right, page.right),
        min(box.bottom, page.bottom),
    )


def _only(part: _Header | _Footer) -> Paragraph:
    part.is_linked_to_previous = False
    paragraph: Paragraph = part.paragraphs[0]
    return paragraph


def _emu(px: float) -> Emu:
    return Emu(round(px * anchor.EMU_PER_PX))
