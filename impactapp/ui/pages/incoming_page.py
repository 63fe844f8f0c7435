"""« Retours »: what files that come back say otherwise, accepted or refused line by line before anything changes."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.incoming import Guess
from impactapp.domain.profession import Profession
from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.ui import theme
from impactapp.ui.incoming import Returns
from impactapp.ui.incoming_work import Found, Opened
from impactapp.ui.message import Act, Message
from impactapp.ui.models.incoming_entries import Entry, Sort
from impactapp.ui.session import Session
from impactapp.ui.widgets import page_head, scrolling, text
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.widgets.incoming.board import IncomingBoard
from impactapp.ui.widgets.incoming.mapping import MappingView
from impactapp.ui.widgets.incoming.progress import WorkRow

if TYPE_CHECKING:
    from impactapp.exchange.foreign.mapping import ColumnMapping
    from impactapp.exchange.foreign.table import Table

NOTHING, ASKING, BOARD, WORKING = range(4)


class IncomingPage(QWidget):
    """Empty, reading, asking what columns hold, or showing the differences; ``take_files`` begins."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: list[Opened] = []
        self.returns = Returns(session, self)
        self.board = IncomingBoard(session, self.returns)
        self.mapping = MappingView(session)
        self.work = WorkRow(self._cancel)
        self._stack = QStackedWidget()
        self._parts = (self._no_return(), self.mapping, self.board, self._reading())
        for part in self._parts:
            self._stack.addWidget(part)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.addWidget(self._head())
        self._column.addWidget(self.work)
        self._column.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling.fitting(inside))
        self._connect()
        self._retheme()
        self._turn_to(NOTHING)

    # ------------------------------------------------------------------ what the window asks for
    def refresh(self, before: Study | None) -> None:
        """Compare what was read with the current study; another study has none of it."""
        self.board.show_writable()
        self.returns.follow()

    def show_task(self, task_id: str) -> None:
        """This page shows differences, not activities."""

    def help_text(self) -> str:
        """What to do here."""
        return _(
            "Each line is a value that a file gives otherwise than the study. Space accepts the selected lines, Enter "
            "shows both values whole; nothing changes before “Apply”, which is one step to undo. A conflict: the study "
            "changed since the file was written. A disagreement: two files give two values; choose one. A row that is "
            "missing in a file stays unless you accept its removal."
        )

    @property
    def shown(self) -> int:
        """Which of its four parts is shown."""
        return self._stack.currentIndex()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files; what they say otherwise is shown, nothing is changed."""
        self.returns.read(paths)

    def take_text(self, words: str) -> None:
        """Read what was pasted."""
        if words.strip():
            self.returns.read_text(words)
        else:
            self._session.informed.emit(_("There is nothing to paste: copy a table first."))

    def ask_files(self) -> None:
        """Choose files, several at once."""
        dialog = QFileDialog(self.window(), _("Take a workbook back"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([_("Workbooks and tables (*.xlsx *.xlsm *.csv *.txt *.tsv)"), _("All files (*)")])
        dialog.filesSelected.connect(lambda chosen: self.take_files([Path(path) for path in chosen]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def paste(self) -> None:
        """Read the table that was copied elsewhere."""
        self.take_text(QGuiApplication.clipboard().text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------------ what was read
    def _open(self, outcomes: object) -> None:
        assert isinstance(outcomes, tuple)
        self._refuse([one for one in outcomes if one.refusal is not None])
        self._waiting += [one for one in outcomes if one.tables]
        readings = [one.reading for one in outcomes if one.reading is not None]
        if readings:
            self.returns.add(readings)
        self._ask_next()

    def _refuse(self, refused: Sequence[Opened]) -> None:
        """One sentence for each file, all in one message."""
        said = [labels.sentence(one.refusal) for one in refused if one.refusal is not None]
        if said:
            self._session.refused.emit(" ".join(said))

    def _ask_next(self) -> None:
        """Ask about the columns of the next file, or show what is known."""
        if self._waiting:
            first = self._waiting[0]
            self.mapping.show_tables(first.source, first.tables, self.returns.added)
            self._turn_to(ASKING)
            self.mapping.read.setFocus()
        elif self.returns.readings:
            self._turn_to(BOARD if self.board.has_comparison else WORKING)
        else:
            self._turn_to(WORKING if self.returns.is_busy else NOTHING)

    def _read_table(self, table: "Table", mapping: "ColumnMapping", target: Profession) -> None:
        self._waiting.pop(0)
        self.returns.read_table(table, mapping, target)
        self._ask_next()

    def _leave_table(self) -> None:
        self._waiting.pop(0)
        self._ask_next()

    def _compared(self, found: object) -> None:
        assert isinstance(found, Found)
        was_shown = self.board.has_comparison
        self.board.show_found(found)
        if not self._waiting:
            self._turn_to(BOARD)
            if not was_shown and self.isVisible():
                self.board.take_focus()

    def _apply(self) -> None:
        """Take what is accepted; guesses are answers, which say nothing themselves."""
        self.returns.take([entry for entry in self.board.model.accepted if not isinstance(entry.item, Guess)])

    def _tell_taken(self, entries: Sequence[Entry]) -> None:
        """Say what was done, with a way back."""
        message = Message(taken_words([entry.sort for entry in entries]), acts=(Act(_("Undo"), self._session.undo),))
        self._session.told.emit(message)
        if self.isVisible():
            self.board.table.setFocus()

    def _forget(self) -> None:
        self._waiting.clear()
        self.returns.clear()
        self.board.forget()
        self._turn_to(NOTHING)
        self._session.informed.emit(_("The files were set aside. Nothing was changed."))

    def _cancel(self) -> None:
        self.returns.cancel()
        self._ask_next()
        self._session.informed.emit(_("Reading cancelled. Nothing was changed."))

    def _let_go(self) -> None:
        """Another study: what was read belongs to the former one."""
        self._waiting.clear()
        self.board.forget()
        self._turn_to(NOTHING)

    def _note_work(self, busy: bool) -> None:
        self.work.show_work(busy, writing=self._session.is_writing)
        if not busy and self._stack.currentIndex() == WORKING:
            # refused, or cancelled: what follows shows itself
            self._turn_to(BOARD if self.board.has_comparison else NOTHING)
        elif busy and self._stack.currentIndex() == NOTHING:
            self._turn_to(WORKING)

    # ------------------------------------------------------------------ parts
    def _connect(self) -> None:
        returns = self.returns
        returns.busy.connect(self._note_work)
        returns.stepped.connect(self.work.step)
        returns.opened.connect(self._open)
        returns.compared.connect(self._compared)
        returns.taken.connect(self._tell_taken)
        returns.blamed.connect(self.board.stand_on)
        self.mapping.read_asked.connect(self._read_table)
        self.mapping.left.connect(self._leave_table)
        self.board.apply_asked.connect(self._apply)
        self.board.forget_asked.connect(self._forget)
        self.board.files_asked.connect(self.ask_files)
        self.board.paste_asked.connect(self.paste)
        self._session.closing.connect(self._let_go)
        theme.signals().changed.connect(self._retheme)

    def _head(self) -> QWidget:
        self._title = text.label(_("Returns"), "page")
        return self._title

    def _no_return(self) -> QWidget:
        return EmptyState(
            _("No file to take back"),
            _(
                "Drop the workbooks that managers send back, or lists and matrices of others, here or anywhere on the "
                "window. What they say otherwise is shown line by line; nothing changes before you accept it."
            ),
            text.button(_("Choose workbooks…"), self.ask_files, "primary"),
            text.button(_("Paste a table…"), self.paste),
        )

    def _reading(self) -> QWidget:
        return EmptyState(_("Reading…"), _("Nothing is changed by reading."))

    def _turn_to(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self._arrange()
        for position, part in enumerate(self._parts):
            policy = part.sizePolicy().Policy.Preferred if position == at else part.sizePolicy().Policy.Ignored
            part.setSizePolicy(policy, policy)

    def _retheme(self) -> None:
        self.board.retheme()
        self.mapping.retheme()
        self._arrange()

    def _arrange(self) -> None:
        short = page_head.is_short(self)
        self._column.setContentsMargins(*page_head.margins(short=short))
        self._column.setSpacing(theme.px(4 if short else 8))
        # elsewhere the count of differences, or the question, is the heading
        self._title.setVisible(self.shown in (NOTHING, WORKING))
        self.board.set_short(short)


def taken_words(sorts: Sequence[Sort]) -> str:
    """What an import did, in one sentence."""
    values = sum(sort in (Sort.CHANGE, Sort.CONFLICT, Sort.DISAGREEMENT) for sort in sorts)
    new, gone = sum(sort is Sort.NEW for sort in sorts), sum(sort is Sort.MISSING for sort in sorts)
    said = []
    if values:
        said.append(ngettext("{count} value taken", "{count} values taken", values).format(count=values))
    if new:
        said.append(ngettext("{count} row added", "{count} rows added", new).format(count=new))
    if gone:
        said.append(ngettext("{count} row removed", "{count} rows removed", gone).format(count=gone))
    return f"{', '.join(said)}."
