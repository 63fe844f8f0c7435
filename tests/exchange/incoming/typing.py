"""A workbook with one cell typed over, without writing and reading a file again: every cell of one can be tried."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from impactapp.domain.analysis.comparison import compare
from impactapp.domain.incoming import Comparison
from impactapp.domain.study import Study
from impactapp.exchange.incoming.cells import Read
from impactapp.exchange.incoming.matching import propose
from impactapp.exchange.incoming.ours import read_ours
from impactapp.exchange.incoming.sheets import Workbook

Spot = tuple[str, int, int]  # title of the sheet, row counted from 1, column from 0


def visible_cells(path: Path) -> Iterator[Spot]:
    """Every cell that somebody sees something in, or may type in; of merged cells the first one."""
    for sheet in load_workbook(path).worksheets:
        if sheet.sheet_state != "visible":
            continue
        hidden = _hidden_columns(sheet)
        inner = {
            (row, column)
            for one in sheet.merged_cells.ranges
            for row in range(one.min_row, one.max_row + 1)
            for column in range(one.min_col, one.max_col + 1)
            if (row, column) != (one.min_row, one.min_col)
        }
        for number, row in enumerate(sheet.iter_rows(), 1):
            for column, cell in enumerate(row, 1):
                is_shown = not sheet.row_dimensions[number].hidden and column not in hidden
                if is_shown and (number, column) not in inner and (cell.value is not None or cell.has_style):
                    yield sheet.title, number, column - 1


def _hidden_columns(sheet: Worksheet) -> set[int]:
    hidden: set[int] = set()
    for letters, one in sheet.column_dimensions.items():
        if one.hidden:
            first = one.min or column_index_from_string(letters)
            hidden |= set(range(first, (one.max or first) + 1))
    return hidden


def with_typed(book: Workbook, spot: Spot, value: Read | None) -> Workbook:
    """The workbook with a value in a cell, or nothing."""
    title, row, column = spot
    sheets = []
    for sheet in book.sheets:
        if sheet.title == title:
            cells = {at: held for at, held in sheet.rows.get(row, {}).items() if at != column}
            if value is not None:
                cells[column] = value
            rows = {**sheet.rows, row: dict(sorted(cells.items()))}
            kept = sheet.formulas - {(row, column)}
            sheets.append(replace(sheet, rows=dict(sorted(rows.items())), formulas=kept))
        else:
            sheets.append(sheet)
    return replace(book, sheets=tuple(sheets))


def told(book: Workbook, study: Study) -> Comparison:
    """What it says beside the study."""
    reading = read_ours(book, study)
    return compare(study, reading, propose(reading, study))


def address(spot: Spot) -> str:
    """« D8 »."""
    return f"{get_column_letter(spot[2] + 1)}{spot[1]}"
