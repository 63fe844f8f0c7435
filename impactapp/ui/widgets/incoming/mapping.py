"""What the columns of somebody else's table hold: guessed, shown over its first rows, and put right by hand."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from impactapp import labels
from impactapp.domain.incoming import Field
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Profession
from impactapp.domain.text import clean_title, same_title
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.models.incoming_preview import MOST_COLUMNS, IncomingPreview
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.elided_choice import ElidedChoice
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.incoming.columns import ColumnChoices
from impactapp.ui.widgets.tables.delegate import PADDING
from impactapp.ui.widgets.tables.header import TableHeader
from impactapp.ui.widgets.tables.view import SHEET

if TYPE_CHECKING:
    from impactapp.exchange.foreign.mapping import ColumnMapping
    from impactapp.exchange.foreign.shares import ShareUnit
    from impactapp.exchange.foreign.table import Table

SEARCHED, LONGEST_NAME = 30, 44
PREVIEW, CHOICE, COLUMN = 150, 196, 150
NEW = ""


class MappingView(QWidget):
    """``read_asked(table, mapping, profession)`` reads the table as it is mapped; ``left`` leaves it out."""

    read_asked = Signal(object, object, object)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tables: tuple[Table, ...] = ()
        self._known: list[Profession] = []
        self.mapping: ColumnMapping | None = None
        self._unit: ShareUnit | None = None
        self.title = text.label("", "section", wrap=True)
        self.notes = text.label("", "small", wrap=True)
        self.wrong = text.label("", "muted", wrap=True)
        self.sheet = _choice(_("Sheet"))
        self.heads = _choice(_("Headings"))
        self.target = _choice(_("Profession"))
        self.unit = _choice(_("Numbers of the time share"))
        self.name = QLineEdit()
        self.name.setAccessibleName(_("Title of the new profession"))
        # files that are dropped are for the window
        self.name.setAcceptDrops(False)
        self.name.setPlaceholderText(_("Title of the new profession"))
        self.model = IncomingPreview(self)
        self.preview = QTableView()
        self.columns = ColumnChoices(self._choose_field)
        self.read = text.button(_("Read this table"), self._read, "primary")
        self.skip = text.button(_("Leave this file out"), self.left.emit)
        self._lay_out()
        self.sheet.activated.connect(lambda at: self._turn_to(self._tables[at]))
        self.heads.activated.connect(lambda _at: self._choose_heads())
        self.target.activated.connect(lambda _at: self._show_target())
        self.unit.activated.connect(lambda _at: self._choose_unit())
        self.name.textChanged.connect(lambda _words: self._show_target())
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.preview.setMinimumHeight(theme.px(PREVIEW))
        self.preview.setStyleSheet(SHEET.format(padding=theme.px(PADDING)))
        self.preview.horizontalHeader().setDefaultSectionSize(theme.px(COLUMN))
        self.preview.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + theme.px(8))
        for choice in (self.sheet, self.heads, self.target, self.unit, self.name):
            choice.setFixedWidth(theme.px(CHOICE))
        self.columns.retheme()

    def show_tables(self, source: str, tables: "Sequence[Table]", added: Sequence[Profession]) -> None:
        """Ask about the tables of one file; ``added`` are professions that are to come already."""
        self._tables = tuple(tables)
        self.title.setText(text.breakable(_("What do the columns of “{file}” hold?").format(file=_shortened(source))))
        self.sheet.clear()
        for table in tables:
            name = table.title or source
            self.sheet.addItem(_("{sheet} (hidden)").format(sheet=name) if table.is_hidden else name)
        self._named[self.sheet].setVisible(len(tables) > 1)
        self._show_targets(added)
        self._turn_to(tables[0])

    @property
    def table(self) -> "Table":
        """The table that is shown."""
        return self._tables[max(0, self.sheet.currentIndex())]

    def _turn_to(self, table: "Table") -> None:
        from impactapp.exchange.foreign.remembered import mapping_for

        mapping, self._unit = mapping_for(table), None
        self._show_heads(table, mapping)
        self._show(mapping)

    def _show_heads(self, table: "Table", mapping: "ColumnMapping") -> None:
        self.heads.clear()
        self.heads.addItem(_("No line of headings"), _head_key(0, 0))
        for row in range(min(SEARCHED, len(table.rows))):
            words = [cell for column in range(min(8, table.width)) if (cell := table.text(row, column))]
            if not words:
                continue
            line = table.ref(row, 0).lstrip("A")
            said = " | ".join(words)[:80]
            self.heads.addItem(_("Line {line}: {words}").format(line=line, words=said), _head_key(1, row + 1))
            if mapping.header_rows == 2 and mapping.first_row == row + 2:
                self.heads.addItem(
                    _("Lines {line} and the next: {words}").format(line=line, words=said), _head_key(2, row + 2)
                )
        self.heads.setCurrentIndex(max(0, self.heads.findData(_head_key(mapping.header_rows, mapping.first_row))))

    def _choose_heads(self) -> None:
        from impactapp.exchange.foreign.mapping import mapping_of

        assert self.mapping is not None
        lines, first_row = map(int, self.heads.currentData().split())
        self._show(self._in_unit(mapping_of(self.table, lines, first_row, self.mapping.columns)))

    def _choose_field(self, column: int, field: Field | None) -> None:
        """Another field for a column; the column that held it before holds nothing."""
        from impactapp.exchange.foreign.mapping import mapping_of

        mapping = self.mapping
        assert mapping is not None
        columns = {at: held for at, held in mapping.columns.items() if at != column and held is not field}
        if field is not None:
            columns[column] = field
        self._show(self._in_unit(mapping_of(self.table, mapping.header_rows, mapping.first_row, columns)))

    def _choose_unit(self) -> None:
        from impactapp.exchange.foreign.shares import ShareUnit

        assert self.mapping is not None
        self._unit = ShareUnit(self.unit.currentData())
        self.mapping = self._in_unit(self.mapping)

    def _in_unit(self, mapping: "ColumnMapping") -> "ColumnMapping":
        """What a person said of the numbers holds, whatever columns are chosen after."""
        return mapping if self._unit is None else replace(mapping, unit=self._unit)

    def _show(self, mapping: "ColumnMapping") -> None:
        table = self.table
        self.mapping = mapping
        self.model.show_table(table, mapping)
        self.columns.show_columns(table, mapping)
        said = [labels.sentence(note.refusal) for note in (*table.notes, *mapping.doubts)]
        more = table.width - MOST_COLUMNS
        if more > 0:
            said.append(_("Columns after the first {count} are not read.").format(count=MOST_COLUMNS))
        self.notes.setText(" ".join(said))
        self.notes.setVisible(bool(said))
        self._show_unit(mapping)
        self._show_target()

    def _show_unit(self, mapping: "ColumnMapping") -> None:
        from impactapp.exchange.foreign.shares import ShareUnit

        words = {
            ShareUnit.UNSURE: _("As each cell says"),
            ShareUnit.PERCENT: _("Per cent: 40 is 40%"),
            ShareUnit.PART: _("Parts of one: 0.4 is 40%"),
        }
        if not self.unit.count():
            for unit, said in words.items():
                self.unit.addItem(said, unit.value)
        self.unit.setCurrentIndex(self.unit.findData(mapping.unit.value))
        self._named[self.unit].setVisible(mapping.column_of(Field.SHARE) is not None)

    def _show_targets(self, added: "Sequence[Profession]") -> None:
        study, shown = self._session.study, self._session.profession
        known = [*(study.professions if study else ()), *added]
        with QSignalBlocker(self.target):
            self.target.clear()
            for profession in known:
                self.target.addItem(profession.title, profession.id)
            self.target.addItem(_("A new profession…"), NEW)
            wanted = added[-1] if added else shown
            self.target.setCurrentIndex(max(0, self.target.findData(wanted.id if wanted else NEW)))
        self._known = known

    def _show_target(self) -> None:
        is_new = self.target.currentData() == NEW
        self.name.setVisible(is_new)
        mapped = bool({Field.TITLE, Field.PROFESSION_TITLE} & set(self._held()))
        wrong = "" if mapped else _("Say which column holds the activities first.")
        if mapped and is_new:
            wrong = self._what_is_wrong_with(self.name.text())
        self.read.setEnabled(not wrong)
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        self.read.setAccessibleDescription(wrong)

    def _what_is_wrong_with(self, title: str) -> str:
        """Why there can be no profession of this title, empty where there can."""
        try:
            clean_title(title)
        except EditError as refusal:
            return labels.sentence(refusal)
        taken = any(same_title(title, one.title) for one in self._known)
        return labels.sentence(EditError(Problem.TITLE_TAKEN, title=title)) if taken else ""

    def _held(self) -> list[Field]:
        return list(self.mapping.columns.values()) if self.mapping else []

    def _read(self) -> None:
        from impactapp.exchange.foreign.remembered import remember

        assert self.mapping is not None
        remember(self.mapping)
        chosen = self.target.currentData()
        found = next((one for one in self._known if one.id == chosen), None)
        self.read_asked.emit(self.table, self.mapping, found or Profession(str(uuid4()), self.name.text().strip()))

    def _lay_out(self) -> None:
        self._named = {choice: _named(choice) for choice in (self.sheet, self.heads, self.target, self.unit)}
        choices = QWidget()
        flow = FlowLayout(choices, gap=12)
        asked = (self._named[self.sheet], self._named[self.heads], self._named[self.target], self.name)
        for widget in (*asked, self._named[self.unit], self.read, self.skip):
            flow.addWidget(widget)
        self.preview.setModel(self.model)
        self.preview.setHorizontalHeader(TableHeader(self.preview))
        self.preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.preview.setTabKeyNavigation(False)
        self.preview.setWordWrap(False)
        self.preview.setShowGrid(False)
        self.preview.setCornerButtonEnabled(False)
        self.preview.setAccessibleName(_("First rows of the table"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for widget in (self.title, self.notes, choices, self.wrong, self.columns):
            column.addWidget(widget)
        column.addWidget(self.preview, 1)


def _shortened(name: str) -> str:
    """The name of a file as a heading has room for, its end kept."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 20]}…{name[-19:]}"


def _head_key(lines: int, first_row: int) -> str:
    """What a choice of headings stands for, in a form that Qt finds again."""
    return f"{lines} {first_row}"


def _choice(name: str) -> ElidedChoice:
    made = ElidedChoice()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made


def _named(choice: QComboBox) -> QWidget:
    """A choice with its name over it."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(theme.px(2))
    name = text.label(choice.accessibleName(), "small")
    name.setBuddy(choice)
    grid.addWidget(name, 0, 0)
    grid.addWidget(choice, 1, 0)
    return holder
