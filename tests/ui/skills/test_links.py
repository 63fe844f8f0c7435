"""The links between activities and skills: set, cleared, copied, pasted and refused by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from impactapp.domain.edits import skills, tasks
from impactapp.domain.edits.skills import LinkAddress
from impactapp.domain.skill import Link, Skill, Stage
from impactapp.domain.study import Study
from impactapp.ui.copying import copy_from
from impactapp.ui.models.link_cells import VALIDATED
from tests import builders
from tests.ui.results.stage import plain
from tests.ui.skills.stage import CTRL, SHIFT, Key, MakeStage
from tests.ui.skills.stage import Stage as Scene

Role = Qt.ItemDataRole


def told(scene: Scene) -> list[tuple[int, int, int, int]]:
    """The corners of each notice from now on."""
    notices: list[tuple[int, int, int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        notices.append((first.row(), first.column(), last.row(), last.column()))

    scene.page.links.model.dataChanged.connect(note)
    return notices


def shown(scene: Scene, row: int, column: int, role: Role = Role.DisplayRole) -> str:
    return plain(str(scene.page.links.model.index(row, column).data(role)))


def wide(skill_count: int, task_count: int) -> Study:
    """One profession, every skill linked to every activity."""
    listed = tuple(builders.task(number) for number in range(task_count))
    links = tuple(Link(task.id, 1 + number % 3) for number, task in enumerate(sorted(listed, key=lambda t: t.id)))
    made = tuple(Skill(f"k{number}", f"Compétence {number}", links=links) for number in range(skill_count))
    return builders.study(replace(builders.profession(1, listed), skills=made))


def test_the_model_keeps_qt_s_rules_through_edits_and_undo(made: MakeStage) -> None:
    scene = made(builders.skilled())
    model = scene.page.links.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    scene.session.apply(skills.set_intensities("sec", {LinkAddress("k3", "sec-1"): 2}))
    scene.session.apply(skills.add_skills("sec", [Skill("new", "Codage")]))
    scene.session.apply(tasks.remove_tasks("sec", ["sec-1"]))
    scene.session.apply(skills.rename_skill("sec", "k1", "Écriture"))
    while scene.session.undo():
        assert model.rowCount() in (9, 10)
    assert (model.rowCount(), model.columnCount()) == (10, 4)
    assert tester.model() is model


@pytest.mark.parametrize(("key", "intensity"), [(Key.Key_1, 1), (Key.Key_Eacute, 2), (Key.Key_3, 3)])
def test_a_digit_sets_the_intensity_and_undo_takes_it_back(made: MakeStage, key: Qt.Key, intensity: int) -> None:
    scene = made(builders.skilled())
    scene.open_links(0, 2)
    scene.press(key)
    assert scene.link("k3", "sec-1") == Link("sec-1", intensity)
    scene.session.undo()
    assert scene.link("k3", "sec-1") is None


@pytest.mark.parametrize("key", [Key.Key_0, Key.Key_Agrave, Key.Key_Delete, Key.Key_Backspace])
def test_zero_and_delete_take_a_link_away(made: MakeStage, key: Qt.Key) -> None:
    scene = made(builders.skilled())
    scene.open_links(1, 0)
    scene.press(key)
    assert scene.link("k1", "sec-2") is None


def test_a_digit_acts_on_all_selected_cells_as_one_step(made: MakeStage) -> None:
    scene = made(builders.skilled())
    scene.open_links(0, 1)
    scene.press(Key.Key_Down, SHIFT)
    scene.press(Key.Key_Right, SHIFT)
    scene.press(Key.Key_2)
    found = [scene.link(skill, task) for skill in ("k2", "k3") for task in ("sec-1", "sec-2")]
    assert [link.intensity for link in found if link] == [2, 2, 2, 2]
    # what was known of a link stays
    assert found[0] == Link("sec-1", 2, Stage.PRACTICE, True)
    scene.session.undo()
    assert scene.skill("k3").links == ()


def test_f_turns_formative_on_and_off(made: MakeStage) -> None:
    scene = made(builders.skilled())
    scene.open_links(8, 0)
    scene.press(Key.Key_F)
    assert scene.link("k1", "sec-9") == Link("sec-9", 1, None, True)
    scene.press(Key.Key_F)
    assert scene.link("k1", "sec-9") == Link("sec-9", 1)


@pytest.mark.parametrize(
    ("key", "stage"), [(Key.Key_T, Stage.THEORY), (Key.Key_P, Stage.PRACTICE), (Key.Key_M, Stage.METACOGNITION)]
)
def test_a_letter_sets_the_learning_stage_and_takes_it_back(made: MakeStage, key: Qt.Key, stage: Stage) -> None:
    scene = made(builders.skilled())
    scene.open_links(8, 0)
    scene.press(key)
    assert scene.link("k1", "sec-9") == Link("sec-9", 1, stage)
    scene.press(key)
    assert scene.link("k1", "sec-9") == Link("sec-9", 1)


def test_letters_on_a_cell_without_link_tell_what_to_do_first(made: MakeStage) -> None:
    scene = made(builders.skilled())
    scene.open_links(0, 2)
    scene.press(Key.Key_F)
    assert "donnez d’abord une intensité" in scene.informed[-1]
    assert scene.skill("k3").links == ()


def test_v_ticks_the_activities_of_the_selection_as_one_step(made: MakeStage) -> None:
    scene = made(builders.skilled())
    scene.open_links(3, 1)
    scene.press(Key.Key_Down, SHIFT)
    scene.press(Key.Key_V)
    assert [task.human_validates for task in scene.profession.tasks[3:5]] == [True, True]
    scene.session.undo()
    assert [task.human_validates for task in scene.profession.tasks[3:5]] == [False, False]


def test_space_ticks_and_delete_unticks_in_the_column_of_validation(made: MakeStage) -> None:
    scene = made(builders.skilled())
    scene.open_links(0, -1)
    assert scene.page.links.table.currentIndex().column() == VALIDATED
    scene.press(Key.Key_Space)
    assert scene.profession.tasks[0].human_validates
    scene.press(Key.Key_3)
    assert "se coche par V" in scene.informed[-1]
    scene.press(Key.Key_Delete)
    assert not scene.profession.tasks[0].human_validates


def test_a_cell_shows_figures_and_letters_and_says_them_in_words(made: MakeStage) -> None:
    scene = made(builders.skilled())
    assert shown(scene, 1, 1) == "3 F P"
    assert shown(scene, 8, 1) == "1"
    assert shown(scene, 1, VALIDATED) == "V"
    words = shown(scene, 1, 1, Role.AccessibleTextRole)
    assert "Rédaction" in words
    assert "formative" in words
    assert "pratique" in words
    assert "un humain valide" in scene.page.links.legend.text()


def test_a_block_is_copied_and_pasted_elsewhere(made: MakeStage) -> None:
    scene = made(builders.skilled())
    scene.open_links(0, 0)
    scene.press(Key.Key_Down, SHIFT)
    scene.press(Key.Key_Right, SHIFT)
    scene.press(Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "\t3\n3\t\n"
    scene.open_links(6, 1)
    scene.press(Key.Key_V, CTRL)
    assert scene.link("k3", "sec-7") == Link("sec-7", 3)
    assert scene.link("k2", "sec-8") == Link("sec-8", 3)
    scene.session.undo()
    assert scene.skill("k3").links == ()


def test_the_whole_table_is_copied_with_its_names_and_pastes_back_letters_included(made: MakeStage) -> None:
    scene = made(builders.skilled())
    scene.open_links(0, 0)
    before = scene.profession
    assert copy_from(scene.page).startswith("Tableau copié")
    table = QApplication.clipboard().text()
    assert table.split("\n")[0].split("\t")[:2] == ["", "Un humain valide"]
    assert "\t3 F P\t" in table
    assert scene.session.apply(skills.set_formative(before.id, [LinkAddress("k1", before.tasks[1].id)], False))
    scene.page.links.table.go_to(0, VALIDATED)
    scene.press(Key.Key_V, CTRL)
    assert scene.profession == before


@pytest.mark.parametrize("word", ["4", "-1", "x"])
def test_a_paste_that_is_no_intensity_names_its_cell_and_changes_nothing(made: MakeStage, word: str) -> None:
    scene = made(builders.skilled())
    before = scene.profession
    scene.open_links(0, 1)
    scene.paste(f"1\t2\n3\t{word}")
    assert len(scene.refused) == 1
    assert "Conception et rédaction" in scene.refused[0]
    assert "Archivage" in scene.refused[0]
    assert scene.profession is before


def test_a_block_beyond_the_last_row_or_skill_is_refused_whole(made: MakeStage) -> None:
    scene = made(builders.skilled())
    before = scene.profession
    scene.open_links(9, 1)
    scene.paste("1\n2")
    scene.paste("1\t2\t3")
    assert "1 ligne" in scene.refused[0]
    assert "1 colonne" in scene.refused[1]
    assert scene.profession is before


def test_a_pasted_column_of_validation_is_read_in_words(made: MakeStage) -> None:
    scene = made(builders.skilled())
    scene.open_links(0, -1)
    scene.paste("oui\t2\nnon\t1")
    assert [task.human_validates for task in scene.profession.tasks[:2]] == [True, False]
    assert scene.link("k1", "sec-1") == Link("sec-1", 2)
    scene.session.undo()
    assert [task.human_validates for task in scene.profession.tasks[:2]] == [False, True]
    scene.open_links(0, -1)
    scene.paste("peut-être")
    assert "ni oui ni non" in scene.refused[-1]


def test_tab_goes_on_and_ctrl_tab_leaves(made: MakeStage) -> None:
    scene = made(builders.skilled())
    scene.open_links(0, 0)
    scene.press(Key.Key_Tab)
    assert scene.page.links.table.currentIndex().column() == 2
    scene.press(Key.Key_Tab, CTRL)
    assert not scene.page.links.table.hasFocus()


def test_an_edit_announces_its_cell_and_no_other(made: MakeStage) -> None:
    scene = made(builders.skilled())
    notices = told(scene)
    scene.session.apply(skills.set_intensities("sec", {LinkAddress("k2", "sec-7"): 1}))
    scene.session.apply(skills.set_validated("sec-3", True))
    assert notices == [(6, 2, 6, 2), (2, VALIDATED, 2, VALIDATED)]


def test_links_of_a_removed_activity_go_and_come_back(made: MakeStage) -> None:
    scene = made(builders.skilled())
    scene.open_links(1, 0)
    scene.session.apply(tasks.remove_tasks("sec", ["sec-2"]))
    assert scene.link("k1", "sec-2") is None
    assert scene.page.links.model.rowCount() == 9
    scene.press(Key.Key_1)
    assert scene.refused == []
    scene.session.undo()
    scene.session.undo()
    assert scene.link("k1", "sec-2") == Link("sec-2", 3, Stage.PRACTICE, True)


def test_undo_shows_the_cell_it_changed(made: MakeStage) -> None:
    scene = made(builders.skilled())
    scene.open_links(0, 2)
    scene.press(Key.Key_3)
    scene.page.links.table.go_to(9, 1)
    scene.session.undo()
    current = scene.page.links.table.currentIndex()
    assert (current.row(), current.column()) == (0, 3)


def test_the_panel_says_what_the_link_weighs(made: MakeStage) -> None:
    scene = made(builders.skilled())
    scene.computed()
    scene.open_links(1, 0)
    said = plain(scene.page.links.panel.words)
    assert "43 % de la pratique" in said
    assert "formative" in said
    scene.page.links.table.go_to(1, VALIDATED)
    assert "Un humain valide" in scene.page.links.panel.words


def test_three_hundred_skills_and_thirty_activities_are_shown_and_edited(made: MakeStage) -> None:
    scene = made(wide(300, 30))
    scene.open_links(29, 299)
    scene.press(Key.Key_3)
    assert scene.link("k299", "t29") == Link("t29", 3)
    scene.press(Key.Key_A, CTRL)
    notices = told(scene)
    scene.press(Key.Key_1)
    assert len(notices) == 1
    assert {link.intensity for skill in scene.profession.skills for link in skill.links} == {1}
