"""What every sign of the map of skills means, in words."""

from collections.abc import Callable

from impactapp.charts.class_chips import draw_chip
from impactapp.charts.exposure_words import class_words
from impactapp.charts.lettering import wrapped
from impactapp.charts.map_panel import RADIUS, draw_dots, draw_unmoved
from impactapp.charts.notes import LINE, lines_of
from impactapp.charts.sheet import SMALL, Box, Sheet
from impactapp.domain.level import Level
from impactapp.domain.skill import Criticality
from impactapp.i18n import _
from impactapp.labels.skills import criticality_sentence
from impactapp.palette import blended

SIGN, BETWEEN, TWO_COLUMNS = 100.0, 8.0, 760.0
_Sign = Callable[[Sheet, float, float], None]


def legend_height(width: float) -> float:
    """How tall it is."""
    return sum(_heights(width)) + 10


def draw_legend(sheet: Sheet, top: float) -> None:
    """Draw each sign beside its words."""
    columns, room = _columns(sheet.width)
    y = top + 5
    for at, tall in enumerate(_heights(sheet.width)):
        for column, (sign, words) in enumerate(_signs()[at * columns : (at + 1) * columns]):
            x = column * sheet.width / columns
            sign(sheet, x, y + tall / 2)
            lines = wrapped(words, room, SMALL, 5)
            for line, said in enumerate(lines):
                middle = y + tall / 2 + (line - (len(lines) - 1) / 2) * LINE
                sheet.write(x + SIGN, middle, said, size=SMALL)
        y += tall


def words() -> list[str]:
    """The legend for who does not see it."""
    return [said for _sign, said in _signs()]


def _columns(width: float) -> tuple[int, float]:
    columns = 2 if width >= TWO_COLUMNS else 1
    return columns, width / columns - SIGN - 16


def _heights(width: float) -> list[float]:
    columns, room = _columns(width)
    lines = [lines_of(said, room, SMALL) for said in words()]
    rows = [lines[at : at + columns] for at in range(0, len(lines), columns)]
    return [max(2 * RADIUS, max(row) * LINE) + BETWEEN for row in rows]


def _signs() -> list[tuple[_Sign, str]]:
    return [
        (_moved, _("One skill, from before the measures (open) to after the measures decided or in place (filled).")),
        (_unmoved, _("A skill that no measure decided or in place moves: before and after are the same.")),
        (_number, _("The number of the skill in the list below; further right is more exposed, higher more critical.")),
        (_classes, class_words()),
        (
            _priority,
            _("In the corner: priority, class (1 to 3) × criticality (1 to 3). The darker, the sooner to look at."),
        ),
        (_criticality, " ".join(criticality_sentence(step) for step in reversed(Criticality))),
    ]


def _moved(sheet: Sheet, x: float, y: float) -> None:
    sheet.arrows([(x + 76 - RADIUS, y, x + 12 + RADIUS, y)], sheet.palette.exposure[2].ground)
    draw_dots(sheet, [(x + 76, y, "1")], [(x + 12, y, "1")])


def _unmoved(sheet: Sheet, x: float, y: float) -> None:
    draw_unmoved(sheet, [(x + 12, y, "2")])


def _number(sheet: Sheet, x: float, y: float) -> None:
    draw_dots(sheet, [(x + 12, y, "3")], [(x + 40, y, "3")])
    draw_unmoved(sheet, [(x + 68, y, "3")])


def _classes(sheet: Sheet, x: float, y: float) -> None:
    for at, level in enumerate(Level):
        draw_chip(sheet, level, x + 1 + at * 30, y)


def _priority(sheet: Sheet, x: float, y: float) -> None:
    sheet.boxes(
        [Box(x + 1, y - 10, 44, 20, blended(sheet.palette.background, sheet.palette.exposure[1].ground, 0.3))], 3.0
    )
    sheet.write(x + 23, y, "1 … 9", size=11, align="center")


def _criticality(sheet: Sheet, x: float, y: float) -> None:
    sheet.write(x + 1, y, " · ".join(str(int(step)) for step in reversed(Criticality)), size=SMALL, bold=True)
