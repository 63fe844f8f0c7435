"""What measures change is seen before and after, for skills and for human oversight."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from impactapp.domain.edits.barriers import set_barrier_state
from impactapp.domain.level import Level
from impactapp.domain.skill import BarrierState, Mechanism
from impactapp.ui import findings_list
from impactapp.ui.models.barrier_columns import BarrierColumn
from tests import builders
from tests.ui.barriers.conftest import MakeStage
from tests.ui.barriers.stage import Key, Stage, bare
from tests.ui.results.stage import plain, wait_until
from tests.ui.shell.test_accessible_names import controls
from tests.ui.small.test_room import cut_headings, fitted

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def residual(stage: Stage) -> float | None:
    """What is left of the atrophy of « Rédaction » in the results that are shown."""
    shown = stage.page.effect.shown
    assert shown is not None
    return shown.professions[0].skills[0].mechanism(Mechanism.ATROPHY).residual.high


def test_a_measure_counts_once_it_is_decided(staged: MakeStage) -> None:
    stage = staged()
    barrier = stage.profession.barriers[0]
    assert stage.window.session.apply(set_barrier_state("sec", barrier, BarrierState.CONSIDERED))
    stage.computed()
    before = residual(stage)
    assert before == pytest.approx(0.9286, abs=1e-4)
    assert "1 mesure est envisagée et ne compte pas" in plain(stage.page.effect.counted.text())
    stage.page.list.fields.state.setCurrentIndex(1)
    assert stage.barrier("Rédaction sans IA").state is BarrierState.DECIDED
    stage.computed()
    assert residual(stage) == pytest.approx(0.9286 - 12 / 40, abs=1e-4)
    assert stage.window.session.undo()
    stage.computed()
    assert residual(stage) == before


def test_what_it_would_take_is_said_for_each_skill(staged: MakeStage) -> None:
    stage = staged()
    stage.page.tabs.choose("effect")
    stage.computed()
    effect = stage.page.effect
    QAbstractItemModelTester(effect.needs, FATAL, stage.page)
    rows = [[plain(str(effect.needs.index(row, at).data())) for at in range(3)] for row in range(3)]
    assert rows[0] == ["Rédaction", "11,9 h", "14,7 h"]
    assert rows[2] == ["Archivage", "non renseigné", "non renseigné"]
    assert "il faudrait 11,9 h de plus par mois et par personne" in plain(effect.said.text())
    effect.target.setCurrentIndex(effect.target.findData(Level.MOYEN.value))
    assert plain(str(effect.needs.index(0, 1).data())) == "0 h"


def test_what_no_measure_is_counted_against_is_said(staged: MakeStage) -> None:
    stage = staged()
    stage.page.tabs.choose("effect")
    stage.computed()
    assert "aucune mesure n’est comptée ici contre les erreurs adoptées" in plain(stage.page.effect.limits.text())


def test_enter_leads_to_the_skill_whose_hours_are_missing(staged: MakeStage) -> None:
    stage = staged()
    stage.page.tabs.choose("effect")
    stage.computed()
    went: list[tuple[str, str]] = []
    stage.window.session.navigated.connect(lambda page, item: went.append((page, item)))
    stage.page.effect.show_skill("k2")
    stage.press(Key.Key_Return)
    assert went == [("skills", "k2")]


def test_oversight_without_a_measure_is_found_and_mended(staged: MakeStage) -> None:
    stage = staged(bare())
    stage.computed()
    tab = stage.page.oversight
    QAbstractItemModelTester(tab.model, FATAL, stage.page)
    assert plain(tab.findings.text()) == "À compléter · 2 activités : contrôle humain sans compétence entretenue."
    assert [plain(str(tab.model.index(row, 3).data())) for row in range(2)] == ["sans mesure", "sans mesure"]
    stage.page.tabs.choose("oversight")
    assert tab.show_item("k1")
    stage.press(Key.Key_Return)
    made = stage.profession.barriers[0]
    assert (made.title, made.skill_ids) == ("Entretenir\u00a0: Rédaction", ("k1",))
    assert stage.page.tabs.current == "measures"
    stage.type("4")
    assert stage.window.session.apply(set_barrier_state("sec", stage.profession.barriers[0], BarrierState.DECIDED))
    stage.computed()
    assert tab.findings.text() == ""
    assert plain(str(tab.model.index(0, 3).data())) == "Entretenir : Rédaction"


def test_findings_lead_to_their_row(staged: MakeStage) -> None:
    stage = staged(bare())
    stage.window.go("skills")
    rows = findings_list.rows(stage.study, lambda page, _profession, item: stage.window.go(page, item))
    found = next(row for row in rows if "contrôle humain" in row.title)
    assert found.run is not None
    found.run()
    wait_until(stage.page.oversight.table.hasFocus)
    assert stage.page.tabs.current == "oversight"


def test_a_measure_is_led_to_by_its_id(staged: MakeStage) -> None:
    stage = staged()
    stage.page.tabs.choose("evidence")
    stage.window.go("barriers", "b1")
    assert stage.page.tabs.current == "measures"
    assert stage.page.list.board.current() == stage.profession.barriers[0]


def test_a_card_is_copied_with_its_limit_and_its_source(staged: MakeStage) -> None:
    stage = staged()
    stage.page.tabs.choose("evidence")
    buttons = [one for one in stage.page.evidence.findChildren(QPushButton) if one.text() == "Copier"]
    assert len(buttons) == 13
    assert all(one.accessibleName().startswith("Copier la fiche") for one in buttons)
    buttons[0].click()
    copied = plain(QApplication.clipboard().text())
    for said in ("28,4 %", "22,4 %", "Limite : ", "4 centres polonais", "Source : Budzyń 2025"):
        assert said in copied


@pytest.mark.parametrize("tab", ["measures", "effect", "oversight", "evidence"])
def test_each_tab_has_its_help(staged: MakeStage, tab: str) -> None:
    stage = staged()
    stage.computed()
    stage.page.tabs.choose(tab)
    assert len(stage.page.help_text()) > 80


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_no_heading_is_cut_and_nothing_lies_beyond_the_edge(staged: MakeStage, zoom: float) -> None:
    stage = staged(builders.skilled(), zoom)
    stage.computed()
    for tab, table in (
        ("measures", stage.page.list.board.view),
        ("effect", stage.page.effect.table),
        ("oversight", stage.page.oversight.table),
    ):
        stage.page.tabs.choose(tab)
        QApplication.processEvents()
        fitted(table)
        assert cut_headings(table) == []
        pages = stage.window.stack
        shown = [one for one in pages.findChildren(QWidget) if isinstance(one, QLabel | QAbstractButton)]
        beyond = [one for one in shown if one.isVisible() and one.width() > 1]
        assert [one for one in beyond if one.mapTo(pages, QPoint(one.width(), 0)).x() > pages.width() + 1] == []


@pytest.mark.parametrize("tab", ["measures", "catalogue", "effect", "oversight", "evidence"])
def test_everything_that_acts_has_a_name(staged: MakeStage, tab: str) -> None:
    stage = staged()
    stage.computed()
    if tab == "catalogue":
        stage.page.list.open_catalog()
    elif tab == "measures":
        stage.at(0, BarrierColumn.SKILLS)
        stage.press(Key.Key_F2)
    else:
        stage.page.tabs.choose(tab)
    QApplication.processEvents()
    node = QAccessible.queryAccessibleInterface(stage.page)
    found = controls(node)
    assert found
    assert [role for role, name in found if not name] == []
