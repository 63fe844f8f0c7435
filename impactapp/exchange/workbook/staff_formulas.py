"""The formulas of the sheet *Effectifs*: sums over the lines by hidden numbers, so that rows may be sorted by hand."""

from collections.abc import Sequence

from impactapp.exchange.workbook import results_layout as of_results
from impactapp.exchange.workbook import staff_layout as on
from impactapp.exchange.workbook.rate_formulas import DASH, cell
from impactapp.exchange.workbook.staff_layout import StaffLayout

_MOST_TERMS = 200  # Excel takes 255 in one SUM


def of_unit(where: StaffLayout, row: int, column: int) -> str:
    """The sum of a column over the lines of a unit, and of the services in it."""
    unit, site = (_lines(where, at) for at in (on.LINE_UNIT_NUMBER, on.LINE_SITE_NUMBER))
    number = cell(row, on.NUMBER)
    return _summed(f"(({unit}={number})+({site}={number})>0)", _lines(where, column), where)


def of_profession(where: StaffLayout, row: int, column: int) -> str:
    """The sum of a column over the lines of a profession."""
    return _summed(f"({_lines(where, on.LINE_PROFESSION_NUMBER)}={cell(row, on.NUMBER)})", _lines(where, column), where)


def of_category(where: StaffLayout, row: int, column: int) -> str:
    """The sum of a column over the groups of a category."""
    first, last = where.groups_header + 1, where.groups_header + where.groups
    category, numbers = (_span(first, last, at) for at in (on.GROUP_CATEGORY, column))
    chosen = f"({category}={cell(row, on.NAME)})"
    return f"=IF(SUMPRODUCT({chosen}*ISNUMBER({numbers}))=0,{DASH},SUMPRODUCT({chosen}*1,{numbers}))"


def exposed(row: int, index: int, results: str, rate: int) -> str:
    """FTE × rate of the profession in *Résultats*, where both of its rates are known."""
    source = of_results.SUMMARY_FIRST + index
    rates = [f"{results}!{cell(source, at, fixed=True)}" for at in of_results.RATE.values()]
    fte, chosen = cell(row, on.LINE_FTE), f"{results}!{cell(source, rate, fixed=True)}"
    numbers = ",".join(f"ISNUMBER({one})" for one in (fte, *rates))
    return f"=IF(AND({numbers}),{fte}*{chosen},{DASH})"


def stated(index: int, results: str, column: int) -> str:
    """What *Résultats* states of a profession."""
    found = f"{results}!{cell(of_results.SUMMARY_FIRST + index, column, fixed=True)}"
    return f"=IF(ISNUMBER({found}),{found},{DASH})"


def stated_of(indexes: Sequence[int], results: str, column: int) -> str:
    """The sum of what *Résultats* states of some professions."""
    cells = [f"{results}!{cell(of_results.SUMMARY_FIRST + index, column, fixed=True)}" for index in indexes]
    if not cells:
        return f"={DASH}"
    runs = [",".join(cells[at : at + _MOST_TERMS]) for at in range(0, len(cells), _MOST_TERMS)]
    count, total = ("+".join(f"{name}({run})" for run in runs) for name in ("COUNT", "SUM"))
    return f"=IF({count}=0,{DASH},{total})"


def difference(row: int, whole: int, parts: int) -> str:
    """The parts less the whole."""
    one, other = cell(row, parts), cell(row, whole)
    return f"=IF(AND(ISNUMBER({one}),ISNUMBER({other})),{one}-{other},{DASH})"


def _summed(chosen: str, numbers: str, where: StaffLayout) -> str:
    if not where.lines:
        return f"={DASH}"
    return f"=IF(SUMPRODUCT({chosen}*ISNUMBER({numbers}))=0,{DASH},SUMPRODUCT({chosen}*1,{numbers}))"


def _lines(where: StaffLayout, column: int) -> str:
    return _span(where.lines_header + 1, where.lines_header + where.lines, column)


def _span(first: int, last: int, column: int) -> str:
    return f"{cell(first, column, fixed=True)}:{cell(last, column, fixed=True)}"
