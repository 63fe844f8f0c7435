"""What stands before the matrix and the results while the published case is replayed: the room has not voted yet."""

from collections.abc import Callable

from impactapp.i18n import _
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.empty_state import EmptyState
from impactapp.ui.workshop_room import room_of


def is_covered(session: Session) -> bool:
    """Whether the published decisions are hidden now."""
    return room_of(session).is_hiding


def training_cover(session: Session, show: Callable[[], object]) -> EmptyState:
    """The way back to the room, or past the cover: ``show`` then shows what was behind it."""

    def uncover() -> None:
        room_of(session).unhide()
        show()

    return EmptyState(
        _("The published matrix is hidden"),
        _("A replay is in progress: its decisions are shown once the room has voted. Nothing here was changed."),
        text.button(_("Back to the workshop"), lambda: session.navigated.emit("workshop", ""), "primary"),
        text.button(_("Show it all the same"), uncover, "link"),
    )
