"""Sites and services by keyboard: added, named, put in a site, moved, removed, pasted; each is one undo step."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QComboBox

from impactapp.domain.staff import Staffing, Unit, UnitKind
from impactapp.ui.models.unit_model import UnitColumn as Column
from tests import builders
from tests.exchange import staff_cases
from tests.ui.staff.conftest import Open
from tests.ui.staff.stage import ALT, Key, StaffStage, plain, wait_until, words_of


def titles(stage: StaffStage) -> list[str]:
    return [unit.title for unit in stage.staffing.units]


def test_an_empty_page_offers_the_first_service_and_its_name_is_typed_at_once(opened: Open) -> None:
    stage = opened(builders.secretary())
    stage.page.units._ways_in[0].click()
    stage.write("Médecine")
    (unit,) = stage.staffing.units
    assert (unit.title, unit.kind, unit.site_id) == ("Médecine", UnitKind.SERVICE, "")
    assert stage.session.undo()
    assert titles(stage) == ["Nouveau service"]


def test_all_units_removed_leave_the_focus_on_what_adds_one(opened: Open) -> None:
    stage = opened(staff_cases.staffed())
    table = stage.page.units.units.table
    table.setFocus()
    table.selectAll()
    stage.press(Key.Key_Delete)
    assert titles(stage) == []
    assert QApplication.focusWidget() is stage.page.units._ways_in[0]
    assert stage.session.undo()
    assert len(titles(stage)) > 1


def test_services_that_would_be_alike_keep_their_site(opened: Open) -> None:
    units = (Unit("n", "Nord", UnitKind.SITE), Unit("a", "Médecine", site_id="n"), Unit("b", "Médecine"))
    stage = opened(replace(builders.secretary(), staffing=Staffing(units)))
    stage.page.units.units.go_to("n")
    stage.press(Key.Key_Delete)
    assert stage.staffing.units == units
    assert plain(stage.refused[0]).startswith("Sans leur site, deux services s’appelleraient « Médecine »")


def test_a_service_is_added_in_the_site_where_one_stands(opened: Open) -> None:
    stage = opened(staff_cases.staffed())
    board = stage.page.units.units
    board.go_to("s")
    stage.press(Key.Key_Insert)
    stage.write("Urgences")
    assert stage.staffing.units[-1].site_id == "s"
    board.add_site()
    stage.write("Site Est")
    assert (stage.staffing.units[-1].kind, stage.staffing.units[-1].site_id) == (UnitKind.SITE, "")


def test_a_service_is_put_in_another_site_from_a_list(opened: Open) -> None:
    stage = opened(staff_cases.staffed())
    board = stage.page.units.units
    table = board.table
    table.go_to(board.model.row_of("a"), Column.SITE, editing=True)
    editor = next(box for box in table.viewport().findChildren(QComboBox))
    offered = [editor.itemText(at) for at in range(editor.count())]
    assert offered == ["Aucun site", "Site Nord", "Site Sud"]
    assert board.model.setData(board.model.index(board.model.row_of("a"), Column.SITE), "n")
    moved = stage.staffing.unit("a")
    assert moved is not None
    assert moved.site_id == "n"


def test_a_service_becomes_a_site_and_leaves_the_site_it_was_in(opened: Open) -> None:
    stage = opened(staff_cases.staffed())
    model = stage.page.units.units.model
    assert model.setData(model.index(model.row_of("w"), Column.KIND), "site")
    made = stage.staffing.unit("w")
    assert made is not None
    assert (made.kind, made.site_id) == (UnitKind.SITE, "")


def test_units_are_moved_and_removed_with_their_staff_and_come_back(opened: Open) -> None:
    stage = opened(staff_cases.staffed())
    before = stage.staffing
    board = stage.page.units.units
    board.go_to("s")
    stage.press(Key.Key_Up, ALT)
    assert titles(stage)[:2] == ["Site Nord", "Site Sud"]
    stage.session.undo()
    board.go_to("w")
    stage.press(Key.Key_Delete)
    assert stage.staffing.unit("w") is None
    assert all(line.unit_id != "w" for line in stage.staffing.lines)
    stage.session.undo()
    assert stage.staffing == before


def test_a_name_that_is_taken_is_refused_and_told(opened: Open) -> None:
    stage = opened(staff_cases.staffed())
    model = stage.page.units.units.model
    assert not model.setData(model.index(model.row_of("s"), Column.TITLE), "site nord")
    assert len(stage.refused) == 1


def test_a_pasted_list_adds_services_in_one_step_and_tells_what_it_left_out(opened: Open) -> None:
    stage = opened(staff_cases.staffed())
    board = stage.page.units.units
    board.go_to("n")
    stage.paste(board.table, "Urgences\nMédecine\nGériatrie\n")
    assert [(unit.title, unit.site_id) for unit in stage.staffing.units[-2:]] == [("Urgences", "n"), ("Gériatrie", "n")]
    assert "2 services ajoutés." in plain(stage.informed[-1])
    assert "Médecine" in stage.informed[-1]
    stage.session.undo()
    assert len(stage.staffing.units) == 5


def test_a_site_shows_the_sums_and_the_time_exposed_of_its_services(opened: Open) -> None:
    stage = opened(staff_cases.staffed())
    table = stage.page.units.units.table
    wait_until(lambda: words_of(table)[0][Column.EXPOSED] != "–")
    assert words_of(table)[0] == ["Site Nord", "Site", "", "22", "19,1", "7,6 à 11,5 ETP"]
    assert words_of(table)[1][:4] == ["Médecine", "Service", "Site Nord", "20"]
    assert words_of(table)[2][Column.EXPOSED] == "0 à 7,5 ETP"


def test_nothing_to_paste_is_told(opened: Open) -> None:
    stage = opened(builders.secretary())
    stage.page.units.units.paste()
    assert stage.staffing == Staffing()
    assert len(stage.refused) == 1
