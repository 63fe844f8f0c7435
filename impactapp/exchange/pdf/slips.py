"""Paper ballots: slips to cut, one for each voter and activity, so that no slip tells what somebody voted elsewhere."""

from pathlib import Path

from impactapp import labels
from impactapp.domain.edits.workshop import require_sitting
from impactapp.domain.level import Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Study
from impactapp.domain.workshop import Sitting, questions
from impactapp.exchange.ballots.asked import round_of, tasks_asked
from impactapp.exchange.cell_text import shorten
from impactapp.exchange.pdf.isolation import isolated
from impactapp.exchange.pdf.typeset import write_pdf
from impactapp.exchange.problems import ExchangeError
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels

_ROWS = 4
_ROWS_OF_MANY_QUESTIONS = 3
_FEW_QUESTIONS = 2
# letters: what is longer is set smaller, then cut, for the boxes to have their place
_LONG_TITLE, _LONGEST_TITLE, _LONGEST_LINE = 120, 240, 50


def write_slips(
    study: Study, sitting_id: str, target: Path, *, group_id: str | None = None, count: int | None = None
) -> None:
    """Write slips for one group or for all: as many as it has people, or ``count`` of them.

    Raises ``EditError`` for an unknown sitting or group, ``ExchangeError`` where nothing is left to vote or the file
    cannot be written.
    """
    study = isolated(study)
    sitting = require_sitting(study, sitting_id)
    tasks = tasks_asked(study, sitting)
    slips = _slips(sitting, group_id, count)
    if not tasks or not slips:
        raise ExchangeError(Problem.BALLOT_WITHOUT_TASKS)
    asks = questions(sitting.protocol.scope)
    rows = _ROWS if len(asks) <= _FEW_QUESTIONS else _ROWS_OF_MANY_QUESTIONS
    content = {
        "title": _("Ballot slips: {sitting}").format(sitting=sitting.title),
        "foot": sitting.title,
        "rows": rows,
        "levels": [labels.level_word(level) for level in Level],
        "questions": [workshop_labels.question_short(question) for question in asks],
        "rule": _("Tick one box a line, or none. Write no name."),
        "pages": _pages(len(tasks), slips, 2 * rows),
        "activities": [
            {
                "title": shorten(task.title, _LONGEST_TITLE),
                "is_long": len(task.title) > _LONG_TITLE,
                "profession": shorten(profession.title, _LONGEST_LINE),
                "round": _("Round {round}").format(round=round_of(sitting, task.id)),
            }
            for profession, task in tasks
        ],
    }
    write_pdf("slips", content, target)


def _slips(sitting: Sitting, group_id: str | None, count: int | None) -> list[str]:
    """The title of a group for each slip."""
    chosen = [group for group in sitting.groups if group_id in (None, group.id)]
    if group_id is not None and not chosen:
        raise EditError(Problem.UNKNOWN_GROUP)
    return [
        shorten(workshop_labels.group_title(group), _LONGEST_LINE)
        for group in chosen
        for _slip in range(group.size if count is None else max(0, count))
    ]


def _pages(tasks: int, slips: list[str], room: int) -> list[list[tuple[int, str]]]:
    """The slips of each page, each with the position of its activity: one activity a page, more where few vote."""
    together = max(1, room // len(slips))
    pages = []
    for first in range(0, tasks, together):
        listed = [(task, slip) for task in range(first, min(first + together, tasks)) for slip in slips]
        pages += [listed[start : start + room] for start in range(0, len(listed), room)]
    return pages
