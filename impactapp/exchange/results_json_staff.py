"""The staff of the establishment in the JSON of results: by unit, summed, and beside the official count."""

from typing import Any

from impactapp.domain.analysis.headcount import Agreement, category_staff, profession_staff, unit_staff
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import Results
from impactapp.domain.edits.staff import STAFF_NUMBERS
from impactapp.domain.staff import Census, StaffLine
from impactapp.domain.study import Study


def headcount_fields(results: Results) -> dict[str, Any]:
    """Units with their sums and exposed time, the lines, the official count, and the sums beside their wholes."""
    study = results.study
    census = study.staffing.census
    titles = {profession.id: profession.title for profession in study.professions}
    return {
        "units": [
            {
                "id": found.unit.id,
                "title": found.unit.title,
                "kind": found.unit.kind.value,
                "site_id": found.unit.site_id or None,
                "headcount": _plain(found.headcount),
                "fte": _plain(found.fte),
                "fte_exposed": _interval(found.fte_exposed),
            }
            for found in unit_staff(results)
        ],
        "lines": [_line(line, titles[line.profession_id]) for line in study.staffing.lines],
        "census": None if census is None else _census(census),
        "reconciliation": {"professions": _professions(study), "categories": _categories(study)},
    }


def _line(line: StaffLine, profession: str) -> dict[str, Any]:
    numbers = {name: _plain(getattr(line, name)) for name in STAFF_NUMBERS}
    return {"profession": profession, "unit_id": line.unit_id, **numbers}


def _census(census: Census) -> dict[str, Any]:
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
                "fte": _plain(line.fte),
            }
            for line in census.lines
        ],
    }


def _professions(study: Study) -> list[dict[str, Any]]:
    return [
        {
            "profession": found.profession.title,
            "headcount": _agreement(found.headcount),
            "fte": _agreement(found.fte),
        }
        for found in profession_staff(study)
    ]


def _categories(study: Study) -> list[dict[str, Any]]:
    return [
        {
            "category": found.category.value,
            "headcount": _agreement(found.headcount),
            "fte": _agreement(found.fte),
        }
        for found in category_staff(study)
    ]


def _agreement(found: Agreement) -> dict[str, float | None]:
    return {"whole": _plain(found.whole), "parts": _plain(found.parts), "difference": _plain(found.difference)}


def _interval(interval: Interval) -> dict[str, float | None]:
    return {"low": _plain(interval.low), "high": _plain(interval.high)}


def _plain(number: float | None) -> float | None:
    """Without the noise of binary sums."""
    return None if number is None else round(number, 12)
