"""How the window leads to skills: rail, menu, search, findings; and what it calls each control."""

from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from impactapp.domain.analysis.checks import FindingCode
from impactapp.domain.analysis.results import analyse
from impactapp.domain.edits import skills
from impactapp.domain.edits.skills import LinkAddress
from impactapp.domain.skill import Skill
from impactapp.ui.findings_list import item_of, page_of
from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.skills_page import EXPOSURE, LINKS, LIST, SkillsPage
from impactapp.ui.palette_entries import entries
from tests.ui.results.stage import plain, wait_until
from tests.ui.shell.test_accessible_names import controls
from tests.ui.skills.stage import Key, Modifier, turns


def page(window: MainWindow) -> SkillsPage:
    """The page of skills, once it is the one shown."""
    assert isinstance(window.page, SkillsPage)
    return window.page


def test_the_rail_leads_to_skills_and_counts_those_that_are_linked(window: MainWindow) -> None:
    button = window.frame.rail.button("skills")
    wait_until(lambda: "2 / 3" in plain(button.accessibleName()))
    button.click()
    assert page(window).tabs.current == LIST
    assert button.is_current
    window.session.apply(skills.set_intensities("sec", {LinkAddress("k3", "sec-9"): 1}))
    wait_until(lambda: "3 / 3" in plain(button.accessibleName()))
    assert "fait" in button.accessibleName()


def test_the_rail_counts_the_measures_decided_or_in_place(window: MainWindow) -> None:
    wait_until(lambda: "1 / 1" in plain(window.frame.rail.button("barriers").accessibleName()))


def test_a_shortcut_leads_to_skills(window: MainWindow) -> None:
    QTest.keyClick(window, Key.Key_8, Modifier.AltModifier)
    assert page(window).list.board.view.hasFocus()


def test_the_search_leads_to_a_skill(window: MainWindow) -> None:
    found = next(entry for entry in entries(window) if entry.title == "Relation avec le patient")
    found.run()
    current = page(window).list.board.current()
    assert current is not None
    assert current.id == "k2"


def test_each_finding_on_skills_leads_to_a_place_that_is_there(window: MainWindow) -> None:
    window.session.apply(skills.set_validated("sec-3", True))
    study = window.session.study
    assert study is not None
    codes = {}
    for finding in analyse(study).findings:
        if finding.skill_id or finding.code is FindingCode.OVERSIGHT_WITHOUT_SKILL:
            window.go(page_of(finding), item_of(finding))
            codes[finding.code] = page_of(finding)
    assert codes[FindingCode.SKILL_WITHOUT_LINKS] == "skills"
    assert codes[FindingCode.OVERSIGHT_WITHOUT_SKILL] == "skills"
    window.go("skills", "sec-3")
    assert page(window).tabs.current == LINKS
    assert page(window).links.table.currentIndex().row() == 2


def test_help_and_undo_work_from_the_page(window: MainWindow) -> None:
    window.go("skills")
    QTest.keyClick(page(window).list.board.view, Key.Key_F1)
    assert window.side_panel.isVisible()
    window.session.apply(skills.add_skills("sec", [Skill("new", "Codage")]))
    assert "Codage" in window.actions_by_menu.by_key["undo"].text()
    window.commands.undo()
    assert len(page(window).list.board.skills.skills) == 3


def test_every_control_of_the_page_has_a_name(window: MainWindow) -> None:
    window.go("skills")
    found = []
    for tab in (LIST, LINKS, EXPOSURE):
        page(window).tabs.choose(tab)
        turns()
        root = QAccessible.queryAccessibleInterface(page(window))
        assert root is not None
        found += controls(root)
    assert len(found) >= 12, found
    assert [role for role, name in found if not name] == []
