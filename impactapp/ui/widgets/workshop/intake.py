"""Reading filled-in ballots: many files off the window's thread, then a report, and counting them once one agrees."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QProgressBar, QVBoxLayout, QWidget

from impactapp.domain.edits.votes import cast_ballots
from impactapp.domain.problems import Refusal
from impactapp.domain.study import Study
from impactapp.domain.workshop import Sitting
from impactapp.i18n import _, ngettext
from impactapp.ui import background, theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.list_delegate import DETAIL, ListDelegate
from impactapp.ui.workshop_room import Room

if TYPE_CHECKING:
    from impactapp.exchange.ballots.report import BallotReport, FileReport, Remark

TICK = 100
FEWEST = 140


class Intake(QWidget):
    """Follows the sitting the room is in; nothing is changed before « Count these ballots »."""

    def __init__(self, session: Session, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._room = session, room
        self._job: background.Job | None = None
        self._paths: list[Path] = []
        self._read_for: Sitting | None = None
        self._at = [0, 0]
        self.report: BallotReport | None = None
        self.choose = text.button(_("Import filled-in ballots…"), self.ask_files)
        self.cast = text.button(_("Count these ballots"), self.count, "primary")
        self.forget = text.button(_("Leave them out"), self.clear)
        self.stop = text.button(_("Cancel"), self.cancel)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(_("Reading the ballots"))
        self.summary = text.label("", "strong", wrap=True)
        self.rule = text.label(
            _("A ballot with a refusal is left out whole: correct it and give it again."), "small", wrap=True
        )
        self.files = QListWidget()
        self.files.setAccessibleName(_("Ballots read, those left out first"))
        self.files.setItemDelegate(ListDelegate(self.files, below=True))
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._tell_progress)
        self._lay_out()
        self.retheme()
        self._show()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.files.setMinimumHeight(theme.px(FEWEST))
        self.files.doItemsLayout()

    def refresh(self) -> None:
        """Follow the study and the room; what was read for another sitting is let go."""
        sitting = self._room.sitting
        if self._read_for is not None and (sitting is None or sitting.id != self._read_for.id):
            self._drop_job()
            self._forget()
        self._show()

    def ask_files(self) -> None:
        """Let the user choose ballots, many at once."""
        dialog = QFileDialog(self.window(), _("Import filled-in ballots"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(_("Excel ballots (*.xlsx)"))
        dialog.filesSelected.connect(lambda chosen: self.read([Path(path) for path in chosen]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, paths: list[Path]) -> None:
        """Read ballots, and the folders of ballots; a report follows."""
        study, sitting = self._session.study, self._room.sitting
        if study is None or sitting is None or not paths:
            return
        self._drop_job()
        self._forget()
        self._paths, self._read_for, self._at = paths, sitting, [0, 0]
        work = partial(_read, paths, study, sitting.id, self._at)
        self._job = background.run(work, self._take, self._fail, self)
        self._timer.start()
        self._show()
        self.stop.setFocus()

    def cancel(self) -> None:
        """Stop reading."""
        self._drop_job()
        self._forget()
        self._show()
        self.choose.setFocus()
        self._session.informed.emit(_("Import cancelled. Nothing was changed."))

    def clear(self) -> None:
        """Forget what was read; the files stay as they are."""
        self._forget()
        self._show()
        self.choose.setFocus()

    def count(self) -> None:
        """Add the votes to those of their groups, in one edit."""
        sitting, report = self._room.sitting, self.report
        if sitting is None or report is None or self._read_for is None:
            return
        if _votes_of(sitting) != _votes_of(self._read_for):
            self.read(self._paths)
            self._session.informed.emit(_("The sitting changed since: the ballots are read again."))
            return
        counted = sum(file.read > 0 for file in report.files)
        if self._session.submit(cast_ballots(sitting, report.ballots)):
            self.clear()
            words = ngettext(
                "{count} ballot in the urn; Ctrl+Z takes it back. Its votes are shown by “Show the votes”.",
                "{count} ballots in the urn; Ctrl+Z takes them back. Their votes are shown by “Show the votes”.",
                counted,
            )
            self._session.informed.emit(words.format(count=counted))

    def _take(self, report: object) -> None:
        from impactapp.exchange.ballots.report import BallotReport

        assert isinstance(report, BallotReport)
        had_focus = self.stop.hasFocus()
        self._job = None
        self._timer.stop()
        self.report = report
        # by their names, which are random: the order they were given in says nothing either
        for file in sorted(report.files, key=lambda file: (not file.refused, not file.remarks, file.path.name)):
            self.files.addItem(_item(file))
        self.files.setCurrentRow(0)
        self.summary.setText(_summary(report))
        self._show()
        if had_focus:
            (self.cast if self.cast.isEnabled() else self.files).setFocus()

    def _fail(self, error: BaseException) -> None:
        self._drop_job()
        self._forget()
        self._show()
        if isinstance(error, Refusal):
            self._session.tell_refusal(error)
        else:
            self._session.broken.emit(error)

    def _drop_job(self) -> None:
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _forget(self) -> None:
        self.report, self._read_for = None, None
        self.files.clear()
        self.summary.setText("")

    def _tell_progress(self) -> None:
        position, total = self._at
        self.progress.setRange(0, total)
        self.progress.setValue(position)

    def _show(self) -> None:
        sitting, is_reading = self._room.sitting, self._job is not None
        writable = self._session.is_writable and sitting is not None and bool(sitting.groups)
        self.choose.setEnabled(writable and not is_reading)
        self.cast.setEnabled(writable and self.report is not None and bool(self.report.ballots))
        of_report: tuple[QWidget, ...] = (self.cast, self.forget, self.summary, self.files)
        for widget in of_report:
            widget.setVisible(self.report is not None)
        self.rule.setVisible(self.report is not None and any(file.refused for file in self.report.files))
        self.progress.setVisible(is_reading)
        self.stop.setVisible(is_reading)
        if is_reading:
            self._tell_progress()

    def _lay_out(self) -> None:
        acts = QWidget()
        flow = FlowLayout(acts, gap=8)
        for widget in (self.choose, self.progress, self.stop):
            flow.addWidget(widget)
        after = QWidget()
        below = FlowLayout(after, gap=8)
        for button in (self.cast, self.forget):
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(text.label(_("Filled-in ballots"), "section"))
        said = _("Choose them, or drop them on the window, many at once. Nothing is counted before you agree.")
        column.addWidget(text.label(said, "small", wrap=True))
        for part in (acts, self.summary, self.rule, after):
            column.addWidget(part)
        column.addWidget(self.files, 1)


def _read(paths: list[Path], study: Study, sitting_id: str, at: list[int], ticket: background.Ticket) -> "BallotReport":
    """On a worker thread; ``at`` tells the window how far it is."""
    from impactapp.exchange.ballots.reading import ballot_files, read_ballots

    def step(position: int, total: int) -> None:
        at[:] = position, total
        ticket.breathe()

    return read_ballots(ballot_files(paths), study, sitting_id, step)


def _votes_of(sitting: Sitting) -> Sitting:
    """The sitting without what goes on while ballots are looked at: time and notes."""
    return replace(sitting, talks=tuple(replace(talk, seconds=0, note="") for talk in sitting.talks))


def _item(file: "FileReport") -> QListWidgetItem:
    read = ngettext("{count} answer read", "{count} answers read", file.read).format(count=file.read)
    words = _("{name}: {value}").format(name=file.path.name, value=_("left out whole") if file.refused else read)
    lines = [_line(remark, _("refused")) for remark in file.refused]
    lines += [_line(remark, _("read all the same")) for remark in file.remarks]
    item = QListWidgetItem(text.breakable(words))
    item.setData(DETAIL, "\n".join(lines))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, "\n".join([words, *lines]))
    return item


def _line(remark: "Remark", what: str) -> str:
    return " — ".join(filter(None, (remark.cell, what, remark.reason)))


def _summary(report: "BallotReport") -> str:
    if not report.files:
        return _("No ballot was found there.")
    whole, left = sum(file.read > 0 for file in report.files), sum(bool(file.refused) for file in report.files)
    said = [ngettext("{count} ballot to count", "{count} ballots to count", whole).format(count=whole)]
    if left:
        said.append(ngettext("{count} left out", "{count} left out", left).format(count=left))
    return ", ".join(said) + "."
