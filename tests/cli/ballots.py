"""A study with a sitting, and ballots of it filled in as people do, for the tests of the command line."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from openpyxl import load_workbook

from impactapp.domain.study import Study
from impactapp.domain.workshop import Group, GroupKind, Sitting, empty_survey
from impactapp.exchange.ballots.asked import KEY
from impactapp.store.study_file import StudyFile
from tests import builders

STAFF = Group("g1", GroupKind.STAFF, 8)
UNIONS = Group("g2", GroupKind.REPRESENTATIVES, 3)
SITTING = Sitting("s1", "Séance 1", date(2026, 11, 22), "", ("sec",), (STAFF, UNIONS), survey=empty_survey())
STUDY = replace(builders.secretary(), sittings=(SITTING,))


def written(study: Study = STUDY, path: str = "s.impact") -> str:
    """The study in a new file."""
    Path(path).unlink(missing_ok=True)
    StudyFile.create(Path(path), study, datetime(2026, 11, 22, tzinfo=UTC)).close()
    return path


def filled(path: Path, answers: dict[tuple[str, str], str]) -> str:
    """Write answers, by task id and column code, into the cells of a ballot."""
    book = load_workbook(path)
    sheet = next(one for one in book.worksheets if one.sheet_state == "visible")
    rows = [[str(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    codes = next(row for row in rows if KEY in row)
    lines = {row[codes.index(KEY)]: number for number, row in enumerate(rows, 1)}
    for (task_id, code), answer in answers.items():
        sheet.cell(lines[task_id], codes.index(code) + 1).value = answer
    book.save(path)
    return str(path)
