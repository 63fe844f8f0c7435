"""The yearly statistics of establishments (DREES, SAE): the staff of one of them, group by group.

The groups kept are those that share nobody: totals, and the parts that are named inside a group, are left aside.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import fsum
from pathlib import Path

from impactapp.domain.problems import Problem
from impactapp.domain.profession import Category
from impactapp.domain.staff import Census, CensusLine
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.sources.delimited import Delimited, RefusedLine, open_delimited
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
        inside = [place for place in self.places.values() if finess == (place.legal if legal else place.finess)]
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
        return Census(sae_source(), self.year, _name(inside, legal), finess, lines), tuple(_gaps(counted))


def read_sae(paths: Iterable[Path]) -> Sae:
    """Read the files of one year: SYGEN for the numbers, ID for the names; the others of the SAE are not needed.

    Raises ``ExchangeError`` on a file that is none of the SAE, whose columns are those of another year, or that is of
    another year than the rest.
    """
    numbers: dict[str, Sequence[str]] = {}
    places: dict[str, Place] = {}
    refused: list[RefusedLine] = []
    years: dict[str, Path] = {}
    for path in paths:
        file = open_delimited(path)
        if "effpnm_tot_pnm" in file.columns or "effpnm_autadm" in file.columns:
            _read_numbers(file, numbers, places, years, refused)
        elif {"fi", "rs", "nomcom"} <= set(file.columns):
            _read_names(file, places, years, refused)
        elif not {"fi", "bor"} <= set(file.columns):
            raise ExchangeError(Problem.SOURCE_UNKNOWN, path=path)
    if not numbers:
        raise ExchangeError(Problem.SAE_WITHOUT_NUMBERS)
    if len(years) > 1:
        raise ExchangeError(Problem.SAE_SEVERAL_YEARS, names=", ".join(sorted(years)))
    return Sae(int(next(iter(years))), places, numbers, tuple(refused))


def is_sae(path: Path) -> bool:
    """Whether a table begins as those of the SAE do; ``False`` where it cannot be read."""
    if path.suffix.lower() != ".csv":
        return False
    try:
        with path.open("rb") as file:
            header = file.readline(20_000)
    except OSError:
        return False
    names = {name.strip().strip('"') for name in header.decode("cp1252", errors="replace").lower().split(";")}
    return {"fi", "an"} <= names


def _read_numbers(
    file: Delimited,
    numbers: dict[str, Sequence[str]],
    places: dict[str, Place],
    years: dict[str, Path],
    refused: list[RefusedLine],
) -> None:
    wanted = tuple(chain.from_iterable(_COLUMNS.values()))
    file.require("fi", "fi_ej", "an", *wanted)
    at = [file.columns[name] for name in wanted]
    finess, legal, year = (file.columns[name] for name in ("fi", "fi_ej", "an"))
    width = len(file.columns)
    for number, cells in file.lines():
        if len(cells) != width:
            refused.append(RefusedLine(file.path, number, Problem.SOURCE_LINE_CUT))
            continue
        id = cells[finess].strip()
        said = [cells[place] for place in at]
        if id in numbers:
            refused.append(RefusedLine(file.path, number, Problem.SAE_LINE_TWICE, id))
        elif not _are_numbers(said):
            refused.append(RefusedLine(file.path, number, Problem.SAE_LINE_WITHOUT_NUMBER, id))
        else:
            numbers[id] = said
            known = places.get(id, Place(id, ""))
            places[id] = Place(id, cells[legal].strip(), known.name, known.town)
            years.setdefault(cells[year], file.path)


def _read_names(file: Delimited, places: dict[str, Place], years: dict[str, Path], refused: list[RefusedLine]) -> None:
    file.require("fi", "fi_ej", "rs", "nomcom", "an")
    finess, legal, name, town, year = (file.columns[column] for column in ("fi", "fi_ej", "rs", "nomcom", "an"))
    width = len(file.columns)
    for number, cells in file.lines():
        if len(cells) != width:
            refused.append(RefusedLine(file.path, number, Problem.SOURCE_LINE_CUT))
            continue
        id = cells[finess].strip()
        places[id] = Place(id, cells[legal].strip(), cells[name].strip(), cells[town].strip())
        years.setdefault(cells[year], file.path)


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
