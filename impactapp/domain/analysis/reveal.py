"""What of a vote may be shown: nothing of a group under the least size, not even by subtraction."""

from collections.abc import Sequence
from dataclasses import dataclass

from impactapp.domain.workshop import Counts, Question, Tally, total_of


@dataclass(frozen=True, slots=True)
class Revealed:
    """``total`` of all groups, and each group that may be shown; ``hidden`` names those that may not."""

    total: Counts | None
    groups: tuple[tuple[str, Counts], ...]
    hidden: tuple[str, ...]


def reveal(tallies: Sequence[Tally], round_number: int, question: Question, least: int) -> Revealed:
    """The distributions of one question that may be shown.

    A total under ``least`` votes is hidden with all its groups. A group under ``least`` is hidden, and as many others
    with it, the smallest first, as it takes for what is hidden together to count ``least`` votes: the total less what
    is shown then tells nothing of it.
    """
    total = total_of(tallies, round_number, question)
    voted = [(t.group_id, t.counts) for t in tallies if (t.round, t.question) == (round_number, question)]
    voted = [(group_id, counts) for group_id, counts in voted if counts.total]
    if total.total < least:
        return Revealed(None, (), tuple(group_id for group_id, _ in voted))
    hidden = _hidden(voted, least)
    shown = tuple((group_id, counts) for group_id, counts in voted if group_id not in hidden)
    return Revealed(total, shown, tuple(group_id for group_id, _ in voted if group_id in hidden))


def _hidden(voted: Sequence[tuple[str, Counts]], least: int) -> set[str]:
    by_size = sorted(voted, key=lambda one: one[1].total)
    hidden = {group_id for group_id, counts in by_size if counts.total < least}
    concealed = sum(counts.total for group_id, counts in by_size if group_id in hidden)
    for group_id, counts in by_size:
        if group_id not in hidden and 0 < concealed < least:
            hidden.add(group_id)
            concealed += counts.total
    return hidden
