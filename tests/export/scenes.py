"""Hand-made scenes: a card with both marks on its table, a lock-up, a letter of two pages."""

from __future__ import annotations

from dataclasses import replace

from cobrand.export.order import Order
from cobrand.model.brief import Brief
from cobrand.model.campaign import Campaign, Rules, Vocabulary
from cobrand.model.colour import WHITE, Colour
from cobrand.model.composition import Composition
from cobrand.model.format import Format
from cobrand.model.geometry import NO_INSETS, PX_PER_MM, Box, Point, Size
from cobrand.model.logo import SvgArt
from cobrand.model.scene import Drawing, Fill, Group, Item, Promise, Scene, Words
from cobrand.model.template import Template
from cobrand.model.text import TextBlock, TextLine, TextStyle

PETROL, INK, ORANGE = Colour(0x0B, 0x51, 0x58), Colour(0x13, 0x24, 0x2B), Colour(0xD9, 0x48, 0x2B)

LOGO = SvgArt(
    '<circle cx="50" cy="50" r="50" fill="#1F3F8F"/><rect x="110" y="10" width="90" height="80" '
    'fill="#D9482B"/><rect x="130" y="40" width="50" height="20" fill="#ffffff"/>',
    Size(200, 100),
)
MARK = SvgArt(
    '<path d="M0 0h60v100H0z M80 0h60v100H80z M160 0l60 0l-30 100z" fill="#0B5158"/>',
    Size(220, 100),
)
X = 40.0
SQUARE = Size(1080, 1080)
LOGO_SHARE = 1.08  # at which the two stand-ins are equals
RULES = Rules(
    unit=0.5, clear_space=1.0, clear_space_note=1.25, gap_with_line=2.0, gap_without_line=1.5,
    separator_share=0.012, separator_px=1.5, separator_pt=0.5, least_mm=12, least_px=48,
    least_short_side=0.06, small_format_px=160, letter_px=8, letter_mm=1.5, ppi=300, ppi_fail=0.6,
    hull_exponent=0.7, ink_exponent=0.3, ink_full=60, scale_least=0.8, scale_most=1.25,
    ratio_ok=0.08, ratio_warn=0.15, align_shift=0.05, contrast_mark=3, contrast_text=4.5,
    table_contrast=1.6, lost_most=0.04, distortion=0.005, print_safe_mm=5, stack_when=1.8,
    alt_most=300, busy_most=12, separator_length=1, hand_held_m2=0.5, ppi_3_m2=150, ppi_10_m2=100,
    ppi_25_m2=72, baseline_shift=0.35, wide_aspect=2,
)  # fmt: skip


def square_words(
    text: str, role: str, left: float, top: float, size: float = 40.0, **style: object
) -> Words:
    """Set a line whose glyphs are squares, one em each."""
    outline: list[tuple[object, ...]] = []
    for index, letter in enumerate(text):
        x = index * size
        if not letter.isspace():
            right, top_edge = x + size * 0.8, -size * 0.7
            outline += [("M", x, 0.0), ("L", right, 0.0), ("L", right, top_edge)]
            outline += [("L", x, top_edge), ("Z",)]
    width = len(text) * size
    ink = Box(0, -size * 0.7, width, size * 0.7)
    line = TextLine(text, tuple(outline), width, ink)  # type: ignore[arg-type]
    colour = style.pop("colour", INK)
    how = TextStyle(size, **style)  # type: ignore[arg-type]
    block = TextBlock((line,), (Point(0, size * 0.72),), Size(width, size * 0.72), how, text)
    return Words(Box(left, top, width, size * 0.72), block, colour, role)  # type: ignore[arg-type]


def pair(left: float, top: float, height: float = 2 * X) -> Group:
    """Return both marks as equals, 2X apart, with their line."""
    tall = LOGO_SHARE * height
    wide = tall * 2
    logo = Drawing(
        Box(left, top - (tall - height) / 2, wide, tall), LOGO, Box(0, 0, 200, 100), "logo"
    )
    line = Fill(Box(left + wide + height / 2 - 1, top, 2, height), INK, "separator")
    place = Box(left + wide + height, top, height * 2.2, height)
    mark = Drawing(place, MARK, Box(0, 0, 220, 100), "mark")
    return Group(logo.box.union(place), (logo, line, mark), "lockup")


