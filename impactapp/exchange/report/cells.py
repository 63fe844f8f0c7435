"""Cells of the tables of the dossier: words, numbers at the right, levels with their letters on their colour."""

from collections.abc import Iterable

from impactapp import labels
from impactapp.domain.level import Level
from impactapp.domain.profession import Profession
from impactapp.exchange.cell_text import shorten
from impactapp.exchange.report.blocks import Align, Grid, GridCell, Scale
from impactapp.i18n import _

Row = tuple[GridCell, ...]
_SHORT = 60


def words(text: str) -> GridCell:
    """A cell of words."""
    return GridCell(text)


def short(text: str) -> GridCell:
    """A cell of words that stand whole elsewhere."""
    return GridCell(shorten(text, _SHORT))


def number(text: str) -> GridCell:
    """A cell of a figure, at the right."""
    return GridCell(text, align=Align.RIGHT)


def middle(text: str) -> GridCell:
    """A cell of one short word."""
    return GridCell(text, align=Align.CENTER)


def level(found: Level | None) -> GridCell:
    """« Fo · Fort » on the colour of the level, or that nobody has rated."""
    if found is None:
        return middle(labels.level_word(None))
    return GridCell(f"{labels.level_letters(found)} · {labels.level_word(found)}", found, Align.CENTER)


def letters(found: Level | None) -> GridCell:
    """« Fo » on the colour of the level, a dash where nobody has rated: for narrow columns."""
    return GridCell(labels.level_letters(found) or labels.UNKNOWN, found, Align.CENTER)


def exposed(figures: str, classes: tuple[Level | None, Level | None]) -> GridCell:
    """« Fa–Mo 21 % à 43 % » on the colour of the higher class, or that there is no information."""
    low, high = classes
    if low is None or high is None:
        return middle(_("no information"))
    said = dict.fromkeys((labels.level_letters(low), labels.level_letters(high)))
    return GridCell(f"{'–'.join(said)} · {figures}", high, Align.CENTER, Scale.EXPOSURE)


def captioned(title: str, profession: Profession) -> str:
    """A figure says of whom: it stands where a page has room for it."""
    return _("{chart} — {profession}").format(chart=title, profession=shorten(profession.title, _SHORT))


def grid(title: str, head: Row, rows: Iterable[Row], widths: tuple[float, ...], note: str = "") -> Grid:
    """A table; its rows may be made on the way."""
    return Grid(title, head, tuple(rows), widths, note)
