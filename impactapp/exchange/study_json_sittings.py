"""Sittings, their participants by group and what was voted, as JSON and back through the gates of the edits."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any, TypeVar

from impactapp.domain.edits.workshop import (
    LARGEST_GROUP,
    LEAST_SHOWN_LIMITS,
    LONGEST_SITTING,
    MOST_ROUNDS,
    require_counts,
    require_group,
    require_present,
    require_protocol,
    require_tally,
    tally_place,
)
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Origin
from impactapp.domain.text import clean_line, clean_text, clean_title
from impactapp.domain.workshop import (
    SURVEY_SIZE,
    Counts,
    Group,
    GroupKind,
    Moment,
    Positions,
    Protocol,
    Question,
    Scope,
    Sitting,
    SurveyItem,
    Talk,
    Tally,
)
from impactapp.exchange.json_fields import Field, Members, iso_day, own_id

_SITTING = (
    *("id", "title", "day", "place", "profession_ids", "groups", "protocol", "talks", "positions", "survey"),
    *("received", "simulated", "training"),
)
_GROUP = ("id", "kind", "size", "title")
_PROTOCOL = ("rounds", "scope", "agreement", "majority", "least_shown", "minutes")
_TALK = (
    *("task_id", "title", "profession", "round", "tallies", "seconds", "parked", "settled", "dissent"),
    *("dissent_text", "note"),
)
_TALLY = ("round", "aspect", "hypothesis", "group_id", "faible", "moyen", "fort")
_MOST = 1_000_000_000  # of persons or seconds: far above what a sitting has
_DEFAULTS = Protocol()
T = TypeVar("T")


def sitting_to_json(sitting: Sitting) -> dict[str, Any]:
    """A sitting with all that was voted and said in it, as JSON values."""
    protocol = sitting.protocol
    return {
        "id": sitting.id,
        "title": sitting.title,
        "day": None if sitting.day is None else sitting.day.isoformat(),
        "place": sitting.place,
        "profession_ids": list(sitting.profession_ids),
        "groups": [
            {"id": group.id, "kind": group.kind.value, "size": group.size, "title": group.title}
            for group in sitting.groups
        ],
        "protocol": {
            "rounds": protocol.rounds,
            "scope": protocol.scope.value,
            "agreement": protocol.agreement,
            "majority": protocol.majority,
            "least_shown": protocol.least_shown,
            "minutes": protocol.minutes,
        },
        "talks": [_talk_to_json(talk) for talk in sitting.talks],
        "positions": [
            {"moment": placed.moment.value, "group_id": placed.group_id, "counts": list(placed.counts)}
            for placed in sitting.positions
        ],
        "survey": [{"number": item.number, "text": item.text, "counts": list(item.counts)} for item in sitting.survey],
        "received": list(sitting.received),
        "simulated": sitting.is_simulated,
        "training": sitting.is_training,
    }


def sitting_from_json(field: Field, profession_ids: Collection[str], origin: Origin) -> Sitting:
    """A sitting of a study of this origin with these professions."""
    members = field.members(_SITTING)
    sitting = Sitting(
        id=own_id(members.field("id")),
        title=members.field("title").text(clean_title),
        day=members.field("day").optional(lambda found: found.code(iso_day)),
        place=members.field("place", "").text(clean_line),
        profession_ids=_each_once(members.field("profession_ids", []), lambda item: _known(item, profession_ids)),
        groups=_each_once(members.field("groups", []), _group, lambda group: group.id, "id"),
        protocol=_protocol(members.field("protocol", {})),
        received=tuple(sorted(_each_once(members.field("received", []), own_id))),
        is_simulated=_demonstrated(members.field("simulated", False), origin),
        is_training=_demonstrated(members.field("training", False), origin),
    )
    talks = _each_once(
        members.field("talks", []), lambda item: _talk(item, sitting), lambda talk: talk.task_id, "task_id"
    )
    positions = _each_once(members.field("positions", []), lambda item: _positions(item, sitting), _place, "group_id")
    survey = _each_once(
        members.field("survey", []), lambda item: _item(item, sitting), lambda one: one.number, "number"
    )
    return replace(
        sitting,
        talks=talks,
        positions=tuple(sorted((placed for placed in positions if any(placed.counts)), key=_place)),
        survey=tuple(sorted(survey, key=lambda item: item.number)),
    )


def _talk_to_json(talk: Talk) -> dict[str, Any]:
    return {
        "task_id": talk.task_id,
        "title": talk.title,
        "profession": talk.profession,
        "round": talk.round,
        "tallies": [
            {
                "round": tally.round,
                "aspect": tally.question.aspect.value,
                "hypothesis": None if tally.question.hypothesis is None else tally.question.hypothesis.value,
                "group_id": tally.group_id,
                "faible": tally.counts.faible,
                "moyen": tally.counts.moyen,
                "fort": tally.counts.fort,
            }
            for tally in talk.tallies
        ],
        "seconds": talk.seconds,
        "parked": talk.is_parked,
        "settled": talk.is_settled,
        "dissent": talk.dissent,
        "dissent_text": talk.dissent_text,
        "note": talk.note,
    }


def _group(field: Field) -> Group:
    members = field.members(_GROUP)
    group = Group(
        own_id(members.field("id")),
        members.field("kind", GroupKind.OTHER.value).code(GroupKind),
        members.field("size").whole(LARGEST_GROUP),
        members.field("title", "").text(clean_line),
    )
    _through(lambda: require_group(group), members.field("title" if group.size else "size"))
    return group


def _protocol(field: Field) -> Protocol:
    members = field.members(_PROTOCOL)
    protocol = Protocol(
        members.field("rounds", _DEFAULTS.rounds).whole(MOST_ROUNDS),
        members.field("scope", _DEFAULTS.scope.value).code(Scope),
        members.field("agreement", _DEFAULTS.agreement).number(1),
        members.field("majority", _DEFAULTS.majority).number(1),
        members.field("least_shown", _DEFAULTS.least_shown).whole(LEAST_SHOWN_LIMITS[1]),
        members.field("minutes", _DEFAULTS.minutes).whole(LONGEST_SITTING),
    )
    _through(lambda: require_protocol(protocol), field)
    return protocol


def _talk(field: Field, sitting: Sitting) -> Talk:
    members = field.members(_TALK)
    reached = members.field("round", 1)
    talk = Talk(
        task_id=own_id(members.field("task_id")),
        title=members.field("title").text(clean_title),
        profession=members.field("profession", "").text(clean_line),
        round=reached.whole(MOST_ROUNDS) or reached.refuse(),
        seconds=members.field("seconds", 0).whole(_MOST),
        is_parked=members.field("parked", False).flag(),
        is_settled=members.field("settled", False).flag(),
        dissent=members.field("dissent", 0).whole(_MOST),
        dissent_text=members.field("dissent_text", "").text(clean_text),
        note=members.field("note", "").text(clean_text),
    )
    _through(lambda: require_present(sitting, (talk.dissent,)), members.field("dissent"))
    tallies = _each_once(members.field("tallies", []), lambda item: _tally(item, sitting, talk), tally_place)
    kept = (tally for tally in tallies if tally.counts.total)
    return replace(talk, tallies=tuple(sorted(kept, key=tally_place)))


def _tally(field: Field, sitting: Sitting, talk: Talk) -> Tally:
    members = field.members(_TALLY)
    question = Question(
        members.field("aspect", Aspect.SUBSTITUTION.value).code(Aspect),
        members.field("hypothesis").optional(lambda found: found.code(Hypothesis)),
    )
    counts = Counts(*(members.field(name, 0).whole(LARGEST_GROUP) for name in ("faible", "moyen", "fort")))
    tally = Tally(members.field("round", 1).whole(MOST_ROUNDS), question, own_id(members.field("group_id")), counts)
    _through(lambda: require_tally(sitting, talk, tally), field)
    return tally


def _positions(field: Field, sitting: Sitting) -> Positions:
    members = field.members(("moment", "group_id", "counts"))
    placed = Positions(
        members.field("moment").code(Moment), own_id(members.field("group_id")), _four(members.field("counts"))
    )
    _through(lambda: require_counts(sitting, placed.group_id, placed.counts), field)
    return placed


def _item(field: Field, sitting: Sitting) -> SurveyItem:
    members = field.members(("number", "text", "counts"))
    number = members.field("number")
    item = SurveyItem(
        number.whole(SURVEY_SIZE) or number.refuse(),
        members.field("text", "").text(clean_line),
        _four(members.field("counts", [0, 0, 0, 0])),
    )
    _through(lambda: require_present(sitting, item.counts), members.field("counts"))
    return item


def _place(placed: Positions) -> tuple[str, str]:
    return placed.moment, placed.group_id


def _four(field: Field) -> tuple[int, int, int, int]:
    counts = [item.whole(_MOST) for item in field.items()]
    if len(counts) != 4:
        field.refuse()
    one, two, three, four = counts
    return one, two, three, four


def _known(field: Field, profession_ids: Collection[str]) -> str:
    if own_id(field) not in profession_ids:
        field.refuse(EditError(Problem.UNKNOWN_PROFESSION))
    return str(field.value)


def _demonstrated(field: Field, origin: Origin) -> bool:
    if field.flag() and origin is not Origin.DEMONSTRATION:
        field.refuse(EditError(Problem.TRAINING_NEEDS_DEMONSTRATION))
    return bool(field.value)


def _through(gate: Callable[[], None], field: Field) -> None:
    try:
        gate()
    except EditError as refused:
        field.refuse(refused)


def _each_once(
    field: Field, read: Callable[[Field], T], key: Callable[[T], object] = lambda thing: thing, blamed: str = ""
) -> tuple[T, ...]:
    """The things of a list; the second of a kind is refused at the field that tells it apart."""
    found: dict[object, T] = {}
    for item in field.items():
        thing = read(item)
        if key(thing) in found:
            place = Members(item, item.value).field(blamed) if blamed else item
            place.refuse(EditError(Problem.ID_TAKEN, id=place.value if blamed else key(thing)))
        found[key(thing)] = thing
    return tuple(found.values())
