"""The outcome of a talk as one edit: the levels decided in the matrix, the reason, and the task settled."""

from collections.abc import Iterable, Mapping, Sequence

from impactapp.domain.analysis.votes import VotedLevels
from impactapp.domain.edits import ratings
from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.edits.ratings import Cell
from impactapp.domain.edits.votes import settle
from impactapp.domain.edits.workshop import require_sitting
from impactapp.domain.level import HYPOTHESES, Aspect, Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Study
from impactapp.domain.workshop import Sitting


def decide_levels(
    sitting: Sitting, task_id: str, levels: Mapping[Cell, Level], reason: str = "", subject: str = ""
) -> Edit:
    """Write what was decided into the matrix, with the reason where one is given, and settle the task.

    A training sitting settles only: the published decisions it is compared with stay.
    """

    def changed(study: Study) -> Study:
        settled = settle(sitting, task_id, settled=True).change(study)
        if require_sitting(study, sitting.id).is_training:
            return settled
        if any(cell.task_id != task_id for cell in levels):
            raise EditError(Problem.UNKNOWN_TASK)
        kept = ratings.paste(dict(levels)).change(settled)
        for cell in _explained(levels, reason):
            kept = ratings.justify(cell, reason).change(kept)
        return kept

    return Edit(EditKind.DECIDE_IN_SITTING, changed, subject)


def _explained(levels: Iterable[Cell], reason: str) -> list[Cell]:
    """The decisions a reason is for; without one, what was written stays."""
    return [cell for cell in levels if cell.aspect is Aspect.SUBSTITUTION] if reason.strip() else []


def cells_of(task_id: str, voted: Sequence[VotedLevels]) -> dict[Cell, Level]:
    """The cells of the matrix that a vote proposes, without those nobody voted."""
    found: dict[Cell, Level] = {}
    for one in voted:
        for hypothesis in HYPOTHESES:
            level = one.under(hypothesis)
            if level is not None:
                found[Cell(task_id, hypothesis, one.aspect)] = level
    return found
