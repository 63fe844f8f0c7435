"""The minutes of the sitting, to read, to copy and to save as text."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from impactapp.domain.problems import Refusal
from impactapp.domain.study import Study
from impactapp.domain.workshop import Sitting
from impactapp.exchange.atomic import replacing
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels
from impactapp.ui import clipboard, theme
from impactapp.ui.exporting import Export, Kind
from impactapp.ui.session import Session
from impactapp.ui.widgets.charts.actions import file_stem
from impactapp.ui.widgets.tables.tools import TableTools, Tool
from impactapp.ui.workshop_room import Room

FEWEST = 220


class MinutesTab(QWidget):
    """Follows the sitting the room is in."""

    def __init__(self, session: Session, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._room = session, room
        self._shown: tuple[Study, Sitting] | None = None
        self.tools = TableTools(
            (
                Tool(_("Copy"), self.copy, role="primary"),
                Tool(_("Export to Excel…"), lambda: session.target_asked.emit(Export(Kind.EXCEL))),
                Tool(_("Save as text…"), self.ask_target),
            )
        )
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(_("Minutes of the sitting"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.tools)
        column.addWidget(self.words, 1)
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.words.setMinimumHeight(theme.px(FEWEST))

    def refresh(self) -> None:
        """Follow the study; who is reading keeps the place."""
        study, sitting = self._session.study, self._room.sitting
        if study is None or sitting is None or self._shown == (study, sitting):
            return
        self._shown = study, sitting
        words = minutes_text(study, sitting)
        if words != self.words.toPlainText():
            at = self.words.verticalScrollBar().value()
            self.words.setPlainText(words)
            self.words.verticalScrollBar().setValue(at)

    def copy(self) -> None:
        """Put the minutes on the clipboard."""
        study, sitting = self._session.study, self._room.sitting
        html = minutes_html(study, sitting) if study and sitting else ""
        clipboard.put_words(self.words.toPlainText(), html)
        self._session.informed.emit(_("Minutes copied: paste them into Word or an e-mail."))

    def ask_target(self) -> None:
        """Ask where, then write."""
        sitting = self._room.sitting
        stem = file_stem(_("Minutes - {title}").format(title=sitting.title if sitting else ""))
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self.window(), _("Save the minutes"), str(Path(folder) / f"{stem}.txt"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_("Text (*.txt)")])
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(f"{stem}.txt")
        dialog.fileSelected.connect(lambda path: self.write(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, target: Path) -> None:
        """Write the minutes to a file; a refusal is told and leaves the old file whole."""
        try:
            with replacing(target) as temporary:
                # Windows' own editor reads accents with a mark at the start, lines with both their ends
                temporary.write_text(self.words.toPlainText() + "\n", encoding="utf-8-sig", newline="\r\n")
        except Refusal as refusal:
            self._session.tell_refusal(refusal)
            return
        self._session.exported.emit(target)

    def help_text(self) -> str:
        """What the minutes say."""
        return _(
            "The minutes say who took part by group, when, how long each activity took, its rounds and decisions, who "
            "disagreed and what is left open: totals only, and none under the least size. Your notes stay out."
        )


def minutes_text(study: Study, sitting: Sitting) -> str:
    """The minutes as lines of text, each part under its heading."""
    parts = (
        "\n".join((heading, *(f"  {line}" for line in lines)))
        for heading, lines in workshop_labels.minutes_lines(study, sitting)
    )
    return "\n\n".join(parts)


def minutes_html(study: Study, sitting: Sitting) -> str:
    """The minutes with headings and lists, as a word processor takes them."""
    parts = (
        f"<h2>{escape(heading)}</h2><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
        for heading, lines in workshop_labels.minutes_lines(study, sitting)
    )
    return f'<html><head><meta charset="utf-8"></head><body>{"".join(parts)}</body></html>'
