"""What may be typed in the sheets of skills: words of a list, hours, with a word of help and of refusal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from impactapp.domain.intensities import MONTH_HOURS, MOST_INTENSE
from impactapp.i18n import _

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Rows = tuple[int, int]


def word_list(sheet: "Worksheet", rows: Rows, column: int, about: str, words: Sequence[str], help_: str = "") -> None:
    """A drop-down list of words, in the rows from first to last of a column."""
    options = {
        "validate": "list",
        "source": list(words),
        "input_title": about[:32],
        "input_message": help_[:255] or _("Choose a word of the list."),
        "error_title": _("Unknown word"),
        "error_message": _("Choose one of the words of the list, or empty the cell."),
    }
    sheet.data_validation(rows[0], column, rows[1], column, options)


def hours_input(sheet: "Worksheet", rows: Rows, column: int, about: str, most: int = MONTH_HOURS) -> None:
    """Hours a month."""
    options = {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": most,
        "input_title": about[:32],
        "input_message": _("Hours a month; empty when not known."),
        "error_title": _("Wrong number of hours"),
        "error_message": _("Hours a month are between 0 and {most}.").format(most=most),
    }
    sheet.data_validation(rows[0], column, rows[1], column, options)


def intensity_input(sheet: "Worksheet", rows: Rows, columns: Rows, scale: str) -> None:
    """How much an activity practises a skill, 0 to 3, in the columns from first to last."""
    options = {
        "validate": "list",
        "source": list(range(MOST_INTENSE + 1)),
        "input_title": _("Intensity"),
        "input_message": scale[:255],
        "error_title": _("Unknown intensity"),
        "error_message": _("Choose 0, 1, 2 or 3, or empty the cell."),
    }
    sheet.data_validation(rows[0], columns[0], rows[1], columns[1], options)
