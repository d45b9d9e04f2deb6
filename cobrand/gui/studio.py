"""The presenter: holds one frozen brief and its history, and knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from cobrand.errors import CobrandError
from cobrand.gui import documents, hand, matching
from cobrand.gui.hand import Hand, Source, source
from cobrand.gui.history import History, Step
from cobrand.gui.ports import Maker
from cobrand.gui.speech import marked
from cobrand.gui.tasks import Tasks
from cobrand.library import Library
from cobrand.model.brief import Brief, Options
from cobrand.model.campaign import Campaign, Vocabulary
from cobrand.model.care import AS_SENT, USUAL
from cobrand.model.composition import Composition
from cobrand.model.format import Format
from cobrand.model.guest import ALONE, Guests
from cobrand.model.logo import Logo
from cobrand.model.template import Template

Read = TypeVar("Read")


def _nothing() -> None:
    return None


class Studio(QObject):
    """Every action replaces the brief; whoever shows something listens to `changed`."""

    changed = Signal()
    opened = Signal()
    refused = Signal(object, str)
    reading = Signal(bool)
    saved = Signal()
    composed = Signal()
    mended = Signal()
    compared = Signal()

    def __init__(
        self,
        library: Library,
        reader: Tasks[Maker],
        language: str = "en",
        stop_reader: Callable[[], object] = _nothing,
    ) -> None:
        super().__init__()
        self.library = library
        self.history = History()
        self._language = language
        self.brief = self._home = Brief(language=language)
        self.document: Path | None = None
        self.kept: Brief | None = None
        self.composition: Composition | None = None
        self._hands: dict[Source, Hand] = {}
        self._numbers = count(1)
        self._sent: dict[tuple[str, int], Logo] = {}
        self._reader = reader
        self._stop_reader = stop_reader

    @property
    def hand(self) -> Hand | None:
        """Every file of the brief in hand, as it is read for it."""
        return self._hands.get(source(self.brief))

    @property
    def logo(self) -> Logo | None:
        """The logo of the brief in hand."""
        return self.hand.logo if self.hand else None

    @property
    def guests(self) -> Guests:
        """The marks and the photograph beside it."""
        return self.hand.guests if self.hand else ALONE

    @property
    def sent(self) -> Logo | None:
        """The logo with nothing mended, once it has been read so."""
        return self._sent.get((self.brief.logo, self.brief.page))

    @property
    def campaign(self) -> Campaign:
        """The campaign of the brief in hand."""
        return self.library.campaign(self.brief.campaign)

    @property
    def vocabulary(self) -> Vocabulary:
        """The campaign's words in the card's language."""
        words = self.campaign.vocabulary(self.brief.language)
        return words or self.campaign.vocabularies[0]

    @property
    def format(self) -> Format:
        """The format on the stage."""
        return self.library.format(self.brief.format)

    @property
    def template(self) -> Template:
        """The template on the stage."""
        return self.library.template(self.brief.template)

    @property
    def missing(self) -> tuple[str, ...]:
        """The words that the template on the stage needs and nobody gave."""
        given = {"organisation.name": self.brief.name, "message": self.brief.message}
        needs = self.template.needs
        return tuple(each for each in needs if not (self.brief.word(each) or given.get(each)))

    @property
    def modified(self) -> bool:
        """Say whether something would be lost by closing."""
        return self.logo is not None and self.kept is not None and self.brief != self.kept

    def seen(self, composition: Composition) -> None:
        """Take note of what the stage shows now."""
        self.composition = composition
        self.composed.emit()

    # what is chosen

    def choose_format(self, name: str) -> None:
        """Put another format on the stage, with a template that it has."""
        self._put(marked("format"), self.in_format(name))

    def choose_card(self, format: str, template: str, ground: str) -> None:  # noqa: A002
        """Put one of the kit's own cards on the stage."""
        brief = replace(self.brief, format=format, template=template, ground=ground)
        self._put(marked("format"), brief)

    def in_format(self, name: str) -> Brief:
        """Return the brief in hand as it would be in another format."""
        return matching.in_format(self.library, self.brief, name, self._home)

    def step_format(self, by: int) -> None:
        """Go to the next or previous format."""
        names = [each.id for each in self.library.formats()]
        place = names.index(self.brief.format) + by
        if 0 <= place < len(names):
            self.choose_format(names[place])

    def choose_template(self, name: str) -> None:
        """Give the card another look."""
        self._put(marked("look"), matching.with_template(self.library, self.brief, name))

    def choose_ground(self, name: str) -> None:
        """Set the card on another ground."""
        self._put(marked("ground"), replace(self.brief, ground=name))

    def choose_language(self, name: str) -> None:
        """Write the card in another language."""
        self._put(marked("language"), replace(self.brief, language=name))

    def choose_message(self, name: str) -> None:
        """Use one of the campaign's messages."""
        self._put(marked("message"), replace(self.brief, message=name).with_word("message", ""))

    # what is written

    def write_message(self, text: str) -> None:
        """Use the person's own message; an empty one goes back to the campaign's."""
        if text:
            brief = replace(self.brief, message="").with_word("message", text)
        else:
            first = self.vocabulary.messages[0].id
            brief = replace(self.brief, message=first).with_word("message", "")
        self._put(marked("message"), brief, key="message")

    def write_name(self, text: str) -> None:
        """Call the organisation by this name."""
        self._put(marked("organisation"), replace(self.brief, name=text), key="name")

    def write_word(self, name: str, text: str) -> None:
        """Set one of the card's own texts."""
        self._put(marked("text"), self.brief.with_word(name, text), key=name)

    def arrange(self, name: str, options: Options) -> None:
        """Change how the pair stands."""
        self._put(name, replace(self.brief, options=options), key=name)

    def mend(self, brief: Brief) -> None:
        """Take a brief that was tried and found to keep the rule."""
        self._put(marked("mending"), brief)
        self.mended.emit()

    # back and forth

    def undo(self) -> None:
        """Take back the last step."""
        if self.history.undoable:
            self._show(self.history.undo())

    def redo(self) -> None:
        """Do the last undone step again."""
        if self.history.redoable:
            self._show(self.history.redo())

    # files

    def open_file(self, path: Path) -> None:
        """Open a logo or a kit document; what is on the stage stays until it has been read."""
        if path.suffix.lower() == documents.SUFFIX:
            self._open_document(path)
        elif self.logo is None:
            self._open_logo(documents.begin(self.brief, path))
        else:
            self.replace_logo(path)

    def open_sample(self) -> None:
        """Open the sample organisation."""
        sample = self.library.sample()
        plain = Brief(language=self._language, words=sample.words_in(self._language))
        brief = replace(plain, name=sample.name, logo=str(sample.logo))
        self._open_logo(brief)

    def close(self) -> None:
        """Put the kit away."""
        self.stop_reading()
        self.history.clear()
        self.brief = Brief(language=self._language)
        self.document = self.kept = self.composition = None
        self.changed.emit()

    def replace_logo(self, path: Path) -> None:
        """Read another logo into the kit in hand; its own versions for other grounds stay.

        A name that only the old file suggested gives way to what the new one suggests.
        """

        def change(brief: Brief) -> Brief:
            suggested = brief.name == documents.name_of(Path(brief.logo))
            name = documents.name_of(path) if suggested else ""
            return replace(brief, logo=str(path), name=name or brief.name).with_care(USUAL)

        self._sent.pop((str(path), 1), None)
        self.reread(marked("logo"), change, fresh=True)

    def compare(self) -> None:
        """Read the logo with nothing mended; `compared` tells when it is there."""
        brief = self.brief
        if self.sent is not None or self.logo is None:
            return

        def show(logo: Logo) -> None:
            self._sent[brief.logo, brief.page] = logo
            self.compared.emit()

        care = replace(AS_SENT, page=brief.page)
        self._reader.start(lambda maker: maker.load(Path(brief.logo), care), show, key="as-sent")

    def open_picture(self, take: Callable[[Maker], Path]) -> None:
        """Open a picture that has no file yet: `take` gives it one."""
        self.run(take, self.open_file)

    def reread(
        self,
        name: str,
        change: Callable[[Brief], Brief],
        *,
        key: str = "",
        fresh: bool = False,
        guest: bool = False,
        path: str = "",
    ) -> None:
        """Read what the changed brief wants; that is one step, undone as one.

        `fresh` reads a file again that was read before: it may be another one by now. What is
        read for a `guest` waits for its turn; another logo takes the place of one being read.
        `path` is the file that a refusal is about, if not the logo's.
        """
        wanted = change(self.brief)
        if source(wanted) in self._hands and not fresh:
            self._put(name, wanted, key)
            return

        def show(read: Hand) -> None:
            self._hands[source(wanted)] = read
            if change(self.brief) == self.brief:
                self.changed.emit()
            else:  # which may want other files by now, changed while these were read
                self.reread(name, change, key=key, guest=guest, path=path)

        work = f"logo+{next(self._numbers)}" if guest else "logo"
        self.run(lambda maker: hand.read(maker, wanted), show, path or wanted.logo, key=work)

    def stop_reading(self) -> None:
        """Read the file no further; what is on the stage stays."""
        if self._reader.busy:
            self._reader.drop("logo")
            self._stop_reader()
            self.reading.emit(False)

    def save(self, path: Path) -> None:
        """Keep the kit as a document."""
        try:
            documents.write(path, self.brief)
        except CobrandError as problem:
            self.refused.emit(problem, str(path))
            return
        self.document, self.kept = path, self.brief
        self.saved.emit()

    def _open_document(self, path: Path) -> None:
        try:
            brief = matching.known(self.library, documents.read(path))
        except CobrandError as problem:
            self.refused.emit(problem, str(path))
            return
        there, gone = documents.without_gone(brief)
        self._open_logo(there, path, gone)

    def _open_logo(
        self, brief: Brief, document: Path | None = None, gone: Sequence[CobrandError] = ()
    ) -> None:
        """Open a kit; without what of it is gone, which is said."""

        def show(read: Hand) -> None:
            self._sent.clear()  # the files may be others by now
            self._begin(brief, read, document)
            for problem in gone:
                self.refused.emit(problem, "")

        self.run(lambda maker: hand.read(maker, brief), show, brief.logo)

    def run(
        self,
        work: Callable[[Maker], Read],
        then: Callable[[Read], object],
        path: str = "",
        key: str = "logo",
    ) -> None:
        """Read or write something about a file; the window says so if it takes long.

        Of one `key` the newest wins; `stop_reading` stops all that begin with "logo".
        """
        self.reading.emit(True)

        def done(read: Read) -> None:
            self.reading.emit(False)
            then(read)

        def refused(problem: CobrandError) -> None:
            self.reading.emit(False)
            self.refused.emit(problem, path)

        self._reader.start(work, done, refused, key=key)

    def _begin(self, brief: Brief, read: Hand, document: Path | None) -> None:
        self._hands = {source(brief): read}
        self.history.clear()
        self.document = document
        self.kept = brief
        self.brief = self._home = brief
        self.composition = None
        self.opened.emit()
        self.changed.emit()

    def _put(self, name: str, brief: Brief, key: str = "") -> None:
        if brief != self.brief:
            self.history.put(Step(name, self.brief, brief, key))
            self._show(brief)

    def _show(self, brief: Brief) -> None:
        self.brief = brief
        if self.template.kind == "card":
            self._home = brief
        self.changed.emit()
