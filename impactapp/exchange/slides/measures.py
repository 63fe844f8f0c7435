"""The last slide: the measures with their functions and dates, what the figures cannot say, and the next review."""

from collections.abc import Sequence
from datetime import datetime

from impactapp import labels
from impactapp.domain.analysis.benchmarks import Card
from impactapp.domain.analysis.results import Results
from impactapp.domain.skill import Barrier, BarrierState
from impactapp.exchange.slides.deck import Deck, new_slide, region_of
from impactapp.exchange.slides.drawing import Cell, add_notes, add_table, add_text
from impactapp.i18n import _
from impactapp.labels import found as finding_labels
from impactapp.labels import limits, office
from impactapp.labels import report as report_labels
from impactapp.labels import skills as skill_labels

_MOST = 4
_WIDTHS = (4.2, 3.2, 1.7, 2.7)
_GAP = 14.0
_ORDER = (BarrierState.IN_PLACE, BarrierState.DECIDED, BarrierState.CONSIDERED, BarrierState.ABANDONED)


def measures_slide(deck: Deck, results: Results, made_at: datetime, cards: Sequence[Card]) -> None:
    """The measures furthest on first; those that do not fit are counted, and told in the notes."""
    barriers = [barrier for found in results.professions for barrier in found.profession.barriers]
    barriers.sort(key=lambda barrier: _ORDER.index(barrier.state))
    slide = new_slide(deck, _("Measures, limits and next review"))
    region = region_of(deck, slide)
    review = report_labels.next_review(barriers, made_at.astimezone().date())
    first = [report_labels.measures_sentence(barriers)]
    if len(barriers) > _MOST:
        first.append(office.others_shown(len(barriers) - _MOST))
    used = add_text(slide, deck, region.upper(region.high * 0.16), (" ".join(first),), is_bold=True)
    if barriers:
        head = tuple(map(Cell, (_("Measure"), _("Owner (function)"), _("State"), _("Review"))))
        rows = [head, *(_row(barrier) for barrier in barriers[:_MOST])]
        used += _GAP / 2
        used += add_table(slide, deck, region.below(used), rows, _WIDTHS, "\n".join(map(_told, barriers[:_MOST])))
    said = (*_limits(results), review)
    add_text(slide, deck, region.below(used + _GAP), said)
    add_notes(slide, deck, (*first, *map(_told, barriers), *said, *_further(results)))


def _row(barrier: Barrier) -> tuple[Cell, ...]:
    return (
        Cell(barrier.title),
        Cell(barrier.owner or _("not filled in")),
        Cell(skill_labels.state_word(barrier.state)),
        Cell(labels.day(barrier.review)),
    )


def _told(barrier: Barrier) -> str:
    facts = (
        (_("Owner (function)"), barrier.owner or _("not filled in")),
        (_("State"), skill_labels.state_word(barrier.state).lower()),
        (_("Start"), labels.day(barrier.start)),
        (_("Review"), labels.day(barrier.review)),
    )
    said = ", ".join(_("{name}: {value}").format(name=name, value=value) for name, value in facts)
    return f"{barrier.title} ({said})"


def _limits(results: Results) -> Sequence[str]:
    told = [
        _("The levels are the judgement of a group on a given day: neither a measure nor a forecast."),
        report_labels.exposed_sentence(),
    ]
    if any(found.skills for found in results.professions):
        told.append(limits.model_limits()[1])
    return told


def _further(results: Results) -> Sequence[str]:
    groups = finding_labels.finding_groups(results.findings)
    counted = _("To be completed or looked at: {counts}.").format(counts=finding_labels.counted_findings(groups))
    return (*((counted,) if groups else ()), *limits.model_limits(), report_labels.independence())
