"""Any sequence of edits, undos, redos and reopenings, at once or on a thread: the file holds what is shown."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from impactapp.document import Document, Writing
from impactapp.domain.edits import barriers, professions, ratings, skills, studies, tasks
from impactapp.domain.edits.edit import Edit
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Profession, Task
from impactapp.domain.rule import Rule, Weighting
from impactapp.domain.skill import Barrier, Link, Skill, Stage
from impactapp.domain.study import Study
from impactapp.store.reading import read_study
from impactapp.store.soundness import check_file
from tests import builders

AT = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)
TITLES = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=6)
NUMBERS = st.integers(0, 40)


class DocumentMachine(RuleBasedStateMachine):
    """A document, and beside it the plain lists of what was done and undone."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._number = 0
        self._done: list[Study] = []
        self._undone: list[Study] = []
        self._apart = False

    @initialize(study=builders.studies(2, 4))
    def create(self, study: Study) -> None:
        folder = Path(self._folder.name)
        # an id of its own, so that the backups of one run are not those of another
        named = replace(study, id=folder.name)
        self._document = Document.create(folder / "s.impact", named, lambda: AT)

    @rule(
        cells=st.lists(st.tuples(NUMBERS, st.sampled_from(Hypothesis), st.sampled_from(Aspect)), max_size=4),
        level=st.none() | st.sampled_from(Level),
    )
    def rate(self, cells: list[tuple[int, Hypothesis, Aspect]], level: Level | None) -> None:
        chosen = [ratings.Cell(self._task(number), hypothesis, aspect) for number, hypothesis, aspect in cells]
        self._apply(ratings.rate(chosen, level) if level else ratings.clear(chosen))

    @rule(number=NUMBERS, text=TITLES)
    def justify(self, number: int, text: str) -> None:
        self._apply(ratings.justify(ratings.Cell(self._task(number), Hypothesis.LOW, Aspect.ROI), text))

    @rule(number=NUMBERS, title=TITLES, position=st.integers(0, 3))
    def add_task(self, number: int, title: str, position: int) -> None:
        self._apply(tasks.add_tasks(self._profession(number), [Task(self._new_id(), title)], position))

    @rule(number=NUMBERS)
    def remove_task(self, number: int) -> None:
        self._apply(tasks.remove_tasks(self._profession(number), [self._task(number)]))

    @rule(number=NUMBERS, position=st.integers(0, 5))
    def move_task(self, number: int, position: int) -> None:
        self._apply(tasks.move_tasks(self._profession(number), [self._task(number)], position))

    @rule(number=NUMBERS, title=TITLES, share=st.integers(0, 100))
    def change_task(self, number: int, title: str, share: int) -> None:
        self._apply(tasks.rename_task(self._task(number), title))
        self._apply(tasks.set_shares(self._profession(number), {self._task(number): share / 100}))

    @rule(number=NUMBERS, title=TITLES)
    def merge_tasks(self, number: int, title: str) -> None:
        both = [self._task(number), self._task(self._beside(number, 1))]
        self._apply(tasks.merge_tasks(self._profession(number), both, title, self._new_id()))

    @rule(number=NUMBERS, title=TITLES, hours=st.none() | st.integers(0, 800))
    def add_skill(self, number: int, title: str, hours: int | None) -> None:
        links = (Link(self._task(number), 1 + number % 3),) if self._task(number) else ()
        made = Skill(self._new_id(), title, baseline_hours=None if hours is None else float(hours), links=links)
        self._apply(skills.add_skills(self._profession(number), [made]))

    @rule(number=NUMBERS, title=TITLES, position=st.integers(0, 3))
    def change_skill(self, number: int, title: str, position: int) -> None:
        profession, skill = self._profession(number), Skill(self._skill(number), title)
        self._apply(skills.rename_skill(profession, skill.id, title))
        self._apply(skills.describe_skill(profession, skill, title))
        self._apply(skills.set_holders(profession, skill, number, None))
        self._apply(skills.move_skill(profession, skill, position))

    @rule(number=NUMBERS)
    def remove_skill(self, number: int) -> None:
        self._apply(skills.remove_skills(self._profession(number), [self._skill(number)]))

    @rule(number=NUMBERS, task=NUMBERS, intensity=st.integers(-1, 4), stage=st.none() | st.sampled_from(Stage))
    def link(self, number: int, task: int, intensity: int, stage: Stage | None) -> None:
        profession = self._profession(number)
        address = skills.LinkAddress(self._skill(number), self._task(self._beside(number, task)))
        self._apply(skills.set_intensities(profession, {address: intensity}))
        self._apply(skills.set_stage(profession, [address], stage))
        self._apply(skills.set_formative(profession, [address], True))
        self._apply(skills.set_validated(address.task_id, intensity > 1))

    @rule(number=NUMBERS, title=TITLES, hours=st.sampled_from([None, 0.0, 2.5, 10_000.0]), day=st.dates())
    def add_barrier(self, number: int, title: str, hours: float | None, day: date) -> None:
        kept = (self._skill(number),) if self._skill(number) else ()
        made = Barrier(self._new_id(), title, skill_ids=kept, hours_per_month=hours, review=day)
        self._apply(barriers.add_barrier(self._profession(number), made))

    @rule(number=NUMBERS, other=NUMBERS, day=st.dates())
    def change_barrier(self, number: int, other: int, day: date) -> None:
        profession, barrier = self._profession(number), Barrier(self._barrier(number), "")
        kept = [self._skill(number), self._skill(self._beside(number, other))]
        self._apply(barriers.set_barrier_skills(profession, barrier, kept))
        self._apply(barriers.set_barrier_against(profession, barrier, barriers.RESTORABLE[other % 2 :]))
        self._apply(barriers.set_barrier_start(profession, barrier, day))

    @rule(number=NUMBERS)
    def remove_barrier(self, number: int) -> None:
        self._apply(barriers.remove_barriers(self._profession(number), [self._barrier(number)]))

    @rule(number=NUMBERS, title=TITLES)
    def duplicate_profession(self, number: int, title: str) -> None:
        original = self._document.study.profession(self._profession(number))
        if original is not None:
            ids = {id: self._new_id() for id in professions.ids_of(original)}
            self._apply(professions.duplicate_profession(original, title, ids))

    @rule(number=NUMBERS, title=TITLES)
    def split_task(self, number: int, title: str) -> None:
        parts = [Task(self._new_id(), f"{title} {part}") for part in (1, 2)]
        self._apply(tasks.split_task(self._task(number), parts))

    @rule(title=TITLES, tasks_of=st.integers(0, 3))
    def add_profession(self, title: str, tasks_of: int) -> None:
        made = tuple(Task(self._new_id(), f"{title} {number}") for number in range(tasks_of))
        self._apply(professions.add_profession(Profession(self._new_id(), title, tasks=made), 0))

    @rule(number=NUMBERS)
    def remove_profession(self, number: int) -> None:
        self._apply(professions.remove_profession(self._profession(number), ""))

    @rule(number=NUMBERS, position=st.integers(0, 3))
    def move_profession(self, number: int, position: int) -> None:
        self._apply(professions.move_profession(self._profession(number), "", position))

    @rule(title=TITLES, rule=st.sampled_from(list(Rule)), weighting=st.sampled_from(Weighting))
    def change_study(self, title: str, rule: Rule, weighting: Weighting) -> None:
        self._apply(studies.set_title(title))
        self._apply(studies.set_rule(rule))
        self._apply(studies.set_exposure_rule(rule))
        self._apply(studies.set_weighting(weighting))
        self._apply(studies.set_definition("fort", title))

    @rule()
    def change_on_another_thread_or_at_once(self) -> None:
        self._apart = not self._apart

    @rule()
    def undo(self) -> None:
        before = self._document.study
        assert self._made(self._document.begin_undo, self._document.undo) == bool(self._done)
        if self._done:
            self._undone.append(before)
            assert self._document.study is self._done.pop()

    @rule()
    def redo(self) -> None:
        before = self._document.study
        assert self._made(self._document.begin_redo, self._document.redo) == bool(self._undone)
        if self._undone:
            self._done.append(before)
            assert self._document.study is self._undone.pop()

    def _forget_history(self) -> None:
        """Steps that no longer change anything have gone, and the others hold other values."""
        self._done, self._undone = [], []
        while self._document.undo():
            pass
        while self._document.next_redo is not None:
            self._done.append(self._document.study)
            self._document.redo()

    @rule()
    def close_and_reopen(self) -> None:
        study = self._document.study
        self._document.close()
        self._document = Document.open(self._document.path, lambda: AT)
        assert self._document.study == study
        self._done, self._undone = [], []

    @precondition(lambda self: self._document.backups())
    @rule()
    def restore(self) -> None:
        before, backup = self._document.study, self._document.backups()[-1]
        restored = read_study(backup.path)
        if self._document.restore(backup):
            self._done.append(before)
            self._undone = []
        assert self._document.study == restored

    @invariant()
    def the_file_holds_what_is_shown(self) -> None:
        assert read_study(self._document.path) == self._document.study

    def teardown(self) -> None:
        with self._folder:
            # a run may be given up before its study is made
            if hasattr(self, "_document"):
                self._document.close()
                assert check_file(self._document.path) == ()

    def _apply(self, edit: Edit) -> None:
        before, steps = self._document.study, len(self._done)
        undo, may_merge = self._document.next_undo, not self._undone
        try:
            changed = self._made(lambda: self._document.begin(edit), lambda: self._document.apply(edit))
        except EditError:
            changed = False
        if not changed:
            assert self._document.study is before
            return
        step = self._document.next_undo
        if undo is not None and may_merge and undo.merge_key == edit.merge_key is not None:
            if self._document.study is self._done[-1]:
                self._done.pop()  # typed back to what it was
        else:
            self._done.append(before)
            assert step is not None
        assert (step.before if step else None) is (self._done[-1] if self._done else None)
        assert abs(len(self._done) - steps) <= 1
        self._undone = []

    def _made(self, begin: Callable[[], Writing], at_once: Callable[[], bool]) -> bool:
        """Change the document in one of the two ways; nothing else is let in between."""
        if not self._apart:
            return at_once()
        before = self._document.study
        writing = begin()
        work = Thread(target=lambda: _run(writing))
        work.start()
        assert self._document.study is before
        with pytest.raises(EditError) as refused:
            self._document.undo()
        assert refused.value.problem is Problem.CHANGE_UNDER_WAY
        try:
            return self._document.complete()
        finally:
            work.join()

    def _profession(self, number: int) -> str:
        found = self._document.study.professions
        return found[number % len(found)].id if found else ""

    def _beside(self, number: int, other: int) -> int:
        """A number that stands for the same profession and for another thing of it."""
        return number + other * max(1, len(self._document.study.professions))

    def _task(self, number: int) -> str:
        found = self._document.study.profession(self._profession(number))
        return found.tasks[number % len(found.tasks)].id if found and found.tasks else ""

    def _skill(self, number: int) -> str:
        found = self._document.study.profession(self._profession(number))
        return found.skills[number // 3 % len(found.skills)].id if found and found.skills else ""

    def _barrier(self, number: int) -> str:
        found = self._document.study.profession(self._profession(number))
        return found.barriers[number // 3 % len(found.barriers)].id if found and found.barriers else ""

    def _new_id(self) -> str:
        self._number += 1
        return f"n{self._number}"


def _run(writing: Writing) -> None:
    # whoever completes it hears of it
    with suppress(EditError):
        writing.run()


DocumentMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
TestDocumentMachine = DocumentMachine.TestCase
