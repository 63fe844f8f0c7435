"""What no sitting can hold: the gates of the edits, and of whatever comes whole from a file."""

from collections.abc import Sequence

from impactapp.domain.problems import EditError, Problem
from impactapp.domain.workshop import Group, GroupKind, Pool, Protocol, Question, Sitting, Talk, Tally, questions

LARGEST_GROUP = 1000
MOST_ROUNDS = 5
LONGEST_SITTING = 24 * 60
LEAST_SHOWN_LIMITS = (1, 50)


def require_counts(sitting: Sitting, group_id: str, counts: Sequence[int]) -> None:
    """Refuse counts below zero or above the size of the group, and an unknown group."""
    group = sitting.group(group_id)
    if group is None:
        raise EditError(Problem.UNKNOWN_GROUP)
    if min(counts) < 0:
        raise EditError(Problem.COUNT_NEGATIVE, text=min(counts))
    if sum(counts) > group.size:
        raise EditError(Problem.COUNTS_ABOVE_GROUP, votes=sum(counts), size=group.size)


def require_present(sitting: Sitting, counts: Sequence[int]) -> None:
    """Refuse counts below zero, or more persons than take part in all groups together."""
    present = sum(group.size for group in sitting.groups)
    if min(counts) < 0 or sum(counts) > present:
        raise EditError(Problem.COUNTS_ABOVE_GROUP, votes=sum(counts), size=present)


def require_question(sitting: Sitting, question: Question) -> None:
    """Refuse a question that is not asked under the protocol."""
    if question not in questions(sitting.protocol.scope):
        raise EditError(Problem.QUESTION_NOT_ASKED)


def require_group(group: Group) -> None:
    """Refuse a group without a size that can be, or of another kind that nothing names."""
    if not 0 < group.size <= LARGEST_GROUP:
        raise EditError(Problem.GROUP_SIZE_OUT_OF_RANGE, text=group.size)
    if group.kind is GroupKind.OTHER and not group.title:
        raise EditError(Problem.TITLE_EMPTY)


def require_tally(sitting: Sitting, talk: Talk, tally: Tally) -> None:
    """Refuse what a group cannot have voted: a question not asked, a round not reached, more votes than it has."""
    require_asked(sitting, talk, tally.round, tally.question)
    levels = (*tally.counts.levels, *tally.waiting.levels)
    require_counts(sitting, tally.group_id, (*levels, tally.apart))


def require_pools(sitting: Sitting, talk: Talk) -> None:
    """Refuse secret votes of all groups together that are not those the groups gave."""
    given: dict[tuple[int, Question], int] = {}
    for tally in talk.tallies:
        given[tally.round, tally.question] = given.get((tally.round, tally.question), 0) + tally.apart
    for pool in talk.pools:
        require_asked(sitting, talk, pool.round, pool.question)
        kept = given.pop((pool.round, pool.question), 0)
        if min(*pool.counts.levels, *pool.waiting.levels) < 0 or pool.voted != kept:
            raise EditError(Problem.VOTES_OF_NOBODY)
    if any(given.values()):
        raise EditError(Problem.VOTES_OF_NOBODY)


def require_talk(sitting: Sitting, talk: Talk) -> None:
    """Refuse a talk that no votes could make."""
    if not 1 <= talk.round <= MOST_ROUNDS:
        raise EditError(Problem.NO_ROUND_LEFT, rounds=MOST_ROUNDS)
    for tally in talk.tallies:
        require_tally(sitting, talk, tally)
    require_pools(sitting, talk)


def require_asked(sitting: Sitting, talk: Talk, number: int, question: Question) -> None:
    """Refuse a question that is not asked, and a round that was not reached."""
    require_question(sitting, question)
    if not 1 <= number <= talk.round:
        raise EditError(Problem.NO_ROUND_LEFT, rounds=talk.round)


def require_protocol(protocol: Protocol) -> None:
    """Refuse rounds, thresholds or a duration that cannot be."""
    least, most = LEAST_SHOWN_LIMITS
    if not 1 <= protocol.rounds <= MOST_ROUNDS or not least <= protocol.least_shown <= most:
        raise EditError(Problem.PROTOCOL_OUT_OF_RANGE)
    if not 0 <= protocol.majority <= protocol.agreement <= 1 or not 0 < protocol.minutes <= LONGEST_SITTING:
        raise EditError(Problem.PROTOCOL_OUT_OF_RANGE)


def tally_place(tally: Tally) -> tuple[int, str, str, str]:
    """Where a tally stands in its talk, whatever the order of the votes, which must tell nothing."""
    return tally.round, tally.question.aspect.value, tally.question.hypothesis or "", tally.group_id


def pool_place(pool: Pool) -> tuple[int, str, str]:
    """Where a pool stands in its talk."""
    return pool.round, pool.question.aspect.value, pool.question.hypothesis or ""
