"""Those who hold a skill against those who learn it: atrophy of the experienced beside non-acquisition of trainees."""

from dataclasses import dataclass

from impactapp.charts.ends import draw_ends, draw_legend
from impactapp.charts.exposure_words import MAPPED, class_words, is_known, letters, parted, range_in_words, reason
from impactapp.charts.notes import draw_notes, notes_height
from impactapp.charts.sheet import SMALL, Align, Box, Sheet
from impactapp.charts.skill_limits import all_limits
from impactapp.charts.skill_rows import SkillRow, draw_row, left_out_words, most_exposed_first, rows_height, skill_rows
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.exposure import FIRST_THIRD, SECOND_THIRD
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.skills import MechanismResult, SkillResult
from impactapp.domain.skill import Mechanism
from impactapp.i18n import _, ngettext
from impactapp.labels import percent, percent_range
from impactapp.labels.skills import exposure_word, mechanism_word

TOP, AXIS, LEGEND, SECTION = 58.0, 30.0, 40.0, 14.0
VALUES, BAR, FIGURES = 46.0, 18.0, 13.0
# narrower, the words stand above the bars
BESIDE, BAR_BELOW = 520.0, 40.0
TOLD, INSET = 162.0, 14.0
THIRDS = (FIRST_THIRD, SECOND_THIRD, 1.0)


@dataclass(frozen=True, slots=True)
class _Side:
    """Half of the figure: 0 at ``first`` in the middle, 1 at ``last``; its words start or end at ``edge``."""

    mechanism: Mechanism
    first: float
    last: float
    edge: float

    @property
    def is_left(self) -> bool:
        return self.last < self.first

    @property
    def align(self) -> Align:
        return "left" if self.is_left else "right"

    def place(self, value: float | None) -> float | None:
        return None if value is None else self.first + (self.last - self.first) * value


def height_at(width: float, result: ProfessionResult, subject: Subject) -> float:
    """How tall the figure is on a page so wide."""
    rows = _rows(result, width)
    return TOP + rows_height(rows) + AXIS + LEGEND + SECTION + notes_height(_notes(result, subject), width)


def draw(sheet: Sheet, result: ProfessionResult, subject: Subject) -> None:
    """Draw it, the most exposed skills first."""
    rows = _rows(result, sheet.width)
    sides = _sides(rows[0].values_left if rows else 0.0, sheet.width)
    bottom = TOP + rows_height(rows)
    for side in sides:
        _head(sheet, side)
        _foot(sheet, side, bottom + AXIS / 2)
    sheet.write(sides[0].first, bottom + AXIS / 2, percent(0.0), size=11, color=sheet.palette.muted, align="center")
    y = TOP
    for row in rows:
        draw_row(sheet, row, y)
        for side in sides:
            _half(sheet, row.shown, side, y + row.values_top)
        if not is_known(row.shown.atrophy):
            middle = _bar_middle(sheet, y + row.values_top)
            _say_why(sheet, reason(row.shown, Mechanism.ATROPHY), sides[0].last, sides[1].last, middle)
        sheet.mark(0, y, sheet.width, row.tall, words(row.shown), skill_id=row.shown.skill.id)
        y += row.tall
    draw_legend(sheet, bottom + AXIS + LEGEND / 2, sheet.palette.exposure[2].ground)
    draw_notes(sheet, bottom + AXIS + LEGEND + SECTION, _notes(result, subject))


def words(shown: SkillResult) -> str:
    """One skill in words."""
    told = parted(
        _("{holders}, {mechanism} {value}").format(
            holders=headcount_words(shown, mechanism),
            mechanism=mechanism_word(mechanism).lower(),
            value=range_in_words(shown, mechanism),
        )
        for mechanism in MAPPED
    )
    return _("{name}: {value}").format(name=shown.skill.title, value=told)


def describe(result: ProfessionResult, subject: Subject) -> list[str]:
    """The figure in words, a line a skill, then what it cannot say."""
    told = [words(shown) for shown in most_exposed_first(result.skills)]
    return [*told, class_words(), *all_limits(result, subject)]


