"""The time of a sitting: spent on the activity, left of the sitting, and the button that starts and stops it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels
from impactapp.ui import theme
from impactapp.ui.widgets import text
from impactapp.ui.workshop_room import Room


class WorkshopClock(QWidget):
    """Follows the room by itself."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.spent = text.label("", "strong")
        self.left = text.label("", "muted")
        self.button = text.button("", self.turn)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for widget in (self.spent, self.left, self.button):
            row.addWidget(widget)
        room.ticked.connect(self.show_time)
        self.show_time()

    def turn(self) -> None:
        """Start the time or stop it."""
        if self._room.is_running:
            self._room.pause()
        else:
            self._room.start()

    def show_time(self, _seconds: int = 0) -> None:
        """Show the time as it is now."""
        spent, left = self._room.seconds_spent, self._room.seconds_left
        self.spent.setText(workshop_labels.time_words(spent))
        self.spent.setAccessibleName(
            _("Time spent on the activity: {time}").format(time=workshop_labels.time_words(spent))
        )
        self.left.setText(left_words(left))
        words = _("Stop the time") if self._room.is_running else _("Start the time")
        if self.button.text() != words:
            self.button.setText(words)
            self.button.setToolTip(_("{action} ({keys})").format(action=words, keys="F9"))


def left_words(seconds: int) -> str:
    """What is left of a sitting, or by how much it is over."""
    if seconds < 0:
        return _("over by {time}").format(time=workshop_labels.time_words(-seconds))
    return _("{time} left of the sitting").format(time=workshop_labels.time_words(seconds))
