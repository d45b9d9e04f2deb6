"""One brief, start to finish: load, compose, review, preview and export."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TypeVar

from cobrand import layout, render
from cobrand.errors import BadResource, LogoError, WrongUse
from cobrand.export import files, paper, writing
from cobrand.export.dossier import Dossier
from cobrand.export.easel import Easel
from cobrand.export.excerpt import embed
from cobrand.export.measure import Found, Memory, foreign, measure
from cobrand.export.order import Order
from cobrand.export.written import Written
from cobrand.intake import here, reader
from cobrand.library import Library, unknown
from cobrand.model.bitmap import Bitmap
from cobrand.model.brief import Brief
from cobrand.model.campaign import Campaign, Ground, MarkFile, Variant, Vocabulary
from cobrand.model.care import USUAL, Care
from cobrand.model.composition import Composition
from cobrand.model.finding import Finding, Severity, breach, note, warning
from cobrand.model.format import Format, at_scale
from cobrand.model.geometry import Box
from cobrand.model.guest import ALONE, MOST_ORGANISATIONS, Guests, Partner
from cobrand.model.logo import Logo
from cobrand.model.paper import PrintingTypesetter
from cobrand.model.scene import Scene
from cobrand.model.template import Template
from cobrand.pixels import memory, svg
from cobrand.rules.case import Marks as Seen
from cobrand.rules.eye import Eye
from cobrand.rules.kin import with_variants
from cobrand.rules.order import in_order, role
from cobrand.rules.permission import of_partner, permissions
from cobrand.rules.review import review

_REMEMBERED = 32  # logos and pictures kept between calls, usually
_PHOTOS = 4  # photographs likewise; each may take 32 MB
_PHOTO_GROUND = "photo"
_MISSING = "words.missing"
_NO_PHOTO = "photo.missing"

Named = TypeVar("Named")
Marks = tuple[tuple[Variant, Logo], ...]
Load = Callable[[Path, Care], Logo]
LoadPhoto = Callable[[Path], Bitmap]
ReadMark = Callable[[bytes], Logo]


@dataclass(frozen=True, slots=True)
class _FileState:
    """A file as it was when it was read: another time or size means another file."""

    path: Path
    changed: int
    size: int


class Engine:
    """Makes cards from briefs; the world it needs is handed in.

    `load` reads a logo file, `load_photo` a photograph; the usual ones read in a limited worker
    process. So many logos and pictures are `remembered`. `read_mark` reads a campaign's own marks,
    which are trusted, and usually does so here. Everything it gives is frozen, and it may
    be called from several threads.
    """

    def __init__(
        self,
        library: Library,
        typesetter: PrintingTypesetter,
        load: Load = reader.read_file,
        load_photo: LoadPhoto = reader.read_photo,
        remembered: int = _REMEMBERED,
        read_mark: ReadMark | None = None,
    ) -> None:
        memory.give_back()
        self.library = library
        self._tools = layout.Tools(typesetter, Eye())
        self._printer = typesetter
        self._pen = render.Pen(lru_cache(remembered)(embed))
        self._easel = Easel()
        self._load = lru_cache(remembered)(lambda state, care: load(state.path, care))
        self._load_photo = lru_cache(_PHOTOS)(lambda state: load_photo(state.path))
        self._marks = lru_cache(4)(
            partial(_read_marks, read_mark or partial(here.read, typesetter=typesetter))
        )
        self._memory = Memory()

    def load(self, path: Path, care: Care = USUAL) -> Logo:
        """Read a logo file with this care, or return it as read so before.

        LogoError says what is wrong with the file.
        """
        return self._load(_state(path), care)

    def photo(self, path: Path) -> Bitmap:
        """Read a photograph, or return it as read before: upright sRGB, opaque.

        LogoError says what is wrong with the file; its code starts with `photo`.
        """
        return self._load_photo(_state(path))

    def logo(self, brief: Brief) -> Logo:
        """Read a brief's logo with its care, and the organisation's own variants of it.

        What a variant's file is, is judged as strictly as the logo's own; LogoError likewise.
        """
        return self._with_variants(self.load(Path(brief.logo), brief.care), brief)

    def guests(self, brief: Brief) -> Guests:
        """Read a brief's photograph and the logos of its partners and companions.

        LogoError as for the lead's logo.
        """
        return Guests(
            partners=tuple(
                self._with_variants(self.load(Path(each.logo), each.care), each)
                for each in brief.partners
            ),
            companions=tuple(self.load(Path(each.logo)) for each in brief.companions),
            photo=self.photo(Path(brief.photo.file)) if brief.photo else None,
        )

    def mark(self, campaign: str, variant: Variant) -> Logo:
        """Return a variant of the campaign's mark as read from its file, or the first there is."""
        marks = self._marks(self.library.campaign(campaign))
        return dict(marks).get(variant, marks[0][1])

    def compose(self, brief: Brief, logo: Logo, guests: Guests = ALONE) -> Composition:
        """Lay out every page of a brief and review it; `guests` are what `guests` read for it.

        Logos of partners and companions that are not among them are read now.
        Raises what `check` raises, and WrongUse where the template has no form for the format's
        proportions. Words that the template needs and nobody gave are breaches, so that a card can
        be looked at while it is written; `export` does not write it so.
        """
        brief = brief.in_letters()
        parts = self._parts(brief, logo, guests)
        pages = self._pages(parts)
        scenes, findings = [], list(_brief_findings(parts, pages))
        for page in pages:
            scene, found = layout.compose(page, self._tools)
            scenes.append(scene)
            findings += [*found, *self._reviewed(scene, parts)]
        found = tuple(dict.fromkeys(findings))
        return Composition(brief, parts.format, tuple(scenes), found, parts.logos)

    def check(self, brief: Brief) -> None:
        """Raise UnknownId, with what there is, for any id of a brief that is nowhere.

        WrongUse refuses more organisations than a lock-up holds.
        """
        given = 1 + len(brief.partners)
        if given > MOST_ORGANISATIONS:
            code = "wrong-use.too-many-organisations"
            raise WrongUse(code, given=given, most=MOST_ORGANISATIONS)
        campaign, template = self.library.campaign(brief.campaign), brief.template
        self.library.format(brief.format)
        _ground(brief, self.library.template(template), campaign)
        vocabulary = _vocabulary(brief, campaign)
        messages = tuple(message.id for message in vocabulary.messages)
        if brief.message and not brief.word("message") and brief.message not in messages:
            raise unknown("key message", brief.message, messages)

    def svg(self, composition: Composition, page: int = 0) -> str:
        """Return a page as an SVG document."""
        return self._pen.draw(composition.pages[page])

    def preview(self, composition: Composition, width: int, page: int = 0) -> Bitmap:
        """Return a page drawn `width` pixels wide, as the file will look."""
        scene = composition.pages[page]
        whole = Box.of(scene.size).grown(scene.bleed)
        height = max(1, round(width / whole.size.aspect))
        return svg.draw(self.svg(composition, page), width, height)

    def export(
        self,
        composition: Composition,
        target: Path,
        kind: str,
        *,
        overwrite: bool = False,
        scale: float = 1.0,
        store: files.Store = files,
    ) -> Written:
        """Write one file, open it again and measure it; ExportError says what went wrong.

        WrongUse refuses a card without the words that its template needs.
        """
        _complete(composition)
        return writing.write(
            composition,
            target,
            kind,
            self.library.campaign(composition.brief.campaign),
            templates=self._templates(composition.brief.template),
            overwrite=overwrite,
            scale=scale,
            store=store,
            pen=self._pen,
            marks=self._marks(self.library.campaign(composition.brief.campaign)),
            memory=self._memory,
            easel=self._easel,
        )

    def measure(
        self, data: bytes, composition: Composition, kind: str, *, scale: float = 1.0
    ) -> Found:
        """Measure the bytes of a file, whoever wrote it, against this composition.

        `scale` says how many times its size a picture should be.
        """
        campaign = self.library.campaign(composition.brief.campaign)
        templates = self._templates(composition.brief.template)
        marks = self._marks(campaign)
        order = Order(composition, campaign, kind, templates, scale, marks=marks)
        return measure(data, order, self._memory)

    def find(
        self, data: bytes, kind: str, logo: Logo, brief: Brief, format_: Format | None = None
    ) -> Found | tuple[str, ...]:
        """Measure a file that nobody laid out here, by the marks found in it.

        `brief` says campaign and language. Returns the roles of the marks that are not found.
        """
        campaign = self.library.campaign(brief.campaign)
        marks = self._marks(campaign)
        return foreign.measured(
            data, foreign.Asked(kind, logo, marks, campaign, brief.language, format_)
        )

    def print_proof(self, dossier: Dossier) -> bytes:
        """Return the proof of written files as PDF."""
        return paper.pages(dossier, self._printer)

    def weigh(self, composition: Composition, kind: str) -> int:
        """Return how many bytes the file would have: it is made, but not written."""
        return len(self.make(composition, kind))

    def make(self, composition: Composition, kind: str) -> bytes:
        """Return the bytes of the file that `export` would write, neither saved nor measured."""
        campaign = self.library.campaign(composition.brief.campaign)
        templates = self._templates(composition.brief.template)
        kind, scale = at_scale(kind)
        order = Order(composition, campaign, kind, templates, scale, self._pen, easel=self._easel)
        return writing.make(order).data

    def _templates(self, first: str) -> tuple[Template, ...]:
        """Return a template and the ones of the pages that follow it."""
        templates = [self.library.template(first)]
        while templates[-1].follows not in {"", *(template.id for template in templates)}:
            templates.append(self.library.template(templates[-1].follows))
        return tuple(templates)

    def _with_variants(self, logo: Logo, given: Brief | Partner) -> Logo:
        files: tuple[tuple[Variant, str], ...]
        files = (("reversed", given.reversed), ("mono", given.mono))
        variants = tuple((variant, self.load(Path(file))) for variant, file in files if file)
        return with_variants(logo, variants)

    def _reviewed(self, scene: Scene, parts: layout.Parts) -> tuple[Finding, ...]:
        seen = None
        if scene.promise is not None:
            logo, promise = parts.logo.variant(scene.promise.logo_variant), scene.promise
            pairs = zip(parts.guests.partners, promise.partners, strict=True)
            others = tuple(other.variant(each.variant) for other, each in pairs)
            seen = Seen(logo, parts.mark(promise.variant), self._tools.eye, others)
        return review(scene, parts.campaign, parts.format, seen, self._painted)

    def _painted(self, scene: Scene, box: Box) -> Bitmap:
        """Draw a part of a scene, one pixel to a px."""
        width, height = (max(1, round(side)) for side in (box.width, box.height))
        return svg.draw(self._pen.draw(scene), width, height, box)

    def _parts(self, brief: Brief, logo: Logo, guests: Guests) -> layout.Parts:
        self.check(brief)
        if not _matches(guests, brief):
            guests = self.guests(brief)
        campaign = self.library.campaign(brief.campaign)
        template, format_ = self.library.template(brief.template), self.library.format(brief.format)
        if template.arrangement(format_.aspect_class) is None:
            raise WrongUse("wrong-use.template-format", template=template.id, format=format_.id)
        vocabulary = _vocabulary(brief, campaign)
        brief, guests = in_order(brief, guests, self._tools.typesetter.in_order)
        return layout.Parts(
            brief=brief,
            logo=logo,
            marks=self._marks(campaign),
            campaign=campaign,
            vocabulary=vocabulary,
            script=self.library.script(vocabulary.script),
            format=format_,
            template=template,
            ground=_ground(brief, template, campaign),
            guests=guests,
        ).on_photo(campaign.ground(_PHOTO_GROUND))

    def _pages(self, parts: layout.Parts) -> tuple[layout.Parts, ...]:
        return tuple(
            replace(parts, template=template) for template in self._templates(parts.template.id)
        )


