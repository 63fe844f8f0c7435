"""Ballots are read many at once: one that is clear is read, another refused with cell and reason; nothing changes."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from impactapp.domain.edits.votes import cast_ballots, count_hands, new_round
from impactapp.domain.level import Aspect, Hypothesis, Level
from impactapp.domain.problems import EditError
from impactapp.domain.study import Study
from impactapp.domain.workshop import Counts, Protocol, Question, Scope
from impactapp.exchange.ballots.reading import read_ballots
from tests.exchange.ballots.desk import (
    SITTING,
    STAFF,
    UNIONS,
    change,
    counts,
    fill,
    first_row,
    read,
    reasons,
    scoped,
    study_with,
    written,
)

CELLS = [f"{column}{row}" for row in range(1, 11) for column in "BC"]
LOW, HIGH = (Question(Aspect.SUBSTITUTION, hypothesis) for hypothesis in Hypothesis)


def counted(study: Study, *paths: Path) -> Study:
    return cast_ballots(SITTING, read(*paths, study=study).ballots).change(study)


@pytest.mark.parametrize("typed", ["Fort ", "FORT", "fort", "3", 3, 3.0, "Fo", "élevé", "High", " Forte\u00a0"])
def test_a_level_is_read_in_any_usual_spelling(tmp_path: Path, typed: str | float) -> None:
    (path,) = written(tmp_path)
    report = read(fill(path, {"C1": typed}))
    assert [ballot.votes for ballot in report.ballots] == [{("sec-1", HIGH): Level.FORT}]
    assert [(file.read, file.refused, file.remarks) for file in report.files] == [(1, (), ())]


@pytest.mark.parametrize("typed", ["?", "peut-être", 4, 2.5, "Fort/Moyen", True, "x" * 500])
def test_anything_else_is_refused_with_its_cell_and_the_ballot_left_out(tmp_path: Path, typed: str | float) -> None:
    (path,) = written(tmp_path)
    report = read(fill(path, {"B1": typed, "C1": "Moyen"}))
    ((cell, reason),) = reasons(report)
    assert cell == f"B{first_row(path)}"
    assert "n’est pas un niveau" in reason
    assert len(reason) < 150
    assert (report.ballots, report.files[0].read) == ((), 0)


def test_a_ballot_left_out_leaves_the_others_and_its_number_free(tmp_path: Path) -> None:
    wrong, right = written(tmp_path, count=2)
    fill(wrong, {"B1": "?", "C1": "Moyen"})
    fill(right, {"B1": "Fort"})
    study = counted(study_with(), wrong, right)
    assert counts(study, "sec-1", HIGH) is None
    assert study.sittings[0].received == (f"{STAFF.id}-n1",)
    fill(wrong, {"B1": "Faible"})
    assert counts(counted(study, wrong), "sec-1", LOW) == Counts(1, 0, 1)


def test_ballots_are_counted_by_group_and_once(tmp_path: Path) -> None:
    paths = written(tmp_path, count=3) + written(tmp_path, group=UNIONS)
    for path, word in zip(paths, ("Faible", "Moyen", "Moyen", "Fort"), strict=True):
        fill(path, {"B1": word})
    study = counted(study_with(), *paths)
    assert counts(study, "sec-1", LOW) == Counts(1, 2, 0)
    assert counts(study, "sec-1", LOW, UNIONS.id) == Counts(0, 0, 1)
    assert len(study.sittings[0].received) == 4
    again = read(*paths, study=study)
    assert again.ballots == ()
    assert len([reason for _cell, reason in reasons(again) if "déjà" in reason]) == 4


def test_the_order_of_the_files_changes_nothing(tmp_path: Path) -> None:
    paths = written(tmp_path, count=3)
    for path, word in zip(paths, ("Faible", "Moyen", "Fort"), strict=True):
        fill(path, {"B1": word, "C2": word})
    assert read(*paths).ballots == read(*reversed(paths)).ballots
    assert counted(study_with(), *paths) == counted(study_with(), *reversed(paths))


@settings(max_examples=8)
@given(answers=st.lists(st.dictionaries(st.sampled_from(CELLS), st.sampled_from(Level)), min_size=1, max_size=3))
def test_whatever_was_ticked_is_what_is_counted(
    tmp_path_factory: pytest.TempPathFactory, answers: list[dict[str, Level]]
) -> None:
    paths = written(tmp_path_factory.mktemp("ballots"), count=len(answers))
    for path, said in zip(paths, answers, strict=True):
        fill(path, {cell: ("Faible", "Moyen", "Fort")[level - 1] for cell, level in said.items()})
    study = counted(study_with(), *paths)
    for cell in CELLS:
        voted = Counter(said[cell] for said in answers if cell in said)
        expected = Counts(*(voted[level] for level in Level)) if voted else None
        assert counts(study, f"sec-{cell[1:]}", LOW if cell[0] == "B" else HIGH) == expected


def test_the_same_ballot_twice_in_a_batch_is_counted_once(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    fill(path, {"B1": "Fort"})
    copy = tmp_path / "copie.xlsx"
    copy.write_bytes(path.read_bytes())
    report = read(path, copy)
    assert (len(report.ballots), [file.read for file in report.files]) == (1, [1, 0])
    assert [reason for _cell, reason in reasons(report) if "deux fois" in reason and "copie.xlsx" in reason]


def test_reading_changes_neither_the_study_nor_the_files(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    fill(path, {"B1": "Fort"})
    study, before = study_with(), path.read_bytes()
    read(path, study=study)
    assert study == study_with()
    assert path.read_bytes() == before


def test_edited_labels_are_reported_and_read_by_their_ids(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    fill(path, {"A1": "Accueil", "B1": "Fort"})
    head = first_row(path) - 1
    change(path, lambda sheet: setattr(sheet[f"C{head}"], "value", "Autre question"))
    report = read(path)
    assert set(report.ballots[0].votes) == {("sec-1", LOW)}
    assert [remark.cell for remark in report.files[0].remarks] == [f"C{head}", f"A{head + 1}"]
    assert "Accueil" in report.files[0].remarks[1].reason
    assert report.files[0].refused == ()


def test_rows_may_be_moved_and_left_out(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    fill(path, {"B1": "Faible", "B3": "Fort"})
    first = first_row(path)
    change(path, lambda sheet: sheet.move_range(f"A{first}:D{first}", rows=20))
    change(path, lambda sheet: sheet.delete_rows(first + 1))
    report = read(path)
    assert report.ballots[0].votes == {("sec-1", LOW): Level.FAIBLE, ("sec-3", LOW): Level.FORT}
    assert reasons(report) == []


def test_extra_rows_leave_the_ballot_out(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    last = first_row(path) + 10
    fill(path, {"B1": "Fort", "A11": "Une activité de plus", "B11": "Fort", "D12": "sec-1", "B12": "Faible"})
    report = read(path)
    assert [cell for cell, _reason in reasons(report)] == [f"A{last} … A{last + 1}"]
    assert report.ballots == ()


def test_merged_answers_are_refused(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    first = first_row(path)
    fill(path, {"B1": "Fort", "B2": "Moyen", "B4": "Faible"})
    change(path, lambda sheet: sheet.merge_cells(f"B{first}:C{first}"))
    change(path, lambda sheet: sheet.merge_cells(f"B{first + 1}:B{first + 2}"))
    report = read(path)
    assert [(cell, "fusionnées" in reason) for cell, reason in reasons(report)] == [(f"B{first} … B{first + 1}", True)]
    assert report.ballots == ()


def test_a_ballot_of_the_round_before_is_refused(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    fill(path, {"B1": "Fort", "B2": "Fort"})
    study = count_hands(SITTING, "sec-1", LOW, STAFF.id, Counts(1, 1, 1)).change(study_with())
    study = new_round(SITTING, "sec-1").change(study)
    report = read(path, study=study)
    ((cell, reason),) = reasons(report)
    assert (cell, "tour 1" in reason, "tour 2" in reason) == (f"B{first_row(path)}", True, True)
    assert report.ballots == ()
    (later,) = written(tmp_path, study, count=1)
    assert read(fill(later, {"B1": "Fort"}), study=study).files[0].read == 1


def test_an_activity_that_is_gone_and_a_question_no_longer_asked_are_refused(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    fill(path, {"B1": "Fort", "C1": "Fort", "B2": "Moyen"})
    study = study_with()
    (secretary,) = study.professions
    without = replace(study, professions=(replace(secretary, tasks=secretary.tasks[1:]),))
    report = read(path, study=without)
    assert [cell for cell, _reason in reasons(report)] == [f"B{first_row(path)}"]
    assert report.files[0].read == 0
    once = study_with(replace(SITTING, protocol=Protocol(scope=Scope.SUBSTITUTION_ONCE)))
    assert read(path, study=once).ballots == ()
    assert "protocole" in reasons(read(path, study=once))[0][1]


def test_a_ballot_of_another_study_sitting_or_group_is_refused(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    fill(path, {"B1": "Fort"})
    study = study_with()
    others = (
        (replace(study, id="s-other"), "autre étude"),
        (replace(study, sittings=(replace(SITTING, groups=(UNIONS,)),)), "groupe"),
    )
    for other, words in others:
        ((cell, reason),) = reasons(read(path, study=other))
        assert (cell, words in reason) == ("", True), reason
    second = replace(SITTING, id="sit-2", title="Autre")
    report = read_ballots([path], replace(study, sittings=(SITTING, second)), "sit-2")
    assert "autre séance" in reasons(report)[0][1]


def test_criteria_are_read_for_each_hypothesis(tmp_path: Path) -> None:
    study = scoped(Scope.CRITERIA)
    (path,) = written(tmp_path, study)
    report = read(fill(path, {"B1": "Faible", "G1": "Fort"}), study=study)
    assert report.ballots[0].votes == {
        ("sec-1", Question(Aspect.MATURITY, Hypothesis.LOW)): Level.FAIBLE,
        ("sec-1", Question(Aspect.ROI, Hypothesis.HIGH)): Level.FORT,
    }


def test_many_cells_refused_for_one_reason_are_one_line(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    report = read(fill(path, {f"B{row}": "?" for row in range(1, 11)}))
    first = first_row(path)
    assert [cell for cell, _reason in reasons(report)] == [f"B{first} … B{first + 9}"]
    assert report.ballots == ()


def test_a_ballot_refused_whole_may_be_given_again(tmp_path: Path) -> None:
    (path,) = written(tmp_path)
    fill(path, {"B1": "?"})
    right = tmp_path / "corrigé.xlsx"
    right.write_bytes(path.read_bytes())
    fill(right, {"B1": "Fort"})
    assert [file.read for file in read(path, right).files] == [0, 1]


def test_progress_is_told_and_cancelling_goes_through(tmp_path: Path) -> None:
    paths = written(tmp_path, count=3)
    told: list[tuple[int, int]] = []

    def step(position: int, total: int) -> None:
        told.append((position, total))
        if position == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_ballots(paths, study_with(), SITTING.id, step)
    assert told == [(1, 3), (2, 3)]


def test_an_unknown_sitting_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EditError):
        read_ballots([], study_with(), "nowhere")


def test_a_ballot_in_english_is_read_in_french(tmp_path: Path, english: None) -> None:
    (path,) = written(tmp_path)
    assert path.name.startswith("ballot-")
    report = read(fill(path, {"B1": "High", "C1": "Faible"}))
    assert report.ballots[0].votes == {("sec-1", LOW): Level.FORT, ("sec-1", HIGH): Level.FAIBLE}
