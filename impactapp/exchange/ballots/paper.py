"""The one visible sheet of an Excel ballot: what to do, what the words mean, and a cell for each answer."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.level import HYPOTHESES, Aspect, Level
from impactapp.domain.profession import Profession, Task
from impactapp.domain.study import Study
from impactapp.domain.workshop import Group, Sitting, questions
from impactapp.exchange.ballots import asked
from impactapp.exchange.ballots.asked import BallotKind, Column
from impactapp.exchange.workbook.book import Book, head_height, height_of
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTH = 126.0  # of the visible columns together: what fits an A4 page without becoming small
_PROFESSION_WIDTH = 24.0
_WORD_WIDTH, _COUNT_WIDTH = 18.0, 12.0
_NARROWEST = 9.0


@dataclass(frozen=True, slots=True)
class Paper:
    """One ballot to be written."""

    study: Study
    sitting: Sitting
    group: Group
    number: str
    kind: BallotKind

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns of answers."""
        return asked.columns(self.sitting.protocol.scope, self.kind)

    @property
    def tasks(self) -> tuple[tuple[Profession, Task], ...]:
        """Its rows."""
        return asked.tasks_asked(self.study, self.sitting)

    @property
    def several(self) -> bool:
        """Whether a column says of which profession each task is."""
        return len({profession.id for profession, _task in self.tasks}) > 1

    @property
    def first(self) -> int:
        """The first column of answers."""
        return 2 if self.several else 1

    @property
    def last(self) -> int:
        """The last column of answers; the hidden one of ids follows."""
        return self.first + len(self.columns) - 1


def write_paper(book: Book, paper: Paper) -> str:
    """Write the sheet; gives its title."""
    sheet = book.sheet(_("Ballot"))
    widths = _widths(paper)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.set_column(paper.last + 1, paper.last + 1, None, None, {"hidden": True})
    subject = [paper.sitting.title] if paper.several else [paper.sitting.title, paper.tasks[0][0].title]
    book.title(sheet, _("Ballot: {group}").format(group=workshop_labels.group_title(paper.group)), " · ".join(subject))
    above = _guidance(book, sheet, paper, 3, sum(widths)) + 1
    head = above + 2
    _header(book, sheet, paper, above, widths)
    for offset, (profession, task) in enumerate(paper.tasks, 1):
        _row(book, sheet, paper, (profession, task), head + offset, widths)
    last = head + len(paper.tasks)
    for position, asking in enumerate(paper.columns, paper.first):
        sheet.data_validation(head + 1, position, last, position, _input(paper, asking))
    sheet.freeze_panes(head + 1, paper.first)
    sheet.repeat_rows(above, head)
    sheet.print_area(0, 0, last, paper.last)
    sheet.set_selection(head + 1, paper.first, head + 1, paper.first)
    # no password: it keeps labels from being changed by mistake, it hides nothing
    sheet.protect("", {"select_locked_cells": True, "format_rows": True, "format_columns": True})
    return str(sheet.name)


def _widths(paper: Paper) -> list[float]:
    side = _PROFESSION_WIDTH if paper.several else 0.0
    wanted = _WORD_WIDTH if paper.kind is BallotKind.PERSON else _COUNT_WIDTH
    count = len(paper.columns)
    answer = max(_NARROWEST, min(wanted, (_WIDTH - side - 40) / count))
    title = max(40.0, _WIDTH - side - answer * count)
    return [*([side] if side else []), title, *([answer] * count)]


def _guidance(book: Book, sheet: "Worksheet", paper: Paper, row: int, width: float) -> int:
    """What to do and what the words mean; gives the row after."""
    for label, text in [*_what_to_do(paper), *_meanings(paper)]:
        said = _("{label}: {text}").format(label=label, text=text)
        sheet.merge_range(row, 0, row, paper.last, "", book.style("plain wrap top"))
        book.text(sheet, row, 0, said, "plain wrap top")
        sheet.set_row(row, height_of((said, width)) - 2)
        row += 1
    return row


