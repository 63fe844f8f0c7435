"""The sheets *Lisez-moi* and *Définitions*: what this workbook is, whose rules it applies, and what its words mean."""

from datetime import datetime
from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.analysis.checks import Severity
from impactapp.domain.analysis.results import Results
from impactapp.domain.profession import Profession
from impactapp.domain.study import Origin, Study
from impactapp.exchange.workbook import keys
from impactapp.exchange.workbook.book import LINE_HEIGHT, Book, height_of
from impactapp.exchange.workbook.scenario_pages import scenario_method
from impactapp.exchange.workbook.skill_pages import skill_method, skill_terms, skill_use
from impactapp.i18n import _, ngettext
from impactapp.labels import found as finding_labels

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_LABEL_WIDTH = 26.0
# with the labels, the width of a sheet of A4
_TEXT_WIDTH = 120.0
_MOST_FINDINGS = 30
_SECTION = 24.0
# title, line below, dates and the gaps around them
_HEAD = 28 + 6 * LINE_HEIGHT
# what a sheet of A4 holds in points, and some more once it is printed smaller
_ONE_PAGE = 516 * 1.35


def write_readme(book: Book, results: Results, made_at: datetime, *, skilled: bool) -> "Worksheet":
    """Write the first sheet a reader opens."""
    sheet = book.sheet(_("Read me"))
    study = results.study
    sheet.set_column(0, 0, _LABEL_WIDTH)
    sheet.set_column(1, 1, _TEXT_WIDTH)
    below = _("AI and the professions of a hospital, after the method of Institut Montaigne (2019)")
    book.title(sheet, study.title, below)
    row = _identity(book, sheet, study, made_at, 3)
    sections = [
        (_("How the rates are computed"), _method(study)),
        (_("Exposure of the skills"), skill_method(study) if skilled else []),
        (_("Scenarios"), scenario_method(study)),
        (_("How to use this workbook"), [*_use(), *(skill_use() if skilled else [])]),
        (_("Sources"), _sources(study)),
        (_("Still to complete on the day of the export"), _findings(results)),
    ]
    shown = [(title, lines) for title, lines in sections if lines]
    for title, lines in shown:
        row = _section(book, sheet, row + 1, title, lines)
    sheet.print_area(0, 0, row - 1, 1)
    if _height(study, shown) <= _ONE_PAGE:
        sheet.fit_to_pages(1, 1)
    return sheet


def _height(study: Study, sections: list[tuple[str, list[tuple[str, str]]]]) -> float:
    """About how high the sheet is, in points."""
    listed = [line for _title, lines in sections for line in lines] + _facts(study)
    return _HEAD + len(sections) * (_SECTION + LINE_HEIGHT) + sum(map(_line_height, listed))


def write_definitions(book: Book, study: Study, *, skilled: bool) -> "Worksheet":
    """Write the words of the group, or ours where it has none, and say which."""
    sheet = book.sheet(_("Definitions"))
    widths = (26.0, 84.0, 20.0)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    book.title(sheet, _("Definitions"), _("Levels, hypotheses and criteria, as the group uses them."))
    book.header(sheet, 3, 0, [_("Term"), _("Definition"), _("Wording")], 22)
    row = 4
    for key in labels.DEFINITION_KEYS:
        ours = not getattr(study.definitions, key)
        whose = _("application’s") if ours else _("the group’s")
        _definition(book, sheet, row, (labels.definition_title(key), labels.definition(study, key), whose), widths[1])
        book.text(sheet, row, len(widths), f"definition.{key}", "muted")
        book.text(sheet, row, len(widths) + 2, labels.default_definition(key), "muted")
        row += 1
    for term, text in [*_terms(), *(skill_terms() if skilled else [])]:
        _definition(book, sheet, row, (term, text, _("application’s")), widths[1])
        row += 1
    columns = {1: keys.DEFINITION, len(widths): keys.KEY, len(widths) + 2: keys.OURS}
    keys.write_keys(book, sheet, 2, (keys.DEFINITIONS, len(widths) + 1), columns)
    sheet.set_column(len(widths), len(widths) + 2, None, None, {"hidden": True})
    sheet.print_area(0, 0, row - 1, len(widths) - 1)
    sheet.freeze_panes(4, 1)
    sheet.repeat_rows(3)
    return sheet


def _definition(book: Book, sheet: "Worksheet", row: int, cells: tuple[str, str, str], width: float) -> None:
    term, text, whose = cells
    book.text(sheet, row, 0, term, "cell top wrap bold")
    book.text(sheet, row, 1, text, "cell top wrap")
    book.text(sheet, row, 2, whose, "cell top")
    sheet.set_row(row, height_of((text, width)))


def _terms() -> list[tuple[str, str]]:
    return [
        (
            _("Proposal"),
            _("The level that follows from the three criteria: their median, capped by maturity. "
              "Rule of this application; the group decides, and says why where its decision differs."),
        ),
        (
            _("Substitution rate"),
            _("The rate of substitution of a profession, from the levels of its activities by the rule that is named. "
              "It is known once every activity is decided."),
        ),
        (
            _("FTE exposed"),
            _("Rate × FTE of the profession, from the low to the high hypothesis: working time that AI could take on. "
              "It is an order of magnitude of exposed working time."),
        ),
        (
            _("Across rules"),
            _("From the least rate under the low hypothesis to the greatest under the high one, over all the rules: "
              "what the choice of a rule changes."),
        ),
    ]  # fmt: skip


