"""How what files say differs from a study: three ways, against the study as the file was written from it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from impactapp.domain.analysis.incoming_checks import accepted_changes, sound_units
from impactapp.domain.analysis.incoming_index import Index
from impactapp.domain.incoming import (
    Cell,
    Change,
    Comparison,
    Disagreement,
    Field,
    Guess,
    Kind,
    Matches,
    MissingRow,
    NewRow,
    Place,
    Reading,
    Refused,
    Row,
    Said,
)
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.sameness import same
from impactapp.domain.study import Study
from impactapp.domain.text import title_key

_NEW = "new-"


def compare(
    study: Study, reading: Reading, guesses: Sequence[Guess] = (), matches: Matches | None = None
) -> Comparison:
    """What a file says otherwise than the study.

    ``guesses`` are matches by words for rows without ids; ``matches`` says of such rows, by their cells, where they
    belong or that they are new (``None``). A row that is guessed at and not confirmed is only listed.
    """
    found = _Compared(Index(study), Index(reading.base or study), reading)
    by_cell = {guess.row.cell: guess for guess in guesses}
    for row in reading.rows:
        found.take(row, by_cell, matches or {})
    return found.result()


def merged(comparisons: Sequence[Comparison]) -> Comparison:
    """Several files as one: what they say alike once, what they say differently side by side, the rest together."""
    gathered = _Gathered()
    for comparison in comparisons:
        gathered.add(comparison)
    changes, disagreements = gathered.settled()
    return Comparison(
        sources=tuple(source for one in comparisons for source in one.sources),
        read=sum(one.read for one in comparisons),
        unchanged=sum(one.unchanged for one in comparisons),
        changes=changes,
        new=gathered.new(),
        missing=tuple(gathered.missing.values()),
        guesses=tuple(guess for one in comparisons for guess in one.guesses),
        disagreements=disagreements,
        refused=tuple(refused for one in comparisons for refused in one.refused),
    )


@dataclass(slots=True)
class _Compared:
    """One file, row after row; a row without an id and without a guess is new, whatever sheets speak of it."""

    now: Index
    base: Index
    reading: Reading
    read: int = 0
    changes: dict[tuple[Place, Field], list[Change]] = field(default_factory=dict)
    new: dict[tuple[Kind, str, str], NewRow] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    seen: set[Place] = field(default_factory=set)
    named: dict[tuple[str, str], Place] = field(default_factory=dict)
    awaited: set[tuple[str, str]] = field(default_factory=set)
    waiting: int = 0

    def take(self, row: Row, guesses: Mapping[Cell, Guess], matches: Matches) -> None:
        """Take one row."""
        self.read += len(row.said)
        place = self._place(row, matches)
        if place is None and row.cell not in matches and row.cell in guesses:
            self.guesses.append(guesses[row.cell])
            self.awaited.add(_named(row))
        elif row.kind is Kind.LINK and _named(row) in self.awaited:
            self.waiting += len(row.said)
        elif place is None or (row.kind is Kind.LINK and not place.task_id):
            self._add(row, place)
        elif not self.now.has(row.kind, place):
            self._gone(row)
        else:
            if row.is_listed:
                self.seen.add(place)
            for said in row.said:
                self._change(place, said)

    def _place(self, row: Row, matches: Matches) -> Place | None:
        """Where a row belongs: by its id, by what was confirmed, by its profession's title, by its task's row."""
        if row.kind is Kind.LINK and row.place is not None and not row.place.task_id:
            task = self.named.get(_named(row))
            return row.place if task is None else replace(row.place, task_id=task.task_id)
        if row.place is None and row.kind is Kind.PROFESSION:
            profession_id = self.now.profession_named(row.title)
            return None if profession_id is None else Place(profession_id)
        if row.place is None and row.kind is Kind.STAFF:
            profession_id, unit_id = self.now.profession_named(row.profession), self.now.unit_named(row.title)
            return None if profession_id is None or unit_id is None else Place(profession_id, unit_id=unit_id)
        place = matches.get(row.cell) if row.place is None else row.place
        if row.place is None and place is not None:
            self.named[_named(row)] = place
        return place

    def result(self) -> Comparison:
        """What was found, with what cannot hold together refused."""
        settled, disagreements = _settled(self.changes)
        changes, refused = accepted_changes(self.now, settled)
        self.refused += refused
        told = len(changes) + len(refused) + sum(len(one.versions) for one in disagreements)
        sound, doubtful = _sound_new(self.new.values())
        changes, new, alike = sound_units(self.now, changes, sound)
        self.refused += [*doubtful, *alike]
        told += self.waiting + sum(len(row.said) for row in self.new.values())
        told += sum(len(one.row.said) for one in self.guesses)
        read = self.read + self.reading.cells
        return Comparison(
            sources=(self.reading.source,),
            read=read,
            unchanged=max(0, read - told),
            changes=tuple(changes),
            new=tuple(new),
            missing=tuple(self._missing()),
            guesses=tuple(self.guesses),
            disagreements=disagreements,
            refused=(*self.reading.refused, *self.refused),
        )

    def _change(self, place: Place, said: Said) -> None:
        before = self.now.value(place, said.field)
        base = self.base.value(place, said.field) if self.base.knows(place, said.field) else before
        if not same(said.value, base) and not same(said.value, before):
            change = Change(place, said.field, base, before, said.value, said.cell)
            self.changes.setdefault(change.key, []).append(change)

    def _gone(self, row: Row) -> None:
        if any(not same(said.value, self.base.value_or_none(row.place, said.field)) for said in row.said):
            self.refused.append(Refused.of(row.cell, EditError(Problem.ROW_GONE, title=row.title)))

    def _add(self, row: Row, place: Place | None) -> None:
        """A new row, or another sheet's row of one; links wait for the task they are about."""
        if not title_key(row.title).strip():
            if row.said:
                self.refused.append(Refused.of(row.cell, EditError(Problem.ROW_WITHOUT_TITLE)))
            return
        profession_id = place.profession_id if place is not None else self._of(row)
        refusal = _not_added(row, profession_id)
        if refusal is not None or profession_id is None:
            unknown = EditError(Problem.ROW_PROFESSION_UNKNOWN, name=row.profession)
            self.refused.append(Refused.of(row.cell, refusal or unknown))
            return
        kind = Kind.TASK if row.kind is Kind.LINK else row.kind
        key = (kind, profession_id or _site_of(row.said), title_key(row.title))
        made = self.new.get(key)
        if made is None:
            made = NewRow(kind, _new_place(kind, profession_id, len(self.new) + 1), row.title, (), row.cell)
        said = row.said if row.kind is not Kind.LINK else _about(row, place)
        self.new[key] = replace(made, said=(*made.said, *said))

    def _of(self, row: Row) -> str | None:
        """The profession of a row; a site or a service is in none."""
        return "" if row.kind is Kind.UNIT else self.now.profession_named(row.profession)

    def _missing(self) -> Iterable[MissingRow]:
        awaited = {guess.place for guess in self.guesses}
        for kind, profession_id in sorted(self.reading.covers):
            for place, title in self.base.rows(kind, profession_id):
                if place not in self.seen and place not in awaited and self.now.states(kind, place):
                    yield MissingRow(kind, place, title, (self.reading.source,))


