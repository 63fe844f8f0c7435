"""What returned files say otherwise, one line each, in words: made off the window's thread, shown as it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from impactapp import labels
from impactapp.domain.incoming import (
    Cell,
    Change,
    Comparison,
    Disagreement,
    Field,
    Guess,
    MissingRow,
    NewRow,
    Place,
    Refused,
    Value,
)
from impactapp.domain.level import Level
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels import incoming as incoming_labels

Item = Change | NewRow | MissingRow | Guess | Refused


class Sort(StrEnum):
    """What a line asks for, in the order in which they are shown."""

    CONFLICT = "conflict"
    DISAGREEMENT = "disagreement"
    GUESS = "guess"
    CHANGE = "change"
    NEW = "new"
    MISSING = "missing"
    REMARK = "remark"
    REFUSED = "refused"


# what only tells something, with nothing to accept
TOLD = (Sort.REMARK, Sort.REFUSED)


class Belonging(StrEnum):
    """What was said of a row that is matched by its words only."""

    UNSAID = "unsaid"
    HERE = "here"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Shown:
    """A value in words, and the level it is where it is one."""

    words: str
    level: Level | None = None


NOTHING = Shown("")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. ``key`` stays the same when the study is compared anew; entries of one ``group`` exclude each other.

    ``base`` is what the study said when the file was written, where it has moved since.
    """

    sort: Sort
    key: str
    item: Item
    where: str
    field: str
    before: Shown
    after: Shown
    cell: Cell
    base: Shown | None = None
    group: str = ""
    sought: str = ""

    @property
    def sources(self) -> tuple[str, ...]:
        """The files that say so."""
        return self.item.sources if isinstance(self.item, MissingRow) else (self.cell.source,)

    @property
    def rank(self) -> int:
        """Where its kind stands among the others."""
        return list(Sort).index(self.sort)

    @property
    def is_open(self) -> bool:
        """Whether there is something to accept; a refused cell only tells why."""
        return self.sort not in TOLD


def sort_word(sort: Sort) -> str:
    """One word for what a line asks for."""
    return {
        Sort.CHANGE: _("Difference"),
        Sort.CONFLICT: _("Conflict"),
        Sort.DISAGREEMENT: _("Disagreement"),
        Sort.GUESS: _("To confirm"),
        Sort.NEW: _("New row"),
        Sort.MISSING: _("Missing row"),
        Sort.REMARK: _("To check"),
        Sort.REFUSED: _("Refused cell"),
    }[sort]


def sort_words(sort: Sort) -> str:
    """The same in the plural, for a choice."""
    return {
        Sort.CHANGE: _("Differences"),
        Sort.CONFLICT: _("Conflicts"),
        Sort.DISAGREEMENT: _("Disagreements between files"),
        Sort.GUESS: _("Matches to confirm"),
        Sort.NEW: _("New rows"),
        Sort.MISSING: _("Missing rows"),
        Sort.REMARK: _("To check"),
        Sort.REFUSED: _("Refused cells"),
    }[sort]


def cell_words(cell: Cell) -> str:
    """« equipe-a.xlsx · Secrétaire médicale · D8 »."""
    return " · ".join(part for part in (cell.source, cell.sheet, cell.ref) if part)


def entries_of(comparison: Comparison, study: Study) -> tuple[Entry, ...]:
    """Every line of a comparison: what has to be decided first, then plain differences, then what cannot be taken."""
    names = _Names(study)
    found = [*_changes(comparison, names), *_disagreements(comparison, names), *_rows(comparison, names)]
    return tuple(sorted(found, key=lambda entry: entry.rank))


def guess_entry(guess: Guess, study: Study) -> Entry:
    """A row matched by its words, to be confirmed."""
    return _guess(guess, _Names(study))


