"""What the main window expects of a page."""

from typing import Protocol

from impactapp.domain.study import Study


class Page(Protocol):
    """A QWidget made with ``(session, parent=None)`` that shows one step of the study.

    The window calls ``refresh`` when the page is shown, when the chosen profession changes and after each edit while
    it is visible; ``before`` is the study before that edit, ``None`` when everything may differ.
    """

    def refresh(self, before: Study | None) -> None:
        """Show the current study."""

    def show_task(self, task_id: str) -> None:
        """Put the focus on one task; ignored where the page has no tasks."""

    def help_text(self) -> str:
        """F1: what the focused thing is and where its number comes from, a few plain sentences."""
