"""The method and the rule in words: what is the note's, what is ours, and what the group's words mean."""

from impactapp import labels
from impactapp.domain.analysis.results import Results
from impactapp.domain.study import Study
from impactapp.exchange.report import cells
from impactapp.exchange.report.blocks import Block, Fact, Facts, Grid, Section, Style, Words
from impactapp.i18n import _
from impactapp.labels import report as report_labels
from impactapp.labels import skills as skill_labels


def method_section(results: Results) -> Section:
    """The six steps, what the sources leave open, the rules in force, the words of the group."""
    study = results.study
    steps = tuple(
        Fact(_("Step {number}").format(number=number), words)
        for number, words in enumerate(report_labels.method_steps(), 1)
    )
    blocks: tuple[Block, ...] = (
        Words(report_labels.method_dialogue()),
        Facts(steps),
        Words(report_labels.steps_source(), Style.SMALL),
        Words(report_labels.method_silences(), Style.REMARK),
        Facts(tuple(_rules(results))),
        _definitions(study),
    )
    return Section("method", _("The method and the rule"), blocks)


def _rules(results: Results) -> list[Fact]:
    study = results.study
    facts = [
        Fact(_("Rule"), labels.rule_sentence(study.rule, study.custom_rates)),
        Fact(_("Weighting"), labels.weighting_sentence(study)),
        Fact(_("Proposal"), report_labels.proposal_rule()),
        Fact(_("Across rules"), report_labels.across_rules_meaning()),
        Fact(_("Working time exposed"), report_labels.exposed_meaning()),
    ]
    if any(found.skills for found in results.professions):
        facts.append(Fact(_("Exposure of the skills"), skill_labels.exposure_rule_sentence(study)))
    return facts


def _definitions(study: Study) -> Grid:
    rows = []
    for key in labels.DEFINITION_KEYS:
        whose = _("the group’s") if getattr(study.definitions, key) else _("application’s")
        cell = cells.words(labels.definition(study, key))
        rows.append((cells.words(labels.definition_title(key)), cell, cells.words(whose)))
    head = (cells.words(_("Term")), cells.words(_("Definition")), cells.words(_("Wording")))
    return cells.grid(_("The words of the group"), head, rows, (22, 60, 18))
