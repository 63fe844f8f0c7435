"""The answers of one ballot, as votes to be added: words in any usual spelling, or counts of a group."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from impactapp import labels
from impactapp.domain.level import Level
from impactapp.domain.problems import EditError, Problem, Refusal
from impactapp.domain.study import Study
from impactapp.domain.workshop import Group, Question, Sitting
from impactapp.exchange.ballots import asked
from impactapp.exchange.ballots.asked import BallotKind, Column
from impactapp.exchange.ballots.contents import Contents
from impactapp.exchange.ballots.report import Remark
from impactapp.exchange.ballots.sheet import Line, Sheet
from impactapp.exchange.problems import ExchangeError

_WHOLE = re.compile(r"[0-9]{1,6}(?:[.,]0+)?")
_LONGEST = 40

Place = tuple[str, Question]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a ballot says on one question of a task: the votes of one person, or of a whole group."""

    place: Place
    votes: tuple[Level, ...]
    cell: str
    cells: int


@dataclass(slots=True)
class Answers:
    """What a sheet says, what of it is refused, and what was changed in it."""

    found: list[Answer] = field(default_factory=list)
    refused: list[Remark] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def refuse(self, cell: str, refusal: Refusal) -> None:
        """Note why a cell is not read."""
        self.refused.append(Remark(cell, labels.sentence(refusal)))


def answers_of(sheet: Sheet, contents: Contents, study: Study, sitting: Sitting, group: Group) -> Answers:
    """Read every answer of a sheet; what cannot be read is refused with its cell."""
    said = Answers()
    known = {column.code: column for column in asked.columns(sitting.protocol.scope, sheet.kind)}
    columns = _columns(sheet, known, said)
    tasks = {task.id for profession in asked.professions_of(study, sitting) for task in profession.tasks}
    seen: set[str] = set()
    for line in sheet.lines:
        if not line.task_id or line.task_id in seen or line.task_id not in sheet.labels:
            said.refuse(f"A{line.row}", ExchangeError(Problem.BALLOT_EXTRA_ROW))
            continue
        seen.add(line.task_id)
        _changed_label(sheet, line, columns, said)
        if _is_for_now(sheet, line, columns, tasks, sitting, said):
            _read_line(sheet, line, columns, contents, group, said)
    return said


def _columns(sheet: Sheet, known: Mapping[str, Column], said: Answers) -> dict[Column, int]:
    """The columns that the sitting asks; others are refused once, at their heading."""
    found = {}
    for code, position in sheet.codes.items():
        head = f"{_letters(position)}{sheet.head_row}"
        if code not in known:
            said.refuse(head, EditError(Problem.QUESTION_NOT_ASKED))
            continue
        found[known[code]] = position
        if _plain(sheet.heads[code]) != _plain(sheet.labels.get(code, "")):
            _remark(said, head, sheet.heads[code])
    return found


def _changed_label(sheet: Sheet, line: Line, columns: Mapping[Column, int], said: Answers) -> None:
    if _plain(line.label) != _plain(sheet.labels[line.task_id]):
        column = min(columns.values(), default=1) - 1
        _remark(said, f"{_letters(column)}{line.row}", line.label)


def _is_for_now(
    sheet: Sheet, line: Line, columns: Mapping[Column, int], tasks: set[str], sitting: Sitting, said: Answers
) -> bool:
    """Whether a row that says something is about a task of the sitting, in the round in progress."""
    filled = [position for position in columns.values() if _value(line, position) is not None]
    if not filled:
        return False
    first = f"{_letters(min(filled))}{line.row}"
    if line.task_id not in tasks:
        said.refuse(first, EditError(Problem.UNKNOWN_TASK))
        return False
    present, made = asked.round_of(sitting, line.task_id), sheet.rounds.get(line.task_id, 1)
    if present != made:
        said.refuse(first, ExchangeError(Problem.BALLOT_OTHER_ROUND, round=made, present=present))
    return present == made


def _read_line(
    sheet: Sheet, line: Line, columns: Mapping[Column, int], contents: Contents, group: Group, said: Answers
) -> None:
    by_question: dict[Question, list[tuple[Column, int]]] = {}
    for column, position in columns.items():
        by_question.setdefault(column.question, []).append((column, position))
    for question, places in by_question.items():
        cells = [f"{_letters(position)}{line.row}" for _column, position in places]
        if any(contents.is_merged(line.row, position + 1) for _column, position in places):
            if any(_value(line, position) is not None for _column, position in places):
                said.refuse(cells[0], ExchangeError(Problem.BALLOT_MERGED_CELLS))
            continue
        try:
            votes = _votes(sheet, line, places, group, said)
        except Refusal as refusal:
            said.refuse(cells[0] if len(cells) == 1 else f"{cells[0]}:{cells[-1]}", refusal)
            continue
        if votes:
            filled = sum(_value(line, position) is not None for _column, position in places)
            said.found.append(Answer((line.task_id, question), votes, cells[0], filled))


def _votes(
    sheet: Sheet, line: Line, places: list[tuple[Column, int]], group: Group, said: Answers
) -> tuple[Level, ...]:
    """The votes of one question; raises ``Refusal`` where they cannot be read or are more than the group."""
    if sheet.kind is BallotKind.PERSON:
        level = labels.read_level(_word(_value(line, places[0][1])))
        return () if level is None else (level,)
    counts: list[tuple[Level, int]] = []
    wrong = len(said.refused)
    for column, position in places:
        value = _value(line, position)
        count = _count(value)
        if count is None or count > group.size:
            values = {"text": _short(str(value)), "most": group.size}
            said.refuse(f"{_letters(position)}{line.row}", ExchangeError(Problem.BALLOT_WRONG_COUNT, **values))
        elif column.level is not None:
            counts.append((column.level, count))
    total = sum(count for _level, count in counts)
    if total > group.size:
        raise EditError(Problem.COUNTS_ABOVE_GROUP, votes=total, size=group.size)
    if len(said.refused) > wrong:
        return ()
    return tuple(level for level, count in counts for _vote in range(count))


def _word(value: object) -> str:
    """What a cell says as text: Excel makes the number 3.0 of a 3."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else _short(str(value))


def _count(value: object) -> int | None:
    """A whole number, ``None`` for anything else; an empty cell counts nobody."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return 0
    text = str(value).strip()
    return int(re.split("[.,]", text)[0]) if not isinstance(value, bool) and _WHOLE.fullmatch(text) else None


def _value(line: Line, position: int) -> object:
    value = line.cells[position] if position < len(line.cells) else None
    return None if isinstance(value, str) and not value.strip() else value


def _remark(said: Answers, cell: str, text: str) -> None:
    refusal = ExchangeError(Problem.BALLOT_EDITED_LABEL, text=_short(text))
    said.remarks.append(Remark(cell, labels.sentence(refusal)))


def _letters(position: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(position + 1)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    kept = " ".join(text.split())
    return kept if len(kept) <= _LONGEST else f"{kept[: _LONGEST - 1]}…"
