"""The sentences about a hospital's own template that cannot be used."""

from impactapp.domain.problems import Problem
from impactapp.i18n import _


def template_problems() -> dict[Problem, str]:
    """What each refusal of a template says: what, where, and what to do."""
    return {
        Problem.TEMPLATE_MISSING: _(
            "The template “{file}” is not in {folder}: choose another one, or go back to the application’s."
        ),
        Problem.TEMPLATE_NOT_FOR_FORM: _(
            "“{file}” cannot be the template of a {form} file: give a folder, or a file that ends with {form}."
        ),
        Problem.TEMPLATE_SEVERAL: _(
            "The template folder “{file}” holds several files for one form: keep one of {names}."
        ),
    }
