"""The numbered list under the map of skills: each skill with its values before and after the measures."""

from collections.abc import Sequence
from dataclasses import dataclass

from impactapp.charts.exposure_words import MAPPED, before_after, reason, uncapitalised
from impactapp.charts.lettering import printable, wrapped
from impactapp.charts.map_panel import RADIUS
from impactapp.charts.notes import lines_of
from impactapp.charts.sheet import SMALL, Sheet
from impactapp.domain.analysis.skills import SkillResult
from impactapp.domain.level import Hypothesis
from impactapp.domain.skill import Mechanism
from impactapp.i18n import _
from impactapp.labels.skills import criticality_word, mechanism_word

HEAD, PAD = 30.0, 7.0
TITLE, TITLE_LINE, REASON_LINE = 13.0, 17.0, 16.0
NUMBER, CRITICALITY, VALUES = 34.0, 120.0, 158.0
# narrower, the values stand under the title
WITH_CRITICALITY, BESIDE = 760.0, 520.0
MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One skill of the list: its number, the lines it needs, and how tall it is."""

    number: int
    shown: SkillResult
    tall: float


def list_rows(skills: Sequence[SkillResult], width: float) -> list[Row]:
    """The rows, as tall as their words need at most."""
    room = _title_room(width)
    more = TITLE_LINE if width < BESIDE else 0.0
    return [Row(number, shown, _tall(shown, room) + more) for number, shown in enumerate(skills, 1)]


def list_height(rows: Sequence[Row]) -> float:
    """How tall the list is with its heading."""
    return HEAD + sum(row.tall for row in rows)


def draw_list(sheet: Sheet, top: float, rows: Sequence[Row], hypothesis: Hypothesis) -> None:
    """Draw it from ``top`` down."""
    _heading(sheet, top)
    y = top + HEAD
    numbers = []
    for row in rows:
        sheet.lines([(0, y, sheet.width, y)], sheet.palette.faint_line)
        numbers.append((RADIUS + 1, y + PAD + TITLE_LINE / 2, str(row.number)))
        _draw_row(sheet, y + PAD, row, hypothesis)
        y += row.tall
    sheet.lines([(0, y, sheet.width, y)], sheet.palette.faint_line)
    for x, middle, number in numbers:
        sheet.stamp([(x, middle)], number, color=sheet.palette.text, size=SMALL)


def _heading(sheet: Sheet, top: float) -> None:
    y, muted = top + HEAD / 2, sheet.palette.muted
    if sheet.width >= BESIDE:
        sheet.write(NUMBER, y, _("Skill"), size=SMALL, color=muted, bold=True)
    if sheet.width >= WITH_CRITICALITY:
        sheet.write(_values_left(sheet.width) - CRITICALITY, y, _("Criticality"), size=SMALL, color=muted, bold=True)
    for at, mechanism in enumerate(MAPPED):
        x = _values_left(sheet.width) + at * VALUES
        sheet.write(x, y, mechanism_word(mechanism), size=SMALL, color=muted, bold=True, room=VALUES - 8)


def _draw_row(sheet: Sheet, y: float, row: Row, hypothesis: Hypothesis) -> None:
    room = _title_room(sheet.width)
    first = y + TITLE_LINE / 2
    title = wrapped(printable(row.shown.skill.title), room, TITLE, MOST_LINES)
    for at, line in enumerate(title):
        sheet.write(NUMBER, first + at * TITLE_LINE, line, size=TITLE)
    below = y + len(title) * TITLE_LINE
    if sheet.width < BESIDE:
        first, below = below + TITLE_LINE / 2, below + TITLE_LINE
    for at, line in enumerate(wrapped(why(row.shown), room, SMALL, MOST_LINES)):
        sheet.write(NUMBER, below + (at + 0.5) * REASON_LINE, line, size=SMALL, color=sheet.palette.muted)
    left = _values_left(sheet.width)
    if sheet.width >= WITH_CRITICALITY:
        sheet.write(left - CRITICALITY, first, criticality_word(row.shown.skill.criticality), size=TITLE)
    for at, mechanism in enumerate(MAPPED):
        known = not reason(row.shown, mechanism)
        color = sheet.palette.text if known else sheet.palette.muted
        words = before_after(row.shown.mechanism(mechanism), hypothesis)
        sheet.write(left + at * VALUES, first, words, size=TITLE, color=color, room=VALUES - 4)


def why(shown: SkillResult) -> str:
    """Why values are missing; empty where none is."""
    if reason(shown, Mechanism.ATROPHY):
        return reason(shown, Mechanism.ATROPHY)
    missing = reason(shown, Mechanism.NON_ACQUISITION)
    named = _("{mechanism}: {whom}").format(
        mechanism=mechanism_word(Mechanism.NON_ACQUISITION), whom=uncapitalised(missing)
    )
    return named if missing else ""


def _tall(shown: SkillResult, room: float) -> float:
    lines = min(MOST_LINES, lines_of(shown.skill.title, room, TITLE))
    said = why(shown)
    reasons = min(MOST_LINES, lines_of(said, room, SMALL)) if said else 0
    return 2 * PAD + lines * TITLE_LINE + reasons * REASON_LINE


def _values_left(width: float) -> float:
    return width - 2 * VALUES if width >= BESIDE else NUMBER


def _title_room(width: float) -> float:
    if width < BESIDE:
        return width - NUMBER
    return _values_left(width) - NUMBER - 16 - (CRITICALITY if width >= WITH_CRITICALITY else 0)