def _matches(guests: Guests, brief: Brief) -> bool:
    """Say whether there is a logo for each partner and companion of the brief."""
    read = len(guests.partners), len(guests.companions)
    return read == (len(brief.partners), len(brief.companions))


def _read_marks(read: ReadMark, campaign: Campaign) -> Marks:
    return tuple((mark.variant, _read_mark(read, campaign, mark)) for mark in campaign.marks)


def _read_mark(read: ReadMark, campaign: Campaign, mark: MarkFile) -> Logo:
    try:
        return read(mark.data)
    except LogoError as problem:
        file, key = f"campaigns/{campaign.id}/{mark.name}", f"marks.{mark.variant}"
        raise BadResource("resource.bad.mark", file=file, key=key) from problem


def _vocabulary(brief: Brief, campaign: Campaign) -> Vocabulary:
    languages = tuple(words.language for words in campaign.vocabularies)
    return _known(campaign.vocabulary(brief.language), "language", brief.language, languages)


def _ground(brief: Brief, template: Template, campaign: Campaign) -> Ground:
    """Return the ground asked for, or the template's first where it has no such one."""
    known = tuple(ground.id for ground in campaign.grounds)
    _known(campaign.ground(brief.ground), "ground", brief.ground, known)
    wanted = brief.ground if brief.ground in template.grounds else template.grounds[0]
    return _known(campaign.ground(wanted), "ground", wanted, known)


