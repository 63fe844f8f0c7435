"""The sentences of refusals about skills and measures."""

from impactapp.domain.intensities import MONTH_HOURS, TEAM_HOURS_LIMIT
from impactapp.domain.problems import Problem
from impactapp.i18n import _
from impactapp.labels.numbers import headcount


def skill_problems() -> dict[Problem, str]:
    """What each refusal says: what, and what to do."""
    return {
        Problem.UNKNOWN_SKILL: _("This skill is no longer in the profession: choose another one."),
        Problem.UNKNOWN_LINK: _(
            "This activity is not linked to the skill: give the link an intensity from 1 to 3 first."
        ),
        Problem.UNKNOWN_BARRIER: _("This measure is no longer in the profession: choose another one."),
        Problem.INTENSITY_OUT_OF_RANGE: _("“{text}” is not an intensity: write 0, 1, 2 or 3."),
        Problem.HOURS_OUT_OF_RANGE: _hours(),
        Problem.BARRIER_WITHOUT_MECHANISM: _(
            "“{title}”: say what the measure works against, atrophy, non-acquisition or both."
        ),
        Problem.REVIEW_BEFORE_START: _("“{title}”: the review comes before the start; change one of the two dates."),
        Problem.REVIEW_IN_THE_PAST: _("“{title}”: the review date is past; choose today or a later day."),
        Problem.SKILL_NAME_UNKNOWN: _("There is no skill “{name}” in this profession; its skills: {names}."),
    }


def _hours() -> str:
    sentence = _(
        "“{text}” is not a number of hours a month: write more than 0 and at most {month} hours of practice, or from 0 "
        "to {team} hours of team time."
    )
    return sentence.replace("{month}", headcount(MONTH_HOURS)).replace("{team}", headcount(TEAM_HOURS_LIMIT))
