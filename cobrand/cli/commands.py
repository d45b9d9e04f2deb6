"""The commands as a table: the help, the parser and the suggestions come from it."""

from __future__ import annotations

from typing import get_args

from cobrand.cli.command import Command, Option
from cobrand.model.brief import Align
from cobrand.model.care import MENDINGS

JSON = Option("--json", "print one JSON document on standard output, and nothing else")
STRICT = Option("--strict", "end with 3 where a rule is broken and no reason was given")
REPLACE = Option("--replace", "replace files that are there already")
UI_LANGUAGE = Option(
    "--ui-language", "language of these words, such as fr", kind="text", metavar="LANGUAGE"
)
HELP = Option("--help", "show this help")
COMMON = (JSON, UI_LANGUAGE, HELP)

NAME = Option("--name", "the organisation's name as it should appear", kind="text", metavar="NAME")
LANGUAGE = Option(
    "--language", "language of the cards, such as ar", kind="text", metavar="LANGUAGE"
)
CAMPAIGN = Option("--campaign", "the campaign, by its name in the list", kind="text", metavar="ID")
GROUND = Option("--ground", "colours: brand, light, dark, lamp", kind="text", metavar="ID")

ORDERS = ("given", "alphabetical")
COMPANY = (
    Option(
        "--partner",
        "another organisation's logo, and its name after an =; may be given several times",
        "list",
        "FILE[=NAME]",
    ),
    Option(
        "--order",
        "in which order the partners stand; usually alphabetical",
        "text",
        "ID",
        ORDERS,
    ),
    Option("--eu", "the EU emblem that you were given, to stand beside the marks", "text", "FILE"),
    Option("--eu-statement", "other words beside the EU emblem", "text", "TEXT"),
    Option("--sdg", "the SDG logo that you were given, to stand beside the marks", "text", "FILE"),
    Option("--sdg-statement", "other words under the SDG logo", "text", "TEXT"),
)
PAIR = (
    Option("--stacked", "set one mark above the other"),
    Option("--horizontal", "set the marks side by side"),
    Option("--no-separator", "leave out the line between the marks"),
    Option("--campaign-first", "let the campaign mark lead"),
    Option(
        "--align",
        "set marks side by side level at their middle, or on the line their words stand on",
        "text",
        "WAY",
        get_args(Align),
    ),
    Option(
        "--nudge",
        "make the logo more or less prominent, -10 to 10 per cent",
        "number",
        metavar="PERCENT",
    ),
)
WORDS = (
    Option("--message", "a key message, by its name in `cobrand campaign`", "text", "ID"),
    Option("--own-message", "your own words instead of a key message", "text", "TEXT"),
    Option("--url", "your web address instead of the campaign's", "text", "ADDRESS"),
    Option(
        "--event-title",
        "what the event is called; with it the event cards are made",
        "text",
        "TEXT",
    ),
    Option("--event-date", "its day, as 2026-05-31", "date", "DATE"),
    Option("--event-time", "its hour, as it should appear", "text", "TEXT"),
    Option("--event-place", "where it takes place", "text", "TEXT"),
    Option("--event-url", "its own web address", "text", "ADDRESS"),
    Option("--return-line", "the sender's line above a letter's address", "text", "TEXT"),
    Option(
        "--contact", "a line for the letterhead's foot; may be given several times", "list", "TEXT"
    ),
)
PHOTO = (
    Option("--photo", "a photograph as the cards' ground", "text", "FILE"),
    Option(
        "--focus",
        "what must be seen of it: shares from the upper left such as 0.4,0.3, or top, left, "
        "top-left and so on",
        "text",
        "X,Y",
    ),
    Option("--photo-alt", "what it shows, for those who cannot see it", "text", "TEXT"),
    Option("--photo-credit", "whose photograph it is, as it should appear", "text", "TEXT"),
)
ANSWERS = (
    Option(
        "--permission",
        "who allowed somebody else's mark, as “MARK: NAME, 2026-05-31; NOTE”; "
        "may be given several times",
        "list",
        "TEXT",
    ),
    Option(
        "--override",
        "why a broken rule is let stand, for one as “RULE=REASON”, for all as “REASON”; "
        "may be given several times",
        "list",
        "TEXT",
    ),
    Option("--by", "your name, as the one who answers for this", "text", "NAME"),
)
PAGE = Option("--page", "which page of the logo's file is meant, from 1", "whole", "N")
KEEP = Option(
    "--keep", "leave this as it was sent; may be given several times", "list", "ID", MENDINGS
)
CARE = (
    PAGE,
    Option("--fix", "mend this too; may be given several times", "list", "ID", MENDINGS),
    KEEP,
    Option("--reversed", "your logo's own version for dark grounds", "text", "FILE"),
    Option("--mono", "your logo's own version in one colour", "text", "FILE"),
)
LIMITS = (
    Option("--limit-seconds", "how long reading one logo may take; usually 10", "whole", "SECONDS"),
    Option(
        "--limit-memory", "how much memory reading one logo may take; usually 1024", "whole", "MB"
    ),
)

