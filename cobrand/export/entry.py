"""Turn one written file into its part of proof.html: a picture with boxes, a table of rules."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from html import escape

from cobrand.export import overlay, telling
from cobrand.export.dossier import Dossier
from cobrand.export.style import plain
from cobrand.export.telling import SIGNS, Line, Remark
from cobrand.export.written import Written
from cobrand.messages import ui


def article(file: Written, place: int, dossier: Dossier) -> Iterable[str]:
    """Write everything about a file; `place` is its number among the files as they were made."""
    tone, language = telling.tone_of(file, dossier), dossier.language
    yield f'<article id="file-{place}"><figure>{_picture(file)}</figure>'
    yield f'<div class="told"><h2>{sign(tone)}{name(file.path.name)}</h2>'
    facts = (f"<bdi>{plain(each)}</bdi>" for each in telling.meta(file, language))
    yield f'<p class="meta">{" · ".join(facts)}<br><code dir="ltr">SHA-256 {file.sha256}</code></p>'
    if found := telling.remarks(file, dossier):
        yield f'<ul class="loud">{"".join(remark(each) for each in found)}</ul>'
    yield "</div>"
    yield from _rules(file, dossier)
    yield "</article>"


def summary(files: Sequence[tuple[int, Written]], dossier: Dossier) -> Iterable[str]:
    """Write files that have no part of their own as lines of one table."""
    if not files:
        return
    language = dossier.language
    heads = (ui(language, "File"), ui(language, "Verdict"), "SHA-256")
    yield f'<section class="rest"><table><caption>{plain(ui(language, "Further files"))}</caption>'
    yield f"<thead><tr>{''.join(_head(head) for head in heads)}</tr></thead><tbody>"
    for place, file in files:
        tone = telling.tone_of(file, dossier)
        yield (
            f'<tr id="file-{place}"><th scope="row">{name(file.path.name)}</th>'
            f"<td>{sign(tone)}{plain(telling.file_words(tone, language))}</td>"
            f'<td><code dir="ltr">{file.sha256}</code></td></tr>'
        )
    yield "</tbody></table></section>"


def remark(each: Remark) -> str:
    """Return something a person should know as an item of a list."""
    reason = f'<div class="reason" dir="auto">{plain(each.reason)}</div>' if each.reason else ""
    words = f'<span dir="auto">{plain(each.words)}</span>'
    told = f'<div><strong dir="auto">{plain(each.title)}</strong> {words}{reason}</div>'
    return f'<li class="{each.tone}">{sign(each.tone)}{told}</li>'


def sign(tone: str) -> str:
    """Return a sign for a verdict that is told by its shape too; words always stand beside it."""
    return f'<i class="sign {tone}" aria-hidden="true">{SIGNS[tone]}</i>'


def name(file: str) -> str:
    """Return a file's name, which runs from the left in every language."""
    return f'<bdi dir="ltr">{escape(file)}</bdi>'


def _picture(file: Written) -> str:
    data = base64.b64encode(file.thumbnail).decode()
    image = f'<img alt="{escape(file.alt)}" src="data:image/jpeg;base64,{data}">'
    if file.overlay is None:
        return image
    drawn = overlay.drawn(file.overlay)
    view = overlay.view_box(file.overlay)
    return f'<div class="seen">{image}<svg viewBox="{view}" aria-hidden="true">{drawn}</svg></div>'


def _rules(file: Written, dossier: Dossier) -> Iterable[str]:
    language = dossier.language
    caption = f"{plain(ui(language, 'The rules, measured'))} · {name(file.path.name)}"
    heads = (
        ui(language, "No."), ui(language, "Rule"), ui(language, "Measured"),
        ui(language, "Limit"), ui(language, "Verdict"),
    )  # fmt: skip
    yield f'<table class="rules"><caption>{caption}</caption>'
    yield f"<thead><tr>{''.join(_head(head) for head in heads)}</tr></thead><tbody>"
    yield from (_row(line) for line in telling.lines(file, dossier))
    yield "</tbody></table>"


def _row(line: Line) -> str:
    return (
        f'<tr class="{line.tone}"><td>{line.rule}</td><th scope="row">{plain(line.title)}</th>'
        f"<td><bdi>{plain(line.measured)}</bdi></td><td><bdi>{plain(line.limit)}</bdi></td>"
        f"<td>{sign(line.tone)}{plain(line.verdict)}</td></tr>"
    )


def _head(words: str) -> str:
    return f'<th scope="col">{plain(words)}</th>'
