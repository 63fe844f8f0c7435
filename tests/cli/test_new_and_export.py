"""`new`, `demo --out` and `export`: files made whole or not at all, and the round trip of a whole study."""

import errno
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from impactapp.charts import catalogue
from impactapp.cli.export import CHARTS
from impactapp.domain.level import Hypothesis
from impactapp.domain.study import Origin, Study
from impactapp.store.reading import read_study
from impactapp.store.study_file import StudyFile
from tests import builders
from tests.cli.conftest import Run
from tests.staff_builders import PRUDENT

SIGNATURES = {".png": b"\x89PNG", ".svg": b"<?xml", ".pdf": b"%PDF"}


def json_of(run: Run, study: str, name: str = "x.json") -> dict[str, Any]:
    assert run("export", study, "--out", name).code == 0
    value: dict[str, Any] = json.loads(Path(name).read_text(encoding="utf-8"))
    return value


def test_the_demonstration_is_written_once(run: Run) -> None:
    assert run("demo", "--out", "d.impact").out == "Étude écrite\u00a0: d.impact\n"
    assert read_study(Path("d.impact")).origin is Origin.DEMONSTRATION
    before = Path("d.impact").read_bytes()
    refused = run("demo", "--out", "d.impact")
    assert (refused.code, refused.out) == (1, "")
    assert "existe déjà" in refused.err
    assert Path("d.impact").read_bytes() == before


def test_the_demonstration_goes_nowhere_that_cannot_be_written(run: Run) -> None:
    for arguments in (("demo", "--out", "nowhere/d.impact"), ("new", "nowhere/d.impact")):
        refused = run(*arguments)
        assert (refused.code, refused.out) == (1, "")
        assert (
            refused.err
            == f"Le dossier {Path('nowhere').absolute()} n’existe pas\u00a0: créez-le, ou choisissez-en un autre.\n"
        )
    assert list(Path().iterdir()) == []


def test_the_demonstration_has_no_date_of_its_own(run: Run, demo: str) -> None:
    assert read_study(Path(demo)).day is None
    assert "Date" not in run("show", demo).out


def test_a_new_study_is_empty_or_holds_professions_of_the_catalogue(run: Run) -> None:
    assert run("new", "a.impact").code == 0
    assert (read_study(Path("a.impact")).title, read_study(Path("a.impact")).professions) == ("Nouvelle étude", ())
    assert run("new", "b.impact", "--title", " CH  de Test ", "--profession", "secretaire-medicale").code == 0
    study = read_study(Path("b.impact"))
    (profession,) = study.professions
    assert (study.title, profession.code, len(profession.tasks)) == ("CH de Test", "secretaire-medicale", 10)
    assert all(task.rating(hypothesis).substitution is None for task in profession.tasks for hypothesis in Hypothesis)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--profession", "nobody"), "n’est pas un métier du catalogue"),
        (("--profession", "../../etc"), "n’est pas un métier du catalogue"),
        (("--profession", "secretaire-medicale", "--profession", "secretaire-medicale"), "existe déjà"),
        (("--title", " "), "ne peut pas être vide"),
        (("--from", "absent.json"), "n’existe pas"),
    ],
)
def test_a_new_study_that_is_refused_leaves_no_file(run: Run, arguments: tuple[str, ...], words: str) -> None:
    refused = run("new", "a.impact", *arguments)
    assert (refused.code, refused.out) == (1, "")
    assert words in refused.err
    assert list(Path().iterdir()) == []


def test_a_new_study_never_replaces_a_file(run: Run, demo: str) -> None:
    before = Path(demo).read_bytes()
    assert run("new", demo).code == 1
    assert Path(demo).read_bytes() == before


@pytest.mark.parametrize(
    "content", ["", "{}", "[1]", '{"format": "impactapp/study"', "\x00", '{"format": "impactapp/results"}']
)
def test_json_that_is_no_study_is_refused_by_its_name(run: Run, content: str) -> None:
    Path("in.json").write_text(content, encoding="utf-8")
    refused = run("new", "a.impact", "--from", "in.json")
    assert refused.code == 1
    assert refused.err.startswith("«\u00a0in.json\u00a0»")
    assert not Path("a.impact").exists()


