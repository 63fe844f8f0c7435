"""`ballots` and `import`: ballots written, read without a change, counted when asked to; what is refused is told."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from impactapp.document import Document
from impactapp.domain.level import Aspect, Hypothesis
from impactapp.domain.workshop import Counts, Question
from impactapp.store.reading import read_study
from tests.cli.ballots import SITTING, STAFF, STUDY, filled, written
from tests.cli.conftest import Run
from tests.sitting_builders import given
from tests.test_house import ROOT

LOW, HIGH = (Question(Aspect.SUBSTITUTION, hypothesis) for hypothesis in Hypothesis)
SCHEMA = Draft202012Validator(json.loads((ROOT / "docs/schema/import.schema.json").read_text(encoding="utf-8")))


@pytest.fixture
def ballots(run: Run) -> list[Path]:
    """Three ballots of the staff, empty."""
    outcome = run("ballots", written(), "--out", "b", "--count", "3", "--group", "agents du métier")
    assert (outcome.code, outcome.err) == (0, "")
    return sorted(Path("b").glob("*.xlsx"))


def answered(run: Run, *arguments: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run("import", "s.impact", "b", "--json", *arguments).out)
    SCHEMA.validate(answer)
    return answer


def counts(question: Question) -> Counts | None:
    return given(read_study(Path("s.impact")).sittings[0].talk("sec-8"), 1, question, STAFF.id)


def test_ballots_are_written_for_the_group_asked_for(run: Run, ballots: list[Path]) -> None:
    assert len(ballots) == 3
    outcome = run("ballots", "s.impact", "--out", "all", "--count", "1")
    assert outcome.out.replace("\u00a0", " ").splitlines() == [
        "Agents du métier : 1 bulletin écrit dans all",
        "Représentants du personnel : 1 bulletin écrit dans all",
    ]
    assert len(list(Path("all").iterdir())) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--count", "0"), "de 1 à 1000"),
        (("--count", "1", "--group", "Usagers"), "choisissez parmi Agents du métier, Représentants du personnel"),
        (("--count", "1", "--sitting", "Séance 9"), "choisissez parmi Séance 1"),
    ],
)
def test_ballots_that_cannot_be_are_refused_and_nothing_is_written(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    outcome = run("ballots", written(), "--out", "b", *arguments)
    assert outcome.code == 1
    assert said in outcome.err
    assert not list(Path().glob("b/*"))


def test_a_folder_is_made_in_one_that_exists_only(run: Run) -> None:
    written()
    assert run("ballots", "s.impact", "--out", "no/b", "--count", "1").code == 1
    Path("file").touch()
    refused = run("ballots", "s.impact", "--out", "file", "--count", "1")
    assert (refused.code, "existe déjà" in refused.err) == (1, True)


def test_several_sittings_must_be_told_apart(run: Run) -> None:
    written(replace(STUDY, sittings=(SITTING, replace(SITTING, id="s2", title="Séance 2"))))
    outcome = run("ballots", "s.impact", "--out", "b", "--count", "1")
    assert (outcome.code, "--sitting" in outcome.err, "Séance 1, Séance 2" in outcome.err) == (1, True, True)
    assert run("ballots", "s.impact", "--out", "b", "--count", "1", "--sitting", "séance 2").code == 0
    assert run("import", "s.impact", "b").code == 1


def test_a_study_without_a_sitting_has_no_ballot(run: Run) -> None:
    written(replace(STUDY, sittings=()))
    for line in (("ballots", "s.impact", "--out", "b", "--count", "1"), ("import", "s.impact", "b")):
        outcome = run(*line)
        assert (outcome.code, "pas encore de séance" in outcome.err) == (1, True)


def test_a_sitting_without_participants_has_no_ballot(run: Run) -> None:
    written(replace(STUDY, sittings=(replace(SITTING, groups=()),)))
    outcome = run("ballots", "s.impact", "--out", "b", "--count", "1")
    assert (outcome.code, "participants" in outcome.err) == (1, True)


@pytest.mark.parametrize("way", [(), ("--dry-run",)])
def test_a_dry_run_tells_and_changes_nothing(run: Run, ballots: list[Path], way: tuple[str, ...]) -> None:
    filled(ballots[0], {("sec-8", "substitution.low"): "Moyen", ("sec-8", "substitution.high"): "FORT "})
    before = Path("s.impact").read_bytes()
    outcome = run("import", "s.impact", str(ballots[0]), *way)
    said = outcome.out.replace("\u00a0", " ")
    assert outcome.code == 0
    assert f"{ballots[0].name} : 2 réponses lues" in said
    assert "Séance 1 : 2 réponses lues, 0 refus." in said
    assert said.endswith("Rien n’a été changé : ajoutez --apply pour compter ces votes.\n")
    assert Path("s.impact").read_bytes() == before


def test_votes_are_counted_when_asked_to_in_one_edit(run: Run, ballots: list[Path]) -> None:
    for path, level in zip(ballots, ("Faible", "3", "élevé"), strict=True):
        filled(path, {("sec-8", "substitution.low"): level})
    outcome = run("import", "s.impact", "b", "--apply")
    assert (outcome.code, outcome.err) == (0, "")
    assert counts(LOW) == Counts(1, 0, 2)
    document = Document.open(Path("s.impact"))
    assert [entry.kind for entry in document.log()][1:] == ["cast_ballots"]
    document.close()


def test_enough_ballots_are_shown_at_once_and_late_ones_wait(run: Run) -> None:
    written()
    assert run("ballots", "s.impact", "--out", "b", "--count", "6", "--group", "Agents du métier").code == 0
    *five, late = sorted(Path("b").glob("*.xlsx"))
    for path in (*five, late):
        filled(path, {("sec-8", "substitution.low"): "Moyen"})
    counted = run("import", "s.impact", *map(str, five), "--apply")
    assert counted.out.replace("\u00a0", " ").endswith("Les votes ont été comptés dans l’étude.\n")
    first = shown(run)
    assert (first["counts"], first["waiting"]) == ({"faible": 0, "moyen": 5, "fort": 0}, 0)
    waits = run("import", "s.impact", str(late), "--apply")
    assert "1 vote secret dans l’urne : montré quand il y en aura 5" in waits.out.replace("\u00a0", " ")
    second = shown(run)
    assert (second["counts"], second["waiting"]) == (first["counts"], 1)
    document = Document.open(Path("s.impact"))
    assert [entry.kind for entry in document.log()][1:] == ["cast_ballots", "open_urn", "cast_ballots"]
    document.close()


def shown(run: Run) -> dict[str, Any]:
    answer = json.loads(run("show", "s.impact", "--json").out)
    task = next(one for one in answer["professions"][0]["tasks"] if one["id"] == "sec-8")
    vote: dict[str, Any] = task["votes"][0]
    return vote


def test_a_ballot_is_counted_once(run: Run, ballots: list[Path]) -> None:
    filled(ballots[0], {("sec-8", "substitution.low"): "Fort"})
    copy = Path("b/copie.xlsx")
    copy.write_bytes(ballots[0].read_bytes())
    assert run("import", "s.impact", str(ballots[0]), str(copy), "--apply").code == 3
    assert counts(LOW) == Counts(0, 0, 1)
    again = run("import", "s.impact", str(ballots[0]), "--apply")
    assert (again.code, "déjà été dépouillé" in again.out) == (1, True)
    assert counts(LOW) == Counts(0, 0, 1)


def test_what_is_refused_has_its_cell_and_the_ballot_is_left_out(run: Run, ballots: list[Path]) -> None:
    filled(ballots[0], {("sec-8", "substitution.low"): "?", ("sec-8", "substitution.high"): "Fort"})
    filled(ballots[1], {("sec-8", "substitution.high"): "Moyen"})
    answer = answered(run)
    (refused,) = next(one for one in answer["files"] if one["file"].endswith(ballots[0].name))["refused"]
    assert refused["cell"]
    assert "« ? »".replace(" ", "\u00a0") in refused["reason"]
    assert (answer["read"], answer["applied"]) == (1, False)
    outcome = run("import", "s.impact", str(ballots[0]), str(ballots[1]), "--apply")
    assert (outcome.code, "écarté en entier" in outcome.out) == (3, True)
    assert (counts(LOW), counts(HIGH)) == (None, Counts(0, 1, 0))
    filled(ballots[0], {("sec-8", "substitution.low"): "Faible"})
    assert run("import", "s.impact", str(ballots[0]), "--apply").code == 0
    assert (counts(LOW), counts(HIGH)) == (Counts(1, 0, 0), Counts(0, 1, 1))


def test_json_says_whether_votes_were_counted(run: Run, ballots: list[Path]) -> None:
    assert answered(run, "--apply")["applied"] is False
    for path in ballots:
        filled(path, {("sec-8", "substitution.low"): "Moyen"})
    answer = answered(run, "--apply")
    assert (answer["applied"], answer["read"], answer["refused"]) == (True, 3, 0)


def test_ballots_of_another_study_or_none_are_refused_alone(run: Run, ballots: list[Path]) -> None:
    filled(ballots[0], {("sec-8", "substitution.low"): "Fort"})
    Path("b/x.xlsx").write_bytes(b"no workbook")
    outcome = run("import", "s.impact", str(ballots[0]), "b/x.xlsx", "b/none.xlsx")
    assert outcome.code == 3
    assert "x.xlsx" in outcome.out
    written(replace(STUDY, id="other"))
    other = run("import", "s.impact", str(ballots[0]))
    assert (other.code, "autre étude" in other.out) == (1, True)


def test_more_ballots_than_persons_are_refused(run: Run) -> None:
    written()
    run("ballots", "s.impact", "--out", "b", "--count", "4", "--group", "representatives")
    for path in Path("b").iterdir():
        filled(path, {("sec-8", "substitution.low"): "Fort"})
    outcome = run("import", "s.impact", "b")
    assert outcome.code == 3
    assert "Plus de votes (4) que de personnes (3)" in outcome.out.replace("\u00a0", " ")


def test_a_study_held_by_a_window_is_not_changed(run: Run, ballots: list[Path]) -> None:
    filled(ballots[0], {("sec-8", "substitution.low"): "Fort"})
    held = Document.open(Path("s.impact"))
    outcome = run("import", "s.impact", "b", "--apply")
    held.close()
    assert (outcome.code, "fermez la fenêtre" in outcome.err) == (1, True)
    assert counts(LOW) is None


def test_dry_run_and_apply_exclude_each_other(run: Run, ballots: list[Path]) -> None:
    outcome = run("import", "s.impact", "b", "--dry-run", "--apply")
    assert outcome.code == 2
    assert "--apply" in outcome.err


def test_the_help_documents_the_exit_codes(run: Run) -> None:
    said = " ".join(run("import", "--help").out.replace("\u00a0", " ").split())
    assert "Codes de sortie : 0 tout a été lu" in said
    assert "cellules ou bulletins refusés" in said
