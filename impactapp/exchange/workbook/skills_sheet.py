"""The sheet *Compétences*: what each skill is, how much it matters, who holds it, and how it fades."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from impactapp.domain.incoming import Field
from impactapp.domain.skill import Criticality, Retention, SkillKind
from impactapp.exchange.workbook import keys
from impactapp.exchange.workbook import skill_layout as on
from impactapp.exchange.workbook.book import Book, head_height, height_of, notes
from impactapp.exchange.workbook.inputs import hours_input, word_list
from impactapp.exchange.workbook.skill_layout import SkillLayout, SkillRow
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_PROFESSION_WIDTH = 22.0
_WIDTHS = (28.0, 42.0, 16.0, 14.0, 16.0, 15.0, 13.0, 13.0, 30.0)
TITLE, DESCRIPTION, KIND, CRITICALITY, RETENTION, EXPERIENCED, TRAINEES, BASELINE, SOURCE, NUMBER = range(10)
_CODES: dict[int, str] = {
    TITLE: Field.SKILL_TITLE,
    DESCRIPTION: Field.DESCRIPTION,
    KIND: Field.SKILL_KIND,
    CRITICALITY: Field.CRITICALITY,
    RETENTION: Field.RETENTION,
    EXPERIENCED: Field.EXPERIENCED,
    TRAINEES: Field.TRAINEES,
    BASELINE: Field.BASELINE,
    SOURCE: Field.SOURCE,
}


def write_skills(book: Book, where: SkillLayout, step: Callable[[], None]) -> "Worksheet":
    """Write the sheet and the names that the exposures look a skill up by."""
    sheet = book.sheet(_("Skills"))
    below = _("A change of criticality or of hours changes the sheet Exposure.")
    sources = skill_labels.sources_sentence(block.result.profession for block in where.blocks)
    book.title(sheet, _("Skills"), f"{below} {sources}".strip())
    _columns(sheet, where)
    for row, skill in enumerate(where.skills, on.FIRST):
        step()
        _row(book, sheet, where, skill, row)
    last = on.FIRST + len(where.skills) - 1
    _dress(book, sheet, where, last)
    _name(book, sheet, where, last)
    lines = [skill_labels.criticality_sentence(step) for step in reversed(Criticality)]
    across = (0, where.indent + RETENTION, sum(_WIDTHS[: RETENTION + 1]))
    after = notes(book, sheet, last + 2, _("Criticality: our scale"), lines, across)
    after = notes(book, sheet, after + 1, _("Retention: its limits"), skill_labels.retention_limits(), across)
    sheet.print_area(0, 0, after - 1, where.indent + SOURCE)
    return sheet


def _columns(sheet: "Worksheet", where: SkillLayout) -> None:
    if where.indent:
        sheet.set_column(0, 0, _PROFESSION_WIDTH)
    for offset, width in enumerate(_WIDTHS):
        sheet.set_column(where.indent + offset, where.indent + offset, width)
    hidden = where.indent + NUMBER
    sheet.set_column(hidden, hidden + 2, None, None, {"hidden": True})


def _row(book: Book, sheet: "Worksheet", where: SkillLayout, skill: SkillRow, row: int) -> None:
    said = skill.found.skill
    first = where.indent
    if first:
        book.text(sheet, row, 0, skill.profession.title, "cell wrap")
    texts = {
        TITLE: (said.title, "cell wrap bold"),
        DESCRIPTION: (said.description, "cell wrap"),
        KIND: (skill_labels.kind_word(said.kind), "cell wrap"),
        CRITICALITY: (skill_labels.criticality_word(said.criticality), "cell wrap"),
        RETENTION: (skill_labels.retention_word(said.retention), "cell wrap"),
        SOURCE: (said.source, "cell wrap small"),
    }
    for offset, (text, style) in texts.items():
        book.text(sheet, row, first + offset, text, style)
    book.number(sheet, row, first + EXPERIENCED, said.experienced, "cell whole center")
    book.number(sheet, row, first + TRAINEES, said.trainees, "cell whole center")
    book.number(sheet, row, first + BASELINE, said.baseline_hours, "cell hours center")
    sheet.write_number(row, first + NUMBER, skill.number)
    book.text(sheet, row, first + NUMBER + 1, said.id, "muted")
    book.text(sheet, row, first + NUMBER + 2, skill.profession.id, "muted")
    wrapped = [(text, _WIDTHS[offset]) for offset, (text, _style) in texts.items()]
    side = skill.profession.title if first else ""
    sheet.set_row(row, max(22, height_of(*wrapped, (side, _PROFESSION_WIDTH))))


def _dress(book: Book, sheet: "Worksheet", where: SkillLayout, last: int) -> None:
    first = where.indent
    titles = [_("Profession")] if first else []
    titles += [_("Skill"), _("Description"), _("Kind"), _("Criticality"), _("Retention: what fades")]
    titles += [_("Experienced holders"), _("Trainees"), _("Hours of practice a month, before AI"), _("Source")]
    book.header(sheet, on.HEADER, 0, titles, head_height(titles, 11))
    for offset, key in enumerate(("skill_number", "skill_id", "profession_id")):
        book.text(sheet, on.HEADER, first + NUMBER + offset, key, "muted")
    codes = {first + offset: code for offset, code in _CODES.items()}
    codes |= {first + NUMBER + 1: keys.SKILL_ID, first + NUMBER + 2: keys.PROFESSION_ID}
    if first:
        codes[0] = keys.PROFESSION
    keys.write_keys(book, sheet, on.HEADER - 1, (keys.SKILLS, first + NUMBER), codes)
    lists = {
        KIND: (_("Kind"), [skill_labels.kind_word(kind) for kind in SkillKind]),
        CRITICALITY: (_("Criticality"), [skill_labels.criticality_word(step) for step in reversed(Criticality)]),
        RETENTION: (_("Retention: what fades"), [skill_labels.retention_word(retention) for retention in Retention]),
    }
    for offset, (about, words) in lists.items():
        word_list(sheet, (on.FIRST, last), first + offset, about, words)
    hours_input(sheet, (on.FIRST, last), first + BASELINE, _("Hours of practice a month, before AI"))
    # down to the hidden ids: buttons sort the columns of their range alone
    sheet.autofilter(on.HEADER, 0, last, first + NUMBER + 2)
    sheet.freeze_panes(on.FIRST, first + 1)
    sheet.repeat_rows(on.HEADER)


def _name(book: Book, sheet: "Worksheet", where: SkillLayout, last: int) -> None:
    columns = {on.SKILL_NUMBER: NUMBER, on.SKILL_CRITICALITY: CRITICALITY, on.SKILL_BASELINE: BASELINE}
    for name, offset in columns.items():
        book.name(name, sheet, (on.FIRST, where.indent + offset), (last, where.indent + offset))