def _known(found: Named | None, kind: str, name: str, known: tuple[str, ...]) -> Named:
    if found is None:
        raise unknown(kind, name, known)
    return found


def _brief_findings(parts: layout.Parts, pages: Sequence[layout.Parts]) -> tuple[Finding, ...]:
    """Say what a person should know about the words, before any layout."""
    brief, vocabulary = parts.brief, parts.vocabulary
    found = [*parts.logo.findings, *_partners_findings(parts)]
    if vocabulary.status == "unreviewed" and any(map(layout.translated, pages)):
        found.append(warning("words.unreviewed", language=vocabulary.name))
    if vocabulary.text("companions_status") == "unreviewed":
        usual = [each.kind for each in brief.companions if not each.statement]
        code = "words.companion-unreviewed"
        found += [warning(code, kind, language=vocabulary.name) for kind in usual]
    found += [breach(_MISSING, name) for name in layout.missing(parts)]
    if layout.unread_date(parts):
        date = brief.word("event.date")
        found.append(warning("words.not-a-date", "event.date", given=date))
    if parts.guests.photo and parts.photo is None:
        found.append(note("photo.not-used", "photo"))
    if parts.template.photograph and parts.photo is None:
        found.append(breach(_NO_PHOTO, "photo"))
    elif parts.photo is None and _other_ground(parts):
        found.append(note("ground.not-in-template", ground=brief.ground, used=parts.ground.id))
    return (*found, *permissions(brief, parts.campaign))


