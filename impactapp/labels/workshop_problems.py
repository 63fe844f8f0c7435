"""The sentences of refusals about sittings, votes and ballots."""

from impactapp.domain.edits.sitting_gates import LARGEST_GROUP, LEAST_SHOWN_LIMITS, MOST_ROUNDS
from impactapp.domain.problems import Problem
from impactapp.i18n import _
from impactapp.labels.numbers import headcount


def workshop_problems() -> dict[Problem, str]:
    """What each refusal says: what, and what to do."""
    return {
        Problem.UNKNOWN_SITTING: _("This sitting is no longer in the study: choose another one."),
        Problem.UNKNOWN_GROUP: _("This group is no longer in the sitting: choose another one."),
        Problem.GROUP_SIZE_OUT_OF_RANGE: _group_size(),
        Problem.GROUP_HAS_VOTED: _("This group has voted: take its votes back before removing it."),
        Problem.COUNTS_ABOVE_GROUP: _(
            "More votes ({votes}) than persons ({size}): correct the counts, or the size of the group."
        ),
        Problem.SECRET_VOTES_COUNTED: _(
            "{secret} persons of this group voted in secret and {votes} hands are more than the {size} persons it has: "
            "count the other hands only, or open a new round."
        ),
        Problem.MERGE_OF_VOTED: _("“{title}” was voted in a sitting: merge it in the window, as another activity."),
        Problem.VOTES_OF_NOBODY: _(
            "The secret votes told in the total are not as many as the groups gave: correct the counts."
        ),
        Problem.COUNT_NEGATIVE: _("“{text}” is not a count: write a whole number from 0."),
        Problem.SCOPE_IN_USE: _(
            "Votes were cast in this sitting: what is voted can no longer change; create another sitting."
        ),
        Problem.LEAST_SHOWN_PROMISED: _(
            "Votes were cast knowing that nothing under {least} votes is shown: it can be raised, no longer lowered."
        ),
        Problem.ROUND_REACHED: _("Round {round} has begun: there cannot be fewer rounds."),
        Problem.PROTOCOL_OUT_OF_RANGE: _protocol(),
        Problem.QUESTION_NOT_ASKED: _("This sitting does not vote on that: look at what is voted in its protocol."),
        Problem.BALLOT_COUNTED_BEFORE: _("The ballot {number} was already counted: set it aside."),
        Problem.ROUND_WITHOUT_VOTES: _("Nobody has voted in this round yet: vote before opening a new one."),
        Problem.NO_ROUND_LEFT: _("All planned rounds are used ({rounds}): change the protocol to vote again."),
        Problem.TRAINING_NEEDS_DEMONSTRATION: _(
            "Training and simulated participants need the demonstration case: open it, so that they never mix with "
            "your study."
        ),
        Problem.STUDY_WITHOUT_SITTINGS: _(
            "The study has no sitting yet: add one in the window, on the page “Workshop”."
        ),
        Problem.SITTING_NAME_MISSING: _("Say which sitting with --sitting: {names}."),
        Problem.SITTING_NAME_UNKNOWN: _("There is no sitting “{name}” in the study: choose among {names}."),
        Problem.SITTING_WITHOUT_GROUPS: _("“{title}” has no participants yet: add its groups first."),
        Problem.GROUP_NAME_UNKNOWN: _("There is no group “{name}” in the sitting: choose among {names}."),
        Problem.GROUP_NAME_SHARED: _("Several groups are named “{name}”: give each its own title first."),
    }


def ballot_problems() -> dict[Problem, str]:
    """What each refusal of a ballot, or of one of its cells, says."""
    return {
        Problem.BALLOT_UNREADABLE: _("“{file}” is damaged or is not an Excel workbook: ask for the ballot again."),
        Problem.BALLOT_PROTECTED: _("“{file}” is protected by a password: remove the password, then import it again."),
        Problem.BALLOT_TOO_LARGE: _("“{file}” is too large for a ballot: fill in the ballot as it was given."),
        Problem.BALLOT_FOREIGN: _("“{file}” is not a ballot of impactapp: choose ballots it wrote, saved as .xlsx."),
        Problem.BALLOT_NEWER: _("“{file}” is a ballot of a newer version of impactapp: update to read it."),
        Problem.BALLOT_OTHER_STUDY: _("“{file}” is a ballot of another study: import it in that study."),
        Problem.BALLOT_OTHER_SITTING: _("“{file}” is a ballot of another sitting: choose that sitting."),
        Problem.BALLOT_TWICE: _("“{file}”: the ballot {number} is there twice; it is counted once."),
        Problem.BALLOT_EMPTY: _("“{file}” has no vote: fill in at least one activity."),
        # the report names the cell beside each of these
        Problem.BALLOT_WRONG_COUNT: _("“{text}” is not a count: write a whole number from 0 to {most}."),
        Problem.BALLOT_EDITED_LABEL: _("The label was changed to “{text}”: the answers were read as those of before."),
        Problem.BALLOT_MERGED_CELLS: _("Merged cells cannot be read: unmerge them."),
        Problem.BALLOT_EXTRA_ROW: _("This row is none of the ballot’s: its answers were left out."),
        Problem.BALLOT_OTHER_ROUND: _(
            "This ballot is for round {round}, and the activity is in round {present}: vote on a new ballot."
        ),
        Problem.BALLOT_WITHOUT_TASKS: _("Nothing is left to vote in this sitting: add activities, or a new round."),
        Problem.BALLOT_COUNT_OUT_OF_RANGE: _("“{text}” is not a number of ballots: write from 1 to {most}."),
    }


def _group_size() -> str:
    words = _("“{text}” is not the size of a group: write a whole number of persons, from 1 to {most}.")
    return words.replace("{most}", headcount(LARGEST_GROUP))


def _protocol() -> str:
    least, most = LEAST_SHOWN_LIMITS
    words = _(
        "Protocol: from 1 to {rounds} rounds, a duration of 24 hours at most, a majority threshold that does not "
        "exceed the agreement one, a least size shown from {least} to {most}: correct it."
    )
    return words.replace("{rounds}", str(MOST_ROUNDS)).replace("{least}", str(least)).replace("{most}", str(most))
