"""« Sites et services »: from the profession to the service, the site and the establishment, study by study."""

from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.analysis.rollup import RollUp
from impactapp.domain.analysis.rollup_sums import Sums
from impactapp.domain.analysis.rollup_units import UnitSums
from impactapp.exchange.rollup.tables import FIRST_ROW, add_filter, add_numbers, add_table
from impactapp.exchange.workbook.book import Book, height_of
from impactapp.i18n import _
from impactapp.labels import rollup as rollup_labels

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (36.0, 26.0, 28.0, 34.0, 11.0, 11.0, 12.0, 12.0, 34.0)
_PLACE, _SITE, _SERVICE, _PROFESSION, _PERSONS = range(5)
_MISSING = 8


def add_units(book: Book, rolled: RollUp) -> None:
    """A row for each unit, and below it one for each profession stated there; a site counts its services."""
    titles = [_("Establishment"), _("Site"), _("Service"), _("Profession"), _("Headcount"), _("FTE")]
    titles += [_("FTE exposed, low"), _("FTE exposed, high"), _("What is missing")]
    sheet = add_table(book, _("Sites and services"), rollup_labels.units_sentence(), titles, _WIDTHS)
    row = FIRST_ROW
    for unit in rolled.units:
        _line(book, sheet, row, unit, rollup_labels.all_professions(), unit.sums, "bold")
        row += 1
        for part in unit.parts:
            _line(book, sheet, row, unit, part.title, part.sums, "")
            row += 1
    add_filter(sheet, row, _MISSING)


def _line(book: Book, sheet: "Worksheet", row: int, unit: UnitSums, title: str, sums: Sums, style: str) -> None:
    words = "cell bold" if style else "cell wrap"
    site, service = rollup_labels.unit_places(unit)
    missing = rollup_labels.sums_missing(sums)
    book.text(sheet, row, _PLACE, unit.place, words)
    book.text(sheet, row, _SITE, site or labels.UNKNOWN, words)
    book.text(sheet, row, _SERVICE, service or labels.UNKNOWN, words)
    book.text(sheet, row, _PROFESSION, title, words)
    add_numbers(book, sheet, row, _PERSONS, sums, style)
    book.text(sheet, row, _MISSING, missing, "cell wrap")
    height = max(22, height_of((unit.place, 34), (site, 24), (service, 26), (title, 32), (missing, 32)))
    sheet.set_row(row, height, None, {} if style else {"level": 1})
