"""One panel of the map of skills: exposure across, criticality upwards, dots before and after the measures."""

from collections.abc import Sequence
from dataclasses import dataclass

from impactapp.charts.class_chips import CHIP, draw_chip
from impactapp.charts.exposure_words import classes_under, is_known, is_moved, whom
from impactapp.charts.map_places import Place, Spot, lane_count, places
from impactapp.charts.sheet import SMALL, Box, Sheet
from impactapp.domain.analysis.exposure import FIRST_THIRD, SECOND_THIRD, priority
from impactapp.domain.analysis.skills import SkillResult
from impactapp.domain.level import Hypothesis, Level
from impactapp.domain.skill import Criticality, Mechanism
from impactapp.i18n import _
from impactapp.labels import level_word, percent
from impactapp.labels.skills import criticality_word, mechanism_word
from impactapp.palette import blended

RADIUS, APART, MOVED_APART = 11.0, 25.0, 34.0
LANE, LEAST_ROW, AROUND = 27.0, 82.0, 26.0
HEAD, FOOT = 70.0, 50.0
LABELS, INSET = 98.0, 20.0
TINT = 0.045
ROWS = tuple(reversed(Criticality))
BANDS = {Level.FAIBLE: (0.0, FIRST_THIRD), Level.MOYEN: (FIRST_THIRD, SECOND_THIRD), Level.FORT: (SECOND_THIRD, 1.0)}


@dataclass(frozen=True, slots=True)
class Panel:
    """One mechanism, ``width`` wide with its labels, and the places of its dots by criticality."""

    mechanism: Mechanism
    hypothesis: Hypothesis
    width: float
    rows: dict[Criticality, tuple[Place, ...]]

    def lanes(self, row: Criticality) -> int:
        """How many lanes a row needs."""
        return lane_count(self.rows[row])

    @property
    def is_set_aside(self) -> bool:
        """Whether a dot stands beside its value."""
        return any(place.aside or not place.spot.is_exact for placed in self.rows.values() for place in placed)


def panel_of(skills: Sequence[SkillResult], mechanism: Mechanism, hypothesis: Hypothesis, width: float) -> Panel:
    """Place the dots of the skills that have a value; the first skill is number 1."""
    spots: dict[Criticality, list[Spot]] = {row: [] for row in ROWS}
    for number, shown in enumerate(skills, 1):
        if is_known(shown.mechanism(mechanism)):
            spots[shown.skill.criticality].append(_spot(number, shown, mechanism, hypothesis, width))
    return Panel(mechanism, hypothesis, width, {row: places(found, APART) for row, found in spots.items()})


def row_heights(panels: Sequence[Panel]) -> dict[Criticality, float]:
    """The height of each row, the same in all panels."""
    most = {row: max(panel.lanes(row) for panel in panels) for row in ROWS}
    return {row: max(LEAST_ROW, lanes * LANE + AROUND) for row, lanes in most.items()}


def draw_panel(sheet: Sheet, panel: Panel, left: float, top: float, heights: dict[Criticality, float]) -> None:
    """Draw it with its headings, axes and dots."""
    _headings(sheet, panel, left, top)
    y = top + HEAD
    for row in ROWS:
        _cells(sheet, panel, left, y, row, heights[row])
        sheet.write(left + LABELS - 10, y + heights[row] / 2, criticality_word(row), size=SMALL, align="right")
        y += heights[row]
    for value, words in ((0.0, percent(0.0)), (FIRST_THIRD, "1/3"), (SECOND_THIRD, "2/3"), (1.0, percent(1.0))):
        sheet.write(left + _x(value, panel.width), y + 14, words, size=SMALL, align="center", color=sheet.palette.muted)
    axis = _("part of the practice the AI could take over")
    middle = left + LABELS + (panel.width - LABELS) / 2
    sheet.write(middle, y + 34, axis, size=SMALL, align="center", color=sheet.palette.muted)
    y = top + HEAD
    for row in ROWS:
        _dots(sheet, panel.rows[row], left, y + heights[row] / 2)
        y += heights[row]
    if not any(panel.rows.values()):
        words = _("no skill with a value here")
        sheet.write(middle, top + HEAD + heights[ROWS[0]] * 1.5, words, color=sheet.palette.muted, align="center")


def spots_of(panel: Panel, left: float, top: float, heights: dict[Criticality, float]) -> list[tuple[int, Box]]:
    """The number of each dot and the box around it before and after."""
    found = []
    y = top + HEAD
    for row in ROWS:
        for place in panel.rows[row]:
            first = min(place.spot.before, place.spot.after) + place.aside - RADIUS
            last = max(place.spot.before, place.spot.after) + place.aside + RADIUS
            at = _lane_y(place, panel.lanes(row), y + heights[row] / 2)
            found.append((place.spot.number, Box(left + first, at - RADIUS, last - first, 2 * RADIUS)))
        y += heights[row]
    return found


