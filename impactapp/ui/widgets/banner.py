"""The band under the top bar that says, for as long as it is true, that the study cannot be changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from impactapp.i18n import _
from impactapp.ui import icons, theme
from impactapp.ui.widgets import text

if TYPE_CHECKING:
    from impactapp.store.study_file import ReadOnly


def read_only_sentence(why: "ReadOnly") -> str:
    """Why a study cannot be changed, and by whom it is held."""
    from impactapp.store.study_file import ReadOnlyReason

    if why.reason is ReadOnlyReason.HELD and why.holder:
        return _("Read-only: {holder} has this study open. Your changes need a copy.").format(holder=why.holder)
    return {
        ReadOnlyReason.HELD: _("Read-only: this study is open in another window. Your changes need a copy."),
        ReadOnlyReason.NEWER: _("Read-only: a newer version of impactapp made this study; here it can only be read."),
        ReadOnlyReason.FOLDER: _("Read-only: this folder cannot be written to. Your changes need a copy."),
    }[why.reason]


class Banner(QFrame):
    """Hidden while the study can be changed."""

    def __init__(self, save_copy: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        self._icon = text.label("")
        self._text = text.label("", wrap=True)
        self._copy = text.button(_("Save a copy…"), save_copy, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(4))
        row.setSpacing(theme.px(12))
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._copy)
        self.hide()

    def show_reason(self, why: "ReadOnly | None") -> None:
        """Say why, or go away."""
        self.setVisible(why is not None)
        if why is not None:
            self._icon.setPixmap(icons.pixmap("lock", 18, theme.current().palette.accent))
            self._text.setText(read_only_sentence(why))
            self._copy.setVisible(why.reason.value != "newer")
