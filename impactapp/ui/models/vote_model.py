"""What the votes on one activity may show: the counts of each group, the bars of a reveal, and their words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from impactapp import labels
from impactapp.domain.analysis.sittings import QuestionResult, TalkResult, sitting_result
from impactapp.domain.level import Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.workshop import Counts, Question, Sitting, Talk, Tally
from impactapp.i18n import _, ngettext
from impactapp.labels import workshop as workshop_labels

MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a reveal: who voted, and how many each level; ``is_former`` in a round before."""

    title: str
    counts: Counts
    is_total: bool = False
    is_former: bool = False

    @property
    def words(self) -> str:
        """The line for a screen reader."""
        said = [f"{labels.level_word(level).lower()} {self.counts.of(level)}" for level in Level]
        return f"{self.title} : {', '.join(said)}"


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of one question: its bars, how far the group agrees, and what is not shown and why."""

    question: Question
    bars: tuple[Bar, ...]
    consensus: str
    hidden: str
    is_split: bool


def talk_result(sitting: Sitting, task_id: str) -> TalkResult | None:
    """What follows from the votes on one activity, ``None`` before anything was done with it."""
    talk = sitting.talk(task_id)
    # the others have no part in it, and a sitting may have many
    return sitting_result(replace(sitting, talks=(talk,))).talks[0] if talk else None


def panel_words(sitting: Sitting) -> str:
    """Whom the panel still lacks; empty where it lacks nobody."""
    return workshop_labels.panel_sentence(sitting_result(replace(sitting, talks=())))


def shown(sitting: Sitting, result: TalkResult, question: Question) -> Shown | None:
    """What may be shown of a question, the round in progress first; ``None`` where nobody voted in that round."""
    talk = result.talk
    present = result.result(talk.round, question)
    if present is None:
        return None
    former = [found for number in range(1, talk.round) if (found := result.result(number, question)) is not None]
    bars = [*_bars(sitting, present), *(_former(one) for one in former if one.revealed.total is not None)]
    hidden = workshop_labels.hidden_sentence(present.revealed, sitting.protocol, sitting.groups)
    is_split = present.consensus is not None and present.consensus.is_split
    return Shown(question, tuple(bars), workshop_labels.consensus_sentence(present), hidden, is_split)


def counts_to_fill(revealed: TalkResult | None, question: Question, group_id: str) -> Counts | None:
    """The counts a field may show of what a group voted in this round: only those of a reveal, else ``None``.

    Hands are counted in the open, but the same counts may hold secret ballots.
    """
    found = revealed.result(revealed.talk.round, question) if revealed else None
    return dict(found.revealed.groups).get(group_id) if found else None


def tally_of(talk: Talk | None, question: Question, group_id: str) -> Tally | None:
    """What a group voted in the round in progress, ``None`` where it did not."""
    return talk.tally(talk.round, question, group_id) if talk else None


def read_counts(typed: tuple[str, str, str]) -> Counts:
    """Three typed counts, an empty one for nobody; refuses what is no whole number."""
    return Counts(*(_read_count(one) for one in typed))


def votes_words(votes: int, size: int) -> str:
    """How many of a group have voted."""
    return ngettext("{votes} vote of {size}", "{votes} votes of {size}", votes).format(votes=votes, size=size)


def decided_words(sitting: Sitting, task_ids: Sequence[str]) -> str:
    """What a decision did, and how many activities are left to settle; a training writes nothing into the matrix."""
    left = sum((talk := sitting.talk(task_id)) is None or not talk.is_settled for task_id in task_ids)
    if sitting.is_training:
        return _("Settled. This is a replay: nothing was written into the matrix.")
    if not left:
        return _("Kept in the matrix. Every activity is settled.")
    return ngettext(
        "Kept in the matrix. {count} activity is left to settle.",
        "Kept in the matrix. {count} activities are left to settle.",
        left,
    ).format(count=left)


def _read_count(typed: str) -> int:
    words = typed.strip()
    if not words:
        return 0
    digits = words.removeprefix("-")
    if not digits.isdecimal():
        raise EditError(Problem.COUNT_NEGATIVE, text=words)
    # more than any room holds, and short enough to be read
    return int(words) if len(digits) <= MOST_DIGITS else 10**MOST_DIGITS


def _bars(sitting: Sitting, result: QuestionResult) -> list[Bar]:
    revealed = result.revealed
    if revealed.total is None:
        return []
    groups = dict(revealed.groups)
    named = [
        Bar(workshop_labels.group_title(group), groups[group.id]) for group in sitting.groups if group.id in groups
    ]
    return [Bar(_("All together"), revealed.total, is_total=True), *named]


def _former(result: QuestionResult) -> Bar:
    counts = result.revealed.total or Counts()
    return Bar(_("All together, round {round}").format(round=result.round), counts, is_total=True, is_former=True)
