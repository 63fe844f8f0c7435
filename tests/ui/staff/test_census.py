"""The official count: files read off the window's thread, the establishment found, its count beside the study's."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from shiboken6 import isValid

from impactapp.domain.staff import Staffing
from impactapp.ui import theme
from impactapp.ui.background import Ticket
from impactapp.ui.dropped_files import sort_files
from impactapp.ui.pages.professions_page import CENSUS, UNITS
from impactapp.ui.session import Session
from impactapp.ui.widgets.staff.census_dialog import FTE, PERSONS, CensusDialog
from impactapp.ui.widgets.tables.delegate import PADDING
from tests import builders
from tests.exchange import staff_cases
from tests.exchange.sources.made_up import name_file, staff_file
from tests.ui.staff.conftest import Open
from tests.ui.staff.stage import Key, StaffStage, plain, turns, wait_until, words_of

NORTH = {"fi": "2A0000014", "fi_ej": "2A0000089", "effpnm_autadm": "34", "etppnm_autadm": "31,5", "effpnm_aid": "12"}
SOUTH = {"fi": "010000024", "fi_ej": "2A0000089", "effpnm_aid": "3", "etppnm_tot_pnm": "4"}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """The two files of a year, with a line that is cut."""
    staff = staff_file(tmp_path, NORTH, SOUTH)
    with staff.open("ab") as written:
        written.write(b"020000000;020000")
    return [staff, name_file(tmp_path)]


@pytest.fixture
def empty(opened: Open) -> StaffStage:
    """The page without a count."""
    return opened(builders.secretary(), CENSUS)


@pytest.fixture
def dialog(empty: StaffStage, files: list[Path]) -> Iterator[CensusDialog]:
    """The dialog, once the files are read."""
    empty.page.take_sources(files)
    made = empty.page.census.dialog
    assert made is not None
    wait_until(made.search.isEnabled)
    yield made
    if isValid(made):
        made.close()


def found(dialog: CensusDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_a_study_that_cannot_be_written_offers_no_count(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Session, "is_writable", property(lambda _self: False))
    page = opened(builders.secretary(), CENSUS).page
    assert not page.census._choose.isEnabled()
    page.tabs.choose(UNITS)
    assert not any(button.isEnabled() for button in page.units._ways_in)


def test_figures_of_thousands_are_read_whole(dialog: CensusDialog) -> None:
    dialog.search.setText("ile ajac")
    needed = dialog.table.fontMetrics().horizontalAdvance("12\u202f345,67") + theme.px(2 * PADDING)
    for wide in (980, 760):
        dialog.resize(wide, 620)
        turns()
        assert dialog.table.columnWidth(FTE) >= needed
        assert dialog.table.columnWidth(PERSONS) >= needed


def test_the_establishment_is_found_as_one_types_and_its_groups_are_shown(dialog: CensusDialog) -> None:
    assert plain(dialog.read.text()) == "SAE 2024 : 2 établissements. Cherchez le vôtre."
    assert not dialog.take.isEnabled()
    dialog.search.setText("ile ajac")
    assert found(dialog) == ["CH DE L’ÎLE"]
    assert "2024, CH DE L’ÎLE (2A0000014)" in plain(dialog.source.text())
    rows = words_of(dialog.table)
    assert ["Autres personnels administratifs", "Personnel administratif", "34", "31,5"] in rows
    assert rows[-1] == ["Total", "", "46", "31,5"]
    dialog.search.setText("nulle part")
    assert found(dialog) == []
    assert not dialog.take.isEnabled()


def test_a_line_left_out_and_a_total_that_is_not_the_sum_are_told(dialog: CensusDialog) -> None:
    assert dialog.refused.count() == 1
    assert "SYGEN_2024r.csv, ligne 4 : " in plain(dialog.refused.item(0).text())
    dialog.search.setText("010000024")
    assert plain(dialog.totals.text()).startswith("Le fichier totalise 4 ETP de personnel non médical (ETPPNM_TOT_PNM)")


def test_a_legal_entity_is_taken_whole(dialog: CensusDialog) -> None:
    dialog.search.setText("ajaccio")
    dialog.legal.setChecked(True)
    assert dialog.census is not None
    assert (dialog.census.code, dialog.census.place) == ("2A0000089", "CH DE L’ÎLE + CŒUR DU SUD")
    assert words_of(dialog.table)[0][2] == "15"


def test_the_count_taken_over_stands_beside_the_study_with_its_source(dialog: CensusDialog, empty: StaffStage) -> None:
    dialog.search.setText("ajaccio")
    dialog.take.click()
    turns()
    tab = empty.page.census
    assert plain(tab.source.text()) == (
        "Source : DREES, statistique annuelle des établissements (SAE), 2024, CH DE L’ÎLE (2A0000014)"
    )
    row = next(row for row in words_of(tab.table) if row[0] == "Personnel administratif")
    assert row[1:] == ["34", "34", "0", "31,5", "30", "−1,5", "l’étude couvre 34 des 34 personnes"]
    assert empty.session.undo()
    assert empty.staffing == Staffing()


def test_cancelling_changes_nothing(dialog: CensusDialog, empty: StaffStage) -> None:
    dialog.search.setText("ajaccio")
    dialog.reject()
    turns()
    assert empty.staffing.census is None
    assert empty.page.census.dialog is None


def test_a_file_that_is_none_of_these_closes_the_dialog_with_a_sentence(empty: StaffStage, tmp_path: Path) -> None:
    other = tmp_path / "autre.csv"
    other.write_text("a;b\n1;2\n", encoding="utf-8")
    empty.page.take_sources([other])
    wait_until(lambda: bool(empty.refused))
    assert "autre.csv" in empty.refused[0]
    assert empty.page.census.dialog is None


def test_a_count_is_removed_and_comes_back(opened: Open) -> None:
    stage = opened(staff_cases.staffed(), CENSUS)
    rows = words_of(stage.page.census.table)
    assert [row[0] for row in rows][:2] == ["Personnel de direction", "Personnel administratif"]
    assert rows[0][-1] == "aucun effectif dans l’étude"
    assert rows[2][-1] == "4 personnes de plus que dans la source officielle"
    stage.page.census.remove()
    assert stage.staffing.census is None
    stage.session.undo()
    assert stage.staffing.census == staff_cases.CENSUS


def test_files_of_the_sae_are_told_from_tables_that_come_back(files: list[Path], tmp_path: Path) -> None:
    other = tmp_path / "retour.csv"
    other.write_text("Métier;Activité\n", encoding="utf-8")
    absent = tmp_path / "absent.csv"
    sorted_out = sort_files([*files, other, absent], Ticket(), has_sittings=False)
    assert sorted_out.sae == tuple(files)
    assert sorted_out.others == (other, absent)


def test_enter_leads_from_the_words_to_the_list_and_takes_its_line_once(
    dialog: CensusDialog, empty: StaffStage
) -> None:
    dialog.search.setText("ajaccio")
    empty.press(Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.list.hasFocus()
    empty.press(Key.Key_Return)
    assert empty.staffing.census is not None
    assert empty.session.undo()
    assert empty.staffing == Staffing()


def test_without_the_file_of_names_the_search_says_what_to_add(empty: StaffStage, files: list[Path]) -> None:
    empty.page.take_sources(files[:1])
    dialog = empty.page.census.dialog
    assert dialog is not None
    wait_until(dialog.search.isEnabled)
    dialog.search.setText("ajaccio")
    assert "ajoutez le fichier ID" in dialog.found.text()
    dialog.close()


def test_of_many_lines_left_out_the_first_are_listed_and_the_others_counted(empty: StaffStage, tmp_path: Path) -> None:
    wrong = [{**SOUTH, "fi": f"0100{number:05}", "effpnm_aid": "x"} for number in range(130)]
    empty.page.take_sources([staff_file(tmp_path, NORTH, *wrong)])
    dialog = empty.page.census.dialog
    assert dialog is not None
    wait_until(dialog.search.isEnabled)
    assert dialog.refused.count() == 101
    assert plain(dialog.refused.item(100).text()) == "et 30 autres lignes laissées de côté"
    dialog.close()
