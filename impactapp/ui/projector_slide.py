"""What the projector shows of the room: words and counts, before anything is painted."""

from dataclasses import dataclass, replace

from impactapp import labels
from impactapp.domain.analysis.sittings import QuestionResult, sitting_result
from impactapp.domain.level import Aspect, Level
from impactapp.domain.study import Study
from impactapp.domain.workshop import Counts, Question, Sitting, Talk
from impactapp.i18n import _, ngettext
from impactapp.labels import workshop as workshop_labels
from impactapp.ui.workshop_room import Room


@dataclass(frozen=True, slots=True)
class LevelWords:
    """A level that can be voted; ``definition`` is empty where the question is about a criterion."""

    level: Level
    letters: str
    word: str
    definition: str


@dataclass(frozen=True, slots=True)
class Votes:
    """What is shown of the votes; without ``total`` the ``message`` says why."""

    total: Counts | None
    groups: tuple[tuple[str, Counts], ...]
    not_shown: str
    consensus: str
    count: str
    message: str


@dataclass(frozen=True, slots=True)
class Slide:
    """One activity and one question; ``votes`` only while they are revealed, ``mark`` says what is no real sitting."""

    heading: str
    place: str
    time: str
    is_running: bool
    mark: str
    title: str
    question: str
    criterion: str
    levels: tuple[LevelWords, ...]
    votes: Votes | None

    @property
    def words(self) -> str:
        """All of it for a screen reader, the time left out as it changes all the while."""
        said = [self.mark, self.heading, self.place, self.title, self.question, self.criterion]
        if self.votes is None:
            said += [named(one.word, one.definition) if one.definition else one.word for one in self.levels]
        else:
            said += self._voted(self.votes)
        return "\n".join(filter(None, said))

    def _voted(self, votes: Votes) -> list[str]:
        if votes.total is None:
            return [votes.message]
        lines = [(_("All together"), votes.total), *votes.groups]
        told = [
            named(who, ", ".join(f"{one.word} {counts.of(one.level)}" for one in self.levels)) for who, counts in lines
        ]
        return [*told, votes.not_shown, votes.consensus, votes.count]


def named(who: str, what: str) -> str:
    """« Ensemble : Faible 2 », as it is punctuated in the language of the window."""
    return _("{who}: {what}").format(who=who, what=what)


def slide_of(study: Study | None, room: Room) -> Slide:
    """The slide of what the room stands on now; one that only says so where there is nothing to ask."""
    sitting, task, question = room.sitting, room.task, room.question
    if study is None or sitting is None or task is None or question is None:
        return Slide("", "", "", False, "", _("No activity to vote on."), "", "", (), None)
    profession = room.profession
    heading = profession.title if profession else ""
    if room.round > 1:
        heading = _("{profession} · round {round}").format(profession=heading, round=room.round)
    is_decision = question.aspect is Aspect.SUBSTITUTION
    return Slide(
        heading,
        _("{place} / {count}").format(place=room.position + 1, count=len(room.tasks)),
        workshop_labels.time_words(room.seconds_spent),
        room.is_running,
        mark_of(sitting),
        task.title,
        workshop_labels.question_words(question),
        "" if is_decision else labels.definition(study, question.aspect.value),
        tuple(_level(study, level, defined=is_decision) for level in Level),
        _votes(sitting, room.talk, room.round, question) if room.is_revealed else None,
    )


def mark_of(sitting: Sitting) -> str:
    """« simulé » where participants are made up, « entraînement » in a replay; empty in a sitting like any other."""
    if sitting.is_simulated:
        return _("simulated")
    return _("training") if sitting.is_training else ""


def _level(study: Study, level: Level, *, defined: bool) -> LevelWords:
    definition = labels.definition(study, level.code) if defined else ""
    return LevelWords(level, labels.level_letters(level), labels.level_word(level), definition)


def _votes(sitting: Sitting, talk: Talk | None, round_number: int, question: Question) -> Votes:
    result = _result(sitting, talk, round_number, question)
    if result is None:
        return Votes(None, (), "", "", "", _("Nobody has voted on this question in this round yet."))
    revealed = result.revealed
    if revealed.total is None:
        return Votes(None, (), "", "", "", workshop_labels.hidden_sentence(revealed, sitting.protocol))
    groups = dict(revealed.groups)
    named = tuple((workshop_labels.group_title(one), groups[one.id]) for one in sitting.groups if one.id in groups)
    hidden = ", ".join(workshop_labels.group_title(one) for one in sitting.groups if one.id in revealed.hidden)
    return Votes(
        revealed.total,
        named,
        _("Not shown: {groups}").format(groups=hidden) if hidden else "",
        workshop_labels.consensus_sentence(result),
        ngettext("{count} vote", "{count} votes", revealed.total.total).format(count=revealed.total.total),
        "",
    )


def _result(sitting: Sitting, talk: Talk | None, round_number: int, question: Question) -> QuestionResult | None:
    if talk is None:
        return None
    # the other activities say nothing here, and a reveal is not to wait for them
    alone = sitting_result(replace(sitting, talks=(talk,)))
    return alone.talks[0].result(round_number, question)
