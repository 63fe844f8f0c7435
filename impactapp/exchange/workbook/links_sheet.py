"""The sheet *Liens*: how much each activity practises each skill, and what trainees learn by it, a matrix a profession.

Beside each activity stand what it weighs and its substitution rates, read from *Matrice* whatever the order of rows.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.incoming import Field
from impactapp.domain.intensities import MOST_INTENSE
from impactapp.domain.level import HYPOTHESES, Aspect
from impactapp.domain.profession import Task
from impactapp.domain.rule import LevelRates
from impactapp.domain.skill import Link, Stage
from impactapp.domain.study import Study
from impactapp.exchange.workbook import keys
from impactapp.exchange.workbook import skill_formulas as formulas
from impactapp.exchange.workbook import skill_layout as on
from impactapp.exchange.workbook.book import Book, head_height, height_of, notes
from impactapp.exchange.workbook.inputs import intensity_input, word_list
from impactapp.exchange.workbook.rate_formulas import cell
from impactapp.exchange.workbook.skill_layout import LinkBlock, SkillLayout
from impactapp.exchange.workbook.skill_values import shares_known, weight_of
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TITLE_WIDTH = 46.0
_WEIGHT_WIDTH = 10.0
_RATE_WIDTH = 13.5
_INTENSITY_WIDTH = 17.0
_STAGE_WIDTH = 20.0
_HEAD_LETTERS = 14
_A_PAGE, _ON_ONE_PAGE = 8, 4  # skills that are legible across one page: intensities alone, or both
_NUMBER, _TASK_ID, _PROFESSION_ID, _SHARES = range(4)


def write_links(book: Book, where: SkillLayout, study: Study, step: Callable[[], None]) -> "Worksheet":
    """Write the sheet."""
    sheet = book.sheet(_("Links"))
    below = _("How much each activity practises each skill. A change here changes the sheet Exposure.")
    sources = skill_labels.sources_sentence(block.result.profession for block in where.blocks)
    book.title(sheet, _("Links"), f"{below} {sources}".strip())
    _columns(sheet, where)
    rates = study.level_rates(study.exposure_rule)
    number = {task.id: index for index, (_of, task) in enumerate(study.tasks(), 1)}
    for block in where.blocks:
        step()
        _heads(book, sheet, where, block)
        for row, found in enumerate(block.result.tasks, block.first):
            _task(book, sheet, where, block, (row, number[found.task.id], found.task), rates)
        _inputs(book, sheet, where, block)
    _page(book, sheet, where)
    return sheet


def _columns(sheet: "Worksheet", where: SkillLayout) -> None:
    sheet.set_column(0, 0, _TITLE_WIDTH)
    sheet.set_column(on.WEIGHT, on.WEIGHT, _WEIGHT_WIDTH, None, {"hidden": not where.layout.by_time})
    sheet.set_column(on.RATE_LOW, on.VALIDATES, _RATE_WIDTH)
    sheet.set_column(on.FIRST_INTENSITY, where.first_stage - 1, _INTENSITY_WIDTH)
    sheet.set_column(where.first_stage, where.links_hidden - 1, _STAGE_WIDTH)
    sheet.set_column(where.links_hidden, where.links_hidden + _SHARES, None, None, {"hidden": True})


def _heads(book: Book, sheet: "Worksheet", where: SkillLayout, block: LinkBlock) -> None:
    profession = block.result.profession
    if block.several:
        book.text(sheet, block.top, 0, profession.title, "section")
        sheet.set_row(block.top, 22)
    for column in range(on.FIRST_INTENSITY):
        book.text(sheet, block.groups, column, "", "header")
    learnt = _("What trainees learn by it ({mark}: formative)").format(mark=formulas.FORMATIVE)
    groups = (_("Intensity of the practice, 0 to 3"), learnt)
    _group(book, sheet, block, on.FIRST_INTENSITY, groups[0])
    _group(book, sheet, block, where.first_stage, groups[1])
    room = int(_INTENSITY_WIDTH * len(block.result.skills))
    sheet.set_row(block.groups, head_height(groups, room))
    titles = [_("Activity"), _("Weight")]
    titles += [_("Substitution, {hypothesis}").format(hypothesis=labels.hypothesis_word(h)) for h in HYPOTHESES]
    titles.append(_("A human validates the AI"))
    skills = [found.skill.title for found in block.result.skills]
    book.header(sheet, block.header, 0, [*titles, *skills], head_height([*titles, *skills], _HEAD_LETTERS))
    for position, found in enumerate(block.result.skills):
        book.text(sheet, block.header, where.first_stage + position, found.skill.title, "header")
    _keys(book, sheet, where, block)
    for offset, key in enumerate(("task_number", "task_id", "profession_id")):
        book.text(sheet, block.header, where.links_hidden + offset, key, "muted")
    _shares(book, sheet, where, block)


def _keys(book: Book, sheet: "Worksheet", where: SkillLayout, block: LinkBlock) -> None:
    """The ids of the skills and what else may be read back, in the hidden row of the block."""
    hidden = where.links_hidden
    codes: dict[int, str] = {0: Field.TITLE, on.WEIGHT: keys.COMPUTED, on.RATE_LOW: keys.COMPUTED}
    codes |= {on.RATE_HIGH: keys.COMPUTED, on.VALIDATES: Field.VALIDATED}
    codes |= {hidden + _TASK_ID: keys.TASK_ID, hidden + _PROFESSION_ID: keys.PROFESSION_ID}
    if not where.layout.by_time:
        del codes[on.WEIGHT]
    for position, found in enumerate(block.result.skills):
        codes[on.FIRST_INTENSITY + position] = found.skill.id
        codes[where.first_stage + position] = f"{keys.STAGE}{found.skill.id}"
    keys.write_keys(book, sheet, block.ids, (f"{keys.LINKS}:{block.result.profession.id}", hidden + _NUMBER), codes)


def _group(book: Book, sheet: "Worksheet", block: LinkBlock, first: int, title: str) -> None:
    last = first + len(block.result.skills) - 1
    if last > first:
        sheet.merge_range(block.groups, first, block.groups, last, "", book.style("header left"))
    book.text(sheet, block.groups, first, title, "header left")


def _shares(book: Book, sheet: "Worksheet", where: SkillLayout, block: LinkBlock) -> None:
    """Whether time shares are stated, and their sum, for the weights of the whole block."""
    if not where.layout.by_time:
        return
    title = cell(block.top, 0, fixed=True)
    stated, total = shares_known(block.result)
    column = where.links_hidden + _SHARES
    book.formula(sheet, block.groups, column, formulas.shares_stated(where.layout, title), "muted", stated)
    counted = cell(block.groups, column)
    book.formula(sheet, block.ids, column, formulas.shares_total(where.layout, title, counted), "muted", total)


def _task(
    book: Book,
    sheet: "Worksheet",
    where: SkillLayout,
    block: LinkBlock,
    place: tuple[int, int, Task],
    rates: LevelRates | None,
) -> None:
    row, number, task = place
    book.text(sheet, row, 0, task.title, "cell wrap")
    hidden = where.links_hidden
    own = cell(row, hidden + _NUMBER)
    if where.layout.by_time:
        stated, total = (cell(at, hidden + _SHARES, fixed=True) for at in (block.groups, block.ids))
        weight = weight_of(task, block.result)
        book.formula(sheet, row, on.WEIGHT, formulas.weight(own, stated, total), "cell weight", weight)
    else:
        sheet.write_number(row, on.WEIGHT, 1, book.style("cell score"))
    levels = [task.level(hypothesis, Aspect.SUBSTITUTION) for hypothesis in HYPOTHESES]
    for hypothesis, level in zip(HYPOTHESES, levels, strict=True):
        value = None if rates is None or None in levels or level is None else rates.of(level)
        book.formula(sheet, row, on.RATE[hypothesis], formulas.rate(own, hypothesis), "cell rate center", value)
    book.text(sheet, row, on.VALIDATES, formulas.yes() if task.human_validates else "", "cell center")
    for position, found in enumerate(block.result.skills):
        link = found.skill.link(task.id)
        sheet.write_number(row, on.FIRST_INTENSITY + position, link.intensity if link else 0, book.style("cell score"))
        book.text(sheet, row, where.first_stage + position, _learnt(link), "cell center wrap small")
    sheet.write_number(row, hidden + _NUMBER, number)
    book.text(sheet, row, hidden + _TASK_ID, task.id, "muted")
    book.text(sheet, row, hidden + _PROFESSION_ID, block.result.profession.id, "muted")
    sheet.set_row(row, max(22, height_of((task.title, _TITLE_WIDTH))))


def _learnt(link: Link | None) -> str:
    if link is None:
        return ""
    return formulas.stage_mark(link.formative, "" if link.stage is None else skill_labels.stage_word(link.stage))


def _inputs(book: Book, sheet: "Worksheet", where: SkillLayout, block: LinkBlock) -> None:
    rows, count = (block.first, block.last), len(block.result.skills)
    word_list(sheet, rows, on.VALIDATES, _("A human validates the AI"), [formulas.yes()])
    scale = "\n".join(skill_labels.intensity_word(intensity) for intensity in range(MOST_INTENSE + 1))
    intensities = (on.FIRST_INTENSITY, on.FIRST_INTENSITY + count - 1)
    intensity_input(sheet, rows, intensities, scale)
    stages = ["", *(skill_labels.stage_word(stage) for stage in Stage)]
    marks = [formulas.stage_mark(formative, stage) for formative in (True, False) for stage in stages]
    for position in range(count):
        column = where.first_stage + position
        word_list(sheet, rows, column, _("What trainees learn by it"), [mark for mark in marks if mark])
    for intensity in range(MOST_INTENSE + 1):
        rule = {"type": "cell", "criteria": "==", "value": intensity, "format": book.intensity_format(intensity)}
        sheet.conditional_format(rows[0], intensities[0], rows[1], intensities[1], rule)


def _page(book: Book, sheet: "Worksheet", where: SkillLayout) -> None:
    last = where.blocks[-1].last
    lines = [skill_labels.intensity_word(intensity) for intensity in range(MOST_INTENSE + 1)]
    lines.append(_("Substitution is what the level of the activity counts for under the rule of the sheet Exposure."))
    # not below the activities: these are repeated on each page, and would cut it
    across = (on.RATE_LOW, on.FIRST_INTENSITY, 3 * _RATE_WIDTH + _INTENSITY_WIDTH)
    after = notes(book, sheet, last + 2, _("How to read it"), lines, across)
    if where.layout.several:
        sheet.freeze_panes(on.HEADER, 1)
    else:
        (block,) = where.blocks
        # down to the hidden ids: buttons sort the columns of their range alone
        sheet.autofilter(block.header, 0, block.last, where.links_hidden + _PROFESSION_ID)
        sheet.freeze_panes(block.first, 1)
        sheet.repeat_rows(block.groups, block.header)
    sheet.repeat_columns(0)
    if where.widest > _ON_ONE_PAGE:
        # intensities on one page, what trainees learn on the next: both on one would be too small to read
        sheet.fit_to_pages(2 * -(-where.widest // _A_PAGE), 0)
        sheet.set_v_pagebreaks([where.first_stage])
    # the column repeated on the second page would cut the title: on paper it stands above the page
    sheet.print_area(on.HEADER, 0, after - 1, where.links_hidden - 1)
    sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.6)
    sheet.set_header("&L&14" + _("Links"))
