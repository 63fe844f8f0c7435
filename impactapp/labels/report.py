"""The sentences of the dossier that nothing else says: the method step by step, what figures show, what was counted."""

from collections.abc import Sequence
from datetime import date

from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.domain.level import Level
from impactapp.domain.skill import Barrier, BarrierState
from impactapp.i18n import _, ngettext
from impactapp.labels.numbers import day, fte, fte_figures, percent_range
from impactapp.labels.sentences import headline, missing_sentence
from impactapp.labels.skill_sentences import skill_sentence
from impactapp.labels.skill_words import state_word
from impactapp.labels.words import level_word

_MOST_TOLD = 12


def method_title() -> str:
    """What every dossier is, under its title."""
    return _("AI and the professions of a hospital, after the method of Institut Montaigne (2019)")


def method_source() -> str:
    """Where the method was published."""
    return _(
        "David Gruson, Adrien Deudon, Laure Millet, “IA et emploi en santé : quoi de neuf docteur ?”, note, "
        "Institut Montaigne with Ethik-IA, January 2019."
    )


def independence() -> str:
    """Whose this is not."""
    return _("Independent project, not affiliated with Institut Montaigne.")


def method_dialogue() -> str:
    """Who rates, as the note wants it, before its steps."""
    return _(
        "The note wants the rating to be made in social dialogue: representatives of patients, professionals, social "
        "partners. Its six steps:"
    )


def steps_source() -> str:
    """Where the steps were read."""
    return _("Steps as quoted from the note by lecardiologue.com, 2019.")


def method_steps() -> tuple[str, ...]:
    """The six steps of the note; ``steps_source`` says where they were read."""
    return (
        _("List the staff by professional category."),
        _("List the professions of these categories."),
        _("Identify the activities and tasks of each profession."),
        _(
            "Determine how far AI could substitute for each activity, at three levels (high, medium, low), from the "
            "maturity of the market, social acceptability and return on investment."
        ),
        _("Measure the substitution rate of the profession."),
        _("Draw up impact scenarios, for the professions studied and on a large scale."),
    )


def method_silences() -> str:
    """What the sources do not say, so that our rules never pass for the note's."""
    return _(
        "The sources read give no percentage for the levels, no definition of the low and high hypotheses, no rule "
        "that combines the three criteria, and no formula from levels to rate or from rate to FTE: the rules below "
        "are those of this application or of the group, and are named as such."
    )


def proposal_rule() -> str:
    """How a level is proposed; ours."""
    return _(
        "The level that follows from the three criteria is their median, capped by maturity (rule of this "
        "application). The group decides, and says why where its decision differs."
    )


def exposed_meaning() -> str:
    """What the working time exposed is."""
    return _(
        "Rate × FTE of the profession, from the low to the high hypothesis: working time that "
        "AI could take on, an order of magnitude. What is done with it is another decision."
    )


def exposed_sentence() -> str:
    """The same where nothing names it."""
    return _("{name}: {value}").format(name=_("Working time exposed"), value=exposed_meaning())


def across_rules_meaning() -> str:
    """What the interval across rules is."""
    return _(
        "From the least rate under the low hypothesis to the greatest under the high one, over all the "
        "rules: what the choice of a rule changes."
    )


def study_headline(results: Results) -> str:
    """« 3 métiers, 30 activités. Temps de travail exposé : 12 à 18 ETP sur 30. », or what is missing to know it."""
    found = results.professions
    if not found:
        return _("The study has no profession yet.")
    tasks = sum(len(one.tasks) for one in found)
    said = _("{professions}, {activities}.").format(
        professions=ngettext("{count} profession", "{count} professions", len(found)).format(count=len(found)),
        activities=ngettext("{count} activity", "{count} activities", tasks).format(count=tasks),
    )
    return f"{said} {_exposed(results)}"


