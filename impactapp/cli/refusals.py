"""A refusal as the command line says it: what only the window can do is said to be done there."""

from pathlib import Path

from impactapp import labels
from impactapp.domain.problems import Problem, Refusal
from impactapp.i18n import _


def sentence(refusal: Refusal) -> str:
    """What was refused and what to do, without naming a remedy that no command has."""
    if refusal.problem is Problem.FILE_DAMAGED:
        return _(
            "“{file}” is damaged: open it in the window, which offers to go back to a backup, if there is one, or to "
            "recover what can still be read."
        ).format(file=Path(refusal.values.get("path", "…")).name)
    if refusal.problem is Problem.STUDY_READ_ONLY:
        return _("The study cannot be changed now: close the window that holds it, or make its file writable.")
    return labels.sentence(refusal)
