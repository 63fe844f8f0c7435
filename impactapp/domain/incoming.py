"""What files from elsewhere say of a study, cell by cell, and how it differs from it: values, before any edit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from impactapp.domain.incoming_names import TITLE_OF, Field, Kind, level_field, text_field
from impactapp.domain.problems import EditError, Problem, Refusal
from impactapp.domain.sameness import same
from impactapp.domain.scenario import Use
from impactapp.domain.study import Study

__all__ = [
    "REMARKS",
    "TITLE_OF",
    "Cell",
    "Change",
    "Comparison",
    "Disagreement",
    "Field",
    "Guess",
    "Kind",
    "Matches",
    "MissingRow",
    "NewRow",
    "Place",
    "Reading",
    "Refused",
    "Row",
    "Said",
    "Value",
    "level_field",
    "text_field",
]
# what is said of a file as a whole, and keeps nothing that it holds from being taken
REMARKS = frozenset(
    {
        *(Problem.WORKBOOK_MACROS, Problem.WORKBOOK_LINKS, Problem.WORKBOOK_TWO_SIDES),
        *(Problem.WORKBOOK_TABLES_ONLY, Problem.SHEET_FLATTENED),
    }
)
# a level, a code, a number, a text, a date, a list of ids, of codes or of uses; ``None`` where nothing is said
Value = str | int | float | date | tuple[str, ...] | tuple[Use, ...] | None


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """Where something is said: the name of a file, the title of a sheet, « D8 » or « line 12 »; empty for the whole."""

    source: str
    sheet: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """What is spoken of, by ids; all empty is the study. A new row has an id that is only for now: see ``NewRow``.

    ``group`` is the code of a group of the official count.
    """

    profession_id: str = ""
    task_id: str = ""
    skill_id: str = ""
    barrier_id: str = ""
    unit_id: str = ""
    scenario_id: str = ""
    group: str = ""


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

    @property
    def is_remark(self) -> bool:
        """Whether it is about a file as a whole, to be looked at: no cell is left out for it."""
        return self.problem in REMARKS


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
