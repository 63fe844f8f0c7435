"""Excel ballots: a file a person or a group, protected but for its answers, with hidden ids, nothing of a voter."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from impactapp import i18n
from impactapp.domain.edits.workshop import require_sitting
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Study
from impactapp.domain.workshop import Group
from impactapp.exchange.atomic import replacing
from impactapp.exchange.ballots import asked
from impactapp.exchange.ballots.asked import BallotKind
from impactapp.exchange.ballots.paper import Paper, write_paper
from impactapp.exchange.cell_text import shorten
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.workbook.book import Book
from impactapp.exchange.workbook.files import close_workbook, new_workbook
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

Step = Callable[[int, int], None]
_NAME_LIMIT = 60
# the same in every ballot: when a file was made would tell one from another
_MADE_AT = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def write_ballots(
    study: Study,
    sitting_id: str,
    group_id: str,
    numbers: Sequence[str],
    folder: Path,
    *,
    kind: BallotKind = BallotKind.PERSON,
    step: Step | None = None,
) -> tuple[Path, ...]:
    """Write one ballot for each of ``numbers`` (drawn at random by the caller) into a folder that exists.

    ``step(position, total)`` hears of progress and may raise to cancel: the ballots already written stay.
    Raises ``EditError`` for an unknown sitting or group, ``ExchangeError`` where nothing is left to vote or a file
    cannot be written.
    """
    sitting = require_sitting(study, sitting_id)
    group = sitting.group(group_id)
    if group is None:
        raise EditError(Problem.UNKNOWN_GROUP)
    if not asked.tasks_asked(study, sitting):
        raise ExchangeError(Problem.BALLOT_WITHOUT_TASKS)
    written = []
    for position, number in enumerate(numbers, 1):
        target = folder / _file_name(group, number)
        _write(Paper(study, sitting, group, number, kind), target)
        written.append(target)
        if step is not None:
            step(position, len(numbers))
    return tuple(written)


def _write(paper: Paper, target: Path) -> None:
    with replacing(target) as temporary:
        made = BytesIO()
        workbook = new_workbook(made)
        workbook.set_properties({"title": _("Ballot"), "comments": "impactapp", "created": _MADE_AT})
        book = Book(workbook, paper.sitting.title)
        sheet = write_paper(book, paper)
        _facts(book, paper, sheet)
        _open_first(workbook)
        close_workbook(workbook)
        temporary.write_bytes(made.getbuffer())


def _facts(book: Book, paper: Paper, sheet: str) -> None:
    """The hidden sheet: what the file is, the round of each task, and what its labels said when it was made."""
    hidden = book.sheet(asked.SHEET)
    facts = {
        "format": asked.FORMAT,
        "version": str(asked.VERSION),
        "kind": paper.kind.value,
        "study_id": paper.study.id,
        "sitting_id": paper.sitting.id,
        "group_id": paper.group.id,
        "number": paper.number,
        "language": i18n.language(),
        "sheet": sheet,
    }
    for row, (key, value) in enumerate(facts.items()):
        book.text(hidden, row, 0, key, "plain")
        book.text(hidden, row, 1, value, "plain")
    lines = [(task.id, task.title, str(asked.round_of(paper.sitting, task.id))) for _of, task in paper.tasks]
    lines += [(column.code, column.title, "") for column in paper.columns]
    for row, line in enumerate(lines):
        for column, text in enumerate(line, 2):
            book.text(hidden, row, column, text, "plain")
    hidden.very_hidden()


def _open_first(workbook: "Workbook") -> None:
    first = workbook.worksheets()[0]
    first.activate()
    first.set_first_sheet()


def _file_name(group: Group, number: str) -> str:
    """« bulletin-agents-du-métier-7f3a.xlsx », without what some system refuses in a name."""
    words = " ".join((_("Ballot"), workshop_labels.group_title(group)))
    name = "-".join(re.findall(r"\w+", words.lower()))
    return f"{shorten(name, _NAME_LIMIT)}-{'-'.join(re.findall(r'[A-Za-z0-9]+', number))}.xlsx"