def _not_added(row: Row, profession_id: str | None) -> EditError | None:
    """Why a row of a kind to which no file adds is not added."""
    if row.kind is Kind.PROFESSION:
        return EditError(Problem.ROW_PROFESSION_UNKNOWN, name=row.title)
    if row.kind is Kind.CENSUS:
        return EditError(Problem.CENSUS_GROUP_NEW, title=row.title)
    if row.kind is Kind.STAFF and profession_id is not None:
        return EditError(Problem.ROW_UNIT_UNKNOWN, name=row.title)
    return None


def _site_of(said: Iterable[Said]) -> str:
    """The site of a new service: two sites may each have one of the same name."""
    return next((str(one.value) for one in said if one.field is Field.UNIT_SITE), "")


def _named(row: Row) -> tuple[str, str]:
    return title_key(row.profession), title_key(row.title)


def _about(row: Row, place: Place | None) -> tuple[Said, ...]:
    """What a row says of a link with a task to come: only how much it practises which skill."""
    skill_id = place.skill_id if place is not None else ""
    return tuple(replace(said, skill_id=skill_id) for said in row.said)


def _new_place(kind: Kind, profession_id: str, number: int) -> Place:
    made = f"{_NEW}{number}"
    if kind is Kind.UNIT:
        return Place(unit_id=made)
    if kind is Kind.SKILL:
        return Place(profession_id, skill_id=made)
    return Place(profession_id, barrier_id=made) if kind is Kind.BARRIER else Place(profession_id, task_id=made)


