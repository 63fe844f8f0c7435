"""The sheet *Exposition*: live formulas over the other sheets, and the rule that drives them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.analysis.exposure import priority
from impactapp.domain.analysis.skills import MechanismResult
from impactapp.domain.level import HYPOTHESES, Level
from impactapp.domain.rule import LevelRates
from impactapp.domain.skill import Mechanism
from impactapp.domain.study import Study
from impactapp.exchange.cell_text import cell_text, shorten
from impactapp.exchange.workbook import keys
from impactapp.exchange.workbook import layout as at
from impactapp.exchange.workbook import skill_formulas as formulas
from impactapp.exchange.workbook import skill_layout as on
from impactapp.exchange.workbook.book import Book, head_height, height_of, notes, pixels
from impactapp.exchange.workbook.exposure_charts import insert_exposure_charts
from impactapp.exchange.workbook.rate_formulas import cell
from impactapp.exchange.workbook.skill_formulas import LinkSums
from impactapp.exchange.workbook.skill_layout import SkillLayout, SkillRow
from impactapp.exchange.workbook.skill_values import Masses, masses
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_PROFESSION_WIDTH = 22.0
_WIDTHS = (34.0, 17.0, 11.0, 14.0, 14.0, 12.5, 12.5, 10.5, 10.5, 12.0, 14.0, 14.0, 12.5, 12.5, 10.5, 10.5)
_LABEL_LENGTH = 34
_HEAD_LETTERS = 9
_ON_ONE_PAGE = 3  # skills
# after the title of the skill
MECHANISM, CRITICALITY, EXPOSED, CLASS, PRIORITY = 1, 2, 3, 5, 7
RESTORED, LEFT, LEFT_CLASS, LEFT_PRIORITY, LABEL = 9, 10, 12, 14, 16
BEFORE, AFTER, NUMBER, LINKS, TOTAL, RATED, OWN, OWN_RATED = range(17, 25)
# of the table of practices
BASIS, KEPT, READING = 2, 3, 5


def write_exposure(book: Book, where: SkillLayout, study: Study, links: str, step: Callable[[], None]) -> "Worksheet":
    """Write the sheet; ``links`` is the title of the sheet of links."""
    sheet = book.sheet(_("Exposure"))
    book.title(sheet, _("Exposure of the skills"), skill_labels.model_limits()[0])
    _columns(sheet, where)
    _rule(book, sheet, study, _PROFESSION_WIDTH if where.indent else _WIDTHS[0])
    rates = study.level_rates(study.exposure_rule)
    for index, skill in enumerate(where.skills):
        step()
        sums = LinkSums(where, skill, links)
        _practice(book, sheet, where, index, sums, rates)
        for mechanism in Mechanism:
            _mechanism(book, sheet, where, (index, mechanism), sums, rates)
    _headers(book, sheet, where)
    _colours(book, sheet, where)
    columns = (where.indent + LABEL, where.indent + BEFORE, where.indent + AFTER)
    widths = [*([_PROFESSION_WIDTH] if where.indent else []), *_WIDTHS]
    insert_exposure_charts(book, sheet, where, columns, sum(map(pixels, widths)))
    across = (0, where.indent + PRIORITY, sum(_WIDTHS[: PRIORITY + 1]))
    sources = skill_labels.sources_sentence(block.result.profession for block in where.blocks)
    lines = [
        *filter(None, [sources]),
        *skill_labels.model_limits(),
        skill_labels.never_skilling_limit(),
        *_mechanisms(),
    ]
    after = notes(
        book, sheet, where.mechanisms_last + 2, _("What these figures are, and what they are not"), lines, across
    )
    # down to the hidden numbers: buttons sort the columns of their range alone
    sheet.autofilter(where.mechanisms_header, 0, where.mechanisms_last, where.indent + OWN_RATED)
    sheet.freeze_panes(0, where.indent + 1)
    sheet.repeat_rows(where.mechanisms_header)
    if len(where.skills) <= _ON_ONE_PAGE:
        sheet.fit_to_pages(1, 1)
    else:
        # a chart cut in two says nothing
        before_charts = [where.charts] if len(where.skills) > on.FEW_ON_A_PAGE else []
        sheet.set_h_pagebreaks([*before_charts, where.mechanisms_header - 1])
    sheet.print_area(0, 0, after - 1, where.indent + LABEL - 1)
    return sheet


def _mechanisms() -> list[str]:
    return [skill_labels.mechanism_sentence(mechanism) for mechanism in Mechanism]


def _columns(sheet: "Worksheet", where: SkillLayout) -> None:
    if where.indent:
        sheet.set_column(0, 0, _PROFESSION_WIDTH)
    for offset, width in enumerate(_WIDTHS):
        sheet.set_column(where.indent + offset, where.indent + offset, width)
    sheet.set_column(where.indent + LABEL, where.indent + OWN_RATED, None, None, {"hidden": True})


def _rule(book: Book, sheet: "Worksheet", study: Study, width: float) -> None:
    """The rule that says what a level counts for, to choose, and the three rates that follow."""
    labelled = {on.RULE_ROW: _("Rates that drive the exposure"), on.RATES_ROW: _("What each level counts for")}
    for row, label in labelled.items():
        book.text(sheet, row, 0, label, "label")
        sheet.set_row(row, max(22, height_of((label, width))))
    sheet.merge_range(on.RULE_ROW, 1, on.RULE_ROW, 4, "", book.style("input left"))
    book.text(sheet, on.RULE_ROW, 1, labels.rule_word(study.exposure_rule), "input left")
    book.name(keys.EXPOSURE_CHOICE, sheet, (on.RULE_ROW, 1), (on.RULE_ROW, 1))
    options = {
        "validate": "list",
        "source": f"={at.RULE_WORDS}",
        "input_title": _("Rates of the exposure"),
        "input_message": _("Choose another rule to see what it changes. The rules stand at the foot of Results."),
        "error_message": _("Choose one of the rules of the list."),
    }
    sheet.data_validation(on.RULE_ROW, 1, on.RULE_ROW, 1, options)
    rates = study.level_rates(study.exposure_rule)
    for level in Level:
        column = on.RATES_COLUMN + level - 1
        book.text(sheet, on.RATES_ROW - 1, column, labels.level_word(level), "header")
        formula = formulas.rule_rate(cell(on.RULE_ROW, 1, fixed=True), level)
        book.formula(
            sheet, on.RATES_ROW, column, formula, "cell rate center", None if rates is None else rates.of(level)
        )
    first, last = on.RATES_COLUMN, on.RATES_COLUMN + len(Level) - 1
    book.name(on.EXPOSURE_RATES, sheet, (on.RATES_ROW, first), (on.RATES_ROW, last))
    book.text(sheet, on.RATES_ROW + 1, 0, skill_labels.exposure_rule_sentence(study), "muted")


def _headers(book: Book, sheet: "Worksheet", where: SkillLayout) -> None:
    low, high = (labels.hypothesis_word(hypothesis) for hypothesis in HYPOTHESES)
    start = [_("Profession")] if where.indent else []
    book.text(sheet, on.PRACTICE_HEADER - 1, 0, _("Practice kept of each skill"), "section")
    titles = [*start, _("Skill"), _("Criticality"), _("Practice rated")]
    titles += [_("Practice kept, {hypothesis}").format(hypothesis=name) for name in (low, high)]
    book.header(sheet, on.PRACTICE_HEADER, 0, titles, head_height(titles, _HEAD_LETTERS))
    reading = where.indent + READING
    sheet.merge_range(
        on.PRACTICE_HEADER, reading, on.PRACTICE_HEADER, where.indent + RESTORED, "", book.style("header left")
    )
    book.text(sheet, on.PRACTICE_HEADER, reading, _("What it rests on"), "header left")
    book.text(sheet, where.mechanisms_header - 1, 0, _("Exposure, before and after the measures"), "section")
    titles = [*start, _("Skill"), _("Mechanism"), _("Criticality")]
    for said in (_("Exposure, {hypothesis}"), _("Class, {hypothesis}"), _("Priority, {hypothesis}")):
        titles += [said.format(hypothesis=name) for name in (low, high)]
    titles.append(_("Given back by measures"))
    for said in (
        _("Left after measures, {hypothesis}"),
        _("Class after, {hypothesis}"),
        _("Priority after, {hypothesis}"),
    ):
        titles += [said.format(hypothesis=name) for name in (low, high)]
    book.header(sheet, where.mechanisms_header, 0, titles, head_height(titles, _HEAD_LETTERS))


def _titles(book: Book, sheet: "Worksheet", where: SkillLayout, skill: SkillRow, row: int) -> None:
    if where.indent:
        book.text(sheet, row, 0, skill.profession.title, "cell wrap")
    book.text(sheet, row, where.indent, skill.found.skill.title, "cell wrap bold")
    sides = ((skill.found.skill.title, _WIDTHS[0]), (skill.profession.title if where.indent else "", _PROFESSION_WIDTH))
    sheet.set_row(row, max(22, height_of(*sides)))


def _sums(
    book: Book, sheet: "Worksheet", where: SkillLayout, row: int, sums: LinkSums, of: tuple[SkillRow, Mechanism, Masses]
) -> dict[str, str]:
    """The hidden cells of a row that its formulas read; returns where they are."""
    skill, mechanism, value = of
    sheet.write_number(row, where.indent + NUMBER, skill.number)
    told = {
        LINKS: ("links", sums.links, value.links),
        TOTAL: ("total", sums.mass(Mechanism.ATROPHY, rated=False), value.total),
        RATED: ("rated", sums.mass(Mechanism.ATROPHY, rated=True), value.rated),
        OWN: ("own", sums.mass(mechanism, rated=False), value.own),
        OWN_RATED: ("own_rated", sums.mass(mechanism, rated=True), value.own_rated),
    }
    for offset, (_name, formula, number) in told.items():
        book.formula(sheet, row, where.indent + offset, formula, "muted", number)
    places = {name: cell(row, where.indent + offset) for offset, (name, _formula, _number) in told.items()}
    return places | {"number": cell(row, where.indent + NUMBER)}


def _practice(
    book: Book, sheet: "Worksheet", where: SkillLayout, index: int, sums: LinkSums, rates: LevelRates | None
) -> None:
    skill = where.skills[index]
    found, row, first = skill.found, on.PRACTICE_FIRST + index, where.indent
    _titles(book, sheet, where, skill, row)
    value = masses(skill, Mechanism.ATROPHY, rates)
    cells = _sums(book, sheet, where, row, sums, (skill, Mechanism.ATROPHY, value))
    matters = formulas.criticality_words(cells["number"])
    book.formula(sheet, row, first + 1, matters, "cell", skill_labels.criticality_word(found.skill.criticality))
    book.formula(
        sheet, row, first + BASIS, formulas.basis(cells["total"], cells["rated"]), "cell rate center", found.basis
    )
    for offset, hypothesis in enumerate(HYPOTHESES):
        kept = formulas.exposure(sums, Mechanism.ATROPHY, hypothesis, cells, kept=True)
        known = _said(found.practice.under(hypothesis), value)
        book.formula(sheet, row, first + KEPT + offset, kept, "cell rate center", known)
    for offset in range(READING + 1, LEFT):
        book.text(sheet, row, first + offset, "", "cell")
    reading = formulas.reading(cells["links"], cells["total"], cells["rated"])
    book.formula(sheet, row, first + READING, reading, "cell left", skill_labels.basis_sentence(found))


def _said(figure: float | None, value: Masses) -> float | str | None:
    """A figure; a skill without any link says so, any other that is unknown is a dash."""
    return skill_labels.exposure_word(None) if value.links == 0 else figure


def _mechanism(
    book: Book,
    sheet: "Worksheet",
    where: SkillLayout,
    which: tuple[int, Mechanism],
    sums: LinkSums,
    rates: LevelRates | None,
) -> None:
    index, mechanism = which
    skill, row, first = where.skills[index], where.mechanism_row(mechanism, index), where.indent
    found = skill.found.mechanism(mechanism)
    _titles(book, sheet, where, skill, row)
    book.text(sheet, row, first + MECHANISM, skill_labels.mechanism_word(mechanism), "cell wrap")
    value = masses(skill, mechanism, rates)
    cells = _sums(book, sheet, where, row, sums, (skill, mechanism, value))
    number = formulas.criticality(cells["number"])
    book.formula(sheet, row, first + CRITICALITY, number, "cell score", int(skill.found.skill.criticality))
    matters, back = cell(row, first + CRITICALITY), cell(row, first + RESTORED)
    _restored(book, sheet, where, (row, skill, mechanism))
    for offset, hypothesis in enumerate(HYPOTHESES):
        exposed, left = cell(row, first + EXPOSED + offset), cell(row, first + LEFT + offset)
        figure = _said(found.exposure.under(hypothesis), value)
        formula = formulas.exposure(sums, mechanism, hypothesis, cells)
        book.formula(sheet, row, first + EXPOSED + offset, formula, "cell rate center", figure)
        after = _said(found.residual.under(hypothesis), value)
        book.formula(sheet, row, first + LEFT + offset, formulas.residual(exposed, back), "cell rate center", after)
        sides = (
            (CLASS, PRIORITY, exposed, found.exposed_class),
            (LEFT_CLASS, LEFT_PRIORITY, left, found.residual_class),
        )
        for in_class, in_priority, of, classes in sides:
            level = classes[offset]
            word = None if level is None else formulas.class_word(level)
            score = None if level is None else priority(level, skill.found.skill.criticality)
            book.formula(sheet, row, first + in_class + offset, formulas.exposure_class(of), "cell level", word)
            book.formula(sheet, row, first + in_priority + offset, formulas.priority(of, matters), "cell score", score)
    _bars(book, sheet, where, row, skill, found)


def _bars(
    book: Book, sheet: "Worksheet", where: SkillLayout, row: int, skill: SkillRow, found: MechanismResult
) -> None:
    """Hidden, for the chart: the name of a bar and both figures under the high hypothesis, no bar where unknown."""
    first = where.indent
    shown = cell(row, first + EXPOSED + 1)
    title = _bar_title(where, skill)
    label = title if found.exposure.high is not None else f"{title} ({skill_labels.exposure_word(None)})"
    book.formula(sheet, row, first + LABEL, formulas.chart_label(shown, title), "muted", label)
    for column, of, figure in (
        (BEFORE, EXPOSED, found.exposure.high),
        (AFTER, LEFT, found.residual.high),
    ):
        bar = formulas.bar(cell(row, first + of + 1))
        book.formula(sheet, row, first + column, bar, "muted", formulas.NO_BAR if figure is None else figure)


def _restored(book: Book, sheet: "Worksheet", where: SkillLayout, which: tuple[int, SkillRow, Mechanism]) -> None:
    row, skill, mechanism = which
    column = where.indent + RESTORED
    if mechanism is Mechanism.MIS_SKILLING:
        # no measure of the model works against the errors that are adopted
        book.number(sheet, row, column, 0, "cell rate center")
        return
    number, title = cell(row, where.indent + NUMBER), cell(row, where.indent)
    profession = cell(row, 0) if where.indent else ""
    formula = formulas.restored(number, title, profession, mechanism)
    book.formula(sheet, row, column, formula, "cell rate center", skill.found.mechanism(mechanism).restored)


def _bar_title(where: SkillLayout, skill: SkillRow) -> str:
    title = shorten(cell_text(skill.found.skill.title), _LABEL_LENGTH)
    if not where.indent:
        return title
    return f"{title} – {shorten(cell_text(skill.profession.title), _LABEL_LENGTH)}"


def _colours(book: Book, sheet: "Worksheet", where: SkillLayout) -> None:
    """Colour classes by their words, whatever changes them."""
    from xlsxwriter.utility import xl_range

    first, last = where.mechanism_row(Mechanism.ATROPHY, 0), where.mechanisms_last
    columns = [where.indent + column + side for column in (CLASS, LEFT_CLASS) for side in (0, 1)]
    ranges = " ".join(xl_range(first, column, last, column) for column in columns)
    for level in Level:
        rule = {
            "type": "cell",
            "criteria": "==",
            "value": formulas.quoted(formulas.class_word(level)),
            "format": book.exposure_format(level),
            "multi_range": ranges,
        }
        sheet.conditional_format(first, columns[0], last, columns[0], rule)
