"""The shipped professions read as one catalogue: the same style, sound French, no figure, no code without a source."""

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest

from impactapp.domain.catalog_search import plain
from impactapp.domain.skill import Criticality
from impactapp.store import catalog
from impactapp.store.catalog_file import CatalogEntry
from tests.store.catalog_codes import ISCO08, ROME
from tests.test_house import ROOT

OURS = "Proposition de l’outil, à valider en atelier"
FAMILIES = {
    "Gestion de l’information",
    "Ingénierie et maintenance technique",
    "Management, gestion et aide à la décision",
    "Qualité, hygiène, sécurité, environnement",
    "Recherche clinique",
    "Services logistiques",
    "Social, éducatif et culturel, sports et loisirs",
    "Soins",
    "Système d’information",
}
# what ends like an infinitive and is a noun
NOUNS_LIKE_VERBS = {
    *("Clôture", "Couture", "Écriture", "Lecture", "Mesure", "Ouverture", "Posture", "Relecture", "Toucher"),
    *("Premier", "Première"),
}
# two words that differ by an accent alone
TWINS = {"a": {"a", "à"}, "ou": {"ou", "où"}, "la": {"la", "là"}, "sur": {"sur", "sûr"}, "releve": {"releve", "relève"}}
UNACCENTED = {
    *("accompagnees", "activite", "cout", "couts", "deces", "decision", "hopital", "hygiene", "identite", "medecin"),
    *("medical", "medicale", "numerique", "prelevements", "procedure", "procedures", "qualite", "reception"),
    *("reunion", "reunions", "sante", "securite", "systeme", "telephone", "unite", "vulnerabilite", "confidentialite"),
    *("Ecoute", "Education", "Elaboration", "Equipe", "Etablissement", "Etat", "Etude", "Evaluation"),
}
PUBLISHED, *_ = (entry for entry in catalog.entries() if entry.published)
ENTRIES = [entry for entry in catalog.entries() if entry is not PUBLISHED]
SHARED = ROOT.parent / "shared" / "data"


def texts(entry: CatalogEntry) -> Iterator[str]:
    """Every text that is ours, of a profession."""
    yield from (entry.title, entry.feminine, *entry.synonyms, entry.family, *entry.tasks)
    for skill in entry.skills:
        yield from (skill.title, skill.description)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


def test_every_family_has_its_professions() -> None:
    assert len(ENTRIES) >= 80
    assert {entry.family for entry in catalog.entries()} == FAMILIES
    assert min(Counter(entry.family for entry in ENTRIES).values()) >= 5


def test_only_the_published_case_has_ratings() -> None:
    assert PUBLISHED.code == catalog.SECRETARY
    assert [entry.code for entry in ENTRIES if entry.published] == []


def test_what_is_ours_says_so() -> None:
    assert [entry.code for entry in ENTRIES if entry.source != OURS] == []
    assert {skill.source for entry in catalog.entries() for skill in entry.skills} == {OURS}


def test_a_profession_has_eight_to_twelve_activities() -> None:
    assert [(entry.code, len(entry.tasks)) for entry in catalog.entries() if not 8 <= len(entry.tasks) <= 12] == []


def test_a_profession_has_five_to_ten_skills_that_its_activities_practise() -> None:
    assert [(entry.code, len(entry.skills)) for entry in catalog.entries() if not 5 <= len(entry.skills) <= 10] == []
    for entry in catalog.entries():
        assert all(skill.links for skill in entry.skills), entry.code
        assert any(link.formative for skill in entry.skills for link in skill.links), entry.code
        assert {link.task for skill in entry.skills for link in skill.links} <= set(entry.tasks)


def test_not_every_skill_is_vital() -> None:
    """A map where all is vital sets no priority."""
    assert [
        entry.code
        for entry in catalog.entries()
        if {skill.criticality for skill in entry.skills} == {Criticality.VITAL}
    ] == []


def test_activities_are_short_and_open_with_a_noun() -> None:
    faults = [(entry.code, task) for entry in ENTRIES for task in entry.tasks if not is_nominal(task)]
    assert faults == []


