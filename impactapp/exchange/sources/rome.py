"""ROME of France Travail, from the files that the user brings: sheets, titles of jobs, and statements of activities."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from impactapp.domain.catalog_search import Findable, SearchIndex
from impactapp.domain.problems import Problem
from impactapp.domain.text import TITLE_LIMIT, clean_line
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.sources.delimited import Delimited, RefusedLine, open_delimited
from impactapp.exchange.sources.workbook import Row, is_workbook, plain_cell, sheet_under

_CODE = re.compile(r"[A-N][0-9]{4}")
_OGR = "code ogr"
_TREE_WIDTH = 5
_TREE = "arbo"
# between commas, or semicolons once a French Excel has saved it
_MARKS = ",;\t"
# what a tree of any edition says
WORDS = (b"Code OGR", b"Arbo ")
# the lists of any edition
_LISTED = ({"code_rome", "libelle"}, {"code_rome", "libelle_rome"}, {"code_rome", "code_ogr"})


@dataclass(frozen=True, slots=True)
class RomeTitle:
    """A title of a job: its OGR number, the sheet it is under, and its two forms, the same where the file has one."""

    ogr: str
    code: str
    title: str
    feminine: str


@dataclass(frozen=True, slots=True)
class Rome:
    """What the files say: sheets by code, titles by OGR number, statements of activities by code, all in their words.

    ``edition`` is what the workbook says of its own date.
    """

    edition: str
    sheets: Mapping[str, str]
    titles: Mapping[str, RomeTitle]
    statements: Mapping[str, tuple[str, ...]]
    index: SearchIndex
    refused: tuple[RefusedLine, ...]

    def search(self, words: str) -> tuple[tuple[RomeTitle, ...], tuple[str, ...]]:
        """The titles that answer to every word, and the codes of the sheets: those that answer, those of the titles."""
        titles = tuple(self.titles[ogr] for ogr in self.index.find(words))
        sheets = SearchIndex(Findable(code, (label,), (code,)) for code, label in self.sheets.items()).find(words)
        return titles, tuple(dict.fromkeys((*sheets, *(title.code for title in titles))))


@dataclass(slots=True)
class _Read:
    edition: str = ""
    sheets: dict[str, str] = field(default_factory=dict)
    titles: dict[str, RomeTitle] = field(default_factory=dict)
    statements: dict[str, dict[str, None]] = field(default_factory=dict)
    refused: list[RefusedLine] = field(default_factory=list)


def read_rome(paths: Iterable[Path]) -> Rome:
    """Read files of ROME 4.0 in any order: the tree (.xlsx), the list of codes and statements of activities (.csv).

    Raises ``ExchangeError`` on a file that is none of them or of an older format, naming it.
    """
    read = _Read()
    for path in paths:
        if is_workbook(path):
            _read_tree(path, read)
        else:
            _read_list(open_delimited(path, _MARKS), read)
    things = (
        Findable(one.ogr, tuple(dict.fromkeys((one.title, one.feminine))), (one.code, one.ogr))
        for one in read.titles.values()
    )
    statements = {code: tuple(said) for code, said in read.statements.items()}
    return Rome(read.edition, read.sheets, read.titles, statements, SearchIndex(things), tuple(read.refused))


def both_forms(label: str) -> tuple[str, str]:
    """« Agent / Agente d'entretien » in the masculine and in the feminine; the label twice where it has one form."""
    parts = [part.split() for part in label.split(" / ")]
    if len(parts) != 2 or not all(parts):
        return label, label
    first, second = parts
    if len(second) < len(first):
        # what the second form leaves out stands before it: « Secrétaire médical / médicale »
        return " ".join(first), " ".join((*first[: len(first) - len(second)], *second))
    return " ".join((*first, *second[len(first) :])), " ".join(second)


