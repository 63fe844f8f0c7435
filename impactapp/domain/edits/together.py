"""Rating an activity that several professions share: the same rating for all of them, when the group says so."""

from dataclasses import replace

from impactapp.domain.analysis.shared_tasks import elsewhere
from impactapp.domain.edits.edit import Edit, EditKind, find_task, replace_task
from impactapp.domain.profession import Task
from impactapp.domain.study import Study


def rate_together(task_id: str, subject: str = "") -> Edit:
    """Give what was said of an activity, levels and words under both hypotheses, to the same one of each profession.

    Nothing binds them afterwards: each can be rated apart again.
    """

    def change(study: Study) -> Study:
        profession, index = find_task(study, task_id)
        rated = profession.tasks[index]

        def as_rated(task: Task) -> Task:
            return replace(task, low=rated.low, high=rated.high)

        for place in elsewhere(study, rated):
            study = replace_task(study, place.task.id, as_rated)
        return study

    return Edit(EditKind.RATE_TOGETHER, change, subject)
