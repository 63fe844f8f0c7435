"""One sheet of a workbook, read from its XML in one pass: values, formulas, merged ranges, colours without a word."""

from dataclasses import dataclass, field

from impactapp.exchange.incoming.archive import Archive
from impactapp.exchange.incoming.book_parts import BookParts, feed, local, parser
from impactapp.exchange.incoming.cells import Flaw, Flawed, Read, value_of

MOST_SEEN = 3_000_000  # rows and cells, empty ones too: reading them takes its time
_DIGITS = "0123456789"
_TAGS = ("c", "v", "t", "f", "row", "mergeCell", "rPh", "is")

Bounds = tuple[int, int, int, int]  # first column, first row, last column, last row, counted from 1


@dataclass(slots=True)
class SheetCells:
    """Values by row, counted from 1, and by column, counted from 0; ``formulas`` are the same pairs.

    ``coloured`` counts the cells that have a colour and no value, ``beyond`` those right of what is read.
    """

    rows: dict[int, dict[int, Read]] = field(default_factory=dict)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    merged: list[Bounds] = field(default_factory=list)
    coloured: int = 0
    cells: int = 0
    beyond: int = 0


def column_of(letters: str) -> int:
    """A column counted from 0 from its letters; raises ``ValueError`` on what is none."""
    number = 0
    for letter in letters:
        if not "A" <= letter <= "Z":
            raise ValueError(letters)
        number = number * 26 + ord(letter) - 64
    if not 0 < number <= 16_384:
        raise ValueError(letters)
    return number - 1


def read_sheet_part(archive: Archive, part: str, book: BookParts, left: int) -> SheetCells:
    """Read a sheet; ``left`` is how many cells with a value may still be read in the whole workbook."""
    made = parser()
    scan = _Scan(archive, book, min(left, archive.limits.cells))
    made.StartElementHandler, made.EndElementHandler = scan.start, scan.end
    made.CharacterDataHandler = scan.heard
    feed(archive, part, made)
    return scan.found


def _corner(reference: str) -> tuple[int, int]:
    letters = reference.rstrip(_DIGITS)
    return column_of(letters), int(reference[len(letters) :])


class _Scan:
    """What is being read: the cell that is open, and where it stands."""

    __slots__ = (
        *("_archive", "_book", "_left", "found", "_names", "_columns", "_seen", "_row", "_column", "_kind", "_style"),
        *("_text", "_formula", "_listening", "_guides", "_has_formula"),
    )

    def __init__(self, archive: Archive, book: BookParts, left: int) -> None:
        self._archive, self._book, self._left = archive, book, left
        self.found = SheetCells()
        self._names: dict[str, str] = {name: name for name in _TAGS}
        self._columns: dict[str, int] = {}
        self._seen = self._row = self._guides = 0
        self._column = -1
        self._kind = self._style = ""
        self._text: list[str] = []
        self._formula: list[str] = []
        self._listening: list[str] | None = None
        self._has_formula = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = self._names.get(name) or self._name(name)
        if tag == "c":
            self._open(attributes)
        elif tag in ("v", "t"):
            self._listening = None if self._guides else self._text
        elif tag == "f":
            self._has_formula = True
            self._listening = self._formula
        elif tag == "row":
            self._next_row(attributes)
        elif tag == "rPh":
            self._guides += 1
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        tag = self._names.get(name) or self._name(name)
        if tag == "c":
            if self._text or self._has_formula or self._style:
                self._close()
        elif tag in ("v", "t", "f"):
            self._listening = None
        elif tag == "rPh":
            self._guides -= 1

    def heard(self, text: str) -> None:
        if self._listening is not None:
            self._listening.append(text)

    def _name(self, name: str) -> str:
        found = local(name)
        self._names[name] = found
        return found

    def _open(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            letters = reference.rstrip(_DIGITS)
            column = self._columns.get(letters)
            if column is None:
                column = self._columns[letters] = column_of(letters)
            self._column = column
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s", "")
        self._text.clear()
        self._formula.clear()
        self._has_formula = False
        self._count()

    def _next_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        self._row = self._row + 1 if number is None else int(number)
        if not 0 < self._row <= 1_048_576:
            raise ValueError(number)
        self._column = -1
        self._count()

    def _count(self) -> None:
        self._seen += 1
        if self._seen > MOST_SEEN:
            self._archive.too_large()

    def _close(self) -> None:
        text = "".join(self._text)
        style = int(self._style) if self._style else 0
        is_date = style in self._book.dates
        value = value_of(self._kind, text, self._book.shared, is_date, self._book.is_1904) if self._text else None
        if self._has_formula:
            self.found.formulas.add((self._row, self._column))
            if value is None and not self._text and self._kind != "str":
                value = Flawed(Flaw.UNCOMPUTED, "".join(self._formula)[:100])
        if value is None:
            self.found.coloured += style in self._book.coloured
            return
        self._keep(value)

    def _keep(self, value: Read) -> None:
        limits = self._archive.limits
        if self._column >= limits.columns:
            self.found.beyond += 1
            return
        rows = self.found.rows
        if self._row not in rows:
            if len(rows) >= limits.rows:
                self._archive.too_large()
            rows[self._row] = {}
        self.found.cells += 1
        if self.found.cells > self._left:
            self._archive.too_large()
        rows[self._row][self._column] = value

    def _merge(self, reference: str) -> None:
        first, _colon, last = reference.partition(":")
        (left, top), (right, bottom) = _corner(first), _corner(last)
        self.found.merged.append((left + 1, top, right + 1, bottom))
        if len(self.found.merged) > self._archive.limits.merged:
            self._archive.too_large()
