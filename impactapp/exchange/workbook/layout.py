"""Where things stand in the workbook, and the names by which formulas find them; the same in every language.

Rows may be sorted, inserted or deleted by hand: formulas go by names and by hidden numbers, never by position.
"""

from dataclasses import dataclass

from impactapp.domain.analysis.results import Results
from impactapp.domain.level import Hypothesis
from impactapp.domain.rule import Rule, Weighting

MATRIX_HEADER = 3
MATRIX_FIRST = 4
CRITERIA_HEADER = 3
CRITERIA_FIRST = 5

LEVEL_WORDS = "level_words"
RULE_WORDS = "rule_words"
RULE_RATES = "rule_rates"
TASK_PROFESSION = "task_profession"
TASK_TITLE = "task_title"
TASK_SHARE = "task_share"
TASK_NUMBER = "task_number"
LEVELS = {Hypothesis.LOW: "level_low", Hypothesis.HIGH: "level_high"}


@dataclass(frozen=True, slots=True)
class Layout:
    """The shape of one export: a column of professions appears when there are several."""

    several: bool
    by_time: bool
    tasks: int
    rules: tuple[Rule, ...]

    @classmethod
    def of(cls, results: Results) -> "Layout":
        """The shape that these results need."""
        study = results.study
        found = results.professions
        rules = tuple(found[0].rates) if found else ()
        tasks = sum(len(profession.tasks) for profession in study.professions)
        return cls(len(found) != 1, study.weighting is Weighting.TIME, tasks, rules)

    @property
    def title_column(self) -> int:
        """Where activities stand, in *Matrice* and in *Critères*; the profession is before it."""
        return 1 if self.several else 0

    @property
    def matrix_last(self) -> int:
        """The last row of the matrix; an empty one still has a row, for names to point at."""
        return MATRIX_FIRST + max(self.tasks, 1) - 1

    @property
    def criteria_last(self) -> int:
        """The last row of the criteria."""
        return CRITERIA_FIRST + max(self.tasks, 1) - 1

    @property
    def share_column(self) -> int:
        """Where time shares stand in *Matrice*."""
        return self.title_column + 1

    def level_column(self, hypothesis: Hypothesis) -> int:
        """Where decisions stand in *Matrice*."""
        return self.title_column + (2 if hypothesis is Hypothesis.LOW else 3)

    @property
    def number_column(self) -> int:
        """Hidden in *Matrice*: the number of the activity in this export; its id and its profession's follow."""
        return self.title_column + 4
