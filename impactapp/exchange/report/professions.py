"""A profession in the dossier: its figures by rule, its matrix, and the words that support it."""

from collections.abc import Iterator

from impactapp import labels
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import ProfessionResult, Results, TaskResult
from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.exchange.report import cells
from impactapp.exchange.report.blocks import Block, Grid, Picture, Section, Style, Words
from impactapp.exchange.report.cells import Row
from impactapp.exchange.report.skills import measures_section, skills_section
from impactapp.i18n import _, ngettext
from impactapp.labels import report as report_labels

# a taller figure would not stand on a page: the table says it all
_MOST_DRAWN = 24
_MOST_NUMBERS = 20
# words of a figure are then as large as those of a table
PAGE_WIDTH = 860.0


def profession_sections(found: ProfessionResult, results: Results) -> Iterator[Section]:
    """Its figures, its matrix, what was said for it, its skills and measures."""
    profession = found.profession
    yield Section("profession", profession.title, tuple(_figures(found)), 1, profession.id)
    if found.tasks:
        yield Section("matrix", _("Matrix"), tuple(_matrix(found)), 2, profession.id)
    said = [(task.task.title, words) for task in found.tasks if (words := "\n".join(_said(task)))]
    if said:
        yield Section("reasons", _("Justifications and reasons"), (_reasons(said),), 2, profession.id)
    if found.skills:
        yield skills_section(found, results.study)
    if profession.barriers:
        yield measures_section(found)


def interval_picture(found: ProfessionResult) -> Picture:
    """The figure of its activities from the low to the high hypothesis."""
    title = cells.captioned(_("Low to high by activity"), found.profession)
    return Picture("interval", title, report_labels.interval_words(found), found.profession.id, width=PAGE_WIDTH)


def _figures(found: ProfessionResult) -> Iterator[Block]:
    yield Words(labels.headline(found), Style.LEAD)
    profession = found.profession
    facts = (
        labels.category_word(profession.category),
        _fact(_("Headcount"), labels.headcount(profession.headcount)),
        _fact(_("FTE"), labels.fte(profession.fte)),
        labels.weighting_word(found.weighting),
    )
    yield Words(" · ".join(facts))
    if exposed := labels.exposed_sentence(found):
        yield Words(exposed if exposed.endswith(".") else f"{exposed}.")
    if found.rate.low is not None and found.rate.high is not None:
        yield _by_rule(found)
    if 0 < len(found.tasks) <= _MOST_DRAWN:
        yield interval_picture(found)


def _fact(name: str, value: str) -> str:
    return _("{name}: {value}").format(name=name, value=value)


def _by_rule(found: ProfessionResult) -> Grid:
    rows = []
    for rule, interval in found.rates.items():
        name = _first_upper(labels.rule_word(rule))
        if rule is found.rule:
            name = _("{rule} (rule of the study)").format(rule=name)
        rows.append(_ends(name, interval))
    rows.append(_ends(_("Across rules"), found.interval))
    head = (cells.words(_("Rule")), *(cells.number(labels.hypothesis_word(h).capitalize()) for h in HYPOTHESES))
    return cells.grid(_("Substitution rate by rule"), head, rows, (56, 22, 22))


def _first_upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _ends(name: str, interval: Interval) -> Row:
    low, high = interval.under(Hypothesis.LOW), interval.under(Hypothesis.HIGH)
    return cells.words(name), cells.number(labels.percent(low)), cells.number(labels.percent(high))


def _matrix(found: ProfessionResult) -> Iterator[Block]:
    yield _decisions(found)
    if any(task.task.level(h, criterion) for task in found.tasks for h in HYPOTHESES for criterion in CRITERIA):
        yield _criteria(found)


def _decisions(found: ProfessionResult) -> Grid:
    timed = any(task.task.share is not None for task in found.tasks)
    head = [cells.number(_("No.")), cells.words(_("Activity"))]
    head += [cells.number(_("Time share"))] if timed else []
    head += [cells.middle(labels.hypothesis_short(hypothesis)) for hypothesis in HYPOTHESES]
    rows = []
    for number, task in enumerate(found.tasks, 1):
        row = [cells.number(str(number)), cells.words(task.task.title)]
        row += [cells.number(labels.share(task.task.share))] if timed else []
        rows.append((*row, *(cells.level(task.under(hypothesis).substitution) for hypothesis in HYPOTHESES)))
    widths = (6, 50, 12, 16, 16) if timed else (6, 60, 17, 17)
    title = _("Substitution decided for each activity")
    return cells.grid(title, tuple(head), rows, widths, _differing(found))


def _differing(found: ProfessionResult) -> str:
    differing = [
        str(number)
        for number, task in enumerate(found.tasks, 1)
        if any(task.under(hypothesis).differs for hypothesis in HYPOTHESES)
    ]
    if not differing:
        return ""
    if len(differing) > _MOST_NUMBERS:
        return ngettext(
            "The decision differs from the proposal of the criteria for {count} activity.",
            "The decision differs from the proposal of the criteria for {count} activities.",
            len(differing),
        ).format(count=len(differing))
    return _("The decision differs from the proposal of the criteria for: {numbers}.").format(
        numbers=", ".join(differing)
    )


def _criteria(found: ProfessionResult) -> Grid:
    asked = [(hypothesis, criterion) for hypothesis in HYPOTHESES for criterion in CRITERIA]
    head = [cells.number(_("No.")), cells.words(_("Activity"))]
    for hypothesis in HYPOTHESES:
        mark = labels.hypothesis_mark(hypothesis)
        head += [cells.middle(f"{mark} {labels.aspect_short(criterion)}") for criterion in CRITERIA]
        head.append(cells.middle(_("{mark} Prop.").format(mark=mark)))
    rows = []
    for number, task in enumerate(found.tasks, 1):
        row = [cells.number(str(number)), cells.short(task.task.title)]
        for hypothesis in HYPOTHESES:
            row += [cells.letters(task.task.level(hypothesis, one)) for at, one in asked if at is hypothesis]
            row.append(cells.letters(task.under(hypothesis).proposal))
        rows.append(tuple(row))
    note = _("○ low hypothesis, ● high hypothesis. {letters}. Prop.: level proposed from the criteria.").format(
        letters=", ".join(f"{labels.level_letters(level)} {labels.level_word(level)}" for level in Level)
    )
    return cells.grid(_("Criteria rated"), tuple(head), rows, (5, 24, *(8, 11.5, 7.5, 8.5) * 2), note)


def _said(task: TaskResult) -> Iterator[str]:
    """What was written for a task, each text once: a high criterion that follows the low one repeats nothing."""
    for hypothesis in HYPOTHESES:
        for aspect in Aspect:
            judgement = task.task.rating(hypothesis).get(aspect)
            if judgement is not None and judgement.text:
                about = f"{labels.hypothesis_mark(hypothesis)} {labels.aspect_word(aspect)}"
                if judgement.level is not None:
                    about = f"{about} ({labels.level_word(judgement.level)})"
                yield _("{name}: {value}").format(name=about, value=judgement.text)


def _reasons(rows: list[tuple[str, str]]) -> Grid:
    head = (cells.words(_("Activity")), cells.words(_("Justification or reason")))
    note = _("○ low hypothesis, ● high hypothesis.")
    return cells.grid("", head, ((cells.words(title), cells.words(words)) for title, words in rows), (32, 68), note)
