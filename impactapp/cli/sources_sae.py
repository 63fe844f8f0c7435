"""The SAE on the command line: establishments found, and the staff of one with what does not agree in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from impactapp import labels
from impactapp.cli import terminal
from impactapp.domain.edits.staff import set_census
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.staff import Census
from impactapp.i18n import _, ngettext
from impactapp.labels import staff as words
from impactapp.labels.sources import census_remarks, no_place

if TYPE_CHECKING:
    from impactapp.exchange.sources.places import Place
    from impactapp.exchange.sources.sae import Gap, Sae

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Counted:
    """What was read, the establishments found (``None`` where none were asked for), and the staff of one."""

    read: "Sae"
    places: "tuple[Place, ...] | None"
    census: Census | None
    gaps: "tuple[Gap, ...]"


def count(paths: Sequence[Path], find: str | None, finess: str | None, *, legal: bool) -> Counted:
    """Read the files, find establishments, and count the staff of one."""
    from impactapp.exchange.sources.sae import read_sae

    read = read_sae(paths)
    places = None if find is None else read.search(find)
    census, gaps = (None, ()) if finess is None else read.census(finess, legal=legal)
    return Counted(read, places, census, gaps)


def put(census: Census, path: Path) -> None:
    """One edit, as the window makes it; refuses a study that cannot be written."""
    from impactapp.document import Document

    document = Document.open(path)
    try:
        if document.read_only is not None:
            raise EditError(Problem.STUDY_READ_ONLY)
        document.apply(set_census(census))
    finally:
        document.close()


def summary_line(counted: Counted) -> str:
    """The year and the number of establishments."""
    size = len(counted.read.numbers)
    said = ngettext("SAE {year}: {count} establishment.", "SAE {year}: {count} establishments.", size)
    return said.format(year=counted.read.year, count=labels.headcount(size))


def text(counted: Counted) -> Iterator[str]:
    """What was asked for, a line after the other."""
    if counted.places is not None:
        yield ""
        yield from _found(counted.places, has_names=counted.read.has_names)
    if counted.census is not None:
        yield ""
        yield from _staff(counted.census, counted.gaps)


def _found(places: "tuple[Place, ...]", *, has_names: bool) -> Iterator[str]:
    if not places:
        yield no_place(has_names=has_names)
        return
    rows = [(_("Establishment"), _("Town"), "FINESS", _("Legal entity"))]
    rows += [(place.name, place.town, place.finess, place.legal) for place in places[:MOST_SHOWN]]
    yield terminal.table(rows)
    more = len(places) - MOST_SHOWN
    if more > 0:
        yield ngettext("and {count} other", "and {count} others", more).format(count=labels.headcount(more))


def _staff(census: Census, gaps: "tuple[Gap, ...]") -> Iterator[str]:
    rows = [(_("Group"), _("Category"), _("Persons"), _("FTE"))]
    rows += [
        (
            line.title,
            labels.category_word(line.category),
            words.staff_number("headcount", line.headcount),
            words.staff_number("fte", line.fte),
        )
        for line in census.lines
    ]
    persons, fte = _totals(census)
    rows.append((_("Total"), "", words.staff_number("headcount", persons), words.staff_number("fte", fte)))
    yield terminal.paragraph(words.census_source(census))
    yield terminal.table(rows)
    yield terminal.paragraph(census_remarks(census, [(gap.code, gap.total, gap.parts) for gap in gaps]))


def _totals(census: Census) -> tuple[float, float]:
    return sum(line.headcount or 0 for line in census.lines), fsum(line.fte or 0.0 for line in census.lines)


def as_json(counted: Counted | None) -> dict[str, Any]:
    """The keys of the SAE; nulls and no establishment where none of its files was given."""
    if counted is None:
        return {"source": None, "year": None, "establishments": 0, "found": [], "census": None}
    return {
        "source": "sae",
        "year": counted.read.year,
        "establishments": len(counted.read.numbers),
        "found": [
            {"finess": place.finess, "legal": place.legal or None, "name": place.name, "town": place.town}
            for place in counted.places or ()
        ],
        "census": None if counted.census is None else _census(counted.census, counted.gaps),
    }


def _census(census: Census, gaps: "tuple[Gap, ...]") -> dict[str, Any]:
    persons, fte = _totals(census)
    return {
        "source": census.source,
        "year": census.year,
        "place": census.place,
        "code": census.code,
        "groups": [
            {
                "code": line.code,
                "title": line.title,
                "category": line.category.value,
                "headcount": line.headcount,
                "fte": line.fte,
            }
            for line in census.lines
        ],
        "headcount": persons,
        "fte": round(fte, 6),
        "gaps": [{"code": gap.code, "total": gap.total, "sum": gap.parts} for gap in gaps],
    }
