"""What moved between two moments, in the documented JSON shape that other programs read."""

from typing import Any

from impactapp.domain.analysis.checks import STALE_MONTHS, Finding
from impactapp.domain.analysis.moments import Comparison, Moment
from impactapp.domain.analysis.movement import Fate, MovedLevel, MovedShare, Movement
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.level import Level

FORMAT = "impactapp/comparison"
VERSION = 1


def comparison_to_json(found: Comparison) -> dict[str, Any]:
    """The comparison as JSON values: codes, rates 0..1, days as ISO 8601, null for what was not there."""
    before, after = found.before.results.study, found.after.results.study
    same_rule = (before.rule, before.custom_rates, before.weighting) == (
        after.rule,
        after.custom_rates,
        after.weighting,
    )
    return {
        "format": FORMAT,
        "version": VERSION,
        "before": _moment(found.before),
        "after": _moment(found.after),
        "one_rule": same_rule,
        "professions": [_movement(one) for one in found.moved],
        "stale": {"months": STALE_MONTHS, "maturities": [_stale(one) for one in found.stale]},
    }


def _moment(moment: Moment) -> dict[str, Any]:
    study = moment.results.study
    return {
        "file": moment.file,
        "title": study.title,
        "day": None if moment.day is None else moment.day.isoformat(),
        "rule": study.rule.value,
        "weighting": study.weighting.value,
    }


def _movement(one: Movement) -> dict[str, Any]:
    return {
        "title": one.title,
        "moved": not one.is_still,
        "before": _side(one.before),
        "after": _side(one.after),
        "shares": [_share(share) for share in one.shares],
        "levels": [_level(level) for level in one.levels],
        "added": list(one.added),
        "removed": list(one.removed),
        "measures": [_fate(fate) for fate in one.measures],
    }


def _side(result: ProfessionResult | None) -> dict[str, Any] | None:
    if result is None:
        return None
    profession, rate = result.profession, result.rate
    return {
        "id": profession.id,
        "title": profession.title,
        "code": profession.code,
        "headcount": profession.headcount,
        "fte": profession.fte,
        "rate": {"low": _plain(rate.low), "high": _plain(rate.high)},
    }


def _level(one: MovedLevel) -> dict[str, Any]:
    return {
        "task": one.task_id,
        "title": one.title,
        "hypothesis": one.hypothesis.value,
        "aspect": one.aspect.value,
        "before": _code(one.before),
        "after": _code(one.after),
    }


def _share(one: MovedShare) -> dict[str, Any]:
    return {"task": one.task_id, "title": one.title, "before": _plain(one.before), "after": _plain(one.after)}


def _fate(fate: Fate) -> dict[str, Any]:
    return {
        "title": fate.title,
        "before": None if fate.before is None else fate.before.value,
        "after": None if fate.after is None else fate.after.value,
        "held": fate.is_held,
    }


def _stale(one: Finding) -> dict[str, Any]:
    return {
        "profession": one.profession_id,
        "task": one.task_id,
        "hypothesis": None if one.hypothesis is None else one.hypothesis.value,
        "months": int(one.number or 0),
    }


def _code(level: Level | None) -> str | None:
    return None if level is None else level.code


def _plain(number: float | None) -> float | None:
    """Without the noise of binary sums."""
    return None if number is None else round(number, 12)
