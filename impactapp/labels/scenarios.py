"""Words of scenarios: settings, years, what weighs most; always this application's calculation, never a forecast."""

import re

from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.scenarios import LEAST_REDEPLOYED, LeftOut, Missing, ScenarioResult, Team, Year
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import Adoption, Cost, Scenario, Use
from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.labels.numbers import UNKNOWN, fte, fte_figures, fte_range, share
from impactapp.labels.rules import rule_word

# a few hundredths under nothing, rounded
_NOTHING = re.compile(r"-0(?![\d,.])")
NOISE = 1e-9


def proposed_uses() -> tuple[Use, ...]:
    """What the time could be for: titles to keep, change or remove, without shares; those are the group's."""
    return Use(_("Reception")), Use(_("Coordination")), Use(_("Absences covered"))


def adoption_word(adoption: Adoption) -> str:
    """The short name of a curve."""
    return {
        Adoption.LINEAR: _("linear"),
        Adoption.LOGISTIC: _("logistic"),
        Adoption.STATED: _("year by year"),
    }[adoption]


def adoption_sentence(adoption: Adoption) -> str:
    """What a curve says, and whose it is."""
    return {
        Adoption.LINEAR: _("Linear curve of this application: the same progress each year, all of it at the horizon."),
        Adoption.LOGISTIC: _(
            "Logistic curve of this application: slow, then fast, then slow again, all of it at the horizon."
        ),
        Adoption.STATED: _("Curve of the group: what is typed for each year; the last year typed holds on."),
    }[adoption]


def cost_word(cost: Cost) -> str:
    """What takes a part of the time back."""
    return {
        Cost.CONTROL: _("human control"),
        Cost.TRAINING: _("staff training"),
        Cost.DRILLS: _("practice for downtime"),
    }[cost]


def cost_sentence(cost: Cost) -> str:
    """What its percentage is a part of."""
    return {
        Cost.CONTROL: _("Human control: the part of the time exposed that is spent on checking what AI produces."),
        Cost.TRAINING: _("Training: the part of the working time of the professions counted, each year."),
        Cost.DRILLS: _(
            "Practice for downtime: the part of the working time of the professions counted, each year, spent on "
            "working without the tools."
        ),
    }[cost]


def rule_used(scenario: Scenario, study: Study) -> str:
    """The rule of a scenario, or that of the study."""
    if scenario.rule is not None:
        return rule_word(scenario.rule)
    return _("the study’s: {rule}").format(rule=rule_word(study.rule))


def rule_choice(rule: Rule | None) -> str:
    """A rule to choose for a scenario."""
    return _("the study’s rule") if rule is None else rule_word(rule)


def years_count(count: int) -> str:
    """« 5 ans »."""
    return ngettext("{count} year", "{count} years", count).format(count=count)


def part_set(part: float | None) -> str:
    """A part that the group sets; nothing stands for it until then."""
    return _("to be set") if part is None else share(part)


def unset_names(scenario: Scenario) -> str:
    """Which settings are missing for a net time, one after the other; empty when none is."""
    curve = [_("adoption year by year")] if scenario.lacks_adoption else []
    return ", ".join((*curve, *(cost_word(cost) for cost in Cost if scenario.cost(cost) is None)))


def unset_sentence(scenario: Scenario) -> str:
    """The same with what it means."""
    names = unset_names(scenario)
    if not names:
        return ""
    if scenario.lacks_adoption:
        words = _("To be set: {names}. Until then neither gross nor net time is known; nothing is assumed.")
    else:
        words = _("To be set: {names}. Until then there is no net time; nothing is assumed.")
    return words.format(names=names)


def nothing_counted(scenario: Scenario, *, has_parts: bool) -> str:
    """Why there is no figure yet, and what to do."""
    if has_parts and scenario.lacks_adoption:
        return _("The adoption is to be typed, year by year: nothing can be counted yet.")
    return _(
        "No profession has both a rate and FTE: nothing can be counted yet. State the FTE of the professions and "
        "finish their rating."
    )


def minus(words: str) -> str:
    """With the sign of a typesetter, and none before nothing: what is taken back can be more than what is exposed."""
    return _NOTHING.sub("0", words).replace("-", "\u2212")


def time_range(interval: Interval, total: float | None = None) -> str:
    """« 2 à 4,5 ETP », also below nothing; a dash when unknown."""
    if interval.low is None or interval.high is None:
        return UNKNOWN
    return minus(fte_range(interval, total))


def time_figures(interval: Interval, total: float | None = None) -> str:
    """The same without the unit."""
    if interval.low is None or interval.high is None:
        return UNKNOWN
    return minus(fte_figures(interval, total))


def amount(number: float | None, total: float | None = None) -> str:
    """« 4,5 », as fine as the total it is part of; a dash when unknown."""
    return minus(fte_figures(Interval(number, number), total))


