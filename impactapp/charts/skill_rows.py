"""What the figures with one row a skill share: the title at the left or above, the height of a row, the order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from impactapp.charts.lettering import printable, wrapped
from impactapp.charts.notes import lines_of
from impactapp.charts.sheet import SMALL, Sheet
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.skills import SkillResult
from impactapp.i18n import ngettext

# rows of skills are tall: more would not fit in a picture that opens
MOST_SKILLS = 80
BESIDE, SHARE, WIDEST = 820.0, 0.29, 360.0
TITLE, TITLE_LINE, NOTE_LINE, PAD = 14.0, 18.0, 16.0, 9.0
TITLE_GAP, MOST_LINES = 6.0, 5


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A skill, what is said under its title, the room of both, and where its values stand."""

    shown: SkillResult
    note: str
    room: float
    tall: float
    values_left: float
    values_top: float


def skill_rows(skills: Sequence[tuple[SkillResult, str]], width: float, values: float) -> list[SkillRow]:
    """The rows of skills with a note each, whose values are ``values`` tall; at most ``MOST_SKILLS``."""
    beside = width >= BESIDE
    left = min(width * SHARE, WIDEST) if beside else 0.0
    room = left - 28 if beside else width
    rows = []
    for shown, note in skills[:MOST_SKILLS]:
        said = _title_height(shown, note, room)
        tall = max(said, values) if beside else said + TITLE_GAP + values
        rows.append(SkillRow(shown, note, room, tall + 2 * PAD, left, PAD if beside else PAD + said + TITLE_GAP))
    return rows


def rows_height(rows: Iterable[SkillRow]) -> float:
    """How tall they are together."""
    return sum(row.tall for row in rows)


def draw_row(sheet: Sheet, row: SkillRow, top: float) -> None:
    """Write the title and the note of a row, under a line."""
    sheet.lines([(0, top, sheet.width, top)], sheet.palette.faint_line)
    y = top + PAD
    for line in wrapped(printable(row.shown.skill.title), row.room, TITLE, MOST_LINES):
        sheet.write(0, y + TITLE_LINE / 2, line, size=TITLE)
        y += TITLE_LINE
    for line in wrapped(row.note, row.room, SMALL, MOST_LINES) if row.note else ():
        sheet.write(0, y + NOTE_LINE / 2, line, size=SMALL, color=sheet.palette.muted)
        y += NOTE_LINE


def most_exposed_first(skills: Iterable[SkillResult]) -> list[SkillResult]:
    """The skills by what they may lose under the high hypothesis, those without a value last."""

    def key(shown: SkillResult) -> tuple[bool, float, float]:
        worst = max(shown.atrophy.exposure.high or 0.0, shown.non_acquisition.exposure.high or 0.0)
        return shown.atrophy.exposure.high is None, -worst, -(shown.atrophy.exposure.low or 0.0)

    return sorted(skills, key=key)


def left_out_words(result: ProfessionResult) -> list[str]:
    """How many skills are not drawn, where that is so."""
    count = len(result.skills) - MOST_SKILLS
    if count <= 0:
        return []
    words = ngettext("and {count} more, in the exports", "and {count} more, in the exports", count)
    return [words.format(count=count)]


def _title_height(shown: SkillResult, note: str, room: float) -> float:
    lines = min(MOST_LINES, lines_of(shown.skill.title, room, TITLE)) * TITLE_LINE
    return lines + (min(MOST_LINES, lines_of(note, room, SMALL)) * NOTE_LINE if note else 0.0)
