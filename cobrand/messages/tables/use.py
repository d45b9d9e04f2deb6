"""Sentences about what was asked for, and about this computer."""

from __future__ import annotations

from cobrand.messages.tables.sentence import Sentence

USE = {
    "error": Sentence(
        "Stopped",
        "Something stopped the work. Files that were finished are whole and stay. Try again.",
    ),
    "error.memory": Sentence(
        "Not enough memory",
        "There was not enough memory for this. Close other programs, or use a smaller logo file.",
    ),
    "error.unforeseen": Sentence(
        "Stopped by accident",
        "The program stopped by accident ({kind}). Files that were finished are whole and stay. "
        "Set {switch} and try again: the details are then kept in a file to send to us.",
    ),
    "error.kept": Sentence(
        "Stopped by accident",
        "The program stopped by accident ({kind}). Files that were finished are whole and stay. "
        "The details are in {file}.",
    ),
    "part-missing": Sentence(
        "Part missing",
        "This computer lacks {part}, which this step needs. Install it, then try again.",
    ),
    "part-missing.library": Sentence(
        "Part missing",
        "This computer lacks {part}, which this step needs. "
        "On Debian and Ubuntu, install it with “sudo apt-get install {package}”.",
    ),
    "part-missing.libcairo": Sentence(
        "Cairo is missing",
        "This computer lacks the library Cairo, so PDF files cannot be made; "
        "pictures, SVG and DOCX can. On Debian and Ubuntu: “sudo apt-get install libcairo2”.",
    ),
    "part-missing.screen": Sentence(
        "No screen",
        "There is no screen here for the window. See what the command line can do with "
        "“cobrand --help”.",
    ),
    "drawing-failed": Sentence(
        "Not drawn",
        "This drawing could not be made. Try another kind of file, or another logo file.",
    ),
    "drawing-failed.size": Sentence(
        "Size", "A picture of {width} × {height} pixels is more than can be drawn. Make it smaller."
    ),
    "drawing-failed.xml": Sentence(
        "Not a drawing",
        "This drawing is damaged: it does not read as SVG. Ask for the file again.",
    ),
    "drawing-failed.pdf": Sentence(
        "PDF", "This PDF cannot be opened. It may be damaged or locked. Ask for it again."
    ),
    "drawing-failed.librsvg": Sentence(
        "Not drawn",
        "This drawing has something that cannot be drawn. Ask for another SVG, or for a large PNG.",
    ),
    "drawing-failed.press": Sentence(
        "No PDF of this",
        "This card cannot be made as PDF. Make it as PNG or SVG.",
    ),
    "wrong-use": Sentence(
        "Not understood", "This cannot be followed. See what there is with “cobrand --help”."
    ),
    "wrong-use.not-understood": Sentence(
        "Not understood",
        "This cannot be followed. See what there is with “cobrand --help”.",
    ),
    "wrong-use.unknown-command": Sentence(
        "Unknown command",
        "There is no command and no file called {given}. See what there is with “cobrand --help”.",
    ),
    "wrong-use.unknown-option": Sentence(
        "Unknown option", "There is no option {given} here. See what there is with “--help”."
    ),
    "wrong-use.needs-value": Sentence("Value missing", "{option} needs a value after it."),
    "wrong-use.takes-no-value": Sentence(
        "No value wanted", "{option} takes no value. Leave out what stands after it."
    ),
    "wrong-use.not-a-number": Sentence(
        "Number", "{option} needs a number, and {given} is none. Write it as 4 or -2.5."
    ),
    "wrong-use.not-a-length": Sentence(
        "Length", "{option} needs a length, and {given} is none. Write it as 120mm or 800px."
    ),
    "wrong-use.scale-of-outlines": Sentence(
        "Size in pixels",
        "{kind:words} is made of outlines and has no pixels. Leave out --scale, or give "
        "--width in mm.",
    ),
    "wrong-use.not-a-whole": Sentence(
        "Number", "{option} needs a whole number, and {given} is none. Write it as 480."
    ),
    "wrong-use.not-a-date": Sentence(
        "Date", "{option} needs a day, and {given} is none. Write it as 2026-05-31."
    ),
    "wrong-use.unknown-choice": Sentence("Not one of these", "{option} does not know {given}."),
    "wrong-use.not-a-drawing": Sentence(
        "A picture stays a picture",
        "This logo is a picture and cannot become {name}. Choose a name that ends in .png.",
    ),
    "wrong-use.not-a-mark-file": Sentence(
        "Kind of file",
        "A mended logo is written as .svg or .png, and {name} ends otherwise. Choose another name.",
    ),
    "wrong-use.out-of-range": Sentence(
        "Number", "{option} goes from {least} to {most}. {given} is outside of that."
    ),
    "wrong-use.file-missing": Sentence(
        "File missing", "Say which file, as in “cobrand {command} {what}”."
    ),
    "wrong-use.option-missing": Sentence(
        "Option missing", "{option} is missing. See what it is for with “cobrand {command} --help”."
    ),
    "wrong-use.too-many": Sentence(
        "Too many files",
        "{given} is one too many for cobrand {command}. Put names with spaces in quotation marks.",
    ),
    "wrong-use.not-both": Sentence(
        "One or the other", "{one} and {other} contradict each other. Leave one of them out."
    ),
    "wrong-use.no-giver": Sentence(
        "Nobody named",
        "{option} needs to know who allowed {mark}. Write it as “MARK: NAME, 2026-05-31”.",
    ),
    "wrong-use.unknown-mark": Sentence(
        "No such mark",
        "{option} begins with the mark it is about and a colon, and {given} is none of this card.",
    ),
    "wrong-use.no-reason": Sentence(
        "Reason missing",
        "{option} needs a reason, which the proof shows. One line is enough.",
    ),
    "wrong-use.unknown-rule": Sentence(
        "No such rule",
        "{option} does not know the rule {given}. "
        "See the rules with their names in a proof, or in docs/rules.md.",
    ),
    "wrong-use.unknown-ui-language": Sentence(
        "Unknown language",
        "cobrand does not speak {given}. See its languages with “cobrand languages”.",
    ),
    "wrong-use.unknown-ending": Sentence(
        "Kind of file",
        "The ending of {name} is not a kind of file that can be made. Use one of: {kinds}.",
    ),
    "wrong-use.no-proof": Sentence(
        "No proof",
        "There is no {proof} beside {name} that knows it, so it cannot be checked. "
        "Give the logo with “--logo”, and it is looked for in the file and measured there.",
    ),
    "wrong-use.mark-not-found": Sentence(
        "Not found in the file",
        "{role:Words} cannot be found in {name}, so nothing can be measured. "
        "Give the logo as it is in the file with “--logo”.",
    ),
    "wrong-use.file-damaged": Sentence(
        "File damaged",
        "{name} cannot be opened as the kind of file that its ending says. Save it again.",
    ),
    "wrong-use.template-format": Sentence(
        "Not for this format",
        "The template {template} has no form for {format}. Choose another template or format.",
    ),
    "wrong-use.words-missing": Sentence(
        "Words missing",
        "{role:Words} is missing, and a card of the template {template} is not made without it. "
        "Write it, then try again.",
    ),
    "wrong-use.photo-missing": Sentence(
        "Photograph missing",
        "A card of the template {template} is not made without a photograph. "
        "Give one with --photo.",
    ),
    "wrong-use.focus": Sentence(
        "Focus not understood",
        "--focus cannot be “{given}”. Write two shares from the upper left, such as 0.4,0.3, "
        "or a name.",
    ),
    "wrong-use.photo-alone": Sentence(
        "Photograph missing", "{option} is about a photograph. Give one with --photo."
    ),
    "wrong-use.document": Sentence(
        "Not a kit",
        "{name} is not a kit that cobrand has saved, or it comes from another version. "
        "Open the logo instead.",
    ),
}
