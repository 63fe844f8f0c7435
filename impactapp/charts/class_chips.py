"""The letters of a class of exposure on its colour, as every figure of skills draws them."""

from collections.abc import Sequence

from impactapp.charts.sheet import Box, Sheet
from impactapp.domain.level import Level
from impactapp.labels import level_letters

CHIP, CHIP_TALL, APART = 26.0, 18.0, 4.0
_LETTERS = 11.0


def draw_chip(sheet: Sheet, level: Level, x: float, y: float) -> None:
    """One class, ``CHIP`` wide from ``x``, centred on ``y``."""
    swatch = sheet.palette.exposure[level - 1]
    sheet.boxes([Box(x, y - CHIP_TALL / 2, CHIP, CHIP_TALL, swatch.ground, sheet.palette.line)], 4.0)
    sheet.stamp([(x + CHIP / 2, y)], level_letters(level), color=swatch.ink, size=_LETTERS)


def draw_classes(sheet: Sheet, x: float, y: float, classes: Sequence[Level | None]) -> float:
    """The classes side by side, once where they agree; gives where the next thing may stand."""
    for level in dict.fromkeys(classes):
        if level is not None:
            draw_chip(sheet, level, x, y)
            x += CHIP + APART
    return x