def is_nominal(task: str) -> bool:
    first = task.split()[0].split("’")[0]
    is_infinitive = first.endswith(("er", "ir", "re")) and first not in NOUNS_LIKE_VERBS
    return len(task) <= 90 and first[0].isupper() and not is_infinitive and task[-1] not in ".;:,"


@pytest.mark.parametrize("task", ["Accueillir les patients", "Rendre compte", "accueil", "Accueil.", "Tri " + "x" * 87])
def test_the_style_is_told_from_what_it_is_not(task: str) -> None:
    assert not is_nominal(task)


def test_skills_are_named_by_nouns_and_told_in_one_sentence() -> None:
    for entry in ENTRIES:
        for skill in entry.skills:
            assert is_nominal(skill.title), (entry.code, skill.title)
            assert skill.description.endswith("."), (entry.code, skill.title)
            assert skill.description.count(".") == 1, (entry.code, skill.title)
            assert skill.description[0].isupper(), (entry.code, skill.title)


def test_nothing_is_said_twice_in_a_profession() -> None:
    for entry in catalog.entries():
        for said in (entry.tasks, [skill.title for skill in entry.skills], entry.synonyms):
            assert len({plain(text) for text in said}) == len(said), entry.code


def test_the_same_activity_has_the_same_words_everywhere() -> None:
    spellings = defaultdict(set)
    for entry in catalog.entries():
        for task in entry.tasks:
            spellings[plain(task).replace("’", "'")].add(task)
    assert [said for said in spellings.values() if len(said) > 1] == []
    in_common = Counter(task for entry in catalog.entries() for task in entry.tasks)
    assert sum(count > 1 for count in in_common.values()) >= 80


def test_no_figure_is_given() -> None:
    assert [(entry.code, text) for entry in ENTRIES for text in texts(entry) if re.search(r"\d", text)] == []


def test_typography_is_french() -> None:
    for entry in ENTRIES:
        for text in texts(entry):
            assert not re.search(r"['\"…]|\.\.|  |«[^\u00a0]|[^\u00a0][:;?!%»]", text), (entry.code, text)
            assert unicodedata.is_normalized("NFC", text), (entry.code, text)


def test_accents_are_where_they_should_be() -> None:
    spellings = defaultdict(set)
    for entry in ENTRIES:
        for text in texts(entry):
            assert UNACCENTED.isdisjoint(words(text)), (entry.code, text)
            for word in words(text):
                # « trace » and « tracé » are both words: what ends so is in the list above
                spellings[plain(word)].add(re.sub("é(e?s?)$", r"e\1", word.lower()))
    assert [said for word, said in spellings.items() if len(said) > 1 and said != TWINS.get(word)] == []


def test_titles_stand_in_both_genders() -> None:
    assert [entry.code for entry in catalog.entries() if not entry.feminine] == []
    titles = [title for entry in catalog.entries() for title in {entry.title, entry.feminine}]
    assert len(set(titles)) == len(titles)


def test_a_synonym_leads_to_two_professions_at_most() -> None:
    led = Counter(plain(synonym) for entry in catalog.entries() for synonym in entry.synonyms)
    assert [synonym for synonym, count in led.items() if count > 2] == []


def test_every_code_is_one_that_was_seen_in_a_reference_list() -> None:
    for entry in catalog.entries():
        assert set(entry.rome) <= ROME, entry.code
        assert set(entry.isco08) <= ISCO08, entry.code
        assert [code for code, _source in entry.isco08_sources] in ([], list(entry.isco08))


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="the reference lists are not here: ../shared/data is not part of the project"
)
def test_the_codes_that_were_seen_are_in_the_reference_lists() -> None:
    with (SHARED / "rome" / "unix_referentiel_code_rome_v460_utf8.csv").open(encoding="utf-8", newline="") as file:
        assert {row["code_rome"] for row in csv.DictReader(file)} >= ROME
    with (SHARED / "benchmark.csv").open(encoding="utf-8", newline="") as file:
        assert {row["isco08"] for row in csv.DictReader(file)} >= ISCO08
