"""A table with its panel: side by side where there is room, on demand where there is not."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from impactapp.ui import theme
from impactapp.ui.widgets.skills.panel import WordsPanel

# on the drawing board: narrower than this, the panel takes the place of the table
ALONE = 620


class Sided(QWidget):
    """``wide`` is the width at 100 % from which both are shown unasked; ``arranged`` follows any change."""

    arranged = Signal()

    def __init__(self, content: QWidget, panel: WordsPanel, wide: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = panel
        self._content = content
        self._wide = wide
        self._is_narrow = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(content, 1)
        row.addWidget(panel)

    @property
    def is_narrow(self) -> bool:
        """Whether the panel shows only when asked for."""
        return self._is_narrow

    def turn(self) -> None:
        """Show the panel or hide it."""
        self.panel.setVisible(self.panel.isHidden())
        self._share()

    def arrange(self) -> None:
        """Show the panel beside the table where there is room for both."""
        narrow = self.width() < theme.px(self._wide)
        if narrow is not self._is_narrow:
            self._is_narrow = narrow
            self.panel.setVisible(not narrow)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _share(self) -> None:
        alone = self.width() < theme.px(ALONE) and not self.panel.isHidden()
        self._content.setVisible(not alone)
        self.panel.widen(alone=alone)
        self.arranged.emit()
