"""The last sitting of a profession in the JSON of results: votes that may be shown, what to talk about, reliability."""

from typing import Any

from impactapp.domain.analysis.agenda import AgendaItem, agenda
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.sittings import QuestionResult, alpha_of, last_sitting, sitting_result
from impactapp.domain.profession import Profession
from impactapp.domain.study import Study

# the votes that were cast apart: later rounds follow a discussion, and only of what was split
FIRST_ROUND = 1


def sitting_fields(found: ProfessionResult, study: Study) -> dict[str, Any]:
    """Where the votes come from, the agenda and alpha of a profession; empty where no sitting voted on it."""
    profession = found.profession
    sitting = last_sitting(study, profession.id)
    if sitting is None:
        return {"sitting": None, "agenda": [], "alpha": None}
    weights = [task.weight for task in found.tasks if task.weight is not None]
    items = agenda(profession, sitting, weights, study.level_rates(study.rule))
    return {
        "sitting": {
            "title": sitting.title,
            "day": sitting.day.isoformat() if sitting.day else None,
            "simulated": sitting.is_simulated,
        },
        "agenda": [_item(item) for item in items],
        "alpha": _plain(alpha_of(sitting, [task.id for task in profession.tasks], FIRST_ROUND)),
    }


def votes_by_task(study: Study, profession: Profession) -> dict[str, list[dict[str, Any]]]:
    """What may be shown of each question voted in the last sitting, by task and in the order it was asked."""
    sitting = last_sitting(study, profession.id)
    talks = () if sitting is None else sitting_result(sitting).talks
    return {talk.talk.task_id: [_question(one) for one in talk.questions] for talk in talks}


def _question(result: QuestionResult) -> dict[str, Any]:
    hypothesis, total = result.question.hypothesis, result.revealed.total
    shown = None if total is None else {"faible": total.faible, "moyen": total.moyen, "fort": total.fort}
    return {
        "round": result.round,
        "hypothesis": None if hypothesis is None else hypothesis.value,
        "criterion": result.question.aspect.value,
        "counts": shown,
        "waiting": result.revealed.waiting,
        "consensus": None if result.consensus is None else _plain(result.consensus.value),
    }


def _item(item: AgendaItem) -> dict[str, Any]:
    return {
        "task": item.task_id,
        "title": item.title,
        "consensus": _plain(item.consensus),
        "leverage": _plain(item.leverage),
        "score": _plain(item.score),
        "parked": item.is_parked,
        "settled": item.is_settled,
    }


def _plain(number: float | None) -> float | None:
    """Without the noise of binary sums."""
    return None if number is None else round(number, 12)
