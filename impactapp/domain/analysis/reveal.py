"""What of a vote may be shown: nothing of a group under the least size, by no subtraction and at no later time."""

from collections.abc import Sequence
from dataclasses import dataclass

from impactapp.domain.level import Level
from impactapp.domain.workshop import Counts, Question, Talk, Tally


@dataclass(frozen=True, slots=True)
class Revealed:
    """``total`` of all groups, and each group that may be shown; ``hidden`` names those that may not.

    ``waiting`` says how many secret votes came since and are in none of these.
    """

    total: Counts | None
    groups: tuple[tuple[str, Counts], ...]
    hidden: tuple[str, ...]
    waiting: int = 0

    @property
    def is_unanimous(self) -> bool:
        """Whether the total, or a group, voted one level: what each one voted is then known."""
        shown = [] if self.total is None else [self.total, *(counts for _group, counts in self.groups)]
        return any(counts.of(level) == counts.total for counts in shown for level in Level)


def reveal(talk: Talk, round_number: int, question: Question, least: int) -> Revealed:
    """The distributions of one question that may be shown; secret votes that wait are in none.

    A total under ``least`` votes is hidden with all its groups. A group under ``least`` is hidden, as is one with votes
    in the pool, and as many others with them, the smallest first, as it takes for what is hidden together to count
    ``least`` votes: the total less what is shown then tells nothing of it.
    """
    total, waiting = talk.total(round_number, question), talk.waiting(round_number, question)
    voted = [t for t in talk.tallies if (t.round, t.question) == (round_number, question) and t.counts.total + t.apart]
    if total.total < least:
        return Revealed(None, (), tuple(tally.group_id for tally in voted), waiting)
    hidden = _hidden(voted, total.total, least)
    shown = tuple((tally.group_id, tally.counts) for tally in voted if tally.group_id not in hidden)
    return Revealed(total, shown, tuple(tally.group_id for tally in voted if tally.group_id in hidden), waiting)


def _hidden(voted: Sequence[Tally], total: int, least: int) -> set[str]:
    by_size = sorted(voted, key=lambda tally: tally.counts.total)
    hidden = {tally.group_id for tally in by_size if tally.apart or tally.counts.total < least}
    concealed = total - sum(tally.counts.total for tally in by_size if tally.group_id not in hidden)
    for tally in by_size:
        if tally.group_id not in hidden and 0 < concealed < least:
            hidden.add(tally.group_id)
            concealed += tally.counts.total
    return hidden
