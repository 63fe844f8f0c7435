"""What was voted and said of one activity of a sitting, as JSON and back through the gates of the edits."""

from dataclasses import replace
from typing import Any

from impactapp.domain.edits.sitting_gates import (
    LARGEST_GROUP,
    MOST_ROUNDS,
    pool_place,
    require_asked,
    require_pools,
    require_present,
    require_tally,
    tally_place,
)
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.text import clean_line, clean_text, clean_title
from impactapp.domain.workshop import Counts, Pool, Question, Sitting, Talk, Tally
from impactapp.exchange.json_fields import Field, Members, own_id
from impactapp.exchange.json_gates import each_once, through

_TALK = (
    *("task_id", "title", "profession", "round", "tallies", "seconds", "parked", "settled", "dissent"),
    *("dissent_text", "note", "pools"),
)
_LEVELS = ("faible", "moyen", "fort")
_TALLY = ("round", "aspect", "hypothesis", "group_id", *_LEVELS, "waiting", "apart")
_POOL = ("round", "aspect", "hypothesis", *_LEVELS, "waiting")
_MOST = 1_000_000_000  # of persons or seconds: far above what a sitting has
_MOST_VOTES = 1_000_000  # of a pool, which may hold those of many groups


def talk_to_json(talk: Talk) -> dict[str, Any]:
    """A talk with all that was voted and said in it, as JSON values."""
    return {
        "task_id": talk.task_id,
        "title": talk.title,
        "profession": talk.profession,
        "round": talk.round,
        "tallies": [
            {**_asked_to_json(tally), "group_id": tally.group_id, **_votes_to_json(tally), "apart": tally.apart}
            for tally in talk.tallies
        ],
        "seconds": talk.seconds,
        "parked": talk.is_parked,
        "settled": talk.is_settled,
        "dissent": talk.dissent,
        "dissent_text": talk.dissent_text,
        "note": talk.note,
        "pools": [{**_asked_to_json(pool), **_votes_to_json(pool)} for pool in talk.pools],
    }


def _asked_to_json(voted: Tally | Pool) -> dict[str, Any]:
    hypothesis = voted.question.hypothesis
    return {
        "round": voted.round,
        "aspect": voted.question.aspect.value,
        "hypothesis": None if hypothesis is None else hypothesis.value,
    }


def _votes_to_json(voted: Tally | Pool) -> dict[str, Any]:
    waiting = dict(zip(_LEVELS, voted.waiting.levels, strict=True))
    return {**dict(zip(_LEVELS, voted.counts.levels, strict=True)), "waiting": waiting}


def talk_from_json(field: Field, sitting: Sitting) -> Talk:
    """A talk of a sitting whose groups and protocol are known."""
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
    through(lambda: require_present(sitting, (talk.dissent,)), members.field("dissent"))
    tallies = each_once(members.field("tallies", []), lambda item: _tally(item, sitting, talk), tally_place)
    pools = each_once(members.field("pools", []), lambda item: _pool(item, sitting, talk), pool_place)
    kept, told = (tally for tally in tallies if tally.voted), (pool for pool in pools if pool.voted)
    whole = replace(talk, tallies=tuple(sorted(kept, key=tally_place)), pools=tuple(sorted(told, key=pool_place)))
    through(lambda: require_pools(sitting, whole), members.field("pools", []))
    return whole


def _tally(field: Field, sitting: Sitting, talk: Talk) -> Tally:
    members = field.members(_TALLY)
    tally = Tally(
        members.field("round", 1).whole(MOST_ROUNDS),
        _question(members),
        own_id(members.field("group_id")),
        _counts(members),
        _counts(members.field("waiting", {}).members(_LEVELS)),
        members.field("apart", 0).whole(LARGEST_GROUP),
    )
    through(lambda: require_tally(sitting, talk, tally), field)
    return tally


def _pool(field: Field, sitting: Sitting, talk: Talk) -> Pool:
    members = field.members(_POOL)
    number, waiting = members.field("round", 1), members.field("waiting", {}).members(_LEVELS)
    pool = Pool(number.whole(MOST_ROUNDS), _question(members), _counts(members), _counts(waiting))
    through(lambda: require_asked(sitting, talk, pool.round, pool.question), field)
    return pool


def _question(members: Members) -> Question:
    return Question(
        members.field("aspect", Aspect.SUBSTITUTION.value).code(Aspect),
        members.field("hypothesis").optional(lambda found: found.code(Hypothesis)),
    )


def _counts(members: Members) -> Counts:
    return Counts(*(members.field(name, 0).whole(_MOST_VOTES) for name in _LEVELS))
