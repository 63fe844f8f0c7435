"""What differs between the staff and the scenarios of two studies, as rows to add, change and remove."""

from collections.abc import Iterator

from impactapp.domain.scenario import Scenario
from impactapp.domain.staff import NO_STAFFING
from impactapp.domain.study import Study
from impactapp.store.row_changes import RowChange, of_rows
from impactapp.store.row_values import Row
from impactapp.store.staff_rows import Key, scenario_rows, staff_rows
from impactapp.store.table_columns import STAFF_COLUMNS

# what stands on another row comes after it
_PLACES = {table: place for place, table in enumerate(STAFF_COLUMNS)}


def staff_changes(before: Study | None, after: Study) -> tuple[list[RowChange], list[RowChange]]:
    """The rows that go, then those added or changed: professions are removed after the first, added before the second.

    What is the same object at the same place is never looked into.
    """
    changes: list[RowChange] = []
    staffing = before.staffing if before else NO_STAFFING
    if staffing is not after.staffing:
        changes += of_rows(dict(staff_rows(staffing)), dict(staff_rows(after.staffing)))
    scenarios = before.scenarios if before else ()
    if scenarios is not after.scenarios:
        changes += of_rows(dict(_of_scenarios(scenarios)), dict(_of_scenarios(after.scenarios)))
    changes.sort(key=lambda change: _PLACES[change.table])
    gone = [change for change in reversed(changes) if change.new is None]
    return gone, [change for change in changes if change.new is not None]


def _of_scenarios(scenarios: tuple[Scenario, ...]) -> Iterator[tuple[Key, Row]]:
    for position, scenario in enumerate(scenarios):
        yield from scenario_rows(scenario, position)
