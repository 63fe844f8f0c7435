"""`ballots`: slips of paper, the facilitator's guide, as many ballots as people, and how far it is."""

from pathlib import Path

import pytest

from tests.cli.ballots import written
from tests.cli.conftest import Run


def test_without_a_count_there_is_a_ballot_for_each_person(run: Run) -> None:
    outcome = run("ballots", written(), "--out", "b", "--progress")
    assert (outcome.code, outcome.err) == (0, "")
    assert len(list(Path("b").iterdir())) == 8 + 3
    steps = [line for line in outcome.out.splitlines() if "/" in line and line[0].isdigit()]
    assert steps == [f"{position}/11" for position in range(1, 12)]


def test_without_a_count_there_is_one_ballot_for_each_group(run: Run) -> None:
    assert run("ballots", written(), "--out", "b", "--kind", "group").code == 0
    assert len(list(Path("b").iterdir())) == 2


@pytest.mark.parametrize(
    "more", [("--format", "pdf"), ("--format", "pdf", "--group", "staff", "--count", "2"), ("--guide",)]
)
@pytest.mark.parametrize("out", ["papier", "papier.pdf"])
def test_paper_is_one_pdf_in_a_folder_or_under_the_name_asked_for(run: Run, more: tuple[str, ...], out: str) -> None:
    outcome = run("ballots", written(), "--out", out, *more)
    assert (outcome.code, outcome.err) == (0, "")
    (made,) = Path(out).iterdir() if Path(out).is_dir() else [Path(out)]
    assert made.suffix == ".pdf"
    assert made.read_bytes().startswith(b"%PDF")
    assert str(made) in outcome.out


@pytest.mark.parametrize(
    "wrong", [("--guide", "--count", "2"), ("--guide", "--group", "staff"), ("--format", "pdf", "--kind", "group")]
)
def test_options_that_mean_nothing_together_are_refused(run: Run, wrong: tuple[str, ...]) -> None:
    outcome = run("ballots", written(), "--out", "b", *wrong)
    assert outcome.code == 2
    assert not Path("b").exists()
