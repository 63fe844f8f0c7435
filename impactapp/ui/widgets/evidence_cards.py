"""« Repères »: what published works say of losses and of measures, each figure with its limit and its source."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from impactapp.domain.barrier_cards import BARRIER_CARDS, Evidence
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels
from impactapp.labels.skills import EvidenceWords
from impactapp.ui import theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.evidence_lines import evidence_text
from impactapp.ui.widgets.scrolling import ReadingColumn

WIDTH = 760


class EvidenceTab(QWidget):
    """Cards to read; the button of each copies all of it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, theme.px(8), theme.px(12))
        self._column.setSpacing(theme.px(10))
        self._fill()
        self._column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ReadingColumn(inside, WIDTH))

    def help_text(self) -> str:
        """What these cards are for."""
        return _(
            "What published works say, each figure with its limit and its source: to be quoted together. None of them "
            "is a forecast for your staff. “Copy” takes the whole card."
        )

    def _fill(self) -> None:
        measures = {skill_labels.evidence_card(evidence) for card in BARRIER_CARDS for evidence in card.evidence}
        apart = skill_labels.evidence_card(Evidence.EXPLANATIONS_2023)
        known = [words for words in skill_labels.evidence_in_order() if words != apart]
        self._section(_("What is known of losses"), [words for words in known if words not in measures])
        self._say(skill_labels.never_skilling_limit())
        self._section(_("What is known of measures"), [words for words in known if words in measures])
        self._say(_("Some booster trials found no effect: a measure is to be checked where it is taken."))
        self._section(_("What is not a measure"), [apart])
        self._say(
            _("Reading the explanations of an AI is not practising: this tool does not offer it among the measures.")
        )

    def _section(self, title: str, cards: list[EvidenceWords]) -> None:
        self._column.addSpacing(theme.px(8))
        self._column.addWidget(text.label(title, "section", wrap=True))
        for words in cards:
            self._column.addWidget(self._card(words))

    def _card(self, words: EvidenceWords) -> QWidget:
        frame = QFrame()
        frame.setProperty("role", "card")
        frame.setAccessibleName(words.title)
        column = QVBoxLayout(frame)
        column.setContentsMargins(theme.px(16), theme.px(10), theme.px(12), theme.px(12))
        column.setSpacing(theme.px(4))
        head = QHBoxLayout()
        head.addWidget(text.label(words.title, "strong", wrap=True), 1)
        copy = text.button(_("Copy"), lambda: self._copy(words), "link")
        copy.setAccessibleName(_("Copy the card “{title}”").format(title=words.title))
        copy.setAccessibleDescription(evidence_text(words))
        head.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        said = text.label(evidence_text(words), wrap=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(said)
        return frame

    def _say(self, words: str) -> None:
        self._column.addWidget(text.label(words, "muted", wrap=True))

    def _copy(self, words: EvidenceWords) -> None:
        QGuiApplication.clipboard().setText(f"{words.title}\n{evidence_text(words)}")
        self._session.informed.emit(_("Card copied, with its limit and its source."))
