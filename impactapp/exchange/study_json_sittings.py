"""Sittings, their participants by group and what was voted, as JSON and back through the gates of the edits."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any, TypeVar

from impactapp.domain.edits.sitting_gates import (
    LARGEST_GROUP,
    LEAST_SHOWN_LIMITS,
    LONGEST_SITTING,
    MOST_ROUNDS,
    require_counts,
    require_group,
    require_present,
    require_protocol,
)
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Origin
from impactapp.domain.text import clean_line, clean_title
from impactapp.domain.workshop import (
    SURVEY_SIZE,
    Group,
    GroupKind,
    Moment,
    Positions,
    Protocol,
    Scope,
    Sitting,
    SurveyItem,
)
from impactapp.exchange.json_fields import Field, iso_day, own_id
from impactapp.exchange.json_gates import each_once, through
from impactapp.exchange.study_json_talks import talk_from_json, talk_to_json

_SITTING = (
    *("id", "title", "day", "place", "profession_ids", "groups", "protocol", "talks", "positions", "survey"),
    *("received", "simulated", "training", "about_none"),
)
_GROUP = ("id", "kind", "size", "title")
_PROTOCOL = ("rounds", "scope", "agreement", "majority", "least_shown", "minutes")
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
        "talks": [talk_to_json(talk) for talk in sitting.talks],
        "positions": [
            {"moment": placed.moment.value, "group_id": placed.group_id, "counts": list(placed.counts)}
            for placed in sitting.positions
        ],
        "survey": [{"number": item.number, "text": item.text, "counts": list(item.counts)} for item in sitting.survey],
        "received": list(sitting.received),
        "simulated": sitting.is_simulated,
        "training": sitting.is_training,
        "about_none": sitting.is_about_none,
    }


def sitting_from_json(field: Field, profession_ids: Collection[str], origin: Origin) -> Sitting:
    """A sitting of a study of this origin with these professions."""
    members = field.members(_SITTING)
    sitting = Sitting(
        id=own_id(members.field("id")),
        title=members.field("title").text(clean_title),
        day=members.field("day").optional(lambda found: found.code(iso_day)),
        place=members.field("place", "").text(clean_line),
        profession_ids=each_once(members.field("profession_ids", []), lambda item: _known(item, profession_ids)),
        groups=each_once(members.field("groups", []), _group, lambda group: group.id, "id"),
        protocol=_protocol(members.field("protocol", {})),
        received=tuple(sorted(each_once(members.field("received", []), own_id))),
        is_simulated=_demonstrated(members.field("simulated", False), origin),
        is_training=_demonstrated(members.field("training", False), origin),
        is_about_none=members.field("about_none", False).flag(),
    )
    talks = each_once(
        members.field("talks", []), lambda item: talk_from_json(item, sitting), lambda talk: talk.task_id, "task_id"
    )
    positions = each_once(members.field("positions", []), lambda item: _positions(item, sitting), _place, "group_id")
    survey = each_once(members.field("survey", []), lambda item: _item(item, sitting), lambda one: one.number, "number")
    return replace(
        sitting,
        talks=talks,
        positions=tuple(sorted((placed for placed in positions if any(placed.counts)), key=_place)),
        survey=tuple(sorted(survey, key=lambda item: item.number)),
    )


def _group(field: Field) -> Group:
    members = field.members(_GROUP)
    group = Group(
        own_id(members.field("id")),
        members.field("kind", GroupKind.OTHER.value).code(GroupKind),
        members.field("size").whole(LARGEST_GROUP),
        members.field("title", "").text(clean_line),
    )
    through(lambda: require_group(group), members.field("title" if group.size else "size"))
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
    through(lambda: require_protocol(protocol), field)
    return protocol


def _positions(field: Field, sitting: Sitting) -> Positions:
    members = field.members(("moment", "group_id", "counts"))
    placed = Positions(
        members.field("moment").code(Moment), own_id(members.field("group_id")), _four(members.field("counts"))
    )
    through(lambda: require_counts(sitting, placed.group_id, placed.counts), field)
    return placed


def _item(field: Field, sitting: Sitting) -> SurveyItem:
    members = field.members(("number", "text", "counts"))
    number = members.field("number")
    item = SurveyItem(
        number.whole(SURVEY_SIZE) or number.refuse(),
        members.field("text", "").text(clean_line),
        _four(members.field("counts", [0, 0, 0, 0])),
    )
    through(lambda: require_present(sitting, item.counts), members.field("counts"))
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
