"""What came and went between two lists of rows, so that a view keeps its place."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Rows ``start`` to ``old_stop`` of the old list became rows ``start`` to ``new_stop`` of the new one."""

    start: int
    old_stop: int
    new_stop: int

    @property
    def is_empty(self) -> bool:
        """Whether the rows are the same ones."""
        return self.start == self.old_stop == self.new_stop


def changed_span(before: Sequence[Hashable], after: Sequence[Hashable]) -> Span:
    """The one span outside which both lists hold the same rows in the same order."""
    shorter = min(len(before), len(after))
    start = 0
    while start < shorter and before[start] == after[start]:
        start += 1
    tail = 0
    while tail < shorter - start and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return Span(start, len(before) - tail, len(after) - tail)
