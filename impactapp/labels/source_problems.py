"""The sentences of official files that cannot be read, and of their lines that are left out."""

from impactapp.domain.problems import Problem
from impactapp.i18n import _


def source_problems() -> dict[Problem, str]:
    """What each refusal says: what, where, and what to do."""
    return {
        Problem.SOURCE_FOLDER: _(
            "“{file}” holds no official file that is read here: choose the files of the SAE (SYGEN, ID), of the ROME "
            "or of the ILO, as they were published."
        ),
        Problem.DROPPED_WITHOUT_STUDY: _("“{file}” is for a study: open one or create one, then drop the file again."),
        Problem.SOURCE_NOTHING_DROPPED: _(
            "“{file}” holds no workbook and no official file: drop the files themselves."
        ),
        Problem.SOURCE_ARCHIVE: _(
            "“{file}” is an archive that is damaged, protected or no .zip: unpack it and choose the files inside."
        ),
        Problem.SOURCE_CLOSED: _(
            "“{file}” may not be read in {folder}: close the program that holds it, or copy it where you may read it."
        ),
        Problem.SOURCE_EMPTY: _("“{file}” has no line that can be read: choose it as it was published."),
        Problem.SOURCE_QUOTE: _(
            "“{file}” opens a quotation mark at line {line} and never closes it: choose it as it was published."
        ),
        Problem.SOURCE_GONE: _("“{file}” is no longer in {folder}: choose the file again, or forget it."),
        Problem.SOURCE_CHANGED: _("“{file}” changed since it was last read: read it again, or choose another file."),
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
