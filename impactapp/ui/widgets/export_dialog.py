"""Ctrl+E: choose the form of an export, then its file."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from impactapp.charts.subject import Subject
from impactapp.i18n import _
from impactapp.ui import accessible, theme
from impactapp.ui.exporting import Export, Kind
from impactapp.ui.session import Session
from impactapp.ui.widgets import scrolling, text

WIDTH = 560
CHART_SUFFIXES = (".png", ".svg", ".pdf")


def kinds() -> dict[Kind, tuple[str, str]]:
    """The forms an export takes, each with a sentence."""
    return {
        Kind.EXCEL: (
            _("Excel workbook (.xlsx)"),
            _("Matrix, criteria, results with their formulas, definitions."),
        ),
        Kind.CSV: (
            _("Table (.csv)"),
            _("One line per activity, for another spreadsheet or a statistician; skills in files beside it."),
        ),
        Kind.JSON: (_("Whole study (.json)"), _("Everything in the study, for another program or an archive.")),
        Kind.CHART: (_("Chart (.png, .svg, .pdf)"), _("One figure of the profession shown, for a report or a slide.")),
    }


class ExportDialog(QDialog):
    """Hands the chosen export over and closes; nothing is written here."""

    def __init__(self, session: Session, use: Callable[[Export], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self._session = session
        self._use = use
        self._kinds: dict[Kind, QRadioButton] = {}
        self._chart = QComboBox()
        self._suffix = QComboBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(6))
        column.addWidget(text.label(_("Export the study"), "section"))
        choices = QWidget()
        inside = QVBoxLayout(choices)
        inside.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        inside.setSpacing(theme.px(6))
        for kind, (title, words) in kinds().items():
            self._add_kind(inside, kind, title, words)
        inside.addWidget(self._chart_choice())
        self.scrolled = scrolling.fitting(choices)
        column.addWidget(self.scrolled, 1)
        column.addLayout(self._buttons())
        self._kinds[Kind.EXCEL].setChecked(True)
        self._kinds[Kind.EXCEL].setFocus()
        self._fit(inside)

    def choose(self, kind: Kind) -> None:
        """Choose a form."""
        self._kinds[kind].setChecked(True)

    def chosen(self) -> Export:
        """The export as chosen now."""
        kind = next(kind for kind, radio in self._kinds.items() if radio.isChecked())
        if kind is not Kind.CHART:
            return Export(kind)
        profession = self._session.profession
        subject = Subject(profession.id if profession else "")
        return Export(kind, self._chart.currentData(), subject, self._suffix.currentText())

    def accept(self) -> None:
        """Go on to the file."""
        super().accept()
        self._use(self.chosen())

    def _fit(self, inside: QVBoxLayout) -> None:
        """As large as the choices need, no larger than the window it lies over."""
        self.ensurePolished()
        parent = self.parentWidget()
        room = parent.size() if parent is not None else self.screen().availableSize()
        around = 2 * theme.px(24)
        width = min(theme.px(WIDTH), room.width() - around)
        rest = self.sizeHint().height() - self.scrolled.sizeHint().height()
        self.resize(width + around, min(inside.heightForWidth(width) + rest, room.height()))

    def _add_kind(self, column: QVBoxLayout, kind: Kind, title: str, words: str) -> None:
        radio = QRadioButton(title)
        radio.setAccessibleDescription(words)
        self._kinds[kind] = radio
        said = text.label(words, "small", wrap=True)
        said.setContentsMargins(theme.px(24), 0, 0, theme.px(6))
        column.addWidget(radio)
        column.addWidget(said)

    def _chart_choice(self) -> QWidget:
        from impactapp.charts import catalogue

        for name in catalogue.CHARTS:
            self._chart.addItem(catalogue.title(name), name)
        self._suffix.addItems(CHART_SUFFIXES)
        choice = QWidget()
        grid = QGridLayout(choice)
        grid.setContentsMargins(theme.px(24), 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, (words, combo) in enumerate(((_("Figure:"), self._chart), (_("Format:"), self._suffix))):
            named = text.label(words)
            named.setBuddy(combo)
            accessible.name_choice(combo, words)
            grid.addWidget(named, row, 0)
            grid.addWidget(combo, row, 1)
        radio = self._kinds[Kind.CHART]
        radio.toggled.connect(choice.setEnabled)
        radio.setEnabled(self._session.profession is not None)
        choice.setEnabled(False)
        return choice

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(text.button(_("Cancel"), self.reject))
        go_on = text.button(_("Choose the file…"), self.accept, "primary")
        go_on.setDefault(True)
        row.addWidget(go_on)
        return row
