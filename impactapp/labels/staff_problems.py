"""The sentences of refusals about units, their staff and scenarios."""

from impactapp.domain.edits.staff import CENSUS_YEARS
from impactapp.domain.problems import Problem
from impactapp.domain.quantities import LARGEST_HEADCOUNT
from impactapp.domain.scenario import HORIZONS
from impactapp.i18n import _
from impactapp.labels.numbers import headcount


def staff_problems() -> dict[Problem, str]:
    """What each refusal says: what, and what to do."""
    return scenario_problems() | {
        Problem.UNKNOWN_UNIT: _("This site or service is no longer in the study: choose another one."),
        Problem.SITE_IN_A_SITE: _("“{title}” is a site, and a site stands in no other: make it a service first."),
        Problem.UNITS_ALIKE: _(
            "Without their site, two of its parts would be called “{title}”: give one of them another name first."
        ),
        Problem.STAFF_OUT_OF_RANGE: _("“{{text}}” is no number of staff: write a number from 0 to {most}.").format(
            most=headcount(LARGEST_HEADCOUNT)
        ),
        Problem.YEAR_OUT_OF_RANGE: _("“{{text}}” is not a year of a count: choose one from {first} to {last}.").format(
            first=CENSUS_YEARS[0], last=CENSUS_YEARS[1]
        ),
        Problem.ROLLUP_FORMAT_UNKNOWN: _("“{file}” cannot be written: name a file that ends in .xlsx or .json."),
        Problem.ROLLUP_WITHOUT_STUDIES: _("The folder “{file}” holds no study (.impact): choose another one."),
        Problem.ROLLUP_STUDY_TWICE: _(
            "“{file}” is the same study as “{name}” ({title}), and would count twice: leave one of them out."
        ),
        Problem.ROLLUP_OVER_A_STUDY: _(
            "“{file}” is one of the studies that were read: a roll-up is never written over a study, name another file."
        ),
        Problem.ROLLUP_SAME_UNCLEAR: _("“{text}” does not say what is the same as what: write “Title A=Title B”."),
        Problem.ROLLUP_TITLE_UNKNOWN: _(
            "No two professions of these studies are called as in “{text}”: write both titles as the studies have them."
        ),
        Problem.HISTORY_MISSING: _(
            "“{file}” keeps no log of what it was, as after a rescue: there is no other day to compare with."
        ),
        Problem.HISTORY_TOO_SHORT: _("The log of “{file}” leads back to {day}: choose that day or a later one."),
        Problem.SOURCE_UNKNOWN: _(
            "“{file}” is none of the official files that are read here: choose one of the SAE (SYGEN, ID), of the "
            "ROME or of the ILO, as it was published."
        ),
        Problem.SOURCE_TOO_LARGE: _("“{file}” is larger than any official file: choose it as it was published."),
        Problem.SOURCE_DELIMITER: _(
            "“{file}” does not separate its values by semicolons: choose the file as it was published."
        ),
        Problem.SOURCE_COLUMNS_MISSING: _(
            "“{file}” lacks columns ({names}): it is of another year or was changed; choose the file of 2024."
        ),
        Problem.SOURCE_LINE_CUT: _("The line is cut or has more values than columns: it was left out."),
        Problem.SAE_WITHOUT_NUMBERS: _(
            "These files name establishments without their staff: add the file SYGEN of the same year."
        ),
        Problem.SAE_SEVERAL_YEARS: _("The files are of several years ({names}): choose those of one year."),
        Problem.SAE_UNKNOWN_FINESS: _("No establishment with the FINESS number “{text}”: search by its name."),
        Problem.SAE_LINE_TWICE: _("The establishment “{text}” is there twice: its first line was kept."),
        Problem.SAE_LINE_WITHOUT_NUMBER: _("A number of the establishment “{text}” cannot be read: it was left out."),
    }


def scenario_problems() -> dict[Problem, str]:
    """What the refusals about scenarios say."""
    return {
        Problem.UNKNOWN_SCENARIO: _("This scenario is no longer in the study: choose another one."),
        Problem.SCENARIO_NAME_UNKNOWN: _("There is no scenario “{name}” in the study; its scenarios: {names}."),
        Problem.HORIZON_OUT_OF_RANGE: _(
            "“{{text}}” cannot be a horizon: write a whole number, from {least} to {most} years."
        ).format(least=HORIZONS[0], most=HORIZONS[1]),
        Problem.PART_OUT_OF_RANGE: _("“{text}” is not a part of a whole: write 0 to 100%."),
        Problem.USES_ABOVE_WHOLE: _("The uses of the time add up to {total}: lower one of them, 100% is all of it."),
        Problem.ADOPTION_FALLS: _(
            "Adoption falls in year {year}: what teams use stays in use, write at least as much."
        ),
    }
