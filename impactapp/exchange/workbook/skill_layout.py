"""Where skills, links, exposures and measures stand, and the names by which formulas find them.

As in the rest of the workbook, rows may be sorted by hand: a row knows its skill by a hidden number.
"""

from dataclasses import dataclass
from itertools import accumulate

from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.domain.analysis.skills import SkillResult
from impactapp.domain.level import Hypothesis
from impactapp.domain.profession import Profession
from impactapp.domain.skill import Barrier, Mechanism
from impactapp.exchange.workbook.layout import Layout

HEADER, FIRST = 3, 4  # of Compétences and of Mesures

SKILL_NUMBER, SKILL_CRITICALITY, SKILL_BASELINE = "skill_number", "skill_criticality", "skill_baseline"
MEASURE_PROFESSION, MEASURE_SKILLS = "measure_profession", "measure_skills"
MEASURE_AGAINST, MEASURE_HOURS, MEASURE_STATE = "measure_against", "measure_hours", "measure_state"
EXPOSURE_RATES = "exposure_rates"

# Liens: an activity is always in the first column, below the title of its profession
WEIGHT, RATE_LOW, RATE_HIGH, VALIDATES, FIRST_INTENSITY = range(1, 6)
RATE = {Hypothesis.LOW: RATE_LOW, Hypothesis.HIGH: RATE_HIGH}

# Exposition: the rule, then the practice of each skill, then each mechanism
RULE_ROW, RATES_ROW, RATES_COLUMN = 3, 5, 1
FEW_ON_A_PAGE = 9  # skills whose table and charts stand on one printed page
PRACTICE_HEADER = 10
PRACTICE_FIRST = 11
MOST_CHARTED = 12  # skills: beyond, a bar is too thin to read


@dataclass(frozen=True, slots=True)
class SkillRow:
    """One skill with its number in this export and its position in its profession."""

    number: int
    position: int
    found: SkillResult
    block: "LinkBlock"

    @property
    def profession(self) -> Profession:
        """The profession that has it."""
        return self.block.result.profession


@dataclass(frozen=True, slots=True)
class LinkBlock:
    """The matrix of one profession in *Liens*, from its row ``top``; its first number is that of its first skill."""

    result: ProfessionResult
    top: int
    several: bool
    first_number: int

    @property
    def groups(self) -> int:
        """The row that names both groups of columns; above it the profession, when there are several."""
        return self.top + self.several

    @property
    def ids(self) -> int:
        """The hidden row of skill ids."""
        return self.groups + 1

    @property
    def header(self) -> int:
        """The row of skill titles."""
        return self.groups + 2

    @property
    def first(self) -> int:
        """The first activity."""
        return self.groups + 3

    @property
    def last(self) -> int:
        """The last activity; a profession without one still has a row, for formulas to point at."""
        return self.first + max(1, len(self.result.tasks)) - 1


@dataclass(frozen=True, slots=True)
class SkillLayout:
    """The shape of the four sheets of one export."""

    layout: Layout
    blocks: tuple[LinkBlock, ...]
    skills: tuple[SkillRow, ...]
    barriers: tuple[tuple[Profession, Barrier], ...]
    widest: int

    @classmethod
    def of(cls, results: Results, layout: Layout) -> "SkillLayout | None":
        """The shape that these results need; ``None`` where no profession has a skill or a barrier."""
        barriers = tuple((found, barrier) for found in results.study.professions for barrier in found.barriers)
        listed = [found for found in results.professions if found.skills]
        if not listed and not barriers:
            return None
        heights = [layout.several + 3 + max(1, len(found.tasks)) + 1 for found in listed]
        numbers = accumulate((len(found.skills) for found in listed), initial=1)
        tops = accumulate(heights, initial=HEADER)
        blocks = tuple(
            LinkBlock(found, top, layout.several, number)
            for found, top, number in zip(listed, tops, numbers, strict=False)
        )
        skills = tuple(
            SkillRow(block.first_number + position, position, found, block)
            for block in blocks
            for position, found in enumerate(block.result.skills)
        )
        return cls(layout, blocks, skills, barriers, max((len(found.skills) for found in listed), default=0))

    @property
    def indent(self) -> int:
        """How far a column of professions pushes the others, in all sheets but *Liens*."""
        return int(self.layout.several)

    @property
    def first_stage(self) -> int:
        """In *Liens*, the first column that says what trainees learn by a link."""
        return FIRST_INTENSITY + self.widest

    @property
    def links_hidden(self) -> int:
        """In *Liens*, the hidden columns: number, activity id, profession id, state of the time shares."""
        return FIRST_INTENSITY + 2 * self.widest

    @property
    def charts(self) -> int:
        """In *Exposition*, the first row of the charts, below the practice of each skill."""
        return PRACTICE_FIRST + len(self.skills) + 1

    @property
    def chart_rows(self) -> int:
        """The height of the charts: two bars a skill, and their frame."""
        return 8 + int(2.2 * self.charted)

    @property
    def mechanisms_header(self) -> int:
        """In *Exposition*, the column titles of the exposures; their section's title is above."""
        return self.charts + self.chart_rows + 2

    def mechanism_row(self, mechanism: Mechanism, skill: int) -> int:
        """In *Exposition*, the row of a mechanism of the skill at an index."""
        return self.mechanisms_header + 1 + list(Mechanism).index(mechanism) * len(self.skills) + skill

    @property
    def mechanisms_last(self) -> int:
        """In *Exposition*, the last row of the exposures."""
        return self.mechanism_row(Mechanism.MIS_SKILLING, len(self.skills) - 1)

    @property
    def charted(self) -> int:
        """How many skills the charts show."""
        return min(len(self.skills), MOST_CHARTED)
