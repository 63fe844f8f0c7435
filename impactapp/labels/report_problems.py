"""The sentences about the house of the dossier, ``charte.toml``, that cannot be used."""

from impactapp.domain.problems import Problem
from impactapp.i18n import _


def report_problems() -> dict[Problem, str]:
    """What each refusal of a house says: file, field, and what to do."""
    return {
        Problem.HOUSE_UNREADABLE: _(
            "“{file}”, line {line}: this line is not understood; write it as in the file of the application."
        ),
        Problem.HOUSE_FIELD_UNKNOWN: _("“{file}”: the field “{field}” is not known; the fields are {names}."),
        Problem.HOUSE_FIELD_WRONG: _(
            "“{file}”: the field “{field}” is wrong ({text}); its comment says what may stand there."
        ),
        Problem.HOUSE_COLOUR_ILLEGIBLE: _(
            "“{file}”: the colour {text} of the field “{field}” would be hard to read; take for example {proposed}."
        ),
        Problem.HOUSE_LOGO_MISSING: _(
            "“{file}”: the field “{field}” names “{text}”, which is not in the folder; put it there or leave it empty."
        ),
        Problem.HOUSE_LOGO_BROKEN: _(
            "“{file}”: the field “{field}” names “{text}”, which cannot be drawn; take an SVG, PNG or JPEG under 2 MB."
        ),
    }