def draw_dots(
    sheet: Sheet, before: Sequence[tuple[float, float, str]], after: Sequence[tuple[float, float, str]]
) -> None:
    """Numbered dots: open before the measures, filled after them."""
    strong = sheet.palette.exposure[2]
    sheet.circles([(x, y) for x, y, _number in before], RADIUS - 1, fill=sheet.palette.background, edge=strong.ground)
    sheet.circles([(x, y) for x, y, _number in after], RADIUS, fill=strong.ground)
    for dots, ink in ((before, sheet.palette.text), (after, strong.ink)):
        for x, y, number in dots:
            sheet.stamp([(x, y)], number, color=ink, size=11 if len(number) < 3 else 8)


def draw_unmoved(sheet: Sheet, dots: Sequence[tuple[float, float, str]]) -> None:
    """Numbered dots that no measure moves: open, with a second ring inside."""
    strong = sheet.palette.exposure[2]
    sheet.circles([(x, y) for x, y, _number in dots], RADIUS, fill=strong.ground)
    sheet.circles(
        [(x, y) for x, y, _number in dots], RADIUS - 2, fill=strong.ground, edge=sheet.palette.background, thickness=1.5
    )
    for x, y, number in dots:
        sheet.stamp([(x, y)], number, color=strong.ink, size=10 if len(number) < 3 else 7)


def _spot(number: int, shown: SkillResult, mechanism: Mechanism, hypothesis: Hypothesis, width: float) -> Spot:
    found = shown.mechanism(mechanism)
    before = _x(found.exposure.under(hypothesis) or 0.0, width)
    first, last = classes_under(found, hypothesis)
    if not is_moved(found, hypothesis):
        return Spot(number, before, before, _band(first, width))
    after = _x(found.residual.under(hypothesis) or 0.0, width)
    lacking = MOVED_APART - (before - after)
    if lacking <= 0:
        return Spot(number, before, after, _band(first, width))
    # two dots of one skill stay apart too, each within its class: the list has the figures
    after = max(min(after, _band(last, width)[0]), after - lacking)
    return Spot(number, max(before, after + MOVED_APART), after, _band(first, width), is_exact=False)


def _band(level: Level | None, width: float) -> tuple[float, float]:
    first, last = BANDS[level or Level.FAIBLE]
    return _x(first, width) + 2, _x(last, width) - 2


def _x(value: float, width: float) -> float:
    """Where a value stands across a panel."""
    return LABELS + INSET + (width - LABELS - 2 * INSET) * value


def _headings(sheet: Sheet, panel: Panel, left: float, top: float) -> None:
    title = _("{mechanism}: {whom}").format(mechanism=mechanism_word(panel.mechanism), whom=whom(panel.mechanism))
    sheet.write(left + LABELS, top + 12, title, bold=True, room=panel.width - LABELS)
    sheet.write(left + LABELS - 10, top + HEAD - 16, _("Criticality"), size=SMALL, align="right", bold=True)
    for level, (first, last) in BANDS.items():
        middle = left + (_x(first, panel.width) + _x(last, panel.width)) / 2
        draw_chip(sheet, level, middle - 38, top + HEAD - 17)
        sheet.write(middle - 38 + CHIP + 7, top + HEAD - 17, level_word(level), size=SMALL)


def _cells(sheet: Sheet, panel: Panel, left: float, y: float, row: Criticality, tall: float) -> None:
    for level, (first, last) in BANDS.items():
        begin = left + (LABELS if level is Level.FAIBLE else _x(first, panel.width))
        end = left + (panel.width if level is Level.FORT else _x(last, panel.width))
        rank = priority(level, row)
        fill = blended(sheet.palette.background, sheet.palette.exposure[1].ground, TINT * rank)
        sheet.boxes([Box(begin + 1, y + 1, end - begin - 2, tall - 2, fill, fill)], 3.0)
        sheet.write(end - 7, y + 12, str(rank), size=11, align="right")


def _dots(sheet: Sheet, placed: Sequence[Place], left: float, middle: float) -> None:
    lanes = lane_count(placed)
    moved = [place for place in placed if place.spot.before != place.spot.after]
    still = [place for place in placed if place.spot.before == place.spot.after]

    def dot(place: Place, x: float) -> tuple[float, float, str]:
        return left + x + place.aside, _lane_y(place, lanes, middle), str(place.spot.number)

    arrows = []
    for place in moved:
        y = _lane_y(place, lanes, middle)
        arrows.append((left + place.spot.before - RADIUS, y, left + place.spot.after + RADIUS + 1, y))
    sheet.arrows(arrows, sheet.palette.exposure[2].ground)
    draw_dots(
        sheet,
        [dot(place, place.spot.before) for place in moved],
        [dot(place, place.spot.after) for place in moved],
    )
    draw_unmoved(sheet, [dot(place, place.spot.before) for place in still])


def _lane_y(place: Place, lanes: int, middle: float) -> float:
    # a little lower than the middle: the priority stands at the top
    return middle + 5 + (place.lane - (lanes - 1) / 2) * LANE
