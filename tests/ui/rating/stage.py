"""The rating page over a real study file, as the window would hold it, with everything it says."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.profession import Task
from impactapp.domain.rating import Judgement
from impactapp.domain.study import Study
from impactapp.ui.models.rating_columns import position_of
from impactapp.ui.pages.rating_page import RatingPage
from impactapp.ui.session import Session
from tests import builders

LOW, HIGH = Hypothesis.LOW, Hypothesis.HIGH
MATURITY, DECISION = Aspect.MATURITY, Aspect.SUBSTITUTION
FA, MO, FO = Level.FAIBLE, Level.MOYEN, Level.FORT


@dataclass(frozen=True)
class Stage:
    """A page, its session and the sentences it caused."""

    session: Session
    page: RatingPage
    refused: list[str]
    informed: list[str]

    def at(self, row: int, hypothesis: Hypothesis = LOW, aspect: Aspect | None = DECISION) -> None:
        """Make a cell the current one."""
        self.page.table.go_to(row, position_of(hypothesis, aspect))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the matrix."""
        QTest.keyClick(self.page.table, key, modifier)

    def task(self, row: int) -> Task:
        """The task of a row, from the study."""
        profession = self.session.profession
        assert profession is not None
        return profession.tasks[row]

    def level(self, row: int, hypothesis: Hypothesis = LOW, aspect: Aspect = DECISION) -> Level | None:
        """The level of a cell, from the study."""
        return self.task(row).level(hypothesis, aspect)

    @property
    def place(self) -> tuple[int, int]:
        """Row and column of the current cell."""
        index = self.page.table.currentIndex()
        return index.row(), index.column()


MakeStage = Callable[[Study], Stage]


def unrated(count: int = 3) -> Study:
    """One profession whose activities nobody has rated."""
    return builders.study(builders.profession(1, tuple(builders.task(number) for number in range(count))))


def with_criteria(low: tuple[Level, Level, Level] = (FO, FO, MO)) -> Study:
    """Two activities; the first has its three low criteria and no decision."""
    first = replace(builders.task(1), low=builders.criteria(*low))
    return builders.study(builders.profession(1, (first, builders.task(2))))


def justified(level: Level | None, words: str) -> Study:
    """One activity whose low maturity has words, with or without a level."""
    task = builders.task(1)
    return builders.study(builders.profession(1, (replace(task, low=task.low.set(MATURITY, Judgement(level, words))),)))
