"""The sentences of refusals about units, their staff and scenarios."""

from impactapp.domain.edits.staff import CENSUS_YEARS
from impactapp.domain.problems import Problem
from impactapp.domain.quantities import LARGEST_HEADCOUNT
from impactapp.domain.scenario import HORIZONS
from impactapp.i18n import _
from impactapp.labels.numbers import headcount


def staff_problems() -> dict[Problem, str]:
    """What each refusal says: what, and what to do."""
    return {
        Problem.UNKNOWN_UNIT: _("This site or service is no longer in the study: choose another one."),
        Problem.SITE_IN_A_SITE: _("“{title}” is a site, and a site stands in no other: make it a service first."),
        Problem.STAFF_OUT_OF_RANGE: _("“{{text}}” is no number of staff: write a number from 0 to {most}.").format(
            most=headcount(LARGEST_HEADCOUNT)
        ),
        Problem.YEAR_OUT_OF_RANGE: _("“{{text}}” is not a year of a count: choose one from {first} to {last}.").format(
            first=CENSUS_YEARS[0], last=CENSUS_YEARS[1]
        ),
        Problem.UNKNOWN_SCENARIO: _("This scenario is no longer in the study: choose another one."),
        Problem.HORIZON_OUT_OF_RANGE: _(
            "A horizon of {{text}} years cannot be: choose {least} to {most} years."
        ).format(least=HORIZONS[0], most=HORIZONS[1]),
        Problem.PART_OUT_OF_RANGE: _("“{text}” is not a part of a whole: write 0 to 100%."),
        Problem.USES_ABOVE_WHOLE: _("The uses of the time add up to {total}: lower one of them, 100% is all of it."),
        Problem.ADOPTION_FALLS: _(
            "Adoption falls in year {year}: what teams use stays in use, write at least as much."
        ),
    }