def _sound_new(rows: Iterable[NewRow]) -> tuple[list[NewRow], list[Refused]]:
    """New rows that say one thing of each field; where two sheets differ, the first stays and the other is refused."""
    kept, refused = [], []
    for row in rows:
        said: dict[tuple[Field, str], Said] = {}
        for one in row.said:
            first = said.setdefault((one.field, one.skill_id), one)
            if not same(first.value, one.value):
                refused.append(Refused.of(one.cell, EditError(Problem.ROW_TWICE, title=row.title)))
        kept.append(replace(row, said=tuple(said.values())))
    return kept, refused


@dataclass(slots=True)
class _Gathered:
    """What several files say, by what it is about."""

    changes: dict[tuple[Place, Field], list[Change]] = field(default_factory=dict)
    missing: dict[Place, MissingRow] = field(default_factory=dict)
    _new: dict[tuple[Kind, str, str], NewRow] = field(default_factory=dict)
    _split: list[Disagreement] = field(default_factory=list)

    def add(self, comparison: Comparison) -> None:
        """Add what one file says."""
        for change in comparison.changes:
            self.changes.setdefault(change.key, []).append(change)
        for disagreement in comparison.disagreements:
            self.changes.setdefault((disagreement.place, disagreement.field), []).extend(disagreement.versions)
        for row in comparison.missing:
            held = self.missing.get(row.place)
            self.missing[row.place] = row if held is None else replace(held, sources=(*held.sources, *row.sources))
        for new in comparison.new:
            self._add_new(new)

    def settled(self) -> tuple[tuple[Change, ...], tuple[Disagreement, ...]]:
        """What they agree on, and what they do not, new rows included."""
        changes, disagreements = _settled(self.changes)
        return changes, (*disagreements, *self._split)

    def new(self) -> tuple[NewRow, ...]:
        """The rows to add, once each."""
        return tuple(self._new.values())

    def _add_new(self, row: NewRow) -> None:
        key = (row.kind, row.place.profession_id or _site_of(row.said), title_key(row.title))
        held = self._new.get(key)
        if held is None:
            at = _new_place(row.kind, row.place.profession_id, len(self._new) + 1)
            self._new[key] = replace(row, place=at)
            return
        said = {(one.field, one.skill_id): one for one in held.said}
        for one in row.said:
            first = said.setdefault((one.field, one.skill_id), one)
            if not same(first.value, one.value):
                place = replace(held.place, skill_id=one.skill_id) if one.skill_id else held.place
                versions = (_of_new(place, first), _of_new(place, one))
                self._split.append(Disagreement(place, one.field, None, versions))
        self._new[key] = replace(held, said=tuple(said.values()))


def _of_new(place: Place, said: Said) -> Change:
    return Change(place, said.field, None, None, said.value, said.cell)


def _settled(
    gathered: Mapping[tuple[Place, Field], list[Change]],
) -> tuple[tuple[Change, ...], tuple[Disagreement, ...]]:
    """One change where all say the same, a disagreement where they do not."""
    changes, disagreements = [], []
    for (place, about), versions in gathered.items():
        distinct: list[Change] = []
        for version in versions:
            if not any(same(version.after, other.after) for other in distinct):
                distinct.append(version)
        if len(distinct) == 1:
            changes.append(distinct[0])
        else:
            disagreements.append(Disagreement(place, about, distinct[0].before, tuple(distinct)))
    return tuple(changes), tuple(disagreements)
