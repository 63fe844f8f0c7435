"""`show` and `check`: the figures of the method, read without touching the file."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from impactapp.document import Document
from impactapp.domain.edits.studies import set_title
from impactapp.domain.rule import LevelRates, Rule, Weighting
from impactapp.domain.study import Study
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.builders import FA, FO
from tests.cli.conftest import Run


def written(path: str, study: Study) -> str:
    StudyFile.create(Path(path), study, datetime(2026, 11, 22, tzinfo=UTC)).close()
    return path


def shown(run: Run, *arguments: str) -> dict[str, Any]:
    outcome = run("show", "--json", *arguments)
    assert (outcome.code, outcome.err) == (0, "")
    answer: dict[str, Any] = json.loads(outcome.out)
    return answer


@contextmanager
def untouched(*paths: str) -> Iterator[None]:
    """Nothing is changed, nothing is left beside."""

    def state() -> dict[str, str]:
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in Path().iterdir()}

    before = state()
    yield
    assert state() == before
    assert set(paths) <= set(before)


def test_the_secretary_has_the_figures_of_the_method(run: Run, demo: str) -> None:
    answer = shown(run, demo)
    (profession,) = answer["professions"]
    assert profession["rates"] == {
        "share_of_fort": {"low": 0.4, "high": 0.6},
        "weighted": {"low": 0.6, "high": 0.7},
        "three_quarters": {"low": 0.55, "high": 0.6},
    }
    assert profession["rate"] == {"rule": "share_of_fort", "low": 0.4, "high": 0.6}
    assert profession["counts"] == {
        "low": {"fort": 4, "moyen": 4, "faible": 2},
        "high": {"fort": 6, "moyen": 2, "faible": 2},
    }
    assert profession["fte_exposed"] == {"low": None, "high": None}


@pytest.mark.parametrize(
    ("rule", "low", "high"), [("share_of_fort", 0.4, 0.6), ("weighted", 0.6, 0.7), ("three_quarters", 0.55, 0.6)]
)
def test_a_study_is_read_with_another_rule_and_not_changed(
    run: Run, demo: str, rule: str, low: float, high: float
) -> None:
    with untouched(demo):
        answer = shown(run, demo, "--rule", rule)
    assert answer["study"]["rule"] == rule
    assert answer["professions"][0]["rate"] == {"rule": rule, "low": low, "high": high}
    assert shown(run, demo)["study"]["rule"] == "share_of_fort"


def test_a_custom_rule_is_for_studies_that_have_one(run: Run, demo: str) -> None:
    refused = run("show", demo, "--rule", "custom")
    assert (refused.code, refused.out) == (1, "")
    assert "trois taux" in refused.err
    made = replace(builders.secretary(), custom_rates=LevelRates(0.0, 0.25, 1.0))
    answer = shown(run, written("c.impact", made), "--rule", "custom")
    assert answer["professions"][0]["rate"] == {"rule": "custom", "low": 0.5, "high": 0.65}


def test_a_study_is_read_by_time(run: Run) -> None:
    tasks = (builders.task(1, FO, FO, 0.3), builders.task(2, FA, FO, 0.7))
    path = written("t.impact", builders.study(builders.profession(1, tasks)))
    assert shown(run, path)["professions"][0]["rate"]["low"] == 0.5
    assert shown(run, path, "--weighting", "time")["professions"][0]["rate"]["low"] == 0.3
    assert "30\u00a0%" in run("show", path, "--weighting", "time").out


def test_the_proposals_are_told_as_one_level_unless_the_hypotheses_differ(run: Run) -> None:
    same = replace(builders.task(1), low=builders.criteria(FO, FA, FA))
    apart = replace(same, id="t2", title="Activité 2", high=builders.criteria(FO, FO, FO))
    text = run("show", written("p.impact", builders.study(builders.profession(1, (same, apart))))).out
    (first,) = [line for line in text.splitlines() if "Activité 1" in line]
    (second,) = [line for line in text.splitlines() if "Activité 2" in line]
    assert (first.split()[-1], "→" in first) == ("Faible", False)
    assert second.endswith("Faible → Fort")


def test_the_text_names_the_weighting_in_effect_for_each_profession(run: Run) -> None:
    shared = builders.profession(1, (builders.task(1, FO, FO, 0.3), builders.task(2, FA, FO, 0.7)))
    study = replace(
        builders.study(shared, builders.profession(2, (builders.task(3, FO, FO),))), weighting=Weighting.TIME
    )
    told = run("show", written("t.impact", study)).out.replace("\u00a0", " ")
    head, first, second = told.split("\nMétier ")
    assert "part du temps" not in next(line for line in head.splitlines() if line.startswith("Règle :"))
    assert "Pondération : selon la part du temps" in first
    assert "Pondération : poids égaux" in second
    alone = replace(study, professions=study.professions[1:])
    told = run("show", written("u.impact", alone)).out
    assert "Chaque activité compte" not in told
    assert "aucune part du temps n’est renseignée" in " ".join(told.split())
    assert "Aucune part du temps n’est renseignée" in run("check", "u.impact").out


def test_the_text_says_everything_in_french(run: Run) -> None:
    outcome = run("show", written("s.impact", builders.secretary()))
    lines = [line.strip() for line in outcome.out.replace("\u00a0", " ").splitlines()]
    assert "4 à 6 activités sur 10 — 40 % à 60 %" in lines
    assert "Entre les règles : 40 % à 70 %" in lines
    assert "Temps de travail exposé : 12 à 18 ETP sur 30" in lines
    assert "Personnel administratif, 34 personnes, 30 ETP" in lines
    assert "Règle de cette application (la note de 2019 ne donne pas de formule)" in outcome.out.replace("\u00a0", " ")
    assert "Constats : 1 remarque. « impactapp check » en donne la liste." in lines


def test_the_text_of_an_empty_study_says_what_is_missing(run: Run) -> None:
    outcome = run("show", written("e.impact", builders.study(builders.profession(1))))
    assert "Aucune activité pour l’instant." in outcome.out
    complete = builders.task(1, FO, FO)
    rated = replace(complete, low=replace(builders.criteria(FO, FO, FO), substitution=complete.low.substitution))
    tasks = tuple(replace(rated, id=f"t{n}", title=f"Activité {n}") for n in range(8))
    whole = replace(builders.profession(1, tasks, 1.0), headcount=1)
    told = run("show", written("w.impact", replace(builders.study(whole), establishment="CH", rule=Rule.WEIGHTED))).out
    assert "Aucun constat." in told
    assert "1 personne, 1 ETP" in told
    assert "Établissement\u00a0: CH" in told
    assert "Levier" in told


def test_columns_line_up_whatever_the_letters(run: Run) -> None:
    wide = replace(builders.task(1, FO, FO), title="漢字かな 👩 é\u0301 " + "mot " * 40)
    told = run(
        "show", written("w.impact", builders.study(builders.profession(1, (wide, builders.task(2, FA, FA)))))
    ).out
    rows = [line for line in told.splitlines() if line.startswith(("  Activité ", "  Activité 2"))]
    assert len({line.index("F") if "Fa" in line else line.index("Hyp.") for line in rows}) == 1
    assert max(len(line) for line in told.splitlines()) <= 100


def test_a_study_that_a_window_holds_can_be_read(run: Run, demo: str) -> None:
    document = Document.open(Path(demo))
    try:
        document.apply(set_title("Changé dans la fenêtre"))
        with untouched(demo):
            assert shown(run, demo)["study"]["title"] == "Changé dans la fenêtre"
            assert run("check", demo).code == 0
            assert run("export", demo, "--out", "../x.json").code == 0
        document.apply(set_title("Changé encore"))
    finally:
        document.close()


def test_a_study_is_read_as_before_an_edit_that_a_crash_cut_short(run: Run, demo: str) -> None:
    with closing(sqlite3.connect(demo, isolation_level=None)) as writer:
        # more than the cache holds reaches the file before the commit that never comes
        for statement in ("PRAGMA cache_size = 1", "BEGIN IMMEDIATE", "UPDATE study SET title = 'à moitié'"):
            writer.execute(statement)
        writer.execute("CREATE TABLE filler AS SELECT randomblob(900000)")
        for suffix in ("", "-journal"):
            shutil.copyfile(f"{demo}{suffix}", f"crashed.impact{suffix}")
    with untouched("crashed.impact", "crashed.impact-journal"):
        assert shown(run, "crashed.impact") == shown(run, demo)
        assert run("check", "crashed.impact").code == 0


def test_reading_needs_no_right_to_write(run: Run, demo: str) -> None:
    Path(demo).chmod(0o444)
    with untouched(demo):
        assert run("show", demo).code == 0
        assert run("check", demo).code == 0


@pytest.mark.parametrize("command", ["show", "check", "export"])
def test_what_is_no_study_is_refused_in_one_sentence(run: Run, demo: str, command: str) -> None:
    Path("text.impact").write_text("bonjour", encoding="utf-8")
    Path("cut.impact").write_bytes(Path(demo).read_bytes()[:50])
    more = ("--out", "x.csv") if command == "export" else ()
    for name, words in (("absent.impact", "n’existe pas"), ("text.impact", "n’est pas une étude"), (".", "")):
        refused = run(command, name, *more)
        assert (refused.code, refused.out) == (1, "")
        assert words in refused.err
        assert refused.err.count("\n") == 1
    assert run(command, "cut.impact", *more).code == 1
    assert not Path("x.csv").exists()


def test_check_lists_the_findings_of_a_sound_file(run: Run, demo: str) -> None:
    outcome = run("check", demo)
    assert outcome.code == 0
    assert outcome.out.startswith("Le fichier est en bon état.\n")
    assert "À compléter (3)" in outcome.out
    assert "Remarque (1)" in outcome.out
    assert "Secrétaire médicale — 10 activités\u00a0: critères sans niveau." in outcome.out
    assert "Aucun constat" not in outcome.out
    answer = json.loads(run("check", demo, "--json").out)
    assert (answer["format"], answer["version"], answer["sound"], answer["problems"]) == (
        "impactapp/check",
        1,
        True,
        [],
    )
    unkept = [finding for finding in answer["findings"] if finding["code"] == "oversight_without_barrier"]
    assert (len(answer["findings"]), len(unkept)) == (24, 12)
    assert answer["findings"][0] == {
        "code": "headcount_missing",
        "severity": "gap",
        "where": "Secrétaire médicale",
        "message": "L’effectif n’est pas renseigné.",
    }


def test_check_says_when_nothing_is_found(run: Run) -> None:
    rated = replace(builders.criteria(FO, FO, FO), substitution=builders.decided(FO).substitution)
    tasks = tuple(replace(builders.task(n, FO, FO), low=rated) for n in range(8))
    whole = replace(builders.profession(1, tasks, 1.0), headcount=1)
    assert (
        run("check", written("w.impact", builders.study(whole))).out == "Le fichier est en bon état.\nAucun constat.\n"
    )


def test_check_tells_a_damaged_file_and_refuses_it(run: Run, demo: str) -> None:
    content = bytearray(Path(demo).read_bytes())
    content[4096 : len(content)] = b"\xff" * (len(content) - 4096)
    Path("broken.impact").write_bytes(content)
    outcome = run("check", "broken.impact", "--json")
    answer = json.loads(outcome.out)
    assert outcome.code == 1
    assert (answer["sound"], answer["findings"]) == (False, [])
    assert answer["problems"]
    assert outcome.err.startswith("«\u00a0broken.impact\u00a0» est endommagé")
    told = run("check", "broken.impact")
    assert (told.code, told.out.splitlines()[0]) == (1, "Le fichier n’est pas en bon état\u00a0:")
    for refused in (told, run("show", "broken.impact"), run("export", "broken.impact", "--out", "x.csv")):
        assert "ouvrez-le dans la fenêtre" in refused.err
        assert refused.err.count("\n") == 1


def test_check_tells_what_no_edit_would_have_let_in_and_still_lists_the_findings(run: Run, demo: str) -> None:
    with closing(sqlite3.connect(demo, isolation_level=None)) as writer:
        writer.execute("UPDATE profession SET title = ' '")
    outcome = run("check", demo)
    assert outcome.code == 1
    assert outcome.out.startswith("Le fichier n’est pas en bon état\u00a0:\n  ")
    assert "Le fichier est en bon état" not in outcome.out
    assert "À compléter (3)" in outcome.out


def test_check_refuses_a_file_of_a_newer_version_it_cannot_read(run: Run, demo: str) -> None:
    with closing(sqlite3.connect(demo, isolation_level=None)) as writer:
        writer.execute("PRAGMA user_version = 9999")
        writer.execute("ALTER TABLE study RENAME COLUMN title TO name")
    refused = run("check", demo)
    assert refused.code == 1
    assert "plus récente" in refused.err
    assert refused.err.count("\n") == 1
