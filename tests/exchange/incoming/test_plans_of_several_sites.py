"""Services of one name in several sites, sites that come with their services, and numbers that say what they are."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from impactapp.domain.analysis.comparison import compare
from impactapp.domain.edits.incoming import ids_needed, take
from impactapp.domain.incoming import Comparison, Field, Kind
from impactapp.domain.problems import Problem
from impactapp.domain.staff import Staffing, StaffLine, Unit, UnitKind
from impactapp.domain.study import Study
from impactapp.exchange.incoming.levels import shown
from impactapp.exchange.incoming.matching import EXACT, propose
from impactapp.exchange.incoming.ours import read_ours
from impactapp.labels.incoming import refused_sentence
from tests.exchange import cases
from tests.exchange.incoming import planned
from tests.exchange.incoming.returning import changed, compared, problems, returned, said

BASE = planned.study()
SECRETARY = BASE.professions[0].id
UNITS = (
    *(Unit("n", "Site Nord", UnitKind.SITE), Unit("w", "Médecine", site_id="n"), Unit("c", "Chirurgie", site_id="n")),
    *(Unit("s", "Site Sud", UnitKind.SITE), Unit("v", "Médecine", site_id="s")),
)
STUDY = replace(
    BASE, staffing=Staffing(UNITS, (StaffLine(SECRETARY, "w", 20, 17.0), StaffLine(SECRETARY, "v", 7, 6.0)))
)
UNIT, LINE, BELOW_UNITS = 6, 15, 11  # the first rows of both tables, and the row below the units


def taken(found: Comparison, study: Study) -> Study:
    return take(
        found.changes, found.new, (), {one: f"{len(study.staffing.units)}-{one}" for one in ids_needed(found.new)}
    ).change(study)


def put(*cells: tuple[str, object], sheet: str = "Effectifs") -> Callable[[dict[str, Worksheet]], None]:
    def edit(sheets: dict[str, Worksheet]) -> None:
        for ref, value in cells:
            sheets[sheet][ref].value = value

    return edit


def test_a_line_put_in_a_site_nobody_knows_is_told_and_not_read_as_what_it_was(tmp_path: Path) -> None:
    found = returned(STUDY, tmp_path, put((f"B{LINE}", "Médecine (Site Est)")))
    assert problems(found) == [(f"Effectifs!B{LINE}", Problem.ROW_STAFF_MOVED)]


def test_a_service_renamed_and_moved_is_known_in_its_lines_by_its_new_words(tmp_path: Path) -> None:
    unit = UNIT + 1
    edit = put((f"A{unit}", "Gériatrie"), (f"C{unit}", "Site Sud"), (f"B{LINE}", "Gériatrie (Site Sud)"))
    found = returned(STUDY, tmp_path, edit)
    assert (said(found.changes), problems(found)) == (
        [(Field.UNIT_TITLE, "Gériatrie"), (Field.UNIT_SITE, "s")],
        [],
    )


def test_two_new_services_of_one_name_are_added_to_their_two_sites_and_only_once(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sheets["Effectifs"].insert_rows(BELOW_UNITS)
        put(*((f"A{BELOW_UNITS + at}", "Urgences") for at in (0, 1)))(sheets)
        put((f"C{BELOW_UNITS}", "Site Sud"), (f"C{BELOW_UNITS + 1}", "Site Nord"))(sheets)

    path = changed(cases.exported(STUDY, tmp_path), edit)
    found = compared(path, STUDY)
    assert [(one.kind, one.title) for one in found.new] == [(Kind.UNIT, "Urgences")] * 2
    after = taken(found, STUDY)
    assert [(one.title, one.site_id) for one in after.staffing.units[-2:]] == [("Urgences", "s"), ("Urgences", "n")]
    again = propose(read_ours(path, after), after)
    assert [(one.score, one.place.unit_id) for one in again] == [(EXACT, one.id) for one in after.staffing.units[-2:]]


def test_a_new_service_that_is_there_already_is_refused_with_its_cell_and_the_rest_is_taken(tmp_path: Path) -> None:
    edit = put((f"A{BELOW_UNITS}", "Chirurgie"), (f"C{BELOW_UNITS}", "Site Nord"), (f"C{LINE}", 21))
    found = returned(STUDY, tmp_path, edit)
    assert problems(found) == [(f"Effectifs!A{BELOW_UNITS}", Problem.TITLE_TAKEN)]
    assert (found.new, said(found.changes)) == ((), [(Field.STAFF_HEADCOUNT, 21)])
    assert taken(found, STUDY).staffing.line(SECRETARY, "w").headcount == 21


def test_two_services_renamed_alike_are_told_apart_from_the_rest(tmp_path: Path) -> None:
    found = returned(STUDY, tmp_path, put((f"A{UNIT + 1}", "Soins"), (f"A{UNIT + 2}", "Soins"), (f"C{LINE}", 21)))
    assert problems(found) == [(f"Effectifs!A{UNIT + 2}", Problem.TITLE_TAKEN)]
    assert said(found.changes) == [(Field.UNIT_TITLE, "Soins"), (Field.STAFF_HEADCOUNT, 21)]
    assert taken(found, STUDY).staffing.units[1].title == "Soins"


def test_a_service_of_a_new_site_is_added_by_the_second_import_as_it_is_said(tmp_path: Path) -> None:
    def edit(sheets: dict[str, Worksheet]) -> None:
        sheets["Effectifs"].insert_rows(BELOW_UNITS)
        put((f"A{BELOW_UNITS}", "Site Est"), (f"B{BELOW_UNITS}", "Site"))(sheets)
        put((f"A{BELOW_UNITS + 1}", "Médecine"), (f"C{BELOW_UNITS + 1}", "Site Est"))(sheets)

    path = changed(cases.exported(STUDY, tmp_path), edit)
    found = compared(path, STUDY)
    assert problems(found) == [(f"Effectifs!C{BELOW_UNITS + 1}", Problem.ROW_UNIT_UNKNOWN)]
    assert [one.title for one in found.new] == ["Site Est"]
    after = taken(found, STUDY)
    reading = read_ours(path, after)
    guesses = propose(reading, after)
    second = compare(after, reading, guesses, {one.row.cell: one.place for one in guesses})
    assert ([one.title for one in second.new], problems(second)) == (["Médecine"], [])
    assert taken(second, after).staffing.units[-1].site_id == after.staffing.units[-1].id


@pytest.mark.parametrize("typed", ["0,5", -3, 12, "5 ans", 2_000_000, 0.5])
def test_what_is_no_horizon_is_told_as_no_horizon(typed: object, tmp_path: Path) -> None:
    found = returned(STUDY, tmp_path, put(("B6", typed), sheet="Scénarios"))
    assert problems(found) == [("Scénarios!B6", Problem.HORIZON_OUT_OF_RANGE)]


@pytest.mark.parametrize(("typed", "quoted"), [("1 200", "1 200"), (2_000_000, "200000000 %"), (-3, "-300 %")])
def test_what_is_no_part_is_quoted_in_full_and_not_called_a_share_of_time(
    typed: object, quoted: str, tmp_path: Path
) -> None:
    found = returned(STUDY, tmp_path, put(("B10", typed), sheet="Scénarios"))
    assert problems(found) == [("Scénarios!B10", Problem.PART_OUT_OF_RANGE)]
    assert quoted in refused_sentence(found.refused[0])


def test_a_share_that_may_be_two_things_is_asked_about_in_a_scenario_too(tmp_path: Path) -> None:
    found = returned(STUDY, tmp_path, put(("B10", "0,5"), sheet="Scénarios"))
    assert problems(found) == [("Scénarios!B10", Problem.SHARE_AMBIGUOUS)]


@pytest.mark.parametrize(("value", "quoted"), [(0.5, "0,5"), (1e-7, "0,0000001"), (3.0, "3"), (1e20, "1000")])
def test_a_number_is_quoted_with_a_comma_and_no_exponent(value: float, quoted: str) -> None:
    assert shown(value).startswith(quoted)


def test_a_formula_typed_where_nothing_is_read_is_told(tmp_path: Path) -> None:
    found = returned(STUDY, tmp_path, put(("L40", "=2*12"), sheet="Matrice"))
    assert problems(found) == [("Matrice!L40", Problem.CELL_NOT_READ)]


def test_of_formulas_that_rows_inserted_above_moved_none_is_told(tmp_path: Path) -> None:
    found = returned(STUDY, tmp_path, lambda sheets: sheets["Effectifs"].insert_rows(BELOW_UNITS + 1))
    assert [one for one in problems(found) if one[1] in (Problem.CELL_NOT_READ, Problem.CELLS_NOT_READ)] == []
