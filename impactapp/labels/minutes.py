"""The minutes of a sitting (compte rendu) as headings and lines: the same words in the window, Excel and PDF."""

from collections.abc import Iterator

from impactapp.domain.analysis.reveal import Revealed
from impactapp.domain.analysis.sittings import (
    QuestionResult,
    SittingResult,
    TalkResult,
    distances,
    sitting_result,
)
from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect, Level
from impactapp.domain.profession import Task
from impactapp.domain.published import as_published
from impactapp.domain.study import Study
from impactapp.domain.workshop import Moment, Scope, Sitting, Talk
from impactapp.i18n import _, ngettext
from impactapp.labels.numbers import UNKNOWN, day, headcount
from impactapp.labels.words import aspect_word, hypothesis_word, level_letters, level_word
from impactapp.labels.workshop_sentences import (
    alpha_sentence,
    consensus_sentence,
    distance_sentence,
    hidden_sentence,
    panel_sentence,
    simulated_sentence,
    thresholds_sentence,
    time_words,
)
from impactapp.labels.workshop_words import (
    answer_word,
    group_kind_word,
    group_title,
    moment_word,
    position_word,
    question_short,
    scope_word,
    survey_text,
)

Minutes = tuple[tuple[str, tuple[str, ...]], ...]


def minutes_lines(study: Study, sitting: Sitting) -> Minutes:
    """Headings with their lines: who by group, when, each activity with its rounds and decision, what is left open.

    Nothing is said that may not be shown: totals only, and none under the least size. Facilitator's notes stay out.
    """
    result = sitting_result(sitting)
    parts = [
        (sitting.title, tuple(_meeting(study, sitting))),
        (_("Participants"), tuple(_participants(result))),
        *((_talk_title(talk.talk), tuple(_talk(study, sitting, talk))) for talk in result.talks),
        (_("Points set aside"), tuple(talk.title for talk in sitting.talks if talk.is_parked)),
        (_("Distance to the published matrix"), tuple(_distance(study, result))),
        (_("Knowledge of AI, before and after"), tuple(_positions(sitting))),
        (_("Satisfaction form"), tuple(_survey(sitting))),
        (_("Reliability of the panel"), tuple(_reliability(result))),
    ]
    return tuple((heading, lines) for heading, lines in parts if lines)


def _meeting(study: Study, sitting: Sitting) -> Iterator[str]:
    if sitting.is_simulated:
        yield simulated_sentence()
    if sitting.is_training:
        yield _("Training: replay of the published case; nothing is written into the matrix.")
    yield _fact(_("Study"), study.title)
    yield _fact(_("Date"), day(sitting.day))
    yield _fact(_("Place"), sitting.place or UNKNOWN)
    titles = [profession.title for profession in study.professions if profession.id in sitting.profession_ids]
    if titles:
        yield _fact(_("Professions"), ", ".join(titles))
    elif sitting.is_about_none:
        yield _fact(_("Professions"), _("none that is still in the study"))
    yield _fact(_("Vote"), scope_word(sitting.protocol.scope))
    yield ngettext(
        "At most {count} round per activity.", "At most {count} rounds per activity.", sitting.protocol.rounds
    ).format(count=sitting.protocol.rounds)
    yield thresholds_sentence(sitting.protocol)
    spent = sum(talk.seconds for talk in sitting.talks)
    yield _("Time spent on the activities: {time} (planned: {minutes} min).").format(
        time=time_words(spent), minutes=sitting.protocol.minutes
    )


def _participants(result: SittingResult) -> Iterator[str]:
    groups = result.sitting.groups
    for group in groups:
        kind = group_kind_word(group.kind)
        name = f"{kind} ({group.title})" if group.title and group.title != kind else group_title(group)
        yield _fact(name, _persons(group.size))
    yield _fact(_("Total"), _persons(sum(group.size for group in groups)))
    if lacking := panel_sentence(result):
        yield lacking


def _talk_title(talk: Talk) -> str:
    return f"{talk.profession} › {talk.title}"


