"""What is said of the proposal for one cell: what the rule gives and why, and what a differing decision owes."""

from impactapp import labels
from impactapp.domain.analysis.proposal import differs_from_proposal, proposal_of
from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect, Hypothesis
from impactapp.domain.profession import Task
from impactapp.domain.study import Origin, Study
from impactapp.i18n import _
from impactapp.ui.models.rating_columns import Column


def note_of(study: Study, task: Task, column: Column | None) -> str:
    """The note under a cell; without a column, that of both hypotheses."""
    published = _published(study, task)
    if published:
        return published
    sides = [column.hypothesis] if column else HYPOTHESES
    lines = [line for side in sides for line in _lines(task, side, named=column is None)]
    if column and column.aspect and task.follows(column.hypothesis, column.aspect):
        lines.insert(0, _("Follows the low hypothesis until it is rated itself."))
    return "\n".join(lines)


def can_accept(task: Task, column: Column | None) -> bool:
    """Whether accepting the proposal would change a decision here."""
    sides = [column.hypothesis] if column else HYPOTHESES
    return any(
        (proposed := proposal_of(task, side)) is not None and task.level(side, Aspect.SUBSTITUTION) is not proposed
        for side in sides
    )


def _published(study: Study, task: Task) -> str:
    """The demonstration was published with almost no criteria: said so, as long as nobody has rated one."""
    said = [task.judgement(hypothesis, criterion) for hypothesis in HYPOTHESES for criterion in CRITERIA]
    if study.origin is not Origin.DEMONSTRATION or any(judgement.level for judgement in said):
        return ""
    if any(judgement.text for judgement in said):
        return _(
            "Criteria published as text, without a level: the application proposes nothing and makes nothing up. "
            "Rate maturity, acceptability and ROI to get a proposal."
        )
    return _(
        "Published without criteria: the application proposes nothing and makes nothing up. "
        "Rate maturity, acceptability and ROI to get a proposal."
    )


def _lines(task: Task, hypothesis: Hypothesis, named: bool) -> list[str]:
    reason = labels.proposal_reason(task, hypothesis)
    if named:
        word = labels.hypothesis_word(hypothesis)
        reason = _("{hypothesis}: {reason}").format(hypothesis=word[:1].upper() + word[1:], reason=reason)
    if not differs_from_proposal(task, hypothesis):
        return [reason]
    decided = task.judgement(hypothesis, Aspect.SUBSTITUTION)
    letters = {
        "proposed": labels.level_letters(proposal_of(task, hypothesis)),
        "decided": labels.level_letters(decided.level),
    }
    if decided.text:
        return [_("Proposed {proposed}, decided {decided}, with a reason.").format(**letters), reason]
    return [_("Proposed {proposed}, decided {decided}: say why.").format(**letters), reason]
