"""Several studies as one: sums and ranges over establishments, profession by profession, and what is missing.

A profession is the same in two studies by its catalogue code, or by its title where neither has a code; others are the
same only once somebody confirmed it. Nothing of a study is kept but its numbers, so that memory hardly grows with it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce

from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import rate_of
from impactapp.domain.analysis.rollup_sums import NO_RANGE, NO_SUMS, Extreme, Range, Sums
from impactapp.domain.analysis.rollup_units import UnitSums, key_of, summed, units_of
from impactapp.domain.profession import Category
from impactapp.domain.rule import LevelRates, Rule, Weighting
from impactapp.domain.study import Study
from impactapp.domain.text import title_key


@dataclass(frozen=True, slots=True)
class Place:
    """One profession in one study, which stands at ``position`` among those read."""

    position: int
    headcount: int | None
    fte: float | None
    rate: Interval

    @property
    def exposed(self) -> Interval:
        """FTE × rate; a range of which one end is unknown is not one."""
        whole = self.rate.times(self.fte)
        return Interval() if whole.low is None or whole.high is None else whole


@dataclass(frozen=True, slots=True)
class Line:
    """One profession over all establishments, by study in ``places``; ``also`` are its other titles.

    ``keys`` are those it had before others were confirmed to be the same.
    ``listed_in`` and ``undecided_in`` hold a bit for each study, by its position, that lists it or has not decided it.
    """

    key: str
    title: str
    code: str
    category: Category
    listed_in: int = 0
    undecided_in: int = 0
    sums: Sums = NO_SUMS
    low: Range = NO_RANGE
    high: Range = NO_RANGE
    also: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    keys: tuple[str, ...] = ()

    @property
    def studies(self) -> int:
        """How many studies list it."""
        return self.listed_in.bit_count()

    @property
    def undecided(self) -> int:
        """How many studies have not decided it."""
        return self.undecided_in.bit_count()

    def joined(self, other: "Line") -> "Line":
        """With what was said of it in other studies, or under another key."""
        titles = dict.fromkeys((*self.also, other.title, *other.also))
        own = title_key(self.title)
        return replace(
            self,
            also=self.also if other.title == self.title else tuple(one for one in titles if title_key(one) != own),
            places=(*self.places, *other.places),
            keys=self.keys if other.keys == self.keys else tuple(dict.fromkeys((*self.keys, *other.keys))),
            listed_in=self.listed_in | other.listed_in,
            undecided_in=self.undecided_in | other.undecided_in,
            sums=self.sums.joined(other.sums),
            low=self.low.joined(other.low),
            high=self.high.joined(other.high),
        )


@dataclass(frozen=True, slots=True)
class Site:
    """One study: an establishment, its sums and its rule; ``stated`` sums what is stated for its sites and services."""

    study_id: str
    title: str
    rule: Rule
    weighting: Weighting
    professions: int
    sums: Sums
    stated: Sums | None = None
    custom_rates: LevelRates | None = None


@dataclass(frozen=True, slots=True)
class RollUp:
    """Establishments in the order they came, their units, and professions by their key."""

    sites: tuple[Site, ...] = ()
    lines: Mapping[str, Line] = field(default_factory=dict)
    units: tuple[UnitSums, ...] = ()

    @property
    def sums(self) -> Sums:
        """Over every establishment."""
        return reduce(Sums.joined, (site.sums for site in self.sites), NO_SUMS)

    @property
    def has_one_rule(self) -> bool:
        """Whether the rates can be compared: one rule and one weighting for all."""
        return len({(site.rule, site.custom_rates, site.weighting) for site in self.sites}) <= 1


NO_ROLLUP = RollUp()


def with_study(before: RollUp, study: Study) -> RollUp:
    """The roll-up with one more study."""
    position, place = len(before.sites), place_of(study)
    lines = dict(before.lines)
    sums = NO_SUMS
    rates = {profession.id: rate_of(profession, study) for profession in study.professions}
    for profession in study.professions:
        rate = rates[profession.id]
        key = key_of(profession)
        staff = (profession.headcount, profession.fte, rate.times(profession.fte))
        one = Line(
            key,
            profession.title,
            profession.code,
            profession.category,
            1 << position,
            (rate.low is None or rate.high is None) << position,
            NO_SUMS.plus(*staff),
            NO_RANGE.plus(_extreme(rate.low, place, position)),
            NO_RANGE.plus(_extreme(rate.high, place, position)),
            places=(Place(position, profession.headcount, profession.fte, rate),),
            keys=(key,),
        )
        known = lines.get(key)
        lines[key] = one if known is None else known.joined(one)
        sums = sums.plus(*staff)
    stated = summed(study.staffing.lines, rates) if study.staffing.units else None
    custom = study.custom_rates if study.rule is Rule.CUSTOM else None
    site = Site(study.id, place, study.rule, study.weighting, len(study.professions), sums, stated, custom)
    return RollUp((*before.sites, site), lines, (*before.units, *units_of(study, rates, place)))


def aligned(rolled: RollUp, pairs: Iterable[tuple[str, str]]) -> RollUp:
    """The roll-up in which the professions of confirmed pairs of keys are one, under the title that has a code."""
    same = _same(rolled, pairs)
    groups: dict[str, list[Line]] = {}
    for key, line in rolled.lines.items():
        groups.setdefault(same.get(key, key), []).append(line)
    return replace(rolled, lines={key: _one(rolled.lines[key], lines) for key, lines in groups.items()})


def keys_of(rolled: RollUp, words: str) -> tuple[str, ...]:
    """The professions of a title or a code, by their keys; of no words, none."""
    said = words.strip()
    wanted = title_key(said)
    return tuple(
        key
        for key, line in rolled.lines.items()
        if wanted and (wanted == title_key(line.title) or (line.code and line.code in (said, wanted)))
    )


def place_of(study: Study) -> str:
    """The establishment, or the title of a study that names none."""
    return study.establishment or study.title


def _same(rolled: RollUp, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The key each confirmed one leads to; what is confirmed of two pairs holds for all three."""
    groups: dict[str, set[str]] = {}
    for one, other in pairs:
        group = groups.get(one, {one}) | groups.get(other, {other})
        groups.update(dict.fromkeys(group, group))
    order = {key: (not line.code, position) for position, (key, line) in enumerate(rolled.lines.items())}
    known = {key: group & order.keys() for key, group in groups.items()}
    return {key: min(group, key=order.__getitem__) for key, group in known.items() if group}


def _one(own: Line, lines: list[Line]) -> Line:
    others = [line for line in lines if line is not own]
    return reduce(Line.joined, others, own)


def _extreme(rate: float | None, place: str, position: int) -> Extreme | None:
    return None if rate is None else Extreme(rate, place, position)
