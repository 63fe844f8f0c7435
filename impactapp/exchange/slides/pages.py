"""The six slides in order: what it is, the method, the matrix, the results, the skills, what is done about it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from impactapp import labels
from impactapp.domain.analysis.benchmarks import Card
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.exchange.report.content import report_content
from impactapp.exchange.slides.deck import Deck, new_slide, region_of, say
from impactapp.exchange.slides.drawing import add_notes, add_text
from impactapp.exchange.slides.exposures import skills_slide
from impactapp.exchange.slides.matrix import matrix_slide
from impactapp.exchange.slides.measures import measures_slide
from impactapp.exchange.slides.rates import results_slide
from impactapp.i18n import _, ngettext
from impactapp.labels import report as report_labels
from impactapp.labels import skills as skill_labels

Page = Callable[[Deck, Results, datetime, Sequence[Card]], None]
_MOST_PROFESSIONS = 4


def opening_slide(deck: Deck, results: Results, made_at: datetime, cards: Sequence[Card]) -> None:
    """Title, method, and the facts of the study."""
    from pptx.enum.shapes import PP_PLACEHOLDER

    study = results.study
    slide = new_slide(deck, study.title, is_opening=True)
    for place in slide.placeholders:
        if place.placeholder_format.type is PP_PLACEHOLDER.SUBTITLE:
            say(place.text_frame, (report_labels.method_title(),), deck.language)
    report = report_content(results, made_at, is_summary=True)
    facts = [_("{name}: {value}").format(name=fact.label, value=fact.value) for fact in report.facts]
    listed = list(_professions(results))
    add_text(slide, deck, region_of(deck, slide), (*listed, *facts))
    add_notes(slide, deck, (study.title, report_labels.study_headline(results), study.purpose, *facts))


def method_slide(deck: Deck, results: Results, made_at: datetime, cards: Sequence[Card]) -> None:
    """The method and the rule in words."""
    study = results.study
    slide = new_slide(deck, _("The method and the rule"))
    has_skills = any(found.skills for found in results.professions)
    hypotheses = (
        _("{name}: {value}").format(name=labels.definition_title(key), value=labels.definition(study, key))
        for key in ("low", "high")
    )
    said = (
        _(
            "Each profession is broken down into activities; the group rates each one Low, Medium or High, from the "
            "maturity of the market, social acceptability and return on investment."
        ),
        *hypotheses,
        labels.rule_sentence(study),
        *((skill_labels.exposure_rule_sentence(study),) if has_skills else ()),
    )
    add_text(slide, deck, region_of(deck, slide), said)
    steps = [f"{number}. {step}" for number, step in enumerate(report_labels.method_steps(), 1)]
    add_notes(
        slide,
        deck,
        (
            *said,
            *steps,
            report_labels.method_silences(),
            report_labels.proposal_rule(),
            report_labels.across_rules_meaning(),
            report_labels.exposed_meaning(),
            report_labels.method_source(),
            report_labels.independence(),
        ),
    )


PAGES: tuple[Page, ...] = (opening_slide, method_slide, matrix_slide, results_slide, skills_slide, measures_slide)


def _professions(results: Results) -> Iterator[str]:
    """Each profession with its activities; the first ones where there are many."""
    found = results.professions
    if not found:
        yield report_labels.study_headline(results)
    for one in found[:_MOST_PROFESSIONS]:
        yield _("{name}: {value}").format(name=one.profession.title, value=", ".join(_sizes(one)))
    if len(found) > _MOST_PROFESSIONS:
        yield report_labels.others_words(len(found) - _MOST_PROFESSIONS)


def _sizes(found: ProfessionResult) -> Iterator[str]:
    count = len(found.tasks)
    yield ngettext("{count} activity", "{count} activities", count).format(count=count)
    if found.profession.headcount is not None:
        persons = labels.headcount(found.profession.headcount)
        said = ngettext("{number} person", "{number} persons", found.profession.headcount)
        yield said.format(number=persons)
    if found.profession.fte is not None:
        yield _("{number} FTE").format(number=labels.fte(found.profession.fte))
