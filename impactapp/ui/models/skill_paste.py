"""Skills pasted from a spreadsheet: their names, what is recognised of the other columns, and what is left out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from impactapp.domain.grids import Row, split_rows
from impactapp.domain.lists import PastedList, read_list
from impactapp.domain.skill import Criticality, Retention, Skill, SkillKind
from impactapp.domain.text import same_title, title_key
from impactapp.i18n import _, ngettext
from impactapp.labels import skills as skill_labels
from impactapp.ui.models.skill_columns import SkillColumn, heading

MOST_NAMED = 3
_CRITICALITY = "criticality"


@dataclass(frozen=True, slots=True)
class PastedSkills:
    """The skills to add, the lines read as a list, the headings of columns not taken, and the cells not understood."""

    skills: tuple[Skill, ...]
    lines: PastedList
    columns: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Table:
    """Where the names stand, the rows by the line their name has in the list, and the words over the columns."""

    names: int
    rows: Mapping[int, Row] = field(default_factory=dict)
    heads: tuple[str, ...] = ()

    def head(self, column: int) -> str:
        said = self.heads[column].strip() if column < len(self.heads) else ""
        return said or _("column {number}").format(number=column + 1)

    def cells(self, column: int) -> list[str]:
        return [cell for row in self.rows.values() if (cell := row.cell(column))]


def read_skills(text: str, taken: Iterable[str], new_id: Callable[[], str]) -> PastedSkills:
    """Names alone, or a table whose kind, criticality and retention are read; raises ``EditError`` for nothing."""
    names, table = _read_table(text)
    lines = read_list(names, list(taken))
    if table is None:
        return PastedSkills(tuple(Skill(new_id(), item.title) for item in lines.items), lines)
    known, left = _known(table)
    skills, cells = [], []
    for item in lines.items:
        skill = Skill(new_id(), item.title)
        for column, words in known.items():
            cell = table.rows[item.line].cell(column)
            found = words.get(title_key(cell)) if cell else None
            if found is not None:
                skill = replace(skill, **found)
            elif cell:
                cells.append(_("{skill}: “{cell}”").format(skill=item.title, cell=cell))
        skills.append(skill)
    return PastedSkills(tuple(skills), lines, tuple(left), tuple(cells))


def left_out_words(pasted: PastedSkills) -> list[str]:
    """A sentence on the columns and one on the cells that were not taken; none where all was."""
    said = []
    if pasted.columns:
        count = len(pasted.columns)
        words = ngettext("Column left out: {columns}.", "Columns left out: {columns}.", count)
        said.append(words.format(columns=_few(pasted.columns)))
    if pasted.cells:
        said.append(_("Not understood: {cells}.").format(cells=_few(pasted.cells)))
    return said


def _read_table(text: str) -> tuple[str, _Table | None]:
    """The names one a line, and the table they stand in; the text as it is where it has one column.

    The first column that mostly holds words is that of the names: a longer one on its right describes, and our own
    copies begin so.
    """
    rows = split_rows(text)
    width = max(len(row.cells) for row in rows)
    if width < 2 or not any(len([cell for cell in row.cells if cell.strip()]) > 1 for row in rows):
        return text, None
    column = next((at for at in range(width) if sum(_is_worded(row, at) for row in rows) * 2 > len(rows)), 0)
    names = [_name(row.cell(column)) for row in rows]
    headed = any(same_title(names[0], words) for words in (_("Skill"), _("Skills")))
    if headed:
        names[0] = ""
    body = {at: row for at, row in enumerate(rows, 1) if names[at - 1]}
    listed = "\n".join(f"• {name}" if name else "" for name in names)
    return listed, _Table(column, body, rows[0].cells if headed else ())


def _known(table: _Table) -> tuple[dict[int, Mapping[str, dict[str, Any]]], list[str]]:
    """The columns that are read, each with its words, and the headings of those that hold something else."""
    known: dict[int, Mapping[str, dict[str, Any]]] = {}
    left = []
    width = max(len(row.cells) for row in table.rows.values()) if table.rows else 0
    for column in (at for at in range(width) if at != table.names and table.cells(at)):
        words = _words_of(table, column)
        if words is None or words in known.values():
            left.append(table.head(column))
        else:
            known[column] = words
    return known, left


def _words_of(table: _Table, column: int) -> Mapping[str, dict[str, Any]] | None:
    """What a column is by its heading, else by the words most of its cells hold; a bare figure could count people."""
    cells = [title_key(cell) for cell in table.cells(column)]
    head = table.heads[column] if column < len(table.heads) else ""
    for at, words in _vocabulary().items():
        if head and same_title(head, heading(at)):
            return words
        if sum(cell in words and not cell.isdigit() for cell in cells) * 2 > len(cells):
            return words
    return None


def _vocabulary() -> dict[SkillColumn, dict[str, dict[str, Any]]]:
    """The words of our own tables and sheets, and the parts of them that people type."""
    return {
        SkillColumn.KIND: _spelt((("kind", kind), [skill_labels.kind_word(kind)]) for kind in SkillKind),
        SkillColumn.CRITICALITY: _spelt(((_CRITICALITY, step), _spellings(step)) for step in Criticality),
        SkillColumn.RETENTION: _spelt(
            (
                ("retention", part),
                [skill_labels.retention_word(part), skill_labels.retention_word(part).partition(" (")[0]],
            )
            for part in Retention
        ),
    }


def _spellings(step: Criticality) -> list[str]:
    """« 3 · vitale », « vitale », « vital », « 3 »."""
    whole = skill_labels.criticality_word(step)
    number, _dot, word = whole.partition(" · ")
    return [whole, number, word, word.removesuffix("e")]


def _spelt(found: Iterable[tuple[tuple[str, object], Sequence[str]]]) -> dict[str, dict[str, Any]]:
    return {title_key(word): {name: value} for (name, value), words in found for word in words}


def _name(cell: str) -> str:
    """A name on one line, without the mark that our own table puts behind it."""
    return " ".join(cell.split()).removesuffix(f" {skill_labels.SOURCE_MARK}")


def _is_worded(row: Row, column: int) -> bool:
    return any(letter.isalpha() for letter in row.cell(column))


def _few(named: Sequence[str]) -> str:
    more = len(named) - MOST_NAMED
    said = ", ".join(named[:MOST_NAMED])
    return said if more <= 0 else _("{names} and {count} more").format(names=said, count=more)
