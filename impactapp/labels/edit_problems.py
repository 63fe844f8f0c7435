"""The sentences of edits that are refused."""

from impactapp.domain.problems import Problem
from impactapp.i18n import _


def edit_problems() -> dict[Problem, str]:
    """What each refusal of an edit says: what, and what to do."""
    return {
        Problem.TITLE_EMPTY: _("A name cannot be empty: write one."),
        Problem.TITLE_TOO_LONG: _("This line has {length} characters; {limit} at most are allowed."),
        Problem.TITLE_TAKEN: _("“{title}” is already there: choose another name."),
        Problem.TEXT_TOO_LONG: _("This text has {length} characters; {limit} at most are allowed."),
        Problem.TEXT_UNREADABLE: _(
            "This text has characters that cannot be saved: retype it or paste it as plain text."
        ),
        Problem.NOT_A_NUMBER: _("“{text}” is not a number: write for example 12 or 12.5."),
        Problem.SHARE_OUT_OF_RANGE: _("“{text}” is not a share of time: write a number from 0 to 100."),
        Problem.SHARE_AMBIGUOUS: _("“{text}” could mean {percent}% or {part}%: write {percent}% or {part}%."),
        Problem.HEADCOUNT_OUT_OF_RANGE: _(
            "“{text}” is not a headcount: write a whole number of persons, from 0 to 1,000,000."
        ),
        Problem.FTE_OUT_OF_RANGE: _("“{text}” is not a number of FTE: write a number from 0 to 1,000,000."),
        Problem.HIGH_BELOW_LOW: _(
            "“{task}”, {aspect}: the high hypothesis ({high}) cannot be below the low one ({low}); change one of them."
        ),
        Problem.RATES_NOT_ORDERED: _(
            "The three rates must go up from Low to Medium to High, from 0 to 100%: correct them."
        ),
        Problem.UNKNOWN_TASK: _("This activity is no longer in the study."),
        Problem.UNKNOWN_PROFESSION: _("This profession is not in the study."),
        Problem.UNKNOWN_LEVEL: _("“{text}” is not a level: write Low, Medium or High (or 1, 2, 3)."),
        Problem.MERGE_NEEDS_TWO: _("Choose at least two activities to merge."),
        Problem.SPLIT_NEEDS_TWO: _("Give at least two activities to split into."),
        Problem.NOTHING_TO_PASTE: _("There is nothing to add: give at least one line of text."),
        Problem.ID_TAKEN: _("Two elements of the study bear the same identifier ({id}): give each its own."),
        Problem.STUDY_READ_ONLY: _("This study is open read-only: save a copy to change it."),
        Problem.CHANGE_UNDER_WAY: _("A large change is being saved: wait a moment, then try again."),
        Problem.RULE_NEEDS_RATES: _("The rule of the group needs three rates: give them first."),
    }
