"""What stands around the pages while a study is open: top bar, banner and rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from impactapp.ui.step_progress import progress
from impactapp.ui.widgets.banner import Banner
from impactapp.ui.widgets.privacy_cells import PrivacyCells
from impactapp.ui.widgets.rail import Rail
from impactapp.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from impactapp.document import Document
    from impactapp.ui.session import Session
    from impactapp.ui.window_commands import WindowCommands


class StudyFrame:
    """The three bars of one window."""

    def __init__(self, session: Session, commands: WindowCommands) -> None:
        self._session = session
        self.top_bar = TopBar()
        self.banner = Banner(commands.ask_copy)
        self.rail = Rail()
        PrivacyCells(session, self.rail)
        self.top_bar.profession_picked.connect(session.choose_profession)
        self.top_bar.narrowed.connect(self.rail.narrow)
        self.top_bar.undo_asked.connect(commands.undo)
        self.top_bar.palette_asked.connect(commands.open_palette)

    def show_document(self, document: Document | None) -> None:
        """Show the bars of a study that is open now, or none."""
        self.top_bar.setVisible(document is not None)
        self.rail.setVisible(document is not None)
        self.banner.show_reason(document.read_only if document else None)

    def show_state(self, document: Document, profession_id: str) -> None:
        """Show where we are, that all is saved, and what can be undone."""
        self.top_bar.show_study(document.study, profession_id)
        self.top_bar.show_state(document)

    def show_progress(self) -> None:
        """Show how far each step is."""
        if self._session.study is not None:
            self.rail.show_progress(progress(self._session.study, self._session.profession))
