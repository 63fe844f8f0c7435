"""How far the reading of files is, and stopping it, or that they are taken; shown only where it takes a while."""

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
        self.bar.setRange(0, 0)
        self.words = text.label("", "muted")
        self.stop = text.button(_("Cancel"), cancel)
        self._delay = QTimer(self, singleShot=True, interval=BLINK)
        self._delay.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.hide()

    def show_work(self, busy: bool, *, writing: bool = False) -> None:
        """Work began or ended; what is ``writing`` is not stopped half way."""
        self.words.setText(_("Saving the changes…") if writing else _("Reading the files…"))
        self.bar.setAccessibleName(_("Saving the changes") if writing else _("Reading the files"))
        self.stop.setVisible(not writing)
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
