"""« Consolidation », part by part: a profession by establishment, sites and services, and what an empty part says."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from impactapp.ui import theme
from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.rollup_page import LINES, PLACES, QUESTIONS, SITES, UNITS, RollUpPage
from tests.rollup_builders import hospital, staffed, titled, written
from tests.ui.incoming.stage import press
from tests.ui.rollup.stage import column, drop, settle

Key = Qt.Key


def test_enter_on_a_profession_shows_it_from_an_establishment_to_the_next(
    window: MainWindow, page: RollUpPage, tmp_path: Path
) -> None:
    without = hospital(4)
    without = replace(without, professions=without.professions[1:])
    drop(window, page, *written(tmp_path / "studies", staffed(1), hospital(2), without))
    page.tables[LINES].go_to(0, 0)
    press(page.tables[LINES], Key.Key_Return)
    assert page.tabs.current == PLACES
    model = page.places.model
    assert page.places.choice.currentText() == "Métier 0"
    assert column(model, 0) == ["CH 1", "CH 1", "CH 1", "CH 2", "CH 4"]
    assert column(model, 2) == ["–", "Médecine", "Chirurgie", "–", "–"]
    assert column(model, 4) == ["1,1", "3,5", "6,25", "2,2", "–"]
    assert (column(model, 8)[0], column(model, 8)[-1]) == ("", "Absent de cette étude.")
    assert [model.index(row, 0).data(Qt.ItemDataRole.FontRole) is not None for row in range(5)] == [
        *(True, False, False),
        *(True, True),
    ]


def test_the_profession_compared_stays_the_same_when_it_becomes_one_with_another(
    window: MainWindow, page: RollUpPage, tmp_path: Path
) -> None:
    drop(window, page, *written(tmp_path / "studies", titled(1, "Secrétaire"), titled(2, "Secrétaires")))
    page.tabs.choose(PLACES)
    page.places.choice.setCurrentIndex(page.places.choice.findText("Secrétaires"))
    assert column(page.places.model, 8)[0] == "Absent de cette étude."
    page.rolling.answer(page.rolling.questions[0].likeness.pair, is_same=True)
    settle(page)
    assert page.places.choice.currentText().startswith("Secrétaire (aussi : Secrétaires)".replace(" :", "\u00a0:"))
    assert column(page.places.model, 0) == ["CH 1", "CH 2"]
    assert "Absent" not in " ".join(column(page.places.model, 8))


def test_sums_of_units_are_bold_and_an_empty_part_says_why(
    window: MainWindow, page: RollUpPage, tmp_path: Path
) -> None:
    drop(window, page, *written(tmp_path / "studies", hospital(2)))
    assert page.units.said.text().startswith("Aucune des études lues")
    assert "ont été lus" in page.refused.said.text()
    drop(window, page, *written(tmp_path / "more", staffed(1)))
    assert "en gras" in page.units.said.text()
    model = page.models[UNITS]
    bold = [model.index(row, 0).data(Qt.ItemDataRole.FontRole) is not None for row in range(model.rowCount())]
    assert bold == [one == "Tous les métiers" for one in column(model, 3)]
    assert "ETP sur" in column(page.models[SITES], 6)[-1]


def test_the_first_question_can_be_answered_at_once(window: MainWindow, page: RollUpPage, tmp_path: Path) -> None:
    drop(window, page, *written(tmp_path / "studies", titled(1, "Secrétaire"), titled(2, "Secrétaires")))
    page.tabs.choose(QUESTIONS)
    QTest.mouseClick(page.questions.same, Qt.MouseButton.LeftButton)
    settle(page)
    assert page.models[LINES].rowCount() == 3


def test_of_many_establishments_a_question_names_the_first_few(
    window: MainWindow, page: RollUpPage, tmp_path: Path
) -> None:
    many = [titled(number, "Secrétaire médicale") for number in range(6)]
    drop(window, page, *written(tmp_path / "studies", *many, titled(6, "Secrétaire médical")))
    (said,) = column(page.questions.model, 0)
    assert said == "Secrétaire médicale — CH 0, CH 1, CH 2, CH 3 et 2 autres"


@pytest.mark.parametrize("name", [LINES, PLACES, QUESTIONS])
def test_in_a_small_window_with_large_letters_each_table_keeps_its_height(
    window: MainWindow, page: RollUpPage, tmp_path: Path, name: str
) -> None:
    theme.signals().choose(theme.Scheme.LIGHT, 2.0)
    window.resize(1280, 720)
    drop(window, page, *written(tmp_path / "studies", titled(1, "Secrétaire"), titled(2, "Secrétaires")))
    page.tabs.choose(name)
    QApplication.processEvents()
    tables = {LINES: page.tables[LINES], PLACES: page.places.table, QUESTIONS: page.questions.table}
    height = tables[name].height()
    theme.signals().choose(theme.Scheme.LIGHT, 1.0)
    assert height >= 400
    assert window.width() == 1280


def test_a_long_title_leaves_the_page_its_width(window: MainWindow, page: RollUpPage, tmp_path: Path) -> None:
    drop(window, page, *written(tmp_path / "studies", titled(1, "Profession au long intitulé " * 12), hospital(2)))
    page.tabs.choose(PLACES)
    QApplication.processEvents()
    assert window.width() == 1280
    assert page.places.choice.geometry().right() <= page.places.width() <= page.width()


def test_studies_are_read_again_as_they_are_now_and_answers_stay(
    window: MainWindow, page: RollUpPage, tmp_path: Path
) -> None:
    studies = (titled(1, "Secrétaire"), titled(2, "Secrétaires"))
    first, second = written(tmp_path / "studies", *studies)
    drop(window, page, first, second)
    page.rolling.answer(page.rolling.questions[0].likeness.pair, is_same=True)
    settle(page)
    Path(first).unlink()
    profession, *others = studies[0].professions
    written(tmp_path / "studies", replace(studies[0], professions=(replace(profession, fte=50.0), *others)))
    Path(second).unlink()
    page.rolling.reread()
    settle(page)
    assert column(page.models[SITES], 0) == ["CH 1"]
    assert column(page.models[LINES], 3)[0] == "50"
    assert page.tabs.bar.tabText(5).endswith("(1)")
    written(tmp_path / "studies", studies[1])
    page.rolling.reread()
    settle(page)
    assert column(page.models[SITES], 0) == ["CH 1", "CH 2"]
    assert page.models[LINES].rowCount() == 3


def test_cancelling_a_second_reading_keeps_the_first(window: MainWindow, page: RollUpPage, tmp_path: Path) -> None:
    drop(window, page, *written(tmp_path / "studies", *map(hospital, range(4))))
    page.rolling.reread()
    page.rolling.cancel()
    settle(page)
    assert len(column(page.models[SITES], 0)) == len(page.rolling.files) == 4
