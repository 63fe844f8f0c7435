"""Tooltips of what people typed are read as they typed it, never as HTML."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QApplication, QTableView, QToolTip
from pytestqt.qtbot import QtBot

from impactapp.domain.level import Level
from impactapp.domain.workshop import Counts
from impactapp.ui.models.vote_model import Bar
from impactapp.ui.pages.skills_page import LINKS, SkillsPage
from impactapp.ui.pages.tasks_page import TasksPage
from impactapp.ui.widgets import text
from impactapp.ui.widgets.workshop.reveal import VoteBars
from tests import builders
from tests.ui.results.stage import wait_until
from tests.ui.small.conftest import MakeWindow

HOSTILE = ("<b>Accueil</b>", '<img src="file:///etc/passwd">', "a &lt;b&gt; c", "<a href=x>x</a>\n<i>y</i>", "R&D <5 %")


def seen(tip: str) -> str:
    """What a tooltip shows, by Qt's own rule for what is HTML."""
    if not GuiQt.mightBeRichText(tip):
        return tip
    page = QTextDocument()
    page.setHtml(tip)
    return page.toPlainText()


def hover(table: QTableView, row: int, column: int) -> str:
    """What hovering a cell shows."""
    place = table.visualRect(table.model().index(row, column)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, table.viewport().mapToGlobal(place))
    QApplication.sendEvent(table.viewport(), event)
    return QToolTip.text()


@pytest.mark.parametrize("words", [*HOSTILE, "Accueil", "Soins & accueil", ""])
def test_a_tooltip_shows_what_was_typed(qtbot: QtBot, words: str) -> None:
    assert seen(text.plain_tip(words)) == words


def test_a_shortened_label_is_told_as_it_was_typed(qtbot: QtBot) -> None:
    label = text.ElidedLabel(HOSTILE[0] * 9)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.grab()
    assert seen(label.toolTip()) == HOSTILE[0] * 9


@pytest.mark.parametrize("words", HOSTILE[:2])
def test_cells_and_headings_are_told_as_they_were_typed(small: MakeWindow, words: str) -> None:
    study = builders.skilled()
    found = study.professions[0]
    tasks = (replace(found.tasks[0], title=words), *found.tasks[1:])
    window = small(replace(study, professions=(replace(found, title=words, tasks=tasks), *study.professions[1:])), 1.0)
    assert seen(window.frame.top_bar.professions.toolTip()) == words
    window.go("tasks")
    page = window.page
    assert isinstance(page, TasksPage)
    wait_until(lambda: seen(hover(page.table, 0, 0)) == words)
    window.go("rating")
    window.go("skills")
    skills = window.page
    assert isinstance(skills, SkillsPage)
    skills.tabs.choose(LINKS)
    table = skills.links.table
    heading = table.model().headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert seen(str(heading)) == words
    wait_until(lambda: words in seen(hover(table, 0, 1)))


def test_a_group_of_voters_is_named_whole(qtbot: QtBot) -> None:
    bars = VoteBars()
    qtbot.addWidget(bars)
    bars.resize(340, 200)
    groups = ("Encadrement", "Représentants du personnel", "Anticonstitutionnellement " * 4)
    bars.show_bars("Substitution", tuple(Bar(title, Counts(*Level)) for title in groups))
    one, two, cut = bars.titles()
    assert one == ["Encadrement"]
    assert len(two) == 2
    assert " ".join(two) == groups[1]
    assert cut[-1].endswith("…")
    assert bars.toolTip() == groups[2]
    bars.show_bars("Substitution", tuple(Bar(title, Counts(*Level)) for title in groups[:1]))
    assert bars.toolTip() == ""
