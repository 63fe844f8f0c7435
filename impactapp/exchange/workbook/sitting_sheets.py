"""The sheets of the sittings: *Compte rendu*, and *Votes* by question; absent where a study has no sitting."""

from typing import TYPE_CHECKING

from impactapp.domain.study import Study
from impactapp.exchange.workbook.book import Book, height_of
from impactapp.exchange.workbook.votes_sheet import write_votes
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

# headings begin in a narrow column of their own, over the lines they head
_HEADING_WIDTH, _LINE_WIDTH = 3.0, 118.0


def write_sitting_sheets(book: Book, study: Study) -> dict[str, str]:
    """Write them; gives their titles by what they hold. Votes have a sheet once something was voted."""
    if not study.sittings:
        return {}
    titles = {"minutes": _write_minutes(book, study).name}
    if any(talk.tallies for sitting in study.sittings for talk in sitting.talks):
        titles["votes"] = write_votes(book, study).name
    return titles


def _write_minutes(book: Book, study: Study) -> "Worksheet":
    sheet = book.sheet(_("Minutes"))
    sheet.set_column(0, 0, _HEADING_WIDTH)
    sheet.set_column(1, 1, _LINE_WIDTH)
    book.title(sheet, _("Minutes"), _("Counts by group only; nothing of a group that is too small to be shown."))
    row = 3
    for number, sitting in enumerate(study.sittings):
        if number:
            row += 1
        for position, (heading, lines) in enumerate(workshop_labels.minutes_lines(study, sitting)):
            row = _part(book, sheet, row, (heading, lines), "section" if position == 0 else "plain bold")
    sheet.print_area(0, 0, max(row - 1, 3), 1)
    return sheet


def _part(book: Book, sheet: "Worksheet", row: int, part: tuple[str, tuple[str, ...]], style: str) -> int:
    heading, lines = part
    sheet.merge_range(row, 0, row, 1, "", book.style(f"{style} wrap"))
    book.text(sheet, row, 0, heading, f"{style} wrap")
    sheet.set_row(row, max(24, height_of((heading, _LINE_WIDTH))))
    for line in lines:
        row += 1
        book.text(sheet, row, 1, line, "plain wrap top")
        sheet.set_row(row, height_of((line, _LINE_WIDTH)) - 2)
    return row + 1