class _Names:
    """The titles of a study by id."""

    def __init__(self, study: Study) -> None:
        self.study = study
        self._professions = {one.id: one.title for one in study.professions}
        self._tasks = {task.id: task.title for one in study.professions for task in one.tasks}
        self._skills = {skill.id: skill.title for one in study.professions for skill in one.skills}
        self._barriers = {barrier.id: barrier.title for one in study.professions for barrier in one.barriers}
        self._fields: dict[Field, str] = {}
        self._is_one = len(study.professions) == 1

    def where(self, place: Place, title: str = "") -> str:
        """« Secrétaire médicale · Accueil physique »; the profession goes unsaid where it is the only one."""
        planned = incoming_labels.plan_place(self.study, place, title)
        if planned:
            return planned
        named = [
            self._professions.get(place.profession_id, ""),
            self._skills.get(place.skill_id, ""),
            self._barriers.get(place.barrier_id, ""),
            self._tasks.get(place.task_id, "") or title,
        ]
        said = [name for name in named if name]
        if self._is_one and len(said) > 1:
            said = said[1:]
        return " · ".join(said) or _("The study")

    def value(self, field: Field, value: Value) -> Shown:
        """A value in words."""
        level = value if isinstance(value, Level) else None
        return Shown(incoming_labels.value_word(field, value, self.study), level)

    def field(self, field: Field) -> str:
        """What a field is called; asked for thousands of times."""
        if field not in self._fields:
            self._fields[field] = incoming_labels.field_word(field)
        return self._fields[field]


def _changes(comparison: Comparison, names: _Names) -> Iterator[Entry]:
    for change in comparison.changes:
        sort = Sort.CONFLICT if change.is_conflict else Sort.CHANGE
        yield _change(change, sort, names, _key(sort, change.place, change.field, change.cell.source))


def _disagreements(comparison: Comparison, names: _Names) -> Iterator[Entry]:
    for found in comparison.disagreements:
        yield from _versions(found, names)


def _versions(found: Disagreement, names: _Names) -> Iterator[Entry]:
    group = _key(found.place, found.field)
    for version in found.versions:
        key = _key(Sort.DISAGREEMENT, group, version.cell.source, version.cell.sheet)
        yield _change(version, Sort.DISAGREEMENT, names, key, group)


def _change(change: Change, sort: Sort, names: _Names, key: str, group: str = "") -> Entry:
    where, field = names.where(change.place), names.field(change.field)
    before, after = names.value(change.field, change.before), names.value(change.field, change.after)
    base = names.value(change.field, change.base) if change.is_conflict else None
    return Entry(
        *(sort, key, change, where, field, before, after, change.cell, base, group),
        sought=_sought(where, field, before.words, after.words),
    )


def _rows(comparison: Comparison, names: _Names) -> Iterator[Entry]:
    for new in comparison.new:
        where = incoming_labels.plan_row(names.study, new) or names.where(new.place, new.title)
        kind = incoming_labels.kind_word(new.kind)
        yield Entry(
            *(Sort.NEW, _key(Sort.NEW, new.cell), new, where, kind, Shown(labels.UNKNOWN), Shown(new.title), new.cell),
            sought=_sought(where, kind, new.title),
        )
    for missing in comparison.missing:
        where, kind = names.where(missing.place, missing.title), incoming_labels.kind_word(missing.kind)
        cell = Cell(", ".join(missing.sources))
        yield Entry(
            *(Sort.MISSING, _key(Sort.MISSING, missing.place), missing, where, kind),
            *(Shown(missing.title), Shown(_("no longer there")), cell),
            sought=_sought(where, kind),
        )
    for guess in comparison.guesses:
        yield _guess(guess, names)
    for refused in comparison.refused:
        reason = labels.sentence(refused.refusal)
        sort = Sort.REMARK if refused.is_remark else Sort.REFUSED
        yield Entry(
            *(sort, _key(sort, refused.cell, refused.problem), refused, reason, "", NOTHING, NOTHING, refused.cell),
            sought=_sought(reason, cell_words(refused.cell)),
        )


def _guess(guess: Guess, names: _Names) -> Entry:
    where = names.where(guess.place, guess.title)
    likeness = _("{score}% alike").format(score=round(guess.score))
    return Entry(
        *(Sort.GUESS, _key(Sort.GUESS, guess.row.cell), guess, where, likeness, Shown(guess.title)),
        *(Shown(guess.row.title), guess.row.cell),
        sought=_sought(where, guess.row.title),
    )


def _key(*parts: object) -> str:
    """One text for what makes a line: it is asked for thousands of times, and a text remembers its hash."""
    told = (repr((one.source, one.sheet, one.ref)) if isinstance(one, Cell) else str(one) for one in parts)
    return "\n".join(told)


def _sought(*words: str) -> str:
    return "\n".join(words).casefold()
