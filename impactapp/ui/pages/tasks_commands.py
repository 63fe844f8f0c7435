"""What can be done with the activities of the chosen profession, each as one undo step."""

from collections.abc import Callable, Sequence
from uuid import uuid4

from impactapp import labels
from impactapp.domain.edits import tasks as edits
from impactapp.domain.edits.task_links import joins_links
from impactapp.domain.lists import read_list
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Profession, Task
from impactapp.domain.quantities import parse_share
from impactapp.domain.text import TITLE_LIMIT, same_title
from impactapp.i18n import _
from impactapp.ui.session import Session
from impactapp.ui.widgets.paste_words import paste_sentence


class TaskCommands:
    """Edits on the chosen profession; each answers whether something changed, refusals are told.

    Those about many activities may take a while: ``then`` follows what they changed.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def paste(self, text: str, position: int, then: Callable[[], object]) -> bool:
        """Add the activities of a pasted list at a position."""
        profession = self._session.profession
        if profession is None:
            return False
        try:
            pasted = read_list(text, [task.title for task in profession.tasks])
        except EditError as refusal:
            self._session.refused.emit(labels.sentence(refusal))
            return False
        new = [Task(str(uuid4()), item.title, item.share) for item in pasted.items]
        if not new:
            self._session.refused.emit(paste_sentence(pasted))
            return False
        words = paste_sentence(pasted)

        def tell() -> None:
            self._session.informed.emit(words)
            then()

        return self._session.carry_out(edits.add_tasks(profession.id, new, position), len(new), tell)

    def paste_shares(self, text: str, tasks: Sequence[Task]) -> bool:
        """State shares from a column of figures, going down; ``False`` only when no line of the text is a figure.

        A line that is no share, or more lines than activities, is refused and changes nothing.
        """
        profession = self._session.profession
        lines = [line.strip() for line in text.strip().splitlines()]
        shares = [_read_share(line) for line in lines]
        if profession is None or not any(_is_figure(share) for share in shares):
            return False
        for number, share in enumerate(shares, 1):
            if isinstance(share, EditError):
                words = _("Line {number} of the paste: {reason}")
                self._session.refused.emit(words.format(number=number, reason=labels.sentence(share)))
                return True
        if len(shares) > len(tasks):
            words = _(
                "{count} figures are pasted, and only {places} activities are left from here: nothing was changed."
            )
            self._session.refused.emit(words.format(count=len(shares), places=len(tasks)))
            return True
        stated = [share for share in shares if not isinstance(share, EditError)]
        named = {task.id: share for task, share in zip(tasks, stated, strict=False)}
        self._session.carry_out(edits.set_shares(profession.id, named), len(named))
        return True

    def duplicate(self, task: Task) -> bool:
        """Add a copy just after the original, under a name of its own."""
        profession = self._session.profession
        if profession is None:
            return False
        return self._session.apply(edits.duplicate_task(task, str(uuid4()), _copy_title(profession, task.title)))

    def split(self, task_id: str, titles: Sequence[str]) -> bool:
        """Replace an activity by several."""
        profession = self._session.profession
        index = profession.index_of(task_id) if profession else -1
        if profession is None or index < 0:
            return False
        parts = [Task(str(uuid4()), title) for title in titles]
        return self._session.apply(edits.split_task(task_id, parts, profession.tasks[index].title))

    def merge(self, tasks: Sequence[Task]) -> bool:
        """Make one activity of several; its title is theirs, to be shortened."""
        profession = self._session.profession
        if profession is None:
            return False
        title = " / ".join(task.title for task in tasks)
        if len(title) > TITLE_LIMIT:
            title = title[: TITLE_LIMIT - 1] + "…"
        ids = [task.id for task in tasks]
        words = self._merged_words(profession, ids)
        done = self._session.apply(edits.merge_tasks(profession.id, ids, title, str(uuid4())))
        if done:
            self._session.informed.emit(words)
        return done

    def _merged_words(self, profession: Profession, ids: list[str]) -> str:
        """What a merge keeps of each, and what it does not."""
        study = self._session.study
        first = next(task for task in profession.tasks if task.id in ids)
        said = [_("Merged: the ratings are those of “{title}”.").format(title=first.title)]
        if joins_links(profession, ids):
            said.append(_("Each skill keeps its strongest link, with its stage."))
        if study is not None and edits.was_voted(study, ids):
            said.append(_("The votes stay in the minutes under the former names: this activity is still to be voted."))
        return " ".join(said)

    def remove(self, tasks: Sequence[Task], then: Callable[[], object]) -> bool:
        """Remove activities with their ratings."""
        profession = self._session.profession
        if profession is None or not tasks:
            return False
        edit = edits.remove_tasks(profession.id, [task.id for task in tasks], _subject(tasks))
        return self._session.carry_out(edit, len(tasks), then)

    def move(self, tasks: Sequence[Task], step: int) -> bool:
        """Move activities together one place up (-1) or down (1)."""
        profession = self._session.profession
        if profession is None or not tasks:
            return False
        chosen = {task.id for task in tasks}
        first = next(index for index, task in enumerate(profession.tasks) if task.id in chosen)
        edit = edits.move_tasks(profession.id, [task.id for task in tasks], max(0, first + step), _subject(tasks))
        return self._session.apply(edit)

    def clear_shares(self, tasks: Sequence[Task]) -> bool:
        """Take the stated shares away."""
        profession = self._session.profession
        if profession is None or not tasks:
            return False
        nothing = dict.fromkeys((task.id for task in tasks), None)
        return self._session.carry_out(edits.set_shares(profession.id, nothing, _subject(tasks)), len(tasks))


def _subject(tasks: Sequence[Task]) -> str:
    return tasks[0].title if len(tasks) == 1 else ""


def _copy_title(profession: Profession, title: str) -> str:
    return free_title(title, [task.title for task in profession.tasks])


def free_title(title: str, taken: Sequence[str]) -> str:
    """« Accueil (2) »: the title with the first number that nobody bears, within the limit."""
    number = 2
    while True:
        mark = f" ({number})"
        candidate = title[: TITLE_LIMIT - len(mark)] + mark
        if not any(same_title(candidate, other) for other in taken):
            return candidate
        number += 1


def _is_figure(share: float | EditError | None) -> bool:
    """Whether a line holds a figure, be it one that is refused: out of range, or not plain."""
    if isinstance(share, EditError):
        return share.problem is not Problem.NOT_A_NUMBER
    return share is not None


def _read_share(line: str) -> float | EditError | None:
    """A share of the paste, nothing for an empty line, or why it is none."""
    try:
        return parse_share(line)
    except EditError as refusal:
        return refusal
