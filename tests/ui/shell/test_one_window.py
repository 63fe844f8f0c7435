"""There is one window: nothing appears outside of it unless it is a dialog that was asked for."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from impactapp.domain.edits import studies
from impactapp.ui import page_list
from impactapp.ui.app import Shell
from impactapp.ui.main_window import MainWindow
from impactapp.ui.widgets.restore_dialog import RestoreDialog


class Watch(QObject):
    """Notes what is shown outside of every other window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def watch(shell: Shell, qapp: QApplication) -> Iterator[Watch]:
    """From now on, whatever is shown as a window of its own."""
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.mark.parametrize("page", [entry.key for entry in page_list.PAGES])
def test_a_page_opens_in_the_window(watch: Watch, opened: MainWindow, page: str) -> None:
    opened.commands.go(page)
    assert watch.seen == []
    assert opened.isActiveWindow()


def test_what_lies_beside_the_pages_does_so_too(watch: Watch, opened: MainWindow) -> None:
    opened.commands.show_help()
    opened.commands.check_study()
    opened.commands.open_palette()
    assert not opened.session.apply(studies.set_title(" "))
    assert watch.seen == []


def test_the_backups_are_listed_in_their_dialog_alone(watch: Watch, opened: MainWindow) -> None:
    document = opened.session.document
    assert document is not None
    document.keep_backup()
    opened.commands.ask_restore()
    assert watch.seen == [RestoreDialog.__name__]
    dialog = opened.findChild(QDialog)
    assert dialog is not None
    dialog.reject()


def test_the_export_is_one_dialog(watch: Watch, opened: MainWindow) -> None:
    opened.commands.ask_export()
    assert watch.seen == ["ExportDialog"]
    dialog = opened.findChild(QDialog)
    assert dialog is not None
    dialog.reject()
