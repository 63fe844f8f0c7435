"""The user's own catalogue: what is kept of a profession, file by file, and what is refused."""

import itertools
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from impactapp import paths
from impactapp.domain.problems import Problem, Refusal
from impactapp.domain.profession import Profession, Task
from impactapp.domain.rating import UNRATED
from impactapp.domain.skill import Link, Skill
from impactapp.domain.study import Study
from impactapp.domain.text import clean_line, clean_text, clean_title
from impactapp.labels import sentence
from impactapp.store import catalog, user_catalog
from tests import builders
from tests.store.catalog_files import SECOND

HALL = "Accueil"
GUIDE = Profession(
    "p1",
    "Guide d’accueil",
    headcount=3,
    fte=2.5,
    tasks=(Task("t1", HALL, 0.5, builders.decided(builders.FO), human_validates=True), Task("t2", "Orientation")),
    skills=(Skill("k1", "Écoute", experienced=2, links=(Link("t1", 3),)), Skill("k2", 'Dire "non" \\ oui')),
)


@pytest.fixture
def new_id() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"n{next(numbers)}"


def bare(profession: Profession) -> Profession:
    """What a template keeps of a profession, its ids numbered in their order."""
    ids = {task.id: f"t{at}" for at, task in enumerate(profession.tasks)}
    tasks = tuple(
        Task(ids[task.id], clean_title(task.title), human_validates=task.human_validates) for task in profession.tasks
    )
    skills = []
    for at, skill in enumerate(profession.skills):
        links = tuple(sorted((replace(link, task_id=ids[link.task_id]) for link in skill.links), key=task_of))
        kept = replace(
            skill,
            id=f"k{at}",
            title=clean_title(skill.title),
            description=clean_text(skill.description),
            source=clean_text(skill.source),
            experienced=None,
            trainees=None,
            baseline_hours=None,
            links=links,
        )
        skills.append(kept)
    return Profession(
        "p",
        clean_title(profession.title),
        profession.category,
        tasks=tasks,
        family=clean_line(profession.family),
        rome=profession.rome,
        isco08=profession.isco08,
        source=clean_text(profession.source),
        skills=tuple(skills),
    )


def task_of(link: Link) -> str:
    return link.task_id


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(study=builders.studies())
def test_a_profession_comes_back_from_its_file_as_it_was_without_ratings_and_staff(
    study: Study, new_id: Callable[[], str]
) -> None:
    shutil.rmtree(paths.user_data(), ignore_errors=True)
    for one in study.professions:
        code = user_catalog.keep(one).entry.code
        assert [sentence(refusal) for refusal in user_catalog.own_catalog().refused] == []
        assert bare(catalog.profession(code, new_id)) == bare(one)
        user_catalog.remove(code)


def test_a_template_holds_the_work_and_neither_ratings_nor_staff(new_id: Callable[[], str]) -> None:
    kept = catalog.profession(user_catalog.keep(GUIDE).entry.code, new_id)
    assert (kept.headcount, kept.fte, kept.code) == (None, None, "guide-d-accueil")
    assert [(task.title, task.share, task.low, task.human_validates) for task in kept.tasks] == [
        (HALL, None, UNRATED, True),
        ("Orientation", None, UNRATED, False),
    ]
    assert [skill.experienced for skill in kept.skills] == [None, None]


def test_it_is_found_beside_the_shipped_ones_and_marked() -> None:
    code = user_catalog.keep(GUIDE).entry.code
    assert catalog.search("guide accueil")[0].code == code
    assert code in [entry.code for entry in catalog.search("orientation")]
    assert catalog.is_own(code)
    assert not catalog.is_own("aide-soignant")
    assert len(catalog.everything()) == len(catalog.entries()) + 1


def test_a_title_of_the_shipped_catalogue_gets_a_code_of_its_own() -> None:
    kept = user_catalog.keep(replace(GUIDE, title="Aide soignant"))
    assert kept.entry.code == "aide-soignant-2"
    assert user_catalog.keep(replace(GUIDE, title="职业")).entry.code == "metier"


