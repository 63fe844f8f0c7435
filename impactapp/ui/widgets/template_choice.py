"""Which template the dossier is laid out by: ours, or a folder of the establishment, chosen once and remembered."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.problems import Refusal
from impactapp.i18n import _
from impactapp.ui import background, preferences, theme
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.flow import FlowLayout
from impactapp.ui.window_commands import open_outside


def chosen_template() -> Path | None:
    """The folder of the establishment, ``None`` for the template of the application."""
    remembered = preferences.load().template
    return Path(remembered) if remembered else None


class TemplateChoice(QWidget):
    """Says which template it is, and offers another, ours, or a copy of ours to be edited."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.said = text.label("", "small", wrap=True)
        acts = QWidget()
        self._acts = FlowLayout(acts, gap=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), 0, 0, theme.px(6))
        column.setSpacing(theme.px(2))
        column.addWidget(self.said)
        column.addWidget(acts)
        self._tell()

    def use(self, folder: Path | None) -> None:
        """Choose a folder, or the template of the application; remembered."""
        preferences.change(template="" if folder is None else str(folder))
        self._tell()

    def copy_ours(self, into: Path) -> None:
        """Put a copy of our template in a new folder there, and choose it."""
        from impactapp.exchange.templates import copy_ours

        background.run(lambda _job: copy_ours(into), self._copied, self._failed, self)

    def _copied(self, folder: object) -> None:
        assert isinstance(folder, Path)
        self.use(folder)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Refusal):
            self.said.setText(labels.sentence(error))
        else:
            self._session.broken.emit(error)

    def _tell(self) -> None:
        folder = chosen_template()
        here = folder is not None and folder.is_dir()
        if folder is None:
            words = _("The application’s own.")
        else:
            words = str(folder) if here else _("{folder}, which is no longer there.").format(folder=folder)
        self.said.setText(text.breakable(words))
        text.empty(self._acts)
        if folder is not None and here:
            self._acts.addWidget(text.button(_("Open the folder"), lambda: open_outside(folder), "link"))
        self._acts.addWidget(text.button(_("Choose a template folder…"), self._ask_folder, "link"))
        if folder is not None:
            self._acts.addWidget(text.button(_("Back to the application’s template"), lambda: self.use(None), "link"))
        self._acts.addWidget(text.button(_("Copy the template to edit it…"), self._ask_copy, "link"))

    def _ask_folder(self) -> None:
        self._ask(_("Template folder"), self.use)

    def _ask_copy(self) -> None:
        self._ask(_("Where to copy the template"), self.copy_ours)

    def _ask(self, title: str, use: Callable[[Path], object]) -> None:
        folder = chosen_template()
        dialog = QFileDialog(self, title, str(folder.parent if folder else Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: use(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
