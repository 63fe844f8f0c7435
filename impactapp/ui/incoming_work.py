"""What is done off the window's thread with files that come back: reading them, matching their rows, comparing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.edits.incoming import ids_needed, take
from impactapp.domain.edits.professions import add_profession
from impactapp.domain.incoming import Cell, Change, Comparison, Field, MissingRow, NewRow, Place, Reading, Said
from impactapp.domain.problems import Problem, Refusal
from impactapp.domain.profession import Profession
from impactapp.domain.study import Study
from impactapp.ui.background import Ticket
from impactapp.ui.models.incoming_entries import TOLD, Entry, Sort, entries_of, guess_entry
from impactapp.ui.models.skill_edits import together

if TYPE_CHECKING:
    from impactapp.exchange.foreign.mapping import ColumnMapping
    from impactapp.exchange.foreign.table import Table

Spot = tuple[Place, Field]
# how much is done, of how much
Progress = list[int]
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """What became of one file: what it says, the tables of somebody else's, or why it was refused."""

    source: str
    path: Path | None = None
    reading: Reading | None = None
    tables: tuple["Table", ...] = ()
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """How files differ from a study, line by line, the guesses that were confirmed too; ``differences`` counts those
    that would change something."""

    study: Study
    comparison: Comparison
    entries: tuple[Entry, ...]
    differences: int


