"""The table of skills: typed, pasted, ordered and refused by keyboard, with what follows from the ratings."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from impactapp.domain.edits import ratings, skills
from impactapp.domain.edits.ratings import Cell
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.skill import Criticality, Retention, Skill
from impactapp.domain.study import Study
from impactapp.ui.models.skill_columns import SkillColumn
from impactapp.ui.widgets.skills.frozen import FrozenNames
from tests import builders
from tests.ui.results.stage import plain, wait_until
from tests.ui.skills.stage import Key, MakeStage, Modifier, Stage, turns

Role = Qt.ItemDataRole


def cell(stage: Stage, row: int, column: SkillColumn, role: Role = Role.DisplayRole) -> str:
    return plain(str(stage.page.list.board.skills.index(row, column).data(role) or ""))


def many(count: int) -> Study:
    """One profession with many skills that nothing practises."""
    made = builders.secretary()
    listed = tuple(Skill(f"k{number}", f"Compétence {number}") for number in range(count))
    return replace(made, professions=(replace(made.professions[0], skills=listed),))


def test_the_model_keeps_qt_s_rules_through_edits_undo_and_other_professions(made: MakeStage) -> None:
    study = replace(builders.skilled(), professions=(*builders.skilled().professions, builders.profession(2)))
    stage = made(study)
    model = stage.page.list.board.skills
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    stage.session.apply(skills.add_skills("sec", [Skill("new", "Codage"), Skill("new2", "Tri")]))
    stage.session.apply(skills.move_skill("sec", Skill("new", "Codage"), 0))
    stage.session.apply(skills.remove_skills("sec", ["k1", "new2"]))
    stage.session.apply(skills.rename_skill("sec", "k2", "Relation"))
    stage.computed()
    while stage.session.undo():
        assert model.rowCount() >= 4
    assert [cell(stage, row, SkillColumn.TITLE) for row in range(3)] == [
        "Rédaction",
        "Relation avec le patient",
        "Archivage",
    ]
    stage.session.choose_profession("p2")
    assert model.rowCount() == 1
    assert tester.model() is model


def test_skills_are_typed_one_after_the_other(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.press(Key.Key_Insert)
    stage.type("Codage")
    stage.type("Tri du courrier")
    stage.type("")
    assert stage.titles[3:] == ["Codage", "Tri du courrier"]
    stage.session.undo()
    assert stage.titles[3:] == ["Codage"]


def test_a_name_that_is_there_already_is_refused_with_a_sentence(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.press(Key.Key_Insert)
    stage.type("rédaction")
    assert len(stage.refused) == 1
    assert "Rédaction" in stage.refused[0] or "rédaction" in stage.refused[0]
    assert stage.titles == ["Rédaction", "Relation avec le patient", "Archivage"]


@pytest.mark.parametrize("typed", ["0", "10 000", "abc", "-3"])
def test_hours_that_no_month_has_are_refused(made: MakeStage, typed: str) -> None:
    stage = made(builders.skilled())
    stage.page.list.board.show_skill("k2", SkillColumn.BASELINE)
    stage.press(Key.Key_F2)
    stage.type(typed)
    assert len(stage.refused) == 1
    assert stage.skill("k2").baseline_hours == 20.0


def test_figures_are_typed_and_cleared(made: MakeStage) -> None:
    stage = made(builders.skilled())
    for column, typed in ((SkillColumn.EXPERIENCED, "12"), (SkillColumn.TRAINEES, "3"), (SkillColumn.BASELINE, "7,5")):
        stage.page.list.board.show_skill("k3", column)
        stage.press(Key.Key_F2)
        stage.type(typed)
    skill = stage.skill("k3")
    assert (skill.experienced, skill.trainees, skill.baseline_hours) == (12, 3, 7.5)
    stage.page.list.board.show_skill("k3", SkillColumn.TRAINEES)
    stage.press(Key.Key_Delete)
    assert stage.skill("k3").trainees is None
    assert stage.skill("k3").experienced == 12


def test_a_choice_changes_the_criticality(made: MakeStage) -> None:
    stage = made(builders.skilled())
    model = stage.page.list.board.skills
    assert model.setData(model.index(2, SkillColumn.CRITICALITY), "3")
    assert stage.skill("k3").criticality is Criticality.VITAL
    assert cell(stage, 2, SkillColumn.CRITICALITY) == "3 · vitale"


def test_a_digit_on_the_criticality_chooses_it_and_the_keyboard_stays_in_the_table(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.page.list.board.show_skill("k3", SkillColumn.CRITICALITY)
    stage.press(Key.Key_3)
    assert stage.skill("k3").criticality is Criticality.VITAL
    assert stage.page.list.board.view.hasFocus()


def test_a_list_opens_on_f2_and_is_chosen_from_by_keyboard(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.page.list.board.show_skill("k3", SkillColumn.RETENTION)
    for key in (Key.Key_F2, Key.Key_Down, Key.Key_Return):
        stage.press(key)
    assert stage.skill("k3").retention is Retention.SPEED
    assert stage.page.list.board.view.hasFocus()


def test_a_list_is_pasted_and_what_was_left_out_is_named(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.paste("- Codage\n- Rédaction\n- Tri")
    assert stage.titles[3:] == ["Codage", "Tri"]
    assert "2 compétences ajoutées" in stage.informed[-1]
    assert "Rédaction" in stage.informed[-1]
    stage.session.undo()
    assert len(stage.titles) == 3


def test_rows_of_a_spreadsheet_give_their_first_column_of_words(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.paste("N°\tCompétence\tDescription\n1\tCodage\tUne description bien plus longue\n2\tTri\tUne autre\n")
    assert stage.titles[3:] == ["Codage", "Tri"]


def test_a_copied_row_is_pasted_as_the_name_it_holds(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.page.list.board.show_skill("k1")
    stage.press(Key.Key_C, Modifier.ControlModifier)
    stage.session.apply(skills.remove_skills("sec", ["k1"]))
    stage.press(Key.Key_V, Modifier.ControlModifier)
    assert stage.titles == ["Relation avec le patient", "Archivage", "Rédaction"]


def test_alt_and_arrows_move_a_skill_that_stays_the_current_one(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.page.list.board.show_skill("k1")
    stage.press(Key.Key_Down, Modifier.AltModifier)
    assert stage.titles[:2] == ["Relation avec le patient", "Rédaction"]
    assert stage.page.list.board.view.currentIndex().row() == 1
    stage.press(Key.Key_Up, Modifier.AltModifier)
    stage.press(Key.Key_Up, Modifier.AltModifier)
    assert stage.titles[0] == "Rédaction"


def test_a_removed_skill_comes_back_with_its_links_and_is_shown(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.page.list.board.show_skill("k1")
    stage.press(Key.Key_Delete)
    assert stage.titles == ["Relation avec le patient", "Archivage"]
    stage.session.undo()
    assert len(stage.skill("k1").links) == 3
    assert stage.page.list.board.current() == stage.skill("k1")


def test_the_two_vectors_of_the_method_stand_in_the_table(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.computed()
    assert cell(stage, 0, SkillColumn.ATROPHY) == "93 % Fo"
    assert cell(stage, 1, SkillColumn.ATROPHY) == "21 % à 43 % Fa–Mo"
    assert cell(stage, 1, SkillColumn.PRACTICE) == "57 % à 79 %"
    assert cell(stage, 2, SkillColumn.ATROPHY) == "–"
    assert "exposition faible à moyenne" in cell(stage, 1, SkillColumn.ATROPHY, Role.AccessibleTextRole)


def test_a_rating_changes_only_the_skills_it_matters_to(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.computed()
    notices: list[tuple[int, int]] = []
    model = stage.page.list.board.skills
    model.dataChanged.connect(lambda first, last: notices.append((first.row(), first.column())))
    stage.session.apply(ratings.rate([Cell("sec-9", Hypothesis.HIGH, Aspect.SUBSTITUTION)], Level.FORT))
    was = cell(stage, 0, SkillColumn.PRACTICE)
    wait_until(lambda: bool(notices))
    assert {row for row, _column in notices} == {0}
    assert was != cell(stage, 0, SkillColumn.PRACTICE) == "0 % à 7 %"


def test_the_panel_tells_the_description_the_scales_and_the_limits(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.session.apply(skills.describe_skill("sec", Skill("k1", "Rédaction"), "Écrire un courrier"))
    stage.computed()
    stage.page.list.board.show_skill("k1")
    assert stage.page.list.editor.toPlainText() == "Écrire un courrier"
    said = plain(stage.page.list.panel.words)
    assert "Vitale" in said
    assert "93 %" in said
    assert "ni une mesure, ni une prévision" in said


def test_a_description_typed_beside_the_table_is_kept_for_its_skill(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.page.list.board.show_skill("k1")
    stage.page.list.editor.setPlainText("Des courriers")
    stage.page.list.board.show_skill("k2")
    assert stage.skill("k1").description == "Des courriers"
    assert stage.page.list.editor.toPlainText() == ""


def test_where_a_proposed_skill_comes_from_is_shown(made: MakeStage) -> None:
    study = builders.skilled()
    found = study.professions[0]
    sourced = replace(found.skills[0], source="proposition de l’outil, à valider en atelier")
    stage = made(replace(study, professions=(replace(found, skills=(sourced, *found.skills[1:])),)))
    stage.page.list.board.show_skill("k1")
    assert "à valider en atelier" in stage.page.list.panel.words


def test_names_stay_in_sight_while_the_table_scrolls_to_the_right(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.page.resize(700, 600)
    turns()
    board = stage.page.list.board
    names = board.view.findChild(FrozenNames)
    assert names is not None
    assert names.isHidden()
    board.show_skill("k2", SkillColumn.BASELINE)
    turns()
    assert names.isVisible()
    board.show_skill("k2", SkillColumn.PRACTICE)
    turns()
    assert board.view.columnViewportPosition(SkillColumn.PRACTICE) >= names.width()
    QTest.mouseClick(names, Qt.MouseButton.LeftButton, pos=QPoint(10, names.height() // 2))
    turns()
    board.show_skill("k1")
    turns()
    assert names.isHidden()


def test_three_hundred_skills_are_shown(made: MakeStage) -> None:
    stage = made(many(300))
    assert stage.page.list.board.skills.rowCount() == 301
    stage.page.list.board.show_skill("k299")
    stage.press(Key.Key_Delete)
    assert len(stage.titles) == 299


@pytest.mark.usefixtures("english")
def test_words_are_english_when_english_is_spoken(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.computed()
    assert cell(stage, 0, SkillColumn.ATROPHY, Role.AccessibleTextRole).startswith("Rédaction, Atrophy: 93%")
