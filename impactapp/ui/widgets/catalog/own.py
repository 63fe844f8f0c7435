"""What can be done with one's own catalogue beside the list: rename, remove, send, receive; and bring a ROME file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QInputDialog, QMenu, QWidget

from impactapp.domain.problems import Refusal
from impactapp.i18n import _
from impactapp.store import user_catalog
from impactapp.store.catalog_file import CatalogEntry
from impactapp.store.user_catalog import SUFFIX, Kept
from impactapp.ui import theme
from impactapp.ui.message import Act, Message
from impactapp.ui.official_files import ROME, official_files
from impactapp.ui.session import Session
from impactapp.ui.widgets import text


class OwnTools(QWidget):
    """``changed(code)`` follows a template that came, went or has another name."""

    changed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._entry: CatalogEntry | None = None
        self.menu = QMenu(self)
        self.rename_action = self.menu.addAction(_("Rename…"), self.ask_name)
        self.export_action = self.menu.addAction(_("Send as a file…"), self.ask_target)
        self.remove_action = self.menu.addAction(_("Remove from my catalogue"), self.remove)
        self.menu.addSeparator()
        self.menu.addAction(_("Import a profession…"), self.ask_file)
        self.menu.addSeparator()
        self.forget_action = self.menu.addAction(_("Forget the ROME files"), self.forget_rome)
        words = _("My catalogue")
        self.menu_button = text.button(f"{words} ▾", self._open_menu)
        self.menu_button.setAccessibleName(words)
        self.rome_button = text.button(_("ROME files…"), self.ask_rome)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.menu_button)
        row.addWidget(self.rome_button)
        official_files(session).busy_changed.connect(self._show_busy)
        self.show_entry(None)

    def show_entry(self, entry: CatalogEntry | None) -> None:
        """Offer what can be done with a template, ``None`` where a shipped profession is current."""
        self._entry = entry
        for action in (self.rename_action, self.remove_action, self.export_action):
            action.setEnabled(entry is not None)

    def ask_name(self) -> None:
        """Let the user give the template another title."""
        entry = self._entry
        if entry is None:
            return
        dialog = QInputDialog(self.window())
        dialog.setWindowTitle(_("Rename a profession of my catalogue"))
        dialog.setLabelText(_("Title"))
        dialog.setTextValue(entry.title)
        dialog.resize(theme.px(480), dialog.sizeHint().height())
        dialog.textValueSelected.connect(lambda title: self.rename(entry.code, title))
        dialog.open()

    def rename(self, code: str, title: str) -> None:
        """Give a template another title."""
        self._attempt(lambda: user_catalog.rename(code, title).entry)

    def remove(self) -> None:
        """Take the template away; the message brings it back."""
        entry = self._entry
        if entry is None:
            return
        gone: list[Kept] = []

        def taken() -> CatalogEntry:
            gone.append(user_catalog.remove(entry.code))
            return entry

        if self._attempt(taken):
            words = _("“{title}” is no longer in your catalogue; the studies that hold it keep it.")
            act = Act(_("Put back"), lambda: self._put_back(gone[0]))
            self._session.told.emit(Message(words.format(title=entry.title), acts=(act,)))

    def ask_target(self) -> None:
        """Let the user choose a file for the template."""
        entry = self._entry
        if entry is None:
            return
        dialog = QFileDialog(self.window(), _("Send as a file"), f"{entry.code}{SUFFIX}", _filter())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        dialog.selectFile(f"{entry.code}{SUFFIX}")
        dialog.fileSelected.connect(lambda chosen: self.export(entry.code, Path(chosen)))
        dialog.open()

    def export(self, code: str, target: Path) -> None:
        """Write a template to a file, and say where it is."""
        try:
            user_catalog.export(code, target)
        except Refusal as refusal:
            self._session.tell_refusal(refusal)
        else:
            self._session.exported.emit(target)

    def ask_file(self) -> None:
        """Let the user choose a catalogue file."""
        dialog = QFileDialog(self.window(), _("Import a profession"), str(Path.home()), _filter())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.take(Path(chosen)))
        dialog.open()

    def take(self, path: Path) -> None:
        """Take a catalogue file over."""
        taken = self._attempt(lambda: user_catalog.take(path))
        if taken:
            self._session.informed.emit(_("“{title}” is in your catalogue.").format(title=taken.title))

    def ask_rome(self) -> None:
        """Let the user choose files of ROME."""
        official_files(self._session).ask(ROME, self.window())

    def forget_rome(self) -> None:
        """Forget where the files of ROME are, and their titles with them."""
        official_files(self._session).forget(ROME)

    def recall_rome(self) -> None:
        """Take up the files of ROME that were read last."""
        official_files(self._session).recall(ROME)

    def _open_menu(self) -> None:
        self.forget_action.setEnabled(bool(official_files(self._session).kept(ROME)))
        self.menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))

    def _show_busy(self, busy: bool) -> None:
        self.rome_button.setText(_("Reading the ROME files…") if busy else _("ROME files…"))
        self.rome_button.setEnabled(not busy)

    def _put_back(self, kept: Kept) -> None:
        def back() -> CatalogEntry:
            user_catalog.put_back(kept)
            return kept.entry

        if self._attempt(back):
            # in place of the sentence that it is gone, wherever that one still stands
            self._session.informed.emit(_("“{title}” is in your catalogue.").format(title=kept.entry.title))

    def _attempt(self, act: Callable[[], CatalogEntry]) -> CatalogEntry | None:
        try:
            entry = act()
        except Refusal as refusal:
            self._session.tell_refusal(refusal)
            return None
        self.changed.emit(entry.code)
        return entry


def _filter() -> str:
    return _("Profession of the catalogue ({pattern})").format(pattern=f"*{SUFFIX}")
