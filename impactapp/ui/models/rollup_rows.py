"""A roll-up as rows of its tables: professions, establishments, units, alike titles and files that were refused."""

from collections.abc import Iterable, Sequence

from impactapp import labels
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.rollup import Line, Place, RollUp
from impactapp.domain.analysis.rollup_sums import NO_SUMS, Sums
from impactapp.domain.analysis.rollup_units import UnitPart, UnitSums
from impactapp.i18n import _
from impactapp.labels import rollup as words
from impactapp.ui.clipboard import CopiedCell
from impactapp.ui.models.rollup_model import Cells
from impactapp.ui.rolling_up import Question
from impactapp.ui.rollup_work import Refused


def line_headings() -> Sequence[str]:
    """Of professions."""
    rates = _("Rate, low hypothesis"), _("Rate, high hypothesis")
    return _("Profession"), _("Studies"), *_sum_headings(), *rates, _("What is missing")


def line_rows(rolled: RollUp) -> list[Cells]:
    """A row a profession."""
    return [
        (
            CopiedCell(words.line_title(line)),
            _number(str(line.studies)),
            *_sums(line.sums),
            CopiedCell(words.between(line.low, "\n")),
            CopiedCell(words.between(line.high, "\n")),
            CopiedCell(words.line_missing(line)),
        )
        for line in rolled.lines.values()
    ]


def site_headings() -> Sequence[str]:
    """Of establishments."""
    return _("Establishment"), _("Rule"), _("Professions"), *_sum_headings(), _("What is missing")


def site_rows(rolled: RollUp) -> list[Cells]:
    """A row an establishment."""
    return [
        (
            CopiedCell(site.title),
            CopiedCell(f"{labels.rule_word(site.rule)}, {labels.weighting_word(site.weighting)}"),
            _number(str(site.professions)),
            *_sums(site.sums),
            CopiedCell(words.site_missing(site)),
        )
        for site in rolled.sites
    ]


def unit_headings() -> Sequence[str]:
    """Of sites and services."""
    return _("Establishment"), _("Site"), _("Service"), _("Profession"), *_sum_headings(), _("What is missing")


def unit_rows(rolled: RollUp) -> tuple[list[Cells], list[int]]:
    """A row a unit, and below it one for each profession that is stated there; and which are those of the units."""
    rows: list[Cells] = []
    sums: list[int] = []
    for unit in rolled.units:
        sums.append(len(rows))
        places = tuple(CopiedCell(name or labels.UNKNOWN) for name in (unit.place, *words.unit_places(unit)))
        stated = [(words.all_professions(), unit.sums), *((part.title, part.sums) for part in unit.parts)]
        rows += [
            (*places, CopiedCell(title), *_sums(found), CopiedCell(words.sums_missing(found)))
            for title, found in stated
        ]
    return rows, sums


def place_headings() -> Sequence[str]:
    """Of one profession by establishment."""
    places = _("Establishment"), _("Site"), _("Service")
    return *places, *_sum_headings(), _("Rate, low"), _("Rate, high"), _("What is missing")


def place_rows(rolled: RollUp, line: Line) -> tuple[list[Cells], list[int]]:
    """A row an establishment, below it those of its units that state the profession; and which are the former."""
    units: dict[str, list[UnitSums]] = {}
    for unit in rolled.units:
        if any(part.key in line.keys for part in unit.parts):
            units.setdefault(unit.study_id, []).append(unit)
    rows: list[Cells] = []
    bold: list[int] = []
    for position, site in enumerate(rolled.sites):
        there: list[Place | None] = [one for one in line.places if one.position == position]
        for place in there or [None]:
            bold.append(len(rows))
            rows.append(_place_row(site.title, place))
        rows += [_part_row(unit, part) for unit in units.get(site.study_id, ()) for part in _parts(unit, line)]
    return rows, bold


def _place_row(title: str, place: Place | None) -> Cells:
    stated = NO_SUMS if place is None else NO_SUMS.plus(place.headcount, place.fte, place.rate.times(place.fte))
    rate = Interval() if place is None else place.rate
    return (
        CopiedCell(title),
        *(CopiedCell(labels.UNKNOWN), CopiedCell(labels.UNKNOWN)),
        *_sums(stated),
        *(_number(labels.percent(rate.low)), _number(labels.percent(rate.high))),
        CopiedCell(words.place_missing(place)),
    )


def _parts(unit: UnitSums, line: Line) -> list[UnitPart]:
    return [part for part in unit.parts if part.key in line.keys]


def _part_row(unit: UnitSums, part: UnitPart) -> Cells:
    places = tuple(CopiedCell(name or labels.UNKNOWN) for name in (unit.place, *words.unit_places(unit)))
    # the rate is the establishment's, above
    return *places, *_sums(part.sums), _number(""), _number(""), CopiedCell("")


def question_headings() -> Sequence[str]:
    """Of titles that are alike."""
    return _("Profession"), _("Perhaps the same as"), _("Likeness"), _("Your answer")


def question_rows(questions: Iterable[Question]) -> list[Cells]:
    """A row a pair of titles."""
    return [
        (
            *(
                CopiedCell(_("{title} — {places}").format(title=title, places=places))
                for title, places in zip(one.titles, one.places, strict=True)
            ),
            _number(labels.percent_down(one.likeness.score / 100)),
            CopiedCell(answer_words(one.is_same)),
        )
        for one in questions
    ]


def answer_words(is_same: bool | None) -> str:
    """What was answered."""
    return {True: _("One profession"), False: _("Two professions"), None: _("To answer")}[is_same]


def refused_headings() -> Sequence[str]:
    """Of files that were not read."""
    return _("File"), _("Why it was left out")


def refused_rows(refused: Iterable[Refused]) -> list[Cells]:
    """A row a file."""
    return [(CopiedCell(one.path.name), CopiedCell(labels.sentence(one.refusal))) for one in refused]


def _sum_headings() -> tuple[str, str, str]:
    return _("Headcount"), _("FTE"), _("FTE exposed")


def _sums(sums: Sums) -> Cells:
    persons = sums.headcount.value
    return (
        _number(labels.headcount(None if persons is None else round(persons))),
        _number(labels.fte(sums.fte.value)),
        _number(labels.fte_figures(Interval(sums.low.value, sums.high.value), sums.fte.value)),
    )


def _number(text: str) -> CopiedCell:
    return CopiedCell(text, is_right=True)
