"""The top of a page with a table: its title, a line about the profession and the tools, low where height is scarce."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from impactapp.ui import theme
from impactapp.ui.widgets import text
from impactapp.ui.widgets.tables.tools import TableTools

# on the drawing board: a page lower than this keeps its height for what it is there for
SHORT = 360


def is_short(page: QWidget) -> bool:
    """Whether a page has so little height that its table or chart needs all of it."""
    return page.height() < theme.px(SHORT)


def margins(*, short: bool) -> tuple[int, int, int, int]:
    """What a page leaves free around it."""
    left, top, right, bottom = (16, 8, 16, 6) if short else (28, 20, 28, 16)
    return theme.px(left), theme.px(top), theme.px(right), theme.px(bottom)


class PageHead(QWidget):
    """Title if there is one, words and tools one under the other; ``short``, the tools stand beside title or words."""

    def __init__(self, title: str, tools: TableTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = text.ElidedLabel("", "muted", keeps_end=True)
        self._tools = tools
        self._title = text.ElidedLabel(title, "page")
        if not title:
            self._title.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._is_short = False
        self._places: tuple[tuple[int, int, int], ...] = ()
        self.arrange(short=False)

    def arrange(self, *, short: bool) -> None:
        """Take as little height as can be if ``short``."""
        self._is_short = short
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(4 if short else 8))
        room = self.width() - self._tools.minimumSizeHint().width() - theme.px(16)
        # row, column and columns of the title, the words and the tools
        if short and room >= self._title.sizeHint().width():
            places = ((0, 0, 1), (1, 0, 2), (0, 1, 1))
        elif short and room >= self.words.minimumSizeHint().width():
            places = ((0, 0, 2), (1, 0, 1), (1, 1, 1))
        else:
            places = ((0, 0, 2), (1, 0, 2), (2, 0, 2))
        if places != self._places:
            self._places = places
            for widget, (row, column, columns) in zip((self._title, self.words, self._tools), places, strict=True):
                self._grid.removeWidget(widget)
                self._grid.addWidget(widget, row, column, 1, columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange(short=self._is_short)
