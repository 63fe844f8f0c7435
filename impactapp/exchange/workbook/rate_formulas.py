"""The formulas of the rates: the same arithmetic as the analysis, in functions that Excel and LibreOffice both have."""

from impactapp import labels
from impactapp.domain.analysis.weights import SHARE_TOLERANCE
from impactapp.domain.level import Hypothesis, Level
from impactapp.domain.rule import Weighting
from impactapp.exchange.workbook import layout as at
from impactapp.exchange.workbook import results_layout as on
from impactapp.exchange.workbook.results_layout import ResultsLayout

DASH = '"–"'


def cell(row: int, column: int, fixed: bool = False) -> str:
    """The address of a cell, ``$A$1`` where it is fixed."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    address: str = xl_rowcol_to_cell(row, column, row_abs=fixed, col_abs=fixed)
    return address


def span(row: int, first: int, last: int, fixed: bool = False) -> str:
    """The cells of a row."""
    return f"{cell(row, first, fixed)}:{cell(row, last, fixed)}"


def count_of_tasks(where: ResultsLayout, row: int) -> str:
    """How many activities the profession of this row has."""
    if where.layout.several:
        return f"=SUMPRODUCT(--({at.TASK_PROFESSION}=$A{row + 1}))"
    return f"=COUNTA({at.TASK_TITLE})"


def count_of_level(where: ResultsLayout, row: int, hypothesis: Hypothesis, level: Level) -> str:
    """How many activities were decided at a level. ``=`` compares the whole title: a ``*`` in it is no wildcard."""
    name, word = at.LEVELS[hypothesis], labels.level_word(level)
    if where.layout.several:
        return f'=SUMPRODUCT(({at.TASK_PROFESSION}=$A{row + 1})*({name}="{word}"))'
    return f'=COUNTIF({name},"{word}")'


def undecided(row: int) -> str:
    """How many activities have no decision, or a word that is not a level."""
    return f"={cell(row, on.COUNT)}-SUM({span(row, on.FIRST_LEVEL, on.FIRST_LEVEL + 2)})"


def time_of_level(where: ResultsLayout, row: int, hypothesis: Hypothesis, level: Level) -> str:
    """Part of time at a level; where no share is stated, part of the activities."""
    name, word = at.LEVELS[hypothesis], labels.level_word(level)
    if where.layout.several:
        time = f'SUMPRODUCT(({at.TASK_PROFESSION}=$A{row + 1})*({name}="{word}"),{at.TASK_SHARE})'
    else:
        time = f'SUMIF({name},"{word}",{at.TASK_SHARE})'
    count = cell(row, on.COUNT)
    equal = f"IF({count}=0,0,{cell(row, on.level_column(level))}/{count})"
    return f"=IF({_stated(where, row)}=0,{equal},{time})"


def time_in_all(where: ResultsLayout, row: int) -> str:
    """The sum of the shares; a dash while some are missing or they are not 100 % together."""
    if where.layout.several:
        total = f"SUMPRODUCT(--({at.TASK_PROFESSION}=$A{row + 1}),{at.TASK_SHARE})"
    else:
        total = f"SUM({at.TASK_SHARE})"
    stated = _stated(where, row)
    wrong = f"OR({stated}<{cell(row, on.COUNT)},ABS({total}-1)>{SHARE_TOLERANCE}+0.000000001)"
    return f"=IF({stated}=0,1,IF({wrong},{DASH},{total}))"


def rate(where: ResultsLayout, row: int, rule_row: int) -> str:
    """The rate under a rule; a dash while an activity is undecided or the shares cannot be used."""
    by_time = where.layout.by_time
    column = on.weight_column if by_time else on.level_column
    weighed = "+".join(
        f"{cell(row, column(level))}*{cell(rule_row, on.level_column(level), fixed=True)}" for level in Level
    )
    total = cell(row, on.WEIGHT_TOTAL if by_time else on.COUNT)
    unknown = f"OR({cell(row, on.UNDECIDED)}<>0,{cell(row, on.COUNT)}=0,N({total})<=0)"
    return f"=IF({unknown},{DASH},MIN(1,({weighed})/{total}))"


def chosen_rate(where: ResultsLayout, row: int) -> str:
    """The rate of a row of details under the rule chosen on the sheet."""
    rates = span(row, where.first_rate, where.last_rate)
    rules = span(where.details_header, where.first_rate, where.last_rate, fixed=True)
    return f"=IFERROR(INDEX({rates},MATCH({cell(on.CHOICE, 1, fixed=True)},{rules},0)),{DASH})"


def extreme(where: ResultsLayout, row: int, function: str) -> str:
    """The least or the greatest rate over the rules."""
    rates = span(row, where.first_rate, where.last_rate)
    return f"=IF(COUNT({rates})=0,{DASH},{function}({rates}))"


def exposed(row: int, hypothesis: Hypothesis) -> str:
    """Full-time equivalents exposed: rate × FTE."""
    rate_cell, fte = cell(row, on.RATE[hypothesis]), cell(row, on.FTE)
    return f"=IF(AND(ISNUMBER({rate_cell}),ISNUMBER({fte})),{rate_cell}*{fte},{DASH})"


def total(where: ResultsLayout, column: int) -> str:
    """The sum over the professions where the figure is known."""
    cells = f"{cell(on.SUMMARY_FIRST, column)}:{cell(where.total - 1, column)}"
    return f"=IF(COUNT({cells})=0,{DASH},SUM({cells}))"


def exposed_total(where: ResultsLayout, hypothesis: Hypothesis) -> str:
    """The sum of what is exposed, over the professions known under both hypotheses, as the analysis does."""
    first, last = on.SUMMARY_FIRST, where.total - 1
    cells = {h: f"{cell(first, column)}:{cell(last, column)}" for h, column in on.EXPOSED.items()}
    known = ",".join(f"--ISNUMBER({one})" for one in cells.values())
    return f"=IF(SUMPRODUCT({known})=0,{DASH},SUMPRODUCT({known},{cells[hypothesis]}))"


def weighting(where: ResultsLayout, row: int) -> str:
    """How the activities of the profession of this row are weighted: the same while no share is stated."""
    equal, time = (labels.weighting_word(one) for one in (Weighting.EQUAL, Weighting.TIME))
    return f'=IF({_stated(where, row)}=0,"{equal}","{time}")'


def _stated(where: ResultsLayout, row: int) -> str:
    if where.layout.several:
        return f"SUMPRODUCT(({at.TASK_PROFESSION}=$A{row + 1})*ISNUMBER({at.TASK_SHARE}))"
    return f"COUNT({at.TASK_SHARE})"