def headline(result: ScenarioResult) -> str:
    """What a scenario gives at its horizon, in a sentence."""
    last, years = result.last, years_count(result.scenario.horizon)
    if not result.parts or result.scenario.lacks_adoption:
        return nothing_counted(result.scenario, has_parts=bool(result.parts))
    gross = time_range(last.gross, result.fte)
    if result.unset:
        return _("After {years}: {gross} of working time exposed, gross.").format(years=years, gross=gross)
    if _is_under_nothing(last.net.high):
        words = _("After {years}: {gross} of working time exposed, gross; {net} net: none can be freed.")
    else:
        words = _("After {years}: {gross} of working time exposed, gross; {net} that can be freed, net.")
    return words.format(years=years, gross=gross, net=time_range(last.net, result.fte))


def net_caution(result: ScenarioResult) -> str:
    """Where the net time is under nothing: at the horizon, else in the first years; empty where it is not."""
    if _is_under_nothing(result.last.net.high):
        return _("Under both hypotheses control, training and practice take more time than is exposed.")
    if _is_under_nothing(result.last.net.low):
        return _("Under the low hypothesis control, training and practice take more time than is exposed.")
    # adoption never falls: those years come first
    under = sum(_is_under_nothing(year.net.low) for year in result.years)
    if not under:
        return ""
    return ngettext(
        "In the first year control, training and practice take more time than is exposed, at least under the low "
        "hypothesis.",
        "In the first {count} years control, training and practice take more time than is exposed, at least under the "
        "low hypothesis.",
        under,
    ).format(count=under)


def _is_under_nothing(number: float | None) -> bool:
    return number is not None and number < -NOISE


def departures_sentence(result: ScenarioResult) -> str:
    """The departures beside, never subtracted."""
    gone = result.last.departures
    if gone is None:
        return _("Departures are not stated.")
    return _("Departures by then: {gone} FTE; they stand beside, and change nothing of the time exposed.").format(
        gone=amount(gone, result.fte)
    )


def scenario_caution() -> str:
    """Whose calculation it is and how it goes, and what it is not."""
    return _(
        "Calculation of this application. Gross: FTE × rate × adoption. Net: gross − human control − training − "
        "practice for downtime, each set by the group. Working time exposed, then time that can be freed: "
        "no forecast, and no number of posts."
    )


def counted_sentence(result: ScenarioResult, study: Study) -> str:
    """How many professions are counted, with which FTE and rule."""
    words = ngettext(
        "{known} of {count} profession counted, {fte} FTE; rule: {rule}.",
        "{known} of {count} professions counted, {fte} FTE; rule: {rule}.",
        len(study.professions),
    )
    return words.format(
        known=len(result.parts), count=len(study.professions), fte=fte(result.fte), rule=rule_word(result.rule)
    )


def missing_word(why: Missing) -> str:
    """Why a profession is left out."""
    return {
        Missing.RATE: _("its rate is not known: activities are still to be decided"),
        Missing.FTE: _("its FTE are not filled in"),
    }[why]


def left_out_line(left: LeftOut, study: Study) -> str:
    """One profession that is not counted, with the reason."""
    return _("{profession}: {reason}").format(
        profession=_title_of(study, left.profession_id), reason=missing_word(left.why)
    )


def team_title(team: Team, study: Study) -> str:
    """A team: the profession, and its unit where staff is stated by unit."""
    profession = _title_of(study, team.profession_id)
    unit = next((one.title for one in study.staffing.units if one.id == team.unit_id), "")
    return f"{profession}, {unit}" if unit else profession


def small_teams_sentence() -> str:
    """What being small means."""
    return _("Under {least} FTE a team at the horizon, nothing can be redeployed:").format(least=fte(LEAST_REDEPLOYED))


def small_team_line(team: Team, study: Study) -> str:
    """One team with its most time."""
    return _("{team}: {most} FTE at most").format(team=team_title(team, study), most=minus(fte(team.net_high)))


def use_line(title: str, part: float | None, interval: Interval, total: float) -> str:
    """What a part of the time is for."""
    if part is None:
        return _("{use}: share to be set").format(use=title)
    if interval.low is None:
        return _("{use}: {share} of the net time, not known yet").format(use=title, share=share(part))
    if _is_under_nothing(interval.high):
        return _("{use}: {share} of the net time, but none can be freed").format(use=title, share=share(part))
    return _("{use}: {share} of the net time, {time}").format(
        use=title, share=share(part), time=time_range(interval, total)
    )


def year_words(year: Year, total: float) -> str:
    """One year in a sentence."""
    said = _("year {year}: adoption {adoption}, gross {gross}").format(
        year=year.year, adoption=share(year.adopted), gross=time_range(year.gross, total)
    )
    if year.net.low is not None:
        said = _("{said}, net {net}").format(said=said, net=time_range(year.net, total))
    if year.departures is not None:
        said = _("{said}, departures {gone} FTE").format(said=said, gone=amount(year.departures, total))
    return said


def _title_of(study: Study, profession_id: str) -> str:
    profession = study.profession(profession_id)
    return profession.title if profession else profession_id
