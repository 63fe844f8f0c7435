"""The trainer's handout: the case with an empty matrix to fill in, then the matrix as it was published."""

from pathlib import Path

from impactapp import labels
from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Profession, Task
from impactapp.domain.study import Study
from impactapp.exchange.pdf.isolation import isolated
from impactapp.exchange.pdf.typeset import write_pdf
from impactapp.i18n import _

_DEFINED = ("faible", "moyen", "fort", "low", "high", "maturity", "acceptability", "roi")


def write_handout(study: Study, profession_id: str, target: Path) -> None:
    """Write it for one profession of the demonstration.

    Raises ``EditError`` for an unknown profession, ``ExchangeError`` where the file cannot be written.
    """
    study = isolated(study)
    profession = study.profession(profession_id)
    if profession is None:
        raise EditError(Problem.UNKNOWN_PROFESSION)
    content = {
        "title": _("Training: {profession}").format(profession=profession.title),
        "foot": study.title,
        "below": [_("AI and the professions of a hospital, after the method of Institut Montaigne (2019)")],
        "case": _case(study),
        "empty": _empty(profession),
        "published": _published(profession),
        "example": _example(profession),
        "sources": [_source(profession), _("Independent project, not affiliated with Institut Montaigne.")],
    }
    write_pdf("handout", content, target)


def _case(study: Study) -> dict[str, object]:
    lines = [
        _("For each activity, say how far AI could substitute for the work: alone and in silence, then together."),
        _("The three criteria help to decide; the group decides, and says why."),
    ]
    definitions = [[labels.definition_title(key), labels.definition(study, key)] for key in _DEFINED]
    return {"title": _("The exercise"), "lines": lines, "definitions": definitions}


def _empty(profession: Profession) -> dict[str, object]:
    head = [_("Activity"), *(labels.aspect_short(criterion) for criterion in CRITERIA)]
    head += [labels.hypothesis_short(hypothesis) for hypothesis in HYPOTHESES]
    blank = [""] * (len(head) - 1)
    return {
        "title": _("Matrix to fill in"),
        "head": head,
        "rows": [[task.title, *blank] for task in profession.tasks],
    }


def _published(profession: Profession) -> dict[str, object]:
    lines = [_("To be handed out after the vote. One published answer, not the right one: compare it with yours.")]
    return {
        "title": _("The matrix as published"),
        "lines": lines,
        "head": [_("Activity"), *(labels.definition_title(hypothesis.value) for hypothesis in HYPOTHESES)],
        "rows": [[task.title, *_levels(task)] for task in profession.tasks],
    }


def _levels(task: Task) -> list[str]:
    return [labels.level_word(task.level(hypothesis, Aspect.SUBSTITUTION)) for hypothesis in HYPOTHESES]


def _example(profession: Profession) -> dict[str, object]:
    """The activity whose criteria were published, as words without levels; nothing where none has any."""
    for task in profession.tasks:
        said = [(aspect, task.judgement(HYPOTHESES[0], aspect).text) for aspect in CRITERIA]
        if any(text for _aspect, text in said):
            rows = [[labels.aspect_word(aspect), text] for aspect, text in said if text]
            title = _("The one activity whose criteria were published, as words without levels")
            return {"title": title, "task": task.title, "rows": rows}
    return {"title": "", "task": "", "rows": []}


def _source(profession: Profession) -> str:
    return _("Source: {source}").format(source=profession.source) if profession.source else ""
