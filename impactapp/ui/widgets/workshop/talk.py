"""Beside the votes: what the levels mean, the note of the facilitator, and who disagrees with the decision."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

from impactapp import labels
from impactapp.domain.edits import votes
from impactapp.domain.edits.edit import Edit, EditKind
from impactapp.domain.level import Hypothesis, Level
from impactapp.domain.profession import Task
from impactapp.domain.study import Study
from impactapp.domain.workshop import Question, Sitting, Talk
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels
from impactapp.ui import theme
from impactapp.ui.models.vote_model import read_counts
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.fields import LineField
from impactapp.ui.widgets.privacy_notice import watched
from impactapp.ui.widgets.rating.editor import JustificationEditor
from impactapp.ui.widgets.skills.panel import Said, WordsPanel

NOTE = 76
# the fields with their names, and the warnings below two of them
FIELDS = 8


class TalkPanel(QObject):
    """Fields and words in a ``view``; ``left`` follows Escape in the note: the keyboard goes back to the votes."""

    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.view = WordsPanel(_("Words on the activity"))
        self._session = session
        self._sitting: Sitting | None = None
        self._task_id = ""
        self._title = ""
        self.note = JustificationEditor()
        self.note.setAccessibleName(_("Note of the facilitator"))
        self.persons = LineField(session, lambda typed: self._dissent(typed, self.dissent.text()))
        self.dissent = LineField(session, lambda typed: self._dissent(self.persons.text(), typed))
        self.persons.setAccessibleName(_("How many disagree"))
        self.dissent.setAccessibleName(_("What they say"))
        self.dissent.setPlaceholderText(_("in a sentence, without names"))
        note, persons, dissent = _("&Note"), _("How many &disagree"), _("What they &say")
        named = ((note, self.note), (persons, self.persons), (dissent, self.dissent))
        for at, (words, field) in enumerate(named):
            label: QLabel = text.label(words, "muted")
            label.setBuddy(field)
            self.view.place(label, 2 * at)
            self.view.place(field, 2 * at + 1)
        self.view.place(watched(self.note), 2)
        self.view.place(watched(self.dissent), 7)
        self.note.written.connect(self._write)
        self.note.left.connect(self.left)
        self.retheme()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.view.retheme()
        self.note.setFixedHeight(theme.px(NOTE))

    def commit(self) -> None:
        """Write what was typed on the activity that is shown."""
        self.note.hand_over()
        for field in (self.persons, self.dissent):
            field.committing.leave()

    def show_talk(
        self, study: Study, sitting: Sitting, task: Task, question: Question | None, after: Task | None
    ) -> None:
        """Follow an activity, and say which comes ``after`` it."""
        task_id, title = task.id, task.title
        anew = (sitting.id, task_id) != (self._sitting.id if self._sitting else "", self._task_id)
        self._sitting, self._task_id, self._title = sitting, task_id, title
        talk = sitting.talk(task_id) or Talk(task_id, title, "")
        writable = self._session.is_writable
        self.note.setReadOnly(not writable)
        if anew:
            self.note.load(talk.note)
        else:
            self.note.follow(talk.note)
        self.persons.committing.show(str(talk.dissent) if talk.dissent else "", anew=anew)
        self.dissent.committing.show(talk.dissent_text, anew=anew)
        for field in (self.persons, self.dissent):
            field.setReadOnly(not writable)
        following = [Said(_("Next activity"), "muted"), Said(after.title)] if after else []
        self.view.say([*following, *_definitions(study, question)], FIELDS)

    def _write(self, words: str) -> None:
        if self._sitting is not None:
            self._session.submit(votes.set_note(self._sitting, self._task_id, words, self._title))

    def _dissent(self, persons: str, words: str) -> Edit:
        sitting, task_id, title = self._sitting, self._task_id, self._title

        def change(study: Study) -> Study:
            if sitting is None:
                return study
            count = read_counts((persons, "", "")).faible
            return votes.set_dissent(sitting, task_id, count, words, title).change(study)

        return Edit(EditKind.SET_DISSENT, change, title, ("dissent", task_id))


def _definitions(study: Study, question: Question | None) -> list[Said]:
    lines = [Said(_("What is asked"), "muted")]
    if question is not None:
        lines.append(Said(workshop_labels.question_words(question)))
    for level in Level:
        lines.append(Said(f"{labels.level_letters(level)}  {labels.level_word(level)}", "strong"))
        lines.append(Said(labels.definition(study, level.name.lower())))
    for hypothesis in Hypothesis:
        lines.append(Said(labels.definition_title(hypothesis.value), "strong"))
        lines.append(Said(labels.definition(study, hypothesis.value)))
    return lines
