"""Ballots of the sitting: writing them for Excel or paper, the facilitator's guide, and reading what comes back."""

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from impactapp.domain.edits.sitting_gates import LARGEST_GROUP
from impactapp.domain.workshop import Sitting
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels
from impactapp.ui import accessible, theme
from impactapp.ui.exporting import Export, Kind
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.elided_choice import ElidedChoice
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.widgets.workshop.intake import Intake
from impactapp.ui.workshop_room import Room

PERSON, GROUP = "person", "group"
GROUP_WIDTH, MANY_WIDTH = 230, 220


class BallotsTab(QWidget):
    """Follows the sitting the room is in."""

    def __init__(self, session: Session, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._room = session, room
        self._listed: tuple[tuple[str, str], ...] = ()
        self.group: QComboBox = ElidedChoice()
        self.kind: QComboBox = ElidedChoice()
        for words, kind in ((_("One for each person"), PERSON), (_("One for each group, with counts"), GROUP)):
            self.kind.addItem(words, kind)
        self.many = QLineEdit()
        self.many.setValidator(QIntValidator(1, LARGEST_GROUP, self.many))
        # ballots that are dropped are for the window
        self.many.setAcceptDrops(False)
        self.excel = text.button(_("Excel ballots…"), self.write_ballots, "primary")
        self.paper = text.button(_("Slips to cut (PDF)…"), self.write_slips)
        self.guide = text.button(_("Facilitator’s guide (PDF)…"), self.write_guide)
        self.said = text.label("", "small", wrap=True)
        self.intake = Intake(session, room)
        accessible.name_choice(self.group, _("Ballots for"))
        accessible.name_choice(self.kind, _("Excel ballots"))
        self.many.setAccessibleName(_("How many for each group"))
        self.kind.currentIndexChanged.connect(lambda _index: self._follow_kind())
        self._lay_out()
        self._follow_kind()
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.group.setFixedWidth(theme.px(GROUP_WIDTH))
        self.many.setFixedWidth(theme.px(MANY_WIDTH))
        self.intake.retheme()

    def refresh(self) -> None:
        """Follow the study and the room."""
        sitting = self._room.sitting
        groups = sitting.groups if sitting else ()
        listed = (("", _("All the groups")), *((group.id, workshop_labels.group_title(group)) for group in groups))
        if listed != self._listed:
            chosen = self.group.currentData()
            self._listed = listed
            self.group.clear()
            for group_id, words in listed:
                self.group.addItem(words, group_id)
            self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        for button in (self.excel, self.paper):
            button.setEnabled(bool(groups))
        self.guide.setEnabled(sitting is not None)
        self.said.setText(_said(sitting))
        self.intake.refresh()

    def write_ballots(self) -> None:
        """Have an Excel file written for each ballot, in a folder of their own."""
        self._ask(Kind.BALLOTS, _("Ballots - {title}"), ("--kind", self.kind.currentData(), *self._which()))

    def write_slips(self) -> None:
        """Have slips of paper written, to print and cut."""
        self._ask(Kind.SLIPS, _("Slips - {title}"), self._which())

    def write_guide(self) -> None:
        """Have the facilitator's guide written."""
        self._ask(Kind.GUIDE, _("Guide - {title}"), ())

    def help_text(self) -> str:
        """What ballots are for, and what happens to them."""
        return _(
            "Excel ballots are for those who vote at their desk, slips of paper for a room. A group may also send one "
            "workbook with its counts. Filled-in ballots are read without changing anything; a ballot with a cell that "
            "cannot be read is left out whole, so that a corrected one can be given again. One that was counted is "
            "refused the second time."
        )

    def _ask(self, kind: Kind, name: str, chosen: tuple[str, ...]) -> None:
        sitting = self._room.sitting
        if sitting is not None:
            title = name.format(title=sitting.title)
            self._session.target_asked.emit(Export(kind, name=title, sitting_id=sitting.id, chosen=chosen))

    def _which(self) -> tuple[str, ...]:
        """The group that is chosen and how many, as the twin is told."""
        group = self.group.currentData()
        asked = ("--group", group) if group else ()
        return (*asked, "--count", self.many.text()) if self.many.hasAcceptableInput() else asked

    def _follow_kind(self) -> None:
        of_groups = self.kind.currentData() == GROUP
        words = _("one") if of_groups else _("as many as people")
        self.many.setPlaceholderText(words)
        self.many.setAccessibleDescription(_("Left empty: {count}.").format(count=words))

    def _lay_out(self) -> None:
        choices, acts = QWidget(), QWidget()
        flow = FlowLayout(choices, gap=16)
        for words, field in (
            (_("Ballots for"), self.group),
            (_("Excel ballots"), self.kind),
            (_("How many for each group"), self.many),
        ):
            flow.addWidget(_named(words, field))
        row = FlowLayout(acts, gap=8)
        for button in (self.excel, self.paper, self.guide):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for part in (choices, acts, self.said):
            column.addWidget(part)
        column.addWidget(text.line())
        column.addWidget(self.intake, 1)


def _said(sitting: Sitting | None) -> str:
    """What becomes of a ballot, and of those of groups too small to be shown."""
    if sitting is None or not sitting.groups:
        return _("State who takes part first: votes are counted by group.")
    said = _("A ballot bears neither name nor time; its votes wait in the urn, and it is counted once.")
    return " ".join(filter(None, (said, workshop_labels.small_groups_sentence(sitting))))


def _named(words: str, field: QWidget) -> QWidget:
    """A field below its name."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(2))
    name = text.label(words, "small")
    name.setBuddy(field)
    column.addWidget(name)
    column.addWidget(field)
    return made
