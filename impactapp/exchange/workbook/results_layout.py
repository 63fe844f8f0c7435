"""Where the tables of the sheet *Résultats* stand: summary, charts, details by hypothesis, rules."""

from dataclasses import dataclass

from impactapp.domain.level import Hypothesis, Level
from impactapp.domain.rule import Rule
from impactapp.exchange.workbook.layout import Layout

CHOICE = 3  # row of the chosen rule
KEYS = 5  # hidden: by which columns are found again
SUMMARY_HEADER = 7
SUMMARY_FIRST = 8
MOST_CHARTED = 12  # professions: beyond, a bar is too thin to read
SUMMARY_COLUMNS = 11

# summary
TITLE, HEADCOUNT, FTE, TASKS, MISSING, RATE_LOW, RATE_HIGH, LEAST, MOST, EXPOSED_LOW, EXPOSED_HIGH = range(11)
RATE = {Hypothesis.LOW: RATE_LOW, Hypothesis.HIGH: RATE_HIGH}
EXPOSED = {Hypothesis.LOW: EXPOSED_LOW, Hypothesis.HIGH: EXPOSED_HIGH}
# details
HYPOTHESIS, COUNT, FIRST_LEVEL, UNDECIDED = 1, 2, 3, 6
FIRST_RATE = 7
# details of a study by time, before the rates
WEIGHTING, FIRST_WEIGHT, WEIGHT_TOTAL = 7, 8, 11


@dataclass(frozen=True, slots=True)
class ResultsLayout:
    """The rows of one export, counted from 0."""

    layout: Layout
    professions: int

    @property
    def total(self) -> int:
        """The row of totals, below the professions when there are several."""
        return SUMMARY_FIRST + self.professions

    @property
    def charts(self) -> int:
        """The first row of the charts."""
        return self.total + (3 if self.layout.several else 2)

    @property
    def charted(self) -> int:
        """How many professions the charts show."""
        return min(self.professions, MOST_CHARTED)

    @property
    def chart_rows(self) -> int:
        """The height of the charts: two bars a profession, and their frame."""
        return max(16, 6 + 2 * self.charted)

    @property
    def details_header(self) -> int:
        """The column titles of the details; their section's title is above."""
        return self.charts + self.chart_rows + 2

    def detail(self, index: int, hypothesis: Hypothesis) -> int:
        """The row of a profession under one hypothesis."""
        return self.details_header + 1 + 2 * index + (hypothesis is Hypothesis.HIGH)

    @property
    def rules_header(self) -> int:
        """The column titles of the rules."""
        return self.details_header + 2 * self.professions + 4

    def rule(self, rule: Rule) -> int:
        """The row of a rule."""
        return self.rules_header + 1 + self.layout.rules.index(rule)

    @property
    def first_rate(self) -> int:
        """In the details, the column of the first rule."""
        return WEIGHT_TOTAL + 1 if self.layout.by_time else FIRST_RATE

    @property
    def last_rate(self) -> int:
        """In the details, the column of the last rule."""
        return self.first_rate + max(len(self.layout.rules), 1) - 1

    @property
    def label_column(self) -> int:
        """In the details, hidden: what a bar of the chart is called."""
        return self.last_column + 1

    @property
    def ids_column(self) -> int:
        """In the summary, hidden: the ids of the professions."""
        return self.label_column + 1

    @property
    def last_column(self) -> int:
        """The last column of the sheet."""
        return max(self.last_rate, SUMMARY_COLUMNS - 1)


def level_column(level: Level) -> int:
    """In the details and the rules, the column of a level."""
    return FIRST_LEVEL + level - 1


def weight_column(level: Level) -> int:
    """In the details, the column of the weight of a level."""
    return FIRST_WEIGHT + level - 1
