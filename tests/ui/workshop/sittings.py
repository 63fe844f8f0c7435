"""A sitting on the secretary case, in an open study: three groups, and what they vote."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from impactapp.document import Document
from impactapp.domain.edits import votes
from impactapp.domain.edits.workshop import add_sitting
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.study import Study
from impactapp.domain.workshop import (
    Counts,
    Group,
    GroupKind,
    Protocol,
    Question,
    Scope,
    Sitting,
    empty_survey,
)
from impactapp.ui.session import Session
from tests import builders

LOW = Question(Aspect.SUBSTITUTION, Hypothesis.LOW)
HIGH = Question(Aspect.SUBSTITUTION, Hypothesis.HIGH)
GROUPS = (
    Group("g1", GroupKind.STAFF, 9),
    Group("g2", GroupKind.MANAGEMENT, 3),
    Group("g3", GroupKind.REPRESENTATIVES, 5),
)


def sitting(scope: Scope = Scope.SUBSTITUTION_TWICE, groups: tuple[Group, ...] = GROUPS) -> Sitting:
    """A sitting of one profession in which nobody has voted."""
    return Sitting(
        "w1", "Séance 1", profession_ids=("sec",), groups=groups, protocol=Protocol(scope=scope), survey=empty_survey()
    )


def opened(folder: Path, *sittings: Sitting, study: Study | None = None) -> Session:
    """A session with the study open and the sittings added to it."""
    session = Session(QApplication.instance())
    session.adopt(Document.create(folder / "étude.impact", study or builders.secretary()))
    for one in sittings:
        assert session.apply(add_sitting(one))
    return session


def now(session: Session) -> Sitting:
    """The first sitting of the study as it is now."""
    assert session.study is not None
    return session.study.sittings[0]


def count(session: Session, question: Question, group_id: str, counts: Counts, task_id: str = "sec-1") -> None:
    """Have a group vote."""
    assert session.apply(votes.count_hands(now(session), task_id, question, group_id, counts))


def with_groups(*groups: Group) -> Sitting:
    """The sitting with other participants."""
    return replace(sitting(), groups=groups)
