"""Several studies as one: sums and ranges over establishments, profession by profession, and what is missing.

A profession is the same in two studies by its catalogue code, else by a title that was confirmed to be the same. Sums
are exact until they are read, so that the order of the studies never shows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.domain.profession import Category
from impactapp.domain.study import Rule, Study, Weighting
from impactapp.domain.text import title_key

NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over what is known; ``unknown`` counts what is not in it."""

    exact: Fraction = NOTHING
    known: int = 0
    unknown: int = 0

    @property
    def value(self) -> float | None:
        """The sum, correctly rounded, ``None`` while nothing is known."""
        return float(self.exact) if self.known else None

    def plus(self, number: float | None) -> "Total":
        """With one more number, or one more unknown."""
        if number is None:
            return Total(self.exact, self.known, self.unknown + 1)
        return Total(self.exact + Fraction(number), self.known + 1, self.unknown)


@dataclass(frozen=True, slots=True)
class Extreme:
    """The least or greatest rate, and whose it is."""

    rate: float
    place: str


@dataclass(frozen=True, slots=True)
class Range:
    """Between which establishments the rate of a profession goes, under one hypothesis."""

    least: Extreme | None = None
    most: Extreme | None = None

    def plus(self, rate: float | None, place: str) -> "Range":
        """With the rate of one more establishment; of equal ones the first stays."""
        if rate is None:
            return self
        here = Extreme(rate, place)
        return Range(
            here if self.least is None or rate < self.least.rate else self.least,
            here if self.most is None or rate > self.most.rate else self.most,
        )


@dataclass(frozen=True, slots=True)
class Sums:
    """What is summed of professions: persons, FTE and the FTE exposed under both hypotheses."""

    headcount: Total = Total()
    fte: Total = Total()
    low: Total = Total()
    high: Total = Total()

    def plus(self, result: ProfessionResult) -> "Sums":
        """With one more profession; its exposed time counts where both ends are known."""
        exposed = result.fte_exposed
        whole = exposed if exposed.low is not None and exposed.high is not None else Interval()
        return Sums(
            self.headcount.plus(result.profession.headcount),
            self.fte.plus(result.profession.fte),
            self.low.plus(whole.low),
            self.high.plus(whole.high),
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One profession over all establishments; ``studies`` counts those that list it."""

    key: str
    title: str
    code: str
    category: Category
    studies: int = 0
    sums: Sums = Sums()
    low: Range = Range()
    high: Range = Range()
    undecided: int = 0


@dataclass(frozen=True, slots=True)
class Site:
    """One study: an establishment, its sums and its rule."""

    study_id: str
    title: str
    rule: Rule
    weighting: Weighting
    professions: int
    sums: Sums


@dataclass(frozen=True, slots=True)
class RollUp:
    """Establishments in the order they came, and professions by their key."""

    sites: tuple[Site, ...] = ()
    lines: Mapping[str, Line] = field(default_factory=dict)

    @property
    def sums(self) -> Sums:
        """Over every establishment."""
        whole = Sums()
        for site in self.sites:
            whole = Sums(*(_joined(getattr(whole, name), getattr(site.sums, name)) for name in Sums.__slots__))
        return whole

    @property
    def has_one_rule(self) -> bool:
        """Whether the rates can be compared: one rule and one weighting for all."""
        return len({(site.rule, site.weighting) for site in self.sites}) <= 1


def with_study(before: RollUp, results: Results, same: Mapping[str, str] | None = None) -> RollUp:
    """The roll-up with one more study; ``same`` gives the key of titles that were confirmed to be another's."""
    study = results.study
    place = place_of(study)
    lines = dict(before.lines)
    sums = Sums()
    for result in results.professions:
        profession = result.profession
        key = key_of(profession.code, profession.title, same or {})
        line = lines.get(key) or Line(key, profession.title, profession.code, profession.category)
        lines[key] = replace(
            line,
            studies=line.studies + 1,
            sums=line.sums.plus(result),
            low=line.low.plus(result.rate.low, place),
            high=line.high.plus(result.rate.high, place),
            undecided=line.undecided + (result.rate.low is None or result.rate.high is None),
        )
        sums = sums.plus(result)
    site = Site(study.id, place, study.rule, study.weighting, len(results.professions), sums)
    return RollUp((*before.sites, site), lines)


def key_of(code: str, title: str, same: Mapping[str, str]) -> str:
    """What a profession is aligned by: its catalogue code, else its title, or the one it was confirmed to be."""
    own = code or title_key(title)
    return same.get(own, own)


def place_of(study: Study) -> str:
    """The establishment, or the title of a study that names none."""
    return study.establishment or study.title


def _joined(one: Total, other: Total) -> Total:
    return Total(one.exact + other.exact, one.known + other.known, one.unknown + other.unknown)
