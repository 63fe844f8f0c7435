"""Sittings for tests: the secretary's workshop, and hypothesis strategies for any that the edits can make."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st

from impactapp.domain.edits.sitting_gates import MOST_ROUNDS, pool_place, tally_place
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.profession import Profession
from impactapp.domain.workshop import (
    SURVEY_SIZE,
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
    questions,
)

LOW, HIGH = (Question(Aspect.SUBSTITUTION, hypothesis) for hypothesis in Hypothesis)
STAFF = Group("staff", GroupKind.STAFF, 6)
MANAGERS = Group("managers", GroupKind.MANAGEMENT, 5)
UNIONS = Group("unions", GroupKind.REPRESENTATIVES, 3)
_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn")), max_size=12).map(str.strip)


def given(talk: Talk | None, round_number: int, question: Question, group_id: str) -> Counts | None:
    """What a group voted, shown or not; of a small group, what all such groups voted in secret."""
    tally = talk.tally(round_number, question, group_id) if talk else None
    if talk is None or tally is None:
        return None
    own, pool = tally.counts.plus(tally.waiting), talk.pool(round_number, question)
    return own.plus(pool.counts).plus(pool.waiting) if tally.apart else own


def secretary_sitting(titles: Sequence[str]) -> Sitting:
    """Three groups of 6, 5 and 3; two rounds on the first activity, one on three others, one parked, one open."""
    first = (
        *_voted(1, LOW, (1, 4, 1), (0, 2, 3), (2, 1, 0)),
        *_voted(1, HIGH, (1, 1, 4), (0, 0, 5), (2, 0, 1)),
        *_voted(2, LOW, (0, 6, 0), (0, 4, 1), (1, 2, 0)),
        *_voted(2, HIGH, (0, 1, 5), (0, 0, 5), (1, 1, 1)),
    )
    agreed = (*_voted(1, LOW, (0, 1, 5), (0, 0, 5), (0, 1, 2)), *_voted(1, HIGH, (0, 0, 6), (0, 0, 5), (0, 0, 3)))
    split = (*_voted(1, LOW, (3, 0, 3), (1, 2, 2), (3, 0, 0)), *_voted(1, HIGH, (2, 0, 4), (0, 2, 3), (2, 1, 0)))

    def talk(number: int, tallies: Sequence[Tally], **said: Any) -> Talk:
        in_order = tuple(sorted(tallies, key=tally_place))
        return Talk(f"sec-{number}", titles[number - 1], "Secrétaire médicale", tallies=in_order, **said)

    return Sitting(
        "w1",
        "Séance du 22 novembre",
        date(2026, 11, 22),
        "Salle 4",
        ("sec",),
        (STAFF, MANAGERS, UNIONS),
        talks=(
            talk(1, first, round=2, seconds=760, is_settled=True, dissent=2, dissent_text="Le volume est sous-estimé."),
            talk(6, agreed, seconds=95, is_settled=True),
            talk(8, split, seconds=310, is_parked=True, note="Attendre le logiciel"),
            talk(3, agreed),
            talk(2, ()),
        ),
        positions=(
            *_placed(Moment.AFTER, (0, 1, 4, 1), (0, 1, 2, 2), (0, 2, 1, 0)),
            *_placed(Moment.BEFORE, (3, 2, 1, 0), (1, 2, 2, 0), (2, 1, 0, 0)),
        ),
        survey=(
            SurveyItem(1, counts=(0, 1, 6, 7)),
            SurveyItem(2, "Le temps était-il juste ?", (1, 2, 8, 3)),
            *(SurveyItem(number) for number in range(3, SURVEY_SIZE + 1)),
        ),
        received=("B-007", "B-012"),
    )


def _voted(number: int, question: Question, *counts: tuple[int, int, int]) -> list[Tally]:
    groups = (STAFF, MANAGERS, UNIONS)
    return [Tally(number, question, group.id, Counts(*said)) for group, said in zip(groups, counts, strict=True)]


def _placed(moment: Moment, *counts: tuple[int, int, int, int]) -> list[Positions]:
    groups = (MANAGERS, STAFF, UNIONS)
    told = dict(zip((STAFF, MANAGERS, UNIONS), counts, strict=True))
    return [Positions(moment, group.id, told[group]) for group in groups]


@st.composite
def sittings(draw: st.DrawFn, professions: Sequence[Profession], demonstration: bool) -> tuple[Sitting, ...]:
    """Sittings of a study with these professions; some talks are on activities that are gone."""
    profession_ids = [profession.id for profession in professions]
    task_ids = [task.id for profession in professions for task in profession.tasks]
    made = []
    for number in range(draw(st.integers(0, 2))):
        chosen = draw(st.lists(st.sampled_from(profession_ids), max_size=2, unique=True)) if profession_ids else []
        groups = draw(_groups())
        protocol = draw(_protocols())
        opened = draw(st.lists(st.sampled_from([*task_ids, "gone"]), max_size=3, unique=True))
        present = sum(group.size for group in groups)
        made.append(
            Sitting(
                f"w{number}",
                f"Séance {number} {draw(_WORDS)}".strip(),
                draw(st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1))),
                draw(_WORDS),
                tuple(chosen),
                groups,
                protocol,
                tuple(draw(_talks(task_id, groups, protocol, present)) for task_id in opened),
                tuple(draw(_positions(groups))),
                tuple(SurveyItem(n, draw(_WORDS), draw(_counts(4, present))) for n in range(1, SURVEY_SIZE + 1)),
                tuple(sorted(draw(st.lists(st.sampled_from(["7", "007", "B-1", "b-1", "é"]), unique=True)))),
                demonstration and draw(st.booleans()),
                demonstration and draw(st.booleans()),
                not chosen and draw(st.booleans()),
            )
        )
    return tuple(made)


@st.composite
def _groups(draw: st.DrawFn) -> tuple[Group, ...]:
    kinds = draw(st.lists(st.sampled_from(GroupKind), max_size=3))
    return tuple(
        Group(f"g{9 - number}", kind, draw(st.integers(1, 12)), f"Groupe {draw(_WORDS)}".strip())
        for number, kind in enumerate(kinds)
    )


@st.composite
def _protocols(draw: st.DrawFn) -> Protocol:
    majority, agreement = sorted(draw(st.lists(st.integers(0, 100), min_size=2, max_size=2)))
    return Protocol(
        draw(st.integers(1, MOST_ROUNDS)),
        draw(st.sampled_from(Scope)),
        agreement / 100,
        majority / 100,
        draw(st.integers(1, 50)),
        draw(st.integers(1, 24 * 60)),
    )


@st.composite
def _talks(draw: st.DrawFn, task_id: str, groups: tuple[Group, ...], protocol: Protocol, present: int) -> Talk:
    reached = draw(st.integers(1, protocol.rounds))
    asked = [(n, q, group) for n in range(1, reached + 1) for q in questions(protocol.scope) for group in groups]
    voted = draw(st.lists(st.sampled_from(asked), max_size=6, unique=True)) if asked else []
    tallies = [_tally(n, q, group, draw(_counts(7, group.size)), draw(st.booleans())) for n, q, group in voted]
    pools = draw(_pools(tallies))
    return Talk(
        task_id,
        f"Activité {draw(_WORDS)}".strip(),
        draw(_WORDS),
        reached,
        tuple(sorted((tally for tally in tallies if tally.voted), key=tally_place)),
        draw(st.integers(0, 10_000)),
        draw(st.booleans()),
        draw(st.booleans()),
        draw(st.integers(0, present)),
        draw(_WORDS),
        draw(_WORDS),
        pools,
    )


def _tally(number: int, question: Question, group: Group, said: Sequence[int], secret: bool) -> Tally:
    """Votes of hands, those that wait in the urn, and those that count with all."""
    if not secret:
        return Tally(number, question, group.id, Counts(sum(said), 0, 0))
    return Tally(number, question, group.id, Counts(*said[:3]), Counts(*said[3:6]), said[6])


@st.composite
def _pools(draw: st.DrawFn, tallies: Sequence[Tally]) -> tuple[Pool, ...]:
    """As many votes as the groups gave apart."""
    given: dict[tuple[int, Question], int] = {}
    for tally in tallies:
        given[tally.round, tally.question] = given.get((tally.round, tally.question), 0) + tally.apart
    pools = []
    for (number, question), count in given.items():
        if count:
            places = draw(st.lists(st.integers(0, 5), min_size=count, max_size=count))
            said = [places.count(place) for place in range(6)]
            pools.append(Pool(number, question, Counts(*said[:3]), Counts(*said[3:])))
    return tuple(sorted(pools, key=pool_place))


@st.composite
def _positions(draw: st.DrawFn, groups: tuple[Group, ...]) -> list[Positions]:
    asked = sorted((moment, group.id, group.size) for moment in Moment for group in groups)
    placed = [Positions(moment, id, draw(_counts(4, size))) for moment, id, size in asked if draw(st.booleans())]
    return [one for one in placed if any(one.counts)]


def _counts(places: int, most: int) -> st.SearchStrategy[Any]:
    """Answers of at most so many persons."""
    return st.lists(st.integers(0, places - 1), max_size=min(most, 12)).map(
        lambda said: tuple(said.count(place) for place in range(places))
    )
