"""The fields of a catalogue file, asked for one by one: a wrong one is refused with the line it stands on."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from impactapp.domain.level import Level
from impactapp.domain.problems import Problem, Refusal
from impactapp.domain.text import TITLE_LIMIT, clean_text, clean_title
from impactapp.store.errors import StoreError, refusals_about

_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"\s*([\w-]+)\s*=")
_ITEM = re.compile(r"\s*\{")
_PLAIN_SPACES = {0xA0: " ", 0x202F: " "}
_AT_LINE = re.compile(r"at line (\d+)")

Place = tuple[str | int, ...]


def read_fields(path: Path) -> "Fields":
    """The fields of a TOML file; refuses one that cannot be read, naming the line."""
    import tomllib

    with refusals_about(path):
        raw = path.read_bytes()
    try:
        text = raw.decode()
        table = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise StoreError(Problem.CATALOG_UNREADABLE, path=path, line=line) from error
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        line = int(found[1]) if found else len(text.splitlines())
        raise StoreError(Problem.CATALOG_UNREADABLE, path=path, line=line) from error
    return Fields(table, (), path, text)


class Fields:
    """The fields of one table of the file, asked for by name; what is never asked for is unknown."""

    def __init__(self, table: Mapping[str, Any], place: Place, path: Path, text: str) -> None:
        self._table = table
        self._place = place
        self._path = path
        self._file_text = text
        self._asked: set[str] = set()

    def line(self, key: str, pattern: str = r".+", *, optional: bool = False) -> str:
        """One line of text that matches."""
        return self._text(key, clean_title, pattern, optional)

    def text(self, key: str, *, optional: bool = False) -> str:
        """A text of any length."""
        return self._text(key, clean_text, r"(?s:.+)", optional)

    def codes(self, key: str, pattern: str) -> tuple[str, ...]:
        """A list of codes that match, each once; may be left out."""
        found = self._get(key, list, optional=True) or []
        if not all(isinstance(code, str) and re.fullmatch(pattern, code) for code in found):
            raise self.wrong(key)
        if len(set(found)) != len(found):
            raise self.wrong(key)
        return tuple(found)

    def chosen(self, key: str, known: Collection[str]) -> tuple[str, ...]:
        """Some of the words known, each once; may be left out."""
        found = self.codes(key, r".+")
        if not set(found) <= set(known):
            raise self.wrong(key)
        return found

    def word(self, key: str, known: Collection[str], *, optional: bool = False) -> str:
        """One of the words known; empty when it is left out."""
        word = self.line(key, optional=optional)
        if word not in known and not (optional and not word):
            raise self.wrong(key)
        return word

    def level(self, key: str) -> Level | None:
        """A level by its word; may be left out."""
        word = self.word(key, {level.code for level in Level}, optional=True)
        return Level.from_code(word) if word else None

    def tables(self, key: str, *, optional: bool = False) -> list["Fields"]:
        """A list of tables, at least one unless the list may be left out."""
        found = self._get(key, list, optional=optional)
        if found is None:
            return []
        if not found or not all(isinstance(table, dict) for table in found):
            raise self.wrong(key)
        return [self._below(table, (key, position)) for position, table in enumerate(found)]

    def table(self, key: str) -> "Fields | None":
        """A table that may be left out."""
        found = self._get(key, dict, optional=True)
        return None if found is None else self._below(found, (key,))

    def number(self, key: str, least: int, most: int) -> int:
        """A whole number between two bounds."""
        found: int = self._get(key, int)
        if not least <= found <= most:
            raise self.wrong(key)
        return found

    def flag(self, key: str) -> bool:
        """Yes or no; no when it is left out."""
        return bool(self._get(key, bool, optional=True))

    def version(self, key: str, newest: int) -> int:
        """The version a file is written in, from 1; a later one than the newest known asks for an update."""
        found: int = self._get(key, int)
        if found < 1:
            raise self.wrong(key)
        if found > newest:
            raise StoreError(Problem.FILE_NEWER, path=self._path)
        return found

    def lines(self, key: str) -> tuple[str, ...]:
        """A list of lines of text, each once; may be left out."""
        found = self._get(key, list, optional=True) or []
        if not all(isinstance(line, str) and _is_clean(line, clean_title) for line in found):
            raise self.wrong(key)
        if len(set(found)) != len(found):
            raise self.wrong(key)
        return tuple(found)

    def require_known(self) -> None:
        """Refuse fields that nobody asked for."""
        for key in self._table:
            if key not in self._asked:
                raise self.wrong(key)

    def wrong(self, key: str) -> StoreError:
        """The refusal of a field, with its line or that of the nearest thing around it."""
        place: Place = (*self._place, key)
        field = ".".join(str(part) for part in place if isinstance(part, str))
        lines = _lines(self._file_text)
        while place and place not in lines:
            place = place[:-1]
        line = lines.get(place, 1)
        return StoreError(Problem.CATALOG_WRONG_FIELD, path=self._path, line=line, field=field)

    def _below(self, table: Mapping[str, Any], place: Place) -> "Fields":
        return Fields(table, (*self._place, *place), self._path, self._file_text)

    def _text(self, key: str, clean: Callable[[str], str], pattern: str, optional: bool) -> str:
        found = self._get(key, str, optional=optional)
        if found is None:
            return ""
        if not _is_clean(found, clean) or not re.fullmatch(pattern, found):
            raise self.wrong(key)
        return str(found)

    def _get(self, key: str, kind: type, *, optional: bool = False) -> Any:
        self._asked.add(key)
        if key not in self._table and optional:
            return None
        found = self._table.get(key)
        if type(found) is not kind:
            raise self.wrong(key)
        return found


def _is_clean(found: str, clean: Callable[[str], str]) -> bool:
    # what people type loses its no-break spaces, what is shipped keeps them
    plain = found.translate(_PLAIN_SPACES)
    if len(plain) <= TITLE_LIMIT and plain[:1].isalnum() and plain.isprintable() and "  " not in plain:
        # plain words on one line, as nearly all are, need no look at each character
        return not plain.endswith(" ") and unicodedata.is_normalized("NFC", plain)
    try:
        return clean(found).translate(_PLAIN_SPACES) == plain
    except Refusal:
        return False


def _lines(text: str) -> dict[Place, int]:
    """The line of each table and field, for the plain TOML of the catalogue: one field or one item of a list a line."""
    lines: dict[Place, int] = {}
    counts: dict[Place, int] = {}
    place: Place = ()
    field: Place = ()
    for number, line in enumerate(text.splitlines(), 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            place = tuple(header[2].split("."))
            if header[1] == "[[":
                counts[place] = counts.get(place, -1) + 1
                lines.setdefault(place, number)
                place = (*place, counts[place])
            lines.setdefault(place, number)
        elif key:
            field = (*place, key[1])
            lines.setdefault(field, number)
        elif _ITEM.match(line):
            counts[field] = counts.get(field, -1) + 1
            lines.setdefault((*field, counts[field]), number)
    return lines
