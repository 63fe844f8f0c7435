"""The sheet *Mesures*: what keeps skills alive, by whom and since when, beside what is known of it and its limits."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.barrier_cards import card
from impactapp.domain.incoming import Field
from impactapp.domain.intensities import TEAM_HOURS_LIMIT
from impactapp.domain.profession import Profession
from impactapp.domain.skill import Barrier, BarrierState
from impactapp.exchange.cell_text import cell_text
from impactapp.exchange.workbook import keys
from impactapp.exchange.workbook import skill_formulas as formulas
from impactapp.exchange.workbook import skill_layout as on
from impactapp.exchange.workbook.book import Book, head_height, height_of
from impactapp.exchange.workbook.inputs import hours_input, word_list
from impactapp.exchange.workbook.skill_layout import SkillLayout
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_PROFESSION_WIDTH = 20.0
_WIDTHS = (24.0, 15.0, 24.0, 10.0, 10.0, 14.0, 13.0, 13.0, 12.0, 18.0, 40.0, 40.0)
(TITLE, AGAINST, SKILLS, HOURS, TEAM, OWNER, START, REVIEW, STATE, NOTE, FINDING, LIMIT, NUMBER) = range(13)
_CODES: dict[int, str] = {
    TITLE: Field.BARRIER_TITLE,
    AGAINST: Field.AGAINST,
    SKILLS: Field.SKILLS,
    HOURS: Field.HOURS,
    TEAM: Field.TEAM_HOURS,
    OWNER: Field.OWNER,
    START: Field.START,
    REVIEW: Field.REVIEW,
    STATE: Field.STATE,
    NOTE: Field.NOTE,
}


def write_measures(book: Book, where: SkillLayout, step: Callable[[], None]) -> "Worksheet":
    """Write the sheet and the names by which the exposures find the measures."""
    sheet = book.sheet(_("Measures"))
    book.title(
        sheet,
        _("Measures"),
        _("Only measures that are decided or in place give practice back. One skill a line in the column Skills."),
    )
    _columns(sheet, where)
    for number, (profession, barrier) in enumerate(where.barriers, 1):
        step()
        _row(book, sheet, where, (profession, barrier), number)
    last = on.FIRST + max(1, len(where.barriers)) - 1
    _header(book, sheet, where)
    _inputs(sheet, where, last)
    columns = {
        on.MEASURE_SKILLS: SKILLS,
        on.MEASURE_AGAINST: AGAINST,
        on.MEASURE_HOURS: HOURS,
        on.MEASURE_STATE: STATE,
        **({on.MEASURE_PROFESSION: -1} if where.indent else {}),
    }
    for name, offset in columns.items():
        book.name(name, sheet, (on.FIRST, where.indent + offset), (last, where.indent + offset))
    # down to the hidden ids: buttons sort the columns of their range alone
    sheet.autofilter(on.HEADER, 0, last, where.indent + NUMBER + 2)
    sheet.freeze_panes(on.FIRST, where.indent + 1)
    sheet.repeat_rows(on.HEADER)
    sheet.print_area(0, 0, last, where.indent + LIMIT)
    return sheet


def known_of(barrier: Barrier) -> tuple[str, str]:
    """What was published on a measure, with its source, and its limits: never one without the other."""
    known = card(barrier.code)
    if known is None:
        return "", skill_labels.barrier_words(barrier.code).limit
    cards = [skill_labels.evidence_card(evidence) for evidence in known.evidence]
    said = _("{source}: {limit}")
    findings = "\n".join(said.format(source=words.source, limit=words.finding) for words in cards)
    return findings, "\n".join(said.format(source=words.source, limit=words.limit) for words in cards)


def _columns(sheet: "Worksheet", where: SkillLayout) -> None:
    if where.indent:
        sheet.set_column(0, 0, _PROFESSION_WIDTH)
    for offset, width in enumerate(_WIDTHS):
        sheet.set_column(where.indent + offset, where.indent + offset, width)
    hidden = where.indent + NUMBER
    sheet.set_column(hidden, hidden + 2, None, None, {"hidden": True})


def _header(book: Book, sheet: "Worksheet", where: SkillLayout) -> None:
    titles = [_("Profession")] if where.indent else []
    titles += [_("Measure"), _("Against"), _("Skills"), _("Hours a month"), _("Team hours a month")]
    titles += [_("Owner (function)"), _("Start"), _("Review"), _("State"), _("Note")]
    titles += [_("What is known of it"), _("Limit of what is known")]
    book.header(sheet, on.HEADER, 0, titles, head_height(titles, 9))
    for offset, key in enumerate(("measure_number", "measure_id", "profession_id")):
        book.text(sheet, on.HEADER, where.indent + NUMBER + offset, key, "muted")
    codes = {where.indent + offset: code for offset, code in _CODES.items()}
    codes |= {where.indent + NUMBER + 1: keys.MEASURE_ID, where.indent + NUMBER + 2: keys.PROFESSION_ID}
    if where.indent:
        codes[0] = keys.PROFESSION
    keys.write_keys(book, sheet, on.HEADER - 1, (keys.MEASURES, where.indent + NUMBER), codes)


def _row(book: Book, sheet: "Worksheet", where: SkillLayout, of: tuple[Profession, Barrier], number: int) -> None:
    profession, barrier = of
    row, first = on.FIRST + number - 1, where.indent
    if first:
        book.text(sheet, row, 0, profession.title, "cell wrap top")
    finding, limit = known_of(barrier)
    named = [cell_text(skill.title) for skill in profession.skills if skill.id in barrier.skill_ids]
    texts = {
        TITLE: (barrier.title, "cell wrap top bold"),
        AGAINST: (skill_labels.against_words(barrier.against), "cell wrap top"),
        SKILLS: ("\n".join(named), "cell wrap top"),
        OWNER: (barrier.owner, "cell wrap top"),
        STATE: (skill_labels.state_word(barrier.state), "cell wrap top"),
        NOTE: (barrier.note, "cell wrap top small"),
        FINDING: (finding, "cell wrap top small"),
        LIMIT: (limit, "cell wrap top small indent"),
    }
    for offset, (text, style) in texts.items():
        book.text(sheet, row, first + offset, text, style)
    book.number(sheet, row, first + HOURS, barrier.hours_per_month, "cell hours top center")
    book.number(sheet, row, first + TEAM, barrier.team_hours, "cell hours top center")
    _day(book, sheet, row, first + START, barrier.start)
    _day(book, sheet, row, first + REVIEW, barrier.review)
    sheet.write_number(row, first + NUMBER, number)
    book.text(sheet, row, first + NUMBER + 1, barrier.id, "muted")
    book.text(sheet, row, first + NUMBER + 2, profession.id, "muted")
    wrapped = [(text, _WIDTHS[offset]) for offset, (text, _style) in texts.items()]
    sheet.set_row(row, max(22, height_of(*wrapped, (profession.title if first else "", _PROFESSION_WIDTH))))


def _day(book: Book, sheet: "Worksheet", row: int, column: int, when: date | None) -> None:
    if when is None:
        book.text(sheet, row, column, "", "cell top")
    elif when.year < 1900:  # Excel counts its days from 1900
        book.text(sheet, row, column, labels.day(when), "cell top wrap")
    else:
        sheet.write_datetime(row, column, when, book.style("cell day top short"))


def _inputs(sheet: "Worksheet", where: SkillLayout, last: int) -> None:
    rows, first = (on.FIRST, last), where.indent
    against = [skill_labels.against_words(chosen) for chosen in formulas.against_choices()]
    word_list(sheet, rows, first + AGAINST, _("Against"), against)
    states = [skill_labels.state_word(state) for state in BarrierState]
    word_list(sheet, rows, first + STATE, _("State"), states, _("Only decided and in place give practice back."))
    hours_input(sheet, rows, first + HOURS, _("Hours a month"))
    hours_input(sheet, rows, first + TEAM, _("Team hours a month"), TEAM_HOURS_LIMIT)