def _exposed(results: Results) -> str:
    known = [one for one in results.professions if None not in (one.fte_exposed.low, one.fte_exposed.high)]
    if not known:
        return _("The working time exposed cannot be known yet.")
    total = sum(one.profession.fte or 0 for one in known)
    said = _("Working time exposed: {figures} FTE out of {total}").format(
        figures=fte_figures(results.fte_exposed, total), total=fte(total)
    )
    if len(known) == len(results.professions):
        return f"{said}."
    return _("{said} (known for {known} of {count} professions).").format(
        said=said, known=len(known), count=len(results.professions)
    )


def profession_line(result: ProfessionResult) -> str:
    """A profession in one line: its rate and its exposed time, or what is missing."""
    if result.rate.low is None or result.rate.high is None:
        return _("{name}: {value}").format(name=result.profession.title, value=missing_sentence(result))
    said = percent_range(result.rate)
    if result.fte_exposed.high is not None:
        figures = fte_figures(result.fte_exposed, result.profession.fte)
        said = _("{said}, {figures} FTE exposed").format(said=said, figures=figures)
    return _("{name}: {value}").format(name=result.profession.title, value=said)


def portfolio_words(results: Results) -> str:
    """The figure of the professions in words."""
    told = [profession_line(one) for one in results.professions[:_MOST_TOLD]]
    return _told(
        _("Substitution rate of each profession, from the low to the high hypothesis."), told, len(results.professions)
    )


def interval_words(result: ProfessionResult) -> str:
    """The figure of the activities in words."""
    told = [
        _("{name}: {value}").format(name=one.task.title, value=_levels(one.low.substitution, one.high.substitution))
        for one in result.tasks[:_MOST_TOLD]
    ]
    first = _("Decided level of each activity, from the low hypothesis (open circle) to the high one (filled circle).")
    return _told(f"{first} {headline(result)}", told, len(result.tasks))


def skill_map_words(result: ProfessionResult) -> str:
    """The map of the skills in words."""
    told = [
        _("{name}: {value}").format(name=one.skill.title, value=skill_sentence(one))
        for one in result.skills[:_MOST_TOLD]
    ]
    first = _("Skills by exposure and criticality under the high hypothesis, before and after the measures.")
    return _told(first, told, len(result.skills))


def others_words(count: int) -> str:
    """« … et 42 autres métiers »."""
    return ngettext("… and {count} other profession", "… and {count} other professions", count).format(count=count)


def measures_sentence(barriers: Sequence[Barrier]) -> str:
    """« 3 mesures : 1 décidée, 2 en place. »."""
    if not barriers:
        return _("No measure is recorded.")
    states = [barrier.state for barrier in barriers]
    counted = [
        _("{state}: {count}").format(state=state_word(state).lower(), count=states.count(state))
        for state in BarrierState
        if state in states
    ]
    said = ngettext("{count} measure", "{count} measures", len(barriers)).format(count=len(barriers))
    return _("{measures} ({states}).").format(measures=said, states=", ".join(counted))


def next_review(barriers: Sequence[Barrier], today: date) -> str:
    """The first review date of the measures to come, and how many are overdue; or that none is set."""
    due = sorted(one.review for one in barriers if one.review and one.state is not BarrierState.ABANDONED)
    coming, past = [one for one in due if one >= today], [one for one in due if one < today]
    said = (
        _("Next review: {day} (first review date of the measures).").format(day=day(coming[0]))
        if coming
        else _("Next review: no date is set in the study; to be set here: …… / …… / …………")
    )
    if not past:
        return said
    overdue = ngettext("{count} review date is past.", "{count} review dates are past.", len(past))
    return f"{overdue.format(count=len(past))} {said}"


def _levels(low: Level | None, high: Level | None) -> str:
    if low == high:
        return level_word(low)
    return _("{low} to {high}").format(low=level_word(low), high=level_word(high))


def _told(first: str, told: list[str], count: int) -> str:
    left = count - len(told)
    more = [ngettext("… and {count} other.", "… and {count} others.", left).format(count=left)] if left else []
    return "\n".join((first, *told, *more))
