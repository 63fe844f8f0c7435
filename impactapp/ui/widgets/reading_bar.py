"""How far a reading is, with the button that stops it; away while nothing is read."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.story import Pace
from impactapp.ui.widgets import text

# a reading that is over sooner shows no bar; how often it is looked at
PATIENCE, OFTEN = 300, 100


class ReadingBar(QWidget):
    """``stop`` is what its button does."""

    def __init__(self, stop: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pace = Pace()
        self.words = text.label(_("Reading the past days…"), "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Days read"))
        self.stop_button = text.button(_("Cancel"), stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.show)
        self._looking = QTimer(self, interval=OFTEN)
        self._looking.timeout.connect(self._look)
        self.hide()

    def follow(self, pace: Pace) -> None:
        """Show how far a reading is, unless it is over at once."""
        self._pace = pace
        self._look()
        self._looking.start()
        self._patience.start()

    def end(self) -> None:
        """The reading is over."""
        self._looking.stop()
        self._patience.stop()
        self.hide()

    def _look(self) -> None:
        self.bar.setMaximum(self._pace.total)
        self.bar.setValue(self._pace.done)