def _talk(study: Study, sitting: Sitting, result: TalkResult) -> Iterator[str]:
    talk = result.talk
    yield _("Time spent: {time}. {rounds}.").format(
        time=time_words(talk.seconds),
        rounds=ngettext("{count} round", "{count} rounds", talk.round).format(count=talk.round),
    )
    for one in result.questions:
        yield _question(one, sitting)
    yield _outcome(study, sitting, talk)
    if talk.dissent or talk.dissent_text:
        yield _dissent(talk)


def _question(one: QuestionResult, sitting: Sitting) -> str:
    place = _("Round {round}, {question}").format(round=one.round, question=question_short(one.question))
    if one.revealed.total is None:
        return _fact(place, hidden_sentence(one.revealed, sitting.protocol))
    return _fact(place, f"{_letters(one.revealed)}. {consensus_sentence(one)}")


def _letters(revealed: Revealed) -> str:
    """« Fa 2 · Mo 5 · Fo 3 »."""
    total = revealed.total
    return "" if total is None else " · ".join(f"{level_letters(level)} {total.of(level)}" for level in Level)


def _outcome(study: Study, sitting: Sitting, talk: Talk) -> str:
    if talk.is_parked:
        return _("Set aside.")
    if not talk.is_settled:
        return _("Not settled.")
    task = next((task for _profession, task in study.tasks() if task.id == talk.task_id), None)
    if sitting.is_training or task is None:
        return _("Settled.")
    voted = CRITERIA if sitting.protocol.scope is Scope.CRITERIA else ()
    return " ".join(_fact(aspect_word(aspect), _decision(task, aspect)) for aspect in (*voted, Aspect.SUBSTITUTION))


def _decision(task: Task, aspect: Aspect) -> str:
    """The levels now in the study, each with its reason where one was written."""
    said = []
    for hypothesis in HYPOTHESES:
        judgement = task.judgement(hypothesis, aspect)
        words = f"{level_word(judgement.level)} ({hypothesis_word(hypothesis)})"
        said.append(f"{words}, {judgement.text}" if judgement.text else words)
    return f"{' · '.join(said)}."


def _dissent(talk: Talk) -> str:
    said = ngettext("{count} person does not agree", "{count} persons do not agree", talk.dissent).format(
        count=headcount(talk.dissent)
    )
    return _fact(said, talk.dissent_text) if talk.dissent_text else f"{said}."


def _distance(study: Study, result: SittingResult) -> Iterator[str]:
    if result.sitting.is_training:
        found = [one for profession in study.professions for one in distances(as_published(profession), result)]
        yield distance_sentence(found)


def _positions(sitting: Sitting) -> Iterator[str]:
    for moment in Moment:
        placed = [one.counts for one in sitting.positions if one.moment is moment]
        if placed:
            counts = tuple(map(sum, zip(*placed, strict=True)))
            yield _fact(moment_word(moment), _distribution(counts, sitting, [position_word(n) for n in range(1, 5)]))


def _survey(sitting: Sitting) -> Iterator[str]:
    for item in sitting.survey:
        if any(item.counts):
            words = _distribution(item.counts, sitting, [answer_word(number) for number in range(1, 5)])
            yield _fact(survey_text(item), words)


def _distribution(counts: tuple[int, ...], sitting: Sitting, words: list[str]) -> str:
    least = sitting.protocol.least_shown
    if sum(counts) < least:
        return _("not shown, fewer than {least} answers").format(least=least)
    return ", ".join(f"{word} ({count})" for word, count in zip(words, counts, strict=True))


def _reliability(result: SittingResult) -> Iterator[str]:
    for number, alpha in enumerate(result.alphas, 1):
        yield _("Round {round}. {sentence}").format(round=number, sentence=alpha_sentence(alpha))


def _persons(count: int) -> str:
    return ngettext("{number} person", "{number} persons", count).format(number=headcount(count))


def _fact(name: str, value: str) -> str:
    return _("{name}: {value}").format(name=name, value=value)
