"""What stands in a workbook beside the cells that are read back, so that what is typed there is told and not lost."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zlib import crc32

from impactapp.exchange.workbook import keys
from impactapp.exchange.workbook.book import Book
from impactapp.exchange.workbook.scenario_keys import SETTING, typed_in

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

ID_OF = {
    keys.MATRIX: keys.TASK_ID,
    keys.CRITERIA: keys.TASK_ID,
    keys.LINKS: keys.TASK_ID,
    keys.SKILLS: keys.SKILL_ID,
    keys.MEASURES: keys.MEASURE_ID,
    keys.RESULTS: keys.PROFESSION_ID,
    keys.DEFINITIONS: keys.KEY,
    keys.UNITS: keys.UNIT_ID,
    keys.STAFF: keys.STAFF_ID,
    keys.CENSUS: keys.GROUP,
    keys.SCENARIOS: keys.SCENARIO_ID,
}
_TECHNICAL = frozenset({*ID_OF.values(), keys.PROFESSION_ID, keys.UNIT_ID, keys.OURS, keys.FIXED, SETTING})
_NO_CODES: Mapping[int, str] = {}
Codes = tuple[str, Mapping[int, str]]
_DAY, _FIRST_DAY = 86_400, date(1899, 12, 30).toordinal()
_MOST, _ROWS, _COLUMNS = 3_000_000, 1_048_576, 16_384
_THREE = 3  # numbers tell a cell, or a run of formulas


@dataclass(slots=True)
class Standing:
    """The cells of one sheet as it was written, rows counted from 1, columns from 0.

    ``cells`` are texts and numbers outside of tables, ``inside`` those in their rows that nobody types, by what
    :func:`mark_of` makes of them; ``formulas`` are runs by row: their first and their last column.
    """

    cells: dict[tuple[int, int], int] = field(default_factory=dict)
    inside: dict[tuple[int, int], int] = field(default_factory=dict)
    formulas: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def is_formula(self, row: int, column: int) -> bool:
        """Whether a cell was a formula."""
        return any(first <= column <= last for first, last in self.formulas.get(row, ()))

    def as_json(self) -> dict[str, list[int]]:
        """As numbers, one after the other."""
        return {
            "cells": [number for (row, column), mark in self.cells.items() for number in (row, column, mark)],
            "inside": [number for (row, column), mark in self.inside.items() for number in (row, column, mark)],
            "formulas": [number for row, runs in self.formulas.items() for run in runs for number in (row, *run)],
        }


def mark_of(value: object) -> int:
    """A number by which a value is known again, whatever blanks and decimals it lost on its way."""
    if isinstance(value, bool):
        text = f"={value}"
    elif isinstance(value, date | time | timedelta):
        text = f"={_serial(value):.9g}"
    elif isinstance(value, int | float):
        text = f"={value:.9g}"
    else:
        text = " ".join(str(value).split())
    return crc32(text.encode("utf-8", "replace"))


def standing_of(book: Book, hidden: str) -> dict[str, Any]:
    """What stands in every sheet but the hidden one, as JSON."""
    texts = list(book.workbook.str_table.string_table)
    sheets = [sheet for sheet in book.workbook.worksheets() if sheet.name != hidden]
    return {sheet.name: _of_sheet(sheet, texts, book.coded.get(sheet.name, {})).as_json() for sheet in sheets}


def read_standing(value: object) -> dict[str, Standing]:
    """What :func:`standing_of` told; empty where it was spoilt."""
    try:
        return {str(title): _read(told) for title, told in value.items()} if isinstance(value, dict) else {}
    except (TypeError, ValueError, KeyError, AttributeError):
        return {}


def _read(told: Mapping[str, list[int]]) -> Standing:
    cells, inside = ({(row, at): mark for row, at, mark in _threes(told[name])} for name in ("cells", "inside"))
    found = Standing(cells, inside)
    for row, first, last in _threes(told["formulas"]):
        found.formulas.setdefault(row, []).append((first, last))
    return found


def _threes(numbers: list[int]) -> Iterator[list[int]]:
    """Three numbers each time: a row and a column that there are, and a third one."""
    if len(numbers) > _MOST:
        raise ValueError(len(numbers))
    for at in range(0, len(numbers), _THREE):
        three = numbers[at : at + _THREE]
        if not all(type(one) is int for one in three) or not (0 < three[0] <= _ROWS and 0 <= three[1] < _COLUMNS):
            raise ValueError(three)
        yield three


def _of_sheet(sheet: "Worksheet", texts: list[str], tables: Mapping[int, Codes]) -> Standing:
    """The cells of a sheet, by what the writer holds of it before the file is made."""
    found = Standing()
    heads = sorted(tables)
    for row, cells in sheet.table.items():
        at = bisect_right(heads, row) - 1
        taken, codes = None, _NO_CODES
        if at >= 0:
            kind, codes = tables[heads[at]]
            if row == heads[at]:
                continue
            taken = _taken(
                kind.partition(":")[0], codes, {column: _value(cells.get(column), texts) for column in codes}
            )
        for column, cell in cells.items():
            if (taken is not None and column in taken) or (codes and is_technical(codes.get(column, ""))):
                continue
            if type(cell).__name__ in ("Formula", "ArrayFormula"):
                _add_formula(found, row + 1, column)
                continue
            value = _value(cell, texts)
            if is_said(value):
                (found.cells if taken is None else found.inside)[row + 1, column] = mark_of(value)
    return found


def is_technical(code: str) -> bool:
    """Whether a column holds what nobody sees: ids, numbers and codes."""
    return code in _TECHNICAL or code.startswith(keys.MARK)


def _taken(kind: str, codes: Mapping[int, str], cells: Mapping[int, object]) -> Collection[int] | None:
    """The columns of a row that are read back, ``None`` where the row is none of a table."""
    own = next(column for column, code in codes.items() if code == ID_OF[kind])
    if cells[own] in (None, ID_OF[kind]):
        return None
    if kind != keys.SCENARIOS:
        return codes
    setting = next(str(cells[column]) for column, code in codes.items() if code == SETTING)
    named = (*typed_in(setting), SETTING, keys.SCENARIO_ID)
    return [column for column, code in codes.items() if code in named]


def _value(cell: Any, texts: list[str]) -> object:
    kind = type(cell).__name__
    if kind == "String":
        return texts[cell.string]
    return cell.number if kind in ("Number", "Datetime") else None


def is_said(value: object) -> bool:
    """Whether a cell says anything; blanks are lost on the way through a file."""
    return value is not None and (not isinstance(value, str) or bool(value.strip()))


def _add_formula(found: Standing, row: int, column: int) -> None:
    runs = found.formulas.setdefault(row, [])
    if runs and runs[-1][1] + 1 == column:
        runs[-1] = (runs[-1][0], column)
    else:
        runs.append((column, column))


def _serial(value: date | time | timedelta) -> float:
    """A day and its hour as spreadsheets count them, from 1900."""
    if isinstance(value, timedelta):
        return value.total_seconds() / _DAY
    hours = 0.0
    if isinstance(value, time | datetime):
        hours = (value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6) / _DAY
    return hours + (value.toordinal() - _FIRST_DAY if isinstance(value, date) else 0)