def open_files(
    paths: Sequence[Path], study: Study, known: Mapping[str, Path | None], at: Progress, ticket: Ticket
) -> tuple[Opened, ...]:
    """Read files one after the other; ``known`` are those that are read already, by the name they go by.

    ``at`` tells the window how far it is.
    """
    opened: list[Opened] = []
    taken = dict(known)
    for position, path in enumerate(paths):
        ticket.breathe()
        at[:] = position * 100, len(paths) * 100

        def step(done: int, total: int, position: int = position) -> None:
            at[0] = position * 100 + (done * 100 // total if total else 0)
            ticket.breathe()

        source = _source(path, taken)
        taken[source] = path
        opened.append(_opened(path, source, study, step))
    return tuple(opened)


def _source(path: Path, taken: Mapping[str, Path | None]) -> str:
    """The name a file goes by; files of one name in two folders are told apart by their folders."""
    names = (path.name, f"{path.parent.name}/{path.name}", str(path))
    return next((name for name in names if taken.get(name, path) == path), str(path))


def open_text(text: str, known: Mapping[str, Path | None], ticket: Ticket) -> tuple[Opened, ...]:
    """Read what was pasted; what was pasted before keeps its name."""
    from impactapp.exchange.foreign.tables import pasted, read_tables

    ticket.breathe()
    source, number = pasted(), 1
    while source in known:
        number += 1
        source = f"{pasted()} {number}"
    try:
        return (Opened(source, tables=_called(read_tables(text), source)),)
    except Refusal as refusal:
        # it may be pasted again
        return (Opened("", refusal=refusal),)


def read_mapped(table: "Table", mapping: "ColumnMapping", profession: str, ticket: Ticket) -> Reading:
    """What a table says, once its columns are known; ``profession`` is a title, as rows name theirs."""
    from impactapp.exchange.foreign.reading import read_with

    ticket.breathe()
    return read_with(table, mapping, profession)


def compare_all(
    study: Study,
    readings: Sequence[Reading],
    matches: Mapping[Cell, Place | None],
    added: Sequence[Profession],
    ticket: Ticket,
) -> Found:
    """Compare files with a study, and put what differs in words; ``added`` are professions that are to come."""
    from impactapp.domain.analysis.comparison import compare, merged
    from impactapp.exchange.incoming.matching import EXACT, propose

    wider = with_professions(study, added)
    compared: list[Comparison] = []
    decided: list[Entry] = []
    for reading in readings:
        ticket.breathe()
        guesses = propose(reading, wider)
        # the same words need no answer, and are not asked about
        known = {guess.row.cell: guess.place for guess in guesses if guess.score >= EXACT} | dict(matches)
        decided += [guess_entry(guess, wider) for guess in guesses if guess.score < EXACT and guess.row.cell in matches]
        compared.append(compare(wider, reading, guesses, known))
    ticket.breathe()
    comparison = merged(compared)
    ticket.breathe()
    entries = sorted((*entries_of(comparison, wider), *decided), key=lambda entry: entry.rank)
    return Found(study, comparison, tuple(entries), count_of(entries))


def count_of(entries: Iterable[Entry]) -> int:
    """How many would change something, the versions of one value counted once; guesses only lead to others."""
    counted = (entry.group or entry.key for entry in entries if entry.sort not in (Sort.GUESS, *TOLD))
    return len(set(counted))


def with_professions(study: Study, added: Iterable[Profession]) -> Study:
    """The study with the professions that are to come, those that are not there by now."""
    for profession in added:
        if study.profession(profession.id) is None:
            study = add_profession(profession).change(study)
    return study


def renamed(reading: Reading, source: str) -> Reading:
    """What a file says, under another name."""

    def moved(cell: Cell) -> Cell:
        return replace(cell, source=source)

    rows = tuple(
        replace(row, cell=moved(row.cell), said=tuple(replace(said, cell=moved(said.cell)) for said in row.said))
        for row in reading.rows
    )
    refused = tuple(replace(one, cell=moved(one.cell)) for one in reading.refused)
    return replace(reading, source=source, rows=rows, refused=refused)


def _called(tables: Sequence["Table"], source: str) -> tuple["Table", ...]:
    return tuple(replace(table, source=source) for table in tables)


def _opened(path: Path, source: str, study: Study, step: Step) -> Opened:
    from impactapp.exchange.foreign.tables import read_tables

    try:
        reading = _ours(path, study, step)
        if reading is None:
            return Opened(source, path, tables=_called(read_tables(path, step), source))
        return Opened(source, path, reading if reading.source == source else renamed(reading, source))
    except Refusal as refusal:
        if refusal.problem is Problem.CANCELLED:
            raise
        return Opened(source, path, refusal=refusal)


def _ours(path: Path, study: Study, step: Step) -> Reading | None:
    """What a workbook that was written here says, ``None`` for a file of somebody else's."""
    from impactapp.exchange.incoming.archive import packed_bytes
    from impactapp.exchange.incoming.ours import is_ours, read_ours
    from impactapp.exchange.incoming.sheets import read_workbook

    if not packed_bytes(path).startswith(b"PK"):
        return None
    workbook = read_workbook(path, step=step)
    return read_ours(workbook, study) if is_ours(workbook) else None


def prepared(entries: Sequence[Entry], found: Found, added: Sequence[Profession], ticket: Ticket) -> Edit:
    """The edit that takes what was accepted, already made: on the study it was compared with it takes no time.

    Raises a refusal where a rule of the study does not hold.
    """
    edit = edit_of(entries, found, added)
    before = found.study
    after = edit.change(before)
    ticket.breathe()
    return replace(edit, change=lambda study: after if study is before else edit.change(study))


def edit_of(entries: Sequence[Entry], found: Found, added: Sequence[Profession]) -> Edit:
    """One edit of what was accepted, the professions it belongs to included."""
    items = [entry.item for entry in entries]
    new = [item for item in items if isinstance(item, NewRow)]
    changes = [item for item in items if isinstance(item, Change)]
    gone = [item for item in items if isinstance(item, MissingRow)]
    chosen = {(change.place, change.field): change for change in changes if _is_of_new(change)}
    split = {(one.place, one.field) for one in found.comparison.disagreements}
    rows = [_decided(row, chosen, split) for row in new]
    ids = {made: str(uuid4()) for made in ids_needed(rows)}
    subject = ", ".join(dict.fromkeys(entry.cell.source for entry in entries))
    taken = take([change for change in changes if not _is_of_new(change)], rows, gone, ids, subject)
    places = {row.place.profession_id for row in new} | {change.place.profession_id for change in changes}
    to_come = [one for one in added if one.id in places and found.study.profession(one.id) is None]
    return together(EditKind.IMPORT, [*map(add_profession, to_come), taken], subject) if to_come else taken


def _is_of_new(change: Change) -> bool:
    """Whether a change is about a row that is only to come."""
    place = change.place
    return any(one.startswith("new-") for one in (place.task_id, place.skill_id, place.barrier_id))


def _decided(row: NewRow, chosen: dict[Spot, Change], split: set[Spot]) -> NewRow:
    """A new row with the version that was chosen of what files disagree about, and nothing where none was."""
    said: list[Said] = []
    for one in row.said:
        place = replace(row.place, skill_id=one.skill_id) if one.skill_id else row.place
        version = chosen.get((place, one.field))
        if version is not None:
            said.append(replace(one, value=version.after, cell=version.cell))
        elif (place, one.field) not in split:
            said.append(one)
    return replace(row, said=tuple(said))
