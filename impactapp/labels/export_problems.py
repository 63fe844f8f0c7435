"""The sentences of exports and imports that are refused."""

from impactapp.domain.problems import Problem
from impactapp.i18n import _


def export_problems() -> dict[Problem, str]:
    """What each refusal of an export or import says: what, where, and what to do."""
    return {
        Problem.TARGET_UNWRITABLE: _("“{file}” cannot be written in {folder}: choose a folder where you may write."),
        Problem.TARGET_OPEN_ELSEWHERE: _(
            "“{file}” is open in another program: close it there, or choose another file."
        ),
        Problem.TARGET_FORMAT_UNKNOWN: _(
            "“{file}”: this format is not known; end the name with .pdf, .docx, .pptx, .zip, .xlsx, .csv, .json, "
            ".png or .svg."
        ),
        Problem.CHART_UNKNOWN: _("There is no chart “{name}”: choose among {names}."),
        Problem.CHART_NAME_MISSING: _("Say which chart to draw with --chart: {names}."),
        Problem.CHART_EMPTY: _(
            "The chart “{name}” has nothing to show yet: complete what it is about first (ratings, FTE, scenario, "
            "skills)."
        ),
        Problem.PROFESSION_NAME_MISSING: _("Say which profession to draw with --profession: {names}."),
        Problem.PROFESSION_NAME_UNKNOWN: _("There is no profession “{name}” in the study: choose among {names}."),
        Problem.PROFESSION_NAME_SHARED: _(
            "Several professions have the code “{name}”: choose one by its title: {names}."
        ),
        Problem.JSON_UNREADABLE: _("“{file}”, line {line}: this is not valid JSON; correct it."),
        Problem.JSON_WRONG_FIELD: _("“{file}”: the field “{field}” is missing or wrong; correct it."),
        Problem.JSON_FIELD_REFUSED: _("“{file}”: the field “{field}” is refused. {reason}"),
        Problem.JSON_FIELD_UNKNOWN: _("“{file}”: the field “{field}” is not known; remove it or correct its name."),
        Problem.JSON_FIELD_TWICE: _("“{file}”: the field “{field}” is there twice; keep one of them."),
        Problem.JSON_OUT_OF_RANGE: _(
            "“{file}”: the field “{field}” is {text}, which is not from 0 to {most}; correct it."
        ),
        Problem.JSON_NEWER: _("“{file}” was written by a newer version of impactapp: update to read it."),
    }
