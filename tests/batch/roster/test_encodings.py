"""A roster that is text is read in whatever encoding, delimiter and line end it was saved."""

from __future__ import annotations

import codecs
from itertools import product

import pytest

from cobrand.errors import RosterError
from tests.batch.roster.conftest import Read

FRENCH = (["Nom", "Langue", "Événement"], ["Réseau d’éducation, Togo", "français", "Fête « ÀÉ »"],
          ["Œuvre populaire", "anglais", "Été"])  # fmt: skip
SPANISH = (["Nombre", "Idioma", "Evento"], ["Educación Ñandú; Perú", "español", "¿Qué día?"],
           ["Asociación Mujeres", "inglés", "Año"])  # fmt: skip
ARABIC = (["الاسم", "اللغة", "الفعالية"], ["جمعية تعليم الكبار", "العربية", "يوم مفتوح"],
          ["شبكة الأمل للتعلّم", "الإنجليزية", "لقاء، سنوي"])  # fmt: skip
ENGLISH = (["Name", "Language", "Event"], ["Riverbank | Learning", "English", 'The "open" day'],
           ["Hill School", "French", "Tea\tand talk"])  # fmt: skip
TABLES = {"fr": FRENCH, "es": SPANISH, "ar": ARABIC, "en": ENGLISH}
ANYWHERE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
OWN = {"fr": ("cp1252",), "es": ("cp1252",), "ar": ("cp1256",), "en": ("ascii",)}
CASES = [
    (language, encoding, delimiter, end)
    for language in TABLES
    for encoding, delimiter, end in product(
        (*ANYWHERE, *OWN[language]), (",", ";", "\t", "|"), ("\r\n", "\n", "\r")
    )
]
SAID = {"cp1252": "Windows-1252", "cp1256": "Windows-1256", "ascii": "UTF-8"}


def saved(rows: tuple[list[str], ...], delimiter: str, end: str) -> str:
    return end.join(
        delimiter.join(
            f'"{cell.replace(chr(34), 2 * chr(34))}"' if set(cell) & {delimiter, '"'} else cell
            for cell in row
        )
        for row in rows
    )


@pytest.mark.parametrize(("language", "encoding", "delimiter", "end"), CASES)
def test_it_is_read_as_it_was_saved(
    read: Read, language: str, encoding: str, delimiter: str, end: str
) -> None:
    heading, *rows = TABLES[language]
    made = read(saved((heading, *rows), delimiter, end).encode(encoding))

    assert [row.brief.name for row in made.rows] == [row[0] for row in rows]
    assert made.rows[1].brief.word("event.title") == rows[1][2].replace("\t", " ")
    assert [row.number for row in made.rows] == [2, 3]
    about = next(found for found in made.findings if found.code.startswith("roster.read-as"))
    assert about.named["encoding"] == SAID.get(encoding, encoding.upper()[:6].rstrip("-"))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Name;Język\nŁódzkie Towarzystwo Oświatowe;polski\nŚląska Szkoła;polski\n", "cp1250"),
        ("Name;Язык\nОбщество знание;русский\nНародный университет;русский\n", "cp1251"),
        ("Name;x\nΕλληνικό Δίκτυο Εκπαίδευσης;a\nΣχολείο;b\n", "cp1253"),
        ("Name;x\nYetişkin Eğitimi Derneği;a\nİstanbul Halk Eğitim;b\n", "cp1254"),
        ("Name;x\nהאגודה לחינוך מבוגרים;a\nרשת למידה;b\n", "cp1255"),
        ("Name;x\nสมาคมการศึกษาผู้ใหญ่;a\nเครือข่าย;b\n", "cp874"),
        ("Name;x\n成人教育协会;a\n终身学习网络中心;b\n全国成人教育与扫盲联盟;c\n", "gb18030"),
    ],
)
def test_other_encodings_are_guessed_and_said(read: Read, text: str, encoding: str) -> None:
    made = read(text.encode(encoding))

    assert made.rows[0].brief.name == text.split("\n")[1].partition(";")[0]
    assert "roster.read-as-guessed" in {found.code for found in made.findings}


def test_an_encoding_that_is_named_is_taken(read: Read) -> None:
    made = read("Name;x\nþing\n".encode("cp1252"), encoding="windows-1254", delimiter=";")

    assert made.rows[0].brief.name == "şing"


@pytest.mark.parametrize(
    ("data", "wanted", "code"),
    [
        (b"Name\n\xff\xfea", {"encoding": "utf-8"}, "roster.wrong-encoding"),
        (b"Name\na", {"encoding": "klingon"}, "roster.unknown-encoding"),
        (b"Name\na", {"delimiter": ";;"}, "roster.delimiter"),
        (b"Name\na\0b", {}, "roster.not-text"),
        (codecs.BOM_UTF16_LE + b"a", {}, "roster.wrong-encoding"),
    ],
)
def test_what_does_not_fit_is_said(
    read: Read, data: bytes, wanted: dict[str, str], code: str
) -> None:
    with pytest.raises(RosterError) as caught:
        read(data, **wanted)

    assert caught.value.code == code


def test_excels_own_line_tells_the_delimiter(read: Read) -> None:
    made = read("sep=;\nName;Event\nA, B;C, D\n")

    assert (made.rows[0].brief.name, made.rows[0].number) == ("A, B", 3)


def test_a_quotation_mark_left_open_is_said(read: Read) -> None:
    made = read('Name,Event\n"A,B\nC,D\n')

    assert "roster.quotes" in {found.code for found in made.findings}


def test_cells_may_hold_line_ends(read: Read) -> None:
    made = read('Name,Contact\n"River\nbank","1 Lane\nTown"\nHill,x\n')

    assert made.rows[0].brief.name == "River bank"
    assert made.rows[0].brief.word("organisation.contact") == "1 Lane\nTown"
    assert made.rows[1].number == 3
