"""A sitting of the secretary case, its ballots on a disk, and how somebody fills them in."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from impactapp.domain.study import Study
from impactapp.domain.workshop import Counts, Group, GroupKind, Protocol, Question, Scope, Sitting, empty_survey
from impactapp.exchange.ballots.asked import BallotKind
from impactapp.exchange.ballots.reading import read_ballots
from impactapp.exchange.ballots.report import BallotReport
from impactapp.exchange.ballots.writing import write_ballots
from tests import builders
from tests.sitting_builders import given

STAFF = Group("g-staff", GroupKind.STAFF, 8)
MANAGERS = Group("g-managers", GroupKind.MANAGEMENT, 5)
UNIONS = Group("g-unions", GroupKind.REPRESENTATIVES, 2)
SITTING = Sitting(
    "sit-1", "Séance du 3 décembre", None, "Salle B", ("sec",), (STAFF, MANAGERS, UNIONS), survey=empty_survey()
)


def study_with(sitting: Sitting = SITTING, study: Study | None = None) -> Study:
    """The secretary case with one sitting."""
    return replace(study or builders.secretary(), sittings=(sitting,))


def scoped(scope: Scope) -> Study:
    """The same, voting something else."""
    return study_with(replace(SITTING, protocol=Protocol(scope=scope)))


def written(
    folder: Path, study: Study | None = None, *, group: Group = STAFF, count: int = 1, kind: BallotKind | None = None
) -> list[Path]:
    """Ballots numbered n0, n1 and so on."""
    numbers = [f"{group.id}-n{number}" for number in range(count)]
    chosen = kind or BallotKind.PERSON
    return list(write_ballots(study or study_with(), SITTING.id, group.id, numbers, folder, kind=chosen))


def paper(path: Path) -> Worksheet:
    """The sheet somebody sees."""
    return load_workbook(path).worksheets[0]


def first_row(path: Path) -> int:
    """The row of the first activity."""
    sheet = paper(path)
    return next(row for row in range(1, 99) if "task_id" in [cell.value for cell in sheet[row]]) + 2


def fill(path: Path, cells: Mapping[str, str | float | None]) -> Path:
    """Type into a ballot: « B1 » is the first answer of the first activity, whatever the row."""
    first = first_row(path)

    def type_in(sheet: Worksheet) -> None:
        for at, value in cells.items():
            sheet[f"{at[0]}{int(at[1:]) + first - 1}"].value = value

    return change(path, type_in)


def change(path: Path, work: Callable[[Worksheet], object]) -> Path:
    """Do something to the sheet of a ballot and save it."""
    book = load_workbook(path)
    work(book.worksheets[0])
    book.save(path)
    return path


def read(*paths: Path, study: Study | None = None) -> BallotReport:
    """Read them for the sitting."""
    return read_ballots(paths, study or study_with(), SITTING.id)


def reasons(report: BallotReport) -> list[tuple[str, str]]:
    """What was refused, each with its cell."""
    return [(remark.cell, remark.reason) for file in report.files for remark in file.refused]


def counts(study: Study, task_id: str, question: Question, group_id: str = STAFF.id) -> Counts | None:
    """What a group voted in the round in progress, shown or not."""
    talk = study.sittings[0].talk(task_id)
    return given(talk, talk.round if talk else 1, question, group_id)
