"""The sentences of files of ours that cannot be opened or written."""

from impactapp.domain.problems import Problem
from impactapp.i18n import _


def file_problems() -> dict[Problem, str]:
    """What each refusal of the store says: what, where, and what to do."""
    return {
        Problem.FILE_MISSING: _("“{file}” does not exist in {folder}: check the name and the folder."),
        Problem.FILE_NOT_A_STUDY: _("“{file}” is not a study of impactapp: choose an .impact file."),
        Problem.FILE_FOREIGN_DATABASE: _("“{file}” is a database of another program: choose an .impact file."),
        Problem.FILE_DAMAGED: _("“{file}” is damaged: go back to a backup, or recover what can still be read."),
        Problem.FILE_DAMAGED_ALONE: _(
            "“{file}” is damaged, and no backup of it is known: recover what can still be read."
        ),
        Problem.FILE_NEWER: _("“{file}” was written by a newer version of impactapp: update to read it."),
        Problem.FILE_EXISTS: _("“{file}” already exists: choose another name."),
        Problem.FILE_VANISHED: _(
            "“{file}” is no longer in {folder}, or another program changed it: save a copy of the study elsewhere."
        ),
        Problem.FOLDER_MISSING: _("The folder {path} does not exist: create it, or choose another one."),
        Problem.FOLDER_READ_ONLY: _("“{file}” cannot be written in {folder}: choose a folder where you may write."),
        Problem.DISK_FULL: _(
            "The disk is full: “{file}” was left as it was; make room and try again, or write to another disk."
        ),
        Problem.DISK_ERROR: _(
            "“{file}” could not be read or written in {folder}: check the disk or the network share, then try again."
        ),
        Problem.SQLITE_TOO_OLD: _("SQLite {version} is too old for impactapp: install {needed} or later."),
        Problem.CATALOG_WRONG_FIELD: _("“{file}”, line {line}: the field “{field}” is wrong; correct it."),
        Problem.CATALOG_UNREADABLE: _("“{file}”, line {line}: this catalogue file cannot be read; correct it."),
        Problem.CATALOG_UNKNOWN_CODE: _(
            "“{code}” is not a profession of the catalogue: “impactapp catalog” lists the codes."
        ),
        Problem.NO_DISPLAY: _(
            "There is no display to open a window: write the study to a file with “impactapp demo --out STUDY.impact”."
        ),
        Problem.NO_WINDOW_LIBRARY: _(
            "PySide6, which draws the window, is not installed here: write the study to a file with "
            "“impactapp demo --out STUDY.impact”."
        ),
        Problem.CANCELLED: _("Cancelled: nothing has changed."),
    }
