"""Sentences about tables of organisations, their rows, and what a look before the run finds."""

from __future__ import annotations

from cobrand.messages.tables.sentence import Sentence

_FILES = {
    "roster": Sentence(
        "Roster", "This roster cannot be used. Save it as CSV in UTF-8, and try that."
    ),
    "roster.not-found": Sentence(
        "Roster not found", "There is no file {name} to read. Check its name and its folder."
    ),
    "roster.not-permitted": Sentence(
        "Not permitted", "{name} may not be read. Change its permissions, or copy it elsewhere."
    ),
    "roster.folder": Sentence(
        "A folder", "{name} is a folder. Name the spreadsheet in it; logos are found by --logos."
    ),
    "roster.not-a-file": Sentence(
        "Not a file", "{name} is not a file that can be read to its end. Save the roster as a file."
    ),
    "roster.empty": Sentence("Empty", "{name} is empty. Save the spreadsheet again."),
    "roster.too-large": Sentence(
        "Too large",
        "This roster is larger than {limit} MB. "
        "Divide it, or keep the logos in a folder beside it.",
    ),
    "roster.not-a-table": Sentence(
        "No table",
        "{name} is no table of organisations, but a file of another kind ({kind:words}). "
        "Save the roster as CSV, XLSX or ODS.",
    ),
    "roster.damaged": Sentence(
        "Damaged",
        "{name} is damaged and cannot be opened. "
        "Open it in a spreadsheet program and save it again.",
    ),
    "roster.locked": Sentence(
        "Password", "{name} is protected by a password. Save a copy without one."
    ),
    "roster.too-much-inside": Sentence(
        "Too much inside",
        "{name} unpacks to more than a roster can need. "
        "Copy the rows into a new spreadsheet, or save them as CSV.",
    ),
    "roster.no-sheet": Sentence("Sheet", "There is no sheet called {sheet}."),
    "roster.no-rows": Sentence(
        "No rows",
        "There are no organisations in this roster. Add a row for each under the headings.",
    ),
    "roster.not-json": Sentence(
        "Not JSON",
        "Line {row} is not written as JSON. Write one record a line, or one list of records.",
    ),
    "roster.too-deep": Sentence(
        "Nested too deeply", "The records go too deep at {name}. Use plain names and values."
    ),
    "roster.no-record": Sentence(
        "No record",
        "This JSON has something beside records. Write each organisation as names with values.",
    ),
    "roster.too-many-rows": Sentence(
        "Too many rows", "This roster has more than {most} rows. Divide it into several."
    ),
    "roster.too-many-columns": Sentence(
        "Too many columns",
        "Row {row} has more than {most} columns. Delete those that are not needed.",
    ),
    "roster.cell-too-long": Sentence(
        "Cell too long",
        "Row {row} has a cell with more than {most} letters. Is a quotation mark left open there?",
    ),
    "roster.unknown-encoding": Sentence(
        "Encoding", "There is no encoding called {encoding}. Write utf-8, windows-1252 or the like."
    ),
    "roster.wrong-encoding": Sentence(
        "Encoding", "This file is not in {encoding}. Leave the encoding out, and it is guessed."
    ),
    "roster.not-text": Sentence(
        "No text", "This file is no text that can be read. Save the roster as CSV in UTF-8."
    ),
    "roster.delimiter": Sentence(
        "Delimiter", "“{delimiter}” cannot part cells. Write one character, such as a semicolon."
    ),
    "roster.no-such-column": Sentence(
        "No such column", "There is no column called {heading} for {field}."
    ),
    "roster.no-name-column": Sentence(
        "No column with names",
        "No column is called “name”, in any language that is known. "
        "These are there: {headings}. Rename one, or say which it is by --name-column.",
    ),
}

_ABOUT = {
    "roster.read-as": Sentence(
        "How it was read", "Read as {encoding}, with cells parted by “{delimiter:words}”."
    ),
    "roster.read-as-guessed": Sentence(
        "Encoding guessed",
        "Read as {encoding}, which is a guess, with cells parted by “{delimiter:words}”. "
        "If names look wrong, name the encoding, or save the file in UTF-8.",
    ),
    "roster.read-as-json": Sentence("How it was read", "Read as JSON in {encoding}."),
    "roster.quotes": Sentence(
        "Quotation marks",
        "The quotation marks do not pair from row {row} on. Check the rows from there.",
    ),
    "roster.sheet": Sentence("How it was read", "Read from the sheet {sheet}."),
    "roster.other-sheets": Sentence(
        "Another sheet",
        "The sheet {sheets} is not read. If it is the one that is meant, name it.",
        "{count} other sheets are not read: {sheets}. If one of them is meant, name it.",
    ),
    "roster.pictures-unreadable": Sentence(
        "Pictures in cells",
        "Pictures in this workbook cannot be read. Save it again, or put the logos into a folder.",
    ),
    "roster.pictures-beside": Sentence(
        "Picture beside the rows",
        "A picture stands in no organisation's row, and is left aside. Move it into its row.",
        "{count} pictures stand in no organisation's row, and are left aside. "
        "Move them into their rows.",
    ),
    "roster.headings-in": Sentence(
        "Headings", "The headings are in row {row}; what stands above them is left aside."
    ),
    "roster.column-twice": Sentence(
        "Column twice",
        "{heading} is a second column for {field}, and is left aside. Delete one of them.",
    ),
    "roster.unknown-column": Sentence(
        "Unknown column", "The column {heading} is not known, and is left aside."
    ),
    "roster.unknown-columns": Sentence(
        "Unknown column",
        "This column is not known, and is left aside: {headings}.",
        "{count} columns are not known, and are left aside: {headings}.",
    ),
    "roster.cells-beyond": Sentence(
        "Cells without a heading",
        "Some rows go on after the last heading. Check that no cell is parted by accident.",
    ),
    "roster.no-logo-column": Sentence(
        "No column with logos",
        "No column names the logos. Add one called “logo”, or say where they are by --logos.",
    ),
    "roster.folder-full": Sentence(
        "Folder of logos", "{folder} holds more files than are looked at. Name a smaller folder."
    ),
}

