"""Every command of the window: its words, its shortcut, when it can be used, and the menu it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from impactapp import i18n
from impactapp.i18n import _
from impactapp.ui import page_list, theme
from impactapp.ui.theme import Scheme

if TYPE_CHECKING:
    from impactapp.ui.window_commands import WindowCommands

# what a French keyboard types without Shift where others type 1 to 9 and 0
FRENCH_ROW = ("&", "É", '"', "'", "(", "-", "È", "_", "Ç", "À")
# smaller and normal letters in every program: with Ctrl, these keys of that row cannot lead anywhere
ZOOM_OUT, ZOOM_RESET = "Ctrl+-", ("Ctrl+0", "Ctrl+À")


class Need(Enum):
    """What must be there for a command to be of use."""

    NOTHING = 0
    STUDY = 1
    WRITABLE = 2


class Command(NamedTuple):
    """One command; ``state`` is whether it is ticked, ``None`` for one that is not of that kind."""

    key: str
    title: str
    run: Callable[[], object]
    shortcuts: tuple[str, ...] = ()
    need: Need = Need.NOTHING
    ticked: bool | None = None


class Actions:
    """The actions of one window, in its menus, by key."""

    def __init__(self, window: QMainWindow, commands: WindowCommands) -> None:
        self._window = window
        self._needs: dict[str, Need] = {}
        self.by_key: dict[str, QAction] = {}
        bar = window.menuBar()
        self._fill(bar.addMenu(_("&File")), _file(commands))
        self._fill(bar.addMenu(_("&Edit")), _edit(commands))
        view = bar.addMenu(_("&View"))
        self._fill(view, _view(commands))
        self._fill_exclusive(view.addMenu(_("Colours")), _schemes(commands))
        self._fill_exclusive(view.addMenu(_("Language")), _languages(commands))
        self._fill(bar.addMenu(_("&Go to")), _places(commands))
        self._fill(bar.addMenu(_("&Help")), _help(commands))

    def __iter__(self) -> Iterator[QAction]:
        return iter(self.by_key.values())

    def enable(self, *, study: bool, writable: bool) -> None:
        """Enable what can be used now; undo and redo have their own conditions."""
        have = {Need.NOTHING: True, Need.STUDY: study, Need.WRITABLE: study and writable}
        for key, action in self.by_key.items():
            action.setEnabled(have[self._needs[key]])

    def name(self, key: str, words: str, *, enabled: bool) -> None:
        """Give undo or redo the name of what it would do."""
        # an ampersand in a title would become an underlined letter
        self.by_key[key].setText(words.replace("&", "&&"))
        self.by_key[key].setEnabled(enabled)

    def _fill(self, menu: QMenu, commands: list[Command | None]) -> list[QAction]:
        made = []
        for command in commands:
            if command is None:
                menu.addSeparator()
            else:
                made.append(self._action(menu, command))
        return made

    def _fill_exclusive(self, menu: QMenu, commands: list[Command | None]) -> None:
        group = QActionGroup(self._window)
        for action in self._fill(menu, commands):
            group.addAction(action)

    def _action(self, menu: QMenu, command: Command) -> QAction:
        action = QAction(command.title, self._window)
        action.setShortcuts([QKeySequence(text) for text in command.shortcuts])
        action.triggered.connect(lambda _checked=False: command.run())
        if command.ticked is not None:
            action.setCheckable(True)
            action.setChecked(command.ticked)
        menu.addAction(action)
        self.by_key[command.key] = action
        self._needs[command.key] = command.need
        return action


def _file(do: WindowCommands) -> list[Command | None]:
    return [
        Command("new", _("New study…"), do.ask_new, ("Ctrl+N",)),
        Command("open", _("Open…"), do.ask_open, ("Ctrl+O",)),
        Command("demonstration", _("Medical secretary demonstration"), do.open_demonstration),
        Command("replay", _("Replay the published case"), partial(_replay, do)),
        None,
        Command("copy", _("Save a copy…"), do.ask_copy, ("Ctrl+Shift+S",), Need.STUDY),
        Command("export", _("Export…"), do.ask_export, ("Ctrl+E",), Need.STUDY),
        None,
        Command("take_back", _("Take a workbook back…"), partial(_take_back, do), ("Ctrl+Shift+O",), Need.STUDY),
        Command("paste_table", _("Paste a table…"), partial(_paste_table, do), ("Ctrl+Shift+V",), Need.STUDY),
        Command("official", _("Official count (SAE)…"), partial(_take_official, do), (), Need.WRITABLE),
        None,
        Command("rollup", _("Roll studies up…"), lambda: do.go("rollup")),
        None,
        Command("restore", _("Restore a backup…"), do.ask_restore, (), Need.WRITABLE),
        Command("check", _("Check the study"), do.check_study, ("F7",), Need.STUDY),
        None,
        Command("close", _("Close the study"), do.close_study, ("Ctrl+W",), Need.STUDY),
        Command("quit", _("Quit"), do.quit, ("Ctrl+Q",)),
    ]


def _take_official(do: WindowCommands) -> None:
    do.incoming.take_official([])


def _replay(do: WindowCommands) -> None:
    from impactapp.ui.replaying import replay

    replay(do.parent())


def _take_back(do: WindowCommands) -> None:
    # what is done with files that come back is made when it is first asked for
    do.incoming.ask_files()


def _paste_table(do: WindowCommands) -> None:
    do.incoming.paste()


def _edit(do: WindowCommands) -> list[Command | None]:
    return [
        Command("undo", _("Undo"), do.undo, ("Ctrl+Z",), Need.WRITABLE),
        Command("redo", _("Redo"), do.redo, ("Ctrl+Y", "Ctrl+Shift+Z"), Need.WRITABLE),
        None,
        Command("copy_table", _("Copy the table"), do.copy_table, ("Ctrl+Shift+C",), Need.STUDY),
        None,
        Command("palette", _("Search for a command or a place…"), do.open_palette, ("Ctrl+K",)),
    ]


def _view(do: WindowCommands) -> list[Command | None]:
    return [
        Command("zoom_in", _("Larger"), lambda: do.zoom(1), ("Ctrl++", "Ctrl+=")),
        Command("zoom_out", _("Smaller"), lambda: do.zoom(-1), (ZOOM_OUT,)),
        Command("zoom_reset", _("Normal size"), lambda: do.zoom(0), ZOOM_RESET),
        Command("full_screen", _("Full screen"), do.toggle_full_screen, ("F11",)),
        None,
    ]


def _schemes(do: WindowCommands) -> list[Command | None]:
    words = {
        Scheme.SYSTEM: _("As the system"),
        Scheme.LIGHT: _("Light"),
        Scheme.DARK: _("Dark"),
        Scheme.HIGH_CONTRAST: _("High contrast"),
    }
    now = theme.signals().scheme
    return [
        Command(f"scheme_{scheme}", title, partial(do.choose_scheme, scheme), ticked=scheme is now)
        for scheme, title in words.items()
    ]


def _languages(do: WindowCommands) -> list[Command | None]:
    names = {"fr": "Français", "en": "English"}
    return [
        Command(
            f"language_{code}",
            names[code],
            partial(do.choose_language, code),
            ticked=code == i18n.language(),
        )
        for code in i18n.LANGUAGES
    ]


def _places(do: WindowCommands) -> list[Command | None]:
    steps: list[Command | None] = [
        Command(
            f"step_{step.key}",
            f"{number} {step.title()}",
            partial(do.go, step.key),
            _digit_keys(number),
            Need.STUDY,
        )
        for number, step in enumerate(page_list.STEPS, 1)
    ]
    # the study came first: its digit stays the one after the steps
    pages: list[Command | None] = [
        Command(
            f"go_{key}",
            page_list.title(key),
            partial(do.go, key),
            _digit_keys(number),
            Need.STUDY,
        )
        for number, key in enumerate(page_list.BESIDE, len(page_list.STEPS) + 2)
        if key != "study"
    ]
    return [
        Command("go_home", _("Home"), lambda: do.go("home"), ("Alt+Home",)),
        None,
        *steps,
        None,
        *pages,
        Command("go_evolution", page_list.title("evolution"), lambda: do.go("evolution"), (), Need.STUDY),
        Command("go_study", _("Study"), lambda: do.go("study"), _digit_keys(len(page_list.STEPS) + 1), Need.STUDY),
        None,
        Command("next", _("Next profession"), lambda: do.next_profession(1), ("Ctrl+PgDown",), Need.STUDY),
        Command("previous", _("Previous profession"), lambda: do.next_profession(-1), ("Ctrl+PgUp",), Need.STUDY),
    ]


def _digit_keys(number: int) -> tuple[str, ...]:
    """Alt and a digit, the one the menu shows as it works on every keyboard, or Ctrl and a digit where that is free."""
    typed = (str(number % 10), FRENCH_ROW[number - 1])
    keys = [f"{held}+{key}" for held in ("Alt", "Ctrl") for key in typed]
    return tuple(key for key in keys if key not in (ZOOM_OUT, *ZOOM_RESET))


def _help(do: WindowCommands) -> list[Command | None]:
    return [
        Command("help", _("Help on what has the focus"), do.show_help, ("F1",)),
        Command("about", _("About impactapp"), lambda: do.go("about")),
    ]
