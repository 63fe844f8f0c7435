"""The findings of a profession in a few lines, each of which leads to its place."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from impactapp.domain.analysis.checks import Finding
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels import found as finding_labels
from impactapp.ui import theme
from impactapp.ui.findings_list import item_of, page_of
from impactapp.ui.widgets import text

PLACE_ROLE = Qt.ItemDataRole.UserRole
MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class FindingLine:
    """Findings of one kind, and the first place they lead to."""

    words: str
    page: str
    item_id: str


def lines_of(findings: Iterable[Finding], study: Study) -> list[FindingLine]:
    """A line a kind, what matters most first."""
    return [
        FindingLine(finding_labels.finding_group_title(group, study), page_of(group.first), item_of(group.first))
        for group in finding_labels.finding_groups(findings)
    ]


class FindingsList(QListWidget):
    """``followed(page, item id)`` leads to what a line is about."""

    followed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Findings on this profession"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._follow)
        self.itemClicked.connect(self._follow)

    def show_lines(self, lines: Iterable[FindingLine]) -> None:
        """Replace the lines."""
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.words)
            item.setData(PLACE_ROLE, (line.page, line.item_id))
            item.setToolTip(text.plain_tip(line.words))
            self.addItem(item)
        self.setFixedHeight(theme.px(33) * min(max(1, self.count()), MOST_LINES) + theme.px(4))

    def _follow(self, item: QListWidgetItem) -> None:
        page, item_id = item.data(PLACE_ROLE)
        self.followed.emit(page, item_id)
