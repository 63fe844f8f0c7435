"""« Métiers par établissement »: each profession study by study, so that what differs can be seen and filtered."""

from impactapp.domain.analysis.rollup import Place, RollUp
from impactapp.exchange.rollup.tables import FIRST_ROW, add_filter, add_table
from impactapp.exchange.workbook.book import Book, height_of
from impactapp.i18n import _
from impactapp.labels import rollup as rollup_labels

_WIDTHS = (40.0, 44.0, 11.0, 11.0, 12.0, 12.0, 12.0, 12.0, 34.0)
_TITLE, _PLACE, _PERSONS, _FTE, _LOW, _HIGH, _RATE_LOW, _RATE_HIGH, _MISSING = range(9)


def add_places(book: Book, rolled: RollUp) -> None:
    """A row for each profession of each study."""
    titles = [_("Profession"), _("Establishment"), _("Headcount"), _("FTE"), _("FTE exposed, low")]
    titles += [_("FTE exposed, high"), _("Rate, low hypothesis"), _("Rate, high hypothesis"), _("What is missing")]
    below = rollup_labels.rollup_title(rolled)
    sheet = add_table(book, _("Professions by establishment"), below, titles, _WIDTHS)
    row = FIRST_ROW
    for line in rolled.lines.values():
        for place in line.places:
            name, title = rolled.sites[place.position].title, rollup_labels.line_title(line)
            book.text(sheet, row, _TITLE, title, "cell wrap")
            book.text(sheet, row, _PLACE, name, "cell wrap")
            for column, (number, style) in _numbers(place).items():
                book.number(sheet, row, column, number, style)
            missing = rollup_labels.place_missing(place)
            book.text(sheet, row, _MISSING, missing, "cell wrap")
            sheet.set_row(row, max(22, height_of((title, 38), (name, 42), (missing, 32))))
            row += 1
    add_filter(sheet, row, _MISSING)


def _numbers(place: Place) -> dict[int, tuple[float | None, str]]:
    return {
        _PERSONS: (place.headcount, "cell whole"),
        _FTE: (place.fte, "cell fte"),
        _LOW: (place.exposed.low, "cell fte"),
        _HIGH: (place.exposed.high, "cell fte"),
        _RATE_LOW: (place.rate.low, "cell rate"),
        _RATE_HIGH: (place.rate.high, "cell rate"),
    }
