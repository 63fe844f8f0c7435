"""The columns of the matrix, and what each cell shows: a value to paint, and the same in words."""

from dataclasses import dataclass

from impactapp import labels
from impactapp.domain.analysis.proposal import differs_from_proposal, proposal_of
from impactapp.domain.edits.ratings import Cell
from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.domain.profession import Task
from impactapp.domain.study import Study
from impactapp.i18n import _


@dataclass(frozen=True, slots=True)
class Column:
    """One column under a hypothesis; without an aspect it is the proposal."""

    hypothesis: Hypothesis
    aspect: Aspect | None

    def cell(self, task_id: str) -> Cell | None:
        """The address of what is rated here, ``None`` for the proposal."""
        return Cell(task_id, self.hypothesis, self.aspect) if self.aspect else None


@dataclass(frozen=True, slots=True)
class CellLook:
    """What is painted: ``follows`` the low hypothesis, ``differs`` from the proposal, is a ``proposal``, has words."""

    level: Level | None
    follows: bool = False
    differs: bool = False
    is_proposal: bool = False
    has_text: bool = False


TITLE = 0
COLUMNS = tuple(Column(h, aspect) for h in HYPOTHESES for aspect in (*CRITERIA, None, Aspect.SUBSTITUTION))
COLUMN_COUNT = 1 + len(COLUMNS)
_POSITIONS = {column: position for position, column in enumerate(COLUMNS, 1)}


def column_at(position: int) -> Column | None:
    """The column at a position of the table, ``None`` for the title."""
    return COLUMNS[position - 1] if position > TITLE else None


def position_of(hypothesis: Hypothesis, aspect: Aspect | None) -> int:
    """Where a column stands in the table."""
    return _POSITIONS[Column(hypothesis, aspect)]


def look_of(task: Task, column: Column) -> CellLook:
    """What the cell of a task shows."""
    aspect = column.aspect
    if aspect is None:
        return CellLook(proposal_of(task, column.hypothesis), is_proposal=True)
    said = task.judgement(column.hypothesis, aspect)
    decided = aspect is Aspect.SUBSTITUTION
    return CellLook(
        said.level,
        follows=not said.is_empty and task.follows(column.hypothesis, aspect),
        differs=decided and said.level is not None and differs_from_proposal(task, column.hypothesis),
        has_text=bool(said.text),
    )


def heading(position: int) -> str:
    """The word over a column."""
    column = column_at(position)
    if column is None:
        return _("Activity")
    return labels.aspect_short(column.aspect) if column.aspect else _("Proposed")


def short_heading(position: int) -> str:
    """The same in a few letters, for a narrow window."""
    column = column_at(position)
    if column is None:
        return heading(position)
    return {
        Aspect.MATURITY: _("Mat."),
        Aspect.ACCEPTABILITY: _("Acc."),
        Aspect.ROI: _("ROI"),
        None: _("Prop."),
        Aspect.SUBSTITUTION: _("Dec."),
    }[column.aspect]


def column_words(position: int) -> str:
    """A column in a sentence: « maturité, hypothèse basse »."""
    column = column_at(position)
    if column is None:
        return _("activity")
    name = lowered(labels.aspect_word(column.aspect)) if column.aspect else _("proposal")
    return f"{name}, {labels.hypothesis_word(column.hypothesis)}"


def column_name(position: int) -> str:
    """A column by itself: « Maturité, hypothèse basse »."""
    words = column_words(position)
    return words[:1].upper() + words[1:]


def heading_tip(study: Study, position: int) -> str:
    """What hovering a heading tells: the column, and what its criterion and its hypothesis mean to the group."""
    column = column_at(position)
    lines = [column_name(position)]
    if column:
        keys = [column.aspect.value] if column.aspect in CRITERIA else []
        lines += [labels.definition(study, key) for key in (*keys, column.hypothesis.value)]
    return "\n".join(lines)


def cell_words(task: Task, position: int) -> str:
    """A cell for a screen reader: the activity, the column, the level and all that the picture shows by shape."""
    column = column_at(position)
    if column is None:
        return task.title
    head = _("{task}, {column}: {level}").format(
        task=task.title, column=column_words(position), level=_level_words(look_of(task, column))
    )
    return ", ".join((head, *_remarks(task, column)))


def cell_tip(task: Task, position: int) -> str:
    """What hovering a cell tells: the level, where it comes from and the justification."""
    column = column_at(position)
    if column is None:
        return task.title
    if column.aspect is None:
        return labels.proposal_reason(task, column.hypothesis)
    said = task.judgement(column.hypothesis, column.aspect)
    lines = [", ".join((_level_words(look_of(task, column)), *_remarks(task, column)))]
    return "\n".join([*lines, said.text] if said.text else lines)


def lowered(word: str) -> str:
    """A word as it stands inside a sentence; an acronym keeps its capitals."""
    return word if word.isupper() else word[:1].lower() + word[1:]


def _level_words(look: CellLook) -> str:
    return _("none") if look.is_proposal and look.level is None else labels.level_word(look.level)


def _text_remark(decision: bool, *, rated: bool) -> str:
    if decision:
        return _("with a reason") if rated else _("reason without a decision")
    return _("with a justification") if rated else _("justification without a level")


def _remarks(task: Task, column: Column) -> list[str]:
    look = look_of(task, column)
    remarks = []
    if look.follows:
        remarks.append(_("follows the low hypothesis"))
    if look.differs:
        proposed = labels.level_word(proposal_of(task, column.hypothesis))
        remarks.append(_("differs from the proposal ({level})").format(level=proposed))
    if look.has_text:
        remarks.append(_text_remark(column.aspect is Aspect.SUBSTITUTION, rated=look.level is not None))
    return remarks