_ROWS = {
    "roster.no-name": Sentence("No name", "This row has no name. Write the organisation's name."),
    "roster.same-organisation": Sentence(
        "Twice",
        "This organisation is in row {row} already. Delete one of the two, if it is the same.",
    ),
    "roster.other-name": Sentence(
        "Name of the files",
        "The files are called {stem}, because the name alone does not make a name of its own.",
    ),
    "roster.error-cell": Sentence(
        "Broken formula",
        "The cell for {field} says {given}: its formula came to nothing. Write the text there.",
    ),
    "roster.hidden-signs": Sentence(
        "Hidden signs",
        "The cell for {field} had signs in it that nobody sees and that turn letters about. "
        "They are taken out; compare the text once.",
    ),
    "roster.text-too-long": Sentence(
        "Too long", "The cell for {field} has more than {most} letters. Shorten it."
    ),
    "roster.unknown": Sentence("Unknown name", "There is no {kind:words} called {given}."),
    "roster.not-a-page": Sentence("Page", "{given} is no page. Write a whole number, such as 2."),
    "roster.logo-none": Sentence(
        "No logo", "No logo is named for {field}. Name its file, or say where logos are by --logos."
    ),
    "roster.logo-missing": Sentence(
        "Logo missing",
        "There is no file {given} beside the roster, as {field} says. "
        "Put it there, or say where logos are by --logos.",
    ),
    "roster.logo-missing-in": Sentence(
        "Logo missing",
        "For {field}, no file in {folder} is called {given}. Put it there, or name the file.",
    ),
    "roster.logo-missing-near": Sentence(
        "Logo missing",
        "For {field}, there is no file called {given}. Near to it are: {near}. "
        "If one of them is meant, write its name in the roster.",
    ),
    "roster.logo-ambiguous": Sentence(
        "Several logos",
        "Several files could be meant for {field}: {files}. Write in the roster which one.",
    ),
    "roster.logo-chosen": Sentence(
        "Logo chosen",
        "For {field}, {file} is taken. There is also: {others}. "
        "Write another name in the roster if that one is better.",
    ),
    "roster.logo-matched": Sentence(
        "Logo found by name", "{given} is taken to be {file}. Check that it is the right logo."
    ),
    "roster.logo-url": Sentence(
        "A web address",
        "{given} is a web address, and nothing is fetched from the web. "
        "Save the file beside the roster, and write its name.",
    ),
    "roster.logo-outside": Sentence(
        "Outside of the folder",
        "{given} lies outside of the roster's folder and of the folder of logos: it is not read. "
        ""
        "Copy it there, or allow it by --outside.",
    ),
    "roster.logo-in-cell": Sentence("Logo in the cell", "The picture in this row is the logo."),
    "roster.picture-in-cell": Sentence(
        "Picture in the cell",
        "The picture for {field} is of a kind that cannot be read. "
        "Put the logo's own file beside the roster, and write its name.",
    ),
    "roster.stand-in": Sentence(
        "Stand-in",
        "There is no logo, so the name is typeset as a stand-in. "
        "Ask the organisation for its logo.",
    ),
}

_BEFORE = {
    "roster.no-glyphs": Sentence(
        "Letters without a font",
        "No font here draws {letters}. Install a font that does, or write it another way.",
        "No font here draws these {count} letters: {letters}. "
        "Install a font that does, or write them another way.",
    ),
    "roster.may-not-fit": Sentence(
        "May not fit",
        "{role:Words} may be too long for {formats}. Look at one of them, or shorten it.",
    ),
    "roster.nothing-to-make": Sentence(
        "Nothing to make",
        "Nothing can be made of this row: every card needs words that are missing. Write them.",
    ),
    "roster.words-missing": Sentence(
        "Words missing", "Some cards are left out, because this is missing: {words}. Write it."
    ),
}

ROSTER = {**_FILES, **_ABOUT, **_ROWS, **_BEFORE}
