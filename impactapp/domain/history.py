"""What was done and undone, as a value: each change of it gives the study that follows and the history that follows."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.problems import EditError
from impactapp.domain.study import Study

_ONE_SITTING = timedelta(seconds=60)
# said by one voter at a time: taken back alone, one of them would tell a vote
_IN_SECRET = (EditKind.CAST_BALLOTS, EditKind.SET_POSITIONS, EditKind.SET_SURVEY)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the history: the study before and after an edit, and the edit's name for the undo text."""

    kind: EditKind
    subject: str
    before: Study
    after: Study
    at: datetime
    merge_key: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """From one study to the next, as the log tells it, and the history once it is made.

    ``kind`` is an edit kind, ``undo:`` or ``redo:`` before it; ``at`` is in UTC.
    """

    before: Study
    after: Study
    kind: str
    subject: str
    at: datetime
    history: "History"


@dataclass(frozen=True, slots=True)
class History:
    """The steps that can be taken back and those that can be made again, the latest last.

    Each method gives ``None`` where nothing changes, and lets the refusals of the edit through.
    """

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def applied(self, before: Study, edit: Edit, at: datetime) -> Move | None:
        """An edit, which becomes a step, or part of the last one."""
        after = edit.change(before)
        if after is before:
            return None
        made = Step(edit.kind, edit.subject, before, after, at, edit.merge_key)
        last = self.done[-1] if self.done and self._is_one_sitting(self.done[-1], made) else None
        step = made if last is None else replace(made, before=last.before)
        goes_back = last is not None and step.after == step.before
        if goes_back:
            after = step.before  # the very value it was, so that the history goes on from it
        kept = self.done if last is None else self.done[:-1]
        history = History(kept if goes_back else (*kept, step))
        return Move(before, after, edit.kind.value, edit.subject, at, history)

    def recorded(self, before: Study, edit: Edit, at: datetime) -> Move | None:
        """An edit that is no step: every value of the history takes it too, and none brings the former state back."""
        after = edit.change(before)
        if after is before:
            return None
        # steps that follow one another share their values, and are to share them still
        changed = {id(before): after}
        done = _that_change([_with(step, edit, changed) for step in self.done])
        undone = _that_change([_with(step, edit, changed) for step in self.undone])
        return Move(before, after, edit.kind.value, edit.subject, at, History(done, undone))

    def taken_back(self, at: datetime) -> Move | None:
        """The last step taken back."""
        if not self.done:
            return None
        *done, step = self.done
        history = History(tuple(done), (*self.undone, step))
        return Move(step.after, step.before, f"undo:{step.kind.value}", step.subject, at, history)

    def made_again(self, at: datetime) -> Move | None:
        """The last undone step made again."""
        if not self.undone:
            return None
        *undone, step = self.undone
        history = History((*self.done, step), tuple(undone))
        return Move(step.before, step.after, f"redo:{step.kind.value}", step.subject, at, history)

    def _is_one_sitting(self, last: Step, step: Step) -> bool:
        """Whether both are taken back together: typing on in one place, without an undo or a pause in between.

        Voters who follow each other at one computer may take their time.
        """
        same_place = step.merge_key is not None and last.merge_key == step.merge_key
        soon = step.kind in _IN_SECRET or abs(step.at - last.at) < _ONE_SITTING
        return same_place and soon and not self.undone


def _that_change(steps: list[Step]) -> tuple[Step, ...]:
    """The steps that still change something: what an edit settles for all values no longer differs between them."""
    return tuple(step for step in steps if step.before != step.after)


def _with(step: Step, edit: Edit, changed: dict[int, Study]) -> Step:
    """A step whose values have taken an edit; ``changed`` holds what came of each value, by its identity."""
    for study in (step.before, step.after):
        if id(study) not in changed:
            try:
                changed[id(study)] = edit.change(study)
            except EditError:
                # what it is about was not there yet, or no more
                changed[id(study)] = study
    return replace(step, before=changed[id(step.before)], after=changed[id(step.after)])
