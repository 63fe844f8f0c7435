"""The findings of a profession in a few lines, each of which leads to its place."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from impactapp import labels
from impactapp.domain.analysis.checks import Finding, FindingCode, Severity
from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.ui import theme
from impactapp.ui.findings_list import page_of

PLACE_ROLE = Qt.ItemDataRole.UserRole
MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class FindingLine:
    """Findings that say the same, and the first place they lead to."""

    words: str
    page: str
    task_id: str


def lines_of(findings: Iterable[Finding], study: Study) -> list[FindingLine]:
    """Findings that say the same put together, what matters most first."""
    # what a sentence depends on, so that thousands of findings cost a few sentences
    groups: dict[tuple[FindingCode, float | None], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.code, finding.number), []).append(finding)
    order = list(Severity)
    return [_line(found, study) for found in sorted(groups.values(), key=lambda found: order.index(found[0].severity))]


def _line(found: list[Finding], study: Study) -> FindingLine:
    words = _("{severity}: {message}").format(
        severity=labels.severity_word(found[0].severity), message=labels.finding_message(found[0], study)
    )
    places = len({finding.task_id for finding in found})
    if places > 1:
        counted = ngettext("{count} activity", "{count} activities", places).format(count=places)
        words = f"{words} ({counted})"
    return FindingLine(words, page_of(found[0]), found[0].task_id)


class FindingsList(QListWidget):
    """``followed(page, task id)`` leads to what a line is about."""

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
            item.setData(PLACE_ROLE, (line.page, line.task_id))
            item.setToolTip(line.words)
            self.addItem(item)
        self.setFixedHeight(theme.px(33) * min(max(1, self.count()), MOST_LINES) + theme.px(4))

    def _follow(self, item: QListWidgetItem) -> None:
        page, task_id = item.data(PLACE_ROLE)
        self.followed.emit(page, task_id)
