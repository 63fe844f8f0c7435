"""The studies opened last, on the start page."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.i18n import _
from impactapp.ui import recent, theme
from impactapp.ui.recent import Recent
from impactapp.ui.widgets import text


class RecentList(QWidget):
    """A line a study; hidden while there is none."""

    def __init__(self, open_path: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = open_path
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(text.label(_("Recent studies"), "section"))
        column.addLayout(self._rows)

    def refresh(self) -> None:
        """Read the list again."""
        text.empty(self._rows)
        listed = recent.load()
        self.setVisible(bool(listed))
        for one in listed:
            self._rows.addWidget(self._row(one))
            self._rows.addWidget(text.line())

    def _row(self, one: Recent) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        row.setSpacing(theme.px(12))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        known = [recent.rates_in_words(one), labels.day(one.day)]
        if one.is_there:
            opening = text.button(one.title.replace("&", "&&"), lambda: self._open(one.path), "link")
            opening.setAccessibleName(_("Open {title}").format(title=one.title))
            head = QHBoxLayout()
            head.addWidget(opening)
            head.addStretch()
            words.addLayout(head)
        else:
            known.insert(0, _("file not found"))
            words.addWidget(text.ElidedLabel(one.title, "muted"))
        details = text.ElidedLabel(" · ".join(filter(None, (*known, one.path))), "small")
        details.setContentsMargins(theme.px(6), 0, 0, 0)
        words.addWidget(details)
        row.addLayout(words, 1)
        forget = text.button(_("Remove from the list"), lambda: self._forget(one), "link")
        forget.setAccessibleName(_("Remove {title} from the list").format(title=one.title))
        row.addWidget(forget)
        return made

    def _forget(self, one: Recent) -> None:
        recent.forget(one.path)
        self.refresh()
