"""Blocks of the matrix as spreadsheets exchange them: words between tabs, read back in any spelling."""

import csv
import io
from collections.abc import Sequence

from impactapp import labels
from impactapp.domain.edits.ratings import Cell
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.problems import Refusal
from impactapp.domain.profession import Task
from impactapp.i18n import _, ngettext
from impactapp.palette import LIGHT
from impactapp.ui.clipboard import Block, CopiedCell, without_headings
from impactapp.ui.models.rating_columns import (
    COLUMN_COUNT,
    TITLE,
    column_at,
    column_name,
    column_words,
    look_of,
    position_of,
)

Place = tuple[int, int]
_DECISIONS = [position_of(hypothesis, Aspect.SUBSTITUTION) for hypothesis in Hypothesis]

_LONGEST_QUOTED = 40


class PasteError(Exception):
    """A block that cannot be read or placed; its text is the sentence to show."""


def block_of(tasks: Sequence[Task], chosen: Sequence[Place]) -> Block:
    """The smallest rectangle around the chosen cells, in words; cells that were not chosen are left empty."""
    places = set(chosen)
    rows = sorted({row for row, _position in places})
    positions = sorted({position for _row, position in places})
    return Block(
        tuple(
            tuple(copied(tasks[row], at) if (row, at) in places else CopiedCell("") for at in positions) for row in rows
        )
    )


def copied(task: Task, position: int) -> CopiedCell:
    """A cell as it is copied: its word, on the ground of its level."""
    column = column_at(position)
    if column is None:
        return CopiedCell(task.title)
    level = look_of(task, column).level
    return CopiedCell(labels.level_word(level), LIGHT.level(level)) if level else CopiedCell("")


def read_block(text: str, tasks: Sequence[Task], chosen: Sequence[Place]) -> dict[Cell, Level | None]:
    """The level of each cell of a pasted block, laid from the first chosen cell; one value fills all chosen cells.

    Titles and proposals in the block are passed over. Raises ``PasteError`` naming row and column.
    """
    lines = without_headings(lines_of_block(text), [column_name(at) for at in range(COLUMN_COUNT)])
    if not lines or not chosen:
        raise PasteError(_("There is nothing to paste: copy levels (Low, Medium, High) first."))
    if len(lines) == 1 and len(lines[0]) == 1:
        spots = [(row, position, lines[0][0]) for row, position in sorted(chosen)]
    else:
        spots = _laid(lines, tasks, min(row for row, _at in chosen), min(at for _row, at in chosen))
    levels = {}
    for row, position, word in spots:
        column = column_at(position)
        cell = column.cell(tasks[row].id) if column else None
        if cell:
            levels[cell] = _level(word, tasks[row], position)
    if not levels:
        raise PasteError(_("Levels are pasted on criteria and decisions: choose a cell of one of these columns."))
    return levels


def lines_of_block(text: str) -> list[list[str]]:
    """The cells of a block, an empty line being one empty cell; empty lines at the end do not count."""
    try:
        lines = [line or [""] for line in csv.reader(io.StringIO(text, newline=""), delimiter="\t")]
    except csv.Error:
        return []
    while lines and not any(lines[-1]):
        lines.pop()
    return lines


def _laid(lines: list[list[str]], tasks: Sequence[Task], top: int, left: int) -> list[tuple[int, int, str]]:
    excess = top + len(lines) - len(tasks)
    if excess > 0:
        raise PasteError(
            ngettext(
                "The block goes {n} row beyond the last activity: nothing was pasted.",
                "The block goes {n} rows beyond the last activity: nothing was pasted.",
                excess,
            ).format(n=excess)
        )
    spots = []
    for offset, words in enumerate(lines):
        positions = _positions(left, max(len(line) for line in lines))
        spots += [(top + offset, position, word) for position, word in zip(positions, words, strict=False)]
    return spots


def _positions(left: int, width: int) -> list[int]:
    """The columns a block covers; low and high side by side, as in the published matrix, go to the two decisions."""
    if left == _DECISIONS[0] and width == 2:
        return _DECISIONS
    if left == TITLE and width == 3:
        return [TITLE, *_DECISIONS]
    if left + width > COLUMN_COUNT:
        raise PasteError(_("The block is wider than the matrix from this column on: nothing was pasted."))
    return list(range(left, left + width))


def _level(word: str, task: Task, position: int) -> Level | None:
    try:
        return labels.read_level(word)
    except Refusal:
        raise PasteError(
            _("Row “{task}”, column {column}: “{word}” is not a level; nothing was pasted.").format(
                task=task.title, column=column_words(position), word=shortened(word)
            )
        ) from None


def shortened(word: str) -> str:
    """A word as a refusal quotes it."""
    line = " ".join(word.split())
    return line if len(line) <= _LONGEST_QUOTED else f"{line[:_LONGEST_QUOTED]}…"
