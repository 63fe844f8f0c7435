"""How far the reading of files is, and stopping it; shown only where it takes longer than a blink."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.widgets import text

BLINK = 250


class WorkRow(QWidget):
    """A bar and a button."""

    def __init__(self, cancel: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Reading the files"))
        self.bar.setRange(0, 0)
        self.stop = text.button(_("Cancel"), cancel)
        self._delay = QTimer(self, singleShot=True, interval=BLINK)
        self._delay.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(text.label(_("Reading the files…"), "muted"))
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.hide()

    def show_work(self, busy: bool) -> None:
        """Work began or ended."""
        if busy:
            self.bar.setRange(0, 0)
            self._delay.start()
        else:
            self._delay.stop()
            self.hide()

    def step(self, position: int, total: int) -> None:
        """How far it is."""
        self.bar.setRange(0, total)
        self.bar.setValue(position)
