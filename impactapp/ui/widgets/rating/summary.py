"""The words around the matrix: how far the rating is, what an empty page offers, and the help."""

from dataclasses import dataclass

from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect
from impactapp.domain.profession import Profession, Task
from impactapp.domain.study import Origin, Study
from impactapp.i18n import _, ngettext
from impactapp.ui.models.rating_columns import Column, heading_tip, position_of


@dataclass(frozen=True, slots=True)
class EmptyWords:
    """What an empty page says, and the page its button leads to."""

    title: str
    text: str
    button: str
    page: str


def summary(study: Study, tasks: tuple[Task, ...], undecided: int) -> str:
    """« 10 activités · 6 à coter », or that all are decided and, for the demonstration, what was published."""
    count = len(tasks)
    if undecided:
        head = ngettext("{n} activity", "{n} activities", count).format(n=count)
        return f"{head} · " + ngettext("{n} to rate", "{n} to rate", undecided).format(n=undecided)
    decided = ngettext("{n} activity decided", "{n} activities decided", count).format(n=count)
    published = _published(study, tasks)
    return f"{decided} · {published}" if published else decided


def empty_words(profession: Profession | None) -> EmptyWords:
    """For a study without professions, or a profession without activities."""
    if profession is None:
        return EmptyWords(
            _("Nothing to rate yet"),
            _("The matrix shows the activities of a profession: add a profession first."),
            _("Add a profession"),
            "professions",
        )
    return EmptyWords(
        _("No activity to rate yet"),
        _("“{profession}” has no activities: list what this profession does, one line each.").format(
            profession=profession.title
        ),
        _("List the activities"),
        "tasks",
    )


def help_words(study: Study | None, column: Column | None) -> str:
    """What is rated in a column, where a proposal comes from, and the keys."""
    lines = []
    if study and column:
        lines.append(heading_tip(study, position_of(column.hypothesis, column.aspect)))
        if column.aspect is Aspect.SUBSTITUTION:
            lines.append(_("The group decides; a decision that differs from the proposal asks for a reason."))
    lines.append(
        _(
            "The proposal is a rule of this application: the lower of the maturity and of the median of the three "
            "criteria. Under the high hypothesis a criterion follows the low one until it is rated itself."
        )
    )
    lines.append(
        _(
            "Keys: arrows move, Shift+arrows select; 1, 2, 3 rate; Del clears; Enter justifies, Esc comes back; "
            "Tab goes to the next cell to rate; P or = accepts the proposal; Ctrl+C and Ctrl+V exchange with Excel; "
            "Ctrl+Tab leaves the matrix."
        )
    )
    return "\n\n".join(lines)


def _published(study: Study, tasks: tuple[Task, ...]) -> str:
    """What the demonstration was published with, as long as nobody has rated a criterion."""
    cells = [(hypothesis, criterion) for hypothesis in HYPOTHESES for criterion in CRITERIA]
    if study.origin is not Origin.DEMONSTRATION or any(task.level(*cell) for task in tasks for cell in cells):
        return ""
    return _("the case was published with criteria for a single activity, as text and without a level")