def _what_to_do(paper: Paper) -> list[tuple[str, str]]:
    if paper.kind is BallotKind.PERSON:
        todo = _("Choose a word in the list of each framed cell; leave empty what you cannot say.")
    else:
        todo = _("Type in each framed cell how many voted that level; the group has {size} people.")
        todo = todo.format(size=paper.group.size)
    save = _("Then save the file under the same name and send it back to whoever runs the sitting.")
    secrecy = _(
        "Write no name. Only the count of the group is kept; the hidden number of this file keeps it from being "
        "counted twice. Excel notes who saved a file: impactapp does not read it."
    )
    return [(_("What to do"), f"{todo} {save}"), (_("Secrecy"), secrecy)]


def _meanings(paper: Paper) -> list[tuple[str, str]]:
    """The definitions of whatever the ballot names: levels, criteria, hypotheses."""
    named = questions(paper.sitting.protocol.scope)
    keys = [level.code for level in Level]
    keys += [hypothesis.value for hypothesis in HYPOTHESES if any(one.hypothesis is hypothesis for one in named)]
    keys += dict.fromkeys(one.aspect.value for one in named if one.aspect is not Aspect.SUBSTITUTION)
    return [(labels.definition_title(key), labels.definition(paper.study, key)) for key in keys]


def _header(book: Book, sheet: "Worksheet", paper: Paper, row: int, widths: list[float]) -> None:
    """The questions over their levels where those are counted, the hidden row of codes, the row of titles."""
    asks = questions(paper.sitting.protocol.scope)
    across = len(paper.columns) // len(asks)
    for number, question in enumerate(asks if across > 1 else ()):
        at = paper.first + number * across
        sheet.merge_range(row, at, row, at + across - 1, "", book.style("header"))
        book.text(sheet, row, at, workshop_labels.question_short(question), "header")
    sheet.set_row(row, 24 if across > 1 else 6)
    for at, column in enumerate(paper.columns, paper.first):
        book.text(sheet, row + 1, at, column.code, "muted")
    book.text(sheet, row + 1, paper.last + 1, asked.KEY, "muted")
    sheet.set_row(row + 1, None, None, {"hidden": True})
    titles = [_("Profession")] if paper.several else []
    titles += [_("Activity"), *(column.title for column in paper.columns)]
    book.header(sheet, row + 2, 0, titles, head_height(titles, int(widths[-1]) - 2))


def _row(
    book: Book, sheet: "Worksheet", paper: Paper, of: tuple[Profession, Task], row: int, widths: list[float]
) -> None:
    profession, task = of
    if paper.several:
        book.text(sheet, row, 0, profession.title, "cell wrap")
    book.text(sheet, row, paper.first - 1, task.title, "cell wrap")
    for column in range(paper.first, paper.last + 1):
        sheet.write_blank(row, column, None, book.style("level open"))
    book.text(sheet, row, paper.last + 1, task.id, "muted")
    side = profession.title if paper.several else ""
    sheet.set_row(row, max(24, height_of((task.title, widths[paper.first - 1]), (side, _PROFESSION_WIDTH))))


def _input(paper: Paper, column: Column) -> dict[str, object]:
    asking = {
        "input_title": workshop_labels.question_short(column.question)[:32],
        "input_message": workshop_labels.question_words(column.question)[:255],
    }
    if column.level is None:
        words = [labels.level_word(level) for level in Level]
        error = _("Choose one of the words of the list, or empty the cell.")
        return {
            "validate": "list",
            "source": words,
            "error_title": _("Unknown level"),
            "error_message": error,
            **asking,
        }
    size = paper.group.size
    error = _("Type a whole number from 0 to {size}, the size of the group.").format(size=size)
    limits = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": size}
    return {**limits, "error_title": _("Wrong count"), "error_message": error, **asking}
