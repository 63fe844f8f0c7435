"""The sheet *Effectifs*: sites and services, the staff of each, live sums, and the official count with its source."""

from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.analysis.headcount import Agreement, category_staff, profession_staff, unit_staff
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import Results
from impactapp.domain.edits.staff import STAFF_NUMBERS
from impactapp.domain.level import HYPOTHESES, Hypothesis
from impactapp.domain.profession import Category
from impactapp.domain.study import Study
from impactapp.exchange.workbook import results_layout as of_results
from impactapp.exchange.workbook import staff_formulas as formulas
from impactapp.exchange.workbook import staff_layout as on
from impactapp.exchange.workbook.book import Book, head_height, height_of, notes
from impactapp.exchange.workbook.rate_formulas import DASH
from impactapp.exchange.workbook.staff_keys import census_keys, line_keys, own_ids, unit_keys
from impactapp.exchange.workbook.staff_layout import StaffLayout
from impactapp.i18n import _
from impactapp.labels import staff as words

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (34.0, 26.0, *[13.0] * (on.LAST - 1))
_HEAD_LETTERS = 11
_ACROSS = (0, on.LAST, sum(_WIDTHS))
_LINE_SIDE = {Hypothesis.LOW: on.LINE_LOW, Hypothesis.HIGH: on.LINE_HIGH}
_UNIT_SIDE = {Hypothesis.LOW: on.EXPOSED_LOW, Hypothesis.HIGH: on.EXPOSED_HIGH}


def write_staff(book: Book, results: Results, results_sheet: str) -> dict[str, str]:
    """Write it, unless no staff is stated by unit or counted officially; the name of the sheet by what it holds."""
    from xlsxwriter.utility import quote_sheetname

    where = StaffLayout.of(results.study)
    if where is None:
        return {}
    sheet = book.sheet(_("Staff"))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_column(on.LAST + 1, on.MARK, None, None, {"hidden": True})
    below = _("Sites and services, what each profession counts there, and the official count beside it.")
    book.title(sheet, _("Staff"), below)
    quoted = quote_sheetname(results_sheet)
    if where.units:
        _units(book, sheet, where, results)
    if where.lines:
        _lines(book, sheet, where, results, quoted)
        _sums(book, sheet, where, results.study, quoted)
    if where.categories:
        _categories(book, sheet, where, results.study, quoted)
    if where.groups:
        _groups(book, sheet, where, results.study)
    notes(book, sheet, where.notes + 1, _("How to read it"), _sentences(), _ACROSS)
    sheet.freeze_panes(0, 1)
    return {"staff": sheet.name}


def _sentences() -> list[str]:
    return [
        words.units_sentence(),
        _("An empty cell is not known: it is not zero."),
    ]


def _head(book: Book, sheet: "Worksheet", row: int, title: str, titles: list[str]) -> None:
    book.text(sheet, row - 1, 0, title, "section")
    book.header(sheet, row, 0, titles, head_height(titles, _HEAD_LETTERS))


def _exposed_titles() -> list[str]:
    return [_("Time exposed, low hypothesis (FTE)"), _("Time exposed, high hypothesis (FTE)")]


def _units(book: Book, sheet: "Worksheet", where: StaffLayout, results: Results) -> None:
    titles = [_("Site or service"), _("Kind"), _("In the site"), _("Headcount"), _("FTE"), *_exposed_titles()]
    _head(book, sheet, where.units_header, _("Sites and services"), titles)
    unit_keys(book, sheet, where.units_header)
    for number, found in enumerate(unit_staff(results), 1):
        row, unit = where.units_header + number, found.unit
        site = results.study.staffing.unit(unit.site_id)
        book.text(sheet, row, on.UNIT, unit.title, "cell wrap")
        book.text(sheet, row, on.KIND, words.unit_kind_word(unit.kind), "cell")
        book.text(sheet, row, on.SITE, site.title if site else "", "cell wrap")
        persons = formulas.of_unit(where, row, on.LINE_PERSONS)
        book.formula(sheet, row, on.PERSONS, persons, "cell whole", found.headcount)
        book.formula(sheet, row, on.FTE, formulas.of_unit(where, row, on.LINE_FTE), "cell fte", found.fte)
        for side in HYPOTHESES:
            exposed = formulas.of_unit(where, row, _LINE_SIDE[side])
            book.formula(sheet, row, _UNIT_SIDE[side], exposed, "cell fte", found.fte_exposed.under(side))
        sheet.write_number(row, on.NUMBER, number)
        own_ids(book, sheet, row, unit.id)
        sheet.set_row(row, max(22, height_of((unit.title, 32), (site.title if site else "", 12))))


