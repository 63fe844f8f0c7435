"""A roll-up in the documented JSON shape that other programs read."""

import json
from pathlib import Path
from typing import Any

from impactapp.domain.analysis.rollup import Line, Place, RollUp, Site
from impactapp.domain.analysis.rollup_sums import Extreme, Range, Sums, Total
from impactapp.domain.analysis.rollup_units import UnitSums
from impactapp.exchange.atomic import replacing

FORMAT = "impactapp/rollup"
VERSION = 1


def write_rollup_json(rolled: RollUp, target: Path) -> None:
    """Write it, in UTF-8; the same studies in the same order give the same bytes."""
    text = json.dumps(rollup_to_json(rolled), ensure_ascii=False, allow_nan=False, indent=2)
    with replacing(target) as temporary:
        temporary.write_text(text + "\n", encoding="utf-8", newline="\n")


def rollup_to_json(rolled: RollUp) -> dict[str, Any]:
    """The roll-up as JSON values: FTE and rates as numbers, null where nothing is known."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "one_rule": rolled.has_one_rule,
        "totals": _sums(rolled.sums),
        "studies": [_site(site) for site in rolled.sites],
        "professions": [_line(line, rolled) for line in rolled.lines.values()],
        "units": [_unit(unit) for unit in rolled.units],
    }


def _site(site: Site) -> dict[str, Any]:
    return {
        "id": site.study_id,
        "title": site.title,
        "rule": site.rule.value,
        "weighting": site.weighting.value,
        "professions": site.professions,
        **_sums(site.sums),
        "in_units": None if site.stated is None else _sums(site.stated),
    }


def _line(line: Line, rolled: RollUp) -> dict[str, Any]:
    return {
        "code": line.code,
        "title": line.title,
        "also": list(line.also),
        "category": line.category.value,
        "studies": line.studies,
        "undecided": line.undecided,
        **_sums(line.sums),
        "rate": {"low": _range(line.low), "high": _range(line.high)},
        "establishments": [_place(place, rolled.sites[place.position]) for place in line.places],
    }


def _place(place: Place, site: Site) -> dict[str, Any]:
    return {
        "study": site.study_id,
        "establishment": site.title,
        "headcount": place.headcount,
        "fte": _plain(place.fte),
        "fte_exposed": {"low": _plain(place.exposed.low), "high": _plain(place.exposed.high)},
        "rate": {"low": _rate(place.rate.low), "high": _rate(place.rate.high)},
    }


def _unit(unit: UnitSums) -> dict[str, Any]:
    return {
        "study": unit.study_id,
        "establishment": unit.place,
        "title": unit.title,
        "kind": unit.kind.value,
        "site": unit.site,
        **_sums(unit.sums),
        "professions": [{"code": part.code, "title": part.title, **_sums(part.sums)} for part in unit.parts],
    }


def _sums(sums: Sums) -> dict[str, Any]:
    return {
        "headcount": _total(sums.headcount),
        "fte": _total(sums.fte),
        "fte_exposed": {
            "low": _plain(sums.low.value),
            "high": _plain(sums.high.value),
            "unknown": sums.low.unknown,
        },
    }


def _total(total: Total) -> dict[str, Any]:
    return {"sum": _plain(total.value), "unknown": total.unknown}


def _range(found: Range) -> dict[str, Any]:
    return {"least": _extreme(found.least), "most": _extreme(found.most)}


def _extreme(found: Extreme | None) -> dict[str, Any] | None:
    return None if found is None else {"rate": _rate(found.rate), "place": found.place}


def _rate(number: float | None) -> float | None:
    """As the results of a study give it."""
    return None if number is None else round(number, 12)


def _plain(number: float | None) -> float | None:
    """Without the noise of binary sums."""
    return None if number is None else round(number, 9)
