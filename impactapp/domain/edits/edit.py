"""The shape of an edit, and the ways to replace one part of a study."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Profession, Task
from impactapp.domain.study import Study


class EditKind(StrEnum):
    """What an edit does: its undo text and its name in the log."""

    SET_TITLE = "set_title"
    SET_ESTABLISHMENT = "set_establishment"
    SET_AUTHORS = "set_authors"
    SET_PURPOSE = "set_purpose"
    SET_DAY = "set_day"
    SET_RULE = "set_rule"
    SET_WEIGHTING = "set_weighting"
    SET_DEFINITION = "set_definition"
    ADD_PROFESSION = "add_profession"
    REMOVE_PROFESSION = "remove_profession"
    MOVE_PROFESSION = "move_profession"
    RENAME_PROFESSION = "rename_profession"
    SET_CATEGORY = "set_category"
    SET_HEADCOUNT = "set_headcount"
    SET_FTE = "set_fte"
    ADD_TASKS = "add_tasks"
    REMOVE_TASKS = "remove_tasks"
    MOVE_TASKS = "move_tasks"
    RENAME_TASK = "rename_task"
    SPLIT_TASK = "split_task"
    MERGE_TASKS = "merge_tasks"
    SET_SHARES = "set_shares"
    RATE = "rate"
    DECIDE = "decide"
    CLEAR_RATING = "clear_rating"
    JUSTIFY = "justify"
    PASTE_RATINGS = "paste_ratings"
    ACCEPT_PROPOSALS = "accept_proposals"
    RESTORE = "restore"
    SET_EXPOSURE_RULE = "set_exposure_rule"
    ADD_SKILLS = "add_skills"
    REMOVE_SKILLS = "remove_skills"
    MOVE_SKILL = "move_skill"
    RENAME_SKILL = "rename_skill"
    DESCRIBE_SKILL = "describe_skill"
    SET_SKILL = "set_skill"
    SET_LINKS = "set_links"
    SET_VALIDATED = "set_validated"
    ADD_BARRIER = "add_barrier"
    REMOVE_BARRIERS = "remove_barriers"
    SET_BARRIER = "set_barrier"
    ADD_SITTING = "add_sitting"
    REMOVE_SITTING = "remove_sitting"
    SET_SITTING = "set_sitting"
    SET_PROTOCOL = "set_protocol"
    SET_GROUP = "set_group"
    SET_POSITIONS = "set_positions"
    SET_SURVEY = "set_survey"
    COUNT_VOTES = "count_votes"
    CAST_BALLOTS = "cast_ballots"
    OPEN_URN = "open_urn"
    NEW_ROUND = "new_round"
    PARK = "park"
    SETTLE = "settle"
    SET_DISSENT = "set_dissent"
    SET_NOTE = "set_note"
    SPEND_TIME = "spend_time"
    RESET_VOTES = "reset_votes"
    DECIDE_IN_SITTING = "decide_in_sitting"
    IMPORT = "import"
    ADD_UNIT = "add_unit"
    REMOVE_UNITS = "remove_units"
    SET_UNIT = "set_unit"
    SET_STAFF = "set_staff"
    TAKE_SUMS = "take_sums"
    SET_CENSUS = "set_census"
    REMOVE_CENSUS = "remove_census"
    ADD_SCENARIO = "add_scenario"
    REMOVE_SCENARIO = "remove_scenario"
    SET_SCENARIO = "set_scenario"
    SET_DIFFERENCE = "set_difference"
    RATE_TOGETHER = "rate_together"


Change = Callable[[Study], Study]


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to make.

    ``subject`` is the title, in the user's words, of what is changed; consecutive edits with one ``merge_key`` undo
    as one.
    """

    kind: EditKind
    change: Change
    subject: str = ""
    merge_key: tuple[str, ...] | None = None


def replace_profession(study: Study, profession_id: str, change: Callable[[Profession], Profession]) -> Study:
    """The study with one profession changed; itself when the change changes nothing."""
    index = study.index_of(profession_id)
    if index < 0:
        raise EditError(Problem.UNKNOWN_PROFESSION)
    before = study.professions[index]
    after = change(before)
    if after == before:
        return study
    professions = (*study.professions[:index], after, *study.professions[index + 1 :])
    return replace(study, professions=professions)


def replace_task(study: Study, task_id: str, change: Callable[[Task], Task]) -> Study:
    """The study with one task changed; itself when the change changes nothing."""
    profession, index = find_task(study, task_id)
    before = profession.tasks[index]
    after = change(before)
    if after == before:
        return study
    tasks = (*profession.tasks[:index], after, *profession.tasks[index + 1 :])
    return replace_profession(study, profession.id, lambda found: replace(found, tasks=tasks))


def find_task(study: Study, task_id: str) -> tuple[Profession, int]:
    """The profession that holds a task and its position there; refuses an unknown id."""
    for profession in study.professions:
        index = profession.index_of(task_id)
        if index >= 0:
            return profession, index
    raise EditError(Problem.UNKNOWN_TASK)
