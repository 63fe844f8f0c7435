"""Lists and matrices as hospitals make them, for the tests that read them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from impactapp import labels
from impactapp.domain.incoming import Field, Kind, Reading
from impactapp.domain.level import Level
from impactapp.domain.problems import Problem
from impactapp.exchange.foreign.mapping import guess_mapping
from impactapp.exchange.foreign.reading import read_with
from impactapp.exchange.foreign.table import Table
from impactapp.exchange.foreign.tables import read_tables
from tests.builders import SECRETARY_MATRIX

HEADINGS = ("Activité", "Hypothèse basse", "Hypothèse haute")
WORDS = {Level.FAIBLE: "Faible", Level.MOYEN: "Moyen", Level.FORT: "Fort"}
PUBLISHED = tuple((title, WORDS[low], WORDS[high]) for title, low, high in SECRETARY_MATRIX)

Decided = tuple[str, Level | None, Level | None]
Cells = Sequence[Any]


def read(source: Path | str, table: int = 0) -> Reading:
    """What the guessed mapping makes of a table."""
    found = read_tables(source)[table]
    return read_with(found, guess_mapping(found))


def decided(reading: Reading) -> list[Decided]:
    """Titles with their decisions, as the published matrix lists them."""
    tasks = [row for row in reading.rows if row.kind is Kind.TASK]
    rows = [(row.title, {said.field: said.value for said in row.said}) for row in tasks]
    return [
        (title, level(said.get(Field.SUBSTITUTION_LOW)), level(said.get(Field.SUBSTITUTION_HIGH)))
        for title, said in rows
    ]


def level(value: Any) -> Level | None:
    """A value as a level."""
    return None if value is None else Level(value)


def titles(reading: Reading) -> list[str]:
    """The titles of the rows."""
    return [row.title for row in reading.rows]


def values(reading: Reading, field: Field) -> list[object]:
    """What the rows say of a field, ``None`` where they say nothing."""
    return [next((said.value for said in row.said if said.field is field), None) for row in reading.rows]


def refusals(reading: Reading) -> list[tuple[str, str]]:
    """The cells that were refused, with the sentence of each."""
    return [(one.cell.ref, labels.sentence(one.refusal)) for one in reading.refused]


def notes(table: Table) -> list[str]:
    """What is said of a table before it is read."""
    return [labels.sentence(note.refusal) for note in table.notes]


def speaks_by_colours(table: Table) -> bool:
    """Whether it is said that colours stand where words should."""
    return any(note.problem is Problem.FOREIGN_COLOURS for note in table.notes)


def fields(table: Table) -> dict[int, Field]:
    """The guessed mapping of a table."""
    return dict(guess_mapping(table).columns)


def workbook(path: Path, sheets: Mapping[str, Cells]) -> Path:
    """A workbook whose sheets hold these rows."""
    book = Workbook()
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.remove(book.worksheets[0])
    book.save(path)
    return path


def sheet_of(book: Workbook, rows: Cells) -> Worksheet:
    """The first sheet of a workbook, with these rows."""
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    return sheet


def fill(sheet: Worksheet, cell: str, colour: str) -> None:
    """Colour a cell."""
    sheet[cell].fill = PatternFill("solid", fgColor=colour)
