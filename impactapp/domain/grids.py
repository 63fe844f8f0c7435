"""Pasted text as rows of cells, as Excel and Word put it on the clipboard, and what each column holds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from impactapp.domain.problems import EditError
from impactapp.domain.quantities import parse_share, percentage

# Excel quotes a cell only when it holds a line break, a tab or a quote; other quotes are the author's own.
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"(?=\t|\n|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")
_PERCENT = re.compile(r"[-−]?\d{1,9}(?:[.,]\d{1,9})?\s*%?")
_EMPTY = {"", "-", "–", "—", "/", "."}
_TITLE_HEADS = re.compile(
    r"(?:n°\s*)?(?:activités?|activites?|tâches?|taches?|missions?|intitulés?|libellés?|titres?|désignation|description"
    r"|tasks?|activity|activities|titles?|name)\b.{0,40}",
    re.IGNORECASE,
)
_SHARE_HEADS = re.compile(r"%|\b(?:part|temps|quotité|pourcentage|poids|share|time|percent|weight)\b", re.IGNORECASE)
_TOTAL = re.compile(r"(?:sous-)?total\b.{0,20}|somme\b.{0,20}|sum", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row; ``line`` is where it starts in the pasted text, counted from 1."""

    line: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """A cell without the blanks around it, empty where the row is shorter."""
        return self.cells[column].strip() if 0 <= column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table holds its titles and its shares (-1: nowhere), which rows are its body, and the unit of a share."""

    title: int
    share: int
    body: tuple[Row, ...]
    percent: bool = True

    def share_of(self, row: Row) -> float | None:
        """The share stated in a row, 0..1; raises ``EditError`` when it is none."""
        text = row.cell(self.share) if self.share >= 0 else ""
        if text in _EMPTY:
            return None
        if self.percent:
            return parse_share(text)
        share = percentage(text)
        return share if share is None else share * 100


def split_rows(text: str) -> list[Row]:
    """Pasted text as rows of cells; a quoted cell may hold line breaks."""
    flat = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    rows, cells, line, started, at = [], [], 1, 1, 0
    while True:
        found = _cell_at(flat, at)
        cells.append(found[0])
        line += flat.count("\n", at, found[1])
        at = found[1]
        ends = at >= len(flat)
        if ends or flat[at] == "\n":
            rows.append(Row(started, tuple(cells)))
            cells, line = [], line + 1
            started = line
        if ends:
            return rows
        at += 1


def columns_of(rows: Sequence[Row]) -> Columns:
    """Which column is the title (the longest text), which the share (it looks like percent), and which rows count."""
    filled = [row for row in rows if any(cell.strip() for cell in row.cells)]
    width = max(len(row.cells) for row in filled)
    title = max(range(width), key=lambda column: _wordiness(filled, column))
    share = next((column for column in range(width) if column != title and _is_share(filled, title, column)), -1)
    body = _body(filled, title, share)
    return Columns(title, share, body, not _are_fractions([row.cell(share) for row in body]))


def _cell_at(text: str, at: int) -> tuple[str, int]:
    quoted = _QUOTED.match(text, at)
    if quoted and re.search('[\n\t]|""', quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, at)
    assert plain is not None, "the pattern matches nothing too"
    return plain[0], plain.end()


def _wordiness(rows: Sequence[Row], column: int) -> int:
    """How much text a column holds; figures are not text."""
    return sum(len(row.cell(column)) for row in rows if not _PERCENT.fullmatch(row.cell(column)))


def _body(rows: Sequence[Row], title: int, share: int) -> tuple[Row, ...]:
    first = 1 if _is_header(rows, title, share) else 0
    last = len(rows) - 1 if len(rows) > 2 and _TOTAL.fullmatch(rows[-1].cell(title)) else len(rows)
    return tuple(rows[first:last])


def _is_header(rows: Sequence[Row], title: int, share: int) -> bool:
    if len(rows) < 2:
        return False
    head = rows[0].cell(share) if share >= 0 else ""
    return bool(_TITLE_HEADS.fullmatch(rows[0].cell(title))) or (head not in _EMPTY and not _PERCENT.fullmatch(head))


def _is_share(rows: Sequence[Row], title: int, column: int) -> bool:
    head = rows[0].cell(column)
    values = [text for row in _body(rows, title, column) if (text := row.cell(column)) not in _EMPTY]
    figures = [text for text in values if _PERCENT.fullmatch(text)]
    if not figures:
        return False
    if any("%" in text for text in figures):
        return len(figures) * 2 > len(values)
    named = _SHARE_HEADS.search(head) is not None
    return len(figures) == len(values) and (named or _are_fractions(figures) or _sums_to(figures, 100))


def _are_fractions(texts: Sequence[str]) -> bool:
    """Whether shares are written 0,4 for 40 %: no sign of percent, and a sum of one."""
    figures = [text for text in texts if _PERCENT.fullmatch(text)]
    return not any("%" in text for text in figures) and _sums_to(figures, 1)


def _sums_to(figures: Sequence[str], total: float) -> bool:
    return len(figures) > 1 and abs(sum(_amounts(figures)) - total) <= total * 0.005


def _amounts(figures: Sequence[str]) -> Iterator[float]:
    for text in figures:
        try:
            yield (percentage(text) or 0.0) * 100
        except EditError:
            yield float("inf")
