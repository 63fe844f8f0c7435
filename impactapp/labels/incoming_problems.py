"""The sentences of refusals about workbooks that come back, and about their cells and rows."""

from impactapp.domain.problems import Problem
from impactapp.i18n import _


def incoming_problems() -> dict[Problem, str]:
    """What each refusal says: what, and what to do."""
    return {**_file_problems(), **_unread_problems(), **_cell_problems(), **_row_problems()}


def _file_problems() -> dict[Problem, str]:
    return {
        Problem.WORKBOOK_DAMAGED: _("“{file}” is damaged or cut short: ask for the file again."),
        Problem.WORKBOOK_PROTECTED: _(
            "“{file}” is protected by a password: remove the password, then import it again."
        ),
        Problem.WORKBOOK_OLD_FORMAT: _("“{file}” is in the old Excel format: save it as .xlsx, then import it again."),
        Problem.WORKBOOK_OTHER_FORMAT: _("“{file}” is a spreadsheet of another format: save it as .xlsx."),
        Problem.WORKBOOK_IS_TEXT: _(
            "“{file}” is a text file named as an Excel workbook: name it .csv, or save it as .xlsx."
        ),
        Problem.WORKBOOK_NONE: _("“{file}” is not an Excel workbook: choose a .xlsx file."),
        Problem.WORKBOOK_TOO_LARGE: _(
            "“{file}” is too large to be read ({rows} filled rows, {columns} columns, {packed} MB, or {unpacked} MB "
            "once unpacked, at most): delete empty formatted rows and columns, and sheets that are not needed."
        ),
        Problem.WORKBOOK_FOREIGN: _("“{file}” is not a workbook of impactapp: import it as a list of activities."),
        Problem.WORKBOOK_NEWER: _("“{file}” was written by a newer version of impactapp: update to read it."),
        Problem.WORKBOOK_OTHER_STUDY: _("“{file}” was written from another study: import it in that study."),
        Problem.WORKBOOK_TWO_SIDES: _(
            "The file no longer says what the study was when it was exported: what the study has changed since shows "
            "as a difference. Look at each one before you take it."
        ),
        Problem.WORKBOOK_MACROS: _("The file holds macros: they were not run."),
        Problem.WORKBOOK_LINKS: _(
            "The file has links to other files: they were not followed, the last values were read."
        ),
    }


def _unread_problems() -> dict[Problem, str]:
    return {
        Problem.WORKBOOK_TABLES_ONLY: _(
            "The file does not say what else stood in it when it was exported: it lost its hidden sheet, or an earlier "
            "version wrote it, whose sheets of staff and scenarios are not read back. What is not in the tables that "
            "are read back was not looked at."
        ),
        Problem.SHEET_FLATTENED: _(
            "The formulas of this sheet have become values: what it computes was not read, nor what was typed beside "
            "its tables."
        ),
        Problem.SHEET_BOX: _("A box of text was drawn on this sheet (“{text}”): it is not read."),
        Problem.SHEET_BEYOND: _(
            "Cells stand right of the first {most} columns of this sheet ({count}): they are not read."
        ),
        Problem.SHEET_NOT_READ: _("This sheet is none of ours: nothing of it was taken, from “{text}” on."),
        Problem.CELL_NOT_READ: _("“{text}” stands in a cell that is not read back: it was not taken."),
        Problem.CELLS_NOT_READ: _(
            "These {count} cells are not read back: what was typed there was not taken, from “{text}” on."
        ),
        Problem.CELL_EMPTIED: _("This cell was emptied, which is not read back: nothing changes for it."),
        Problem.CELL_MERGED: _("This cell is merged with another one: what it said before is kept."),
        Problem.CELL_COMMENT: _("A comment was added to this cell (“{text}”): comments are not taken."),
        Problem.CELLS_EMPTIED: _("These {count} cells were emptied, which are not read back: nothing changes for it."),
    }


def _cell_problems() -> dict[Problem, str]:
    return {
        Problem.WORKBOOK_SHEET_MISSING: _("The sheet “{sheet}” is no longer in the file: nothing was read of it."),
        Problem.WORKBOOK_COLUMN_MISSING: _("A column of this sheet was not found again ({column}): it was left out."),
        Problem.CELL_ERROR: _("The cell shows an error ({text}): type the value."),
        Problem.CELL_UNCOMPUTED: _(
            "The cell holds a formula without its value: open the file in a spreadsheet and save it, or type the value."
        ),
        Problem.CELL_COMPUTED: _("This cell is computed: what is typed over its formula is not taken."),
        Problem.CELL_UNKNOWN_WORD: _("“{text}” is none of the words of the list: choose one of them."),
        Problem.CELL_EMPTY: _("This cell cannot be empty: choose a word of its list."),
        Problem.RATES_NOT_TAKEN: _(
            "What a level counts for is not taken from a workbook: change the rule of the group in the application."
        ),
        Problem.CELL_NOT_A_DATE: _("“{text}” is not a date: type the day, the month and the year."),
        Problem.CELL_IS_A_DATE: _("The cell holds a date ({text}), where none belongs: type the value again."),
    }


def _row_problems() -> dict[Problem, str]:
    return {
        Problem.ROW_TWICE: _("“{title}” stands on two rows: this one was left out."),
        Problem.ROW_WITHOUT_TITLE: _("This row has no title: write one for it to be added."),
        Problem.ROW_GONE: _("“{title}” is no longer in the study: what is said of it was left out."),
        Problem.ROW_PROFESSION_UNKNOWN: _("There is no profession “{name}” in the study: add it first."),
        Problem.ROW_PROFESSION_MOVED: _("“{title}” does not change profession here: move it in the application."),
        Problem.ROW_UNIT_UNKNOWN: _(
            "There is no site or service “{name}” in the study, or several: take it first, then import the file again."
        ),
        Problem.ROW_STAFF_MOVED: _(
            "“{title}” does not change profession, site or service here: write a row of its own for the other one."
        ),
        Problem.ROW_SETTING_GONE: _(
            "Settings of the scenario “{title}” are gone from the sheet: they stay as they are ({names})."
        ),
        Problem.CENSUS_GONE: _("The study holds no official count any more: what is said of it was left out."),
        Problem.CENSUS_GROUP_NEW: _(
            "“{title}” is no group of the official count, to which a workbook adds none: import the count itself."
        ),
        Problem.ADOPTION_YEAR_EMPTY: _(
            "Year {year} is empty: the adoption is typed for each year from the first to the last one."
        ),
        Problem.ADOPTION_YEAR_BEYOND: _("Year {year} is beyond the horizon of the scenario ({horizon} years)."),
        Problem.SKILL_TITLE_UNKNOWN: _(
            "There is no skill “{name}” in this profession: write its title as in the study."
        ),
        Problem.LINK_WITHOUT_INTENSITY: _(
            "“{title}”: give the intensity of the link before what trainees learn by it."
        ),
    }
