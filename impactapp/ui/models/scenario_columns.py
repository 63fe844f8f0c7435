"""The columns of the table of scenarios: what each cell shows, and what is typed in it."""

from dataclasses import replace
from enum import IntEnum
from uuid import uuid4

from impactapp import labels
from impactapp.domain.edits import scenarios as edits
from impactapp.domain.edits.edit import Edit
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.quantities import parse_share
from impactapp.domain.rule import SHIPPED_RULES, Rule
from impactapp.domain.scenario import Adoption, Cost, Scenario
from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.labels import scenarios as words

STUDY_RULE = ""


class ScenarioColumn(IntEnum):
    """The columns, from left to right."""

    TITLE = 0
    HORIZON = 1
    ADOPTION = 2
    RULE = 3
    CONTROL = 4
    TRAINING = 5
    DRILLS = 6
    DEPARTURES = 7


COSTS = {
    ScenarioColumn.CONTROL: Cost.CONTROL,
    ScenarioColumn.TRAINING: Cost.TRAINING,
    ScenarioColumn.DRILLS: Cost.DRILLS,
}
CHOSEN = (ScenarioColumn.ADOPTION, ScenarioColumn.RULE)
PARTS = (*COSTS, ScenarioColumn.DEPARTURES)
NUMBERS = (ScenarioColumn.HORIZON, *PARTS)


def heading(column: ScenarioColumn) -> str:
    """The words over a column."""
    return (
        _("Scenario"),
        _("Horizon (years)"),
        _("Adoption"),
        _("Rule"),
        _("Human control"),
        _("Training"),
        _("Practice for downtime"),
        _("Departures a year"),
    )[column]


def heading_tip(column: ScenarioColumn) -> str:
    """What hovering a heading tells: what is typed there, and what it is a part of."""
    if column in COSTS:
        return words.cost_sentence(COSTS[column])
    return {
        ScenarioColumn.TITLE: _("What the group calls the scenario; each name once in a study."),
        ScenarioColumn.HORIZON: _("How many years the scenario looks ahead: 1 to 10."),
        ScenarioColumn.ADOPTION: _(
            "How the tools reach the teams: linear or logistic, both ours, or typed year by year beside the table."
        ),
        ScenarioColumn.RULE: _("The rule by which levels become a rate: the study’s, or another one."),
        ScenarioColumn.DEPARTURES: _(
            "The part of the staff that leaves each year, for any reason; shown beside, never subtracted."
        ),
    }[column]


def choices(column: ScenarioColumn, study: Study | None) -> list[tuple[str, str]]:
    """The codes and words a column offers."""
    if column is ScenarioColumn.ADOPTION:
        return [(one.value, words.adoption_word(one)) for one in Adoption]
    has_own = study is not None and study.custom_rates is not None
    rules = (*SHIPPED_RULES, *((Rule.CUSTOM,) if has_own else ()))
    return [(STUDY_RULE, words.rule_choice(None)), *((rule.value, words.rule_choice(rule)) for rule in rules)]


def part_of(scenario: Scenario, column: ScenarioColumn) -> float | None:
    """The percentage of a column, 0..1."""
    return scenario.departures if column is ScenarioColumn.DEPARTURES else scenario.cost(COSTS[column])


def is_to_set(scenario: Scenario, column: ScenarioColumn) -> bool:
    """Whether a cell waits for the group."""
    return column in PARTS and part_of(scenario, column) is None


def cell_text(scenario: Scenario, column: ScenarioColumn) -> str:
    """What the cell of a scenario reads."""
    if column in PARTS:
        part = part_of(scenario, column)
        return _("to be set") if part is None else labels.share(part)
    return {
        ScenarioColumn.TITLE: scenario.title,
        ScenarioColumn.HORIZON: str(scenario.horizon),
        ScenarioColumn.ADOPTION: words.adoption_word(scenario.adoption),
        ScenarioColumn.RULE: words.rule_choice(scenario.rule),
    }[column]


def cell_input(scenario: Scenario, column: ScenarioColumn) -> str:
    """What is offered when the cell is edited."""
    if column in PARTS:
        return labels.share_input(part_of(scenario, column))
    return {
        ScenarioColumn.TITLE: scenario.title,
        ScenarioColumn.HORIZON: str(scenario.horizon),
        ScenarioColumn.ADOPTION: scenario.adoption.value,
        ScenarioColumn.RULE: STUDY_RULE if scenario.rule is None else scenario.rule.value,
    }[column]


def cell_tip(scenario: Scenario, column: ScenarioColumn, study: Study | None) -> str:
    """What hovering a cell tells."""
    if column is ScenarioColumn.ADOPTION:
        return words.adoption_sentence(scenario.adoption)
    if column is ScenarioColumn.RULE and study is not None:
        return words.rule_used(scenario, study)
    return heading_tip(column) if column in PARTS else cell_text(scenario, column)


def cell_words(scenario: Scenario, column: ScenarioColumn) -> str:
    """What a screen reader says of a cell."""
    if column is ScenarioColumn.TITLE:
        return scenario.title
    return _("{column}: {words}").format(column=heading(column), words=cell_text(scenario, column))


def edit_of(scenario: Scenario | None, column: ScenarioColumn, typed: str) -> Edit | None:
    """What typing in a cell does; nothing in the empty row when nothing was typed. Refuses what cannot be read."""
    if scenario is None:
        return edits.add_scenario(new_scenario(typed)) if typed.strip() else None
    if typed.strip() == cell_input(scenario, column):
        return None
    return edits.set_scenario(_changed(scenario, column, typed.strip()))


def parse_part(typed: str) -> float | None:
    """A percentage of whatever its column says, of which a refusal must not say that it is of working time."""
    try:
        return parse_share(typed)
    except EditError as refusal:
        if refusal.problem is not Problem.SHARE_OUT_OF_RANGE:
            raise
        raise EditError(Problem.PART_OUT_OF_RANGE, text=typed.strip()) from refusal


def lost_years(before: Scenario, after: Scenario | None, meant: int = 0) -> str:
    """That years of a typed curve went with a change, beside those that were meant; empty where none did."""
    lost = 0 if after is None else len(before.stated) - len(after.stated) - meant
    if lost <= 0:
        return ""
    return ngettext(
        "The adoption of {count} year after it was cleared too: undo brings it back.",
        "The adoption of {count} years after it was cleared too: undo brings them back.",
        lost,
    ).format(count=lost)


def new_scenario(title: str) -> Scenario:
    """One with nothing assumed: neither what takes time back, nor departures, nor shares of the uses proposed."""
    return Scenario(str(uuid4()), title, uses=words.proposed_uses())


def _changed(scenario: Scenario, column: ScenarioColumn, typed: str) -> Scenario:
    if column in COSTS:
        return scenario.with_cost(COSTS[column], parse_part(typed))
    if column is ScenarioColumn.DEPARTURES:
        return replace(scenario, departures=parse_part(typed))
    if column is ScenarioColumn.HORIZON:
        return replace(scenario, horizon=_years(typed))
    if column is ScenarioColumn.ADOPTION:
        return replace(scenario, adoption=Adoption(typed))
    if column is ScenarioColumn.RULE:
        return replace(scenario, rule=None if typed == STUDY_RULE else Rule(typed))
    return replace(scenario, title=typed)


def _years(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) < 10):
        raise EditError(Problem.HORIZON_OUT_OF_RANGE, text=typed or "0")
    return int(typed)
