"""The facilitator's guide: the sitting on paper, with its course, what to say, and where to spend the time."""

from itertools import accumulate
from pathlib import Path

from impactapp import labels
from impactapp.domain.analysis.agenda import Gap, agenda, gap
from impactapp.domain.analysis.sittings import sitting_result
from impactapp.domain.analysis.weights import weights_of
from impactapp.domain.edits.workshop import require_sitting
from impactapp.domain.level import HYPOTHESES, Aspect, Level
from impactapp.domain.profession import Profession
from impactapp.domain.study import Study
from impactapp.domain.workshop import Sitting, questions
from impactapp.exchange.ballots.asked import professions_of
from impactapp.exchange.pdf.guide_words import course, keys, speaker_notes
from impactapp.exchange.pdf.isolation import isolated
from impactapp.exchange.pdf.typeset import write_pdf
from impactapp.i18n import _, ngettext
from impactapp.labels import workshop as workshop_labels

# of the time planned, ours: opening, first vote, discussion, second vote and decisions, closing
_PARTS = (0.10, 0.20, 0.45, 0.15, 0.10)
_DISCUSSED = _PARTS[1] + _PARTS[2] + _PARTS[3]


def write_guide(study: Study, sitting_id: str, target: Path) -> None:
    """Write it for a sitting, before it is held or between two rounds.

    Raises ``EditError`` for an unknown sitting, ``ExchangeError`` where the file cannot be written.
    """
    study = isolated(study)
    sitting = require_sitting(study, sitting_id)
    professions = professions_of(study, sitting)
    content = {
        "title": _("Facilitator’s guide: {sitting}").format(sitting=sitting.title),
        "foot": sitting.title,
        "below": [" · ".join(text for text in (study.title, study.establishment) if text)],
        "facts": _facts(sitting, professions),
        "remarks": _remarks(sitting),
        "course": _course(sitting),
        "notes": {"title": _("What to say"), "parts": speaker_notes(sitting)},
        "agenda": _agenda(study, sitting, professions),
        "words": {"title": _("Questions and words"), "questions": _asked(sitting), "definitions": _meanings(study)},
        "rules": {"title": _("Rules of the vote"), "lines": _rules(sitting)},
        "keys": {"title": _("Keys of the projector view"), "rows": keys()},
    }
    write_pdf("guide", content, target)


def _facts(sitting: Sitting, professions: tuple[Profession, ...]) -> list[list[str]]:
    groups = [f"{workshop_labels.group_title(group)} ({group.size})" for group in sitting.groups]
    planned = ngettext("{count} minute", "{count} minutes", sitting.protocol.minutes)
    pairs = [
        (_("Date"), labels.day(sitting.day) if sitting.day else ""),
        (_("Place"), sitting.place),
        (_("Professions"), ", ".join(profession.title for profession in professions)),
        (_("Participants"), ", ".join(groups)),
        (_("Planned time"), planned.format(count=sitting.protocol.minutes)),
        (_("Vote"), workshop_labels.scope_sentence(sitting.protocol.scope)),
    ]
    return [list(pair) for pair in pairs if pair[1]]


def _remarks(sitting: Sitting) -> list[str]:
    said = [workshop_labels.simulated_sentence()] if sitting.is_simulated else []
    lacking = workshop_labels.panel_sentence(sitting_result(sitting))
    return [*said, *filter(None, (lacking, workshop_labels.small_groups_sentence(sitting)))]


def _course(sitting: Sitting) -> dict[str, object]:
    """The time planned shared between the steps; they end where the sitting ends."""
    minutes = sitting.protocol.minutes
    ends = [round(minutes * part) for part in accumulate(_PARTS)]
    starts = [0, *ends[:-1]]
    rows = [
        [f"{start} – {end}", str(end - start), words]
        for start, end, words in zip(starts, ends, course(sitting), strict=True)
    ]
    lines = [_("How this tool would share the time planned; change it as you like.")]
    head = [_("From – to (min)"), _("Duration"), _("What happens")]
    return {"title": _("Course"), "lines": lines, "head": head, "rows": rows}


def _agenda(study: Study, sitting: Sitting, professions: tuple[Profession, ...]) -> dict[str, object]:
    tasks = sum(len(profession.tasks) for profession in professions)
    each = sitting.protocol.minutes * _DISCUSSED / max(1, tasks)
    lines = [
        workshop_labels.agenda_rule_sentence(),
        _("The same time for each of {count} activities would be {time}: spend less on what is agreed.").format(
            count=tasks, time=workshop_labels.time_words(int(each * 60))
        ),
    ]
    head = [_("No."), _("Activity"), _("Why here"), _("Notes")]
    parts = [_part(study, sitting, profession) for profession in professions if profession.tasks]
    return {"title": _("Where to talk"), "lines": lines, "head": head, "parts": parts}


def _part(study: Study, sitting: Sitting, profession: Profession) -> dict[str, object]:
    items = agenda(profession, sitting, weights_of(profession, study.weighting).values, study.level_rates(study.rule))
    rows = [[str(at), item.title, workshop_labels.agenda_sentence(item), ""] for at, item in enumerate(items, 1)]
    carried = None if sitting.is_training else _gap(study, profession)
    said = (
        "" if carried is None or not carried.task_ids else workshop_labels.gap_sentence(carried, len(profession.tasks))
    )
    return {"title": profession.title, "gap": said, "rows": rows}


def _gap(study: Study, profession: Profession) -> Gap | None:
    """What carries the gap between the decisions of the study; a training must not tell the published ones."""
    rates = study.level_rates(study.rule)
    if rates is None:
        return None
    weights = weights_of(profession, study.weighting).values or (1.0,) * len(profession.tasks)
    low, high = HYPOTHESES
    levels = [
        (task.id, task.level(low, Aspect.SUBSTITUTION), task.level(high, Aspect.SUBSTITUTION))
        for task in profession.tasks
    ]
    return gap(levels, weights, rates)


def _asked(sitting: Sitting) -> list[list[str]]:
    asks = questions(sitting.protocol.scope)
    return [[workshop_labels.question_short(question), workshop_labels.question_words(question)] for question in asks]


def _meanings(study: Study) -> list[list[str]]:
    keys_of = [*(level.code for level in Level), *(hypothesis.value for hypothesis in HYPOTHESES)]
    return [[labels.definition_title(key), labels.definition(study, key)] for key in keys_of]


def _rules(sitting: Sitting) -> list[str]:
    return [
        workshop_labels.secrecy_sentence(sitting.protocol),
        workshop_labels.thresholds_sentence(sitting.protocol),
        _("Write no name and nothing that would let a person be recognised: when in doubt, leave it out."),
    ]
