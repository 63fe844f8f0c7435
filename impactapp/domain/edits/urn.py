"""Secret votes: they wait in an urn, which is opened once at least the least size shown has come.

Whatever is shown is then made of packets of that many secret votes or more, none of which is ever taken apart: no two
screens, files or minutes differ by fewer, whoever compares them.
"""

from collections.abc import Sequence
from dataclasses import replace

from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.edits.sitting_gates import pool_place, require_counts, require_question, tally_place
from impactapp.domain.edits.workshop import replace_sitting
from impactapp.domain.level import Level
from impactapp.domain.workshop import Counts, Pool, Question, Sitting, Talk, Tally

NOBODY = Counts()


def open_urn(sitting: Sitting, task_ids: Sequence[str] = (), subject: str = "") -> Edit:
    """Let the secret votes on activities, on all without any, be shown where enough have come.

    Where some of them wait in a former value of the study, it gives that value all of them: of votes that were shown
    together none can be taken back alone.
    """
    chosen = [talk for talk in sitting.talks if not task_ids or talk.task_id in task_ids]
    made = {talk.task_id: opened(talk, sitting.protocol.least_shown) for talk in chosen}
    shown = {talk.task_id: (made[talk.task_id], _opened_between(talk, made[talk.task_id])) for talk in chosen}

    def changed(found: Sitting) -> Sitting:
        talks = tuple(_as_shown(talk, *shown[talk.task_id]) if talk.task_id in shown else talk for talk in found.talks)
        return replace(found, talks=talks)

    return Edit(EditKind.OPEN_URN, lambda study: replace_sitting(study, sitting.id, changed), subject or sitting.title)


def can_open(sitting: Sitting, task_id: str = "") -> bool:
    """Whether votes that wait, on an activity or on any, are enough to be shown."""
    least = sitting.protocol.least_shown
    return any(
        talk.waiting(number, question) >= least
        for talk in sitting.talks
        if task_id in ("", talk.task_id)
        for number, question in _places(talk)
    )


def opened(talk: Talk, least: int) -> Talk:
    """The talk with the votes that wait counted, for each question of each round on which at least ``least`` do."""
    for place in _places(talk):
        talk = _opened_at(talk, *place, least)
    return talk


def with_secret_vote(sitting: Sitting, talk: Talk, question: Question, group_id: str, level: Level) -> Talk:
    """The talk with one more vote that waits.

    A group that is too small to be shown by itself votes in the pool: nothing is kept of what it votes alone.
    """
    require_question(sitting, question)
    tally = talk.tally(talk.round, question, group_id) or Tally(talk.round, question, group_id, NOBODY)
    require_counts(sitting, group_id, (tally.voted + 1,))
    one = Counts(*(int(level is other) for other in Level))
    group = sitting.group(group_id)
    if group is None or group.size >= sitting.protocol.least_shown:
        return with_tally(talk, replace(tally, waiting=tally.waiting.plus(one)))
    pool = talk.pool(talk.round, question)
    return _with_pool(
        with_tally(talk, replace(tally, apart=tally.apart + 1)), replace(pool, waiting=pool.waiting.plus(one))
    )


def _places(talk: Talk) -> list[tuple[int, Question]]:
    """Where secret votes wait."""
    of_groups = [(tally.round, tally.question) for tally in talk.tallies if tally.waiting.total]
    return list(
        dict.fromkeys([*of_groups, *((pool.round, pool.question) for pool in talk.pools if pool.waiting.total)])
    )


def _opened_at(talk: Talk, number: int, question: Question, least: int) -> Talk:
    if talk.waiting(number, question) < least:
        return talk
    pool = talk.pool(number, question)
    waiting = [t for t in talk.tallies if (t.round, t.question) == (number, question) and t.waiting.total]
    together = _together(waiting, pool.waiting.total, least)
    for tally in waiting:
        if tally.group_id in together:
            pool = replace(pool, counts=pool.counts.plus(tally.waiting))
            talk = with_tally(talk, replace(tally, waiting=NOBODY, apart=tally.apart + tally.waiting.total))
        else:
            talk = with_tally(talk, replace(tally, waiting=NOBODY, counts=tally.counts.plus(tally.waiting)))
    return _with_pool(talk, replace(pool, counts=pool.counts.plus(pool.waiting), waiting=NOBODY))


def _together(waiting: Sequence[Tally], pooled: int, least: int) -> set[str]:
    """The groups whose votes are told in the total only: the small ones, and others until they are ``least``."""
    chosen: set[str] = set()
    for tally in sorted(waiting, key=lambda tally: tally.waiting.total):
        if tally.waiting.total < least or 0 < pooled < least:
            chosen.add(tally.group_id)
            pooled += tally.waiting.total
    return chosen


def _opened_between(before: Talk, after: Talk) -> list[tuple[int, Question]]:
    return [place for place in _places(before) if not after.waiting(*place)]


def _as_shown(talk: Talk, shown: Talk, places: Sequence[tuple[int, Question]]) -> Talk:
    """A value of the talk in which what was voted at these places is what was shown, where secret votes wait in it."""
    for place in places:
        if talk.waiting(*place):
            others = [tally for tally in talk.tallies if (tally.round, tally.question) != place]
            told = [tally for tally in shown.tallies if (tally.round, tally.question) == place]
            talk = replace(talk, tallies=tuple(sorted((*others, *told), key=tally_place)))
            talk = _with_pool(talk, shown.pool(*place))
    return talk


def with_tally(talk: Talk, tally: Tally) -> Talk:
    """The talk with a tally in its place; one without a vote goes."""
    others = [t for t in talk.tallies if tally_place(t) != tally_place(tally)]
    told = [*others, tally] if tally.voted else others
    return replace(talk, tallies=tuple(sorted(told, key=tally_place)))


def _with_pool(talk: Talk, pool: Pool) -> Talk:
    others = [p for p in talk.pools if pool_place(p) != pool_place(pool)]
    told = [*others, pool] if pool.voted else others
    return replace(talk, pools=tuple(sorted(told, key=pool_place)))
