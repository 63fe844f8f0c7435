"""Sittings, their participants by group and what was voted, as rows and back."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from impactapp.domain.edits.sitting_gates import LARGEST_GROUP, require_protocol
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.problems import EditError
from impactapp.domain.workshop import (
    Counts,
    Group,
    GroupKind,
    Moment,
    Pool,
    Positions,
    Protocol,
    Question,
    Scope,
    Sitting,
    SurveyItem,
    Talk,
    Tally,
)
from impactapp.store.row_values import Row, count_of, day_of, day_text, flag_of, text_of
from impactapp.store.table_columns import COUNTED

T = TypeVar("T")
# a table, then the values of its key
Key = tuple[str, ...]


def sitting_rows(sitting: Sitting, position: int, untouched: Collection[str] = ()) -> Iterator[tuple[Key, Row]]:
    """Every row of a sitting at its place in the study, but those of the talks that are left untouched."""
    id = sitting.id
    yield ("sitting", id), _sitting_row(sitting, position)
    for place, profession_id in enumerate(sitting.profession_ids):
        row: Row = {"sitting_id": id, "profession_id": profession_id, "position": place}
        yield ("sitting_profession", id, profession_id), row
    for place, group in enumerate(sitting.groups):
        about: Row = {"kind": group.kind.value, "size": group.size, "title": group.title}
        yield ("sitting_group", id, group.id), {"sitting_id": id, "id": group.id, "position": place, **about}
    for place, talk in enumerate(sitting.talks):
        if talk.task_id not in untouched:
            yield ("talk", id, talk.task_id), _talk_row(id, talk, place)
            yield from _tally_rows(id, talk)
            yield from _pool_rows(id, talk)
    for placed in sitting.positions:
        own: Row = {"sitting_id": id, "moment": placed.moment.value, "group_id": placed.group_id}
        yield ("self_position", id, placed.moment.value, placed.group_id), {**own, **_answers(placed.counts)}
    for item in sitting.survey:
        asked: Row = {"sitting_id": id, "number": item.number, "text": item.text}
        yield ("survey_item", id, str(item.number)), {**asked, **_answers(item.counts)}
    for number in sitting.received:
        yield ("received_ballot", id, number), {"sitting_id": id, "number": number}


def _sitting_row(sitting: Sitting, position: int) -> Row:
    protocol = sitting.protocol
    return {
        "id": sitting.id,
        "position": position,
        "title": sitting.title,
        "day": day_text(sitting.day),
        "place": sitting.place,
        "rounds": protocol.rounds,
        "scope": protocol.scope.value,
        "agreement": protocol.agreement,
        "majority": protocol.majority,
        "least_shown": protocol.least_shown,
        "minutes": protocol.minutes,
        "simulated": int(sitting.is_simulated),
        "training": int(sitting.is_training),
        "about_none": int(sitting.is_about_none),
    }


def _talk_row(sitting_id: str, talk: Talk, position: int) -> Row:
    return {
        "sitting_id": sitting_id,
        "task_id": talk.task_id,
        "position": position,
        "title": talk.title,
        "profession": talk.profession,
        "round": talk.round,
        "seconds": talk.seconds,
        "parked": int(talk.is_parked),
        "settled": int(talk.is_settled),
        "dissent": talk.dissent,
        "dissent_text": talk.dissent_text,
        "note": talk.note,
    }


def _tally_rows(sitting_id: str, talk: Talk) -> Iterator[tuple[Key, Row]]:
    for tally in talk.tallies:
        asked = {**_asked(sitting_id, talk, tally), "group_id": tally.group_id}
        yield ("tally", *map(str, asked.values())), {**asked, **_counted(tally), "apart": tally.apart}


def _pool_rows(sitting_id: str, talk: Talk) -> Iterator[tuple[Key, Row]]:
    for pool in talk.pools:
        asked = _asked(sitting_id, talk, pool)
        yield ("vote_pool", *map(str, asked.values())), {**asked, **_counted(pool)}


def _asked(sitting_id: str, talk: Talk, voted: Tally | Pool) -> Row:
    hypothesis = voted.question.hypothesis
    return {
        "sitting_id": sitting_id,
        "task_id": talk.task_id,
        "round": voted.round,
        "aspect": voted.question.aspect.value,
        "hypothesis": hypothesis.value if hypothesis else "",
    }


def _counted(voted: Tally | Pool) -> Row:
    return dict(zip(COUNTED.split(", "), (*voted.counts.levels, *voted.waiting.levels), strict=True))


def _answers(counts: tuple[int, int, int, int]) -> Row:
    return dict(zip(("one", "two", "three", "four"), counts, strict=True))


def sitting_of(row: Sequence[Any]) -> Sitting:
    """A sitting without its parts; this and the next raise ``ValueError`` or ``TypeError`` on what means nothing."""
    id, title, day, place, rounds, scope, agreement, majority, least_shown, minutes, simulated, *flags = row
    training, about_none = map(flag_of, flags)
    protocol = Protocol(count_of(rounds), Scope(scope), agreement, majority, count_of(least_shown), count_of(minutes))
    try:
        require_protocol(protocol)
    except EditError as refused:
        raise ValueError(str(refused)) from refused
    return Sitting(
        text_of(id),
        text_of(title),
        day_of(day),
        text_of(place),
        protocol=protocol,
        is_simulated=flag_of(simulated),
        is_training=training,
        is_about_none=about_none,
    )


def group_of(row: Sequence[Any]) -> Group:
    """A group of its row."""
    _sitting, id, kind, size, title = row
    if not 0 < count_of(size) <= LARGEST_GROUP:
        raise ValueError(f"size {size}")
    return Group(text_of(id), GroupKind(kind), size, text_of(title))


def talk_of(row: Sequence[Any], tallies: Sequence[Tally] = (), pools: Sequence[Pool] = ()) -> Talk:
    """A talk of its row, with what was voted in it."""
    _sitting, task_id, title, profession, number, seconds, parked, settled, dissent, dissent_text, note = row
    return Talk(
        text_of(task_id),
        text_of(title),
        text_of(profession),
        count_of(number),
        tuple(tallies),
        count_of(seconds),
        flag_of(parked),
        flag_of(settled),
        count_of(dissent),
        text_of(dissent_text),
        text_of(note),
        tuple(pools),
    )


def tally_of(row: Sequence[Any]) -> Tally:
    """A tally of its row."""
    _sitting, _task, number, aspect, hypothesis, group_id, *counted, apart = row
    counts, waiting = _both(counted)
    return Tally(count_of(number), _question(aspect, hypothesis), text_of(group_id), counts, waiting, count_of(apart))


def pool_of(row: Sequence[Any]) -> Pool:
    """The secret votes of all groups together, of their row."""
    _sitting, _task, number, aspect, hypothesis, *counted = row
    return Pool(count_of(number), _question(aspect, hypothesis), *_both(counted))


def _question(aspect: str, hypothesis: str) -> Question:
    return Question(Aspect(aspect), Hypothesis(hypothesis) if hypothesis != "" else None)


def _both(counted: Sequence[int]) -> tuple[Counts, Counts]:
    """Those that may be shown, and those that wait."""
    one, two, three, *waiting = map(count_of, counted)
    return Counts(one, two, three), Counts(*waiting)


def positions_of(row: Sequence[Any]) -> Positions:
    """How a group places itself, of its row."""
    _sitting, moment, group_id, *counts = row
    return Positions(Moment(moment), text_of(group_id), _four(counts))


def survey_item_of(row: Sequence[Any]) -> SurveyItem:
    """A question of the form at the end, of its row."""
    _sitting, number, text, *counts = row
    return SurveyItem(count_of(number), text_of(text), _four(counts))


def name_of(row: Sequence[Any]) -> str:
    """The profession of a sitting, or the number of a ballot, of its row."""
    _sitting, name = row
    return text_of(name)


def sittings_of(found: Mapping[str, Sequence[Any]], profession_ids: Collection[str]) -> tuple[Sitting, ...]:
    """The sittings of a study; raises ``ValueError`` on a part without what it belongs to."""
    tallies, pools = _grouped(found["tally"], tally_of, 2), _grouped(found["vote_pool"], pool_of, 2)
    parts: dict[str, dict[tuple[Any, ...], list[Any]]] = {
        "profession_ids": _grouped(found["sitting_profession"], name_of),
        "groups": _grouped(found["sitting_group"], group_of),
        "talks": _grouped(
            found["talk"], lambda row: talk_of(row, tallies.pop((row[0], row[1]), ()), pools.pop((row[0], row[1]), ()))
        ),
        "positions": _grouped(found["self_position"], positions_of),
        "survey": _grouped(found["survey_item"], survey_item_of),
        "received": _grouped(found["received_ballot"], name_of),
    }
    sittings = []
    for row in found["sitting"]:
        own: dict[str, Any] = {name: tuple(listed.pop((row[0],), ())) for name, listed in parts.items()}
        sittings.append(replace(sitting_of(row), **own))
    if tallies or pools or any(parts.values()):
        raise ValueError("parts of a sitting that is not there")
    for sitting in sittings:
        _require_own(sitting, profession_ids)
    return tuple(sittings)


def _require_own(sitting: Sitting, profession_ids: Collection[str]) -> None:
    groups = {group.id for group in sitting.groups}
    voters = {tally.group_id for talk in sitting.talks for tally in talk.tallies}
    if not groups.issuperset(voters) or not groups.issuperset(placed.group_id for placed in sitting.positions):
        raise ValueError("votes of a group that does not take part")
    if not set(sitting.profession_ids).issubset(profession_ids):
        raise ValueError("a sitting on a profession that is not there")


def _grouped(rows: Iterable[Any], read: Callable[[Any], T], keys: int = 1) -> dict[tuple[Any, ...], list[T]]:
    found: dict[tuple[Any, ...], list[T]] = {}
    for row in rows:
        found.setdefault(tuple(row[:keys]), []).append(read(row))
    return found


def _four(counts: Sequence[int]) -> tuple[int, int, int, int]:
    one, two, three, four = map(count_of, counts)
    return one, two, three, four
