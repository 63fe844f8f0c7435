"""Read many Excel ballots at once, without changing anything: what would be counted, and what is refused and why."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from impactapp import labels
from impactapp.domain.edits.votes import Ballot
from impactapp.domain.edits.workshop import require_sitting
from impactapp.domain.level import Level
from impactapp.domain.problems import EditError, Problem, Refusal
from impactapp.domain.study import Study
from impactapp.domain.workshop import Group, Sitting
from impactapp.exchange.ballots.answers import Answer, Answers, Place, answers_of
from impactapp.exchange.ballots.contents import read_contents
from impactapp.exchange.ballots.report import BallotReport, FileReport, Remark
from impactapp.exchange.ballots.sheet import Sheet, sheet_of
from impactapp.exchange.problems import ExchangeError

Step = Callable[[int, int], None]


def ballot_files(given: Sequence[Path]) -> list[Path]:
    """The files, and the workbooks of the folders; what Excel leaves beside an open one is none."""
    found: list[Path] = []
    for path in given:
        inside = sorted(one for one in path.glob("*.xlsx") if not one.name.startswith("~$"))
        found += inside if path.is_dir() else [path]
    return found


def read_ballots(paths: Sequence[Path], study: Study, sitting_id: str, step: Step | None = None) -> BallotReport:
    """Read files in the order given; one that was counted before, or twice the same, is refused.

    A ballot with anything refused is left out whole, and its number is not kept: a corrected copy can come back.
    ``step(position, total)`` hears of progress and may raise to cancel. Raises ``EditError`` for an unknown sitting;
    whatever is wrong with a file is in its report.
    """
    intake = _Intake(study, require_sitting(study, sitting_id))
    files = []
    for position, path in enumerate(paths, 1):
        files.append(intake.take(path))
        if step is not None:
            step(position, len(paths))
    # by their random numbers: the order of the files says nothing of who voted
    return BallotReport(tuple(sorted(intake.ballots, key=lambda ballot: ballot.number)), tuple(files))


@dataclass(slots=True)
class _Intake:
    """The ballots of a batch so far: their numbers, and how many votes each question would have."""

    study: Study
    sitting: Sitting
    ballots: list[Ballot] = field(default_factory=list)
    numbers: set[str] = field(default_factory=set)
    votes: Counter[tuple[Place, str]] = field(default_factory=Counter)

    def take(self, path: Path) -> FileReport:
        """Read one file."""
        try:
            contents = read_contents(path)
            sheet = sheet_of(contents, path)
            group = self._group(sheet, path)
        except Refusal as refusal:
            return FileReport(path, 0, (Remark("", labels.sentence(refusal)),))
        said = answers_of(sheet, contents, self.study, self.sitting, group)
        if not said.found and not said.refused:
            said.refuse("", ExchangeError(Problem.BALLOT_EMPTY, path=path))
        for answer in said.found:
            self._check(answer, group, said)
        if said.refused:
            return FileReport(path, 0, _gathered(said.refused), tuple(said.remarks))
        self.numbers.add(sheet.number)
        self.votes.update({(one.place, group.id): len(one.votes) for one in said.found})
        self.ballots.extend(_ballots(sheet, said.found))
        return FileReport(path, sum(one.cells for one in said.found), (), tuple(said.remarks))

    def _group(self, sheet: Sheet, path: Path) -> Group:
        """The group of a ballot that is for this sitting and new."""
        if sheet.study_id != self.study.id:
            raise ExchangeError(Problem.BALLOT_OTHER_STUDY, path=path)
        if sheet.sitting_id != self.sitting.id:
            raise ExchangeError(Problem.BALLOT_OTHER_SITTING, path=path)
        group = self.sitting.group(sheet.group_id)
        if group is None:
            raise EditError(Problem.UNKNOWN_GROUP)
        if sheet.number in self.sitting.received:
            raise EditError(Problem.BALLOT_COUNTED_BEFORE, number=sheet.number)
        if sheet.number in self.numbers:
            raise ExchangeError(Problem.BALLOT_TWICE, path=path, number=sheet.number)
        return group

    def _check(self, answer: Answer, group: Group, said: Answers) -> None:
        """Refuse an answer where the group is too small for what is counted, read so far and read now."""
        task_id, question = answer.place
        talk = self.sitting.talk(task_id)
        counted = talk.tally(talk.round, question, group.id) if talk else None
        votes = (counted.voted if counted else 0) + self.votes[answer.place, group.id] + len(answer.votes)
        if votes > group.size:
            said.refuse(answer.cell, EditError(Problem.COUNTS_ABOVE_GROUP, votes=votes, size=group.size))


def _ballots(sheet: Sheet, answers: Iterable[Answer]) -> list[Ballot]:
    """As many ballots as somebody voted; those after the first, of a group, have no number of their own.

    Only counts are kept: which votes of a group stand on one ballot means nothing.
    """
    listed = list(answers)
    made = []
    for turn in range(max(len(answer.votes) for answer in listed)):
        votes: dict[Place, Level] = {one.place: one.votes[turn] for one in listed if turn < len(one.votes)}
        made.append(Ballot(sheet.number if turn == 0 else "", sheet.group_id, votes))
    return made


def _gathered(refused: Sequence[Remark]) -> tuple[Remark, ...]:
    """One line for many cells refused for the same reason, naming the first and the last of them."""
    by_reason: dict[str, list[str]] = {}
    for remark in refused:
        by_reason.setdefault(remark.reason, []).append(remark.cell)
    return tuple(
        Remark(cells[0] if len(cells) == 1 else f"{cells[0]} … {cells[-1]}", reason)
        for reason, cells in by_reason.items()
    )
