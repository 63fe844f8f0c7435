"""What the commands of the window do."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from impactapp.i18n import _
from impactapp.ui import page_list, preferences, theme, zooming
from impactapp.ui.message import Act, Message

if TYPE_CHECKING:
    from impactapp.document import Document
    from impactapp.domain.history import Step
    from impactapp.store.backups import Backup
    from impactapp.store.salvage import Salvage
    from impactapp.ui.checking import Checking
    from impactapp.ui.exporting import Export, Exporter
    from impactapp.ui.incoming_commands import IncomingCommands
    from impactapp.ui.main_window import MainWindow
    from impactapp.ui.theme import Scheme
    from impactapp.ui.widgets.command_palette import CommandPalette


class WindowCommands(QObject):
    """One method a command of ``actions``, for one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._palette: CommandPalette | None = None
        self._exporter: Exporter | None = None

    @cached_property
    def incoming(self) -> IncomingCommands:
        """What is done with files that come back."""
        from impactapp.ui.incoming_commands import IncomingCommands

        return IncomingCommands(self._window)

    @cached_property
    def _checking(self) -> Checking:
        from impactapp.ui.checking import Checking

        return Checking(self._window, self._go_to)

    def ask_new(self) -> None:
        """Go to the start page, where a new study is put together."""
        from impactapp.ui.pages.home_page import HomePage

        self._window.go("home")
        page = self._window.page
        assert isinstance(page, HomePage)
        page.start_new()

    def ask_open(self) -> None:
        """Choose a study to open."""
        self._window.doors.ask_open()

    def open_path(self, path: str) -> None:
        """Open a study file; without a path, let the user choose."""
        self._window.settle()
        if path:
            self._window.doors.open(Path(path))
        else:
            self.ask_open()

    def open_demonstration(self) -> None:
        """Open the published case."""
        self._window.settle()
        self._window.doors.open_demonstration()

    def ask_copy(self) -> None:
        """Save a copy elsewhere."""
        self._window.settle()
        self._window.doors.ask_copy()

    def ask_export(self) -> None:
        """Choose what to export."""
        from impactapp.ui.replaying import ask_export

        self._window.settle()
        ask_export(self._session, self.ask_target, self._window)

    def ask_restore(self) -> None:
        """Choose a backup to go back to."""
        from impactapp.ui.widgets.restore_dialog import RestoreDialog

        document = self._session.document
        if document is not None:
            self._window.settle()
            RestoreDialog(document.backups(), self._restore, self._window).open()

    def check_study(self) -> None:
        """List the findings."""
        self._window.settle()
        self._checking.start()

    def close_study(self) -> None:
        """Close the study, once it is saved; refused at the last moment, it stays."""
        self._window.settle()
        if self._session.settle():
            self._session.close()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    def undo(self) -> None:
        """Take the last edit back."""
        self._window.settle()
        self._session.undo()

    def redo(self) -> None:
        """Make the last undone edit again."""
        self._window.settle()
        self._session.redo()

    def copy_table(self) -> None:
        """Copy the table, or the figure, that is looked at."""
        from impactapp.ui.copying import copy_from

        page = self._window.stack.currentWidget()
        if page is not None and (words := copy_from(page)):
            self._window.say(Message(words))

    def open_palette(self) -> None:
        """Offer every command and place."""
        from impactapp.ui.palette_entries import entries
        from impactapp.ui.widgets.command_palette import CommandPalette

        if self._palette is None:
            self._palette = CommandPalette(self._window)
        self._palette.open_with(entries(self._window))

    def place_palette(self) -> None:
        """Keep the palette in its place."""
        if self._palette is not None and self._palette.isVisible():
            self._palette.place()

    def zoom(self, steps: int) -> None:
        """Larger, smaller, or 100 % with 0; remembered."""
        self._wear(theme.signals().scheme, theme.zoomed(steps))

    def choose_scheme(self, scheme: Scheme) -> None:
        """Choose the colours; remembered."""
        self._wear(scheme, theme.current().scale)

    def choose_language(self, language: str) -> None:
        """Ask for the window in another language; remembered."""
        self._window.settle()
        preferences.change(language=language)
        self._window.language_chosen.emit(language)

    def toggle_full_screen(self) -> None:
        """Full screen and back."""
        window = self._window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    def go(self, key: str, task_id: str = "") -> None:
        """Show a step or a page, and go on there from the keyboard."""
        before = self._window.stack.currentWidget()
        self._window.go(key, task_id)
        # a page that is hidden hands its focus on, perhaps to a button of the page now shown
        self.focus_page(anew=not task_id and self._window.stack.currentWidget() is not before)

    def focus_page(self, *, anew: bool = False) -> None:
        """Put the focus in the page, unless it is there already and not ``anew``."""
        current = self._window.stack.currentWidget()
        if current is None:
            return
        if anew or not current.isAncestorOf(QApplication.focusWidget() or self._window):
            takers = [child for child in current.findChildren(QWidget) if _takes_focus(child)]
            # a page with a table is there for its table, though buttons may stand above it
            for first in sorted(takers, key=lambda child: not isinstance(child, QTableView))[:1]:
                first.setFocus()

    def next_profession(self, steps: int) -> None:
        """Show the profession some places further, around the end."""
        study, profession = self._session.study, self._session.profession
        if study is not None and profession is not None:
            index = (study.index_of(profession.id) + steps) % len(study.professions)
            self._session.choose_profession(study.professions[index].id)

    def follow_help(self) -> None:
        """The help that is open speaks of the page that is shown."""
        if self._window.side_panel.isVisible() and self._window.side_panel.is_help:
            self.show_help(quietly=True)

    def show_help(self, *, quietly: bool = False) -> None:
        """Say what has the focus and where its numbers come from."""
        focused = QApplication.focusWidget()
        while focused is not None and not focused.whatsThis():
            focused = focused.parentWidget()
        words = focused.whatsThis() if focused is not None else self._window.page.help_text()
        title, panel = page_list.title(self._window.step), self._window.side_panel
        panel.show_help(title, words, QApplication.focusWidget(), quietly=quietly)

    def name_history(self, document: Document | None) -> None:
        """Give undo and redo the names of what they would do."""
        writable = document is not None and document.read_only is None
        for key, plain, step in (
            ("undo", _("Undo"), document.next_undo if document else None),
            ("redo", _("Redo"), document.next_redo if document else None),
        ):
            words = _named(key, step) if step else plain
            self._window.actions_by_menu.name(key, words, enabled=writable and step is not None)

    def tell_exported(self, path: Path) -> None:
        """Say where a file is, and lead to it."""
        folder = path if path.is_dir() else path.parent
        acts = (
            Act(_("Open the file"), lambda: open_outside(path)),
            Act(_("Open the folder"), lambda: open_outside(folder)),
        )
        if path == folder:
            self._window.say(Message(_("Folder written: {path}").format(path=path), acts=acts[1:]))
        else:
            self._window.say(Message(_("Written: {path}").format(path=path), acts=acts))

    def list_losses(self, found: Salvage) -> None:
        """List what could not be read of a damaged file."""
        from impactapp.store.losses import loss_sentence
        from impactapp.ui.widgets.side_panel import Row

        rows = [Row(loss_sentence(loss), "") for loss in found.losses]
        self._window.side_panel.show_rows(_("What could not be read"), rows, QApplication.focusWidget())

    def _go_to(self, page: str, profession_id: str, item_id: str) -> None:
        if profession_id:
            self._session.choose_profession(profession_id)
        self._window.go(page, item_id)

    def _wear(self, scheme: Scheme, scale: float) -> None:
        zooming.with_scaled_gaps(self._window, lambda: theme.signals().choose(scheme, scale))
        preferences.change(scheme=scheme, zoom=scale)

    def ask_target(self, export: Export, former: Path | None = None) -> None:
        """Choose the file of an export, in place of a ``former`` one that could not be written."""
        from impactapp.ui.opening import file_name, unused, writable_folder

        document, profession = self._session.document, self._session.profession
        if document is None:
            return
        name = file_name(export.name or (profession.title if export.chart and profession else document.study.title))
        suggested = former or document.path.with_name(f"{name}{export.suffix}")
        suggested = writable_folder(suggested.parent) / suggested.name
        filters = f"{export.suffix.lstrip('.').upper()} (*{export.suffix})"
        if not export.suffix:
            # a folder of ballots: a new one, so that it holds nothing else
            suggested, filters = unused(suggested), _("Folder (*)")
        self._window.doors.ask_file(_("Export"), suggested, filters, lambda path: self.export(export, path))

    def export(self, export: Export, path: Path) -> None:
        """Write an export, and say where it is."""
        from impactapp.ui.exporting import Exporter

        if self._exporter is None:
            self._exporter = Exporter(self._session, self._window.message_bar, self.ask_target)
        self._exporter.start(export, path)

    def _restore(self, backup: Backup) -> None:
        from impactapp import labels

        words = _("The study is back to {moment}.").format(moment=labels.moment(backup.at))
        message = Message(words, acts=(Act(_("Undo"), self.undo),))
        self._session.restore(backup, lambda: self._window.say(message))


def _named(key: str, step: Step) -> str:
    from impactapp import labels

    return labels.edit_words(f"{key}:{step.kind.value}", step.subject)


def open_outside(path: Path) -> None:
    """Open a file or a folder with the program the system has for it."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _takes_focus(widget: QWidget) -> bool:
    from PySide6.QtCore import Qt

    policy = widget.focusPolicy()
    return widget.isVisible() and widget.isEnabled() and bool(policy & Qt.FocusPolicy.TabFocus)
