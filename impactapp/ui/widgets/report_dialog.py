"""The one dialog of unexpected errors: what it means for the work, and a text to copy."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from impactapp.i18n import _
from impactapp.ui import theme
from impactapp.ui.widgets import text


class ReportDialog(QDialog):
    """Closes without a consequence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Unexpected error"))
        self.resize(theme.px(640), theme.px(400))
        self.report = QPlainTextEdit(readOnly=True)
        self.report.setAccessibleName(_("Error report"))
        words = text.label(
            _(
                "Something unexpected happened in the application. What was shown as saved is saved, and you can go "
                "on. To help correct it, copy this report: it holds nothing of your study."
            ),
            wrap=True,
        )
        self.copy_button = text.button(_("Copy the report"), self._copy, "primary")
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.copy_button)
        buttons.addWidget(text.button(_("Close"), self.accept))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(12))
        column.addWidget(text.label(_("Unexpected error"), "section"))
        column.addWidget(words)
        column.addWidget(self.report, 1)
        column.addLayout(buttons)
        self.copy_button.setFocus()

    def show_report(self, report: str) -> None:
        """Show a report in place of the one before."""
        self.report.setPlainText(report)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy_button.setText(_("Copied"))