def _lines(book: Book, sheet: "Worksheet", where: StaffLayout, results: Results, quoted: str) -> None:
    study = results.study
    titles = [_("Profession"), _("Site or service"), *map(words.staff_title, STAFF_NUMBERS), *_exposed_titles()]
    _head(book, sheet, where.lines_header, _("By site and service"), titles)
    line_keys(book, sheet, where.lines_header)
    units = {unit.id: (number, unit) for number, unit in enumerate(study.staffing.units, 1)}
    for row, line in enumerate(study.staffing.lines, where.lines_header + 1):
        index = study.index_of(line.profession_id)
        number, unit = units[line.unit_id]
        title = study.professions[index].title
        book.text(sheet, row, on.LINE_PROFESSION, title, "cell wrap")
        # two sites may have a service of one name
        place = f"{unit.title} ({units[unit.site_id][1].title})" if unit.site_id else unit.title
        book.text(sheet, row, on.LINE_UNIT, place, "cell wrap")
        for column, name in enumerate(STAFF_NUMBERS, on.LINE_NUMBERS):
            style = "cell whole" if name in words.PERSONS else "cell index"
            book.number(sheet, row, column, getattr(line, name), style)
        rate = results.professions[index].rate
        known = rate.low is not None and rate.high is not None
        exposed = rate.times(line.fte) if known else Interval()
        for side in HYPOTHESES:
            formula = formulas.exposed(row, index, quoted, of_results.RATE[side])
            book.formula(sheet, row, _LINE_SIDE[side], formula, "cell fte", exposed.under(side))
        sheet.write_number(row, on.LINE_UNIT_NUMBER, number)
        sheet.write_number(row, on.LINE_SITE_NUMBER, units[unit.site_id][0] if unit.site_id else 0)
        sheet.write_number(row, on.LINE_PROFESSION_NUMBER, index + 1)
        own_ids(book, sheet, row, f"{line.profession_id} {line.unit_id}", line.profession_id, line.unit_id)
        sheet.set_row(row, max(22, height_of((title, 32), (place, 24))))


def _sums(book: Book, sheet: "Worksheet", where: StaffLayout, study: Study, quoted: str) -> None:
    titles = [
        *(_("Profession"), _("Headcount of the profession"), _("Sum of its lines"), _("Difference")),
        *(_("FTE of the profession"), _("Sum of the FTE of its lines"), _("Difference in FTE")),
    ]
    _head(book, sheet, where.sums_header, _("Profession by profession"), titles)
    for row, found in enumerate(profession_staff(study), where.sums_header + 1):
        index = study.index_of(found.profession.id)
        book.text(sheet, row, on.NAME, found.profession.title, "cell wrap")
        sheet.write_number(row, on.NUMBER, index + 1)
        whole = formulas.stated(index, quoted, of_results.HEADCOUNT)
        fte_whole = formulas.stated(index, quoted, of_results.FTE)
        parts, fte_parts = (formulas.of_profession(where, row, at) for at in (on.LINE_PERSONS, on.LINE_FTE))
        _agreement(book, sheet, row, (whole, parts, "cell whole"), found.headcount, on.WHOLE)
        _agreement(book, sheet, row, (fte_whole, fte_parts, "cell index"), found.fte, on.FTE_WHOLE)
        sheet.set_row(row, max(22, height_of((found.profession.title, 32))))


def _categories(book: Book, sheet: "Worksheet", where: StaffLayout, study: Study, quoted: str) -> None:
    census = study.staffing.census
    assert census is not None, "there are categories beside an official count only"
    titles = [
        *(_("Category"), _("Official headcount"), _("Headcount of the study"), _("Difference")),
        *(_("Official FTE"), _("FTE of the study"), _("Difference in FTE")),
    ]
    heading = _("Official count by category")
    _head(book, sheet, where.categories_header, f"{heading} — {words.census_source(census)}", titles)
    for row, found in enumerate(category_staff(study), where.categories_header + 1):
        book.text(sheet, row, on.NAME, labels.category_word(found.category), "cell wrap")
        inside = _in(study, found.category)
        whole, fte_whole = (_official(where, row, at) for at in (on.GROUP_PERSONS, on.GROUP_FTE))
        parts = formulas.stated_of(inside, quoted, of_results.HEADCOUNT)
        fte_parts = formulas.stated_of(inside, quoted, of_results.FTE)
        _agreement(book, sheet, row, (whole, parts, "cell whole"), found.headcount, on.WHOLE)
        _agreement(book, sheet, row, (fte_whole, fte_parts, "cell index"), found.fte, on.FTE_WHOLE)
        sheet.set_row(row, 22)


def _official(where: StaffLayout, row: int, column: int) -> str:
    return formulas.of_category(where, row, column) if where.groups else f"={DASH}"


def _in(study: Study, category: Category) -> list[int]:
    return [at for at, profession in enumerate(study.professions) if profession.category is category]


def _agreement(
    book: Book, sheet: "Worksheet", row: int, made: tuple[str, str, str], found: Agreement, first: int
) -> None:
    """Whole, parts and their difference, in three columns."""
    whole, parts, style = made
    book.formula(sheet, row, first, whole, style, found.whole)
    book.formula(sheet, row, first + 1, parts, style, found.parts)
    book.formula(sheet, row, first + 2, formulas.difference(row, first, first + 1), style, found.difference)


def _groups(book: Book, sheet: "Worksheet", where: StaffLayout, study: Study) -> None:
    census = study.staffing.census
    assert census is not None, "there are groups in an official count only"
    titles = [_("Group of the official count"), _("Category"), _("Persons"), _("FTE"), _("Year"), _("Source")]
    _head(book, sheet, where.groups_header, words.census_source(census), titles)
    census_keys(book, sheet, where.groups_header)
    for row, line in enumerate(census.lines, where.groups_header + 1):
        book.text(sheet, row, on.GROUP, line.title, "cell wrap")
        book.text(sheet, row, on.GROUP_CATEGORY, labels.category_word(line.category), "cell wrap")
        book.number(sheet, row, on.GROUP_PERSONS, line.headcount, "cell whole")
        book.number(sheet, row, on.GROUP_FTE, line.fte, "cell index")
        sheet.write_number(row, on.GROUP_FTE + 1, census.year, book.style("cell"))
        book.text(sheet, row, on.GROUP_FTE + 2, census.source, "cell")
        own_ids(book, sheet, row, line.code)
        sheet.set_row(row, max(22, height_of((line.title, 32))))
