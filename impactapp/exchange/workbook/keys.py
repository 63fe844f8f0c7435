"""The hidden row above each table by which its columns are found again, wherever they were moved, in any language."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from impactapp.exchange.workbook.book import Book

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MARK = "key:"  # begins the cell that says which table it is
MATRIX, CRITERIA, RESULTS = "matrix", "criteria", "results"
SKILLS, LINKS, MEASURES, DEFINITIONS = "skills", "links", "measures", "definitions"
UNITS, STAFF, CENSUS, SCENARIOS = "units", "staff", "census", "scenarios"
TASK_ID, PROFESSION_ID, SKILL_ID, MEASURE_ID, KEY = "task_id", "profession_id", "skill_id", "measure_id", "key"
PROFESSION, DEFINITION, OURS = "profession", "definition", "ours"
UNIT_ID, STAFF_ID, GROUP, SCENARIO_ID, UNIT = "unit_id", "staff_id", "group_code", "scenario_id", "unit"
COMPUTED = "="
FIXED = "#"  # what formulas need, and nobody types
STAGE = "stage:"  # before the id of a skill, in Liens

RULE_CHOICE, EXPOSURE_CHOICE = "rule_choice", "exposure_choice"


def write_keys(book: Book, sheet: "Worksheet", row: int, table: tuple[str, int], codes: Mapping[int, str]) -> None:
    """Write the codes of columns in a row that is hidden; ``table`` says what the table is, in one more column."""
    kind, column = table
    book.coded.setdefault(sheet.name, {})[row] = (kind, {column: MARK + kind, **codes})
    book.text(sheet, row, column, f"{MARK}{kind}", "muted")
    for at, code in codes.items():
        # else it would be written as the name of the code
        book.text(sheet, row, at, str(code), "muted")
    sheet.set_row(row, None, None, {"hidden": True})
