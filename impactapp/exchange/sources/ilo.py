"""The task scores of the ILO (Working Paper 140), from the workbook that the user brings; the class is only read."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from impactapp.domain.benchmark import ILO_CLASSES, ExposureClass
from impactapp.domain.catalog_search import Findable, SearchIndex
from impactapp.domain.problems import Problem
from impactapp.domain.text import TITLE_LIMIT, clean_line
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.sources.delimited import RefusedLine
from impactapp.exchange.sources.workbook import Row, plain_cell, sheet_under

_COLUMNS = (
    *("isco_08", "title", "taskid", "task_isco", "score_2025"),
    *("mean_score_2023", "mean_score_2025", "sd_2025", "potential25"),
)
# what every workbook of the ILO says, one that lacks columns too
WORDS = (b"ISCO_08", b"Task_ISCO", b"potential25")
_FEWEST_COLUMNS = 3
# an apostrophe of UTF-8 that was read as the letters of an old Macintosh
_BROKEN_APOSTROPHE, _APOSTROPHE = "\u201a\u00c4\u00f4", "\u2019"
_NOTHING = ("", "nan")


@dataclass(frozen=True, slots=True)
class IloTask:
    """A task and its score of 2025, 0..1."""

    number: int
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class IloGroup:
    """An occupation: mean and sample standard deviation of the scores of its tasks, and the class the file gives it,
    which cannot be worked out from the mean."""

    isco08: str
    title: str
    mean: float
    deviation: float
    mean_2023: float
    exposure: ExposureClass | None
    tasks: tuple[IloTask, ...]


@dataclass(frozen=True, slots=True)
class Ilo:
    """The occupations by ISCO-08 code, and the lines that were left out."""

    groups: Mapping[str, IloGroup]
    refused: tuple[RefusedLine, ...]

    def search(self, words: str) -> tuple[IloGroup, ...]:
        """The occupations that answer to every word by title, code or task, those that are called so first."""
        things = (
            Findable(code, (group.title,), (code,), tuple(task.text for task in group.tasks))
            for code, group in self.groups.items()
        )
        return tuple(self.groups[code] for code in SearchIndex(things).find(words))


def read_ilo(path: Path) -> Ilo:
    """Read the workbook; raises ``ExchangeError`` where it is none, or lacks columns, which are named."""
    _title, rows = sheet_under(path, is_like_ours)
    if not rows:
        raise ExchangeError(Problem.SOURCE_UNKNOWN, path=path)
    names = [plain_cell(cell).casefold() for cell in rows[0]]
    missing = [name for name in _COLUMNS if name not in names]
    if missing:
        raise ExchangeError(Problem.ILO_COLUMNS_MISSING, path=path, names=", ".join(missing))
    at = [names.index(name) for name in _COLUMNS]
    groups: dict[str, IloGroup] = {}
    tasks: dict[str, list[IloTask]] = {}
    refused: list[RefusedLine] = []
    for number, row in enumerate(rows[1:], 2):
        cells = [row[place] if place < len(row) else None for place in at]
        if all(cell is None for cell in cells):
            continue
        problem = _take(cells, groups, tasks)
        if problem is not None:
            named = f"{plain_cell(cells[0])}/{plain_cell(cells[2])}"
            refused.append(RefusedLine(path, number, problem, named))
    found = {code: _with_tasks(group, tasks[code]) for code, group in groups.items()}
    return Ilo(found, tuple(refused))


def is_like_ours(header: Row) -> bool:
    """Whether a first row has some of the columns of the workbook."""
    return len({plain_cell(cell).casefold() for cell in header} & set(_COLUMNS)) >= _FEWEST_COLUMNS


def _take(cells: list[object], groups: dict[str, IloGroup], tasks: dict[str, list[IloTask]]) -> Problem | None:
    """Take one line in; what is wrong with it, if it is left out."""
    code, title, number, text = (_repaired(cell) for cell in cells[:4])
    numbers = [_number(cell) for cell in (cells[4], cells[5], cells[6], cells[7])]
    score, mean_2023, mean, deviation = numbers
    if len(code) > 4 or not code.isdigit() or mean is None or mean_2023 is None or deviation is None:
        return Problem.ILO_LINE_WITHOUT_SCORE
    code = code.zfill(4)
    group = IloGroup(code, title, mean, deviation, mean_2023, ILO_CLASSES.get(_repaired(cells[8])), ())
    groups.setdefault(code, group)
    listed = tasks.setdefault(code, [])
    if text.casefold() in _NOTHING:
        return Problem.ILO_TASK_WITHOUT_TEXT
    if score is None or not number.isdigit():
        return Problem.ILO_LINE_WITHOUT_SCORE
    listed.append(IloTask(int(number), text.rstrip(";. "), score))
    return None


def _with_tasks(group: IloGroup, tasks: list[IloTask]) -> IloGroup:
    return replace(group, tasks=tuple(tasks))


def _repaired(cell: object) -> str:
    return clean_line(plain_cell(cell).replace(_BROKEN_APOSTROPHE, _APOSTROPHE)[:TITLE_LIMIT])


def _number(cell: object) -> float | None:
    """A number 0..1, however Excel holds it."""
    try:
        number = float(str(cell).strip().replace(",", "."))
    except ValueError:
        return None
    return number if 0 <= number <= 1 else None
