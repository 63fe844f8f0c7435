"""The open document as Qt objects see it: one signal for change, the chosen profession, Results made off the thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    # the start page does without a study, and without what a document brings with it
    from impactapp.document import Document
    from impactapp.domain.analysis.results import Results
    from impactapp.domain.edits.edit import Edit
    from impactapp.domain.problems import Refusal
    from impactapp.domain.profession import Profession
    from impactapp.domain.study import Study
    from impactapp.store.backups import Backup
    from impactapp.ui import background
    from impactapp.ui.message import Act
    from impactapp.ui.scribe import Scribe

# at a large study the work behind a chart competes with the keys, so it waits until they pause
FEW_TASKS = 200
# a change of so many things is written in a blink; a larger one would hold the window
MANY_THINGS = 150
SHORT_PAUSE, LONG_PAUSE = 30, 300


class Session(QObject):
    """At most one open document, shared by all pages.

    ``changing`` comes before an attempt to change the study, ``changed(before, after)`` follows a durable edit,
    ``writing(bool)`` a large one that begins or ends and ``refused(sentence)`` a refusal; ``navigated(page, task_id)``
    asks for a page, ``told(Message)`` says something with its actions; ``target_asked(Export)`` lets the user choose a
    file, ``export_asked(Export, Path)`` comes before it is written, ``exported(Path)`` after it; ``unopened(Path,
    Refusal)`` follows a file that could not be opened. The start page asks for ``open_asked(path)``
    (empty: let the user choose), ``demonstration_asked()``, ``replay_asked()`` and ``creation_asked(Study)``;
    ``copy_asked()`` comes from a refusal that a copy elsewhere gets around.
    """

    opened = Signal()
    closing = Signal()
    closed = Signal()
    changing = Signal()
    changed = Signal(object, object)
    writing = Signal(bool)
    profession_chosen = Signal(str)
    results_ready = Signal(object)
    refused = Signal(str)
    informed = Signal(str)
    told = Signal(object)
    target_asked = Signal(object)
    export_asked = Signal(object, object)
    exported = Signal(object)
    unopened = Signal(object, object)
    broken = Signal(object)
    navigated = Signal(str, str)
    open_asked = Signal(str)
    demonstration_asked = Signal()
    replay_asked = Signal()
    creation_asked = Signal(object)
    copy_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._profession_id = ""
        self._results: Results | None = None
        self._job: background.Job | None = None
        self._stale = False
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._catch_up)

    @property
    def document(self) -> Document | None:
        """The open document, ``None`` on the start page."""
        return self._document

    @property
    def study(self) -> Study | None:
        """The current study, ``None`` on the start page."""
        return self._document.study if self._document else None

    @property
    def is_writable(self) -> bool:
        """Whether edits can be made now."""
        return self._document is not None and self._document.read_only is None

    @property
    def is_writing(self) -> bool:
        """Whether a large change is on its way; until it is made, every other one is refused."""
        return self._document is not None and self._document.writing is not None

    def adopt(self, document: Document) -> None:
        """Take an open document, letting the former one go."""
        self.close()
        self._document = document
        document.subscribe(self._announce)
        professions = document.study.professions
        self._profession_id = professions[0].id if professions else ""
        self.opened.emit()
        self.profession_chosen.emit(self._profession_id)

    def open(self, path: Path) -> bool:
        """Open a study file; ``unopened`` tells a refusal, which changes nothing."""
        from impactapp.document import Document
        from impactapp.domain.problems import Refusal

        if not self.settle():
            return False
        try:
            document = Document.open(path)
        except Refusal as refusal:
            self.unopened.emit(path, refusal)
            return False
        self.adopt(document)
        return True

    def close(self) -> None:
        """Let the document go."""
        self.settle()
        if self._document is None:
            return
        self.closing.emit()
        self._document.close()
        self._document = None
        self._profession_id = ""
        self._results = None
        self.closed.emit()

    def create(self, path: Path, study: Study, *acts: Act) -> bool:
        """Write a new study file and open it; a refusal is told with its actions and changes nothing."""
        from impactapp.document import Document
        from impactapp.domain.problems import Refusal

        if not self.settle():
            return False
        try:
            document = Document.create(path, study)
        except Refusal as refusal:
            return self.tell_refusal(refusal, *acts)
        self.adopt(document)
        return True

    def hand_over(self) -> Document | None:
        """Give the open document to another session, and say nothing more."""
        self.settle()
        self.blockSignals(True)
        document, self._document = self._document, None
        return document

    def apply(self, edit: Edit) -> bool:
        """Make an edit; ``False`` when it was refused (and told) or changed nothing."""
        return self._attempt(lambda document: document.apply(edit))

    def submit(self, edit: Edit, *, quietly: bool = False) -> bool:
        """Make an edit, after a large one on its way; ``False`` only when refused, which is told unless ``quietly``."""
        from impactapp.domain.problems import Refusal

        try:
            if self._document is not None:
                self.settle()
                self._make_way()
                self._document.apply(edit)
        except Refusal as refusal:
            return False if quietly else self.tell_refusal(refusal)
        return True

    def record(self, edit: Edit) -> bool:
        """Make an edit that undo passes over; ``False`` when it was refused (and told) or changed nothing."""
        return self._attempt(lambda document: document.record(edit))

    def carry_out(self, edit: Edit, things: int, then: Callable[[], object] | None = None) -> bool:
        """Make an edit about so many things, off this thread where they are many; ``then`` follows what changed."""
        if things > MANY_THINGS:
            return self._attempt(lambda document: self._scribe.write(document, edit, then))
        done = self.apply(edit)
        if done and then is not None:
            then()
        return done

    def undo(self) -> bool:
        """Take the last edit back, a large one off this thread."""
        return self._attempt(self._scribe.undo)

    def redo(self) -> bool:
        """Make the last undone edit again, a large one off this thread."""
        return self._attempt(self._scribe.redo)

    def restore(self, backup: Backup, then: Callable[[], object]) -> bool:
        """Bring the study of a backup back, as one edit, off this thread; ``then`` follows it."""
        return self._attempt(lambda document: self._scribe.restore(document, backup, then))

    def settle(self) -> bool:
        """Wait for the large change that is on its way, if any; ``False`` when it was refused (and told)."""
        return not self.is_writing or self._scribe.settle()

    @cached_property
    def _scribe(self) -> Scribe:
        from impactapp.ui.scribe import Scribe

        return Scribe(self)

    @property
    def profession(self) -> Profession | None:
        """The profession the pages show, ``None`` when there is none."""
        return self.study.profession(self._profession_id) if self.study else None

    def choose_profession(self, profession_id: str) -> None:
        """Show another profession on all pages."""
        if profession_id != self._profession_id:
            self._profession_id = profession_id
            self.profession_chosen.emit(profession_id)

    def request_results(self) -> None:
        """Ask for Results of the current study; ``results_ready`` brings them, always the newest."""
        from impactapp.domain.analysis.results import analyse
        from impactapp.ui import background

        study = self.study
        if study is None:
            return
        if self._results is not None and self._results.study is study:
            self.results_ready.emit(self._results)
        elif self._job is not None or self._pause.isActive():
            self._stale = True
        else:
            previous = self._results
            self._job = background.run(lambda job: analyse(study, previous, job.breathe), self._keep, self._fail, self)

    def tell_refusal(self, refusal: Refusal, *acts: Act) -> bool:
        """Have the sentence of a refusal shown, with what can be done about it; always ``False``."""
        from impactapp import labels
        from impactapp.ui.message import Message, Tone
        from impactapp.ui.ways_out import ways_out_of

        sentence, ways_out = labels.sentence(refusal), ways_out_of(refusal, self._document, self.copy_asked.emit)
        if acts or ways_out:
            self.told.emit(Message(sentence, Tone.REFUSE, acts or ways_out, until_saved=not acts))
        else:
            self.refused.emit(sentence)
        return False

    def _attempt(self, act: Callable[[Document], bool]) -> bool:
        from impactapp.domain.problems import Refusal

        if self._document is None:
            return False
        self._make_way()
        try:
            return act(self._document)
        except Refusal as refusal:
            return self.tell_refusal(refusal)

    def _make_way(self) -> None:
        """Stop the work that the coming change would make useless; it starts again when the changes pause."""
        self.changing.emit()
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._stale = True
        self._pause.start(LONG_PAUSE if self._is_large() else SHORT_PAUSE)

    def _is_large(self) -> bool:
        study = self.study
        return study is not None and sum(len(one.tasks) for one in study.professions) > FEW_TASKS

    def _catch_up(self) -> None:
        if self.is_writing:
            # they would be of a study that is about to be replaced
            self._pause.start(LONG_PAUSE)
        elif self._stale:
            self._stale = False
            self.request_results()

    def _announce(self, before: Study, after: Study) -> None:
        if after.index_of(self._profession_id) < 0:
            position = min(max(before.index_of(self._profession_id), 0), len(after.professions) - 1)
            self.choose_profession(after.professions[position].id if after.professions else "")
        self.changed.emit(before, after)

    def _keep(self, results: object) -> None:
        from impactapp.domain.analysis.results import Results

        self._job = None
        assert isinstance(results, Results)
        if self.study is not None and results.study.id == self.study.id:
            self._results = results
        if results.study is self.study:
            self._stale = False
            self.results_ready.emit(results)
        elif not self._pause.isActive():
            self._catch_up()

    def _fail(self, error: BaseException) -> None:
        self._job = None
        self.broken.emit(error)