def headcount_words(shown: SkillResult, mechanism: Mechanism) -> str:
    """How many persons a mechanism concerns, or that nobody has said."""
    if mechanism is Mechanism.ATROPHY:
        count = shown.skill.experienced
        if count is None:
            return _("experienced: not stated")
        return ngettext("{count} experienced", "{count} experienced", count).format(count=count)
    count = shown.skill.trainees
    if count is None:
        return _("trainees: not stated")
    return ngettext("{count} trainee", "{count} trainees", count).format(count=count)


def _rows(result: ProfessionResult, width: float) -> list[SkillRow]:
    tall = VALUES if width >= BESIDE else VALUES + BAR_BELOW
    return skill_rows([(shown, "") for shown in most_exposed_first(result.skills)], width, tall)


def _notes(result: ProfessionResult, subject: Subject) -> list[str]:
    return [*left_out_words(result), class_words(), *all_limits(result, subject)]


def _sides(left: float, right: float) -> tuple[_Side, _Side]:
    middle, told = (left + right) / 2, TOLD if right >= BESIDE else 20.0
    return (
        _Side(Mechanism.ATROPHY, middle, left + told, left),
        _Side(Mechanism.NON_ACQUISITION, middle, right - told, right),
    )


def _head(sheet: Sheet, side: _Side) -> None:
    room = abs(side.edge - side.first) - INSET
    who = _("Experienced staff") if side.is_left else _("Trainees")
    sheet.write(side.edge, 12, who, bold=True, align=side.align, room=room)
    sheet.write(side.edge, 33, mechanism_word(side.mechanism), size=SMALL, color=sheet.palette.muted, align=side.align)


def _foot(sheet: Sheet, side: _Side, y: float) -> None:
    for third, said in zip(THIRDS, ("1/3", "2/3", percent(1.0)), strict=True):
        sheet.write(side.place(third) or 0.0, y, said, size=11, color=sheet.palette.muted, align="center")


def _bar_middle(sheet: Sheet, y: float) -> float:
    return y + VALUES / 2 if sheet.width >= BESIDE else y + VALUES + BAR_BELOW / 2


def _half(sheet: Sheet, shown: SkillResult, side: _Side, y: float) -> None:
    found = shown.mechanism(side.mechanism)
    middle, muted = y + VALUES / 2, sheet.palette.muted
    sheet.write(
        side.edge, middle + 10, headcount_words(shown, side.mechanism), size=SMALL, color=muted, align=side.align
    )
    if is_known(found):
        said = f"{percent_range(found.exposure)} · {letters(found.exposed_class)}"
        sheet.write(side.edge, middle - 10, said, size=FIGURES, align=side.align)
        _bar(sheet, found, side, _bar_middle(sheet, y))
    else:
        sheet.write(side.edge, middle - 10, exposure_word(None), size=FIGURES, color=muted, align=side.align)
        if is_known(shown.atrophy):
            _say_why(sheet, reason(shown, side.mechanism), side.first, side.last, _bar_middle(sheet, y))


def _say_why(sheet: Sheet, words: str, first: float, last: float, middle: float) -> None:
    x, room = min(first, last) + 10, abs(last - first) - 20
    sheet.write_wrapped(x, middle, words, room, lines=3, size=SMALL, color=sheet.palette.muted)


def _bar(sheet: Sheet, found: MechanismResult, side: _Side, middle: float) -> None:
    low, high = side.place(found.exposure.low), side.place(found.exposure.high)
    if low is None or high is None:
        return
    swatches = sheet.palette.exposure
    places = [side.first + (side.last - side.first) * third for third in (0.0, *THIRDS)]
    sheet.lines([(x, middle - 17, x, middle + 17) for x in places], sheet.palette.faint_line)
    sheet.boxes(
        [
            Box(
                min(side.first, high),
                middle - BAR / 2,
                abs(high - side.first),
                BAR,
                swatches[0].ground,
                swatches[1].ground,
            ),
            Box(min(side.first, low), middle - BAR / 2, abs(low - side.first), BAR, swatches[1].ground),
        ],
        2.0,
    )
    draw_ends(sheet, [(low, high, middle)], swatches[2].ground)
