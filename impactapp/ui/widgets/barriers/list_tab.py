"""The measures of the profession as a table, with the boxes and fields of one of them beside it."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.barrier_cards import BarrierCard
from impactapp.domain.profession import Profession
from impactapp.domain.skill import EFFECTIVE_STATES, Barrier, Skill
from impactapp.domain.text import same_title
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels
from impactapp.ui import theme
from impactapp.ui.models.barrier_columns import BarrierColumn, heading, heading_tip, state_sentence
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.barriers.board import BarrierBoard
from impactapp.ui.widgets.barriers.catalog import BarrierCatalog
from impactapp.ui.widgets.barriers.fields import BarrierFields
from impactapp.ui.widgets.barriers.parts import Parts
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.widgets.evidence_lines import card_lines
from impactapp.ui.widgets.skills.panel import Said, WordsPanel
from impactapp.ui.widgets.skills.sided import Sided
from impactapp.ui.widgets.tables.tools import TableTools

WIDE = 1320
FEWEST_ROWS = 3
TABLE, CATALOG, EMPTY = range(3)


class BarrierListTab(QWidget):
    """Table, tools and panel; in their place the cards of the catalogue, or what to do first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._begun = ""
        self.board = BarrierBoard(session, self)
        self.tools = TableTools(self.board.tools())
        self.note = text.label(counting_words(), "small", wrap=True)
        self.title = _title()
        self.fields = BarrierFields(session)
        self.panel = WordsPanel(_("Details of the measure"))
        for position, widget in enumerate((self.title, self.fields)):
            self.panel.place(widget, position)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.tools, self.board.view, self.note):
            self._column.addWidget(widget, int(widget is self.board.view))
        self.sided = Sided(content, self.panel, WIDE)
        self.catalog = BarrierCatalog()
        self.stack = Parts((self.sided, self.catalog, self._nothing_yet()))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self._connect()
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.board.retheme()
        self.panel.retheme()
        self.fields.retheme()
        self.catalog.retheme()
        self.sided.arrange()

    def set_dense(self, *, short: bool) -> None:
        """Less around the table where height is scarce; lower than its fewest rows it never gets."""
        self._column.setSpacing(theme.px(4 if short else 8))
        self.note.setVisible(not short)
        # where there is height, the names of the skills kept are read whole
        self.board.view.set_dense(short)
        self.board.view.setMinimumHeight(self.board.view.height_of_rows(FEWEST_ROWS - short))

    def refresh(self, *, anew: bool) -> None:
        """Follow the study."""
        self.tools.setEnabled(self._session.is_writable)
        self.catalog.add_button.setEnabled(self._session.is_writable)
        if anew and self.stack.current == CATALOG:
            self.stack.turn_to(TABLE)
        self.board.refresh(anew=anew)
        self.show_part()
        self.show_current()

    def show_part(self) -> None:
        """The table once there is a measure or someone has begun to type one; the cards stay while they are read."""
        profession = self._session.profession
        if profession is None or self.stack.current == CATALOG:
            return
        begun = bool(profession.barriers) or self._begun == profession.id
        self.stack.turn_to(TABLE if begun else EMPTY)

    def show_barrier(self, barrier_id: str, column: BarrierColumn = BarrierColumn.TITLE) -> None:
        """Put the focus on one measure."""
        self.stack.turn_to(TABLE)
        self.show_part()
        self.board.show_barrier(barrier_id, column)

    def open_catalog(self) -> None:
        """Show the cards."""
        self.stack.turn_to(CATALOG)
        self.catalog.list.setFocus()

    def close_catalog(self) -> None:
        """Back to the table."""
        self.stack.turn_to(TABLE)
        self.show_part()
        self.board.view.setFocus()

    def take(self, card: BarrierCard) -> None:
        """Add the measure of a card, as considered and for no skill yet."""
        profession = self._session.profession
        if profession is None:
            return
        title = free_title(profession, skill_labels.barrier_words(card.code).title)
        made = Barrier(str(uuid4()), title, card.code, against=card.against)
        self._begin()
        if self.board.add_ready(made):
            self._session.informed.emit(
                _("“{title}” is added as considered: state its hours and its skills, then decide it.").format(
                    title=title
                )
            )

    def add_for(self, skill: Skill) -> None:
        """Add a measure that is to keep one skill."""
        profession = self._session.profession
        if profession is None:
            return
        title = free_title(profession, _("Keep up: {skill}").format(skill=skill.title))
        self._begin()
        if self.board.add_ready(replace(Barrier(str(uuid4()), title), skill_ids=(skill.id,))):
            self._session.informed.emit(
                _("“{title}” is added as considered: state its hours, then decide it.").format(title=title)
            )

    def show_skills(self) -> None:
        """Lead to the boxes of the skills of the current measure."""
        if self.board.current() is None:
            self._session.informed.emit(_("Name the measure first, then choose its skills."))
            return
        if self.panel.isHidden():
            self.sided.turn()
        self.fields.skills.setFocus()
        self.panel.ensureWidgetVisible(self.fields.skills)

    def show_current(self) -> None:
        """Say all there is to say of the current measure."""
        barrier, profession = self.board.current(), self._session.profession
        words = barrier.title if barrier else _("Choose a measure to read about it here.")
        self.title.setText(text.breakable(words))
        self.title.setAccessibleName(words)
        self.fields.show_barrier(profession, barrier, writable=self._session.is_writable)
        self.panel.say(self._lines(profession, barrier) if profession and barrier else [], 2)

    def help_text(self) -> str:
        """What is typed in the current column, on which keys, and what is known of the current measure."""
        if self.stack.current == CATALOG:
            return self.catalog.help_text()
        column = BarrierColumn(max(0, self.board.view.currentIndex().column()))
        keys = _(
            "F2 or typing changes a cell, Enter on the last row or Insert adds, Delete clears a cell or removes the "
            "measure; F2 or Space in “Skills kept” leads to the boxes, Space ticks, Escape comes back."
        )
        said = _("{column}: {words}").format(column=heading(column), words=heading_tip(column))
        return "\n".join(filter(None, (said, keys, counting_words(), self.panel.words)))

    def _lines(self, profession: Profession, barrier: Barrier) -> list[Said]:
        kept = [skill for skill in profession.skills if skill.id in barrier.skill_ids]
        return [
            Said(state_sentence(barrier.state), note=barrier.state not in EFFECTIVE_STATES),
            *(Said(_given_back(barrier, skill), "muted") for skill in kept),
            *card_lines(barrier.code),
            Said(skill_labels.model_limits()[-1], "small"),
        ]

    def _begin(self) -> None:
        """Who has begun to type keeps the table, even when nothing is in it any more."""
        profession = self._session.profession
        self._begun = profession.id if profession else ""
        self.stack.turn_to(TABLE)

    def _add_first(self) -> None:
        self._begin()
        self.board.add()

    def _leave_fields(self) -> None:
        if self.sided.is_narrow:
            self.sided.turn()
        QTimer.singleShot(0, self.board.view, self.board.view.setFocus)

    def _nothing_yet(self) -> QWidget:
        return EmptyState(
            _("No measure yet"),
            _(
                "The measures that keep skills alive will be here: hours of practice, who answers for them, from when, "
                "and when they are looked at again."
            ),
            text.button(_("From the catalogue…"), self.open_catalog, "primary"),
            text.button(_("Add a measure of our own"), self._add_first),
        )

    def _connect(self) -> None:
        self.board.chosen_changed.connect(self.show_current)
        self.board.typed.connect(self._begin)
        self.board.skills_asked.connect(self.show_skills)
        self.board.catalog_asked.connect(self.open_catalog)
        self.catalog.picked.connect(self.take)
        self.catalog.closed.connect(self.close_catalog)
        self.fields.left.connect(self._leave_fields)


def counting_words() -> str:
    """What counts and what does not."""
    return _("Measures considered count for nothing until they are decided; nor do those abandoned.")


def free_title(profession: Profession, title: str) -> str:
    """A title no measure of the profession has: itself, or with a number."""
    taken = [barrier.title for barrier in profession.barriers]
    offered, number = title, 1
    while any(same_title(offered, other) for other in taken):
        number += 1
        offered = f"{title} ({number})"
    return offered


def _given_back(barrier: Barrier, skill: Skill) -> str:
    if barrier.hours_per_month is None:
        return _("{skill}: state the hours of the measure to know what it gives back.").format(skill=skill.title)
    if skill.baseline_hours is None:
        return _("{skill}: its hours of practice before AI are not filled in, on the page Skills.").format(
            skill=skill.title
        )
    return _("{skill}: {hours} a month for {practice} of practice before AI, that is {part}.").format(
        skill=skill.title,
        hours=labels.hours(barrier.hours_per_month),
        practice=labels.hours(skill.baseline_hours),
        part=labels.percent(min(1.0, barrier.hours_per_month / skill.baseline_hours)),
    )


def _title() -> QLabel:
    label = text.label("", "strong", wrap=True)
    # one long word must not widen the panel
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label
