"""What files from elsewhere say of a study, cell by cell, and how it differs from it: values, before any edit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.problems import EditError, Problem, Refusal
from impactapp.domain.sameness import same
from impactapp.domain.study import Study

# a level, a code, a number, a text, a date, a list of ids or of codes; ``None`` where nothing is said
Value = str | int | float | date | tuple[str, ...] | None


class Kind(StrEnum):
    """What a row is about."""

    STUDY = "study"
    PROFESSION = "profession"
    TASK = "task"
    SKILL = "skill"
    LINK = "link"
    BARRIER = "barrier"


class Field(StrEnum):
    """Everything a file may speak of; the value is its name in JSON."""

    # the study: its definitions (an empty text stands for ours) and its rules
    DEFINITION_FAIBLE = "definition.faible"
    DEFINITION_MOYEN = "definition.moyen"
    DEFINITION_FORT = "definition.fort"
    DEFINITION_LOW = "definition.low"
    DEFINITION_HIGH = "definition.high"
    DEFINITION_MATURITY = "definition.maturity"
    DEFINITION_ACCEPTABILITY = "definition.acceptability"
    DEFINITION_ROI = "definition.roi"
    RULE = "rule"
    EXPOSURE_RULE = "exposure_rule"
    PROFESSION_TITLE = "profession.title"
    CATEGORY = "profession.category"
    HEADCOUNT = "profession.headcount"
    FTE = "profession.fte"
    # a task; levels are Level or None
    TITLE = "title"
    SHARE = "share"
    VALIDATED = "human_validates"
    MATURITY_LOW = "maturity.low"
    MATURITY_LOW_TEXT = "maturity.low.text"
    ACCEPTABILITY_LOW = "acceptability.low"
    ACCEPTABILITY_LOW_TEXT = "acceptability.low.text"
    ROI_LOW = "roi.low"
    ROI_LOW_TEXT = "roi.low.text"
    SUBSTITUTION_LOW = "substitution.low"
    SUBSTITUTION_LOW_TEXT = "substitution.low.text"
    MATURITY_HIGH = "maturity.high"
    MATURITY_HIGH_TEXT = "maturity.high.text"
    ACCEPTABILITY_HIGH = "acceptability.high"
    ACCEPTABILITY_HIGH_TEXT = "acceptability.high.text"
    ROI_HIGH = "roi.high"
    ROI_HIGH_TEXT = "roi.high.text"
    SUBSTITUTION_HIGH = "substitution.high"
    SUBSTITUTION_HIGH_TEXT = "substitution.high.text"
    SKILL_TITLE = "skill.title"
    DESCRIPTION = "skill.description"
    SKILL_KIND = "skill.kind"
    CRITICALITY = "skill.criticality"
    RETENTION = "skill.retention"
    EXPERIENCED = "skill.experienced"
    TRAINEES = "skill.trainees"
    BASELINE = "skill.baseline_hours"
    SOURCE = "skill.source"
    # an intensity of 0 is no link
    INTENSITY = "link.intensity"
    STAGE = "link.stage"
    FORMATIVE = "link.formative"
    # a measure; its skills are ids
    BARRIER_TITLE = "measure.title"
    AGAINST = "measure.against"
    SKILLS = "measure.skills"
    HOURS = "measure.hours_per_month"
    TEAM_HOURS = "measure.team_hours"
    OWNER = "measure.owner"
    START = "measure.start"
    REVIEW = "measure.review"
    STATE = "measure.state"
    NOTE = "measure.note"


TITLE_OF = {
    Kind.PROFESSION: Field.PROFESSION_TITLE,
    Kind.TASK: Field.TITLE,
    Kind.SKILL: Field.SKILL_TITLE,
    Kind.BARRIER: Field.BARRIER_TITLE,
}


def level_field(hypothesis: Hypothesis, aspect: Aspect) -> Field:
    """The level of a criterion, or of the decision."""
    return Field(f"{aspect.value}.{hypothesis.value}")


def text_field(hypothesis: Hypothesis, aspect: Aspect) -> Field:
    """The justification of a criterion, or the reason of a decision."""
    return Field(f"{aspect.value}.{hypothesis.value}.text")


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """Where something is said: the name of a file, the title of a sheet, « D8 » or « line 12 »; empty for the whole."""

    source: str
    sheet: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """What is spoken of, by ids; all empty is the study. A new row has an id that is only for now: see ``NewRow``."""

    profession_id: str = ""
    task_id: str = ""
    skill_id: str = ""
    barrier_id: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One value that a file gives to a field, and its cell.

    ``skill_id`` is the skill of a link with a task that is still to be added, which its row cannot say.
    """

    field: Field
    value: Value
    cell: Cell
    skill_id: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file. ``place`` is what its ids say, ``None`` where the file has none for it.

    ``title`` and ``profession`` are its words, by which it can be matched; an unnamed profession is the only one there
    is. Cells that say what the base says may be left out of ``said``. A row of a link knows its skill by its place, and
    where the place has no task, its task is a new one of that title. ``is_listed`` is for a row of the sheet that lists
    all of its kind, on which one that is not there is missing.
    """

    kind: Kind
    cell: Cell
    title: str
    said: tuple[Said, ...]
    place: Place | None = None
    profession: str = ""
    is_listed: bool = True


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell that is not taken, and why; ``facts`` are what the sentence of the problem names."""

    cell: Cell
    problem: Problem
    facts: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, cell: Cell, refusal: Refusal) -> "Refused":
        """A refusal, at a cell."""
        return cls(cell, refusal.problem, tuple(refusal.values.items()))

    @property
    def refusal(self) -> EditError:
        """As it is raised and worded."""
        return EditError(self.problem, **dict(self.facts))


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says, before any comparison.

    ``study_id`` is that of the study it was written from, ``None`` where it does not say; ``base`` that study as it was
    then. ``cells`` counts the values that were read, those in rows and those as in the base. ``covers`` names the
    professions whose rows of a kind are all expected in the file, so that one that is not there is missing.
    """

    source: str
    rows: tuple[Row, ...]
    refused: tuple[Refused, ...] = ()
    study_id: str | None = None
    base: Study | None = None
    cells: int = 0
    covers: frozenset[tuple[Kind, str]] = frozenset()

    @property
    def has_ids(self) -> bool:
        """Whether any row of a task, a skill or a measure kept its id; that of a link is told by its column."""
        return any(row.place is not None for row in self.rows if row.kind in (Kind.TASK, Kind.SKILL, Kind.BARRIER))


@dataclass(frozen=True, slots=True)
class Guess:
    """A row matched by its words only, 0 to 100; to be confirmed, or said to be new."""

    row: Row
    place: Place
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class Change:
    """A field that a file says otherwise: ``base`` is what the file was written with, ``before`` the study now."""

    place: Place
    field: Field
    base: Value
    before: Value
    after: Value
    cell: Cell

    @property
    def is_conflict(self) -> bool:
        """Whether the study moved since the file was written, and the file moved elsewhere."""
        return not same(self.base, self.before)

    @property
    def key(self) -> tuple[Place, Field]:
        """What it changes."""
        return self.place, self.field


@dataclass(frozen=True, slots=True)
class NewRow:
    """Something to add; the id in ``place`` stands for it until it is added."""

    kind: Kind
    place: Place
    title: str
    said: tuple[Said, ...]
    cell: Cell


@dataclass(frozen=True, slots=True)
class MissingRow:
    """Something of the study that stood in the file and no longer does; only removed when somebody says so."""

    kind: Kind
    place: Place
    title: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One field to which files, or sheets of one, give different values."""

    place: Place
    field: Field
    before: Value
    versions: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How files differ from a study. ``read`` counts values, ``unchanged`` those the files do not change.

    ``changes`` holds conflicts too; a disagreement is in none of them.
    """

    sources: tuple[str, ...]
    read: int
    unchanged: int
    changes: tuple[Change, ...] = ()
    new: tuple[NewRow, ...] = ()
    missing: tuple[MissingRow, ...] = ()
    guesses: tuple[Guess, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    refused: tuple[Refused, ...] = ()

    @property
    def conflicts(self) -> tuple[Change, ...]:
        """The changes of what the study changed too."""
        return tuple(change for change in self.changes if change.is_conflict)

    @property
    def plain(self) -> tuple[Change, ...]:
        """The changes that nothing speaks against."""
        return tuple(change for change in self.changes if not change.is_conflict)

    @property
    def is_empty(self) -> bool:
        """Whether the files say nothing that the study does not."""
        return not (self.changes or self.new or self.missing or self.guesses or self.disagreements or self.refused)


# what was confirmed of rows without ids, by their cells: where they belong, or ``None`` for new
Matches = Mapping[Cell, Place | None]
