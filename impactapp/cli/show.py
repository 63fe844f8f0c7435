"""`impactapp show`: the results of a study, as text to read or as JSON."""

from argparse import ArgumentParser, Namespace

from impactapp import labels
from impactapp.cli import terminal
from impactapp.cli.command import add_json, add_study
from impactapp.cli.show_benchmark import benchmark_text, credits_text
from impactapp.cli.show_scenarios import scenarios_text
from impactapp.cli.show_skills import skills_text
from impactapp.domain.analysis.benchmarks import Card, benchmark_cards
from impactapp.domain.analysis.results import ProfessionResult, Results, TaskResult, analyse
from impactapp.domain.edits.studies import set_rule, set_weighting
from impactapp.domain.level import HYPOTHESES, Level
from impactapp.domain.rule import Rule, Weighting
from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.labels import found as finding_labels


def summary() -> str:
    """Its line in the help."""
    return _("the results of a study")


def arguments(parser: ArgumentParser) -> None:
    """What it takes."""
    add_study(parser)
    add_json(parser)
    parser.add_argument(
        "--rule",
        choices=[rule.value for rule in Rule],
        help=_("read with this rule instead of the study's; “custom” where the study has rates of its own"),
    )
    parser.add_argument(
        "--weighting",
        choices=[weighting.value for weighting in Weighting],
        help=_("weigh all activities the same, or by their share of time, instead of the study's choice"),
    )


def run(options: Namespace) -> int:
    """Print the results."""
    from impactapp.store.benchmarks import benchmarks
    from impactapp.store.reading import read_study

    study = read_study(options.study)
    if options.rule is not None:
        study = set_rule(Rule(options.rule)).change(study)
    if options.weighting is not None:
        study = set_weighting(Weighting(options.weighting)).change(study)
    results = analyse(study)
    if options.json:
        from impactapp.exchange.results_json import results_to_json

        terminal.say_json(results_to_json(results, benchmarks()))
    else:
        terminal.say(results_text(results, benchmark_cards(results, benchmarks())))
    return 0


def results_text(results: Results, cards: tuple[Card, ...]) -> str:
    """The results in words, one block a profession, with the outside measures."""
    beside = {card.profession_id: card for card in cards}
    blocks = [_head(results.study)]
    for found in results.professions:
        measured = benchmark_text(found.profession, beside.get(found.profession.id))
        blocks.append("\n\n".join((_profession(found, results.study), measured)))
    if cards:
        blocks.append(credits_text())
    blocks += [scenarios_text(results), _findings(results)]
    return "\n\n".join(filter(None, blocks))


def _head(study: Study) -> str:
    facts = (
        (_("Establishment"), study.establishment),
        (_("Group"), study.authors),
        (_("Date"), labels.day(study.day) if study.day else ""),
        (_("Rule"), labels.rule_word(study.rule)),
    )
    lines = [study.title, *(_fact(name, value) for name, value in facts if value)]
    return "\n".join([*lines, terminal.paragraph(labels.rule_sentence(study))])


def _fact(name: str, value: str) -> str:
    return _("{name}: {value}").format(name=name, value=value)


def _profession(found: ProfessionResult, study: Study) -> str:
    sentences = (
        _staff(found),
        _fact(_("Weighting"), labels.weighting_word(found.weighting)) if found.tasks else "",
        labels.headline(found),
        labels.interval_sentence(found),
        labels.exposed_sentence(found),
    )
    parts = [found.profession.title, *(terminal.paragraph(words, "  ") for words in sentences if words)]
    if found.tasks:
        parts += ["", _tasks(found), "", _counts(found), "", _rates(found, study)]
    if skills := skills_text(found, study):
        parts += ["", skills]
    return "\n".join(parts)


def _staff(found: ProfessionResult) -> str:
    profession = found.profession
    words = [labels.category_word(profession.category)]
    if profession.headcount is not None:
        count = profession.headcount
        words.append(ngettext("{number} person", "{number} persons", count).format(number=labels.headcount(count)))
    if profession.fte is not None:
        words.append(_("{number} FTE").format(number=labels.fte(profession.fte)))
    return ", ".join(words)


def _tasks(found: ProfessionResult) -> str:
    low, high = (labels.hypothesis_short(hypothesis) for hypothesis in HYPOTHESES)
    heading = (_("Activity"), _("Time share"), low, high, _("Proposal"), _("Leverage"))
    return terminal.table([heading, *(_task(result) for result in found.tasks)])


def _task(result: TaskResult) -> tuple[str, ...]:
    proposals = (result.low.proposal, result.high.proposal)
    moved = [side.leverage for side in (result.low, result.high) if side.leverage is not None]
    return (
        result.task.title,
        "" if result.task.share is None else labels.share(result.task.share),
        labels.level_word(result.low.substitution),
        labels.level_word(result.high.substitution),
        " → ".join(dict.fromkeys(map(labels.level_word, proposals))) if any(proposals) else "",
        labels.points(max(moved)) if moved else "",
    )


def _counts(found: ProfessionResult) -> str:
    levels = tuple(reversed(Level))
    rows = [("", *(labels.level_word(level) for level in levels))]
    for hypothesis in HYPOTHESES:
        counts = found.counts(hypothesis)
        numbers = (str(getattr(counts, level.code)) for level in levels)
        rows.append((labels.hypothesis_word(hypothesis), *numbers))
    return terminal.table(rows)


def _rates(found: ProfessionResult, study: Study) -> str:
    rows = [(_("Rule"), _("Substitution rate"), "")]
    for rule, interval in found.rates.items():
        rows.append((labels.rule_word(rule), labels.percent_range(interval), _("chosen") if rule is study.rule else ""))
    return terminal.table(rows)


def _findings(results: Results) -> str:
    counts = finding_labels.counted_findings(finding_labels.finding_groups(results.findings))
    if not counts:
        return _("No finding.")
    return _("Findings: {counts}. “impactapp check” lists them.").format(counts=counts)
