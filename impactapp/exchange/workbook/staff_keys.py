"""The hidden codes of the sheet *Effectifs*, by which its units, its lines and its official count are read back."""

from typing import TYPE_CHECKING

from impactapp.domain.incoming import Field
from impactapp.domain.incoming_plans import STAFF
from impactapp.exchange.workbook import keys
from impactapp.exchange.workbook import staff_layout as on
from impactapp.exchange.workbook.book import Book

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_ABOVE = 2  # the title of a table is between its codes and its headings


def unit_keys(book: Book, sheet: "Worksheet", header: int) -> None:
    """The codes of the sites and services, whose staff is computed."""
    codes: dict[int, str] = {on.UNIT: Field.UNIT_TITLE, on.KIND: Field.UNIT_KIND, on.SITE: Field.UNIT_SITE}
    codes |= dict.fromkeys((on.PERSONS, on.FTE, on.EXPOSED_LOW, on.EXPOSED_HIGH), keys.COMPUTED)
    _write(book, sheet, header, keys.UNITS, {**codes, on.NUMBER: keys.FIXED, on.OWN_ID: keys.UNIT_ID})


def line_keys(book: Book, sheet: "Worksheet", header: int) -> None:
    """The codes of the lines: a profession, a unit, and the numbers of its staff there."""
    codes: dict[int, str] = {on.LINE_PROFESSION: keys.PROFESSION, on.LINE_UNIT: keys.UNIT}
    codes |= dict(enumerate(STAFF, on.LINE_NUMBERS))
    codes |= dict.fromkeys((on.LINE_LOW, on.LINE_HIGH), keys.COMPUTED)
    numbers = (on.LINE_UNIT_NUMBER, on.LINE_SITE_NUMBER, on.LINE_PROFESSION_NUMBER)
    codes |= dict.fromkeys(numbers, keys.FIXED)
    ids = {on.OWN_ID: keys.STAFF_ID, on.PROFESSION_ID: keys.PROFESSION_ID, on.UNIT_ID: keys.UNIT_ID}
    _write(book, sheet, header, keys.STAFF, {**codes, **ids})


def census_keys(book: Book, sheet: "Worksheet", header: int) -> None:
    """The codes of the groups of the official count; its year and its source are those of the count."""
    codes: dict[int, str] = {
        on.GROUP: Field.CENSUS_TITLE,
        on.GROUP_CATEGORY: Field.CENSUS_CATEGORY,
        on.GROUP_PERSONS: Field.CENSUS_HEADCOUNT,
        on.GROUP_FTE: Field.CENSUS_FTE,
        on.OWN_ID: keys.GROUP,
    }
    _write(book, sheet, header, keys.CENSUS, codes)


def own_ids(book: Book, sheet: "Worksheet", row: int, *ids: str) -> None:
    """What a row is found again by, in hidden columns."""
    for column, own in enumerate(ids, on.OWN_ID):
        book.text(sheet, row, column, own, "muted")


def _write(book: Book, sheet: "Worksheet", header: int, kind: str, codes: dict[int, str]) -> None:
    keys.write_keys(book, sheet, header - _ABOVE, (kind, on.MARK), codes)
    book.text(sheet, header, on.OWN_ID, codes[on.OWN_ID], "muted")