def _identity(book: Book, sheet: "Worksheet", study: Study, made_at: datetime, row: int) -> int:
    for label, text in _facts(study):
        _line(book, sheet, row, label, text)
        row += 1
    if study.day is not None:
        book.text(sheet, row, 0, _("Date of the study"), "label")
        if study.day.year >= 1900:
            sheet.write_datetime(row, 1, study.day, book.style("day"))
        else:  # Excel counts its days from 1900
            book.text(sheet, row, 1, labels.day(study.day), "plain")
        row += 1
    book.text(sheet, row, 0, _("Exported on"), "label")
    # a cell knows no time zone: the reader gets the time of this computer, the hidden sheet keeps it in UTC
    sheet.write_datetime(row, 1, made_at.astimezone().replace(tzinfo=None, microsecond=0), book.style("moment"))
    return row + 1


def _facts(study: Study) -> list[tuple[str, str]]:
    lines = [
        (_("Establishment"), study.establishment),
        (_("Working group"), study.authors),
        (_("Purpose"), study.purpose),
    ]
    if study.origin is Origin.DEMONSTRATION:
        # whoever opens the demonstration changes it: nothing here may pass for published
        words = _(
            "Copy of the published case: what was changed in it since is not published; not an establishment’s study."
        )
        lines.append((_("Demonstration"), words))
    return [(label, text) for label, text in lines if text]


def _method(study: Study) -> list[tuple[str, str]]:
    return [
        (_("Rule"), labels.rule_sentence(study.rule, study.custom_rates)),
        (_("Weighting"), labels.weighting_sentence(study)),
        (
            _("Other rules"),
            _("The sheet Results shows every rule side by side, and the interval across them: "
              "the published sources do not say how levels become a rate."),
        ),
    ]  # fmt: skip


def _use() -> list[tuple[str, str]]:
    return [
        (_("Protected view"), _("All figures are right as they stand. Enable editing to change a level.")),
        (
            _("Change a level"),
            _("In the sheet Matrix, choose another word in a drop-down list: rates and charts follow. "
              "Rows may be sorted and filtered; add a row between two others, not below the last one."),
        ),
        (
            _("Change the rule"),
            _("In the sheet Results, choose another rule, or change what a level counts for in the table of rules."),
        ),
        (
            _("Colours"),
            _("The word in the cell says everything; the colour repeats it. "
              "An orange cell of the sheet Matrix is a high hypothesis below the low one, to be corrected."),
        ),
        (_("Identifiers"), _("Hidden columns hold the identifiers of the activities: leave them in place.")),
        (
            _("What comes back"),
            _("Send this workbook back: what is typed in it is read again, and each change is shown before it is "
              "taken. Computed cells are for reading only."),
        ),
    ]  # fmt: skip


def _sources(study: Study) -> list[tuple[str, str]]:
    method = _(
        "David Gruson, Adrien Deudon, Laure Millet, “IA et emploi en santé : quoi de neuf docteur ?”, note, "
        "Institut Montaigne with Ethik-IA, January 2019."
    )
    lines = [(_("Method"), method)]
    lines += [(found.title, said) for found in study.professions if (said := _source(found))]
    lines.append((_("Independence"), _("Independent project, not affiliated with Institut Montaigne.")))
    return lines


def _source(profession: Profession) -> str:
    """Where a profession was taken from, and how it is known elsewhere."""
    named = [
        (_("sheet of the catalogue: {code}"), profession.code),
        (_("family: {code}"), profession.family),
        (_("ROME: {code}"), ", ".join(profession.rome)),
        (_("ISCO-08: {code}"), ", ".join(profession.isco08)),
    ]
    return " · ".join([*filter(None, [profession.source]), *(words.format(code=code) for words, code in named if code)])


def _findings(results: Results) -> list[tuple[str, str]]:
    """What the study lacks, the most serious first; remarks are left to the application."""
    ranked = [
        group for group in finding_labels.finding_groups(results.findings) if group.severity is not Severity.REMARK
    ]
    lines = [_finding(group, results.study) for group in ranked[:_MOST_FINDINGS]]
    left = len(ranked) - len(lines)
    if left:
        lines.append(("", ngettext("… and {count} other.", "… and {count} others.", left).format(count=left)))
    return lines


def _finding(group: finding_labels.FindingGroup, study: Study) -> tuple[str, str]:
    where, message = finding_labels.group_where(group, study), finding_labels.group_message(group, study)
    return labels.severity_word(group.severity), f"{where} — {message}"


def _section(book: Book, sheet: "Worksheet", row: int, title: str, lines: list[tuple[str, str]]) -> int:
    book.text(sheet, row, 0, title, "section")
    sheet.set_row(row, _SECTION)
    for offset, (label, text) in enumerate(lines, 1):
        _line(book, sheet, row + offset, label, text)
    return row + len(lines) + 1


def _line(book: Book, sheet: "Worksheet", row: int, label: str, text: str) -> None:
    book.text(sheet, row, 0, label, "label")
    book.text(sheet, row, 1, text, "plain wrap top")
    sheet.set_row(row, _line_height((label, text)))


def _line_height(line: tuple[str, str]) -> float:
    label, text = line
    return height_of((text, _TEXT_WIDTH), (label, _LABEL_WIDTH))
