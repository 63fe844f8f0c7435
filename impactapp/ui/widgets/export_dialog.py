"""Ctrl+E: choose the form of an export, then its file."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from impactapp.charts.subject import Subject
from impactapp.i18n import _
from impactapp.ui import accessible, theme
from impactapp.ui.exporting import LAID_OUT, Export, Kind
from impactapp.ui.session import Session
from impactapp.ui.widgets import scrolling, text
from impactapp.ui.widgets.elided_choice import ElidedChoice
from impactapp.ui.widgets.template_choice import TemplateChoice, chosen_template

# of one column; a large window has room for two
WIDTH, GAP = 430, 32
CHART_SUFFIXES = (".png", ".svg", ".pdf")


def groups() -> dict[str, dict[Kind, tuple[str, str]]]:
    """The forms an export takes, each with a sentence, by what people do with it."""
    return {
        _("To work on"): {
            Kind.EXCEL: (
                _("Excel workbook (.xlsx)"),
                _("Matrix, criteria, results with their formulas, definitions."),
            ),
            Kind.CSV: (
                _("Table (.csv)"),
                _("One line per activity, for another spreadsheet or a statistician; skills in files beside it."),
            ),
            Kind.JSON: (_("Whole study (.json)"), _("Everything in the study, for another program or an archive.")),
            Kind.CHART: (
                _("Chart (.png, .svg, .pdf)"),
                _("One figure of the profession shown, for a report or a slide."),
            ),
        },
        _("To present and sign"): {
            Kind.REPORT: (
                _("Report (.pdf)"),
                _("Method, matrix, results, measures, dissent, limits; a page for opinions and signatures."),
            ),
            Kind.SUMMARY: (_("One page (.pdf)"), _("What the report says, on one page.")),
            Kind.WORD: (_("Word document (.docx)"), _("The report, to be completed before it is signed.")),
            Kind.SLIDES: (_("PowerPoint slides (.pptx)"), _("Six slides; their charts can be edited.")),
        },
        _("To keep"): {
            Kind.RECORD: (
                _("Record (.zip)"),
                _("The study and all of these in one file, with every figure and the checksum of each file."),
            ),
        },
    }


def _column(inside: QHBoxLayout) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(theme.px(6))
    inside.addLayout(made, 1)
    return made


class ExportDialog(QDialog):
    """Hands the chosen export over and closes; nothing is written here."""

    def __init__(self, session: Session, use: Callable[[Export], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self._session = session
        self._use = use
        self._kinds: dict[Kind, QRadioButton] = {}
        self._chart: QComboBox = ElidedChoice()
        self._chart.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._suffix = QComboBox()
        self.template = TemplateChoice(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(6))
        column.addWidget(text.label(_("Export the study"), "section"))
        choices = QWidget()
        inside = self._fill(choices)
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
            return Export(kind, name=self._name(kind), template=chosen_template() if kind in LAID_OUT else None)
        profession = self._session.profession
        subject = Subject(profession.id if profession else "")
        return Export(kind, self._chart.currentData(), subject, self._suffix.currentText())

    def accept(self) -> None:
        """Go on to the file."""
        super().accept()
        self._use(self.chosen())

    def _name(self, kind: Kind) -> str:
        """One for each form: the report and its one page are both PDF files."""
        study = self._session.study
        names = {Kind.REPORT: _("{study} - report"), Kind.SUMMARY: _("{study} - one page")}
        return names[kind].format(study=study.title) if study is not None and kind in names else ""

    def _fill(self, choices: QWidget) -> QHBoxLayout:
        """The forms in two columns, or one below the other: of one parent, so that only one is chosen."""
        inside = QHBoxLayout(choices)
        inside.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        inside.setSpacing(theme.px(GAP))
        left = right = _column(inside)
        if self._room().width() >= self._wide(2):
            right = _column(inside)
        for number, (heading, kinds) in enumerate(groups().items()):
            column = right if number else left
            column.addWidget(text.label(heading, "strong"))
            for kind, (title, words) in kinds.items():
                self._add_kind(column, kind, title, words)
                if kind is Kind.CHART:
                    column.addWidget(self._chart_choice())
        right.addWidget(text.label(_("Template of the report"), "strong"))
        right.addWidget(self.template)
        for column in {left, right}:
            column.addStretch()
        return inside

    def _room(self) -> QSize:
        parent = self.parentWidget()
        return parent.size() if parent is not None else self.screen().availableSize()

    def _wide(self, columns: int) -> int:
        return theme.px(WIDTH * columns + GAP * (columns - 1)) + 2 * theme.px(24)

    def _fit(self, inside: QHBoxLayout) -> None:
        """As large as the choices need, no larger than the window it lies over."""
        self.ensurePolished()
        room = self._room()
        width = min(self._wide(inside.count()), room.width())
        rest = self.sizeHint().height() - self.scrolled.sizeHint().height()
        height = inside.heightForWidth(width - 2 * theme.px(24)) + rest
        self.resize(width, min(height, room.height()))

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

        profession = self._session.profession
        skilled = profession is not None and bool(profession.skills)
        for name in catalogue.ALL_CHARTS if skilled else catalogue.CHARTS:
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
        radio.setEnabled(profession is not None)
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
