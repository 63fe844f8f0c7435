"""The sentences of lists and matrices of other people's making: what cannot be read, and what is worth saying."""

from impactapp.domain.problems import Problem
from impactapp.i18n import _


def foreign_problems() -> dict[Problem, str]:
    """What each refusal says: what, where, and what to do."""
    return {**_files(), **_tables(), **_cells()}


def _files() -> dict[Problem, str]:
    return {
        Problem.FOREIGN_NOT_TEXT: _(
            "“{file}” is neither an Excel workbook nor a text: save the list as .xlsx or as CSV (UTF-8)."
        ),
        Problem.FOREIGN_TOO_LARGE: _("“{file}” is larger than {most} MB: keep the sheet of the activities only."),
        Problem.FOREIGN_EMPTY: _("“{file}” holds no table: choose the file, or the text, that lists the activities."),
        Problem.FOREIGN_MARKUP: _(
            "“{file}” is a web page or XML, whatever its name: open it in a spreadsheet and save it as .xlsx."
        ),
        Problem.FOREIGN_IS_WORKBOOK: _("“{file}” is an Excel workbook whatever its name: it was read as one."),
        Problem.FOREIGN_IS_TEXT: _("“{file}” is a text and not an Excel workbook: it was read as CSV."),
        Problem.FOREIGN_ENCODING: _("“{file}” was read as {encoding}: check its accents."),
    }


def _tables() -> dict[Problem, str]:
    return {
        Problem.FOREIGN_TOO_MANY_ROWS: _(
            "More than {most} rows or 1,000 columns: split the table, or empty what is beside and below it."
        ),
        Problem.FOREIGN_HEADINGS_ONLY: _("Headings and no row below them: fill in the table, or choose another one."),
        Problem.FOREIGN_WITHOUT_TITLES: _("No column holds the activities: say which one does."),
        Problem.FOREIGN_HIDDEN: _("This sheet is hidden in the workbook: check that it is the one you want."),
        Problem.FOREIGN_COLOURS: _(
            "{count} cells speak by their colour only, from here on: write the levels in words (Low, Medium, High); "
            "none is read from a colour."
        ),
        Problem.FOREIGN_NO_HYPOTHESIS: _(
            "“{text}” names no hypothesis: read as the low one; choose the high one if it is."
        ),
        Problem.FOREIGN_BY_ORDER: _("No heading is known: the columns were told by what they hold; check them."),
        Problem.FOREIGN_NO_PROFESSION: _(
            "The study has no profession yet: add the one these activities belong to first."
        ),
        Problem.FOREIGN_COMMENTS: _("Comments stand on cells of this sheet ({count}): they are not read."),
        Problem.FOREIGN_TICKED: _(
            "Each level has a column of its own here: the one that is ticked was read as the level."
        ),
        Problem.FOREIGN_TWO_TICKS: _("Two levels are ticked for one activity: neither was taken; leave one tick."),
        Problem.FOREIGN_NOT_A_TICK: _("“{text}” is no tick: it was left out; put an X in one column."),
        Problem.FOREIGN_COUNTED: _(
            "The columns of the levels hold numbers, not ticks: they were not read; put an X in one column of each row."
        ),
        Problem.FOREIGN_TURNED: _("The activities stand in columns here: the table was turned to be read."),
        Problem.FOREIGN_COLUMN_UNKNOWN: _("There is no column “{name}”: choose among {names}."),
        Problem.FOREIGN_FIELD_UNKNOWN: _("“{name}” is not a field: choose among {names}."),
        Problem.FOREIGN_TABLE_UNKNOWN: _("There is no sheet “{name}”: choose among {names}."),
        Problem.FOREIGN_SEVERAL_TABLES: _("Several sheets may be the list: choose one with --sheet: {names}."),
    }


def _cells() -> dict[Problem, str]:
    return {
        # the report names the cell beside each of these
        Problem.FOREIGN_NOT_A_SHARE: _("“{text}” is not a part of time: write a percentage, such as 12%."),
        Problem.FOREIGN_NOT_A_TEXT: _("“{text}” is not the title of an activity: write it in words."),
        Problem.FOREIGN_SUBTITLE: _("“{text}” heads other rows or sums them up: not read as an activity."),
        Problem.FOREIGN_LEFT_OUT: _("“{text}” was left out of the list: it is a heading, or there twice."),
        Problem.FOREIGN_LEVELS_MISSING: _(
            "“{text}” does not end with {count} levels as the other lines do: write them as Low, Medium or High."
        ),
        Problem.FOREIGN_YES_NO: _("“{text}” is neither yes nor no: write one of them."),
    }
