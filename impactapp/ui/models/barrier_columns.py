"""The columns of the table of measures: what each cell shows, and what is typed in it."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from enum import IntEnum
from uuid import uuid4

from impactapp import labels
from impactapp.domain.edits import barriers as edits
from impactapp.domain.edits.edit import Edit
from impactapp.domain.intensities import parse_hours
from impactapp.domain.skill import EFFECTIVE_STATES, Barrier, BarrierState, Mechanism
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels

# day, month and year, apart by a slash, a point, a dash or a space; the year may be short
_DAY = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})")
_CENTURY = 2000


class BarrierColumn(IntEnum):
    """The columns, from left to right."""

    TITLE = 0
    SKILLS = 1
    AGAINST = 2
    HOURS = 3
    COST = 4
    OWNER = 5
    START = 6
    REVIEW = 7
    STATE = 8


CHOSEN = (BarrierColumn.AGAINST, BarrierColumn.STATE)
NUMBERS = (BarrierColumn.HOURS, BarrierColumn.COST)
CLEARED = (*NUMBERS, BarrierColumn.OWNER, BarrierColumn.START, BarrierColumn.REVIEW)


def heading(column: BarrierColumn) -> str:
    """The words over a column."""
    return (
        _("Measure"),
        _("Skills kept"),
        _("Against"),
        _("Hours a month"),
        _("Team hours"),
        _("Owner"),
        _("Start"),
        _("Review"),
        _("State"),
    )[column]


def heading_tip(column: BarrierColumn) -> str:
    """What hovering a heading tells: what is typed there, and what for."""
    return (
        _("What the group does to keep skills alive; each name once in a profession."),
        _("The skills the measure is for: F2 or Space leads to their boxes."),
        _("Atrophy concerns those who hold the skill, non-acquisition those who are learning it."),
        _("Hours of practice a month and per person the measure gives back to each of its skills."),
        _("Hours a month the measure costs the whole team."),
        _("The function that answers for it, never a name."),
        _("The day it starts: day/month/year."),
        _("The day it is looked at again, today or later: day/month/year."),
        _("Only measures decided or in place count; considered or abandoned, they change no figure."),
    )[column]


def hint(column: BarrierColumn) -> str:
    """What an empty cell asks for while it is edited."""
    if column is BarrierColumn.OWNER:
        return _("a function, no name")
    return _("dd/mm/yyyy") if column in (BarrierColumn.START, BarrierColumn.REVIEW) else ""


def choices(column: BarrierColumn) -> list[tuple[str, str]]:
    """The codes and words a column offers."""
    if column is BarrierColumn.STATE:
        return [(state.value, skill_labels.state_word(state)) for state in BarrierState]
    both = [edits.RESTORABLE[:1], edits.RESTORABLE[1:], edits.RESTORABLE]
    return [(_code(against), _sentence(skill_labels.against_words(against))) for against in both]


def cell_text(barrier: Barrier, titles: Mapping[str, str], column: BarrierColumn) -> str:
    """What the cell of a measure reads; ``titles`` are the skills' by id."""
    return (
        barrier.title,
        skill_labels.listed([titles[skill] for skill in barrier.skill_ids if skill in titles]),
        _sentence(skill_labels.against_words(barrier.against)),
        "" if barrier.hours_per_month is None else labels.hours(barrier.hours_per_month),
        "" if barrier.team_hours is None else labels.hours(barrier.team_hours),
        barrier.owner,
        day_text(barrier.start),
        day_text(barrier.review),
        skill_labels.state_word(barrier.state),
    )[column]


def cell_input(barrier: Barrier, column: BarrierColumn) -> str:
    """What is offered when the cell is edited."""
    return (
        barrier.title,
        "",
        _code(barrier.against),
        labels.fte_input(barrier.hours_per_month),
        labels.fte_input(barrier.team_hours),
        barrier.owner,
        day_text(barrier.start),
        day_text(barrier.review),
        barrier.state.value,
    )[column]


def cell_tip(barrier: Barrier, titles: Mapping[str, str], column: BarrierColumn) -> str:
    """What hovering a cell tells."""
    return state_sentence(barrier.state) if column is BarrierColumn.STATE else cell_text(barrier, titles, column)


def cell_words(barrier: Barrier, titles: Mapping[str, str], column: BarrierColumn) -> str:
    """A cell for a screen reader: the measure, the column and its value in words."""
    if column is BarrierColumn.TITLE:
        return barrier.title
    said = cell_text(barrier, titles, column) or _("not stated")
    return _("{measure}, {column}: {value}").format(measure=barrier.title, column=heading(column).lower(), value=said)


def state_sentence(state: BarrierState) -> str:
    """How far a measure is, and whether figures count it."""
    if state in EFFECTIVE_STATES:
        return _("{state}: the figures after measures count it.").format(state=skill_labels.state_word(state))
    if state is BarrierState.ABANDONED:
        return _("Abandoned: it counts for nothing.")
    return _("Considered: it counts for nothing until it is decided.")


def day_text(when: date | None) -> str:
    """« 22/11/2026 », empty when not stated."""
    return f"{when:%d/%m/%Y}" if when else ""


def today() -> date:
    """The day on this computer."""
    return datetime.now(UTC).astimezone().date()


def read_day(typed: str) -> date | None:
    """The day someone typed, ``None`` for nothing; raises ``ValueError`` for what is no day."""
    if not typed.strip():
        return None
    found = _DAY.fullmatch(typed.strip())
    if found is None:
        raise ValueError(typed)
    day, month, year = (int(part) for part in found.groups())
    return date(year if year > 99 else _CENTURY + year, month, day)


def day_refused(typed: str) -> str:
    """What is said of a text that is no day."""
    return _("“{text}” is not a date: write day/month/year, such as 22/11/2026.").format(text=typed.strip())


def edit_of(profession_id: str, barrier: Barrier | None, column: BarrierColumn, typed: str) -> Edit | None:
    """The edit a typed text asks for, nothing where it changes nothing; raises ``EditError`` for what is no figure
    and ``ValueError`` for what is no day."""
    if barrier is None:
        return edits.add_barrier(profession_id, Barrier(str(uuid4()), typed)) if typed.strip() else None
    if typed.strip() == cell_input(barrier, column):
        return None
    makers: dict[BarrierColumn, Callable[[], Edit]] = {
        BarrierColumn.TITLE: lambda: edits.rename_barrier(profession_id, barrier, typed),
        BarrierColumn.AGAINST: lambda: edits.set_barrier_against(
            profession_id, barrier, [Mechanism(code) for code in typed.split()]
        ),
        BarrierColumn.HOURS: lambda: edits.set_barrier_hours(profession_id, barrier, parse_hours(typed)),
        BarrierColumn.COST: lambda: edits.set_barrier_cost(profession_id, barrier, parse_hours(typed)),
        BarrierColumn.OWNER: lambda: edits.set_barrier_owner(profession_id, barrier, typed),
        BarrierColumn.START: lambda: edits.set_barrier_start(profession_id, barrier, read_day(typed)),
        BarrierColumn.REVIEW: lambda: edits.set_barrier_review(profession_id, barrier, read_day(typed), today()),
        BarrierColumn.STATE: lambda: edits.set_barrier_state(profession_id, barrier, BarrierState(typed)),
    }
    return makers[column]()


def _code(against: tuple[Mechanism, ...]) -> str:
    return " ".join(mechanism.value for mechanism in against)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
