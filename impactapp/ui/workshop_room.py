"""The sitting in progress in one window: what is asked now, whether the votes are shown, and the time that goes by.

The page of the workshop, the projector and the isoloir share one room, so that they always show the same.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from impactapp.domain.edits import urn, votes
from impactapp.domain.profession import Profession, Task
from impactapp.domain.study import Study
from impactapp.domain.workshop import Question, Sitting, Talk, questions
from impactapp.ui.session import Session

# a machine killed while the timer runs loses less time than this
SLICE = 5
TICK = 250


class Room(QObject):
    """At most one sitting, one task of it and one question.

    ``moved`` follows another sitting, task or question; ``revealed(shown)`` follows votes shown or hidden;
    ``ticked(seconds)`` tells the time spent on the task, at least once a second while the timer runs, and when the
    timer starts or stops.
    """

    moved = Signal()
    revealed = Signal(bool)
    ticked = Signal(int)

    def __init__(self, session: Session, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(session)
        self._session = session
        self._clock = clock
        self._sitting_id = ""
        self._unhidden = ""
        self._task_id = ""
        self._position = 0
        self._question: Question | None = None
        self._is_revealed = False
        self._since: float | None = None
        self._told = -1
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.tick)
        session.closing.connect(self.leave)
        session.changed.connect(self._follow)

    # ------------------------------------------------------------------ where we are
    @property
    def sitting(self) -> Sitting | None:
        """The sitting in progress, from the study as it is now; ``None`` where none was entered."""
        sittings = self._session.study.sittings if self._session.study else ()
        return next((sitting for sitting in sittings if sitting.id == self._sitting_id), None)

    @property
    def professions(self) -> tuple[Profession, ...]:
        """What the sitting is about: its professions, all of the study where it names none."""
        study, sitting = self._session.study, self.sitting
        if study is None or sitting is None:
            return ()
        return tuple(profession for profession in study.professions if sitting.is_about(profession.id))

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The activities of its professions, in order."""
        return tuple(task for profession in self.professions for task in profession.tasks)

    @property
    def task(self) -> Task | None:
        """The activity in progress."""
        return next((task for task in self.tasks if task.id == self._task_id), None)

    @property
    def following(self) -> Task | None:
        """The activity after the one in progress, ``None`` at the last."""
        return next(iter(self.tasks[self.position + 1 :]), None) if self.task is not None else None

    @property
    def profession(self) -> Profession | None:
        """The profession of the activity in progress."""
        return next((one for one in self.professions if one.index_of(self._task_id) >= 0), None)

    @property
    def talk(self) -> Talk | None:
        """What the sitting did with the activity so far, ``None`` before anything was."""
        sitting = self.sitting
        return sitting.talk(self._task_id) if sitting else None

    @property
    def round(self) -> int:
        """The round in progress, from 1."""
        return self.talk.round if self.talk else 1

    @property
    def position(self) -> int:
        """The place of the activity among ``tasks``, -1 when there is none."""
        return next((at for at, task in enumerate(self.tasks) if task.id == self._task_id), -1)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked of each activity."""
        sitting = self.sitting
        return questions(sitting.protocol.scope) if sitting else ()

    @property
    def question(self) -> Question | None:
        """What is asked now."""
        return self._question

    @property
    def is_revealed(self) -> bool:
        """Whether the votes on the activity are shown."""
        return self._is_revealed

    @property
    def is_hiding(self) -> bool:
        """Whether other pages keep the published decisions of a replay to themselves."""
        sitting = self.sitting
        return sitting is not None and sitting.is_training and sitting.id != self._unhidden

    def unhide(self) -> None:
        """Let the other pages show them, as long as this replay goes on."""
        self._unhidden = self._sitting_id

    # ------------------------------------------------------------------ moving
    def enter(self, sitting_id: str) -> None:
        """Take up a sitting at its first activity that is not settled; the same one goes on where it is."""
        if sitting_id == self._sitting_id:
            return
        self.pause()
        self._sitting_id, self._unhidden = sitting_id, ""
        sitting, tasks = self.sitting, self.tasks
        if sitting is None:
            self._sitting_id = ""
        settled = {talk.task_id for talk in sitting.talks if talk.is_settled} if sitting else set()
        first = next((task.id for task in tasks if task.id not in settled), tasks[0].id if tasks else "")
        self._stand(first)

    def leave(self) -> None:
        """Leave the sitting; the time spent is kept."""
        if self._sitting_id:
            self.pause()
            self._sitting_id = ""
            self._stand("")

    def go(self, task_id: str) -> None:
        """Turn to an activity, at its first question; an unknown one changes nothing."""
        if task_id != self._task_id and any(task.id == task_id for task in self.tasks):
            self.keep_time()
            self._stand(task_id)

    def step(self, by: int) -> None:
        """Turn to the activity ``by`` places on or back, if there is one."""
        tasks, to = self.tasks, self.position + by
        if 0 <= to < len(tasks):
            self.go(tasks[to].id)

    def ask(self, question: Question) -> None:
        """Turn to a question of the activity; votes that are shown stay shown."""
        if question != self._question and question in self.questions:
            self._question = question
            self.moved.emit()

    def step_question(self, by: int) -> bool:
        """Turn to the next or former question, over the ends to the next or former activity; ``False`` at an end."""
        asked = self.questions
        to = asked.index(self._question) + by if self._question in asked else 0
        if 0 <= to < len(asked):
            self.ask(asked[to])
            return True
        if not 0 <= self.position + by < len(self.tasks):
            return False
        self.step(by)
        if by < 0 and asked:
            self.ask(asked[-1])
        return True

    def reveal(self, shown: bool) -> None:
        """Show the votes on the activity, or hide them; the urn is opened first where enough secret votes wait."""
        if shown is not self._is_revealed and self.task is not None:
            if shown:
                self.open_urn(self.task.id)
            self._is_revealed = shown
            self.revealed.emit(shown)

    def open_urn(self, task_id: str = "") -> bool:
        """Count the secret votes on an activity, or on all, where enough wait; undo never takes one of them back."""
        sitting = self.sitting
        if sitting is None or not self._session.is_writable or not urn.can_open(sitting, task_id):
            return False
        chosen = [task_id] if task_id else []
        return self._session.record(urn.open_urn(sitting, chosen))

    # ------------------------------------------------------------------ time
    @property
    def is_running(self) -> bool:
        """Whether time goes by."""
        return self._since is not None

    @property
    def seconds_spent(self) -> int:
        """The time spent on the activity, in seconds."""
        return (self.talk.seconds if self.talk else 0) + self._unsaved()

    @property
    def seconds_of_sitting(self) -> int:
        """The time spent on all activities of the sitting, in seconds."""
        sitting = self.sitting
        return (sum(talk.seconds for talk in sitting.talks) if sitting else 0) + self._unsaved()

    @property
    def seconds_left(self) -> int:
        """What is left of the minutes of the sitting, in seconds; below zero once they are over."""
        sitting = self.sitting
        return sitting.protocol.minutes * 60 - self.seconds_of_sitting if sitting else 0

    def start(self) -> None:
        """Let time go by; a study that cannot be changed keeps none."""
        if self._since is None and self.task is not None and self._session.is_writable:
            self._since = self._clock()
            self._timer.start()
            self._tell()

    def pause(self) -> None:
        """Stop the time and keep it."""
        if self._since is not None:
            self.keep_time()
            self._since = None
            self._timer.stop()
            self._tell()

    def keep_time(self) -> None:
        """Write what was spent since the last time into the study; stops where that is refused."""
        # a large change on its way would have it refused
        self._session.settle()
        seconds, sitting = self._unsaved(), self.sitting
        if self._since is None or seconds <= 0 or sitting is None or self.task is None:
            return
        # before the edit: what follows from it asks for the time again
        self._since += seconds
        if not self._session.record(votes.spend(sitting, self._task_id, seconds, self.task.title)):
            self._since = None
            self._timer.stop()

    def tick(self) -> None:
        """What the timer does: tell the time, and keep it a slice at a time."""
        if self._unsaved() >= SLICE and not self._session.is_writing:
            self.keep_time()
        if self.seconds_spent != self._told:
            self._tell()

    def _unsaved(self) -> int:
        return int(self._clock() - self._since) if self._since is not None else 0

    def _tell(self) -> None:
        self._told = self.seconds_spent
        self.ticked.emit(self._told)

    def _stand(self, task_id: str) -> None:
        self._task_id = task_id
        self._position = max(self.position, 0)
        self._question = self.questions[0] if self.questions else None
        if self._is_revealed:
            self._is_revealed = False
            self.revealed.emit(False)
        self.moved.emit()
        self._tell()

    def _follow(self, before: Study, after: Study) -> None:
        """The sitting, its protocol or its activities may have gone, or come back by undo."""
        if not self._sitting_id:
            return
        if self.sitting is None:
            self._since = None
            self._timer.stop()
            self._sitting_id = ""
            self._stand("")
        elif self.task is None:
            tasks = self.tasks
            self._stand(tasks[min(self._position, len(tasks) - 1)].id if tasks else "")
        elif self._question not in self.questions:
            self._question = self.questions[0]
            self.moved.emit()
        elif _received(before, self._sitting_id) != _received(after, self._sitting_id):
            # what is shown would follow the ballots, and the difference be their votes
            self.reveal(False)


def _received(study: Study, sitting_id: str) -> tuple[str, ...]:
    sitting = study.sitting(sitting_id)
    return sitting.received if sitting else ()


def room_of(session: Session) -> Room:
    """The one room of a session, made when it is first asked for."""
    found = session.findChild(Room)
    return found if isinstance(found, Room) else Room(session)
