"""Read a pasted list of activities: plain lines, bullets, numbers, wrapped lines, or a table copied from Excel or Word.

Nothing is guessed in silence: what is left out is named with its line, so that the window can say it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from impactapp.domain.grids import Row, columns_of, split_rows
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.text import clean_title, title_key

WRAPPED_FROM = 40
_BULLETS = "•◦▪▫●○■□◆◇‣⁃∙·►▶➢➤➔→✓✔❖§\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076"
_NUMBERS = r"\(?\d{1,3}(?:\.\d{1,3})*\.?[.)°]|\d{1,2}(?:\.\d{1,2})+|\d{1,2}\s?[-–]"
_LETTERS = r"\(?[a-z]\)|[a-z]\.|\(?[A-Z]\)|[ivx]{1,4}[.)]|[IVX]{1,4}[.)]|o(?=\t)"
_MARK = re.compile(rf"\s*(?:[{_BULLETS}]|[-–—−*](?=[^\W\d]|\s)|(?:{_NUMBERS}|{_LETTERS})(?=\s))\s*")
_CAPITAL = re.compile(r"\s*[A-Z]\.\s+")
_OPEN_END = re.compile(r"(?:[,(/’'-]|\b(?:à|au|aux|d[’']|de|des|du|en|et|la|le|les|of|or|ou|par|pour|sur|the|and))\Z")
_LIST_END = re.compile(r"\s*;\Z|(?<!\.)(?<!\betc)\.\Z")


class LeftOut(StrEnum):
    """Why a line was not taken, or with ``SHARE`` only its part of time."""

    REPEATED = "repeated"
    TAKEN = "taken"
    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"
    HEADING = "heading"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Item:
    """One activity as pasted; ``line`` counts from 1 in the pasted text, ``share`` is 0..1."""

    line: int
    title: str
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """What was left out of one line, and why."""

    line: int
    text: str
    reason: LeftOut


@dataclass(frozen=True, slots=True)
class PastedList:
    """The activities to add, and what was left out, both in the order of the pasted lines."""

    items: tuple[Item, ...]
    troubles: tuple[Trouble, ...] = ()


def read_list(text: str, taken: Collection[str] = ()) -> PastedList:
    """Read activities; ``taken`` are titles already there. Raises ``EditError`` when nothing was pasted."""
    rows = split_rows(text)
    found = list(_table_items(rows) if _is_table(rows) else _list_items(rows))
    if not found:
        raise EditError(Problem.NOTHING_TO_PASTE)
    items, troubles = _sorted_out(found, taken)
    return PastedList(tuple(items), tuple(sorted(troubles, key=lambda trouble: trouble.line)))


def _sorted_out(found: Sequence[Item | Trouble], taken: Collection[str]) -> tuple[list[Item], list[Trouble]]:
    seen = dict.fromkeys((title_key(title) for title in taken), LeftOut.TAKEN)
    items: list[Item] = []
    troubles: list[Trouble] = []
    for one in found:
        checked = _checked(one, seen) if isinstance(one, Item) else one
        if isinstance(checked, Item):
            seen[title_key(checked.title)] = LeftOut.REPEATED
            items.append(checked)
        else:
            troubles.append(checked)
    return items, troubles


def _checked(item: Item, seen: dict[str, LeftOut]) -> Item | Trouble:
    try:
        title = clean_title(item.title)
    except EditError as refusal:
        long = refusal.problem in (Problem.TITLE_TOO_LONG, Problem.TEXT_TOO_LONG)
        return Trouble(item.line, _beginning(item.title), LeftOut.TOO_LONG if long else LeftOut.UNREADABLE)
    reason = seen.get(title_key(title))
    return replace(item, title=title) if reason is None else Trouble(item.line, title, reason)


def _beginning(text: str) -> str:
    readable = text[:60].encode("utf-8", "replace").decode("utf-8")
    return f"{readable}…" if len(text) > 60 else readable


# ------------------------------------------------------------------ tables
def _is_table(rows: Sequence[Row]) -> bool:
    """Whether a line still has two filled cells once its bullet or number is set aside."""
    return any(sum(bool(cell.strip()) for cell in _unmarked("\t".join(row.cells)).split("\t")) > 1 for row in rows)


def _table_items(rows: Sequence[Row]) -> Iterator[Item | Trouble]:
    columns = columns_of(rows)
    for row in (_aligned(row, columns.title) for row in columns.body):
        title = _tidy(_unmarked(row.cell(columns.title)))
        if not title:
            yield Trouble(row.line, _beginning(" ".join(cell for cell in row.cells if cell.strip())), LeftOut.HEADING)
            continue
        try:
            yield Item(row.line, title, columns.share_of(row))
        except EditError:
            yield Item(row.line, title)
            yield Trouble(row.line, row.cell(columns.share), LeftOut.SHARE)


def _aligned(row: Row, title: int) -> Row:
    """A row whose item stands under its own mark beside the column of titles, as sub-items do, put in that column."""
    line = "\t".join(row.cells)
    mark = _MARK.match(line)
    if mark is None or any(letter.isalnum() for letter in row.cell(title)):
        return row
    rest = line[mark.end() :].split("\t")
    return replace(row, cells=(*[""] * title, *rest)) if any(letter.isalpha() for letter in rest[0]) else row


def _unmarked(line: str) -> str:
    mark = _MARK.match(line)
    return line[mark.end() :] if mark else line


# ------------------------------------------------------------------ lists
def _list_items(rows: Sequence[Row]) -> Iterator[Item | Trouble]:
    lines = [(row.line, "\t".join(row.cells)) for row in rows]
    pattern = _mark_of(lines)
    marks = [pattern.match(line) for _, line in lines]
    for index, block in enumerate(_blocks(lines, marks)):
        number, words = block[0], _tidy(" ".join(block[1]))
        if index == 0 and len(block[1]) == 1 and words.endswith(":") and len(lines) > 1:
            yield Trouble(number, words, LeftOut.HEADING)
        elif words:
            yield Item(number, words)


def _blocks(lines: Sequence[tuple[int, str]], marks: Sequence[re.Match[str] | None]) -> Iterator[tuple[int, list[str]]]:
    """Lines put together where one continues the other, each with the number of its first line."""
    parts: list[str] = []
    first, marked = 0, False
    for (number, line), mark in zip(lines, marks, strict=True):
        words = line[mark.end() :].strip() if mark else line.strip()
        if parts and words and mark is None and _is_wrapped(parts[-1], words, marked):
            parts.append(words)
            continue
        if parts:
            yield first, parts
        first, parts, marked = number, [words] if words else [], mark is not None
    if parts:
        yield first, parts


def _mark_of(lines: Sequence[tuple[int, str]]) -> re.Pattern[str]:
    """What marks an item; capital letters only where the lines begin with A. and B., as « M. » begins a name."""
    starts = {line.strip()[:3].strip() for _, line in lines}
    return re.compile(f"{_CAPITAL.pattern}|{_MARK.pattern}") if starts >= {"A.", "B."} else _MARK


def _is_wrapped(before: str, words: str, marked: bool) -> bool:
    """Whether an unmarked line carries on the one before: by its first letter, and by how that one ends."""
    left_open = _OPEN_END.search(before) is not None
    long = len(before) >= WRAPPED_FROM
    if words[0].islower() or words[0] in "(«":
        return marked or long or left_open
    return left_open if words[0].isdigit() else marked and (long or left_open)


def _tidy(words: str) -> str:
    """Without the full stop or semicolon that ends an item of a list."""
    return _LIST_END.sub("", words.strip()).strip()
