"""What stands before the matrix and the results while the published case is replayed: the room has not voted yet."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from impactapp.i18n import _
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.empty_state import EmptyState


def is_covered(session: Session) -> bool:
    """Whether the published decisions are hidden now."""
    if session.study is None or not session.study.sittings:
        return False
    from impactapp.ui.workshop_room import room_of  # start-up does without

    return room_of(session).is_hiding


class Cover(QWidget):
    """Takes the place of what a page holds while it is to stay hidden: the way back, or past it; ``show`` follows."""

    def __init__(self, session: Session, content: QWidget, show: Callable[[], object]) -> None:
        super().__init__()
        self._session, self._content = session, content
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(training_cover(session, show))
        place = content.parentWidget()
        assert place is not None
        column = place.layout()
        assert column is not None
        column.addWidget(self)
        self.hide()

    def follow(self) -> bool:
        """Cover the page or uncover it; whether it is covered."""
        covered = is_covered(self._session)
        self._content.setVisible(not covered)
        self.setVisible(covered)
        return covered


def training_cover(session: Session, show: Callable[[], object]) -> EmptyState:
    """The way back to the room, or past the cover: ``show`` then shows what was behind it."""
    return EmptyState(*_words(), *_ways(session, show))


def _words() -> tuple[str, str]:
    return (
        _("The published matrix is hidden"),
        _("A replay is in progress: its decisions are shown once the room has voted. Nothing here was changed."),
    )


def _ways(session: Session, show: Callable[[], object]) -> tuple[QPushButton, QPushButton]:
    from impactapp.ui.workshop_room import room_of

    def uncover() -> None:
        room_of(session).unhide()
        show()

    return (
        text.button(_("Back to the workshop"), lambda: session.navigated.emit("workshop", ""), "primary"),
        text.button(_("Show it all the same"), uncover, "link"),
    )
