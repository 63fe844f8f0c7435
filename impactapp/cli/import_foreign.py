"""Lists and matrices of other people on the command line: which sheet, which columns, for which profession."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from impactapp.cli.subject import profession_of
from impactapp.domain.incoming import Field, Reading, Refused
from impactapp.domain.problems import Problem, Refusal
from impactapp.domain.study import Study

if TYPE_CHECKING:
    from impactapp.exchange.foreign.mapping import ColumnMapping
    from impactapp.exchange.foreign.table import Table

# what is said of a table and keeps nothing of it from being read
_HARMLESS = frozenset(
    {
        *(Problem.FOREIGN_HIDDEN, Problem.FOREIGN_IS_WORKBOOK, Problem.FOREIGN_IS_TEXT, Problem.FOREIGN_ENCODING),
        *(Problem.FOREIGN_NO_HYPOTHESIS, Problem.FOREIGN_BY_ORDER, Problem.FOREIGN_TICKED, Problem.FOREIGN_TURNED),
        Problem.FOREIGN_COMMENTS,
    }
)


@dataclass(frozen=True, slots=True)
class ForeignList:
    """What a file of somebody else says, the columns it was read by, and what is worth saying of it."""

    reading: Reading
    columns: tuple[tuple[str, Field], ...]
    remarks: tuple[Refused, ...]


def read_foreign(
    path: Path, study: Study, profession: str | None = None, sheet: str | None = None, columns: str | None = None
) -> ForeignList:
    """Read a list, as the options of the command line say; raises a refusal where it cannot be told what to read.

    Columns that were named are remembered for the next file with the same headings.
    """
    from impactapp.exchange.foreign.columns import with_columns
    from impactapp.exchange.foreign.reading import read_with
    from impactapp.exchange.foreign.remembered import mapping_for, remember
    from impactapp.exchange.foreign.tables import read_tables

    table = _table(read_tables(path), sheet)
    mapping = mapping_for(table)
    if columns:
        mapping = with_columns(table, mapping, columns)
    reading = read_with(table, mapping, _profession(study, profession, mapping))
    if columns and reading.rows:
        remember(mapping)
    said = (*table.notes, *mapping.doubts)
    refused = tuple(note for note in said if note.problem not in _HARMLESS and note not in reading.refused)
    remarks = tuple(note for note in said if note.problem in _HARMLESS)
    return ForeignList(replace(reading, refused=(*refused, *reading.refused)), _columns(table, mapping), remarks)


def _table(tables: tuple["Table", ...], wanted: str | None) -> "Table":
    """The sheet asked for, else the only one that looks like a list; hidden sheets only when asked for."""
    from impactapp.exchange.foreign.mapping import guess_mapping

    titles = ", ".join(table.title for table in tables)
    if wanted is not None:
        for table in tables:
            if table.title.strip().casefold() == wanted.strip().casefold():
                return table
        raise Refusal(Problem.FOREIGN_TABLE_UNKNOWN, name=wanted, names=titles)
    shown = [table for table in tables if not table.is_hidden] or list(tables)
    likely = [table for table in shown if guess_mapping(table).header_rows] or shown
    if len(likely) > 1:
        raise Refusal(Problem.FOREIGN_SEVERAL_TABLES, names=", ".join(table.title for table in likely))
    return likely[0]


def _profession(study: Study, wanted: str | None, mapping: "ColumnMapping") -> str:
    """The title of the profession asked for; none is needed where a column names them."""
    if not wanted and mapping.column_of(Field.PROFESSION_TITLE) is not None:
        return ""
    found = profession_of(study, wanted or None)
    if found is None:
        raise Refusal(Problem.FOREIGN_NO_PROFESSION)
    return found.title


def _columns(table: "Table", mapping: "ColumnMapping") -> tuple[tuple[str, Field], ...]:
    """Each column that was read, by its heading or its letter."""
    named = []
    for column, about in sorted(mapping.columns.items()):
        heading = mapping.headings[column] if column < len(mapping.headings) else ""
        named.append((heading or table.ref(0, column).rstrip("0123456789"), about))
    return tuple(named)
