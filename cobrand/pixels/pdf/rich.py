"""Fills the marks of a page with what its own program says: gradients and soft masks."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from pypdf import PageObject, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from cobrand.errors import DrawingFailed
from cobrand.pixels.pdf import content, glyphs, shades, walk
from cobrand.pixels.pdf.content import Said, SoftMask
from cobrand.pixels.pdf.document import nested
from cobrand.pixels.pdf.marks import Gradient, Group, Hidden, Mark, Mask, Outline, Shade, Unsaid

MOST_MASKS = 40
DEEPEST = 3


def enriched(marks: tuple[Mark, ...], sheet: PageObject, depth: int = 0) -> tuple[Mark, ...]:
    """Return the marks with gradients and masks; DrawingFailed where the two do not agree."""
    said = content.said(sheet)
    if len(said) != sum(1 for _ in _counted(marks)):
        raise DrawingFailed("drawing-failed.pdf")
    return _Filler(sheet, said, shades.gradients(said), depth).all(marks)


def _counted(marks: tuple[Mark, ...]) -> Iterator[Mark]:
    for mark in marks:
        if isinstance(mark, Hidden):
            yield from _counted((mark.mark,))
        if isinstance(mark, (Group, Unsaid)) or (isinstance(mark, Outline) and not mark.letter):
            yield mark
        if isinstance(mark, Group):
            yield from _counted(mark.marks)


class _Filler:
    """Goes through marks and sayings side by side."""

    def __init__(
        self, sheet: PageObject, said: list[Said], gradients: dict[int, Gradient], depth: int
    ) -> None:
        self.sheet = sheet
        self.said = iter(said)
        self.gradients = gradients
        self.depth = depth
        self.masks: dict[tuple[int, object], Mask] = {}

    def all(self, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        return tuple(self._filled(mark) for mark in marks)

    def _filled(self, mark: Mark) -> Mark:
        if isinstance(mark, Hidden):
            self._filled(mark.mark)  # what is said of it is passed over with it
            return mark
        if isinstance(mark, Group):
            said = next(self.said)
            return self._masked(replace(mark, marks=self.all(mark.marks)), said)
        if isinstance(mark, Unsaid):
            said = next(self.said)
            gradient = self.gradients.get(id(said))
            return self._masked(Shade(gradient, mark.clips), said) if gradient else mark
        if isinstance(mark, Outline) and not mark.letter:
            said = next(self.said)
            gradient = self.gradients.get(id(said))
            filled = replace(mark, fill=gradient) if gradient and mark.filled else mark
            return self._masked(filled, said)
        return mark

    def _masked(self, mark: Outline | Group | Shade, said: Said) -> Mark:
        if said.mask is None:
            return mark
        key = id(said.mask.form), said.mask.matrix
        if key not in self.masks:
            self.masks[key] = self._mask(said.mask)
        return Group((replace(mark, clips=()),), 1.0, mark.clips, self.masks[key])

    def _mask(self, mask: SoftMask) -> Mask:
        if len(self.masks) >= MOST_MASKS or self.depth >= DEEPEST:
            raise DrawingFailed("drawing-failed.pdf")
        data = _alone(self.sheet, mask)
        with nested(data) as document:
            page = document[0]
            marks = walk.marks(document, page, glyphs.read(page))
            return Mask(enriched(marks, content.page(data, 1), self.depth + 1), mask.luminous)


def _alone(sheet: PageObject, mask: SoftMask) -> bytes:
    """Return a document whose one page draws the mask's form where the mask would be."""
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_page(PageObject.create_blank_page(width=1, height=1))
    page = writer.pages[0]
    page[NameObject("/MediaBox")] = sheet["/MediaBox"].clone(writer)
    numbers = " ".join(f"{number:.9f}" for number in mask.matrix)
    program = StreamObject()
    program.set_data(f"{numbers} cm /M Do".encode())
    named = DictionaryObject({NameObject("/M"): mask.form.clone(writer).indirect_reference})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): named})
    page[NameObject("/Contents")] = writer._add_object(program)
    writer.write(out)
    return out.getvalue()
