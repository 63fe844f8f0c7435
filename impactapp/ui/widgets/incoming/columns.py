"""The columns of a table one by one: its heading, what it begins with, and the field it is taken for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from impactapp.domain.incoming import Field
from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect
from impactapp.i18n import _
from impactapp.labels import incoming as incoming_labels
from impactapp.ui import theme
from impactapp.ui.models.incoming_preview import MOST_COLUMNS
from impactapp.ui.widgets import text
from impactapp.ui.widgets.elided_choice import ElidedChoice

if TYPE_CHECKING:
    from impactapp.exchange.foreign.mapping import ColumnMapping
    from impactapp.exchange.foreign.table import Table

SAMPLES, HEIGHT, LEAST, FEWEST_LETTERS = 3, 190, 110, 12
_LONGEST = 120


class ColumnChoices(QScrollArea):
    """A line a column that holds anything; ``choose(column, field)`` follows a choice."""

    def __init__(self, choose: Callable[[int, Field | None], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choose = choose
        self._shown: tuple[object, int] | None = None
        self.choices: dict[int, ElidedChoice] = {}
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.setMinimumHeight(theme.px(LEAST))
        self.setMaximumHeight(theme.px(HEIGHT))

    def show_columns(self, table: "Table", mapping: "ColumnMapping") -> None:
        """Show what each column is taken for; lines are made anew for another table, or other headings."""
        if self._shown != (table, mapping.first_row):
            self._shown = (table, mapping.first_row)
            self._rebuild(table, mapping)
        for column, choice in self.choices.items():
            held = mapping.columns.get(column)
            with QSignalBlocker(choice):
                choice.setCurrentIndex(max(0, choice.findData(held.value if held else "")))

    def _rebuild(self, table: "Table", mapping: "ColumnMapping") -> None:
        offered = [(incoming_labels.field_word(field), field.value) for field in fields_offered()]
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, theme.px(8), 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        self.choices = {}
        for column in range(min(MOST_COLUMNS, table.width)):
            samples = _samples(table, column, mapping.first_row)
            heading = mapping.headings[column] if column < len(mapping.headings) else ""
            if not (samples or heading):
                continue
            self._add_line(grid, column, _named(table, column, heading), samples, offered)
        self.setWidget(inside)

    def _add_line(
        self, grid: QGridLayout, column: int, name: str, samples: str, offered: list[tuple[str, str]]
    ) -> None:
        choice = ElidedChoice()
        choice.setSizeAdjustPolicy(ElidedChoice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(FEWEST_LETTERS)
        choice.addItem(_("Leave it out"), "")
        for words, value in offered:
            choice.addItem(words, value)
        choice.setAccessibleName(_("Column {name} holds").format(name=name))
        choice.setAccessibleDescription(samples)
        choice.activated.connect(lambda _at, of=column: self._tell(of))
        row = len(self.choices)
        grid.addWidget(text.ElidedLabel(name, "strong"), row, 0)
        grid.addWidget(text.ElidedLabel(samples, "muted"), row, 1)
        grid.addWidget(choice, row, 2)
        self.choices[column] = choice

    def _tell(self, column: int) -> None:
        value = self.choices[column].currentData()
        self._choose(column, Field(value) if value else None)


def _named(table: "Table", column: int, heading: str) -> str:
    letters = table.ref(0, column).rstrip("0123456789")
    return f"{letters} · {' '.join(heading.split())[:_LONGEST]}" if heading else letters


def _samples(table: "Table", column: int, first_row: int) -> str:
    """What the column begins with."""
    found = []
    for row in range(first_row, min(len(table.rows), first_row + 50)):
        words = " ".join(table.text(row, column)[:_LONGEST].split())
        if words:
            found.append(words)
        if len(found) == SAMPLES:
            break
    return " · ".join(found)


def fields_offered() -> tuple[Field, ...]:
    """What a column of somebody else's table may hold, the usual first."""
    rated = [Field(f"{Aspect.SUBSTITUTION.value}.{hypothesis.value}") for hypothesis in HYPOTHESES]
    criteria = [Field(f"{aspect.value}.{hypothesis.value}") for hypothesis in HYPOTHESES for aspect in CRITERIA]
    levels = (*rated, *criteria)
    texts = [Field(f"{level.value}.text") for level in levels]
    profession = (Field.PROFESSION_TITLE, Field.CATEGORY, Field.HEADCOUNT, Field.FTE)
    return (Field.TITLE, Field.SHARE, *levels, Field.VALIDATED, *texts, *profession)