def _read_tree(path: Path, read: _Read) -> None:
    """The tree: domains and fields have no OGR number; the first line of a sheet is the sheet, others its titles."""
    edition, rows = sheet_under(path, _is_tree)
    if not rows:
        raise ExchangeError(Problem.ROME_OLDER_FORMAT, path=path)
    read.edition = edition
    here: set[str] = set()
    for number, row in enumerate(rows[1:], 2):
        cells = (*row, *(None,) * _TREE_WIDTH)[:_TREE_WIDTH]
        letter, field_code, sheet, label, ogr = map(plain_cell, cells)
        if not ogr and (not sheet or not label):
            continue
        code = f"{letter}{field_code.zfill(2)}{sheet.zfill(2)}"
        if not _CODE.fullmatch(code) or not label or not ogr.isdigit():
            read.refused.append(RefusedLine(path, number, Problem.ROME_LINE_WITHOUT_CODE, label))
        elif code not in here:
            here.add(code)
            read.sheets[code] = label
        else:
            _add_title(ogr, code, label, read)
    if not here:
        raise ExchangeError(Problem.ROME_OLDER_FORMAT, path=path)


def is_like_tree(title: str, header: Row) -> bool:
    """Whether a sheet is a tree of some edition: by its title, or by a header of empty cells and OGR codes."""
    said = [plain_cell(cell).casefold() for cell in header]
    return title.casefold().startswith(f"{_TREE} ") or (_OGR in said[1:] and not said[0])


def is_list_heading(heading: frozenset[str]) -> bool:
    """Whether a table is a list of ROME, of some edition, by the names of its columns."""
    return any(columns <= heading for columns in _LISTED)


def _is_tree(header: Row) -> bool:
    said = [plain_cell(cell).casefold() for cell in header]
    return said[:_TREE_WIDTH] == ["", "", "", "", _OGR]


def _add_title(ogr: str, code: str, label: str, read: _Read) -> None:
    title, feminine = both_forms(clean_line(label[:TITLE_LIMIT]))
    read.titles[ogr] = RomeTitle(ogr, code, title, feminine)


def _read_list(file: Delimited, read: _Read) -> None:
    """The list of codes, or statements, by the columns."""
    columns, left_out = set(file.columns), len(read.refused)
    if {"code_rome", "libelle"} <= columns:
        _read_statements(file, read)
    elif {"code_rome", "libelle_rome"} <= columns:
        if "code_rome_parent" not in columns:
            # the lists before ROME 4.0 name no parent
            raise ExchangeError(Problem.ROME_OLDER_FORMAT, path=file.path)
        code, label = file.columns["code_rome"], file.columns["libelle_rome"]
        for number, cells in file.lines():
            if _is_whole(file, number, cells, code, read):
                read.sheets.setdefault(cells[code].strip(), cells[label].strip())
    else:
        old = is_list_heading(frozenset(columns))
        raise ExchangeError(Problem.ROME_OLDER_FORMAT if old else Problem.SOURCE_UNKNOWN, path=file.path)
    if len(read.refused) - left_out == sum(1 for _line in file.lines()):
        raise ExchangeError(Problem.SOURCE_EMPTY, path=file.path)


def _read_statements(file: Delimited, read: _Read) -> None:
    code, said, sheet = (file.columns.get(name, -1) for name in ("code_rome", "libelle", "libelle_rome"))
    for number, cells in file.lines():
        if not _is_whole(file, number, cells, code, read):
            continue
        at = cells[code].strip()
        words = clean_line(cells[said][:TITLE_LIMIT])
        if words:
            read.statements.setdefault(at, {})[words] = None
        if sheet >= 0:
            read.sheets.setdefault(at, cells[sheet].strip())


def _is_whole(file: Delimited, number: int, cells: list[str], code: int, read: _Read) -> bool:
    if len(cells) != len(file.columns):
        read.refused.append(RefusedLine(file.path, number, Problem.SOURCE_LINE_CUT))
        return False
    if not _CODE.fullmatch(cells[code].strip()):
        read.refused.append(RefusedLine(file.path, number, Problem.ROME_LINE_WITHOUT_CODE, cells[code]))
        return False
    return True