def test_keeping_it_again_replaces_it_and_can_be_taken_back() -> None:
    first = user_catalog.keep(GUIDE)
    second = user_catalog.keep(replace(GUIDE, tasks=GUIDE.tasks[1:], skills=()))
    assert second.entry.code == first.entry.code
    assert [entry.tasks for entry in user_catalog.own_catalog().entries] == [("Orientation",)]
    user_catalog.put_back(second)
    assert [entry.tasks for entry in user_catalog.own_catalog().entries] == [(HALL, "Orientation")]
    user_catalog.put_back(first)
    assert user_catalog.own_catalog().entries == ()


def test_a_template_is_renamed_under_its_code_but_not_as_another_one() -> None:
    code = user_catalog.keep(GUIDE).entry.code
    user_catalog.keep(replace(GUIDE, title="Vigie"))
    user_catalog.rename(code, "  Hôte d’accueil ")
    assert [(one.code, one.title) for one in user_catalog.own_catalog().entries] == [
        (code, "Hôte d’accueil"),
        ("vigie", "Vigie"),
    ]
    with pytest.raises(Refusal) as caught:
        user_catalog.rename(code, "VIGIE")
    assert caught.value.problem is Problem.TITLE_TAKEN


def test_what_was_removed_comes_back_word_for_word() -> None:
    code = user_catalog.keep(GUIDE).entry.code
    gone = user_catalog.remove(code)
    assert user_catalog.own_catalog().entries == ()
    user_catalog.put_back(gone)
    assert user_catalog.own_catalog().entries == (gone.entry,)
    with pytest.raises(Refusal):
        user_catalog.remove("aide-soignant")


def test_a_template_goes_to_a_colleague_as_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = user_catalog.keep(GUIDE).entry
    target = tmp_path / "pour Claire.toml"
    user_catalog.export(entry.code, target)
    monkeypatch.setattr(paths, "user_data", lambda: tmp_path / "Claire")
    assert user_catalog.take(target) == entry
    assert user_catalog.take(target) == entry
    assert user_catalog.own_catalog().entries == (entry,)


def test_an_imported_file_replaces_nothing(tmp_path: Path) -> None:
    entry = user_catalog.keep(GUIDE).entry
    target = tmp_path / "autre.toml"
    user_catalog.export(entry.code, target)
    user_catalog.rename(entry.code, "Le mien")
    assert user_catalog.take(target).code == "guide-d-accueil-2"
    assert {one.title for one in user_catalog.own_catalog().entries} == {"Le mien", GUIDE.title}


def test_a_file_of_the_shipped_form_is_taken_over_with_whose_proposal_it_is(tmp_path: Path) -> None:
    path = tmp_path / "reçu.toml"
    path.write_text(SECOND, encoding="utf-8")
    taken = user_catalog.take(path)
    assert [skill.source for skill in taken.skills] == ["Essai", "De nous"]
    assert user_catalog.own_catalog().entries == (taken,)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("format = 2", "format = 3", "version plus récente"),
        ('category = "care"', 'category = "soins"', "ligne 7"),
        ("intensity = 3", "intensity = 4", "ligne 25"),
        ('"Soins"', '"Soins', "ligne 6"),
    ],
)
def test_a_wrong_file_is_refused_in_one_sentence_with_its_line(tmp_path: Path, old: str, new: str, words: str) -> None:
    path = tmp_path / "faux.toml"
    path.write_text(SECOND.replace(old, new), encoding="utf-8")
    with pytest.raises(Refusal) as caught:
        user_catalog.take(path)
    assert words in sentence(caught.value)
    assert "faux.toml" in sentence(caught.value)
    assert user_catalog.own_catalog().entries == ()


def test_a_file_that_is_damaged_in_the_folder_hides_no_other() -> None:
    code = user_catalog.keep(GUIDE).entry.code
    folder = paths.user_data() / "catalogue"
    (folder / "casse.toml").write_text("format = ", encoding="utf-8")
    own = user_catalog.own_catalog()
    assert [entry.code for entry in own.entries] == [code]
    assert ["casse.toml" in sentence(refusal) for refusal in own.refused] == [True]


def test_nothing_is_left_beside_a_template() -> None:
    user_catalog.keep(GUIDE)
    user_catalog.keep(GUIDE)
    assert [path.name for path in (paths.user_data() / "catalogue").iterdir()] == ["guide-d-accueil.toml"]
