"""An official count in the window: dropped anywhere, asked for from the menu; findings lead to its place."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from impactapp.domain.staff import Staffing, StaffLine
from impactapp.ui.main_window import MainWindow
from impactapp.ui.pages.professions_page import CENSUS, UNITS, ProfessionsPage
from tests import builders
from tests.exchange import staff_cases
from tests.exchange.sources.made_up import name_file, staff_file
from tests.ui.incoming.stage import wait_until
from tests.ui.shell.test_window import drop


def page(window: MainWindow) -> ProfessionsPage:
    shown = window.page
    assert isinstance(shown, ProfessionsPage)
    return shown


def test_files_of_the_sae_dropped_on_any_page_open_the_choice_of_the_establishment(
    opened: MainWindow, tmp_path: Path
) -> None:
    opened.go("rating")
    paths = [staff_file(tmp_path, {"fi": "010000024", "effpnm_aid": "3"}), name_file(tmp_path)]
    assert drop(opened, *paths)
    wait_until(lambda: opened.step == "professions")
    dialog = page(opened).census.dialog
    assert dialog is not None
    wait_until(dialog.search.isEnabled)
    dialog.search.setText("sud")
    assert dialog.census is not None
    dialog.reject()


def test_the_menu_asks_for_the_files(opened: MainWindow) -> None:
    opened.actions_by_menu.by_key["official"].trigger()
    asked = opened.findChild(QFileDialog)
    assert asked is not None
    assert asked.fileMode() is QFileDialog.FileMode.ExistingFiles
    assert page(opened).tabs.current == CENSUS
    asked.close()


def test_findings_on_staff_lead_to_the_unit_and_to_the_count(window: MainWindow, study_path: Path) -> None:
    units = (staff_cases.NORTH, staff_cases.ALONE)
    lines = (StaffLine("sec", "n", 4, 6.0), StaffLine("sec", "a", 40, 20.0))
    staffing = Staffing(units, lines, replace(staff_cases.CENSUS, lines=staff_cases.CENSUS.lines[1:]))
    assert window.session.create(study_path, replace(builders.secretary(), staffing=staffing))
    window.commands.check_study()
    shown = window.side_panel.list
    items = [shown.item(row) for row in range(shown.count())]
    assert any("10 personnes de plus que le métier" in item.text().replace("\u00a0", " ") for item in items)
    above = next(item for item in items if "6 ETP pour 4" in item.text().replace("\u00a0", " "))
    shown.itemActivated.emit(above)
    assert page(window).tabs.current == UNITS
    current = page(window).units.units.current
    assert current is not None
    assert current.id == "n"
