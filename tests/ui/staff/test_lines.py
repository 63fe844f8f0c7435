"""The staff of each profession in a unit: numbers typed and pasted, sums compared in words, and taken over."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from impactapp.domain.edits.staff import set_staff
from impactapp.domain.staff import StaffLine
from impactapp.ui.models.staff_model import AGREEMENT, FIRST
from tests.exchange import staff_cases
from tests.ui.staff.conftest import Open
from tests.ui.staff.stage import Key, StaffStage, plain, words_of

SECRETARY, AIDE, NEW = 0, 1, 2
FTE = FIRST + 1


@pytest.fixture
def ward(opened: Open) -> StaffStage:
    """The staff of Médecine, Site Nord."""
    stage = opened(staff_cases.staffed())
    stage.page.show_task("w")
    return stage


def line(stage: StaffStage, row: int, unit: str = "w") -> StaffLine:
    return stage.staffing.line(stage.study.professions[row].id, unit)


def test_the_unit_of_the_current_row_is_the_one_whose_staff_is_shown(ward: StaffStage) -> None:
    staff = ward.page.units.staff
    assert plain(staff.heading.text()) == "Effectifs : Médecine"
    assert words_of(staff.table)[SECRETARY][:4] == ["Secrétaire médicale", "20", "17,1", "15"]
    ward.page.units.units.go_to("n")
    assert plain(staff.heading.text()) == "Effectifs : Site Nord, hors de ses services"
    ward.page.units.units.go_to("a")
    assert words_of(staff.table)[SECRETARY][:3] == ["Secrétaire médicale", "14", "11,2"]
    assert words_of(staff.table)[AIDE][FTE] == "2"


def test_numbers_are_typed_as_french_users_write_them(ward: StaffStage) -> None:
    table = ward.page.units.staff.table
    ward.type(table, AIDE, FIRST, "1 200")
    ward.type(table, AIDE, FTE, "12,5")
    assert (line(ward, AIDE).headcount, line(ward, AIDE).fte) == (1200, 12.5)
    ward.session.undo()
    assert line(ward, AIDE) == StaffLine("aide", "w", 1200)


def test_a_number_typed_while_a_large_change_is_written_leaves_what_that_brings(ward: StaffStage) -> None:
    model = ward.page.units.staff.table.model()
    ward.session.carry_out(set_staff([StaffLine("aide", "w", 77)], ""), 1000)
    assert ward.session.is_writing
    assert model.setData(model.index(AIDE, FTE), "12")
    assert line(ward, AIDE) == StaffLine("aide", "w", 77, 12.0)


def test_a_number_that_contradicts_its_line_is_kept_and_told_at_once(ward: StaffStage) -> None:
    table = ward.page.units.staff.table
    ward.type(table, AIDE, FIRST, "10")
    ward.type(table, AIDE, FTE, "12")
    assert ward.informed == []
    ward.type(table, AIDE, FTE, "12,5")
    assert line(ward, AIDE).fte == 12.5
    assert [plain(said) for said in ward.informed] == [
        "12,5 ETP pour 10 personnes : plus de 1,2 par personne, corrigez l’un des deux."
    ]
    ward.type(table, AIDE, FIRST + 2, "8")
    assert len(ward.informed) == 1
    ward.type(table, AIDE, FIRST + 3, "3")
    assert plain(ward.informed[-1]).startswith("11 expérimentés ou en formation pour 10 personnes")
    ward.type(table, AIDE, FIRST, "9")
    assert "12,5 ETP pour 9" in plain(ward.informed[-1])
    assert "11 expérimentés ou en formation pour 9" in plain(ward.informed[-1])


@pytest.mark.parametrize(("column", "typed"), [(FIRST, "12,5"), (FTE, "beaucoup"), (FTE, "-1"), (FIRST + 4, "1.200")])
def test_a_refused_number_is_told_and_offered_again(ward: StaffStage, column: int, typed: str) -> None:
    before = ward.study
    ward.type(ward.page.units.staff.table, AIDE, column, typed)
    assert ward.study is before
    assert len(ward.refused) == 1
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == typed


def test_delete_empties_a_number_and_a_line_that_says_nothing_goes(ward: StaffStage) -> None:
    table = ward.page.units.staff.table
    for column in (FIRST, FTE, FIRST + 2):
        table.setCurrentIndex(table.model().index(SECRETARY, column))
        table.setFocus()
        ward.press(Key.Key_Delete)
    assert line(ward, SECRETARY).is_empty
    assert all(found.unit_id != "w" for found in ward.staffing.lines)


def test_the_sum_is_compared_with_the_profession_in_words(ward: StaffStage) -> None:
    rows = words_of(ward.page.units.staff.table)
    assert rows[SECRETARY][AGREEMENT] == "36 personnes, 2 de plus que l’effectif du métier\n30,3 ETP, 0,3 de plus"
    assert rows[AIDE][AGREEMENT] == (
        "8 personnes, 1 de moins que l’effectif du métier\n9,5 ETP ; les ETP du métier ne sont pas renseignés"
    )
    assert rows[NEW][AGREEMENT].startswith("4 personnes ; l’effectif du métier n’est pas renseigné")


def test_the_sum_is_taken_over_in_one_step(ward: StaffStage) -> None:
    staff = ward.page.units.staff
    before = ward.study
    staff.table.setCurrentIndex(staff.model.index(SECRETARY, FIRST))
    button = staff.tools.buttons[0]
    assert button.isEnabled()
    button.click()
    profession = ward.study.professions[SECRETARY]
    assert (profession.headcount, profession.fte) == (36, 30.3)
    assert words_of(staff.table)[SECRETARY][AGREEMENT] == "36 personnes, comme le métier\n30,3 ETP, comme le métier"
    assert not button.isEnabled()
    ward.session.undo()
    assert ward.study == before


def test_a_block_of_numbers_is_laid_from_the_current_cell(ward: StaffStage) -> None:
    table = ward.page.units.staff.table
    table.setCurrentIndex(table.model().index(AIDE, FIRST))
    ward.paste(table, "3\t2,5\n4\t\n")
    assert line(ward, AIDE) == StaffLine("aide", "w", 3, 2.5)
    assert line(ward, NEW) == StaffLine("new", "w", 4)
    ward.session.undo()
    assert line(ward, AIDE).is_empty


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1\n2\n3", "dépasse de 1 ligne"),
        ("1\t2\t3\t4\t5\t6\t7", "dépasse de 1 colonne"),
        ("3\tdeux", "colonne « ETP »"),
        ("  ", "Rien à coller"),
    ],
)
def test_a_block_that_does_not_fit_or_read_changes_nothing_and_says_why(ward: StaffStage, text: str, said: str) -> None:
    before = ward.study
    table = ward.page.units.staff.table
    table.setCurrentIndex(table.model().index(AIDE, FIRST))
    ward.paste(table, text)
    assert ward.study is before
    assert said in plain(ward.refused[-1])


def test_a_table_that_names_professions_and_services_goes_where_it_says(ward: StaffStage) -> None:
    text = (
        "Service\tMétier\tETP\tEffectif\n=Chirurgie\taide-soignant\t6,5\t7\n"
        "Site Sud\tAmbulancier\t1\t1\nMédecine\tAmbulancier\t2\t2\nSite Sud\tFossoyeur\t1\t1\n"
    )
    ward.paste(ward.page.units.staff.table, text)
    assert line(ward, AIDE, "a") == StaffLine("aide", "a", 7, 6.5, departures=1.5)
    assert line(ward, NEW, "s") == StaffLine("new", "s", 1, 1.0)
    # two services have this name
    assert plain(ward.informed[-1]).endswith("« Ambulancier, Médecine », « Fossoyeur, Site Sud ».")


def test_a_table_without_headings_is_read_in_the_order_of_the_columns(ward: StaffStage) -> None:
    ward.paste(ward.page.units.staff.table, "Aide-soignant\t7\t6,5\t5\n")
    assert line(ward, AIDE) == StaffLine("aide", "w", 7, 6.5, 5)
