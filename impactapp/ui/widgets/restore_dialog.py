"""The backups of the open study: go back to one of them, as an edit that can be undone."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.widgets import text

if TYPE_CHECKING:
    from impactapp.store.backups import Backup


class RestoreDialog(QDialog):
    """Hands the chosen backup over and closes."""

    def __init__(
        self, backups: "Sequence[Backup]", use: "Callable[[Backup], object]", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Restore a backup"))
        self._backups = tuple(backups)
        self._use = use
        self.list = QListWidget()
        self.list.setAccessibleName(_("Backups, the newest first"))
        for backup in self._backups:
            self.list.addItem(_words(backup))
        # choosing a line lays the lines out: without the style they would be too close
        self.list.ensurePolished()
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.restore_button = text.button(_("Restore"), self.accept, "primary")
        self.restore_button.setEnabled(bool(self._backups))
        self.restore_button.setDefault(True)
        self._lay_out()

    def accept(self) -> None:
        """Restore the chosen one."""
        row = self.list.currentRow()
        super().accept()
        if 0 <= row < len(self._backups):
            self._use(self._backups[row])

    def _lay_out(self) -> None:
        words = _("The study goes back to what it was at that moment. You can undo it.")
        if not self._backups:
            words = _("No backup of this study yet: one is made when it is opened and closed.")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(12))
        column.addWidget(text.label(_("Restore a backup"), "section"))
        said = text.label(words, "muted", wrap=True)
        said.setMinimumWidth(theme.px(400))
        column.addWidget(said)
        column.addWidget(self.list, 1)
        self.list.setVisible(bool(self._backups))
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(text.button(_("Cancel"), self.reject))
        buttons.addWidget(self.restore_button)
        column.addLayout(buttons)


def _words(backup: "Backup") -> str:
    """When it was made and how large it is; for the backup of another file of the same study, of which one."""
    parts = [labels.moment(backup.at), _("{size} KB").format(size=max(1, round(backup.size / 1024)))]
    if backup.place is not None:
        parts.append(_("“{file}” in {folder}").format(file=backup.place.name, folder=backup.place.parent))
    return " · ".join(parts)
