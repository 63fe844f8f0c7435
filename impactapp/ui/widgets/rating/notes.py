"""What is said of the proposal for one cell: what the rule gives and why, and what a differing decision owes."""

from dataclasses import dataclass

from impactapp import labels
from impactapp.domain.analysis.proposal import differs_from_proposal, proposal_of
from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect, Hypothesis
from impactapp.domain.profession import Task
from impactapp.domain.study import Origin, Study
from impactapp.i18n import _
from impactapp.ui.models.rating_columns import Column


@dataclass(frozen=True, slots=True)
class Note:
    """What stands out, where something does, and the rest."""

    head: str
    text: str


def note_of(study: Study, task: Task, column: Column | None) -> Note:
    """The note under a cell; without a column, that of both hypotheses."""
    published = _published(study, task)
    if published:
        return Note("", published)
    if column is None:
        return Note("", "\n".join(_named(task, hypothesis) for hypothesis in HYPOTHESES))
    reason = labels.proposal_reason(task, column.hypothesis)
    if column.aspect and task.follows(column.hypothesis, column.aspect):
        return Note(_("Follows the low hypothesis until it is rated itself."), reason)
    return Note("" if column.aspect in CRITERIA else _difference(task, column.hypothesis), reason)


def can_accept(task: Task, column: Column | None) -> bool:
    """Whether accepting the proposal would change a decision here."""
    sides = [column.hypothesis] if column else HYPOTHESES
    return any(
        (proposed := proposal_of(task, side)) is not None and task.level(side, Aspect.SUBSTITUTION) is not proposed
        for side in sides
    )


def _published(study: Study, task: Task) -> str:
    """The demonstration was published with almost no criteria: why nothing is proposed, as long as none has a level."""
    said = [task.judgement(hypothesis, criterion) for hypothesis in HYPOTHESES for criterion in CRITERIA]
    if study.origin is not Origin.DEMONSTRATION or any(judgement.level for judgement in said):
        return ""
    if any(judgement.text for judgement in said):
        return _(
            "Criteria as text, without a level: the application proposes nothing and makes nothing up. "
            "Rate maturity, acceptability and ROI to get a proposal."
        )
    return _(
        "No criterion here: the application proposes nothing and makes nothing up. "
        "Rate maturity, acceptability and ROI to get a proposal."
    )


def _named(task: Task, hypothesis: Hypothesis) -> str:
    word = labels.hypothesis_word(hypothesis)
    reason = labels.proposal_reason(task, hypothesis)
    return _("{hypothesis}: {reason}").format(hypothesis=word[:1].upper() + word[1:], reason=reason)


def _difference(task: Task, hypothesis: Hypothesis) -> str:
    if not differs_from_proposal(task, hypothesis):
        return ""
    decided = task.judgement(hypothesis, Aspect.SUBSTITUTION)
    words = (
        _("Proposed {proposed}, decided {decided}, with a reason.")
        if decided.text
        else _("Proposed {proposed}, decided {decided}: say why.")
    )
    return words.format(
        proposed=labels.level_letters(proposal_of(task, hypothesis)), decided=labels.level_letters(decided.level)
    )
