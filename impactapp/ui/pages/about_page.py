"""About: what this is, whose method it applies, and what it is built with."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

import impactapp
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.ui import credits, theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.scrolling import ReadingColumn

WIDTH = 760


class AboutPage(QWidget):
    """Text only."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24))
        column.setSpacing(theme.px(6))
        column.addWidget(text.label("impactapp", "page"))
        column.addWidget(text.label(_("Version {version}").format(version=impactapp.__version__), "muted"))
        independent = _("Independent project, without any link to the Institut Montaigne. MIT licence.")
        column.addWidget(text.label(independent, "strong", wrap=True))
        nothing = _("Nothing leaves this computer: the application opens no connection.")
        column.addWidget(text.label(nothing, wrap=True))
        for title, words in credits.sources():
            column.addSpacing(theme.px(14))
            column.addWidget(text.label(title, "section"))
            column.addWidget(_selectable(words))
        column.addSpacing(theme.px(14))
        column.addWidget(text.label(_("Software it is built with"), "section"))
        column.addWidget(_selectable(credits.of_qt()))
        column.addSpacing(theme.px(4))
        column.addLayout(_licences())
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroll = ReadingColumn(self._inside, WIDTH)
        # nothing else here takes the focus, and the keys have to scroll
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(_("About impactapp"))
        whole.addWidget(self._scroll)

    def refresh(self, before: Study | None) -> None:
        """Nothing here depends on the study."""

    def show_task(self, task_id: str) -> None:
        """This page has no tasks."""

    def help_text(self) -> str:
        """What can be read here."""
        return _("Who made the method, where the contents come from, and the licences of the software that is shipped.")


def _selectable(words: str) -> QWidget:
    made = text.label(words, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _licences() -> QGridLayout:
    """Two packages a row, each with its licence."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(16))
    grid.setVerticalSpacing(theme.px(2))
    for index, (package, licence) in enumerate(credits.shipped()):
        row, half = divmod(index, 2)
        # one text, so that long names leave their line rather than the page
        grid.addWidget(text.label(f"{package} — {licence}", "small", wrap=True), row, half)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid
