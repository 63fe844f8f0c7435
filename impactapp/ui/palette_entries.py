"""What the command palette offers: what can be done now, then professions, activities, skills and measures."""

from functools import partial
from typing import TYPE_CHECKING

from impactapp.i18n import _
from impactapp.ui.widgets.command_palette import Entry

if TYPE_CHECKING:
    from impactapp.ui.main_window import MainWindow


def entries(window: "MainWindow") -> list[Entry]:
    """Commands and pages come from the menus."""
    return [*_commands(window), *_professions(window), *_tasks(window), *_skills(window), *_measures(window)]


def _commands(window: "MainWindow") -> list[Entry]:
    return [
        Entry(
            action.text().replace("&&", "\0").replace("&", "").replace("\0", "&"),
            _("page") if key.startswith(("go_", "step_")) or key == "about" else _("command"),
            action.trigger,
            action.shortcut().toString(action.shortcut().SequenceFormat.NativeText),
        )
        for key, action in window.actions_by_menu.by_key.items()
        if action.isEnabled() and key != "palette"
    ]


def _professions(window: "MainWindow") -> list[Entry]:
    study = window.session.study
    return [
        Entry(profession.title, _("profession"), partial(_show, window, profession.id, ""))
        for profession in (study.professions if study else ())
    ]


def _tasks(window: "MainWindow") -> list[Entry]:
    study = window.session.study
    return [
        Entry(
            task.title,
            _("activity"),
            partial(_show, window, profession.id, task.id),
            profession.title,
        )
        for profession, task in (study.tasks() if study else ())
    ]


def _skills(window: "MainWindow") -> list[Entry]:
    study = window.session.study
    return [
        Entry(
            skill.title,
            _("skill"),
            partial(_show_beside, window, "skills", profession.id, skill.id),
            profession.title,
        )
        for profession in (study.professions if study else ())
        for skill in profession.skills
    ]


def _measures(window: "MainWindow") -> list[Entry]:
    study = window.session.study
    return [
        Entry(
            barrier.title,
            _("measure"),
            partial(_show_beside, window, "barriers", profession.id, barrier.id),
            profession.title,
        )
        for profession in (study.professions if study else ())
        for barrier in profession.barriers
    ]


def _show_beside(window: "MainWindow", page: str, profession_id: str, item_id: str) -> None:
    window.session.choose_profession(profession_id)
    window.go(page, item_id)


def _show(window: "MainWindow", profession_id: str, task_id: str) -> None:
    """An activity is shown where it is rated; a profession where one already is, or in its activities."""
    window.session.choose_profession(profession_id)
    if task_id:
        window.go("rating", task_id)
    elif window.step in ("home", "about", "study"):
        window.go("tasks")
