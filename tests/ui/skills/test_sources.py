"""Skills of the catalogue say on the page that they are proposals, until the group has gone through them."""

from dataclasses import replace
from datetime import date
from itertools import count

from PySide6.QtCore import Qt

from impactapp.domain.skill import Skill
from impactapp.domain.study import Study
from impactapp.store.catalog import secretary_demo
from impactapp.ui.models.skill_columns import SkillColumn
from tests import builders
from tests.ui.skills.stage import MakeStage, Stage

ASKED = "à valider en atelier"


def demo() -> Study:
    number = count()
    return secretary_demo(lambda: f"id{next(number)}", date(2026, 11, 22))


def shown_title(stage: Stage, row: int) -> str:
    model = stage.page.list.board.skills
    return str(model.data(model.index(row, SkillColumn.TITLE), Qt.ItemDataRole.DisplayRole))


def test_the_page_says_that_the_skills_are_proposals_on_each_of_its_tabs(made: MakeStage) -> None:
    stage = made(demo())
    for tab in ("skills", "links", "exposure"):
        stage.page.tabs.choose(tab)
        assert stage.page.sources.isVisible()
        assert ASKED in stage.page.sources.text()
    assert shown_title(stage, 0) == "Rédaction\u00a0*"


def test_it_is_said_in_a_window_too_small_for_the_rest(made: MakeStage) -> None:
    stage = made(demo())
    stage.page.resize(620, 300)
    assert stage.page.sources.isVisible()


def test_skills_of_the_group_are_not_called_proposals(made: MakeStage) -> None:
    stage = made(builders.skilled())
    assert not stage.page.sources.isVisible()
    assert shown_title(stage, 0) == "Rédaction"


def test_renaming_a_proposed_skill_does_not_write_the_mark_into_its_name(made: MakeStage) -> None:
    stage = made(demo())
    model = stage.page.list.board.skills
    index = model.index(0, SkillColumn.TITLE)
    assert model.data(index, Qt.ItemDataRole.EditRole) == "Rédaction"


def test_a_skill_validated_by_the_group_says_so_and_undo_takes_it_back(made: MakeStage) -> None:
    before = demo()
    stage = made(before)
    stage.page.list.board.show_skill(before.professions[0].skills[0].id)
    stage.page.list.board.validate()
    assert [ASKED in skill.source for skill in stage.profession.skills] == [False, *[True] * 7]
    assert "validée par le groupe" in stage.profession.skills[0].source
    assert "7 compétences" in stage.page.sources.text().replace("\u00a0", " ")
    stage.session.undo()
    assert stage.study == before


def test_only_what_the_catalogue_proposed_is_validated(made: MakeStage) -> None:
    study = demo()
    (found,) = study.professions
    other = Skill("own", "Accueil des internes", source="Fiche métier du CH")
    stage = made(replace(study, professions=(replace(found, skills=(other,)),)))
    stage.page.list.board.show_skill("own")
    stage.page.list.board.validate()
    assert stage.skill("own").source == "Fiche métier du CH"
    assert len(stage.informed) == 1
