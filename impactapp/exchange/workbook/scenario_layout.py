"""Where one scenario stands in the sheet *Scénarios*: settings, years, uses, professions, lists, in this order."""

from dataclasses import dataclass

from impactapp.domain.scenario import HORIZONS, Cost

FIRST = 4
# settings: what is typed stands in column B
LABEL, VALUE, WORDS, LAST = 0, 1, 2, 11
# hidden: the rules to choose from, what a row says of which scenario, and that this is the table
CHOICES, SETTING, OWN_ID, MARK = range(13, 17)
# years
(YEAR, TYPED, ADOPTION, GROSS_LOW, GROSS_HIGH, CONTROL_LOW, CONTROL_HIGH, TRAINING, DRILLS) = range(9)
NET_LOW, NET_HIGH, DEPARTURES = range(9, 12)
# professions
(TITLE, FTE, RATE_LOW, RATE_HIGH, EXPOSED_LOW, EXPOSED_HIGH) = range(6)
(LAST_GROSS_LOW, LAST_GROSS_HIGH, LAST_NET_LOW, LAST_NET_HIGH) = range(6, 10)
# uses
USE, SHARE, USE_LOW, USE_HIGH = range(4)
MOST_YEARS = HORIZONS[1]


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one scenario, counted from 0; ``start`` is that of its title."""

    start: int
    uses: int
    professions: int
    lists: int

    @property
    def horizon(self) -> int:
        """The setting typed first."""
        return self.start + 1

    @property
    def curve(self) -> int:
        """The adoption."""
        return self.start + 2

    @property
    def rule(self) -> int:
        """The rule chosen, or that of the study."""
        return self.start + 3

    @property
    def rule_used(self) -> int:
        """The rule that this leads to."""
        return self.start + 4

    def cost(self, cost: Cost) -> int:
        """What takes a part of the time back."""
        return self.start + 5 + list(Cost).index(cost)

    @property
    def leaving(self) -> int:
        """The departures."""
        return self.start + 8

    @property
    def note(self) -> int:
        """What the group says of the scenario."""
        return self.start + 9

    @property
    def years_header(self) -> int:
        """The column titles of the years; their section's title is above."""
        return self.start + 12

    def year(self, year: int) -> int:
        """One year."""
        return self.years_header + year

    @property
    def uses_header(self) -> int:
        """The column titles of what the time is for."""
        return self.years_header + MOST_YEARS + 3

    @property
    def professions_header(self) -> int:
        """The column titles of the professions."""
        return self.uses_header + self.uses + 3

    def profession(self, index: int) -> int:
        """One profession."""
        return self.professions_header + 1 + index

    @property
    def total(self) -> int:
        """What the professions counted add up to."""
        return self.professions_header + 1 + self.professions

    @property
    def lists_first(self) -> int:
        """Where what was derived on the day of the export begins."""
        return self.total + 2

    @property
    def end(self) -> int:
        """The first row after the scenario."""
        return self.lists_first + self.lists + 2
