"""The slide of the results: the rate of each profession from low to high, or what is missing to know it."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from impactapp import labels
from impactapp.domain.analysis.benchmarks import Card
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.domain.level import HYPOTHESES, Hypothesis
from impactapp.exchange.office.bars import Series
from impactapp.exchange.report.benchmark import told_at_length
from impactapp.exchange.report.scenarios import scenario_lines
from impactapp.exchange.slides.charts import MOST, add_bars
from impactapp.exchange.slides.deck import Deck, new_slide, region_of
from impactapp.exchange.slides.drawing import add_notes, add_text
from impactapp.i18n import _
from impactapp.labels import office
from impactapp.labels import report as report_labels
from impactapp.labels.scenarios import scenario_caution
from impactapp.palette import LIGHT

_TEXT = 0.36  # of the height of a slide, for the sentences over a chart
_GAP = 10.0


def results_slide(deck: Deck, results: Results, made_at: datetime, cards: Sequence[Card]) -> None:
    """A chart of the professions whose rate is known; the sentences name the rule."""
    slide = new_slide(deck, _("Results, from the low to the high hypothesis"))
    region = region_of(deck, slide)
    known = [found for found in results.professions if found.rate.low is not None and found.rate.high is not None]
    shown = known if len(known) <= MOST else sorted(known, key=_rate)[:MOST]
    said = tuple(_said(results, len(known) - len(shown)))
    told = [report_labels.profession_line(found) for found in results.professions]
    notes = (*said, *told, labels.rule_sentence(results.study), report_labels.exposed_sentence())
    notes += (*_scenarios(results), *told_at_length(results, cards))
    add_notes(slide, deck, notes)
    if not shown:
        add_text(slide, deck, region, (*said, *told[:MOST], _("This slide will show the rate of each profession.")))
        return
    height = add_text(slide, deck, region.upper(region.high * _TEXT), said)
    names = [found.profession.title for found in shown]
    series = [_series(shown, hypothesis) for hypothesis in HYPOTHESES]
    add_bars(slide, region.below(height + _GAP), names, series, " ".join(told))


def _scenarios(results: Results) -> Iterator[str]:
    lines = list(scenario_lines(results))
    yield from lines
    if lines:
        yield scenario_caution()


def _series(shown: Sequence[ProfessionResult], hypothesis: Hypothesis) -> Series:
    """Open for the low hypothesis, filled for the high one, as everywhere."""
    low, _medium, high = LIGHT.substitution
    values = tuple(found.rate.under(hypothesis) or 0.0 for found in shown)
    ground = low.ground if hypothesis is Hypothesis.LOW else high.ground
    return Series(labels.hypothesis_word(hypothesis).capitalize(), values, ground, high.ground)


def _rate(found: ProfessionResult) -> tuple[float, float]:
    """The highest first."""
    return -(found.rate.high or 0.0), -(found.rate.low or 0.0)


def _said(results: Results, left: int) -> Iterator[str]:
    found = results.professions
    if len(found) == 1:
        (one,) = found
        exposed = labels.exposed_sentence(one)
        yield labels.headline(one)
        yield " ".join(f"{said}." for said in (labels.interval_sentence(one), exposed.rstrip(".")) if said)
    else:
        yield report_labels.study_headline(results)
    if found:
        rule, weighting = labels.rule_word(results.study.rule), _weighting(results)
        others = f" {report_labels.others_words(left)}." if left else ""
        yield _("Rule: {rule}, {weighting}.").format(rule=rule, weighting=weighting) + others
    unknown = sum(one.rate.low is None or one.rate.high is None for one in found)
    if 0 < unknown < len(found):
        yield office.without_rate(unknown)


def _weighting(results: Results) -> str:
    used = dict.fromkeys(labels.weighting_word(one.weighting) for one in results.professions)
    return " / ".join(used)
