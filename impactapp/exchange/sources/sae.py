"""The yearly statistics of establishments (DREES, SAE): the staff of one of them, group by group.

The groups kept are those that share nobody: totals, and the parts that are named inside a group, are left aside.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import fsum
from pathlib import Path

from impactapp.domain.edits.staff import CENSUS_YEARS
from impactapp.domain.problems import Problem
from impactapp.domain.profession import Category
from impactapp.domain.staff import Census, CensusLine
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.sources.delimited import Delimited, RefusedLine, delimited, heading_of, open_delimited
from impactapp.exchange.sources.opening import BEGINNING, PACKED, files_inside, read_bounded, tables_inside
from impactapp.exchange.sources.places import Finder, Place
from impactapp.labels.sources import sae_group, sae_source

GROUPS = {
    "INFSANSSPE": Category.CARE,
    "INFAVECSPE": Category.CARE,
    "AID": Category.CARE,
    "ASH": Category.CARE,
    "SAG": Category.CARE,
    "CAD": Category.CARE,
    "PSYCHO": Category.CARE,
    "REEDU": Category.CARE,
    "DIR": Category.MANAGEMENT,
    "DIRSOI": Category.MANAGEMENT,
    "AUTADM": Category.ADMINISTRATIVE,
    "EDU": Category.SOCIAL,
    "PERSPHARMA": Category.MEDICO_TECHNICAL,
    "PERSLABO": Category.MEDICO_TECHNICAL,
    "PERSRADIO": Category.MEDICO_TECHNICAL,
    "AUTMEDTEC": Category.MEDICO_TECHNICAL,
    "TEC": Category.TECHNICAL,
}
DOCTORS = ("SPEMED", "SPECHI", "PSY", "ODON", "PHARMA", "AUT")
INTERNS = "INT"
CODES = (*GROUPS, *DOCTORS, INTERNS)
_TOTALS = (("TOT_PNM", tuple(GROUPS)), ("TOT", DOCTORS))
_COLUMNS = {
    **{code: (f"effpnm_{code}".lower(), f"etppnm_{code}".lower()) for code in (*GROUPS, "TOT_PNM")},
    **{code: (f"effsal_{code}".lower(), f"etpsal_{code}".lower()) for code in (*DOCTORS, "TOT")},
    INTERNS: ("eff_int", "etp_int"),
}
_FINESS_LENGTH = 9
_PERSONS_APART, _FTE_APART = 0.5, 0.1  # what rounding may make of a total


@dataclass(frozen=True, slots=True)
class Gap:
    """A total of the file that is not the sum of its groups."""

    code: str
    total: float
    parts: float


@dataclass(frozen=True, slots=True)
class Sae:
    """What the files of one year say: establishments, and the numbers of each as they are written."""

    year: int
    places: Mapping[str, Place]
    numbers: Mapping[str, Sequence[str]]
    refused: tuple[RefusedLine, ...]

    @property
    def has_names(self) -> bool:
        """Whether the file of names was read too."""
        return any(place.name for place in self.places.values())

    def search(self, words: str) -> tuple[Place, ...]:
        """The establishments that answer to every word of name, town or number, accents and case aside."""
        return self.finder().search(words)

    def finder(self) -> Finder:
        """The establishments whose numbers are known, made ready once for a search at every key."""
        return Finder(place for place in self.places.values() if place.finess in self.numbers)

    def census(self, finess: str, *, legal: bool = False) -> tuple[Census, tuple[Gap, ...]]:
        """The official count of an establishment, or of all those of a legal entity; and the totals that do not agree.

        A group of which no number is written is left out; an empty cell is not zero. Raises ``ExchangeError`` on a
        number that is not in the files.
        """
        wanted = _finess(finess)
        inside = [place for place in self.places.values() if wanted == (place.legal if legal else place.finess)]
        rows = [self.numbers[place.finess] for place in inside if place.finess in self.numbers]
        if not rows:
            raise ExchangeError(Problem.SAE_UNKNOWN_FINESS, text=finess)
        counted = {code: _summed(rows, code) for code in _COLUMNS}
        lines = tuple(
            CensusLine(
                code, sae_group(code), GROUPS.get(code, Category.MEDICAL), _whole(counted[code][0]), counted[code][1]
            )
            for code in CODES
            if counted[code] != (None, None)
        )
        return Census(sae_source(), self.year, _name(inside, legal), wanted, lines), tuple(_gaps(counted))


@dataclass(slots=True)
class _Read:
    numbers: dict[str, Sequence[str]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    years: set[str] = field(default_factory=set)
    refused: list[RefusedLine] = field(default_factory=list)


def read_sae(paths: Iterable[Path]) -> Sae:
    """Read the files of one year, or folders and zip archives of them: SYGEN for the numbers, ID for the names.

    Raises ``ExchangeError`` on a file that is none of the SAE, whose columns are those of another year, or that is of
    another year than the rest.
    """
    read = _Read()
    for path in paths:
        for file in _tables(path):
            _take(file, read)
    if len(read.years) > 1:
        raise ExchangeError(Problem.SAE_SEVERAL_YEARS, names=", ".join(sorted(read.years)))
    if not read.numbers:
        raise ExchangeError(Problem.SAE_WITHOUT_NUMBERS)
    return Sae(int(next(iter(read.years))), read.places, read.numbers, tuple(read.refused))


def is_sae_heading(heading: frozenset[str]) -> bool:
    """Whether a table begins as those of the SAE do, by the names of its columns."""
    return heading >= {"fi", "an"} and bool(heading & {"fi_ej", "bor"})


def _is_wanted(beginning: bytes) -> bool:
    heading = heading_of(beginning)
    return is_sae_heading(heading) and (_is_names(heading) or _is_numbers(heading))


def _is_names(heading: Container[str]) -> bool:
    return all(name in heading for name in ("fi", "rs", "nomcom"))


def _is_numbers(heading: Container[str]) -> bool:
    # other tables of the SAE say which they are
    return "bor" not in heading and "fi" in heading


def _tables(path: Path) -> Iterator[Delimited]:
    """A table, or those of a folder or a zip archive, that are needed: the SAE has a hundred others."""
    if path.is_dir():
        inside = (one for one in files_inside(path) if one.suffix.lower() == ".csv")
        yield from _some(path, (open_delimited(one) for one in inside if _is_wanted(read_bounded(one, BEGINNING))))
        return
    beginning = read_bounded(path, BEGINNING)
    if beginning.startswith(PACKED):
        yield from _some(path, (delimited(name, content) for name, content in tables_inside(path, _is_wanted)))
    elif _is_wanted(beginning) or not is_sae_heading(heading_of(beginning)):
        yield open_delimited(path)


def _some(path: Path, files: Iterator[Delimited]) -> Iterator[Delimited]:
    """What is inside a folder or an archive, which is refused where it holds nothing."""
    is_empty = True
    for file in files:
        is_empty = False
        yield file
    if is_empty:
        raise ExchangeError(Problem.SOURCE_FOLDER, path=path)


def _take(file: Delimited, read: _Read) -> None:
    if _is_names(file.columns):
        _read_names(file, read)
    elif is_sae_heading(frozenset(file.columns)):
        _read_numbers(file, read)
    else:
        raise ExchangeError(Problem.SOURCE_UNKNOWN, path=file.path)


def _read_numbers(file: Delimited, read: _Read) -> None:
    wanted = tuple(chain.from_iterable(_COLUMNS.values()))
    file.require("fi", "fi_ej", "an", *wanted)
    at = [file.columns[name] for name in wanted]
    finess, legal, year = (file.columns[name] for name in ("fi", "fi_ej", "an"))
    is_empty = True
    for number, cells in _whole_lines(file, read):
        id = _finess(cells[finess])
        said = [cells[place] for place in at]
        if id in read.numbers:
            is_empty = False
            read.refused.append(RefusedLine(file.path, number, Problem.SAE_LINE_TWICE, id))
        elif not _are_numbers(said) or not _is_year(cells[year]):
            read.refused.append(RefusedLine(file.path, number, Problem.SAE_LINE_WITHOUT_NUMBER, id))
        else:
            is_empty = False
            read.numbers[id] = said
            place = read.places.get(id, Place(id, ""))
            read.places[id] = Place(id, _finess(cells[legal]), place.name, place.town)
            read.years.add(cells[year].strip())
    if is_empty:
        raise ExchangeError(Problem.SOURCE_EMPTY, path=file.path)


def _read_names(file: Delimited, read: _Read) -> None:
    file.require("fi", "fi_ej", "rs", "nomcom", "an")
    finess, legal, name, town, year = (file.columns[column] for column in ("fi", "fi_ej", "rs", "nomcom", "an"))
    for _number_of, cells in _whole_lines(file, read):
        id = _finess(cells[finess])
        read.places[id] = Place(id, _finess(cells[legal]), cells[name].strip(), cells[town].strip())
        if _is_year(cells[year]):
            read.years.add(cells[year].strip())


def _whole_lines(file: Delimited, read: _Read) -> Iterator[tuple[int, list[str]]]:
    """The lines that have a value for each column; the others are left out."""
    width = len(file.columns)
    for number, cells in file.lines():
        if len(cells) == width:
            yield number, cells
        else:
            read.refused.append(RefusedLine(file.path, number, Problem.SOURCE_LINE_CUT))


def _finess(cell: str) -> str:
    """A FINESS number; Excel, which took it for a number, left its first zeros out."""
    typed = cell.strip()
    return typed.zfill(_FINESS_LENGTH) if typed.isdigit() else typed


def _is_year(cell: str) -> bool:
    typed = cell.strip()
    return typed.isascii() and typed.isdigit() and CENSUS_YEARS[0] <= int(typed) <= CENSUS_YEARS[1]


def _are_numbers(cells: Sequence[str]) -> bool:
    try:
        for cell in cells:
            _number(cell)
    except ValueError:
        return False
    return True


def _number(cell: str) -> float | None:
    """A number with a decimal comma or point, ``None`` for an empty cell."""
    typed = cell.strip()
    if not typed:
        return None
    number = float(typed.replace(",", "."))
    if not 0 <= number < 10_000_000:
        raise ValueError(cell)
    return number


def _summed(rows: Sequence[Sequence[str]], code: str) -> tuple[float | None, float | None]:
    first = 2 * tuple(_COLUMNS).index(code)
    persons, fte = (_total(row[column] for row in rows) for column in (first, first + 1))
    return persons, fte


def _total(cells: Iterable[str]) -> float | None:
    known = [number for number in map(_number, cells) if number is not None]
    return round(fsum(known), 6) if known else None


def _gaps(counted: Mapping[str, tuple[float | None, float | None]]) -> Iterable[Gap]:
    for total, codes in _TOTALS:
        for side, apart in enumerate((_PERSONS_APART, _FTE_APART)):
            whole = counted[total][side]
            parts = fsum(counted[code][side] or 0.0 for code in codes)
            if whole is not None and abs(whole - parts) > apart:
                yield Gap(_COLUMNS[total][side].upper(), whole, parts)


def _whole(number: float | None) -> int | None:
    return None if number is None else round(number)


def _name(inside: Sequence[Place], legal: bool) -> str:
    first = inside[0]
    if not legal or len(inside) == 1:
        return first.name or first.finess
    return " + ".join(place.name or place.finess for place in inside[:3]) + (" + …" if len(inside) > 3 else "")
