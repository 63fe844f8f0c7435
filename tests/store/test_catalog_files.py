"""A catalogue file is read strictly: what is wrong is named with its line."""

from pathlib import Path

import pytest

from impactapp import paths
from impactapp.domain.problems import Problem
from impactapp.domain.skill import Criticality, Stage
from impactapp.store import catalog
from impactapp.store.catalog_file import CatalogLink, read_entry
from impactapp.store.errors import StoreError
from tests.store.catalog_files import SECOND, SKILLED, SMALL, shipped_as


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue of this test alone."""
    monkeypatch.setattr(paths, "job_catalog", lambda: tmp_path)
    return tmp_path


def test_a_file_of_ours_reads_as_it_is_written(folder: Path) -> None:
    entry = read_entry(shipped_as(folder, SMALL))
    assert (entry.tasks, entry.isco08) == (("Accueil", "Courriers"), ("2221", "3221"))
    assert entry.published is not None
    assert entry.published.ratings[0].roi == "Des mots"


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ("format = 1", "format = 0", 1, "format"),
        ("format = 1", 'format = "1"', 1, "format"),
        ("format = 1", "format = true", 1, "format"),
        ('"essai"', '"autre"', 2, "code"),
        ('"essai"', '"Essai"', 2, "code"),
        ('title = "Infirmière"\n', "", 1, "title"),
        ('"Infirmière"', "12", 3, "title"),
        ('"Infirmière"', '"  "', 3, "title"),
        ('"Infirmière"', '"Deux\\nlignes"', 3, "title"),
        ('"care"', '"nurses"', 5, "category"),
        ('["J1506"]', '"J1506"', 6, "rome"),
        ('["J1506"]', '["J15"]', 6, "rome"),
        ('["J1506"]', "[1506]", 6, "rome"),
        ('["2221", "3221"]', '["2221", "2221"]', 7, "isco08"),
        ('source = "Essai"', 'source = "Essai"\nsalary = 3', 9, "salary"),
        ('source = "Essai"', f'source = "{"x" * 20_001}"', 8, "source"),
        ('title = "Accueil"', 'title = "Accueil"\nshare = 0.4', 12, "tasks.share"),
        ('title = "Accueil"', 'titre = "Accueil"', 10, "tasks.title"),
        ('title = "Courriers"\n', 'title = "ACCUEIL"\n', 14, "tasks.title"),
        ('[published]\ntitle = "Démonstration"', "[published]", 16, "published.title"),
        ("[published]\n", "[published]\nlevel = 1\n", 17, "published.level"),
        ('task = "Courriers"', 'task = "Factures"', 20, "published.ratings.task"),
        ('low = "faible"', 'low = "énorme"', 21, "published.ratings.low"),
        ('low = "faible"', "low = 1", 21, "published.ratings.low"),
        ('low = "faible"', 'low = "fort"', 22, "published.ratings.high"),
        ('roi = "Des mots"', 'roi = ""', 23, "published.ratings.roi"),
        ('roi = "Des mots"', 'rio = "Des mots"', 23, "published.ratings.rio"),
        (
            'roi = "Des mots"',
            'roi = "Des mots"\n[[published.ratings]]\ntask = "Courriers"',
            25,
            "published.ratings.task",
        ),
    ],
)
def test_a_wrong_field_is_named_with_its_line(folder: Path, old: str, new: str, line: int, field: str) -> None:
    assert SMALL.count(old) == 1
    path = shipped_as(folder, SMALL.replace(old, new))
    with pytest.raises(StoreError) as refused:
        catalog.entries()
    assert refused.value.problem is Problem.CATALOG_WRONG_FIELD
    assert refused.value.values == {"path": str(path), "line": str(line), "field": field}


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ('["Courriers"]', '["Factures"]', 9, "validated"),
        ('["Courriers"]', '["Courriers", "Courriers"]', 9, "validated"),
        ('["Courriers"]', '"Courriers"', 9, "validated"),
        ('title = "Rédaction"\n', "", 26, "skills.title"),
        ('title = "Écoute"', 'title = "RÉDACTION"', 38, "skills.title"),
        ('description = "Écrire"', "description = 1", 28, "skills.description"),
        ('kind = "relational"', 'kind = "magic"', 40, "skills.kind"),
        ("criticality = 3", "criticality = 4", 30, "skills.criticality"),
        ("criticality = 3", "criticality = 0", 30, "skills.criticality"),
        ("criticality = 3", "criticality = true", 30, "skills.criticality"),
        ('retention = "speed"', 'retention = "ever"', 42, "skills.retention"),
        ('source = "De nous"\nlinks = [\n', 'source = ""\nlinks = [\n', 32, "skills.source"),
        ('source = "De nous"\nlinks = [{', 'source = "De nous"\nhours = 3\nlinks = [{', 44, "skills.hours"),
        ('task = "Accueil", intensity = 1', 'task = "Factures", intensity = 1', 35, "skills.links.task"),
        ('task = "Accueil", intensity = 1', 'task = "Courriers", intensity = 1', 35, "skills.links.task"),
        ("intensity = 3", "intensity = 4", 34, "skills.links.intensity"),
        ("intensity = 3", "intensity = 0", 34, "skills.links.intensity"),
        ("intensity = 3", 'intensity = "x"', 34, "skills.links.intensity"),
        ('stage = "practice"', 'stage = "magic"', 34, "skills.links.stage"),
        ("formative = true", "formative = 1", 34, "skills.links.formative"),
        ("formative = true", "weight = 1", 34, "skills.links.weight"),
        ("intensity = 2", "intensity = 4", 44, "skills.links.intensity"),
        ('[{task = "Accueil", intensity = 2}]', "[]", 44, "skills.links"),
    ],
)
def test_a_wrong_skill_is_named_with_its_line(folder: Path, old: str, new: str, line: int, field: str) -> None:
    assert SKILLED.count(old) == 1
    path = shipped_as(folder, SKILLED.replace(old, new))
    with pytest.raises(StoreError) as refused:
        catalog.entries()
    assert refused.value.problem is Problem.CATALOG_WRONG_FIELD
    assert refused.value.values == {"path": str(path), "line": str(line), "field": field}


def test_the_second_format_adds_names_and_sources(folder: Path) -> None:
    entry = read_entry(shipped_as(folder, SECOND))
    assert (entry.title, entry.feminine) == ("Infirmier", "Infirmière")
    assert entry.synonyms == ("IDE", "Infirmier diplômé d’État")
    assert entry.isco08_sources == (("2221", "ESCO"), ("3221", "France Travail"))
    assert entry.validated == ("Courriers",)
    assert [(skill.description, skill.source) for skill in entry.skills] == [("", "Essai"), ("Entendre", "De nous")]


def test_a_newer_format_asks_for_an_update(folder: Path) -> None:
    path = shipped_as(folder, SECOND.replace("format = 2", "format = 3").replace("feminine", "somewhat = 1\nfeminine"))
    with pytest.raises(StoreError) as refused:
        catalog.entries()
    assert (refused.value.problem, refused.value.values["path"]) == (Problem.FILE_NEWER, str(path))


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ("format = 2", "format = 1", 18, "tasks.validated"),
        ('feminine = "Infirmière"', 'feminine = ""', 4, "feminine"),
        ('["IDE", ', '["IDE", "IDE", ', 5, "synonyms"),
        ('["IDE", ', '["IDE ", ', 5, "synonyms"),
        ('["IDE", ', "[1, ", 5, "synonyms"),
        ('{2221 = "ESCO", ', "{", 10, "isco08_sources.2221"),
        ('{2221 = "ESCO", ', '{2221 = "ESCO", 9999 = "ESCO", ', 10, "isco08_sources.9999"),
        ('{2221 = "ESCO", ', "{2221 = 1, ", 10, "isco08_sources.2221"),
        ('source = "Essai"\n', 'source = "Essai"\nvalidated = ["Courriers"]\n', 12, "validated"),
        ("validated = true", "validated = 1", 18, "tasks.validated"),
    ],
)
def test_what_is_wrong_in_the_second_format_is_named_with_its_line(
    folder: Path, old: str, new: str, line: int, field: str
) -> None:
    assert SECOND.count(old) == 1
    shipped_as(folder, SECOND.replace(old, new))
    with pytest.raises(StoreError) as refused:
        catalog.entries()
    assert refused.value.problem is Problem.CATALOG_WRONG_FIELD
    assert (refused.value.values["line"], refused.value.values["field"]) == (str(line), field)


def test_an_edited_file_is_read_again(folder: Path) -> None:
    path = shipped_as(folder, SECOND)
    assert [entry.title for entry in catalog.search("idel")] == []
    path.write_text(SECOND.replace('"IDE"', '"IDEL"'), encoding="utf-8")
    assert [entry.title for entry in catalog.search("idel")] == ["Infirmier"]


@pytest.mark.parametrize(
    "title", ["Accueil  double", "Accueil ", "\u00a0Accueil", "Accue\u0301il", "Accueil\u200b\u2028x", "\u200b"]
)
def test_words_that_no_edit_would_take_are_refused(folder: Path, title: str) -> None:
    shipped_as(folder, SMALL.replace('title = "Accueil"', f'title = "{title}"'))
    with pytest.raises(StoreError) as refused:
        catalog.entries()
    assert refused.value.values["field"] == "tasks.title"


def test_skills_read_as_they_are_written(folder: Path) -> None:
    entry = read_entry(shipped_as(folder, SKILLED))
    assert entry.validated == ("Courriers",)
    assert [(skill.title, skill.criticality, skill.source) for skill in entry.skills] == [
        ("Rédaction", Criticality.VITAL, "De nous"),
        ("Écoute", Criticality.USEFUL, "De nous"),
    ]
    assert entry.skills[0].links == (
        CatalogLink("Courriers", 3, Stage.PRACTICE, True),
        CatalogLink("Accueil", 1, None, False),
    )


def test_a_file_without_skills_has_none(folder: Path) -> None:
    entry = read_entry(shipped_as(folder, SMALL))
    assert (entry.validated, entry.skills) == ((), ())


def test_a_file_without_tasks_is_refused(folder: Path) -> None:
    shipped_as(folder, SMALL.partition("[[tasks]]")[0])
    with pytest.raises(StoreError) as refused:
        catalog.entries()
    assert refused.value.values["field"] == "tasks"


def test_tasks_that_are_no_tables_are_refused(folder: Path) -> None:
    shipped_as(folder, SMALL.partition("[[tasks]]")[0] + 'tasks = ["Accueil"]\n')
    with pytest.raises(StoreError) as refused:
        catalog.entries()
    assert (refused.value.values["field"], refused.value.values["line"]) == ("tasks", "10")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (SMALL.replace('code = "essai"', "code = essai").encode(), "2"),
        (b'format = 1\ncode = "essai', "2"),
        (b'format = 1\ntitle = "Infirmi\xe8re"\n', "2"),
    ],
)
def test_a_file_that_is_no_toml_is_refused_with_its_line(folder: Path, content: bytes, line: str) -> None:
    path = folder / "essai.toml"
    path.write_bytes(content)
    with pytest.raises(StoreError) as refused:
        catalog.entries()
    assert refused.value.problem is Problem.CATALOG_UNREADABLE
    assert refused.value.values == {"path": str(path), "line": line}
