"""A roll-up as a workbook: what it is made of, professions over all establishments, establishments and their units."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.analysis.rollup import RollUp
from impactapp.exchange.atomic import replacing
from impactapp.exchange.rollup.places_sheet import add_places
from impactapp.exchange.rollup.tables import FIRST_ROW, add_numbers, add_table
from impactapp.exchange.rollup.units_sheet import add_units
from impactapp.exchange.workbook.book import Book, height_of
from impactapp.exchange.workbook.files import close_workbook, new_workbook
from impactapp.i18n import _
from impactapp.labels import rollup as rollup_labels

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_LINE_WIDTHS = (40.0, 18.0, 10.0, 11.0, 11.0, 12.0, 12.0, 26.0, 26.0, 34.0)
_SITE_WIDTHS = (44.0, 30.0, 10.0, 11.0, 11.0, 12.0, 12.0, 34.0)
_TITLE, _CATEGORY, _STUDIES, _PERSONS, _FTE, _LOW, _HIGH, _RATE_LOW, _RATE_HIGH, _MISSING = range(10)
_SITE_MISSING = 7
_SUMMED = (_PERSONS, _FTE, _LOW, _HIGH)


def write_rollup_workbook(rolled: RollUp, target: Path, *, made_at: datetime) -> None:
    """Write it in the chosen language; ``made_at`` is in UTC."""
    with replacing(target) as temporary:
        made = BytesIO()
        workbook = new_workbook(made)
        book = Book(workbook, rollup_labels.rollup_title(rolled))
        _readme(book, rolled, made_at)
        _professions(book, rolled)
        add_places(book, rolled)
        _establishments(book, rolled)
        if rolled.units:
            add_units(book, rolled)
        close_workbook(workbook)
        temporary.write_bytes(made.getbuffer())


def _readme(book: Book, rolled: RollUp, made_at: datetime) -> None:
    sheet = book.sheet(_("Read me"))
    sheet.set_column(0, 0, 130)
    book.title(sheet, rollup_labels.rollup_title(rolled), labels.moment(made_at))
    for row, sentence in enumerate(rollup_labels.rollup_sentences(rolled), 3):
        book.text(sheet, row, 0, sentence, "plain wrap top")
        sheet.set_row(row, height_of((sentence, 125)))


def _professions(book: Book, rolled: RollUp) -> None:
    titles = [_("Profession"), _("Category"), _("Studies"), _("Headcount"), _("FTE"), _("FTE exposed, low")]
    titles += [_("FTE exposed, high"), _("Rate, low hypothesis"), _("Rate, high hypothesis"), _("What is missing")]
    sheet = add_table(book, _("Professions"), rollup_labels.rollup_title(rolled), titles, _LINE_WIDTHS)
    for row, line in enumerate(rolled.lines.values(), FIRST_ROW):
        title = rollup_labels.line_title(line)
        book.text(sheet, row, _TITLE, title, "cell wrap")
        book.text(sheet, row, _CATEGORY, labels.category_word(line.category), "cell wrap")
        book.number(sheet, row, _STUDIES, line.studies, "cell whole")
        add_numbers(book, sheet, row, _PERSONS, line.sums)
        book.text(sheet, row, _RATE_LOW, rollup_labels.between(line.low), "cell wrap")
        book.text(sheet, row, _RATE_HIGH, rollup_labels.between(line.high), "cell wrap")
        missing = rollup_labels.line_missing(line)
        book.text(sheet, row, _MISSING, missing, "cell wrap")
        sheet.set_row(row, max(22, height_of((title, 38), (missing, 32), (rollup_labels.between(line.low), 24))))
    _totals(book, sheet, len(rolled.lines), rolled)


def _establishments(book: Book, rolled: RollUp) -> None:
    titles = [_("Establishment"), _("Rule"), _("Professions"), _("Headcount"), _("FTE"), _("FTE exposed, low")]
    titles += [_("FTE exposed, high"), _("What is missing")]
    sheet = add_table(book, _("Establishments"), rollup_labels.rollup_title(rolled), titles, _SITE_WIDTHS)
    for row, site in enumerate(rolled.sites, FIRST_ROW):
        rule = f"{labels.rule_word(site.rule)}, {labels.weighting_word(site.weighting)}"
        book.text(sheet, row, _TITLE, site.title, "cell wrap")
        book.text(sheet, row, _CATEGORY, rule, "cell wrap")
        book.number(sheet, row, _STUDIES, site.professions, "cell whole")
        add_numbers(book, sheet, row, _PERSONS, site.sums)
        missing = rollup_labels.site_missing(site)
        book.text(sheet, row, _SITE_MISSING, missing, "cell wrap")
        sheet.set_row(row, max(22, height_of((site.title, 42), (rule, 28), (missing, 32))))
    _totals(book, sheet, len(rolled.sites), rolled)


def _totals(book: Book, sheet: "Worksheet", rows: int, rolled: RollUp) -> None:
    """Live sums below the table, with their value."""
    from xlsxwriter.utility import xl_range

    sums = rolled.sums
    values = dict(zip(_SUMMED, (sums.headcount, sums.fte, sums.low, sums.high), strict=True))
    last = FIRST_ROW + max(rows, 1) - 1
    book.text(sheet, last + 1, _TITLE, _("Total"), "cell bold")
    for column, total in values.items():
        style = "cell whole bold" if column == _PERSONS else "cell fte bold"
        book.formula(
            sheet, last + 1, column, f"=SUM({xl_range(FIRST_ROW, column, last, column)})", style, total.value or 0
        )
