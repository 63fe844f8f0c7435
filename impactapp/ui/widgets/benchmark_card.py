"""The outside measure beside the results of a profession: figures, ranks, credits, and why the group differs."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from impactapp.domain.analysis.benchmarks import Card, benchmark_cards
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.domain.edits.edit import Edit
from impactapp.domain.edits.professions import set_difference
from impactapp.domain.profession import Profession
from impactapp.i18n import _
from impactapp.labels import benchmark as words
from impactapp.store.benchmarks import benchmarks
from impactapp.ui import theme
from impactapp.ui.models.benchmark_model import BenchmarkModel
from impactapp.ui.session import Session
from impactapp.ui.widgets import scrolling, text
from impactapp.ui.widgets.fields import TextField
from impactapp.ui.widgets.privacy_notice import watched
from impactapp.ui.widgets.tables.view import TableView

# on the drawing board: from this width on, the group's words stand beside the figures; what must be seen of the card
BESIDE, LEAST = 820, 240
CODE, NARROW_TITLE = 170, 150
WHY_LINES = 6


class BenchmarkCard(QWidget):
    """Shows the chosen profession; what is typed is saved as it is typed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._benchmarks = benchmarks()
        self.absent = text.label("", "", wrap=True)
        self.model = BenchmarkModel(self)
        self.table = TableView(self.model, 0)
        self.table.setEditTriggers(TableView.EditTrigger.NoEditTriggers)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setAccessibleName(_("Outside measure"))
        self.codes = text.label("", "", wrap=True)
        self.credits = text.label("\n".join(words.credit_lines()), "small", wrap=True)
        self.credits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.rank = text.label("", "strong", wrap=True)
        self.ranks = text.label(f"{words.scope_sentence()} {words.ranks_sentence()}", "muted", wrap=True)
        self.why = TextField(session, self._say, WHY_LINES)
        self._lay_out()
        self.table.fitted.connect(self._fit_table)
        self.model.modelReset.connect(self._retheme)
        theme.signals().changed.connect(self._retheme)
        self._retheme()

    def show_words(self, profession: Profession, *, anew: bool) -> None:
        """Show what the group said, at once: figures may come later, typed words must not be taken back by them."""
        self.why.committing.show(profession.difference, anew=anew)
        self.why.setReadOnly(not self._session.is_writable)

    def show_results(self, results: Results, result: ProfessionResult) -> None:
        """Follow newer results or another profession."""
        cards = benchmark_cards(results, self._benchmarks)
        card = next((one for one in cards if one.profession_id == result.profession.id), None)
        self.absent.setText("" if card else words.absent_sentence(result.profession))
        self._show_card(card)
        # with nothing to differ from there is nothing to ask; what was said is still there to read
        for widget in (self.asked, self.why):
            widget.setVisible(card is not None or bool(result.profession.difference))

    def help_text(self) -> str:
        """What the figures are, and whose."""
        return "\n".join((words.scope_sentence(), words.ranks_sentence(), *words.credit_lines()))

    def minimumSizeHint(self) -> QSize:
        """It scrolls in its place."""
        return QSize(theme.px(120), theme.px(LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------------ parts
    def _lay_out(self) -> None:
        inside = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._sides.setContentsMargins(0, theme.px(8), theme.px(8), theme.px(8))
        self._sides.setSpacing(theme.px(24))
        self._sides.addLayout(_column(self.absent, self.table, self.codes, self.credits), 3)
        self.asked = text.label(words.difference_title(), "section")
        self.asked.setBuddy(self.why)
        self.why.setAccessibleName(words.difference_title())
        self.why.setPlaceholderText(
            _("Tasks that are not the same here, other tools, other constraints, what the scores do not see…")
        )
        self._sides.addLayout(_column(self.rank, self.asked, self.why, watched(self.why), self.ranks), 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling.fitting(inside))

    def _show_card(self, card: Card | None) -> None:
        self.model.show_measures(card.measures if card else ())
        self.rank.setText(words.group_rank_sentence(card) if card else "")
        self.codes.setText(words.codes_sentence([one.benchmark.isco08 for one in card.measures]) if card else "")
        self.absent.setVisible(card is None)
        self.codes.setVisible(bool(self.codes.text()))
        for widget in (self.table, self.credits, self.rank, self.ranks):
            widget.setVisible(card is not None)

    def _say(self, said: str) -> Edit:
        profession = self._session.profession
        assert profession is not None
        return set_difference(profession, said)

    # ------------------------------------------------------------------ sizes
    def _retheme(self) -> None:
        self.table.set_widths(
            dict.fromkeys(range(1, self.model.columnCount()), CODE),
            dict.fromkeys(range(1, self.model.columnCount()), CODE - 50),
            NARROW_TITLE,
        )
        self._arrange()
        self._fit_table()

    def _arrange(self) -> None:
        directions = QBoxLayout.Direction
        wide = self.width() >= theme.px(BESIDE)
        self._sides.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _fit_table(self) -> None:
        """As high as its rows: they are there to be compared."""
        body = sum(self.table.rowHeight(row) for row in range(self.model.rowCount()))
        bar = self.table.horizontalScrollBar()
        under = bar.sizeHint().height() if bar.maximum() > 0 else 0
        self.table.setFixedHeight(body + self.table.horizontalHeader().sizeHint().height() + under + theme.px(4))


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(8))
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch()
    return column
