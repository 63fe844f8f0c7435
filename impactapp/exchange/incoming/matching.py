"""Rows without ids beside what a study holds, by their words: RapidFuzz gives a score, somebody confirms."""

from collections.abc import Sequence
from dataclasses import dataclass

from impactapp.domain.analysis.incoming_index import Index
from impactapp.domain.incoming import Field, Guess, Kind, Place, Reading, Row
from impactapp.domain.study import Study
from impactapp.domain.text import title_key

LEAST_SCORE = 72.0
_SHARED = 0.75  # how much the words in common count for, beside the whole text
EXACT = 100.0
_IN_NONE = (Kind.UNIT, Kind.CENSUS)  # of the study, not of a profession
_MATCHED = (Kind.TASK, Kind.SKILL, Kind.BARRIER, *_IN_NONE)


def propose(reading: Reading, study: Study) -> tuple[Guess, ...]:
    """The likeliest place of each row without one, each place at most once a sheet; a row like none is in no guess.

    What the file speaks of by its id is not looked at; the same words score 100.
    """
    index = Index(study)
    # the place of a link without its task is that of its skill
    taken = {row.place for row in reading.rows if row.place is not None and row.kind is not Kind.LINK}
    guesses: list[Guess] = []
    groups: dict[tuple[Kind, str, str], list[Row]] = {}
    for row in reading.rows:
        if row.place is None and row.kind in _MATCHED and row.title:
            of = "" if row.kind in _IN_NONE else index.profession_named(row.profession)
            if of is not None:
                groups.setdefault((row.kind, of, row.cell.sheet), []).append(row)
    for (kind, of, _sheet), rows in groups.items():
        free = [(place, title) for place, title in index.rows(kind, of) if place not in taken]
        if kind is Kind.UNIT:
            free = [(place, index.unit_title(place.unit_id)) for place, _title in free]
        guesses += _matched([_Named(row, _words(row, index)) for row in rows], free)
    return tuple(guesses)


@dataclass(frozen=True, slots=True)
class _Named:
    """A row and the words it is known by."""

    row: Row
    title: str


def _words(row: Row, index: Index) -> str:
    """Its title; of a service with its site, for two sites may have one of the same name."""
    site = next((index.units.get(str(one.value)) for one in row.said if one.field is Field.UNIT_SITE), None)
    return row.title if site is None else f"{row.title} ({site.title})"


def _matched(rows: Sequence[_Named], free: Sequence[tuple[Place, str]]) -> list[Guess]:
    """The same words first, then the likest pairs, the best score first."""
    by_title = {title_key(" ".join(title.split())): (place, title) for place, title in free}
    guesses, left = [], []
    for row in rows:
        exact = by_title.pop(title_key(" ".join(row.title.split())), None)
        if exact is None:
            left.append(row)
        else:
            guesses.append(Guess(row.row, *exact, EXACT))
    return guesses + _likest(left, list(by_title.values()))


def _likest(rows: Sequence[_Named], free: Sequence[tuple[Place, str]]) -> list[Guess]:
    if not rows or not free:
        return []
    from rapidfuzz import fuzz, process, utils

    titles = [title for _place, title in free]
    pairs: list[tuple[float, int, int]] = []
    for position, row in enumerate(rows):
        found = process.extract(
            row.title,
            titles,
            scorer=fuzz.token_ratio,
            processor=utils.default_process,
            limit=5,
            score_cutoff=LEAST_SCORE,
        )
        for title, shared, at in found:
            # a word or two of a long title are part of it, and far from all of it
            whole = fuzz.QRatio(row.title, title, processor=utils.default_process)
            score = _SHARED * shared + (1 - _SHARED) * whole
            if score >= LEAST_SCORE:
                pairs.append((score, position, at))
    guesses: list[Guess] = []
    used_rows: set[int] = set()
    used: set[int] = set()
    for score, position, at in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if position not in used_rows and at not in used:
            used_rows.add(position)
            used.add(at)
            guesses.append(Guess(rows[position].row, *free[at], min(round(score, 1), EXACT - 0.1)))
    return guesses
