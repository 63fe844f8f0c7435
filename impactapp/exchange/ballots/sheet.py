"""A ballot as its cells say it: what it is, and which answer stands where, found by hidden ids."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from impactapp.domain.problems import Problem
from impactapp.exchange.ballots import asked
from impactapp.exchange.ballots.asked import BallotKind
from impactapp.exchange.ballots.contents import Contents, Row
from impactapp.exchange.problems import ExchangeError

_FACTS = ("kind", "study_id", "sitting_id", "group_id", "number")


@dataclass(frozen=True, slots=True)
class Line:
    """A row below the heading, numbered from 1 as on the screen; without an id it is none of the ballot's."""

    row: int
    task_id: str
    label: str
    cells: Row


@dataclass(frozen=True, slots=True)
class Sheet:
    """``codes`` gives the position of each column of answers; ``labels`` and ``rounds`` are as the file was made."""

    kind: BallotKind
    study_id: str
    sitting_id: str
    group_id: str
    number: str
    codes: Mapping[str, int]
    heads: Mapping[str, str]
    lines: tuple[Line, ...]
    head_row: int
    labels: Mapping[str, str]
    rounds: Mapping[str, int]


def sheet_of(contents: Contents, path: Path) -> Sheet:
    """Find the ballot in a workbook; raises ``ExchangeError`` where there is none, or one of a newer version."""
    hidden = contents.sheets.get(asked.SHEET, ())
    facts = {_text(row[0]): _text(row[1]) for row in hidden if row and _text(row[0])}
    if facts.get("format") != asked.FORMAT:
        raise ExchangeError(Problem.BALLOT_FOREIGN, path=path)
    if facts.get("version") != str(asked.VERSION):
        raise ExchangeError(Problem.BALLOT_NEWER, path=path)
    if not all(facts.get(key) for key in _FACTS) or facts["kind"] not in list(BallotKind):
        raise ExchangeError(Problem.BALLOT_UNREADABLE, path=path)
    rows, at = _visible(contents, path)
    keys = rows[at]
    ids = [_text(value) for value in keys].index(asked.KEY)
    codes = {_text(value): column for column, value in enumerate(keys[:ids]) if _text(value)}
    heads = rows[at + 1] if at + 1 < len(rows) else ()
    made = [(_text(row[2]), _text(row[3]), _text(row[4])) for row in hidden if len(row) > 4 and _text(row[2])]
    return Sheet(
        *(BallotKind(facts["kind"]), facts["study_id"], facts["sitting_id"], facts["group_id"], facts["number"]),
        codes=codes,
        heads={code: _text(_at(heads, column)) for code, column in codes.items()},
        lines=tuple(_lines(rows, at + 2, ids, min(codes.values(), default=1) - 1)),
        head_row=at + 2,
        labels={key: label for key, label, _round in made},
        rounds={key: int(number) for key, _label, number in made if number.isdecimal()},
    )


def _visible(contents: Contents, path: Path) -> tuple[Sequence[Row], int]:
    """The sheet to vote in, whatever it is called now, and where its hidden codes are."""
    for title, rows in contents.sheets.items():
        for position, row in enumerate(rows if title != asked.SHEET else ()):
            if asked.KEY in row:
                return rows, position
    raise ExchangeError(Problem.BALLOT_UNREADABLE, path=path)


def _lines(rows: Sequence[Row], first: int, ids: int, label: int) -> Iterator[Line]:
    for position, row in enumerate(rows[first:], first + 1):
        if any(value is not None for value in row[: ids + 1]):
            yield Line(position, _text(_at(row, ids)), _text(_at(row, label)), row)


def _at(row: Row, column: int) -> object:
    return row[column] if 0 <= column < len(row) else None


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()
