"""The name of each edit, for undo, redo and the log."""

from impactapp.domain.edits.edit import EditKind
from impactapp.i18n import _


def edit_words(kind: str, subject: str = "") -> str:
    """« Coter : Tenue à jour… » from an edit kind of the log, with ``undo:`` or ``redo:`` before it or not."""
    way, _colon, name = kind.rpartition(":")
    known = _names().get(name, name)
    words = _("{edit}: {subject}").format(edit=known, subject=subject) if subject else known
    if way == "undo":
        return _("Undo “{edit}”").format(edit=words)
    return _("Redo “{edit}”").format(edit=words) if way == "redo" else words


def _names() -> dict[str, str]:
    return {
        "create": _("Create the study"),
        "salvage": _("Salvage the study"),
        EditKind.SET_TITLE: _("Rename the study"),
        EditKind.SET_ESTABLISHMENT: _("Name the establishment"),
        EditKind.SET_AUTHORS: _("Name the group"),
        EditKind.SET_PURPOSE: _("State the purpose"),
        EditKind.SET_DAY: _("Date the study"),
        EditKind.SET_RULE: _("Choose the rule"),
        EditKind.SET_WEIGHTING: _("Choose the weighting"),
        EditKind.SET_DEFINITION: _("Word a definition"),
        EditKind.ADD_PROFESSION: _("Add a profession"),
        EditKind.REMOVE_PROFESSION: _("Remove a profession"),
        EditKind.MOVE_PROFESSION: _("Move a profession"),
        EditKind.RENAME_PROFESSION: _("Rename a profession"),
        EditKind.SET_CATEGORY: _("Choose the category"),
        EditKind.SET_HEADCOUNT: _("State the headcount"),
        EditKind.SET_FTE: _("State the FTE"),
        EditKind.ADD_TASKS: _("Add activities"),
        EditKind.REMOVE_TASKS: _("Remove activities"),
        EditKind.MOVE_TASKS: _("Move activities"),
        EditKind.RENAME_TASK: _("Rename an activity"),
        EditKind.SPLIT_TASK: _("Split an activity"),
        EditKind.MERGE_TASKS: _("Merge activities"),
        EditKind.SET_SHARES: _("State time shares"),
        EditKind.RATE: _("Rate"),
        EditKind.DECIDE: _("Decide"),
        EditKind.CLEAR_RATING: _("Clear a rating"),
        EditKind.JUSTIFY: _("Justify"),
        EditKind.PASTE_RATINGS: _("Paste ratings"),
        EditKind.ACCEPT_PROPOSALS: _("Accept the proposals"),
        EditKind.RATE_TOGETHER: _("Rate together"),
        EditKind.RESTORE: _("Restore a backup"),
        EditKind.IMPORT: _("Take an import"),
        **_skill_names(),
        **_workshop_names(),
        **_staff_names(),
    }


def _skill_names() -> dict[str, str]:
    return {
        EditKind.SET_EXPOSURE_RULE: _("Choose the rates of the exposure"),
        EditKind.ADD_SKILLS: _("Add skills"),
        EditKind.REMOVE_SKILLS: _("Remove skills"),
        EditKind.MOVE_SKILL: _("Move a skill"),
        EditKind.RENAME_SKILL: _("Rename a skill"),
        EditKind.DESCRIBE_SKILL: _("Describe a skill"),
        EditKind.SET_SKILL: _("Change a skill"),
        EditKind.SET_LINKS: _("Link skills and activities"),
        EditKind.SET_VALIDATED: _("Say whether a human validates"),
        EditKind.ADD_BARRIER: _("Add a measure"),
        EditKind.REMOVE_BARRIERS: _("Remove measures"),
        EditKind.SET_BARRIER: _("Change a measure"),
    }


def _workshop_names() -> dict[str, str]:
    return {
        EditKind.ADD_SITTING: _("Add a sitting"),
        EditKind.REMOVE_SITTING: _("Remove a sitting"),
        EditKind.SET_SITTING: _("Change a sitting"),
        EditKind.SET_PROTOCOL: _("Change the protocol"),
        EditKind.SET_GROUP: _("Change the participants"),
        EditKind.SET_POSITIONS: _("Count the self-positioning"),
        EditKind.SET_SURVEY: _("Fill in the satisfaction form"),
        EditKind.COUNT_VOTES: _("Count a show of hands"),
        EditKind.CAST_BALLOTS: _("Cast ballots"),
        EditKind.OPEN_URN: _("Open the urn"),
        EditKind.NEW_ROUND: _("New round"),
        EditKind.PARK: _("Set an activity aside, or take it up again"),
        EditKind.SETTLE: _("Settle an activity, or reopen it"),
        EditKind.SET_DISSENT: _("Record a disagreement"),
        EditKind.SET_NOTE: _("Write a note of the sitting"),
        EditKind.SPEND_TIME: _("Count the time spent"),
        EditKind.RESET_VOTES: _("Reset the votes"),
        EditKind.DECIDE_IN_SITTING: _("Decide in a sitting"),
    }


def _staff_names() -> dict[str, str]:
    return {
        EditKind.ADD_UNIT: _("Add a site or service"),
        EditKind.REMOVE_UNITS: _("Remove sites or services"),
        EditKind.SET_UNIT: _("Change a site or service"),
        EditKind.SET_STAFF: _("State the staff of a site or service"),
        EditKind.TAKE_SUMS: _("Take the sum of the sites and services over"),
        EditKind.SET_CENSUS: _("Take over an official count"),
        EditKind.REMOVE_CENSUS: _("Remove the official count"),
        EditKind.ADD_SCENARIO: _("Add a scenario"),
        EditKind.REMOVE_SCENARIO: _("Remove a scenario"),
        EditKind.SET_SCENARIO: _("Change a scenario"),
        EditKind.SET_DIFFERENCE: _("Say why we differ"),
    }
