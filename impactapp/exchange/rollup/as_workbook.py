"""A roll-up as a workbook: what it is made of, professions over all establishments, and establishments."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.analysis.rollup import Extreme, Line, Range, RollUp, Site
from impactapp.exchange.atomic import replacing
from impactapp.exchange.workbook.book import Book, head_height, height_of
from impactapp.exchange.workbook.files import close_workbook, new_workbook
from impactapp.i18n import _
from impactapp.labels import rollup as rollup_labels

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_HEADER, _FIRST = 3, 4
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
        _establishments(book, rolled)
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
    sheet = _table(book, _("Professions"), rollup_labels.rollup_title(rolled), titles, _LINE_WIDTHS)
    for row, line in enumerate(rolled.lines.values(), _FIRST):
        book.text(sheet, row, _TITLE, line.title, "cell wrap")
        book.text(sheet, row, _CATEGORY, labels.category_word(line.category), "cell wrap")
        book.number(sheet, row, _STUDIES, line.studies, "cell whole")
        _numbers(book, sheet, row, line)
        book.text(sheet, row, _RATE_LOW, _between(line.low), "cell wrap")
        book.text(sheet, row, _RATE_HIGH, _between(line.high), "cell wrap")
        missing = rollup_labels.line_missing(line)
        book.text(sheet, row, _MISSING, missing, "cell wrap")
        sheet.set_row(row, max(22, height_of((line.title, 38), (missing, 32), (_between(line.low), 24))))
    _totals(book, sheet, len(rolled.lines), rolled)


def _establishments(book: Book, rolled: RollUp) -> None:
    titles = [_("Establishment"), _("Rule"), _("Professions"), _("Headcount"), _("FTE"), _("FTE exposed, low")]
    titles += [_("FTE exposed, high"), _("What is missing")]
    sheet = _table(book, _("Establishments"), rollup_labels.rollup_title(rolled), titles, _SITE_WIDTHS)
    for row, site in enumerate(rolled.sites, _FIRST):
        rule = f"{labels.rule_word(site.rule)}, {labels.weighting_word(site.weighting)}"
        book.text(sheet, row, _TITLE, site.title, "cell wrap")
        book.text(sheet, row, _CATEGORY, rule, "cell wrap")
        book.number(sheet, row, _STUDIES, site.professions, "cell whole")
        _numbers(book, sheet, row, site)
        missing = rollup_labels.sums_missing(site.sums)
        book.text(sheet, row, _SITE_MISSING, missing, "cell wrap")
        sheet.set_row(row, max(22, height_of((site.title, 42), (rule, 28), (missing, 32))))
    _totals(book, sheet, len(rolled.sites), rolled)


def _table(book: Book, title: str, below: str, titles: list[str], widths: Sequence[float]) -> "Worksheet":
    sheet = book.sheet(title)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    book.title(sheet, title, below)
    book.header(sheet, _HEADER, 0, titles, head_height(titles, 10))
    sheet.freeze_panes(_FIRST, 1)
    sheet.repeat_rows(_HEADER)
    return sheet


def _numbers(book: Book, sheet: "Worksheet", row: int, summed: Line | Site) -> None:
    sums = summed.sums
    book.number(sheet, row, _PERSONS, sums.headcount.value, "cell whole")
    for column, total in ((_FTE, sums.fte), (_LOW, sums.low), (_HIGH, sums.high)):
        book.number(sheet, row, column, total.value, "cell fte")


def _totals(book: Book, sheet: "Worksheet", rows: int, rolled: RollUp) -> None:
    """Live sums below the table, with their value."""
    from xlsxwriter.utility import xl_range

    sums = rolled.sums
    values = dict(zip(_SUMMED, (sums.headcount, sums.fte, sums.low, sums.high), strict=True))
    last = _FIRST + max(rows, 1) - 1
    book.text(sheet, last + 1, _TITLE, _("Total"), "cell bold")
    for column, total in values.items():
        style = "cell whole bold" if column == _PERSONS else "cell fte bold"
        book.formula(
            sheet, last + 1, column, f"=SUM({xl_range(_FIRST, column, last, column)})", style, total.value or 0
        )


def _between(found: Range) -> str:
    if found.least is None or found.most is None:
        return labels.UNKNOWN
    if found.least.rate == found.most.rate:
        return labels.percent(found.least.rate)
    return f"{_told(found.least)} – {_told(found.most)}"


def _told(extreme: Extreme) -> str:
    return _("{rate} ({place})").format(rate=labels.percent(extreme.rate), place=extreme.place)
