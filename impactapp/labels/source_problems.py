"""The sentences of official files that cannot be read, and of their lines that are left out."""

from impactapp.domain.problems import Problem
from impactapp.i18n import _


def source_problems() -> dict[Problem, str]:
    """What each refusal says: what, where, and what to do."""
    return {
        Problem.SOURCE_WORKBOOK_OLD: _(
            "“{file}” is protected or an old Excel file (.xls): save it as .xlsx, without a password, and try again."
        ),
        Problem.SOURCE_WORKBOOK_DAMAGED: _("“{file}” is damaged or no workbook: choose it as it was published."),
        Problem.ROME_OLDER_FORMAT: _(
            "“{file}” is not of ROME 4.0 (an older ROME, or another file): choose the tree (.xlsx), the list of codes "
            "or the statements (.csv) of ROME 4.0, as published by France Travail."
        ),
        Problem.ROME_LINE_WITHOUT_CODE: _("“{text}” has no code of ROME: the line was left out."),
        Problem.ILO_COLUMNS_MISSING: _(
            "“{file}” lacks columns ({names}): choose the workbook of ILO Working Paper 140 (2025) as it was published."
        ),
        Problem.ILO_TASK_WITHOUT_TEXT: _("The task {text} has no text: it was left out."),
        Problem.ILO_LINE_WITHOUT_SCORE: _("The task {text} has no code or no score: it was left out."),
    }
