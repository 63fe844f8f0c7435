"""The study page (being written)."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from impactapp.domain.study import Study
from impactapp.ui.session import Session


class StudyPage(QWidget):
    """The study page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        QVBoxLayout(self).addWidget(QLabel("study"))

    def refresh(self, before: Study | None) -> None:
        """Show the current study."""

    def show_task(self, task_id: str) -> None:
        """This page has no tasks."""

    def help_text(self) -> str:
        """Nothing yet."""
        return ""
