"""Pages that scroll up and down: one no wider than is comfortable to read, one that fills the window if it can.

The start page uses it: the namespace ``Qt`` takes a seventh of a bare start to load, so its values are set by property.
"""

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from impactapp.ui import theme

NEVER, NO_FOCUS = 1, 0


def fitting(content: QWidget) -> QScrollArea:
    """``content`` at the size of the page, scrolling only where the page is lower than what must be seen of it."""
    area = QScrollArea()
    area.setProperty("focusPolicy", NO_FOCUS)
    area.setWidgetResizable(True)
    area.setWidget(content)
    return area


class ReadingColumn(QScrollArea):
    """Holds ``content``, at most ``width`` drawing-board pixels wide, ``centred`` or to the left."""

    def __init__(self, content: QWidget, width: int, *, centred: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._width = width
        self.setProperty("horizontalScrollBarPolicy", NEVER)
        self.setProperty("focusPolicy", NO_FOCUS)
        self.setWidgetResizable(True)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        if centred:
            row.addStretch(1)
        row.addWidget(content, 100)
        row.addStretch(1)
        self.setWidget(holder)
        self._fit()
        theme.signals().changed.connect(self._fit)

    def _fit(self) -> None:
        self._content.setMaximumWidth(theme.px(self._width))
