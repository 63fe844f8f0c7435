"""The units, their staff, the official count and the scenarios that can be saved of a damaged study."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from impactapp.domain.scenario import Scenario, Use
from impactapp.domain.staff import NO_STAFFING, Census, Staffing, Unit
from impactapp.store.losses import MEANINGLESS, Loss, LossCode, row_lost
from impactapp.store.row_values import number_of, text_of
from impactapp.store.salvaged_rows import SalvagedTable
from impactapp.store.staff_rows import census_of, counted_of, line_of, part_said, scenario_of, unit_of

T = TypeVar("T")
Tables = Mapping[str, SalvagedTable]


def salvaged_staffing(tables: Tables, profession_ids: Collection[str], losses: list[Loss]) -> Staffing:
    """What can be saved of units, staff and official count; what is lost is listed."""
    units = {unit.id: unit for unit in _read("unit", tables, unit_of, losses)}
    kept = tuple(_in_a_site(unit, units, losses) for unit in units.values())
    lines = {}
    for line in _read("staff_line", tables, line_of, losses):
        if line.profession_id in profession_ids and line.unit_id in units:
            lines[line.profession_id, line.unit_id] = line
        else:
            losses.append(
                Loss(LossCode.PARENT, "staff_line", 1, units[line.unit_id].title if line.unit_id in units else "")
            )
    staffing = Staffing(kept, tuple(lines.values()), _census(tables, losses))
    return NO_STAFFING if staffing == NO_STAFFING else staffing


def salvaged_scenarios(tables: Tables, losses: list[Loss]) -> tuple[Scenario, ...]:
    """What can be saved of the scenarios; what is lost is listed."""
    scenarios = {one.id: one for one in _read("scenario", tables, lambda row: scenario_of(row, (), ()), losses)}
    years: dict[str, list[float]] = {}
    for id, adopted in _read("scenario_year", tables, lambda row: (row[0], part_said(row[1])), losses):
        years.setdefault(id, []).append(adopted)
    uses: dict[str, list[Use]] = {}
    for id, use in _read("scenario_use", tables, _use, losses):
        uses.setdefault(id, []).append(use)
    for table, parts in (("scenario_year", years), ("scenario_use", uses)):
        losses += [Loss(LossCode.PARENT, table, len(parts[id])) for id in parts if id not in scenarios]
    return tuple(
        replace(one, stated=tuple(years.get(one.id, ())), uses=tuple(uses.get(one.id, ())))
        for one in scenarios.values()
    )


def _census(tables: Tables, losses: list[Loss]) -> Census | None:
    lines = {line.code: line for line in _read("census_line", tables, counted_of, losses)}
    for census in _read("census", tables, lambda row: census_of(row, tuple(lines.values())), losses):
        return census
    losses += [Loss(LossCode.PARENT, "census_line", 1, line.title) for line in lines.values()]
    return None


def _in_a_site(unit: Unit, units: Mapping[str, Unit], losses: list[Loss]) -> Unit:
    if not unit.site_id or unit.site_id in units:
        return unit
    losses.append(Loss(LossCode.PARENT, "unit", 1, unit.title))
    return replace(unit, site_id="")


def _use(row: tuple[Any, ...]) -> tuple[str, Use]:
    scenario_id, title, share = row
    return scenario_id, Use(text_of(title), number_of(share, 1))


def _read(name: str, tables: Tables, read: Callable[[tuple[Any, ...]], T], losses: list[Loss]) -> list[T]:
    found = []
    for row in tables[name].rows:
        try:
            found.append(read(row))
        except MEANINGLESS:
            losses.append(row_lost(name, row))
    return found
