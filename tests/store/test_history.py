"""What a study was at a past day comes back from its log, whatever was edited since."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from shutil import copyfile
from time import tzset

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impactapp.domain.edits.ratings import Cell, rate
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.problems import Problem
from impactapp.domain.study import Study
from impactapp.store.edit_log import LogEntry
from impactapp.store.errors import StoreError
from impactapp.store.history import PastStudy, changed_days, past_studies, rated_at, two_days
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.store.files import tampered

SCHEMAS = Path(__file__).parent / "schemas"
FIRST = datetime(2026, 1, 5, 9, tzinfo=UTC)


def lived(path: Path, *studies: Study) -> Path:
    """A file that was each of these studies, one a day."""
    with closing(StudyFile.create(path, studies[0], FIRST)) as file:
        for number, (before, after) in enumerate(pairwise(studies), 1):
            file.write(before, after, LogEntry(FIRST + timedelta(days=number), "rate", ""))
    return path


def day(number: int) -> date:
    return (FIRST + timedelta(days=number)).date()


@settings(max_examples=25)
@given(st.lists(builders.studies(2, 3), min_size=2, max_size=4))
def test_every_day_comes_back(tmp_path_factory: pytest.TempPathFactory, lives: list[Study]) -> None:
    folder = tmp_path_factory.mktemp("lived")
    named = [replace(study, id="s", title=f"{study.title} {at}") for at, study in enumerate(lives)]
    found = list(past_studies(lived(folder / "s.impact", *named)))
    bare = [replace(study, sittings=()) for study in named]
    assert [past.study for past in found] == bare[::-1]
    assert [past.day for past in found] == [day(at) for at in reversed(range(len(named)))]


def written_at(path: Path, *moments: datetime) -> Path:
    """A file whose title was changed at each of these moments, the first one that of its making."""
    made = [replace(builders.secretary(), title=str(at)) for at in range(len(moments))]
    with closing(StudyFile.create(path, made[0], moments[0])) as file:
        for (before, after), at in zip(pairwise(made), moments[1:], strict=True):
            file.write(before, after, LogEntry(at, "rate", ""))
    return path


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Puts the computer elsewhere."""

    def move(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        tzset()

    yield move
    monkeypatch.undo()
    tzset()


@pytest.mark.parametrize(
    ("place", "days"),
    [("Europe/Paris", (5, 6)), ("America/Guadeloupe", (5,)), ("Pacific/Noumea", (6,)), ("UTC", (5, 6))],
)
def test_a_day_is_that_of_those_who_rate(
    tmp_path: Path, zone: Callable[[str], None], place: str, days: tuple[int, ...]
) -> None:
    late, later = datetime(2026, 1, 5, 21, 30, tzinfo=UTC), datetime(2026, 1, 6, 2, 30, tzinfo=UTC)
    path = written_at(tmp_path / "s.impact", late, later)
    zone(place)
    assert changed_days(path) == tuple(date(2026, 1, day) for day in reversed(days))
    assert [past.study.title for past in past_studies(path)] == ["1", "0"][: len(days)]


def test_what_was_noted_by_its_day_alone_is_of_that_day_everywhere(tmp_path: Path, zone: Callable[[str], None]) -> None:
    path = written_at(tmp_path / "s.impact", datetime(2026, 1, 5, tzinfo=UTC))
    for place in ("America/Guadeloupe", "Pacific/Noumea"):
        zone(place)
        assert changed_days(path) == (date(2026, 1, 5),)


def test_a_clock_that_was_put_back_leaves_the_edits_in_their_order(tmp_path: Path) -> None:
    moments = [FIRST + timedelta(days=days) for days in (0, 2, 1, 3)]
    path = written_at(tmp_path / "s.impact", *moments)
    assert [(past.day, past.study.title) for past in past_studies(path)] == [
        (day(3), "3"),
        (day(2), "2"),
        (day(0), "0"),
    ]


def test_two_days_are_what_held_at_their_end(tmp_path: Path) -> None:
    lives = [replace(builders.secretary(), title=title) for title in ("Un", "Deux", "Trois", "Quatre")]
    path = lived(tmp_path / "s.impact", *lives)
    assert changed_days(path) == (day(3), day(2), day(1), day(0))
    steps: list[int] = []
    before, after = two_days(path, None, None, lambda: steps.append(1))
    assert (before, after) == (PastStudy(day(0), lives[0]), PastStudy(day(3), lives[3]))
    assert len(steps) == len(lives)
    before, after = two_days(path, day(1), day(2))
    assert (before.study.title, after.study.title) == ("Deux", "Trois")
    before, after = two_days(path, day(2), day(2))
    assert before == after == PastStudy(day(2), lives[2])
    assert two_days(path, day(3), day(90))[1] == PastStudy(day(3), lives[3])


@pytest.mark.parametrize(("first", "last"), [(-1, None), (None, -1), (-3, -2)])
def test_a_day_before_the_log_is_refused_with_the_earliest_one(
    tmp_path: Path, first: int | None, last: int | None
) -> None:
    path = lived(tmp_path / "s.impact", builders.secretary(), replace(builders.secretary(), title="Autre"))
    with pytest.raises(StoreError) as refused:
        two_days(path, None if first is None else day(first), None if last is None else day(last))
    assert refused.value.problem is Problem.HISTORY_TOO_SHORT
    assert refused.value.values["day"] == day(0).isoformat()


def test_a_file_without_a_log_has_no_other_day(tmp_path: Path) -> None:
    path = lived(tmp_path / "s.impact", builders.secretary())
    tampered(
        path,
        "DROP TRIGGER edit_change_never_delete",
        "DROP TRIGGER edit_log_never_delete",
        "DELETE FROM edit_change",
        "DELETE FROM edit_log",
    )
    assert changed_days(path) == ()
    with pytest.raises(StoreError) as refused:
        two_days(path, None, None)
    assert refused.value.problem is Problem.HISTORY_MISSING


def test_the_file_is_not_touched(tmp_path: Path) -> None:
    path = lived(tmp_path / "s.impact", builders.workshop(), builders.secretary())
    before = path.read_bytes()
    assert len(list(past_studies(path))) == 2
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_log_that_leads_nowhere_ends_the_story_where_it_stops(tmp_path: Path) -> None:
    lives = [replace(builders.secretary(), title=title) for title in ("Un", "Deux", "Trois")]
    path = lived(tmp_path / "s.impact", *lives)
    tampered(path, "DROP TRIGGER edit_change_never_update", "UPDATE edit_change SET row_id = '?' WHERE edit = 3")
    assert [past.study.title for past in past_studies(path)] == ["Trois"]


def test_when_a_cell_was_last_rated_is_known_of_those_the_log_names(tmp_path: Path) -> None:
    study = builders.secretary()
    cell = Cell(study.professions[0].tasks[0].id, Hypothesis.LOW, Aspect.MATURITY)
    once = rate([cell], Level.FAIBLE).change(study)
    again = rate([cell], Level.MOYEN).change(once)
    path = lived(tmp_path / "s.impact", study, once, again, replace(again, title="Autre"))
    assert rated_at(path) == {(cell.task_id, cell.hypothesis, cell.aspect): FIRST + timedelta(days=2)}


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_the_past_of_an_older_file_is_read_and_the_file_left_as_it_is(tmp_path: Path, version: str) -> None:
    path = Path(copyfile(SCHEMAS / f"{version}.impact", tmp_path / "old.impact"))
    before = path.read_bytes()
    days = changed_days(path)
    assert [past.day for past in past_studies(path)] == list(days)
    assert len(days) > 0
    assert set(rated_at(path)) <= {
        (task.id, hypothesis, aspect)
        for past in past_studies(path)
        for _profession, task in past.study.tasks()
        for hypothesis in Hypothesis
        for aspect in Aspect
    }
    assert path.read_bytes() == before
