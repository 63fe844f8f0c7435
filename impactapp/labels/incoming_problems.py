"""The sentences of refusals about workbooks that come back, and about their cells and rows."""

from impactapp.domain.problems import Problem
from impactapp.i18n import _


def incoming_problems() -> dict[Problem, str]:
    """What each refusal says: what, and what to do."""
    return {**_file_problems(), **_cell_problems()}


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
        Problem.ROW_TWICE: _("“{title}” stands on two rows: this one was left out."),
        Problem.ROW_WITHOUT_TITLE: _("This row has no title: write one for it to be added."),
        Problem.ROW_GONE: _("“{title}” is no longer in the study: what is said of it was left out."),
        Problem.ROW_PROFESSION_UNKNOWN: _("There is no profession “{name}” in the study: add it first."),
        Problem.ROW_PROFESSION_MOVED: _("“{title}” does not change profession here: move it in the application."),
        Problem.SKILL_TITLE_UNKNOWN: _(
            "There is no skill “{name}” in this profession: write its title as in the study."
        ),
        Problem.LINK_WITHOUT_INTENSITY: _(
            "“{title}”: give the intensity of the link before what trainees learn by it."
        ),
    }
