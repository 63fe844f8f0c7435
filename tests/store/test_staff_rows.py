"""Units, their staff, the official count and scenarios: stored whole, checked, and saved from damage."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from impactapp.domain.staff import NO_STAFFING, StaffLine
from impactapp.domain.study import Study
from impactapp.store.errors import StoreError
from impactapp.store.losses import LossCode, loss_sentence
from impactapp.store.reading import read_study
from impactapp.store.salvage import Salvage, salvage
from impactapp.store.soundness import FlawCode, check_file, flaw_sentence
from tests import builders, staff_builders
from tests.staff_builders import NORTH, PRUDENT, STATED, SURGERY, WARD
from tests.store.files import AT, tampered, written

SCHEMAS = Path(__file__).parent / "schemas"
UNCHECKED = "PRAGMA ignore_check_constraints = ON"


def staffed() -> Study:
    study = builders.secretary()
    (found,) = study.professions
    said = replace(found, difference="L’accueil pèse davantage ici.")
    scenarios = (PRUDENT, STATED)
    return replace(study, professions=(said,), staffing=staff_builders.staffing(found.id), scenarios=scenarios)


STUDY = staffed()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path / "s.impact", STUDY)


def salvaged(path: Path) -> Salvage:
    saved = salvage(path, path.with_name("saved.impact"), AT)
    assert check_file(saved.target) == ()
    assert read_study(saved.target) == saved.study
    assert all(loss_sentence(loss) for loss in saved.losses)
    return saved


def lost(saved: Salvage) -> list[tuple[LossCode, str, str]]:
    return [(loss.code, loss.table, loss.rest) for loss in saved.losses]


def test_all_of_it_is_read_back_and_sound(path: Path) -> None:
    assert read_study(path) == STUDY
    assert check_file(path) == ()


def test_a_sound_file_is_saved_whole(path: Path) -> None:
    saved = salvaged(path)
    assert (saved.study, saved.losses) == (STUDY, ())


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_file_of_an_older_version_is_saved_whole(tmp_path: Path, version: int) -> None:
    path = Path(shutil.copy(SCHEMAS / f"v{version}.impact", tmp_path))
    saved = salvaged(path)
    assert (saved.study, saved.losses) == (read_study(path), ())


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM unit WHERE id = 'u-ward'",
        "DELETE FROM unit WHERE id = 'u-north'",
        "UPDATE unit SET kind = 'ward'",
        "UPDATE staff_line SET profession_id = '?'",
        "UPDATE staff_line SET headcount = -2",
        "DELETE FROM census",
        "UPDATE census_line SET category = '?'",
        "UPDATE scenario SET adoption = '?'",
        "UPDATE scenario SET horizon = 200",
        "UPDATE scenario SET control = 2",
        "DELETE FROM scenario WHERE id = 's-stated'",
        "UPDATE scenario_year SET adopted = NULL",
        "UPDATE scenario_use SET share = 7",
    ],
)
def test_rows_that_mean_nothing_are_not_read_as_something(path: Path, statement: str) -> None:
    tampered(path, UNCHECKED, statement)
    with pytest.raises(StoreError):
        read_study(path)
    flaws = check_file(path)
    assert flaws
    assert all(flaw_sentence(flaw) for flaw in flaws)
    assert salvaged(path).losses


def test_staff_of_a_lost_unit_and_years_of_a_lost_scenario_are_listed(path: Path) -> None:
    saved = salvaged(
        tampered(path, "DELETE FROM unit WHERE id = 'u-ward'", "DELETE FROM scenario WHERE id = 's-stated'")
    )
    assert saved.study.staffing.units == (NORTH, SURGERY)
    assert [line.unit_id for line in saved.study.staffing.lines] == [SURGERY.id]
    assert saved.study.scenarios == (PRUDENT,)
    assert lost(saved) == [(LossCode.PARENT, "staff_line", ""), (LossCode.PARENT, "scenario_year", "")]


def test_a_service_whose_site_is_lost_stands_alone(path: Path) -> None:
    saved = salvaged(tampered(path, "DELETE FROM unit WHERE id = 'u-north'"))
    assert saved.study.staffing.units == (replace(WARD, site_id=""), SURGERY)
    assert lost(saved) == [(LossCode.PARENT, "unit", "Médecine")]


def test_numbers_that_cannot_be_cost_their_row_alone(path: Path) -> None:
    damaged = tampered(
        path,
        UNCHECKED,
        "UPDATE staff_line SET fte = -1 WHERE unit_id = 'u-ward'",
        "UPDATE scenario SET horizon = 0 WHERE id = 's-prudent'",
        "UPDATE scenario_use SET share = 2 WHERE position = 0",
    )
    assert {flaw.code for flaw in check_file(damaged)} == {FlawCode.STAFF_OUT_OF_RANGE, FlawCode.SCENARIO_UNSOUND}
    saved = salvaged(damaged)
    assert saved.study.staffing.lines == (StaffLine("sec", SURGERY.id, 7, 6.25),)
    assert saved.study.scenarios == (STATED,)
    assert saved.study.staffing.census == staff_builders.CENSUS


def test_an_official_count_without_its_head_is_listed_line_by_line(path: Path) -> None:
    saved = salvaged(tampered(path, "DELETE FROM census"))
    assert saved.study.staffing.census is None
    assert lost(saved) == [(LossCode.PARENT, "census_line", line.title) for line in staff_builders.CENSUS.lines]


def test_nothing_said_is_nothing_stored(tmp_path: Path) -> None:
    assert read_study(written(tmp_path / "plain.impact")).staffing is NO_STAFFING


def test_two_units_of_one_name_and_a_falling_curve_are_found(path: Path) -> None:
    damaged = tampered(
        path,
        "UPDATE unit SET title = 'chirurgie', site_id = NULL WHERE id = 'u-ward'",
        "UPDATE scenario_year SET adopted = 0.9 WHERE position = 0",
    )
    assert [flaw.code for flaw in check_file(damaged)] == [FlawCode.DUPLICATE_TITLE, FlawCode.SCENARIO_UNSOUND]
