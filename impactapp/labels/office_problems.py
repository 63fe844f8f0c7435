"""The sentences about a template of Word or PowerPoint that cannot be opened."""

from impactapp.domain.problems import Problem
from impactapp.i18n import _


def office_problems() -> dict[Problem, str]:
    """What each refusal says: what, and what to do."""
    return {
        Problem.OFFICE_TEMPLATE_OLD: _(
            "The template “{file}” is in an old format (.doc, .ppt): save it as .docx or .pptx, and choose that file."
        ),
        Problem.OFFICE_TEMPLATE_PROTECTED: _(
            "The template “{file}” is protected by a password: save it without one, and choose that file."
        ),
        Problem.OFFICE_TEMPLATE_DAMAGED: _(
            "The template “{file}” is damaged: open it in its own program, save it again, or choose another one."
        ),
        Problem.OFFICE_TEMPLATE_TOO_LARGE: _(
            "The template “{file}” is too large (30 MB at most, 150 MB unpacked): make its pictures smaller."
        ),
        Problem.OFFICE_TEMPLATE_WITH_MACROS: _(
            "The template “{file}” has macros, which are not taken: save it without macros as .docx or .pptx."
        ),
        Problem.OFFICE_TEMPLATE_FOREIGN: _(
            "“{file}” is no template for this document: choose a .docx or .dotx file for Word, a .pptx or .potx file "
            "for PowerPoint."
        ),
        Problem.OFFICE_TEMPLATE_WITHOUT_TITLE: _(
            "The template “{file}” has no layout with a title: add one in its slide master, or choose another template."
        ),
    }
