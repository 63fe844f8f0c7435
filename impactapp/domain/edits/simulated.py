"""Edits of a replay: made-up votes, which mark their sitting as simulated, and all of it taken back."""

from collections.abc import Mapping
from dataclasses import replace

from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.edits.votes import count_hands, new_round, reset_votes
from impactapp.domain.edits.workshop import replace_sitting, require_sitting
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Study
from impactapp.domain.workshop import Counts, Question, Sitting

Made = Mapping[tuple[Question, str], Counts]


def simulate_votes(sitting: Sitting, task_id: str, made: Made, subject: str = "", *, again: bool = False) -> Edit:
    """Count made-up votes by question and group, in a new round with ``again``; only a training sitting takes them."""

    def change(study: Study) -> Study:
        if not require_sitting(study, sitting.id).is_training:
            raise EditError(Problem.TRAINING_NEEDS_DEMONSTRATION)
        kept = replace_sitting(study, sitting.id, lambda found: replace(found, is_simulated=True))
        if again:
            kept = new_round(sitting, task_id).change(kept)
        for (question, group_id), counts in made.items():
            kept = count_hands(sitting, task_id, question, group_id, counts).change(kept)
        return kept

    return Edit(EditKind.NEW_ROUND if again else EditKind.COUNT_VOTES, change, subject)


def replay_again(sitting: Sitting) -> Edit:
    """Take back all that was voted in a training sitting: what follows may be voted by people again."""

    def change(study: Study) -> Study:
        kept = reset_votes(sitting).change(study)
        return replace_sitting(kept, sitting.id, lambda found: replace(found, is_simulated=False))

    return Edit(EditKind.RESET_VOTES, change, sitting.title)