def _partners_findings(parts: layout.Parts) -> Iterator[Finding]:
    """Yield what to look at in the files of further organisations' logos, each with its name.

    What would mend one is offered where that logo is, not on the card.
    """
    for place, (partner, logo) in enumerate(
        zip(parts.brief.partners, parts.guests.partners, strict=True), 1
    ):
        name = of_partner(partner).name
        for each in logo.findings:
            if each.severity >= Severity.WARNING:
                values = (*each.values, ("name", name))
                yield Finding(each.severity, f"{each.code}.partner", values, role(place))


def _other_ground(parts: layout.Parts) -> bool:
    """Say whether the ground asked for is none of the template's."""
    return parts.brief.ground not in parts.template.grounds and parts.template.kind == "card"


def _complete(composition: Composition) -> None:
    """Refuse a card that nobody could use: it lacks words that it is made for."""
    lacking = [found.role for found in composition.findings if found.code == _MISSING]
    if lacking:
        template = composition.brief.template
        raise WrongUse("wrong-use.words-missing", role=lacking[0], template=template)
    if any(found.code == _NO_PHOTO for found in composition.findings):
        raise WrongUse("wrong-use.photo-missing", template=composition.brief.template)


def _state(path: Path) -> _FileState:
    try:
        state = path.stat()
    except OSError:
        return _FileState(path, 0, 0)
    return _FileState(path, state.st_mtime_ns, state.st_size)
