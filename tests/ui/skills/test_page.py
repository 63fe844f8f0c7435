"""The page of skills as a whole: empty, found from elsewhere, followed by figures, with the rates that drive them."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QPushButton, QStackedWidget

from impactapp.charts import catalogue
from impactapp.domain.edits import skills
from impactapp.domain.level import Hypothesis
from impactapp.domain.rule import Rule
from impactapp.domain.skill import Skill
from impactapp.domain.study import Study
from impactapp.ui import theme
from impactapp.ui.pages.skills_page import EXPOSURE, LINKS, LIST, NO_PROFESSION, NO_SKILL, NO_TASK, SkillsPage
from tests import builders
from tests.ui.results.stage import plain, settled, wait_until
from tests.ui.skills.stage import MakeStage, Stage, turns


def part(stage: Stage) -> int:
    """Which part of the page is shown."""
    stack = stage.page.list.parentWidget()
    assert isinstance(stack, QStackedWidget)
    return stack.currentIndex()


def button(page: SkillsPage, words: str) -> QPushButton:
    """The button that can be seen with these words."""
    return next(one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible())


def without_skills(code: str = "") -> Study:
    made = builders.secretary()
    return replace(made, professions=(replace(made.professions[0], code=code),))


def test_without_a_profession_the_page_leads_to_the_professions(made: MakeStage) -> None:
    stage = made(builders.study())
    assert part(stage) == NO_PROFESSION
    button(stage.page, "Aller aux métiers").click()
    assert stage.navigated == [("professions", "")]


def test_without_a_skill_the_first_one_is_typed_from_the_keyboard(made: MakeStage) -> None:
    stage = made(without_skills())
    assert part(stage) == NO_SKILL
    assert stage.page.take.isHidden()
    button(stage.page, "Ajouter la première compétence").click()
    turns()
    stage.type("Rédaction")
    stage.type("")
    assert stage.titles == ["Rédaction"]
    stage.session.undo()
    assert stage.titles == []


def test_proposed_skills_are_offered_where_the_profession_comes_from_the_catalogue(made: MakeStage) -> None:
    stage = made(without_skills("secretaire-medicale"))
    assert not stage.page.take.isHidden()
    stage.page.take.click()
    assert 6 <= len(stage.titles) <= 10
    assert "à valider" in stage.informed[-1]
    tasks = {task.id for task in stage.profession.tasks}
    linked = [skill for skill in stage.profession.skills if skill.links]
    assert linked
    assert all(link.task_id in tasks for skill in linked for link in skill.links)
    stage.page.take.click()
    assert "autre compétence" in stage.informed[-1]
    stage.session.undo()
    assert stage.titles == []


def test_links_without_an_activity_lead_to_the_activities(made: MakeStage) -> None:
    stage = made(builders.study(replace(builders.profession(1), skills=(Skill("k", "Codage"),))))
    stage.page.tabs.choose(LINKS)
    assert part(stage) == NO_TASK
    button(stage.page, "Aller aux activités").click()
    assert stage.navigated == [("tasks", "")]


def test_a_skill_and_an_activity_are_found_in_their_rows(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.page.show_task("sec-6")
    assert stage.page.tabs.current == LINKS
    current = stage.page.links.table.currentIndex()
    assert (current.row(), current.column()) == (5, 1)
    stage.page.show_task("k3")
    assert stage.page.tabs.current == LIST
    assert stage.page.list.board.current() == stage.skill("k3")


def test_another_profession_shows_its_own_skills(made: MakeStage) -> None:
    other = replace(builders.profession(2, (builders.task(1),)), skills=(Skill("z", "Soudure"),))
    stage = made(replace(builders.skilled(), professions=(*builders.skilled().professions, other)))
    stage.session.choose_profession("p2")
    assert stage.page.list.board.skills.index(0, 0).data() == "Soudure"
    assert stage.page.links.model.columnCount() == 2
    assert "Métier 2" in stage.page.words.text()


def test_the_exposure_says_its_headline_its_rates_and_its_limits(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.page.tabs.choose(EXPOSURE)
    exposure = stage.page.exposure
    wait_until(lambda: bool(exposure.headline.text()))
    assert "3 compétences" in plain(exposure.headline.text())
    assert "100 %" in plain(exposure.rule.text())
    assert "ni une mesure, ni une prévision" in exposure.limits.text()


def test_the_rates_that_drive_the_exposure_can_be_changed_and_taken_back(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.page.exposure.change_rule.rule_picked.emit(Rule.THREE_QUARTERS.value)
    rules = [stage.study.exposure_rule]
    stage.session.undo()
    assert [*rules, stage.study.exposure_rule] == [Rule.THREE_QUARTERS, Rule.WEIGHTED]


def test_the_map_follows_the_chosen_hypothesis(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.page.tabs.choose(EXPOSURE)
    exposure = stage.page.exposure
    wait_until(lambda: bool(exposure.charts.view.words) and settled(exposure.charts.view))
    high = exposure.charts.view.words
    exposure.hypothesis.setCurrentIndex(exposure.hypothesis.findData(Hypothesis.LOW.value))
    wait_until(lambda: exposure.charts.view.words not in ("", high))
    assert "basse" in exposure.charts.view.words


def test_only_what_a_figure_depends_on_can_be_chosen(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.page.tabs.choose(EXPOSURE)
    wait_until(lambda: bool(stage.page.exposure.headline.text()))
    seen = {}
    for name in catalogue.SKILL_CHARTS:
        stage.page.exposure.charts.choose(name)
        seen[name] = (stage.page.exposure.hypothesis.isVisible(), stage.page.exposure.skill.isVisible())
    assert seen["skill_map"] == (True, False)
    assert seen["retention"] == seen["skill_practice"] == (False, True)
    assert seen["holders"] == (False, False)


def test_a_mark_leads_to_the_row_it_comes_from_and_says_so(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.page.tabs.choose(EXPOSURE)
    view = stage.page.exposure.charts.view
    wait_until(lambda: bool(view.marks))
    mark = next(mark for mark in view.marks if mark.skill_id and not mark.task_id)
    assert "mène à cette compétence" in view.lead(mark)
    view.skill_picked.emit("k2")
    assert stage.page.list.board.current() == stage.skill("k2")
    view.task_picked.emit("sec-9")
    assert stage.page.tabs.current == LINKS
    assert stage.page.links.table.currentIndex().row() == 8


def test_the_skill_of_a_figure_is_offered_by_name_and_follows_renaming(made: MakeStage) -> None:
    stage = made(builders.skilled())
    choice: QComboBox = stage.page.exposure.skill
    wait_until(lambda: choice.count() == 4)
    choice.setCurrentIndex(2)
    stage.session.apply(skills.rename_skill("sec", "k2", "Écoute"))
    wait_until(lambda: choice.itemText(2) == "Écoute")
    assert choice.currentData() == "k2"


def test_the_panel_shows_on_demand_where_the_page_is_narrow(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.page.resize(500, 700)
    turns()
    assert stage.page.list.panel.isHidden()
    button(stage.page, "Afficher le détail").click()
    turns()
    assert stage.page.list.panel.isVisible()
    assert not stage.page.list.board.view.isVisible()
    button(stage.page, "Masquer le détail").click()
    turns()
    assert stage.page.list.board.view.isVisible()


def test_a_paste_on_the_empty_page_adds_skills(made: MakeStage) -> None:
    stage = made(without_skills())
    stage.page.setFocus()
    stage.paste("Codage\nTri")
    assert stage.titles == ["Codage", "Tri"]
    assert part(stage) == 0


def test_help_speaks_of_the_tab(made: MakeStage) -> None:
    stage = made(builders.skilled())
    told = set()
    for tab in (LIST, LINKS, EXPOSURE):
        stage.page.tabs.choose(tab)
        told.add(stage.page.help_text())
    assert len(told) == 3
    assert all(words.strip() for words in told)


def test_every_size_and_colour_is_worn_without_losing_the_place(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.page.list.board.show_skill("k2")
    for scheme, scale in ((theme.Scheme.DARK, 2.0), (theme.Scheme.HIGH_CONTRAST, 1.5), (theme.Scheme.LIGHT, 1.0)):
        theme.signals().choose(scheme, scale)
        turns()
        for tab in (LIST, LINKS):
            stage.page.tabs.choose(tab)
            assert not stage.page.grab().isNull()
    assert stage.page.list.board.current() == stage.skill("k2")