def card_scene(language: str = "en") -> Scene:
    items: tuple[Item, ...] = (
        square_words("GLOBAL VOICE", "headline", 90, 90, 60, colour=WHITE),
        Fill(Box(0, 880, 1080, 200), WHITE, "table"),
        pair(90, 940),
    )
    return Scene(
        Size(1080, 1080),
        PETROL,
        items,
        language=language,
        title="Riverbank · #weareALE",
        alt="Riverbank & #weareALE. Global voice",
        promise=Promise(X, 1.0, "", WHITE, stacked=False, separator=True, variant="colour"),
    )


def letter_scene(first: bool = True) -> Scene:
    mm = PX_PER_MM
    small = {"line_height": 1.42}
    foot = (
        square_words("Riverbank", "footer_name", 25 * mm, 273 * mm, 10, weight=700, **small),
        square_words("4 Mill Lane", "footer_contact", 25 * mm, 277 * mm, 10, **small),
        square_words("\u2068www.we-are-ale.org\u2069", "footer_url", 25 * mm, 281 * mm, 10,
                     weight=600, colour=PETROL, **small),
    )  # fmt: skip
    seats = Group(
        Box(0, 0, 210 * mm, 297 * mm),
        (Fill(Box(180 * mm, 280 * mm, 20 * mm, 30 * mm), Colour(0xE9, 0xD9, 0xBC), "seat"),),
        "seats",
        clip=True,
    )
    head: tuple[Item, ...] = (
        square_words("Riverbank", "page_name", 25 * mm, 18 * mm, 11, weight=700),
        square_words("Page 2", "page_number", 170 * mm, 18 * mm, 11),
    )
    if first:
        head = (
            pair(25 * mm, 15 * mm, 12 * mm),
            Fill(Box(4 * mm, 105 * mm, 5 * mm, 1), INK, "fold"),
            square_words("Riverbank · 4 Mill Lane", "return_line", 25 * mm, 47 * mm, 9, **small),
            square_words("Ministry of Education", "address", 25 * mm, 62.7 * mm, 14, **small),
            square_words("Port Amber", "address", 25 * mm, 67.7 * mm, 14, **small),
            square_words("12 May", "date", 190 * mm - 6 * 14, 86 * mm, 14, **small),
            square_words("Investing", "subject", 25 * mm, 100 * mm, 14, weight=700, **small),
        )
    promise = Promise(6 * mm, 1.0, "", WHITE, stacked=False, separator=True, variant="colour")
    return Scene(
        Size(210 * mm, 297 * mm), WHITE, (seats, *head, *foot), title="Letter", alt="A letter",
        promise=promise if first else None,
    )  # fmt: skip


def make_format(use: str = "social", size: Size = SQUARE, **values: object) -> Format:
    plain: dict[str, object] = {
        "id": "ig_square", "names": (("en", "Instagram square"),), "use": use, "size": size,
        "unit": "px", "safe": NO_INSETS, "bleed": 0.0, "keep_out": (), "budget": 1_000_000,
        "kinds": ("png", "jpeg", "webp", "svg", "pdf"), "kit": (), "source": "", "checked": "",
    }  # fmt: skip
    return Format(**{**plain, **values})  # type: ignore[arg-type]


def make_campaign(rtl: str = "") -> Campaign:
    words = tuple(
        Vocabulary(
            tag,
            tag,
            "rtl" if tag == rtl else "ltr",
            "arabic" if tag == "ar" else "latin",
            "official",
            (),
            (),
        )
        for tag in ("en", "ar")
    )
    return Campaign("weareale", "#weareALE", "#weareALE", "www.we-are-ale.org", "", (), (), (), (),
                    RULES, words)  # fmt: skip


def order_of(kind: str, *pages: Scene, format_: Format | None = None, **values: object) -> Order:
    scenes = pages or (card_scene(),)
    made = Composition(Brief(name="Riverbank"), format_ or make_format(), scenes, ())
    return Order(made, make_campaign(), kind, **values)  # type: ignore[arg-type]


def letter_order(kind: str) -> Order:
    mm = PX_PER_MM
    format_ = make_format(
        "print", Size(210 * mm, 297 * mm), kinds=("pdf", "docx"), budget=None, unit="mm"
    )
    templates = tuple(
        Template(id_, "stationery", (), (), (), body=(25 * mm, top * mm, 20 * mm, 34 * mm))
        for id_, top in (("letterhead", 112.0), ("following", 45.0))
    )
    order = order_of(kind, letter_scene(), letter_scene(first=False), format_=format_)
    return replace(order, templates=templates)
