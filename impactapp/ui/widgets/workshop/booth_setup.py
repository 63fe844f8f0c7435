"""Before the computer goes round: what is asked, and of which group."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from impactapp.domain.workshop import Group
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels
from impactapp.ui import accessible, theme
from impactapp.ui.widgets import text
from impactapp.ui.widgets.workshop.booth_paper import Paper

ANY_GROUP = ""
WIDTH = 720


class BoothSetup(QWidget):
    """Two choices of the facilitator; without a group each voter chooses one."""

    def __init__(self, start: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._papers: Sequence[Paper] = ()
        self.paper, self.group = QComboBox(), QComboBox()
        self.start = text.button(_("Open the booth (Enter)"), start, "primary")
        self.small = text.label("", "small", wrap=True)
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(theme.px(12))
        for row, (words, choice) in enumerate(((_("&Ballot:"), self.paper), (_("&Group:"), self.group))):
            named = text.label(words)
            named.setBuddy(choice)
            accessible.name_choice(choice, words.replace("&", ""))
            grid.addWidget(named, row, 0)
            grid.addWidget(choice, row, 1)
        grid.addWidget(self.small, 2, 0, 1, 2)
        grid.addWidget(self.start, 3, 1)
        grid.setRowStretch(4, 1)
        self.setMaximumWidth(theme.px(WIDTH))
        self.paper.currentIndexChanged.connect(self._follow)

    def offer(self, papers: Sequence[Paper], groups: Sequence[Group]) -> None:
        """Offer what can be asked, and the groups that take part."""
        self._papers = ()
        self.paper.clear()
        self.group.clear()
        self.group.addItem(_("Each voter chooses"), ANY_GROUP)
        for group in groups:
            self.group.addItem(workshop_labels.group_title(group), group.id)
        if len(groups) == 1:
            self.group.setCurrentIndex(1)
        self._papers = papers
        self.paper.addItems([paper.title for paper in papers])
        self.paper.setFocus()

    @property
    def chosen(self) -> Paper:
        """What is asked."""
        return self._papers[max(0, self.paper.currentIndex())]

    @property
    def group_id(self) -> str:
        """The group that votes, ``ANY_GROUP`` where each voter chooses."""
        return str(self.group.currentData() or ANY_GROUP) if self.chosen.is_by_group else ANY_GROUP

    def _follow(self) -> None:
        if self._papers:
            self.group.setEnabled(self.chosen.is_by_group)
