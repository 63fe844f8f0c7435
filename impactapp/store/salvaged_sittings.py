"""The sittings that can be saved of a damaged study, each with what no edit would refuse of it."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from impactapp.domain.edits.sitting_gates import (
    MOST_ROUNDS,
    pool_place,
    require_counts,
    require_group,
    require_pools,
    require_present,
    require_tally,
    tally_place,
)
from impactapp.domain.level import Aspect
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.workshop import Pool, Positions, Protocol, Scope, Sitting, SurveyItem, Talk
from impactapp.i18n import _
from impactapp.store import sitting_rows
from impactapp.store.losses import MEANINGLESS, Loss, LossCode, row_lost
from impactapp.store.row_values import text_of
from impactapp.store.salvaged_rows import SalvagedTable

T = TypeVar("T")
Tables = Mapping[str, SalvagedTable]
_NONE = (0, 0, 0, 0)
# refused for want of what it belongs to
_OWNERS = (Problem.UNKNOWN_GROUP, Problem.UNKNOWN_PROFESSION)


def salvaged_sittings(tables: Tables, profession_ids: Collection[str], losses: list[Loss]) -> tuple[Sitting, ...]:
    """What can be saved; what is lost is listed. The parts of a sitting that is lost are kept in a new one."""
    parts: dict[str, dict[str, list[Any]]] = {
        "profession_ids": _parts(tables, "sitting_profession", sitting_rows.name_of, losses),
        "groups": _parts(tables, "sitting_group", sitting_rows.group_of, losses),
        "talks": _talks(tables, losses),
        "positions": _parts(tables, "self_position", sitting_rows.positions_of, losses),
        "survey": _parts(tables, "survey_item", sitting_rows.survey_item_of, losses),
        "received": _parts(tables, "received_ballot", sitting_rows.name_of, losses),
    }
    found = _rows(tables["sitting"], losses)
    orphans = dict.fromkeys(id for listed in parts.values() for id in listed if id not in found)
    for number, id in enumerate(orphans, 1):
        found[id] = _recovered(id, number, parts["talks"].get(id, []))
        losses.append(Loss(LossCode.PARENT, "sitting", 1, found[id].title))
    made = []
    for id, sitting in found.items():
        own: dict[str, Any] = {name: tuple(listed.get(id, ())) for name, listed in parts.items()}
        made.append(_mended(replace(sitting, **own), profession_ids, losses))
    return tuple(made)


def _rows(table: SalvagedTable, losses: list[Loss]) -> dict[str, Sitting]:
    """Sittings without their parts, and without their protocol when it cannot be."""
    found: dict[str, Sitting] = {}
    for row in table.rows:
        with suppress(*MEANINGLESS):
            sitting = sitting_rows.sitting_of(row)
            if sitting.id not in found:
                found[sitting.id] = sitting
                continue
        losses.append(row_lost("sitting", row))
        with suppress(*MEANINGLESS):
            id, title = text_of(row[0]), text_of(row[1])
            found.setdefault(id, Sitting(id, title, is_simulated=row[10] == 1, is_training=row[11] == 1))
    return found


def _recovered(id: str, number: int, talks: list[Talk]) -> Sitting:
    title = _("Recovered sitting") + (f" {number}" if number > 1 else "")
    asked = [tally.question for talk in talks for tally in talk.tallies]
    if any(question.aspect is not Aspect.SUBSTITUTION for question in asked):
        return Sitting(id, title, protocol=Protocol(scope=Scope.CRITERIA))
    once = any(question.hypothesis is None for question in asked)
    return Sitting(id, title, protocol=Protocol(scope=Scope.SUBSTITUTION_ONCE if once else Protocol().scope))


def _talks(tables: Tables, losses: list[Loss]) -> dict[str, list[Talk]]:
    tallies = _by_talk("tally", tables, sitting_rows.tally_of, losses)
    pools = _by_talk("vote_pool", tables, sitting_rows.pool_of, losses)
    talks: dict[str, list[Talk]] = {}
    for row, talk in _read("talk", tables["talk"], sitting_rows.talk_of, losses):
        if not 1 <= talk.round <= MOST_ROUNDS:
            losses.append(row_lost("talk", row))
        said = tallies.pop((row[0], talk.task_id), [])
        apart = tuple(pools.pop((row[0], talk.task_id), []))
        reached = min(MOST_ROUNDS, max([1, talk.round, *(tally.round for tally in said)]))
        talks.setdefault(row[0], []).append(replace(talk, tallies=tuple(said), round=reached, pools=apart))
    for (_sitting, task_id), said in tallies.items():
        losses += [Loss(LossCode.PARENT, "tally", 1, f"{task_id} · {tally.group_id}") for tally in said]
    losses += [Loss(LossCode.PARENT, "vote_pool", len(said), task_id) for (_sitting, task_id), said in pools.items()]
    return talks


def _by_talk(
    name: str, tables: Tables, read: Callable[[tuple[Any, ...]], T], losses: list[Loss]
) -> dict[tuple[Any, ...], list[T]]:
    found: dict[tuple[Any, ...], list[T]] = {}
    for row, voted in _read(name, tables[name], read, losses):
        found.setdefault(row[:2], []).append(voted)
    return found


def _mended(sitting: Sitting, profession_ids: Collection[str], losses: list[Loss]) -> Sitting:
    """The sitting without what cannot be of it: doubles, votes of nobody, more votes than voters."""
    keep = _Keeper(sitting.title, losses)
    kept = replace(
        sitting,
        profession_ids=keep.those("sitting_profession", sitting.profession_ids, str, _one_of(profession_ids)),
        groups=keep.those("sitting_group", sitting.groups, lambda group: group.id, require_group),
        received=tuple(sorted(set(sitting.received))),
    )

    def place(placed: Positions) -> tuple[str, str]:
        return placed.moment, placed.group_id

    def in_group(placed: Positions) -> None:
        require_counts(kept, placed.group_id, placed.counts)

    def voted(talk: Talk) -> Talk:
        tallies = keep.those("tally", talk.tallies, tally_place, lambda tally: require_tally(kept, talk, tally))
        whole = _with_sound_pools(kept, replace(talk, tallies=tuple(sorted(tallies, key=tally_place))), losses)
        return whole if keep.can_be("talk", talk.title, kept, (talk.dissent,)) else replace(whole, dissent=0)

    def answered(item: SurveyItem) -> SurveyItem:
        return item if keep.can_be("survey_item", str(item.number), kept, item.counts) else replace(item, counts=_NONE)

    orphaned = bool(sitting.profession_ids) and not kept.profession_ids
    positions = keep.those("self_position", kept.positions, place, in_group)
    survey = keep.those("survey_item", kept.survey, lambda item: item.number)
    return replace(
        kept,
        is_about_none=kept.is_about_none or orphaned,
        talks=tuple(voted(talk) for talk in keep.those("talk", kept.talks, lambda talk: talk.task_id)),
        positions=tuple(sorted(positions, key=place)),
        survey=tuple(answered(item) for item in sorted(survey, key=lambda item: item.number)),
    )


def _with_sound_pools(sitting: Sitting, talk: Talk, losses: list[Loss]) -> Talk:
    """The talk without secret votes told together of which nothing says that they were all given."""
    kept: dict[tuple[object, ...], Pool] = {}
    for pool in talk.pools:
        given = tuple(t for t in talk.tallies if t.apart and (t.round, t.question) == (pool.round, pool.question))
        try:
            require_pools(sitting, replace(talk, tallies=given, pools=(pool,)))
        except EditError:
            losses.append(Loss(LossCode.ROW, "vote_pool", 1, f"{sitting.title} · {talk.title}"))
        else:
            kept[pool_place(pool)] = pool
    told = {(pool.round, pool.question) for pool in kept.values()}
    tallies = [t if (t.round, t.question) in told else replace(t, apart=0) for t in talk.tallies]
    lost = sum(bool(before.apart and not after.apart) for before, after in zip(talk.tallies, tallies, strict=True))
    if lost:
        losses.append(Loss(LossCode.ROW, "tally", lost, f"{sitting.title} · {talk.title}"))
    sound = tuple(tally for tally in tallies if tally.voted)
    return replace(talk, tallies=sound, pools=tuple(kept[place] for place in sorted(kept)))


@dataclass(frozen=True, slots=True)
class _Keeper:
    """Lists what it lets go of one sitting."""

    title: str
    losses: list[Loss]

    def those(
        self,
        table: str,
        things: tuple[T, ...],
        key: Callable[[T], object],
        gate: Callable[[T], object] = lambda _thing: None,
    ) -> tuple[T, ...]:
        """The things that the edits would let in, each once."""
        found: dict[object, T] = {}
        for thing in things:
            try:
                gate(thing)
            except EditError as refused:
                code = LossCode.PARENT if refused.problem in _OWNERS else LossCode.ROW
                self.losses.append(Loss(code, table, 1, f"{self.title} · {key(thing)}"))
            else:
                if key(thing) in found:
                    self.losses.append(Loss(LossCode.ROW, table, 1, f"{self.title} · {key(thing)}"))
                found.setdefault(key(thing), thing)
        return tuple(found.values())

    def can_be(self, table: str, name: str, sitting: Sitting, counts: Sequence[int]) -> bool:
        """Whether so many took part; a loss is listed else."""
        try:
            require_present(sitting, counts)
        except EditError:
            self.losses.append(Loss(LossCode.ROW, table, 1, f"{self.title} · {name} · {sum(counts)}"))
            return False
        return True


def _one_of(profession_ids: Collection[str]) -> Callable[[str], None]:
    def require(profession_id: str) -> None:
        if profession_id not in profession_ids:
            raise EditError(Problem.UNKNOWN_PROFESSION)

    return require


def _parts(tables: Tables, name: str, read: Callable[[tuple[Any, ...]], T], losses: list[Loss]) -> dict[str, list[T]]:
    parts: dict[str, list[T]] = {}
    for row, part in _read(name, tables[name], read, losses):
        parts.setdefault(row[0], []).append(part)
    return parts


def _read(
    name: str, table: SalvagedTable, read: Callable[[tuple[Any, ...]], T], losses: list[Loss]
) -> Iterator[tuple[tuple[Any, ...], T]]:
    for row in table.rows:
        try:
            text_of(row[0])
            made = read(row)
        except MEANINGLESS:
            losses.append(row_lost(name, row))
        else:
            yield row, made