KIT = Command(
    "kit",
    "cobrand.cli.kits",
    "make everything for one organisation",
    "LOGO",
    "the organisation's logo: SVG, PDF, any picture, or the document it stands in",
    least=0,
    most=1,
    options=(
        NAME,
        LANGUAGE,
        Option("--out", "the folder, or the .zip file, to make", "text", "DIR|ZIP"),
        Option("--formats", "only these formats, with commas between", "text", "A,B"),
        Option("--sample", "use the sample organisation that comes with cobrand"),
        *WORDS,
        *COMPANY,
        *PHOTO,
        *PAIR,
        *CARE,
        *ANSWERS,
        CAMPAIGN,
        REPLACE,
        STRICT,
        *LIMITS,
    ),
    examples=(
        'cobrand kit logo.svg --name "Bridges Association" --out kit',
        "cobrand kit logo.png --name Jisr --language ar --out kit.zip",
        "cobrand kit logo.svg --name Jisr --photo class.jpg --focus top --out kit",
        "cobrand kit --sample --out out",
    ),
)
MAKE = Command(
    "make",
    "cobrand.cli.cards",
    "make one file",
    "LOGO|BRIEF",
    "the logo, or a brief that was saved in the window (.cobrand)",
    least=1,
    most=1,
    options=(
        Option("--format", "the format, by its name in `cobrand formats`", "text", "ID"),
        Option("--template", "the template, by its name in `cobrand templates`", "text", "ID"),
        GROUND,
        NAME,
        LANGUAGE,
        Option("--out", "the file to make; its ending says the kind", "text", "FILE"),
        *WORDS,
        *COMPANY,
        *PHOTO,
        *PAIR,
        *CARE,
        *ANSWERS,
        CAMPAIGN,
        Option("--show-boxes", "draw the boxes that the layout worked with"),
        REPLACE,
        STRICT,
        *LIMITS,
    ),
    examples=(
        "cobrand make logo.svg --format ig_square --out square.png",
        "cobrand make logo.svg --template photograph --photo class.jpg --focus 0.6,0.3 "
        "--out card.jpg",
        "cobrand make logo.svg --format letterhead_a4 --template letterhead --out letter.docx",
        "cobrand make logo.svg --partner other.svg=Jisr --eu emblem.svg --out card.png",
    ),
)
LOCKUP = Command(
    "lockup",
    "cobrand.cli.cards",
    "make only the pair of marks",
    "LOGO",
    "the organisation's logo",
    least=1,
    most=1,
    options=(
        Option("--out", "the file to make: .svg, .pdf, .eps, .png", "text", "FILE"),
        Option("--width", "its width, clear space included, as 120mm or 800px", "text", "LENGTH"),
        Option("--height", "its height, clear space included", "text", "LENGTH"),
        Option("--scale", "pixels of a picture to a px: 1, 2 or 4", "number", "N"),
        *COMPANY,
        *PAIR,
        *CARE,
        *ANSWERS,
        GROUND,
        LANGUAGE,
        NAME,
        CAMPAIGN,
        REPLACE,
        STRICT,
        *LIMITS,
    ),
    examples=(
        "cobrand lockup logo.svg --out pair.svg --stacked",
        "cobrand lockup logo.svg --out pair.eps --width 120mm",
        "cobrand lockup logo.svg --out pair@2x.png --scale 2",
        "cobrand lockup a.svg --partner b.svg=Beta --partner c.svg=Gamma --out all.svg",
    ),
)
INSPECT = Command(
    "inspect",
    "cobrand.cli.look",
    "say what is in a logo file and what is wrong with it",
    "LOGO|DIR",
    "logo files, or folders of them",
    least=1,
    most=100_000,
    options=(
        Option(
            "--picture", "write the mark alone, as cobrand draws it, to this PNG", "text", "FILE"
        ),
        Option("--width", "how wide that picture is", "whole", "PX"),
        Option(
            "--fix",
            "mend all that can be mended, or only this; may be given several times",
            "some",
            "ID",
            MENDINGS,
        ),
        KEEP,
        PAGE,
        Option("--out", "write the mended logo to this file: .svg, .png", "text", "FILE"),
        Option(
            "--report", "write a page (HTML) to send back to whoever made the logo", "text", "FILE"
        ),
        Option("--jobs", "how many files are read at once; usually all processors", "whole", "N"),
        REPLACE,
        *LIMITS,
    ),
    more="With several files or a folder, --json prints one line of JSON for each file.",
    examples=(
        "cobrand inspect logo.svg --json",
        "cobrand inspect logo.jpg --fix --out mended.png",
        "cobrand inspect logo.jpg --report please-send.html",
        "cobrand inspect logo.svg --picture mark.png --width 800",
        "cobrand inspect logos/ --json",
    ),
)
ROSTER_IN = (
    Option("--sample", "the sixteen partners of the campaign, with stand-ins for their logos"),
    Option("--logos", "a folder in which logos are found by their names", "text", "DIR"),
    Option("--name-column", "the heading over the names, if called otherwise", "text", "HEAD"),
    Option("--logo-column", "the heading over the logos, if called otherwise", "text", "HEAD"),
    Option("--encoding", "the table's encoding, where the guess is wrong", "text", "NAME"),
    Option("--delimiter", "the sign between cells, where the guess is wrong", "text", "SIGN"),
    Option("--sheet", "the sheet of a workbook; usually its first", "text", "NAME"),
    Option("--typeset-missing", "set names as stand-ins where there is no logo"),
    Option("--outside", "allow logos outside of the roster's folder and of --logos"),
)
BATCH = Command(
    "batch",
    "cobrand.cli.batch",
    "make the sets of many organisations",
    "ROSTER",
    "a table with a row for each organisation and a column for its logo: CSV, XLSX, ODS, JSON",
    most=1,
    options=(
        *ROSTER_IN,
        Option(
            "--formats",
            "formats with commas between, or groups: @kit, @social, @web, @print, @lockup, @all",
            "text",
            "A,B",
        ),
        Option("--template", "only cards of these templates, with commas between", "text", "A,B"),
        Option("--kinds", "only these kinds of file, with commas between", "text", "A,B"),
        Option(
            "--languages",
            "the languages of rows that name none, with commas between",
            "text",
            "A,B",
        ),
        GROUND,
        CAMPAIGN,
        Option("--out", "the folder to make", "text", "DIR"),
        Option(
            "--name-pattern",
            "how files are called; usually {stem}/{format}-{language}.{kind}",
            "text",
            "PATTERN",
        ),
        Option(
            "--zip",
            "one ZIP for each row instead of its folder, or one of everything beside the folders",
            "text",
            "HOW",
            ("per-row", "all"),
        ),
        Option("--jobs", "how many rows are made at once; usually all processors", "whole", "N"),
        Option("--resume", "make only what is missing or has changed since an earlier run"),
        REPLACE,
        Option("--dry-run", "say what would be made, and make nothing"),
        Option("--report", "write report.html, .csv and .json and a contact sheet"),
        Option("--scheduler", "let a Dask cluster work, as tcp://host:8786", "text", "ADDRESS"),
        STRICT,
        *LIMITS,
    ),
    more="Fields of the pattern: stem, name, acronym, row, language, format, template, ground, "
    "kind, width, height. What a row says itself goes before these options.",
    examples=(
        "cobrand batch roster.csv --formats ig_square,og_image --out cards --report",
        "cobrand batch roster.csv --formats @social --languages en,ar --out cards --resume",
        "cobrand batch list.xlsx --logos logos --name-column Organisation --out cards --dry-run",
        "cobrand batch --sample --out partners",
    ),
)
CHECK = Command(
    "check",
    "cobrand.cli.verify",
    "list every rule of a file or a brief: measured, limit",
    "FILE|BRIEF",
    "a brief (.cobrand), or a finished file: PNG, JPEG, WebP, SVG or PDF",
    least=1,
    most=1,
    options=(
        Option(
            "--logo",
            "the organisation's logo, to find it in the file and measure it there",
            "text",
            "LOGO",
        ),
        Option("--format", "the format that the file should have, for its safe area", "text", "ID"),
        LANGUAGE,
        CAMPAIGN,
        STRICT,
        *LIMITS,
    ),
    more="A brief is laid out and measured. With --logo, both marks are looked for in the file's "
    "pixels, whoever made it, and measured there. Without, a file of a kit is compared with the "
    "proof.json beside it: if it is still the same, what was measured then holds.",
    examples=(
        "cobrand check kit/lock-up.png --strict",
        "cobrand check poster.pdf --logo logo.svg",
        "cobrand check post.jpg --logo logo.svg --format ig_square --json",
    ),
)
FORMATS = Command("formats", "cobrand.cli.lists", "list the formats")
TEMPLATES = Command("templates", "cobrand.cli.lists", "list the templates")
CAMPAIGNS = Command(
    "campaign",
    "cobrand.cli.lists",
    "show a campaign: its mark, words and rules",
    "ID",
    "the campaign; without it, the one that comes with cobrand",
    most=1,
)
LANGUAGES = Command("languages", "cobrand.cli.lists", "list the languages of cards and of cobrand")

COMMANDS = (KIT, MAKE, LOCKUP, BATCH, INSPECT, CHECK, FORMATS, TEMPLATES, CAMPAIGNS, LANGUAGES)


def command(name: str) -> Command | None:
    """Return a command by its name."""
    return next((each for each in COMMANDS if each.name == name), None)
