"""The ways into a study and out of it: new, open, demonstration, copy, salvage; refusals go to the message bar."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from impactapp import paths
from impactapp.i18n import _, ngettext
from impactapp.ui.message import Act, Message, Tone
from impactapp.ui.session import Session

if TYPE_CHECKING:
    from impactapp.domain.edits.edit import Edit
    from impactapp.domain.problems import Refusal
    from impactapp.domain.study import Study
    from impactapp.store.backups import Backup

SUFFIX = ".impact"


def new_id() -> str:
    """An id no other study, profession or task has."""
    from uuid import uuid4

    return str(uuid4())


class StudyDoors(QObject):
    """Opens and makes studies for a session, in file dialogs of its window; ``listed`` shows what a salvage lost."""

    listed = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        session.unopened.connect(self._tell_unopened)

    def ask_open(self) -> None:
        """Let the user choose a study to open."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, _("Open a study"), str(_documents()), _study_filter())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.open(Path(chosen)))
        dialog.open()

    def open(self, path: Path) -> bool:
        """Open a study file."""
        return self._session.open(path)

    def ask_create(self, study: Study) -> None:
        """Let the user choose where a new study is kept, then open it."""
        again = Act(_("Choose another file…"), lambda: self.ask_create(study))
        # an existing file is refused by the store, so the dialog must not promise to replace it
        self.ask_file(
            _("Keep the new study in"),
            _documents() / f"{file_name(study.title)}{SUFFIX}",
            _study_filter(),
            lambda path: self._session.create(path, study, again),
            replaces=False,
        )

    def open_demonstration(self) -> None:
        """Open the user's copy of the published case, made at the first time."""
        path = paths.user_data() / "demonstration" / f"secretaire-medicale{SUFFIX}"
        if not path.exists():
            study = self._published()
            if study is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._session.create(path, study)
        elif self._session.open(path) and self._session.is_writable and self._was_changed():
            act = Act(_("Start again from the published matrix"), self._publish_again)
            self._session.told.emit(Message(_("The demonstration is as you left it."), acts=(act,)))

    def ask_copy(self) -> None:
        """Let the user choose where a copy of the open study goes."""
        document = self._session.document
        if document is not None:
            name = _("{name} (copy)").format(name=document.path.stem)
            suggested = writable_folder(document.path.parent) / f"{name}{SUFFIX}"
            self.ask_file(_("Save a copy"), suggested, _study_filter(), self._save_copy)

    def ask_file(
        self, title: str, suggested: Path, filters: str, use: Callable[[Path], object], *, replaces: bool = True
    ) -> None:
        """Let the user name a file to write; it gets the suggested suffix if it has none."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, title, str(suggested.parent), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix.lstrip("."))
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not replaces)
        dialog.selectFile(suggested.name)
        dialog.fileSelected.connect(lambda chosen: use(Path(chosen)))
        dialog.open()

    def salvage(self, path: Path) -> None:
        """Read what can be read of a damaged file into a new one beside it, and open that."""
        from datetime import UTC, datetime

        from impactapp.store.salvage import salvage
        from impactapp.ui import background

        target = unused(path.with_name(_("{name} (salvaged)").format(name=path.stem) + SUFFIX))
        background.run(lambda job: salvage(path, target, datetime.now(UTC)), self._open_salvaged, self._fail, self)

    def _open_salvaged(self, found: object) -> None:
        from impactapp.store.salvage import Salvage

        assert isinstance(found, Salvage)
        if self._session.open(found.target):
            words = ngettext(
                "What could be read is in {name}; {count} thing could not.",
                "What could be read is in {name}; {count} things could not.",
                len(found.losses),
            ).format(name=found.target.name, count=len(found.losses))
            acts = (Act(_("See the list"), lambda: self.listed.emit(found)),) if found.losses else ()
            self._session.told.emit(Message(words, acts=acts))

    def _fail(self, error: BaseException) -> None:
        from impactapp.domain.problems import Refusal

        if isinstance(error, Refusal):
            self._session.tell_refusal(error)
        else:
            self._session.broken.emit(error)

    def _save_copy(self, path: Path) -> None:
        from impactapp.domain.problems import Refusal

        document = self._session.document
        if document is None:
            return
        try:
            document.save_copy(path)
        except Refusal as refusal:
            self._session.tell_refusal(refusal, Act(_("Choose another file…"), self.ask_copy))
        else:
            self._session.exported.emit(path)

    def _was_changed(self) -> bool:
        study, published = self._session.study, self._published()
        return study is not None and published is not None and said_in(study) != said_in(published)

    def _publish_again(self) -> None:
        study = self._published()
        if study is not None:
            self._session.apply(restored(study))

    def _published(self) -> Study | None:
        from impactapp.domain.problems import Refusal
        from impactapp.store import catalog

        try:
            # the case was published: today is not the day of the study
            return catalog.secretary_demo(new_id, None)
        except Refusal as refusal:
            self._session.tell_refusal(refusal)
            return None

    def _tell_unopened(self, path: Path, refusal: Refusal) -> None:
        from impactapp import labels
        from impactapp.domain.problems import Problem, Refusal

        acts: tuple[Act, ...] = ()
        if refusal.problem in (Problem.FILE_DAMAGED, Problem.FILE_NOT_A_STUDY):
            acts = self._last_backup(path)
        if refusal.problem is Problem.FILE_DAMAGED:
            refusal = refusal if acts else Refusal(Problem.FILE_DAMAGED_ALONE, path=path)
            acts = (*acts, Act(_("Recover what can be read…"), lambda: self.salvage(path)))
        elif refusal.problem in (Problem.FILE_NOT_A_STUDY, Problem.FILE_MISSING, Problem.FILE_FOREIGN_DATABASE):
            acts = acts or (Act(_("Choose another file…"), self.ask_open),)
        self._session.told.emit(Message(labels.sentence(refusal), Tone.REFUSE, acts))

    def _last_backup(self, path: Path) -> tuple[Act, ...]:
        from impactapp import labels
        from impactapp.store import backups

        kept = backups.listing(path)
        if not kept:
            return ()
        words = _("Go back to the backup of {moment}").format(moment=labels.moment(kept[0].at))
        return (Act(words, lambda: self._put_back(kept[0], path)),)

    def _put_back(self, backup: Backup, path: Path) -> None:
        """Put a backup in the place of a file that cannot be opened, which stays beside it."""
        from impactapp.domain.problems import Refusal
        from impactapp.store import backups

        try:
            backups.restore(backup, path)
        except Refusal as refusal:
            self._session.tell_refusal(refusal)
        else:
            self._session.open(path)


def said_in(study: Study) -> tuple[object, ...]:
    """What a study says, whatever its ids and its date."""
    tasks = [(task.title, task.share, task.low, task.high) for _profession, task in study.tasks()]
    staff = [(one.title, one.headcount, one.fte) for one in study.professions]
    return study.establishment, study.rule, study.weighting, study.custom_rates, study.definitions, staff, tasks


def restored(earlier: Study) -> Edit:
    """Put an earlier state, or the published case, in the place of the open study; it can be undone."""
    from dataclasses import replace

    from impactapp.domain.edits.edit import Edit, EditKind

    return Edit(EditKind.RESTORE, lambda study: replace(earlier, id=study.id))


def file_name(title: str) -> str:
    """A title as a file name that every system takes."""
    kept = "".join(letter if letter.isalnum() or letter in " -_’'()" else "-" for letter in title)
    return kept.strip(" -")[:80].strip() or _("study")


def unused(path: Path) -> Path:
    """This path, or the first numbered one that does not exist."""
    number = 2
    free = path
    while free.exists():
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return free


def writable_folder(folder: Path) -> Path:
    """This folder, or the user's documents where it is the very thing that is gone or cannot be written."""
    return folder if os.access(folder, os.W_OK) else _documents()


def _documents() -> Path:
    from PySide6.QtCore import QStandardPaths

    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _study_filter() -> str:
    return _("Studies (*{suffix})").format(suffix=SUFFIX)
