"""The shipped professions are what was published, checked strictly, and found however one writes them."""

import json
import tomllib
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

import jsonschema
import pytest

from impactapp import paths
from impactapp.domain.analysis.results import analyse
from impactapp.domain.edits.professions import ids_of
from impactapp.domain.level import CRITERIA, HYPOTHESES, Aspect, Hypothesis
from impactapp.domain.problems import Problem
from impactapp.domain.profession import Category
from impactapp.domain.rating import UNRATED, Judgement
from impactapp.domain.rule import Rule
from impactapp.domain.study import Origin
from impactapp.store import catalog
from impactapp.store.catalog_file import read_entry
from impactapp.store.errors import StoreError
from tests import builders
from tests.store.catalog_files import SMALL, shipped_as

SHIPPED = sorted(paths.job_catalog().glob("*.toml"))


@pytest.fixture
def new_id() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"id-{next(numbers)}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue of this test alone."""
    monkeypatch.setattr(paths, "job_catalog", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_file_is_right(path: Path) -> None:
    entry = read_entry(path)
    assert entry.code == path.stem
    assert len(entry.tasks) >= 1
    schema = json.loads((paths.job_catalog() / "schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(tomllib.loads(path.read_text(encoding="utf-8")), schema)
    assert f"`{path.name}`" in (paths.job_catalog() / "SOURCES.md").read_text(encoding="utf-8")


def test_the_schema_and_the_reader_know_the_same_words() -> None:
    schema = json.loads((paths.job_catalog() / "schema.json").read_text(encoding="utf-8"))
    assert schema["properties"]["category"]["enum"] == [category.value for category in Category]
    assert schema["$defs"]["level"]["enum"] == ["faible", "moyen", "fort"]


def test_the_secretary_case_is_as_published(new_id: Callable[[], str]) -> None:
    study = catalog.secretary_demo(new_id, date(2026, 11, 22))
    assert (study.title, study.origin, study.day) == (
        "Démonstration\u00a0: secrétaire médicale",
        Origin.DEMONSTRATION,
        date(2026, 11, 22),
    )
    (profession,) = study.professions
    assert (profession.title, profession.code, profession.category) == (
        "Secrétaire médicale",
        "secretaire-medicale",
        Category.ADMINISTRATIVE,
    )
    assert (profession.rome, profession.isco08, profession.family) == (
        ("M1609",),
        ("3344",),
        "Gestion de l’information",
    )
    decisions = [
        (task.title, *(task.level(hypothesis, Aspect.SUBSTITUTION) for hypothesis in HYPOTHESES))
        for task in profession.tasks
    ]
    assert decisions == list(builders.SECRETARY_MATRIX)
    result = analyse(study).professions[0]
    rate = result.rates[Rule.SHARE_OF_FORT]
    assert rate.low == pytest.approx(0.4)
    assert rate.high == pytest.approx(0.6)


def test_nothing_that_was_not_published_is_invented(new_id: Callable[[], str]) -> None:
    study = catalog.secretary_demo(new_id, date(2026, 11, 22))
    (profession,) = study.professions
    assert (profession.headcount, profession.fte, study.establishment, study.authors) == (None, None, "", "")
    assert all(task.share is None for task in profession.tasks)
    texts = {
        task.title: [task.low.get(criterion) for criterion in CRITERIA]
        for task in profession.tasks
        if any(task.low.get(criterion) for criterion in CRITERIA)
    }
    assert texts == {
        "Prise de notes, frappe et mise en forme des documents": [
            Judgement(
                None,
                "Marché mature : outils de reconnaissance automatique de la parole, génération automatique de texte, "
                "gestion documentaire, etc.",
            ),
            Judgement(
                None,
                "L'activité est largement jugée comme chronophage et pénible donc plus encline à l'automatisation.",
            ),
            Judgement(None, "Réduction importante du temps passé à la rédaction, correction, signature, etc."),
        ]
    }
    for task in profession.tasks:
        assert all(task.follows(Hypothesis.HIGH, criterion) for criterion in CRITERIA)
        assert task.judgement(Hypothesis.LOW, Aspect.SUBSTITUTION).text == ""


def test_ids_of_the_demonstration_are_all_new(new_id: Callable[[], str]) -> None:
    one, two = (catalog.secretary_demo(new_id, date(2026, 11, 22)) for _ in range(2))
    ids = [id for study in (one, two) for id in (study.id, *ids_of(study.professions[0]))]
    assert len(set(ids)) == len(ids) == 2 * (2 + 10 + 8)


def test_a_profession_picked_for_a_study_comes_without_ratings(new_id: Callable[[], str]) -> None:
    profession = catalog.profession("secretaire-medicale", new_id)
    assert [task.title for task in profession.tasks] == [title for title, _, _ in builders.SECRETARY_MATRIX]
    assert {(task.low, task.high) for task in profession.tasks} == {(UNRATED, UNRATED)}
    assert len(profession.skills) == 8
    assert "Institut Montaigne" in profession.source


@pytest.mark.parametrize("code", ["astronaute", "../secretaire-medicale", "", "schema.json"])
def test_an_unknown_code_is_refused(code: str, new_id: Callable[[], str]) -> None:
    with pytest.raises(StoreError) as refused:
        catalog.profession(code, new_id)
    assert (refused.value.problem, refused.value.values) == (Problem.CATALOG_UNKNOWN_CODE, {"code": code})


@pytest.mark.parametrize(
    "words",
    [
        "secretaire",
        "SECRÉTAIRES",
        "secrétaire médical",
        "médicaux",
        "sec",
        "m1609",
        "3344",
        "medicale secretaire",
        "",
        "codage",
        "gestion information",
    ],
)
def test_the_secretary_is_found_however_one_writes_it(words: str) -> None:
    assert "secretaire-medicale" in [entry.code for entry in catalog.search(words)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("ide", "infirmier-soins-generaux"),
        ("AS", "aide-soignant"),
        ("ash", "agent-service-hospitalier"),
        ("manip radio", "manipulateur-electroradiologie"),
        ("Manipulatrices", "manipulateur-electroradiologie"),
        ("technicienne du labo", "technicien-laboratoire"),
        ("j1503", "infirmier-anesthesiste"),
        ("cheffe de cuisine", "responsable-restauration"),
        ("éducatrice spécialisée", "educateur-specialise"),
    ],
)
def test_a_profession_comes_first_by_what_hospitals_call_it(words: str, code: str) -> None:
    assert catalog.search(words)[0].code == code


@pytest.mark.parametrize("words", ["astronaute", "secretaire plombier", "xyz"])
def test_what_is_not_there_is_not_found(words: str) -> None:
    assert catalog.search(words) == ()


@pytest.mark.parametrize("words", ["infirmier", "Infirmières", "infirm", "INFIRMIERS", "courrier", "soin", "2221"])
def test_masculine_and_feminine_are_one(folder: Path, words: str) -> None:
    shipped_as(folder, SMALL)
    assert [entry.title for entry in catalog.search(words)] == ["Infirmière"]


def test_titles_come_before_what_only_mentions_the_word(folder: Path) -> None:
    shipped_as(folder, SMALL)
    other = SMALL.replace('"essai"', '"autre"').replace("Infirmière", "Vaguemestre").replace('"Accueil"', '"Infirmier"')
    shipped_as(folder, other.replace("Vaguemestre", "Agent"), "autre")
    assert [entry.code for entry in catalog.entries()] == ["autre", "essai"]
    assert [entry.code for entry in catalog.search("infirmière")] == ["essai", "autre"]


def test_a_demonstration_without_its_matrix_is_refused(folder: Path, new_id: Callable[[], str]) -> None:
    shipped = (Path(__file__).parents[2] / "job_catalog" / "secretaire-medicale.toml").read_text(encoding="utf-8")
    shipped_as(folder, shipped.partition("[published]")[0], "secretaire-medicale")
    with pytest.raises(StoreError):
        catalog.secretary_demo(new_id, date(2026, 11, 22))


def test_a_published_matrix_may_be_incomplete(folder: Path, new_id: Callable[[], str]) -> None:
    shipped = (Path(__file__).parents[2] / "job_catalog" / "secretaire-medicale.toml").read_text(encoding="utf-8")
    shorter = shipped[: shipped.rindex("[[published.ratings]]")].rpartition("high =")[0]
    shipped_as(folder, shorter, "secretaire-medicale")
    tasks = catalog.secretary_demo(new_id, date(2026, 11, 22)).professions[0].tasks
    assert (tasks[9].low, tasks[9].high, tasks[8].high) == (UNRATED, UNRATED, UNRATED)
