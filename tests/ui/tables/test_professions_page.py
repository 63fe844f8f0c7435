"""Professions by category: added, named, moved and removed by keyboard, with totals that say what they leave out."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit

from impactapp.domain.level import Level
from impactapp.domain.profession import Category, Profession
from impactapp.domain.study import Study
from impactapp.ui.models.profession_model import ProfessionColumn as Column
from impactapp.ui.pages.professions_page import ProfessionsPage
from tests import builders
from tests.ui.tables.stage import ALT, CTRL, Key, MakeStage, Stage

Open = Callable[[Study], Stage]
NBSP = "\u00a0"


def hospital() -> Study:
    """Two categories; in the order of the study they are mixed."""
    aide = Profession("aide", "Aide-soignant", Category.CARE, 120, 110.5)
    secretary = Profession("sec", "Secrétaire", Category.ADMINISTRATIVE, 34, 30.0, (builders.task(1),))
    nurse = Profession("ide", "Infirmier", Category.CARE, None, 80.0)
    return builders.study(aide, secretary, nurse)


@pytest.fixture
def opened(made: MakeStage) -> Open:
    """The page of professions on a study; its model is checked at each signal."""

    def open_on(study: Study) -> Stage:
        stage = made(ProfessionsPage, study)
        table = stage.page.table
        QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, table)
        return stage

    return open_on


def page(stage: Stage) -> ProfessionsPage:
    assert isinstance(stage.page, ProfessionsPage)
    return stage.page


def stand_on(stage: Stage, profession_id: str, column: Column = Column.TITLE) -> None:
    stage.at(page(stage).model.row_of(profession_id), column)


def order(stage: Stage) -> list[str]:
    return [profession.id for profession in stage.study.professions]


def edit(stage: Stage, profession_id: str, column: Column, words: str) -> None:
    stand_on(stage, profession_id, column)
    stage.press(Key.Key_F2)
    stage.type(words)


def test_professions_stand_under_their_category_with_totals(opened: Open) -> None:
    stage = opened(hospital())
    rows = [[cell.replace(NBSP, " ") for cell in row[:4]] for row in stage.shown]
    assert rows == [
        ["Personnel administratif", "", "34", "30"],
        ["Secrétaire", "Personnel administratif", "34", "30"],
        ["Personnel soignant", "", "120 + ?", "190,5"],
        ["Aide-soignant", "Personnel soignant", "120", "110,5"],
        ["Infirmier", "Personnel soignant", "–", "80"],
        ["Total de l’étude", "", "154 + ?", "220,5"],
    ]


def test_the_current_row_is_the_profession_of_all_pages(opened: Open) -> None:
    stage = opened(hospital())
    stand_on(stage, "ide")
    assert stage.profession.id == "ide"
    stage.session.choose_profession("sec")
    current = page(stage).current()
    assert current is not None
    assert current.id == "sec"


@pytest.mark.parametrize(("typed", "fte"), [("12,5", 12.5), ("12.5", 12.5), ("1 200", 1200.0), ("", None)])
def test_fte_are_typed_as_people_write_them(opened: Open, typed: str, fte: float | None) -> None:
    stage = opened(hospital())
    edit(stage, "aide", Column.FTE, typed)
    changed = stage.study.profession("aide")
    assert changed is not None
    assert changed.fte == fte


@pytest.mark.parametrize(
    ("column", "typed"),
    [(Column.HEADCOUNT, "12,5"), (Column.HEADCOUNT, "beaucoup"), (Column.FTE, "-1"), (Column.FTE, "1,2,3")],
)
def test_refused_numbers_are_told_and_offered_again(opened: Open, column: Column, typed: str) -> None:
    stage = opened(hospital())
    before = stage.study
    edit(stage, "aide", column, typed)
    assert stage.study is before
    assert len(stage.refused) == 1
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == typed


def test_more_fte_than_the_persons_can_work_are_kept_and_told_at_once(opened: Open) -> None:
    stage = opened(hospital())
    edit(stage, "aide", Column.FTE, "12")
    edit(stage, "aide", Column.HEADCOUNT, "10")
    assert stage.informed == []
    edit(stage, "aide", Column.FTE, "12,5")
    (said,) = stage.informed
    assert said.startswith("12,5 ETP pour 10 personnes")
    assert stage.refused == []


def test_a_name_that_is_taken_is_refused(opened: Open) -> None:
    stage = opened(hospital())
    edit(stage, "aide", Column.TITLE, "infirmier")
    assert len(stage.refused) == 1
    stage.press(Key.Key_Escape)
    assert stage.study.professions[0].title == "Aide-soignant"


def test_a_category_is_chosen_in_a_list_that_is_named(opened: Open) -> None:
    stage = opened(hospital())
    stand_on(stage, "ide", Column.CATEGORY)
    table = stage.page.table
    table.edit(table.currentIndex())
    box = table.viewport().findChild(QComboBox)
    assert isinstance(box, QComboBox)
    assert any(label.buddy() is box and label.text() == "Catégorie" for label in table.findChildren(QLabel))
    place = box.findData(Category.MEDICAL.value)
    box.setCurrentIndex(place)
    box.activated.emit(place)
    changed = stage.study.profession("ide")
    assert changed is not None
    assert changed.category is Category.MEDICAL
    assert [row[0] for row in stage.shown][4:6] == ["Personnel médical", "Infirmier"]
    assert stage.profession.id == "ide"


def test_insert_adds_a_row_of_the_same_category_and_names_it(opened: Open) -> None:
    stage = opened(hospital())
    stand_on(stage, "ide")
    stage.press(Key.Key_Insert)
    stage.type("Puéricultrice")
    added = stage.study.professions[-1]
    assert (added.title, added.category) == ("Puéricultrice", Category.CARE)
    assert stage.profession.id == added.id


def test_two_empty_rows_have_names_of_their_own(opened: Open) -> None:
    stage = opened(builders.study())
    page(stage).add_empty()
    stage.press(Key.Key_Escape)
    page(stage).add_empty()
    stage.press(Key.Key_Escape)
    assert [profession.title for profession in stage.study.professions] == ["Nouveau métier", "Nouveau métier (2)"]


def test_alt_arrows_move_inside_the_category_only(opened: Open) -> None:
    stage = opened(hospital())
    stand_on(stage, "ide")
    stage.press(Key.Key_Up, ALT)
    assert order(stage) == ["ide", "aide", "sec"]
    stage.press(Key.Key_Up, ALT)
    assert order(stage) == ["ide", "aide", "sec"]
    stage.press(Key.Key_Down, ALT)
    assert [row[0] for row in stage.shown if row[0] in ("Infirmier", "Aide-soignant")] == ["Aide-soignant", "Infirmier"]


def test_a_duplicate_has_its_own_name_and_activities(opened: Open) -> None:
    stage = opened(hospital())
    stand_on(stage, "sec")
    stage.press(Key.Key_D, CTRL)
    stage.type("Secrétaire de direction")
    copy = stage.profession
    assert copy.title == "Secrétaire de direction"
    assert [task.title for task in copy.tasks] == ["Activité 1"]
    assert copy.tasks[0].id != "t1"


def test_delete_removes_without_asking_and_undo_brings_back(opened: Open) -> None:
    stage = opened(hospital())
    before = stage.study.professions
    stand_on(stage, "aide")
    stage.press(Key.Key_Delete)
    assert order(stage) == ["sec", "ide"]
    stage.session.undo()
    assert stage.study.professions == before


def test_the_rate_appears_when_it_is_known(opened: Open, qtbot: object) -> None:
    done = builders.profession(2, tuple(builders.task(n, Level.FORT, Level.FORT) for n in (1, 2)))
    half = replace(builders.profession(3, (builders.task(3, None, Level.FORT),)), id="p3")
    stage = opened(builders.study(done, half))
    rows = {row[0]: row[Column.RATE] for row in stage.shown}
    while rows["Métier 2"] == "–":
        QApplication.processEvents()
        rows = {row[0]: row[Column.RATE] for row in stage.shown}
    assert rows == {
        "Personnel administratif": "",
        "Métier 2": f"100{NBSP}%",
        "Métier 3": "–",
        "Total de l’étude": "",
    }


def test_help_says_where_the_number_of_the_column_comes_from(opened: Open) -> None:
    stage = opened(hospital())
    stand_on(stage, "aide", Column.RATE)
    assert "règle de l’étude" in stage.page.help_text()
    stand_on(stage, "aide", Column.FTE)
    assert "saisis par le groupe" in stage.page.help_text()
