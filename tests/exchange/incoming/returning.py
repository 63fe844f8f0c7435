"""A workbook that goes out and comes back: written, changed by another program, read and compared."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from impactapp.domain.analysis.comparison import compare
from impactapp.domain.incoming import Change, Comparison, Field, Reading
from impactapp.domain.problems import Problem
from impactapp.domain.study import Study
from impactapp.exchange.incoming.matching import propose
from impactapp.exchange.incoming.ours import read_ours
from impactapp.exchange.incoming.sheets import read_workbook, reference
from impactapp.exchange.incoming.tables import tables_of
from tests.exchange import cases

Edited = Callable[[dict[str, Worksheet]], None]


def changed(path: Path, edit: Edited, name: str = "") -> Path:
    """The workbook after somebody typed in it, saved by a program that computes nothing."""
    book = load_workbook(path)
    edit({sheet.title: sheet for sheet in book.worksheets})
    target = path.with_name(name or f"retour-{path.name}")
    book.save(target)
    return target


def returned(study: Study, folder: Path, edit: Edited, now: Study | None = None) -> Comparison:
    """What a workbook of a study says after an edit, beside the study as it is by then."""
    return compared(changed(cases.exported(study, folder), edit), study if now is None else now)


def compared(path: Path, study: Study) -> Comparison:
    """What a file says beside a study; rows without ids are only guessed at."""
    reading: Reading = read_ours(path, study)
    return compare(study, reading, propose(reading, study))


def differences(found: Comparison) -> dict[str, list[Any]]:
    """What is not the same, for a message that helps."""
    names = ("changes", "new", "missing", "guesses", "disagreements", "refused")
    return {name: list(getattr(found, name)) for name in names if getattr(found, name)}


def said(changes: tuple[Change, ...]) -> list[tuple[Field, object]]:
    """The fields that change, and to what."""
    return [(change.field, change.after) for change in changes]


def problems(found: Comparison) -> list[tuple[str, Problem]]:
    """What is refused, and where."""
    return [("!".join(part for part in (one.cell.sheet, one.cell.ref) if part), one.problem) for one in found.refused]


@dataclass(frozen=True, slots=True)
class Typed:
    """A cell that may be typed in: its sheet, its address, what it is about."""

    sheet: str
    ref: str
    about: str
    own_id: str


def open_cells(path: Path) -> list[Typed]:
    """Every cell of a workbook that is read back, but those that say where their row belongs."""
    found = []
    for table in tables_of(read_workbook(path)):
        skills = {code for code in table.columns if f"stage:{code}" in table.columns}
        known = {*Field, "definition", *skills, *(f"stage:{code}" for code in skills)}
        for line in table.lines:
            found += [
                Typed(table.sheet.title, reference(line.number, column), code, table.own_id(line))
                for code, column in table.columns.items()
                if code in known and table.own_id(line)
            ]
    return found