def test_a_whole_study_goes_to_json_and_back_identical(run: Run, demo: str) -> None:
    json_of(run, demo, "one.json")
    assert run("new", "copy.impact", "--from", "one.json").code == 0
    json_of(run, "copy.impact", "two.json")
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()
    assert read_study(Path("copy.impact")) == read_study(Path(demo))


def test_shares_set_through_json_give_the_rates_by_time_of_the_method(run: Run, demo: str) -> None:
    value = json_of(run, demo)
    value["weighting"] = "time"
    for task in value["professions"][0]["tasks"]:
        task["share"] = 0.4 if task["title"].startswith("Prise de notes") else 0.6 / 9
    Path("timed.json").write_text(json.dumps(value), encoding="utf-8")
    assert run("new", "timed.impact", "--from", "timed.json").code == 0
    rate = json.loads(run("show", "timed.impact", "--json").out)["professions"][0]["rate"]
    assert rate["low"] == pytest.approx(0.60)
    assert rate["high"] == pytest.approx(0.7333, abs=5e-5)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".json", ".JSON"])
def test_tables_are_written_over_what_was_there(run: Run, demo: str, suffix: str) -> None:
    target = Path(f"out{suffix}")
    target.write_text("old", encoding="utf-8")
    said = run("export", demo, "--out", str(target)).out.splitlines()
    assert said[0] == f"Fichier écrit\u00a0: {target}"
    assert all(Path(line.partition("\u00a0: ")[2]).exists() for line in said)
    assert target.read_bytes() != b"old"
    assert target.stat().st_size > 500


@pytest.mark.parametrize("suffix", list(SIGNATURES))
@pytest.mark.parametrize("chart", CHARTS)
def test_each_chart_is_drawn_in_each_format(run: Run, chart: str, suffix: str) -> None:
    study = replace(builders.skilled(), scenarios=(PRUDENT,))
    StudyFile.create(Path("r.impact"), study, datetime(2026, 11, 22, tzinfo=UTC)).close()
    drawn = run("export", "r.impact", "--out", f"c{suffix}", "--chart", chart)
    assert (drawn.code, drawn.err) == (0, "")
    assert Path(f"c{suffix}").read_bytes().startswith(SIGNATURES[suffix])


def test_the_charts_offered_are_those_that_exist() -> None:
    assert catalogue.ALL_CHARTS == CHARTS


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--out", "x.png"), "--chart"),
        (("--out", "x.png", "--chart", "pie"), "«\u00a0pie\u00a0»"),
        (("--out", "x.odt"), "ce format n’est pas connu"),
        (("--out", "x"), "ce format n’est pas connu"),
        (("--out", "x.png", "--chart", "matrix", "--profession", "Nobody"), "«\u00a0Nobody\u00a0» dans l’étude"),
        (("--out", "nowhere/x.csv"), "nowhere"),
        (("--out", "nowhere/x.xlsx"), "nowhere"),
        (("--out", "nowhere/x.svg", "--chart", "matrix"), "nowhere"),
    ],
)
def test_an_export_that_is_refused_writes_nothing(run: Run, demo: str, arguments: tuple[str, ...], words: str) -> None:
    refused = run("export", demo, *arguments)
    assert (refused.code, refused.out) == (1, "")
    assert words in refused.err
    assert refused.err.count("\n") == 1
    assert [path.name for path in Path().iterdir()] == [demo]


def test_a_chart_that_fails_leaves_the_old_one(run: Run, demo: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(name: str, results: object, profession_id: str, look: object, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "full")

    Path("c.PNG").write_bytes(b"old")
    monkeypatch.setattr(catalogue, "save", full)
    refused = run("export", demo, "--out", "c.PNG", "--chart", "matrix")
    assert refused.code == 1
    assert "Le disque est plein" in refused.err
    assert Path("c.PNG").read_bytes() == b"old"
    assert sorted(path.name for path in Path().iterdir()) == ["c.PNG", demo]


def test_a_chart_option_on_a_table_is_a_misuse(run: Run, demo: str) -> None:
    assert run("export", demo, "--out", "x.csv", "--chart", "matrix").code == 2
    assert not Path("x.csv").exists()


def test_a_study_is_never_exported_over_itself(run: Run, demo: str) -> None:
    Path(demo).rename("s.json")
    before = Path("s.json").read_bytes()
    refused = run("export", "s.json", "--out", "./s.json")
    assert refused.code == 1
    assert "existe déjà" in refused.err
    assert Path("s.json").read_bytes() == before


def test_a_code_that_several_professions_have_is_refused_with_their_titles(run: Run) -> None:
    several = builders.study(*(builders.profession(n) for n in range(3)))
    shared = tuple(replace(one, code="aide") for one in several.professions[1:])
    study = replace(several, professions=(several.professions[0], *shared))
    StudyFile.create(Path("r.impact"), study, datetime(2026, 1, 1, tzinfo=UTC)).close()
    refused = run("export", "r.impact", "--out", "x.svg", "--chart", "leverage", "--profession", "aide")
    assert refused.code == 1
    assert refused.err.replace("\u00a0", " ") == (
        "Plusieurs métiers ont le code « aide » : choisissez-en un par son titre : Métier 1, Métier 2.\n"
    )
    assert not Path("x.svg").exists()


def test_a_folder_that_does_not_exist_is_named(run: Run, demo: str) -> None:
    for target in ("nowhere/x.xlsx", "nowhere/x.csv", "nowhere/x.json"):
        refused = run("export", demo, "--out", target)
        assert refused.code == 1
        assert refused.err.replace("\u00a0", " ") == (
            f"Le dossier {Path('nowhere').absolute()} n’existe pas : créez-le, ou choisissez-en un autre.\n"
        )


def test_one_of_several_professions_is_named_by_title_or_code(run: Run) -> None:
    several = builders.large(2, 8)
    coded = replace(several.professions[1], code="metier-1")
    study: Study = replace(several, professions=(several.professions[0], coded))
    StudyFile.create(Path("r.impact"), study, datetime(2026, 11, 22, tzinfo=UTC)).close()
    refused = run("export", "r.impact", "--out", "c.svg", "--chart", "leverage")
    assert refused.code == 1
    assert "Métier 0, Métier 1" in refused.err
    unknown = run("export", "r.impact", "--out", "c.svg", "--chart", "leverage", "--profession", "Métier 7")
    assert (unknown.code, Path("c.svg").exists()) == (1, False)
    assert "«\u00a0Métier 7\u00a0» dans l’étude\u00a0: choisissez parmi Métier 0, Métier 1." in unknown.err
    assert run("export", "r.impact", "--out", "id.svg", "--chart", "leverage", "--profession", coded.id).code == 0
    assert run("export", "r.impact", "--out", "code.svg", "--chart", "leverage", "--profession", "metier-1").code == 0
    assert run("export", "r.impact", "--out", "title.svg", "--chart", "leverage", "--profession", "MÉTIER 1").code == 0
    assert run("export", "r.impact", "--out", "all.svg", "--chart", "portfolio").code == 0


def test_a_chart_of_an_empty_study_has_nothing_to_show(run: Run) -> None:
    assert run("new", "e.impact").code == 0
    refused = run("export", "e.impact", "--out", "c.svg", "--chart", "matrix")
    assert (refused.code, Path("c.svg").exists()) == (1, False)
    assert "n’a encore rien à montrer" in refused.err


def test_a_profession_asked_of_a_study_that_has_none_leaves_nothing_to_draw(run: Run) -> None:
    assert run("new", "e.impact").code == 0
    refused = run("export", "e.impact", "--out", "c.svg", "--chart", "matrix", "--profession", "Nobody")
    assert refused.code == 1
    assert "n’a encore rien à montrer" in refused.err
